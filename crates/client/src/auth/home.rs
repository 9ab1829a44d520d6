//! The users of a Home, the tokens of those a server is shared with, and what the present user may do.

use super::SignedIn;
use crate::account::Account;
use crate::error::Error;
use plex_sdk_contract::Secret;
use plex_sdk_contract::endpoints::plextv::home::SwitchHomeUserV2;
use plex_sdk_contract::endpoints::plextv::sharing::ListSharedServers;
use plex_sdk_contract::error::codes;
use plex_sdk_contract::ids::MachineIdentifier;
use plex_sdk_contract::model::{self, HomeUser, Resource, SharedServer};

/// Why a switch to another user of the Home was refused.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SwitchError {
    /// The user has a PIN, and none was given.
    #[error("this user has a PIN, and none was given")]
    PinNeeded,
    /// The PIN is wrong.
    #[error("the PIN is wrong")]
    WrongPin,
    /// The call failed; it says nothing about the PIN.
    #[error(transparent)]
    Other(#[from] Error),
}

impl SwitchError {
    fn of(error: Error, gave_pin: bool) -> Self {
        let api = error.api_error();
        let about_pin = api.is_some_and(|api| {
            let status = api.status.as_u16();
            match api.code() {
                Some(codes::HOME_PIN_NEEDED) => true,
                Some(codes::UNAUTHENTICATED) | None => false,
                // plex.tv was seen to refuse a PIN with no code of its own.
                Some(_) => status == 401,
            }
        });
        match (about_pin, gave_pin) {
            (true, true) => Self::WrongPin,
            (true, false) => Self::PinNeeded,
            (false, _) => Self::Other(error),
        }
    }
}

impl Account {
    /// The users of the Home that the account belongs to.
    pub async fn home_users(&self) -> Result<Vec<HomeUser>, Error> {
        let home = self.home().get_home_users().await?;
        Ok(home.content.users)
    }

    /// Switches to another user of the Home: what comes back is a client with that user's token. This client stays what
    /// it is. On a server the user needs that user's own token for it, from the resources of the new client.
    pub async fn switch_to(
        &self,
        user: &HomeUser,
        pin: Option<Secret>,
    ) -> Result<SignedIn, SwitchError> {
        let uuid = if user.uuid.is_empty() {
            user.id.to_string().into()
        } else {
            user.uuid.clone()
        };
        let pin = pin.filter(|pin| !pin.is_empty());
        let mut request = SwitchHomeUserV2::new(uuid);
        request.pin = pin.clone();

        let switched = self.home().switch_home_user_v2(request).await;
        let user = switched.map_err(|error| match &pin {
            Some(pin) => SwitchError::of(error.without(pin.expose()), true),
            None => SwitchError::of(error, false),
        })?;
        Ok(SignedIn::of("SwitchHomeUserV2", self, user.0)?)
    }

    /// Everyone that a server of this account is shared with, users of the Home among them, with their tokens for it.
    /// Only the server's owner gets an answer.
    pub async fn shares_of(&self, server: &MachineIdentifier) -> Result<Vec<SharedServer>, Error> {
        let request = ListSharedServers::from(server.clone());
        let shares = self.sharing().list_shared_servers(request).await?;
        Ok(shares.content.shared_servers)
    }
}

/// What a user is to a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// The user owns it.
    Owner,
    /// It belongs to the user's Home.
    Home,
    /// The user is a managed one, who sees what the Home's administrator picked.
    Managed,
    /// Its owner shares it with the user.
    Shared,
}

/// What a user may do with a server, told by what plex.tv said of both: nothing is asked for it. The server has the
/// last word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Capabilities {
    relation: Relation,
    in_home: bool,
    home_admin: bool,
    has_token: bool,
}

impl Capabilities {
    /// What `user` may do with `server`, one of the user's own resources.
    pub fn of(user: &model::AccountDetails, server: &Resource) -> Self {
        let relation = if user.restricted {
            Relation::Managed
        } else if server.owned {
            Relation::Owner
        } else if server.home {
            Relation::Home
        } else {
            Relation::Shared
        };
        let token = server.access_token.as_ref();
        Self {
            relation,
            in_home: user.home,
            home_admin: user.home_admin && !user.restricted,
            has_token: token.is_some_and(|token| !token.is_empty()),
        }
    }

    /// What the user is to the server.
    pub fn relation(self) -> Relation {
        self.relation
    }

    /// The user may change the server: settings, libraries, and calls that only an administrator may make.
    pub fn may_administer(self) -> bool {
        self.relation == Relation::Owner
    }

    /// The user may see who the server is shared with, and change that.
    pub fn may_share(self) -> bool {
        self.relation == Relation::Owner
    }

    /// The user may play and browse: there is a token for the server.
    pub fn may_use(self) -> bool {
        self.has_token
    }

    /// The user may switch to others of the Home.
    pub fn may_switch_users(self) -> bool {
        self.in_home
    }

    /// The user may add, change and remove users of the Home.
    pub fn may_manage_home(self) -> bool {
        self.home_admin
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use http::{HeaderMap, StatusCode};
    use plex_sdk_contract::{ApiError, ServerToken};

    fn of(status: u16, body: &'static str, gave_pin: bool) -> SwitchError {
        let status = StatusCode::from_u16(status).unwrap();
        let (headers, body) = (HeaderMap::new(), Bytes::from_static(body.as_bytes()));
        let api = ApiError::new(status, &headers, &body);
        SwitchError::of(Error::api("SwitchHomeUserV2", headers, api), gave_pin)
    }

    #[test]
    fn a_pin_s_refusal_is_told_from_a_token_s() {
        use SwitchError as E;
        let pin = r#"{"errors":[{"code":1041,"message":"m"}]}"#;
        let token = r#"{"errors":[{"code":1001,"message":"m"}]}"#;
        let bare = r#"{"errors":[{"message":"m"}]}"#;
        for status in [401, 403] {
            assert!(matches!(of(status, pin, true), E::WrongPin));
            assert!(matches!(of(status, pin, false), E::PinNeeded));
            assert!(matches!(of(status, token, true), E::Other(_)));
        }
        assert!(matches!(of(401, bare, true), E::WrongPin));
        assert!(matches!(of(403, bare, true), E::Other(_)));
        assert!(matches!(of(401, "<html></html>", true), E::Other(_)));
        assert!(matches!(of(503, "", true), E::Other(_)));
    }

    #[test]
    fn what_each_may_do_is_known_up_front() {
        let user = |restricted, home, home_admin| model::AccountDetails {
            restricted,
            home,
            home_admin,
            ..model::AccountDetails::default()
        };
        let server = |owned, home| Resource {
            owned,
            home,
            access_token: ServerToken::new("x").ok(),
            ..Resource::default()
        };
        let owner = Capabilities::of(&user(false, true, true), &server(true, false));
        assert_eq!(owner.relation(), Relation::Owner);
        assert!(owner.may_administer() && owner.may_share() && owner.may_manage_home());
        let home = Capabilities::of(&user(false, true, false), &server(false, true));
        assert_eq!(home.relation(), Relation::Home);
        assert!(!home.may_administer() && home.may_switch_users() && home.may_use());
        let managed = Capabilities::of(&user(true, true, false), &server(false, true));
        assert_eq!(managed.relation(), Relation::Managed);
        assert!(!managed.may_administer() && !managed.may_manage_home());
        let friend = Capabilities::of(&user(false, false, false), &server(false, false));
        assert_eq!(friend.relation(), Relation::Shared);
        assert!(!friend.may_switch_users() && !friend.may_share());
        let player = Resource::default();
        assert!(!Capabilities::of(&user(false, false, false), &player).may_use());
    }
}
