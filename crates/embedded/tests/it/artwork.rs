//! Files and pictures as bytes: pieces of files, posters uploaded, chosen and taken away.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{ArtworkList, MetadataPage};

const FILE: &str = "/library/parts/1/1700000000/file.mp4";

/// The size of a picture as its header has it, or nothing where it is no PNG.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let number = |at: usize| u32::from_be_bytes(header[at..at + 4].try_into().unwrap());
    Some((number(0), number(4)))
}

async fn piece(base: &str, token: &str, headers: &[(&str, &str)]) -> Answer {
    let mut asked = get(base, FILE).token(token);
    for (name, value) in headers {
        asked = asked.header(name, value);
    }
    asked.send().await
}

#[tokio::test]
async fn a_file_comes_in_pieces() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Friend);
    let page: MediaContainer<MetadataPage> = get(base, "/library/metadata/1")
        .token(&token)
        .send()
        .await
        .read();
    let part = &page.metadata[0].media[0].parts[0];
    assert_eq!(part.key.as_deref(), Some(FILE));
    let size = part.size.unwrap();

    let head = ask(Method::HEAD, base, FILE).token(&token).send().await;
    assert_eq!(head.status, 200);
    assert!(head.body.is_empty());
    assert_eq!(head.header("content-length"), size.to_string());
    assert_eq!(head.header("content-type"), "video/mp4");
    assert_eq!(head.header("accept-ranges"), "bytes");
    let etag = head.header("etag").to_owned();

    let first = piece(base, &token, &[("Range", "bytes=0-199999")]).await;
    assert_eq!((first.status.as_u16(), first.body.len()), (206, 200_000));
    assert_eq!(
        first.header("content-range"),
        format!("bytes 0-199999/{size}")
    );
    assert_eq!(first.header("content-length"), "200000");
    let inside = piece(
        base,
        &token,
        &[("Range", "bytes=70001-80000"), ("If-Range", &etag)],
    )
    .await;
    assert_eq!(inside.body, first.body.slice(70_001..80_001));
    let last = piece(base, &token, &[("Range", "bytes=-10")]).await;
    assert_eq!(
        last.header("content-range"),
        format!("bytes {}-{}/{size}", size - 10, size - 1)
    );
    let beyond = piece(base, &token, &[("Range", &format!("bytes={size}-"))]).await;
    assert_eq!((beyond.status.as_u16(), beyond.body.len()), (416, 0));
    assert_eq!(beyond.header("content-range"), format!("bytes */{size}"));
    let known = piece(base, &token, &[("If-None-Match", &etag)]).await;
    assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));

    // Another file by now: all of it comes.
    let other = ask(Method::HEAD, base, FILE).token(&token);
    let other = other
        .header("Range", "bytes=0-1")
        .header("If-Range", "\"other\"")
        .send()
        .await;
    assert_eq!(
        (other.status.as_u16(), other.header("content-length")),
        (200, &*size.to_string())
    );
    let kept = ask(Method::HEAD, base, &format!("{FILE}?download=1"))
        .token(&token)
        .send()
        .await;
    assert_eq!(
        kept.header("content-disposition"),
        "attachment; filename=\"Big Buck Bunny (2008).mp4\""
    );
    for wrong in [
        "/library/parts/1/1700000000/file.mkv",
        "/library/parts/999/1/file.mp4",
    ] {
        assert_eq!(
            get(base, wrong).token(&token).status().await,
            404,
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn a_whole_file_has_the_bytes_of_its_pieces() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let page: MediaContainer<MetadataPage> = get(base, "/library/sections/3/all?type=10")
        .token(&token)
        .send()
        .await
        .read();
    let part = &page.metadata[0].media[0].parts[0];
    let path = part.key.as_deref().unwrap();
    let whole = get(base, path).token(&token).send().await;
    assert_eq!(whole.status, 200);
    assert_eq!(whole.body.len() as u64, part.size.unwrap());
    assert_eq!(whole.header("content-type"), "audio/mpeg");
    let end = get(base, path)
        .token(&token)
        .header("Range", "bytes=4000003-")
        .send()
        .await;
    assert_eq!(end.body, whole.body.slice(4_000_003..));
    // Music is not the friend's.
    let friend = main_token(&plex, UserKind::Friend);
    assert_eq!(get(base, path).token(&friend).status().await, 404);
    assert_eq!(get(base, path).status().await, 401);
}

async fn posters(base: &str, token: &str) -> Vec<(String, bool, String)> {
    let list: MediaContainer<ArtworkList> = get(base, "/library/metadata/1/posters")
        .token(token)
        .send()
        .await
        .read();
    let text = |text: Option<plex_sdk_contract::Text>| text.unwrap().to_string();
    let choices = list.content.artwork.into_iter();
    choices
        .map(|one| (text(one.rating_key), one.selected.unwrap(), text(one.key)))
        .collect()
}

async fn thumb(base: &str, token: &str) -> Option<String> {
    let page: MediaContainer<MetadataPage> = get(base, "/library/metadata/1")
        .token(token)
        .send()
        .await
        .read();
    page.metadata[0].thumb.as_ref().map(ToString::to_string)
}

#[tokio::test]
async fn posters_are_uploaded_chosen_and_taken_away() {
    let folder = std::env::temp_dir().join(format!("embedded-artwork-{}", std::process::id()));
    let picture = [&b"\xff\xd8\xff\xe0"[..], b"a picture of a rabbit"].concat();
    let (clock, builder) = with_clock();
    let builder = builder.data_dir(&folder);
    let plex = builder.clone().start().await.unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let before = thumb(base, &token).await.unwrap();
    let own = get(base, &before).token(&token).send().await;
    assert_eq!(
        (own.header("content-type"), png_size(&own.body)),
        ("image/png", Some((400, 600)))
    );
    assert_eq!(posters(base, &token).await.len(), 1);

    let friend = main_token(&plex, UserKind::Friend);
    let upload = |token: &str, bytes: &[u8]| Ask {
        request: ask(Method::POST, base, "/library/metadata/1/posters")
            .token(token)
            .request
            .body(bytes.to_vec()),
    };
    assert_eq!(upload(&friend, &picture).status().await, 403);
    assert_eq!(upload(&token, b"no picture").status().await, 400);
    clock.advance(Duration::from_secs(5));
    assert_eq!(upload(&token, &picture).status().await, 200);
    let choices = posters(base, &token).await;
    assert_eq!(
        (choices.len(), choices[0].1, choices[1].1),
        (2, false, true)
    );
    assert!(choices[1].0.starts_with("upload://posters/"), "{choices:?}");
    let after = thumb(base, &token).await.unwrap();
    assert_ne!(before, after);
    for path in [&after, &choices[1].2] {
        let shown = get(base, path).token(&friend).send().await;
        assert_eq!(
            (shown.header("content-type"), &*shown.body),
            ("image/jpeg", &*picture)
        );
    }

    // Chosen again by its address.
    let choose = |address: &str| {
        ask(
            Method::PUT,
            base,
            &format!("/library/metadata/1/poster?url={address}"),
        )
        .token(&token)
    };
    assert_eq!(choose(&choices[0].0).status().await, 200);
    assert!(posters(base, &token).await[0].1);
    let removed = ask(Method::DELETE, base, "/library/metadata/1/thumb").token(&token);
    assert_eq!(removed.status().await, 200);
    assert_eq!(thumb(base, &token).await, None);
    assert_eq!(get(base, &before).token(&token).status().await, 404);
    assert_eq!(choose(&choices[1].0).status().await, 200);
    plex.shutdown().await;

    // A server keeps what it was given.
    let plex = builder.start().await.unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    assert_eq!(posters(base, &token).await, choices);
    let shown = thumb(base, &token).await.unwrap();
    assert_eq!(get(base, &shown).token(&token).send().await.body, picture);
    plex.shutdown().await;
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn pictures_come_in_sizes() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Friend);
    for (query, expected) in [
        ("width=100&height=100", (67, 100)),
        ("width=100&height=100&minSize=1", (100, 150)),
        ("width=800&height=1200", (400, 600)),
        (
            "width=800&height=1200&upscale=1&saturation=0&opacity=50&background=ff0000&blendColor=00ff00",
            (800, 1200),
        ),
    ] {
        let path = format!("/photo/:/transcode?url=/library/metadata/1/thumb/1&{query}");
        let answer = get(base, &path).token(&token).send().await;
        assert_eq!(png_size(&answer.body), Some(expected), "{query}");
    }
    for (url, status) in [
        ("http://plex.test/a.png", 403),
        ("/library/metadata/999/thumb/1", 404),
        ("/library/metadata/1/banner/1", 404),
        ("/elsewhere", 404),
        (
            "/library/metadata/1/thumb/1&opacity=50&background=nocolour",
            400,
        ),
    ] {
        let path = format!("/photo/:/transcode?url={url}");
        assert_eq!(
            get(base, &path).token(&token).status().await,
            status,
            "{url}"
        );
    }
}
