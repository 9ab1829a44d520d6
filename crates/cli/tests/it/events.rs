//! `plexctl events`.

use crate::parsed;
use crate::run::{Served, plexctl, unused_port, web_page};
use serde_json::Value;

#[test]
fn made_up_events_of_a_plex_of_its_own() {
    let asked = plexctl(&["events", "--embedded", "--kind", "playing", "--count", "1"]).run();
    asked.ended_with(0);
    let lines: Vec<_> = asked.out.lines().collect();
    assert_eq!(lines[0], "connected: websocket");
    assert!(
        lines[1].starts_with("playing: item 1 playing at 0:00:00"),
        "{asked}"
    );
    assert_eq!((lines.len(), asked.err.as_str()), (2, ""));
}

#[test]
fn events_of_a_server_as_json_by_each_road() {
    let plex = Served::start(&["--event-every", "0.05"]);
    for source in ["websocket", "old-websocket", "eventsource"] {
        let asked = plexctl(&["events", "--json", "--source", source, "--count", "12"])
            .args(&["--kind", "playing,activity", "--server", plex.url()])
            .token(&plex.token("owner"))
            .run();
        asked.ended_with(0);
        let lines: Vec<Value> = asked.out.lines().map(parsed).collect();
        assert_eq!(lines.len(), 13, "{asked}");
        assert_eq!(lines[0]["event"], "connected");
        assert_eq!(lines[0]["source"], source);
        for line in &lines[1..] {
            assert_eq!(line["event"], "notification");
            match line["kind"].as_str() {
                Some("playing") => assert_eq!(line["notification"]["ratingKey"], "1"),
                Some("activity") => assert!(line["notification"]["Activity"].is_object()),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(asked.err, "");
    }
}

#[test]
fn it_ends_in_order_when_it_is_told_to() {
    let plex = Served::start(&[]);
    for signal in ["-INT", "-TERM"] {
        let started = plexctl(&["events", "--json", "--server", plex.url()])
            .token(&plex.token("owner"))
            .ignoring_interrupts()
            .start();
        assert_eq!(parsed(&started.line)["event"], "connected");
        started.signal(signal);
        let asked = started.end();
        asked.ended_with(0);
        assert_eq!(asked.err, "");
    }
}

#[test]
fn each_failure_has_its_exit_code() {
    let plex = Served::start(&[]);
    let events = |url: &str| {
        let command = plexctl(&["events", "--json", "--server", url]);
        command.token("not-a-token-of-this-server").run()
    };
    let asked = events(plex.url());
    asked.ended_with(3);
    assert_eq!(asked.error()["kind"], "unauthorized");
    assert!(!asked.all().contains("not-a-token"), "{asked}");
    events(&format!("http://127.0.0.1:{}", unused_port())).ended_with(5);
    events(&format!("http://127.0.0.1:{}", web_page())).ended_with(7);
}

#[test]
fn a_server_that_ends_is_waited_for() {
    let mut plex = Served::start(&[]);
    let mut started = plexctl(&["events", "--json", "--server", plex.url()])
        .token(&plex.token("owner"))
        .start();
    plex.terminate();
    assert_eq!(parsed(&started.next_line())["event"], "disconnected");
    started.signal("-INT");
    let asked = started.end();
    asked.ended_with(0);
}
