//! [`Stage`]: what a player does, and what each command makes of it.

use http::HeaderMap;
use plex_sdk_contract::endpoint::{Endpoint, Meta};
use plex_sdk_contract::endpoints::player::playback::{
    PlayerPlayMedia, PlayerSeekTo, PlayerSetParameters, PlayerSetState, PlayerSetStreams,
    PlayerSetViewOffset, PlayerSkipBy, PlayerSkipTo, PlayerVolume,
};
use plex_sdk_contract::ids::{ClientIdentifier, MachineIdentifier};
use plex_sdk_contract::model::{PlayerMedia, PlayerState, PlayerTimeline, PlayerTimelines};
use plex_sdk_contract::params;
use plex_sdk_contract::text::Text;
use plex_sdk_contract::token::TransientToken;
use std::time::Duration;

/// How far a step forward or back goes.
const STEP_MS: i64 = 30_000;
/// What a player takes while something plays.
const CONTROLLABLE: &str = "playPause,stop,seekTo,skipPrevious,skipNext,stepBack,stepForward,volume,shuffle,repeat,\
    audioStream,subtitleStream";
/// The operations that are answered without a change.
const OTHERS: &[&str] = &[
    "GetClientResourcesRoot",
    "GetClientResources",
    "PlayerPollTimeline",
];

/// What came of a command.
pub(super) enum Outcome {
    Done,
    /// A parameter is missing or wrong.
    BadRequest,
    /// The double does not know the command.
    NotServed,
    /// The command needs something that plays.
    NothingPlays,
}

/// What plays.
#[derive(Clone)]
struct Playing {
    kind: PlayerMedia,
    state: PlayerState,
    key: Text,
    time_ms: i64,
    container_key: Option<Text>,
    provider: Option<Text>,
    machine: Option<MachineIdentifier>,
    address: Option<Text>,
    port: Option<u16>,
    protocol: Option<Text>,
    audio_stream: Option<i64>,
    subtitle_stream: Option<i64>,
    video_stream: Option<i64>,
}

/// What a player does.
pub(super) struct Stage {
    playing: Option<Playing>,
    pub(super) token: Option<TransientToken>,
    command: u32,
    volume: u8,
    mute: bool,
    shuffle: bool,
    repeat: u8,
    /// The item whose page is shown.
    mirrored: bool,
}

impl Default for Stage {
    fn default() -> Self {
        Self {
            playing: None,
            token: None,
            command: 0,
            volume: 100,
            mute: false,
            shuffle: false,
            repeat: 0,
            mirrored: false,
        }
    }
}

impl Stage {
    pub(super) fn advance(&mut self, time: Duration) {
        let ms = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        if let Some(playing) = &mut self.playing
            && playing.state == PlayerState::Playing
        {
            playing.time_ms = playing.time_ms.saturating_add(ms);
        }
    }

    /// What it reports: of each kind of media, whether it plays or not.
    pub(super) fn timelines(&self, identifier: &ClientIdentifier) -> PlayerTimelines {
        let kinds = [PlayerMedia::Music, PlayerMedia::Photo, PlayerMedia::Video];
        let location = match &self.playing {
            Some(playing) => match playing.kind {
                PlayerMedia::Music => "fullScreenMusic",
                PlayerMedia::Photo => "fullScreenPhoto",
                _ => "fullScreenVideo",
            },
            None if self.mirrored => "details",
            None => "navigation",
        };
        PlayerTimelines {
            command_id: Some(self.command.to_string().into()),
            location: Some(location.into()),
            machine_identifier: Some(identifier.as_str().into()),
            timelines: kinds.into_iter().map(|kind| self.timeline(kind)).collect(),
        }
    }

    fn timeline(&self, kind: PlayerMedia) -> PlayerTimeline {
        let Some(playing) = self.playing.as_ref().filter(|own| own.kind == kind) else {
            return PlayerTimeline {
                kind: Some(kind),
                state: Some(PlayerState::Stopped),
                ..PlayerTimeline::default()
            };
        };
        let rating_key = playing.key.rsplit('/').next().unwrap_or_default();
        let queue = playing.container_key.as_deref().and_then(|key| {
            let number = key.strip_prefix("/playQueues/")?;
            number.split('?').next()?.parse().ok()
        });
        PlayerTimeline {
            kind: Some(kind),
            state: Some(playing.state.clone()),
            time_ms: Some(playing.time_ms),
            key: Some(playing.key.clone()),
            rating_key: Some(rating_key.into()),
            provider_identifier: playing.provider.clone(),
            container_key: playing.container_key.clone(),
            play_queue_id: queue,
            audio_stream_id: playing.audio_stream,
            subtitle_stream_id: playing.subtitle_stream,
            video_stream_id: playing.video_stream,
            volume: Some(self.volume.into()),
            mute: Some(self.mute),
            shuffle: Some(self.shuffle),
            repeat: Some(self.repeat.into()),
            controllable: Some(CONTROLLABLE.into()),
            machine_identifier: playing.machine.clone(),
            address: playing.address.clone(),
            port: playing.port.map(u32::from),
            protocol: playing.protocol.clone(),
            ..PlayerTimeline::default()
        }
    }

    fn stop(&mut self) {
        self.playing = None;
        self.token = None;
    }

    fn set_state(&mut self, state: PlayerState) -> Outcome {
        if state == PlayerState::Stopped {
            self.stop();
            return Outcome::Done;
        }
        self.with(|playing| playing.state = state)
    }

    fn with(&mut self, change: impl FnOnce(&mut Playing)) -> Outcome {
        match &mut self.playing {
            Some(playing) => {
                change(playing);
                playing.time_ms = playing.time_ms.max(0);
                Outcome::Done
            }
            None => Outcome::NothingPlays,
        }
    }

    fn play_media(&mut self, request: PlayerPlayMedia) -> Outcome {
        if request.key.is_empty() {
            return Outcome::BadRequest;
        }
        let offset = request.offset_ms.unwrap_or(0);
        self.token = request.token;
        self.playing = Some(Playing {
            kind: request.kind.unwrap_or(PlayerMedia::Video),
            state: PlayerState::Playing,
            key: request.key,
            time_ms: i64::try_from(offset).unwrap_or(i64::MAX),
            container_key: request.container_key,
            provider: request.provider_identifier,
            machine: request.machine_identifier,
            address: request.address,
            port: request.port,
            protocol: request.protocol,
            audio_stream: None,
            subtitle_stream: None,
            video_stream: None,
        });
        Outcome::Done
    }
}

type Run = fn(&mut Stage, &str, &HeaderMap) -> Outcome;

/// A command with its parameters.
fn with<E: Endpoint>(
    stage: &mut Stage,
    query: &str,
    headers: &HeaderMap,
    run: impl FnOnce(&mut Stage, E) -> Outcome,
) -> Outcome {
    match params::decode::<E>(Vec::new(), query, headers) {
        Ok(request) => run(stage, request),
        Err(_) => Outcome::BadRequest,
    }
}

/// The commands. A queue is no more than its number to the double: past the item it plays there is nothing.
const COMMANDS: &[(&str, Run)] = &[
    ("PlayerPlayMedia", |stage, query, headers| {
        with(stage, query, headers, Stage::play_media)
    }),
    ("PlayerPlay", |stage, _, _| {
        stage.set_state(PlayerState::Playing)
    }),
    ("PlayerPause", |stage, _, _| {
        stage.set_state(PlayerState::Paused)
    }),
    ("PlayerStop", |stage, _, _| {
        stage.set_state(PlayerState::Stopped)
    }),
    ("PlayerSetState", |stage, query, headers| {
        with(
            stage,
            query,
            headers,
            |stage, request: PlayerSetState| match request.state {
                Some(state) if !matches!(state, PlayerState::Unknown(_)) => stage.set_state(state),
                _ => Outcome::BadRequest,
            },
        )
    }),
    ("PlayerSkipNext", |stage, _, _| {
        let outcome = stage.with(|_| {});
        stage.stop();
        outcome
    }),
    ("PlayerSkipPrevious", |stage, _, _| {
        stage.with(|playing| playing.time_ms = 0)
    }),
    ("PlayerStepForward", |stage, _, _| {
        stage.with(|playing| playing.time_ms = playing.time_ms.saturating_add(STEP_MS))
    }),
    ("PlayerStepBack", |stage, _, _| {
        stage.with(|playing| playing.time_ms -= STEP_MS)
    }),
    ("PlayerSeekTo", |stage, query, headers| {
        with(stage, query, headers, |stage, request: PlayerSeekTo| {
            stage.with(|playing| {
                playing.time_ms = i64::try_from(request.offset_ms).unwrap_or(i64::MAX);
            })
        })
    }),
    ("PlayerSetViewOffset", |stage, query, headers| {
        with(
            stage,
            query,
            headers,
            |stage, request: PlayerSetViewOffset| {
                stage.with(|playing| {
                    playing.time_ms = i64::try_from(request.offset_ms).unwrap_or(i64::MAX);
                })
            },
        )
    }),
    ("PlayerSkipBy", |stage, query, headers| {
        with(stage, query, headers, |stage, request: PlayerSkipBy| {
            stage
                .with(|playing| playing.time_ms = playing.time_ms.saturating_add(request.offset_ms))
        })
    }),
    ("PlayerSkipTo", |stage, query, headers| {
        with(stage, query, headers, |stage, request: PlayerSkipTo| {
            stage.with(|playing| {
                playing.key = request.key;
                playing.time_ms = 0;
            })
        })
    }),
    ("PlayerRefreshPlayQueue", |stage, _, _| stage.with(|_| {})),
    ("PlayerSetParameters", |stage, query, headers| {
        with(
            stage,
            query,
            headers,
            |stage, request: PlayerSetParameters| {
                if request.volume.is_some_and(|volume| volume > 100)
                    || request.repeat.is_some_and(|repeat| repeat > 2)
                {
                    return Outcome::BadRequest;
                }
                stage.volume = request.volume.unwrap_or(stage.volume);
                stage.shuffle = request.shuffle.unwrap_or(stage.shuffle);
                stage.repeat = request.repeat.unwrap_or(stage.repeat);
                Outcome::Done
            },
        )
    }),
    ("PlayerVolume", |stage, query, headers| {
        with(
            stage,
            query,
            headers,
            |stage, request: PlayerVolume| match request.level.filter(|level| *level <= 100) {
                Some(level) => {
                    stage.volume = level;
                    Outcome::Done
                }
                None => Outcome::BadRequest,
            },
        )
    }),
    ("PlayerMute", |stage, _, _| {
        stage.mute = true;
        Outcome::Done
    }),
    ("PlayerUnmute", |stage, _, _| {
        stage.mute = false;
        Outcome::Done
    }),
    ("PlayerSetStreams", |stage, query, headers| {
        with(stage, query, headers, |stage, request: PlayerSetStreams| {
            stage.with(|playing| {
                playing.audio_stream = request.audio_stream_id.or(playing.audio_stream);
                playing.subtitle_stream = request.subtitle_stream_id.or(playing.subtitle_stream);
                playing.video_stream = request.video_stream_id.or(playing.video_stream);
            })
        })
    }),
    ("MirrorDetails", |stage, _, _| {
        stage.mirrored = true;
        Outcome::Done
    }),
    ("Navigation", |stage, _, _| {
        stage.mirrored = false;
        Outcome::Done
    }),
];

/// True where the double answers this operation.
pub(super) fn knows(name: &str) -> bool {
    OTHERS.contains(&name) || COMMANDS.iter().any(|(own, _)| *own == name)
}

/// Carries out a command. Its number is remembered even where nothing came of it, for the reports.
pub(super) fn carry_out(
    stage: &mut Stage,
    meta: &Meta,
    query: &str,
    headers: &HeaderMap,
) -> Outcome {
    let Some((_, run)) = COMMANDS.iter().find(|(name, _)| *name == meta.name) else {
        return Outcome::NotServed;
    };
    let number = params::pairs(query).find(|(name, _)| name == "commandID");
    let number = number.and_then(|(_, number)| number.parse().ok());
    stage.command = number.unwrap_or(stage.command);
    run(stage, query, headers)
}
