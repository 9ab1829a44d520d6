//! The command line: types and help texts only.

#![expect(clippy::doc_markdown, reason = "these texts are read in a terminal")]

use crate::exit;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Plex from the command line: tokens, sources, any operation, and a whole Plex to test against.
#[derive(Debug, Parser)]
#[command(
    name = "plexctl",
    version,
    arg_required_else_help = true,
    long_about = "Plex from the command line: tokens, sources, any operation, and a whole Plex to test against.\n\n\
        Start with `plexctl tour`: it needs no server, no account and no network.\n\n\
        The token comes from the environment variable PLEX_TOKEN or from --token-file, never from the command line, \
        where other users and the shell's history would see it. Without one, the account of `plexctl login` is used, with \
        the server of `plexctl use`.",
    after_help = exit::help(),
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// The server's URL, such as http://192.168.1.5:32400; or, once signed in, its name or machine identifier [env:
    /// PLEX_SERVER]
    #[arg(long, global = true, value_name = "URL|NAME")]
    pub(crate) server: Option<String>,
    /// Start a Plex inside this command and use its first server, as its owner where no token is given
    #[arg(long, global = true, conflicts_with = "server")]
    pub(crate) embedded: bool,
    /// Read the token from a file, `-` for stdin; else it comes from the environment variable PLEX_TOKEN
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) token_file: Option<PathBuf>,
    /// Use this account of those that are signed in, instead of the chosen one
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) account: Option<String>,
    /// Talk to this plex.tv instead, such as that of `plexctl serve`; accounts remember theirs
    #[arg(long, global = true, value_name = "URL", conflicts_with = "embedded")]
    pub(crate) plex_tv: Option<String>,
    /// Trust the authorities in this file (PEM) beside the system's; `serve --tls` writes its own there
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) ca_file: Option<PathBuf>,
    /// The folder of accounts and settings [default: plexctl in your folder of settings]
    #[arg(long, global = true, value_name = "DIR", env = "PLEXCTL_CONFIG_DIR")]
    pub(crate) config_dir: Option<PathBuf>,
    /// Where to keep secrets [env: PLEXCTL_STORE] [default: auto]
    #[arg(long, global = true, value_name = "PLACE")]
    pub(crate) store: Option<StorePlace>,
    /// The id of this installation towards Plex; if not given, made once and kept
    #[arg(
        long,
        global = true,
        value_name = "ID",
        env = "PLEX_CLIENT_IDENTIFIER",
        hide_env_values = true
    )]
    pub(crate) client_identifier: Option<String>,
    /// Seconds allowed for each request [default: 30]
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) timeout: Option<Duration>,
    /// Print JSON, errors too
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Tell on stderr about each request; twice: about everything. Never shows a token
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
}

/// Where secrets are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum StorePlace {
    /// New ones in the system's keyring where one works, else in a file; what is kept stays where it is
    #[default]
    Auto,
    /// In a file that only you can read; the keyring is not asked
    File,
    /// In the system's keyring, or not at all
    Keyring,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// See everything work: sign-in, tokens, library, another server. Needs nothing
    #[command(
        long_about = "Shows the whole way from sign-in to another server on a Plex that runs inside this command. It \
            needs no server, no account and no network, and changes nothing.",
        after_long_help = "Examples:\n  plexctl tour\n  plexctl tour --json | jq -c '{step, title}'"
    )]
    Tour,
    /// Sign in to a Plex account, and keep it
    #[command(
        long_about = "Signs in to a Plex account and keeps its token: in the system's keyring where one works, else in a file \
            that only you can read (--store). It never shows the token. A page for your browser is opened where there is one, and its address printed; --link gives four \
            letters to type on any device instead.",
        after_long_help = "Examples:\n  plexctl login\n  plexctl login --link\n  plexctl login --password --name work\n  \
            plexctl login --jwt\n  plexctl login --link --plex-tv http://127.0.0.1:32401"
    )]
    Login(Login),
    /// Sign out at plex.tv, and forget the account
    #[command(
        long_about = "Ends the account's token at plex.tv and forgets it, with the tokens for its servers. While plex.tv cannot \
            be reached nothing is forgotten, unless --forget is given.",
        after_long_help = "Examples:\n  plexctl logout\n  plexctl logout olive.owner\n  plexctl logout --all --forget"
    )]
    Logout(Logout),
    /// See whether plex.tv and the server can be reached, and take the tokens
    Auth {
        #[command(subcommand)]
        command: AuthCommand,
    },
    /// List the account's servers, or those on the local network
    #[command(
        long_about = "Lists the servers that the account can use. While plex.tv is away the list it gave last is shown, and said \
            to be old. --explain tries every address of each server, without any token, and tells what came of it.",
        after_long_help = "Examples:\n  plexctl servers\n  plexctl servers --explain\n  plexctl servers --gdm\n  \
            plexctl servers --json | jq -r '.servers[].machine_identifier'"
    )]
    Servers(Servers),
    /// Choose the server, or the account, that the next commands use
    #[command(
        after_long_help = "Examples:\n  plexctl use Attic\n  plexctl use --account olive.owner\n  plexctl use Attic --account hugo.home"
    )]
    Use {
        /// The server's name or machine identifier
        #[arg(value_name = "SERVER", required_unless_present = "account")]
        wanted: Option<String>,
    },
    /// List the users of the Home, and those the account's servers are shared with
    Users,
    /// Become another user of the Home
    #[command(
        long_about = "Switches to another user of the Home. That user's token is kept as an account of its own, which the next \
            commands use; `plexctl use --account NAME` goes back.",
        after_long_help = "Examples:\n  plexctl switch 'Hugo Home'\n  plexctl switch hugo.home --pin-file - < pin.txt"
    )]
    Switch(Switch),
    /// Make a transient token, or check a token
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// Find a server or provider that the server knows
    Source {
        #[command(subcommand)]
        command: SourceCommand,
    },
    /// Print what the server tells as it happens
    #[command(
        long_about = "Prints what the server tells as it happens, a line an event, until Ctrl-C: what plays, what changes in the \
            library, what the server is busy with. With --json each line is a JSON object; its `event` is `connected`, \
            `disconnected`, `gap`, `notification` or `not_understood`.\n\n\
            A connection that is lost is made again. What happened in between is not told by servers: `gap` says so. The \
            command fails where the first connection cannot be made, and where the server refuses the token later on.\n\n\
            With --embedded some made-up events are printed, one a second.",
        after_long_help = "Examples:\n  plexctl events --embedded\n  plexctl events --kind playing,timeline\n  \
            plexctl events --json | jq 'select(.kind == \"playing\") | .notification.ratingKey'\n  \
            plexctl events --source eventsource --count 1"
    )]
    Events(Events),
    /// List the items of a section, filtered and sorted
    #[command(
        long_about = "Lists the items of a section. Filters are written as field, operator and value: = (a text contains it, \
            anything else is it), !=, == (the whole text), !==, <= (begins with), >= (ends with), >> and << (above and below, \
            after and before). A comma means or; several filters must all be passed.\n\n\
            Filters and orders are checked against what the section says of itself before the list is asked for, because \
            servers ignore what they do not know.",
        after_long_help = "Examples:\n  plexctl list Movies --filter 'year>>1999' --sort addedAt:desc --limit 20\n  \
            plexctl list 'TV Shows' --type episode --filter show.title=holmes --embedded\n  \
            plexctl list 1 --filter 'addedAt>>-30d' --filter 'title!=blue' --json | jq -r '.items[].title'\n  \
            plexctl list 1 --query 'push=1&year<<1930&or=1&title=blue&pop=1' --embedded"
    )]
    List(List),
    /// List the players that the server knows, see what one does, and control it
    #[command(
        long_about = "Without a name it lists the players that the server knows. With one it tells what that player does, or has \
            it do something and tells what it does then. Commands go through the server.",
        after_long_help = "Examples:\n  plexctl player\n  plexctl player 'Living Room'\n  plexctl player 'Living Room' pause\n  \
            plexctl player 'Living Room' seek 600\n  plexctl player 'Living Room' volume 40"
    )]
    Player(PlayerArgs),
    /// Play an item on a player that the server knows
    #[command(
        long_about = "Has a player play an item, in a play queue made for it. The player gets a transient token for the server, \
            and reaches it by the URL that plexctl uses, unless --server-url says otherwise.",
        after_long_help = "Examples:\n  plexctl play 900 --on 'Living Room'\n  plexctl play /library/metadata/900 --on 'Living Room' --at 90"
    )]
    Play(Play),
    /// Run a Plex to test against: two servers and a plex.tv with test users
    #[command(
        long_about = "Runs a Plex to test against until Ctrl-C: two servers with small libraries and a plex.tv with five \
            test users. Any client in any language can use it; it speaks plain HTTP, with --tls HTTPS as well.\n\n\
            With --json it prints exactly one line once everything listens: URLs, machine identifiers and test tokens.",
        after_long_help = "Examples:\n  plexctl serve --port 32400\n  plexctl serve --json > plex.json &\n  \
            plexctl serve --data ./plex-data --port 32400 --plex-tv-port 32401"
    )]
    Serve(Serve),
    /// Call any operation, or any path
    #[command(
        long_about = "Calls an operation by its name, or any path by its verb, and prints the answer's body: indented where \
            it is JSON and stdout is a terminal, else as it came. `plexctl api --list` lists the operations.",
        after_long_help = "Examples:\n  plexctl api --list\n  plexctl api get_identity --embedded\n  \
            plexctl api list_content -p sectionId=1 -p sort=addedAt:desc --embedded\n  \
            plexctl api GET '/library/sections/1/all?year>>=1960' --embedded --xml\n  \
            plexctl api POST /security/token -p type=delegation -p scope=all --embedded --include"
    )]
    Api(Api),
}

#[derive(Debug, Subcommand)]
pub(crate) enum AuthCommand {
    /// Ask plex.tv and the server
    #[command(
        long_about = "Asks plex.tv and the chosen server, and tells two things of each apart: whether it can be reached, and \
            whether it takes the token.\n\n\
            Ends with 0 where all is well, 3 where a token was refused or there is none, 5 where something cannot be reached.",
        after_long_help = "Examples:\n  plexctl auth status\n  plexctl auth status --json --account hugo.home"
    )]
    Status,
}

#[derive(Args, Debug)]
pub(crate) struct Login {
    /// Show four letters to type at plex.tv/link on any device, with a QR code
    #[arg(long)]
    pub(crate) link: bool,
    /// Ask for user name and password, and for the second factor's code where there is one
    #[arg(long, conflicts_with_all = ["link", "jwt"])]
    pub(crate) password: bool,
    /// Sign in with a key made for this installation: its tokens last for days and are renewed
    #[arg(long)]
    pub(crate) jwt: bool,
    /// Open no browser; the address is printed either way
    #[arg(long)]
    pub(crate) no_browser: bool,
    /// Keep the account under this name [default: its user name]
    #[arg(long)]
    pub(crate) name: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct Logout {
    /// The account [default: the one in use]
    #[arg(value_name = "NAME", conflicts_with = "all")]
    pub(crate) who: Option<String>,
    /// All accounts
    #[arg(long)]
    pub(crate) all: bool,
    /// Forget the account even where plex.tv cannot be told
    #[arg(long)]
    pub(crate) forget: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Servers {
    /// Try every address of each server, and tell what came of it
    #[arg(long)]
    pub(crate) explain: bool,
    /// Ask on the local network instead; needs no account
    #[arg(long, conflicts_with = "explain")]
    pub(crate) gdm: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Switch {
    /// The user's name, user name or id
    #[arg(value_name = "USER")]
    pub(crate) user: String,
    /// Read the user's PIN from a file, `-` for stdin; else it is asked for where one is needed
    #[arg(long, value_name = "PATH")]
    pub(crate) pin_file: Option<PathBuf>,
    /// Keep the user under this name [default: the user's own]
    #[arg(long)]
    pub(crate) name: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TokenCommand {
    /// Make a transient token with the given token, and print it
    #[command(
        long_about = "Makes a transient token: it may do what the given token may, for at most 48 hours, and it is gone when \
            the server restarts. The token alone is printed.",
        after_long_help = "Examples:\n  PLEX_TOKEN=... plexctl token create --server http://192.168.1.5:32400\n  \
            plexctl token create --embedded --json"
    )]
    Create {
        /// Send GET, as older clients do, instead of POST
        #[arg(long)]
        get: bool,
    },
    /// Ask the server whether it can be reached, whether it is Plex, and what the token may do
    #[command(
        long_about = "Asks the server three things and tells the answers apart: whether something answers, whether that is \
            Plex (without sending the token), and whether it accepts the token.\n\n\
            To tell an owner's token from another user's it asks for the server's own connections, which only owners may; \
            the transient token that comes with the answer is not kept.",
        after_long_help = "Examples:\n  PLEX_TOKEN=... plexctl token verify --server http://192.168.1.5:32400\n  \
            plexctl token verify --embedded\n  plexctl token verify --token-file - < token.txt"
    )]
    Verify,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SourceCommand {
    /// Tell how to reach a server or provider, with a transient token for it
    #[command(
        long_about = "Asks the server how to reach another server or a provider that it knows. The answer has a transient \
            token for it, which is shown as kind and length only, unless --show-token is given. Only the owner may ask.",
        after_long_help = "Examples:\n  \
            plexctl source resolve server://243b471948ace337a8f92f129ec97d1902fcb1df\n  \
            plexctl source resolve provider://tv.plex.provider.discover --refresh\n  \
            plexctl source resolve server://... --json --show-token | jq -r .token"
    )]
    Resolve {
        /// `server://<machine identifier>` or `provider://<identifier>`
        source: String,
        /// Have the server ask plex.tv anew instead of taking what it remembers
        #[arg(long)]
        refresh: bool,
        /// Print the token itself
        #[arg(long)]
        show_token: bool,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Events {
    /// Print these kinds only, such as playing, timeline, activity; several with commas between them
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',')]
    pub(crate) kinds: Vec<String>,
    /// How to connect [default: a websocket, an event stream where that is not possible]
    #[arg(long, value_enum)]
    pub(crate) source: Option<EventSource>,
    /// End after so many notifications
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) count: Option<u64>,
}

/// How events come.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum EventSource {
    /// A websocket
    Websocket,
    /// A websocket at the path that Plex's description has
    OldWebsocket,
    /// Server-sent events
    Eventsource,
}

#[derive(Args, Debug)]
pub(crate) struct PlayerArgs {
    /// The player's name or identifier; without it, players are listed
    #[arg(value_name = "PLAYER")]
    pub(crate) player: Option<String>,
    #[command(subcommand)]
    pub(crate) action: Option<PlayerAction>,
}

#[derive(Clone, Copy, Debug, Default, Subcommand)]
pub(crate) enum PlayerAction {
    /// Tell what it does
    #[default]
    Status,
    /// Go on playing
    Play,
    /// Pause
    Pause,
    /// Stop
    Stop,
    /// Go to a place in the item
    Seek {
        /// The place, in seconds
        #[arg(value_name = "SECONDS")]
        seconds: u64,
    },
    /// Go to the next item
    Next,
    /// Go to the item before, or to the beginning of this one
    Previous,
    /// Set the volume
    Volume {
        /// The volume, 0 to 100
        #[arg(value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
        percent: u8,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Play {
    /// The item's key, as `plexctl list` shows it, or its path
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    /// The player's name or identifier
    #[arg(long, value_name = "PLAYER")]
    pub(crate) on: String,
    /// Where to begin, in seconds
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 0,
        hide_default_value = true
    )]
    pub(crate) at: u64,
    /// Make no play queue
    #[arg(long)]
    pub(crate) no_queue: bool,
    /// The URL by which the player reaches the server
    #[arg(long, value_name = "URL")]
    pub(crate) server_url: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct List {
    /// The section's title or number
    #[arg(value_name = "SECTION")]
    pub(crate) section: String,
    /// What an item must be like, such as 'year>>1999' or 'title!=blue'; may be repeated
    #[arg(short, long = "filter", value_name = "FILTER")]
    pub(crate) filters: Vec<String>,
    /// The order, such as addedAt:desc; may be repeated, and have commas
    #[arg(short, long = "sort", value_name = "ORDER")]
    pub(crate) sorts: Vec<String>,
    /// At most so many items
    #[arg(short, long, value_name = "COUNT")]
    pub(crate) limit: Option<u32>,
    /// The kind of item, such as episode, instead of the section's own
    #[arg(short = 't', long = "type", value_name = "KIND")]
    pub(crate) kind: Option<String>,
    /// A whole query as servers spell it, with groups; filters and orders come on top
    #[arg(long, value_name = "QUERY")]
    pub(crate) query: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct Serve {
    /// The first server's port; any free one if not given
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) port: u16,
    /// plex.tv's port; any free one if not given
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) plex_tv_port: u16,
    /// The address to listen at; anyone who can reach it can use the test tokens
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    pub(crate) bind: IpAddr,
    /// Keep ids, tokens and devices' keys in this folder from one start to the next
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// The first server belongs to nobody yet
    #[arg(long)]
    pub(crate) unclaimed: bool,
    /// The version that the servers say they are
    #[arg(long, value_name = "V")]
    pub(crate) server_version: Option<String>,
    /// Start without any library
    #[arg(long)]
    pub(crate) empty: bool,
    /// Speak HTTPS as well, with an authority of its own; --ca-file PATH writes its certificate there
    #[arg(long)]
    pub(crate) tls: bool,
    /// Have the first server tell of a made-up event every so many seconds, for `plexctl events` and the like
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) event_every: Option<Duration>,
    /// Answer calls for servers on the local network (UDP port 32414); of use with --bind 0.0.0.0
    #[arg(long)]
    pub(crate) gdm: bool,
    /// Refuse bad tokens at /security with 403 and a page, as some servers do, instead of 401
    #[arg(long)]
    pub(crate) refuse_with_403: bool,
    /// How long a sign-in waits for approval, in whole seconds [default: 15 minutes for four letters, else 30]
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) pin_lifetime: Option<Duration>,
    /// List so many more addresses of the first server at which nobody listens
    #[arg(long, value_name = "COUNT", default_value_t = 0, value_parser = clap::value_parser!(u8).range(..=32))]
    pub(crate) dead_connections: u8,
    /// List so many more addresses of the first server that accept and never answer
    #[arg(long, value_name = "COUNT", default_value_t = 0, value_parser = clap::value_parser!(u8).range(..=32))]
    pub(crate) silent_connections: u8,
}

#[derive(Args, Debug)]
pub(crate) struct Api {
    /// An operation such as get_identity; or a verb, with the path behind it; or a path alone, for GET
    #[arg(value_name = "OPERATION|VERB|PATH", required_unless_present = "list")]
    pub(crate) what: Option<String>,
    /// The path after a verb, such as /library/sections; a query may follow
    #[arg(value_name = "PATH")]
    pub(crate) path: Option<String>,
    /// A parameter of the operation, or of the query; may be repeated
    #[arg(short, long = "param", value_name = "KEY=VALUE", value_parser = pair)]
    pub(crate) params: Vec<(String, String)>,
    /// Ask for XML instead of JSON
    #[arg(long)]
    pub(crate) xml: bool,
    /// Print status and headers before the body, but no header that carries a token
    #[arg(short, long)]
    pub(crate) include: bool,
    /// List the operations with verb, path and who may call them
    #[arg(long, conflicts_with_all = ["what", "path", "params"])]
    pub(crate) list: bool,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let number = text.strip_suffix('s').unwrap_or(text);
    let seconds: f64 = number
        .parse()
        .map_err(|_| "give a number of seconds, such as 5 or 0.5")?;
    if !(0.001..=86_400.0).contains(&seconds) {
        return Err("give 0.001 to 86400 seconds".to_owned());
    }
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("write it as key=value".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn seconds_are_bounded() {
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        assert_eq!(seconds("2s"), Ok(Duration::from_secs(2)));
        for wrong in ["0", "-1", "nan", "inf", "1e9", "x"] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_value_may_hold_an_equals_sign() {
        assert_eq!(pair("year>>=1=2"), Ok(("year>>".into(), "1=2".into())));
        assert!(pair("=x").is_err() && pair("x").is_err());
    }
}
