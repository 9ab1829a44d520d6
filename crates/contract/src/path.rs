//! Path templates: filling them, matching against them, and which of several comes first.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::cmp::Ordering;
use std::fmt::Write as _;

/// Everything but RFC 3986's unreserved characters is encoded.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A path that no request may have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidPath {
    /// A parameter that belongs in the path has no value.
    #[error("{0} has no value, and the path needs one")]
    Missing(String),
    /// The parts of a path may not be `.` or `..`: both would name another path.
    #[error("{name} is `{value}`, which would name another path")]
    Dots {
        /// The parameter.
        name: String,
        /// Its value.
        value: String,
    },
}

/// Checks a template where it is written, at compile time: its form, and that each placeholder is one of the fields.
#[doc(hidden)]
pub const fn assert_template(path: &str, fields: &[&str]) {
    let bytes = path.as_bytes();
    assert!(
        !bytes.is_empty() && bytes[0] == b'/',
        "a path starts with a slash"
    );
    let mut at = 0;
    let mut open = false;
    let mut since_open = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'{' => {
                assert!(!open, "a placeholder stands inside another");
                assert!(at == 0 || bytes[at - 1] != b'}', "two placeholders touch");
                open = true;
                since_open = 0;
            }
            b'}' => {
                assert!(
                    open && since_open > 0,
                    "a placeholder is empty or was not opened"
                );
                assert!(
                    contains(fields, bytes, at - since_open, at),
                    "a placeholder is not the wire name of a required field"
                );
                open = false;
            }
            b'/' => {
                assert!(!open, "a placeholder crosses a slash");
                assert!(
                    at == 0 || bytes[at - 1] != b'/',
                    "a path has an empty segment"
                );
            }
            b'?' | b'#' | b' ' | b'%' => panic!("a path has no query, fragment, space or escape"),
            _ => since_open += 1,
        }
        at += 1;
    }
    assert!(!open, "a placeholder is not closed");
    assert!(
        bytes.len() == 1 || bytes[bytes.len() - 1] != b'/',
        "a path ends without a slash"
    );
}

/// True if `bytes[from..to]` is one of the names.
const fn contains(names: &[&str], bytes: &[u8], from: usize, to: usize) -> bool {
    let mut place = 0;
    while place < names.len() {
        let name = names[place].as_bytes();
        let mut at = 0;
        while at < name.len() && from + at < to && name[at] == bytes[from + at] {
            at += 1;
        }
        if at == name.len() && from + at == to {
            return true;
        }
        place += 1;
    }
    false
}

/// A path with placeholders, such as `/library/parts/{partId}/{changestamp}/file.{extension}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    text: &'static str,
    segments: Vec<Vec<Piece>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Literal(&'static str),
    Placeholder(&'static str),
}

impl Template {
    /// Takes a template as the operations' table writes it.
    pub fn new(text: &'static str) -> Self {
        let segments = text
            .split('/')
            .skip(1)
            .filter(|segment| !segment.is_empty());
        Self {
            text,
            segments: segments.map(pieces).collect(),
        }
    }

    /// The template as it was written.
    pub fn as_str(&self) -> &'static str {
        self.text
    }

    /// The names of its placeholders, from left to right.
    pub fn placeholders(&self) -> impl Iterator<Item = &'static str> {
        self.segments
            .iter()
            .flatten()
            .filter_map(|piece| match piece {
                Piece::Placeholder(name) => Some(*name),
                Piece::Literal(_) => None,
            })
    }

    /// Writes the path, each value percent-encoded; `value` gives a placeholder's value.
    pub fn fill<'v>(
        &self,
        value: impl Fn(&str) -> Option<&'v [String]>,
    ) -> Result<String, InvalidPath> {
        let mut path = String::with_capacity(self.text.len() + 16);
        for segment in &self.segments {
            path.push('/');
            let start = path.len();
            let mut last = "";
            for piece in segment {
                match piece {
                    Piece::Literal(text) => path.push_str(text),
                    Piece::Placeholder(name) => {
                        let parts = value(name).unwrap_or_default();
                        if parts.is_empty() || parts.iter().any(String::is_empty) {
                            return Err(InvalidPath::Missing((*name).into()));
                        }
                        for (at, part) in parts.iter().enumerate() {
                            let comma = if at == 0 { "" } else { "," };
                            let _ = write!(path, "{comma}{}", utf8_percent_encode(part, RESERVED));
                        }
                        last = name;
                    }
                }
            }
            if matches!(&path[start..], "." | "..") {
                return Err(InvalidPath::Dots {
                    name: last.into(),
                    value: path[start..].into(),
                });
            }
        }
        if path.is_empty() {
            path.push('/');
        }
        Ok(path)
    }

    /// The placeholders' values where `path` (as on the wire, still encoded) fits; `None` where it does not.
    pub fn matches(&self, path: &str) -> Option<Vec<(&'static str, String)>> {
        let mut segments = path.strip_prefix('/')?.split('/').collect::<Vec<_>>();
        if segments.last() == Some(&"") {
            segments.pop();
        }
        if segments.len() != self.segments.len() {
            return None;
        }
        let mut values = Vec::new();
        for (pattern, segment) in self.segments.iter().zip(segments) {
            // As it is written first: there a literal between two values is told from the same text inside a value.
            let start = values.len();
            if match_segment(pattern, segment, &mut values).is_some() {
                for (_, value) in &mut values[start..] {
                    *value = percent_decode_str(value).decode_utf8().ok()?.into_owned();
                }
            } else {
                values.truncate(start);
                let text = percent_decode_str(segment).decode_utf8().ok()?;
                match_segment(pattern, &text, &mut values)?;
            }
        }
        Some(values)
    }

    /// Which template wins where both fit: a literal before a placeholder, decided by the leftmost difference.
    pub fn precedence(&self, other: &Self) -> Ordering {
        let rank = |piece: Option<&Piece>| match piece {
            Some(Piece::Literal(text)) => (0, text.len()),
            Some(Piece::Placeholder(_)) => (1, 0),
            None => (2, 0),
        };
        for (a, b) in self.segments.iter().zip(&other.segments) {
            for at in 0..a.len().max(b.len()) {
                let ((a_kind, a_len), (b_kind, b_len)) = (rank(a.get(at)), rank(b.get(at)));
                // A longer literal says more than a shorter one.
                let order = a_kind.cmp(&b_kind).then(b_len.cmp(&a_len));
                if order.is_ne() {
                    return order;
                }
            }
        }
        self.segments.len().cmp(&other.segments.len())
    }

    /// True where some path fits both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.segments.len() == other.segments.len()
            && self
                .segments
                .iter()
                .zip(&other.segments)
                .all(|(a, b)| may_meet(a, b))
    }
}

fn pieces(segment: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while let Some((literal, after)) = rest.split_once('{') {
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal));
        }
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        pieces.push(Piece::Placeholder(name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest));
    }
    pieces
}

/// Fits one segment; a placeholder takes the shortest text up to the literal after it, and never none.
fn match_segment(
    pattern: &[Piece],
    text: &str,
    values: &mut Vec<(&'static str, String)>,
) -> Option<()> {
    match pattern {
        [] => text.is_empty().then_some(()),
        [Piece::Literal(literal), rest @ ..] => {
            match_segment(rest, text.strip_prefix(literal)?, values)
        }
        [Piece::Placeholder(name)] => {
            (!text.is_empty()).then(|| values.push((name, text.to_owned())))
        }
        [Piece::Placeholder(name), rest @ ..] => {
            let Some(Piece::Literal(literal)) = rest.first() else {
                return None;
            };
            let first = text.chars().next()?.len_utf8();
            let end = first + text.get(first..)?.find(literal)?;
            values.push((name, text.get(..end)?.to_owned()));
            match_segment(rest, text.get(end..)?, values)
        }
    }
}

fn may_meet(a: &[Piece], b: &[Piece]) -> bool {
    match (a, b) {
        ([Piece::Literal(a)], [Piece::Literal(b)]) => a == b,
        ([Piece::Literal(text)], pattern) | (pattern, [Piece::Literal(text)]) => {
            match_segment(pattern, text, &mut Vec::new()).is_some()
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(template: &'static str, values: &[(&str, &[&str])]) -> Result<String, InvalidPath> {
        let owned: Vec<(&str, Vec<String>)> = values
            .iter()
            .map(|(name, parts)| (*name, parts.iter().map(ToString::to_string).collect()))
            .collect();
        Template::new(template).fill(|name| {
            owned
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, v)| v.as_slice())
        })
    }

    #[test]
    fn values_are_encoded_and_lists_joined() {
        assert_eq!(fill("/", &[]).unwrap(), "/");
        assert_eq!(
            fill("/a/{x}/b", &[("x", &["1 ä/?"])]).unwrap(),
            "/a/1%20%C3%A4%2F%3F/b"
        );
        assert_eq!(fill("/m/{ids}", &[("ids", &["3", "1"])]).unwrap(), "/m/3,1");
    }

    #[test]
    fn a_path_cannot_be_left() {
        assert!(matches!(
            fill("/a/{x}/b", &[("x", &[".."])]),
            Err(InvalidPath::Dots { .. })
        ));
        assert!(matches!(
            fill("/a/{x}/b", &[("x", &[""])]),
            Err(InvalidPath::Missing(_))
        ));
        assert!(matches!(
            fill("/a/{x}/b", &[]),
            Err(InvalidPath::Missing(_))
        ));
        assert_eq!(fill("/a/file.{x}", &[("x", &["."])]).unwrap(), "/a/file..");
    }

    #[test]
    fn placeholders_inside_a_segment() {
        let template = Template::new("/parts/{id}/{stamp}/file.{ext}");
        let values = template.matches("/parts/7/16%2C0/file.tar.gz").unwrap();
        assert_eq!(
            values,
            [
                ("id", "7".into()),
                ("stamp", "16,0".into()),
                ("ext", "tar.gz".into())
            ]
        );
        assert!(template.matches("/parts/7/1/file.").is_none());
        let two = Template::new("/x/{a}-{b}");
        assert_eq!(
            two.matches("/x/1-2-3").unwrap(),
            [("a", "1".into()), ("b", "2-3".into())]
        );
        assert_eq!(
            two.matches("/x/1%2D2-3").unwrap(),
            [("a", "1-2".into()), ("b", "3".into())]
        );
        assert_eq!(
            two.matches("/x/1%2D3").unwrap(),
            [("a", "1".into()), ("b", "3".into())]
        );
    }

    #[test]
    fn a_literal_goes_before_a_placeholder_leftmost_first() {
        let mut all = [
            Template::new("/library/sections/{id}"),
            Template::new("/{a}/sections/all"),
            Template::new("/library/sections/all"),
            Template::new("/library/{what}/all"),
        ];
        all.sort_by(Template::precedence);
        let order: Vec<_> = all.iter().map(Template::as_str).collect();
        assert_eq!(
            order,
            [
                "/library/sections/all",
                "/library/sections/{id}",
                "/library/{what}/all",
                "/{a}/sections/all"
            ]
        );
        assert!(all[0].overlaps(&all[1]) && all[1].overlaps(&all[2]));
        assert!(!Template::new("/a/b").overlaps(&Template::new("/a/c")));
    }
}
