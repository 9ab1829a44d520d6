//! Sign-in with a PIN against the embedded Plex. No test sleeps: the clock moves when the client waits.

use plex_sdk::Clock;
use plex_sdk::auth::{PinError, SignInFlow};
use plex_sdk::endpoints::plextv::authentication::CreatePin;
use plex_sdk::policy::RateLimits;
use plex_sdk::time::Timestamp;
use plex_sdk::transport::{BoxFuture, Phase, TransportError, from_fn, full_body};
use plex_sdk::{Account, AccountBuilder, AccountToken};
use plex_sdk_embedded::{EmbeddedPlex, ManualClock, UserKind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

type AfterSleep = Box<dyn FnMut(usize) + Send>;

/// The embedded Plex's clock as the client's: waiting moves it, for both.
pub(crate) struct Waiting {
    clock: Arc<ManualClock>,
    slept: Mutex<Vec<Duration>>,
    after: Mutex<Option<AfterSleep>>,
}

impl Waiting {
    pub(crate) fn new(clock: Arc<ManualClock>) -> Arc<Self> {
        let (slept, after) = (Mutex::default(), Mutex::default());
        Arc::new(Self {
            clock,
            slept,
            after,
        })
    }

    /// What happens in the world after the n-th time the client waited.
    fn after(&self, act: impl FnMut(usize) + Send + 'static) {
        *self.after.lock().unwrap() = Some(Box::new(act));
    }

    fn slept(&self) -> Vec<Duration> {
        self.slept.lock().unwrap().clone()
    }
}

impl Clock for Waiting {
    fn now(&self) -> Timestamp {
        plex_sdk_embedded::EmbeddedClock::now(&*self.clock)
    }

    fn monotonic(&self) -> Duration {
        self.slept.lock().unwrap().iter().sum()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.clock.advance(duration);
        let count = {
            let mut slept = self.slept.lock().unwrap();
            slept.push(duration);
            slept.len()
        };
        if let Some(act) = &mut *self.after.lock().unwrap() {
            act(count);
        }
        Box::pin(tokio::task::yield_now())
    }
}

pub(crate) async fn start() -> (Arc<EmbeddedPlex>, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(Timestamp(1_750_000_000)));
    let plex = EmbeddedPlex::builder().clock(clock.clone()).start().await;
    (Arc::new(plex.unwrap()), clock)
}

pub(crate) fn builder(plex: &EmbeddedPlex) -> AccountBuilder {
    Account::builder()
        .url(plex.plex_tv_url())
        .client_identifier("auth-tests")
}

fn sign_in(plex: &EmbeddedPlex, clock: &Arc<Waiting>) -> SignInFlow {
    let account = builder(plex).build().unwrap();
    account.sign_in().clock(clock.clone())
}

#[tokio::test]
async fn four_letters_sign_in_once_somebody_types_them() {
    let (plex, clock) = start().await;
    let clock = Waiting::new(clock);
    let pin = sign_in(&plex, &clock).with_link_code().await.unwrap();
    assert_eq!(pin.code().len(), 4);
    assert_eq!(pin.link_url(), format!("{}/link", plex.plex_tv_url()));
    let qr = format!("{}/?pin={}", pin.link_url(), pin.code());
    assert_eq!(pin.qr_text(), qr);
    assert_eq!(pin.expires_at(), Timestamp(1_750_000_900));
    let (world, code) = (plex.clone(), pin.code().to_owned());
    clock.after(move |count| {
        if count == 3 {
            world.approve_pin(&code, UserKind::Friend).unwrap();
        }
    });
    let signed_in = pin.wait().await.unwrap();
    assert_eq!(clock.slept(), [Duration::from_secs(1); 3]);
    assert_eq!(*signed_in.user.title, plex.user(UserKind::Friend).name);
    assert!(signed_in.account.check_token().await.is_valid());
    let again = builder(&plex).token(signed_in.token.clone());
    assert!(again.build().unwrap().check_token().await.is_valid());
    let shown = format!("{signed_in:?}");
    assert!(!shown.contains(signed_in.token.expose()), "{shown}");
}

#[tokio::test]
async fn a_browser_gets_a_page_and_the_app_looks_when_it_comes_back() {
    let (plex, clock) = start().await;
    let clock = Waiting::new(clock);
    let back = "https://app.example/back?a=b".parse().unwrap();
    let mut pin = sign_in(&plex, &clock).in_browser(Some(back)).await.unwrap();
    let page = pin.auth_url().to_owned();
    let start = format!("{}/auth#?clientID=auth-tests&code=", plex.plex_tv_url());
    let rest = page.strip_prefix(&start).expect(&page);
    let (code, rest) = rest.split_once('&').unwrap();
    assert_eq!(code.len(), 25);
    assert_eq!(rest, "forwardUrl=https%3A%2F%2Fapp.example%2Fback%3Fa%3Db");
    assert!(!format!("{pin:?}").contains(code));
    assert!(pin.poll_once().await.unwrap().is_none());
    plex.approve_pin(code, UserKind::Home).unwrap();
    let signed_in = pin.poll_once().await.unwrap().unwrap();
    assert_eq!(*signed_in.user.title, plex.user(UserKind::Home).name);
    assert!(clock.slept().is_empty());
}

#[tokio::test]
async fn another_page_can_be_given() {
    let (plex, clock) = start().await;
    let clock = Waiting::new(clock);
    let page = "https://plex.proxy.example/auth/".parse().unwrap();
    let pin = sign_in(&plex, &clock).auth_page(page).in_browser(None);
    let pin = pin.await.unwrap();
    let start = "https://plex.proxy.example/auth#?clientID=auth-tests&code=";
    assert!(pin.auth_url().starts_with(start), "{}", pin.auth_url());
}

#[tokio::test]
async fn a_pin_that_nobody_approves_expires() {
    let (plex, clock) = start().await;
    let clock = Waiting::new(clock);
    let minute = Duration::from_secs(60);
    let pin = sign_in(&plex, &clock).interval(minute).with_link_code();
    let error = pin.await.unwrap().wait().await.unwrap_err();
    assert!(matches!(error, PinError::Expired), "{error}");
    let slept: Duration = clock.slept().iter().sum();
    assert_eq!(slept, Duration::from_secs(900), "not a second longer");

    let mut pin = sign_in(&plex, &clock).with_link_code().await.unwrap();
    clock.clock.advance(Duration::from_secs(901));
    let asked = plex.requests().len();
    assert!(matches!(pin.poll_once().await, Err(PinError::Expired)));
    assert_eq!(plex.requests().len(), asked, "there was nothing to ask");
}

#[tokio::test]
async fn the_old_token_plays_no_part() {
    let (plex, clock) = start().await;
    let clock = Waiting::new(clock);
    let old = AccountToken::new("l0ng-dead-token-of-someone").unwrap();
    let account = builder(&plex).token(old).build().unwrap();
    let mut pin = account
        .sign_in()
        .clock(clock)
        .with_link_code()
        .await
        .unwrap();
    plex.approve_pin(pin.code(), UserKind::Owner).unwrap();
    let signed_in = pin.poll_once().await.unwrap().unwrap();
    assert!(signed_in.account.check_token().await.is_valid());
    assert!(account.check_token().await.is_refused());
}

const PIN: &str = r#"{"id":7,"code":"ABCD","expiresIn":900,"authToken":null}"#;
const APPROVED: &str = r#"{"id":7,"code":"ABCD","expiresIn":900,"authToken":"g1ven-t0ken-1"}"#;
const USER: &str = r#"{"id":1,"uuid":"u","title":"Ann","authToken":"g1ven-t0ken-1"}"#;

/// Answers of plex.tv in order, the last one ever after; 0 is no answer at all.
fn script(answers: Vec<(u16, &'static str)>) -> (Account, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let transport = from_fn(move |_| {
        let place = count.fetch_add(1, Ordering::SeqCst).min(answers.len() - 1);
        let (status, body) = answers[place];
        async move {
            if status == 0 {
                return Err(TransportError::new(Phase::Connect, "down"));
            }
            let mut answer = http::Response::new(full_body(body));
            *answer.status_mut() = http::StatusCode::from_u16(status).unwrap();
            if status == 429 {
                let wait = http::HeaderValue::from_static("45");
                answer.headers_mut().insert("retry-after", wait);
            }
            Ok(answer)
        }
    });
    let account = Account::builder()
        .client_identifier("c")
        // What plex.tv is left alone for passes by tokio's clock, which the tests pause.
        .rate_limits(RateLimits::new().max_wait(Duration::from_secs(3600)))
        .timeout(Duration::from_secs(3600))
        .transport(transport)
        .build()
        .unwrap();
    (account, asked)
}

fn waiting() -> Arc<Waiting> {
    Waiting::new(Arc::new(ManualClock::new(Timestamp(0))))
}

#[tokio::test(start_paused = true)]
async fn trouble_on_the_way_does_not_end_it() {
    let busy = r#"{"errors":[{"code":1003,"message":"slow down"}]}"#;
    let (account, _) = script(vec![
        (201, PIN),
        (0, ""),
        (503, "<html>"),
        (429, busy),
        (200, PIN),
        (200, APPROVED),
        (0, ""),
        (200, USER),
    ]);
    let clock = waiting();
    let sign_in = account.sign_in().clock(clock.clone());
    let pin = sign_in.with_link_code().await.unwrap();
    assert_eq!(pin.link_url(), "https://plex.tv/link");
    let signed_in = pin.wait().await.unwrap();
    assert_eq!(&*signed_in.user.title, "Ann");
    let seconds: Vec<u64> = clock.slept().iter().map(Duration::as_secs).collect();
    assert_eq!(
        seconds,
        [2, 4, 45, 1, 2],
        "slower each time, as told, and fast again"
    );
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_bounded_by_the_pin_s_time() {
    let (account, asked) = script(vec![(201, PIN), (0, "")]);
    let clock = waiting();
    let pin = account.sign_in().clock(clock.clone()).with_link_code();
    let error = pin.await.unwrap().wait().await.unwrap_err();
    assert!(matches!(error, PinError::Expired), "{error}");
    assert_eq!(clock.now(), Timestamp(900));
    assert!(asked.load(Ordering::SeqCst) < 40, "it does not hammer");
}

#[tokio::test(start_paused = true)]
async fn what_looking_again_cannot_help_ends_it() {
    let no_client = r#"{"errors":[{"code":1000,"message":"no client"}]}"#;
    let (account, _) = script(vec![(201, PIN), (400, no_client)]);
    let pin = account.sign_in().clock(waiting()).with_link_code();
    let error = pin.await.unwrap().wait().await.unwrap_err();
    assert!(matches!(&error, PinError::Other(e) if e.status().unwrap() == 400));

    // A page that something on the way made up says nothing of the PIN.
    let (account, _) = script(vec![(201, PIN), (404, "<html>not here</html>")]);
    let pin = account.sign_in().clock(waiting()).with_link_code();
    let error = pin.await.unwrap().wait().await.unwrap_err();
    assert!(matches!(&error, PinError::Other(e) if e.is_not_found()));

    let gone = r#"{"errors":[{"code":1020,"message":"gone"}]}"#;
    let (account, _) = script(vec![(201, PIN), (404, gone)]);
    let pin = account.sign_in().clock(waiting()).with_link_code();
    let error = pin.await.unwrap().wait().await.unwrap_err();
    assert!(matches!(error, PinError::Expired));
}

#[tokio::test(start_paused = true)]
async fn a_token_that_was_given_is_not_lost_to_a_failure() {
    let (account, asked) = script(vec![(201, PIN), (200, APPROVED), (0, ""), (200, USER)]);
    let pin = account.sign_in().clock(waiting()).with_link_code();
    let mut pin = pin.await.unwrap();
    let error = pin.poll_once().await.unwrap_err();
    assert!(matches!(&error, PinError::Other(e) if e.is_unreachable()));
    assert!(!format!("{pin:?} {error:?}").contains("g1ven-t0ken-1"));
    assert!(pin.poll_once().await.unwrap().is_some());
    assert_eq!(asked.load(Ordering::SeqCst), 4);
}

#[tokio::test]
async fn people_see_plex_s_own_pages() {
    let (account, _) = script(vec![(201, PIN)]);
    let pin = account.sign_in().in_browser(None).await.unwrap();
    let expected = "https://app.plex.tv/auth#?clientID=c&code=ABCD";
    assert_eq!(pin.auth_url(), expected);
}

#[tokio::test]
async fn a_wait_can_be_given_up() {
    let (plex, clock) = start().await;
    let pin = sign_in(&plex, &Waiting::new(clock)).with_link_code().await;
    let task = tokio::spawn(pin.unwrap().wait());
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    // The server is none the worse for it.
    let account = builder(&plex).build().unwrap();
    let pin = account.authentication().create_pin(CreatePin::default());
    assert!(pin.await.is_ok());
}
