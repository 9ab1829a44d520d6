//! Requests and answers as they stand on the wire, in the files of `tests/vectors`.
//!
//! An exchange is a request line, headers and an empty line; then `###`; then a status line, headers, an empty line and
//! the body. The text is the contract: changing it is changing what goes over the wire.
//!
//! A file of `tests/vectors/lists` has the exchanges of one list of operations, each under a line `=== NameOfOperation`.
//! The files beside that folder hold one exchange each, whose request is made by hand below.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use plex_sdk_contract::codec::{Format, xml};
use plex_sdk_contract::endpoint::snake_case;
use plex_sdk_contract::endpoints::authentication::{
    GetSourceConnectionInformation, GetTransientToken,
};
use plex_sdk_contract::endpoints::content::{
    GetAllItemLeaves, GetMetadataChildren, GetMetadataItem, ListContent,
};
use plex_sdk_contract::endpoints::general::{GetIdentity, GetServerInfo};
use plex_sdk_contract::endpoints::library::{GetRootLibrary, GetSections};
use plex_sdk_contract::endpoints::plextv::authentication::{
    CreatePin, ExchangeJwtToken, GetAuthKeys, GetAuthNonce, GetPin, GetTokenDetails, LinkPin,
    RegisterDeviceJwk, SignIn, SignOut,
};
use plex_sdk_contract::endpoints::plextv::home::{GetHomeUsers, SwitchHomeUser, SwitchHomeUserV2};
use plex_sdk_contract::endpoints::plextv::resources::GetServerResources;
use plex_sdk_contract::endpoints::plextv::sharing::ListSharedServers;
use plex_sdk_contract::endpoints::provider::ListProviders;
use plex_sdk_contract::error::codes;
use plex_sdk_contract::ids::PinId;
use plex_sdk_contract::model::{Jwk, MediaKind};
use plex_sdk_contract::path::Template;
use plex_sdk_contract::{ApiError, Endpoint, Jwt, Reply, SourceUri, Text, params};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// One file, taken apart.
struct Exchange {
    method: Method,
    path: String,
    query: String,
    request_headers: HeaderMap,
    request_body: String,
    status: StatusCode,
    answer_headers: HeaderMap,
    answer: Bytes,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn headers(lines: &str) -> HeaderMap {
    let pair = |line: &str| {
        let (name, value) = line.split_once(": ").expect(line);
        let name = HeaderName::try_from(name).unwrap();
        (name, HeaderValue::try_from(value).unwrap())
    };
    lines.lines().map(pair).collect()
}

impl Exchange {
    fn read(file: &str) -> Self {
        Self::parse(&std::fs::read_to_string(folder().join(file)).expect(file))
    }

    fn parse(text: &str) -> Self {
        let (request, answer) = text.split_once("\n###\n").expect("a line of ###");
        let (line, after) = request.split_once('\n').unwrap();
        let (request_headers, request_body) = after.split_once("\n\n").unwrap_or((after, ""));
        let (method, rest) = line.split_once(' ').unwrap();
        let target = rest.strip_suffix(" HTTP/1.1").expect("HTTP/1.1");
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        // An empty body may have lost its blank line where the file was cut into exchanges.
        let (head, body) = answer.split_once("\n\n").unwrap_or((answer, ""));
        let (line, answer_headers) = head.split_once('\n').unwrap_or((head, ""));
        let status = line.split(' ').nth(1).unwrap();
        Self {
            method: method.parse().unwrap(),
            path: path.into(),
            query: query.into(),
            request_headers: headers(request_headers.trim_end()),
            request_body: request_body.to_owned(),
            status: status.parse().unwrap(),
            answer_headers: headers(answer_headers),
            answer: Bytes::from(body.to_owned()),
        }
    }

    fn target(&self) -> String {
        match self.query.as_str() {
            "" => self.path.clone(),
            query => format!("{}?{query}", self.path),
        }
    }
}

/// A body as a tree, in which the order of fields does not count.
fn tree(body: &[u8], format: Format) -> Value {
    match format {
        Format::Json => serde_json::from_slice(body).unwrap(),
        Format::Xml => xml::decode(body).unwrap(),
    }
}

/// The request is written as the file has it.
fn writes<E: Endpoint>(file: &str, request: &E) {
    let exchange = Exchange::read(file);
    assert_eq!(*E::METHOD, exchange.method, "{file}");
    let target = params::encode(request).unwrap();
    assert_eq!(target.path_and_query(), exchange.target(), "{file}");
    let kind = exchange.request_headers.get(header::CONTENT_TYPE);
    match target.body {
        None => assert!(kind.is_none() && exchange.request_body.is_empty(), "{file}"),
        Some(body) => {
            assert_eq!(kind.unwrap(), body.content_type.as_str(), "{file}");
            assert_eq!(body.bytes, exchange.request_body, "{file}");
        }
    }
}

/// The file's request is read as `request`, and its answer written again as it stands there.
fn reads<E: Endpoint + PartialEq>(file: &str, request: &E) {
    let exchange = Exchange::read(file);
    let read: E = exchange.request(file);
    assert_eq!(&read, request, "{file}");
    exchange.answer_is_written_again::<E>(file);
}

/// The exchanges of one operation in a list's file: what is read from each is written again as it stands there.
pub(crate) fn exchanges_of<E: Endpoint>(list: &str) {
    let file = format!("{}.http", list.trim_end_matches("_endpoints"));
    let text = std::fs::read_to_string(folder().join("lists").join(&file)).unwrap_or_default();
    let heading = format!("=== {}", E::NAME);
    let own = text.split("\n=== ").filter_map(|part| {
        let part = part.strip_prefix("=== ").unwrap_or(part);
        part.strip_prefix(E::NAME)?.strip_prefix('\n')
    });
    let mut seen = 0;
    for (at, text) in own.enumerate() {
        let place = format!("{file}: {} ({at})", E::NAME);
        let exchange = Exchange::parse(text.trim_end());
        let request: E = exchange.request(&place);
        let path = std::iter::once(E::PATH)
            .chain(E::ALIASES.iter().copied())
            .find(|path| Template::new(path).matches(&exchange.path).is_some());
        let target = params::encode_at(&request, path.expect(&place)).unwrap();
        assert!(
            *E::METHOD == exchange.method || E::ALSO.contains(&exchange.method),
            "{place}: {}",
            exchange.method
        );
        assert_eq!(target.path_and_query(), exchange.target(), "{place}");
        if let Some(body) = target.body {
            let kind = exchange.request_headers.get(header::CONTENT_TYPE);
            assert_eq!(kind.expect(&place), body.content_type.as_str(), "{place}");
            assert_eq!(body.bytes, exchange.request_body, "{place}");
        }
        exchange.answer_is_written_again::<E>(&place);
        seen += 1;
    }
    let old = folder().join(format!("{}.http", snake_case(E::NAME)));
    assert!(
        seen > 0 || old.exists(),
        "lists/{file} has no exchange under `{heading}`"
    );
}

impl Exchange {
    fn request<E: Endpoint>(&self, place: &str) -> E {
        let values = std::iter::once(E::PATH)
            .chain(E::ALIASES.iter().copied())
            .find_map(|path| Template::new(path).matches(&self.path))
            .expect(place);
        let body = self.request_body.as_bytes();
        params::decode_with_body(values, &self.query, &self.request_headers, body).expect(place)
    }

    fn answer_is_written_again<E: Endpoint>(&self, file: &str) {
        let exchange = self;
        let format = Format::wanted_by(exchange.request_headers.get(header::ACCEPT));
        let content_type = exchange.answer_headers.get(header::CONTENT_TYPE);
        if exchange.status.is_success() {
            assert_eq!(exchange.status, E::STATUS, "{file}");
            let answer = E::Response::decode(&exchange.answer).expect(file);
            let again = answer.encode(format).unwrap();
            assert_eq!(again.content_type.as_ref(), content_type, "{file}");
            if content_type.is_none() {
                assert_eq!(again.body, exchange.answer, "{file}");
                return;
            }
            assert_eq!(content_type, Some(&format.content_type()), "{file}");
            let shown = String::from_utf8_lossy(&again.body);
            let (left, right) = (tree(&again.body, format), tree(&exchange.answer, format));
            assert_eq!(left, right, "{file}: {shown}");
        }
    }
}

fn source(text: &str) -> SourceUri {
    text.parse().unwrap()
}

fn jwt(text: &str) -> Jwt {
    Jwt::new(text).unwrap()
}

fn key() -> Jwk {
    Jwk::ed25519("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
}

/// Every exchange: how its request is made, and whether the client writes it just so.
macro_rules! exchanges {
    ($($file:literal $how:ident $request:expr;)+) => {
        const FILES: &[&str] = &[$($file),+];

        #[test]
        fn every_exchange_is_written_and_read() {
            $(exchanges!(@$how $file, $request);)+
        }
    };
    (@both $file:literal, $request:expr) => {
        writes($file, &$request);
        reads($file, &$request);
    };
    (@read $file:literal, $request:expr) => {
        reads($file, &$request);
    };
}

exchanges! {
    "get_transient_token.http" both GetTransientToken::default();
    "get_transient_token.xml.http" both GetTransientToken::default();
    "get_transient_token.refused.http" both GetTransientToken::default();
    "get_source_connection_information.http" both GetSourceConnectionInformation {
        source: source("server://ffeeddccbbaa99887766554433221100ffeeddcc"),
        refresh: Some(true),
    };
    "get_source_connection_information.xml.http" both GetSourceConnectionInformation {
        source: source("provider://tv.plex.provider.discover"),
        refresh: None,
    };
    "get_identity.http" both GetIdentity {};
    "get_identity.xml.http" both GetIdentity {};
    "get_server_info.http" both GetServerInfo {};
    "get_root_library.http" both GetRootLibrary {};
    "get_sections.http" both GetSections {};
    "get_sections.alias.http" read GetSections {};
    "list_content.http" both ListContent::new(3)
        .kind(MediaKind::Movie)
        .sort("addedAt:desc")
        .container_start(50)
        .container_size(2)
        .include_guids(true)
        .filter([("year>>", "1999"), ("title", "a&b ä+")]);
    "list_content.headers.http" read ListContent::new(3).sort("titleSort").container_start(0).container_size(20);
    "get_metadata_item.http" both GetMetadataItem::new([900, 901])
        .check_files(true)
        .include_markers(false)
        .exclude_elements(["Media", "Role"]);
    "get_metadata_item.xml.http" both GetMetadataItem::new([900]);
    "get_metadata_children.http" both GetMetadataChildren::new(70).exclude_all_leaves(true).container_size(10);
    "get_all_item_leaves.http" both GetAllItemLeaves::new(70).include_guids(false).container_start(8);
    "list_providers.http" both ListProviders { include_storage: Some(true) };
    "create_pin.http" both CreatePin {
        strong: Some(true),
        jwk: None,
    };
    "create_pin.jwk.http" both CreatePin {
        strong: Some(true),
        jwk: Some(key()),
    };
    "create_pin.refused.http" both CreatePin::default();
    "get_pin.http" both GetPin::from(PinId(4242));
    "get_pin.jwk.http" both GetPin {
        pin_id: 4244.into(),
        code: Some("WXYZ".into()),
        device_jwt: Some(jwt("eyJh.eyJub25jZSI6IjEifQ.c2ln")),
    };
    "get_pin.expired.http" both GetPin::from(PinId(4243));
    "link_pin.http" both LinkPin { code: "WXYZ".into() };
    "link_pin.alias.http" read LinkPin { code: "W X".into() };
    "sign_in.http" both SignIn {
        remember_me: Some(true),
        verification_code: Some("012 345".into()),
        ..SignIn::new("golden@mail.example", "p&ss=w+rd ä")
    };
    "sign_in.refused.http" both SignIn::new("golden", "wrong");
    "sign_out.http" both SignOut {};
    "register_device_jwk.http" both RegisterDeviceJwk { jwk: key() };
    "get_auth_nonce.http" both GetAuthNonce {};
    "exchange_jwt_token.http" both ExchangeJwtToken { jwt: jwt("eyJh.eyJub25jZSI6IjEifQ.c2ln") };
    "get_auth_keys.http" both GetAuthKeys {};
    "get_home_users.http" both GetHomeUsers {};
    "switch_home_user.http" both SwitchHomeUser { id: 12, pin: Some("0123".into()) };
    "switch_home_user.refused.http" both SwitchHomeUser::from(12);
    "switch_home_user_v2.http" both SwitchHomeUserV2 {
        pin: Some("0123".into()),
        include_settings: Some(true),
        ..Text::from("0011223344556677").into()
    };
    "list_shared_servers.http" both ListSharedServers {
        machine_id: "ffeeddccbbaa99887766554433221100ffeeddcc".into(),
    };
    "get_token_details.http" both GetTokenDetails {};
    "get_server_resources.http" both GetServerResources::default();
    "get_server_resources.xml.http" both GetServerResources {
        include_https: None,
        include_relay: Some(false),
        include_ipv6: None,
    };
}

#[test]
fn every_file_and_every_operation_is_tested() {
    let tested: BTreeSet<String> = FILES.iter().map(ToString::to_string).collect();
    let present: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "lists")
        .collect();
    assert_eq!(tested, present);
}

fn refusal(file: &str) -> ApiError {
    let exchange = Exchange::read(file);
    ApiError::new(exchange.status, &exchange.answer_headers, &exchange.answer)
}

#[test]
fn refusals_say_why() {
    let page = refusal("get_transient_token.refused.http");
    assert_eq!(page.to_string(), "status 401: Unauthorized");
    assert_eq!(page.content_type.as_deref(), Some("text/html"));
    let expired = refusal("get_pin.expired.http");
    assert_eq!(expired.to_string(), "status 404, code 1020: gone");
    let unverified = refusal("sign_in.refused.http");
    assert_eq!(unverified.code(), Some(codes::VERIFICATION_CODE_NEEDED));
    let protected = refusal("switch_home_user.refused.http");
    assert_eq!(protected.code(), Some(codes::HOME_PIN_NEEDED));
    let nameless = refusal("create_pin.refused.http");
    assert_eq!(nameless.code(), Some(1000));
    for (error, format, file) in [
        (expired, Format::Xml, "get_pin.expired.http"),
        (nameless, Format::Json, "create_pin.refused.http"),
    ] {
        let body = plex_sdk_contract::error::ErrorBody {
            errors: error.errors,
        };
        let written = body.encode(format).unwrap();
        assert_eq!(
            tree(&written, format),
            tree(&Exchange::read(file).answer, format)
        );
    }
}

#[test]
fn answers_mean_what_they_say() {
    fn answer<E: Endpoint>(file: &str) -> E::Response {
        E::Response::decode(&Exchange::read(file).answer).unwrap()
    }
    let page = answer::<ListContent>("list_content.http");
    assert_eq!((page.offset, page.total_size), (Some(50), Some(51)));
    let streams = &page.metadata[0].media[0].parts[0].streams;
    assert_eq!(streams[1].selected, Some(true));
    let item = answer::<GetMetadataItem>("get_metadata_item.xml.http");
    assert_eq!(item.metadata[0].title, "\"A\" <B> & 'C'");
    assert_eq!(item.metadata[0].summary.as_deref(), Some("one\ntwo"));
    let pin = answer::<GetPin>("get_pin.http");
    assert_eq!(pin.token().unwrap().expose(), "goldenAccountToken12");
    assert_eq!(
        pin.expires_at.unwrap().0.as_secs() - pin.created_at.unwrap().0.as_secs(),
        1800
    );
    assert!(pin.jwt().is_none());
    let signed = answer::<GetPin>("get_pin.jwk.http").jwt().unwrap();
    assert_eq!(signed.expose(), "eyJg.eyJhdWQiOiJwbGV4LnR2In0.c2ln");
    let home = answer::<GetHomeUsers>("get_home_users.http");
    assert_eq!((home.users.len(), home.users[1].protected), (2, true));
    let switched = answer::<SwitchHomeUser>("switch_home_user.http");
    assert_eq!(
        switched.authentication_token.expose(),
        "goldenSwitchedToken1"
    );
    let shares = answer::<ListSharedServers>("list_shared_servers.http");
    assert_eq!(shares.shared_servers[0].user_id, 12);
    assert_eq!(shares.shared_servers[1].access_token, None);
    let source = answer::<GetSourceConnectionInformation>("get_source_connection_information.http");
    assert_eq!(source.device.connections[1].relay, Some(true));
}
