//! Decoding a page of movies against the floors: `serde_json` skipping the same JSON, and `quick-xml` passing over the
//! attributes of the same XML, in turn; the median of the ratios of neighbouring rounds. The page is made here, or comes from
//! the server that `PLEX_SDK_BENCH_URL` names.

use bytes::Bytes;
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::model::MediaKind;
use plex_sdk_contract::model::{Guid, Image, ImageKind, Media, Metadata, MetadataPage, Part, Tag};
use plex_sdk_contract::{MediaContainer, Reply, Text};
use quick_xml::events::Event;
use serde::de::IgnoredAny;
use std::time::{Duration, Instant};

type Page = MediaContainer<MetadataPage>;

const MOVIES: u16 = 1000;
const ROUNDS: usize = 120;

fn tag(word: String) -> Tag {
    Tag {
        tag: word.into(),
        ..Tag::default()
    }
}

/// A movie as lists carry them, about 2.4 kB of JSON.
fn movie(number: u64) -> Metadata {
    let at = |what: &str| {
        Some(Text::from(format!(
            "/library/metadata/{number}/{what}/1700000000"
        )))
    };
    let part = Part {
        id: Some(number + 7),
        key: Some(format!("/library/parts/{number}/1600000000/file.mkv").into()),
        duration_ms: Some(5_400_000 + number),
        file: Some(
            format!("/srv/films/A Film of Number {number} (1999)/A Film of Number {number}.mkv")
                .into(),
        ),
        size: Some(7_000_000_000 + number),
        container: Some("mkv".into()),
        video_profile: Some("high".into()),
        ..Part::default()
    };
    let media = Media {
        id: Some(number + 7),
        duration_ms: Some(5_400_000 + number),
        bitrate: Some(8000),
        width: Some(1920),
        height: Some(800),
        aspect_ratio: Some(2.35),
        audio_channels: Some(6),
        audio_codec: Some("ac3".into()),
        video_codec: Some("h264".into()),
        video_resolution: Some("1080".into()),
        container: Some("mkv".into()),
        video_frame_rate: Some("24p".into()),
        video_profile: Some("high".into()),
        parts: vec![part],
        ..Media::default()
    };
    let image = |kind: ImageKind, what: &str| Image {
        alt: Some("A Film".into()),
        kind: Some(kind),
        url: at(what),
    };
    let summary = "Somebody goes somewhere, meets others, and \"loses\" what was never theirs; things look bleak — until they do not. ";
    Metadata {
        rating_key: Some(number.into()),
        key: format!("/library/metadata/{number}").into(),
        guid: Some(format!("plex://movie/5d7768{number:018x}").into()),
        kind: Some(MediaKind::Movie),
        title: format!("A Film of Number {number}").into(),
        slug: Some(format!("a-film-of-number-{number}").into()),
        studio: Some("A Studio".into()),
        content_rating: Some("PG-13".into()),
        summary: Some(summary.repeat(4).into()),
        rating: Some(7.5),
        audience_rating: Some(8.5),
        view_count: Some(2),
        year: Some(1999),
        tagline: Some("One line only".into()),
        thumb: at("thumb"),
        art: at("art"),
        duration_ms: Some(5_400_000 + number),
        originally_available_at: Some("1999-05-17".into()),
        audience_rating_image: Some("rottentomatoes://image.rating.upright".into()),
        rating_image: Some("rottentomatoes://image.rating.ripe".into()),
        chapter_source: Some("media".into()),
        primary_extra_key: Some(format!("/library/metadata/{}", number + 500_000).into()),
        media: vec![media],
        images: vec![
            image(ImageKind::CoverPoster, "thumb"),
            image(ImageKind::Background, "art"),
            image(ImageKind::ClearLogo, "clearLogo"),
        ],
        genres: vec![tag("Action".into()), tag("Drama".into())],
        countries: vec![tag("United States of America".into())],
        directors: vec![tag(format!("Director {}", number % 300))],
        writers: vec![
            tag(format!("Writer {}", number % 300)),
            tag(format!("Writer B {}", number % 300)),
        ],
        roles: (0..3)
            .map(|n| tag(format!("Actor {n} of {}", number % 900)))
            .collect(),
        guids: ["imdb://tt", "tmdb://", "tvdb://"]
            .map(|site| Guid {
                id: format!("{site}{number}").into(),
            })
            .into(),
        ..Metadata::default()
    }
}

/// Both in turn; the median of floor by decoding, and of the times for each movie.
fn compare(what: &str, floor: impl Fn(), decode: impl Fn()) {
    let clock = |work: &dyn Fn()| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    let mut times: Vec<(Duration, Duration)> = (0..ROUNDS + 10)
        .map(|_| (clock(&floor), clock(&decode)))
        .skip(10)
        .collect();
    let ratio = |(floor, decode): &(Duration, Duration)| floor.as_secs_f64() / decode.as_secs_f64();
    times.sort_by(|a, b| ratio(a).total_cmp(&ratio(b)));
    let at = |part: usize| ratio(&times[times.len() * part / 4]);
    let (floor, decode) = times[times.len() / 2];
    let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(MOVIES);
    println!(
        "{what}: floor {:.2} us, decoding {:.2} us a movie: {:.3} of the floor's rate (quartiles {:.3} to {:.3})",
        each(floor),
        each(decode),
        at(2),
        at(1),
        at(3)
    );
}

/// A page of the same number of movies from a server that others are measured on too.
fn canned(url: &str, accept: &str) -> Bytes {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let url = format!(
            "{url}/library/sections/1/all?X-Plex-Container-Start=0&X-Plex-Container-Size={MOVIES}"
        );
        let request = reqwest::Client::new().get(url).header("Accept", accept);
        let answer = request.send().await.expect("the server answers");
        answer.bytes().await.expect("the body comes")
    })
}

fn main() {
    let (json, xml) = if let Ok(url) = std::env::var("PLEX_SDK_BENCH_URL") {
        (canned(&url, "application/json"), canned(&url, "text/xml"))
    } else {
        let content = MetadataPage {
            metadata: (1000..).take(usize::from(MOVIES)).map(movie).collect(),
            ..MetadataPage::default()
        };
        let page = MediaContainer::new(usize::from(MOVIES), content);
        let body = |format| page.encode(format).expect("a page can be written").body;
        (body(Format::Json), body(Format::Xml))
    };
    println!(
        "{MOVIES} movies, {} bytes of JSON and {} of XML each; a movie is {} bytes in memory before its lists",
        json.len() / usize::from(MOVIES),
        xml.len() / usize::from(MOVIES),
        size_of::<Metadata>()
    );
    let read = |body: &Bytes| {
        let page = Page::decode(body).expect("it decodes");
        assert_eq!(page.metadata.len(), usize::from(MOVIES));
    };
    compare(
        "JSON, floor serde_json skipping",
        || assert!(serde_json::from_slice::<IgnoredAny>(&json).is_ok()),
        || read(&json),
    );
    compare(
        "XML, floor quick-xml over the attributes",
        || {
            let mut reader = quick_xml::Reader::from_reader(&xml[..]);
            let mut seen = 0;
            loop {
                match reader.read_event().expect("it is XML") {
                    Event::Eof => break,
                    Event::Start(element) | Event::Empty(element) => {
                        seen += element
                            .attributes()
                            .map(|attribute| attribute.expect("it is an attribute").value.len())
                            .sum::<usize>();
                    }
                    _ => {}
                }
            }
            assert!(seen > 0);
        },
        || read(&xml),
    );
}
