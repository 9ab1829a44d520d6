//! Bytes as they arrive, and downloads into files: resumed, checked, and never half a file under its name.

use crate::stub::token;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body::Frame;
use http_body_util::BodyExt;
use plex_sdk::endpoints::library::GetMediaPart;
use plex_sdk::policy::{TimeLimit, Timeouts};
use plex_sdk::transport::{Body, Phase, TransportError, from_fn, full_body};
use plex_sdk::{Call, ErrorKind, Progress, Server, ServerBuilder};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

const TAG: &str = "\"v1\"";

/// What happens to a body after its pieces.
#[derive(Clone, Copy)]
enum End {
    Good,
    Broken,
    Never,
}

struct Pieces(VecDeque<Bytes>, End);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = TransportError;
    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        match (self.0.pop_front(), self.1) {
            (Some(piece), _) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            (None, End::Good) => Poll::Ready(None),
            (None, End::Broken) => {
                Poll::Ready(Some(Err(TransportError::new(Phase::Answer, "it was cut"))))
            }
            (None, End::Never) => Poll::Pending,
        }
    }
}

fn pieces(bytes: &[u8], end: End) -> Body {
    let pieces = bytes.chunks(3).map(Bytes::copy_from_slice).collect();
    Pieces(pieces, end).boxed_unsync()
}

type Asked = Arc<Mutex<Vec<Request<Bytes>>>>;

/// A server that answers request after request with what `give` makes of it and its number.
fn server(
    give: impl Fn(usize, &Request<Bytes>) -> Response<Body> + Send + Sync + 'static,
) -> (ServerBuilder, Asked) {
    let asked = Asked::default();
    let kept = asked.clone();
    let transport = from_fn(move |request: Request<Bytes>| {
        let mut kept = kept.lock().unwrap();
        let answer = give(kept.len(), &request);
        kept.push(request);
        async move { Ok(answer) }
    });
    let builder = Server::builder()
        .url("http://plex.test:32400")
        .token(token())
        .client_identifier("client-1")
        .transport(transport);
    (builder, asked)
}

fn part(builder: ServerBuilder) -> Call<GetMediaPart> {
    let request = GetMediaPart::new(9, 1, "file.mkv").download(true);
    builder.build().unwrap().library().get_media_part(request)
}

fn media() -> Vec<u8> {
    (0..100).collect()
}

fn text<'r>(request: &'r Request<Bytes>, name: &str) -> Option<&'r str> {
    request
        .headers()
        .get(name)
        .map(|value| value.to_str().unwrap())
}

/// The answer of a good server: the whole, or what a range asks for; at most `most` bytes before it breaks.
fn serve(request: &Request<Bytes>, most: usize) -> Response<Body> {
    let all = media();
    let same = text(request, "if-range").is_none_or(|tag| tag == TAG);
    let start = text(request, "range").filter(|_| same).map(|range| {
        let start = range.strip_prefix("bytes=").unwrap();
        start.strip_suffix('-').unwrap().parse::<usize>().unwrap()
    });
    let rest = &all[start.unwrap_or(0)..];
    let response = Response::builder()
        .header("etag", TAG)
        .header("content-type", "video/x-matroska")
        .header("content-length", rest.len());
    let response = match start {
        Some(start) => response
            .status(206)
            .header("content-range", format!("bytes {start}-99/100")),
        None => response,
    };
    let end = if most < rest.len() {
        End::Broken
    } else {
        End::Good
    };
    let body = pieces(&rest[..rest.len().min(most)], end);
    response.body(body).unwrap()
}

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }
    fn file(&self) -> PathBuf {
        self.0.path().join("film.mkv")
    }
    fn part(&self) -> PathBuf {
        self.0.path().join("film.mkv.part")
    }
    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn content(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[tokio::test]
async fn bytes_come_as_they_arrive() {
    let (builder, asked) = server(|_, request| serve(request, 1000));
    let mut stream = part(builder).range(90..).stream().await.unwrap();
    assert_eq!(stream.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(stream.content_length(), Some(10));
    assert_eq!(stream.content_type(), Some("video/x-matroska"));
    let mut all = Vec::new();
    while let Some(piece) = stream.next().await {
        let piece = piece.unwrap();
        assert!(piece.len() <= 3);
        all.extend_from_slice(&piece);
    }
    assert_eq!(all, media()[90..]);
    assert_eq!(stream.received(), 10);
    let asked = asked.lock().unwrap();
    assert_eq!(text(&asked[0], "range"), Some("bytes=90-"));
    assert_eq!(text(&asked[0], "accept"), Some("*/*"));
}

#[tokio::test]
async fn ranges_as_they_are_written() {
    let (builder, asked) = server(|_, _| Response::new(full_body("x")));
    let server = builder.build().unwrap();
    let call = || {
        let request = GetMediaPart::new(9, 0, "f");
        server.library().get_media_part(request)
    };
    call().range(..).stream().await.unwrap();
    call().range(2..5).stream().await.unwrap();
    call().range(..=9).stream().await.unwrap();
    for empty in [5..5, 0..0] {
        let error = call().range(empty).stream().await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
    }
    let asked = asked.lock().unwrap();
    let ranges: Vec<_> = asked
        .iter()
        .map(|request| text(request, "range").unwrap())
        .collect();
    assert_eq!(ranges, ["bytes=0-", "bytes=2-4", "bytes=0-9"]);
}

#[tokio::test]
async fn pages_and_messages_are_no_media() {
    for (kind, body) in [
        ("text/html; charset=utf-8", "<h1>Sign in</h1>"),
        ("application/json", r#"{"errors":[]}"#),
        (
            "application/octet-stream",
            "<!DOCTYPE html><title>oops</title>",
        ),
        ("video/mp4", "\n <HTML><body>oops</body></HTML>"),
        ("text/html", ""),
    ] {
        let (builder, _) = server(move |_, _| {
            let response = Response::builder().header("content-type", kind);
            response.body(full_body(body)).unwrap()
        });
        let place = Place::new();
        let error = part(builder).download_to(place.file()).await.unwrap_err();
        assert!(error.is_not_plex(), "{kind}: {error}");
        assert_eq!(error.body(), body);
        assert!(!place.file().exists());
        assert_eq!(content(&place.part()), b"", "{kind}");

        // The same when the bytes are awaited.
        let (builder, asked) = server(move |_, _| {
            let response = Response::builder().header("content-type", kind);
            response.body(full_body(body)).unwrap()
        });
        let error = part(builder).await.unwrap_err();
        assert!(error.is_not_plex(), "{kind}: {error}");
        assert_eq!(error.content_type(), Some(kind));
        assert_eq!(error.body(), body);
        assert_eq!(text(&asked.lock().unwrap()[0], "accept"), Some("*/*"));
    }
    let (builder, _) = server(|_, _| {
        let response = Response::builder().status(401);
        response.body(full_body("<html>401</html>")).unwrap()
    });
    let place = Place::new();
    let error = part(builder).download_to(place.file()).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert!(!place.file().exists());
}

#[tokio::test]
async fn documents_and_text_are_media_whatever_their_type() {
    for (kind, body) in [
        // Servers send manifests with this type.
        (
            "text/html",
            "<?xml version=\"1.0\"?>\n<MPD type=\"static\"></MPD>",
        ),
        ("text/html", "#EXTM3U\n#EXT-X-VERSION:3\n"),
        ("text/plain", "203.0.113.7"),
        ("text/xml;charset=utf-8", "<pin><id>1</id></pin>"),
        ("image/svg+xml", "<svg/>"),
    ] {
        let give = move |_: usize, _: &Request<Bytes>| {
            let response = Response::builder().header("content-type", kind);
            response.body(full_body(body)).unwrap()
        };
        let found = part(server(give).0).await.unwrap();
        assert_eq!(found.0, body, "{kind}");
        let mut stream = part(server(give).0).stream().await.unwrap();
        assert_eq!(stream.next().await.unwrap().unwrap(), body, "{kind}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_stream_has_no_end_but_its_pauses() {
    let (builder, _) = server(|_, _| Response::new(pieces(b"abcdef", End::Never)));
    let builder = builder.timeouts(Timeouts::default().idle(Duration::from_secs(40)));
    let mut stream = part(builder).stream().await.unwrap();
    // Whoever takes the bytes may take its time.
    tokio::time::advance(Duration::from_secs(3600)).await;
    assert_eq!(stream.next().await.unwrap().unwrap(), "abc");
    tokio::time::advance(Duration::from_secs(3600)).await;
    assert_eq!(stream.next().await.unwrap().unwrap(), "def");
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(error.time_limit(), Some(TimeLimit::Idle));
    assert!(stream.next().await.is_none());

    let (builder, _) = server(|_, _| Response::new(pieces(b"abc", End::Never)));
    let call = part(builder).timeout(Duration::from_secs(5));
    let mut stream = call.stream().await.unwrap();
    assert!(stream.next().await.unwrap().is_ok());
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(error.time_limit(), Some(TimeLimit::Total));
}

#[tokio::test(start_paused = true)]
async fn what_breaks_off_is_gone_on_with() {
    // Every answer breaks after 30 bytes.
    let (builder, asked) = server(|_, request| serve(request, 30));
    let place = Place::new();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let watched = seen.clone();
    let done = part(builder)
        .download_to(place.file())
        .length(100)
        .progress(move |progress| watched.lock().unwrap().push(progress))
        .await
        .unwrap();
    assert_eq!((done.length, done.resumed_at), (100, 0));
    assert_eq!(done.content_type.as_deref(), Some("video/x-matroska"));
    assert_eq!(content(&place.file()), media());
    assert_eq!(place.names(), ["film.mkv"]);
    let asked = asked.lock().unwrap();
    let ranges: Vec<_> = asked.iter().map(|request| text(request, "range")).collect();
    assert_eq!(
        ranges,
        [
            None,
            Some("bytes=30-"),
            Some("bytes=60-"),
            Some("bytes=90-")
        ]
    );
    assert!(
        asked[1..]
            .iter()
            .all(|request| text(request, "if-range") == Some(TAG))
    );
    let seen = seen.lock().unwrap();
    assert!(seen.windows(2).all(|two| two[0].received < two[1].received));
    let last = Progress {
        received: 100,
        total: Some(100),
    };
    assert_eq!(seen.last(), Some(&last));
}

#[tokio::test(start_paused = true)]
async fn what_does_not_get_on_is_given_up_and_kept() {
    let (builder, asked) = server(|number, request| match number {
        0 => serve(request, 30),
        _ => serve(request, 0),
    });
    let place = Place::new();
    let error = part(builder).download_to(place.file()).await.unwrap_err();
    assert!(error.is_unreachable(), "{error}");
    assert_eq!(asked.lock().unwrap().len(), 3);
    assert!(!place.file().exists());
    assert_eq!(content(&place.part()), media()[..30]);

    // Another time it goes on from there.
    let (builder, asked) = server(|_, request| serve(request, 1000));
    let done = part(builder).download_to(place.file()).await.unwrap();
    assert_eq!((done.length, done.resumed_at), (100, 30));
    assert_eq!(content(&place.file()), media());
    assert_eq!(place.names(), ["film.mkv"]);
    assert_eq!(text(&asked.lock().unwrap()[0], "range"), Some("bytes=30-"));
}

/// A place in which a former download of `request` left something.
fn left(request: &str, validator: &str, bytes: &[u8]) -> Place {
    let place = Place::new();
    std::fs::write(place.part(), bytes).unwrap();
    let info = serde_json::json!({"request": request, "etag": validator, "length": 100});
    let name = place.0.path().join("film.mkv.part.json");
    std::fs::write(name, info.to_string()).unwrap();
    place
}

const REQUEST: &str = "/library/parts/9/1/file.mkv?download=1";

#[tokio::test(start_paused = true)]
async fn what_does_not_fit_starts_over() {
    let wrong = |range: &'static str| {
        move |number: usize, request: &Request<Bytes>| {
            let mut answer = serve(request, 1000);
            if number == 0 {
                let headers = answer.headers_mut();
                headers.insert("content-range", range.parse().unwrap());
            }
            answer
        }
    };
    // Another part's rest, another version, and answers with another range than was asked for.
    let (builder, asked) = server(|_, request| serve(request, 1000));
    let place = left("/library/parts/8/1/file.mkv?download=1", TAG, &[7; 40]);
    let done = part(builder).download_to(place.file()).await.unwrap();
    assert_eq!(done.resumed_at, 0);
    assert_eq!(content(&place.file()), media());
    assert_eq!(text(&asked.lock().unwrap()[0], "range"), None);

    let (builder, asked) = server(|_, request| serve(request, 1000));
    let place = left(REQUEST, "\"v0\"", &[7; 40]);
    part(builder).download_to(place.file()).await.unwrap();
    assert_eq!(content(&place.file()), media());
    assert_eq!(asked.lock().unwrap().len(), 1);

    for range in [
        "bytes 41-99/100",
        "bytes 40-98/100",
        "bytes 40-99/*",
        "bytes 40-199/200",
        "x",
    ] {
        let (builder, asked) = server(wrong(range));
        let place = left(REQUEST, TAG, &media()[..40]);
        let done = part(builder).download_to(place.file()).await.unwrap();
        assert_eq!(done.resumed_at, 0, "{range}");
        assert_eq!(content(&place.file()), media(), "{range}");
        assert_eq!(asked.lock().unwrap().len(), 2, "{range}");
    }

    // More is there than the server has.
    let (builder, _) = server(|number, request| match number {
        0 => Response::builder().status(416).body(full_body("")).unwrap(),
        _ => serve(request, 1000),
    });
    let place = left(REQUEST, TAG, &[7; 400]);
    part(builder).download_to(place.file()).await.unwrap();
    assert_eq!(content(&place.file()), media());
}

type Headers = &'static [(&'static str, &'static str)];

/// A server that ignores `If-Range`: its first response breaks after 30 bytes, and then the file is replaced by another
/// one of the same length. Returns whether the client asked for a range, and what it has got in the end.
async fn replaced_meanwhile(before: Headers, after: Headers) -> (bool, Vec<u8>) {
    let (builder, asked) = server(move |number, request| {
        let (bytes, headers) = match number {
            0 => (media(), before),
            _ => (replacement(), after),
        };
        let start = text(request, "range").map(|range| {
            let start = range.strip_prefix("bytes=").unwrap();
            start.strip_suffix('-').unwrap().parse::<usize>().unwrap()
        });
        let rest = &bytes[start.unwrap_or(0)..];
        let mut response = Response::builder().header("content-length", rest.len());
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        if let Some(start) = start {
            let range = format!("bytes {start}-99/100");
            response = response.status(206).header("content-range", range);
        }
        let body = match number {
            0 => pieces(&rest[..30], End::Broken),
            _ => pieces(rest, End::Good),
        };
        response.body(body).unwrap()
    });
    let place = Place::new();
    part(builder).download_to(place.file()).await.unwrap();
    let ranged = asked
        .lock()
        .unwrap()
        .iter()
        .any(|request| text(request, "range").is_some());
    (ranged, content(&place.file()))
}

fn replacement() -> Vec<u8> {
    media().into_iter().rev().collect()
}

const MONDAY: &str = "Mon, 07 Nov 1994 08:00:00 GMT";
const SUNDAY: &str = "Sun, 06 Nov 1994 08:00:00 GMT";
const SUNDAY_LATER: &str = "Sun, 06 Nov 1994 08:00:01 GMT";

#[tokio::test(start_paused = true)]
async fn two_versions_are_never_spliced() {
    let cases: [(Headers, Headers); 7] = [
        // The part has another entity tag, another date, or none that tells its version.
        (&[("etag", "\"v1\"")], &[("etag", "\"v2\"")]),
        (&[("etag", "\"v1\"")], &[("etag", "W/\"v1\"")]),
        (&[("etag", "\"v1\"")], &[]),
        (
            &[("last-modified", SUNDAY), ("date", MONDAY)],
            &[("last-modified", SUNDAY_LATER), ("date", MONDAY)],
        ),
        (
            &[("last-modified", SUNDAY), ("date", MONDAY)],
            &[("date", MONDAY)],
        ),
        // The date is the same, and the weak entity tag is not.
        (
            &[
                ("etag", "W/\"v1\""),
                ("last-modified", SUNDAY),
                ("date", MONDAY),
            ],
            &[
                ("etag", "W/\"v2\""),
                ("last-modified", SUNDAY),
                ("date", MONDAY),
            ],
        ),
        // The entity tag is the same, and the date is not.
        (
            &[
                ("etag", "\"v1\""),
                ("last-modified", SUNDAY),
                ("date", MONDAY),
            ],
            &[
                ("etag", "\"v1\""),
                ("last-modified", SUNDAY_LATER),
                ("date", MONDAY),
            ],
        ),
    ];
    for (before, after) in cases {
        let (ranged, found) = replaced_meanwhile(before, after).await;
        assert!(ranged, "{before:?}");
        assert_eq!(found, replacement(), "{before:?} then {after:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_is_resumed_without_a_strong_validator() {
    let cases: [Headers; 5] = [
        &[],
        &[("etag", "W/\"v1\"")],
        // The file may have changed again within the second, or at any time for all that the server tells.
        &[("last-modified", SUNDAY), ("date", SUNDAY)],
        &[("last-modified", SUNDAY)],
        &[("last-modified", "yesterday"), ("date", MONDAY)],
    ];
    for headers in cases {
        let (ranged, found) = replaced_meanwhile(headers, headers).await;
        assert!(!ranged, "{headers:?}");
        assert_eq!(found, replacement(), "{headers:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_same_validators_resume() {
    let cases: [Headers; 3] = [
        &[("etag", "\"v1\"")],
        &[("last-modified", SUNDAY), ("date", SUNDAY_LATER)],
        &[
            ("etag", "W/\"v1\""),
            ("last-modified", SUNDAY),
            ("date", MONDAY),
        ],
    ];
    for headers in cases {
        let (ranged, found) = replaced_meanwhile(headers, headers).await;
        assert!(ranged, "{headers:?}");
        assert_eq!(found[..30], media()[..30], "{headers:?}");
        assert_eq!(found[30..], replacement()[30..], "{headers:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn lengths_are_checked() {
    let all = media();
    // (told, what comes, what is expected, whether the coding has an end, the error's kind)
    let broken = ErrorKind::Unreachable(Phase::Answer);
    for (told, chunked, expected, kind) in [
        (Some(120), false, None, Some(broken.clone())),
        (Some(80), false, None, Some(broken)),
        (Some(100), false, Some(99), Some(ErrorKind::Incomplete)),
        (None, false, None, Some(ErrorKind::Incomplete)),
        (None, true, Some(99), Some(ErrorKind::Incomplete)),
        (None, true, None, None),
        (None, false, Some(100), None),
    ] {
        let body = all.clone();
        let (builder, _) = server(move |_, _| {
            let mut response = Response::builder().header("content-type", "video/mp4");
            if let Some(told) = told {
                response = response.header("content-length", told.to_string());
            }
            if chunked {
                response = response.header("transfer-encoding", "chunked");
            }
            response.body(pieces(&body, End::Good)).unwrap()
        });
        let place = Place::new();
        let mut download = part(builder).download_to(place.file());
        if let Some(expected) = expected {
            download = download.length(expected);
        }
        let result = download.await;
        let found = result.as_ref().err().map(|error| error.kind().clone());
        assert_eq!(found, kind, "{told:?} {chunked} {expected:?}");
        assert_eq!(place.file().exists(), kind.is_none());
    }
}

#[tokio::test]
async fn files_that_cannot_be_written_are_told() {
    let (builder, asked) = server(|_, request| serve(request, 1000));
    let place = Place::new();
    let nowhere = place.0.path().join("no such folder").join("film.mkv");
    let error = part(builder).download_to(&nowhere).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::File);
    assert!(asked.lock().unwrap().is_empty());
}

#[cfg(feature = "blocking")]
#[test]
fn the_same_without_async() {
    let (builder, _) = server(|_, request| serve(request, 30));
    let server = builder.blocking().unwrap();
    let call = || {
        let request = GetMediaPart::new(9, 0, "f");
        server.library().get_media_part(request)
    };
    let stream = call().range(80..).stream().unwrap();
    assert_eq!(stream.content_length(), Some(20));
    let bytes: Vec<u8> = stream.flat_map(Result::unwrap).collect();
    assert_eq!(bytes, media()[80..]);
    let place = Place::new();
    let retries = plex_sdk::policy::RetryPolicy::default().first_wait(Duration::ZERO);
    let done = call()
        .retries(retries)
        .download_to(place.file())
        .send()
        .unwrap();
    assert_eq!(done.length, 100);
    assert_eq!(content(&place.file()), media());
}
