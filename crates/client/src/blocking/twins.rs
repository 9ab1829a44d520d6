//! The blocking methods, each a line with the signature of the async one.

use super::driver::{Wrap, twins, wraps};
use super::{
    Account, Blocking, BlockingIter, ByteStream, Call, Connected, Items, Pages, Player, SignedIn,
    TransientTokens,
};
use crate::answer::Answer;
use crate::auth::{
    BrowserSignIn, Credential, Device, DeviceKey, JwtSession, Password, PasswordError, PinError,
    PinSignIn, RegisterError, SignInFlow, SwitchError, TokenStatus,
};
use crate::clock::Clock;
use crate::connect::candidate::Candidate;
use crate::connect::report::ConnectReport;
use crate::connect::{ConnectError, Connector, Discovery, Target};
use crate::error::Error;
#[cfg(feature = "events")]
use crate::events::{EventsBuilder, Source};
use crate::pages::ItemsByKey;
use crate::player::{PlayItem, TimelinesBuilder};
use crate::policy::RetryPolicy;
use crate::{Download, Downloaded, Progress};
use http::{HeaderMap, Method, StatusCode};
use plex_sdk_contract::endpoints::content::GetMetadataItem;
use plex_sdk_contract::endpoints::player::playback::{
    PlayerPause, PlayerPlay, PlayerSeekTo, PlayerSetParameters, PlayerSkipNext, PlayerSkipPrevious,
    PlayerStop,
};
use plex_sdk_contract::ids::{ClientIdentifier, MachineIdentifier, PlayQueueId};
#[cfg(feature = "events")]
use plex_sdk_contract::model::NotificationKind;
use plex_sdk_contract::model::{CompanionPlayer, HomeUser, PlayerMedia, SharedServer};
use plex_sdk_contract::time::Timestamp;
use plex_sdk_contract::{
    AccountEndpoint, Binary, ClientIdentity, Endpoint, Envelope, Host, Jwt, MediaContainer, Page,
    PlayerEndpoint, Secret, ServerEndpoint, ServerVersion, SourceUri, Token, TransientToken,
};
use serde::de::DeserializeOwned;
use std::ops::RangeBounds;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

wraps! {
    [] crate::Server => Blocking;
    [] crate::Account => Blocking;
    [] crate::Player => Blocking;
    [E: Endpoint, R] crate::Call<E, R> => Blocking;
    [E: Endpoint<Response = Binary>] Download<E> => Blocking;
    [] crate::ByteStream => BlockingIter;
    [T] crate::Pages<T> => BlockingIter;
    [T: Page] crate::Items<T> => BlockingIter;
    [] crate::tokens::TransientTokens => Blocking;
    [] crate::connect::Connected => Blocking;
    [T] SignInFlow<T> => Blocking;
    [T] PinSignIn<T> => Blocking;
    [T] BrowserSignIn<T> => Blocking;
    [] Device => Blocking;
    [] JwtSession => Blocking;
    [] TimelinesBuilder => Blocking;
    [] crate::player::Timelines => BlockingIter;
}

twins! {
    [] Blocking<crate::Server> {
        [] url(&self) -> &str;
        [] version(&self) -> Option<ServerVersion>;
        [wrap] send[E: ServerEndpoint](&self, request: E) -> Call<E>;
        [wrap] player(&self, target_client_identifier: impl Into<ClientIdentifier>) -> Player;
        [wrap] transient_tokens(&self) -> TransientTokens;
        [wait wrap] connect_source(&self, source: SourceUri) -> Result<Connected, ConnectError>;
    }

    [] Blocking<crate::Account> {
        [] identity(&self) -> &ClientIdentity;
        [] url(&self) -> &str;
        [] host_url(&self, host: Host) -> Option<&str>;
        [wrap] send[E: AccountEndpoint](&self, request: E) -> Call<E>;
        [wrap] sign_in(&self) -> Blocking<SignInFlow>;
        [wait] check_token(&self) -> TokenStatus;
        [wait] sign_out(&self) -> Result<(), Error>;
        [wait] approve_pin(&self, code: &str) -> Result<(), PinError>;
        [wait] home_users(&self) -> Result<Vec<HomeUser>, Error>;
        [wait wrap] switch_to(&self, user: &HomeUser, pin: Option<Secret>) -> Result<SignedIn, SwitchError>;
        [wait] shares_of(&self, server: &MachineIdentifier) -> Result<Vec<SharedServer>, Error>;
        [wrap] device(&self, key: DeviceKey) -> Blocking<Device>;
        [wait wrap] connect(&self, name_or_id: &str) -> Result<Connected, ConnectError>;
    }

    [] Blocking<crate::Player> {
        [] url(&self) -> &str;
        [] target_client_identifier(&self) -> Option<&ClientIdentifier>;
        [wrap] send[E: PlayerEndpoint](&self, request: E) -> Call<E>;
        [wait] identify(&self) -> Result<CompanionPlayer, Error>;
        [wrap] play(&self, kind: PlayerMedia) -> Call<PlayerPlay>;
        [wrap] pause(&self, kind: PlayerMedia) -> Call<PlayerPause>;
        [wrap] stop(&self, kind: PlayerMedia) -> Call<PlayerStop>;
        [wrap] seek_to(&self, kind: PlayerMedia, place: Duration) -> Call<PlayerSeekTo>;
        [wrap] skip_next(&self, kind: PlayerMedia) -> Call<PlayerSkipNext>;
        [wrap] skip_previous(&self, kind: PlayerMedia) -> Call<PlayerSkipPrevious>;
        [wrap] set_volume(&self, kind: PlayerMedia, volume: u8) -> Call<PlayerSetParameters>;
        [wrap] timelines(&self) -> super::Timelines;
        [wrap] watch(&self) -> Blocking<TimelinesBuilder>;
    }

    [] Blocking<TimelinesBuilder> {
        [wrap] patience(self, limit: Duration) -> Self;
        [wrap] reconnect(self, policy: RetryPolicy) -> Self;
        [wrap] stream(self) -> super::Timelines;
    }

    [E: Endpoint, R] Blocking<crate::Call[E, R]> {
        [wrap] server_url(self, url: &str) -> Self;
        [wrap] token(self, token: impl Into<Token>) -> Self;
        [wrap] without_token(self) -> Self;
        [wrap] header(self, name: &str, value: &str) -> Self;
        [wrap] timeout(self, timeout: Duration) -> Self;
        [wrap] retries(self, policy: RetryPolicy) -> Self;
        [wrap] repeatable(self) -> Self;
        [wrap] method(self, method: Method) -> Self;
        [wrap] path(self, template: &str) -> Self;
        [wrap] leave_out_bad_entries(self) -> Self;
    }

    [E: Endpoint, R: Send + 'static] Blocking<crate::Call[E, R]> {
        [wait] answer(self) -> Result<Answer<R>, Error>;
    }

    [E: Endpoint, R: Envelope] Blocking<crate::Call[E, R]> {
        [wrap] into_model[M: DeserializeOwned](self) -> Call<E, R::Around<M>>;
    }

    [T] BlockingIter<crate::Pages[T]> {
        [] total_size(&self) -> Option<u64>;
        [] has_changed(&self) -> bool;
        [] position(&self) -> u64;
    }

    [T: Page] BlockingIter<crate::Items[T]> {
        [] total_size(&self) -> Option<u64>;
        [] has_changed(&self) -> bool;
    }

    [] Blocking<crate::Call[GetMetadataItem]> {
        [wait] in_order(self) -> Result<ItemsByKey, Error>;
    }

    [E: Endpoint<Response = Binary>] Blocking<crate::Call[E]> {
        [wrap] range(self, bytes: impl RangeBounds<u64>) -> Self;
        [wait wrap] stream(self) -> Result<ByteStream, Error>;
        [wrap] download_to(self, path: impl Into<PathBuf>) -> Blocking<Download<E>>;
    }

    [E: Endpoint<Response = Binary>] Blocking<Download[E]> {
        [wrap] progress(self, watch: impl FnMut(Progress) + Send + 'static) -> Self;
        [wrap] length(self, bytes: u64) -> Self;
    }

    [] BlockingIter<crate::ByteStream> {
        [] status(&self) -> StatusCode;
        [] headers(&self) -> &HeaderMap;
        [] content_type(&self) -> Option<&str>;
        [] content_length(&self) -> Option<u64>;
        [] received(&self) -> u64;
    }

    [] Blocking<crate::tokens::TransientTokens> {
        [wait] get(&self) -> Result<TransientToken, Error>;
        [] rejected(&self, token: &TransientToken) -> bool;
        [] clear(&self) -> ();
    }

    [] Blocking<crate::connect::Connected> {
        [] candidate(&self) -> &Candidate;
        [] report(&self) -> &ConnectReport;
        [] machine_identifier(&self) -> Option<&MachineIdentifier>;
        [wrap] into_server(self) -> super::Server;
        [wait wrap] reconnect(&self) -> Result<Self, ConnectError>;
    }

    [] Blocking<SignInFlow> {
        [wait wrap] with_password(self, given: Password) -> Result<SignedIn, PasswordError>;
        [wrap] with_device_key(self, key: &DeviceKey) -> Blocking<SignInFlow<Jwt>>;
    }

    [T: Credential] Blocking<SignInFlow[T]> {
        [wrap] clock(self, clock: Arc<dyn Clock>) -> Self;
        [wrap] interval(self, interval: Duration) -> Self;
        [wrap] auth_page(self, page: Url) -> Self;
        [wait wrap] with_link_code(self) -> Result<Blocking<PinSignIn<T>>, Error>;
        [wait wrap] in_browser(self, forward_url: Option<Url>) -> Result<Blocking<BrowserSignIn<T>>, Error>;
    }

    [T: Credential] Blocking<PinSignIn[T]> {
        [] code(&self) -> &str;
        [] link_url(&self) -> &str;
        [] qr_text(&self) -> &str;
        [] expires_at(&self) -> Timestamp;
        [wait wrap] poll_once(&mut self) -> Result<Option<SignedIn<T>>, PinError>;
        [wait wrap] wait(self) -> Result<SignedIn<T>, PinError>;
    }

    [T: Credential] Blocking<BrowserSignIn[T]> {
        [] auth_url(&self) -> &str;
        [] expires_at(&self) -> Timestamp;
        [wait wrap] poll_once(&mut self) -> Result<Option<SignedIn<T>>, PinError>;
        [wait wrap] wait(self) -> Result<SignedIn<T>, PinError>;
    }

    [] Blocking<Device> {
        [wrap] scopes[S: Into<String>](self, scopes: impl IntoIterator<Item = S>) -> Self;
        [wrap] clock(self, clock: Arc<dyn Clock>) -> Self;
        [wait wrap] register(self) -> Result<Blocking<JwtSession>, RegisterError>;
        [wrap] session(self, jwt: Option<Jwt>) -> Blocking<JwtSession>;
    }

    [] Blocking<JwtSession> {
        [wait] jwt(&self) -> Result<Jwt, Error>;
        [wait] renewed(&self, refused: &Jwt) -> Result<Jwt, Error>;
        [wait wrap] account(&self) -> Result<Account, Error>;
        [wait] send[E: AccountEndpoint](&self, request: E) -> Result<E::Response, Error>;
    }
}

#[cfg(feature = "events")]
wraps! {
    [] EventsBuilder => Blocking;
    [] crate::events::Events => BlockingIter;
}

#[cfg(feature = "events")]
twins! {
    [] Blocking<crate::Server> {
        [wrap] events(&self) -> Blocking<EventsBuilder>;
    }

    [] Blocking<EventsBuilder> {
        [wrap] source(self, source: Source) -> Self;
        [wrap] kinds[K: Into<NotificationKind>](self, kinds: impl IntoIterator<Item = K>) -> Self;
        [wrap] silence(self, limit: Duration) -> Self;
        [wrap] reconnect(self, policy: RetryPolicy) -> Self;
        [wait wrap] connect(self) -> Result<super::Events, Error>;
        [wrap] stream(self) -> super::Events;
    }
}

// Those that are not their async methods' twins.

impl<E: Endpoint, R: Send + 'static> Call<E, R> {
    /// Sends the call and returns its value.
    pub fn send(self) -> Result<R, Error> {
        self.runtime.drive(E::NAME, self.inner.into_future())
    }
}

impl<E: Endpoint, T: Page + Send + 'static> Call<E, MediaContainer<T>> {
    /// See [`pages`](crate::Call::pages). A thread fetches pages ahead, unless [`ahead`](BlockingIter::ahead) is 0.
    pub fn pages(self) -> Pages<T> {
        let pages = self.inner.pages().wrap(&self.runtime);
        pages.in_background(true)
    }

    /// See [`items`](crate::Call::items). A thread fetches pages ahead, unless [`ahead`](BlockingIter::ahead) is 0.
    pub fn items(self) -> Items<T> {
        self.pages().items()
    }
}

/// The settings of lists, by value: what runs in the background stays so.
macro_rules! list_settings {
    ($($List:ident)+) => {
        $(
            impl<T: Page + Send + 'static> BlockingIter<crate::$List<T>> {
                /// See [`page_size`](crate::$List::page_size).
                pub fn page_size(self, entries: u32) -> Self {
                    self.map(|list| list.page_size(entries))
                }

                /// See [`ahead`](crate::$List::ahead).
                pub fn ahead(self, pages: usize) -> Self {
                    self.in_background(pages > 0).map(|list| list.ahead(pages))
                }
            }
        )+
    };
}

list_settings! { Pages Items }

impl<T: Page + Send + 'static> Pages<T> {
    /// See [`items`](crate::Pages::items).
    pub fn items(self) -> Items<T> {
        self.map(crate::Pages::items)
    }
}

impl<E: Endpoint<Response = Binary>> Blocking<Download<E>> {
    /// Downloads the file.
    pub fn send(self) -> Result<Downloaded, Error> {
        self.runtime.drive(E::NAME, self.inner.into_future())
    }
}

impl Player {
    /// See [`play_item`](crate::Player::play_item).
    pub fn play_item(
        &self,
        server: &super::Server,
        item: PlayItem,
    ) -> Result<Option<PlayQueueId>, Error> {
        // The connections of the server belong to its own runtime.
        let play = self.inner.play_item(&server.inner, item);
        server.runtime.drive("play_item", play)
    }
}

impl Connected {
    /// The server, with its token.
    pub fn server(&self) -> super::Server {
        self.inner.server().clone().wrap(&self.runtime)
    }
}

impl Account {
    /// Finds a server with a list of servers and a connector of your own; see [`connect`](Self::connect).
    pub fn connect_with(
        &self,
        discovery: &Discovery,
        connector: &Connector,
        name_or_id: &str,
    ) -> Result<Connected, ConnectError> {
        let connecting = discovery.connect(connector, name_or_id);
        let connected = self.runtime.drive("connect_with", connecting);
        connected.wrap(&self.runtime)
    }
}

impl super::Server {
    /// Connects to a server at known addresses; see [`Connector::connect`].
    pub fn connect(
        connector: &Connector,
        target: impl Into<Target>,
    ) -> Result<Connected, ConnectError> {
        let runtime = super::Driver::new()
            .map_err(|error| ConnectError::Client(Error::invalid("connect", error)))?;
        let connected = runtime.drive("connect", connector.connect(target));
        connected.wrap(&runtime)
    }
}
