//! `plexctl player` and `plexctl play`.

use crate::run::plexctl;
use serde_json::Value;

const PLAYER: &str = "Embedded Player";

#[test]
fn players_are_listed_and_told_of() {
    let asked = plexctl(&["player", "--embedded", "--json"]).run();
    asked.ended_with(0);
    let list: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(list[0]["name"], PLAYER);
    let asked = plexctl(&["player", "--embedded", "embedded player"]).run();
    asked.ended_with(0);
    assert!(asked.out.contains("stopped"), "{}", asked.out);
    let asked = plexctl(&["player", "--embedded", "--json", PLAYER, "volume", "30"]).run();
    asked.ended_with(0);
    let now: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(now["state"], "stopped");
}

#[test]
fn an_item_is_played() {
    let asked = plexctl(&["play", "1", "--on", PLAYER, "--no-queue", "--embedded"]).run();
    asked.ended_with(0);
    assert!(
        asked.out.starts_with("Embedded Player plays "),
        "{}",
        asked.out
    );
}

#[test]
fn what_goes_wrong_is_said() {
    let asked = plexctl(&["player", "--embedded", "Nowhere", "pause"]).run();
    assert!(
        asked.err.contains("no one player `Nowhere`"),
        "{}",
        asked.err
    );
    assert!(asked.err.contains(PLAYER), "{}", asked.err);
    let asked = plexctl(&["player", "--embedded", PLAYER, "pause"]).run();
    assert!(asked.err.contains("Nothing plays"), "{}", asked.err);
    let asked = plexctl(&["player", "pause", "--embedded"]).run();
    assert!(asked.err.contains("no player was named"), "{}", asked.err);
    plexctl(&["player", PLAYER, "volume", "101"])
        .run()
        .ended_with(2);
}
