//! `plexctl list`.

use crate::run::plexctl;
use serde_json::Value;

fn titles(args: &[&str]) -> Vec<String> {
    let asked = plexctl(&["list", "--embedded", "--json"]).args(args).run();
    asked.ended_with(0);
    let answer: Value = serde_json::from_str(&asked.out).unwrap();
    let items = answer["items"].as_array().unwrap();
    assert_eq!(answer["size"], items.len());
    items
        .iter()
        .map(|item| item["title"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn items_are_listed_as_asked() {
    for (args, expected) in [
        (
            &[
                "Movies",
                "--filter",
                "year>>1960",
                "--sort",
                "year:desc",
                "--limit",
                "2",
            ][..],
            &["Tears of Steel", "Sintel"][..],
        ),
        (
            &["1", "-f", "title!=the", "-f", "year<<1950"],
            &["Metropolis", "Nosferatu"],
        ),
        (&["movies", "-f", "title==sintel"], &["Sintel"]),
        (
            &[
                "1",
                "--query",
                "push=1&year<<=1925&or=1&title=bunny&pop=1",
                "-s",
                "year",
            ],
            &["Nosferatu", "Big Buck Bunny"],
        ),
        (
            &[
                "TV Shows",
                "--type",
                "episode",
                "-f",
                "show.title=holmes",
                "-s",
                "index:desc",
                "-l",
                "1",
            ],
            &["The Case of the Pennsylvania Gun"],
        ),
        (&["1", "-f", "year=1800"], &[]),
    ] {
        assert_eq!(titles(args), expected, "{args:?}");
    }
    let all = plexctl(&["list", "2", "-t", "4", "--embedded"]).run();
    all.ended_with(0);
    assert!(
        all.out
            .contains("Sherlock Holmes / Season 1 / The Case of Lady Beryl"),
        "{all}"
    );
    assert_eq!(all.out.lines().count(), 8);
    let none = plexctl(&["list", "1", "-f", "year=1800", "--embedded"]).run();
    none.ended_with(0);
    assert_eq!(none.out, "No item passes.\n");
    let item = plexctl(&["list", "1", "-f", "title=charade", "--embedded", "--json"]).run();
    let answer: Value = serde_json::from_str(&item.out).unwrap();
    let item = &answer["items"][0];
    assert_eq!(
        (&item["year"], &item["rating_key"]),
        (&1963.into(), &"2".into())
    );
    assert_eq!(answer["query"], "title=charade");
}

#[test]
fn what_does_not_fit_is_told_with_what_does() {
    for (args, code, texts) in [
        (
            &["1", "-f", "titel=blue"][..],
            2,
            &[
                "there is no field `titel`",
                "did you mean title?",
                "allowed: title, studio",
            ][..],
        ),
        (
            &["1", "-f", "genre>>3"],
            2,
            &["does not compare with `>>=`", "allowed: =, !="],
        ),
        (
            &["1", "-f", "year>>new"],
            2,
            &["`new` is not; allowed: a number"],
        ),
        (
            &["1", "-s", "aded"],
            2,
            &["there is no order `aded`", "allowed: titleSort, year"],
        ),
        (
            &["1", "-t", "episode"],
            2,
            &["does not list items of type 4; allowed: 1 (movie)"],
        ),
        (&["1", "-t", "films"], 2, &["`films` is no kind of item"]),
        (&["1", "-f", "year"], 2, &["there is no operator"]),
        (&["1", "-f", "year>1999"], 2, &["the operator is none of"]),
        (&["1", "-s", "year:down"], 2, &["asc, desc, nullsLast"]),
        (
            &["1", "--query", "year>>=1&pop=1"],
            2,
            &["pair 2, `pop=1`: no group is open"],
        ),
        (
            &["Films"],
            6,
            &[
                "no one section `Films`",
                "Movies (1), TV Shows (2), Music (3)",
            ],
        ),
    ] {
        let asked = plexctl(&["list", "--embedded"]).args(args).run();
        asked.ended_with(code);
        for text in texts {
            assert!(asked.err.contains(text), "{text}: {asked}");
        }
        let asked = plexctl(&["list", "--embedded", "--json"]).args(args).run();
        asked.ended_with(code);
        assert_eq!(asked.error()["exit"], code);
        assert_eq!(asked.out, "");
    }
}
