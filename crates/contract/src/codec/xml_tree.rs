//! An XML document as a flat tree that borrows from the body.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// Elements deeper than this are refused.
const MAX_DEPTH: usize = 128;

/// A document: elements in document order, the root first.
pub(super) struct Tree<'a> {
    /// Which of a model's fields a child element's name is, for each model by the address of its fields' names.
    fields: RefCell<HashMap<(usize, &'a str), Option<&'static str>>>,
    elements: Vec<Element<'a>>,
    attributes: Vec<(&'a str, Cow<'a, str>)>,
}

struct Element<'a> {
    name: &'a str,
    text: Cow<'a, str>,
    /// Where its attributes begin and end.
    attributes: (u32, u32),
    first_child: u32,
    next: u32,
    left_out: bool,
}

/// No element: there are not as many as a body has bytes.
const NONE: u32 = u32::MAX;

fn index(place: u32) -> usize {
    place as usize
}

/// One element of a tree.
#[derive(Clone, Copy)]
pub(super) struct Node<'t, 'a> {
    tree: &'t Tree<'a>,
    at: usize,
}

impl<'t, 'a> Node<'t, 'a> {
    fn element(self) -> &'t Element<'a> {
        &self.tree.elements[self.at]
    }
    fn at(self, place: u32) -> Option<Self> {
        (place != NONE).then(|| Self {
            at: index(place),
            ..self
        })
    }
    /// Its place in the tree.
    pub(super) fn place(self) -> usize {
        self.at
    }
    /// True where it is to be passed over.
    pub(super) fn is_left_out(self) -> bool {
        self.element().left_out
    }
    pub(super) fn name(self) -> &'a str {
        self.element().name
    }
    pub(super) fn attributes(self) -> &'t [(&'a str, Cow<'a, str>)] {
        let (start, end) = self.element().attributes;
        &self.tree.attributes[index(start)..index(end)]
    }
    /// Its name, if it is one of these.
    pub(super) fn name_among(self, fields: &[&'static str]) -> Option<&'static str> {
        let name = self.name();
        let key = (fields.as_ptr().addr(), name);
        let mut known = self.tree.fields.borrow_mut();
        *known
            .entry(key)
            .or_insert_with(|| fields.iter().copied().find(|field| *field == name))
    }
    pub(super) fn has_attribute(self, name: &str) -> bool {
        self.attributes().iter().any(|(key, _)| *key == name)
    }
    /// The text between the tags, without white space around it.
    pub(super) fn text(self) -> &'t str {
        self.element().text.trim()
    }
    pub(super) fn children(self) -> impl Iterator<Item = Node<'t, 'a>> {
        self.at(self.element().first_child)
            .into_iter()
            .flat_map(Node::and_after)
    }
    pub(super) fn has_children(self) -> bool {
        self.element().first_child != NONE
    }
    /// This element and those after it under the same parent.
    pub(super) fn and_after(self) -> impl Iterator<Item = Node<'t, 'a>> {
        std::iter::successors(Some(self), |node| node.at(node.element().next))
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
        // What servers send has an attribute in about 25 bytes, and an element in about 80.
        let mut tree = Self {
            fields: RefCell::default(),
            elements: Vec::with_capacity(body.len() / 80 + 1),
            attributes: Vec::with_capacity(body.len() / 25 + 1),
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

    pub(super) fn root(&self) -> Node<'_, 'a> {
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
        let raw = within(body, start.attributes_raw()).ok_or_else(outside)?;
        let count = |length: usize| u32::try_from(length).unwrap_or(NONE);
        let first = count(self.attributes.len());
        let mut attributes = quick_xml::events::attributes::Attributes::new(raw, 0);
        for attribute in attributes.with_checks(false) {
            let attribute = attribute.map_err(|error| format!("{error}, in <{name}>"))?;
            let value = match attribute.value {
                Cow::Borrowed(value) => unescape(value),
                Cow::Owned(value) => Cow::Owned(unescape(&value).into_owned()),
            };
            self.attributes.push((attribute.key.into_inner(), value));
        }
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
            attributes: (first, count(self.attributes.len())),
            text: Cow::Borrowed(""),
            first_child: NONE,
            next: NONE,
            left_out: false,
        });
        Ok(at)
    }

    fn text(&mut self, open: &[(u32, u32)], text: &str) {
        let Some((at, _)) = open.last() else { return };
        let kept = &mut self.elements[index(*at)].text;
        if !kept.is_empty() || !text.trim().is_empty() {
            kept.to_mut().push_str(text);
        }
    }
}
