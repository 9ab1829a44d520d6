//! Reading and writing XML.
//!
//! An attribute is a scalar field, a child element an object or a list's entry. Items stand under `Metadata` in a
//! model, and as `Video`, `Track`, `Photo`, `Playlist` or `Directory` in XML. plex.tv wraps a list in an element with
//! a plural name in lower case (`<connections><connection/></connections>`); servers repeat the entries.

use super::coerce::Coerce;
use super::left_out::{self, LeftOut, Taken};
use super::place;
use super::xml_tree::{Attributes, Node, Tree};
use super::{DecodeError, Looks, Problem, lossy};
use crate::model::wide;
use serde::de::value::{MapDeserializer, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

pub use super::encode::to_xml as encode;

/// Reads a whole document as `T`.
pub fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    read(body, None, None)
}

/// Reads a document whose root is called `root`, in capitals or not; one with another root is foreign.
pub fn decode_root<T: DeserializeOwned>(body: &[u8], root: &str) -> Result<T, DecodeError> {
    read_root(body, root, None)
}

/// Reads a document whose root is `MediaContainer`.
pub fn decode_container<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    read_container(body, None)
}

/// Reads a document whose root is called `root`; entries of lists that cannot be read are told in `left_out` where there
/// is one.
pub(crate) fn read_root<T: DeserializeOwned>(
    body: &[u8],
    root: &str,
    left_out: LeftOut<'_>,
) -> Result<T, DecodeError> {
    read(body, Some((root, Problem::Foreign)), left_out)
}

/// The same for a root `MediaContainer`.
pub(crate) fn read_container<T: DeserializeOwned>(
    body: &[u8],
    left_out: LeftOut<'_>,
) -> Result<T, DecodeError> {
    let root = ("MediaContainer", Problem::NoContainer);
    read(body, Some(root), left_out)
}

fn read<T: DeserializeOwned>(
    body: &[u8],
    root: Option<(&str, Problem)>,
    mut left_out: LeftOut<'_>,
) -> Result<T, DecodeError> {
    let text = lossy(body);
    let mut tree =
        Tree::parse(&text).map_err(|error| DecodeError::content(Looks::Xml, "", error))?;
    if let Some((name, problem)) = root
        && !tree.root().name().eq_ignore_ascii_case(name)
    {
        return Err(DecodeError {
            looks: Looks::Xml,
            path: String::new(),
            problem,
        });
    }
    let mut taken = Taken::default();
    loop {
        place::start();
        let error = match T::deserialize(Coerce(Root(tree.root()))) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        let way = taken.note(&place::way());
        let told = DecodeError::content(Looks::Xml, place::path(&way), &error);
        match (&mut left_out, error.element) {
            (Some(left_out), Some(element)) if left_out.len() < left_out::MOST => {
                left_out.push(told);
                tree.leave_out(element);
            }
            _ => return Err(told),
        }
    }
}

/// Why a tree cannot be read.
#[derive(Debug)]
struct Fault {
    message: String,
    /// The place in the tree of the innermost entry of a list around it.
    element: Option<usize>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            message: message.to_string(),
            element: None,
        }
    }
}

/// The field that holds a child element: its own name, or `Metadata` for an item.
fn field_of(child: Node<'_, '_>, fields: &[&'static str]) -> Option<&'static str> {
    let metadata = || match child.name() {
        "Video" | "Track" | "Photo" | "Playlist" | "Directory" => {
            fields.iter().copied().find(|field| *field == "Metadata")
        }
        _ => None,
    };
    // A section is a `Directory` in both spellings; an item that is one in XML has a rating key.
    if child.name() == "Directory" && child.has_attribute("ratingKey") {
        metadata().or_else(|| child.name_among(fields))
    } else {
        child.name_among(fields).or_else(metadata)
    }
}

/// Children that belong to one field: the first, to which the others are chained.
struct Group<'t, 'a> {
    field: &'static str,
    first: Node<'t, 'a>,
    last: Node<'t, 'a>,
    count: usize,
}

/// Children by field, for a model with known fields; elements it has no field for are left out.
fn groups_for<'t, 'a>(node: Node<'t, 'a>, fields: &[&'static str]) -> Vec<Group<'t, 'a>> {
    // A movie has a dozen.
    let most = if node.has_children() { 16 } else { 0 };
    let mut groups: Vec<Group<'t, 'a>> = Vec::with_capacity(most);
    // Entries of a list mostly stand together: the field of the one before is looked at first.
    let mut current = 0;
    for child in node.children() {
        child.chain(None);
        let goes_on = |group: &Group<'_, '_>| {
            wide::same(group.last.name(), child.name()) && child.name() != "Directory"
        };
        if !groups.get(current).is_some_and(goes_on) {
            let Some(field) = field_of(child, fields) else {
                continue;
            };
            let known = groups.iter().position(|group| group.field == field);
            current = known.unwrap_or_else(|| {
                groups.push(Group {
                    field,
                    first: child,
                    last: child,
                    count: 1,
                });
                groups.len() - 1
            });
        }
        let group = &mut groups[current];
        if group.last.place() != child.place() {
            group.last.chain(Some(child));
            group.last = child;
            group.count += 1;
        }
    }
    groups
}

/// The document's root: an object, or a list whose entries are its children.
struct Root<'t, 'a>(Node<'t, 'a>);

impl<'de> Deserializer<'de> for Root<'_, '_> {
    type Error = Fault;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.name().starts_with(|c: char| c.is_ascii_lowercase()) && self.0.text().is_empty() {
            visitor.visit_seq(List::of(self.0.children()))
        } else {
            One(self.0).deserialize_any(visitor)
        }
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        One(self.0).deserialize_any(visitor)
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        One(self.0).deserialize_struct(name, fields, visitor)
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct enum identifier ignored_any
    }
}

/// One element: an object, or a scalar where it has text alone.
struct One<'t, 'a>(Node<'t, 'a>);

impl IntoDeserializer<'_, Fault> for One<'_, '_> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for One<'_, '_> {
    type Error = Fault;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Self(node) = self;
        if !node.has_attributes() && !node.has_children() && !node.text().is_empty() {
            return visitor.visit_str(node.text());
        }
        // Without known fields, every attribute and element keeps its name.
        let mut entries: Vec<(&str, Entry<'_, '_>)> = node
            .attributes()
            .map(|attribute| attribute.map(|(key, value)| (key, Entry::Text(value))))
            .collect::<Result<_, _>>()
            .map_err(Fault::custom)?;
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for child in node.children() {
            let at = *seen.entry(child.name()).or_insert_with(|| {
                entries.push((child.name(), Entry::List(Vec::new())));
                entries.len() - 1
            });
            if let Entry::List(list) = &mut entries[at].1 {
                list.push(child);
            }
        }
        if !node.text().is_empty() {
            entries.push(("text", Entry::Text(node.text().into())));
        }
        visitor.visit_map(MapDeserializer::new(entries.into_iter()))
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_map(Parts {
            field: "",
            attributes: self.0.attributes(),
            groups: groups_for(self.0, fields).into_iter(),
            next: None,
        })
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// A field's value.
enum Entry<'t, 'a> {
    Text(Cow<'t, str>),
    /// An element and those chained to it, and how many they are.
    Group(Node<'t, 'a>, usize),
    List(Vec<Node<'t, 'a>>),
}

impl IntoDeserializer<'_, Fault> for Entry<'_, '_> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

/// True for an element that wraps a list, as plex.tv writes them.
fn wraps_a_list(node: Node<'_, '_>) -> bool {
    let name = node.name();
    if !name.as_bytes().first().is_some_and(u8::is_ascii_lowercase) || !node.text().is_empty() {
        return false;
    }
    if node.has_children() {
        let singular = name.strip_suffix('s').unwrap_or(name);
        node.children().all(|child| child.name() == singular)
    } else {
        !node.has_attributes()
    }
}

impl<'de> Deserializer<'de> for Entry<'_, '_> {
    type Error = Fault;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            Self::Text(Cow::Borrowed(text)) => visitor.visit_str(text),
            Self::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Self::Group(first, _) if wraps_a_list(first) => {
                visitor.visit_seq(List::of(first.children()))
            }
            Self::Group(first, count) => visitor.visit_seq(List {
                nodes: first.and_chained(),
                count: Some(count),
            }),
            Self::List(nodes) => visitor.visit_seq(List::of(nodes.into_iter())),
        }
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match &self {
            Self::Group(first, _) => One(*first).deserialize_struct(name, fields, visitor),
            _ => self.deserialize_any(visitor),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The entries of a list.
struct List<I> {
    nodes: I,
    /// How many there are, where that is known.
    count: Option<usize>,
}

impl<'t, 'a: 't, I: Iterator<Item = Node<'t, 'a>>> List<I> {
    fn of(nodes: I) -> Self {
        Self { nodes, count: None }
    }
}

impl<'de, 't, 'a: 't, I: Iterator<Item = Node<'t, 'a>>> SeqAccess<'de> for List<I> {
    type Error = Fault;
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Fault> {
        // An entry that is left out keeps its place in the list.
        let Some(node) = self.nodes.find(|node| !node.is_left_out()) else {
            return Ok(None);
        };
        seed.deserialize(One(node)).map(Some).map_err(|mut error| {
            error.element.get_or_insert(node.place());
            error
        })
    }
    fn size_hint(&self) -> Option<usize> {
        self.count
    }
}

/// An element's attributes, then its children by field.
struct Parts<'t, 'a> {
    /// The field whose value is next.
    field: &'a str,
    attributes: Attributes<'a>,
    groups: std::vec::IntoIter<Group<'t, 'a>>,
    next: Option<Entry<'t, 'a>>,
}

impl<'de> MapAccess<'de> for Parts<'_, '_> {
    type Error = Fault;
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Fault> {
        let (key, entry) = if let Some(attribute) = self.attributes.next() {
            let (key, value) = attribute.map_err(Fault::custom)?;
            (key, Entry::Text(value))
        } else if let Some(group) = self.groups.next() {
            (group.field, Entry::Group(group.first, group.count))
        } else {
            return Ok(None);
        };
        self.next = Some(entry);
        self.field = key;
        seed.deserialize(StrDeserializer::<Fault>::new(key))
            .map(Some)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let entry = self.next.take().unwrap_or(Entry::Text("".into()));
        let read = seed.deserialize(entry);
        if read.is_err() {
            place::out_of_field(self.field);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Page {
        size: u32,
        #[serde(rename = "Metadata")]
        metadata: Vec<Item>,
        #[serde(rename = "Directory")]
        directory: Vec<Item>,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Item {
        rating_key: String,
        title: String,
        year: Option<u32>,
        #[serde(rename = "Genre")]
        genre: Vec<Tag>,
        connections: Vec<Tag>,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Tag {
        tag: String,
    }

    #[test]
    fn items_of_every_name_are_metadata_in_document_order() {
        let page: Page = decode(
            br#"<?xml version="1.0"?><MediaContainer size="3">
            <Video ratingKey="1" title="A &amp; B" year="2001"><Genre tag="x"/><Other/><Genre tag="y"/></Video>
            <Directory ratingKey="2" title="C"/><Directory key="all" title="All"/><Track ratingKey="3"/>
            </MediaContainer>"#,
        )
        .unwrap();
        let keys: Vec<_> = page
            .metadata
            .iter()
            .map(|item| item.rating_key.as_str())
            .collect();
        assert_eq!(keys, ["1", "2", "3"]);
        assert_eq!(page.metadata[0].title, "A & B");
        assert_eq!(page.metadata[0].year, Some(2001));
        assert_eq!(page.metadata[0].genre.len(), 2);
        assert_eq!(page.directory.len(), 1);
        assert_eq!(page.directory[0].title, "All");
    }

    #[test]
    fn a_wrapped_list_is_a_list() {
        let items: Vec<Item> = decode(
            br#"<items><item title="a"><connections><connection tag="1"/><connection tag="2"/></connections></item><item title="b"><connections/></item></items>"#,
        )
        .unwrap();
        assert_eq!(items.len(), 2);
        assert_eq!(items[0].connections.len(), 2);
        assert!(items[1].connections.is_empty());
    }

    #[test]
    fn control_characters_and_unknown_references_are_kept() {
        let item: Item = decode(b"<Video title=\"a\x0bb &nbsp; &#x1F; c\"/>").unwrap();
        assert_eq!(item.title, "a\u{b}b &nbsp; &#x1F; c");
    }

    #[test]
    fn attributes_may_be_written_in_any_way() {
        for body in [
            r#"<Video ratingKey="7" title="it's > &quot;A&quot;" year="2001"/>"#,
            r#"<Video ratingKey='7' title='it&apos;s > "A"' year='2001'/>"#,
            "<Video\n\tratingKey = \"7\"\r\n title=\"it's > &#34;A&#34;\"\n year\n=\n'2001'\n></Video >",
            r#"<Video ratingKey="7" x:ü="" title='it&apos;s > "A"' year="2001" />"#,
            r#"<Video ratingKey="7"title="it's > &quot;A&quot;"year="2001"/>"#,
        ] {
            let item: Item = decode(body.as_bytes()).unwrap();
            assert_eq!(item.rating_key, "7", "{body}");
            assert_eq!(item.title, "it's > \"A\"", "{body}");
            assert_eq!(item.year, Some(2001), "{body}");
        }
    }

    #[test]
    fn entries_of_a_list_that_stand_apart_keep_their_order() {
        let item: Item = decode(
            br#"<Video><Genre tag="1"/><Genre tag="2"/><Role tag="r"/><Genre tag="3"/><connections><connection tag="c"/></connections><Genre tag="4"/></Video>"#,
        )
        .unwrap();
        let tags: Vec<_> = item.genre.iter().map(|genre| genre.tag.as_str()).collect();
        assert_eq!(tags, ["1", "2", "3", "4"]);
        assert_eq!(item.connections.len(), 1);
    }

    #[test]
    fn broken_attributes_are_reported_with_the_element() {
        for body in [
            "<MediaContainer><Video year/></MediaContainer>",
            "<MediaContainer><Video year=1/></MediaContainer>",
            "<MediaContainer><Video title=\"a\" year=\"1/></MediaContainer>",
        ] {
            let error = decode::<Page>(body.as_bytes()).unwrap_err();
            assert!(!error.to_string().is_empty(), "{body}");
        }
        let error =
            decode::<Page>(b"<MediaContainer><Video year=1/></MediaContainer>").unwrap_err();
        assert!(error.to_string().contains("<Video>"), "{error}");
        assert_eq!(error.path(), "Metadata[0]");
    }

    #[test]
    fn broken_documents_are_errors() {
        let deep = "<a>".repeat(100_000);
        for body in [
            "",
            "text",
            "<a",
            "<a><b></a>",
            "<a></b>",
            "<a/><b/>",
            "<a x=1/>",
            "<a x=\"1/>",
            "<a>",
            &deep,
        ] {
            let read: Result<Item, _> = decode(body.as_bytes());
            assert!(read.is_err(), "{}", body.get(..40).unwrap_or(body));
        }
    }

    #[test]
    fn a_wrong_value_is_reported_with_its_place() {
        let read: Result<Page, _> =
            decode(br#"<MediaContainer><Video year="1"/><Video year="soon"/></MediaContainer>"#);
        let error = read.unwrap_err();
        assert_eq!(error.path(), "Metadata[1].year");
        assert!(error.to_string().contains("soon"), "{error}");
    }

    #[test]
    fn without_a_model_every_name_is_kept() {
        let value: serde_json::Value = decode(
            br#"<MediaContainer size="1"><Video title="x"/><Video title="y"/></MediaContainer>"#,
        )
        .unwrap();
        assert_eq!(
            value,
            serde_json::json!({"size": "1", "Video": [{"title": "x"}, {"title": "y"}]})
        );
    }
}
