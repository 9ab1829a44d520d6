//! Reports and checks over the whole project.
//!
//! - `coverage [--write|--check]`: which operations of the inventory the code has, and why it lacks the others.
//! - `layers`: whether the modules of each crate import each other without circles.
//! - `unknown-fields`: names in recorded answers that no model knows.
//! - `names`: public types that share a name.
//! - `summaries`: whether every operation has a summary of its own.
//! - `prism --url URL`: one request of every described operation, sent to a mock server made from the description.

mod coverage;
mod departures;
mod description;
mod inventory;
mod layers;
mod names;
mod operations;
mod prism;
mod sample;
mod summaries;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const USAGE: &str = "usage: cargo run -p xtask -- coverage [--write|--check]
       cargo run -p xtask -- layers
       cargo run -p xtask -- unknown-fields
       cargo run -p xtask -- names
       cargo run -p xtask -- summaries
       cargo run -p xtask -- prism --url URL";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["coverage"] => coverage::print(),
        ["coverage", "--write"] => coverage::write(),
        ["coverage", "--check"] => coverage::check(),
        ["layers"] => layers::check(),
        ["unknown-fields"] => unknown_fields(),
        ["names"] => names::check(),
        ["summaries"] => summaries::check(),
        ["prism", "--url", url] => prism::run(url),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's folder.
fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).to_owned()
}

/// The file that an environment variable names.
fn file_of(variable: &str, what: &str) -> Result<PathBuf, String> {
    match std::env::var_os(variable) {
        Some(path) if !path.is_empty() => Ok(path.into()),
        _ => Err(format!("{variable} is not set; it names {what}")),
    }
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Runs the report that the contract's tests make while they decode the recorded answers.
fn unknown_fields() -> Result<(), String> {
    file_of("PLEX_SDK_FIXTURES", "the folder of recorded answers")?;
    let status = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["test", "--locked", "--quiet", "-p", "plex-sdk-contract"])
        .args(["--test", "it", "few_names_are_unknown", "--", "--nocapture"])
        .status()
        .map_err(|error| error.to_string())?;
    if status.success() {
        Ok(())
    } else {
        Err("too many names are unknown".into())
    }
}
