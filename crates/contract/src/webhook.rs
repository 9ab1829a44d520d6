//! [`Webhook`]: what a server posts to the addresses of its users' webhooks.

use crate::codec::{DecodeError, Nulls, json};
use crate::model::WebhookPayload;
use crate::reply::EncodeError;
use bytes::Bytes;
use memchr::memmem;

/// Webhooks longer than this are refused, in bytes: a picture is a few hundred thousand.
pub const MAX_WEBHOOK: usize = 16 * 1024 * 1024;
/// No webhook has more parts; the rest is not looked at.
const MAX_PARTS: usize = 16;
/// No part has more headers.
const MAX_HEADERS: usize = 16;
/// No boundary is longer, says RFC 2046.
const MAX_BOUNDARY: usize = 70;

/// A webhook: its JSON, and the picture of its item where there is one.
///
/// ```
/// use plex_sdk_contract::Webhook;
/// use plex_sdk_contract::model::WebhookEvent;
///
/// // As a web framework gives them: the header `Content-Type`, and the body in whole.
/// let content_type = "multipart/form-data; boundary=xyz";
/// let body = "--xyz\r\nContent-Disposition: form-data; name=\"payload\"\r\nContent-Type: application/json\r\n\r\n\
///     {\"event\":\"media.play\",\"user\":true,\"owner\":true,\"Account\":{\"id\":1,\"title\":\"Olive\"}}\r\n--xyz--\r\n";
/// let webhook = Webhook::decode(content_type, &body.into())?;
/// assert_eq!(webhook.payload.event, WebhookEvent::MediaPlay);
/// # Ok::<(), plex_sdk_contract::webhook::WebhookError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Webhook {
    /// What it tells.
    pub payload: WebhookPayload,
    /// The item's picture, JPEG.
    pub thumb: Option<Bytes>,
}

/// A request that is no webhook, or a broken one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebhookError {
    /// The content type is neither `multipart/form-data` with a boundary nor `application/json`.
    #[error("a webhook is multipart/form-data, and this is not")]
    NotMultipart,
    /// The body is longer than [`MAX_WEBHOOK`].
    #[error("the body is longer than {MAX_WEBHOOK} bytes")]
    TooLarge,
    /// There is no part called `payload`, or the body breaks off within it.
    #[error("the body has no whole part called `payload`")]
    NoPayload,
    /// The part called `payload` could not be read.
    #[error("the payload could not be read: {0}")]
    Payload(#[from] DecodeError),
}

impl Webhook {
    /// Reads the body of a request with this `Content-Type`. JSON without the form around it is taken too, as programs that
    /// pass webhooks on send it.
    pub fn decode(content_type: &str, body: &Bytes) -> Result<Self, WebhookError> {
        if body.len() > MAX_WEBHOOK {
            return Err(WebhookError::TooLarge);
        }
        let (kind, rest) = content_type.split_once(';').unwrap_or((content_type, ""));
        if kind.trim().eq_ignore_ascii_case("application/json") {
            return Ok(Self {
                payload: json::decode(body)?,
                thumb: None,
            });
        }
        if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
            return Err(WebhookError::NotMultipart);
        }
        let boundary = parameter(rest, "boundary")
            .filter(|boundary| (1..=MAX_BOUNDARY).contains(&boundary.len()))
            .ok_or(WebhookError::NotMultipart)?;
        let (mut payload, mut thumb) = (None, None);
        for (name, content) in parts(body, &boundary) {
            match name.as_str() {
                "payload" if payload.is_none() => payload = Some(content),
                "thumb" if thumb.is_none() => thumb = Some(content),
                _ => {}
            }
        }
        Ok(Self {
            payload: json::decode(&payload.ok_or(WebhookError::NoPayload)?)?,
            thumb: thumb.filter(|thumb| !thumb.is_empty()),
        })
    }

    /// Writes it as a server would: the `Content-Type`, and the body.
    pub fn encode(&self) -> Result<(String, Bytes), EncodeError> {
        let payload = json::encode(&self.payload, Nulls::Omit)?;
        let thumb = self.thumb.clone().unwrap_or_default();
        // A boundary that stands in neither part.
        let taken = |boundary: &str| {
            let finder = memmem::Finder::new(boundary);
            finder.find(&payload).is_some() || finder.find(&thumb).is_some()
        };
        let mut number = 0_u64;
        let boundary = loop {
            let boundary = format!("plex-webhook-{number:016x}");
            if !taken(&boundary) {
                break boundary;
            }
            number += 1;
        };
        let mut body = Vec::with_capacity(payload.len() + thumb.len() + 400);
        let mut part = |head: &str, content: &[u8]| {
            body.extend_from_slice(format!("--{boundary}\r\n{head}\r\n\r\n").as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        };
        part(
            "Content-Disposition: form-data; name=\"payload\"\r\nContent-Type: application/json",
            &payload,
        );
        if self.thumb.is_some() {
            part(
                "Content-Disposition: form-data; name=\"thumb\"; filename=\"thumb.jpg\"\r\nContent-Type: image/jpeg",
                &thumb,
            );
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let content_type = format!("multipart/form-data; boundary={boundary}");
        Ok((content_type, body.into()))
    }
}

/// The whole parts of a form, each with its name.
fn parts(body: &Bytes, boundary: &str) -> Vec<(String, Bytes)> {
    let delimiter = format!("\r\n--{boundary}");
    let finder = memmem::Finder::new(&delimiter);
    let mut found = Vec::new();
    // The first delimiter may stand at the very start, without the line's end before it.
    let mut at = if body.starts_with(&delimiter.as_bytes()[2..]) {
        delimiter.len() - 2
    } else {
        match finder.find(body) {
            Some(start) => start + delimiter.len(),
            None => return found,
        }
    };
    while found.len() < MAX_PARTS {
        let Some(rest) = body.get(at..) else { break };
        if rest.starts_with(b"--") {
            break;
        }
        let Some(end) = finder.find(rest) else { break };
        // What stands between the delimiter and its line's end is white space.
        if let Some(line) = memmem::find(&rest[..end], b"\r\n") {
            let part = body.slice(at + line + 2..at + end);
            found.extend(named(&part));
        }
        at += end + delimiter.len();
    }
    found
}

/// A part's name and content.
fn named(part: &Bytes) -> Option<(String, Bytes)> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let Ok(httparse::Status::Complete((length, headers))) =
        httparse::parse_headers(part, &mut headers)
    else {
        return None;
    };
    let disposition = headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case("content-disposition"))?;
    let disposition = std::str::from_utf8(disposition.value).ok()?;
    let (kind, rest) = disposition.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("form-data") {
        return None;
    }
    Some((parameter(rest, "name")?, part.slice(length..)))
}

/// A header's parameter, such as `name` in `name="thumb"; filename="a;b.jpg"`.
fn parameter(mut rest: &str, wanted: &str) -> Option<String> {
    loop {
        rest = rest.trim_start_matches([' ', '\t', ';']);
        let (name, after) = rest.split_once('=')?;
        let value;
        (value, rest) = if let Some(quoted) = after.trim_start().strip_prefix('"') {
            unquoted(quoted)?
        } else {
            let end = after.find(';').unwrap_or(after.len());
            (after[..end].trim().to_owned(), &after[end..])
        };
        if name.trim().eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
    }
}

/// A quoted text up to its closing quote, and what follows.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, &text[at + 1..])),
            '\\' => value.push(chars.next()?.1),
            c => value.push(c),
        }
    }
    None
}
