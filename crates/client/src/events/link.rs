//! [`Link`]: one connection by which notifications come.

use super::Source;
use super::sse::{Item, Parser};
use crate::error::{Error, ErrorKind};
use crate::policy::TimeLimit;
use crate::redact;
use crate::send::Core;
use crate::transport::{Body, Phase, TransportError};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures_util::{Sink, Stream};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use plex_sdk_contract::endpoints::events::{GetNotifications, GetWebsocketNotifications};
use plex_sdk_contract::model::{Notification, NotificationKind};
use plex_sdk_contract::{DecodeError, Endpoint, Meta, params};
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::ready;
use std::time::Duration;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error as SocketError, Message};

/// The longest message taken, in bytes. Those that servers send have a few hundred.
const MAX_MESSAGE: usize = 4 * 1024 * 1024;

const WEBSOCKET: &Meta = &Meta::of::<GetWebsocketNotifications>();
const EVENT_SOURCE: &Meta = &Meta::of::<GetNotifications>();

type Socket = WebSocketStream<TokioIo<hyper::upgrade::Upgraded>>;

/// What came.
pub(super) type Told = Result<Vec<Notification>, DecodeError>;

/// A connection by which notifications come.
pub(super) struct Link {
    carrier: Carrier,
    /// Where it goes to, to be shown.
    url: String,
}

enum Carrier {
    Socket(Box<Socket>),
    Stream {
        body: Body,
        parser: Parser,
        /// The server has shown that it sends signs of life.
        pings: bool,
    },
}

/// Why there is no websocket.
enum NoSocket {
    /// The server was not asked, or did not want to: an event stream may be had.
    Refused(Error),
    /// It would be no better with an event stream.
    Failed(Error),
}

impl Link {
    /// Opens a connection; tells by what, too.
    pub(super) async fn open(
        core: &Core,
        source: Source,
        kinds: &[NotificationKind],
    ) -> Result<(Self, Source), Error> {
        let socket = |old| async move {
            let (path, by) = match (old, GetWebsocketNotifications::ALIASES) {
                (true, [old, ..]) => (*old, Source::OldWebSocket),
                _ => (GetWebsocketNotifications::PATH, Source::WebSocket),
            };
            let socket = open_socket(core, path).await?;
            let carrier = Carrier::Socket(Box::new(socket));
            Ok((Self::new(core, carrier, path), by))
        };
        let either = |(NoSocket::Refused(error) | NoSocket::Failed(error))| error;
        match source {
            Source::WebSocket => socket(false).await.map_err(either),
            Source::OldWebSocket => socket(true).await.map_err(either),
            Source::EventSource => open_stream(core, kinds).await,
            Source::Automatic => match socket(false).await {
                Ok(link) => Ok(link),
                Err(NoSocket::Failed(error)) => Err(error),
                Err(NoSocket::Refused(error)) => {
                    tracing::debug!(%error, "no websocket, so an event stream is tried");
                    open_stream(core, kinds).await
                }
            },
        }
    }

    fn new(core: &Core, carrier: Carrier, path_and_query: &str) -> Self {
        let url = format!("{}{path_and_query}", core.base().as_str());
        let url = redact::path_and_query(&url);
        Self { carrier, url }
    }

    /// What comes next; an error where the connection is over. Nothing may be missing for longer than `silence`.
    pub(super) async fn next(&mut self, silence: Duration) -> Result<Told, Error> {
        let (name, told) = match &mut self.carrier {
            Carrier::Socket(socket) => {
                let message = next_message(socket, silence).await;
                let told = message.map(|message| Notification::decode(&message));
                (WEBSOCKET.name, told)
            }
            Carrier::Stream {
                body,
                parser,
                pings,
            } => {
                let event = next_event(body, parser, pings, silence).await;
                let told = event.map(|(kind, data)| Notification::decode_event(&kind, &data));
                (EVENT_SOURCE.name, told)
            }
        };
        told.map_err(|error| Error::transport(name, error).with_url(self.url.clone()))
    }
}

async fn open_socket(core: &Core, path: &str) -> Result<Socket, NoSocket> {
    let name = WEBSOCKET.name;
    let key = socket_key().map_err(|error| NoSocket::Failed(Error::invalid(name, error)))?;
    let mut headers = HeaderMap::new();
    for (header, value) in [
        (header::CONNECTION, "Upgrade"),
        (header::UPGRADE, "websocket"),
        (header::SEC_WEBSOCKET_VERSION, "13"),
        (header::ACCEPT, "*/*"),
    ] {
        headers.insert(header, HeaderValue::from_static(value));
    }
    let sent = HeaderValue::from_str(&key).map_err(|error| {
        NoSocket::Failed(Error::invalid(name, error)) // It is Base64.
    })?;
    headers.insert(header::SEC_WEBSOCKET_KEY, sent);
    let answer = core
        .listen(WEBSOCKET, path, headers)
        .await
        .map_err(no_socket)?;
    let refuse = |message: &str| {
        let error = Error::new(ErrorKind::NotPlex, name)
            .with_message(message)
            .with_answer(answer.status(), answer.headers().clone(), Bytes::new());
        NoSocket::Refused(error)
    };
    if answer.status() != StatusCode::SWITCHING_PROTOCOLS {
        return Err(refuse("the server did not switch to a websocket"));
    }
    let accept = answer.headers().get(header::SEC_WEBSOCKET_ACCEPT);
    if accept.is_none_or(|accept| accept.as_bytes() != agreement(&key).as_bytes()) {
        return Err(refuse(
            "the server switched to something that is no websocket",
        ));
    }
    let upgraded = timeout(core.head_limit(), hyper::upgrade::on(answer));
    let upgraded = upgraded
        .await
        .map_err(|_| TransportError::timeout(TimeLimit::Head))
        .and_then(|upgraded| upgraded.map_err(|error| TransportError::new(Phase::Answer, error)));
    // A transport of the caller's own may have no way to hand the connection over.
    let upgraded = upgraded.map_err(|error| NoSocket::Refused(Error::transport(name, error)))?;
    let config = WebSocketConfig::default()
        .max_message_size(Some(MAX_MESSAGE))
        .max_frame_size(Some(MAX_MESSAGE));
    let io = TokioIo::new(upgraded);
    Ok(WebSocketStream::from_raw_socket(io, Role::Client, Some(config)).await)
}

/// What a client says when it asks for a websocket: 16 random bytes.
fn socket_key() -> Result<String, getrandom::Error> {
    let mut key = [0; 16];
    getrandom::fill(&mut key)?;
    Ok(STANDARD.encode(key))
}

/// What a server says to it when it agrees (RFC 6455, section 4.2.2).
fn agreement(key: &str) -> String {
    let text = format!("{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    STANDARD.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, text.as_bytes()))
}

/// Whether an event stream may do better than the websocket that was refused.
fn no_socket(error: Error) -> NoSocket {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::Rejected | ErrorKind::NotPlex => NoSocket::Refused(error),
        ErrorKind::ServerError if error.status() == Some(StatusCode::NOT_IMPLEMENTED) => {
            NoSocket::Refused(error)
        }
        _ => NoSocket::Failed(error),
    }
}

async fn open_stream(core: &Core, kinds: &[NotificationKind]) -> Result<(Link, Source), Error> {
    let name = EVENT_SOURCE.name;
    let filters = kinds.to_vec();
    let target = params::encode(&GetNotifications::default().filters(filters));
    let target = target.map_err(|error| Error::invalid(name, error))?;
    let mut headers = HeaderMap::new();
    let accept = HeaderValue::from_static("text/event-stream");
    headers.insert(header::ACCEPT, accept);
    let answer = core
        .listen(EVENT_SOURCE, &target.path_and_query(), headers)
        .await?;
    let kind = answer.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    // Plex's description calls it bytes, and says no more.
    let fits = ["", "text/event-stream", "application/octet-stream"];
    if !fits.iter().any(|fit| kind.eq_ignore_ascii_case(fit)) {
        return Err(Error::new(ErrorKind::NotPlex, name)
            .with_message("the answer is no event stream")
            .with_answer(answer.status(), answer.headers().clone(), Bytes::new()));
    }
    let carrier = Carrier::Stream {
        body: answer.into_body(),
        parser: Parser::new(MAX_MESSAGE),
        pings: false,
    };
    let link = Link::new(core, carrier, &target.path_and_query());
    Ok((link, Source::EventSource))
}

fn closed() -> TransportError {
    TransportError::new(Phase::Answer, "the server closed the connection")
}

fn silent() -> TransportError {
    TransportError::timeout(TimeLimit::Idle)
}

fn broken(error: SocketError) -> TransportError {
    TransportError::new(Phase::Answer, error)
}

/// The next message; after half of `silence` the server is asked for a sign of life.
async fn next_message(socket: &mut Socket, silence: Duration) -> Result<Bytes, TransportError> {
    let half = silence / 2;
    let mut asked = false;
    loop {
        let message = poll_fn(|cx| Pin::new(&mut *socket).poll_next(cx));
        match timeout(half, message).await {
            Ok(Some(Ok(Message::Text(text)))) => return Ok(text.into()),
            Ok(Some(Ok(Message::Binary(bytes)))) => return Ok(bytes),
            Ok(None | Some(Ok(Message::Close(_)))) => return Err(closed()),
            Ok(Some(Ok(_))) => asked = false,
            Ok(Some(Err(error))) => return Err(broken(error)),
            Err(_) if asked => return Err(silent()),
            Err(_) => {
                let ping = send(socket, Message::Ping(Bytes::new()));
                timeout(half, ping)
                    .await
                    .map_err(|_| silent())?
                    .map_err(broken)?;
                asked = true;
            }
        }
    }
}

async fn send(socket: &mut Socket, message: Message) -> Result<(), SocketError> {
    let mut message = Some(message);
    poll_fn(|cx| {
        let mut socket = Pin::new(&mut *socket);
        if message.is_some() {
            ready!(socket.as_mut().poll_ready(cx))?;
        }
        if let Some(message) = message.take() {
            socket.as_mut().start_send(message)?;
        }
        socket.poll_flush(cx)
    })
    .await
}

/// The next event. Only a server that sends signs of life is missed when it sends none.
async fn next_event(
    body: &mut Body,
    parser: &mut Parser,
    pings: &mut bool,
    silence: Duration,
) -> Result<(String, Vec<u8>), TransportError> {
    loop {
        match parser.next() {
            Some(Item::Event(name, _)) if name == "ping" => *pings = true,
            Some(Item::Comment) => *pings = true,
            // Without data there is nothing to tell.
            Some(Item::Event(_, data)) if data.is_empty() => {}
            Some(Item::Event(name, data)) => return Ok((name, data)),
            None => {
                let limit = if *pings { silence } else { Duration::MAX };
                let frame = timeout(limit, body.frame()).await.map_err(|_| silent())?;
                let Some(frame) = frame else {
                    return Err(closed());
                };
                if let Ok(data) = frame?.into_data() {
                    parser
                        .push(&data)
                        .map_err(|error| TransportError::new(Phase::Answer, error))?;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_is_as_the_standard_shows_it() {
        let agreed = agreement("dGhlIHNhbXBsZSBub25jZQ==");
        assert_eq!(agreed, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        let (one, other) = (socket_key().unwrap(), socket_key().unwrap());
        assert_eq!(one.len(), 24);
        assert_ne!(one, other);
    }
}
