//! Devices with keys of their own: registered, renewed in time, by one caller for all.

use crate::auth_pin::{Waiting, builder, start};
use plex_sdk::auth::{DeviceKey, JwtSession, PinError, RegisterError, jwt_expires_at};
use plex_sdk::endpoints::plextv::authentication::GetTokenDetails;
use plex_sdk::model;
use plex_sdk::{Account, Jwt};
use plex_sdk_embedded::{EmbeddedPlex, ManualClock, UserKind};
use std::sync::Arc;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn owner(plex: &EmbeddedPlex) -> Account {
    let token = plex.user(UserKind::Owner).account_token;
    builder(plex).token(token).build().unwrap()
}

fn exchanges(plex: &EmbeddedPlex) -> usize {
    let requests = plex.requests();
    let shown = requests.iter().map(|request| format!("{request:?}"));
    shown.filter(|text| text.contains("/auth/token")).count()
}

async fn registered(plex: &EmbeddedPlex, clock: &Arc<ManualClock>) -> JwtSession {
    let key = DeviceKey::generate().unwrap();
    let device = owner(plex).device(key).clock(Waiting::new(clock.clone()));
    device.register().await.unwrap()
}

async fn user(session: &JwtSession) -> model::AccountDetails {
    session.send(GetTokenDetails::default()).await.unwrap().0
}

#[tokio::test]
async fn an_account_token_makes_a_key_known() {
    let (plex, clock) = start().await;
    let session = registered(&plex, &clock).await;
    let jwt = session.jwt().await.unwrap();
    assert_eq!(exchanges(&plex), 1, "a good token is kept");
    let end = jwt_expires_at(&jwt).unwrap();
    assert_eq!(
        end,
        plex_sdk_embedded::EmbeddedClock::now(&*clock).plus_secs(7 * 86_400)
    );
    assert_eq!(*user(&session).await.title, plex.user(UserKind::Owner).name);
    let account = session.account().await.unwrap();
    assert!(account.check_token().await.is_valid());
    assert!(!format!("{session:?}").contains(jwt.expose()));
}

#[tokio::test]
async fn a_kept_key_and_token_go_on_at_the_next_start() {
    let (plex, clock) = start().await;
    let key = DeviceKey::generate().unwrap();
    let waiting = Waiting::new(clock);
    let device = owner(&plex).device(key.clone()).clock(waiting.clone());
    let jwt = device.register().await.unwrap().jwt().await.unwrap();

    let key = DeviceKey::import(&key.export()).unwrap();
    let account = builder(&plex).build().unwrap();
    let device = account.device(key).clock(waiting);
    let session = device.clone().session(Some(jwt.clone()));
    assert_eq!(session.jwt().await.unwrap(), jwt);
    assert_eq!(exchanges(&plex), 1);
    // The key alone is enough.
    let fresh = device.session(None).jwt().await.unwrap();
    assert_ne!(fresh, jwt);
}

#[tokio::test]
async fn a_token_is_renewed_a_day_before_its_end_by_one_for_all() {
    let (plex, clock) = start().await;
    let session = registered(&plex, &clock).await;
    let first = session.jwt().await.unwrap();
    clock.advance(DAY * 5 + Duration::from_secs(24 * 60 * 60 - 1));
    assert_eq!(session.jwt().await.unwrap(), first);
    clock.advance(Duration::from_secs(1));
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let session = session.clone();
            tokio::spawn(async move { session.jwt().await.unwrap() })
        })
        .collect();
    for task in tasks {
        assert_ne!(task.await.unwrap(), first);
    }
    assert_eq!(exchanges(&plex), 2);
}

#[tokio::test]
async fn while_plex_tv_is_down_a_good_token_is_used_on() {
    let (plex, clock) = start().await;
    let session = registered(&plex, &clock).await;
    let first = session.jwt().await.unwrap();
    clock.advance(DAY * 6);
    plex.plex_tv_outage(true);
    let asked = plex.requests().len();
    assert_eq!(session.jwt().await.unwrap(), first);
    let tried = plex.requests().len();
    assert!(tried > asked);
    assert_eq!(session.jwt().await.unwrap(), first);
    assert_eq!(plex.requests().len(), tried, "not at every call");
    clock.advance(DAY);
    let error = session.jwt().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 503);
    plex.plex_tv_outage(false);
    assert_ne!(session.jwt().await.unwrap(), first);
}

#[tokio::test]
async fn a_498_renews_and_the_call_is_made_again() {
    let (plex, clock) = start().await;
    // This computer's clock stands still while plex.tv's goes on.
    let slow = Waiting::new(Arc::new(ManualClock::new(
        plex_sdk_embedded::EmbeddedClock::now(&*clock),
    )));
    let key = DeviceKey::generate().unwrap();
    let session = owner(&plex).device(key).clock(slow.clone()).register();
    let session = session.await.unwrap();
    let first = session.jwt().await.unwrap();
    clock.advance(DAY * 8);
    let account = builder(&plex).jwt(first.clone()).build().unwrap();
    let verdict = account.check_token().await;
    assert!(matches!(verdict, plex_sdk::auth::TokenStatus::Revoked(_)));
    // What the device signs now is from last week: plex.tv takes none of it until the clock is right.
    let error = session.send(GetTokenDetails::default()).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 422);
    plex_sdk::Clock::sleep(&*slow, DAY * 8).await;
    assert_eq!(*user(&session).await.title, plex.user(UserKind::Owner).name);

    let second = session.jwt().await.unwrap();
    let both = tokio::join!(session.renewed(&second), session.renewed(&second));
    assert_eq!(both.0.unwrap(), both.1.unwrap(), "one renewal for both");
}

#[tokio::test]
async fn a_key_is_one_device_s() {
    let (plex, clock) = start().await;
    let key = DeviceKey::generate().unwrap();
    let waiting = Waiting::new(clock);
    let device = owner(&plex).device(key.clone()).clock(waiting.clone());
    device.register().await.unwrap();
    let token = plex.user(UserKind::Friend).account_token;
    let other = builder(&plex).client_identifier("other").token(token);
    let other = other.build().unwrap().device(key).clock(waiting);
    let error = other.register().await.unwrap_err();
    assert!(matches!(error, RegisterError::KeyTaken), "{error}");
}

#[tokio::test]
async fn a_device_that_was_removed_gets_nothing_more() {
    let (plex, clock) = start().await;
    let session = registered(&plex, &clock).await;
    let jwt = session.jwt().await.unwrap();
    plex.forget_device("auth-tests");
    assert!(
        session
            .send(GetTokenDetails::default())
            .await
            .unwrap_err()
            .is_unauthorized()
    );
    let error = session.renewed(&jwt).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 422);
    assert!(!format!("{error} {error:?}").contains("eyJ"));
}

#[tokio::test]
async fn a_pin_gives_a_new_device_its_first_token() {
    let (plex, clock) = start().await;
    let waiting = Waiting::new(clock);
    let account = builder(&plex).build().unwrap();
    let key = DeviceKey::generate().unwrap();
    let sign_in = account.sign_in().clock(waiting.clone());
    let mut pin = sign_in
        .clone()
        .with_device_key(&key)
        .in_browser(None)
        .await
        .unwrap();
    assert!(pin.poll_once().await.unwrap().is_none());
    let code = pin.auth_url().split("code=").nth(1).unwrap();
    let code = code.split('&').next().unwrap().to_owned();
    plex.approve_pin(&code, UserKind::Home).unwrap();
    let signed_in = pin.poll_once().await.unwrap().unwrap();
    let jwt: Jwt = signed_in.token;
    assert_eq!(*signed_in.user.title, plex.user(UserKind::Home).name);
    let device = account.device(key.clone()).clock(waiting.clone());
    let session = device.session(Some(jwt.clone()));
    assert_eq!(session.jwt().await.unwrap(), jwt);
    assert_ne!(session.renewed(&jwt).await.unwrap(), jwt);

    let pin = sign_in
        .interval(Duration::from_secs(60))
        .with_device_key(&key)
        .with_link_code()
        .await
        .unwrap();
    assert_eq!(pin.code().len(), 4);
    let error = pin.wait().await.unwrap_err();
    assert!(matches!(error, PinError::Expired), "{error}");
}
