//! Lines for a server's log.

use crate::endpoint::Content;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, log, log_endpoints;

    /// Writes a single message to the server's log.
    WriteMessage: PUT | GET "/log" -> NoBody, Admin, Once;
    /// Writes several messages to the server's log in one request.
    WriteLog: POST "/log" -> NoBody, Admin, Once, in Raw;
    /// Sends the server's log to Papertrail, a hosted log service, for a limited time.
    EnablePapertrail: POST | GET "/log/networked" -> NoBody, Admin, Idempotent;
}

#[request]
pub struct WriteMessage {
    /// The log level: 0 error, 1 warning, 2 info, 3 debug, 4 verbose.
    pub level: Option<u8>,
    /// The text of the message.
    pub message: Option<Text>,
    /// The source of the message, such as the name of the client.
    pub source: Option<Text>,
}

/// Each line of the body is the query string of a [`WriteMessage`], such as `level=2&message=started&source=app`. The
/// server responds with 400 if it cannot parse the body.
#[request]
pub struct WriteLog {
    /// The messages, as `text/plain`. One per line, separated by line feeds.
    #[wire(skip)]
    pub content: Content,
}

#[request]
pub struct EnablePapertrail {
    /// How long to send the log. In minutes.
    pub minutes: Option<u32>,
}
