//! Notifications: who hears what a server tells, by websocket and by event stream.

use crate::fault::NoAnswer;
use crate::gate;
use crate::line::Control;
use crate::refusal::Refusal;
use crate::serve::Site;
use axum::body::{Body, HttpBody};
use axum::response::Response;
use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use http_body::Frame;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use plex_sdk_contract::endpoint::{Host, Meta};
use plex_sdk_contract::endpoints::events::{GetNotifications, GetWebsocketNotifications};
use plex_sdk_contract::model::{Notification, NotificationKind};
use plex_sdk_contract::params;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{broadcast, mpsc, watch};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

/// So many notifications wait for a slow connection before it is cut.
const BACKLOG: usize = 1024;
/// How often an event stream shows that it is there.
const PING: Duration = Duration::from_secs(10);
/// The longest message taken of a caller, in bytes; nobody has anything to say.
const MAX_MESSAGE: usize = 64 * 1024;

const WEBSOCKET: &Meta = &Meta::of::<GetWebsocketNotifications>();
const EVENT_SOURCE: &Meta = &Meta::of::<GetNotifications>();

/// What the connections of a server are to do.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Orders {
    /// How often all were cut.
    cuts: u64,
    /// They stay, and say nothing.
    silent: bool,
}

/// All that a server tells goes through here.
#[derive(Debug)]
pub(crate) struct Hub {
    told: broadcast::Sender<Arc<Notification>>,
    orders: watch::Sender<Orders>,
}

impl std::fmt::Debug for Orders {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} cuts, silent: {}", self.cuts, self.silent)
    }
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            told: broadcast::Sender::new(BACKLOG),
            orders: watch::Sender::default(),
        }
    }
}

impl Hub {
    /// Tells it to all that are connected; gives how many these are.
    pub(crate) fn tell(&self, notification: impl Into<Notification>) -> usize {
        self.told.send(Arc::new(notification.into())).unwrap_or(0)
    }

    /// How many are connected.
    pub(crate) fn listeners(&self) -> usize {
        self.told.receiver_count()
    }

    /// Cuts all connections.
    pub(crate) fn cut(&self) {
        self.orders.send_modify(|orders| orders.cuts += 1);
    }

    /// Has all connections say nothing, not even that they are there; or speak again.
    pub(crate) fn silence(&self, silent: bool) {
        self.orders.send_modify(|orders| orders.silent = silent);
    }

    fn listen(&self, wanted: Wanted) -> Ear {
        let orders = self.orders.subscribe();
        let last = *orders.borrow();
        Ear {
            told: self.told.subscribe(),
            last,
            orders,
            wanted,
        }
    }
}

/// The kinds that a caller asked for.
struct Wanted {
    only: Vec<NotificationKind>,
    without: Vec<NotificationKind>,
}

impl Wanted {
    fn of(query: &str) -> Self {
        let mut only = Vec::new();
        let mut without = Vec::new();
        for (_, words) in
            params::pairs(query).filter(|(name, _)| matches!(name.as_str(), "filters" | "filter"))
        {
            for word in words
                .split(',')
                .map(str::trim)
                .filter(|word| !word.is_empty())
            {
                match word.strip_prefix('-') {
                    Some(word) => without.push(word.into()),
                    None => only.push(word.into()),
                }
            }
        }
        if only.is_empty() && without.is_empty() {
            without.push(NotificationKind::Log);
        }
        Self { only, without }
    }

    fn has(&self, kind: &NotificationKind) -> bool {
        !self.without.contains(kind) && (self.only.is_empty() || self.only.contains(kind))
    }
}

/// What a connection hears.
struct Ear {
    told: broadcast::Receiver<Arc<Notification>>,
    orders: watch::Receiver<Orders>,
    last: Orders,
    wanted: Wanted,
}

/// What a connection is to do next.
enum Heard {
    /// Pass this on.
    Told(Arc<Notification>),
    /// Say nothing any more, or speak again.
    Silence,
    /// Break off, as it does where it cannot keep up.
    Cut,
}

impl Ear {
    async fn next(&mut self) -> Heard {
        loop {
            tokio::select! {
                biased;
                changed = self.orders.changed() => {
                    let now = *self.orders.borrow_and_update();
                    if changed.is_err() || now.cuts != self.last.cuts {
                        return Heard::Cut;
                    }
                    self.last = now;
                    return Heard::Silence;
                }
                told = self.told.recv() => {
                    let Ok(told) = told else { return Heard::Cut };
                    if !self.last.silent && self.wanted.has(&told.kind()) {
                        return Heard::Told(told);
                    }
                }
            }
        }
    }
}

impl Ear {
    /// Ready once all are cut.
    async fn cut(&mut self) {
        while self.orders.borrow_and_update().cuts == self.last.cuts {
            if self.orders.changed().await.is_err() {
                return;
            }
        }
    }
}

/// The connection that a request came by.
#[derive(Clone)]
pub(crate) struct Wire {
    pub(crate) control: Arc<Control>,
    pub(crate) stop: watch::Receiver<()>,
    /// What it carries once it is a websocket.
    session: Arc<Mutex<Option<Session>>>,
}

impl Wire {
    pub(crate) fn new(control: Arc<Control>, stop: watch::Receiver<()>) -> Self {
        Self {
            control,
            stop,
            session: Arc::default(),
        }
    }

    /// Speaks on as a websocket, where that was agreed on, until either side has enough.
    pub(crate) async fn speak_on(self) {
        let session = self.lock().take();
        if let Some(session) = session {
            session.run(self).await;
        }
    }

    /// Has a websocket end after so many bytes of messages; false where there is none.
    pub(crate) fn end_after(&self, bytes: usize, reset: bool) -> bool {
        let mut session = self.lock();
        let Some(session) = &mut *session else {
            return false;
        };
        session.end = Some((bytes, reset));
        true
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Session>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The operation of a request for notifications.
pub(crate) fn operation(site: &Site, parts: &Parts) -> Option<&'static Meta> {
    if site.host != Host::Pms || parts.method != Method::GET {
        return None;
    }
    let path = parts.uri.path();
    [WEBSOCKET, EVENT_SOURCE]
        .into_iter()
        .find(|meta| meta.path == path || meta.aliases.contains(&path))
}

/// Answers a request for notifications.
pub(crate) fn answer(
    site: &Site,
    meta: &Meta,
    parts: &Parts,
    token: Option<&str>,
) -> Result<Response, Refusal> {
    gate::admit(&site.world, site.place, meta, token, None)?;
    let hub = site.hub().ok_or(Refusal::NotFound)?;
    let ear = hub.listen(Wanted::of(parts.uri.query().unwrap_or_default()));
    let wire = parts.extensions.get::<Wire>().ok_or(Refusal::Broken)?;
    if meta.path == EVENT_SOURCE.path {
        return Ok(stream(ear, wire.stop.clone()));
    }
    let accept = accept(&parts.headers).ok_or(Refusal::BadRequest)?;
    let on = parts.extensions.get::<OnUpgrade>();
    let on = on.ok_or(Refusal::BadRequest)?.clone();
    let end = None;
    *wire.lock() = Some(Session { on, ear, end });
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    Ok(response)
}

/// What agrees to a websocket; `None` where none was asked for.
fn accept(headers: &HeaderMap) -> Option<HeaderValue> {
    let says = |name: header::HeaderName, wanted: &str| {
        let values = headers.get_all(name).into_iter();
        let mut words = values
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        words.any(|word| word.trim().eq_ignore_ascii_case(wanted))
    };
    let asked = says(header::CONNECTION, "upgrade")
        && says(header::UPGRADE, "websocket")
        && says(header::SEC_WEBSOCKET_VERSION, "13");
    let key = headers.get(header::SEC_WEBSOCKET_KEY).filter(|_| asked)?;
    HeaderValue::from_str(&derive_accept_key(key.as_bytes())).ok()
}

/// A websocket about to be.
struct Session {
    on: OnUpgrade,
    ear: Ear,
    /// It ends after so many bytes of messages; with a reset, where that is so.
    end: Option<(usize, bool)>,
}

impl Session {
    async fn run(mut self, mut wire: Wire) {
        let Ok(upgraded) = self.on.await else { return };
        let config = WebSocketConfig::default().max_message_size(Some(MAX_MESSAGE));
        let io = TokioIo::new(upgraded);
        let mut socket = WebSocketStream::from_raw_socket(io, Role::Server, Some(config)).await;
        let mut sent = 0;
        loop {
            if let Some((bytes, reset)) = self.end
                && sent >= bytes
            {
                if reset {
                    wire.control.reset_at_end();
                }
                return;
            }
            let silent = self.ear.last.silent;
            tokio::select! {
                biased;
                _ = wire.stop.changed() => {
                    let _ = tokio::time::timeout(PING, socket.close(None)).await;
                    return;
                }
                heard = self.ear.next() => {
                    let told = match heard {
                        Heard::Told(told) => told,
                        Heard::Silence => continue,
                        Heard::Cut => return,
                    };
                    let message = told.encode();
                    let length = message.len();
                    let Ok(text) = String::from_utf8(message.into()) else { return };
                    // A caller that takes nothing more must not keep it from ending.
                    tokio::select! {
                        written = socket.send(Message::text(text)) => if written.is_err() { return },
                        () = self.ear.cut() => return,
                        _ = wire.stop.changed() => return,
                    }
                    sent += length;
                }
                // Reading answers pings, too.
                came = socket.next(), if !silent => match came {
                    // A close is answered as it is read, which the next read completes.
                    Some(Ok(_)) => {}
                    None | Some(Err(_)) => return,
                },
            }
        }
    }
}

/// An event stream.
fn stream(ear: Ear, stop: watch::Receiver<()>) -> Response {
    let (sender, pieces) = mpsc::channel(16);
    tokio::spawn(feed(ear, stop, sender));
    let mut response = Response::new(Body::new(Pieces(pieces)));
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/event-stream");
    headers.insert(header::CONTENT_TYPE, kind);
    let unkept = HeaderValue::from_static("no-cache");
    headers.insert(header::CACHE_CONTROL, unkept);
    response
}

type Piece = Result<Bytes, NoAnswer>;

/// Feeds an event stream until its reader leaves, it is cut, or the server stops.
async fn feed(mut ear: Ear, mut stop: watch::Receiver<()>, sender: mpsc::Sender<Piece>) {
    let mut ping = tokio::time::interval_at(tokio::time::Instant::now() + PING, PING);
    loop {
        let piece = tokio::select! {
            biased;
            () = sender.closed() => return,
            _ = stop.changed() => return,
            heard = ear.next() => match heard {
                Heard::Told(told) => Ok(event(told.kind().as_str(), &told.encode_event())),
                Heard::Silence => continue,
                Heard::Cut => Err(NoAnswer),
            },
            _ = ping.tick() => {
                if ear.last.silent {
                    continue;
                }
                Ok(event("ping", b"{}"))
            }
        };
        let over = piece.is_err();
        tokio::select! {
            written = sender.send(piece) => if over || written.is_err() { return },
            () = ear.cut() => return,
            _ = stop.changed() => return,
        }
    }
}

/// An event as it stands in a stream. JSON on one line has no line's end within.
fn event(name: &str, data: &[u8]) -> Bytes {
    let name = name.replace(['\r', '\n'], " ");
    let mut text = format!("event: {name}\ndata: ").into_bytes();
    text.extend_from_slice(data);
    text.extend_from_slice(b"\n\n");
    text.into()
}

/// A body made of pieces as they come.
struct Pieces(mpsc::Receiver<Piece>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = NoAnswer;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, NoAnswer>>> {
        let piece = self.0.poll_recv(cx);
        piece.map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_say_which_and_which_not() {
        for (query, wanted, unwanted) in [
            ("", "playing", "log"),
            ("filters=playing,timeline", "timeline", "status"),
            ("filter=playing%2Clog&x=1", "log", "timeline"),
            ("filters=-timeline", "log", "timeline"),
            ("filters=", "status", "log"),
            ("filters=sunset", "sunset", "playing"),
        ] {
            let found = Wanted::of(query);
            assert!(found.has(&wanted.into()), "{query}");
            assert!(!found.has(&unwanted.into()), "{query}");
        }
    }
}
