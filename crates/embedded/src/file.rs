//! [`File`]: an answer that is bytes, whole or the piece that a `Range` asks for.

use crate::world::tokens::Digest;
use axum::body::Body;
use axum::response::Response;
use bytes::{Bytes, BytesMut};
use futures_util::stream;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use std::convert::Infallible;
use std::fmt::Write as _;

/// So many bytes are made at a time.
const CHUNK: u64 = 64 * 1024;

/// What is in a file.
enum Content {
    Whole(Bytes),
    /// Bytes that the seed and their place give, made as they go out.
    Made {
        seed: u64,
        size: u64,
    },
}

/// Bytes with their type.
pub(crate) struct File {
    kind: &'static str,
    content: Content,
    etag: String,
    attachment: Option<String>,
}

/// The piece that a request wants.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    All,
    /// From the first byte to before the second.
    Some(u64, u64),
    /// Nothing of the file.
    Outside,
}

impl File {
    /// Bytes that are there.
    pub(crate) fn whole(kind: &'static str, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self {
            kind,
            etag: etag_of(&bytes),
            content: Content::Whole(bytes),
            attachment: None,
        }
    }

    /// Bytes that are made as they go out, always the same for a seed.
    pub(crate) fn made(kind: &'static str, seed: u64, size: u64) -> Self {
        Self {
            kind,
            content: Content::Made { seed, size },
            etag: format!("\"{seed:x}-{size:x}\""),
            attachment: None,
        }
    }

    /// It is to be kept under this name rather than shown.
    pub(crate) fn attachment(mut self, name: &str) -> Self {
        let plain = |c: char| {
            if c.is_ascii_graphic() || c == ' ' {
                c
            } else {
                '_'
            }
        };
        let name = name.chars().map(plain);
        self.attachment = Some(name.filter(|c| !matches!(c, '"' | '\\')).collect());
        self
    }

    fn size(&self) -> u64 {
        match &self.content {
            Content::Whole(bytes) => bytes.len() as u64,
            Content::Made { size, .. } => *size,
        }
    }

    /// What goes out to a request with these headers.
    pub(crate) fn into_response(self, headers: &HeaderMap) -> Response {
        let text = |name| {
            headers
                .get(name)
                .and_then(|value: &HeaderValue| value.to_str().ok())
        };
        let size = self.size();
        let known = text(header::IF_NONE_MATCH).is_some_and(|tags| {
            tags.split(',')
                .any(|tag| matches!(tag.trim(), "*") || tag.trim() == self.etag)
        });
        // A piece of what is another file by now is of no use.
        let same = text(header::IF_RANGE).is_none_or(|tag| tag == self.etag);
        let piece = match text(header::RANGE) {
            Some(range) if same => piece(range, size),
            _ => Piece::All,
        };
        let (status, from, to) = match piece {
            _ if known => (StatusCode::NOT_MODIFIED, 0, 0),
            Piece::All => (StatusCode::OK, 0, size),
            Piece::Some(from, to) => (StatusCode::PARTIAL_CONTENT, from, to),
            Piece::Outside => (StatusCode::RANGE_NOT_SATISFIABLE, 0, 0),
        };
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        let range = match status {
            StatusCode::PARTIAL_CONTENT => Some(format!("bytes {from}-{}/{size}", to - 1)),
            StatusCode::RANGE_NOT_SATISFIABLE => Some(format!("bytes */{size}")),
            _ => None,
        };
        let name = self.attachment.as_ref();
        for (header, value) in [
            (header::ETAG, Some(self.etag.clone())),
            (header::CONTENT_RANGE, range),
            (
                header::CONTENT_DISPOSITION,
                name.map(|name| format!("attachment; filename=\"{name}\"")),
            ),
        ] {
            if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                headers.insert(header, value);
            }
        }
        if status == StatusCode::NOT_MODIFIED {
            return response;
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        headers.insert(header::CONTENT_LENGTH, (to - from).into());
        *response.body_mut() = self.content.body(from, to);
        response
    }
}

impl Content {
    fn body(self, from: u64, to: u64) -> Body {
        match self {
            Self::Whole(bytes) => {
                let at =
                    |place| usize::try_from(place).map_or(bytes.len(), |at| at.min(bytes.len()));
                bytes.slice(at(from)..at(to)).into()
            }
            Self::Made { seed, .. } => {
                let mut at = from;
                let chunks = std::iter::from_fn(move || {
                    let next = to.min(at.saturating_add(CHUNK));
                    let chunk = (at < next).then(|| made(seed, at, next));
                    at = next;
                    chunk.map(Ok::<_, Infallible>)
                });
                Body::from_stream(stream::iter(chunks))
            }
        }
    }
}

/// The bytes from one place to before another.
fn made(seed: u64, from: u64, to: u64) -> Bytes {
    let mut bytes = BytesMut::with_capacity(usize::try_from(to - from).unwrap_or_default() + 16);
    let mut word = from / 8;
    while word * 8 < to {
        bytes.extend_from_slice(&mixed(seed.wrapping_add(word)).to_le_bytes());
        word += 1;
    }
    let skip = usize::try_from(from % 8).unwrap_or_default();
    let length = usize::try_from(to - from).unwrap_or_default();
    bytes.freeze().slice(skip..skip + length)
}

/// A number that looks like chance and is not: the step of the generator `SplitMix64`.
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn etag_of(bytes: &[u8]) -> String {
    let mut tag = String::from("\"");
    for byte in &Digest::of_bytes(bytes).0[..16] {
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    tag
}

/// What one range means for a file of this size. Several at once, and what cannot be read, get the whole file.
fn piece(range: &str, size: u64) -> Piece {
    let Some((first, last)) = range
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
    else {
        return Piece::All;
    };
    let (first, last) = (first.trim(), last.trim());
    let number = |text: &str| text.parse::<u64>().ok();
    let (from, to) = match (
        first.is_empty(),
        number(first),
        last.is_empty(),
        number(last),
    ) {
        (true, _, _, Some(length)) => (size.saturating_sub(length), size),
        (_, Some(from), true, _) => (from, size),
        (_, Some(from), _, Some(last)) if from <= last => (from, size.min(last.saturating_add(1))),
        _ => return Piece::All,
    };
    if from < to {
        Piece::Some(from, to)
    } else {
        Piece::Outside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read() {
        for (range, expected) in [
            ("bytes=0-", Piece::Some(0, 100)),
            ("bytes=10-19", Piece::Some(10, 20)),
            ("bytes=90-500", Piece::Some(90, 100)),
            ("bytes=-7", Piece::Some(93, 100)),
            ("bytes=-700", Piece::Some(0, 100)),
            ("bytes=100-", Piece::Outside),
            ("bytes=-0", Piece::Outside),
            ("bytes=20-10", Piece::All),
            ("bytes=0-1,4-5", Piece::All),
            ("bytes=a-b", Piece::All),
            ("bytes=-", Piece::All),
            ("items=0-1", Piece::All),
            ("bytes=0-18446744073709551615", Piece::Some(0, 100)),
        ] {
            assert_eq!(piece(range, 100), expected, "{range}");
        }
        assert_eq!(piece("bytes=0-0", 0), Piece::Outside);
    }

    #[test]
    fn a_piece_is_the_same_wherever_it_starts() {
        let whole = made(7, 0, 1000);
        assert_eq!(whole.len(), 1000);
        for (from, to) in [(0, 1), (3, 3), (3, 17), (8, 16), (991, 1000)] {
            let place = usize::try_from(from).unwrap()..usize::try_from(to).unwrap();
            assert_eq!(made(7, from, to), whole[place], "{from}-{to}");
        }
        assert_ne!(made(8, 0, 1000), whole);
    }
}
