//! What a signed-in person does: servers, users, switching, and what becomes of damaged files.

use crate::run::Served;
use crate::sign_in::{Home, holds_none, secrets};
use serde_json::Value;
use std::fs;

#[test]
fn servers_are_listed_explained_chosen_and_used() {
    let (plex, home) = (Served::start(&[]), Home::new());
    home.sign_in(&plex, "owner", &[]);
    let listed = home.json(&["servers"]);
    assert_eq!(listed["stale"], Value::Null);
    let names = listed["servers"].as_array().unwrap().iter();
    let names: Vec<_> = names
        .map(|server| server["name"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"Attic"), "{names:?}");

    let asked = home.fine(&["servers", "--explain", "-vv"]);
    assert!(asked.out.contains("connected"), "{asked}");
    holds_none(&asked, &secrets(&plex, &home));

    let asked = home.plexctl(&["api", "get_server_info"]).run();
    asked.ended_with(2);
    assert!(asked.err.contains("plexctl use"), "{asked}");
    home.fine(&["use", "attic"]);
    let asked = home.fine(&["api", "get_server_info"]);
    assert!(asked.out.contains("Attic"), "{asked}");
    let asked = home.fine(&["token", "create"]);
    assert!(asked.out.starts_with("transient-"), "{asked}");
    assert_eq!(home.json(&["token", "verify"])["level"], "owner");
    let asked = home.fine(&["api", "get_token_details"]);
    assert!(asked.out.contains("olive"), "{asked}");

    // Names are taken where URLs are, and a given token goes before the kept one.
    let name = plex.line["servers"][0]["name"].as_str().unwrap();
    let verify = ["token", "verify", "--json", "--server", name];
    let asked = home.plexctl(&verify).token(&plex.token("friend")).run();
    asked.ended_with(0);
    assert!(asked.out.contains(r#""level":"user""#), "{asked}");

    let asked = home.plexctl(&["use", "Cellar"]).run();
    asked.ended_with(6);
    assert!(asked.err.contains("Attic"), "{asked}");
}

#[test]
fn a_url_gets_no_kept_token() {
    let (plex, home) = (Served::start(&[]), Home::new());
    home.sign_in(&plex, "owner", &[]);
    home.fine(&["use", "Attic"]);
    let asked = home
        .plexctl(&["token", "verify", "--server", plex.url()])
        .run();
    asked.ended_with(3);
    assert!(asked.err.contains("no token was given"), "{asked}");
}

#[test]
fn a_switch_needs_the_right_pin() {
    let (plex, home) = (Served::start(&[]), Home::new());
    home.sign_in(&plex, "owner", &[]);
    home.fine(&["use", plex.line["servers"][0]["name"].as_str().unwrap()]);
    let users = home.json(&["users"]);
    let all = users["home"].as_array().unwrap();
    let hugo = all
        .iter()
        .find(|user| user["title"] == "Hugo Home")
        .unwrap();
    assert_eq!(hugo["protected"], true);
    assert_eq!(hugo["kind"], "member");
    assert!(
        users["shared"].to_string().contains("Fred Friend"),
        "{users}"
    );

    let asked = home.plexctl(&["switch", "Hugo Home"]).run();
    asked.ended_with(3);
    assert!(asked.err.contains("--pin-file"), "{asked}");
    let switch = ["switch", "Hugo Home", "-vv", "--pin-file", "-"];
    let wrong = home.plexctl(&switch).stdin("9137\n").run();
    wrong.ended_with(3);
    assert!(
        wrong.err.contains("the PIN is not the one of Hugo Home"),
        "{wrong}"
    );
    assert!(!wrong.all().contains("9137"), "{wrong}");
    assert_eq!(
        home.json(&["auth", "status"])["account"]["name"],
        "olive.owner"
    );

    let pin = plex.user("home")["home_pin"].as_str().unwrap();
    let right = home.plexctl(&switch).stdin(pin).run();
    right.ended_with(0);
    holds_none(&right, &secrets(&plex, &home));
    let status = home.json(&["auth", "status"]);
    assert_eq!(status["account"]["name"], "hugo.home");
    assert_eq!(status["server"]["relation"], "home");
    assert_eq!(home.json(&["token", "verify"])["level"], "user");

    home.fine(&["switch", "mina managed"]);
    let status = home.json(&["auth", "status"]);
    assert_eq!(status["server"]["relation"], "managed");
    home.fine(&["use", "--account", "olive.owner"]);
    let status = home.json(&["auth", "status"]);
    assert_eq!(status["server"]["relation"], "owner");
    let asked = home.plexctl(&["switch", "Nobody"]).run();
    asked.ended_with(6);
}

#[test]
fn damaged_files_are_kept_aside_and_told_once() {
    let (plex, home) = (Served::start(&[]), Home::new());
    home.sign_in(&plex, "owner", &[]);
    let file = home.folder().join("credentials.json");
    fs::write(&file, "{\"accounts\":{\"s3cret").unwrap();
    let asked = home.plexctl(&["auth", "status", "-vv"]).run();
    asked.ended_with(1);
    assert!(asked.err.contains(&*file.to_string_lossy()), "{asked}");
    assert!(
        asked.err.contains("kept as") && asked.err.contains("plexctl login"),
        "{asked}"
    );
    assert!(!asked.all().contains("s3cret"), "{asked}");
    let kept = fs::read_dir(home.folder()).unwrap().flatten();
    let kept = kept.filter(|entry| entry.file_name().to_string_lossy().contains("corrupt"));
    assert_eq!(kept.count(), 1);
    home.plexctl(&["auth", "status"]).run().ended_with(3);
    home.sign_in(&plex, "owner", &[]);

    fs::write(home.folder().join("settings.json"), "[").unwrap();
    let asked = home.plexctl(&["servers"]).run();
    asked.ended_with(1);
    assert!(asked.err.contains("settings.json.corrupt"), "{asked}");
}

#[test]
fn a_folder_and_an_account_can_be_given() {
    let (plex, home) = (Served::start(&[]), Home::new());
    let folder = home.folder().join("elsewhere");
    let folder = folder.to_str().unwrap();
    home.sign_in(&plex, "owner", &["--config-dir", folder]);
    home.plexctl(&["servers"]).run().ended_with(3);
    home.fine(&["servers", "--config-dir", folder]);
    let asked = home
        .plexctl(&["servers", "--config-dir", folder, "--account", "x"])
        .run();
    asked.ended_with(2);
    assert!(asked.err.contains("olive.owner"), "{asked}");
}

#[test]
fn tls_with_an_authority_of_its_own() {
    let home = Home::new();
    fs::create_dir_all(home.folder()).unwrap();
    let ca = home.folder().join("ca.pem");
    let ca = ca.to_str().unwrap();
    let plex = Served::start(&["--tls", "--ca-file", ca]);
    assert_eq!(fs::read_to_string(ca).unwrap(), plex.line["ca_pem"]);
    let url = plex.line["servers"][0]["https_url"].as_str().unwrap();
    let verify = ["token", "verify", "--server", url];
    let token = plex.token("owner");
    home.plexctl(&verify).token(&token).run().ended_with(5);
    let trusting = home.plexctl(&verify).args(&["--ca-file", ca]);
    trusting.token(&token).run().ended_with(0);

    home.sign_in(&plex, "owner", &[]);
    home.fine(&["use", "Attic"]);
    let status = home.json(&["auth", "status", "--ca-file", ca]);
    let address = status["server"]["url"].as_str().unwrap();
    assert!(address.starts_with("https://"), "{status}");
    assert!(Served::start(&[]).line.get("ca_pem").is_none());
}
