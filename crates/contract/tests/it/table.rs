//! What must hold for every row of the table.

use plex_sdk_contract::endpoint::Meta;
use plex_sdk_contract::endpoints;
use plex_sdk_contract::path::Template;
use std::cmp::Ordering;
use std::collections::HashSet;

#[test]
fn every_placeholder_is_a_field() {
    for meta in endpoints::all() {
        for template in meta.templates() {
            for name in template.placeholders() {
                assert!(meta.fields.contains(&name), "{meta:?}: {name} is no field");
            }
        }
    }
}

#[test]
fn names_are_unique_within_a_host() {
    let mut seen = HashSet::new();
    for meta in endpoints::all() {
        assert!(seen.insert((meta.host, meta.name)), "{meta:?} stands twice");
    }
}

#[test]
fn of_two_templates_for_one_request_one_wins() {
    let rows: Vec<(&Meta, Template)> = endpoints::all()
        .flat_map(|meta| meta.templates().map(move |template| (meta, template)))
        .collect();
    for (at, (a, a_template)) in rows.iter().enumerate() {
        for (b, b_template) in &rows[at + 1..] {
            let same_verb = [a.method]
                .into_iter()
                .chain(a.also)
                .any(|method| b.takes(method));
            if a.host == b.host && same_verb && a_template.overlaps(b_template) {
                let order = a_template.precedence(b_template);
                assert_ne!(order, Ordering::Equal, "{a:?} and {b:?} tie");
                assert_eq!(order, b_template.precedence(a_template).reverse());
            }
        }
    }
}

/// The first line of an operation's documentation is its verb and path.
#[test]
fn documentation_starts_with_verb_and_path() {
    let sources = sources();
    for meta in endpoints::all() {
        let expected = format!("/// `{} {}`\n", meta.method, meta.path);
        let name = format!("pub struct {} {{", meta.name);
        let mut starts = sources.iter().filter_map(|source| {
            let before = &source[..source.find(&name)?];
            let doc = before.rfind("\n\n").map_or(0, |blank| blank + 2);
            Some(&before[doc..])
        });
        // Operations of different hosts may have the same name.
        assert!(
            starts.any(|start| start.starts_with(&expected)),
            "{meta:?}: no struct of this name has documentation that begins with {expected}"
        );
    }
}

fn sources() -> Vec<String> {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/endpoints")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                sources.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    sources
}
