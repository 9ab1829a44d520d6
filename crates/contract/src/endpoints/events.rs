//! The operations whose answer is a stream of notifications.
//!
//! They have no row in the table of operations: an ordinary call would wait for the end of what does not end. The client's
//! `server.events()` and the embedded server use these types instead.

use crate::endpoint::{Access, Carrier, Effect, Endpoint, Host};
use crate::model::NotificationKind;
use crate::reply::NoBody;
use crate::version::ServerVersion;
use http::{Method, StatusCode};
use plex_sdk_derive::Request;

/// `GET /:/eventsource/notifications`
///
/// Opens a stream of server-sent events: each has a kind as its name and one notification as its data.
///
/// - Parameters: `filters`, the kinds to send.
/// - Answer: `text/event-stream` until either side hangs up.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_notifications`; Plex's description calls the parameter `filter`, clients in use `filters`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetNotifications {
    /// The kinds to send; all but the log where there are none.
    pub filters: Vec<NotificationKind>,
}

/// `GET /:/websockets/notifications`
///
/// Opens a websocket by which the server sends notifications as JSON, each message a `NotificationContainer`.
///
/// - Answer: status 101, then messages until either side hangs up.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_websocket_notifications`, and with the older path `/:/websocket/notifications`, which Plex's
///   description has, `connect_websocket`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetWebsocketNotifications {}

macro_rules! stream {
    ($Name:ident: $path:literal $(| $alias:literal)?, $status:ident) => {
        impl Endpoint for $Name {
            const GROUP: &'static str = "events";
            const METHOD: &'static Method = &Method::GET;
            const ALSO: &'static [Method] = &[];
            const PATH: &'static str = $path;
            const ALIASES: &'static [&'static str] = &[$($alias)?];
            const CARRIER: Carrier = Carrier::Query;
            const HOST: Host = Host::Pms;
            const ACCESS: Access = Access::User;
            const EFFECT: Effect = Effect::Read;
            const SINCE: Option<ServerVersion> = None;
            const STATUS: StatusCode = StatusCode::$status;
            type Response = NoBody;
        }
    };
}

stream!(GetNotifications: "/:/eventsource/notifications", OK);
stream!(GetWebsocketNotifications: "/:/websockets/notifications" | "/:/websocket/notifications", SWITCHING_PROTOCOLS);
