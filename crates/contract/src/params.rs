//! A request's fields as path values and query pairs, and back.
//!
//! | field | query |
//! |---|---|
//! | `None`, an empty list | nothing |
//! | boolean | `1`, `0` |
//! | list | its entries with commas between |
//! | map `a` | `a[key]=value` for each entry |
//! | field named `*`, a list of pairs | each pair as it is, in order |

use crate::codec::coerce::Coerce;
use crate::endpoint::Endpoint;
use crate::path::{InvalidPath, RESERVED, Template};
use http::HeaderMap;
use percent_encoding::{AsciiSet, percent_decode_str, utf8_percent_encode};
use serde::de::Visitor;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// A request that could not be put on the wire, or read from it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidRequest {
    /// The path cannot be made.
    #[error(transparent)]
    Path(#[from] InvalidPath),
    /// A parameter is missing or has a value that its operation does not take.
    #[error("{0}")]
    Parameter(String),
}

/// Where a request goes: its path and its query, both encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The path, starting with a slash.
    pub path: String,
    /// The query without its question mark; may be empty.
    pub query: String,
}

impl Target {
    /// Path and query as they stand in a request line.
    pub fn path_and_query(&self) -> String {
        if self.query.is_empty() {
            return self.path.clone();
        }
        format!("{}?{}", self.path, self.query)
    }
}

/// Puts a request's fields into path and query.
pub fn encode<E: Endpoint>(request: &E) -> Result<Target, InvalidRequest> {
    let tree = serde_json::to_value(request)
        .map_err(|error| InvalidRequest::Parameter(error.to_string()))?;
    let Value::Object(fields) = tree else {
        return Err(InvalidRequest::Parameter(format!(
            "{} is not an object",
            E::NAME
        )));
    };
    let template = Template::new(E::PATH);
    let in_path: Vec<(&str, Vec<String>)> = template
        .placeholders()
        .map(|name| (name, fields.get(name).map(parts).unwrap_or_default()))
        .collect();
    let path = template.fill(|name| {
        in_path
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, v)| v.as_slice())
    })?;
    let mut query = String::new();
    for (key, value) in &fields {
        if !in_path.iter().any(|(name, _)| name == key) {
            push_field(&mut query, key, value);
        }
    }
    Ok(Target { path, query })
}

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

fn push_pair(query: &mut String, key: &str, values: &[String]) {
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

/// Reads a request from what the wire has: the path's values, the query and the headers.
///
/// Parameters named `X-Plex-…` may stand in a header too, and win there over the query.
pub fn decode<E: Endpoint>(
    path_values: Vec<(&'static str, String)>,
    query: &str,
    headers: &HeaderMap,
) -> Result<E, InvalidRequest> {
    let fields = field_names::<E>();
    let mut tree = Map::new();
    let mut others = Vec::new();
    for (key, value) in pairs(query) {
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
    for field in fields.iter().filter(|field| field.starts_with("X-Plex-")) {
        if let Some(value) = headers.get(*field) {
            tree.insert((*field).into(), crate::identity::text_of(value).into());
        }
    }
    for (name, value) in path_values {
        tree.insert(name.into(), value.into());
    }
    E::deserialize(Coerce(Value::Object(tree)))
        .map_err(|error| InvalidRequest::Parameter(error.to_string()))
}

/// A query's pairs in order, decoded; `+` is a plus sign, as servers read it.
pub fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(move |pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
}

/// The wire names of a type's fields, taken from its deserializer without reading anything.
pub(crate) fn field_names<T: for<'de> Deserialize<'de>>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    let _ = T::deserialize(Probe(&mut names));
    names
}

struct Probe<'p>(&'p mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(
        self,
        _visitor: V,
    ) -> Result<V::Value, serde::de::value::Error> {
        Err(serde::de::Error::custom(
            "only the names of the fields were wanted",
        ))
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, serde::de::value::Error> {
        *self.0 = fields;
        Err(serde::de::Error::custom(
            "only the names of the fields were wanted",
        ))
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
