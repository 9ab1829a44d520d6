//! Notifications and webhooks: every kind in both directions, recorded ones, and hostile ones.

use bytes::Bytes;
use plex_sdk_contract::model::notification::*;
use plex_sdk_contract::model::{
    Activity, Setting, TranscodeSession, WebhookEvent, WebhookPayload, webhook::WebhookAccount,
};
use plex_sdk_contract::webhook::{MAX_WEBHOOK, Webhook, WebhookError};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::PathBuf;

fn decode(message: &Value) -> Vec<Notification> {
    Notification::decode(message.to_string().as_bytes()).unwrap()
}

fn only(message: &Value) -> Notification {
    let all = decode(message);
    assert_eq!(all.len(), 1, "{message}");
    all.into_iter().next().unwrap()
}

/// One of each content, with something in it.
fn all_contents() -> Vec<NotificationContent> {
    use NotificationContent as C;
    let transcode = || TranscodeSession {
        key: "/transcode/sessions/a".into(),
        progress: Some(12.5),
        size: Some(-22),
        ..Default::default()
    };
    vec![
        C::Playing(PlaySessionState {
            session_key: "1".into(),
            rating_key: "12".into(),
            view_offset_ms: Some(5_050),
            state: PlayState::Paused,
            ..Default::default()
        }),
        C::Timeline(TimelineEntry {
            section_id: Some("1".into()),
            item_id: Some("12".into()),
            kind: Some(1),
            state: TimelineState::Deleted,
            ..Default::default()
        }),
        C::Activity(ActivityNotification {
            event: ActivityEvent::Started,
            uuid: "u".into(),
            activity: Activity {
                kind: "library.update.section".into(),
                progress: Some(-1.0),
                ..Default::default()
            },
        }),
        C::Status(StatusNotification {
            title: Some("t".into()),
            ..Default::default()
        }),
        C::Progress(ProgressNotification {
            message: Some("m".into()),
        }),
        C::Preference(Setting {
            id: "FriendlyName".into(),
            value: Some("Den".into()),
            ..Default::default()
        }),
        C::Reachability(ReachabilityNotification {
            reachability: Some(false),
            ..Default::default()
        }),
        C::UpdateStateChange(AutoUpdateNotification {
            state: Some("available".into()),
            ..Default::default()
        }),
        C::BackgroundProcessingQueue(BackgroundProcessingQueueEvent {
            queue_id: Some(1),
            event: Some("queueRegenerated".into()),
        }),
        C::TranscodeSessionStart(transcode()),
        C::TranscodeSessionUpdate(transcode()),
        C::TranscodeSessionEnd(transcode()),
        C::Other(NotificationKind::Account),
    ]
}

#[test]
fn every_kind_goes_both_ways_by_both_roads() {
    for content in all_contents() {
        let made = Notification::from(content.clone());
        assert_eq!(made.kind(), content.kind());
        let kind = made.kind();
        let by_socket = Notification::decode(&made.encode()).unwrap();
        let by_event = Notification::decode_event(kind.as_str(), &made.encode_event()).unwrap();
        for read in [by_socket, by_event] {
            assert_eq!(read.len(), 1, "{kind}");
            assert_eq!(*read[0].content(), content, "{kind}");
            assert_eq!(read[0].kind(), kind);
        }
    }
    // Every kind of the list has its content here, or none of its own.
    let kinds: Vec<_> = all_contents()
        .iter()
        .map(NotificationContent::kind)
        .collect();
    for word in NotificationKind::KNOWN {
        let kind = NotificationKind::from(*word);
        let untyped = ["account", "provider.content.change", "log"].contains(word);
        assert!(untyped || kinds.contains(&kind), "{kind}");
    }
}

#[test]
fn numbers_as_text_and_text_as_numbers() {
    let read = only(
        &json!({"NotificationContainer": {"type": "timeline", "size": 1, "TimelineEntry": [
        {"identifier": "com.plexapp.plugins.library", "sectionID": 2, "itemID": "513", "type": "4", "state": "5",
         "updatedAt": "1700000000", "queueSize": "3"}]}}),
    );
    let NotificationContent::Timeline(entry) = read.content() else {
        panic!("{read:?}")
    };
    assert_eq!(entry.section_id.as_ref().unwrap(), "2");
    assert_eq!(entry.item_id.as_ref().unwrap(), "513");
    assert_eq!(
        (entry.kind, entry.state),
        (Some(4), TimelineState::Processed)
    );
    assert_eq!(entry.queue_size, Some(3));
    let read = only(
        &json!({"NotificationContainer": {"type": "playing", "PlaySessionStateNotification":
        {"sessionKey": 7, "ratingKey": 12, "viewOffset": "27000", "state": "dancing"}}}),
    );
    let NotificationContent::Playing(session) = read.content() else {
        panic!("{read:?}")
    };
    assert_eq!(
        (&*session.session_key, session.view_offset_ms),
        ("7", Some(27_000))
    );
    assert_eq!(session.state, PlayState::Unknown("dancing".into()));
}

#[test]
fn several_entries_become_several_notifications() {
    let read = decode(
        &json!({"NotificationContainer": {"type": "timeline", "size": 3, "TimelineEntry":
        [{"itemID": 1}, {"itemID": 2}, {"itemID": 3}]}}),
    );
    assert_eq!(read.len(), 3);
    let read = decode(
        &json!({"NotificationContainer": {"type": "timeline", "size": 0, "TimelineEntry": []}}),
    );
    assert!(read.is_empty());
}

#[test]
fn what_is_not_known_is_kept_whole() {
    for container in [
        json!({"type": "moonrise", "size": 1, "Moon": [{"phase": 0.5, "names": ["a", {"b": null}]}]}),
        json!({"type": "account", "size": 1, "AccountUpdateNotification": [{"x": 1}]}),
        // Known, but its entries stand somewhere else.
        json!({"type": "playing", "size": 1, "Elsewhere": [1]}),
    ] {
        let message = json!({ "NotificationContainer": container });
        let read = only(&message);
        assert_eq!(read.kind().as_str(), container["type"]);
        assert!(matches!(read.content(), NotificationContent::Other(_)));
        assert_eq!(*read.raw(), container);
        let written: Value = serde_json::from_slice(&read.encode()).unwrap();
        assert_eq!(written, message);
        let again = Notification::decode_event(read.kind().as_str(), &read.encode_event()).unwrap();
        assert_eq!(again[0].kind(), read.kind());
    }
    // A field that the type does not have is in the raw entry, and written again.
    let message = json!({"NotificationContainer": {"type": "progress", "size": 1, "ProgressNotification":
        [{"message": "m", "new": {"a": [1]}}]}});
    let read = only(&message);
    assert_eq!(read.raw()["new"]["a"][0], 1);
    let written: Value = serde_json::from_slice(&read.encode()).unwrap();
    assert_eq!(written, message);
}

#[test]
fn an_entry_that_does_not_fit_costs_no_other() {
    let read = decode(
        &json!({"NotificationContainer": {"type": "playing", "size": 3, "PlaySessionStateNotification":
        [{"ratingKey": "1"}, {"viewOffset": "soon", "x": 1}, 7, {"ratingKey": "2"}]}}),
    );
    let other: Vec<_> = read
        .iter()
        .map(|read| {
            matches!(
                read.content(),
                NotificationContent::Other(NotificationKind::Playing)
            )
        })
        .collect();
    assert_eq!(other, [false, true, true, false]);
    assert_eq!(read[1].raw()["PlaySessionStateNotification"][0]["x"], 1);
}

#[test]
fn the_container_may_stand_alone_and_without_its_type() {
    let read = only(&json!({"type": "status", "size": 1, "StatusNotification": [{"title": "t"}]}));
    assert_eq!(read.kind(), NotificationKind::Status);
    let read = only(&json!({"PlaySessionStateNotification": [{"sessionKey": "999"}]}));
    assert_eq!(read.kind(), NotificationKind::Playing);
    let read = only(&json!({"TranscodeSession": {"key": "a"}}));
    assert_eq!(read.kind(), NotificationKind::TranscodeSessionUpdate);
}

#[test]
fn events_have_their_kind_outside() {
    let data = br#"{"TranscodeSession":{"key":"/transcode/sessions/x","speed":"3.1"}}"#;
    let read = Notification::decode_event("transcodeSession.end", data).unwrap();
    assert_eq!(read[0].kind(), NotificationKind::TranscodeSessionEnd);
    let read = Notification::decode_event("sunset", br#"{"Sun":{"red":true}}"#).unwrap();
    assert_eq!(
        *read[0].raw(),
        json!({"Sun": {"red": true}, "type": "sunset"})
    );
}

#[test]
fn what_is_no_notification_is_an_error() {
    let deep = format!("{{\"type\":\"x\",\"y\":{}", "[".repeat(100_000));
    for body in [
        "",
        "hello",
        "<html>",
        "[]",
        "[1]",
        "{}",
        "{\"NotificationContainer\":7}",
        "{\"NotificationContainer\":{\"size\":1}}",
        "{\"NotificationContainer\":{\"type\":\"playing\"",
        &deep,
    ] {
        assert!(Notification::decode(body.as_bytes()).is_err(), "{body:.60}");
    }
    assert!(Notification::decode_event("playing", b"[").is_err());
}

fn fixture(path: &str) -> Option<Vec<u8>> {
    let Some(folder) = std::env::var_os("PLEX_SDK_FIXTURES") else {
        eprintln!("skipped: PLEX_SDK_FIXTURES is not set");
        return None;
    };
    Some(std::fs::read(PathBuf::from(folder).join(path)).unwrap())
}

#[test]
fn recorded_notifications_are_typed() {
    for (path, count) in [
        ("Taxel__PlexTraktSync/tests/mock_data/events-played.json", 5),
        ("Taxel__PlexTraktSync/tests/mock_data/events.json", 1),
        (
            "jjlawren__home-assistant/ws/tests/components/plex/helpers.py.01.json",
            1,
        ),
    ] {
        let Some(body) = fixture(path) else { return };
        let value: Value = serde_json::from_slice(&body).unwrap();
        let containers = match value {
            Value::Array(list) => list,
            one => vec![one],
        };
        assert_eq!(containers.len(), count, "{path}");
        for container in containers {
            let read = only(&container);
            assert!(
                !matches!(read.content(), NotificationContent::Other(_)),
                "{read:?}"
            );
            let wrapped = only(&json!({ "NotificationContainer": container }));
            assert_eq!(wrapped, read);
            // No field of the recorded entry is without a place in its type.
            let again = Notification::from(read.content().clone());
            for (key, value) in read.raw().as_object().unwrap() {
                let found = &again.raw()[key];
                assert!(same(found, value), "{path}: {key}: {found} for {value}");
            }
        }
    }
}

/// True where what was written says what was read, whole numbers as such or with `.0`.
fn same(written: &Value, read: &Value) -> bool {
    match (written, read) {
        (Value::Object(a), Value::Object(b)) => b
            .iter()
            .all(|(key, value)| a.get(key).is_some_and(|found| same(found, value))),
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (a, b) => a == b,
    }
}

#[test]
fn the_keys_are_those_that_clients_know() {
    let Some(body) = fixture("Taxel__PlexTraktSync/ws/plextraktsync/watch/EventFactory.py.01.json")
    else {
        return;
    };
    let keys: Value = serde_json::from_slice(&body).unwrap();
    for content in all_contents() {
        let made = Notification::from(content);
        let Some(key) = keys.get(made.kind().as_str()).and_then(Value::as_str) else {
            assert_eq!(made.kind(), NotificationKind::UpdateStateChange);
            continue;
        };
        let written: Value = serde_json::from_slice(&made.encode()).unwrap();
        let there = written["NotificationContainer"].get(key).is_some();
        assert!(
            there || made.kind() == NotificationKind::Account,
            "{written}"
        );
    }
}

fn form(payload: &[u8], thumb: Option<&[u8]>) -> Bytes {
    let mut body =
        b"--b0undary\r\nContent-Disposition: form-data; name=\"payload\"\r\n\r\n".to_vec();
    body.extend_from_slice(payload);
    if let Some(thumb) = thumb {
        body.extend_from_slice(
            b"\r\n--b0undary\r\ncontent-disposition: form-data; filename=\"a;name=b\\\".jpg\"; name=thumb\r\n\
              Content-Type: image/jpeg\r\n\r\n",
        );
        body.extend_from_slice(thumb);
    }
    body.extend_from_slice(b"\r\n--b0undary--\r\n");
    body.into()
}

const FORM: &str = "multipart/form-data; charset=x; boundary=\"b0undary\"";

#[test]
fn recorded_webhooks_are_read() {
    for (path, event) in [
        (
            "LukasParke__plex-api-spec/openapi-examples/api_v2_user_webhooks.get.200.example.json",
            "media.play",
        ),
        (
            "varoOP__shinkro/embedded/internal/testdata/mocks.go.01.json",
            "media.scrobble",
        ),
        (
            "varoOP__shinkro/embedded/internal/testdata/mocks.go.02.json",
            "media.scrobble",
        ),
        (
            "varoOP__shinkro/embedded/internal/testdata/mocks.go.03.json",
            "media.scrobble",
        ),
        (
            "varoOP__shinkro/embedded/internal/testdata/mocks.go.04.json",
            "media.scrobble",
        ),
        (
            "varoOP__shinkro/embedded/internal/testdata/mocks.go.05.json",
            "media.rate",
        ),
        (
            "varoOP__shinkro/embedded/internal/testdata/mocks.go.06.json",
            "media.rate",
        ),
        (
            "iobroker-community-adapters__ioBroker.plex/embedded/README-tautulli.md.02.json",
            "media.scrobble",
        ),
        (
            "iobroker-community-adapters__ioBroker.plex/embedded/README-tautulli.md.03.json",
            "library.new",
        ),
    ] {
        let Some(body) = fixture(path) else { return };
        let picture = b"\xff\xd8\xff\r\n--b0undar\r\n\r\n";
        for thumb in [None, Some(&picture[..])] {
            let read = Webhook::decode(FORM, &form(&body, thumb))
                .unwrap_or_else(|e| panic!("{path}: {e}"));
            assert_eq!(read.payload.event.as_str(), event, "{path}");
            assert!(!matches!(read.payload.event, WebhookEvent::Unknown(_)));
            assert_eq!(read.thumb.as_deref(), thumb);
            let plain =
                Webhook::decode("application/json; charset=utf-8", &body.clone().into()).unwrap();
            assert_eq!(plain.payload, read.payload);
        }
    }
    let Some(body) = fixture("varoOP__shinkro/embedded/internal/testdata/mocks.go.06.json") else {
        return;
    };
    let read = Webhook::decode(FORM, &form(&body, None)).unwrap().payload;
    assert_eq!(read.rating, Some(8.5));
    assert_eq!(read.player.unwrap().title.unwrap(), "Chrome");
    assert_eq!(
        read.metadata.unwrap().grandparent_title.clone().unwrap(),
        "Attack on Titan"
    );
    // A template whose values are to be filled in.
    let template =
        fixture("iobroker-community-adapters__ioBroker.plex/embedded/README-tautulli.md.01.json");
    let error = Webhook::decode(FORM, &form(&template.unwrap(), None)).unwrap_err();
    assert!(matches!(error, WebhookError::Payload(_)), "{error}");
}

#[test]
fn webhooks_go_both_ways() {
    let payload = WebhookPayload {
        event: WebhookEvent::MediaRate,
        owner: true,
        user: false,
        rating: Some(9.0),
        account: Some(WebhookAccount {
            id: 1,
            ..Default::default()
        }),
        server: None,
        player: None,
        metadata: Some(Box::default()),
    };
    for thumb in [
        None,
        Some(Bytes::from_static(b"--plex-webhook-0000000000000000--\r\n")),
    ] {
        let webhook = Webhook {
            payload: payload.clone(),
            thumb,
        };
        let (content_type, body) = webhook.encode().unwrap();
        assert_eq!(Webhook::decode(&content_type, &body).unwrap(), webhook);
    }
}

#[test]
fn what_is_no_webhook_is_told_apart() {
    let payload = br#"{"event":"media.play"}"#;
    let good = form(payload, Some(b"x"));
    let error = |content_type: &str, body: &Bytes| Webhook::decode(content_type, body).unwrap_err();
    for kind in [
        "",
        "text/plain",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"b0undary",
        "multipart/mixed; boundary=b0undary",
        &format!("multipart/form-data; boundary={}", "b".repeat(71)),
    ] {
        assert_eq!(error(kind, &good), WebhookError::NotMultipart, "{kind}");
    }
    let whole = good.len();
    assert!(Webhook::decode(FORM, &good.slice(..whole - 4)).is_ok());
    for body in [
        Bytes::new(),
        good.slice(..40),
        // It breaks off within the payload.
        good.slice(..80),
        form(b"", None).slice(12..),
        "--b0undary\r\n\r\n--b0undary\r\n\r\n--b0undary--".into(),
    ] {
        assert_eq!(error(FORM, &body), WebhookError::NoPayload, "{body:?}");
    }
    assert!(matches!(
        error(FORM, &form(b"{\"event\":", None)),
        WebhookError::Payload(_)
    ));
    assert!(matches!(
        error(FORM, &form(b"{}", None)),
        WebhookError::Payload(_)
    ));
    let long = Bytes::from(vec![b'-'; MAX_WEBHOOK + 1]);
    assert_eq!(error(FORM, &long), WebhookError::TooLarge);
    // Before the first delimiter may stand anything.
    let mut preamble = b"hello\r\n".to_vec();
    preamble.extend_from_slice(&good);
    assert_eq!(
        Webhook::decode(FORM, &preamble.into())
            .unwrap()
            .thumb
            .as_deref(),
        Some(&b"x"[..])
    );
}

proptest! {
    #[test]
    fn nothing_that_comes_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400), kind in "\\PC{0,40}") {
        let _ = Notification::decode(&bytes);
        let _ = Notification::decode_event(&kind, &bytes);
        let _ = Webhook::decode(&kind, &bytes.clone().into());
        let _ = Webhook::decode(FORM, &bytes.into());
        let _ = Webhook::decode(&format!("multipart/form-data;{kind}"), &form(b"{}", None));
    }

    #[test]
    fn nor_does_a_damaged_message(at in 0_usize..1000, byte in any::<u8>(), cut in 0_usize..1000, pick in 0_usize..13) {
        let made = Notification::from(all_contents().swap_remove(pick));
        let webhook = form(br#"{"event":"media.play","Metadata":{"title":"x"}}"#, Some(b"\xff\xd8"));
        for whole in [made.encode(), made.encode_event(), webhook] {
            let mut damaged = whole.to_vec();
            let length = damaged.len();
            damaged[at % length] = byte;
            damaged.truncate(cut % (length + 1));
            if let Ok(read) = Notification::decode(&damaged) {
                for read in read {
                    // What was read can be written, and read once more.
                    Notification::decode(&read.encode()).unwrap();
                }
            }
            let _ = Notification::decode_event("playing", &damaged);
            let _ = Webhook::decode(FORM, &damaged.into());
        }
    }

    #[test]
    fn any_picture_passes_through(thumb in proptest::collection::vec(any::<u8>(), 1..300)) {
        let webhook = Webhook::decode(FORM, &form(br#"{"event":"x"}"#, None)).unwrap();
        let webhook = Webhook { thumb: Some(thumb.into()), ..webhook };
        let (content_type, body) = webhook.encode().unwrap();
        prop_assert_eq!(Webhook::decode(&content_type, &body).unwrap(), webhook);
    }
}
