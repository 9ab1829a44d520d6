//! One attempt at one address, and many of them driven by a [`Race`].

use super::race::{Race, Step};
use super::report::{Outcome, Stage, one_line};
use crate::clock::deadline;
use crate::error::{Error, ErrorKind};
use crate::policy::TimeLimit;
use crate::server::Server;
use crate::transport::{Phase, TransportError};
use plex_sdk_contract::ids::MachineIdentifier;
use std::error::Error as StdError;
use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;
use tokio::time::Instant;

/// Who has to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// This server.
    Server(MachineIdentifier),
    /// Any Plex server.
    AnyServer,
    /// Anything that speaks HTTP: providers do not say who they are.
    Anything,
}

/// Asks who answers; `server` has no token.
pub(crate) async fn identify(server: &Server, expected: &Expected) -> Outcome {
    let identity = match server.general().get_identity().await {
        Ok(identity) => identity,
        Err(error) if *expected == Expected::Anything && error.status().is_some() => {
            return Outcome::Connected;
        }
        Err(error) => return failed(&error),
    };
    match expected {
        Expected::Server(wanted) if identity.machine_identifier != *wanted => {
            Outcome::WrongServer {
                found: identity.machine_identifier.clone(),
            }
        }
        Expected::AnyServer if identity.machine_identifier.as_str().is_empty() => {
            Outcome::NotPlex {
                reason: "it does not say who it is".into(),
            }
        }
        _ => Outcome::Connected,
    }
}

/// What an error says about an address.
fn failed(error: &Error) -> Outcome {
    let reason = || innermost(error);
    match error.kind() {
        ErrorKind::Unreachable(phase) => match phase {
            Phase::Resolve => Outcome::NameNotFound { reason: reason() },
            Phase::Connect if is_refused(error) => Outcome::Refused,
            Phase::Connect => Outcome::Unreachable { reason: reason() },
            Phase::Tls => Outcome::TlsFailed { reason: reason() },
            Phase::Timeout => Outcome::TimedOut {
                stage: if is_connecting(error) {
                    Stage::Connect
                } else {
                    Stage::Identify
                },
            },
            _ => Outcome::Broken { reason: reason() },
        },
        ErrorKind::ServerError | ErrorKind::RateLimited { .. } => Outcome::Unavailable {
            status: error.status().map_or(0, |status| status.as_u16()),
        },
        _ => {
            let status = error.status().map(|status| format!(", status {status}"));
            let kind = match error.kind() {
                ErrorKind::Redirected => "the answer points to another place".to_owned(),
                ErrorKind::TooLarge { .. } => "the answer is too long".to_owned(),
                ErrorKind::NotPlex => "the answer is not Plex's".to_owned(),
                _ => "the answer says nothing of a server".to_owned(),
            };
            Outcome::NotPlex {
                reason: kind + &status.unwrap_or_default(),
            }
        }
    }
}

/// The causes of an error, outermost first; what hides inside an I/O error is found too.
fn causes(error: &Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |error| {
        let error = *error;
        let inner = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        match inner {
            Some(inner) => Some(inner as &(dyn StdError + 'static)),
            None => error.source(),
        }
    })
}

fn innermost(error: &Error) -> String {
    let last = causes(error).last().map(ToString::to_string);
    one_line(&last.unwrap_or_else(|| error.to_string()))
}

fn is_refused(error: &Error) -> bool {
    causes(error)
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::ConnectionRefused)
}

/// True where the time was over before there was a connection.
fn is_connecting(error: &Error) -> bool {
    causes(error)
        .filter_map(|cause| cause.downcast_ref::<TransportError>())
        .any(|cause| cause.time_limit() == Some(TimeLimit::Connect))
}

/// How one attempt of a race went.
#[derive(Clone, Debug)]
pub(crate) struct Lap {
    pub(crate) outcome: Outcome,
    pub(crate) started: Option<Duration>,
    pub(crate) took: Option<Duration>,
}

/// Runs a race of `count` attempts; gives the winner, what it made, and how each went. Dropping it drops all attempts.
pub(crate) async fn run<T, F: Future<Output = (Outcome, Option<T>)>>(
    mut race: Race,
    count: usize,
    mut attempt: impl FnMut(usize) -> F,
) -> (Option<(usize, T)>, Vec<Lap>) {
    let begun = Instant::now();
    let never = Lap {
        outcome: Outcome::NotTried,
        started: None,
        took: None,
    };
    let mut laps = vec![never; count];
    let mut made: Vec<Option<T>> = std::iter::repeat_with(|| None).take(count).collect();
    let mut running: Vec<(usize, Pin<Box<F>>)> = Vec::new();
    let winner = loop {
        let now = begun.elapsed();
        let until = match race.step(now) {
            Step::Over(winner) => break winner,
            Step::Start(places) => {
                for place in places {
                    running.push((place, Box::pin(attempt(place))));
                    laps[place].outcome = Outcome::Stopped;
                    laps[place].started = Some(now);
                }
                continue;
            }
            Step::Wait(until) => until,
        };
        // Without an end of its own, the wait ends when an attempt does.
        let until = deadline(begun, until.unwrap_or(Duration::MAX));
        let mut alarm = pin!(tokio::time::sleep_until(until));
        let ended = poll_fn(|context| {
            for at in 0..running.len() {
                if let Poll::Ready(result) = running[at].1.as_mut().poll(context) {
                    let (place, _) = running.swap_remove(at);
                    return Poll::Ready(Some((place, result)));
                }
            }
            alarm.as_mut().poll(context).map(|()| None)
        })
        .await;
        if let Some((place, (outcome, value))) = ended {
            let now = begun.elapsed();
            race.ended(place, outcome == Outcome::Connected && value.is_some());
            let lap = &mut laps[place];
            lap.took = lap.started.map(|started| now.saturating_sub(started));
            lap.outcome = outcome;
            made[place] = value;
        }
    };
    let now = begun.elapsed();
    for (place, _) in running {
        let lap = &mut laps[place];
        lap.took = lap.started.map(|started| now.saturating_sub(started));
    }
    let winner = winner.and_then(|place| Some((place, made.get_mut(place)?.take()?)));
    (winner, laps)
}
