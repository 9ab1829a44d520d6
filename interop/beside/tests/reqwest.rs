//! What a program's own `reqwest` does must not depend on the SDK's features.

/// A provider that is installed for the whole process would also hide the problem.
#[test]
fn the_programs_own_client_is_built() {
    let client = reqwest::Client::new();
    drop(client);
}

#[tokio::test]
async fn the_programs_own_client_still_has_no_tls() {
    let error = reqwest::Client::new().get("https://127.0.0.1:1").send();
    let error = error.await.unwrap_err();
    let mut text = format!("{error:?}");
    text.make_ascii_lowercase();
    assert!(text.contains("scheme"), "{text}");
}

#[test]
fn the_sdk_has_tls_of_its_own() {
    let server = plex_sdk::Server::builder().url("https://127.0.0.1:32400");
    assert!(server.build().is_ok());
}
