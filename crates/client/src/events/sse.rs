//! [`Parser`]: the lines of an event stream, put together to events.

use std::collections::VecDeque;

/// What came by an event stream.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// An event: its name, and its data.
    Event(String, Vec<u8>),
    /// A comment, which servers send to show that they are there.
    Comment,
}

/// An event was longer than the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event is longer than {0} bytes")]
pub(super) struct TooLong(usize);

/// Takes bytes as they come, gives events as they are whole.
#[derive(Debug)]
pub(super) struct Parser {
    limit: usize,
    line: Vec<u8>,
    name: String,
    data: Vec<u8>,
    /// The last byte was a carriage return, which a line feed may belong to.
    after_return: bool,
    /// No line has come yet, so that a byte order mark may.
    at_start: bool,
    ready: VecDeque<Item>,
}

impl Parser {
    /// Refuses events longer than this many bytes.
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit,
            line: Vec::new(),
            name: String::new(),
            data: Vec::new(),
            after_return: false,
            at_start: true,
            ready: VecDeque::new(),
        }
    }

    /// The next whole event.
    pub(super) fn next(&mut self) -> Option<Item> {
        self.ready.pop_front()
    }

    /// Takes what came.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<(), TooLong> {
        for byte in bytes {
            let after_return = std::mem::replace(&mut self.after_return, *byte == b'\r');
            match byte {
                b'\n' if after_return => {}
                b'\n' | b'\r' => self.line_ends(),
                byte => {
                    if self.line.len() + self.data.len() >= self.limit {
                        return Err(TooLong(self.limit));
                    }
                    self.line.push(*byte);
                }
            }
        }
        Ok(())
    }

    fn line_ends(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        if std::mem::take(&mut self.at_start) && line.starts_with(b"\xef\xbb\xbf") {
            line.drain(..3);
        }
        if line.is_empty() {
            let name = std::mem::take(&mut self.name);
            let data = std::mem::take(&mut self.data);
            if !data.is_empty() || !name.is_empty() {
                self.ready.push_back(Item::Event(name, data));
            }
            return;
        }
        let (field, value) = match line.iter().position(|byte| *byte == b':') {
            Some(0) => return self.ready.push_back(Item::Comment),
            Some(at) => (&line[..at], &line[at + 1..]),
            None => (&line[..], &[][..]),
        };
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match field {
            b"event" => self.name = String::from_utf8_lossy(value).into_owned(),
            b"data" => {
                if !self.data.is_empty() {
                    self.data.push(b'\n');
                }
                self.data.extend_from_slice(value);
            }
            // `id` and `retry`: notifications cannot be asked for again, and how long to wait is the client's own choice.
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, data: &str) -> Item {
        Item::Event(name.into(), data.into())
    }

    fn read(text: &[u8], step: usize) -> Vec<Item> {
        let mut parser = Parser::new(1000);
        for piece in text.chunks(step) {
            parser.push(piece).unwrap();
        }
        std::iter::from_fn(|| parser.next()).collect()
    }

    #[test]
    fn events_are_the_same_however_they_are_cut_and_ended() {
        let text = "\u{feff}event: playing\ndata: {\"a\":1}\n\n: here\n\nid: 7\nretry: 100\nevent:timeline\ndata:{\ndata: }\n\n\
                    data: x\n\nevent: ping\n\nnonsense\n\nevent: cut\ndata: off\n";
        let expected = [
            event("playing", "{\"a\":1}"),
            Item::Comment,
            event("timeline", "{\n}"),
            event("", "x"),
            event("ping", ""),
        ];
        for end in ["\n", "\r\n", "\r"] {
            let text = text.replace('\n', end);
            for step in [1, 2, 3, 7, 1000] {
                assert_eq!(read(text.as_bytes(), step), expected, "{end:?} {step}");
            }
        }
    }

    #[test]
    fn an_event_without_end_is_refused() {
        let mut parser = Parser::new(10);
        assert_eq!(parser.push(b"data: 12345"), Err(TooLong(10)));
        let mut parser = Parser::new(10);
        let lines = "data:1\n".repeat(20);
        assert_eq!(parser.push(lines.as_bytes()), Err(TooLong(10)));
    }
}
