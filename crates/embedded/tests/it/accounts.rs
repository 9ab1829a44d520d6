//! plex.tv: sign-in with a password, sign-out, linking another app, and what a test can make go wrong.

use super::*;
use plex_sdk_contract::Plain;
use plex_sdk_contract::model::{AccountDetails, Pin};
use std::time::Duration;

const SIGN_IN: &str = "/api/v2/users/signin";

async fn sign_in(plex: &EmbeddedPlex, app: &str, form: &str) -> Answer {
    let asked = ask(Method::POST, plex.plex_tv_url(), SIGN_IN).client(app);
    asked.json().form(form).send().await
}

/// The form for a person, with a password that has nothing to escape.
fn form(plex: &EmbeddedPlex, user: UserKind) -> String {
    let user = plex.user(user);
    let password = user.password.unwrap();
    format!("login={}&password={}", user.username, password.expose())
}

#[tokio::test]
async fn a_password_signs_in() {
    let plex = start().await;
    for user in [UserKind::Owner, UserKind::Home, UserKind::Stranger] {
        let answer = sign_in(&plex, "app", &form(&plex, user)).await;
        assert_eq!(answer.status, 201, "{user}");
        let Plain(account): Plain<AccountDetails> = answer.read();
        assert_eq!(account.username, *plex.user(user).username);
        assert!(!account.two_factor_enabled && account.has_password);
        let token = account.auth_token.unwrap();
        assert_eq!(checked(&plex, token.expose()).await, 200);
    }
    let by_mail = format!(
        "login=OLIVE%40example.com&password={}&rememberMe=true",
        plex.user(UserKind::Owner).password.unwrap().expose()
    );
    let Plain(account): Plain<AccountDetails> = sign_in(&plex, "app", &by_mail).await.read();
    assert!(account.remember_expires_at.is_some());
    let requests = plex.requests();
    assert!(
        requests
            .iter()
            .all(|request| !request.path.contains("password"))
    );
}

#[tokio::test]
async fn who_cannot_sign_in() {
    let plex = start().await;
    assert_eq!(plex.user(UserKind::Managed).password, None);
    for wrong in [
        "login=olive.owner&password=no",
        "login=nobody&password=olive-Password-1",
        "login=&password=",
        "login=mina.managed&password=",
    ] {
        let answer = sign_in(&plex, wrong, wrong).await;
        assert_eq!(answer.error(), (401, 1001), "{wrong}");
    }
    assert_eq!(sign_in(&plex, "app", "login=olive.owner").await.status, 400);
    let nameless = ask(Method::POST, plex.plex_tv_url(), SIGN_IN).json();
    let nameless = nameless.form(&form(&plex, UserKind::Owner)).send().await;
    assert_eq!(nameless.error(), (400, 1000));
    let huge = "x".repeat(1024 * 1024 + 1);
    assert_eq!(sign_in(&plex, "app", &huge).await.status, 413);
}

#[tokio::test]
async fn the_friend_needs_a_verification_code() {
    let plex = start().await;
    let form = form(&plex, UserKind::Friend);
    let answer = sign_in(&plex, "app", &form).await;
    assert_eq!(answer.error(), (401, 1029));
    assert!(answer.text().contains("verification code"));
    let with = |code: &str| format!("{form}&verificationCode={code}");
    assert_eq!(sign_in(&plex, "app", &with("1")).await.error(), (401, 1028));
    let code = plex.user(UserKind::Friend).verification_code.unwrap();
    let Plain(account): Plain<AccountDetails> =
        sign_in(&plex, "app", &with(code.expose())).await.read();
    assert!(account.two_factor_enabled);

    plex.set_verification_code(UserKind::Friend, Some("new"));
    assert_eq!(
        sign_in(&plex, "app", &with(code.expose())).await.error(),
        (401, 1028)
    );
    assert_eq!(sign_in(&plex, "app", &with("new")).await.status, 201);
    plex.set_verification_code(UserKind::Friend, None);
    assert_eq!(plex.user(UserKind::Friend).verification_code, None);
    assert_eq!(sign_in(&plex, "app", &form).await.status, 201);
}

#[tokio::test]
async fn five_wrong_attempts_lock_the_app_until_time_has_passed() {
    let (clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let right = form(&plex, UserKind::Owner);
    for _ in 0..5 {
        let wrong = sign_in(&plex, "app", "login=olive.owner&password=no").await;
        assert_eq!(wrong.error(), (401, 1001));
    }
    assert_eq!(sign_in(&plex, "app", &right).await.error(), (401, 1031));
    assert_eq!(sign_in(&plex, "other", &right).await.status, 201);
    clock.advance(Duration::from_secs(899));
    assert_eq!(sign_in(&plex, "app", &right).await.error(), (401, 1031));
    clock.advance(Duration::from_secs(1));
    assert_eq!(sign_in(&plex, "app", &right).await.status, 201);
}

#[tokio::test]
async fn signing_out_ends_the_token_and_what_was_minted_with_it() {
    let plex = start().await;
    let Plain(account): Plain<AccountDetails> =
        sign_in(&plex, "app", &form(&plex, UserKind::Owner))
            .await
            .read();
    let token = account.auth_token.unwrap();
    let minted = mint(plex.server().url(), token.expose()).await;
    let sign_out =
        || ask(Method::DELETE, plex.plex_tv_url(), "/api/v2/users/signout").client("app");
    assert_eq!(sign_out().status().await, 401);
    let answer = sign_out().token(token.expose()).send().await;
    assert_eq!((answer.status.as_u16(), answer.text()), (204, ""));
    assert_eq!(checked(&plex, token.expose()).await, 401);
    for ended in [token.expose(), &minted] {
        assert_eq!(
            get(plex.server().url(), "/").token(ended).status().await,
            401
        );
    }
    assert_eq!(sign_out().token(token.expose()).status().await, 401);
    let own = plex.user(UserKind::Owner).account_token;
    assert_eq!(checked(&plex, own.expose()).await, 200);
}

#[tokio::test]
async fn one_app_links_another() {
    let plex = start().await;
    let base = plex.plex_tv_url();
    let pins = ask(Method::POST, base, "/api/v2/pins").client("tv").json();
    let Plain(pin): Plain<Pin> = pins.send().await.read();
    let home = plex.user(UserKind::Home).account_token;
    for path in ["/api/v2/pins/link", "/api/v2/pins/link.json"] {
        let link = || ask(Method::PUT, base, path).client("phone").json();
        let unknown = link().token(home.expose()).form("code=0000").send().await;
        assert_eq!(unknown.error(), (404, 1020));
        let code = format!("code={}", pin.code.to_lowercase());
        assert_eq!(link().form(&code).status().await, 401);
        let approved = link().token(home.expose()).form(&code).send().await;
        let first = path.ends_with("link");
        assert_eq!(approved.status, if first { 204 } else { 404 });
    }
    let poll = get(base, &format!("/api/v2/pins/{}?code={}", pin.id, pin.code));
    let Plain(read): Plain<Pin> = poll.client("tv").json().send().await.read();
    let token = read.token().unwrap();
    let user = get(base, "/api/v2/user").client("tv").json();
    let Plain(account): Plain<AccountDetails> = user.token(token.expose()).send().await.read();
    assert_eq!(account.title, *plex.user(UserKind::Home).name);
    let other = get(base, &format!("/api/v2/pins/{}?code=0000", pin.id));
    assert_eq!(other.client("tv").json().send().await.error(), (404, 1020));
}

#[tokio::test]
async fn too_many_requests_and_an_outage() {
    let plex = start().await;
    let token = plex.user(UserKind::Owner).account_token;
    let ask = || get(plex.plex_tv_url(), "/api/v2/user").client("app").json();
    let ask = || ask().token(token.expose());
    plex.rate_limit(2, Some(Duration::from_secs(7)));
    for _ in 0..2 {
        let refused = ask().send().await;
        assert_eq!(refused.status, 429);
        assert_eq!(refused.header("retry-after"), "7");
    }
    assert_eq!(ask().status().await, 200);
    plex.rate_limit(1, None);
    assert_eq!(ask().send().await.header("retry-after"), "");
    plex.plex_tv_outage(true);
    assert_eq!(ask().status().await, 503);
    assert_eq!(get(plex.plex_tv_url(), "/link").status().await, 503);
    let server = get(plex.server().url(), "/").token(token.expose());
    assert_eq!(server.status().await, 200);
    plex.plex_tv_outage(false);
    assert_eq!(ask().status().await, 200);
}
