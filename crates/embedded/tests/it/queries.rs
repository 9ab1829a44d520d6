//! Queries on a section: what the embedded server evaluates, and what it says that it does.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::model::{Directories, MediaKind, MediaType, MetadataPage, SectionMeta};
use plex_sdk_contract::params;
use plex_sdk_contract::query::{Filter, Query, Sort, Unit, ago, any, field};

type Page = MediaContainer<MetadataPage>;

async fn list(plex: &EmbeddedPlex, section: u64, query: &Query) -> Page {
    let request = query.list(SectionId::from(section)).unwrap();
    let target = params::encode(&request).unwrap();
    let token = main_token(plex, UserKind::Owner);
    let ask = get(plex.server().url(), &target.path_and_query()).token(&token);
    ask.send().await.read()
}

async fn titles(plex: &EmbeddedPlex, section: u64, query: &Query) -> Vec<String> {
    let page = list(plex, section, query).await;
    page.metadata
        .iter()
        .map(|item| item.title.to_string())
        .collect()
}

async fn meta(plex: &EmbeddedPlex, section: u64) -> SectionMeta {
    let token = main_token(plex, UserKind::Owner);
    let path = format!("/library/sections/{section}/all?includeMeta=1&X-Plex-Container-Size=0");
    let page: Page = get(plex.server().url(), &path)
        .token(&token)
        .send()
        .await
        .read();
    *page.meta.clone().unwrap()
}

#[tokio::test]
async fn built_queries_find_what_they_mean() {
    let plex = start().await;
    let movies = Query::new();
    let episodes = Query::new().of(&MediaKind::Episode);
    let horror_or_blue = any([field("genre").is("Horror"), field("title").contains("blue")]);
    for (section, query, expected) in [
        (
            1,
            movies
                .clone()
                .filter(field("year").greater(1950).and(horror_or_blue)),
            &["Night of the Living Dead", "Sita Sings the Blues"][..],
        ),
        (
            1,
            movies
                .clone()
                .sort(Sort::desc("rating"))
                .sort(Sort::asc("year"))
                .limit(2),
            &["Metropolis", "The General"],
        ),
        (
            1,
            movies
                .clone()
                .filter(field("contentRating").is(plex_sdk_contract::query::tag("PG-13"))),
            &["Tears of Steel"],
        ),
        (
            1,
            movies
                .clone()
                .filter(field("studio").is("Blender Foundation"))
                .filter(field("title").is_not_any(["Sintel", "Big Buck Bunny"])),
            &["Elephants Dream", "Tears of Steel"],
        ),
        (
            2,
            episodes
                .clone()
                .filter(
                    field("show.title")
                        .is("The Beverly Hillbillies")
                        .and(field("season.index").is(2)),
                )
                .sort(Sort::desc("episode.index")),
            &["Hair-Raising Holiday", "Jed Gets the Misery"],
        ),
        (
            2,
            Query::new().filter(field("episode.title").contains("beryl")),
            &["Sherlock Holmes"],
        ),
        (
            2,
            Query::new().of(&MediaKind::Season).group("title"),
            &["Season 1", "Season 2"],
        ),
        (
            2,
            Query {
                source_kind: Some(2),
                ..episodes
                    .clone()
                    .filter(field("title").begins("sherlock"))
                    .limit(1)
            },
            &["The Case of the Cunningham Heritage"],
        ),
        (
            3,
            Query::new()
                .of(&MediaKind::Track)
                .filter(field("artist.title").contains("broke"))
                .limit(1),
            &["As Colorful As Ever"],
        ),
    ] {
        assert_eq!(titles(&plex, section, &query).await, expected, "{query:?}");
    }
}

#[tokio::test]
async fn relative_dates_follow_the_world_s_clock() {
    // The first film came in an hour after the library was made, each further one an hour later.
    let clock = Arc::new(ManualClock::new(Timestamp(1_700_000_000 + 10 * 3600)));
    let plex = EmbeddedPlex::builder()
        .clock(clock.clone())
        .start()
        .await
        .unwrap();
    let recent = Query::from(field("addedAt").greater(ago(90, Unit::Minutes)));
    let older = Query::from(field("addedAt").less(ago(90, Unit::Minutes)));
    assert_eq!(list(&plex, 1, &recent).await.metadata.len(), 2);
    assert_eq!(list(&plex, 1, &older).await.metadata.len(), 8);
    clock.advance(Duration::from_secs(3600));
    assert_eq!(list(&plex, 1, &recent).await.metadata.len(), 1);
    clock.advance(Duration::from_secs(86_400));
    assert_eq!(list(&plex, 1, &recent).await.metadata.len(), 0);
    let day = Query::from(field("addedAt").greater(ago(2, Unit::Days)));
    assert_eq!(list(&plex, 1, &day).await.metadata.len(), 10);
}

/// Every field that is told passes the check and narrows or keeps the list; what is not told is refused by the check.
#[tokio::test]
async fn what_is_told_can_be_asked() {
    let plex = start().await;
    for section in [1, 2, 3] {
        let meta = meta(&plex, section).await;
        for of in &meta.types {
            let kind = of.kind.as_ref().unwrap();
            let query = Query::new().of(kind);
            assert_eq!(query.kind, MediaType::from(kind.clone()).number());
            let whole = list(&plex, section, &query).await.metadata.len();
            assert!(whole > 0);
            for told in &of.fields {
                let name = told.key.as_deref().unwrap();
                let types = meta.field_types.iter();
                let compared = types
                    .filter(|of| of.kind == told.kind)
                    .flat_map(|of| &of.operators);
                for operator in compared {
                    let filter: Filter = format!("{name}{}1", operator.key.as_deref().unwrap())
                        .parse()
                        .unwrap();
                    let query = query.clone().filter(filter);
                    query.check(&meta).unwrap();
                    assert!(list(&plex, section, &query).await.metadata.len() <= whole);
                }
            }
            for told in &of.sorts {
                let sort: Sort = told.desc_key.as_deref().unwrap().parse().unwrap();
                let query = query.clone().sort(sort);
                query.check(&meta).unwrap();
                assert_eq!(list(&plex, section, &query).await.metadata.len(), whole);
            }
        }
        let misfits = Query::from(field("yaer").is(1)).check(&meta).unwrap_err();
        assert!(
            misfits.to_string().starts_with("there is no field `yaer`"),
            "{misfits}"
        );
    }
}

#[tokio::test]
async fn choices_of_a_filter_are_what_it_takes() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    for section in [1, 2, 3] {
        for of in &meta(&plex, section).await.types {
            for filter in &of.filters {
                let path = filter.key.as_deref().unwrap();
                let answer = get(base, path).token(&token).json().send().await;
                assert_eq!(answer.status, 200, "{path}");
                let choices: MediaContainer<Directories> = answer.read();
                for choice in &choices.directories {
                    let path = choice.fast_key.as_deref().unwrap();
                    let kind = MediaType::from(of.kind.clone().unwrap()).number().unwrap();
                    let path = format!("{path}&type={kind}").replace(' ', "%20");
                    let page: Page = get(base, &path).token(&token).send().await.read();
                    assert!(!page.metadata.is_empty(), "{path}");
                }
            }
        }
    }
    let genres = get(base, "/library/sections/1/genre")
        .token(&token)
        .send()
        .await;
    let genres: MediaContainer<Directories> = genres.read();
    assert_eq!(genres.directories[0].title, "Action");
    let same: MediaContainer<Directories> = get(base, "/library/sections/1/genre")
        .token(&token)
        .json()
        .send()
        .await
        .read();
    assert_eq!(genres, same);
    for (path, status) in [
        ("/library/sections/1/nonsense", 404),
        ("/library/sections/9/genre", 404),
        ("/library/sections/9/collections", 404),
        ("/library/sections/1/genre", 401),
    ] {
        let token = if status == 401 {
            "wrong"
        } else {
            token.as_str()
        };
        assert_eq!(
            get(base, path).token(token).status().await,
            status,
            "{path}"
        );
    }
    let friend = main_token(&plex, UserKind::Friend);
    for path in [
        "/library/sections/3/genre",
        "/library/sections/3/collections",
    ] {
        assert_eq!(get(base, path).token(&friend).status().await, 404);
    }
    let collections = "/library/sections/1/collections?includeMeta=1";
    let page: Page = get(base, collections).token(&token).send().await.read();
    assert_eq!(page.total_size, Some(0));
    let meta = page.meta.as_ref().unwrap();
    assert_eq!(meta.types[0].kind, Some(MediaKind::Collection));
}

/// Servers answer queries that make no sense with 200, leaving out what they do not understand.
#[tokio::test]
async fn broken_queries_are_answered() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let deep = format!("{}title=bunny", "push=1&".repeat(500));
    for (query, count) in [
        ("push=1&title=bunny", 1),
        ("pop=1&title=bunny", 1),
        ("or=1&title=bunny&or=1", 1),
        ("push=1&pop=1&title=bunny", 1),
        ("push=1&nonsense=1&or=1&title=bunny&pop=1", 1),
        ("title><=bunny", 10),
        ("%FF=1&title=bunny", 1),
        ("sort=,,:&title=bunny", 1),
        ("title=Big+Buck", 1),
        ("title==big%20buck%20bunny", 1),
        (deep.as_str(), 10),
    ] {
        let path = format!("/library/sections/1/all?{query}");
        let answer = get(base, &path).token(&token).send().await;
        assert_eq!(answer.status, 200, "{query}");
        assert_eq!(answer.read::<Page>().metadata.len(), count, "{query}");
    }
}
