//! [`Account`]: plex.tv.

pub use groups::{Authentication, Home, Resources, Sharing};

use crate::base_url::BaseUrl;
use crate::call::Call;
use crate::config::{BuildError, Settings, settings_methods};
use crate::send::Core;
use plex_sdk_contract::{AccountToken, ClientIdentity, Endpoint, Host, Jwt};
use std::fmt;
use std::sync::Arc;

/// Where plex.tv is.
pub const PLEX_TV: &str = "https://plex.tv";
/// Where devices get their signed tokens.
pub const CLIENTS_PLEX_TV: &str = "https://clients.plex.tv";

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
    /// Where the operations of [`Host::PlexTvClients`] go.
    pub(crate) clients: BaseUrl,
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
        self.core.base.as_str()
    }

    /// The URL that the requests of devices for signed tokens go to.
    pub fn clients_url(&self) -> &str {
        self.clients.as_str()
    }

    /// Calls any operation, your own ones too: everything else goes through this.
    pub fn send<E: Endpoint>(&self, request: E) -> Call<E> {
        let call = Call::new(self.core.clone(), request);
        match E::HOST {
            Host::PlexTvClients => call.base(self.clients.clone()),
            _ => call,
        }
    }

    /// Sign-in, and the check of a token.
    pub fn authentication(&self) -> Authentication {
        Authentication(self.clone())
    }

    /// The servers and players of the account.
    pub fn resources(&self) -> Resources {
        Resources(self.clone())
    }

    /// The users of the Home, and switching between them.
    pub fn home(&self) -> Home {
        Home(self.clone())
    }

    /// Who the account's servers are shared with.
    pub fn sharing(&self) -> Sharing {
        Sharing(self.clone())
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("url", &self.core.base)
            .finish_non_exhaustive()
    }
}

mod groups {
    //! The groups of plex.tv's operations.

    use super::Account;
    use crate::call::Call;
    use plex_sdk_contract::endpoints::plextv::{
        authentication::*, home::*, resources::*, sharing::*,
    };

    macro_rules! methods {
        ($($list:tt)*) => { crate::groups::group! { Call, Account; $($list)* } };
    }
    plex_sdk_contract::plextv_authentication_endpoints!(methods);
    plex_sdk_contract::plextv_home_endpoints!(methods);
    plex_sdk_contract::plextv_resources_endpoints!(methods);
    plex_sdk_contract::plextv_sharing_endpoints!(methods);
}

/// Sets up an [`Account`].
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct AccountBuilder {
    url: Option<String>,
    clients_url: Option<String>,
    settings: Settings,
}

impl AccountBuilder {
    /// Another plex.tv than [`PLEX_TV`], such as an embedded one; it stands for [`CLIENTS_PLEX_TV`] as well.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Another place than [`CLIENTS_PLEX_TV`] for devices to get signed tokens from.
    pub fn clients_url(mut self, url: impl Into<String>) -> Self {
        self.clients_url = Some(url.into());
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
        let clients = self.clients_url.as_deref().or(self.url.as_deref());
        Ok(Account {
            clients: BaseUrl::parse(clients.unwrap_or(CLIENTS_PLEX_TV))?,
            core: Arc::new(Core::new(base, &self.settings)?),
            setup: Arc::new(self),
        })
    }
}
