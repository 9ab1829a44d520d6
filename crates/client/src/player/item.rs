//! [`PlayItem`]: what a player is to play, and having it do so.

use super::{Player, millis};
use crate::error::Error;
use crate::server::Server;
use plex_sdk_contract::endpoints::general::GetIdentity;
use plex_sdk_contract::endpoints::play_queue::CreatePlayQueue;
use plex_sdk_contract::endpoints::player::playback::PlayerPlayMedia;
use plex_sdk_contract::endpoints::timeline::LIBRARY;
use plex_sdk_contract::ids::{PlayQueueId, RatingKey};
use plex_sdk_contract::model::{PlayerMedia, PlaylistKind};
use plex_sdk_contract::{Endpoint, Text};
use std::time::Duration;
use url::Url;

/// An item for a player, by default in a play queue made for it, which most players need to go on to the next one.
#[derive(Clone, Debug)]
#[must_use]
pub struct PlayItem {
    item: RatingKey,
    kind: PlayerMedia,
    offset: Duration,
    queue: Queue,
    server_url: Option<String>,
}

#[derive(Clone, Debug)]
enum Queue {
    None,
    New { shuffle: bool, continuous: bool },
    Known(PlayQueueId),
}

impl PlayItem {
    fn new(item: RatingKey, kind: PlayerMedia) -> Self {
        Self {
            item,
            kind,
            offset: Duration::ZERO,
            queue: Queue::New {
                shuffle: false,
                continuous: false,
            },
            server_url: None,
        }
    }

    /// A movie, an episode or a clip; also a season or a show, from its beginning.
    pub fn video(item: impl Into<RatingKey>) -> Self {
        Self::new(item.into(), PlayerMedia::Video)
    }

    /// A track; also an album or an artist.
    pub fn music(item: impl Into<RatingKey>) -> Self {
        Self::new(item.into(), PlayerMedia::Music)
    }

    /// A photo or an album of them.
    pub fn photo(item: impl Into<RatingKey>) -> Self {
        Self::new(item.into(), PlayerMedia::Photo)
    }

    /// Where to begin, in whole milliseconds; at the beginning where nothing is said.
    pub fn at(mut self, offset: Duration) -> Self {
        self.offset = offset;
        self
    }

    /// The new play queue is shuffled.
    pub fn shuffled(mut self) -> Self {
        self.queue = Queue::New {
            shuffle: true,
            continuous: false,
        };
        self
    }

    /// The new play queue goes on, from one episode to the next.
    pub fn continuous(mut self) -> Self {
        self.queue = Queue::New {
            shuffle: false,
            continuous: true,
        };
        self
    }

    /// Plays it in a play queue that is there already.
    pub fn in_queue(mut self, queue: impl Into<PlayQueueId>) -> Self {
        self.queue = Queue::Known(queue.into());
        self
    }

    /// Plays it without a play queue.
    pub fn without_queue(mut self) -> Self {
        self.queue = Queue::None;
        self
    }

    /// The URL by which the player reaches the server, where it is another one than the client's own, such as
    /// `http://192.168.1.5:32400`.
    pub fn server_url(mut self, url: impl Into<String>) -> Self {
        self.server_url = Some(url.into());
        self
    }
}

impl Player {
    /// Has the player play an item of a server. The server is asked for its identifier, for a play queue, and for a
    /// transient token, which is what the player gets to fetch the media with; the client's own token stays here.
    ///
    /// It gives the play queue that was made. What the player answers says that it took the command;
    /// [`timelines`](Self::timelines) tell what became of it.
    pub async fn play_item(
        &self,
        server: &Server,
        item: PlayItem,
    ) -> Result<Option<PlayQueueId>, Error> {
        let name = PlayerPlayMedia::NAME;
        let url = item.server_url.as_deref().unwrap_or(server.url());
        let place = Url::parse(url).map_err(|error| Error::invalid(name, error))?;
        let address = place
            .host_str()
            .ok_or_else(|| Error::invalid(name, "the server's URL has no host"))?;
        let identity = server.send(GetIdentity::default()).await?;
        let machine = identity.content.machine_identifier;
        let key: Text = format!("/library/metadata/{}", item.item).into();
        let (queue, made) = match item.queue {
            Queue::None => (None, None),
            Queue::Known(queue) => (Some(queue), None),
            Queue::New {
                shuffle,
                continuous,
            } => {
                let mut request = CreatePlayQueue::new(match item.kind {
                    PlayerMedia::Music => PlaylistKind::Audio,
                    PlayerMedia::Photo => PlaylistKind::Photo,
                    _ => PlaylistKind::Video,
                })
                .uri(format!("server://{machine}/{LIBRARY}{key}"));
                request.shuffle = shuffle.then_some(true);
                request.continuous = continuous.then_some(true);

                let queue = server.send(request).await?.content.play_queue_id;
                let queue = queue.map(PlayQueueId::from);
                (queue.clone(), queue)
            }
        };
        let token = server.transient_tokens().get().await?;
        let mut request = PlayerPlayMedia::new(key)
            .provider_identifier(LIBRARY)
            .offset_ms(millis(item.offset))
            .machine_identifier(machine)
            .protocol(place.scheme())
            .address(address)
            .token(token)
            .kind(item.kind);
        request.container_key = queue.map(|id| format!("/playQueues/{id}?window=100&own=1").into());
        request.port = place.port_or_known_default();
        self.send(request).await?;
        Ok(made)
    }
}
