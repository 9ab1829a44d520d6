//! [`Plan`]: which part of a list comes next, and what an answer means for it. Nothing is sent here.

use crate::request::Window;

/// What an answer tells of itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    /// The place of its first entry.
    pub(super) offset: Option<u64>,
    /// How many entries the whole list has.
    pub(super) total: Option<u64>,
    /// How many entries it says it has; one that could not be read is counted.
    pub(super) size: Option<u64>,
    /// How many entries could be read.
    pub(super) len: u64,
    /// What tells its body from another one, made where there is no offset.
    pub(super) print: Option<u64>,
}

/// What is to be done with an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is the next page.
    Give,
    /// The list is over, and nothing in the answer is new.
    End,
    /// The list goes on, and cannot be had.
    Broken(String),
}

/// How far a walk through a list is.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// The place of the next page.
    pub(super) next: u64,
    /// How many entries are asked for.
    pub(super) size: u32,
    /// How many entries the last page had: what the one after the next is expected at.
    step: u64,
    pub(super) total: Option<u64>,
    /// The total was not the same on every page.
    pub(super) changed: bool,
    pub(super) over: bool,
    /// The first page is there.
    begun: bool,
    print: Option<u64>,
}

impl Plan {
    pub(super) fn new(start: u64, size: u32) -> Self {
        Self {
            next: start,
            size: size.max(1),
            step: 0,
            total: None,
            changed: false,
            over: false,
            begun: false,
            print: None,
        }
    }

    pub(super) fn window(&self, start: u64) -> Window {
        Window {
            start,
            size: self.size,
        }
    }

    /// Where the page behind the one at `last` is expected, or the next one where nothing is under way.
    pub(super) fn start_after(&self, last: Option<u64>) -> Option<u64> {
        if self.over {
            return None;
        }
        let Some(last) = last else {
            return Some(self.next);
        };
        let start = last.checked_add(self.step)?;
        (self.step > 0 && self.total.is_some_and(|total| start < total)).then_some(start)
    }

    /// Takes the answer for the page at [`next`](Self::next).
    pub(super) fn take(&mut self, told: &Told) -> Verdict {
        let asked = u64::from(self.size);
        if let (Some(old), Some(new)) = (self.total, told.total) {
            self.changed |= old != new;
        }
        self.total = told.total.or(self.total);
        let more = self.total.is_some_and(|total| self.next < total);
        let advance = told.size.unwrap_or(0).min(asked).max(told.len);
        if advance == 0 {
            self.over = true;
            return if more {
                self.cut_off("the server gave nothing there")
            } else if self.begun {
                Verdict::End
            } else {
                Verdict::Give
            };
        }
        let elsewhere = match told.offset {
            Some(offset) => offset != self.next,
            // The same answer again, or once more everything.
            None => self.begun && (told.len > asked || told.print == self.print),
        };
        if elsewhere {
            self.over = true;
            return if more || !self.begun {
                self.cut_off("the server gave another part, as if it did not know windows")
            } else {
                Verdict::End
            };
        }
        self.print = told.print;
        self.begun = true;
        self.next = self.next.saturating_add(advance);
        self.step = advance;
        self.over = match (self.total, told.offset) {
            (Some(total), _) => self.next >= total,
            // An answer that says nothing of windows, and would have had room for more, is the whole list.
            (None, None) => told.len != asked,
            (None, Some(_)) => false,
        };
        Verdict::Give
    }

    fn cut_off(&self, why: &str) -> Verdict {
        let next = self.next;
        Verdict::Broken(match self.total {
            Some(total) => format!("the list has {total} entries and came up to {next}: {why}"),
            None => format!("the list came up to {next}: {why}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::{End, Give};

    /// Offset, total, size, entries read.
    type Row = (Option<u64>, Option<u64>, Option<u64>, u64);

    fn told((offset, total, size, len): Row) -> Told {
        Told {
            offset,
            total,
            size,
            len,
            print: offset.is_none().then_some(len),
        }
    }

    /// Walks through answers from 0 by tens: the verdicts, and where it stands then.
    fn walk(rows: &[Row]) -> (Vec<Verdict>, Plan) {
        let mut plan = Plan::new(0, 10);
        let mut verdicts = Vec::new();
        for row in rows {
            assert!(!plan.over, "there is an answer for a list that is over");
            verdicts.push(plan.take(&told(*row)));
        }
        (verdicts, plan)
    }

    fn page(offset: u64, total: u64, len: u64) -> Row {
        (Some(offset), Some(total), Some(len), len)
    }

    #[test]
    fn whole_lists() {
        let all_given: &[&[Row]] = &[
            &[page(0, 25, 10), page(10, 25, 10), page(20, 25, 5)],
            // The server gives less than was asked for.
            &[page(0, 9, 4), page(4, 9, 4), page(8, 9, 1)],
            // A page was short once.
            &[page(0, 25, 7), page(7, 25, 10), page(17, 25, 8)],
            // One entry could not be read, and is counted.
            &[(Some(0), Some(12), Some(10), 9), page(10, 12, 2)],
            // The total grows, and shrinks.
            &[page(0, 11, 10), page(10, 12, 2)],
            &[page(0, 31, 10), page(10, 14, 4)],
            // Empty ones.
            &[page(0, 0, 0)],
            &[(None, None, None, 0)],
            // Everything at once.
            &[(None, None, Some(900), 900)],
            &[(Some(0), Some(900), Some(900), 900)],
            &[(None, Some(900), Some(900), 900)],
            // Nothing is said of windows.
            &[(None, None, Some(3), 3)],
            // A wrong total does not take away what is there.
            &[(Some(0), Some(0), Some(10), 10)],
        ];
        for rows in all_given {
            let (verdicts, plan) = walk(rows);
            assert!(verdicts.iter().all(|v| *v == Give), "{rows:?} {verdicts:?}");
            assert!(plan.over, "{rows:?}");
        }
    }

    #[test]
    fn what_ends_a_list_quietly() {
        for rows in [
            // No total: until nothing comes.
            &[(Some(0), None, None, 10), (Some(10), None, None, 0)][..],
            &[(Some(0), None, None, 4), (Some(4), None, None, 0)],
            // The same again: it was the whole list.
            &[(None, None, Some(10), 10), (None, None, Some(10), 10)],
            &[(Some(0), None, Some(10), 10), (Some(0), None, Some(10), 10)],
            // The rest has gone meanwhile.
            &[page(0, 20, 10), page(10, 10, 0)],
        ] {
            let (verdicts, plan) = walk(rows);
            assert_eq!(verdicts, [Give, End], "{rows:?}");
            assert!(plan.over);
        }
    }

    #[test]
    fn what_is_cut_off_is_told() {
        for rows in [
            // The same again, though there is more.
            &[page(0, 25, 10), page(0, 25, 10)][..],
            &[
                (None, Some(25), Some(10), 10),
                (None, Some(25), Some(10), 10),
            ],
            // Nothing, though there is more.
            &[page(0, 25, 10), page(10, 25, 0)],
        ] {
            let (verdicts, plan) = walk(rows);
            assert!(
                matches!(&verdicts[..], [Give, Verdict::Broken(_)]),
                "{rows:?} {verdicts:?}"
            );
            assert!(plan.over);
        }
        let mut plan = Plan::new(30, 10);
        let verdict = plan.take(&told(page(0, 40, 10)));
        assert!(matches!(verdict, Verdict::Broken(_)), "{verdict:?}");
    }

    #[test]
    fn what_is_expected_ahead() {
        let mut plan = Plan::new(0, 10);
        assert_eq!(plan.start_after(None), Some(0));
        assert_eq!(plan.start_after(Some(0)), None, "no total is known");
        plan.take(&told(page(0, 25, 10)));
        assert_eq!(plan.start_after(None), Some(10));
        assert_eq!(plan.start_after(Some(10)), Some(20));
        assert_eq!(plan.start_after(Some(20)), None);
        assert!(!plan.changed);
        plan.take(&told(page(10, 40, 5)));
        assert!(plan.changed);
        assert_eq!(plan.start_after(Some(15)), Some(20));
    }
}
