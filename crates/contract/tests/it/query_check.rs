//! Queries against what a section says of itself.

use plex_sdk_contract::codec::json;
use plex_sdk_contract::model::{MediaKind, SectionMeta};
use plex_sdk_contract::query::{Filter, Misfit, Misfits, Query, Sort, field};

pub(crate) fn meta() -> SectionMeta {
    let text = br#"{
        "Type": [
            {"key": "/library/sections/2/all?type=2", "type": "show", "active": true,
             "Filter": [{"filter": "genre", "filterType": "string"}, {"filter": "unwatchedLeaves", "filterType": "boolean"}],
             "Sort": [{"key": "titleSort"}, {"key": "addedAt"}],
             "Field": [{"key": "show.title", "type": "string"}, {"key": "show.genre", "type": "tag"},
                       {"key": "show.addedAt", "type": "date"}]},
            {"key": "/library/sections/2/all?type=4", "type": "episode",
             "Sort": [{"key": "show.titleSort,season.index,episode.index"}, {"key": "originallyAvailableAt"}],
             "Field": [{"key": "episode.title", "type": "string"}, {"key": "episode.year", "type": "integer"},
                       {"key": "episode.unwatched", "type": "boolean"}, {"key": "episode.resolution", "type": "resolution"}]},
            {"key": "/library/sections/2/folder", "type": "folder", "active": true}
        ],
        "FieldType": [
            {"type": "string", "Operator": [{"key": "="}, {"key": "!="}, {"key": "=="}, {"key": "!=="}]},
            {"type": "integer", "Operator": [{"key": "="}, {"key": ">>="}]},
            {"type": "tag", "Operator": [{"key": "="}, {"key": "!="}]},
            {"type": "boolean", "Operator": [{"key": "="}, {"key": "!="}]},
            {"type": "date", "Operator": [{"key": ">>="}, {"key": "<<="}]},
            {"type": "resolution", "Operator": [{"key": "="}]}
        ]
    }"#;
    json::decode(text).unwrap()
}

#[test]
fn what_a_section_knows_passes() {
    let shows = Query::new();
    let episodes = Query::new().of(&MediaKind::Episode);
    for (query, filter) in [
        (&shows, "title=x"),
        (&shows, "show.title==x"),
        (&shows, "genre=12"),
        (&shows, "genre!=1,2"),
        (&shows, "unwatchedLeaves=1"),
        (&shows, "addedAt>>-30d"),
        (&shows, "addedAt<<2020-01-31"),
        (&shows, "episode.year>>1990"),
        (&shows, "updatedAt>>1700000000"),
        (&shows, "label=3"),
        (&shows, "rating>>7.5"),
        (&shows, "season.year=1999"),
        (&shows, "guid=plex://show/1"),
        (&episodes, "title!==x"),
        (&episodes, "show.genre=1"),
        (&episodes, "unwatched=0"),
        (&episodes, "resolution=1080"),
        (&episodes, "duration>>600000"),
        (&episodes, "index=3"),
    ] {
        let query = query.clone().filter(filter.parse::<Filter>().unwrap());
        query
            .check(&meta())
            .unwrap_or_else(|misfits| panic!("{filter}: {misfits}"));
    }
    for (query, sort) in [
        (&shows, "titleSort"),
        (&shows, "show.addedAt:desc"),
        (&shows, "random"),
        (&shows, "updatedAt:desc"),
        (&episodes, "originallyAvailableAt:desc:nullsLast"),
        (&episodes, "episode.originallyAvailableAt"),
        (&episodes, "show.titleSort"),
        (&episodes, "season.index"),
        (&episodes, "index"),
    ] {
        let query = query.clone().sort(sort.parse::<Sort>().unwrap());
        query
            .check(&meta())
            .unwrap_or_else(|misfits| panic!("{sort}: {misfits}"));
    }
    // The fields of the shows, on a list of episodes.
    let above = Query {
        source_kind: Some(2),
        ..episodes
    };
    above
        .filter("genre=1".parse::<Filter>().unwrap())
        .check(&meta())
        .unwrap();
}

#[test]
fn what_a_section_does_not_know_is_told_with_what_it_does() {
    let misfits = |query: Query| query.check(&meta()).unwrap_err();
    let of = |filter: &str| misfits(Query::from(filter.parse::<Filter>().unwrap()));
    for (filter, text) in [
        (
            "titel=x",
            "there is no field `titel`; did you mean show.title or episode.title? \
             allowed: show.title, show.genre, show.addedAt",
        ),
        (
            "zzz=1",
            "there is no field `zzz`; allowed: show.title, show.genre, show.addedAt",
        ),
        (
            "genre>>3",
            "`genre` is of kind tag and does not compare with `>>=`; allowed: =, !=",
        ),
        (
            "episode.year=abc",
            "`episode.year` is of kind integer and `abc` is not; allowed: a number",
        ),
        (
            "addedAt>>soon",
            "`addedAt` is of kind date and `soon` is not; allowed: seconds since 1970, a day such as 2020-01-31, or how \
             long ago, such as -30d",
        ),
        (
            "unwatchedLeaves=yes",
            "`unwatchedLeaves` is of kind boolean and `yes` is not; allowed: 0 or 1",
        ),
        (
            "title=",
            "`title` is of kind string and `` is not; allowed: a text that is not empty",
        ),
        (
            "guid<<x",
            "`guid` is of kind guid and does not compare with `<<=`; allowed: =, !=",
        ),
    ] {
        assert_eq!(of(filter).to_string(), text);
    }
    // Episodes have no genre of their own; what their show has is offered.
    let query = Query::new()
        .of(&MediaKind::Episode)
        .filter(field("genre").is(1));
    let Misfits(list) = misfits(query);
    let [Misfit::Field { near, .. }] = list.as_slice() else {
        panic!("{list:?}");
    };
    assert_eq!(*near, ["show.genre"]);
    assert_eq!(
        misfits(Query::new().sort(Sort::desc("aded"))).to_string(),
        "there is no order `aded`; allowed: titleSort, addedAt"
    );
    assert_eq!(
        misfits(Query::new().sort(Sort::by("adedAt"))).to_string(),
        "there is no order `adedAt`; did you mean addedAt? allowed: titleSort, addedAt"
    );
    assert_eq!(
        misfits(Query {
            kind: Some(1),
            ..Query::new()
        })
        .to_string(),
        "the section does not list items of type 1; allowed: 2 (show), 4 (episode)"
    );
    assert_eq!(
        Query::new().check(&SectionMeta::default()),
        Err(Misfits(vec![Misfit::NoMeta]))
    );
    let several = field("zzz").is(1).and(field("genre").less(1));
    let query = Query::from(several).sort(Sort::by("nope"));
    assert_eq!(misfits(query).0.len(), 3);
}
