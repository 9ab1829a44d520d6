//! The client without async: the same names and answers, and a clear error inside a runtime.

use plex_sdk::blocking::{Account, Server};
use plex_sdk::endpoints::authentication::GetTransientToken;
use plex_sdk::endpoints::plextv::authentication::CreatePin;
use plex_sdk_embedded::{EmbeddedPlex, UserKind};

#[test]
fn sign_in_mint_and_browse() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let plex = runtime.block_on(EmbeddedPlex::builder().start()).unwrap();
    let account = Account::builder()
        .url(plex.plex_tv_url())
        .client_identifier("b")
        .blocking()
        .unwrap();
    let pin = account
        .authentication()
        .create_pin(CreatePin::default())
        .send()
        .unwrap();
    assert!(pin.token().is_none());
    plex.approve_pin(&pin.code, UserKind::Owner).unwrap();
    let approved = account.authentication().get_pin(pin.id).send().unwrap();
    let token = approved.token().unwrap().clone();

    let server = Server::builder()
        .url(plex.server().url())
        .token(token)
        .client_identifier("b")
        .blocking()
        .unwrap();
    let answer = server
        .authentication()
        .get_transient_token(GetTransientToken::default())
        .answer()
        .unwrap();
    assert_eq!(answer.status(), 200);
    let transient = answer.value().token.clone();
    let info = server
        .general()
        .get_server_info()
        .token(transient)
        .send()
        .unwrap();
    assert_eq!(
        info.machine_identifier.as_ref(),
        Some(plex.server().machine_identifier())
    );
    assert!(
        server
            .library()
            .get_sections()
            .without_token()
            .send()
            .unwrap_err()
            .is_unauthorized()
    );
}

#[tokio::test]
async fn inside_a_runtime_it_is_refused() {
    let blocking = Server::builder()
        .url("http://127.0.0.1:1")
        .blocking()
        .unwrap();
    let error = blocking.general().get_identity().send().unwrap_err();
    assert!(
        error.is_invalid_request() && error.to_string().contains("async"),
        "{error}"
    );
    // A runtime that is dropped on an async thread panics; the client takes care of that.
    drop(blocking);
}
