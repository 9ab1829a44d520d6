//! Compressed responses: when they are asked for, and that the bounds hold for the decoded bytes.

use crate::stub::{IDENTITY, answer, server};
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, Response};
use http_body::Frame;
use http_body_util::BodyExt;
use plex_sdk::endpoints::library::GetMediaPart;
use plex_sdk::policy::RetryPolicy;
use plex_sdk::transport::{Phase, TransportError, from_fn};
use plex_sdk::{Call, ErrorKind, Server};
use std::io::Write;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn compressed(bytes: Vec<u8>, coding: &str) -> Response<Bytes> {
    let mut response = answer(200, "application/json", bytes);
    let headers = response.headers_mut();
    headers.insert(CONTENT_ENCODING, coding.parse().unwrap());
    headers.insert(CONTENT_LENGTH, "5".parse().unwrap());
    response
}

fn compressed_media(bytes: Vec<u8>) -> Response<Bytes> {
    let mut response = compressed(bytes, "gzip");
    let kind = "application/octet-stream".parse().unwrap();
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

fn accepted(headers: &HeaderMap) -> Option<&str> {
    headers.get(ACCEPT_ENCODING)?.to_str().ok()
}

fn part(server: &Server) -> Call<GetMediaPart> {
    server
        .library()
        .get_media_part(GetMediaPart::new(9, 0, "film"))
}

/// What becomes of a compressed answer to `/identity`.
async fn identify(body: Vec<u8>) -> Result<String, ErrorKind> {
    let (builder, _) = server(move |_| compressed(body.clone(), "gzip"));
    let server = builder.retries(RetryPolicy::none()).build().unwrap();
    let identity = server.general().get_identity().await;
    identity
        .map(|identity| identity.machine_identifier.to_string())
        .map_err(|error| error.kind().clone())
}

#[tokio::test]
async fn a_compressed_response_is_decoded() {
    for coding in ["gzip", "GZIP", "x-gzip"] {
        let (builder, asked) = server(move |_| compressed(gzip(IDENTITY.as_bytes()), coding));
        let server = builder.build().unwrap();
        let answer = server.general().get_identity().answer().await.unwrap();
        assert_eq!(answer.value().machine_identifier.as_str(), "m1");
        assert_eq!(&**answer.body(), IDENTITY.as_bytes());
        // Both are about the bytes as they came.
        assert!(!answer.headers().contains_key(CONTENT_ENCODING));
        assert!(!answer.headers().contains_key(CONTENT_LENGTH));
        assert_eq!(accepted(asked.only().headers()), Some("gzip"));
    }
}

#[tokio::test]
async fn an_error_is_decoded_too() {
    let (builder, _) = server(|_| {
        let body = gzip(br#"{"errors":[{"code":1001,"message":"no such user"}]}"#);
        let mut response = compressed(body, "gzip");
        *response.status_mut() = http::StatusCode::BAD_REQUEST;
        response
    });
    let server = builder.build().unwrap();
    let error = server.general().get_identity().await.unwrap_err();
    assert!(error.to_string().contains("no such user"), "{error}");
}

#[tokio::test]
async fn members_are_one_after_the_other() {
    let (start, end) = IDENTITY.as_bytes().split_at(20);
    let body = [gzip(start), gzip(end)].concat();
    assert_eq!(identify(body).await.unwrap(), "m1");
}

#[tokio::test]
async fn a_response_that_is_cut_off_or_no_gzip_is_an_error() {
    let whole = gzip(IDENTITY.as_bytes());
    let broken = Err(ErrorKind::Unreachable(Phase::Answer));
    for length in 1..whole.len() {
        assert_eq!(identify(whole[..length].to_vec()).await, broken, "{length}");
    }
    assert_eq!(identify(IDENTITY.into()).await, broken);
    let mut changed = whole;
    let checksum = changed.len() - 8;
    changed[checksum] ^= 1;
    assert_eq!(identify(changed).await, broken);
}

#[tokio::test]
async fn nothing_is_an_empty_body() {
    let (builder, _) = server(|_| compressed_media(Vec::new()));
    let server = builder.build().unwrap();
    assert!(part(&server).await.unwrap().is_empty());
}

/// A body of zeros that would be endless when decoded; it counts how often it was read.
struct Bomb(Bytes, Arc<AtomicUsize>);

impl http_body::Body for Bomb {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        Poll::Ready(Some(Ok(Frame::data(self.0.clone()))))
    }
}

#[tokio::test]
async fn the_limit_is_for_decoded_bytes() {
    const MIB: usize = 1024 * 1024;
    // Each of the frames holds 8 MiB, in some 8 KiB.
    let frame = Bytes::from(gzip(&vec![0; 8 * MIB]));
    assert!(frame.len() < 10_000);
    for (limit, frames) in [(MIB, 1), (20 * MIB, 3)] {
        let read = Arc::new(AtomicUsize::new(0));
        let bomb = (frame.clone(), read.clone());
        let transport = from_fn(move |_| {
            let body = Bomb(bomb.0.clone(), bomb.1.clone()).boxed_unsync();
            let response = Response::builder().header(CONTENT_ENCODING, "gzip");
            async move { Ok(response.body(body).unwrap()) }
        });
        let server = Server::builder()
            .url("http://plex.test:32400")
            .transport(transport)
            .max_body(limit)
            .build()
            .unwrap();
        let error = server.general().get_identity().await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::TooLarge { limit });
        assert_eq!(read.load(Ordering::Relaxed), frames);
    }
}

#[tokio::test]
async fn media_and_ranges_come_as_they_are() {
    let (builder, asked) = server(|_| {
        let mut response = answer(200, "video/mp4", "bytes");
        let headers = response.headers_mut();
        headers.insert(CONTENT_LENGTH, "5".parse().unwrap());
        response
    });
    let server = builder.build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("film");
    part(&server).stream().await.unwrap();
    part(&server).download_to(file).await.unwrap();
    part(&server).range(0..5).stream().await.unwrap();
    part(&server).range(0..5).await.unwrap();
    let sent: Vec<_> = asked
        .all()
        .iter()
        .map(|request| accepted(request.headers()).map(str::to_owned))
        .collect();
    let identity = Some("identity".to_owned());
    let expected = [identity.clone(), identity.clone(), identity, None];
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn who_asks_for_a_coding_gets_it() {
    let (builder, asked) = server(|_| compressed_media(gzip(b"bytes")));
    let server = builder.build().unwrap();
    let part = part(&server).header("accept-encoding", "gzip, br");
    let bytes = part.await.unwrap();
    assert_eq!(&bytes[..2], [0x1f, 0x8b]);
    assert_eq!(accepted(asked.only().headers()), Some("gzip, br"));
}
