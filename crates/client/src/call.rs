//! [`Call`]: one operation about to be sent; [`Answer`]: what came back, in whole.

use crate::base_url::BaseUrl;
use crate::error::Error;
use crate::player::aim::Aim;
use crate::policy::RetryPolicy;
use crate::send::Core;
use crate::transport::BoxFuture;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use plex_sdk_contract::identity::X_PLEX_TOKEN;
use plex_sdk_contract::{Endpoint, Token};
use std::fmt;
use std::future::IntoFuture;
use std::sync::Arc;
use std::time::Duration;

/// The token of one call.
#[derive(Default)]
pub(crate) enum TokenChoice {
    /// The client's own.
    #[default]
    Own,
    /// None at all.
    None,
    /// Another one.
    Other(Token),
}

/// What one call does differently from its client.
#[derive(Default)]
pub(crate) struct Overrides {
    pub(crate) base: Option<BaseUrl>,
    pub(crate) token: TokenChoice,
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Option<Duration>,
    pub(crate) retries: Option<RetryPolicy>,
    pub(crate) repeatable: bool,
    pub(crate) method: Option<Method>,
    pub(crate) path: Option<&'static str>,
    pub(crate) problem: Option<String>,
    /// The player that it is for.
    pub(crate) aim: Option<Arc<Aim>>,
}

/// An operation about to be sent: await it for its value, or call [`answer`](Self::answer) for everything.
#[must_use = "a call is sent when it is awaited"]
pub struct Call<E> {
    core: Arc<Core>,
    request: E,
    overrides: Overrides,
}

impl<E: Endpoint> Call<E> {
    pub(crate) fn new(core: Arc<Core>, request: E) -> Self {
        Self {
            core,
            request,
            overrides: Overrides::default(),
        }
    }

    fn problem(&mut self, problem: impl fmt::Display) {
        self.overrides
            .problem
            .get_or_insert_with(|| problem.to_string());
    }

    /// Gives it up before it is sent.
    pub(crate) fn refused(mut self, problem: &str) -> Self {
        self.problem(problem);
        self
    }

    pub(crate) fn base(mut self, base: BaseUrl) -> Self {
        self.overrides.base = Some(base);
        self
    }

    /// Says which player it is for.
    pub(crate) fn aimed(mut self, aim: Arc<Aim>) -> Self {
        self.overrides.aim = Some(aim);
        self
    }

    /// Sends this one call to another server. The token goes there as well: give that server's own with
    /// [`token`](Self::token), or none with [`without_token`](Self::without_token).
    pub fn server_url(mut self, url: &str) -> Self {
        match BaseUrl::parse(url) {
            Ok(base) => self.overrides.base = Some(base),
            Err(error) => self.problem(error),
        }
        self
    }

    /// Sends this one call with another token.
    pub fn token(mut self, token: impl Into<Token>) -> Self {
        self.overrides.token = TokenChoice::Other(token.into());
        self
    }

    /// Sends this one call without a token.
    pub fn without_token(mut self) -> Self {
        self.overrides.token = TokenChoice::None;
        self
    }

    /// Adds a header, or replaces the client's own of the same name. The value may hold any UTF-8 text.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = name.parse::<HeaderName>();
        let value = HeaderValue::from_bytes(value.as_bytes());
        match (name, value) {
            (Ok(name), _) if name == X_PLEX_TOKEN => {
                self.problem("X-Plex-Token is set with `token`, which keeps it out of logs");
            }
            (Ok(name), Ok(value)) => {
                self.overrides.headers.insert(name, value);
            }
            (Err(_), _) => self.problem("a header's name has a character that none may have"),
            (Ok(name), Err(_)) => {
                self.problem(format_args!("the value of {name} has a control character"));
            }
        }
        self
    }

    /// The time allowed for this one call, attempts and waits included. A longer one than 20 seconds also lets the answer
    /// begin later, unless the client's [`head`](crate::policy::Timeouts::head) says otherwise.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.overrides.timeout = Some(timeout);
        self
    }

    /// Whether and when this one call is tried again.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.overrides.retries = Some(policy);
        self
    }

    /// Says that doing it twice does no harm here: it is then tried again like a read when its answer gets lost.
    pub fn repeatable(mut self) -> Self {
        self.overrides.repeatable = true;
        self
    }

    /// Another verb, where servers take one: `/security/token` answers each.
    pub fn method(mut self, method: Method) -> Self {
        self.overrides.method = Some(method);
        self
    }

    /// Another path, where servers take one: an operation's page names them after its own.
    pub fn path(mut self, template: &str) -> Self {
        let mut paths = std::iter::once(E::PATH).chain(E::ALIASES.iter().copied());
        match paths.find(|path| *path == template) {
            Some(path) => self.overrides.path = Some(path),
            None => self.problem(format_args!("servers have no path {template} for it")),
        }
        self
    }

    /// Sends it, for status, headers and raw body beside the value.
    pub async fn answer(self) -> Result<Answer<E::Response>, Error> {
        self.core.send(&self.request, self.overrides).await
    }
}

impl<E: Endpoint> IntoFuture for Call<E> {
    type Output = Result<E::Response, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.answer().await.map(Answer::into_value) })
    }
}

impl<E: fmt::Debug> fmt::Debug for Call<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}

/// An answer in whole.
#[derive(Clone)]
pub struct Answer<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    value: T,
}

impl<T> Answer<T> {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: Bytes, value: T) -> Self {
        Self {
            status,
            headers,
            body,
            value,
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The content type, as it came.
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(header::CONTENT_TYPE)?.to_str().ok()
    }

    /// The body as it came. It may hold secrets, where the operation answers some.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// What the body says.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// What the body says, alone.
    pub fn into_value(self) -> T {
        self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("value", &self.value)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}
