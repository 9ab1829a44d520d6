//! Lines for a server's log.

use crate::endpoint::{Content, endpoints};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `PUT /log`
///
/// Writes one line into the server's log. Servers also take GET.
///
/// - Parameters: the level, the text, and who says it.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `write_message`, and `log_line` with GET.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct WriteMessage {
    /// How much it matters: 0 an error, 1 a warning, 2 information, 3 for developers, 4 every detail.
    pub level: Option<u8>,
    /// The text.
    pub message: Option<Text>,
    /// Who says it, such as the app's name.
    pub source: Option<Text>,
}

/// `POST /log`
///
/// Writes several lines into the server's log at once.
///
/// - Parameters: the body, `text/plain`: for each line the query of a [`WriteMessage`], such as
///   `level=2&message=started&source=app`, parted by line feeds.
/// - Errors: 400 for a body that cannot be read; 401 without a token that the server accepts; 403 for other users than
///   the owner.
/// - Who: the owner.
/// - Source: `write_log`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct WriteLog {
    /// The lines.
    #[wire(skip)]
    pub content: Content,
}

/// `POST /log/networked`
///
/// Sends the server's log to Papertrail, a service on the net, for a while. Servers also take GET.
///
/// - Parameters: for how many minutes.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `enable_papertrail`, and `enable_paper_trail` with GET.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct EnablePapertrail {
    /// For how many minutes.
    pub minutes: Option<u32>,
}

endpoints! {
    ($) Pms, log, log_endpoints;
    WriteMessage: PUT | GET "/log" -> NoBody, Admin, Once;
    WriteLog: POST "/log" -> NoBody, Admin, Once, in Raw;
    EnablePapertrail: POST | GET "/log/networked" -> NoBody, Admin, Idempotent;
}
