//! Writing: JSON straight from the value, XML by way of a tree, as an element's name depends on what is in it.

use super::sparse;
use bytes::Bytes;
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// What is done with a field that has nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nulls {
    /// It is left out, an empty list too: how a server answers.
    Omit,
    /// It is written as `null` in JSON and left out in XML, an empty list as an empty list: how plex.tv answers.
    Keep,
}

/// Writes JSON.
pub fn to_json<T: Serialize + ?Sized>(value: &T, nulls: Nulls) -> Result<Bytes, serde_json::Error> {
    sparse::to_vec(value, nulls).map(Bytes::from)
}

/// Writes an XML document whose root is called `root`.
pub fn to_xml<T: Serialize + ?Sized>(
    value: &T,
    root: &str,
    nulls: Nulls,
) -> Result<Bytes, serde_json::Error> {
    let mut tree = serde_json::to_value(value)?;
    if nulls == Nulls::Omit {
        prune(&mut tree);
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    match &tree {
        Value::Array(list) => wrapped(&mut out, root, list),
        other => element(&mut out, root, other),
    }
    out.push('\n');
    Ok(out.into())
}

/// Takes out fields that are `null` and lists without entries, at every depth.
fn prune(tree: &mut Value) {
    match tree {
        Value::Object(fields) => fields.retain(|_, value| {
            prune(value);
            !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
        }),
        Value::Array(list) => list.iter_mut().for_each(prune),
        _ => {}
    }
}

/// The element of an item under `Metadata`, by its type.
fn item_element(item: &Value) -> &'static str {
    match item.get("type").and_then(Value::as_str).unwrap_or_default() {
        "track" => "Track",
        "photo" => "Photo",
        "playlist" => "Playlist",
        "show" | "season" | "artist" | "album" | "collection" | "photoalbum" => "Directory",
        _ => "Video",
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Bool(flag) => Some(if *flag { "1" } else { "0" }.into()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(escape(text)),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Text for an attribute or element. White space is kept where a reader would turn it into spaces; a character that
/// XML cannot carry becomes a space.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

fn element(out: &mut String, name: &str, value: &Value) {
    match value {
        Value::Object(fields) => object(out, name, fields),
        Value::Array(list) => list.iter().for_each(|entry| element(out, name, entry)),
        Value::Null => {}
        other => {
            let _ = write!(
                out,
                "<{name}>{}</{name}>",
                scalar(other).unwrap_or_default()
            );
        }
    }
}

fn object(out: &mut String, name: &str, fields: &Map<String, Value>) {
    let _ = write!(out, "<{name}");
    for (key, value) in fields {
        if let Some(text) = scalar(value) {
            let _ = write!(out, " {key}=\"{text}\"");
        }
    }
    out.push('>');
    let empty = out.len();
    for (key, value) in fields {
        match value {
            Value::Array(list) if key == "Metadata" => {
                for item in list {
                    element(out, item_element(item), item);
                }
            }
            Value::Array(list) if key.starts_with(|c: char| c.is_ascii_lowercase()) => {
                wrapped(out, key, list);
            }
            Value::Array(_) | Value::Object(_) => element(out, key, value),
            _ => {}
        }
    }
    if out.len() == empty {
        out.pop();
        out.push_str("/>");
    } else {
        let _ = write!(out, "</{name}>");
    }
}

/// A list inside an element with its plural name; a word is an element with an `id`.
fn wrapped(out: &mut String, plural: &str, list: &[Value]) {
    let singular = plural.strip_suffix('s').unwrap_or(plural);
    let _ = write!(out, "<{plural}>");
    for entry in list {
        match scalar(entry) {
            Some(word) => {
                let _ = write!(out, "<{singular} id=\"{word}\"/>");
            }
            None => element(out, singular, entry),
        }
    }
    let _ = write!(out, "</{plural}>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn xml(value: &Value, root: &str) -> String {
        let bytes = to_xml(value, root, Nulls::Keep).unwrap();
        let text = std::str::from_utf8(&bytes).unwrap();
        text.lines().nth(1).unwrap().to_owned()
    }

    #[test]
    fn items_get_the_element_of_their_type() {
        let page = json!({"size": 2, "ok": true, "none": null, "Metadata": [
            {"type": "movie", "title": "a<\"b\">&'c'"}, {"type": "show", "Genre": [{"tag": "x"}]}]});
        assert_eq!(
            xml(&page, "MediaContainer"),
            "<MediaContainer size=\"2\" ok=\"1\"><Video type=\"movie\" title=\"a&lt;&quot;b&quot;&gt;&amp;&apos;c&apos;\"/>\
             <Directory type=\"show\"><Genre tag=\"x\"/></Directory></MediaContainer>"
        );
    }

    #[test]
    fn plex_tv_lists_are_wrapped() {
        let list = json!([{"name": "a", "connections": [{"port": 1}], "roles": ["x"]}]);
        assert_eq!(
            xml(&list, "resources"),
            "<resources><resource name=\"a\"><connections><connection port=\"1\"/></connections>\
             <roles><role id=\"x\"/></roles></resource></resources>"
        );
    }

    #[test]
    fn only_fields_are_left_out() {
        let value = json!({"a": null, "b": "null", "c": "[]", "d": [null, [], {"e": []}], "f": {"g": null}, "h": [], "i": 0});
        assert_eq!(
            &to_json(&value, Nulls::Omit).unwrap()[..],
            br#"{"b":"null","c":"[]","d":[null,[],{}],"f":{},"i":0}"#
        );
        for nothing in [json!(null), json!([]), json!({})] {
            let written = to_json(&nothing, Nulls::Omit).unwrap();
            assert_eq!(written, nothing.to_string());
        }
    }

    #[test]
    fn empty_fields_are_left_out_where_a_server_would() {
        let value = json!({"a": null, "b": [], "c": [{"d": null}]});
        assert_eq!(&to_json(&value, Nulls::Omit).unwrap()[..], br#"{"c":[{}]}"#);
        assert_eq!(
            &to_json(&value, Nulls::Keep).unwrap()[..],
            br#"{"a":null,"b":[],"c":[{"d":null}]}"#
        );
    }
}
