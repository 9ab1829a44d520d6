//! `plexctl` as its users see it: arguments in, stdout, stderr and exit code out.

mod accounts;
mod events;
mod list;
mod players;
mod run;
mod sign_in;

use run::{Asked, Served, config_dir, echo, plexctl, unused_port, web_page};
use serde_json::Value;

#[test]
fn the_tour_goes_through_and_shows_no_token() {
    let asked = plexctl(&["tour"]).run();
    asked.ended_with(0);
    assert!(
        asked.out.contains("account token, 20 characters"),
        "{asked}"
    );
    assert!(asked.out.contains("Olive Owner"), "{asked}");
    assert!(asked.out.contains("Big Buck Bunny"), "{asked}");
    assert!(!asked.out.contains("transient-"), "{asked}");
    assert_eq!(asked.err, "");
}

#[test]
fn the_tour_as_json_has_one_object_a_step() {
    let asked = plexctl(&["tour", "--json"]).run();
    asked.ended_with(0);
    let steps: Vec<Value> = asked.out.lines().map(parsed).collect();
    assert!(steps.len() > 10, "{asked}");
    for (at, step) in steps.iter().enumerate() {
        assert_eq!(step["step"], at + 1);
        assert!(
            step["facts"].is_object() && step["name"].is_string(),
            "{step}"
        );
    }
    let refusals: Vec<_> = steps.iter().rev().take(2).rev().collect();
    assert_eq!(refusals[0]["facts"]["status"], 403);
    assert_eq!(refusals[1]["facts"]["status"], 401);
}

#[test]
fn a_transient_token_is_printed_alone() {
    for args in [
        &["token", "create", "--embedded"][..],
        &["token", "create", "--embedded", "--get"],
    ] {
        let asked = plexctl(args).run();
        asked.ended_with(0);
        assert!(asked.out.starts_with("transient-"), "{asked}");
        assert_eq!(asked.out.lines().count(), 1);
    }
    let asked = plexctl(&["token", "create", "--embedded", "--json"]).run();
    asked.ended_with(0);
    let answer = parsed(&asked.out);
    assert_eq!(answer["kind"], "transient token");
    assert!(answer["token"].as_str().unwrap().starts_with("transient-"));
}

#[test]
fn a_made_token_works_on_its_server() {
    let plex = Served::start(&[]);
    let made = plexctl(&["token", "create", "--server", plex.url()])
        .token(&plex.token("owner"))
        .run();
    made.ended_with(0);
    let asked = plexctl(&["token", "verify", "--json", "--server", plex.url()])
        .token(made.out.trim())
        .run();
    asked.ended_with(0);
    assert_eq!(parsed(&asked.out)["level"], "owner");
}

#[test]
fn verify_tells_reachable_plex_and_accepted_apart() {
    let plex = Served::start(&[]);
    let verify = |token: Option<&str>| {
        let mut command = plexctl(&["token", "verify", "--json", "--server", plex.url()]);
        if let Some(token) = token {
            command = command.token(token);
        }
        command.run()
    };
    for (kind, level) in [("owner", "owner"), ("friend", "user"), ("home", "user")] {
        let asked = verify(Some(&plex.token(kind)));
        asked.ended_with(0);
        let answer = parsed(&asked.out);
        assert_eq!(answer["token_accepted"], true);
        assert_eq!(answer["level"], level, "{kind}");
    }
    for token in [Some("not-a-token-of-this-server"), None] {
        let asked = verify(token);
        asked.ended_with(3);
        let answer = parsed(&asked.out);
        assert_eq!(answer["reachable"], true);
        assert_eq!(answer["plex"], true);
        assert_eq!(answer["token_given"], token.is_some());
        assert_eq!(answer["token_accepted"], false);
        assert_eq!(asked.error()["kind"], "unauthorized");
        assert_eq!(asked.error()["status"], 401);
    }
    let asked = plexctl(&["token", "verify", "--server", plex.url()]).run();
    asked.ended_with(3);
    assert!(asked.err.contains("no token was given"), "{asked}");
}

#[test]
fn an_unclaimed_server_wants_no_token() {
    let plex = Served::start(&["--unclaimed"]);
    let asked = plexctl(&["token", "verify", "--server", plex.url()]).run();
    asked.ended_with(0);
    assert!(asked.out.contains("the server wants none"), "{asked}");
}

#[test]
fn a_refusal_with_403_has_its_own_exit_code() {
    let plex = Served::start(&["--refuse-with-403"]);
    let asked = plexctl(&["token", "create", "--server", plex.url()])
        .token("not-a-token-of-this-server")
        .run();
    asked.ended_with(4);
    assert!(asked.err.contains("hint: "), "{asked}");
}

#[test]
fn a_source_is_resolved_without_showing_its_token() {
    let plex = Served::start(&[]);
    let server = ["--server", plex.url()];
    let owner = plex.token("owner");
    let identity = plexctl(&["api", "get_identity"]).args(&server).run();
    identity.ended_with(0);
    let id = parsed(&identity.out)["MediaContainer"]["machineIdentifier"].clone();
    let source = format!("server://{}", id.as_str().unwrap());
    let resolve = |more: &[&str]| {
        let command = plexctl(&["source", "resolve", &source]).args(&server);
        command.args(more).token(&owner).run()
    };

    let asked = resolve(&[]);
    asked.ended_with(0);
    assert!(asked.out.contains("transient token, "), "{asked}");
    assert!(asked.out.contains(plex.url()), "{asked}");
    assert!(!asked.out.contains("transient-"), "{asked}");

    let asked = resolve(&["--json", "--refresh"]);
    let answer = parsed(&asked.out);
    assert_eq!(answer["client_identifier"], id);
    assert_eq!(answer["connections"][0]["uri"], plex.url());
    assert_eq!(answer.get("token"), None);

    let asked = resolve(&["--json", "--show-token"]);
    let answer = parsed(&asked.out);
    assert!(answer["token"].as_str().unwrap().starts_with("transient-"));

    let asked = plexctl(&["source", "resolve", &source]).args(&server);
    asked.token(&plex.token("friend")).run().ended_with(4);
}

#[test]
fn a_source_that_is_none_and_one_that_is_unknown() {
    let asked = plexctl(&["source", "resolve", "abc", "--embedded"]).run();
    asked.ended_with(2);
    assert!(
        asked.err.contains("server://<machine identifier>"),
        "{asked}"
    );
    let asked = plexctl(&["source", "resolve", "server://abc", "--embedded"]).run();
    asked.ended_with(6);
}

#[test]
fn wrong_servers_are_told_apart() {
    let verify = |url: &str| plexctl(&["token", "verify", "--json", "--server", url]).run();
    let asked = verify("127.0.0.1:32400");
    asked.ended_with(2);
    assert!(asked.err.contains("did you mean http://"), "{asked}");

    let asked = verify(&format!("http://127.0.0.1:{}", unused_port()));
    asked.ended_with(5);
    assert_eq!(parsed(&asked.out)["reachable"], false);

    let page = web_page();
    let asked = verify(&format!("http://127.0.0.1:{page}"));
    asked.ended_with(7);
    assert_eq!(parsed(&asked.out)["plex"], false);

    let asked = verify(&format!("https://127.0.0.1:{page}"));
    asked.ended_with(5);
    assert!(asked.err.contains("TLS"), "{asked}");

    let asked = plexctl(&["api", "get_sections", "--server"])
        .args(&[&format!("http://127.0.0.1:{page}")])
        .run();
    asked.ended_with(7);

    let asked = plexctl(&["token", "verify"]).run();
    asked.ended_with(2);
    assert!(asked.err.contains("PLEX_SERVER"), "{asked}");
}

#[test]
fn a_wrong_command_line_ends_with_2_and_says_what_to_do() {
    for (args, expected) in [
        (&["--token", "s3cr3t", "tour"][..], "PLEX_TOKEN"),
        (&["token", "verify", "--token=s3cr3t"], "PLEX_TOKEN"),
        (&["api", "get_idenity", "--embedded"], "get_identity"),
        (&["api", "transient", "--embedded"], "get_transient_token"),
        (&["api", "list_content", "--embedded"], "sectionId"),
        (&["api", "get_identity", "-p", "x=1", "--embedded"], "`x`"),
        (&["api", "GET", "--embedded"], "which path"),
        (
            &["api", "/?X-Plex-Token=s3cr3t", "--embedded"],
            "PLEX_TOKEN",
        ),
        (&["events", "--embedded", "--kind", "playin"], "playing"),
        (&["tuor"], "tour"),
        (&["tour", "--timeout", "0"], "seconds"),
        (
            &["token", "create", "--embedded", "--server", "http://x"],
            "--server",
        ),
        (
            &["token", "verify", "--embedded", "--token-file", "/nowhere"],
            "/nowhere",
        ),
        (&["serve", "--server-version", "new"], "version"),
        (&[], "Usage"),
    ] {
        let asked = plexctl(args).run();
        asked.ended_with(2);
        assert!(asked.err.starts_with("error: "), "{asked}");
        assert!(asked.err.contains("hint: "), "{asked}");
        assert!(asked.err.contains(expected), "{args:?}: {asked}");
        assert!(!asked.all().contains("s3cr3t"), "{asked}");
        assert_eq!(asked.out, "");
    }
    let asked = plexctl(&["tour", "--json", "--bogus"]).run();
    asked.ended_with(2);
    assert_eq!(asked.error()["kind"], "usage");
    assert_eq!(asked.error()["exit"], 2);
}

#[test]
fn the_help_has_examples_and_exit_codes() {
    let asked = plexctl(&["--help"]).run();
    asked.ended_with(0);
    assert!(asked.out.contains("5  no answer came"), "{asked}");
    for command in [
        &["tour"][..],
        &["token", "create"],
        &["token", "verify"],
        &["source", "resolve"],
        &["events"],
        &["serve"],
        &["api"],
    ] {
        let asked = plexctl(command).args(&["--help"]).run();
        asked.ended_with(0);
        assert!(asked.out.contains("Examples:\n  "), "{asked}");
    }
    let asked = plexctl(&["--help"]).token("s3cr3t-token").run();
    assert!(!asked.all().contains("s3cr3t"), "{asked}");
}

#[test]
fn api_sends_what_is_asked_and_prints_the_body_as_it_came() {
    let asked = plexctl(&["api", "list_content", "-p", "sectionId=1", "--embedded"])
        .args(&[
            "-p",
            "X-Plex-Container-Size=2",
            "-p",
            "X-Plex-Container-Start=0",
        ])
        .run();
    asked.ended_with(0);
    let container = &parsed(&asked.out)["MediaContainer"];
    assert_eq!(container["size"], 2);

    let asked = plexctl(&[
        "api",
        "/library/sections",
        "--xml",
        "--include",
        "--embedded",
    ])
    .run();
    asked.ended_with(0);
    assert!(asked.out.starts_with("200 OK\n"), "{asked}");
    assert!(asked.out.contains("<MediaContainer"), "{asked}");

    let asked = plexctl(&["api", "get_token_details", "--embedded"]).run();
    asked.ended_with(0);
    assert_eq!(parsed(&asked.out)["title"], "Olive Owner");

    let asked = plexctl(&["api", "/nope", "--embedded", "--json"]).run();
    asked.ended_with(6);
    assert_eq!(asked.error()["status"], 404);
    assert!(asked.error()["body"].is_string(), "{asked}");

    let asked = plexctl(&["api", "--list", "--json"]).run();
    asked.ended_with(0);
    let list = parsed(&asked.out);
    assert!(list.as_array().unwrap().iter().any(|row| {
        row["name"] == "get_source_connection_information" && row["access"] == "owner"
    }));
}

#[test]
fn the_token_can_come_from_a_file_or_from_stdin() {
    let plex = Served::start(&[]);
    let file = config_dir().join("token");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, format!("{}\n", plex.token("owner"))).unwrap();
    let verify = ["token", "verify", "--server", plex.url(), "--token-file"];
    let from_file = plexctl(&verify).args(&[file.to_str().unwrap()]);
    from_file.token("ignored-for-the-file").run().ended_with(0);
    let from_stdin = plexctl(&verify).args(&["-"]);
    from_stdin.stdin(&plex.token("owner")).run().ended_with(0);
}

#[test]
fn a_token_never_shows_whatever_happens() {
    let plex = Served::start(&[]);
    let echo = format!("http://127.0.0.1:{}", echo("401 Unauthorized"));
    let other = format!(
        "server://{}",
        plex.line["servers"][1]["machine_identifier"]
            .as_str()
            .unwrap()
    );
    let owner = plex.token("owner");
    let odd = "s3cr3t-tok/en+with=odd_signs";
    let commands = [
        &["tour"][..],
        &["token", "create"],
        &["token", "create", "--json"],
        &["token", "verify"],
        &["source", "resolve", &other],
        &["source", "resolve", "server://unknown", "--json"],
        &["api", "get_sections", "--include"],
        &["api", "DELETE", "/nope"],
        &["api", "--list"],
    ];
    for command in commands {
        for (url, token) in [
            (plex.url(), owner.as_str()),
            (plex.url(), odd),
            (&echo, odd),
        ] {
            let asked = plexctl(command)
                .args(&["-vv", "--server", url])
                .token(token)
                .run();
            let shown = asked.all();
            assert!(!shown.contains(token), "{command:?}: {asked}");
            let encoded = token.replace('-', "%2D").replace('/', "%2F");
            let encoded = encoded.replace('+', "%2B").replace('=', "%3D");
            for form in [encoded.replace('_', "%5F"), encoded] {
                assert!(!shown.contains(&form), "{command:?}: {asked}");
                let lower = form.replace("%2D", "%2d").replace("%2F", "%2f");
                assert!(!shown.contains(&lower), "{command:?}: {asked}");
            }
            if command[0] != "tour" && command[1] != "--list" {
                assert!(asked.err.contains("DEBUG plex_sdk"), "{command:?}: {asked}");
            }
        }
    }
}

#[test]
fn the_client_identifier_is_made_once_and_kept() {
    let echo = format!("http://127.0.0.1:{}", echo("200 OK"));
    let folder = config_dir();
    let sent = |folder: &std::path::Path, more: &[&str]| {
        let command = plexctl(&["api", "/x", "--server", &echo]).args(more);
        let asked = command.config(folder).run();
        asked.ended_with(0);
        let line = asked.out.lines().find_map(|line| {
            line.to_ascii_lowercase()
                .strip_prefix("x-plex-client-identifier: ")
                .map(str::to_owned)
        });
        line.unwrap()
    };
    let first = sent(&folder, &[]);
    assert!(first.len() >= 32, "{first}");
    assert_eq!(sent(&folder, &[]), first);
    assert_ne!(sent(&config_dir(), &[]), first);
    assert_eq!(
        sent(&folder, &["--client-identifier", "my-own-id"]),
        "my-own-id"
    );
    // A folder that cannot be written is no reason to fail.
    let nowhere = std::path::Path::new("/dev/null/config");
    assert_ne!(sent(nowhere, &[]), first);
}

#[test]
fn serve_prints_one_line_and_ends_on_a_signal() {
    let mut plex = Served::start(&["--empty"]);
    let users = plex.line["users"].as_array().unwrap();
    let kinds: Vec<_> = users.iter().map(|user| user["kind"].as_str()).collect();
    let expected = ["owner", "home", "managed", "friend", "stranger"];
    assert_eq!(kinds, expected.map(Some));
    assert!(users[4]["server_token"].is_null());
    assert_eq!(plex.line["pms"], plex.line["servers"][0]["url"]);
    assert!(
        plex.line["plex_tv"]
            .as_str()
            .unwrap()
            .starts_with("http://")
    );
    let asked =
        plexctl(&["api", "get_sections", "--server", plex.url()]).token(&plex.token("owner"));
    assert_eq!(parsed(&asked.run().out)["MediaContainer"]["size"], 0);
    let (rest, code) = plex.terminate();
    assert_eq!(rest, "");
    assert_eq!(code, Some(0));
}

#[test]
fn serve_keeps_its_tokens_where_it_is_told_to() {
    let folder = config_dir();
    let data = ["--data", folder.to_str().unwrap()];
    let mut first = Served::start(&data);
    let token = first.token("owner");
    let id = first.line["servers"][0]["machine_identifier"].clone();
    first.terminate();
    let second = Served::start(&data);
    assert_eq!(second.line["servers"][0]["machine_identifier"], id);
    let asked = plexctl(&["token", "verify", "--server", second.url()]).token(&token);
    asked.run().ended_with(0);
}

#[test]
fn a_port_that_is_taken_is_named() {
    let plex = Served::start(&[]);
    let port = plex.url().rsplit(':').next().unwrap();
    let asked = plexctl(&["serve", "--port", port]).run();
    asked.ended_with(2);
    assert!(asked.err.contains(port), "{asked}");
}

#[test]
fn a_reader_that_is_gone_is_no_failure() {
    for args in [&["api", "--list"][..], &["tour"], &["--help"]] {
        let asked: Asked = plexctl(args).without_reader();
        asked.ended_with(0);
        assert_eq!(asked.err, "");
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in: {text}"))
}
