//! What one end writes, the other reads: every request through path and query, every answer through JSON and XML.
//!
//! The two spellings of an answer do not carry quite the same; the tests at the end name the differences.

use crate::random::{Texts, value};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::endpoints::content::{GetMetadataItem, ListContent};
use plex_sdk_contract::endpoints::plextv::resources::GetServerResources;
use plex_sdk_contract::endpoints::subscriptions::CreateSubscription;
use plex_sdk_contract::model::{
    AccountDetails, Identity, MediaKind, Metadata, MetadataPage, Pin, Resource, Setting,
};
use plex_sdk_contract::path::Template;
use plex_sdk_contract::{
    AccountToken, Binary, Endpoint, MediaContainer, Named, NoBody, Plain, Reply, params,
};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

/// An answer that can be made up.
trait Answer: Reply + Debug + PartialEq {
    fn made_of(bytes: &[u8]) -> Self;
}

impl<T> Answer for MediaContainer<T>
where
    Self: Reply,
    T: DeserializeOwned + Debug + PartialEq,
{
    fn made_of(bytes: &[u8]) -> Self {
        let number = |at: usize| {
            let byte = u32::from(*bytes.get(at)?);
            (byte % 2 == 1).then_some(byte << 24)
        };
        let mut made = Self::new(0, value(bytes, Texts::Answer, Vec::new()));
        made.size = number(0);
        made.offset = number(1);
        made.total_size = number(2);
        made.identifier = number(3).map(|n| format!("com.<plexapp>&{n}").into());
        made.allow_sync = number(4).map(|n| n % 3 == 0);
        made
    }
}

impl<T> Answer for Plain<T>
where
    Self: Reply,
    T: DeserializeOwned + Debug + PartialEq,
{
    fn made_of(bytes: &[u8]) -> Self {
        Self(value(bytes, Texts::Answer, Vec::new()))
    }
}

impl<T> Answer for Named<T>
where
    Self: Reply,
    T: DeserializeOwned + Debug + PartialEq,
{
    fn made_of(bytes: &[u8]) -> Self {
        Self(value(bytes, Texts::Answer, Vec::new()))
    }
}

impl Answer for NoBody {
    fn made_of(_bytes: &[u8]) -> Self {
        Self
    }
}

impl Answer for Binary {
    fn made_of(bytes: &[u8]) -> Self {
        Self(Bytes::copy_from_slice(bytes))
    }
}

/// An operation's requests and answers, there and back.
fn check<E: Endpoint + PartialEq>(bytes: &[u8])
where
    E::Response: Answer,
{
    let template = Template::new(E::PATH);
    let needed = template.placeholders().chain(E::REQUIRED.iter().copied());
    let request: E = value(bytes, Texts::Request, needed.collect());
    request_comes_back(&request, &template);
    answer_comes_back(&E::Response::made_of(bytes));
}

fn request_comes_back<E: Endpoint + PartialEq>(request: &E, template: &Template) {
    let target = params::encode(request).expect("the request is valid");
    let line = target.path_and_query();
    let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'#');
    assert!(line.bytes().all(plain), "{line} is no request target");
    let values = template.matches(&target.path).expect(&line);
    let body = target.body.as_ref().map_or(&b""[..], |body| &body.bytes);
    let none = HeaderMap::new();
    let read: E =
        params::decode_with_body(values.clone(), &target.query, &none, body).expect(&line);
    assert_eq!(&read, request, "{line}");
    if !body.is_empty() {
        assert_eq!(target.query, "", "{line}");
        return;
    }

    // The same with what may stand in a header taken out of the query.
    let mut headers = HeaderMap::new();
    let mut rest = Vec::new();
    for pair in target.query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some((name @ ("X-Plex-Container-Start" | "X-Plex-Container-Size"), value)) => {
                let name = HeaderName::try_from(name).unwrap();
                headers.insert(name, HeaderValue::try_from(value).unwrap());
            }
            _ => rest.push(pair),
        }
    }
    let read: E = params::decode(values, &rest.join("&"), &headers).expect(&line);
    assert_eq!(&read, request, "{line} with headers");
}

fn answer_comes_back<A: Answer>(answer: &A) {
    for format in [Format::Json, Format::Xml] {
        let body = answer
            .encode(format)
            .expect("an answer can be written")
            .body;
        let shown = String::from_utf8_lossy(&body);
        match A::decode(&body) {
            Ok(read) => assert_eq!(&read, answer, "{shown}"),
            Err(error) => panic!("{error}\n{shown}"),
        }
    }
}

/// Every operation, list by list, from the contract's own tables.
macro_rules! groups {
    ($($name:ident $Group:ident $doc:literal $module:tt $($list:ident)+;)+) => {
        $(mod $name {
            glob! { $module }
            $(plex_sdk_contract::$list!(checks);)+
        })+
    };
}
macro_rules! glob {
    ([$($module:ident)::+]) => {
        #[allow(unused_imports, reason = "a list may be empty")]
        use plex_sdk_contract::endpoints::$($module)::+::*;
    };
}
macro_rules! checks {
    ($group:ident $list:ident; $([$(#[$doc:meta])* $Name:ident $($empty:tt)?])*) => {
        $(
            #[allow(non_snake_case, reason = "the operation's name")]
            #[test]
            fn $Name() {
                crate::round_trip::repeat(stringify!($Name), crate::round_trip::check::<$Name>);
                crate::golden::exchanges_of::<$Name>(stringify!($list));
            }
        )*
    };
}
mod server {
    plex_sdk_contract::server_groups!(groups);
}
mod account {
    plex_sdk_contract::account_groups!(groups);
}
mod player {
    plex_sdk_contract::player_groups!(groups);
}

/// Runs a check with 32 different strings of bytes, the empty one first.
fn repeat(what: &str, check: fn(&[u8])) {
    let config = ProptestConfig {
        cases: 32,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    check(&[]);
    let strategy = prop::collection::vec(any::<u8>(), 0..3000);
    let ran = TestRunner::new(config).run(&strategy, |bytes| {
        check(&bytes);
        Ok(())
    });
    if let Err(error) = ran {
        panic!("{what}: {error}");
    }
}

/// The made-up answers are no empty shells: each name that a page can hold stands in some of them.
#[test]
fn made_up_answers_hold_every_name() {
    let mut state = 1u32;
    let mut byte = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let mut seen = String::new();
    for _ in 0..80 {
        let bytes: Vec<u8> = (0..3000).map(|_| byte()).collect();
        let page = MediaContainer::<MetadataPage>::made_of(&bytes);
        let body = page.encode(Format::Json).unwrap().body;
        seen.push_str(std::str::from_utf8(&body).unwrap());
    }
    for name in [
        "Metadata",
        "Directory",
        "Hub",
        "Meta",
        "FieldType",
        "Operator",
        "Media",
        "Part",
        "Stream",
        "Genre",
        "Guid",
        "Marker",
        "Attributes",
        "Extras",
        "Related",
        "Preferences",
        "Setting",
        "UltraBlurColors",
        "CommonSenseMedia",
        "AgeRating",
        "totalSize",
        "peak",
        "addedAt",
    ] {
        assert!(
            seen.contains(&format!("\"{name}\":")),
            "{name} never stands in a page"
        );
    }
}

/// A filter may have any name but that of a parameter of its own.
#[test]
fn filters_of_odd_names_come_back() {
    let template = Template::new(ListContent::PATH);
    for name in [
        "*",
        "*[x]",
        "",
        "a[b]",
        "title[",
        "]",
        "year>>",
        "X-Plex-Token",
    ] {
        let request = ListContent::new(1).filter([(name, "v"), ("b", "")]);
        request_comes_back(&request, &template);
    }
}

/// What the caller leaves out is left out at the other end too, whatever the client does by default.
#[test]
fn what_is_left_out_is_not_made_up() {
    let read: GetServerResources = params::decode(vec![], "", &HeaderMap::new()).unwrap();
    let nothing = GetServerResources {
        include_https: None,
        include_relay: None,
        include_ipv6: None,
    };
    assert_eq!(read, nothing);
}

fn both<A: Answer>(answer: &A) -> (A, A, String) {
    let json = answer.encode(Format::Json).unwrap().body;
    let xml = answer.encode(Format::Xml).unwrap().body;
    let shown = String::from_utf8(xml.to_vec()).unwrap();
    (A::decode(&json).unwrap(), A::decode(&xml).unwrap(), shown)
}

fn item(item: Metadata) -> MediaContainer<MetadataPage> {
    let page = MetadataPage {
        metadata: vec![item],
        ..MetadataPage::default()
    };
    MediaContainer::new(1, page)
}

/// XML has no way to spell most control characters, not even escaped; they become spaces there.
#[test]
fn control_characters_become_spaces_in_xml() {
    let answer = item(Metadata {
        title: "a\u{b}b\0c\u{1b}d\u{ffff}e".into(),
        ..Metadata::default()
    });
    let (json, xml, shown) = both(&answer);
    assert_eq!(json, answer);
    assert_eq!(xml.metadata[0].title, "a b c d e");
    let allowed = |c: char| !c.is_control() || c == '\n';
    assert!(shown.chars().all(allowed), "{shown}");
}

/// Every XML reader but this crate's turns a bare line break in an attribute into a space.
#[test]
fn line_breaks_in_attributes_are_escaped() {
    let answer = item(Metadata {
        summary: Some("one\ntwo\r\n\tthree".into()),
        ..Metadata::default()
    });
    let (_, xml, shown) = both(&answer);
    assert_eq!(xml, answer);
    assert!(shown.contains("one&#10;two&#13;&#10;&#9;three"), "{shown}");
}

/// In XML a show is a `Directory`, and one without a rating key is an entry of a menu.
#[test]
fn a_show_without_a_rating_key_is_a_menu_entry_in_xml() {
    let answer = item(Metadata {
        title: "All".into(),
        key: "/all".into(),
        kind: Some(MediaKind::Show),
        ..Metadata::default()
    });
    let (json, xml, _) = both(&answer);
    assert_eq!(json, answer);
    assert!(xml.metadata.is_empty());
    assert_eq!(xml.directories[0].title, "All");
}

/// No token and an empty token are two things on the wire and one to a caller.
#[test]
fn nothing_and_an_empty_token_mean_the_same() {
    let pin = Plain(Pin::default());
    let (json, xml, _) = both(&pin);
    assert_eq!((&json.auth_token, &xml.auth_token), (&None, &None));
    let old = Plain::<Pin>::decode(&Bytes::from_static(
        br#"<pin authToken="" id="1" code="A"/>"#,
    ))
    .unwrap();
    assert!(old.auth_token.as_ref().is_some_and(AccountToken::is_empty));
    assert_eq!(old.token(), None);
}

/// plex.tv keeps `null` and empty lists in JSON, a server leaves them out; XML has neither.
#[test]
fn nothing_is_spelled_as_each_host_does() {
    let text = |body: Bytes| String::from_utf8(body.to_vec()).unwrap();
    let account = Plain(AccountDetails::default());
    let json = text(account.encode(Format::Json).unwrap().body);
    assert!(
        json.contains(r#""authToken":null"#) && json.contains(r#""roles":[]"#),
        "{json}"
    );
    let xml = text(account.encode(Format::Xml).unwrap().body);
    assert!(
        !xml.contains("authToken") && xml.contains("<roles></roles>"),
        "{xml}"
    );

    let page = item(Metadata::default());
    let json = text(page.encode(Format::Json).unwrap().body);
    assert!(!json.contains("null") && !json.contains("[]"), "{json}");

    let none = Plain(Vec::<Resource>::new());
    let (from_json, from_xml, _) = both(&none);
    assert_eq!((&from_json, &from_xml), (&none, &none));
}

/// plex.tv writes a list of words as elements with an `id`.
#[test]
fn words_are_elements_with_an_id_in_xml() {
    let account = Plain(AccountDetails {
        roles: vec!["plexpass".into(), String::new().into(), " a,b ".into()],
        ..AccountDetails::default()
    });
    let (_, xml, shown) = both(&account);
    assert_eq!(xml, account);
    assert!(shown.contains(r#"<roles><role id="plexpass"/>"#), "{shown}");
}

/// White space around an entry of a list in a query does not count, and an empty entry is none.
#[test]
fn lists_in_a_query_are_trimmed() {
    let read: GetMetadataItem = params::decode(
        vec![("ids", " 1, 2".into())],
        "excludeFields=&excludeElements=a,%20b%2Cc",
        &HeaderMap::new(),
    )
    .unwrap();
    assert_eq!(read.ids, ["1", "2"]);
    assert!(read.exclude_fields.is_empty());
    assert_eq!(read.exclude_elements, ["a", "b", "c"]);
}

/// Answers are the same in both spellings, whichever was asked for.
#[test]
fn an_identity_in_full() {
    let answer = MediaContainer::new(
        0,
        Identity {
            machine_identifier: "0a".into(),
            version: "1.2.3.4-x".into(),
            claimed: Some(false),
            api_version: None,
        },
    );
    answer_comes_back(&answer);
    answer_comes_back(&MediaContainer::new(0, MetadataPage::default()));
    let setting = Setting {
        value: Some("".into()),
        ..Setting::default()
    };
    let preferences = plex_sdk_contract::model::Preferences {
        settings: vec![setting],
    };
    let mut with_preferences = Metadata {
        title: "t".into(),
        ..Metadata::default()
    };
    with_preferences.preferences = Some(Box::new(preferences));
    answer_comes_back(&item(with_preferences));
}

/// What a template carries becomes the request that makes the subscription, and comes back in it.
#[test]
fn a_template_becomes_a_subscription() {
    let parameters = "hints%5Bguid%5D=plex%3A%2F%2Fshow%2F5f&hints%5Btitle%5D=Abend%20licht&params%5BmediaProviderID%5D=28\
                      &targetLibrarySectionID=2&type=2&airings=3";
    let mut request = CreateSubscription::from_parameters(parameters).unwrap();
    request.prefs.insert("minVideoQuality".into(), "720".into());
    assert_eq!(request.kind, Some(2.into()));
    let query = params::encode(&request).unwrap().query;
    assert_eq!(
        query,
        "targetLibrarySectionID=2&type=2&hints[guid]=plex%3A%2F%2Fshow%2F5f&hints[title]=Abend%20licht\
         &prefs[minVideoQuality]=720&params[mediaProviderID]=28"
    );
    assert_eq!(CreateSubscription::from_parameters(&query), Ok(request));
    assert!(CreateSubscription::from_parameters("targetLibrarySectionID=show").is_err());
}
