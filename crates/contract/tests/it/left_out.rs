//! One bad entry among many: told with its place, and the others are read.

use bytes::Bytes;
use plex_sdk_contract::model::{MetadataPage, Resource};
use plex_sdk_contract::{DecodeError, MediaContainer, Plain, Reply};
use std::fmt::Write as _;

type Page = MediaContainer<MetadataPage>;

fn kept<R: Reply>(body: &str) -> (Result<R, DecodeError>, Vec<String>) {
    let mut left_out = Vec::new();
    let read = R::decode_leaving_out(&Bytes::copy_from_slice(body.as_bytes()), &mut left_out);
    let places = left_out.iter().map(|error| error.path().to_owned());
    (read, places.collect())
}

/// A thousand items, of which those at the places given have a year that is none.
fn thousand(bad: &[usize], xml: bool) -> String {
    let mut items = String::new();
    for at in 0..1000 {
        let year = if bad.contains(&at) { "soon" } else { "1999" };
        if xml {
            let _ = write!(
                items,
                r#"<Video ratingKey="{at}" title="t" year="{year}"/>"#
            );
        } else {
            let comma = if at == 0 { "" } else { "," };
            let _ = write!(
                items,
                r#"{comma}{{"ratingKey":"{at}","title":"t","year":"{year}"}}"#
            );
        }
    }
    if xml {
        format!(r#"<MediaContainer size="1000">{items}</MediaContainer>"#)
    } else {
        format!(r#"{{"MediaContainer":{{"size":1000,"Metadata":[{items}]}}}}"#)
    }
}

#[test]
fn one_bad_item_among_a_thousand() {
    for xml in [false, true] {
        let body = thousand(&[3, 4, 999], xml);
        let prefix = if xml { "" } else { "MediaContainer." };
        let alone = Page::decode(&body.clone().into()).unwrap_err();
        assert_eq!(alone.path(), format!("{prefix}Metadata[3].year"));
        let (page, places) = kept::<Page>(&body);
        let page = page.unwrap();
        assert_eq!(page.metadata.len(), 997);
        assert_eq!(page.metadata[3].rating_key.as_ref().unwrap(), &"5");
        assert_eq!(page.size, Some(1000));
        let expected = [3, 4, 999].map(|at| format!("{prefix}Metadata[{at}].year"));
        assert_eq!(places, expected);
    }
}

#[test]
fn nothing_is_left_out_of_a_good_answer() {
    for xml in [false, true] {
        let (page, places) = kept::<Page>(&thousand(&[], xml));
        assert_eq!(page.unwrap().metadata.len(), 1000);
        assert!(places.is_empty());
    }
}

#[test]
fn the_innermost_entry_is_left_out() {
    let json = r#"{"MediaContainer":{"Metadata":[{"ratingKey":"1","Media":[
        {"id":1,"Part":[{"id":2},{"id":3,"size":"much"},{"id":4,"size":"more"}]}]},{"ratingKey":"2"}]}}"#;
    let xml = r#"<MediaContainer><Video ratingKey="1"><Media id="1"><Part id="2"/><Part id="3" size="much"/><Part id="4" size="more"/></Media></Video>
        <Video ratingKey="2"/></MediaContainer>"#;
    for (body, prefix) in [(json, "MediaContainer."), (xml, "")] {
        let (page, places) = kept::<Page>(body);
        let page = page.unwrap();
        assert_eq!(page.metadata.len(), 2);
        assert_eq!(page.metadata[0].media[0].parts.len(), 1);
        let place = |at| format!("{prefix}Metadata[0].Media[0].Part[{at}].size");
        assert_eq!(places, [place(1), place(2)]);
    }
}

#[test]
fn what_is_no_entry_is_an_error_still() {
    let (page, places) =
        kept::<Page>(r#"{"MediaContainer":{"librarySectionID":"x","Metadata":[]}}"#);
    assert_eq!(page.unwrap_err().path(), "MediaContainer.librarySectionID");
    assert!(places.is_empty());
    for body in [
        "",
        "{",
        "<html>",
        r#"{"MediaContainer":{"Metadata":[{"ratingKey":"1"}"#,
    ] {
        assert!(kept::<Page>(body).0.is_err(), "{body}");
    }
}

#[test]
fn an_answer_of_bad_entries_is_not_understood() {
    let bad: Vec<usize> = (0..1000).collect();
    for xml in [false, true] {
        let (page, places) = kept::<Page>(&thousand(&bad, xml));
        assert!(page.is_err());
        assert_eq!(places.len(), 100);
    }
}

#[test]
fn bare_lists_are_kept_too() {
    let body = r#"[{"name":"a","clientIdentifier":"1","provides":"server","connections":[{"uri":"http://a","port":"x"}]},{"name":"b","clientIdentifier":"2","provides":"server"}]"#;
    let (resources, places) = kept::<Plain<Vec<Resource>>>(body);
    let resources = resources.unwrap();
    assert_eq!(resources.len(), 2);
    assert!(resources[0].connections.is_empty());
    assert_eq!(places, ["[0].connections[0].port"]);
}
