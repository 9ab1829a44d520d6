//! Lists in pages: what is asked for, and each of the outcomes that `docs/decoding.md` names.

use crate::stub::{Asked, answer, server};
use plex_sdk::endpoints::content::{GetMetadataItem, ListContent};
use plex_sdk::endpoints::playlists::CreatePlaylist;
use plex_sdk::ids::{RatingKey, SectionId};
use plex_sdk::model::MetadataPage;
use plex_sdk::{Error, ErrorKind, Page, Pages, Server};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};
use serde::Deserialize;
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The header of a window, as a number.
fn header(request: &http::Request<bytes::Bytes>, name: &str) -> Option<u64> {
    request.headers().get(name)?.to_str().ok()?.parse().ok()
}

fn window(request: &http::Request<bytes::Bytes>) -> (u64, u64) {
    let start = header(request, "x-plex-container-start");
    let size = header(request, "x-plex-container-size");
    (start.unwrap(), size.unwrap())
}

/// A page with the items of these places; without `head` nothing is said of the window.
fn page(places: std::ops::Range<u64>, head: Option<u64>) -> String {
    let (start, size) = (places.start, places.end.saturating_sub(places.start));
    let mut body = format!(r#"{{"MediaContainer":{{"size":{size}"#);
    if let Some(total) = head {
        let _ = write!(body, r#","offset":{start},"totalSize":{total}"#);
    }
    if size > 0 {
        body.push_str(r#","Metadata":["#);
        for place in places {
            let comma = if place > start { "," } else { "" };
            let _ = write!(
                body,
                r#"{comma}{{"ratingKey":"{place}","title":"T{place}"}}"#
            );
        }
        body.push(']');
    }
    body.push_str("}}");
    body
}

/// A list whose server gives for start and size what `give` says.
fn list(give: impl Fn(u64, u64) -> String + Send + Sync + 'static) -> (Pages<MetadataPage>, Asked) {
    let (builder, asked) = server(move |request| {
        let (start, size) = window(request);
        answer(200, "application/json", give(start, size))
    });
    let call = builder.build().unwrap().content();
    let call = call.list_content(SectionId::from(1));
    (call.pages().page_size(10), asked)
}

/// The keys that came, and the error that ended it.
async fn walk(pages: Pages<MetadataPage>) -> (Vec<u64>, Option<Error>) {
    let mut items = pages.items();
    let mut keys = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => keys.push(item.rating_key.unwrap().as_str().parse().unwrap()),
            Err(error) => {
                assert!(items.next().await.is_none(), "it goes on after an error");
                return (keys, Some(error));
            }
        }
    }
    assert!(items.next().await.is_none());
    (keys, None)
}

async fn whole(pages: Pages<MetadataPage>) -> Vec<u64> {
    let (keys, error) = walk(pages).await;
    assert!(error.is_none(), "{error:?}");
    keys
}

fn upto(end: u64) -> Vec<u64> {
    (0..end).collect()
}

fn honest(total: u64, cap: u64) -> impl Fn(u64, u64) -> String + Send + Sync {
    move |start, size| {
        let end = (start + size.min(cap)).min(total);
        page(start.min(end)..end, Some(total))
    }
}

#[tokio::test]
async fn start_and_size_are_always_sent() {
    let (pages, asked) = list(honest(25, 100));
    assert_eq!(whole(pages.ahead(0)).await, upto(25));
    let windows: Vec<_> = asked.all().iter().map(window).collect();
    assert_eq!(windows, [(0, 10), (10, 10), (20, 10)]);
}

#[tokio::test]
async fn a_window_of_the_request_is_where_it_begins() {
    let (builder, asked) = server(|request| {
        let (start, size) = window(request);
        answer(200, "application/json", honest(25, 100)(start, size))
    });
    let request = ListContent::new(SectionId::from(1))
        .sort("titleSort")
        .container_start(7)
        .container_size(9);
    let call = builder.build().unwrap().content().list_content(request);
    assert_eq!(whole(call.pages()).await, (7..25).collect::<Vec<_>>());
    let first = &asked.all()[0];
    assert_eq!(
        first.uri(),
        "http://plex.test:32400/library/sections/1/all?sort=titleSort"
    );
    assert_eq!(window(first), (7, 9));
}

#[tokio::test]
async fn a_server_that_gives_less_is_followed() {
    for ahead in [0, 1, 3] {
        let (pages, asked) = list(honest(25, 4));
        assert_eq!(whole(pages.ahead(ahead)).await, upto(25));
        assert!(asked.all().len() <= 7 + ahead, "{}", asked.all().len());
    }
}

#[tokio::test]
async fn an_empty_list_is_one_page_without_entries() {
    let (mut pages, asked) = list(honest(0, 10));
    assert!(pages.next().await.unwrap().unwrap().metadata.is_empty());
    assert!(pages.next().await.is_none());
    assert_eq!(pages.total_size(), Some(0));
    asked.only();
}

#[tokio::test]
async fn a_total_that_changes_is_followed_and_told() {
    for (first, then, expected) in [(15, 25, 25), (35, 12, 12), (15, 10, 10)] {
        for ahead in [0, 1, 3] {
            let (pages, _) = list(move |start, size| {
                honest(if start == 0 { first } else { then }, 100)(start, size)
            });
            let mut pages = pages.ahead(ahead);
            let mut count = 0;
            while let Some(page) = pages.next().await {
                count += page.unwrap().metadata.len();
            }
            assert_eq!(count, expected, "{first} {then}");
            assert!(pages.has_changed());
            assert_eq!(pages.total_size(), Some(then));
        }
    }
}

#[tokio::test]
async fn a_server_that_ignores_windows_is_noticed() {
    // Everything at once, with and without a total.
    let (pages, asked) = list(|_, _| page(0..33, None));
    assert_eq!(whole(pages).await, upto(33));
    asked.only();
    let (pages, asked) = list(|_, _| page(0..33, Some(33)));
    assert_eq!(whole(pages).await, upto(33));
    asked.only();
    // As many as were asked for, by chance: the second answer tells.
    let (pages, asked) = list(|_, _| page(0..10, None));
    assert_eq!(whole(pages).await, upto(10));
    assert_eq!(asked.all().len(), 2);
    // The first page over and over, though there is more.
    let (pages, asked) = list(|_, _| page(0..10, Some(33)));
    let (keys, error) = walk(pages).await;
    assert_eq!(keys, upto(10));
    let error = error.unwrap();
    assert_eq!(*error.kind(), ErrorKind::Incomplete);
    assert!(error.to_string().contains("33 entries"), "{error}");
    assert!(asked.all().len() <= 3);
}

#[tokio::test]
async fn a_list_that_ends_too_early_is_an_error() {
    let (pages, _) = list(|start, size| match start {
        0 => honest(25, 100)(start, size),
        _ => page(start..start, Some(25)),
    });
    let (keys, error) = walk(pages).await;
    assert_eq!(keys, upto(10));
    assert_eq!(*error.unwrap().kind(), ErrorKind::Incomplete);
}

#[tokio::test]
async fn an_error_ends_it_and_tells_where() {
    let (builder, _) = server(|request| match window(request) {
        (20, _) => answer(500, "text/html", "<html>no</html>"),
        (start, size) => answer(200, "application/json", honest(40, 10)(start, size)),
    });
    let call = builder.build().unwrap().content();
    let mut pages = call.list_content(SectionId::from(1)).pages().page_size(10);
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ServerError);
    assert_eq!(pages.position(), 20);
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn no_more_than_asked_is_fetched_ahead() {
    for ahead in [0, 1, 3] {
        let count = Arc::new(AtomicU64::new(0));
        let counted = count.clone();
        let (pages, _) = list(move |start, size| {
            counted.fetch_add(1, Ordering::SeqCst);
            honest(1000, 10)(start, size)
        });
        let mut pages = pages.ahead(ahead);
        for used in 1..=5 {
            pages.next().await.unwrap().unwrap();
            for _ in 0..100 {
                tokio::task::yield_now().await;
            }
            let asked = count.load(Ordering::SeqCst);
            assert_eq!(asked, used + ahead as u64, "page {used}, {ahead} ahead");
        }
    }
}

#[tokio::test]
async fn only_reads_are_paged() {
    let (builder, asked) = server(|_| answer(200, "application/json", page(0..1, None)));
    let call = builder.build().unwrap().playlists();
    let mut pages = call.create_playlist(CreatePlaylist::default()).pages();
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert!(asked.all().is_empty());
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Slim {
    rating_key: RatingKey,
    year: Option<u16>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SlimPage {
    #[serde(rename = "Metadata")]
    metadata: Vec<Slim>,
}

impl Page for SlimPage {
    type Item = Slim;
    fn len(&self) -> usize {
        self.metadata.len()
    }
    fn into_items(self) -> Vec<Slim> {
        self.metadata
    }
}

#[tokio::test]
async fn a_slim_model_reads_both_spellings() {
    let json = r#"{"MediaContainer":{"size":1,"totalSize":1,"offset":0,"Metadata":[
        {"ratingKey":7,"title":"Seven","year":"1995","Media":[{"id":1}]}]}}"#;
    let xml = r#"<MediaContainer size="1" totalSize="1" offset="0">
        <Video ratingKey="7" title="Seven" year="1995"><Media id="1"/></Video></MediaContainer>"#;
    for (kind, body) in [("application/json", json), ("text/xml", xml)] {
        let (builder, asked) = server(move |_| answer(200, kind, body));
        let server = builder.build().unwrap();
        let call = || server.content().list_content(SectionId::from(1));
        let page = call().into_model::<SlimPage>().await.unwrap();
        assert_eq!(page.total_size, Some(1));
        assert_eq!(asked.only().uri().path(), "/library/sections/1/all");
        let items = call().into_model::<SlimPage>().items().collect().await;
        let [slim] = &items.unwrap()[..] else {
            panic!("there is one")
        };
        assert_eq!(slim.rating_key.as_str(), "7");
        assert_eq!(slim.year, Some(1995));
    }
}

#[tokio::test]
async fn items_come_in_the_order_asked() {
    let (builder, asked) = server(|request| {
        let path = request.uri().path();
        let keys = path.rsplit('/').next().unwrap().replace("%2C", ",");
        let mut there: Vec<u64> = keys.split(',').map(|key| key.parse().unwrap()).collect();
        there.retain(|key| key % 10 != 3 && *key < 500);
        // A server may give them in an order of its own.
        there.sort_unstable();
        if there.is_empty() {
            return answer(404, "text/html", String::new());
        }
        let items: Vec<_> = there
            .iter()
            .map(|key| format!(r#"{{"ratingKey":"{key}"}}"#))
            .collect();
        let items = items.join(",");
        let body = format!(r#"{{"MediaContainer":{{"Metadata":[{items}]}}}}"#);
        answer(200, "application/json", body)
    });
    let mut keys: Vec<u64> = (0..250).rev().collect();
    keys.extend([999, 5, 5]);
    let request = GetMetadataItem::new(keys.iter().copied());
    let server = builder.build().unwrap();
    let found = server
        .content()
        .get_metadata_item(request)
        .in_order()
        .await
        .unwrap();
    let number = |key: &RatingKey| key.as_str().parse::<u64>().unwrap();
    let came: Vec<u64> = found
        .items
        .iter()
        .map(|i| number(i.rating_key.as_ref().unwrap()))
        .collect();
    let missing: Vec<u64> = found.missing.iter().map(number).collect();
    let is_missing = |key: &u64| key % 10 == 3 || *key >= 500;
    let (gone, there): (Vec<u64>, Vec<u64>) = keys.iter().partition(|key| is_missing(key));
    assert_eq!(came, there);
    assert_eq!(missing, gone);
    assert_eq!(asked.all().len(), 3);
}

async fn embedded() -> (EmbeddedPlex, Server) {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let server = Server::builder()
        .url(plex.server().url())
        .token(plex.user(UserKind::Owner).account_token.clone())
        .client_identifier("pages")
        .build()
        .unwrap();
    (plex, server)
}

#[tokio::test]
async fn the_embedded_plex_is_walked_through() {
    let (_plex, server) = embedded().await;
    let call = || server.content().list_content(SectionId::from(1));
    let at_once = call().await.unwrap();
    assert!(at_once.metadata.len() > 4);
    for ahead in [0, 2] {
        let items = call().items().page_size(2).ahead(ahead).collect().await;
        assert_eq!(items.unwrap(), at_once.metadata);
    }
    let mut ids: Vec<_> = at_once
        .metadata
        .iter()
        .filter_map(|i| i.rating_key.clone())
        .collect();
    ids.reverse();
    ids.insert(1, RatingKey::new("987654"));
    let request = GetMetadataItem::new(ids.clone());
    let found = server
        .content()
        .get_metadata_item(request)
        .in_order()
        .await
        .unwrap();
    assert_eq!(found.missing, [ids.remove(1)]);
    let came: Vec<_> = found
        .items
        .iter()
        .filter_map(|i| i.rating_key.clone())
        .collect();
    assert_eq!(came, ids);
}

#[cfg(feature = "blocking")]
#[test]
fn the_same_without_async() {
    for ahead in [0, 1, 4] {
        let (builder, _) = server(|request| {
            let (start, size) = window(request);
            answer(200, "application/json", honest(95, 7)(start, size))
        });
        let server = builder.blocking().unwrap();
        let call = || server.content().list_content(SectionId::from(1));
        let mut items = call().items().page_size(10).ahead(ahead);
        let keys: Vec<u64> = items
            .by_ref()
            .map(|item| item.unwrap().rating_key.unwrap().as_str().parse().unwrap())
            .collect();
        assert_eq!(keys, upto(95));
        assert_eq!(items.total_size(), Some(95));
        assert_eq!(call().pages().count(), 14);
        let slim = call().into_model::<SlimPage>().items();
        assert_eq!(slim.flatten().count(), 95);
        // One that is not walked to its end.
        assert!(call().pages().next().unwrap().is_ok());
    }
}

#[cfg(feature = "blocking")]
#[test]
fn a_thread_fetches_pages_ahead() {
    for ahead in [0, 1, 3] {
        let (sender, requests) = std::sync::mpsc::channel();
        let (builder, _) = server(move |request| {
            let (start, size) = window(request);
            sender.send(start).unwrap();
            answer(200, "application/json", honest(60, 10)(start, size))
        });
        let server = builder.blocking().unwrap();
        let call = server.content().list_content(SectionId::from(1));
        let mut pages = call.pages().page_size(10).ahead(ahead);
        pages.next().unwrap().unwrap();
        // Those ahead come while nobody waits for a page.
        for page in 0..=ahead {
            let start = requests.recv_timeout(std::time::Duration::from_secs(20));
            assert_eq!(start, Ok(page as u64 * 10));
        }
        assert!(requests.try_recv().is_err());
        assert_eq!(pages.count(), 5);
    }
}

/// An entry that cannot be read without a panic.
#[cfg(feature = "blocking")]
#[derive(Debug)]
struct Panics;

#[cfg(feature = "blocking")]
impl<'de> Deserialize<'de> for Panics {
    fn deserialize<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        panic!("the model panics")
    }
}

#[cfg(feature = "blocking")]
impl Page for Panics {
    type Item = ();
    fn len(&self) -> usize {
        0
    }
    fn into_items(self) -> Vec<()> {
        Vec::new()
    }
}

#[cfg(feature = "blocking")]
#[test]
fn a_panic_of_a_model_is_not_the_end_of_the_list() {
    for ahead in [0, 1] {
        let (builder, _) = server(|request| {
            let (start, size) = window(request);
            answer(200, "application/json", honest(20, 10)(start, size))
        });
        let server = builder.blocking().unwrap();
        let call = server.content().list_content(SectionId::from(1));
        let mut pages = call.into_model::<Panics>().pages().ahead(ahead);
        let walk = std::panic::AssertUnwindSafe(|| pages.next().is_none());
        assert!(std::panic::catch_unwind(walk).is_err(), "{ahead} ahead");
    }
}
