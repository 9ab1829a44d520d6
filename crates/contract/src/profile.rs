//! [`ClientProfile`]: what an app can play beyond the profile that the server has of it, as conversions are told it in
//! `X-Plex-Client-Profile-Extra`.

use crate::text::Text;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use std::fmt;
use std::str::FromStr;

/// What has a meaning of its own between directives and in them.
const OWN: &AsciiSet = &CONTROLS
    .add(b'%')
    .add(b'&')
    .add(b'(')
    .add(b')')
    .add(b'+')
    .add(b'=')
    .add(b' ');

open_enum! {
    /// What a directive does to the profile.
    ProfileVerb {
        /// Adds media that is played as it is.
        AddDirectPlayProfile = "add-direct-play-profile",
        /// Adds a limit to what is played or made.
        AddLimitation = "add-limitation",
        /// Adds something that the server may convert to.
        AddTranscodeTarget = "add-transcode-target",
        /// Adds codecs to a target, before those it has.
        AddTranscodeTargetCodec = "add-transcode-target-codec",
        /// Adds codecs to a target, after those it has.
        AppendTranscodeTargetCodec = "append-transcode-target-codec",
        /// Adds codecs of sound to a target, before those it has.
        AddTranscodeTargetAudioCodec = "add-transcode-target-audio-codec",
        /// Adds codecs of sound to a target, after those it has.
        AppendTranscodeTargetAudioCodec = "append-transcode-target-audio-codec",
        /// Adds settings to a target.
        AddTranscodeTargetSettings = "add-transcode-target-settings",
        /// Adds settings to the profile.
        AddSettings = "add-settings",
    }
}

open_enum! {
    /// The kind of media that a directive is about.
    ProfileKind {
        /// Movies, episodes and clips.
        Video = "videoProfile",
        /// Tracks.
        Music = "musicProfile",
        /// Photos.
        Photo = "photoProfile",
        /// Subtitles.
        Subtitle = "subtitleProfile",
    }
}

open_enum! {
    /// What a limit is a limit of.
    LimitationScope {
        /// A file format of videos.
        VideoContainer = "videoContainer",
        /// A file format of music.
        MusicContainer = "musicContainer",
        /// A format of photos.
        PhotoContainer = "photoContainer",
        /// A codec of pictures.
        VideoCodec = "videoCodec",
        /// A codec of the sound of videos.
        VideoAudioCodec = "videoAudioCodec",
        /// A codec of music.
        MusicCodec = "musicCodec",
        /// A format of subtitles.
        SubtitleCodec = "subtitleCodec",
        /// A target of conversions, by its id.
        TranscodeTarget = "transcodeTarget",
    }
}

open_enum! {
    /// How a limit compares.
    LimitationTest {
        /// It is so.
        Match = "match",
        /// It is not so.
        NotMatch = "notMatch",
        /// It is no more.
        UpperBound = "upperBound",
        /// It is no less.
        LowerBound = "lowerBound",
    }
}

/// One directive: what to do, and its parameters in order.
///
/// The constructors ask for what each of them needs; the methods add what is left to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// What to do.
    pub verb: ProfileVerb,
    /// Its parameters, as name and value.
    pub parameters: Vec<(Text, Text)>,
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "words are given as they stand, without a sign before them"
)]
impl Directive {
    /// A directive without parameters yet.
    pub fn new(verb: impl Into<ProfileVerb>) -> Self {
        Self {
            verb: verb.into(),
            parameters: Vec::new(),
        }
    }

    /// Media of this kind in these file formats is played as it is; say which codecs with
    /// [`video_codecs`](Self::video_codecs) and the like, `*` for all that the profile has.
    pub fn direct_play<C: AsRef<str>>(
        kind: ProfileKind,
        containers: impl IntoIterator<Item = C>,
    ) -> Self {
        Self::new(ProfileVerb::AddDirectPlayProfile)
            .with("type", kind.as_str())
            .list("container", containers)
    }

    /// A limit: `name`, such as `video.bitrate`, of the codec or format `scope_name` (`*` for all) compares so to `value`.
    pub fn limitation(
        scope: LimitationScope,
        scope_name: &str,
        test: LimitationTest,
        name: &str,
        value: impl fmt::Display,
    ) -> Self {
        Self::any_of(scope, scope_name, test, name).with("value", &value.to_string())
    }

    /// A limit whose value is one of several.
    pub fn limitation_to<V: AsRef<str>>(
        scope: LimitationScope,
        scope_name: &str,
        test: LimitationTest,
        name: &str,
        values: impl IntoIterator<Item = V>,
    ) -> Self {
        let limit = Self::any_of(scope, scope_name, test, name);
        limit.with("list", &joined(values, "|"))
    }

    fn any_of(scope: LimitationScope, scope_name: &str, test: LimitationTest, name: &str) -> Self {
        Self::new(ProfileVerb::AddLimitation)
            .with("scope", scope.as_str())
            .with("scopeName", scope_name)
            .with("type", test.as_str())
            .with("name", name)
    }

    /// The server may convert to this: `protocol` is `hls`, `dash` or `http`, `container` such as `mpegts`. Codecs are
    /// added with [`video_codecs`](Self::video_codecs) and the like. A target that the profile has already stays as it is
    /// without [`replace`](Self::replace).
    pub fn transcode_target(kind: ProfileKind, protocol: &str, container: &str) -> Self {
        Self::of_target(ProfileVerb::AddTranscodeTarget, kind, protocol)
            .with("container", container)
    }

    /// Codecs for a target that the profile has, before its own.
    pub fn prefer_codecs(kind: ProfileKind, protocol: &str) -> Self {
        Self::of_target(ProfileVerb::AddTranscodeTargetCodec, kind, protocol)
    }

    /// Codecs for a target that the profile has, after its own.
    pub fn append_codecs(kind: ProfileKind, protocol: &str) -> Self {
        Self::of_target(ProfileVerb::AppendTranscodeTargetCodec, kind, protocol)
    }

    /// A setting of a target that the profile has.
    pub fn target_setting(
        kind: ProfileKind,
        protocol: &str,
        name: &str,
        value: impl fmt::Display,
    ) -> Self {
        Self::of_target(ProfileVerb::AddTranscodeTargetSettings, kind, protocol)
            .with(name, &value.to_string())
    }

    /// A setting of the profile, such as `DirectPlayStreamSelection`.
    pub fn setting(name: &str, value: impl fmt::Display) -> Self {
        Self::new(ProfileVerb::AddSettings).with(name, &value.to_string())
    }

    fn of_target(verb: ProfileVerb, kind: ProfileKind, protocol: &str) -> Self {
        Self::new(verb)
            .with("type", kind.as_str())
            .with("context", "streaming")
            .with("protocol", protocol)
    }

    /// Adds a parameter, or replaces the one of this name.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.parameters.iter_mut().find(|(own, _)| *own == *name) {
            Some((_, own)) => *own = value.into(),
            None => self.parameters.push((name.into(), value.into())),
        }
        self
    }

    fn list<V: AsRef<str>>(self, name: &str, values: impl IntoIterator<Item = V>) -> Self {
        self.with(name, &joined(values, ","))
    }

    /// The codecs of the picture.
    #[must_use]
    pub fn video_codecs<C: AsRef<str>>(self, codecs: impl IntoIterator<Item = C>) -> Self {
        self.list("videoCodec", codecs)
    }

    /// The codecs of the sound.
    #[must_use]
    pub fn audio_codecs<C: AsRef<str>>(self, codecs: impl IntoIterator<Item = C>) -> Self {
        self.list("audioCodec", codecs)
    }

    /// The formats of subtitles.
    #[must_use]
    pub fn subtitle_codecs<C: AsRef<str>>(self, codecs: impl IntoIterator<Item = C>) -> Self {
        self.list("subtitleCodec", codecs)
    }

    /// What it is for: `streaming` (what targets are for unless said otherwise), `static` or `all`.
    #[must_use]
    pub fn context(self, context: &str) -> Self {
        self.with("context", context)
    }

    /// The id of a target, for limits of the scope [`LimitationScope::TranscodeTarget`].
    #[must_use]
    pub fn id(self, id: &str) -> Self {
        self.with("id", id)
    }

    /// A limit that media has to keep even where the server does not know whether it does.
    #[must_use]
    pub fn required(self) -> Self {
        self.with("isRequired", "true")
    }

    /// It takes the place of what the profile has for the same.
    #[must_use]
    pub fn replace(self) -> Self {
        self.with("replace", "true")
    }

    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        let found = parameters.find(|(own, _)| *own == *name)?;
        Some(&found.1)
    }
}

fn joined<V: AsRef<str>>(values: impl IntoIterator<Item = V>, sign: &str) -> String {
    let mut text = String::new();
    for (number, value) in values.into_iter().enumerate() {
        if number > 0 {
            text.push_str(sign);
        }
        text.push_str(value.as_ref());
    }
    text
}

impl fmt::Display for Directive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(", utf8_percent_encode(self.verb.as_str(), OWN))?;
        for (number, (name, value)) in self.parameters.iter().enumerate() {
            let sign = if number > 0 { "&" } else { "" };
            let (name, value) = (
                utf8_percent_encode(name, OWN),
                utf8_percent_encode(value, OWN),
            );
            write!(f, "{sign}{name}={value}")?;
        }
        f.write_str(")")
    }
}

/// What an app can play beyond the profile that the server has of it: directives, in order.
///
/// ```
/// use plex_sdk_contract::profile::{ClientProfile, Directive, LimitationScope, LimitationTest, ProfileKind};
///
/// let profile = ClientProfile::new()
///     .with(Directive::append_codecs(ProfileKind::Video, "hls").video_codecs(["hevc"]).audio_codecs(["aac", "ac3"]))
///     .with(Directive::limitation(
///         LimitationScope::VideoCodec, "*", LimitationTest::UpperBound, "video.width", 1920,
///     ));
/// assert_eq!(
///     profile.to_string(),
///     "append-transcode-target-codec(type=videoProfile&context=streaming&protocol=hls&videoCodec=hevc&audioCodec=aac,ac3)\
///      +add-limitation(scope=videoCodec&scopeName=*&type=upperBound&name=video.width&value=1920)",
/// );
/// assert_eq!(profile.to_string().parse(), Ok(profile));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientProfile {
    /// The directives.
    pub directives: Vec<Directive>,
}

impl ClientProfile {
    /// A profile that adds nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a directive.
    #[must_use]
    pub fn with(mut self, directive: Directive) -> Self {
        self.directives.push(directive);
        self
    }

    /// Adds a limit of the rate of every picture, in kbit/s, in place of the profile's own.
    #[must_use]
    pub fn max_video_bitrate(self, kbps: u32) -> Self {
        let limit = Directive::limitation(
            LimitationScope::VideoCodec,
            "*",
            LimitationTest::UpperBound,
            "video.bitrate",
            kbps,
        );
        self.with(limit.replace())
    }

    /// The text as a request takes it; `None` where there is nothing to say.
    pub fn to_text(&self) -> Option<Text> {
        (!self.directives.is_empty()).then(|| self.to_string().into())
    }
}

impl fmt::Display for ClientProfile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, directive) in self.directives.iter().enumerate() {
            if number > 0 {
                f.write_str("+")?;
            }
            directive.fmt(f)?;
        }
        Ok(())
    }
}

/// A text that is no list of directives.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no directive at byte {at} of the client profile: {why}")]
pub struct InvalidProfile {
    /// Where it stops to be one, in bytes.
    pub at: usize,
    /// What is wrong there.
    pub why: &'static str,
}

impl FromStr for ClientProfile {
    type Err = InvalidProfile;

    /// Reads what [`Display`](fmt::Display) writes, and what other clients do: values with percent signs, a `+` that a query
    /// turned into a space.
    fn from_str(text: &str) -> Result<Self, InvalidProfile> {
        let mut directives = Vec::new();
        let mut at = 0;
        let mut rest = text;
        while !rest.is_empty() {
            let wrong = |at, why| InvalidProfile { at, why };
            let (verb, after) = rest
                .split_once('(')
                .ok_or(wrong(at, "its parameters do not begin"))?;
            if verb.is_empty() || verb.contains([')', '&', '=', '+', ' ']) {
                return Err(wrong(at, "it has no name"));
            }
            let inside = at + verb.len() + 1;
            let (parameters, after) = after
                .split_once(')')
                .ok_or(wrong(inside, "its parameters do not end"))?;
            if parameters.contains('(') {
                return Err(wrong(inside, "its parameters do not end"));
            }
            let end = inside + parameters.len() + 1;
            let pairs = parameters.split('&').filter(|pair| !pair.is_empty());
            let parameters = pairs.map(|pair| {
                let (name, value) = pair.split_once('=')?;
                (!name.is_empty()).then(|| (plain(name), plain(value)))
            });
            directives.push(Directive {
                verb: plain(verb).as_str().into(),
                parameters: parameters
                    .collect::<Option<_>>()
                    .ok_or(wrong(inside, "a parameter has no name and value"))?,
            });
            rest = match after.strip_prefix(['+', ' ']) {
                Some("") => return Err(wrong(end, "nothing follows")),
                Some(next) => next,
                None if after.is_empty() => after,
                None => return Err(wrong(end, "it does not begin with +")),
            };
            at = end + 1;
        }
        Ok(Self { directives })
    }
}

fn plain(text: &str) -> Text {
    percent_decode_str(text).decode_utf8_lossy().as_ref().into()
}
