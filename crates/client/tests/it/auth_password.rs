//! Sign-in with a password: each refusal told apart, and none tried twice.

use crate::auth_pin::{builder, start};
use crate::stub;
use plex_sdk::auth::{Password, PasswordError};
use plex_sdk::transport::{from_fn, full_body};
use plex_sdk::{Account, Secret};
use plex_sdk_embedded::{EmbeddedPlex, EmbeddedUser, UserKind};
use std::time::Duration;

fn password(user: &EmbeddedUser) -> Secret {
    user.password.clone().unwrap()
}

async fn refused(plex: &EmbeddedPlex, given: Password) -> PasswordError {
    let before = plex.requests().len();
    let account = builder(plex).build().unwrap();
    let error = account.sign_in().with_password(given).await.unwrap_err();
    assert_eq!(plex.requests().len(), before + 1, "nothing is tried twice");
    error
}

#[tokio::test]
async fn a_password_signs_in_by_name_or_address() {
    let (plex, _) = start().await;
    let owner = plex.user(UserKind::Owner);
    for login in [&owner.username, &owner.email] {
        let account = builder(&plex).build().unwrap();
        let given = Password::new(login, password(&owner)).remember(true);
        let signed_in = account.sign_in().with_password(given).await.unwrap();
        assert_eq!(*signed_in.user.title, owner.name);
        assert!(signed_in.account.check_token().await.is_valid());
    }
}

#[tokio::test]
async fn a_wrong_password_is_wrong_credentials_until_it_is_a_lock() {
    let (plex, clock) = start().await;
    let owner = plex.user(UserKind::Owner);
    for _ in 0..5 {
        let error = refused(&plex, Password::new(&owner.username, "no-s3cret-of-theirs")).await;
        assert!(matches!(error, PasswordError::WrongCredentials), "{error}");
    }
    let right = Password::new(&owner.username, password(&owner));
    let error = refused(&plex, right.clone()).await;
    assert!(matches!(error, PasswordError::Locked), "{error}");
    clock.advance(Duration::from_secs(15 * 60));
    let account = builder(&plex).build().unwrap();
    assert!(account.sign_in().with_password(right).await.is_ok());
}

#[tokio::test]
async fn the_second_factor_is_asked_for_and_checked() {
    let (plex, _) = start().await;
    let friend = plex.user(UserKind::Friend);
    let given = Password::new(&friend.username, password(&friend));
    let error = refused(&plex, given.clone()).await;
    assert!(
        matches!(error, PasswordError::VerificationNeeded),
        "{error}"
    );
    let error = refused(&plex, given.clone().verification_code("000000")).await;
    assert!(matches!(error, PasswordError::VerificationWrong), "{error}");
    let code = friend.verification_code.unwrap();
    let account = builder(&plex).build().unwrap();
    let given = given.verification_code(code);
    let signed_in = account.sign_in().with_password(given).await.unwrap();
    assert_eq!(*signed_in.user.title, friend.name);
}

#[tokio::test]
async fn trouble_says_nothing_about_the_password() {
    let (plex, _) = start().await;
    let owner = plex.user(UserKind::Owner);
    let given = Password::new(&owner.username, password(&owner));
    plex.plex_tv_outage(true);
    let error = refused(&plex, given.clone()).await;
    assert!(matches!(&error, PasswordError::Other(e) if e.status().unwrap() == 503));
    plex.plex_tv_outage(false);
    plex.rate_limit(1, None);
    let error = refused(&plex, given).await;
    assert!(matches!(&error, PasswordError::Other(e) if e.is_rate_limited()));
}

#[tokio::test]
async fn what_was_typed_does_not_come_back_in_an_error() {
    let echo = from_fn(|request: http::Request<bytes::Bytes>| async move {
        let said = String::from_utf8_lossy(request.body()).replace('"', "");
        let body =
            format!(r#"{{"errors":[{{"code":9,"message":"bad {said} p4ss word 271828"}}]}}"#);
        Ok(stub::answer(400, "application/json", body).map(full_body))
    });
    let account = Account::builder()
        .client_identifier("c")
        .transport(echo)
        .build()
        .unwrap();
    let given = Password::new("ann", "p4ss word").verification_code("271828");
    assert!(!format!("{given:?}").contains("p4ss"));
    let error = account.sign_in().with_password(given).await.unwrap_err();
    let shown = format!("{error} {error:?}");
    for secret in ["p4ss", "271828"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
