//! An answer as it goes out: what the handlers say, or what a fault makes of it.

use super::FaultKind;
use crate::events::Wire;
use crate::line::Control;
use crate::refusal::page;
use crate::serve::{self, Site};
use axum::body::{Body, HttpBody, to_bytes};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, Uri, header};
use http_body::{Frame, SizeHint};
use hyper::body::Incoming;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// How much of a request's body is read where it is not answered: enough to see that the caller leaves.
const UNANSWERED_BODY: usize = 1 << 20;

/// No answer: the connection ends instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NoAnswer;

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection ends without an answer, as it was set to")
    }
}
impl std::error::Error for NoAnswer {}

/// Answers a request, or does not.
pub(crate) async fn answer(
    site: Site,
    request: Request<Incoming>,
    wire: Wire,
) -> Result<Response, NoAnswer> {
    let mut stop = wire.stop.clone();
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(wire.clone());
    if site.closed {
        log(&site, &request, None);
        return Err(NoAnswer);
    }
    let path = request.uri().path();
    let Some(kind) = site.world.faults.take(site.machine_identifier(), path) else {
        return Ok(serve::answer(site, request).await);
    };
    match kind {
        FaultKind::Refuse => {
            log(&site, &request, None);
            Err(NoAnswer)
        }
        FaultKind::Blackhole => {
            log(&site, &request, None);
            let _ = to_bytes(request.into_body(), UNANSWERED_BODY).await;
            let _ = stop.changed().await;
            Err(NoAnswer)
        }
        FaultKind::Delay(time) => {
            let mut unanswered = Unanswered::new(&site, &request);
            tokio::select! {
                () = tokio::time::sleep(time) => {}
                _ = stop.changed() => return Err(NoAnswer),
            }
            unanswered.request = None;
            drop(unanswered);
            Ok(serve::answer(site, request).await)
        }
        FaultKind::Status { code, retry_after } => {
            let status = StatusCode::from_u16(code)
                .ok()
                .filter(|status| !status.is_informational())
                .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            log(&site, &request, Some(status));
            let mut response = page(status);
            if let Some(seconds) = retry_after {
                let headers = response.headers_mut();
                headers.insert(header::RETRY_AFTER, seconds.into());
            }
            Ok(response)
        }
        FaultKind::Redirect(url) => {
            log(&site, &request, Some(StatusCode::FOUND));
            let mut response = page(StatusCode::FOUND);
            if let Ok(url) = HeaderValue::from_str(&url) {
                response.headers_mut().insert(header::LOCATION, url);
            }
            Ok(response)
        }
        FaultKind::WrongContentType(text) => {
            let mut response = serve::answer(site, request).await;
            let headers = response.headers_mut();
            headers.remove(header::CONTENT_TYPE);
            if let Ok(text) = HeaderValue::from_str(&text) {
                headers.insert(header::CONTENT_TYPE, text);
            }
            Ok(response)
        }
        FaultKind::WrongBody(body) => {
            let (mut parts, _) = serve::answer(site, request).await.into_parts();
            parts.headers.remove(header::CONTENT_LENGTH);
            Ok(Response::from_parts(parts, body.into()))
        }
        FaultKind::ResetMidBody(after) => {
            let response = serve::answer(site, request).await;
            Ok(cut(response, after, &wire, true))
        }
        FaultKind::Truncate(after) => {
            let response = serve::answer(site, request).await;
            Ok(cut(response, after, &wire, false))
        }
    }
}

fn log(site: &Site, request: &Request<Body>, status: Option<StatusCode>) {
    site.log(request.method(), request.uri(), request.headers(), status);
}

/// Logs a request whose caller left before it was answered.
struct Unanswered<'a> {
    site: &'a Site,
    request: Option<(Method, Uri, HeaderMap)>,
}

impl<'a> Unanswered<'a> {
    fn new(site: &'a Site, request: &Request<Body>) -> Self {
        let request = (
            request.method().clone(),
            request.uri().clone(),
            request.headers().clone(),
        );
        Self {
            site,
            request: Some(request),
        }
    }
}

impl Drop for Unanswered<'_> {
    fn drop(&mut self) {
        if let Some((method, uri, headers)) = &self.request {
            self.site.log(method, uri, headers, None);
        }
    }
}

/// The answer, announced in full where its length is known, and sent in part. A websocket is cut after so many bytes of
/// messages.
fn cut(response: Response, after: usize, wire: &Wire, reset: bool) -> Response {
    if wire.end_after(after, reset) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let announced = body.size_hint().exact();
    let least = u64::try_from(after.saturating_add(1)).unwrap_or(u64::MAX);
    let body = CutBody {
        announced: announced.map(|length| length.max(least)),
        body: Some(body),
        left: after,
        control: wire.control.clone(),
        reset,
    };
    Response::from_parts(parts, Body::new(body))
}

/// A body that ends with an error once its first bytes have left.
struct CutBody {
    announced: Option<u64>,
    body: Option<Body>,
    left: usize,
    control: Arc<Control>,
    reset: bool,
}

impl HttpBody for CutBody {
    type Data = Bytes;
    type Error = NoAnswer;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, NoAnswer>>> {
        while self.left > 0
            && let Some(body) = &mut self.body
        {
            let frame = ready!(Pin::new(body).poll_frame(cx));
            let data = frame.and_then(|frame| frame.ok()?.into_data().ok());
            let Some(mut data) = data else {
                self.body = None;
                break;
            };
            data.truncate(self.left);
            self.left -= data.len();
            if !data.is_empty() {
                return Poll::Ready(Some(Ok(Frame::data(data))));
            }
        }
        self.body = None;
        ready!(self.control.poll_flushed(cx));
        if self.reset {
            self.control.reset_at_end();
        }
        Poll::Ready(Some(Err(NoAnswer)))
    }

    fn size_hint(&self) -> SizeHint {
        match self.announced {
            Some(length) => SizeHint::with_exact(length),
            None => SizeHint::default(),
        }
    }
}
