//! The operations whose answer is a stream of notifications.
//!
//! They have no row in the table of operations: an ordinary call would wait for the end of what does not end. The client's
//! `server.events()` and the embedded server use these types instead.

use crate::model::NotificationKind;
use crate::reply::NoBody;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, events;

    /// Opens a stream of server-sent events with the server's notifications.
    GetNotifications: GET "/:/eventsource/notifications" -> NoBody, User, Read;
    /// Opens a WebSocket on which the server sends its notifications.
    GetWebsocketNotifications {}: GET "/:/websockets/notifications" | "/:/websocket/notifications"
        -> NoBody, User, Read, status SWITCHING_PROTOCOLS;
}

/// The name of each event is the kind of its notification. The stream ends when either side closes it.
#[request]
pub struct GetNotifications {
    /// The kinds of notifications to send. By default, all except log messages.
    pub filters: Vec<NotificationKind>,
}

/// Each message is a `NotificationContainer` in JSON. The stream ends when either side closes it.
#[request]
pub struct GetWebsocketNotifications {}
