//! Where in a body an error is, as a path such as `MediaContainer.Metadata[3].year`.
//!
//! Reading costs nothing for it: whoever passes an error on, out of a field or an entry, adds a step to the trail.

use std::cell::RefCell;
use std::fmt::Write as _;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a field.
    Field(String),
    /// Into an entry of a list, from 0.
    Entry(usize),
}

thread_local! {
    /// The steps to the last error, the innermost first.
    static TRAIL: RefCell<Vec<Step>> = const { RefCell::new(Vec::new()) };
}

/// Adds a step out of a field.
#[cold]
pub(super) fn out_of_field(field: &str) {
    TRAIL.with_borrow_mut(|trail| trail.push(Step::Field(field.to_owned())));
}

/// Adds a step out of an entry.
#[cold]
pub(super) fn out_of_entry(index: usize) {
    TRAIL.with_borrow_mut(|trail| trail.push(Step::Entry(index)));
}

/// Forgets the steps to an earlier error.
pub(super) fn start() {
    TRAIL.with_borrow_mut(Vec::clear);
}

/// The way to the error, from outside in.
pub(super) fn way() -> Vec<Step> {
    TRAIL.with_borrow(|trail| trail.iter().rev().cloned().collect())
}

/// A way in words.
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
