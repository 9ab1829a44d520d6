//! An XML document as a flat tree that borrows from the body.

use super::wire;
use bumpalo::Bump;
use quick_xml::Reader;
use quick_xml::events::attributes::Attributes as Raw;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::cell::Cell;

/// Elements deeper than this are refused.
const MAX_DEPTH: usize = 128;

/// A document: elements in document order, the root first.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    elements: Vec<Element<'a>>,
    /// The texts of those elements that have one.
    texts: Vec<String>,
    /// The attributes' values that have references in them, as far as they were asked for, without them.
    unescaped: Bump,
    /// What was last asked about names, each at the slot its name and the fields give.
    known: Vec<Cell<Known>>,
}

#[derive(Debug)]
struct Element<'a> {
    name: &'a str,
    /// Everything behind the name, as it is written.
    attributes: &'a str,
    /// True where an attribute may have a reference in it.
    has_references: bool,
    left_out: bool,
    text: u32,
    first_child: u32,
    next: u32,
    /// The next one under the same parent that belongs to the same field.
    next_of_field: Cell<u32>,
}

/// Which of a model's fields an element's name is; the fields by the address of their names, the name by an element that
/// has it.
#[derive(Clone, Copy, Debug)]
struct Known {
    fields: usize,
    element: u32,
    field: Option<&'static str>,
}

/// How many answers about names are kept: more than twice what a list of items asks for.
const KNOWN: usize = 64;

/// No element: there are not as many as a body has bytes.
const NONE: u32 = u32::MAX;

fn index(place: u32) -> usize {
    place as usize
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(NONE)
}

/// One element of a tree.
#[derive(Clone, Copy)]
pub(super) struct Node<'v> {
    tree: &'v Tree<'v>,
    at: u32,
}

impl std::fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", self.name())
    }
}

impl<'v> Node<'v> {
    fn element(self) -> &'v Element<'v> {
        &self.tree.elements[index(self.at)]
    }
    fn at(self, place: u32) -> Option<Self> {
        (place != NONE).then_some(Self { at: place, ..self })
    }
    /// Its place in the tree.
    pub(super) fn place(self) -> usize {
        index(self.at)
    }
    /// True where it is to be passed over.
    pub(super) fn is_left_out(self) -> bool {
        self.element().left_out
    }
    pub(super) fn name(self) -> &'v str {
        self.element().name
    }
    pub(super) fn attributes(self) -> Attributes<'v> {
        let element = self.element();
        Attributes {
            element: element.name,
            has_references: element.has_references,
            unescaped: &self.tree.unescaped,
            rest: element.attributes,
            other: None,
        }
    }
    pub(super) fn has_attributes(self) -> bool {
        !self.element().attributes.trim_ascii().is_empty()
    }
    /// Its name, if it is one of these.
    pub(super) fn name_among(self, fields: &[&'static str]) -> Option<&'static str> {
        let name = self.name();
        let address = fields.as_ptr().addr();
        let slot = &self.tree.known[(wire::slot(name.as_bytes()) ^ (address >> 4)) % KNOWN];
        let known = slot.get();
        let is_known = |element: &Element<'_>| wire::same(element.name, name);
        if known.fields == address
            && self
                .tree
                .elements
                .get(index(known.element))
                .is_some_and(is_known)
        {
            return known.field;
        }
        let field = fields.iter().copied().find(|field| *field == name);
        slot.set(Known {
            fields: address,
            element: self.at,
            field,
        });
        field
    }
    /// True where it has this attribute.
    pub(super) fn has_attribute(self, name: &str) -> bool {
        self.attributes().flatten().any(|(key, _)| key == name)
    }
    /// True where it has text and nothing else.
    pub(super) fn is_bare_text(self) -> bool {
        !self.has_attributes() && !self.has_children() && !self.text().is_empty()
    }
    /// The text between the tags, without white space around it.
    pub(super) fn text(self) -> &'v str {
        let text = self.tree.texts.get(index(self.element().text));
        text.map_or("", |text| text.trim())
    }
    pub(super) fn first_child(self) -> Option<Self> {
        self.at(self.element().first_child)
    }
    /// The next one under the same parent.
    pub(super) fn next(self) -> Option<Self> {
        self.at(self.element().next)
    }
    pub(super) fn children(self) -> impl Iterator<Item = Node<'v>> {
        std::iter::successors(self.first_child(), |node| node.next())
    }
    pub(super) fn has_children(self) -> bool {
        self.element().first_child != NONE
    }
    /// Says that `next` follows it as an entry of the same field, or that none does.
    pub(super) fn chain(self, next: Option<Self>) {
        let next = next.map_or(NONE, |next| next.at);
        self.element().next_of_field.set(next);
    }
    /// The one that was chained to it.
    pub(super) fn next_of_field(self) -> Option<Self> {
        self.at(self.element().next_of_field.get())
    }
    /// Itself, or the first behind it that is not to be passed over.
    pub(super) fn unless_left_out(self, next: fn(Self) -> Option<Self>) -> Option<Self> {
        std::iter::successors(Some(self), |node| next(*node)).find(|node| !node.is_left_out())
    }
}

/// The attributes of an element, each a name and a value.
pub(super) struct Attributes<'a> {
    element: &'a str,
    has_references: bool,
    /// Where values with references are kept without them.
    unescaped: &'a Bump,
    rest: &'a str,
    /// Takes over at the first attribute that is not written as servers write them.
    other: Option<Raw<'a>>,
}

/// Splits what begins with ` name="value"`, as servers write attributes; this costs half of what the general way does.
fn split(rest: &str) -> Option<(&str, &str, &str)> {
    let rest = rest.trim_ascii_start();
    let end = rest.bytes().position(|byte| !is_of_a_name(byte))?;
    let (name, rest) = rest.split_at_checked(end)?;
    let rest = rest.strip_prefix("=\"")?;
    let end = memchr::memchr(b'"', rest.as_bytes())?;
    let (value, rest) = rest.split_at_checked(end)?;
    (!name.is_empty()).then_some((name, value, &rest[1..]))
}

fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':')
}

impl<'a> Attributes<'a> {
    fn resolved(&self, raw: &'a str) -> &'a str {
        if !self.has_references {
            return raw;
        }
        match unescape(raw) {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => self.unescaped.alloc_str(&text),
        }
    }

    #[cold]
    fn next_other(&mut self) -> Option<Result<(&'a str, &'a str), String>> {
        let raw = self.other.get_or_insert_with(|| {
            let mut raw = Raw::new(self.rest, 0);
            raw.with_checks(false);
            raw
        });
        let attribute = match raw.next()? {
            Ok(attribute) => attribute,
            Err(error) => return Some(Err(format!("{error}, in <{}>", self.element))),
        };
        let value = match attribute.value {
            Cow::Borrowed(value) => self.resolved(value),
            Cow::Owned(value) => self.unescaped.alloc_str(&unescape(&value)),
        };
        Some(Ok((attribute.key.into_inner(), value)))
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<(&'a str, &'a str), String>;
    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        if self.other.is_none()
            && let Some((name, value, rest)) = split(self.rest)
        {
            self.rest = rest;
            return Some(Ok((name, self.resolved(value))));
        }
        self.next_other()
    }
}

/// Text with its references resolved; what cannot be resolved stays as it is written.
fn unescape(raw: &str) -> Cow<'_, str> {
    quick_xml::escape::unescape(raw).unwrap_or(Cow::Borrowed(raw))
}

/// The part of `body` that `part` is, with the body's lifetime; `part` must come from it.
fn within<'a>(body: &'a str, part: &str) -> Option<&'a str> {
    let start = (part.as_ptr() as usize).checked_sub(body.as_ptr() as usize)?;
    body.get(start..start.checked_add(part.len())?)
}

impl<'a> Tree<'a> {
    /// Reads a document; says what is wrong with it otherwise.
    pub(super) fn parse(body: &'a str) -> Result<Self, String> {
        let mut reader = Reader::from_str(body);
        if u32::try_from(body.len()).is_err() {
            return Err("the body is longer than 4 GiB".into());
        }
        let unknown = Known {
            fields: 0,
            element: NONE,
            field: None,
        };
        // What servers send has an element in about 80 bytes. Room that stays empty takes address space alone, and has
        // the allocator keep what a page of items needs, for the next page.
        let mut tree = Self {
            elements: Vec::with_capacity(body.len() / 16 + 1),
            texts: Vec::new(),
            unescaped: Bump::new(),
            known: vec![Cell::new(unknown); KNOWN],
        };
        // The open elements, each with the last child it got so far.
        let mut open: Vec<(u32, u32)> = Vec::new();
        loop {
            let place = reader.buffer_position();
            let event = reader
                .read_event()
                .map_err(|error| format!("{error}, at byte {place}"))?;
            match event {
                Event::Start(start) => {
                    let at = tree.add(body, &start, &mut open)?;
                    if open.len() >= MAX_DEPTH {
                        return Err(format!("elements are nested deeper than {MAX_DEPTH}"));
                    }
                    open.push((at, NONE));
                }
                Event::Empty(start) => {
                    tree.add(body, &start, &mut open)?;
                }
                Event::End(_) => {
                    open.pop();
                }
                Event::Text(text) => tree.text(&open, &text.into_inner()),
                Event::CData(text) => tree.text(&open, &text.into_inner()),
                Event::GeneralRef(reference) => {
                    let raw = format!("&{};", &*reference);
                    tree.text(&open, &unescape(&raw));
                }
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        if let Some((at, _)) = open.last() {
            return Err(format!(
                "the body ends inside <{}>",
                tree.elements[index(*at)].name
            ));
        }
        if tree.elements.is_empty() {
            Err("the body has no element".into())
        } else {
            Ok(tree)
        }
    }

    /// Has the element at a place passed over.
    pub(super) fn leave_out(&mut self, place: usize) {
        if let Some(element) = self.elements.get_mut(place) {
            element.left_out = true;
        }
    }

    pub(super) fn root(&self) -> Node<'_> {
        Node { tree: self, at: 0 }
    }

    fn add(
        &mut self,
        body: &'a str,
        start: &BytesStart<'_>,
        open: &mut [(u32, u32)],
    ) -> Result<u32, String> {
        let outside = || "an element does not lie inside the body".to_owned();
        let name = within(body, start.name().into_inner()).ok_or_else(outside)?;
        let attributes = within(body, start.attributes_raw()).ok_or_else(outside)?;
        let at = count(self.elements.len());
        match open.last_mut() {
            None if at > 0 => return Err("the body has more than one root element".into()),
            None => {}
            Some((parent, last)) => {
                if *last == NONE {
                    self.elements[index(*parent)].first_child = at;
                } else {
                    self.elements[index(*last)].next = at;
                }
                *last = at;
            }
        }
        self.elements.push(Element {
            name,
            attributes,
            has_references: memchr::memchr(b'&', attributes.as_bytes()).is_some(),
            left_out: false,
            text: NONE,
            first_child: NONE,
            next: NONE,
            next_of_field: Cell::new(NONE),
        });
        Ok(at)
    }

    fn text(&mut self, open: &[(u32, u32)], text: &str) {
        let Some((at, _)) = open.last() else { return };
        let place = &mut self.elements[index(*at)].text;
        if let Some(kept) = self.texts.get_mut(index(*place)) {
            kept.push_str(text);
        } else if !text.trim().is_empty() {
            *place = count(self.texts.len());
            self.texts.push(text.to_owned());
        }
    }
}
