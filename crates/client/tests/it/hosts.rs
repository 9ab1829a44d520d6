//! plex.tv has a second host, where devices get their signed tokens.

use http::Method;
use plex_sdk::codec::Format;
use plex_sdk::endpoint::Host;
use plex_sdk::endpoints::plextv::authentication::SignIn;
use plex_sdk::{Account, AccountBuilder, PLEX_TV};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};

/// Nothing listens there.
const NOWHERE: &str = "http://127.0.0.1:9";

fn builder() -> AccountBuilder {
    Account::builder().client_identifier("hosts")
}

#[test]
fn both_hosts_are_known_and_can_be_set() {
    let hosts = |builder: AccountBuilder| {
        let account = builder.build().unwrap();
        let devices = account.host_url(Host::PlexTvClients).unwrap().to_owned();
        (account.url().to_owned(), devices)
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        hosts(builder()),
        pair(PLEX_TV, Host::PlexTvClients.url().unwrap())
    );
    assert_eq!(hosts(builder().url(NOWHERE)), pair(NOWHERE, NOWHERE));
    let other = "http://127.0.0.1:10";
    assert_eq!(
        hosts(builder().url(NOWHERE).host_url(Host::PlexTvClients, other)),
        pair(NOWHERE, other)
    );
    assert_eq!(
        hosts(builder().host_url(Host::PlexTvClients, other)),
        pair(PLEX_TV, other)
    );
}

#[tokio::test]
async fn an_operation_goes_to_its_host() {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let owner = plex.user(UserKind::Owner);
    let sign_in = SignIn::new(owner.username.as_str(), owner.password.unwrap());
    for (url, clients, account_answers) in [
        (plex.plex_tv_url(), NOWHERE, true),
        (NOWHERE, plex.plex_tv_url(), false),
    ] {
        let account = builder()
            .url(url)
            .host_url(Host::PlexTvClients, clients)
            .build()
            .unwrap();
        let signed_in = account.authentication().sign_in(sign_in.clone()).await;
        assert_eq!(signed_in.is_ok(), account_answers);
        let nonce = account.authentication().get_auth_nonce().await;
        assert_eq!(nonce.is_ok(), !account_answers);
        let path = "/api/v2/auth/keys";
        let keys = account
            .raw(Host::PlexTvClients, Method::GET, path, Format::Json)
            .await;
        assert_eq!(keys.is_ok(), !account_answers);
    }
}
