//! [`DecodeFault`]: why a value cannot be read as what was wanted, and the way to it.
//!
//! Reading costs nothing for the way: whoever passes a fault on, out of a field or an entry, adds a step to it.

use serde::de::Error;
use std::fmt::{self, Write as _};

/// Why a value cannot be read, with the way to it.
#[derive(Debug)]
pub struct DecodeFault(Box<Inner>);

#[derive(Debug)]
struct Inner {
    message: String,
    /// The steps from the value outwards.
    way: Vec<Step>,
    /// The place in an XML tree of the innermost entry of a list around it.
    element: Option<usize>,
    /// The value stands for none.
    nothing: bool,
}

/// Why an optional field is none although it has a value: an empty text, or -1 where no number is negative.
///
/// It is the [source](std::error::Error::source) of a [`DecodeFault`], because a field's reader knows no more of its error.
#[derive(Debug)]
pub(super) struct Nothing;

impl fmt::Display for Nothing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value stands for none")
    }
}

impl std::error::Error for Nothing {}

/// One step of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a field.
    Field(String),
    /// Into an entry of a list, from 0.
    Entry(usize),
}

impl DecodeFault {
    #[cold]
    pub(super) fn new(message: String) -> Self {
        Self(Box::new(Inner {
            message,
            way: Vec::new(),
            element: None,
            nothing: false,
        }))
    }

    /// The same fault, of a value that stands for none if the field is optional.
    #[cold]
    pub(super) fn of_nothing(mut self) -> Self {
        self.0.nothing = true;
        self
    }

    /// The same fault, seen from outside of a field.
    #[cold]
    pub(super) fn out_of_field(mut self, field: &str) -> Self {
        self.0.nothing = false;
        self.0.way.push(Step::Field(field.to_owned()));
        self
    }

    /// The same fault, seen from outside of an entry of a list, which is an element of an XML tree or is none.
    #[cold]
    pub(super) fn out_of_entry(mut self, index: usize, element: Option<usize>) -> Self {
        self.0.nothing = false;
        self.0.way.push(Step::Entry(index));
        self.0.element = self.0.element.or(element);
        self
    }

    /// The way to the value, from outside in.
    pub(super) fn way(&self) -> Vec<Step> {
        self.0.way.iter().rev().cloned().collect()
    }

    /// The place in an XML tree of the innermost entry of a list around the value.
    pub(super) fn element(&self) -> Option<usize> {
        self.0.element
    }
}

impl fmt::Display for DecodeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for DecodeFault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0
            .nothing
            .then_some(&Nothing as &(dyn std::error::Error + 'static))
    }
}

impl Error for DecodeFault {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

/// A way in words, such as `MediaContainer.Metadata[3].year`.
pub(super) fn path(way: &[Step]) -> String {
    let mut path = String::new();
    for step in way {
        match step {
            Step::Field(field) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(field);
            }
            Step::Entry(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    path
}
