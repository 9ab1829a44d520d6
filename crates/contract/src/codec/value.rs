//! [`Value`]: what stands at one place of a body, JSON or XML alike, and the one place where a wrong scalar kind, a missing
//! list or a lone object is put right.
//!
//! | the model wants | the body has | result |
//! |---|---|---|
//! | number | text of a number, a boolean, a float without fraction | the number |
//! | optional number, boolean or object of a model | empty text | none |
//! | optional number that is never negative, of a model | -1 | none |
//! | number, boolean | empty text or `null` | 0, false |
//! | boolean | 0, 1, `"0"`, `"1"`, `"true"`, `"false"` | the boolean |
//! | text | number, boolean | its digits or word |
//! | text | object | its `id`, as plex.tv's `<role id="plexpass"/>` |
//! | scalar | list | its first entry |
//! | list | one object or scalar | a list of one |
//! | list | text | its parts between commas |
//! | list | `null` | an empty list |
//! | object | list | its first entry |
//! | object | `null` | an object without fields |
//!
//! None of it is generic: every model is read from this one type, and compiled for it once.

use super::fault::DecodeFault;
use super::parts::{Entries, Fields, Level, List, Source};
use super::xml;
use super::xml_tree::Node;
use serde::de::{Error as _, Expected, Unexpected};
use simd_json::{Node as Tape, StaticNode};
use std::borrow::Cow;

/// What stands at one place of a body.
#[derive(Clone, Copy, Debug)]
pub struct Value<'v>(pub(super) At<'v>);

/// Where a value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum At<'v> {
    /// In a parsed JSON text, from this node on.
    Tape(&'v [Tape<'v>]),
    /// In a JSON tree.
    Tree(&'v serde_json::Value),
    /// In an attribute, or between two commas of one.
    Text(&'v str),
    /// An empty text, or white space alone, for an optional field.
    Blank(&'v str),
    /// The root element: an object, or a list whose entries are its children.
    Root(Node<'v>),
    /// An element: an object, or a scalar where it has text alone.
    Element(Node<'v>),
    /// Elements of one field: the first, to which the others are chained, and how many they are.
    Group(Node<'v>, u32),
    /// Elements of one name, for a reader without known fields.
    Named(Node<'v>, u32),
}

/// What a value is.
pub(super) enum Kind<'v> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(&'v str),
    List,
    Object,
}

impl Kind<'_> {
    /// The same in words, for a message.
    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Unit,
            Self::Bool(flag) => Unexpected::Bool(*flag),
            Self::Unsigned(number) => Unexpected::Unsigned(*number),
            Self::Signed(number) => Unexpected::Signed(*number),
            Self::Float(number) => Unexpected::Float(*number),
            Self::Text(text) => Unexpected::Str(text),
            Self::List => Unexpected::Seq,
            Self::Object => Unexpected::Map,
        }
    }
}

/// A whole number.
pub(super) enum Number {
    Unsigned(u64),
    Signed(i64),
}

impl<'v> Value<'v> {
    /// A value in a parsed JSON text, which starts with this node.
    pub(super) fn tape(nodes: &'v [Tape<'v>]) -> Self {
        Self(At::Tape(nodes))
    }

    /// A value in a JSON tree.
    pub(crate) fn tree(value: &'v serde_json::Value) -> Self {
        Self(At::Tree(value))
    }

    /// The root element of a document.
    pub(super) fn root(node: Node<'v>) -> Self {
        Self(At::Root(node))
    }

    pub(super) fn is_null(self) -> bool {
        match self.0 {
            At::Tape(nodes) => matches!(nodes.first(), Some(Tape::Static(StaticNode::Null)) | None),
            At::Tree(value) => value.is_null(),
            _ => false,
        }
    }

    /// The same, for an optional field.
    #[inline]
    pub(super) fn optional(self) -> Self {
        let text = match self.0 {
            At::Tape([Tape::String(text), ..]) => *text,
            At::Text(text) => text,
            At::Tree(serde_json::Value::String(text)) => text.as_str(),
            At::Root(node) | At::Element(node) if node.is_bare_text() => node.text(),
            _ => return self,
        };
        match text.as_bytes().first() {
            Some(first) if *first > b' ' => self,
            _ => self.or_blank(text),
        }
    }

    #[cold]
    fn or_blank(self, text: &'v str) -> Self {
        if text.trim().is_empty() {
            Self(At::Blank(text))
        } else {
            self
        }
    }

    /// Fails for an empty text of an optional field.
    #[inline]
    pub(super) fn is_something(self, expected: &dyn Expected) -> Result<(), DecodeFault> {
        match self.0 {
            At::Blank(_) => Err(self.is_not(expected).of_nothing()),
            _ => Ok(()),
        }
    }

    pub(super) fn is_object(self) -> bool {
        matches!(self.kind(), Kind::Object)
    }

    /// The place of an element in its tree.
    pub(super) fn element(self) -> Option<usize> {
        match self.0 {
            At::Element(node) => Some(node.place()),
            _ => None,
        }
    }

    /// That it is not what was expected.
    pub(super) fn is_not(self, expected: &dyn Expected) -> DecodeFault {
        DecodeFault::invalid_type(self.kind().unexpected(), expected)
    }

    /// What it is, and its content where it is a scalar.
    pub(super) fn kind(self) -> Kind<'v> {
        match self.0 {
            At::Tape(nodes) => match nodes.first() {
                Some(Tape::String(text)) => Kind::Text(text),
                Some(Tape::Static(StaticNode::U64(number))) => Kind::Unsigned(*number),
                Some(Tape::Static(StaticNode::I64(number))) => Kind::Signed(*number),
                Some(Tape::Static(StaticNode::F64(number))) => Kind::Float(*number),
                Some(Tape::Static(StaticNode::Bool(flag))) => Kind::Bool(*flag),
                Some(Tape::Object { .. }) => Kind::Object,
                Some(Tape::Array { .. }) => Kind::List,
                Some(Tape::Static(StaticNode::Null)) | None => Kind::Null,
            },
            At::Tree(value) => kind_of_tree(value),
            At::Text(text) | At::Blank(text) => Kind::Text(text),
            At::Root(node) if is_a_list(node) => Kind::List,
            At::Root(node) | At::Element(node) if node.is_bare_text() => Kind::Text(node.text()),
            At::Root(_) | At::Element(_) => Kind::Object,
            At::Group(..) | At::Named(..) => Kind::List,
        }
    }

    /// Its first entry, where it is a list.
    fn only(self, expected: &dyn Expected) -> Result<Self, DecodeFault> {
        let first = self.entries().next();
        first.ok_or_else(|| DecodeFault::invalid_length(0, expected))
    }

    /// The whole number it is, or says.
    pub(super) fn number(self, expected: &dyn Expected) -> Result<Number, DecodeFault> {
        match self.kind() {
            Kind::Unsigned(number) => Ok(Number::Unsigned(number)),
            Kind::Signed(number) => Ok(Number::Signed(number)),
            Kind::Text(text) => self.number_in(text, expected),
            Kind::Bool(flag) => Ok(Number::Unsigned(flag.into())),
            Kind::Float(float) => whole(float).ok_or_else(|| self.is_not(expected)),
            Kind::Null => Ok(Number::Unsigned(0)),
            Kind::List => self.only(expected)?.number(expected),
            Kind::Object => Err(self.is_not(expected)),
        }
    }

    /// The whole number that its text says.
    fn number_in(self, text: &str, expected: &dyn Expected) -> Result<Number, DecodeFault> {
        if let Ok(number) = text.parse::<u64>() {
            return Ok(Number::Unsigned(number));
        }
        let trimmed = text.trim();
        let wrong = || DecodeFault::invalid_value(Unexpected::Str(text), expected);
        if let Ok(number) = trimmed.parse::<u64>() {
            Ok(Number::Unsigned(number))
        } else if let Ok(number) = trimmed.parse::<i64>() {
            Ok(Number::Signed(number))
        } else if trimmed.is_empty() {
            self.is_something(expected).map(|()| Number::Unsigned(0))
        } else {
            let float = trimmed.parse::<f64>().map_err(|_| wrong())?;
            whole(float).ok_or_else(wrong)
        }
    }

    /// The number with a fraction it is, or says.
    #[expect(clippy::cast_precision_loss, reason = "as every reader of JSON does")]
    pub(super) fn float(self, expected: &dyn Expected) -> Result<f64, DecodeFault> {
        match self.kind() {
            Kind::Float(number) => Ok(number),
            Kind::Unsigned(number) => Ok(number as f64),
            Kind::Signed(number) => Ok(number as f64),
            Kind::Text(text) => match text.trim() {
                "" => self.is_something(expected).map(|()| 0.0),
                trimmed => match trimmed.parse::<f64>() {
                    Ok(number) if number.is_finite() => Ok(number),
                    _ => Err(DecodeFault::invalid_value(Unexpected::Str(text), expected)),
                },
            },
            Kind::Null => Ok(0.0),
            Kind::List => self.only(expected)?.float(expected),
            Kind::Bool(_) | Kind::Object => Err(self.is_not(expected)),
        }
    }

    /// The boolean it is, or says.
    pub(super) fn flag(self, expected: &dyn Expected) -> Result<bool, DecodeFault> {
        match self.kind() {
            Kind::Bool(flag) => Ok(flag),
            Kind::Unsigned(0) | Kind::Signed(0) | Kind::Null => Ok(false),
            Kind::Unsigned(1) | Kind::Signed(1) => Ok(true),
            Kind::Text(text) => match text.trim() {
                "1" | "true" | "True" => Ok(true),
                "0" | "false" | "False" => Ok(false),
                "" => self.is_something(expected).map(|()| false),
                _ => Err(DecodeFault::invalid_value(Unexpected::Str(text), expected)),
            },
            Kind::List => self.only(expected)?.flag(expected),
            found @ (Kind::Unsigned(_) | Kind::Signed(_)) => {
                Err(DecodeFault::invalid_value(found.unexpected(), expected))
            }
            Kind::Float(_) | Kind::Object => Err(self.is_not(expected)),
        }
    }

    /// The text it is, or is written as.
    pub(super) fn text(self, expected: &dyn Expected) -> Result<Cow<'v, str>, DecodeFault> {
        match self.0 {
            At::Tape([Tape::String(text), ..]) => Ok(Cow::Borrowed(text)),
            At::Text(text) | At::Blank(text) => Ok(Cow::Borrowed(text)),
            _ => self.other_text(expected),
        }
    }

    fn other_text(self, expected: &dyn Expected) -> Result<Cow<'v, str>, DecodeFault> {
        Ok(match self.kind() {
            Kind::Text(text) => Cow::Borrowed(text),
            Kind::Bool(flag) => Cow::Borrowed(if flag { "1" } else { "0" }),
            Kind::Unsigned(number) => Cow::Owned(number.to_string()),
            Kind::Signed(number) => Cow::Owned(number.to_string()),
            Kind::Float(number) => Cow::Owned(number.to_string()),
            Kind::Null => Cow::Borrowed(""),
            Kind::List => return self.only(expected)?.text(expected),
            Kind::Object => {
                let id = self.field("id");
                let id = id.ok_or_else(|| self.is_not(expected))?;
                return id.text(expected);
            }
        })
    }

    /// Its entries; see the table above for what is no list.
    pub(super) fn entries(self) -> Entries<'v> {
        let list = match self.0 {
            At::Tape([Tape::Array { len, .. }, rest @ ..]) => List::Tape(rest, *len),
            At::Tree(serde_json::Value::Array(list)) => List::Tree(list.iter()),
            At::Root(node) if is_a_list(node) => List::Siblings(node.first_child()),
            At::Group(first, _) if xml::wraps_a_list(first) => List::Siblings(first.first_child()),
            At::Group(first, count) | At::Named(first, count) => List::Chained(Some(first), count),
            _ => match self.kind() {
                Kind::Null => List::One(None),
                Kind::Text(text) if text.trim().is_empty() => List::One(None),
                Kind::Text(text) => List::Parts(Some(text)),
                _ => List::One(Some(self)),
            },
        };
        Entries::of(list)
    }

    /// Its fields; those of its first entry where it is a list. Elements are put under the names that the reader knows;
    /// without such names they keep their own.
    pub(super) fn fields(
        self,
        names: Option<&'static [&'static str]>,
        expected: &dyn Expected,
    ) -> Result<Fields<'v>, DecodeFault> {
        let source = match self.0 {
            At::Tape([Tape::Object { len, .. }, rest @ ..]) => Source::Tape(rest, *len),
            At::Tree(serde_json::Value::Object(fields)) => Source::Tree(fields.iter()),
            At::Root(node) | At::Element(node) if names.is_some() || !node.is_bare_text() => {
                Source::element(node, names)
            }
            At::Group(first, _) if names.is_some() => Source::element(first, names),
            _ => match self.kind() {
                Kind::Null => Source::Nothing,
                Kind::List => return self.only(&"at least one entry")?.fields(names, expected),
                _ => {
                    self.is_something(expected)?;
                    return Err(self.is_not(expected));
                }
            },
        };
        let level = names.map(|_| Level::enter()).transpose()?;
        Ok(Fields::of(source, level))
    }

    /// The value of a field of an object.
    pub(super) fn field(self, name: &str) -> Option<Self> {
        let mut fields = self.fields(None, &"an object").ok()?;
        while let Some(found) = fields.next_name().ok()? {
            if found == name {
                return Some(fields.value());
            }
        }
        None
    }
}

/// True for a root that is a list: plex.tv names it in lower case.
fn is_a_list(root: Node<'_>) -> bool {
    root.name().starts_with(|c: char| c.is_ascii_lowercase()) && root.text().is_empty()
}

fn kind_of_tree(value: &serde_json::Value) -> Kind<'_> {
    match value {
        serde_json::Value::Null => Kind::Null,
        serde_json::Value::Bool(flag) => Kind::Bool(*flag),
        serde_json::Value::String(text) => Kind::Text(text),
        serde_json::Value::Array(_) => Kind::List,
        serde_json::Value::Object(_) => Kind::Object,
        serde_json::Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Kind::Unsigned(number),
            (None, Some(number)) => Kind::Signed(number),
            (None, None) => Kind::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
    }
}

/// A float without a fraction as a whole number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "only numbers without a fraction and inside i64 are cast"
)]
fn whole(float: f64) -> Option<Number> {
    let fits = float.fract() == 0.0 && float.abs() < i64::MAX as f64;
    fits.then_some(Number::Signed(float as i64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Thing {
        number: u32,
        maybe: Option<i64>,
        float: Option<f64>,
        flag: bool,
        text: String,
        words: Vec<String>,
        inner: Vec<Inner>,
        one: Inner,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Inner {
        id: u64,
    }

    /// Reads it as a parsed text and as a tree; both give the same.
    fn read(json: &str) -> Result<Thing, String> {
        let tree: serde_json::Value = serde_json::from_str(json).unwrap();
        let from_tree = Thing::deserialize(Value::tree(&tree)).map_err(|fault| fault.to_string());
        let from_text = crate::codec::json::decode(json.as_bytes());
        assert_eq!(from_text.as_ref().ok(), from_tree.as_ref().ok(), "{json}");
        from_tree
    }

    #[test]
    fn scalars_of_the_wrong_kind_are_put_right() {
        let thing = read(
            r#"{"number":"7","maybe":"-3","float":"7.5","flag":"1","text":12,"words":"a, b","inner":{"id":"1"},"one":[{"id":2},{"id":3}]}"#,
        );
        let expected = Thing {
            number: 7,
            maybe: Some(-3),
            float: Some(7.5),
            flag: true,
            text: "12".into(),
            words: vec!["a".into(), "b".into()],
            inner: vec![super::tests::Inner { id: 1 }],
            one: super::tests::Inner { id: 2 },
        };
        assert_eq!(thing.unwrap(), expected);
    }

    #[test]
    fn null_is_nothing() {
        let json = r#"{"number":null,"maybe":null,"float":null,"flag":null,"text":null,"words":null,"inner":null,"one":null}"#;
        assert_eq!(read(json).unwrap(), Thing::default());
    }

    #[test]
    fn numbers_of_other_spellings() {
        assert_eq!(read(r#"{"number":3.0}"#).unwrap().number, 3);
        assert_eq!(read(r#"{"number":true}"#).unwrap().number, 1);
        assert_eq!(read(r#"{"number":""}"#).unwrap().number, 0);
        assert!(!read(r#"{"flag":0}"#).unwrap().flag);
        assert_eq!(read(r#"{"float":3}"#).unwrap().float, Some(3.0));
    }

    #[test]
    fn what_cannot_be_put_right_is_an_error() {
        for json in [
            r#"{"number":"seven"}"#,
            r#"{"number":7.5}"#,
            r#"{"number":-1}"#,
            r#"{"number":"99999999999999999999"}"#,
            r#"{"flag":2}"#,
            r#"{"flag":"yes"}"#,
            r#"{"float":"NaN"}"#,
            r#"{"text":{"a":1}}"#,
            r#"{"one":5}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }
}
