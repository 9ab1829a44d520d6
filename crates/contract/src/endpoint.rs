//! [`Endpoint`]: an operation as a type; [`Meta`]: the same as data. [`endpoints!`](crate::endpoints!) ties both to the wire.

use crate::codec::wire::Request;
use crate::path::Template;
use crate::reply::Reply;
use crate::text::Text;
use crate::version::ServerVersion;
use bytes::Bytes;
use http::{Method, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::{self, Debug};

/// Who serves an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Host {
    /// A Plex Media Server.
    Pms,
    /// plex.tv.
    PlexTv,
    /// clients.plex.tv, where devices get their signed tokens.
    PlexTvClients,
    /// discover.provider.plex.tv: the watchlist, and what to watch where.
    Discover,
    /// metadata.provider.plex.tv: what Plex knows of movies, shows and music.
    MetadataProvider,
    /// vod.provider.plex.tv: movies and shows on demand.
    VodProvider,
    /// music.provider.plex.tv: music from elsewhere.
    MusicProvider,
    /// sonos.plex.tv: Sonos speakers as players.
    Sonos,
    /// A player, spoken to directly or through a server that knows it.
    Player,
}

impl Host {
    /// Where it is, for hosts that everyone shares; servers and players are where their owners put them.
    pub const fn url(self) -> Option<&'static str> {
        match self {
            Self::Pms | Self::Player => None,
            Self::PlexTv => Some("https://plex.tv"),
            Self::PlexTvClients => Some("https://clients.plex.tv"),
            Self::Discover => Some("https://discover.provider.plex.tv"),
            Self::MetadataProvider => Some("https://metadata.provider.plex.tv"),
            Self::VodProvider => Some("https://vod.provider.plex.tv"),
            Self::MusicProvider => Some("https://music.provider.plex.tv"),
            Self::Sonos => Some("https://sonos.plex.tv"),
        }
    }

    /// True for plex.tv and the hosts beside it, which take the account's token.
    pub const fn is_cloud(self) -> bool {
        self.url().is_some()
    }
}

/// What carries the parameters that are not in the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Carrier {
    /// The query.
    Query,
    /// A form in the body.
    Form,
    /// A JSON object in the body.
    Json,
    /// The query, or a JSON object in the body where a parameter is an object itself.
    QueryOrJson,
    /// The query; the body is the field `content`, bytes as they are.
    Raw,
}

/// Who may call an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Access {
    /// Anyone, without a token.
    Public,
    /// Anyone whose token the server accepts.
    User,
    /// The server's owner, or a transient token the owner made.
    Admin,
}

/// What a second call does that the first did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It changes nothing.
    Read,
    /// It changes something, and a second time nothing more.
    Idempotent,
    /// It does its work again; it is never repeated without being asked.
    Once,
}

/// An operation: the request is the type itself, its fields are parameters.
///
/// A field whose wire name stands in [`PATH`](Self::PATH) is a part of the path; the others travel in the query, or in the
/// body where [`CARRIER`](Self::CARRIER) says so.
pub trait Endpoint:
    Request + Serialize + DeserializeOwned + Clone + Debug + Send + Sync + 'static
{
    /// The operation's name, such as `GetTransientToken`.
    const NAME: &'static str = Self::TYPE;
    /// The group it is published in, such as `authentication`.
    const GROUP: &'static str;
    /// What it does, in one sentence.
    const SUMMARY: &'static str;
    /// The verb to use.
    const METHOD: &'static Method;
    /// Verbs that a server takes as well.
    const ALSO: &'static [Method];
    /// The path, such as `/library/sections/{sectionId}/all`.
    const PATH: &'static str;
    /// Paths that a server takes as well.
    const ALIASES: &'static [&'static str];
    /// Who serves it.
    const HOST: Host;
    /// Who may call it.
    const ACCESS: Access;
    /// What repeating it does.
    const EFFECT: Effect;
    /// What carries its parameters.
    const CARRIER: Carrier;
    /// The first server version that has it, where that is known.
    const SINCE: Option<ServerVersion>;
    /// The status of its answer when all went well.
    const STATUS: StatusCode;
    /// Whether Plex's published API has it; if not, it is known from working clients.
    const PUBLISHED: bool;
    /// What it answers.
    type Response: Reply;

    /// The bytes of its body, where [`CARRIER`](Self::CARRIER) is [`Carrier::Raw`].
    fn raw_body(&self) -> Option<&Content> {
        None
    }

    /// Takes the bytes of a body, where [`CARRIER`](Self::CARRIER) is [`Carrier::Raw`].
    fn set_raw_body(&mut self, _content: Content) {}
}

/// An operation of a Plex Media Server.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation of a Plex Media Server",
    label = "not served by a `Server`",
    note = "send an operation of plex.tv or one of its services with an `Account`, one of a player with a `Player`"
)]
pub trait ServerEndpoint: Endpoint {}

/// An operation of plex.tv, or of one of the services beside it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation of plex.tv",
    label = "not served by plex.tv",
    note = "send an operation of a Plex Media Server with a `Server`, one of a player with a `Player`"
)]
pub trait AccountEndpoint: Endpoint {}

/// An operation of a player.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation of a player",
    label = "not served by a `Player`",
    note = "send an operation of a Plex Media Server with a `Server`, one of plex.tv with an `Account`"
)]
pub trait PlayerEndpoint: Endpoint {}

/// A body of bytes, such as a picture, with its type.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// The content type, such as `image/jpeg`; empty where it is not known.
    pub content_type: Text,
    /// The bytes.
    pub bytes: Bytes,
}

impl Content {
    /// Bytes of a type.
    pub fn new(content_type: impl Into<Text>, bytes: impl Into<Bytes>) -> Self {
        Self {
            content_type: content_type.into(),
            bytes: bytes.into(),
        }
    }
}

impl Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes of {:?}", self.bytes.len(), self.content_type)
    }
}

/// An operation as data: a row of [`endpoints::all`](crate::endpoints::all).
#[derive(Clone, Copy)]
pub struct Meta {
    /// The operation's name, such as `GetTransientToken`.
    pub name: &'static str,
    /// The group it is published in.
    pub group: &'static str,
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// The verb to use.
    pub method: &'static Method,
    /// Verbs that a server takes as well.
    pub also: &'static [Method],
    /// The path with its placeholders.
    pub path: &'static str,
    /// Paths that a server takes as well.
    pub aliases: &'static [&'static str],
    /// Who serves it.
    pub host: Host,
    /// Who may call it.
    pub access: Access,
    /// What repeating it does.
    pub effect: Effect,
    /// What carries its parameters.
    pub carrier: Carrier,
    /// The first server version that has it, where that is known.
    pub since: Option<ServerVersion>,
    /// Whether Plex's published API has it; if not, it is known from working clients.
    pub published: bool,
    /// The wire names of its parameters, in the order of the type's fields.
    pub fields: &'static [&'static str],
    /// Whether each of these is a secret.
    pub secrets: &'static [bool],
    /// The wire names of the required ones.
    pub required: &'static [&'static str],
}

impl Meta {
    /// The row of an operation.
    pub const fn of<E: Endpoint>() -> Self {
        Self {
            name: E::NAME,
            group: E::GROUP,
            summary: E::SUMMARY,
            method: E::METHOD,
            also: E::ALSO,
            path: E::PATH,
            aliases: E::ALIASES,
            host: E::HOST,
            access: E::ACCESS,
            effect: E::EFFECT,
            carrier: E::CARRIER,
            since: E::SINCE,
            published: E::PUBLISHED,
            fields: E::NAMES,
            secrets: E::SECRETS,
            required: E::REQUIRED,
        }
    }

    /// The operation's published name, such as `get_transient_token`.
    pub fn operation(&self) -> String {
        snake_case(self.name)
    }

    /// All its paths, the one to use first.
    pub fn templates(&self) -> impl Iterator<Item = Template> {
        std::iter::once(self.path)
            .chain(self.aliases.iter().copied())
            .map(Template::new)
    }

    /// The wire names of its secret parameters, such as `X-Plex-Token` or `pin`.
    pub fn secret_fields(&self) -> impl Iterator<Item = &'static str> {
        let fields = self.fields.iter().zip(self.secrets);
        fields.filter_map(|(field, secret)| secret.then_some(*field))
    }

    /// True where a server takes this verb for it.
    pub fn takes(&self, method: &Method) -> bool {
        self.method == method || self.also.contains(method)
    }
}

impl Debug for Meta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} {})", self.name, self.method, self.path)
    }
}

/// `GetTransientToken` as `get_transient_token`.
pub fn snake_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for (at, c) in name.char_indices() {
        if c.is_ascii_uppercase() && at > 0 {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
