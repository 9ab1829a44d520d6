//! Entries of lists that cannot be read, left out so that the others can.

use super::DecodeError;
use super::fault::{Step, path};
use serde_json::Value;

/// An answer with more bad entries than this is not understood at all.
pub(super) const MOST: usize = 100;

/// Entries that were taken out: the way to the list, and the entry's place before anything was taken.
#[derive(Default)]
pub(super) struct Taken(Vec<(Vec<Step>, usize)>);

impl Taken {
    /// Notes that the innermost entry on a way is taken; gives the way as it was before anything was.
    pub(super) fn note(&mut self, way: &[Step]) -> Vec<Step> {
        let before = self.before(way);
        let last = before
            .iter()
            .rposition(|step| matches!(step, Step::Entry(_)));
        if let Some(last) = last
            && let Some((Step::Entry(index), list)) = before[..=last].split_last()
        {
            self.0.push((list.to_vec(), *index));
            self.0.sort_by_key(|(_, index)| *index);
        }
        before
    }

    /// A way with the places that entries had before others were taken.
    fn before(&self, way: &[Step]) -> Vec<Step> {
        let mut before: Vec<Step> = Vec::with_capacity(way.len());
        for step in way {
            let step = match step {
                Step::Entry(index) => {
                    let mut index = *index;
                    for (list, taken) in &self.0 {
                        if *list == before && *taken <= index {
                            index += 1;
                        }
                    }
                    Step::Entry(index)
                }
                field @ Step::Field(_) => field.clone(),
            };
            before.push(step);
        }
        before
    }
}

/// A JSON document from which entries are taken.
pub(super) struct Pruned {
    tree: Value,
    taken: Taken,
}

impl Pruned {
    pub(super) fn new(text: &str) -> Option<Self> {
        Some(Self {
            tree: serde_json::from_str(text).ok()?,
            taken: Taken::default(),
        })
    }

    /// Takes the innermost entry on the way to an error; gives the way as it was in the whole document.
    pub(super) fn take(&mut self, steps: &[Step]) -> Option<String> {
        let innermost = steps
            .iter()
            .rposition(|step| matches!(step, Step::Entry(_)))?;
        let (way, entry) = steps.split_at(innermost);
        let mut at = &mut self.tree;
        for step in way {
            at = match step {
                Step::Field(field) => at.get_mut(field)?,
                Step::Entry(index) => at.get_mut(*index)?,
            };
        }
        let (Value::Array(entries), Some(Step::Entry(index))) = (at, entry.first()) else {
            return None;
        };
        if *index >= entries.len() {
            return None;
        }
        entries.remove(*index);
        Some(path(&self.taken.note(steps)))
    }

    /// The document without what was taken.
    pub(super) fn tree(&self) -> &Value {
        &self.tree
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
        assert_eq!(pruned.tree().to_string(), r#"{"a":[2,{"b":[10]}]}"#);
        assert_eq!(pruned.take(&way(&[("a", 7)])), None);
        assert_eq!(pruned.take(&[Step::Field("a".into())]), None);
    }
}
