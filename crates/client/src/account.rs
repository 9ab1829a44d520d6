//! [`Account`]: plex.tv.

pub use groups::*;

use crate::base_url::BaseUrl;
use crate::build_error::BuildError;
use crate::call::Call;
use crate::config::{self, settings_methods};
use crate::send::Core;
use plex_sdk_contract::{AccountEndpoint, AccountToken, ClientIdentity, Host, Jwt};
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// Where plex.tv is.
pub const PLEX_TV: &str = "https://plex.tv";
/// Where devices get their signed tokens.
pub(crate) const CLIENTS_PLEX_TV: &str = "https://clients.plex.tv";

/// Why an account does not send an operation.
pub(crate) const NOT_ITS_HOST: &str =
    "it is a server's or player's, not plex.tv's: call it on a Server or Player";

/// The hosts beside plex.tv.
const BESIDE: [Host; 6] = [
    Host::PlexTvClients,
    Host::Discover,
    Host::MetadataProvider,
    Host::VodProvider,
    Host::MusicProvider,
    Host::Sonos,
];

/// plex.tv for one app and one account, or before sign-in for no account. Cloning it is cheap.
///
/// ```no_run
/// use plex_sdk::endpoints::plextv::authentication::CreatePin;
/// use plex_sdk::Account;
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let account = Account::builder().client_identifier("0b6b3c1e-5d5f-4d4b-8a53-6c1e9a3a7f10").build()?;
/// let pin = account.authentication().create_pin(CreatePin::default()).await?;
/// println!("type {} at https://plex.tv/link", pin.code);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Account {
    pub(crate) core: Arc<Core>,
    /// What it was built from, its transport made.
    pub(crate) setup: Arc<AccountBuilder>,
    /// Where the operations of the hosts beside plex.tv go.
    pub(crate) hosts: Arc<HashMap<Host, BaseUrl>>,
}

impl Account {
    /// Starts setting up an account's client.
    pub fn builder() -> AccountBuilder {
        AccountBuilder::default()
    }

    /// A builder that starts from this client's settings and shares its connections.
    pub fn to_builder(&self) -> AccountBuilder {
        AccountBuilder::clone(&self.setup)
    }

    /// What the app tells about itself.
    pub fn identity(&self) -> &ClientIdentity {
        &self.setup.settings.identity
    }

    /// The URL its requests go to.
    pub fn url(&self) -> &str {
        self.core.base().as_str()
    }

    /// Where a host beside plex.tv is.
    pub(crate) fn base(&self, host: Host) -> Option<&BaseUrl> {
        self.hosts.get(&host)
    }

    /// The URL that requests to plex.tv or a host beside it go to.
    pub fn host_url(&self, host: Host) -> Option<&str> {
        match host {
            Host::PlexTv => Some(self.url()),
            host => self.base(host).map(BaseUrl::as_str),
        }
    }

    /// Sends any operation of plex.tv and the services beside it, including your own. All methods of the groups call this.
    pub fn send<E: AccountEndpoint>(&self, request: E) -> Call<E> {
        let call = Call::new(self.core.clone(), request);
        match E::HOST {
            Host::PlexTv => call,
            host => match self.base(host) {
                Some(base) => call.base(base.clone()),
                None => call.refused(NOT_ITS_HOST),
            },
        }
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("url", self.core.base())
            .finish_non_exhaustive()
    }
}

mod groups {
    //! The groups of the operations of plex.tv and the hosts beside it.

    use super::Account;
    use crate::call::Call;

    macro_rules! methods {
        ($($list:tt)*) => { crate::groups::methods! { Call; $($list)* } };
    }
    macro_rules! groups {
        ($($table:tt)*) => { crate::groups::offer! { Call, Account; $($table)* } };
    }
    plex_sdk_contract::account_groups!(groups);
}

/// Sets up an [`Account`].
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct AccountBuilder {
    url: Option<String>,
    hosts: HashMap<Host, String>,
    settings: config::Settings,
}

impl AccountBuilder {
    /// Another plex.tv than [`PLEX_TV`], such as an embedded one; it stands for the hosts beside it as well.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Another place for one of the hosts beside plex.tv than its own ([`Host::url`]).
    pub fn host_url(mut self, host: Host, url: impl Into<String>) -> Self {
        self.hosts.insert(host, url.into());
        self
    }

    /// The account's token.
    pub fn token(mut self, token: AccountToken) -> Self {
        self.settings.token = Some(token.into());
        self
    }

    /// The account's signed token.
    pub fn jwt(mut self, token: Jwt) -> Self {
        self.settings.token = Some(token.into());
        self
    }

    settings_methods!();

    /// Builds the client. Nothing is sent yet.
    pub fn build(mut self) -> Result<Account, BuildError> {
        if self.settings.identity.client_identifier.as_str().is_empty() {
            return Err(BuildError::NoClientIdentifier);
        }
        let base = BaseUrl::parse(self.url.as_deref().unwrap_or(PLEX_TV))?;
        self.settings.transport = Some(self.settings.transport()?);
        let mut hosts = HashMap::new();
        for host in BESIDE {
            let own = self.hosts.get(&host).or(self.url.as_ref());
            if let Some(url) = own.map(String::as_str).or(host.url()) {
                hosts.insert(host, BaseUrl::parse(url)?);
            }
        }
        Ok(Account {
            hosts: Arc::new(hosts),
            core: Arc::new(Core::new(base, &self.settings)?),
            setup: Arc::new(self),
        })
    }
}
