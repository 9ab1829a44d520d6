//! [`ConnectReport`]: what was tried, in what order, and what came of it.

use super::candidate::Candidate;
use plex_sdk_contract::ids::MachineIdentifier;
use std::fmt;
use std::time::Duration;

/// No text of the other side is shown at greater length.
const LONGEST: usize = 160;

/// What came of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The server answered and is the right one.
    Connected,
    /// The address is there, and nothing listens at the port.
    Refused,
    /// No way to the address, or its connection could not be made for another reason.
    Unreachable {
        /// What the system said.
        reason: String,
    },
    /// The host's name has no address.
    NameNotFound {
        /// What the system said.
        reason: String,
    },
    /// Nothing came in time.
    TimedOut {
        /// What was waited for.
        stage: Stage,
    },
    /// No agreement on TLS, or a certificate that does not fit.
    TlsFailed {
        /// What was wrong.
        reason: String,
    },
    /// The connection ended before the whole answer was there.
    Broken {
        /// What was seen.
        reason: String,
    },
    /// A Plex server answered, and it is another one. No token was sent to it.
    WrongServer {
        /// Who answered.
        found: MachineIdentifier,
    },
    /// Something answered that is not Plex.
    NotPlex {
        /// What was seen.
        reason: String,
    },
    /// An answer that says: not now. Servers give 503 while they start.
    Unavailable {
        /// The answer's status.
        status: u16,
    },
    /// It was under way when a better or faster one won.
    Stopped,
    /// Its turn never came.
    NotTried,
}

/// What an attempt waited for when its time was over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// The connection, TLS included.
    Connect,
    /// The answer to who it is.
    Identify,
}

impl Outcome {
    /// A short name for it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Connected => "connected",
            Self::Refused => "refused",
            Self::Unreachable { .. } => "unreachable",
            Self::NameNotFound { .. } => "name not found",
            Self::TimedOut { .. } => "timed out",
            Self::TlsFailed { .. } => "TLS failed",
            Self::Broken { .. } => "broken off",
            Self::WrongServer { .. } => "wrong server",
            Self::NotPlex { .. } => "not Plex",
            Self::Unavailable { .. } => "unavailable",
            Self::Stopped => "stopped",
            Self::NotTried => "not tried",
        }
    }

    /// The rest of what is to be said, on one line and free of secrets.
    pub fn reason(&self) -> String {
        match self {
            Self::Refused => "nothing listens there".into(),
            Self::TimedOut {
                stage: Stage::Connect,
            } => "no connection in time".into(),
            Self::TimedOut {
                stage: Stage::Identify,
            } => "no answer in time".into(),
            Self::Unreachable { reason }
            | Self::NameNotFound { reason }
            | Self::TlsFailed { reason }
            | Self::Broken { reason }
            | Self::NotPlex { reason } => one_line(reason),
            Self::WrongServer { found } => format!("{} answered", one_line(found.as_str())),
            Self::Unavailable { status } => format!("status {status}"),
            Self::Stopped => "another one won".into(),
            Self::Connected | Self::NotTried => String::new(),
        }
    }
}

/// A text of the other side without what would disturb a terminal, cut at a bound.
pub(crate) fn one_line(text: &str) -> String {
    let cut = text.chars().take(LONGEST);
    cut.map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// One address, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tried {
    /// The address.
    pub candidate: Candidate,
    /// What came of it.
    pub outcome: Outcome,
    /// When it was started, counted from the beginning.
    pub started: Option<Duration>,
    /// How long it took to its end, or until it was stopped.
    pub took: Option<Duration>,
}

/// Every address of a server, in the order of preference, with what came of it. `Display` is a table without secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConnectReport {
    /// The addresses.
    pub tried: Vec<Tried>,
    /// How long all of it took.
    pub took: Duration,
}

impl ConnectReport {
    /// The addresses where the right server answered, the best first.
    pub fn connected(&self) -> impl Iterator<Item = &Tried> {
        let connected = |tried: &&Tried| tried.outcome == Outcome::Connected;
        self.tried.iter().filter(connected)
    }

    /// Puts what was tried earlier in front.
    pub(crate) fn after(mut self, mut earlier: Self) -> Self {
        for tried in &mut self.tried {
            tried.started = tried.started.map(|started| started + earlier.took);
        }
        earlier.took += self.took;
        earlier.tried.append(&mut self.tried);
        earlier
    }
}

impl fmt::Display for ConnectReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.tried.is_empty() {
            return f.write_str("no address is known");
        }
        let mut rows =
            vec![["outcome", "at", "took", "where", "address", "reason"].map(String::from)];
        let millis = |time: Option<Duration>| {
            time.map_or_else(|| "-".to_owned(), |time| format!("{} ms", time.as_millis()))
        };
        rows.extend(self.tried.iter().map(|tried| {
            let candidate = &tried.candidate;
            let unlikely = if candidate.unlikely {
                ", elsewhere"
            } else {
                ""
            };
            [
                tried.outcome.name().to_owned(),
                millis(tried.started),
                millis(tried.took),
                format!("{}{unlikely} ({})", candidate.kind, candidate.source),
                candidate.uri.clone(),
                tried.outcome.reason(),
            ]
        }));
        let mut widths = [0; 6];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        for (place, row) in rows.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            let cells = row.iter().zip(widths);
            let line: Vec<_> = cells
                .map(|(cell, width)| format!("{cell:width$}"))
                .collect();
            f.write_str(line.join("  ").trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_with_a_line_for_each() {
        let tried = |uri: &str, outcome, started| Tried {
            candidate: Candidate::manual(uri).unwrap(),
            outcome,
            started,
            took: started,
        };
        let found = MachineIdentifier::new("m\n\u{1b}[31m2");
        let report = ConnectReport {
            tried: vec![
                tried("http://10.0.0.1:1", Outcome::Refused, Some(Duration::ZERO)),
                tried(
                    "http://10.0.0.2:1",
                    Outcome::WrongServer { found },
                    Some(Duration::from_millis(12)),
                ),
                tried("https://plex.example.com", Outcome::NotTried, None),
            ],
            took: Duration::from_millis(30),
        };
        let expected = "\
outcome       at     took   where            address                   reason
refused       0 ms   0 ms   local (manual)   http://10.0.0.1:1         nothing listens there
wrong server  12 ms  12 ms  local (manual)   http://10.0.0.2:1         m  [31m2 answered
not tried     -      -      remote (manual)  https://plex.example.com";
        assert_eq!(report.to_string(), expected);
        assert_eq!(ConnectReport::default().to_string(), "no address is known");
    }
}
