//! What `Server` and `Account` are set up with; the builder's methods that both share.

use crate::build_error::BuildError;
use crate::hook::Hook;
use crate::policy::{RateLimits, RetryPolicy, Timeouts};
use crate::token_source::TokenSource;
use crate::transport::{self, Transport};
use http::{HeaderMap, HeaderValue};
use plex_sdk_contract::identity::X_PLEX_TOKEN;
use plex_sdk_contract::{ClientIdentity, Token};
use std::fmt;
use std::sync::Arc;

/// The longest answer taken where the caller says nothing: 64 MiB.
pub const DEFAULT_MAX_BODY: usize = 64 * 1024 * 1024;

/// Settings that a server's and an account's client share.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    pub(crate) token: Option<Token>,
    pub(crate) identity: ClientIdentity,
    pub(crate) token_source: Option<Arc<dyn TokenSource>>,
    pub(crate) timeouts: Timeouts,
    pub(crate) retries: RetryPolicy,
    pub(crate) limits: Option<RateLimits>,
    pub(crate) max_body: Option<usize>,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) hooks: Vec<Arc<dyn Hook>>,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("token", &self.token)
            .field("identity", &self.identity)
            .field("timeouts", &self.timeouts)
            .field("retries", &self.retries)
            .finish_non_exhaustive()
    }
}

impl Settings {
    pub(crate) fn transport(&self) -> Result<Arc<dyn Transport>, BuildError> {
        if let Some(transport) = &self.transport {
            return Ok(transport.clone());
        }
        let client = transport::HttpClient::builder()
            .connect_timeout(self.timeouts.connect_limit())
            .build()?;
        Ok(Arc::new(client))
    }

    /// What is known about other calls to the same origin.
    pub(crate) fn limits(&self) -> RateLimits {
        match (&self.limits, &self.transport) {
            (Some(limits), _) => limits.clone(),
            (None, None) => RateLimits::process_wide(),
            // What answers may not be the host that the URL names.
            (None, Some(_)) => RateLimits::new(),
        }
    }

    /// The headers of every request: identity, `Accept` and the token that stays the same.
    pub(crate) fn headers(&self) -> Result<HeaderMap, BuildError> {
        let mut headers = self.identity.to_headers()?;
        headers.insert(
            http::header::ACCEPT,
            HeaderValue::from_static("application/json"),
        );
        if let (Some(token), None) = (&self.token, &self.token_source) {
            headers.insert(X_PLEX_TOKEN, token_header(token));
        }
        Ok(headers)
    }
}

/// A token as a header's value, marked so that it is not shown.
pub(crate) fn token_header(token: &Token) -> HeaderValue {
    let mut value = HeaderValue::from_str(token.expose())
        .unwrap_or_else(|_| unreachable!("a token holds visible ASCII only"));
    value.set_sensitive(true);
    value
}

/// The methods that the builders share.
macro_rules! settings_methods {
    () => {
        /// The client identifier: made once for an installation, then kept.
        pub fn client_identifier(
            mut self,
            id: impl Into<plex_sdk_contract::ids::ClientIdentifier>,
        ) -> Self {
            self.settings.identity.client_identifier = id.into();
            self
        }

        /// Everything the app tells about itself; replaces the client identifier too.
        pub fn identity(mut self, identity: plex_sdk_contract::ClientIdentity) -> Self {
            self.settings.identity = identity;
            self
        }

        /// Where the token comes from, asked for each request; it is used instead of a token that was given.
        pub fn token_source(mut self, source: impl $crate::token_source::TokenSource) -> Self {
            self.settings.token_source = Some(std::sync::Arc::new(source));
            self
        }

        /// The time allowed for a whole call, attempts and waits included; 30 seconds where nothing is said. See
        /// [`Timeouts`](crate::policy::Timeouts) for the time of its parts.
        pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
            self.settings.timeouts = self.settings.timeouts.total(timeout);
            self
        }

        /// The time allowed for a connection; 5 seconds where nothing is said. It has no effect on a client or
        /// transport of your own.
        pub fn connect_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.settings.timeouts = self.settings.timeouts.connect(timeout);
            self
        }

        /// The time allowed for each part of a call; replaces what was said about any of them.
        pub fn timeouts(mut self, timeouts: $crate::policy::Timeouts) -> Self {
            self.settings.timeouts = timeouts;
            self
        }

        /// Whether and when a failed attempt is followed by another one; modestly where nothing is said.
        /// [`RetryPolicy::none`](crate::policy::RetryPolicy::none) turns that off.
        pub fn retries(mut self, policy: $crate::policy::RetryPolicy) -> Self {
            self.settings.retries = policy;
            self
        }

        /// What is known about servers that asked to wait, to be shared between clients; and how many requests may be
        /// under way to each.
        pub fn rate_limits(mut self, limits: $crate::policy::RateLimits) -> Self {
            self.settings.limits = Some(limits);
            self
        }

        /// The longest answer to take, in bytes; 64 MiB where nothing is said.
        pub fn max_body(mut self, bytes: usize) -> Self {
            self.settings.max_body = Some(bytes);
            self
        }

        /// Uses another transport: an [`HttpClient`](crate::transport::HttpClient) with other settings, one of your own,
        /// or, with the feature `reqwest`, a `reqwest::Client`.
        pub fn transport(mut self, transport: impl $crate::transport::Transport) -> Self {
            self.settings.transport = Some(std::sync::Arc::new(transport));
            self
        }

        /// Adds a hook; hooks run in the order they were added.
        pub fn hook(mut self, hook: impl $crate::hook::Hook) -> Self {
            self.settings.hooks.push(std::sync::Arc::new(hook));
            self
        }
    };
}
pub(crate) use settings_methods;
