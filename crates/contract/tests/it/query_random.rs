//! Queries made at random, and texts that want to be queries.

use crate::query_check::meta;
use plex_sdk_contract::endpoints::content::ListContent;
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::params;
use plex_sdk_contract::query::{
    Condition, Filter, Moment, Operator, Query, SmartUri, Sort, all, any, field,
};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

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
