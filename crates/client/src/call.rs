//! [`Call`]: one operation that is about to be sent.

use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::error::Error;
use crate::policy::RetryPolicy;
use crate::request::{Overrides, Recipient, TokenChoice};
use crate::send::{Core, Decode};
use crate::transport::BoxFuture;
use http::{HeaderName, HeaderValue, Method};
use plex_sdk_contract::identity::X_PLEX_TOKEN;
use plex_sdk_contract::{Endpoint, Envelope, Reply, Token};
use serde::de::DeserializeOwned;
use std::fmt;
use std::future::IntoFuture;
use std::sync::Arc;
use std::time::Duration;

/// An operation about to be sent: await it for its value, or call [`answer`](Self::answer) for everything.
///
/// A list can be walked through by [`pages`](Self::pages) and [`items`](Self::items), media and pictures come piece by piece
/// by [`stream`](Self::stream) or into a file by [`download_to`](Self::download_to). [`into_model`](Self::into_model) reads the
/// answer into a type of your own.
#[must_use = "a call is sent when it is awaited"]
pub struct Call<E: Endpoint, R = <E as Endpoint>::Response> {
    pub(crate) core: Arc<Core>,
    pub(crate) request: E,
    pub(crate) overrides: Overrides,
    decode: Decode<R>,
}

impl<E: Endpoint, R> Clone for Call<E, R> {
    fn clone(&self) -> Self {
        Self {
            core: self.core.clone(),
            request: self.request.clone(),
            overrides: self.overrides.clone(),
            decode: self.decode,
        }
    }
}

impl<E: Endpoint> Call<E> {
    pub(crate) fn new(core: Arc<Core>, request: E) -> Self {
        Self {
            core,
            request,
            overrides: Overrides::default(),
            decode: |body, left_out| match left_out {
                Some(left_out) => E::Response::decode_leaving_out(body, left_out),
                None => E::Response::decode(body),
            },
        }
    }
}

impl<E: Endpoint, R: Envelope> Call<E, R> {
    /// Reads the answer into a model of your own, which may be as slim as you like: what it has no field for is skipped. The
    /// request is the same.
    ///
    /// ```
    /// use plex_sdk::endpoints::content::ListContent;
    /// use plex_sdk::ids::RatingKey;
    /// use plex_sdk::{Page, Server};
    /// use serde::Deserialize;
    ///
    /// #[derive(Deserialize)]
    /// #[serde(rename_all = "camelCase")]
    /// struct Title {
    ///     rating_key: RatingKey,
    ///     title: String,
    ///     year: Option<u16>,
    /// }
    ///
    /// #[derive(Default, Deserialize)]
    /// #[serde(default, rename_all = "PascalCase")]
    /// struct Titles {
    ///     metadata: Vec<Title>,
    /// }
    ///
    /// // Only for `pages` and `items`.
    /// impl Page for Titles {
    ///     type Item = Title;
    ///     fn len(&self) -> usize {
    ///         self.metadata.len()
    ///     }
    ///     fn into_items(self) -> Vec<Title> {
    ///         self.metadata
    ///     }
    /// }
    ///
    /// async fn titles(server: &Server, movies: ListContent) -> Result<(), plex_sdk::Error> {
    ///     let call = server.content().list_content(movies).into_model::<Titles>();
    ///     let mut titles = call.items();
    ///     while let Some(title) = titles.next().await {
    ///         let Title { rating_key, title, year } = title?;
    ///         println!("{rating_key}: {title} ({year:?})");
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn into_model<M: DeserializeOwned>(self) -> Call<E, R::Around<M>> {
        Call {
            core: self.core,
            request: self.request,
            overrides: self.overrides,
            decode: R::decode_as::<M>,
        }
    }
}

impl<E: Endpoint, R> Call<E, R> {
    pub(crate) fn problem(&mut self, problem: impl fmt::Display) {
        self.overrides.keep_problem(&problem);
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

    /// Sends it to a device behind the server.
    pub(crate) fn recipient(mut self, recipient: Arc<dyn Recipient>) -> Self {
        self.overrides.recipient = Some(recipient);
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

    /// Leaves out entries of lists that cannot be read, instead of failing for one of them; the
    /// [answer](Answer::left_out) tells which.
    pub fn leave_out_bad_entries(mut self) -> Self {
        self.overrides.leave_out = true;
        self
    }

    /// Sends it, for status, headers and raw body beside the value.
    pub async fn answer(self) -> Result<Answer<R>, Error>
    where
        R: Send + 'static,
    {
        self.core
            .send(&self.request, self.overrides, self.decode)
            .await
    }
}

impl<E: Endpoint, R: Send + 'static> IntoFuture for Call<E, R> {
    type Output = Result<R, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.answer().await.map(Answer::into_value) })
    }
}

impl<E: Endpoint, R> fmt::Debug for Call<E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}
