//! The sign-in flows without async.

use crate::auth_pin::Waiting;
use plex_sdk::Account;
use plex_sdk::auth::{DeviceKey, Password, PasswordError, PinError, TokenStatus};
use plex_sdk::endpoints::plextv::authentication::GetTokenDetails;
use plex_sdk::time::Timestamp;
use plex_sdk_embedded::{EmbeddedPlex, ManualClock, UserKind};
use std::sync::Arc;
use std::time::Duration;

#[test]
fn every_flow_has_its_counterpart() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let clock = Arc::new(ManualClock::new(Timestamp(1_750_000_000)));
    let builder = EmbeddedPlex::builder().clock(clock.clone());
    let plex = runtime.block_on(builder.start()).unwrap();
    let waiting = Waiting::new(clock);
    let account = Account::builder()
        .url(plex.plex_tv_url())
        .client_identifier("b")
        .blocking()
        .unwrap();
    let sign_in = || account.sign_in().clock(waiting.clone());

    let minute = Duration::from_secs(60);
    let pin = sign_in().interval(minute).with_link_code().unwrap();
    assert!(matches!(pin.wait(), Err(PinError::Expired)));
    let mut pin = sign_in().in_browser(None).unwrap();
    assert!(pin.auth_url().contains("code=") && pin.poll_once().unwrap().is_none());
    let pin = sign_in().with_link_code().unwrap();
    plex.approve_pin(pin.code(), UserKind::Owner).unwrap();
    let signed_in = pin.wait().unwrap();
    assert!(signed_in.account.check_token().is_valid());
    let owner = signed_in.account;

    let wrong = Password::new("nobody", "no-s3cret");
    let error = sign_in().with_password(wrong).unwrap_err();
    assert!(matches!(error, PasswordError::WrongCredentials));

    let users = owner.home_users().unwrap();
    let managed = users.iter().find(|user| user.restricted).unwrap();
    assert!(owner.switch_to(managed, None).unwrap().user.restricted);
    let shares = owner.shares_of(plex.server().machine_identifier());
    assert_eq!(shares.unwrap().len(), 3);
    let tv = sign_in().with_link_code().unwrap();
    owner.approve_pin(tv.code()).unwrap();
    assert!(tv.wait().is_ok());

    let device = owner.device(DeviceKey::generate().unwrap());
    let session = device.clock(waiting.clone()).register().unwrap();
    let jwt = session.jwt().unwrap();
    assert_ne!(session.renewed(&jwt).unwrap(), jwt);
    assert_eq!(
        session.send(GetTokenDetails::default()).unwrap().id,
        signed_in.user.id
    );
    assert!(session.account().unwrap().check_token().is_valid());

    // Inside a runtime nothing is sent, and the token is not to blame.
    let inside = runtime.block_on(async { owner.check_token() });
    assert!(matches!(inside, TokenStatus::Undecided(e) if e.is_invalid_request()));
    owner.sign_out().unwrap();
    assert!(owner.check_token().is_refused());
}
