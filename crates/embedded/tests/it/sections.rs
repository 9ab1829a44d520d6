//! Sections that are made, changed and removed, and the lists within them.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{
    Directories, Hubs, Metadata, MetadataPage, Preferences, Section, SectionFilters, SectionSorts,
    SectionTimeline, Sections, SharedSection, SharedServers,
};

const NEW: &str = "/library/sections?name=Clips&type=movie&agent=tv.plex.agents.movie&language=en-US&location=/data/more";

async fn sections(base: &str, token: &str) -> Vec<Section> {
    let list: MediaContainer<Sections> = get(base, "/library/sections")
        .token(token)
        .send()
        .await
        .read();
    list.content.sections
}

#[expect(clippy::too_many_lines, reason = "one life, step by step")]
#[tokio::test]
async fn a_section_lives_and_dies() {
    let folder = std::env::temp_dir().join(format!("embedded-sections-{}", std::process::id()));
    let builder = EmbeddedPlex::builder().data_dir(&folder);
    let plex = builder.clone().start().await.unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let does = |method: Method, path: &str| ask(method, base, path).token(&token).status();
    for wrong in [
        NEW.replace("/data/more", "/nowhere"),
        NEW.replace("&location=/data/more", ""),
        NEW.replace("Clips", ""),
        NEW.replace("type=movie", "type=cake"),
        NEW.replace("tv.plex.agents.movie", "none"),
        format!("{NEW}&location=/nowhere"),
        format!("{NEW}&prefs[nothing]=1"),
    ] {
        assert_eq!(does(Method::POST, &wrong).await, 400, "{wrong}");
    }
    let friend = main_token(&plex, UserKind::Friend);
    assert_eq!(
        ask(Method::POST, base, NEW).token(&friend).status().await,
        403
    );
    assert_eq!(sections(base, &token).await.len(), 3);
    let made = ask(Method::POST, base, &format!("{NEW}&location=/data/photos"))
        .token(&token)
        .send()
        .await;
    assert_eq!(made.status, 201);
    let made: MediaContainer<Sections> = made.read();
    let section = &made.sections[0];
    assert_eq!((section.key.as_str(), section.locations.len()), ("4", 2));
    let empty: MediaContainer<MetadataPage> = get(base, "/library/sections/4/all")
        .token(&friend)
        .send()
        .await
        .read();
    assert_eq!(empty.total_size, Some(0));

    let edit = "/library/sections/4?agent=tv.plex.agents.movie&name=Films&prefs[hidden]=2&location=/data/movies";
    assert_eq!(
        ask(Method::PUT, base, edit).token(&friend).status().await,
        403
    );
    assert_eq!(does(Method::PUT, edit).await, 200);
    assert_eq!(
        does(Method::PUT, "/library/sections/4?name=Films").await,
        400
    );
    assert_eq!(
        does(
            Method::PUT,
            "/library/sections/9?agent=tv.plex.agents.movie"
        )
        .await,
        404
    );
    assert_eq!(
        does(
            Method::PUT,
            "/library/sections/1?agent=tv.plex.agents.movie&name=Cinema"
        )
        .await,
        200
    );
    assert_eq!(
        does(
            Method::PUT,
            "/library/sections/4/prefs?prefs[collectionMode]=0"
        )
        .await,
        200
    );
    let prefs: MediaContainer<Preferences> = get(base, "/library/sections/4/prefs")
        .token(&token)
        .send()
        .await
        .read();
    let pref = |id: &str| {
        prefs
            .settings
            .iter()
            .find(|one| one.id == id)
            .unwrap()
            .value
            .clone()
            .unwrap()
    };
    assert_eq!(
        (pref("hidden").as_str(), pref("collectionMode").as_str()),
        ("2", "0")
    );
    plex.shutdown().await;

    let plex = builder.start().await.unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let kept = sections(base, &token).await;
    let titles: Vec<_> = kept.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["Cinema", "TV Shows", "Music", "Films"]);
    assert_eq!(
        (kept[3].hidden, kept[3].locations[0].path.as_str()),
        (2, "/data/movies")
    );
    let item: MediaContainer<MetadataPage> = get(base, "/library/metadata/1")
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!(
        item.metadata[0].library_section_title.as_deref(),
        Some("Cinema")
    );
    let keys_of = |page: MediaContainer<MetadataPage>| -> Vec<_> {
        let items = page.content.metadata.into_iter();
        items.filter_map(|item| item.rating_key).collect()
    };
    let all = get(base, "/library/sections/1/all")
        .token(&token)
        .send()
        .await;
    let removed = keys_of(all.read());
    assert!(!removed.is_empty());
    let does = |method: Method, path: &str| ask(method, base, path).token(&token).status();
    for id in [1, 4] {
        assert_eq!(
            does(Method::DELETE, &format!("/library/sections/{id}")).await,
            200
        );
        assert_eq!(
            does(Method::DELETE, &format!("/library/sections/{id}")).await,
            404
        );
    }
    // What was in it is gone, and its number is not given again.
    for gone in [
        "/library/sections/1/all",
        "/library/metadata/1",
        "/library/parts/1/1/file.mp4",
    ] {
        assert_eq!(does(Method::GET, gone).await, 404, "{gone}");
    }
    let title = item.metadata[0].title.replace(' ', "%20");
    for path in ["/hubs", &format!("/hubs/search?query={title}")] {
        let answer = get(base, path).token(&token).send().await;
        let rows: MediaContainer<Hubs> = answer.read();
        let mut items = rows.hubs.iter().flat_map(|hub| &hub.metadata);
        let is_there = |item: &Metadata| {
            item.rating_key
                .as_ref()
                .is_some_and(|key| removed.contains(key))
        };
        assert!(!items.any(is_there), "{path}");
    }
    assert_eq!(does(Method::GET, "/hubs/sections/1").await, 400);
    let next: MediaContainer<Sections> = ask(Method::POST, base, NEW)
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!(next.sections[0].key, "5");
    assert_eq!(does(Method::GET, "/hubs/sections/5").await, 200);
    // A section has the place that its collections name, whatever was removed before it.
    let made = "/library/collections?sectionId=5&type=1&title=Mine";
    let made = ask(Method::POST, base, made).token(&token).send().await;
    let made: MediaContainer<MetadataPage> = made.read();
    assert_eq!(made.metadata[0].library_section_id, Some(5));
    let machine = plex.server().machine_identifier();
    let path = format!("/api/servers/{machine}/shared_servers");
    let account = &plex.user(UserKind::Owner).account_token;
    let asked = get(plex.plex_tv_url(), &path).client("app");
    let shared = asked.token(account.expose()).send().await;
    let shared: MediaContainer<SharedServers> = shared.read();
    let keys = |sections: &[SharedSection]| -> Vec<String> {
        sections
            .iter()
            .map(|section| section.key.to_string())
            .collect()
    };
    assert_eq!(keys(&shared.shared_servers[0].sections), ["2", "3", "5"]);
    plex.shutdown().await;
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_section_has_menus() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Friend);
    let owner = main_token(&plex, UserKind::Owner);
    let menu: MediaContainer<Directories> = get(base, "/library/sections/1")
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!(menu.directories[0].title, "All Movies");
    for directory in &menu.directories {
        let path = format!("/library/sections/1/{}", directory.key);
        assert_eq!(get(base, &path).token(&token).status().await, 200, "{path}");
    }
    let filters: MediaContainer<SectionFilters> = get(base, "/library/sections/1/filters")
        .token(&owner)
        .send()
        .await
        .read();
    assert!(
        filters
            .filters
            .iter()
            .any(|one| one.filter.as_deref() == Some("genre"))
    );
    let sorts: MediaContainer<SectionSorts> = get(base, "/library/sections/1/sorts")
        .token(&owner)
        .send()
        .await
        .read();
    assert_eq!(sorts.sorts[0].key.as_deref(), Some("titleSort"));
    let letters: MediaContainer<Directories> = get(base, "/library/sections/1/firstCharacter")
        .token(&token)
        .send()
        .await
        .read();
    let letters: Vec<_> = letters
        .directories
        .iter()
        .map(|one| (one.title.as_str(), one.size.unwrap()))
        .collect();
    // "The General" stands below G.
    assert_eq!(
        letters,
        [
            ("B", 1),
            ("C", 1),
            ("E", 1),
            ("G", 1),
            ("M", 1),
            ("N", 2),
            ("S", 2),
            ("T", 1)
        ]
    );
    // What is no choice is another operation, which is not served or not there.
    assert_eq!(
        get(base, "/library/sections/1/cake")
            .token(&token)
            .status()
            .await,
        404
    );
    assert_eq!(
        get(base, "/library/sections/3/firstCharacter")
            .token(&token)
            .status()
            .await,
        404
    );
}

#[tokio::test]
async fn a_section_is_walked_by_folders() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let walk = async |path: &str| -> Vec<(String, String, bool)> {
        let page: MediaContainer<MetadataPage> = get(base, path).token(&token).send().await.read();
        let entries = page.content.metadata.into_iter();
        entries
            .map(|one| {
                (
                    one.title.to_string(),
                    one.key.to_string(),
                    one.rating_key.is_some(),
                )
            })
            .collect()
    };
    let shows = walk("/library/sections/2/folder").await;
    assert_eq!(
        (shows[0].0.as_str(), shows[0].2, shows.len()),
        ("Sherlock Holmes", false, 2)
    );
    let seasons = walk(&shows[1].1).await;
    assert_eq!(seasons[0].0, "Season 01");
    let episodes = walk(&seasons[0].1).await;
    assert_eq!((episodes.len(), episodes[0].2), (2, true));
    assert_eq!(
        walk("/library/sections/2/folder?X-Plex-Container-Start=1")
            .await
            .len(),
        1
    );
    for (parent, status) in [("99", 404), ("0", 404), ("x", 400)] {
        let path = format!("/library/sections/2/folder?parent={parent}");
        assert_eq!(get(base, &path).token(&token).status().await, status);
    }
}

#[tokio::test]
async fn a_scan_is_told_and_dated() {
    let (clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let does = |method: Method, path: &str| ask(method, base, path).token(&token).status();
    clock.advance(Duration::from_secs(90));
    assert_eq!(does(Method::GET, "/library/sections/1/refresh").await, 200);
    let path = "/library/sections/1/timeline";
    let timeline: MediaContainer<SectionTimeline> =
        get(base, path).token(&token).send().await.read();
    assert_eq!(timeline.latest_entry_at, Some(Timestamp(1_750_000_090)));
    assert_eq!(timeline.update_queue_size, Some(0));
    for (method, path) in [
        (Method::GET, "/library/sections/9/refresh"),
        (Method::DELETE, "/library/sections/9/refresh"),
        (Method::PUT, "/library/sections/9/emptyTrash"),
        (Method::GET, "/library/sections/9/timeline"),
    ] {
        assert_eq!(does(method, path).await, 404, "{path}");
    }
    assert_eq!(
        does(Method::GET, "/library/sections/1/refresh?path=/nowhere").await,
        400
    );
}
