//! A transport that goes through a list of answers and failures, on tokio's paused clock.

use crate::stub::{IDENTITY, token};
use bytes::Bytes;
use http_body::Frame;
use http_body_util::BodyExt;
use plex_sdk::transport::{Body, Phase, TransportError, from_fn, full_body};
use plex_sdk::{Server, ServerBuilder};
use std::collections::VecDeque;
use std::future::pending;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// What happens to one request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// An answer with this status, after nothing at all.
    Status(u16),
    /// 429, or 503, with `Retry-After`.
    Told(u16, &'static str),
    /// Stopped in a phase.
    Stopped(Phase),
    /// No answer begins.
    Silence,
    /// The answer begins, and its body does not end.
    Stalled,
    /// All goes well after this many seconds.
    Slow(u64),
}

/// When the requests came, counted from the start, and what is still to happen.
#[derive(Clone)]
pub(crate) struct Script {
    started: Instant,
    steps: Arc<Mutex<VecDeque<Step>>>,
    asked: Arc<Mutex<Vec<Duration>>>,
}

impl Script {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self {
            started: Instant::now(),
            steps: Arc::new(Mutex::new(steps.into_iter().collect())),
            asked: Arc::default(),
        }
    }

    /// A builder of a server that goes through the script, and answers well once it is over.
    pub(crate) fn server(&self) -> ServerBuilder {
        let script = self.clone();
        let transport = from_fn(move |request| script.clone().play(request));
        Server::builder()
            .url("http://plex.test:32400")
            .token(token())
            .client_identifier("client-1")
            .transport(transport)
    }

    async fn play(
        self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Body>, TransportError> {
        let minting = request.uri().path() == "/security/token";
        let good = if minting {
            crate::stub::MINTED
        } else {
            IDENTITY
        };
        let at = self.started.elapsed();
        self.asked.lock().unwrap().push(at);
        let step = self.steps.lock().unwrap().pop_front();
        let response = http::Response::builder().header("x-plex-protocol", "1.0");
        Ok(match step.unwrap_or(Step::Slow(0)) {
            Step::Status(status) => response.status(status).body(full_body("")).unwrap(),
            Step::Told(status, wait) => response
                .status(status)
                .header("retry-after", wait)
                .body(full_body(""))
                .unwrap(),
            Step::Stopped(phase) => return Err(TransportError::new(phase, "so it was written")),
            Step::Silence => pending().await,
            Step::Stalled => response.body(Never(false).boxed_unsync()).unwrap(),
            Step::Slow(seconds) => {
                sleep(Duration::from_secs(seconds)).await;
                response.body(full_body(good)).unwrap()
            }
        })
    }

    /// How many requests came.
    pub(crate) fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    /// When they came, in whole seconds from the start.
    pub(crate) fn seconds(&self) -> Vec<u64> {
        let asked = self.asked.lock().unwrap();
        asked.iter().map(Duration::as_secs).collect()
    }
}

/// One piece of a body, and then nothing for good.
struct Never(bool);

impl http_body::Body for Never {
    type Data = Bytes;
    type Error = TransportError;
    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Pending;
        }
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"{")))))
    }
}
