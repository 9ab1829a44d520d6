//! [`PlaybackSession`]: an item being played, from the decision how to its end.

use super::MediaUrl;
use crate::error::{Error, ErrorKind};
use crate::player::millis;
use crate::server::Server;
use plex_sdk_contract::endpoints::timeline::{LIBRARY, Report};
use plex_sdk_contract::endpoints::transcoder::{
    MakeDecision, StartTranscodeSession, StopTranscodeSessionUniversal,
};
use plex_sdk_contract::ids::{RatingKey, TranscodeSessionId};
use plex_sdk_contract::model::{
    PlaybackDecision, PlaybackState, StreamProtocol, TimelineAnswer, TranscodeType,
};
use plex_sdk_contract::profile::ClientProfile;
use plex_sdk_contract::{Endpoint, Text};
use std::time::Duration;

/// What is to be played, and how it can be.
#[derive(Clone, Debug)]
#[must_use]
pub struct Playback {
    item: RatingKey,
    request: MakeDecision,
    duration: Option<Duration>,
}

impl Playback {
    fn new(item: RatingKey, transcode_type: TranscodeType) -> Self {
        let request = MakeDecision::new(transcode_type, format!("/library/metadata/{item}"))
            .direct_play(true)
            .direct_stream(true)
            .protocol(StreamProtocol::Hls)
            .media_index(0)
            .part_index(0);
        Self {
            item,
            request,
            duration: None,
        }
    }

    /// A movie, an episode or a clip.
    pub fn video(item: impl Into<RatingKey>) -> Self {
        Self::new(item.into(), TranscodeType::Video)
    }

    /// A track.
    pub fn music(item: impl Into<RatingKey>) -> Self {
        Self::new(item.into(), TranscodeType::Music)
    }

    /// What the app can play beyond the profile that the server has of it.
    pub fn profile(mut self, profile: &ClientProfile) -> Self {
        self.request.client_profile_extra = profile.to_text();
        self
    }

    /// How a conversion is carried; in segments listed by an `m3u8` playlist where nothing is said.
    pub fn protocol(mut self, protocol: StreamProtocol) -> Self {
        self.request.protocol = Some(protocol);
        self
    }

    /// How long the item is, which reports tell along; where nothing is said, what the decision says of it.
    pub fn duration(mut self, duration: Duration) -> Self {
        self.duration = Some(duration);
        self
    }

    /// Changes what is asked of the server: limits, streams, where to start and so on.
    pub fn with(mut self, change: impl FnOnce(&mut MakeDecision)) -> Self {
        change(&mut self.request);
        self
    }
}

/// How an item is to be played.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlaybackMethod {
    /// As it is: the path of its file.
    DirectPlay {
        /// The part's key, for [`Server::part_url`].
        key: Text,
    },
    /// Taken over or converted by the server.
    Convert,
}

/// An item being played. Nothing is sent when it is dropped: end it with [`stop`](Self::stop), or the server keeps the
/// conversion for some minutes.
#[derive(Debug)]
#[must_use = "a session that is not stopped goes on at the server for some minutes"]
pub struct PlaybackSession {
    server: Server,
    playback: Playback,
    id: TranscodeSessionId,
    decision: PlaybackDecision,
    verdict: PlaybackMethod,
    /// The address of a conversion was given, so one may run.
    started: bool,
    stopped: bool,
}

impl PlaybackSession {
    /// Asks the server how an item is to be played. That it cannot be is an error, with the server's words.
    pub async fn decide(server: &Server, playback: Playback) -> Result<Self, Error> {
        let name = MakeDecision::NAME;
        let id = TranscodeSessionId::from(uuid::Uuid::new_v4().to_string());
        let mut playback = playback;
        playback.request.transcode_session_id = Some(id.clone());
        playback.request.session = Some(id.clone());
        playback.request.session_identifier = Some(id.as_str().into());
        let decision = server.send(playback.request.clone()).await?.content;
        let verdict = verdict(&decision).map_err(|words| {
            Error::new(ErrorKind::Rejected, name)
                .with_message(format_args!("it cannot be played: {words}"))
        })?;
        if playback.duration.is_none() {
            let item = decision.metadata.first();
            let length = item.and_then(|item| item.duration_ms);
            playback.duration = length.map(Duration::from_millis);
        }
        Ok(Self {
            server: server.clone(),
            playback,
            id,
            decision,
            verdict,
            started: false,
            stopped: false,
        })
    }

    /// Its name at the server.
    pub fn id(&self) -> &TranscodeSessionId {
        &self.id
    }

    /// What the server decided.
    pub fn decision(&self) -> &PlaybackDecision {
        &self.decision
    }

    /// How the item is to be played.
    pub fn verdict(&self) -> &PlaybackMethod {
        &self.verdict
    }

    /// The request that starts the conversion which was decided on.
    pub fn start_request(&self) -> StartTranscodeSession {
        self.playback.request.clone().into()
    }

    /// The address for the player of media: of the file, or of the conversion, which starts when it is fetched.
    pub async fn url(&mut self) -> Result<MediaUrl, Error> {
        match &self.verdict {
            PlaybackMethod::DirectPlay { key } => self.server.part_url(key).await,
            PlaybackMethod::Convert => {
                self.started = true;
                self.server.transcode_url(&self.start_request()).await
            }
        }
    }

    /// Reports that it plays, at this place. Call it every ten seconds: a session that is not reported ends.
    ///
    /// Where the answer has a `termination_code` the server has ended the session: stop.
    pub async fn playing(&self, place: Duration) -> Result<TimelineAnswer, Error> {
        self.report(PlaybackState::Playing, place).await
    }

    /// Reports that it pauses, at this place. Go on to call it every ten seconds.
    pub async fn paused(&self, place: Duration) -> Result<TimelineAnswer, Error> {
        self.report(PlaybackState::Paused, place).await
    }

    /// Reports what the player does.
    pub async fn report(
        &self,
        state: PlaybackState,
        place: Duration,
    ) -> Result<TimelineAnswer, Error> {
        let mut request = Report::default()
            .rating_key(self.playback.item.clone())
            .key(self.playback.request.path.clone())
            .identifier(LIBRARY)
            .state(state)
            .time_ms(millis(place))
            .session_identifier(self.id.as_str());
        request.duration_ms = self.playback.duration.map(millis);

        let answer = self.server.send(request).await?;
        Ok(answer.content)
    }

    /// Reports that it stopped, and ends the conversion where one was started. After an error call it again; what was done
    /// once is not done twice.
    pub async fn stop(&mut self, place: Duration) -> Result<(), Error> {
        if !self.stopped {
            self.report(PlaybackState::Stopped, place).await?;
            self.stopped = true;
        }
        if self.started {
            let request = StopTranscodeSessionUniversal::new(
                self.playback.request.transcode_type.clone(),
                self.id.clone(),
            );
            match self.server.send(request).await {
                // It ended by itself, or never began.
                Err(error) if error.is_not_found() => {}
                result => drop(result?),
            }
            self.started = false;
        }
        Ok(())
    }
}

/// What a decision comes to; the server's words where it cannot be played.
fn verdict(decision: &PlaybackDecision) -> Result<PlaybackMethod, String> {
    let is_good = |code: Option<u32>| code.is_some_and(|code| (1000..2000).contains(&code));
    if is_good(decision.direct_play_decision_code) {
        let media = decision
            .metadata
            .first()
            .and_then(|item| item.media.first());
        let part = media.and_then(|media| media.parts.first());
        if let Some(key) = part.and_then(|part| part.key.clone()) {
            return Ok(PlaybackMethod::DirectPlay { key });
        }
    }
    let general = decision.general_decision_code;
    if is_good(decision.transcode_decision_code)
        || (decision.transcode_decision_code.is_none() && is_good(general))
    {
        return Ok(PlaybackMethod::Convert);
    }
    let words = [
        &decision.general_decision_text,
        &decision.transcode_decision_text,
        &decision.direct_play_decision_text,
    ];
    let said = words.into_iter().flatten().find(|words| !words.is_empty());
    Err(match (said, general) {
        (Some(words), _) => words.to_string(),
        (None, Some(code)) => format!("code {code}"),
        (None, None) => "the server does not say why".to_owned(),
    })
}
