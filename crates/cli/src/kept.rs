//! A signed-in account: its client, its servers, and the way to them.

use crate::args::Global;
use crate::connect;
use crate::exit::{Failure, Kind, innermost};
use crate::store::{Choice, Store};
use plex_sdk::auth::store::StoredAccount;
use plex_sdk::connect::discovery::DiscoveredResources;
use plex_sdk::connect::{ConnectError, ConnectOptions, Connector, Discovery, Target};
use plex_sdk::model::Resource;
use plex_sdk::{Account, Error, PLEX_TV, Server, Token};

/// An account that is kept.
pub(crate) struct Kept {
    pub(crate) store: Store,
    pub(crate) name: String,
    pub(crate) stored: StoredAccount,
    pub(crate) choice: Choice,
}

/// Nobody is signed in, and nothing can be done without.
pub(crate) fn not_signed_in() -> Failure {
    Failure::new(Kind::Unauthorized, "not signed in")
        .with_hint("sign in with `plexctl login`; or put a token in PLEX_TOKEN and give --server")
}

/// An embedded Plex has accounts for one command, and none to keep.
pub(crate) fn not_embedded(global: &Global) -> Result<(), Failure> {
    if !global.embedded {
        return Ok(());
    }
    let message = "an embedded Plex is gone with this command, its accounts too";
    Err(Failure::usage(message)
        .with_hint("run `plexctl serve` in another terminal, and give its plex.tv with --plex-tv"))
}

impl Kept {
    /// The account that was asked for, else the one in use.
    pub(crate) fn find(global: &Global) -> Result<Option<Self>, Failure> {
        not_embedded(global)?;
        match (Store::existing(global)?, &global.account) {
            (Some(store), asked) => Self::of(store, asked.as_deref()),
            (None, Some(asked)) => Err(no_such(asked, &[])),
            (None, None) => Ok(None),
        }
    }

    /// The same, where nothing can be done without.
    pub(crate) fn need(global: &Global) -> Result<Self, Failure> {
        let kept = Self::find(global)?.ok_or_else(not_signed_in)?;
        kept.check_plex_tv(global)?;
        Ok(kept)
    }

    pub(crate) fn of(store: Store, asked: Option<&str>) -> Result<Option<Self>, Failure> {
        let name = match asked {
            Some(name) => Some(name.to_owned()),
            None => store.chosen()?,
        };
        let name = match name {
            Some(name) => name,
            // One alone needs no choice.
            None => match <[String; 1]>::try_from(store.names()?) {
                Ok([name]) => name,
                Err(_) => return Ok(None),
            },
        };
        let Some(stored) = store.account(&name)? else {
            return match asked {
                Some(asked) => Err(no_such(asked, &store.names()?)),
                None => Ok(None),
            };
        };
        let choice = store.choice(&name)?;
        Ok(Some(Self {
            store,
            name,
            stored,
            choice,
        }))
    }

    /// The plex.tv that the account is of.
    pub(crate) fn plex_tv(&self) -> &str {
        self.choice.plex_tv.as_deref().unwrap_or(PLEX_TV)
    }

    /// A token goes to the plex.tv it came from alone.
    pub(crate) fn check_plex_tv(&self, global: &Global) -> Result<(), Failure> {
        match &global.plex_tv {
            Some(asked) if asked.trim_end_matches('/') != self.plex_tv() => {
                let message = format!(
                    "the account `{}` is one of {}, and its token does not go to {asked}",
                    self.name,
                    self.plex_tv(),
                );
                Err(Failure::usage(message)
                    .with_hint("leave --plex-tv away, choose another --account, or sign in there"))
            }
            _ => Ok(()),
        }
    }

    /// plex.tv with the account's token, renewed where it is a signed one.
    pub(crate) async fn account(&mut self, global: &Global) -> Result<Account, Failure> {
        self.check_plex_tv(global)?;
        let mut builder = connect::account_builder(global)?;
        if let Some(url) = &self.choice.plex_tv {
            builder = builder.url(url);
        }
        if let Some(key) = &self.stored.device_key {
            let device = builder.clone().build()?.device(key.clone());
            let session = device.session(self.stored.jwt.clone());
            match session.jwt().await {
                Ok(jwt) if self.stored.jwt.as_ref() != Some(&jwt) => {
                    self.stored.jwt = Some(jwt);
                    self.store.update(&self.name, &self.stored)?;
                }
                // Whoever asks plex.tv next learns that it is away, and may know what to do without it.
                Err(error) if self.stored.jwt.is_none() => return Err(about_account(error)),
                Err(error) => tracing::debug!(%error, "the signed token was not renewed"),
                Ok(_) => {}
            }
        }
        if let Some(jwt) = &self.stored.jwt {
            builder = builder.jwt(jwt.clone());
        } else if let Some(token) = &self.stored.token {
            builder = builder.token(token.clone());
        } else {
            let message = format!(
                "nothing is kept of the account `{}` but its name",
                self.name
            );
            return Err(Failure::new(Kind::Unauthorized, message).with_hint(
                "sign in again with `plexctl login`; was another keyring or none used then?",
            ));
        }
        Ok(builder.build()?)
    }

    /// The account's token as any other.
    pub(crate) fn token(&self) -> Option<Token> {
        let jwt = self.stored.jwt.as_ref().map(Token::from);
        jwt.or_else(|| self.stored.token.as_ref().map(Token::from))
    }

    /// The account's servers and players; as they were last where plex.tv is away.
    pub(crate) async fn resources(
        &mut self,
        global: &Global,
    ) -> Result<DiscoveredResources, Failure> {
        let account = self.account(global).await?;
        let discovery = Discovery::new(account).cache(self.store.list(&self.name));
        discovery.resources().await.map_err(about_account)
    }

    /// Finds a server of the account, and the way to it; `token` goes along in place of the account's token for it. Who
    /// answers there is checked before any token is sent.
    pub(crate) async fn connect(
        &mut self,
        global: &Global,
        asked: &str,
        token: Option<Token>,
    ) -> Result<(Server, Resource), Failure> {
        let account = self.account(global).await?;
        let discovery = Discovery::new(account).cache(self.store.list(&self.name));
        let resource = discovery.find(asked).await.map_err(not_connected)?;
        let server = reach(global, &resource, token).await?;
        Ok((server, resource))
    }
}

/// The best way to a server.
pub(crate) async fn reach(
    global: &Global,
    resource: &Resource,
    token: Option<Token>,
) -> Result<Server, Failure> {
    let mut target = Target::from(resource);
    if let Some(token) = token {
        target = target.token(token);
    }
    let connected = connector(global)?.connect(target).await;
    Ok(connected.map_err(not_connected)?.into_server())
}

/// What finds the way to servers, set up as the command line says.
pub(crate) fn connector(global: &Global) -> Result<Connector, Failure> {
    let mut server = Server::builder().identity(connect::identity(global));
    let mut options = ConnectOptions::default();
    if let Some(timeout) = global.timeout {
        server = server.timeout(timeout);
        options = options.connect_timeout(timeout).identify_timeout(timeout);
    }
    if let Some(pem) = connect::roots(global)? {
        options = options.extra_root_certificates(pem);
    }
    Ok(Connector::new(options.server(server))?)
}

/// plex.tv's word on the account, with the way out.
pub(crate) fn about_account(error: Error) -> Failure {
    let failure = Failure::from(error).while_doing("plex.tv");
    match failure.kind {
        Kind::Unauthorized => failure.with_hint(
            "the token expired, or was ended from elsewhere: sign in again with `plexctl login`",
        ),
        Kind::Unreachable => failure
            .with_hint("check the network; this says nothing about the token, so stay signed in"),
        _ => failure,
    }
}

fn no_such(asked: &str, names: &[String]) -> Failure {
    let hint = match names {
        [] => "nobody is signed in: `plexctl login`".to_owned(),
        names => format!("these are: {}", names.join(", ")),
    };
    Failure::usage(format!("no account `{asked}` is signed in")).with_hint(hint)
}

pub(crate) fn not_connected(error: ConnectError) -> Failure {
    let message = error.to_string();
    match error {
        ConnectError::Resources(error) => about_account(error),
        ConnectError::NoAddress { .. } => Failure::new(Kind::Unreachable, message)
            .with_hint("`plexctl servers --explain` tells more of each address; is the server on?"),
        ConnectError::NoSuchServer { .. } => {
            Failure::new(Kind::NotFound, message).with_hint("`plexctl servers` lists them")
        }
        ConnectError::Ambiguous { .. } => {
            Failure::usage(message).with_hint("`plexctl servers` shows the machine identifiers")
        }
        ConnectError::Client(error) => error.into(),
        ConnectError::Build(error) => error.into(),
        error => {
            let cause = innermost(&error).map_or_else(String::new, |cause| format!(": {cause}"));
            Failure::new(Kind::Other, format!("{message}{cause}"))
        }
    }
}
