//! Why `plexctl` ends as it does: kinds of failure, their exit codes and hints.

use plex_sdk::{BuildError, Error, ErrorKind};
use std::fmt::Write as _;
use std::io;

/// What kind of failure it was; each has its own exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Other,
    Usage,
    Unauthorized,
    Forbidden,
    Unreachable,
    NotFound,
    NotPlex,
    Server,
    NotApproved,
}

struct Row {
    kind: Kind,
    code: u8,
    /// Its name in `--json`.
    word: &'static str,
    /// What it means, in `--help`.
    meaning: &'static str,
    hint: &'static str,
}

const OTHER: Row = Row {
    kind: Kind::Other,
    code: 1,
    word: "other",
    meaning: "any other failure",
    hint: "run it again with -v to see each request and answer",
};

const TABLE: &[Row] = &[
    OTHER,
    Row {
        kind: Kind::Usage,
        code: 2,
        word: "usage",
        meaning: "the command line or a setting is wrong; nothing was sent",
        hint: "`plexctl --help` and `plexctl <command> --help` show examples",
    },
    Row {
        kind: Kind::Unauthorized,
        code: 3,
        word: "unauthorized",
        meaning: "the token is missing, unknown, expired or revoked (401)",
        hint: "put the server's access token in PLEX_TOKEN; an account's own token works on the account's own servers only",
    },
    Row {
        kind: Kind::Forbidden,
        code: 4,
        word: "forbidden",
        meaning: "the token is not enough for this (403)",
        hint: "use the owner's token, or a transient token made with it; some servers say 403 to unknown tokens as well",
    },
    Row {
        kind: Kind::Unreachable,
        code: 5,
        word: "unreachable",
        meaning: "no answer came: wrong address, server off, TLS, time-out",
        hint: "check protocol (http or https), address and port, and that the server runs; this says nothing about the token",
    },
    Row {
        kind: Kind::NotFound,
        code: 6,
        word: "not_found",
        meaning: "what was asked for is not there (404)",
        hint: "check the id or path; what the token's owner may not see counts as not there",
    },
    Row {
        kind: Kind::NotPlex,
        code: 7,
        word: "not_plex",
        meaning: "what answered is not Plex, or its answer was not understood",
        hint: "check address and port: a Plex Media Server listens on 32400 unless that was changed",
    },
    Row {
        kind: Kind::Server,
        code: 8,
        word: "server",
        meaning: "too many requests (429), or the server failed (5xx)",
        hint: "wait a little and try again",
    },
    Row {
        kind: Kind::NotApproved,
        code: 9,
        word: "not_approved",
        meaning: "nobody approved the sign-in before its code expired",
        hint: "run `plexctl login` again for a new code",
    },
];

impl Kind {
    fn row(self) -> &'static Row {
        TABLE.iter().find(|row| row.kind == self).unwrap_or(&OTHER)
    }

    pub(crate) fn code(self) -> u8 {
        self.row().code
    }

    pub(crate) fn word(self) -> &'static str {
        self.row().word
    }

    pub(crate) fn hint(self) -> &'static str {
        self.row().hint
    }

    fn of(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::InvalidRequest => Self::Usage,
            ErrorKind::Unauthorized => Self::Unauthorized,
            ErrorKind::Forbidden => Self::Forbidden,
            ErrorKind::Unreachable(_) => Self::Unreachable,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::NotPlex
            | ErrorKind::NotUnderstood
            | ErrorKind::TooLarge { .. }
            | ErrorKind::Redirected => Self::NotPlex,
            ErrorKind::RateLimited { .. } | ErrorKind::ServerError => Self::Server,
            _ => Self::Other,
        }
    }
}

/// The table of exit codes, for `--help`.
pub(crate) fn help() -> String {
    let mut text = String::from("Exit codes:\n  0  all went well\n");
    for row in TABLE {
        let _ = writeln!(text, "  {}  {}", row.code, row.meaning);
    }
    text.push_str(
        "\nErrors go to stderr as `error:` and `hint:`, or with --json as one JSON object.",
    );
    text
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) kind: Kind,
    pub(crate) message: String,
    pub(crate) status: Option<u16>,
    /// A hint that says more than the kind's own.
    pub(crate) hint: Option<String>,
    /// What the server said, where the command shows it.
    pub(crate) body: Option<String>,
    /// The reader of stdout is gone: there is nobody to tell, and nothing went wrong.
    pub(crate) reader_gone: bool,
}

impl Failure {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            status: None,
            hint: None,
            body: None,
            reader_gone: false,
        }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says in front what was being done.
    pub(crate) fn while_doing(mut self, what: &str) -> Self {
        self.message = format!("{what}: {}", self.message);
        self
    }

    pub(crate) fn hint(&self) -> &str {
        self.hint.as_deref().unwrap_or(self.kind.hint())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let mut message = error.to_string();
        if let Some(cause) = innermost(&error)
            && !message.contains(&cause)
        {
            let _ = write!(message, ": {cause}");
        }
        Self {
            status: error.status().map(|status| status.as_u16()),
            ..Self::new(Kind::of(&error), message)
        }
    }
}

/// The text of the last cause, where there is any.
pub(crate) fn innermost(error: &(dyn std::error::Error + 'static)) -> Option<String> {
    let mut last = error.source()?;
    while let Some(next) = last.source() {
        last = next;
    }
    Some(last.to_string())
}

impl From<BuildError> for Failure {
    fn from(error: BuildError) -> Self {
        Self::new(Kind::Usage, error.to_string())
    }
}

/// Writing to stdout failed.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self {
            reader_gone: error.kind() == io::ErrorKind::BrokenPipe,
            ..Self::new(Kind::Other, format!("stdout cannot be written: {error}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_own_code_and_stands_in_the_help() {
        let help = help();
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!(usize::from(row.code), at + 1);
            assert_eq!(row.kind.code(), row.code);
            assert!(help.contains(row.meaning));
        }
    }
}
