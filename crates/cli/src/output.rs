//! What goes to stdout and stderr: facts, tables, JSON, errors. Control characters of other people's texts are taken out.

use crate::exit::Failure;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plex_sdk::TokenKind;
use serde_json::{Value, json};
use std::fmt::{Display, Write as _};
use std::io::{self, Write as _};
use std::time::Duration;

/// Writes a line to stdout. Everything goes through here: a reader that is gone is no reason to panic.
pub(crate) fn line(text: impl Display) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

/// Writes bytes to stdout as they are.
pub(crate) fn bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Writes a value as one line of JSON.
pub(crate) fn json(value: &Value) -> io::Result<()> {
    line(value)
}

/// Writes names and values, the values below each other.
pub(crate) fn facts(indent: usize, rows: &[(&str, String)]) -> io::Result<()> {
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, value) in rows {
        line(format_args!(
            "{:indent$}{name:<width$}  {}",
            "",
            clean(value)
        ))?;
    }
    Ok(())
}

/// Writes a table with a head; the last column is not padded.
pub(crate) fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> io::Result<()> {
    let rows: Vec<[String; N]> = std::iter::once(head.map(str::to_owned))
        .chain(rows.iter().map(|row| row.clone().map(|cell| clean(&cell))))
        .collect();
    let mut widths = [0; N];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in &rows {
        let mut text = String::new();
        for (width, cell) in widths.iter().zip(row) {
            let _ = write!(text, "{cell:<width$}  ");
        }
        line(text.trim_end())?;
    }
    Ok(())
}

/// A text without control characters: a server's name must not steer the terminal.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

/// The same for a text of several lines.
pub(crate) fn clean_lines(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// A time as people say it.
pub(crate) fn span(time: Duration) -> String {
    let seconds = time.as_secs();
    let (count, unit) = match seconds {
        0..=99 => (seconds, "second"),
        100..=5_999 => ((seconds + 30) / 60, "minute"),
        6_000..=172_799 => ((seconds + 1_800) / 3_600, "hour"),
        _ => ((seconds + 43_200) / 86_400, "day"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// A short code in a frame, its characters apart from each other.
pub(crate) fn banner(code: &str) -> [String; 3] {
    let letters: Vec<String> = clean(code).chars().map(String::from).collect();
    let text = letters.join("   ");
    let bar = "─".repeat(text.chars().count() + 6);
    [
        format!("┌{bar}┐"),
        format!("│   {text}   │"),
        format!("└{bar}┘"),
    ]
}

/// A token as it may be shown: its kind and length.
pub(crate) fn describe(kind: TokenKind, token: &str) -> String {
    format!("{kind}, {} characters", token.len())
}

/// A text without this secret, in plain or percent-encoded form, in case a server repeats it.
pub(crate) fn without(text: &str, secret: &str) -> String {
    if secret.len() < 4 {
        return text.to_owned();
    }
    let encoded = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
    let mut text = text.to_owned();
    for form in [secret, &encoded, &encoded.to_ascii_lowercase()] {
        text = text.replace(form, "[redacted]");
    }
    text
}

/// Tells on stderr why a command failed.
pub(crate) fn failure(failure: &Failure, as_json: bool) {
    if failure.reader_gone {
        return;
    }
    let mut text = String::new();
    if as_json {
        let mut error = json!({
            "kind": failure.kind.word(),
            "message": failure.message,
            "status": failure.status,
            "hint": failure.hint(),
            "exit": failure.kind.code(),
        });
        if let Some(body) = &failure.body {
            error["body"] = body.as_str().into();
        }
        text.push_str(&json!({ "error": error }).to_string());
    } else {
        let _ = writeln!(text, "error: {}", clean(&failure.message));
        if let Some(body) = &failure.body {
            for line in body.lines() {
                let _ = writeln!(text, "  | {}", clean(line));
            }
        }
        let _ = write!(text, "hint: {}", clean_lines(failure.hint()));
    }
    // With stderr gone as well there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(clean("a\x1b[2Jb\n"), "a\u{fffd}[2Jb\u{fffd}");
        assert_eq!(clean_lines("a\n\tb\r"), "a\n\tb\u{fffd}");
    }

    #[test]
    fn times_are_rounded_for_people() {
        let span = |seconds| span(Duration::from_secs(seconds));
        assert_eq!(span(1), "1 second");
        assert_eq!(span(899), "15 minutes");
        assert_eq!(span(7_200), "2 hours");
        assert_eq!(span(604_000), "7 days");
    }

    #[test]
    fn a_secret_is_taken_out_in_both_forms() {
        assert_eq!(
            without("a-b_c and a%2Db%5Fc, a%2db%5fc", "a-b_c"),
            "[redacted] and [redacted], [redacted]"
        );
    }
}
