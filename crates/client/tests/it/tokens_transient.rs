//! The kept transient token, against a server made up on the spot: one mint, many waiters, cancelled ones, rejections.

use crate::stub::{IDENTITY, token};
use bytes::Bytes;
use plex_sdk::policy::RetryPolicy;
use plex_sdk::time::Timestamp;
use plex_sdk::tokens::TransientTokens;
use plex_sdk::transport::{Body, BoxFuture, Phase, TransportError, from_fn, full_body};
use plex_sdk::{Clock, Error, ErrorKind, Server, TransientToken};
use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use tokio::task::{JoinSet, yield_now};

/// A server that knows its last token only.
#[derive(Clone, Default)]
struct Fake(Arc<FakeInner>);

#[derive(Default)]
struct FakeInner {
    mints: AtomicU64,
    good: Mutex<Option<String>>,
    /// It takes no transient token at all.
    takes_none: AtomicBool,
    /// It refuses the token that mints.
    revoked: AtomicBool,
    /// It cannot be reached.
    down: AtomicBool,
}

impl Fake {
    fn mints(&self) -> u64 {
        self.0.mints.load(Ordering::SeqCst)
    }

    fn restart(&self) {
        *self.0.good.lock().unwrap() = None;
    }

    fn owner(&self) -> Server {
        let fake = self.clone();
        Server::builder()
            .url("http://plex.test:32400")
            .token(token())
            .retries(RetryPolicy::none())
            .transport(from_fn(move |request| fake.clone().answer(request)))
            .build()
            .unwrap()
    }

    /// A client with the kept token.
    fn user(&self, tokens: TransientTokens) -> Server {
        let fake = self.clone();
        Server::builder()
            .url("http://plex.test:32400")
            .token_source(tokens)
            .retries(RetryPolicy::none())
            .transport(from_fn(move |request| fake.clone().answer(request)))
            .build()
            .unwrap()
    }

    async fn answer(
        self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Body>, TransportError> {
        // Some awaits, for callers to be cancelled at.
        for _ in 0..3 {
            yield_now().await;
        }
        let is = |flag: &AtomicBool| flag.load(Ordering::SeqCst);
        if is(&self.0.down) {
            return Err(TransportError::new(Phase::Connect, "refused"));
        }
        let sent = request.headers().get("x-plex-token").cloned();
        let refused = || {
            let page = http::Response::builder().status(401);
            Ok(page.body(full_body("<html></html>")).unwrap())
        };
        if request.uri().path() == "/security/token" {
            if is(&self.0.revoked) {
                return refused();
            }
            let number = self.0.mints.fetch_add(1, Ordering::SeqCst) + 1;
            let minted = format!("transient-{number}");
            *self.0.good.lock().unwrap() = Some(minted.clone());
            let body = format!(r#"{{"MediaContainer":{{"size":0,"token":"{minted}"}}}}"#);
            return Ok(http::Response::new(full_body(body)));
        }
        let good = self.0.good.lock().unwrap().clone();
        let own = sent.as_ref().is_some_and(|sent| *sent == *token().expose());
        let kept = good.is_some()
            && sent.is_some_and(|sent| Some(sent.as_bytes()) == good.as_deref().map(str::as_bytes));
        if own || (kept && !is(&self.0.takes_none)) {
            return Ok(http::Response::new(full_body(IDENTITY)));
        }
        refused()
    }
}

async fn call(server: &Server) -> Result<(), Error> {
    server.general().get_server_info().await.map(drop)
}

fn transient(number: u64) -> TransientToken {
    TransientToken::new(format!("transient-{number}")).unwrap()
}

#[tokio::test]
async fn ten_thousand_waiters_are_one_mint() {
    let fake = Fake::default();
    let owner = fake.owner();
    let mut waiters = JoinSet::new();
    for _ in 0..10_000 {
        // Each asks anew: the token belongs to the server.
        let tokens = owner.transient_tokens();
        waiters.spawn(async move { tokens.get().await });
    }
    while let Some(got) = waiters.join_next().await {
        assert_eq!(got.unwrap().unwrap(), transient(1));
    }
    assert_eq!(fake.mints(), 1);
    assert_eq!(
        owner.clone().transient_tokens().get().await.unwrap(),
        transient(1)
    );
}

#[tokio::test]
async fn an_error_is_everyones_and_the_next_one_tries_anew() {
    let fake = Fake::default();
    fake.0.revoked.store(true, Ordering::SeqCst);
    let tokens = fake.owner().transient_tokens();
    let mut waiters = JoinSet::new();
    for _ in 0..100 {
        let tokens = tokens.clone();
        waiters.spawn(async move { tokens.get().await });
    }
    while let Some(got) = waiters.join_next().await {
        let error = got.unwrap().unwrap_err();
        assert!(error.is_unauthorized(), "{error}");
        assert_eq!(error.operation(), "GetTransientToken");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    }
    // The same error ends a call that needs the token.
    let error = call(&fake.user(tokens.clone())).await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    assert_eq!(error.operation(), "GetTransientToken");
    fake.0.revoked.store(false, Ordering::SeqCst);
    tokens.get().await.unwrap();
}

/// Polls a future this often and drops it; says whether it was done by then.
async fn dropped_after<F: Future>(polls: usize, future: F) -> bool {
    let mut future = pin!(future);
    for _ in 0..polls {
        let mut context = Context::from_waker(Waker::noop());
        if future.as_mut().poll(&mut context).is_ready() {
            return true;
        }
        yield_now().await;
    }
    false
}

#[tokio::test]
async fn a_waiter_that_goes_away_loses_and_repeats_nothing() {
    let mut done = 0;
    for polls in 0..40 {
        let fake = Fake::default();
        let tokens = fake.owner().transient_tokens();
        let other = tokens.clone();
        let waiting = tokio::spawn(async move { other.get().await });
        done += usize::from(dropped_after(polls, tokens.get()).await);
        assert_eq!(waiting.await.unwrap().unwrap(), transient(1));
        assert_eq!(tokens.get().await.unwrap(), transient(1));
        assert_eq!(fake.mints(), 1, "dropped after {polls} polls");

        // The only waiter goes away: the mint it began is the next one's.
        let fake = Fake::default();
        let tokens = fake.owner().transient_tokens();
        dropped_after(polls, tokens.get()).await;
        assert_eq!(tokens.get().await.unwrap(), transient(1));
        assert_eq!(fake.mints(), 1, "dropped after {polls} polls");
    }
    assert!(
        done > 0 && done < 40,
        "the points reach from before the mint to its end: {done}"
    );
}

#[tokio::test]
async fn a_call_that_is_dropped_leaves_a_good_token() {
    let mut done = 0;
    for polls in 0..80 {
        let fake = Fake::default();
        let tokens = fake.owner().transient_tokens();
        let user = fake.user(tokens.clone());
        call(&user).await.unwrap();
        fake.restart();
        // On its way it finds the token refused and mints another one.
        done += usize::from(dropped_after(polls, call(&user)).await);
        call(&user).await.unwrap();
        assert!(
            fake.mints() == 2,
            "dropped after {polls} polls: {} mints",
            fake.mints()
        );
    }
    assert!(done > 0 && done < 80, "{done}");
}

#[test]
fn a_mint_outlives_no_runtime_and_is_begun_again() {
    let runtime = || {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_all().build().unwrap()
    };
    let fake = Fake::default();
    let tokens = fake.owner().transient_tokens();
    runtime().block_on(dropped_after(1, tokens.get()));
    let token = runtime().block_on(tokens.get()).unwrap();
    assert_eq!((token, fake.mints()), (transient(1), 1));
    tokens.clear();
    let mut get = pin!(tokens.get());
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(Err(error)) = get.as_mut().poll(&mut context) else {
        panic!("without a runtime there is nothing to wait for");
    };
    assert_eq!(*error.kind(), ErrorKind::NoToken);
}

#[tokio::test]
async fn a_restart_is_not_seen_by_the_callers() {
    let fake = Fake::default();
    let tokens = fake.owner().transient_tokens();
    let user = fake.user(tokens.clone());
    for round in 1..=20 {
        let mut calls = JoinSet::new();
        for _ in 0..50 {
            let user = user.clone();
            calls.spawn(async move { call(&user).await });
        }
        while let Some(result) = calls.join_next().await {
            result.unwrap().unwrap();
        }
        assert_eq!(fake.mints(), round, "one mint a restart");
        fake.restart();
    }
}

#[tokio::test]
async fn a_server_that_takes_no_token_is_not_asked_for_more_and_more() {
    let fake = Fake::default();
    let clock = Arc::new(Hands::default());
    let tokens = fake.owner().transient_tokens().with_clock(clock.clone());
    fake.0.takes_none.store(true, Ordering::SeqCst);
    let user = fake.user(tokens);
    for _ in 0..100 {
        assert!(call(&user).await.unwrap_err().is_unauthorized());
    }
    assert_eq!(fake.mints(), 2);
    // As time goes by it is tried again.
    clock.on(Duration::from_secs(61));
    for _ in 0..100 {
        assert!(call(&user).await.unwrap_err().is_unauthorized());
    }
    assert_eq!(fake.mints(), 3);
    fake.0.takes_none.store(false, Ordering::SeqCst);
    call(&user).await.unwrap();
    fake.restart();
    call(&user).await.unwrap();
}

#[tokio::test]
async fn what_a_player_reports_is_believed_once() {
    let fake = Fake::default();
    let tokens = fake.owner().transient_tokens();
    let first = tokens.get().await.unwrap();
    assert!(tokens.rejected(&first));
    assert_eq!(tokens.get().await.unwrap(), transient(2));
    assert!(tokens.rejected(&first), "there is another one");
    assert_eq!(tokens.get().await.unwrap(), transient(2));
    assert_eq!(fake.mints(), 2);
}

#[tokio::test]
async fn after_the_server_was_away_a_player_gets_a_new_one() {
    let fake = Fake::default();
    let owner = fake.owner();
    let tokens = owner.transient_tokens();
    let user = fake.user(tokens.clone());
    call(&user).await.unwrap();
    fake.0.down.store(true, Ordering::SeqCst);
    assert!(call(&user).await.unwrap_err().is_unreachable());
    assert!(tokens.get().await.unwrap_err().is_unreachable());
    fake.0.down.store(false, Ordering::SeqCst);
    assert_eq!(tokens.get().await.unwrap(), transient(2));
    // Where the old one turns out to be good it is kept.
    fake.0.down.store(true, Ordering::SeqCst);
    call(&user).await.unwrap_err();
    fake.0.down.store(false, Ordering::SeqCst);
    call(&user).await.unwrap();
    assert_eq!(tokens.get().await.unwrap(), transient(2));
    // The owner's own calls tell as well.
    fake.0.down.store(true, Ordering::SeqCst);
    call(&owner).await.unwrap_err();
    fake.0.down.store(false, Ordering::SeqCst);
    call(&owner).await.unwrap();
    assert_eq!(tokens.get().await.unwrap(), transient(3));
}

#[tokio::test]
async fn signing_out_forgets() {
    let fake = Fake::default();
    let tokens = fake.owner().transient_tokens();
    tokens.get().await.unwrap();
    tokens.clear();
    assert_eq!(tokens.get().await.unwrap(), transient(2));
    // A mint under way is not kept.
    tokens.clear();
    dropped_after(1, tokens.get()).await;
    tokens.clear();
    assert_eq!(tokens.get().await.unwrap(), transient(4));
    let shown = format!("{tokens:?}");
    assert!(
        shown.contains("redacted") && !shown.contains("transient-"),
        "{shown}"
    );
}

/// Two clocks with hands.
#[derive(Default)]
pub(crate) struct Hands {
    monotonic: AtomicU64,
    wall: AtomicI64,
}

impl Hands {
    pub(crate) fn on(&self, by: Duration) {
        self.monotonic.fetch_add(by.as_secs(), Ordering::SeqCst);
        self.wall_on(by);
    }

    pub(crate) fn wall_on(&self, by: Duration) {
        let by = i64::try_from(by.as_secs()).unwrap();
        self.wall.fetch_add(by, Ordering::SeqCst);
    }
}

impl Clock for Hands {
    fn monotonic(&self) -> Duration {
        Duration::from_secs(self.monotonic.load(Ordering::SeqCst))
    }
    fn now(&self) -> Timestamp {
        Timestamp(self.wall.load(Ordering::SeqCst))
    }
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.on(duration);
        Box::pin(tokio::task::yield_now())
    }
}

#[tokio::test]
async fn it_is_replaced_an_hour_before_its_end() {
    let hour = Duration::from_secs(3600);
    let (fake, clock) = (Fake::default(), Arc::new(Hands::default()));
    let tokens = fake.owner().transient_tokens().with_clock(clock.clone());
    assert_eq!(tokens.get().await.unwrap(), transient(1));
    clock.on(46 * hour + Duration::from_secs(3599));
    assert_eq!(tokens.get().await.unwrap(), transient(1));
    clock.on(Duration::from_secs(1));
    assert_eq!(tokens.get().await.unwrap(), transient(2));
    // The computer slept: only the time of day went on.
    clock.wall_on(47 * hour);
    assert_eq!(tokens.get().await.unwrap(), transient(3));
}

#[tokio::test]
async fn a_call_does_not_repeat_what_its_source_repeated() {
    let fake = Fake::default();
    let tokens = fake.owner().transient_tokens();
    fake.0.down.store(true, Ordering::SeqCst);
    let tries = Arc::new(AtomicU64::new(0));
    let counted = Counted(tokens, tries.clone());
    let user = Server::builder()
        .url("http://plex.test:32400")
        .token_source(counted)
        .build()
        .unwrap();
    let error = call(&user).await.unwrap_err();
    assert!(error.is_unreachable(), "{error}");
    assert_eq!(error.operation(), "GetTransientToken");
    assert_eq!(tries.load(Ordering::SeqCst), 1);
}

/// Counts how often it is asked.
struct Counted(TransientTokens, Arc<AtomicU64>);

impl plex_sdk::tokens::TokenSource for Counted {
    fn token(
        &self,
    ) -> plex_sdk::transport::BoxFuture<'_, Result<plex_sdk::Token, plex_sdk::transport::BoxError>>
    {
        self.1.fetch_add(1, Ordering::SeqCst);
        plex_sdk::tokens::TokenSource::token(&self.0)
    }
}
