//! Queries: what is printed, what is read, and what a section allows.

use plex_sdk_contract::codec::json;
use plex_sdk_contract::endpoints::content::ListContent;
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::model::{MediaKind, Meta};
use plex_sdk_contract::params;
use plex_sdk_contract::query::{
    Condition, Filter, InvalidUri, MAX_DEPTH, Misfit, Misfits, Moment, Operator, ParseReason,
    Query, SmartUri, Sort, Unit, Unsendable, ago, all, any, date, field, from_now, tag,
};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

fn printed(filter: Filter) -> String {
    Query::from(filter).print().unwrap()
}

#[test]
fn every_operator_is_spelled_as_servers_take_it() {
    for (filter, text) in [
        (field("title").contains("x"), "title=x"),
        (field("title").is("x"), "title%3D=x"),
        (field("title").not_contains("x"), "title%21=x"),
        (field("title").is_not("x"), "title%21%3D=x"),
        (field("title").begins("x"), "title%3C=x"),
        (field("title").ends("x"), "title%3E=x"),
        (field("year").greater(1999), "year%3E%3E=1999"),
        (field("year").less(1999), "year%3C%3C=1999"),
        (field("rating").greater(7.5), "rating%3E%3E=7.5"),
        (field("genre").is(12), "genre=12"),
        (field("genre").is_not(12), "genre%21=12"),
        (field("genre").is_any([12, 14]), "genre=12%2C14"),
        (field("genre").is_all([12, 14]), "genre=12&genre=14"),
        (field("title").is_any(["a", "b"]), "title%3D=a%2Cb"),
        (
            field("contentRating").is(tag("PG-13")),
            "contentRating=PG-13",
        ),
        (field("unwatched").is_true(), "unwatched=1"),
        (field("hdr").is_false(), "hdr%21=1"),
        (field("unwatched").is(false), "unwatched=0"),
        (
            field("addedAt").greater(ago(30, Unit::Days)),
            "addedAt%3E%3E=-30d",
        ),
        (
            field("addedAt").less(ago(6, Unit::Months)),
            "addedAt%3C%3C=-6mon",
        ),
        (
            field("addedAt").greater(Timestamp(1_700_000_000)),
            "addedAt%3E%3E=1700000000",
        ),
        (
            field("addedAt").greater(date(2020, 1, 31)),
            "addedAt%3E%3E=2020-01-31",
        ),
        (
            field("show.title").contains("a b&c+ä"),
            "show.title=a%20b%26c%2B%C3%A4",
        ),
        (
            field("episode.addedAt").less(from_now(2, Unit::Hours)),
            "episode.addedAt%3C%3C=%2B2h",
        ),
    ] {
        assert_eq!(printed(filter.clone()), text);
        assert_eq!(text.parse::<Query>().unwrap().filter, Some(filter));
    }
}

#[test]
fn groups_are_printed_where_they_are_needed() {
    let (a, b, c) = (field("a").is(1), field("b").is(2), field("c").is(3));
    for (filter, text) in [
        (a.clone().and(b.clone()).and(c.clone()), "a=1&b=2&c=3"),
        (
            a.clone().or(b.clone()).or(c.clone()),
            "push=1&a=1&or=1&b=2&or=1&c=3&pop=1",
        ),
        (
            a.clone().or(b.clone()).and(c.clone()),
            "push=1&a=1&or=1&b=2&pop=1&c=3",
        ),
        (
            a.clone().and(b.clone()).or(c.clone()),
            "push=1&push=1&a=1&b=2&pop=1&or=1&c=3&pop=1",
        ),
        (all([any([a.clone()])]), "a=1"),
        (all::<Filter>([]), ""),
        (
            Filter::All(vec![Filter::All(vec![a.clone(), b.clone()]), c.clone()]),
            "a=1&b=2&c=3",
        ),
        (
            Filter::Any(vec![Filter::Any(vec![a, b]), Filter::All(vec![c])]),
            "push=1&a=1&or=1&b=2&or=1&c=3&pop=1",
        ),
    ] {
        let query = Query::from(filter).print().unwrap();
        assert_eq!(query, text);
        assert_eq!(query.parse::<Query>().unwrap().print().unwrap(), text);
    }
}

#[test]
fn what_other_clients_print_is_read() {
    let (a, b, c) = (field("a").is(1), field("b").is(2), field("c").is(3));
    for (text, filter) in [
        ("push=1&a=1&and=1&b=2&pop=1", a.clone().and(b.clone())),
        (
            "push=1&a=1&and=1&push=1&b=2&or=1&c=3&pop=1&pop=1",
            a.clone().and(b.clone().or(c.clone())),
        ),
        // "And" binds closer.
        ("a=1&or=1&b=2&c=3", a.clone().or(b.clone().and(c.clone()))),
        ("push=1&push=1&a=1&pop=1&pop=1", a.clone()),
        ("type=1&a=1&sort=x&b=2&includeGuids=1&c=3", all([a, b, c])),
        ("title==x", field("title").is("x")),
        ("title!==x", field("title").is_not("x")),
        ("title!=x", field("title").not_contains("x")),
        ("year>>=1999", field("year").greater(1999)),
        ("year%3C%3C=1999", field("year").less(1999)),
        (
            "title=Big+Buck%20Bunny",
            field("title").contains("Big Buck Bunny"),
        ),
        ("title==%3Dx", field("title").is("=x")),
    ] {
        assert_eq!(
            text.parse::<Query>().unwrap().filter,
            Some(filter),
            "{text}"
        );
    }
    let query: Query = "includeGuids=1&limit=3&sort=movie.year%3Adesc%2Crating:nullsLast&type=1&group=title&having=x\
        &sourceType=2&X-Plex-Token=secret&clusterZoomLevel=1"
        .parse()
        .unwrap();
    assert_eq!(query.kind, Some(1));
    assert_eq!(query.source_kind, Some(2));
    assert_eq!(query.limit, Some(3));
    assert_eq!(
        query.sort,
        [Sort::desc("movie.year"), Sort::by("rating").nulls_last()]
    );
    assert_eq!(
        (query.group.as_deref(), query.having.as_deref()),
        (Some("title"), Some("x"))
    );
    assert_eq!(query.others.len(), 2);
    assert!(!format!("{query:?}").contains("secret"));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (text, at, reason) in [
        ("a=1&=2", 2, ParseReason::Field),
        ("a=1&b%20c=2", 2, ParseReason::Field),
        ("a><=1", 1, ParseReason::Operator),
        ("a=1&limit=x", 2, ParseReason::Number),
        ("type=70000", 1, ParseReason::Number),
        ("push=2&a=1&pop=1", 1, ParseReason::Marker),
        ("sort=year:down", 1, ParseReason::Direction),
        ("sort=year:asc:desc", 1, ParseReason::Direction),
        ("sort=a,,b", 1, ParseReason::Field),
        ("limit=1&limit=2", 2, ParseReason::Twice),
        ("sort=a&sort=b", 2, ParseReason::Twice),
        ("or=1&a=1", 1, ParseReason::OneSided),
        ("a=1&or=1", 2, ParseReason::OneSided),
        ("push=1&a=1&or=1&pop=1", 4, ParseReason::OneSided),
        ("a=1&pop=1", 2, ParseReason::NoGroup),
        ("a=1&push=1&b=2", 2, ParseReason::Unclosed),
        ("push=1&pop=1", 2, ParseReason::Empty),
        ("a=%FF", 1, ParseReason::Encoding),
    ] {
        let error = text.parse::<Query>().unwrap_err();
        assert_eq!((error.at, error.reason), (at, reason), "{text}: {error}");
        assert!(
            error.to_string().starts_with(&format!("pair {at}, `")),
            "{error}"
        );
    }
}

#[test]
fn a_listing_is_read_as_far_as_it_is_understood() {
    let pairs = |text: &str| -> Vec<(Text, Text)> {
        params::pairs(text)
            .map(|(name, value)| (name.into(), value.into()))
            .collect()
    };
    let request = ListContent {
        sort: Some("year:desc,,rating".into()),
        limit: Some(5),
        filter: pairs("a=1&b><=2&push=1&c=3&or=1&pop=1&pop=1"),
        ..SectionId::from(1).into()
    };
    let (query, problems) = Query::read(&request);
    assert_eq!(query.filter, Some(field("a").is(1).and(field("c").is(3))));
    assert_eq!(query.sort, [Sort::desc("year"), Sort::by("rating")]);
    assert_eq!(query.limit, Some(5));
    assert_eq!(problems.len(), 4);
}

#[test]
fn a_listing_request_carries_a_query() {
    let query = Query::new()
        .of(&MediaKind::Episode)
        .filter(field("show.title").contains("x"))
        .filter(field("unwatched").is_true())
        .sort(Sort::by("show.titleSort"))
        .sort(Sort::desc("addedAt").nulls_last())
        .limit(7)
        .group("title");
    let request = query.list(2_u64).unwrap();
    let target = params::encode(&request).unwrap();
    assert_eq!(
        target.path_and_query(),
        "/library/sections/2/all?type=4&sort=show.titleSort%2CaddedAt%3Adesc%3AnullsLast&limit=7\
         &show.title=x&unwatched=1&group=title"
    );
    assert_eq!(target.query, query.print().unwrap());
    assert_eq!(Query::read(&request), (query, Vec::new()));
}

#[test]
fn what_no_server_understands_is_not_sent() {
    let comma = Query::from(field("title").is("Love, Victor"));
    assert!(matches!(comma.print(), Err(Unsendable::Comma { .. })));
    assert!(matches!(comma.list(1_u64), Err(Unsendable::Comma { .. })));
    let equals = Query::from(field("title").contains("=x"));
    assert!(matches!(equals.print(), Err(Unsendable::EqualsSign { .. })));
    let none = Query::from(field("genre").is_any::<i64>([]));
    assert!(matches!(none.print(), Err(Unsendable::NoValue { .. })));
    for nothing in [
        any::<Filter>([]),
        Filter::Any(vec![Filter::All(vec![]), field("a").is(1)]),
    ] {
        assert_eq!(Query::from(nothing).print(), Err(Unsendable::Nothing));
    }
    for name in [
        "",
        "a b",
        "limit",
        "push",
        "includeGuids",
        "X-Plex-Token",
        "a..b",
        "1a",
        "a=",
    ] {
        let query = Query::from(field(name).is(1));
        assert_eq!(query.print(), Err(Unsendable::Name(name.into())), "{name}");
    }
    assert!(Query::new().sort(Sort::by("a,b")).print().is_err());
    let others = Query {
        others: vec![("limit".into(), "1".into())],
        ..Query::new()
    };
    assert!(others.print().is_err());
}

#[test]
fn nesting_is_bounded() {
    let nested = |depth: usize| {
        let mut filter = field("a").is(0);
        for at in (0..depth).rev() {
            let other = field("b").is(1);
            filter = if at % 2 == 0 {
                filter.or(other)
            } else {
                filter.and(other)
            };
        }
        filter
    };
    let deepest = Query::from(nested(MAX_DEPTH));
    let text = deepest.print().unwrap();
    assert_eq!(text.matches("push").count(), MAX_DEPTH);
    assert_eq!(text.parse::<Query>().unwrap(), deepest);
    assert_eq!(
        Query::from(nested(MAX_DEPTH + 1)).print(),
        Err(Unsendable::TooDeep)
    );
    let text = format!(
        "{}a=1{}",
        "push=1&".repeat(MAX_DEPTH + 1),
        "&pop=1".repeat(MAX_DEPTH + 1)
    );
    let error = text.parse::<Query>().unwrap_err();
    assert_eq!(
        (error.at, error.reason),
        (MAX_DEPTH + 1, ParseReason::TooDeep)
    );
    let far = format!("{}a=1&b=2", "push=1&".repeat(100_000));
    assert!(far.parse::<Query>().is_err());
    let mut lists = field("a").is(0);
    for _ in 0..1_000 {
        lists = Filter::All(vec![lists]);
    }
    assert_eq!(Query::from(lists).print(), Err(Unsendable::TooDeep));
}

#[test]
fn filters_are_read_as_people_write_them() {
    for (text, filter) in [
        ("year>>1999", field("year").greater(1999)),
        ("year >>= 1999", field("year").greater(1999)),
        ("year<<1999", field("year").less(1999)),
        ("title!=x", field("title").not_contains("x")),
        ("title==a & b", field("title").is("a & b")),
        ("title!==x=y", field("title").is_not("x=y")),
        ("title<=the ", field("title").begins("the ")),
        ("title>=end", field("title").ends("end")),
        ("show.title=50%+1", field("show.title").contains("50%+1")),
        ("genre=1,2", field("genre").is_any([1, 2])),
        (
            "addedAt>>-30d",
            field("addedAt").greater(ago(30, Unit::Days)),
        ),
    ] {
        assert_eq!(text.parse::<Filter>().unwrap(), filter, "{text}");
    }
    for (text, reason) in [
        ("", ParseReason::Field),
        ("=x", ParseReason::Field),
        ("limit=3", ParseReason::Field),
        ("year", ParseReason::NoOperator),
        ("year 1999", ParseReason::NoOperator),
        ("year>1999", ParseReason::Operator),
        ("year!1999", ParseReason::Operator),
    ] {
        let error = text.parse::<Filter>().unwrap_err();
        assert_eq!(error.reason, reason, "{error}");
        assert!(
            error.to_string().starts_with(&format!("`{text}`")),
            "{error}"
        );
    }
    assert_eq!(
        "addedAt:desc".parse::<Sort>().unwrap(),
        Sort::desc("addedAt")
    );
    assert!(
        "addedAt:down"
            .parse::<Sort>()
            .unwrap_err()
            .to_string()
            .contains("nullsLast")
    );
}

#[test]
fn smart_uris_are_read_encoded_or_not() {
    let query = Query::new()
        .of(&MediaKind::Movie)
        .filter(
            field("title")
                .contains("a & b")
                .or(field("year").less(1950)),
        )
        .sort(Sort::asc("year"));
    let uri = query.on("92b9", 3_u64);
    let text = uri.print().unwrap();
    assert_eq!(
        text,
        "server://92b9/com.plexapp.plugins.library/library/sections/3/all?type=1&sort=year%3Aasc\
         &push=1&title=a%20%26%20b&or=1&year%3C%3C=1950&pop=1"
    );
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let (address, rest) = text.split_once('?').unwrap();
    let tail = address.strip_prefix("server://92b9/").unwrap();
    for spelled in [
        text.clone(),
        encode(&text),
        format!("{address}{}{}", encode("?"), encode(rest)),
        format!("server://92b9/{}?{rest}", encode(tail).replace("%2F", "/")),
    ] {
        assert_eq!(spelled.parse::<SmartUri>().unwrap(), uri, "{spelled}");
    }
    let all = "server://a/com.plexapp.plugins.library/library/sections/1/all";
    assert_eq!(all.parse::<SmartUri>().unwrap().print().unwrap(), all);
    for (text, error) in [
        ("", InvalidUri::Server),
        (
            "server:///com.plexapp.plugins.library/library/sections/1/all",
            InvalidUri::Server,
        ),
        ("library://x", InvalidUri::Server),
        ("server://a", InvalidUri::Path(String::new())),
        ("server://a/x", InvalidUri::Path("/x".into())),
        ("%FF", InvalidUri::Encoding),
    ] {
        assert_eq!(text.parse::<SmartUri>().unwrap_err(), error, "{text}");
    }
    let wrong = format!("{all}?pop=1").parse::<SmartUri>().unwrap_err();
    assert!(wrong.to_string().contains("no group is open"), "{wrong}");
    let wrong = "server://a/com.plexapp.plugins.library/library/sections/1/2/all";
    assert!(matches!(
        wrong.parse::<SmartUri>(),
        Err(InvalidUri::Path(_))
    ));
}

fn meta() -> Meta {
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
        Query::new().check(&Meta::default()),
        Err(Misfits(vec![Misfit::NoMeta]))
    );
    let several = field("zzz").is(1).and(field("genre").less(1));
    let query = Query::from(several).sort(Sort::by("nope"));
    assert_eq!(misfits(query).0.len(), 3);
}

const NAMES: &[&str] = &[
    "title",
    "year",
    "genre",
    "show.title",
    "addedAt",
    "unwatched",
    "a_1",
    "orders",
];

fn conditions() -> impl Strategy<Value = Filter> {
    let value = prop_oneof![
        "[^,=]{1}[^,]{0,8}",
        "-?[0-9]{1,6}(mon|[smhdwy])?",
        Just("a&b=c%2C+d#e?".to_owned()),
    ];
    let values = prop::collection::vec(value, 1..4);
    (0..NAMES.len(), 0..Operator::ALL.len(), values).prop_map(|(name, operator, values)| {
        Filter::Condition(Condition {
            field: field(NAMES[name]),
            operator: Operator::ALL[operator],
            values: values.into_iter().map(Text::from).collect(),
        })
    })
}

fn filters() -> impl Strategy<Value = Filter> {
    conditions().prop_recursive(5, 24, 4, |inner| {
        let list = prop::collection::vec(inner, 1..4);
        (list, any_bool(), any_bool()).prop_map(|(list, is_any, is_plain)| {
            match (is_any, is_plain) {
                (true, true) => Filter::Any(list),
                (true, false) => any(list),
                (false, true) => Filter::All(list),
                (false, false) => all(list),
            }
        })
    })
}

fn any_bool() -> impl Strategy<Value = bool> {
    prop::bool::ANY
}

fn queries() -> impl Strategy<Value = Query> {
    let sort = (0..NAMES.len(), 0..3_u8, any_bool()).prop_map(|(name, direction, nulls_last)| {
        let name = NAMES[name];
        let sort = [Sort::by(name), Sort::asc(name), Sort::desc(name)];
        let sort = sort[usize::from(direction)].clone();
        if nulls_last { sort.nulls_last() } else { sort }
    });
    let numbers = (prop::option::of(0..2000_u16), prop::option::of(any_u32()));
    let rest = (
        prop::option::of(0..20_u16),
        prop::option::of("[^,]{0,6}"),
        any_bool(),
    );
    let sorts = prop::collection::vec(sort, 0..4);
    (prop::option::of(filters()), sorts, numbers, rest).prop_map(
        |(filter, sort, (kind, limit), (source_kind, group, others))| Query {
            kind,
            source_kind,
            sort,
            limit,
            filter,
            group: group.clone().map(Text::from),
            having: group.map(Text::from),
            others: others
                .then(|| ("includeGuids".into(), "1".into()))
                .into_iter()
                .collect(),
        },
    )
}

fn any_u32() -> impl Strategy<Value = u32> {
    prop::num::u32::ANY
}

/// What a filter says when each condition is as its text decides.
fn truth(filter: &Filter, seed: u64) -> bool {
    match filter {
        Filter::Condition(condition) => {
            let Condition {
                field,
                operator,
                values,
            } = condition;
            let texts = [field.as_str(), operator.as_str()].into_iter();
            let texts = texts.chain(values.iter().map(Text::as_str));
            let hash = texts.flat_map(str::bytes).fold(seed + 7, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
            (hash >> 17) & 1 == 1
        }
        Filter::All(list) => list.iter().all(|part| truth(part, seed)),
        Filter::Any(list) => list.iter().any(|part| truth(part, seed)),
    }
}

/// Prints groups the way `PlexAPI` does: around every list, with "and" said.
fn print_as_plexapi(filter: &Filter, pairs: &mut Vec<String>) {
    let (list, between) = match filter {
        Filter::Condition(_) => {
            pairs.push(Query::from(filter.clone()).print().unwrap());
            return;
        }
        Filter::All(list) => (list, "and=1"),
        Filter::Any(list) => (list, "or=1"),
    };
    pairs.push("push=1".into());
    for (at, part) in list.iter().enumerate() {
        if at > 0 {
            pairs.push(between.into());
        }
        print_as_plexapi(part, pairs);
    }
    pairs.push("pop=1".into());
}

proptest! {
    #[test]
    fn what_is_printed_is_read_and_printed_alike(query in queries()) {
        let text = query.print().unwrap();
        let read: Query = text.parse().unwrap();
        prop_assert_eq!(read.print().unwrap(), text);
        let pairs = query.pairs().unwrap();
        prop_assert_eq!(&Query::from_pairs(&pairs).unwrap(), &read);
        if let (Some(before), Some(after)) = (&query.filter, &read.filter) {
            for seed in 0..10 {
                prop_assert_eq!(truth(before, seed), truth(after, seed));
            }
        }
        let request = query.list(1_u64).unwrap();
        let sent = params::encode(&request).unwrap();
        prop_assert_eq!(sent.query.parse::<Query>().unwrap(), read.clone());
        let uri = read.on("92b9", 7_u64);
        prop_assert_eq!(uri.print().unwrap().parse::<SmartUri>().unwrap(), uri);
    }

    #[test]
    fn what_plexapi_prints_means_the_same(filter in filters()) {
        let mut pairs = Vec::new();
        print_as_plexapi(&filter, &mut pairs);
        let read: Query = pairs.join("&").parse().unwrap();
        let read_filter = read.filter.clone().unwrap();
        for seed in 0..10 {
            prop_assert_eq!(truth(&filter, seed), truth(&read_filter, seed));
        }
        prop_assert_eq!(read.print().unwrap().parse::<Query>().unwrap(), read);
    }

    #[test]
    fn nothing_that_is_read_panics(text in "\\PC{0,60}") {
        let _ = text.parse::<Filter>().map(|filter| Query::from(filter).print());
        let _ = text.parse::<Sort>();
        let _ = text.parse::<SmartUri>();
        let _ = Moment::parse(&text).map(|moment| moment.resolve(Timestamp(0)));
        let _ = Query::from_pairs(&[(text.as_str().into(), "1".into())]);
    }

    #[test]
    fn hostile_queries_are_read_or_refused(parts in prop::collection::vec(
        prop::sample::select(&[
            "push=1", "pop=1", "or=1", "and=1", "a=1", "b>>=2", "title==x", "title=%3Dx", "sort=a:desc", "limit=3",
            "limit=99999999999", "=", "==", "a", "%", "%F0", "a%3D%3D=1", "push", "pop=0", "x=1,2,,3", "type=4", "group=",
            "includeMeta=1", "a.b.c!=1", "\u{0}", "a=\u{1F600}", "sort=",
        ]), 0..40,
    )) {
        let text = parts.join("&");
        if let Ok(query) = text.parse::<Query>() {
            let printed = query.print().unwrap();
            prop_assert_eq!(printed.parse::<Query>().unwrap(), query.clone());
            let _ = query.check(&meta());
        }
        let pairs: Vec<(Text, Text)> =
            params::pairs(&text).map(|(name, value)| (name.into(), value.into())).collect();
        let request = ListContent { filter: pairs, ..SectionId::from(1).into() };
        let (query, _) = Query::read(&request);
        prop_assert!(query.print().is_ok());
    }
}
