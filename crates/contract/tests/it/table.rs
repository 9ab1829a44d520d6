//! What must hold for every row of the table.

use plex_sdk_contract::endpoint::Meta;
use plex_sdk_contract::endpoints::content::GetMetadataItem;
use plex_sdk_contract::endpoints::search::SearchHubs;
use plex_sdk_contract::params::InvalidRequest;
use plex_sdk_contract::path::Template;
use plex_sdk_contract::{endpoints, params};
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
fn names_are_unique() {
    let mut seen = HashSet::new();
    for meta in endpoints::all() {
        assert!(seen.insert(meta.name), "{meta:?} stands twice");
    }
}

#[test]
fn an_empty_required_text_is_refused() {
    let error = params::encode(&SearchHubs::new("")).unwrap_err();
    assert_eq!(error, InvalidRequest::Empty("query"));
    assert_eq!(
        error.to_string(),
        "`query` is required and must not be empty"
    );
    let error = params::encode(&GetMetadataItem::new([""; 0])).unwrap_err();
    assert!(error.to_string().contains("ids"), "{error}");
}

#[test]
fn what_is_secret_follows_from_the_types() {
    let secrets = |name| {
        endpoints::find(name)
            .unwrap()
            .secret_fields()
            .collect::<Vec<_>>()
    };
    assert_eq!(secrets("UpdateHomeUser"), ["pin", "currentPin"]);
    assert_eq!(secrets("ClaimServer"), ["token"]);
    assert!(secrets("ListContent").is_empty());
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
