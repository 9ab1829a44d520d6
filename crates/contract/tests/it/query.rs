//! Queries: what is printed, and what is read.

use plex_sdk_contract::endpoints::content::ListContent;
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::model::MediaKind;
use plex_sdk_contract::params;
use plex_sdk_contract::query::{
    Filter, InvalidUri, MAX_DEPTH, ParseReason, Query, SmartUri, Sort, Unit, Unsendable, ago, all,
    any, date, field, from_now, tag,
};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;

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
    assert!("X-Plex-Token=secret%FF&a=1".parse::<Query>().is_ok());
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
        ("X-Plex-Token=%FF&pop=1", 2, ParseReason::NoGroup),
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
    let request = ListContent::new(SectionId::from(1))
        .sort("year:desc,,rating")
        .limit(5)
        .filter(pairs("a=1&b><=2&push=1&c=3&or=1&pop=1&pop=1"));
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
