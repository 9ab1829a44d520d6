//! [`ApiError`]: an answer with a status of 400 to 599, of whatever content type.

use crate::codec::{self, Around, Format, Looks, Nulls, json, lossy, xml};
use crate::identity::text_of;
use crate::text::Text;
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use plex_sdk_derive::model;
use serde::Deserialize;
use std::fmt;

/// An error answer keeps at most this many bytes of its body.
pub const MAX_ERROR_BODY: usize = 64 * 1024;

/// One entry of `errors`, as plex.tv and servers give them.
#[model]
#[derive(Eq)]
pub struct ErrorDetail {
    /// Plex's own code; see [`codes`].
    pub code: i64,
    /// What went wrong, in English.
    pub message: Text,
    /// The HTTP status, where it is repeated here.
    pub status: Option<u16>,
}

/// Codes of [`ErrorDetail::code`].
pub mod codes {
    /// 400: the request names no client identifier.
    pub const NO_CLIENT_IDENTIFIER: i64 = 1000;
    /// 401: the token is unknown, revoked or expired.
    pub const UNAUTHENTICATED: i64 = 1001;
    /// 404: the PIN is unknown or has expired.
    pub const PIN_NOT_FOUND: i64 = 1020;
    /// 401: the verification code of the second factor is wrong.
    pub const BAD_VERIFICATION_CODE: i64 = 1028;
    /// 401: the account signs in with a second factor, and no verification code came along.
    pub const VERIFICATION_CODE_NEEDED: i64 = 1029;
    /// 401: too many wrong attempts; the address is locked for a while.
    pub const LOCKED: i64 = 1031;
    /// 403: the Home user has a PIN, and it is missing or wrong.
    pub const HOME_PIN_NEEDED: i64 = 1041;
}

/// The body of a typed error.
#[model]
pub struct ErrorBody {
    /// The errors, at least one.
    pub errors: Vec<ErrorDetail>,
}

/// Other shapes that errors were seen in.
#[derive(Default, Deserialize)]
#[serde(default)]
struct OtherShapes {
    error: Text,
    code: i64,
    status: Text,
}

/// What a body says whose outermost element or object is named `Response`.
fn response(body: &[u8]) -> Option<OtherShapes> {
    let is_one = match Looks::of(body) {
        Looks::Json => begins(body, b"{", b"\"Response\""),
        Looks::Xml => begins(body, b"", b"<Response"),
        _ => false,
    };
    if !is_one || body.len() > MAX_ERROR_BODY {
        return None;
    }
    codec::read(body, Around::Named("Response"), None, |value| {
        OtherShapes::deserialize(value)
    })
    .ok()
}

/// Whether a body begins so, white space, an XML declaration and comments aside. A glance: most bodies begin otherwise.
fn begins(body: &[u8], first: &[u8], then: &[u8]) -> bool {
    let mut rest = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    rest = rest.trim_ascii_start();
    for (start, end) in [("<?", "?>"), ("<!--", "-->")] {
        if rest.starts_with(start.as_bytes()) {
            let end = end.as_bytes();
            let Some(at) = rest.windows(end.len()).position(|part| part == end) else {
                return false;
            };
            rest = rest.get(at + end.len()..).unwrap_or_default();
            rest = rest.trim_ascii_start();
        }
    }
    let Some(rest) = rest.strip_prefix(first) else {
        return false;
    };
    rest.trim_ascii_start().starts_with(then)
}

/// The status of the error that a body tells of, whatever status it came with: `<Response code="404" status="…"/>`, or the
/// same as JSON. A code of 600 and more is told as 400. `None` if the body tells of none.
pub fn told_status(body: &[u8]) -> Option<StatusCode> {
    let code = response(body)?.code;
    if code < 400 {
        return None;
    }
    let status = u16::try_from(code).ok().filter(|code| *code < 600);
    let status = status.and_then(|code| StatusCode::from_u16(code).ok());
    Some(status.unwrap_or(StatusCode::BAD_REQUEST))
}

impl ErrorBody {
    /// A body with one error.
    pub fn one(status: StatusCode, code: i64, message: &str) -> Self {
        let status = Some(status.as_u16());
        Self {
            errors: vec![ErrorDetail {
                code,
                message: message.into(),
                status,
            }],
        }
    }

    /// Writes it as plex.tv does.
    pub fn encode(&self, format: Format) -> Result<Bytes, serde_json::Error> {
        match format {
            Format::Json => json::encode(self, Nulls::Omit),
            Format::Xml => xml::encode(&self.errors, "errors", Nulls::Omit),
        }
    }

    /// Reads it from a body, where the body is one.
    fn read(body: &[u8]) -> Option<Self> {
        let other = match Looks::of(body) {
            Looks::Json => {
                let typed = json::decode::<Self>(body)
                    .ok()
                    .filter(|read| !read.errors.is_empty());
                if typed.is_some() {
                    return typed;
                }
                response(body).or_else(|| json::decode(body).ok())?
            }
            Looks::Xml => {
                let list = xml::decode::<Vec<ErrorDetail>>(body).ok();
                if let Some(errors) = list.filter(|list| {
                    list.iter()
                        .any(|detail| detail.code != 0 || !detail.message.is_empty())
                }) {
                    return Some(Self { errors });
                }
                xml::decode::<OtherShapes>(body).ok()?
            }
            Looks::Html | Looks::Empty | Looks::Other => return None,
        };
        let message = if other.error.is_empty() {
            other.status
        } else {
            other.error
        };
        if message.is_empty() && other.code == 0 {
            return None;
        }
        Some(Self {
            errors: vec![ErrorDetail {
                code: other.code,
                message,
                status: None,
            }],
        })
    }
}

/// An answer with a status of 400 to 599.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The status.
    pub status: StatusCode,
    /// The content type, as the answer gives it.
    pub content_type: Option<String>,
    /// The errors that the body lists; empty where it is a page, plain text or nothing.
    pub errors: Vec<ErrorDetail>,
    /// The body, at most [`MAX_ERROR_BODY`] bytes of it.
    pub body: Bytes,
}

impl ApiError {
    /// Takes an answer apart. It never fails: what is not understood is kept as it is.
    pub fn new(status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Self {
        let body = body.slice(..body.len().min(MAX_ERROR_BODY));
        let content_type = headers
            .get(header::CONTENT_TYPE)
            .map(|value| text_of(value).into_owned());
        let errors = ErrorBody::read(&body).unwrap_or_default().errors;
        Self {
            status,
            content_type,
            errors,
            body,
        }
    }

    /// Plex's own code of the first error, where there is one.
    pub fn code(&self) -> Option<i64> {
        self.errors.first().map(|detail| detail.code)
    }

    /// What the answer says went wrong: the first error's message, a page's title, or the text's beginning.
    pub fn message(&self) -> Option<String> {
        if let Some(detail) = self.errors.iter().find(|detail| !detail.message.is_empty()) {
            return Some(short(&detail.message));
        }
        let text = lossy(&self.body);
        let text = text.trim();
        match Looks::of(text.as_bytes()) {
            Looks::Html => {
                let start = text.find("<title>")? + "<title>".len();
                let title = text.get(start..)?.split('<').next()?.trim();
                (!title.is_empty()).then(|| short(title))
            }
            Looks::Other => Some(short(text)),
            Looks::Json | Looks::Xml | Looks::Empty => None,
        }
    }
}

/// One line of at most 200 characters.
fn short(text: &str) -> String {
    let mut line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(201)
        .collect();
    if line.chars().count() > 200 {
        line.pop();
        line.push('…');
    }
    line
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}", self.status.as_u16())?;
        if let Some(code) = self.code().filter(|code| *code != 0) {
            write!(f, ", code {code}")?;
        }
        match self.message() {
            Some(message) => write!(f, ": {message}"),
            None => self
                .status
                .canonical_reason()
                .map_or(Ok(()), |reason| write!(f, ": {reason}")),
        }
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("errors", &self.errors)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

impl std::error::Error for ApiError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(status: u16, content_type: &'static str, body: &'static str) -> ApiError {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, content_type.parse().unwrap());
        ApiError::new(
            StatusCode::from_u16(status).unwrap(),
            &headers,
            &Bytes::from_static(body.as_bytes()),
        )
    }

    #[test]
    fn typed_errors_in_both_spellings() {
        let expected = vec![ErrorDetail {
            code: 1001,
            message: "no".into(),
            status: Some(401),
        }];
        for (kind, body) in [
            (
                "application/json",
                r#"{"errors":[{"code":1001,"message":"no","status":401}]}"#,
            ),
            (
                "application/json",
                r#"{"errors":{"code":"1001","message":"no","status":"401"}}"#,
            ),
            (
                "text/html",
                r#" {"errors":[{"code":1001.0,"message":"no","status":401.0}]}"#,
            ),
            (
                "application/xml",
                r#"<errors><error code="1001" message="no" status="401"/></errors>"#,
            ),
        ] {
            assert_eq!(error(401, kind, body).errors, expected, "{body}");
        }
    }

    #[test]
    fn other_shapes_give_their_message() {
        for (body, message) in [
            (r#"{"error":"too many"}"#, "too many"),
            (
                r#"<Response code="503" status="Maintenance"/>"#,
                "Maintenance",
            ),
            (
                r#"{"Response":{"code":503,"status":"Maintenance"}}"#,
                "Maintenance",
            ),
            (
                "<html><head><title>Forbidden</title></head><body/></html>",
                "Forbidden",
            ),
            (
                "Server is still\nstarting up",
                "Server is still starting up",
            ),
        ] {
            assert_eq!(
                error(503, "text/html", body).message().as_deref(),
                Some(message),
                "{body}"
            );
        }
        assert_eq!(error(500, "text/plain", "").message(), None);
        assert_eq!(
            error(404, "text/html", "").to_string(),
            "status 404: Not Found"
        );
    }

    #[test]
    fn a_body_may_tell_of_an_error_whatever_its_status() {
        for (body, status) in [
            (r#"<Response code="400" status="Bad"/>"#, 400),
            (
                "\u{feff}<?xml version='1.0'?>\n<!-- x -->\n<Response code='404'></Response>",
                404,
            ),
            (
                r#" { "Response" : {"code":"503","status":"Maintenance"}}"#,
                503,
            ),
            // Codes that are no status.
            (r#"<Response code="1001" status="x"/>"#, 400),
            (r#"<Response code="999999999999" status="x"/>"#, 400),
        ] {
            let told = told_status(body.as_bytes());
            assert_eq!(told.map(|told| told.as_u16()), Some(status), "{body}");
        }
        for body in [
            "",
            "<Response",
            "<!--<Response code='400'/>",
            r#"<Response code="200" status="OK"/>"#,
            r#"<Response code="x" status="OK"/>"#,
            r#"<Response status="OK"/>"#,
            r#"<Responses code="400"/>"#,
            r#"<MediaContainer><Response code="400"/></MediaContainer>"#,
            r#"{"Response":{"code":200,"status":"OK"}}"#,
            r#"{"Response":"none"}"#,
            r#"{"Responses":{"code":400}}"#,
            r#"{"code":"4001","id":1}"#,
            r#"[{"Response":{"code":400}}]"#,
        ] {
            assert_eq!(told_status(body.as_bytes()), None, "{body}");
        }
        let bare = error(400, "text/xml", r#"<Response code="400"/>"#);
        assert_eq!((bare.code(), bare.message()), (Some(400), None));
    }

    #[test]
    fn every_body_is_kept_up_to_the_bound() {
        let long: &'static str = Box::leak("x".repeat(MAX_ERROR_BODY * 2).into_boxed_str());
        let error = error(418, "application/octet-stream", long);
        assert_eq!(error.body.len(), MAX_ERROR_BODY);
        assert_eq!(
            error.content_type.as_deref(),
            Some("application/octet-stream")
        );
        assert!(error.to_string().len() < 300);
    }

    #[test]
    fn what_is_written_is_read() {
        let body = ErrorBody::one(
            StatusCode::UNAUTHORIZED,
            codes::UNAUTHENTICATED,
            "a <b> & c",
        );
        for format in [Format::Json, Format::Xml] {
            assert_eq!(
                ErrorBody::read(&body.encode(format).unwrap()).unwrap(),
                body
            );
        }
    }
}
