//! A request's fields as path values, query pairs and body, and back.
//!
//! | field | query |
//! |---|---|
//! | `None`, an empty list | nothing |
//! | boolean | `1`, `0` |
//! | list | its entries with commas between |
//! | map `a` | `a[key]=value` for each entry |
//! | field named `x+`, a list | `x=value` for each entry |
//! | field named `*`, a list of pairs | each pair as it is, in order |
//!
//! A form in the body is spelled as a query; a JSON body is the object of the fields that have a value.

use crate::codec;
use crate::endpoint::{Carrier, Content, Endpoint};
use crate::identity;
use crate::path::{InvalidPath, RESERVED, Template};
use crate::text::Text;
use bytes::Bytes;
use http::{HeaderMap, header};
use percent_encoding::{AsciiSet, percent_decode_str, utf8_percent_encode};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fmt::{self, Write as _};

/// A request that could not be put on the wire, or read from it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidRequest {
    /// The path cannot be made.
    #[error(transparent)]
    Path(#[from] InvalidPath),
    /// A required parameter is empty.
    #[error("`{0}` is required and must not be empty")]
    Empty(&'static str),
    /// A parameter is missing or has a value that its operation does not take.
    #[error("{0}")]
    Parameter(String),
}

/// A request's body.
#[derive(Clone, PartialEq, Eq)]
pub struct RequestBody {
    /// Its content type.
    pub content_type: Text,
    /// Its bytes. They may hold secrets, such as a password.
    pub bytes: Bytes,
}

impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {} bytes", self.content_type, self.bytes.len())
    }
}

/// Where a request goes and what it carries: path and query, both encoded, and the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestTarget {
    /// The path, starting with a slash.
    pub path: String,
    /// The query without its question mark; may be empty.
    pub query: String,
    /// The body, where the operation has one.
    pub body: Option<RequestBody>,
}

impl RequestTarget {
    /// Path and query as they stand in a request line.
    pub fn path_and_query(&self) -> String {
        if self.query.is_empty() {
            return self.path.clone();
        }
        format!("{}?{}", self.path, self.query)
    }
}

/// Puts a request's fields into path and query.
pub fn encode<E: Endpoint>(request: &E) -> Result<RequestTarget, InvalidRequest> {
    encode_at(request, E::PATH)
}

/// Puts a request's fields into one of its operation's paths, and query.
pub fn encode_at<E: Endpoint>(
    request: &E,
    path: &'static str,
) -> Result<RequestTarget, InvalidRequest> {
    let tree = serde_json::to_value(request)
        .map_err(|error| InvalidRequest::Parameter(error.to_string()))?;
    let Value::Object(fields) = tree else {
        return Err(InvalidRequest::Parameter(format!(
            "{} is not an object",
            E::NAME
        )));
    };
    let (path, in_path) = fill_path(path, &fields)?;
    if let Some(name) = E::REQUIRED.iter().find(|name| is_empty(fields.get(**name))) {
        return Err(InvalidRequest::Empty(name));
    }
    let others = || {
        fields
            .iter()
            .filter(|(key, _)| !in_path.contains(&key.as_str()))
    };
    let in_json = match E::CARRIER {
        Carrier::Json => true,
        Carrier::QueryOrJson => others().any(|(_, value)| value.is_object()),
        Carrier::Query | Carrier::Form | Carrier::Raw => false,
    };
    if in_json {
        let object: Map<String, Value> = others()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key.clone(), without_nulls(value)))
            .collect();
        let bytes = Value::Object(object).to_string().into();
        let body = Some(RequestBody {
            content_type: JSON.into(),
            bytes,
        });
        return Ok(RequestTarget {
            path,
            query: String::new(),
            body,
        });
    }
    let mut pairs = String::new();
    for (key, value) in others() {
        push_field(&mut pairs, key, value);
    }
    Ok(if E::CARRIER == Carrier::Form {
        let body = Some(RequestBody {
            content_type: FORM.into(),
            bytes: pairs.into(),
        });
        RequestTarget {
            path,
            query: String::new(),
            body,
        }
    } else {
        let body = request.raw_body().map(|content| RequestBody {
            content_type: content.content_type.clone(),
            bytes: content.bytes.clone(),
        });
        RequestTarget {
            path,
            query: pairs,
            body,
        }
    })
}

/// The path with its placeholders filled, and the names of these.
fn fill_path(
    path: &'static str,
    fields: &Map<String, Value>,
) -> Result<(String, Vec<&'static str>), InvalidPath> {
    if !path.contains('{') {
        return Ok((path.to_owned(), Vec::new()));
    }
    let template = Template::new(path);
    let names: Vec<&'static str> = template.placeholders().collect();
    let values: Vec<(&str, Vec<String>)> = names
        .iter()
        .map(|name| (*name, fields.get(*name).map(parts).unwrap_or_default()))
        .collect();
    let find = |name: &str| values.iter().find(|(key, _)| *key == name);
    let path = template.fill(|name| find(name).map(|(_, value)| value.as_slice()))?;
    Ok((path, names))
}

/// True for a text or list without anything in it.
fn is_empty(value: Option<&Value>) -> bool {
    match value {
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        _ => false,
    }
}

/// A value without those fields that have none.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key.clone(), without_nulls(value)))
            .collect(),
        Value::Array(list) => list.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

fn push_field(query: &mut String, key: &str, value: &Value) {
    match value {
        Value::Null => {}
        Value::Array(pairs) if key == "*" => {
            for pair in pairs {
                if let [name, value] = parts(pair).as_slice() {
                    push_pair(query, name, std::slice::from_ref(value));
                }
            }
        }
        Value::Array(list) if key.ends_with('+') => {
            for value in list {
                push_pair(query, key.trim_end_matches('+'), &parts(value));
            }
        }
        Value::Object(map) => {
            for (inner, value) in map {
                push_field(query, &format!("{key}[{inner}]"), value);
            }
        }
        other => push_pair(query, key, &parts(other)),
    }
}

/// Brackets stay readable in names; servers take them either way.
const RESERVED_IN_NAMES: &AsciiSet = &RESERVED.remove(b'[').remove(b']');

pub(crate) fn push_pair(query: &mut String, key: &str, values: &[String]) {
    if values.is_empty() {
        return;
    }
    if !query.is_empty() {
        query.push('&');
    }
    let _ = write!(query, "{}", utf8_percent_encode(key, RESERVED_IN_NAMES));
    for (at, value) in values.iter().enumerate() {
        query.push(if at == 0 { '=' } else { ',' });
        let _ = write!(query, "{}", utf8_percent_encode(value, RESERVED));
    }
}

/// The texts of a scalar or of a list of scalars.
fn parts(value: &Value) -> Vec<String> {
    match value {
        Value::Null | Value::Object(_) => Vec::new(),
        Value::Bool(flag) => vec![if *flag { "1" } else { "0" }.into()],
        Value::Number(number) => vec![number.to_string()],
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(parts).collect(),
    }
}

/// Reads a request without a body; see [`decode_with_body`].
pub fn decode<E: Endpoint>(
    path_values: Vec<(&'static str, String)>,
    query: &str,
    headers: &HeaderMap,
) -> Result<E, InvalidRequest> {
    decode_with_body(path_values, query, headers, b"")
}

/// Reads a request from what the wire has: the path's values, the query, the headers and the body.
///
/// Parameters named `X-Plex-…` may stand in a header too, and win there over the query. A form or a JSON object in the
/// body is read beside the query, and wins over it, where the operation carries its parameters in a body.
pub fn decode_with_body<E: Endpoint>(
    path_values: Vec<(&'static str, String)>,
    query: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<E, InvalidRequest> {
    let fields = E::NAMES;
    let mut tree = Map::new();
    let mut others = Vec::new();
    let (form, json) = match E::CARRIER {
        Carrier::Query | Carrier::Raw => (Cow::Borrowed(""), None),
        _ if body.trim_ascii_start().starts_with(b"{") => (Cow::Borrowed(""), Some(body)),
        _ => (String::from_utf8_lossy(body), None),
    };
    let repeated: Vec<&str> = fields
        .iter()
        .filter_map(|field| field.strip_suffix('+'))
        .collect();
    for (key, value) in pairs(query).chain(pairs(&form)) {
        if repeated.contains(&key.as_str()) {
            let list = tree
                .entry(key + "+")
                .or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = list {
                list.push(value.into());
            }
            continue;
        }
        match key.split_once('[') {
            Some((outer, inner)) if outer != "*" && fields.contains(&outer) => {
                let inner = inner.trim_end_matches(']').to_owned();
                if let Value::Object(map) = tree.entry(outer).or_insert_with(|| Map::new().into()) {
                    map.insert(inner, value.into());
                }
            }
            _ if key != "*" && fields.contains(&key.as_str()) => {
                tree.insert(key, value.into());
            }
            _ => others.push(Value::from(vec![key, value])),
        }
    }
    if fields.contains(&"*") {
        tree.insert("*".into(), others.into());
    }
    if let Some(json) = json {
        let object: Map<String, Value> = serde_json::from_slice(json)
            .map_err(|error| InvalidRequest::Parameter(format!("the body: {error}")))?;
        tree.extend(object);
    }
    for field in fields.iter().filter(|field| field.starts_with("X-Plex-")) {
        if let Some(value) = headers.get(*field) {
            tree.insert((*field).into(), identity::text_of(value).into());
        }
    }
    for (name, value) in path_values {
        tree.insert(name.into(), value.into());
    }
    // Another path of the operation may have fewer placeholders.
    for name in Template::new(E::PATH).placeholders() {
        tree.entry(name).or_insert_with(|| "".into());
    }
    let tree = Value::Object(tree);
    let mut request = E::deserialize(codec::value::Value::tree(&tree))
        .map_err(|error| InvalidRequest::Parameter(error.to_string()))?;
    if E::CARRIER == Carrier::Raw {
        let content_type = headers.get(header::CONTENT_TYPE).map(identity::text_of);
        request.set_raw_body(Content::new(
            content_type.unwrap_or_default().as_ref(),
            Bytes::copy_from_slice(body),
        ));
    }
    Ok(request)
}

/// A query's pairs in order, decoded; `+` is a space, as clients that write forms spell it.
pub fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let decode = |text: &str| {
        let spaced = text.replace('+', " ");
        percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
    };
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(move |pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
}
