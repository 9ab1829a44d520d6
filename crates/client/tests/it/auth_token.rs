//! Checks of a token, sign-out, another app's PIN, Home users, and what each may do.

use crate::auth_pin::{Waiting, builder, start};
use plex_sdk::auth::{Capabilities, PinError, Relation, SwitchError, TokenStatus};
use plex_sdk::endpoints::plextv::resources::GetServerResources;
use plex_sdk::{Account, AccountToken, Server};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};

fn as_user(plex: &EmbeddedPlex, user: UserKind) -> Account {
    let token = plex.user(user).account_token;
    builder(plex).token(token).build().unwrap()
}

#[tokio::test]
async fn only_plex_tv_s_word_ends_a_token() {
    let (plex, _) = start().await;
    let account = as_user(&plex, UserKind::Friend);
    let TokenStatus::Valid(user) = account.check_token().await else {
        panic!("it is good");
    };
    assert_eq!(*user.title, plex.user(UserKind::Friend).name);
    plex.plex_tv_outage(true);
    assert!(matches!(
        account.check_token().await,
        TokenStatus::Undecided(_)
    ));
    plex.plex_tv_outage(false);
    // As often as a read is tried.
    plex.rate_limit(3, None);
    assert!(matches!(
        account.check_token().await,
        TokenStatus::Undecided(_)
    ));
    assert!(account.check_token().await.is_valid());
    plex.revoke(plex.user(UserKind::Friend).account_token.expose());
    assert!(matches!(
        account.check_token().await,
        TokenStatus::Rejected(_)
    ));

    let nowhere = Account::builder()
        .url("http://127.0.0.1:1")
        .client_identifier("c")
        .token(AccountToken::new("s0me-token-of-mine").unwrap())
        .build()
        .unwrap();
    let verdict = nowhere.check_token().await;
    assert!(matches!(&verdict, TokenStatus::Undecided(e) if e.is_unreachable()));
    assert!(!format!("{verdict:?}").contains("s0me-token"));
}

#[tokio::test]
async fn a_sign_out_ends_the_token() {
    let (plex, _) = start().await;
    let account = as_user(&plex, UserKind::Stranger);
    account.sign_out().await.unwrap();
    assert!(account.check_token().await.is_refused());
    assert!(account.sign_out().await.unwrap_err().is_unauthorized());
}

#[tokio::test]
async fn a_signed_in_app_approves_another_one_s_pin() {
    let (plex, clock) = start().await;
    let waiting = Waiting::new(clock);
    let other = builder(&plex).client_identifier("tv").build().unwrap();
    let pin = other.sign_in().clock(waiting).with_link_code();
    let mut pin = pin.await.unwrap();
    let owner = as_user(&plex, UserKind::Owner);
    owner.approve_pin(pin.code()).await.unwrap();
    let signed_in = pin.poll_once().await.unwrap().unwrap();
    assert_eq!(*signed_in.user.title, plex.user(UserKind::Owner).name);
    let error = owner.approve_pin("ZZZZ").await.unwrap_err();
    assert!(matches!(error, PinError::Expired), "{error}");
}

#[tokio::test]
async fn a_home_is_listed_and_switched_in() {
    let (plex, _) = start().await;
    let owner = as_user(&plex, UserKind::Owner);
    let users = owner.home_users().await.unwrap();
    assert_eq!(users.len(), 3);
    let named = |kind| {
        let name = plex.user(kind).name;
        users.iter().find(|user| *user.title == name).unwrap()
    };
    let managed = owner
        .switch_to(named(UserKind::Managed), None)
        .await
        .unwrap();
    assert!(managed.user.restricted);
    assert!(managed.account.check_token().await.is_valid());

    let (home, pin) = (named(UserKind::Home), plex.user(UserKind::Home).home_pin);
    assert!(home.protected);
    let error = owner.switch_to(home, None).await.unwrap_err();
    assert!(matches!(error, SwitchError::PinNeeded), "{error}");
    let error = owner.switch_to(home, Some("".into())).await.unwrap_err();
    assert!(matches!(error, SwitchError::PinNeeded), "{error}");
    let error = owner
        .switch_to(home, Some("9090".into()))
        .await
        .unwrap_err();
    assert!(matches!(error, SwitchError::WrongPin), "{error}");
    let switched = owner.switch_to(home, pin).await.unwrap();
    assert_eq!(*switched.user.title, *home.title);

    // A token's refusal is not a PIN's, and a stranger is nobody's Home user.
    let nobody = AccountToken::new("n0body-s-token-1").unwrap();
    let nobody = builder(&plex).token(nobody).build().unwrap();
    let error = nobody.switch_to(home, Some("1".into())).await.unwrap_err();
    assert!(matches!(&error, SwitchError::Other(e) if e.is_unauthorized()));
    let stranger = as_user(&plex, UserKind::Stranger);
    let error = stranger.switch_to(home, None).await.unwrap_err();
    assert!(matches!(&error, SwitchError::Other(e) if e.is_not_found()));
    let shown = format!("{:?}", plex.requests());
    assert!(!shown.contains("9090"), "{shown}");
}

#[tokio::test]
async fn an_owner_gets_everyone_s_token_for_the_server() {
    let (plex, _) = start().await;
    let machine = plex.server().machine_identifier();
    let owner = as_user(&plex, UserKind::Owner);
    let shares = owner.shares_of(machine).await.unwrap();
    assert_eq!(shares.len(), 3);
    for share in shares {
        let token = share.access_token.unwrap();
        let server = Server::builder().url(plex.server().url()).token(token);
        let server = server.client_identifier("c").build().unwrap();
        server.library().get_sections().await.unwrap();
    }
    let friend = as_user(&plex, UserKind::Friend);
    let error = friend.shares_of(machine).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn what_each_may_do_is_what_the_server_lets_them() {
    let (plex, _) = start().await;
    for (kind, relation) in [
        (UserKind::Owner, Relation::Owner),
        (UserKind::Home, Relation::Home),
        (UserKind::Managed, Relation::Managed),
        (UserKind::Friend, Relation::Shared),
    ] {
        let account = as_user(&plex, kind);
        let user = account.authentication().get_token_details().await.unwrap();
        let resources = account.resources();
        let list = resources.get_server_resources(GetServerResources::default());
        let list = list.await.unwrap();
        let asked = plex.requests().len();
        let may = Capabilities::of(&user, &list[0]);
        assert_eq!(may.relation(), relation);
        assert_eq!(may.may_administer(), kind == UserKind::Owner);
        assert_eq!(may.may_switch_users(), kind != UserKind::Friend);
        assert!(may.may_use());
        assert_eq!(plex.requests().len(), asked, "nothing was asked");
    }
}
