//! [`to_vec`]: JSON without the fields that have nothing. A field is written first and taken back where it came to nothing,
//! so that one writer, for which each model is compiled once, serves both ways.

use super::Nulls;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use std::cell::RefCell;
use std::io::{Result, Write};

/// Writes JSON; fields that are `null` and lists without entries as `nulls` says, at every depth.
pub(super) fn to_vec<T: Serialize + ?Sized>(
    value: &T,
    nulls: Nulls,
) -> serde_json::Result<Vec<u8>> {
    let text = RefCell::new(Vec::with_capacity(128));
    let fields = Fields {
        text: &text,
        nulls,
        open: Vec::new(),
    };
    value.serialize(&mut Serializer::with_formatter(Text(&text), fields))?;
    Ok(text.into_inner())
}

/// What is written so far.
struct Text<'t>(&'t RefCell<Vec<u8>>);

impl Write for Text<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Takes back fields.
struct Fields<'t> {
    text: &'t RefCell<Vec<u8>>,
    nulls: Nulls,
    open: Vec<Object>,
}

/// An object that is being written.
#[derive(Default)]
struct Object {
    has_fields: bool,
    /// Where in the text its present field begins, and where that field's value does.
    field: usize,
    value: usize,
}

impl Formatter for Fields<'_> {
    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.open.push(Object::default());
        out.write_all(b"{")
    }
    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.open.pop();
        out.write_all(b"}")
    }
    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, _first: bool) -> Result<()> {
        let Some(object) = self.open.last_mut() else {
            return Ok(());
        };
        object.field = self.text.borrow().len();
        if object.has_fields {
            out.write_all(b",")?;
        }
        Ok(())
    }
    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        out.write_all(b":")?;
        if let Some(object) = self.open.last_mut() {
            object.value = self.text.borrow().len();
        }
        Ok(())
    }
    fn end_object_value<W: ?Sized + Write>(&mut self, _out: &mut W) -> Result<()> {
        let Some(object) = self.open.last_mut() else {
            return Ok(());
        };
        let mut text = self.text.borrow_mut();
        if self.nulls == Nulls::Omit && matches!(text.get(object.value..), Some(b"null" | b"[]")) {
            text.truncate(object.field);
        } else {
            object.has_fields = true;
        }
        Ok(())
    }
}
