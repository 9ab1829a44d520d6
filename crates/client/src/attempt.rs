//! One attempt at a call: the token for it, its turn at the server, the exchange, and what the outcome says about the
//! token and the server.

use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::build_error::BuildError;
use crate::config::{self, Settings};
use crate::deadline::Deadline;
use crate::error::Error;
use crate::exchange::{Finish, Sender, Whole};
use crate::policy::{Failure, RateLimits};
use crate::reachability::Reachability;
use crate::redact;
use crate::request::{Outgoing, Overrides, TokenChoice};
use crate::token_source::TokenSource;
use bytes::Bytes;
use http::HeaderMap;
use plex_sdk_contract::endpoint::Host;
use plex_sdk_contract::endpoints::general::GetServerInfo;
use plex_sdk_contract::identity::X_PLEX_TOKEN;
use plex_sdk_contract::{Endpoint, Meta, Token};
use std::sync::Arc;
use tokio::time::Instant;

/// What a client makes its attempts with.
pub(crate) struct Attempts {
    pub(crate) base: BaseUrl,
    pub(crate) headers: HeaderMap,
    pub(crate) reachability: Reachability,
    sender: Sender,
    source: Option<Arc<dyn TokenSource>>,
    limits: RateLimits,
}

/// Why an attempt gave no answer.
pub(crate) enum NoAnswer {
    /// It was not made: no token, no time, or a server that asked to wait. Another attempt would not help.
    NotMade(Error),
    /// It failed, and another one may succeed.
    Failed(Error),
    /// The server refused the token without processing the request, and there is another token.
    TokenReplaced,
}

impl From<Error> for NoAnswer {
    fn from(error: Error) -> Self {
        Self::NotMade(error)
    }
}

/// Whether 403 for this operation may mean an unknown token rather than an insufficient one: some servers say so at
/// `/security`, and nowhere else.
fn may_hide_unknown_tokens(meta: &Meta) -> bool {
    meta.host == Host::Pms && meta.path.starts_with("/security/")
}

impl Attempts {
    pub(crate) fn new(base: BaseUrl, settings: &Settings) -> Result<Self, BuildError> {
        Ok(Self {
            base,
            headers: settings.headers()?,
            reachability: Reachability::default(),
            sender: Sender {
                transport: settings.transport()?,
                hooks: settings.hooks.clone(),
                max_body: settings.max_body.unwrap_or(config::DEFAULT_MAX_BODY),
            },
            source: settings.token_source.clone(),
            limits: settings.limits(),
        })
    }

    /// Makes one attempt, after everything it has to wait for. `renewed` says that the token was replaced already.
    pub(crate) async fn attempt<F: Finish>(
        &self,
        outgoing: &Outgoing<'_>,
        deadline: Deadline,
        renewed: bool,
        finish: &F,
    ) -> Result<Answer<F::Value>, NoAnswer> {
        let meta = outgoing.meta;
        let source = match outgoing.overrides.token {
            TokenChoice::Own => self.source.as_deref(),
            TokenChoice::None | TokenChoice::Other(_) => None,
        };
        let mut http = outgoing.build(&self.base, &self.headers)?;
        let uri = http.uri().clone();
        let mut given = None;
        if let Some(source) = source {
            let token = deadline.within(meta.name, source.token()).await?;
            let token = token.map_err(|error| Error::no_token(meta.name, error))?;
            let header = config::token_header(&token);
            http.headers_mut().insert(X_PLEX_TOKEN, header);
            given = Some((source, token));
        }
        // The token comes first: minting one may need a permit of the same origin.
        let permit = match self.limits.gate(&uri) {
            Some(gate) => deadline.within(meta.name, gate.acquire_owned()).await?.ok(),
            None => None,
        };
        self.wait_for_turn(meta.name, &uri, deadline).await?;
        // Boxed, as every future around it would otherwise be moved with all of its room.
        let result = Box::pin(self.sender.send(outgoing, http, deadline, finish)).await;
        let own_server = outgoing.overrides.base.is_none();
        let error = match result {
            Ok(answer) => {
                if own_server {
                    self.reachability.confirmed();
                }
                if let Some((source, token)) = &given {
                    source.accepted(token);
                }
                return Ok(match permit {
                    Some(permit) => finish.hold(answer, permit),
                    None => answer,
                });
            }
            Err(error) => error,
        };
        if error.failure() == Failure::NotSent {
            if own_server {
                self.reachability.lost();
            }
            if let Some((source, token)) = &given {
                source.unreachable(token);
            }
        } else if let Some((source, token)) = &given
            && !renewed
            && self.refuses(token, &error, outgoing, deadline).await
            && source.rejected(token)
        {
            return Err(NoAnswer::TokenReplaced);
        }
        Err(NoAnswer::Failed(error))
    }

    /// Leaves the origin of a request alone for a while, and with it every client that shares the rate limits.
    pub(crate) fn hold_off(
        &self,
        outgoing: &Outgoing<'_>,
        wait: std::time::Duration,
    ) -> Result<(), Error> {
        let http = outgoing.build(&self.base, &self.headers)?;
        self.limits.hold(http.uri(), wait, Instant::now());
        Ok(())
    }

    /// Whether the server refused the request because of its token.
    async fn refuses(
        &self,
        token: &Token,
        error: &Error,
        outgoing: &Outgoing<'_>,
        deadline: Deadline,
    ) -> bool {
        error.is_unauthorized()
            || error.is_forbidden()
                && may_hide_unknown_tokens(outgoing.meta)
                && self.is_unknown(token, outgoing, deadline).await
    }

    /// Asks the same server for its root, which only an unknown token is refused with 401.
    async fn is_unknown(&self, token: &Token, about: &Outgoing<'_>, deadline: Deadline) -> bool {
        let meta = const { &Meta::of::<GetServerInfo>() };
        let overrides = Overrides {
            base: about.overrides.base.clone(),
            token: TokenChoice::Other(token.clone()),
            ..Overrides::default()
        };
        let outgoing = Outgoing::new(meta, meta.effect, GetServerInfo::PATH, None, overrides);
        let Ok(http) = outgoing.build(&self.base, &self.headers) else {
            return false;
        };
        let finish = Whole {
            decode: |_: &HeaderMap, _: &Bytes| Ok(()),
            empty: true,
        };
        let response = Box::pin(self.sender.send(&outgoing, http, deadline, &finish));
        matches!(response.await, Err(error) if error.is_unauthorized())
    }

    /// Waits as long as the origin asked to be left alone; an error if that is too long.
    async fn wait_for_turn(
        &self,
        operation: &'static str,
        uri: &http::Uri,
        deadline: Deadline,
    ) -> Result<(), Error> {
        // While it waits another call may be told to wait longer.
        loop {
            match self.limits.wait(uri, deadline.left(), Instant::now()) {
                Ok(None) => return Ok(()),
                Ok(Some(wait)) => tokio::time::sleep(wait).await,
                Err(held) => {
                    let url = redact::path_and_query(&uri.to_string());
                    return Err(Error::held(operation, &held).with_url(url));
                }
            }
        }
    }
}
