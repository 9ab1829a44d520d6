//! What goes out: verb, path, query, headers; overrides of one call; hooks; the version rule.

use crate::stub::{IDENTITY, MINTED, TOKEN, answer, json, server, token};
use bytes::Bytes;
use plex_sdk::endpoints::authentication::{
    GetSourceConnectionInformation, GetTransientToken, TokenScope, TokenType,
};
use plex_sdk::endpoints::content::{GetMetadataItem, ListContent};
use plex_sdk::hook::{Context, Hook};
use plex_sdk::transport::BoxError;
use plex_sdk::{ClientIdentity, Error, ErrorKind, SourceUri, TokenKind, TransientToken};
use std::sync::{Arc, Mutex};
use std::time::Duration;

fn source() -> SourceUri {
    "server://abc".parse().unwrap()
}

#[tokio::test]
async fn a_transient_token_is_minted() {
    let (builder, asked) = server(|_| json(MINTED));
    let server = builder.build().unwrap();
    let minted = server
        .authentication()
        .get_transient_token(
            GetTransientToken::default()
                .kind(TokenType::Delegation)
                .scope(TokenScope::All),
        )
        .await
        .unwrap();
    assert_eq!(minted.token, TransientToken::new("transient-1").unwrap());
    let request = asked.only();
    assert_eq!(request.method(), "POST");
    assert_eq!(
        request.uri(),
        "http://plex.test:32400/security/token?type=delegation&scope=all"
    );
    assert_eq!(request.headers()["x-plex-token"], TOKEN);
    assert_eq!(request.headers()["x-plex-client-identifier"], "client-1");
    assert_eq!(request.headers()["accept"], "application/json");
    assert!(request.headers()["x-plex-token"].is_sensitive());
}

#[tokio::test]
async fn the_whole_answer_is_there_when_asked_for() {
    let (builder, _) = server(|_| json(MINTED));
    let call = builder
        .build()
        .unwrap()
        .authentication()
        .get_transient_token(GetTransientToken::default());
    let answer = call.answer().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.content_type(), Some("application/json"));
    assert_eq!(answer.headers()["x-plex-protocol"], "1.0");
    assert_eq!(&answer.body()[..], MINTED.as_bytes());
    assert!(!format!("{answer:?}").contains("transient-1"));
}

#[tokio::test]
async fn source_information_goes_out_encoded() {
    let (builder, asked) = server(|_| {
        answer(
            200,
            "text/xml",
            r#"<MediaContainer size="1"><Device name="n" clientIdentifier="abc" accessToken="transient-2">
               <Connection protocol="https" address="10.0.0.2" uri="https://a.plex.direct:32400" port="32400" local="1"/>
               <Connection protocol="https" address="1.2.3.4" uri="https://b.plex.direct:8443" port="8443" local="0" relay="1"/>
               </Device></MediaContainer>"#,
        )
    });
    let server = builder.build().unwrap();
    let request = GetSourceConnectionInformation::new(source()).refresh(true);
    let answer = server
        .authentication()
        .get_source_connection_information(request)
        .await
        .unwrap();
    assert_eq!(
        asked.only().uri().path_and_query().unwrap(),
        "/security/resources?source=server%3A%2F%2Fabc&refresh=1"
    );
    assert_eq!(answer.device.client_identifier, "abc");
    assert_eq!(answer.device.connections.len(), 2);
    assert!(answer.device.connections[0].local);
    assert_eq!(answer.device.connections[1].relay, Some(true));
}

#[tokio::test]
async fn one_call_can_differ_from_its_client() {
    let (builder, asked) = server(|_| json(MINTED));
    let server = builder.build().unwrap();
    let call = || {
        server
            .authentication()
            .get_transient_token(GetTransientToken::default())
    };
    call().server_url("https://other.test/plex/").await.unwrap();
    call()
        .token(TransientToken::new("transient-9").unwrap())
        .await
        .unwrap();
    call().without_token().await.unwrap();
    call()
        .header("X-Plex-Language", "日本語")
        .header("accept", "text/xml")
        .await
        .unwrap();
    call().method(http::Method::GET).await.unwrap();
    let asked = asked.all();
    assert_eq!(asked[0].uri().host(), Some("other.test"));
    assert_eq!(asked[0].uri().path(), "/plex/security/token");
    assert_eq!(asked[1].headers()["x-plex-token"], "transient-9");
    assert!(!asked[2].headers().contains_key("x-plex-token"));
    assert_eq!(
        asked[3].headers()["x-plex-language"].as_bytes(),
        "日本語".as_bytes()
    );
    assert_eq!(asked[3].headers()["accept"], "text/xml");
    assert_eq!(asked[4].method(), "GET");
}

#[tokio::test]
async fn a_wrong_call_is_not_sent() {
    let (builder, asked) = server(|_| json(MINTED));
    let server = builder.build().unwrap();
    let call = || {
        server
            .authentication()
            .get_transient_token(GetTransientToken::default())
    };
    for (error, expected) in [
        (
            call().server_url("other.test").await.unwrap_err(),
            "http://other.test",
        ),
        (call().header("a b", "c").await.unwrap_err(), "name"),
        (
            call().header("a", "c\n").await.unwrap_err(),
            "control character",
        ),
        (
            call().header("X-Plex-Token", "abc").await.unwrap_err(),
            "`token`",
        ),
        (
            server
                .general()
                .get_identity()
                .method(http::Method::PUT)
                .await
                .map(drop)
                .unwrap_err(),
            "PUT",
        ),
        (
            server
                .content()
                .get_metadata_item(GetMetadataItem::new([""; 0]))
                .await
                .map(drop)
                .unwrap_err(),
            "ids",
        ),
        (
            server
                .content()
                .list_content(ListContent::new(".."))
                .await
                .map(drop)
                .unwrap_err(),
            "`..`",
        ),
    ] {
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains(expected), "{error}");
    }
    assert!(asked.all().is_empty());
}

#[tokio::test]
async fn a_server_known_to_be_older_is_not_asked() {
    let (builder, asked) = server(|request| match request.uri().path() {
        "/identity" => {
            json(r#"{"MediaContainer":{"machineIdentifier":"m","version":"1.15.3.900-a"}}"#)
        }
        _ => answer(404, "text/html", ""),
    });
    let server = builder.build().unwrap();
    let resolve = || {
        server
            .authentication()
            .get_source_connection_information(source())
    };
    assert!(
        resolve().await.unwrap_err().is_not_found(),
        "an unknown version is tried"
    );
    server.general().get_identity().await.unwrap();
    let error = resolve().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::RequiresVersion { .. }));
    assert!(
        error.to_string().contains("1.15.4") && error.to_string().contains("1.15.3"),
        "{error}"
    );
    assert_eq!(asked.all().len(), 2, "the third call was not sent");
    assert!(
        resolve()
            .server_url("http://newer.test")
            .await
            .unwrap_err()
            .is_not_found()
    );
}

#[tokio::test]
async fn a_version_told_to_the_builder_counts() {
    let (builder, _) = server(|_| json(IDENTITY));
    let server = builder.version("1.14.0".parse().unwrap()).build().unwrap();
    let error = server
        .authentication()
        .get_source_connection_information(source())
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::RequiresVersion { .. }));
    server.general().get_identity().await.unwrap();
    assert_eq!(server.version().unwrap().to_string(), "1.40.2.8395");
}

#[tokio::test]
async fn the_whole_identity_is_sent_each_time() {
    let (builder, asked) = server(|_| json(IDENTITY));
    let identity = ClientIdentity {
        product: Some("Ünï".into()),
        device_name: Some("电视".into()),
        platform: Some("Linux".into()),
        ..ClientIdentity::new("client-2")
    };
    let server = builder.identity(identity.clone()).build().unwrap();
    server.general().get_identity().await.unwrap();
    assert_eq!(
        ClientIdentity::from_headers(asked.only().headers()),
        identity
    );
}

#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

impl Hook for Notes {
    fn before(
        &self,
        context: &Context<'_>,
        request: &mut http::Request<Bytes>,
    ) -> Result<(), BoxError> {
        if request.uri().path() == "/library" {
            return Err("not today".into());
        }
        request.headers_mut().insert("x-extra", "1".parse()?);
        self.0
            .lock()
            .unwrap()
            .push(format!("before {}", context.operation.name));
        Ok(())
    }
    fn after(
        &self,
        context: &Context<'_>,
        status: http::StatusCode,
        _: &http::HeaderMap,
        _: Duration,
    ) {
        self.0
            .lock()
            .unwrap()
            .push(format!("after {} {status}", context.url));
    }
    fn failed(&self, _: &Context<'_>, error: &Error) {
        self.0.lock().unwrap().push(format!("failed {error}"));
    }
}

#[tokio::test]
async fn hooks_run_around_each_request() {
    let (builder, asked) = server(|request| match request.uri().path() {
        "/identity" => json(IDENTITY),
        _ => answer(401, "text/html", ""),
    });
    let notes = Notes::default();
    let server = builder.hook(notes.clone()).build().unwrap();
    server.general().get_identity().await.unwrap();
    server.general().get_server_info().await.unwrap_err();
    let stopped = server.library().get_root_library().await.unwrap_err();
    assert_eq!(*stopped.kind(), ErrorKind::Stopped);
    assert!(stopped.to_string().contains("not today"), "{stopped}");
    assert_eq!(asked.all()[0].headers()["x-extra"], "1");
    assert_eq!(asked.all().len(), 2);
    let notes = notes.0.lock().unwrap().clone();
    assert_eq!(notes[0], "before GetIdentity");
    assert_eq!(notes[1], "after http://plex.test:32400/identity 200 OK");
    assert_eq!(notes[2], "before GetServerInfo");
    assert!(
        notes[3].starts_with("failed GetServerInfo: the token was not accepted"),
        "{}",
        notes[3]
    );
    assert!(
        notes[4].starts_with("failed GetRootLibrary"),
        "{}",
        notes[4]
    );
}

#[tokio::test]
async fn a_token_kind_shows_and_the_token_does_not() {
    let (builder, _) = server(|_| json(IDENTITY));
    let shown = format!("{:?} {:?}", builder, builder.clone().build().unwrap());
    assert!(!shown.contains(TOKEN), "{shown}");
    assert_eq!(token().kind(), TokenKind::Unknown);
}
