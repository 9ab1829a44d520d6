//! `#[model]`: structs of each shape, read and written.

use plex_sdk_contract::codec::json;
use plex_sdk_contract::codec::wire::Wire;
use plex_sdk_derive::model;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json as tree};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// Reads as bodies are read, and by another deserializer; both have to give the same.
fn both<T: DeserializeOwned + Debug + PartialEq>(value: &Value) -> T {
    let read: T = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(
        json::decode::<T>(value.to_string().as_bytes()).unwrap(),
        read
    );
    read
}

fn written(value: impl Serialize) -> String {
    serde_json::to_string(&value).unwrap()
}

#[model]
struct Item {
    rating_key: u64,
    r#type: Option<String>,
    #[wire(name = "librarySectionID")]
    section_id: Option<u32>,
    #[wire(name = "Genre", omit_empty)]
    genres: Vec<Empty>,
    #[wire(omit_empty)]
    view_offset: Option<u64>,
    #[wire(omit_empty)]
    more_of_it: BTreeMap<String, u8>,
    #[wire(skip)]
    seen: bool,
}

#[model]
struct Empty {}

#[model]
struct Unit;

mod elsewhere {
    pub(super) use plex_sdk_contract::codec;
}

#[model(crate = elsewhere)]
struct Remote {
    id: u64,
}

#[test]
fn the_contract_may_be_under_another_path() {
    assert_eq!(both::<Remote>(&tree!({"id": 3})).id, 3);
}

#[test]
fn fields_have_their_names_on_the_wire() {
    assert_eq!(Item::TYPE, "Item");
    let names = [
        "ratingKey",
        "type",
        "librarySectionID",
        "Genre",
        "viewOffset",
        "moreOfIt",
    ];
    assert_eq!(Item::NAMES, names);
    let value = tree!({
        "ratingKey": 5, "type": "movie", "librarySectionID": 2, "Genre": [{}], "viewOffset": 9,
        "moreOfIt": {"a": 1}, "seen": true, "unknown": [1],
    });
    let item: Item = both(&value);
    let expected = Item {
        rating_key: 5,
        r#type: Some("movie".into()),
        section_id: Some(2),
        genres: vec![Empty {}],
        view_offset: Some(9),
        more_of_it: BTreeMap::from([("a".into(), 1)]),
        seen: false,
    };
    assert_eq!(item, expected);
    assert_eq!(
        written(item),
        r#"{"ratingKey":5,"type":"movie","librarySectionID":2,"Genre":[{}],"viewOffset":9,"moreOfIt":{"a":1}}"#
    );
}

#[test]
fn what_is_not_there_is_the_default() {
    assert_eq!(both::<Item>(&tree!({})), Item::default());
    let written = written(Item {
        seen: true,
        ..Item::default()
    });
    assert_eq!(
        written,
        r#"{"ratingKey":0,"type":null,"librarySectionID":null}"#
    );
}

#[test]
fn structs_without_fields_are_objects() {
    assert_eq!(both::<Empty>(&tree!({"a": 1})), Empty {});
    assert_eq!(
        (written(Empty {}), written(Unit)),
        ("{}".into(), "{}".into())
    );
    assert_eq!(serde_json::from_str::<Unit>("{}").unwrap(), Unit);
    assert!(Empty::NAMES.is_empty());
}

#[model(required, snake_case)]
struct Grant {
    auth_token: String,
    expires_in: Option<u32>,
    #[wire(default, omit_empty)]
    scopes: Vec<String>,
    #[wire(name = "Device")]
    device: Empty,
    #[wire(skip)]
    seen: bool,
}

#[test]
fn fields_that_are_required_have_to_be_there() {
    let least = tree!({"auth_token": "x", "Device": {}});
    let expected = Grant {
        auth_token: "x".into(),
        expires_in: None,
        scopes: Vec::new(),
        device: Empty {},
        seen: false,
    };
    assert_eq!(both::<Grant>(&least), expected);
    assert_eq!(
        written(expected),
        r#"{"auth_token":"x","expires_in":null,"Device":{}}"#
    );
    for field in ["auth_token", "Device"] {
        let mut value = least.clone();
        value.as_object_mut().unwrap().remove(field);
        let expected = format!("missing field `{field}`");
        let error = json::decode::<Grant>(value.to_string().as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), expected);
        let error = serde_json::from_value::<Grant>(value.clone()).unwrap_err();
        assert_eq!(error.to_string(), expected);
        value[field] = Value::Null;
        assert!(
            serde_json::from_value::<Grant>(value).is_err(),
            "{field} is null"
        );
    }
}

macro_rules! many {
    ($($field:ident)+) => {
        #[model(required)]
        struct Many {
            $($field: u8,)+
        }
        /// The value of each field in turn, from 0.
        fn numbered(value: &Many) -> Vec<u8> {
            vec![$(value.$field),+]
        }
    };
}
many!(a b c d e f g h i j k l m n o p q r s t u v w x y z);

#[test]
fn more_fields_than_a_tuple_has_may_be_required() {
    let entries = Many::NAMES
        .iter()
        .zip(0_u8..)
        .map(|(name, at)| ((*name).to_owned(), at.into()));
    let read: Many = both(&Value::Object(entries.collect()));
    assert_eq!(numbered(&read), (0..26).collect::<Vec<u8>>());
}

macro_rules! made {
    ($Name:ident { $($(#[$note:meta])* $field:ident: $Field:ty,)* }) => {
        #[model]
        struct $Name {
            $($(#[$note])* $field: $Field,)*
        }
    };
}
made!(FromMacro {
    #[wire(name = "type", omit_empty)]
    kind: std::option::Option<u8>,
    page_size: u8,
});

#[test]
fn types_and_attributes_may_come_through_a_macro() {
    assert_eq!(written(FromMacro::default()), r#"{"pageSize":0}"#);
    let read: FromMacro = serde_json::from_str(r#"{"type":1}"#).unwrap();
    assert_eq!((read.kind, read.page_size), (Some(1), 0));
}
