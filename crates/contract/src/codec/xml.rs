//! Reading and writing XML.
//!
//! An attribute is a scalar field, a child element an object or a list's entry. Items stand under `Metadata` in a
//! model, and as `Video`, `Track`, `Photo`, `Playlist` or `Directory` in XML. plex.tv wraps a list in an element with
//! a plural name in lower case (`<connections><connection/></connections>`); servers repeat the entries.

use super::fault::path;
use super::left_out::{self, LeftOut, Taken};
use super::value::{At, Value};
use super::wire;
use super::xml_tree::{Node, Tree};
use super::{DecodeError, Looks, Problem, ReadWith, lossy, taking};
use serde::de::DeserializeOwned;

pub use super::encode::to_xml as encode;

/// Reads a whole document as `T`.
pub fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    taking(
        |read| document(body, None, None, read),
        |value| T::deserialize(value),
    )
}

/// Has `read` read a document, whose root has a certain name where there is one; another root is that problem. Entries of
/// lists that cannot be read are told in `left_out` where there is one.
pub(super) fn document(
    body: &[u8],
    root: Option<(&str, Problem)>,
    mut left_out: LeftOut<'_>,
    read: ReadWith<'_>,
) -> Result<(), DecodeError> {
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
        let Err(fault) = read(Value::root(tree.root())) else {
            return Ok(());
        };
        let way = taken.note(&fault.way());
        let told = DecodeError::content(Looks::Xml, path(&way), &fault);
        match (&mut left_out, fault.element()) {
            (Some(left_out), Some(element)) if left_out.len() < left_out::MOST => {
                left_out.push(told);
                tree.leave_out(element);
            }
            _ => return Err(told),
        }
    }
}

/// The field that holds a child element: its own name, or `Metadata` for an item.
fn field_of(child: Node<'_>, fields: &[&'static str]) -> Option<&'static str> {
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
pub(super) struct Group<'v> {
    pub(super) field: &'v str,
    first: Node<'v>,
    last: Node<'v>,
    count: u32,
    /// Whether the field is one that the reader knows.
    is_known: bool,
}

impl<'v> Group<'v> {
    pub(super) fn value(&self) -> At<'v> {
        if self.is_known {
            At::Group(self.first, self.count)
        } else {
            At::Named(self.first, self.count)
        }
    }
}

/// Children by field, for a model with known fields; elements it has no field for are left out.
pub(super) fn groups_for<'v>(node: Node<'v>, fields: &[&'static str]) -> Vec<Group<'v>> {
    groups(node, true, |child| field_of(child, fields))
}

/// Children by their names; text beside them is a field too.
pub(super) fn groups_by_name(node: Node<'_>) -> Vec<Group<'_>> {
    groups(node, false, |child| Some(child.name()))
}

fn groups<'v>(
    node: Node<'v>,
    is_known: bool,
    field_of: impl Fn(Node<'v>) -> Option<&'v str>,
) -> Vec<Group<'v>> {
    // A movie has a dozen.
    let most = if node.has_children() { 16 } else { 0 };
    let mut groups: Vec<Group<'v>> = Vec::with_capacity(most);
    // Entries of a list mostly stand together: the field of the one before is looked at first.
    let mut current = 0;
    for child in node.children() {
        child.chain(None);
        let goes_on = |group: &Group<'_>| {
            wire::same(group.last.name(), child.name()) && child.name() != "Directory"
        };
        if !groups.get(current).is_some_and(goes_on) {
            let Some(field) = field_of(child) else {
                continue;
            };
            let known = groups.iter().position(|group| group.field == field);
            current = known.unwrap_or_else(|| {
                groups.push(Group {
                    field,
                    first: child,
                    last: child,
                    count: 1,
                    is_known,
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

/// True for an element that wraps a list, as plex.tv writes them.
pub(super) fn wraps_a_list(node: Node<'_>) -> bool {
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
