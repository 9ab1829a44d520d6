//! `interop/prism-departures.tsv`: where this project and the description differ, each with its reason.

use crate::inventory::table;
use crate::{read, root};

/// A difference that is known.
pub(crate) struct Departure {
    /// The operation's name, or verb and path where there is none.
    pub(crate) operation: String,
    /// The difference as the report spells it.
    pub(crate) what: String,
}

/// What was found, told apart by what the list has.
pub(crate) struct Sorted {
    pub(crate) known: usize,
    /// Found, and not on the list.
    pub(crate) new: Vec<(String, String)>,
    /// On the list, and not found.
    pub(crate) gone: Vec<(String, String)>,
}

pub(crate) fn listed() -> Result<Vec<Departure>, String> {
    let text = read(&root().join("interop/prism-departures.tsv"))?;
    table(
        &text,
        ["operation", "what", "why"],
        |[operation, what, _why]| Departure { operation, what },
    )
}

/// `found` holds pairs of an operation and what differs in it, and after a line break the details.
pub(crate) fn sort(listed: &[Departure], found: Vec<(String, String)>) -> Sorted {
    let key = |what: &str| what.lines().next().unwrap_or_default().to_owned();
    let on_list = |(operation, what): &(String, String)| {
        listed
            .iter()
            .any(|departure| departure.operation == *operation && departure.what == key(what))
    };
    let was_found = |departure: &&Departure| {
        found.iter().any(|(operation, what)| {
            departure.operation == *operation && departure.what == key(what)
        })
    };
    let gone = listed
        .iter()
        .filter(|departure| !was_found(departure))
        .map(|departure| (departure.operation.clone(), departure.what.clone()))
        .collect();
    let (known, new): (Vec<_>, Vec<_>) = found.into_iter().partition(on_list);
    Sorted {
        known: known.len(),
        new,
        gone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_and_what_is_gone_is_told() {
        let departure = |operation: &str, what: &str| Departure {
            operation: operation.into(),
            what: what.into(),
        };
        let listed = [departure("A", "query.x type"), departure("B", "answer")];
        let found = vec![
            ("A".to_owned(), "query.x type\ndetails".to_owned()),
            ("A".to_owned(), "query.y type".to_owned()),
        ];
        let sorted = sort(&listed, found);
        assert_eq!(sorted.known, 1);
        assert_eq!(sorted.new, [("A".into(), "query.y type".into())]);
        assert_eq!(sorted.gone, [("B".into(), "answer".into())]);
    }
}
