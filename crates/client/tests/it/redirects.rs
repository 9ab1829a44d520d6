//! Redirects: followed within the origin where nothing is repeated, refused elsewhere.

use crate::stub::{IDENTITY, json, server};
use bytes::Bytes;
use plex_sdk::ErrorKind;
use plex_sdk::endpoints::authentication::GetTransientToken;

fn to(place: &str) -> http::Response<Bytes> {
    http::Response::builder()
        .status(302)
        .header("location", place)
        .body(Bytes::new())
        .unwrap()
}

#[tokio::test]
async fn a_read_follows_within_the_origin() {
    let (builder, asked) = server(|request| match request.uri().path() {
        "/identity" => to("/here/identity"),
        _ => json(IDENTITY),
    });
    builder
        .build()
        .unwrap()
        .general()
        .get_identity()
        .await
        .unwrap();
    assert_eq!(asked.all()[1].uri(), "http://plex.test:32400/here/identity");
}

#[tokio::test]
async fn another_origin_never_gets_the_token() {
    for place in [
        "http://evil.test/identity",
        "https://plex.test:32400/identity",
        "http://plex.test/identity",
        "//evil.test/identity",
        "http://plex.test:32400@evil.test/",
    ] {
        let (builder, asked) = server(move |_| to(place));
        let error = builder
            .build()
            .unwrap()
            .general()
            .get_identity()
            .await
            .unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Redirected, "{place}");
        assert!(error.to_string().contains("another origin"), "{error}");
        assert_eq!(asked.all().len(), 1, "{place}");
    }
}

#[tokio::test]
async fn a_call_that_changes_something_follows_nothing() {
    let (builder, asked) = server(|_| to("/security/token2"));
    let call = builder
        .build()
        .unwrap()
        .authentication()
        .get_transient_token(GetTransientToken::default());
    let error = call.await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Redirected);
    assert_eq!(asked.all().len(), 1);
}

#[tokio::test]
async fn a_loop_ends() {
    let (builder, asked) = server(|_| to("/identity"));
    let error = builder
        .build()
        .unwrap()
        .general()
        .get_identity()
        .await
        .unwrap_err();
    assert!(error.to_string().contains("redirects"), "{error}");
    assert_eq!(asked.all().len(), 4);
    let (builder, _) = server(|_| http::Response::builder().status(302).body("").unwrap());
    let error = builder
        .build()
        .unwrap()
        .general()
        .get_identity()
        .await
        .unwrap_err();
    assert!(error.to_string().contains("no place"), "{error}");
}
