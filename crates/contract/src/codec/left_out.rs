//! Entries of lists that cannot be read, left out so that the others can.

use super::DecodeError;
use super::place::{self, Step};
use serde_json::Value;

/// An answer with more bad entries than this is not understood at all.
pub(super) const MOST: usize = 100;

/// A JSON document from which entries are taken.
pub(super) struct Pruned {
    tree: Value,
    /// What was taken: the way to the list, and the entry's place before anything was taken.
    taken: Vec<(Vec<Step>, usize)>,
}

impl Pruned {
    pub(super) fn new(text: &str) -> Option<Self> {
        Some(Self {
            tree: serde_json::from_str(text).ok()?,
            taken: Vec::new(),
        })
    }

    /// Takes the innermost entry on the way to an error; gives the way as it was in the whole document.
    pub(super) fn take(&mut self, steps: &[Step]) -> Option<String> {
        let last = steps
            .iter()
            .rposition(|step| matches!(step, Step::Entry(_)))?;
        let (way, entry) = steps.split_at(last);
        let mut at = &mut self.tree;
        for step in way {
            at = match step {
                Step::Field(field) => at.get_mut(field)?,
                Step::Entry(index) => at.get_mut(*index)?,
            };
        }
        let (Value::Array(list), Some(Step::Entry(index))) = (at, entry.first()) else {
            return None;
        };
        if *index >= list.len() {
            return None;
        }
        list.remove(*index);
        let before = self.before(steps);
        if let Some((Step::Entry(index), way)) = before[..=last].split_last() {
            self.taken.push((way.to_vec(), *index));
            self.taken.sort_by_key(|(_, index)| *index);
        }
        Some(place::path(&before))
    }

    /// A way with the places that entries had before others were taken.
    fn before(&self, steps: &[Step]) -> Vec<Step> {
        let mut way: Vec<Step> = Vec::with_capacity(steps.len());
        for step in steps {
            let step = match step {
                Step::Entry(index) => {
                    let mut index = *index;
                    for (list, taken) in &self.taken {
                        if *list == way && *taken <= index {
                            index += 1;
                        }
                    }
                    Step::Entry(index)
                }
                field @ Step::Field(_) => field.clone(),
            };
            way.push(step);
        }
        way
    }

    /// The document without what was taken.
    pub(super) fn text(&self) -> String {
        self.tree.to_string()
    }
}

/// Where bad entries are told, for a reader that is to leave them out.
pub(crate) type LeftOut<'a> = Option<&'a mut Vec<DecodeError>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_whole_document() {
        let mut pruned = Pruned::new(r#"{"a":[0,1,2,{"b":[10,11,12]}]}"#).unwrap();
        let way = |steps: &[(&str, usize)]| -> Vec<Step> {
            let both = |(field, index): &(&str, usize)| {
                [Step::Field((*field).into()), Step::Entry(*index)]
            };
            steps.iter().flat_map(both).collect()
        };
        assert_eq!(pruned.take(&way(&[("a", 1)])).unwrap(), "a[1]");
        assert_eq!(pruned.take(&way(&[("a", 0)])).unwrap(), "a[0]");
        assert_eq!(
            pruned.take(&way(&[("a", 1), ("b", 1)])).unwrap(),
            "a[3].b[1]"
        );
        assert_eq!(
            pruned.take(&way(&[("a", 1), ("b", 1)])).unwrap(),
            "a[3].b[2]"
        );
        assert_eq!(pruned.text(), r#"{"a":[2,{"b":[10]}]}"#);
        assert_eq!(pruned.take(&way(&[("a", 7)])), None);
        assert_eq!(pruned.take(&[Step::Field("a".into())]), None);
    }
}
