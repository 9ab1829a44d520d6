//! What comes back: each status, content type and body has its kind of error, and nothing is lost.

use crate::stub::{MINTED, TOKEN, answer, json, server};
use plex_sdk::codec::Format;
use plex_sdk::endpoints::authentication::GetTransientToken;
use plex_sdk::endpoints::library::GetMediaPart;
use plex_sdk::{Error, ErrorKind};
use std::time::Duration;

async fn mint(
    response: impl Fn() -> http::Response<bytes::Bytes> + Send + Sync + 'static,
) -> Result<(), Error> {
    let (builder, _) = server(move |_| response());
    let server = builder.max_body(4096).build().unwrap();
    server
        .authentication()
        .get_transient_token(GetTransientToken::default())
        .await
        .map(drop)
}

#[tokio::test]
async fn a_401_with_errors_is_typed() {
    let body =
        r#"{"errors":[{"code":1001,"message":"User could not be authenticated","status":401}]}"#;
    let error = mint(move || answer(401, "application/json", body))
        .await
        .unwrap_err();
    assert!(error.is_unauthorized());
    let api = error.api_error().unwrap();
    assert_eq!(api.errors[0].code, 1001);
    assert_eq!(api.errors[0].message, "User could not be authenticated");
    assert_eq!(api.errors[0].status, Some(401));
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(error.content_type(), Some("application/json"));
    assert_eq!(&error.body()[..], body.as_bytes());
    assert_eq!(error.operation(), "GetTransientToken");
    assert_eq!(
        error.url(),
        Some("http://plex.test:32400/security/token?type=delegation&scope=all")
    );
}

#[tokio::test]
async fn every_status_and_content_type_is_an_error_with_its_body() {
    let html =
        "<html><head><title>Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>";
    for (status, content_type, body, kind, text) in [
        (400, "text/html", "", ErrorKind::Rejected, "Bad Request"),
        (401, "text/html", html, ErrorKind::Unauthorized, "Forbidden"),
        (403, "text/html", html, ErrorKind::Forbidden, "Forbidden"),
        (404, "text/html", "", ErrorKind::NotFound, "not found"),
        (
            418,
            "application/octet-stream",
            "\u{1}\u{2}",
            ErrorKind::Rejected,
            "418",
        ),
        (
            422,
            "text/plain",
            "Invalid token",
            ErrorKind::Unauthorized,
            "Invalid token",
        ),
        (
            422,
            "text/plain",
            "bad thumbprint",
            ErrorKind::Rejected,
            "bad thumbprint",
        ),
        (
            429,
            "text/plain",
            "slow down",
            ErrorKind::RateLimited { retry_after: None },
            "slow down",
        ),
        (
            498,
            "application/json",
            "{}",
            ErrorKind::Unauthorized,
            "not accepted",
        ),
        (
            500,
            "application/json",
            r#"{"error":"oops"}"#,
            ErrorKind::ServerError,
            "oops",
        ),
        (
            503,
            "text/xml",
            r#"<Response code="503" status="Maintenance"/>"#,
            ErrorKind::ServerError,
            "Maintenance",
        ),
        (599, "image/png", "\u{89}PNG", ErrorKind::ServerError, "599"),
    ] {
        let error = mint(move || answer(status, content_type, body))
            .await
            .unwrap_err();
        assert_eq!(*error.kind(), kind, "{status} {body}");
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.content_type(), Some(content_type));
        assert_eq!(&error.body()[..], body.as_bytes());
        assert!(error.to_string().contains(text), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_read() {
    let error = mint(|| {
        let mut response = answer(429, "text/plain", "");
        response
            .headers_mut()
            .insert("retry-after", "7".parse().unwrap());
        response
    })
    .await
    .unwrap_err();
    assert_eq!(
        *error.kind(),
        ErrorKind::RateLimited {
            retry_after: Some(Duration::from_secs(7))
        }
    );
}

#[tokio::test]
async fn what_is_not_plex_is_told_from_what_is_not_understood() {
    for body in [
        "<!DOCTYPE html><html/>",
        "",
        "hello",
        "{}",
        r#"{"ok":true}"#,
        "<rss/>",
        "[1]",
        "\u{0}\u{1}",
    ] {
        let error = mint(move || answer(200, "text/html", body))
            .await
            .unwrap_err();
        let not_plex = error.is_not_plex();
        assert!(
            not_plex || *error.kind() == ErrorKind::NotUnderstood,
            "{body}: {error}"
        );
        assert_eq!(not_plex, body != "[1]", "{body}: {error}");
    }
    for (body, place) in [
        (r#"{"MediaContainer":{"size":0}}"#, "token"),
        (r#"{"MediaContainer":{"token":""}}"#, "token"),
        (r#"{"MediaContainer":{"token":"transient-1"#, "EOF"),
        (r#"<MediaContainer token="transient-1""#, ""),
    ] {
        let error = mint(move || answer(200, "application/json", body))
            .await
            .unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::NotUnderstood, "{body}: {error}");
        assert!(error.to_string().contains(place), "{body}: {error}");
        assert_eq!(&error.body()[..], body.as_bytes());
    }
}

#[tokio::test]
async fn a_page_for_identity_is_no_plex() {
    let (builder, _) = server(|_| {
        http::Response::builder()
            .status(404)
            .header("content-type", "text/html")
            .body("<html>nginx</html>")
            .unwrap()
    });
    let error = builder
        .build()
        .unwrap()
        .general()
        .get_identity()
        .await
        .unwrap_err();
    assert!(error.is_not_plex(), "{error}");
    assert_eq!(error.status().unwrap(), 404);
}

#[tokio::test]
async fn an_answer_over_the_limit_is_refused() {
    let error = mint(|| answer(200, "application/json", vec![b' '; 4097]))
        .await
        .unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::TooLarge { limit: 4096 });
    let long_error = mint(|| answer(500, "text/plain", vec![b'x'; 1_000_000]))
        .await
        .unwrap_err();
    assert_eq!(*long_error.kind(), ErrorKind::ServerError);
    assert_eq!(long_error.body().len(), 65_536);
}

#[tokio::test]
async fn either_spelling_is_read_whatever_it_claims_to_be() {
    assert!(mint(|| json(MINTED)).await.is_ok());
    assert!(
        mint(|| answer(
            200,
            "application/json",
            r#"<MediaContainer size="0" token="transient-1"/>"#
        ))
        .await
        .is_ok()
    );
    assert!(mint(|| answer(200, "text/xml", MINTED)).await.is_ok());
}

#[tokio::test]
async fn a_token_that_comes_back_in_an_error_does_not_show() {
    let encoded = "t0k3n%2Dof%2Dthe%2Btest%2F1";
    let body = format!("no such token {TOKEN} / {encoded}");
    let error = mint(move || answer(500, "text/plain", body.clone()))
        .await
        .unwrap_err();
    let shown = format!("{error} {error:?} {:?}", error.api_error());
    assert!(
        !shown.contains(TOKEN) && !shown.contains(encoded),
        "{shown}"
    );
    assert!(shown.contains("[redacted]"), "{shown}");
}

/// A body that tells of an error, under status 200.
fn told(json: bool, code: u16) -> http::Response<bytes::Bytes> {
    if json {
        let body = format!(r#"{{"Response":{{"code":{code},"status":"no such thing"}}}}"#);
        answer(200, "application/json", body)
    } else {
        let body =
            format!(r#"<?xml version="1.0"?><Response code="{code}" status="no such thing"/>"#);
        answer(200, "text/xml", body)
    }
}

#[tokio::test]
async fn an_error_that_only_the_body_tells_is_one_for_every_way_of_reading() {
    for (is_json, code, kind) in [
        (false, 400, ErrorKind::Rejected),
        (true, 400, ErrorKind::Rejected),
        (false, 401, ErrorKind::Unauthorized),
        (true, 404, ErrorKind::NotFound),
        (false, 500, ErrorKind::ServerError),
    ] {
        let (builder, _) = server(move |_| told(is_json, code));
        let server = builder.build().unwrap();
        let part = || {
            let request = GetMediaPart::new(9, 0, "f");
            server.library().get_media_part(request)
        };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("f");
        let raw = server.raw(http::Method::GET, "/x", Format::Json);
        for error in [
            server.library().get_sections().await.unwrap_err(),
            server.library().delete_caches().await.unwrap_err(),
            part().await.unwrap_err(),
            part().stream().await.unwrap_err(),
            part().download_to(&file).await.unwrap_err(),
            raw.await.unwrap_err(),
        ] {
            assert_eq!(*error.kind(), kind, "{error:?}");
            assert_eq!(error.status().unwrap(), code, "{error:?}");
            let api = error.api_error().unwrap();
            assert_eq!(api.code(), Some(code.into()));
            assert!(error.to_string().contains("no such thing"), "{error}");
        }
        assert!(!file.exists());
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_that_only_the_body_tells_is_retried_like_its_status() {
    let (builder, asked) = server(|_| told(false, 503));
    let server = builder.build().unwrap();
    let error = server.library().get_sections().await.unwrap_err();
    assert_eq!((error.attempts(), asked.all().len()), (3, 3));
    assert!(
        error.url().unwrap().ends_with("/library/sections/all"),
        "{error}"
    );
}

#[tokio::test]
async fn a_body_that_tells_of_success_is_none() {
    let (builder, _) = server(|_| answer(200, "text/xml", r#"<Response code="200" status="OK"/>"#));
    let server = builder.build().unwrap();
    server.library().delete_caches().await.unwrap();
}
