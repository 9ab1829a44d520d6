//! Bodies that no honest server sends: each must give an error or a value, and never a panic, an overflow of the stack
//! or work that grows faster than the body. Errors stay short and repeat no secret.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use plex_sdk_contract::codec::{Format, Looks};
use plex_sdk_contract::model::{
    AccountDetails, Identity, Media, Metadata, MetadataPage, MintedToken, Part, Pin, Resource,
    Sections, ServerInfo, SourceConnectionInformation, Stream, Tag,
};
use plex_sdk_contract::{ApiError, DecodeError, MediaContainer, Plain, Reply};
use serde_json::{Value, json};

/// An error's text has at most this many bytes, however long the body is.
const LONGEST_MESSAGE: usize = 400;

fn read<A: Reply>(body: impl AsRef<[u8]>) -> Result<A, DecodeError> {
    let read = A::decode(&Bytes::copy_from_slice(body.as_ref()));
    if let Err(error) = &read {
        let message = error.to_string();
        assert!(
            message.len() <= LONGEST_MESSAGE,
            "{} bytes: {message}",
            message.len()
        );
        assert!(!message.contains(char::is_control), "{message:?}");
        assert!(!message.is_empty());
    }
    read
}

fn page(body: impl AsRef<[u8]>) -> Result<MediaContainer<MetadataPage>, DecodeError> {
    read(body)
}

/// Reads a body as everything there is and as an error answer; says for how many it was a value.
fn read_as_all(body: impl AsRef<[u8]>) -> usize {
    let body = body.as_ref();
    let error = ApiError::new(
        StatusCode::BAD_GATEWAY,
        &HeaderMap::new(),
        &Bytes::copy_from_slice(body),
    );
    assert!(error.to_string().len() <= 1000, "{error}");
    [
        read::<MediaContainer<Identity>>(body).is_ok(),
        read::<MediaContainer<ServerInfo>>(body).is_ok(),
        read::<MediaContainer<Sections>>(body).is_ok(),
        read::<MediaContainer<MintedToken>>(body).is_ok(),
        read::<MediaContainer<SourceConnectionInformation>>(body).is_ok(),
        page(body).is_ok(),
        read::<Plain<Pin>>(body).is_ok(),
        read::<Plain<AccountDetails>>(body).is_ok(),
        read::<Plain<Vec<Resource>>>(body).is_ok(),
    ]
    .into_iter()
    .filter(|is_ok| *is_ok)
    .count()
}

/// A page with an item, a version, a file, a track and tags.
fn sample() -> MediaContainer<MetadataPage> {
    let mut stream = Stream {
        id: Some(4),
        stream_type: 2,
        codec: Some("aac".into()),
        ..Stream::default()
    };
    stream.loudness = Some(-16.5);
    let part = Part {
        file: Some("/films/Ä & B.mkv".into()),
        size: Some(u64::MAX),
        streams: vec![stream],
        ..Part::default()
    };
    let media = Media {
        parts: vec![part],
        optimized_for_streaming: Some(true),
        ..Media::default()
    };
    let tag = |word: &str| Tag {
        tag: word.into(),
        ..Tag::default()
    };
    let item = Metadata {
        rating_key: Some(7.into()),
        title: "A <title> with \"quotes\"\nand lines".into(),
        year: Some(-4),
        media: vec![media],
        genres: vec![tag("Sci-Fi"), tag("电影")],
        ..Metadata::default()
    };
    let content = MetadataPage {
        metadata: vec![item.clone(), item],
        ..MetadataPage::default()
    };
    MediaContainer::new(2, content)
}

fn encoded(format: Format) -> Vec<u8> {
    sample().encode(format).unwrap().body.to_vec()
}

#[test]
fn a_body_that_breaks_off_is_an_error() {
    for format in [Format::Json, Format::Xml] {
        let whole = encoded(format);
        let whole = whole.trim_ascii_end();
        assert_eq!(page(whole).unwrap(), sample());
        for end in 0..whole.len() {
            let part = &whole[..end];
            assert!(page(part).is_err(), "{}", String::from_utf8_lossy(part));
        }
    }
}

#[test]
fn a_byte_changed_never_panics() {
    for format in [Format::Json, Format::Xml] {
        let whole = encoded(format);
        for at in 0..whole.len() {
            for byte in [0, b'"', b'<', b'{', b']', b'&', b'9', 0xff] {
                let mut body = whole.clone();
                body[at] = byte;
                let _ = page(body);
            }
        }
    }
}

#[test]
fn deep_nesting_is_refused() {
    const DEEP: usize = 100_000;
    let json = [
        "[".repeat(DEEP),
        r#"{"a":"#.repeat(DEEP),
        format!(r#"{{"MediaContainer":{{"x":{}"#, "[".repeat(DEEP)),
        format!(r#"{{"MediaContainer":{}"#, "[".repeat(DEEP)),
        format!(
            r#"{{"MediaContainer":{{"title1":{}"#,
            r#"{"id":"#.repeat(DEEP)
        ),
        format!(
            r#"{{"MediaContainer":{{{}"#,
            r#""Metadata":{"Extras":{"#.repeat(DEEP)
        ),
    ];
    for body in json {
        assert!(page(&body).is_err());
        assert!(read::<Plain<Vec<Resource>>>(&body).is_err() || body.contains("Media"));
    }
    for name in ["MediaContainer", "Video", "resources"] {
        let open = format!("<{name}>").repeat(DEEP);
        let close = format!("</{name}>").repeat(DEEP);
        assert_eq!(read_as_all(&open), 0);
        assert!(page(open + &close).is_err());
    }
}

/// Lists and objects that are closed again, inside a field that no model has, are skipped at any depth or refused.
#[test]
fn deep_nesting_in_unknown_fields_is_skipped_or_refused() {
    const DEEP: usize = 100_000;
    let (open, close) = ("[".repeat(DEEP), "]".repeat(DEEP));
    let read = page(format!(r#"{{"MediaContainer":{{"x":{open}{close}}}}}"#));
    assert!(read.is_err() || read == Ok(MediaContainer::default()));
}

/// Items inside items down to the bound on depth: models are wide, and each level takes its share of the stack.
#[test]
fn items_inside_items_fit_the_stack() {
    let json = |levels: usize, year: &str| {
        let open = r#"{"Extras":{"Metadata":"#.repeat(levels);
        let close = "}}".repeat(levels);
        format!(r#"{{"MediaContainer":{{"Metadata":{open}{{"year":"{year}"}}{close}}}}}"#)
    };
    let xml = |levels: usize, year: &str| {
        let open = "<Video><Extras>".repeat(levels);
        let close = "</Extras></Video>".repeat(levels);
        format!(r#"<MediaContainer>{open}<Video year="{year}"/>{close}</MediaContainer>"#)
    };
    let mut deepest = 0;
    for levels in 1..80 {
        let from_json = page(json(levels, "1"));
        let from_xml = page(xml(levels, "1"));
        assert!(page(json(levels, "soon")).is_err() && page(xml(levels, "soon")).is_err());
        if from_json.is_ok() && from_xml.is_ok() {
            deepest = levels;
        }
    }
    assert!(deepest >= 4, "real answers nest this far");
}

#[test]
fn numbers_of_any_size() {
    let huge = "9".repeat(100_000);
    for number in [
        "1e400",
        "-1e400",
        "1e-400",
        "1e300",
        "-0",
        "-0.0",
        "0.1",
        "340282366920938463463374607431768211456",
        "18446744073709551616",
        "-9223372036854775809",
        huge.as_str(),
    ] {
        for body in [
            format!(r#"{{"MediaContainer":{{"size":{number}}}}}"#),
            format!(r#"{{"MediaContainer":{{"size":"{number}"}}}}"#),
            format!(r#"{{"MediaContainer":{{"Metadata":[{{"year":{number}}}]}}}}"#),
            format!(r#"{{"MediaContainer":{{"Metadata":[{{"addedAt":{number}}}]}}}}"#),
            format!(r#"{{"MediaContainer":{{"Metadata":[{{"title":{number}}}]}}}}"#),
            format!(r#"{{"MediaContainer":{{"Metadata":[{{"rating":{number}}}]}}}}"#),
            format!(r#"<MediaContainer size="{number}"/>"#),
            format!(
                r#"<MediaContainer><Video addedAt="{number}" rating="{number}"/></MediaContainer>"#
            ),
        ] {
            if let Ok(answer) = page(&body) {
                assert!(answer.encode(Format::Json).is_ok() && answer.encode(Format::Xml).is_ok());
            }
        }
    }
    assert!(page(r#"{"MediaContainer":{"size":4294967296}}"#).is_err());
    assert!(page(r#"{"MediaContainer":{"size":-2}}"#).is_err());
    assert!(page(r#"{"MediaContainer":{"size":"NaN"}}"#).is_err());
    assert!(page(r#"<MediaContainer><Video rating="inf"/></MediaContainer>"#).is_err());
}

/// What was read can be written again, so that an answer can be passed on.
#[test]
fn instants_outside_the_calendar_can_be_written() {
    let body = r#"{"id":1,"createdAt":9223372036854775807,"expiresAt":"-9999999999999"}"#;
    if let Ok(pin) = read::<Plain<Pin>>(body) {
        assert!(pin.encode(Format::Json).is_ok());
        assert!(pin.encode(Format::Xml).is_ok());
    }
}

/// The names of a value's fields.
fn every_field<T: serde::Serialize>(value: &T) -> Vec<String> {
    let Ok(Value::Object(fields)) = serde_json::to_value(value) else {
        panic!("not an object");
    };
    fields.into_iter().map(|(name, _)| name).collect()
}

/// XML spells "never" as an empty text; it does not lose the rest.
#[test]
fn an_empty_instant_does_not_lose_a_body() {
    let items = page(r#"<MediaContainer><Video title="a" addedAt=""/></MediaContainer>"#).unwrap();
    assert_eq!(items.metadata[0].title, "a");
    let list = r#"<resources><resource name="a" clientIdentifier="c" provides="" createdAt="" lastSeenAt=" "/></resources>"#;
    assert_eq!(read::<Plain<Vec<Resource>>>(list).unwrap()[0].name, "a");
    assert!(page(r#"<MediaContainer><Video addedAt="soon"/></MediaContainer>"#).is_err());
}

/// Every field of a value in turn gets a value of every wrong kind.
#[test]
fn wrong_kinds_in_every_field() {
    let wrong = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(0.5),
        json!(""),
        json!("x,y"),
        json!([]),
        json!([[]]),
        json!([null]),
        json!(["a", 1]),
        json!({}),
        json!({"id": []}),
        json!([{"x": {}}]),
    ];
    for wrong in wrong {
        for field in every_field(&Metadata::default()) {
            let _ = page(json!({"MediaContainer": {"Metadata": [{field: wrong}]}}).to_string());
        }
        for field in every_field(&MetadataPage::default()) {
            let _ = page(json!({"MediaContainer": {field: wrong}}).to_string());
        }
        for field in every_field(&Stream::default()) {
            let stream = json!({"Metadata": {"Media": {"Part": {"Stream": {field: wrong}}}}});
            let _ = page(json!({"MediaContainer": stream}).to_string());
        }
        for field in every_field(&ServerInfo::default()) {
            let body = json!({"MediaContainer": {field: wrong}}).to_string();
            let _ = read::<MediaContainer<ServerInfo>>(body);
        }
        for field in every_field(&AccountDetails::default()) {
            let _ = read::<Plain<AccountDetails>>(json!({field: wrong}).to_string());
        }
        for field in every_field(&Resource::default()) {
            let _ = read::<Plain<Vec<Resource>>>(json!([{field: wrong}]).to_string());
        }
        read_as_all(json!({"MediaContainer": wrong}).to_string());
        read_as_all(wrong.to_string());
    }
}

/// Elements and attributes swapped, text where children belong, children where text belongs.
#[test]
fn wrong_kinds_in_xml() {
    for body in [
        r#"<MediaContainer Metadata="x"/>"#,
        r#"<MediaContainer Metadata="x"><Video/></MediaContainer>"#,
        r#"<MediaContainer Meta=""/>"#,
        "<MediaContainer>text<Video>text</Video>text</MediaContainer>",
        "<MediaContainer><size>3</size><title1><b>x</b></title1></MediaContainer>",
        "<MediaContainer><Video><title>x</title><year/></Video></MediaContainer>",
        "<MediaContainer><Metadata/><Video/><Directory/></MediaContainer>",
        "<MediaContainer><MediaContainer/></MediaContainer>",
        "<MediaContainer><Video><Media/><Part/><Media>x</Media></Video></MediaContainer>",
        "<MediaContainer><token/><Device/><Device><Connection/></Device></MediaContainer>",
        "<resources><resource><connections>x</connections></resource></resources>",
        "<resources>text</resources>",
        "<resources><a><b/></a></resources>",
        "<pin><id><id><id/></id></id><authToken/></pin>",
        "<user><roles><role><id/></role><role/></roles></user>",
        "<user><subscription><subscription/></subscription></user>",
    ] {
        read_as_all(body);
    }
}

#[test]
fn bytes_that_are_no_text_become_replacement_characters() {
    let cases: [&[u8]; 2] = [
        b"{\"MediaContainer\":{\"title1\":\"Gr\xfcn \xff\"}}",
        b"<MediaContainer title1=\"Gr\xfcn \xff\"/>",
    ];
    for body in cases {
        assert_eq!(
            page(body).unwrap().title1.as_deref(),
            Some("Gr\u{fffd}n \u{fffd}")
        );
    }
    let utf16: Vec<u8> = "<MediaContainer/>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read_as_all(&utf16), 0);
    assert_eq!(read_as_all([&b"\xff\xfe"[..], &utf16].concat()), 0);
    assert_eq!(read_as_all([0xff; 1000]), 0);
    assert_eq!(read_as_all(b"<\xff\xff a=\"\xff\"/>"), 0);
    assert_eq!(read_as_all(b"{\"\xff\":\"\xff\""), 0);
}

#[test]
fn control_characters_do_not_lose_a_body() {
    for control in (0..0x20).map(char::from).chain(['\u{7f}']) {
        let json = page(format!(
            "{{\"MediaContainer\":{{\"title1\":\"a{control}b\",\"size\":1}}}}"
        ));
        let json = json.unwrap();
        assert_eq!(json.size, Some(1));
        assert_eq!(json.title1.as_ref().unwrap().len(), 3, "{control:?}");
        let xml = page(format!(
            "<MediaContainer title1=\"a{control}b\" size=\"1\"/>"
        ))
        .unwrap();
        assert_eq!(xml.size, Some(1));
        assert_eq!(xml.title1.as_ref().unwrap().len(), 3, "{control:?}");
    }
    assert_eq!(read_as_all("\0"), 0);
    assert_eq!(read_as_all([0; 4096]), 0);
    assert_eq!(read_as_all("\0<MediaContainer/>"), 0);
    assert_eq!(
        page("<MediaContainer/>\0").unwrap(),
        MediaContainer::default()
    );
    assert_eq!(
        page("{\"MediaContainer\":{}}\0").unwrap(),
        MediaContainer::default()
    );
}

#[test]
fn references_to_characters_that_are_none() {
    for reference in [
        "&#0;",
        "&#xD800;",
        "&#x110000;",
        "&#xFFFFFFFFFFFFFFFF;",
        "&#;",
        "&#x;",
        "&;",
        "&",
        "&nope;",
        "&&&",
    ] {
        for body in [
            format!("<MediaContainer title1=\"{reference}\"/>"),
            format!("<MediaContainer><title1>{reference}</title1></MediaContainer>"),
        ] {
            let _ = page(body);
        }
    }
    for escape in [r"\ud800", r"\udc00\ud800", r"\u0000", r"\x", r"\u12"] {
        let _ = page(format!(r#"{{"MediaContainer":{{"title1":"{escape}"}}}}"#));
    }
}

#[test]
fn a_byte_order_mark_and_white_space_in_front() {
    for front in ["\u{feff}", "\u{feff}\n ", " \r\n\t"] {
        for format in [Format::Json, Format::Xml] {
            let body = [front.as_bytes(), &encoded(format)].concat();
            assert_eq!(page(body).unwrap(), sample(), "{front:?} {format:?}");
        }
    }
    assert_eq!(read_as_all("\u{feff}"), 0);
}

#[test]
fn what_has_no_model_may_be_nested_as_deep_as_a_body() {
    let nested = |deep: usize| format!("{}1{}", r#"{"a":"#.repeat(deep), "}".repeat(deep));
    let read = |deep| plex_sdk_contract::codec::json::decode::<Value>(nested(deep).as_bytes());
    let mut at = &read(100).unwrap();
    for _ in 0..100 {
        at = &at["a"];
    }
    assert_eq!(*at, 1);
    assert!(read(1000).is_err());
}

#[test]
fn names_given_twice() {
    let twice = page(r#"{"MediaContainer":{"size":1,"size":2}}"#).unwrap();
    assert_eq!(twice.size, Some(2));
    let first = page(r#"{"MediaContainer":{"size":1},"MediaContainer":{"size":2}}"#).unwrap();
    assert_eq!(first.size, Some(1));
    for body in [
        r#"{"MediaContainer":{"title1":"a","title1":"b"}}"#,
        r#"<MediaContainer title1="a" title1="b"/>"#,
    ] {
        assert_eq!(page(body).unwrap().title1.as_deref(), Some("b"), "{body}");
    }
    let many = r#""x":1,"#.repeat(200_000);
    assert!(page(format!(r#"{{"MediaContainer":{{{many}"size":1}}}}"#)).is_ok());
}

#[test]
fn long_texts_and_names() {
    let long = "x".repeat(2_000_000);
    let xml = page(format!("<MediaContainer title1=\"{long}\"/>")).unwrap();
    assert_eq!(xml.title1.as_ref().unwrap().len(), long.len());
    let references = "&amp;".repeat(400_000);
    let xml = page(format!("<MediaContainer title1=\"{references}\"/>")).unwrap();
    assert_eq!(xml.title1.as_ref().unwrap().len(), 400_000);
    let xml = page(format!(
        "<MediaContainer><title1>{references}</title1></MediaContainer>"
    ))
    .unwrap();
    assert_eq!(xml.title1.as_ref().unwrap().len(), 400_000);
    let json = page(format!(r#"{{"MediaContainer":{{"title1":"{long}"}}}}"#)).unwrap();
    assert_eq!(json.title1.as_ref().unwrap().len(), long.len());

    for body in [
        format!("<MediaContainer size=\"{long}\"/>"),
        format!("<{long}></MediaContainer>"),
        format!("<{long}/>"),
        format!("<MediaContainer {long}/>"),
        format!("<MediaContainer><{long}>"),
        format!(r#"{{"MediaContainer":{{"size":"{long}"}}}}"#),
        format!(r#"{{"MediaContainer":{{"{long}":[}}}}"#),
        format!(r#"{{"MediaContainer":{{"Metadata":[{{"{long}":tru"#),
        format!(r#"{{"{long}":[}}"#),
        long,
    ] {
        assert!(page(&body).is_err());
        let _ = read::<Plain<Vec<Resource>>>(body);
    }
}

/// Colours and line breaks of a body do not reach the terminal or the log.
#[test]
fn a_message_has_no_control_characters() {
    for body in [
        "<a\u{1b}[31m></b>",
        "<MediaContainer\u{1b}[31m>",
        "<MediaContainer size=\"\u{1b}[31m\"/>",
        "{\"MediaContainer\":{\"\u{1b}[31m\":[}}",
        "{\"MediaContainer\":{\"size\":\"\\u001b[31m\"}}",
        "{\"MediaContainer\":{\"\\u001b[31m\\n\":[}}",
    ] {
        assert!(page(body).is_err(), "{body:?}");
        read_as_all(body);
    }
}

#[test]
fn very_many_elements_and_attributes() {
    use std::fmt::Write as _;
    const MANY: usize = 200_000;
    let (mut elements, mut attributes, mut keys) = (String::new(), String::new(), String::new());
    for n in 0..MANY {
        write!(elements, "<e{n}/>").unwrap();
        write!(attributes, " a{n}=\"\"").unwrap();
        write!(keys, "\"k{n}\":0,").unwrap();
    }
    let bodies = [
        format!("<MediaContainer>{elements}</MediaContainer>"),
        format!("<MediaContainer><Video>{elements}</Video></MediaContainer>"),
        format!("<MediaContainer{attributes}/>"),
        format!("<MediaContainer><Directory{attributes}/></MediaContainer>"),
        format!(r#"{{"MediaContainer":{{{keys}"size":0}}}}"#),
    ];
    for body in bodies {
        assert!(page(&body).is_ok());
    }
    // What every PIN and resource has is missing here: an error, and no slower one.
    assert!(read::<Plain<Vec<Resource>>>(format!("<resources>{elements}</resources>")).is_err());
    assert!(read::<Plain<Pin>>(format!("<pin>{elements}</pin>")).is_err());
    assert!(read::<Plain<Pin>>(format!(r#"<pin id="1" code="A">{elements}</pin>"#)).is_ok());
}

/// Children of all kinds in turn, so that each list is spread over the whole element.
#[test]
fn lists_that_are_interleaved() {
    let kinds = [
        "Media",
        "Genre",
        "Country",
        "Guid",
        "Rating",
        "Collection",
        "Director",
        "Writer",
        "Producer",
        "Role",
        "Similar",
        "Label",
        "Mood",
        "Style",
        "Format",
        "Subformat",
        "Autotag",
        "Tag",
        "Studio",
        "Network",
        "SeasonType",
        "Field",
        "Filter",
        "Sort",
        "Location",
        "Chapter",
        "Marker",
        "Review",
        "Image",
        "CommonSenseMedia",
        "Vast",
    ];
    let row = format!("<{}/>", kinds.join("/><other/><"));
    let body = format!(
        "<MediaContainer><Video>{}</Video></MediaContainer>",
        row.repeat(5000)
    );
    let read = page(body).unwrap();
    assert_eq!(read.metadata[0].genres.len(), 5000);
    assert_eq!(read.metadata[0].vast.len(), 5000);

    let items = r#"<Video/><Directory key="a"/><Directory ratingKey="1"/><Track/><Hub/>"#;
    let read = page(format!(
        "<MediaContainer>{}</MediaContainer>",
        items.repeat(30_000)
    ))
    .unwrap();
    assert_eq!(read.metadata.len(), 90_000);
    assert_eq!(read.directories.len(), 30_000);
}

#[test]
fn entities_of_a_document_type_are_not_expanded() {
    let billion = r#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;">
        <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;"><!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;">
        <!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY % remote SYSTEM "http://127.0.0.1/x.dtd"> %remote;]>
        <MediaContainer size="1" title1="&lol3;&file;"><title2>&lol3;&file;</title2></MediaContainer>"#;
    let read = page(billion).unwrap();
    assert_eq!(read.title1.as_deref(), Some("&lol3;&file;"));
    assert_eq!(read.title2.as_deref(), Some("&lol3;&file;"));
    for body in [
        "<!DOCTYPE",
        "<!DOCTYPE a [",
        "<!DOCTYPE a [<!ENTITY b \"",
        "<!DOCTYPE a []>",
        "<!--",
        "<![CDATA[",
        "<?xml",
        "<?",
        "<!",
        "<",
        "</a>",
        "<>",
        "< a/>",
        "<a b/>",
        "<a b=>",
        "<a b=c/>",
        "<a b='c\"/>",
        "<![CDATA[x]]><MediaContainer/>x",
    ] {
        read_as_all(body);
    }
    let doctype = format!("<!DOCTYPE a [{}]>", "<!ENTITY x \"y\">".repeat(100_000));
    assert!(page(format!("{doctype}<MediaContainer/>")).is_ok());
    assert!(page("<!DOCTYPE a [".repeat(50_000)).is_err());
}

#[test]
fn bodies_with_nothing_in_them() {
    for body in [
        "",
        " \n",
        "null",
        "[]",
        "{}",
        "\"text\"",
        "text",
        "1",
        "true",
        "{\"MediaContainer\":null}",
        "{\"MediaContainer\":[]}",
        "{\"MediaContainer\":[{}]}",
        "{\"MediaContainer\":\"\"}",
        "{\"mediaContainer\":{}}",
    ] {
        read_as_all(body);
    }
    assert_eq!(page("").unwrap_err().looks(), Looks::Empty);
    assert_eq!(page(" \n").unwrap_err().to_string(), "the body is empty");
    for foreign in [
        "",
        "null",
        "\"text\"",
        "text",
        "{}",
        "<a/>",
        "{\"mediaContainer\":{}}",
    ] {
        assert!(page(foreign).unwrap_err().is_foreign(), "{foreign}");
    }
    assert_eq!(
        page(r#"{"MediaContainer":null}"#).unwrap(),
        MediaContainer::default()
    );
    assert_eq!(
        page(r#"{"MediaContainer":[{"size":3},{"size":4}]}"#)
            .unwrap()
            .size,
        Some(3)
    );
    assert!(page("[]").is_err());
    assert!(page(r#"{"MediaContainer":[]}"#).is_err());
    assert!(read::<MediaContainer<MintedToken>>(r#"{"MediaContainer":{}}"#).is_err());
    assert!(read::<MediaContainer<Identity>>("<MediaContainer/>").is_err());
    assert!(read::<Plain<Vec<Resource>>>("[]").unwrap().is_empty());
    assert!(
        read::<Plain<Vec<Resource>>>("<resources/>")
            .unwrap()
            .is_empty()
    );
}

/// A page for a browser is never an answer, in whatever spelling.
#[test]
fn a_web_page_is_foreign() {
    for body in [
        "<html></html>",
        "<HTML><BODY>sign in</BODY></HTML>",
        "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body><br></body></html>",
        "<!doctype HTML>\n<html>",
        "\u{feff} <!DOCTYPE html>",
        "<head><title>302 Found</title></head>",
        "<body>no</body>",
        "<!-- proxy --><html><head><title>x</title></head><body/></html>",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"x\"><html xmlns=\"y\"><head/><body/></html>",
        "<?xml version=\"1.0\"?>\n<html><head/><body/></html>",
        "<rss version=\"2.0\"><channel/></rss>",
    ] {
        assert_eq!(read_as_all(body), 0, "{body}");
        assert!(page(body).unwrap_err().is_foreign(), "{body}");
        assert!(
            read::<Plain<AccountDetails>>(body)
                .unwrap_err()
                .is_foreign(),
            "{body}"
        );
    }
}

/// One kind of answer is not taken for another.
#[test]
fn an_answer_of_another_kind_is_foreign() {
    assert!(
        read::<Plain<Pin>>(r#"<user id="1"/>"#)
            .unwrap_err()
            .is_foreign()
    );
    assert!(
        read::<Plain<AccountDetails>>("<errors><error code=\"1001\"/></errors>")
            .unwrap_err()
            .is_foreign()
    );
    assert!(
        read::<Plain<Vec<Resource>>>("<MediaContainer><Device/></MediaContainer>")
            .unwrap_err()
            .is_foreign()
    );
}

#[test]
fn an_error_repeats_no_secret() {
    const SECRETS: [&str; 4] = ["sec ret", "s\u{e9}cret", "sec\\u0001ret", "sec\\nret"];
    for secret in SECRETS {
        let long = format!("{secret}{}", "x".repeat(9000));
        for token in [secret, long.as_str()] {
            let xml = token.replace("\\u0001", "\u{1}").replace("\\n", "&#10;");
            let errors = [
                read::<MediaContainer<MintedToken>>(format!(r#"{{"MediaContainer":{{"token":"{token}"}}}}"#)).err(),
                read::<MediaContainer<MintedToken>>(format!(r#"{{"MediaContainer":{{"token":["{token}"]}}}}"#)).err(),
                read::<MediaContainer<MintedToken>>(format!(r#"{{"MediaContainer":{{"token":{{"id":"{token}"}}}}}}"#)).err(),
                read::<MediaContainer<MintedToken>>(format!(r#"{{"MediaContainer":{{"token":{{"{token}":1}}}}}}"#)).err(),
                read::<MediaContainer<MintedToken>>(format!(r#"{{"MediaContainer":"{token}"}}"#)).err(),
                read::<MediaContainer<MintedToken>>(format!(r#"{{"MediaContainer":["{token}"]}}"#)).err(),
                read::<MediaContainer<MintedToken>>(format!(r#"{{"MediaContainer":{{"token":"{token}"#)).err(),
                read::<MediaContainer<MintedToken>>(format!(r#"<MediaContainer token="{xml}"/>"#)).err(),
                read::<MediaContainer<MintedToken>>(format!("<MediaContainer><token>{xml}</token></MediaContainer>")).err(),
                read::<MediaContainer<SourceConnectionInformation>>(format!(
                    r#"{{"MediaContainer":{{"Device":{{"clientIdentifier":"a","accessToken":"{token}"}}}}}}"#
                )).err(),
                read::<MediaContainer<SourceConnectionInformation>>(format!(r#"{{"MediaContainer":{{"Device":"{token}"}}}}"#)).err(),
                read::<MediaContainer<SourceConnectionInformation>>(format!(
                    r#"<MediaContainer><Device clientIdentifier="a" accessToken="{xml}"/></MediaContainer>"#
                )).err(),
                read::<Plain<Pin>>(format!(r#"{{"id":1,"authToken":"{token}"}}"#)).err(),
                read::<Plain<Pin>>(format!(r#"<pin authToken="{xml}"/>"#)).err(),
                read::<Plain<AccountDetails>>(format!(r#"{{"authToken":["{token}"]}}"#)).err(),
                read::<Plain<AccountDetails>>(format!(r#"<user authToken="{xml}"/>"#)).err(),
                read::<Plain<Vec<Resource>>>(format!(r#"[{{"accessToken":"{token}"}}]"#)).err(),
                read::<Plain<Vec<Resource>>>(format!(r#"["{token}"]"#)).err(),
                read::<Plain<Vec<Resource>>>(format!(r#"<resources><resource accessToken="{xml}"/></resources>"#)).err(),
                read::<Plain<AccountDetails>>(format!(r#""{token}""#)).err(),
            ];
            for (at, error) in errors.into_iter().enumerate() {
                let error = error.unwrap_or_else(|| panic!("case {at}: {token} is no token"));
                let shown = format!("{error} {error:?} {:?} {}", error.problem(), error.path());
                for part in ["sec", "ret", "cret", "xxx"] {
                    let shown = shown.replace("secret", "");
                    assert!(!shown.contains(part), "case {at}: {shown}");
                }
            }
        }
    }
}
