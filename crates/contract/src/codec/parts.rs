//! What a value is made of: [`Entries`] of a list, [`Fields`] of an object.

use super::fault::DecodeFault;
use super::value::{At, Value};
use super::xml::{self, Group};
use super::xml_tree::{Attributes, Node};
use simd_json::Node as Tape;
use std::cell::Cell;

/// Models inside models deeper than this are refused: they are wide, and each one being read takes its share of
/// the stack. Servers nest less than half as deep.
const MAX_DEPTH: u32 = 24;

thread_local! {
    /// How many models are being read, one inside the other.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// One model being read.
pub(super) struct Level;

impl Level {
    pub(super) fn enter() -> Result<Self, DecodeFault> {
        let depth = DEPTH.get();
        if depth >= MAX_DEPTH {
            let message = format!("objects are nested deeper than {MAX_DEPTH}");
            return Err(DecodeFault::new(message));
        }
        DEPTH.set(depth + 1);
        Ok(Self)
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get().saturating_sub(1));
    }
}

/// The entries of a list.
pub(super) struct Entries<'v> {
    list: List<'v>,
    next: usize,
}

pub(super) enum List<'v> {
    /// The nodes from the next entry on, and how many entries there are still.
    Tape(&'v [Tape<'v>], usize),
    Tree(std::slice::Iter<'v, serde_json::Value>),
    /// An element and those behind it.
    Siblings(Option<Node<'v>>),
    /// An element and those chained to it, and how many they are.
    Chained(Option<Node<'v>>, u32),
    /// A list made of one value.
    One(Option<Value<'v>>),
    /// The parts of a text.
    Parts(Option<&'v str>),
}

impl<'v> Entries<'v> {
    pub(super) fn of(list: List<'v>) -> Self {
        Self { list, next: 0 }
    }

    /// How many there are; one where that is not known, as most lists have one.
    pub(super) fn hint(&self) -> usize {
        match &self.list {
            List::Tape(_, left) => *left,
            List::Chained(_, count) => *count as usize,
            List::Tree(list) => list.len(),
            List::Siblings(_) | List::One(_) | List::Parts(_) => 1,
        }
    }

    pub(super) fn next(&mut self) -> Option<Value<'v>> {
        let value = match &mut self.list {
            List::Tape(rest, left) => {
                *left = left.checked_sub(1)?;
                let at = *rest;
                *rest = behind(at);
                At::Tape(at)
            }
            List::Tree(list) => At::Tree(list.next()?),
            List::Siblings(next) => {
                // An entry that is left out keeps its place in the list.
                let node = next.take()?.unless_left_out(Node::next)?;
                *next = node.next();
                At::Element(node)
            }
            List::Chained(next, _) => {
                let node = next.take()?.unless_left_out(Node::next_of_field)?;
                *next = node.next_of_field();
                At::Element(node)
            }
            List::One(value) => return value.take(),
            List::Parts(rest) => {
                let text = rest.take()?;
                let part = match text.split_once(',') {
                    Some((part, others)) => {
                        *rest = Some(others);
                        part
                    }
                    None => text,
                };
                At::Text(part.trim())
            }
        };
        self.next += 1;
        Some(Value(value))
    }

    /// Adds the way out of an entry to a fault; a list made of one value has none.
    #[cold]
    pub(super) fn out_of(&self, element: Option<usize>, fault: DecodeFault) -> DecodeFault {
        match self.list {
            List::One(_) => fault,
            _ => fault.out_of_entry(self.next.saturating_sub(1), element),
        }
    }
}

/// The nodes behind the value that stands first.
fn behind<'v>(nodes: &'v [Tape<'v>]) -> &'v [Tape<'v>] {
    let length = match nodes.first() {
        Some(Tape::Object { count, .. } | Tape::Array { count, .. }) => count + 1,
        _ => 1,
    };
    nodes.get(length..).unwrap_or_default()
}

/// The fields of an object, one after the other.
pub(super) struct Fields<'v> {
    source: Source<'v>,
    /// The field whose value is next.
    name: &'v str,
    value: Value<'v>,
    /// A model's fields are a level, those of what has no model are none.
    _level: Option<Level>,
}

pub(super) enum Source<'v> {
    Nothing,
    /// The nodes from the next name on, and how many fields there are still.
    Tape(&'v [Tape<'v>], usize),
    Tree(serde_json::map::Iter<'v>),
    /// Attributes, then children by field.
    Element(Attributes<'v>, std::vec::IntoIter<Group<'v>>),
}

impl<'v> Source<'v> {
    pub(super) fn element(node: Node<'v>, names: Option<&'static [&'static str]>) -> Self {
        let groups = match names {
            Some(names) => xml::groups_for(node, names),
            None => xml::groups_by_name(node),
        };
        Self::Element(node.attributes(), groups.into_iter())
    }
}

impl<'v> Fields<'v> {
    pub(super) fn of(source: Source<'v>, level: Option<Level>) -> Self {
        Self {
            source,
            name: "",
            value: Value(At::Text("")),
            _level: level,
        }
    }

    /// The next field's name; its value is there until the name behind it is asked for.
    pub(super) fn next_name(&mut self) -> Result<Option<&'v str>, DecodeFault> {
        let (name, at) = match &mut self.source {
            Source::Tape(rest, left) => {
                let (Some(fewer), [Tape::String(name), value @ ..]) = (left.checked_sub(1), *rest)
                else {
                    return Ok(None);
                };
                *left = fewer;
                *rest = behind(value);
                (*name, At::Tape(value))
            }
            Source::Element(attributes, groups) => {
                if let Some(attribute) = attributes.next() {
                    let (name, value) = attribute.map_err(DecodeFault::new)?;
                    (name, At::Text(value))
                } else if let Some(group) = groups.next() {
                    (group.field, group.value())
                } else {
                    return Ok(None);
                }
            }
            Source::Tree(fields) => match fields.next() {
                Some((name, value)) => (name.as_str(), At::Tree(value)),
                None => return Ok(None),
            },
            Source::Nothing => return Ok(None),
        };
        self.name = name;
        self.value = Value(at);
        Ok(Some(name))
    }

    /// The value of the field that was named last.
    pub(super) fn value(&self) -> Value<'v> {
        self.value
    }

    /// Adds the way out of the field that was named last to a fault.
    #[cold]
    pub(super) fn out_of(&self, fault: DecodeFault) -> DecodeFault {
        fault.out_of_field(self.name)
    }
}
