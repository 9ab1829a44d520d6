//! [`EmbeddedPlayer`]: a player to control by the companion protocol, spoken to directly or through a server of the embedded
//! Plex.
//!
//! It plays nothing: commands change what it says it does, and time passes when it is told to ([`EmbeddedPlayer::advance`]).

mod commands;
mod port;

use crate::builder::StartError;
use crate::gate;
use crate::refusal::{Refusal, page};
use crate::request_log::without_tokens;
use crate::routes::format_of;
use crate::serve::{Call, Site};
use axum::response::Response;
use commands::{Outcome, Stage};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoint::{Host, Meta};
use plex_sdk_contract::endpoints::general::GetClients;
use plex_sdk_contract::endpoints::{self, player::companion::PlayerPollTimeline};
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::{
    CompanionPlayer, CompanionPlayers, Neighbour, Neighbours, PlayerResponse, PlayerTimelines,
};
use plex_sdk_contract::params;
use plex_sdk_contract::reply::{Named, Reply};
use plex_sdk_contract::token::TransientToken;
use port::Listening;
use std::collections::{HashMap, VecDeque};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// How long a poll waits for a change.
const LONGEST_POLL: Duration = Duration::from_secs(20);
/// So many commands are remembered, and so many controllers.
const MEMORY: usize = 1000;

const PRODUCT: &str = "Embedded Player";
const CAPABILITIES: &str = "timeline,playback,navigation,mirror,playqueues";

/// A player of its own process. It stops listening when the last of its clones is dropped.
#[derive(Clone)]
pub struct EmbeddedPlayer {
    pub(crate) inner: Arc<Inner>,
    address: SocketAddr,
    _listening: Arc<Listening>,
}

/// What a player is and does.
pub(crate) struct Inner {
    pub(crate) name: String,
    pub(crate) identifier: ClientIdentifier,
    pub(crate) port: u16,
    pub(crate) address: IpAddr,
    state: Mutex<State>,
    /// Grows with each change.
    changes: watch::Sender<u64>,
}

#[derive(Default)]
struct State {
    stage: Stage,
    /// What each controller was told last, as the number of changes.
    told: HashMap<String, u64>,
    commands: VecDeque<String>,
    refusal: Option<(u32, String)>,
}

impl EmbeddedPlayer {
    /// Starts a player that belongs to no embedded Plex, at a free port of `127.0.0.1`. It needs a running tokio runtime.
    pub async fn start(name: &str) -> Result<Self, StartError> {
        Self::open(name, IpAddr::V4(std::net::Ipv4Addr::LOCALHOST)).await
    }

    pub(crate) async fn open(name: &str, bind: IpAddr) -> Result<Self, StartError> {
        let address = SocketAddr::new(bind, 0);
        let failed = |source| StartError::Listen { address, source };
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let inner = Arc::new(Inner {
            name: name.to_owned(),
            identifier: uuid::Uuid::new_v4().to_string().into(),
            port: address.port(),
            address: address.ip(),
            state: Mutex::default(),
            changes: watch::Sender::new(1),
        });
        Ok(Self {
            _listening: Arc::new(Listening::start(inner.clone(), listener)),
            inner,
            address,
        })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// Its client identifier, another one at each start.
    pub fn client_identifier(&self) -> &ClientIdentifier {
        &self.inner.identifier
    }

    /// Where it answers itself, such as `http://127.0.0.1:40125`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What it reports now.
    pub fn timelines(&self) -> PlayerTimelines {
        let state = self.inner.lock();
        state.stage.timelines(&self.inner.identifier)
    }

    /// The token that it was given for the media it plays; none where nothing plays or none came along.
    pub fn media_token(&self) -> Option<TransientToken> {
        self.inner.lock().stage.token.clone()
    }

    /// Lets time pass for what plays.
    pub fn advance(&self, time: Duration) {
        self.inner.change(|state| state.stage.advance(time));
    }

    /// Has it answer every command with this code and these words in a body of its own, and status 200, as players do; `None`
    /// ends that. Reports and what it is are told all the same.
    pub fn refuse(&self, refusal: Option<(u32, &str)>) {
        self.inner.lock().refusal = refusal.map(|(code, words)| (code, words.to_owned()));
    }

    /// The last 1000 requests as path and query, without tokens, the oldest first.
    pub fn commands(&self) -> Vec<String> {
        self.inner.lock().commands.iter().cloned().collect()
    }
}

impl std::fmt::Debug for EmbeddedPlayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EmbeddedPlayer")
            .field("name", &self.inner.name)
            .field("client_identifier", &self.inner.identifier)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl Inner {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state, and tells those who wait.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let value = change(&mut self.lock());
        self.changes.send_modify(|number| *number += 1);
        value
    }

    /// Answers a request.
    pub(crate) async fn answer(&self, parts: &Parts) -> Response {
        let query = parts.uri.query().unwrap_or_default();
        {
            let mut state = self.lock();
            if state.commands.len() == MEMORY {
                state.commands.pop_front();
            }
            state.commands.push_back(without_tokens(&parts.uri));
        }
        let format = format_of(&parts.headers);
        let Some(meta) = operation(parts) else {
            return page(StatusCode::NOT_FOUND);
        };
        if target(&parts.headers, query).is_some_and(|target| self.identifier != *target) {
            return self.said(404, "There is no such player here", format);
        }
        match meta.name {
            "GetClientResourcesRoot" | "GetClientResources" => {
                let players = vec![self.resources()];
                answer_of(
                    &MediaContainer::new(1, CompanionPlayers { players }),
                    format,
                )
            }
            "PlayerPollTimeline" => self.poll(parts, query, format).await,
            _ => {
                if let Some((code, words)) = self.lock().refusal.clone() {
                    return self.said(code, &words, format);
                }
                let run = |state: &mut State| {
                    let stage = &mut state.stage;
                    commands::carry_out(stage, meta, query, &parts.headers)
                };
                match self.change(run) {
                    Outcome::Done => self.said(200, "OK", format),
                    Outcome::BadRequest => page(StatusCode::BAD_REQUEST),
                    Outcome::NotServed => page(StatusCode::NOT_IMPLEMENTED),
                    Outcome::NothingPlays => self.said(412, "Nothing plays", format),
                }
            }
        }
    }

    fn said(&self, code: u32, words: &str, format: Format) -> Response {
        let response = PlayerResponse {
            code: Some(code),
            status: Some(words.into()),
        };
        let mut answer = answer_of(&Named(response), format);
        if let Ok(id) = HeaderValue::from_str(self.identifier.as_str()) {
            answer.headers_mut().insert("x-plex-client-identifier", id);
        }
        answer
    }

    /// The report, when there is something that this controller was not told.
    async fn poll(&self, parts: &Parts, query: &str, format: Format) -> Response {
        let request = params::decode::<PlayerPollTimeline>(Vec::new(), query, &parts.headers);
        let Ok(request) = request else {
            return page(StatusCode::BAD_REQUEST);
        };
        let controller = gate::client(parts).unwrap_or_default();
        let mut changes = self.changes.subscribe();
        if request.wait == Some(true) {
            let told = self.lock().told.get(&controller).copied().unwrap_or(0);
            let news = changes.wait_for(|number| *number > told);
            // Without news the same is told again.
            let _ = tokio::time::timeout(LONGEST_POLL, news).await;
        }
        let mut state = self.lock();
        if state.told.len() >= MEMORY {
            state.told.clear();
        }
        state.told.insert(controller, *self.changes.borrow());
        let timelines = state.stage.timelines(&self.identifier);
        answer_of(&MediaContainer::new(3, timelines), format)
    }

    fn resources(&self) -> CompanionPlayer {
        CompanionPlayer {
            title: Some(self.name.as_str().into()),
            machine_identifier: Some(self.identifier.as_str().into()),
            device_class: Some("pc".into()),
            product: Some(PRODUCT.into()),
            version: Some(env!("CARGO_PKG_VERSION").into()),
            platform: Some(std::env::consts::OS.into()),
            protocol: Some("plex".into()),
            protocol_version: Some("1".into()),
            protocol_capabilities: Some(CAPABILITIES.into()),
            ..CompanionPlayer::default()
        }
    }

    fn neighbour(&self) -> Neighbour {
        Neighbour {
            name: Some(self.name.as_str().into()),
            host: Some(self.address.to_string().into()),
            address: Some(self.address.to_string().into()),
            port: Some(self.port.into()),
            machine_identifier: Some(self.identifier.as_str().into()),
            version: Some(env!("CARGO_PKG_VERSION").into()),
            protocol: Some("plex".into()),
            product: Some(PRODUCT.into()),
            device_class: Some("pc".into()),
            protocol_version: Some("1".into()),
            protocol_capabilities: Some(CAPABILITIES.into()),
        }
    }
}

fn answer_of(reply: &impl Reply, format: Format) -> Response {
    let Ok(encoded) = reply.encode(format) else {
        return page(StatusCode::INTERNAL_SERVER_ERROR);
    };
    let mut response = Response::new(encoded.body.into());
    if let Some(kind) = encoded.content_type {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    response
}

/// The operation of players that a request means.
fn operation(parts: &Parts) -> Option<&'static Meta> {
    let path = parts.uri.path();
    endpoints::all().find(|meta| {
        meta.host == Host::Player
            && meta.takes(&parts.method)
            && meta
                .templates()
                .any(|template| template.matches(path).is_some())
    })
}

/// True where players answer this operation.
pub(crate) fn serves(meta: &Meta) -> bool {
    meta.host == Host::Player && commands::knows(meta.name)
}

/// The player that a request names.
fn target(headers: &HeaderMap, query: &str) -> Option<String> {
    let name = http::HeaderName::from_static("x-plex-target-client-identifier");
    gate::header_or_query(headers, query, &name, "X-Plex-Target-Client-Identifier")
}

/// True where a server hands a request on.
pub(crate) fn is_relayed(site: &Site, parts: &Parts) -> bool {
    site.host == Host::Pms && parts.uri.path().starts_with("/player/")
}

/// Hands a request on to the player that it names, for whom the server lets in.
pub(crate) async fn relay(
    site: &Site,
    parts: &Parts,
    token: Option<&str>,
) -> Result<Response, Refusal> {
    let meta = operation(parts).ok_or(Refusal::NotFound)?;
    gate::admit(&site.world, site.place, meta, token, None)?;
    let query = parts.uri.query().unwrap_or_default();
    let wanted = target(&parts.headers, query).ok_or(Refusal::BadRequest)?;
    let mut players = site.world.players.iter();
    let player = players
        .find(|player| player.identifier == *wanted)
        .ok_or(Refusal::NotFound)?;
    Ok(player.answer(parts).await)
}

/// `GET /clients`
#[expect(clippy::unnecessary_wraps, reason = "all handlers have one signature")]
pub(crate) fn get_clients(
    call: &Call<'_>,
    _request: GetClients,
) -> Result<MediaContainer<Neighbours>, Refusal> {
    let players = call.world.players.iter();
    let servers: Vec<Neighbour> = players.map(|player| player.neighbour()).collect();
    Ok(MediaContainer::new(servers.len(), Neighbours { servers }))
}
