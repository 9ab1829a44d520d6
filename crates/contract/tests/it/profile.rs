//! Client profiles: as working clients send them, read back, and what is none.

use plex_sdk_contract::profile::{
    ClientProfile, Directive, LimitationScope, LimitationTest, ProfileKind, ProfileVerb,
};

#[test]
fn every_directive_is_printed_as_clients_send_it() {
    use ProfileKind::{Music, Subtitle, Video};
    for (directive, text) in [
        (
            Directive::direct_play(Video, ["mp4", "mov"])
                .video_codecs(["*"])
                .audio_codecs(["ac3"])
                .subtitle_codecs(["*"]),
            "add-direct-play-profile(type=videoProfile&container=mp4,mov&videoCodec=*&audioCodec=ac3&subtitleCodec=*)",
        ),
        (
            Directive::limitation(
                LimitationScope::VideoAudioCodec,
                "ac3",
                LimitationTest::UpperBound,
                "audio.channels",
                6,
            ),
            "add-limitation(scope=videoAudioCodec&scopeName=ac3&type=upperBound&name=audio.channels&value=6)",
        ),
        (
            Directive::limitation_to(
                LimitationScope::VideoCodec,
                "h264",
                LimitationTest::Match,
                "video.profile",
                ["baseline", "main"],
            )
            .required(),
            "add-limitation(scope=videoCodec&scopeName=h264&type=match&name=video.profile&list=baseline|main&isRequired=true)",
        ),
        (
            Directive::transcode_target(Video, "hls", "mpegts")
                .video_codecs(["h264"])
                .audio_codecs(["aac", "mp3"])
                .replace(),
            "add-transcode-target(type=videoProfile&context=streaming&protocol=hls&container=mpegts&videoCodec=h264\
             &audioCodec=aac,mp3&replace=true)",
        ),
        (
            Directive::transcode_target(Subtitle, "http", "webvtt").context("all"),
            "add-transcode-target(type=subtitleProfile&context=all&protocol=http&container=webvtt)",
        ),
        (
            Directive::prefer_codecs(Video, "hls").audio_codecs(["ac3"]),
            "add-transcode-target-codec(type=videoProfile&context=streaming&protocol=hls&audioCodec=ac3)",
        ),
        (
            Directive::append_codecs(Music, "dash").audio_codecs(["opus"]),
            "append-transcode-target-codec(type=musicProfile&context=streaming&protocol=dash&audioCodec=opus)",
        ),
        (
            Directive::target_setting(Video, "hls", "CopyMatroskaAttachments", true),
            "add-transcode-target-settings(type=videoProfile&context=streaming&protocol=hls&CopyMatroskaAttachments=true)",
        ),
        (
            Directive::setting("DirectPlayStreamSelection", true),
            "add-settings(DirectPlayStreamSelection=true)",
        ),
    ] {
        assert_eq!(directive.to_string(), text);
        let profile = ClientProfile::new().with(directive);
        assert_eq!(text.parse(), Ok(profile));
    }
}

#[test]
fn what_other_clients_send_is_read() {
    let text = "add-limitation(scope=videoCodec&scopeName=*&type=upperBound&name=video.frameRate&value=60&replace=true)\
         +append-transcode-target-codec(type=videoProfile&videoCodec=h264%2Chevc&protocol=dash) add-something(a=1&&b=)";
    let profile: ClientProfile = text.parse().unwrap();
    assert_eq!(profile.directives.len(), 3);
    assert_eq!(profile.directives[1].get("videoCodec"), Some("h264,hevc"));
    let other = &profile.directives[2];
    assert_eq!(other.verb, ProfileVerb::Unknown("add-something".into()));
    assert_eq!(other.get("b"), Some(""));
    assert_eq!(ClientProfile::default().to_text(), None);
    assert_eq!("".parse(), Ok(ClientProfile::default()));
}

#[test]
fn values_with_signs_of_the_grammar_come_back() {
    let odd = "a&b=c)+d(% \u{fc}";
    let profile = ClientProfile::new().with(Directive::setting("x=y", odd));
    let text = profile.to_string();
    assert!(!text.contains(' ') && text.matches(')').count() == 1);
    assert_eq!(text.parse(), Ok(profile));
}

#[test]
fn what_is_no_profile_is_refused_with_its_place() {
    for (text, at) in [
        ("a", 0),
        ("(x=1)", 0),
        ("a(x=1", 2),
        ("a(x=1)b(y=1)", 6),
        ("a(x=1)+", 6),
        ("a(x)", 2),
        ("a(=1)", 2),
        ("a(b(c=1)", 2),
        ("a=b(c=1)", 0),
    ] {
        let error = text.parse::<ClientProfile>().unwrap_err();
        assert_eq!(error.at, at, "{text}: {error}");
    }
}
