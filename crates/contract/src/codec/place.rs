//! Where in a body an error is, as a path such as `MediaContainer.Metadata[3].year`.

use std::fmt::Write as _;

/// What lies around a place.
enum Around<'a> {
    /// An object, and the field that is being read.
    Object(Option<&'a str>),
    /// A list, and how many entries are before.
    List(usize),
}

/// The path of the place in a JSON text that a line and column, both from 1, mean.
pub(super) fn in_json(text: &str, line: usize, column: usize) -> String {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    path(around(text, before.saturating_add(column)))
}

/// The objects and lists that are open at a byte.
fn around(text: &str, end: usize) -> Vec<Around<'_>> {
    let bytes = text.as_bytes();
    let end = end.min(bytes.len());
    let mut open = Vec::new();
    let mut at = 0;
    while at < end {
        match bytes[at] {
            b'{' => open.push(Around::Object(None)),
            b'[' => open.push(Around::List(0)),
            b'}' | b']' => {
                open.pop();
            }
            b',' => match open.last_mut() {
                Some(Around::Object(field)) => *field = None,
                Some(Around::List(index)) => *index += 1,
                None => {}
            },
            b'"' => {
                let start = at + 1;
                at = start;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                if let Some(Around::Object(field @ None)) = open.last_mut() {
                    *field = text.get(start..at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    open
}

fn path(open: Vec<Around<'_>>) -> String {
    let mut path = String::new();
    for around in open {
        match around {
            Around::Object(None) => {}
            Around::Object(Some(field)) => push_field(&mut path, field),
            Around::List(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    path
}

fn push_field(path: &mut String, field: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(field);
}

/// One step of a path, told by whoever passes an error on.
#[derive(Debug)]
pub(super) enum Step {
    /// Into a field.
    Field(String),
    /// Into an entry of a list, from 0.
    Entry(usize),
}

/// An error on its way out of a tree, with the steps to its place, the innermost first.
#[derive(Debug)]
pub(super) struct Fault(Box<Inner>);

#[derive(Debug)]
struct Inner {
    message: String,
    steps: Vec<Step>,
}

impl Fault {
    /// The error, one step further out.
    pub(super) fn inside(mut self, step: Step) -> Self {
        self.0.steps.push(step);
        self
    }

    /// The path to its place.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for step in self.0.steps.iter().rev() {
            match step {
                Step::Field(field) => push_field(&mut path, field),
                Step::Entry(index) => {
                    let _ = write!(path, "[{index}]");
                }
            }
        }
        path
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Fault {}

impl serde::de::Error for Fault {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(Box::new(Inner {
            message: message.to_string(),
            steps: Vec::new(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_json_has_a_path() {
        let text = "{\"a\":[1,{\"b\":\"x,}\\\"\",\n \"c\":{\"d\":[[],[7]]}}]}";
        let path = |find: &str| {
            let at = text.find(find).unwrap();
            let line = text[..at].matches('\n').count() + 1;
            let column = at - text[..at].rfind('\n').map_or(0, |end| end + 1);
            in_json(text, line, column)
        };
        assert_eq!(path("1,"), "a[0]");
        assert_eq!(path("\"x,"), "a[1].b");
        assert_eq!(path("7"), "a[1].c.d[1][0]");
        assert_eq!(in_json(text, 99, 99), "");
        assert_eq!(in_json("", 1, 1), "");
        assert_eq!(in_json("{\"ab", 1, 9), "ab");
        assert_eq!(in_json("{\"a\\", 1, 9), "");
    }
}
