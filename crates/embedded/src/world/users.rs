//! The five people of the embedded world, and which server lets whom in.

use crate::world::tokens::Level;
use plex_sdk_contract::ids::MachineIdentifier;
use plex_sdk_contract::token::{AccountToken, Secret, ServerToken};
use std::fmt;

/// What a person is to the owner of the servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UserKind {
    /// Owns both servers and administers the Home.
    Owner,
    /// An adult of the owner's Home.
    Home,
    /// A managed user of the owner's Home: restricted, without an e-mail address.
    Managed,
    /// Someone the main server is shared with.
    Friend,
    /// Has an account at plex.tv and access to no server.
    Stranger,
}

impl UserKind {
    /// All five.
    pub const ALL: [Self; 5] = [
        Self::Owner,
        Self::Home,
        Self::Managed,
        Self::Friend,
        Self::Stranger,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Home => "home",
            Self::Managed => "managed",
            Self::Friend => "friend",
            Self::Stranger => "stranger",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What this person may do on the server at this place of the list.
    pub(crate) fn level_on(self, server: usize) -> Level {
        match (self, server) {
            (Self::Owner, _) => Level::Admin,
            (Self::Home, _) | (Self::Managed | Self::Friend, 0) => Level::User,
            (Self::Managed | Self::Friend | Self::Stranger, _) => Level::Nobody,
        }
    }

    /// True where only some sections are shared with this person.
    pub(crate) fn sees_part(self) -> bool {
        matches!(self, Self::Managed | Self::Friend | Self::Stranger)
    }

    pub(crate) fn in_home(self) -> bool {
        matches!(self, Self::Owner | Self::Home | Self::Managed)
    }

    /// The name to sign in with; a managed user has none.
    pub(crate) fn username(self) -> String {
        let name = match self {
            Self::Managed => "",
            _ => self.profile().name,
        };
        name.to_lowercase().replace(' ', ".")
    }

    /// The number of the account on a server; the owner's is 1.
    pub(crate) fn number(self) -> u64 {
        match self {
            Self::Owner => 1,
            _ => self.profile().id,
        }
    }

    pub(crate) fn profile(self) -> &'static Profile {
        match self {
            Self::Owner => &PROFILES[0],
            Self::Home => &PROFILES[1],
            Self::Managed => &PROFILES[2],
            Self::Friend => &PROFILES[3],
            Self::Stranger => &PROFILES[4],
        }
    }
}

impl fmt::Display for UserKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// What plex.tv knows of a person.
pub(crate) struct Profile {
    pub(crate) id: u64,
    pub(crate) uuid: &'static str,
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    /// The password; a managed user has none.
    pub(crate) password: Option<&'static str>,
    /// The PIN that the Home asks for.
    pub(crate) home_pin: Option<&'static str>,
}

const PROFILES: [Profile; 5] = [
    Profile {
        id: 7_100_001,
        uuid: "a1b7c3d9e5f20461",
        name: "Olive Owner",
        email: "olive@example.com",
        password: Some("olive-Password-1"),
        home_pin: None,
    },
    Profile {
        id: 7_100_002,
        uuid: "b2c8d4e0f6a31572",
        name: "Hugo Home",
        email: "hugo@example.com",
        password: Some("hugo-Password-2"),
        home_pin: Some("4711"),
    },
    Profile {
        id: 7_100_003,
        uuid: "c3d9e5f1a7b42683",
        name: "Mina Managed",
        email: "",
        password: None,
        home_pin: None,
    },
    Profile {
        id: 7_100_004,
        uuid: "d4e0f6a2b8c53794",
        name: "Fred Friend",
        email: "fred@friends.test",
        password: Some("fred-Password-4"),
        home_pin: None,
    },
    Profile {
        id: 7_100_005,
        uuid: "e5f1a7b3c9d648a5",
        name: "Sam Stranger",
        email: "sam@elsewhere.test",
        password: Some("sam-Password-5"),
        home_pin: None,
    },
];

/// A person of the embedded world with the tokens to act as them.
#[derive(Clone, Debug)]
pub struct EmbeddedUser {
    /// The person's name.
    pub name: String,
    /// What the person is to the owner.
    pub kind: UserKind,
    /// The name to sign in with; empty for the managed user.
    pub username: String,
    /// The e-mail address, to sign in with as well; empty for the managed user.
    pub email: String,
    /// The password, made up and the same at every start; the managed user has none.
    pub password: Option<Secret>,
    /// The PIN that is needed to switch to this person in the Home, where there is one.
    pub home_pin: Option<Secret>,
    /// The code of the second factor, where the person signs in with one.
    pub verification_code: Option<Secret>,
    /// The token of the person's account, for plex.tv; servers take the owner's only.
    pub account_token: AccountToken,
    pub(crate) server_tokens: Vec<(MachineIdentifier, ServerToken)>,
}

impl EmbeddedUser {
    /// The person's token for a server; `None` where the person has no access to it.
    pub fn server_token(&self, server: &MachineIdentifier) -> Option<ServerToken> {
        let mut tokens = self.server_tokens.iter();
        tokens
            .find(|(id, _)| id == server)
            .map(|(_, token)| token.clone())
    }
}
