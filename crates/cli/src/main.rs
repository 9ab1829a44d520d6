//! `plexctl`: Plex from the command line.

mod args;
mod commands;
mod connect;
mod exit;
mod kept;
mod output;
mod prompt;
mod stop;
mod store;

use args::{AuthCommand, Cli, Command, SourceCommand, TokenCommand};
use clap::Parser;
use clap::error::ErrorKind;
use exit::{Failure, Kind};
use std::ffi::OsString;
use std::process::ExitCode;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    // An error of the command line itself comes before `--json` is understood.
    let as_json = own_args(&args).any(|arg| arg == "--json");
    match parse(&args).and_then(|cli| cli.map_or(Ok(()), run)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if failure.reader_gone => ExitCode::SUCCESS,
        Err(failure) => {
            output::failure(&failure, as_json);
            ExitCode::from(failure.kind.code())
        }
    }
}

/// The arguments up to `--`.
fn own_args(args: &[OsString]) -> impl Iterator<Item = &OsString> {
    args.iter().skip(1).take_while(|arg| *arg != "--")
}

/// Understands the command line; `None` where it asked for help, which was printed.
fn parse(args: &[OsString]) -> Result<Option<Cli>, Failure> {
    let is_token = |arg: &OsString| {
        let arg = arg.to_string_lossy();
        arg == "--token" || arg.starts_with("--token=")
    };
    if own_args(args).any(is_token) {
        let message = "there is no --token: other users of this computer can read command lines, and shells keep them";
        return Err(Failure::usage(message)
            .with_hint("set PLEX_TOKEN, or use --token-file PATH (- for stdin)"));
    }
    let error = match Cli::try_parse_from(args) {
        Ok(cli) => return Ok(Some(cli)),
        Err(error) => error,
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            error.print()?;
            Ok(None)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = error.render().to_string();
            let hint = format!("choose one\n\n{}", text.trim_end());
            Err(Failure::usage("no command was given").with_hint(hint))
        }
        _ => Err(usage_failure(&error.render().to_string())),
    }
}

/// What clap says of a wrong command line, as the other failures are told.
fn usage_failure(text: &str) -> Failure {
    let mut parts = text.trim_end().split("\n\n").map(str::trim);
    let message = parts.next().unwrap_or_default();
    let message = message.strip_prefix("error: ").unwrap_or(message);
    let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
    // A tip stands before the usage and says more.
    match parts.find(|part| !part.starts_with("For more information")) {
        Some(hint) => {
            let hint = hint.strip_prefix("tip: ").unwrap_or(hint);
            Failure::usage(message).with_hint(hint.replace("Usage: ", "usage: "))
        }
        None => Failure::usage(message),
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    log_to_stderr(cli.global.verbose);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Kind::Other, format!("no runtime: {error}")))?;
    let global = &cli.global;
    runtime.block_on(async {
        match cli.command {
            Command::Tour => commands::tour::run(global).await,
            Command::Token {
                command: TokenCommand::Create { get },
            } => commands::token::create(global, get).await,
            Command::Token {
                command: TokenCommand::Verify,
            } => commands::token::verify(global).await,
            Command::Source {
                command:
                    SourceCommand::Resolve {
                        source,
                        refresh,
                        show_token,
                    },
            } => commands::source::resolve(global, &source, refresh, show_token).await,
            Command::Login(args) => commands::login::run(global, args).await,
            Command::Logout(args) => commands::logout::run(global, args).await,
            Command::Auth {
                command: AuthCommand::Status,
            } => commands::status::run(global).await,
            Command::Servers(args) => commands::servers::run(global, args).await,
            Command::Use { wanted } => commands::servers::choose(global, wanted).await,
            Command::Users => commands::users::list(global).await,
            Command::Switch(args) => commands::users::switch(global, args).await,
            Command::Events(args) => commands::events::run(global, args).await,
            Command::Player(args) => commands::player::run(global, args).await,
            Command::Play(args) => commands::player::play(global, args).await,
            Command::List(args) => commands::list::run(global, args).await,
            Command::Serve(args) => commands::serve::run(global, args).await,
            Command::Api(args) => commands::api::run(global, args).await,
        }
    })
}

/// Logs the project's own crates only: what other crates log may hold headers.
fn log_to_stderr(verbose: u8) {
    let level = match verbose {
        0 => return,
        1 => LevelFilter::DEBUG,
        _ => LevelFilter::TRACE,
    };
    let embedded = if verbose > 1 { level } else { LevelFilter::OFF };
    let targets = Targets::new()
        .with_target("plex_sdk", level)
        .with_target("plexctl", level)
        .with_target("plex_sdk_embedded", embedded);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .without_time()
        .with_filter(targets);
    // A second subscriber is impossible here; without one, nothing is logged.
    let _ = tracing_subscriber::registry().with(lines).try_init();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clap_says_is_told_as_message_and_hint() {
        let failure = usage_failure(
            "error: unrecognized subcommand 'tuor'\n\n  tip: a similar subcommand exists: 'tour'\n\n\
             Usage: plexctl <COMMAND>\n\nFor more information, try '--help'.\n",
        );
        assert_eq!(failure.message, "unrecognized subcommand 'tuor'");
        assert_eq!(failure.hint(), "a similar subcommand exists: 'tour'");
        let bare = usage_failure("error: a\n  b\n\nFor more information, try '--help'.");
        assert_eq!(
            (bare.message.as_str(), bare.hint()),
            ("a b", Kind::Usage.hint())
        );
    }
}
