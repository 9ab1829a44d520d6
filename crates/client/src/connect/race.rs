//! Who starts when, and who wins: decisions without I/O, on a clock that the caller reads.

use std::time::Duration;

/// Where an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Waiting,
    Running,
    Succeeded,
    Failed,
}

/// How long to wait at which step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pace {
    /// Until the next wave starts, while the ones before it are under way.
    pub(crate) stagger: Duration,
    /// For a preferred attempt, from its own start, when a lesser one has succeeded: one that was silent for longer
    /// had its chance.
    pub(crate) grace: Duration,
}

/// What to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Start these, then ask again.
    Start(Vec<usize>),
    /// Wait for an attempt to end, at most until this time; without one, for as long as it takes.
    Wait(Option<Duration>),
    /// It is over: this one won, the rest may be dropped. `None` where all failed.
    Over(Option<usize>),
}

/// One attempt.
#[derive(Clone, Copy, Debug)]
struct Entrant {
    /// Which ones it starts with.
    wave: u8,
    /// How much it is preferred, the least number first.
    rank: u8,
    state: State,
    started: Duration,
}

/// A race between attempts, the preferred ones first. Times are durations since the race began.
#[derive(Debug)]
pub(crate) struct Race {
    pace: Pace,
    attempts: Vec<Entrant>,
    /// When the last wave started.
    last_start: Option<Duration>,
    /// Whether all start at once and run to their ends.
    all: bool,
}

impl Race {
    /// A race of attempts with these waves and ranks, neither of which may fall.
    pub(crate) fn new(entrants: impl IntoIterator<Item = (u8, u8)>, pace: Pace) -> Self {
        let entrant = |(wave, rank)| Entrant {
            wave,
            rank,
            state: State::Waiting,
            started: Duration::ZERO,
        };
        Self {
            pace,
            attempts: entrants.into_iter().map(entrant).collect(),
            last_start: None,
            all: false,
        }
    }

    /// No race, but a survey: all attempts start at once, and it is over when all have ended.
    pub(crate) fn survey(count: usize) -> Self {
        let pace = Pace {
            stagger: Duration::ZERO,
            grace: Duration::MAX,
        };
        Self {
            all: true,
            ..Self::new(std::iter::repeat_n((0, 0), count), pace)
        }
    }

    /// An attempt ended.
    pub(crate) fn ended(&mut self, attempt: usize, success: bool) {
        if let Some(entrant) = self.attempts.get_mut(attempt) {
            entrant.state = if success {
                State::Succeeded
            } else {
                State::Failed
            };
        }
    }

    /// What to do at this time.
    pub(crate) fn step(&mut self, now: Duration) -> Step {
        let position = |wanted| {
            let mut attempts = self.attempts.iter();
            attempts.position(|entrant| entrant.state == wanted)
        };
        let running = position(State::Running);
        if let Some(best) = position(State::Succeeded) {
            let preferred = |entrant: &&Entrant| {
                entrant.state == State::Running && entrant.rank < self.attempts[best].rank
            };
            let chances = self.attempts.iter().filter(preferred);
            let until = chances
                .map(|entrant| entrant.started.saturating_add(self.pace.grace))
                .max();
            return match until {
                _ if self.all && running.is_some() => Step::Wait(None),
                Some(until) if now < until => Step::Wait(Some(until)),
                _ => Step::Over(Some(best)),
            };
        }
        let Some(next) = position(State::Waiting) else {
            return match running {
                Some(_) => Step::Wait(None),
                None => Step::Over(None),
            };
        };
        if let (Some(_), Some(last)) = (running, self.last_start) {
            let due = last.saturating_add(self.pace.stagger);
            if now < due {
                return Step::Wait(Some(due));
            }
        }
        self.last_start = Some(now);
        let wave = self.attempts.get(next).map(|entrant| entrant.wave);
        let mut started = Vec::new();
        for (place, entrant) in self.attempts.iter_mut().enumerate() {
            if entrant.state == State::Waiting && Some(entrant.wave) == wave {
                entrant.state = State::Running;
                entrant.started = now;
                started.push(place);
            }
        }
        Step::Start(started)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace {
        stagger: Duration::from_millis(250),
        grace: Duration::from_millis(100),
    };

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    /// Runs attempts that take so long and end so, on a clock of its own; gives the winner, the time, and when each
    /// started.
    fn run(attempts: &[(u8, u64, bool)]) -> (Option<usize>, u64, Vec<Option<u64>>) {
        // Each is preferred to the next.
        let waves = attempts.iter().map(|(wave, ..)| *wave);
        let mut race = Race::new(waves.zip(0..), PACE);
        let mut now = ms(0);
        let mut started = vec![None; attempts.len()];
        let mut ended = vec![false; attempts.len()];
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap();
        for _ in 0..1000 {
            let until = match race.step(now) {
                Step::Start(places) => {
                    assert!(!places.is_empty());
                    for place in places {
                        assert_eq!(started[place], None, "{place} started twice");
                        started[place] = Some(millis(now));
                    }
                    continue;
                }
                Step::Over(winner) => return (winner, millis(now), started),
                Step::Wait(until) => until,
            };
            let next = (0..attempts.len())
                .filter(|place| !ended[*place])
                .filter_map(|place| Some((ms(started[place]? + attempts[place].1), place)))
                .min();
            match (next, until) {
                (Some((at, place)), until) if until.is_none_or(|until| at <= until) => {
                    now = at;
                    ended[place] = true;
                    race.ended(place, attempts[place].2);
                }
                (_, Some(until)) => now = until,
                (_, None) => panic!("waits for nothing"),
            }
        }
        panic!("no end");
    }

    const NEVER: u64 = 3000;

    #[test]
    fn the_first_wave_starts_at_once_and_together() {
        let (winner, took, started) = run(&[(0, 20, true), (0, 5, false), (1, 1, true)]);
        assert_eq!((winner, took), (Some(0), 20));
        assert_eq!(started, [Some(0), Some(0), None]);
    }

    #[test]
    fn the_next_wave_waits_for_the_stagger() {
        let (winner, took, started) = run(&[(0, NEVER, false), (3, 10, true), (9, 10, true)]);
        assert_eq!((winner, took), (Some(1), 250 + 10));
        assert_eq!(started, [Some(0), Some(250), None]);
    }

    #[test]
    fn or_starts_at_once_when_all_before_it_failed() {
        let (winner, took, started) =
            run(&[(0, 30, false), (0, 40, false), (1, 5, false), (2, 10, true)]);
        assert_eq!((winner, took), (Some(3), 55));
        assert_eq!(started, [Some(0), Some(0), Some(40), Some(45)]);
    }

    #[test]
    fn a_preferred_one_under_way_gets_a_grace_and_no_more() {
        assert_eq!(run(&[(0, 90, true), (0, 10, true)]).0, Some(0));
        let (winner, took, _) = run(&[(0, 90, true), (0, 10, true)]);
        assert_eq!((winner, took), (Some(0), 90));
        let (winner, took, _) = run(&[(0, 101, true), (0, 10, true)]);
        assert_eq!((winner, took), (Some(1), 100));
        // A lesser one gets none, and a preferred one that fails ends the grace.
        assert_eq!(run(&[(0, 10, true), (0, 50, true)]).1, 10);
        assert_eq!(run(&[(0, 60, false), (0, 10, true)]).1, 60);
        // The grace counts from the start of the one that gets it: what was silent for longer had its chance.
        assert_eq!(run(&[(0, 200, true), (0, 70, true), (0, 10, true)]).1, 100);
        assert_eq!(run(&[(0, NEVER, true), (0, 120, true)]).1, 120);
    }

    #[test]
    fn equals_do_not_wait_for_each_other() {
        let mut race = Race::new([(0, 1), (0, 1), (0, 1)], PACE);
        assert_eq!(race.step(ms(0)), Step::Start(vec![0, 1, 2]));
        race.ended(2, true);
        assert_eq!(race.step(ms(5)), Step::Over(Some(2)));
    }

    #[test]
    fn no_wave_starts_after_a_success() {
        let (winner, took, started) = run(&[(0, 260, true), (0, 200, true), (1, 1, true)]);
        assert_eq!((winner, took, started[2]), (Some(1), 200, None));
    }

    #[test]
    fn all_failed_and_nobody_at_all() {
        let (winner, took, _) = run(&[(0, 50, false), (1, NEVER, false), (2, 10, false)]);
        assert_eq!((winner, took), (None, 50 + NEVER));
        assert_eq!(run(&[]).0, None);
    }

    #[test]
    fn a_survey_starts_all_and_lets_all_end() {
        let mut race = Race::survey(3);
        assert_eq!(race.step(ms(0)), Step::Start(vec![0, 1, 2]));
        race.ended(1, true);
        assert_eq!(race.step(ms(5)), Step::Wait(None));
        race.ended(0, false);
        assert_eq!(race.step(ms(500)), Step::Wait(None));
        race.ended(2, true);
        assert_eq!(race.step(ms(900)), Step::Over(Some(1)));
    }

    #[test]
    fn any_race_ends_with_the_best_of_those_that_could() {
        // Every combination of three outcomes for four attempts in two waves.
        let ways = [(10, true), (10, false), (NEVER, false)];
        for code in 0..ways.len().pow(4) {
            let way = |place: u32| ways[code / ways.len().pow(place) % ways.len()];
            let attempts: Vec<_> = [0, 0, 1, 1]
                .into_iter()
                .zip(0..)
                .map(|(wave, place)| (wave, way(place).0, way(place).1))
                .collect();
            let (winner, _, _) = run(&attempts);
            assert_eq!(winner, attempts.iter().position(|(_, _, good)| *good));
        }
    }
}
