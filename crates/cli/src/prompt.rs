//! Questions to whoever runs the command: on a terminal, or answered line by line on stdin.

use crate::exit::{Failure, Kind};
use plex_sdk::Secret;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

/// No secret of a file is longer.
const MAX_FILE: u64 = 4096;

/// Whether somebody sits there to answer.
pub(crate) fn somebody() -> bool {
    io::stdin().is_terminal()
}

/// Asks for a line.
pub(crate) fn ask(question: &str) -> Result<String, Failure> {
    if somebody() {
        write!(io::stderr(), "{question}: ").map_err(|error| unanswered(question, &error))?;
    }
    read(question)
}

/// Asks for a secret, which is not shown while it is typed.
pub(crate) fn secret(question: &str) -> Result<Secret, Failure> {
    if somebody() {
        let text = rpassword::prompt_password(format!("{question} (not shown): "))
            .map_err(|error| unanswered(question, &error))?;
        return given(question, text).map(Secret::new);
    }
    read(question).map(Secret::new)
}

fn read(question: &str) -> Result<String, Failure> {
    let mut line = String::new();
    io::stdin()
        .read_line(&mut line)
        .map_err(|error| unanswered(question, &error))?;
    given(question, line.trim_end_matches(['\r', '\n']).to_owned())
}

fn given(question: &str, text: String) -> Result<String, Failure> {
    if text.is_empty() {
        let message = format!("no answer to `{question}`");
        return Err(Failure::usage(message)
            .with_hint("answer on the terminal, or give one answer a line on stdin"));
    }
    Ok(text)
}

fn unanswered(question: &str, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::Interrupted {
        return Failure::new(Kind::Other, "stopped; nothing was changed");
    }
    Failure::usage(format!("no answer to `{question}`: {error}"))
}

/// Reads a secret from a file, `-` for stdin.
pub(crate) fn from_file(what: &str, path: &Path) -> Result<Secret, Failure> {
    let wrong = |error: io::Error| Failure::usage(format!("{what} {}: {error}", path.display()));
    let source: Box<dyn Read> = if path.as_os_str() == OsStr::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(fs::File::open(path).map_err(wrong)?)
    };
    let mut text = String::new();
    source
        .take(MAX_FILE)
        .read_to_string(&mut text)
        .map_err(wrong)?;
    Ok(Secret::new(text.trim()))
}
