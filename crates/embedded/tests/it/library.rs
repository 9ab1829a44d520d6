//! Sections and items, in JSON and XML.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{MetadataPage, Sections, ServerInfo};

type Page = MediaContainer<MetadataPage>;
type Info = MediaContainer<ServerInfo>;

fn titles(page: &Page) -> Vec<&str> {
    page.metadata
        .iter()
        .map(|item| item.title.as_str())
        .collect()
}

#[tokio::test]
async fn both_spellings_say_the_same() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    for path in [
        "/library/sections/1/all",
        "/library/sections/2/all?type=4&includeMeta=1",
        "/library/metadata/1,13,2?checkFiles=1",
        "/library/metadata/11/children",
        "/library/metadata/11/allLeaves",
    ] {
        let json = get(base, path).token(&token).json().send().await;
        let xml = get(base, path)
            .token(&token)
            .header("Accept", "*/*")
            .send()
            .await;
        assert!(json.text().starts_with('{'), "{path}");
        assert!(xml.text().starts_with("<?xml"), "{path}");
        let number = |text: &str| {
            text.contains("\"librarySectionID\":") && !text.contains("\"librarySectionID\":\"")
        };
        assert!(number(json.text()), "{path}: {}", json.text());
        assert_eq!(json.read::<Page>(), xml.read::<Page>(), "{path}");
    }
    for path in ["/", "/media/providers?includeStorage=1"] {
        let json = get(base, path).token(&token).json().send().await;
        let xml = get(base, path).token(&token).send().await;
        assert_eq!(json.read::<Info>(), xml.read::<Info>(), "{path}");
    }
    let sections = get(base, "/library/sections").token(&token).send().await;
    assert_eq!(
        sections.read::<MediaContainer<Sections>>().sections.len(),
        3
    );
    let root = get(base, "/library").token(&token).send().await;
    assert!(root.text().contains("<Directory key=\"sections\""));
}

#[tokio::test]
async fn lists_come_in_windows() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let path = "/library/sections/1/all";
    let whole: Page = get(base, path).token(&token).send().await.read();
    assert_eq!(whole.metadata.len(), 10);
    let in_query = format!("{path}?X-Plex-Container-Start=2&X-Plex-Container-Size=3");
    let answer = get(base, &in_query).token(&token).json().send().await;
    assert_eq!(answer.header("x-plex-container-start"), "2");
    assert_eq!(answer.header("x-plex-container-total-size"), "10");
    let page: Page = answer.read();
    assert_eq!(page.metadata, whole.metadata[2..5]);
    assert_eq!(
        (page.offset, page.size, page.total_size),
        (Some(2), Some(3), Some(10))
    );
    let header_wins = get(base, &in_query)
        .token(&token)
        .header("X-Plex-Container-Start", "9");
    let page: Page = header_wins.send().await.read();
    assert_eq!(page.metadata, whole.metadata[9..]);
    for (start, size) in [(9999, 10), (0, 0), (u32::MAX, u32::MAX)] {
        let ask = get(base, path)
            .token(&token)
            .header("X-Plex-Container-Start", &start.to_string())
            .header("X-Plex-Container-Size", &size.to_string());
        let page: Page = ask.send().await.read();
        assert_eq!((page.metadata.len(), page.total_size), (0, Some(10)));
    }
    let limited: Page = get(base, &format!("{path}?limit=4&sort=year:desc"))
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!((limited.metadata.len(), limited.total_size), (4, Some(4)));
    assert_eq!(titles(&limited)[0], "Tears of Steel");
    let wrong = format!("{path}?X-Plex-Container-Start=x");
    assert_eq!(get(base, &wrong).token(&token).status().await, 400);
}

#[tokio::test]
async fn filters_narrow_a_list() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    for (query, expected) in [
        ("title=bunny", &["Big Buck Bunny"][..]),
        ("title%3D=Sintel&includeGuids=1", &["Sintel"]),
        ("year%3E%3E=2009", &["Sintel", "Tears of Steel"]),
        (
            "year>>=2009&unwatched=1&nonsense=3",
            &["Sintel", "Tears of Steel"],
        ),
        (
            "genre=Horror&sort=year",
            &["Nosferatu", "Night of the Living Dead"],
        ),
        ("type=18", &[]),
    ] {
        let path = format!("/library/sections/1/all?{query}");
        let page: Page = get(base, &path).token(&token).send().await.read();
        assert_eq!(titles(&page), expected, "{query}");
    }
}

#[tokio::test]
async fn items_are_full_and_lists_are_not() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let list: Page = get(base, "/library/sections/1/all?title=charade")
        .token(&token)
        .send()
        .await
        .read();
    let short = &list.metadata[0];
    assert_eq!(short.roles.len(), 3);
    assert!(short.guids.is_empty() && short.media[0].parts[0].streams.is_empty());
    let full: Page = get(base, &short.key).token(&token).send().await.read();
    let full = &full.metadata[0];
    assert_eq!(full.roles.len(), 4);
    assert_eq!(full.guids[0].id, "imdb://tt0056923");
    assert_eq!(full.media[0].parts[0].streams.len(), 2);
    assert_eq!(full.library_section_title.as_deref(), Some("Movies"));
    let guid = full.guid.as_deref().unwrap();
    let rest = guid.strip_prefix("plex://movie/").unwrap();
    assert!(rest.len() == 24 && rest.bytes().all(|b| b.is_ascii_hexdigit()));

    let several: Page = get(base, "/library/metadata/3,1,3,2,999")
        .token(&token)
        .send()
        .await
        .read();
    let keys: Vec<_> = several
        .metadata
        .iter()
        .map(|item| item.rating_key.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(keys, ["3", "1", "2"]);
    for key in ["999", "0", "abc", "-1"] {
        let path = format!("/library/metadata/{key}");
        let answer = get(base, &path).token(&token).send().await;
        assert_eq!(answer.status, 404);
        assert_eq!(answer.header("content-type"), "text/html");
    }
    assert_eq!(get(base, "/nowhere").token(&token).status().await, 404);
}

#[tokio::test]
async fn shows_have_seasons_and_episodes() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Home);
    let shows: Page = get(base, "/library/sections/2/all")
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!(
        titles(&shows),
        ["The Beverly Hillbillies", "Sherlock Holmes"]
    );
    let show = &shows.metadata[0];
    assert!(show.key.ends_with("/children"));
    assert_eq!((show.child_count, show.leaf_count), (Some(2), Some(4)));
    let seasons: Page = get(base, &show.key).token(&token).send().await.read();
    assert_eq!(titles(&seasons), ["Season 1", "Season 2"]);
    assert_eq!(seasons.directories.len(), 1);
    let path = format!("{}?excludeAllLeaves=1", show.key);
    let seasons: Page = get(base, &path).token(&token).send().await.read();
    assert!(seasons.directories.is_empty());
    assert_eq!(seasons.metadata[0].parent_rating_key, show.rating_key);
    let episodes: Page = get(base, &seasons.metadata[1].key)
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!(episodes.metadata.len(), 2);
    let episode = &episodes.metadata[1];
    assert_eq!((episode.parent_index, episode.index), (Some(2), Some(2)));
    assert_eq!(episode.grandparent_rating_key, show.rating_key);
    let key = show.rating_key.as_ref().unwrap();
    let leaves = format!("/library/metadata/{key}/allLeaves");
    let leaves: Page = get(base, &leaves).token(&token).send().await.read();
    assert_eq!(leaves.metadata.len(), 4);
    // Only the administrator sees paths of files.
    assert!(
        leaves
            .metadata
            .iter()
            .all(|item| item.media[0].parts[0].file.is_none())
    );
}

#[tokio::test]
async fn some_sections_are_not_shared() {
    let plex = start().await;
    let base = plex.server().url();
    for (user, expected) in [
        (UserKind::Owner, 3),
        (UserKind::Home, 3),
        (UserKind::Managed, 2),
        (UserKind::Friend, 2),
    ] {
        let token = main_token(&plex, user);
        let sections = get(base, "/library/sections/all")
            .token(&token)
            .send()
            .await;
        let sections: MediaContainer<Sections> = sections.read();
        assert_eq!(sections.sections.len(), expected, "{user}");
        let music = get(base, "/library/sections/3/all")
            .token(&token)
            .send()
            .await;
        assert_eq!(music.status == 200, expected == 3, "{user}");
    }
    let owner = main_token(&plex, UserKind::Owner);
    let artists: Page = get(base, "/library/sections/3/all")
        .token(&owner)
        .send()
        .await
        .read();
    let path = format!(
        "/library/metadata/{}",
        artists.metadata[0].rating_key.as_ref().unwrap()
    );
    assert_eq!(get(base, &path).token(&owner).status().await, 200);
    let friend = main_token(&plex, UserKind::Friend);
    assert_eq!(get(base, &path).token(&friend).status().await, 404);
}

/// What strict clients look for, in JSON.
#[tokio::test]
async fn json_has_what_clients_demand() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let providers = get(base, "/media/providers")
        .token(&token)
        .json()
        .send()
        .await
        .value();
    let container = &providers["MediaContainer"];
    for name in [
        "allowCameraUpload",
        "allowChannelAccess",
        "allowSharing",
        "allowSync",
        "allowTuners",
        "backgroundProcessing",
        "companionProxy",
        "eventStream",
        "myPlex",
        "myPlexSubscription",
        "pluginHost",
        "pushNotifications",
        "readOnlyLibraries",
        "sync",
        "transcoderAudio",
        "transcoderLyrics",
        "transcoderSubtitles",
        "transcoderVideo",
        "updater",
        "voiceSearch",
    ] {
        assert!(container[name].is_boolean(), "{name}: {}", container[name]);
    }
    for name in [
        "size",
        "livetv",
        "streamingBrainABRVersion",
        "streamingBrainVersion",
        "transcoderActiveVideoSessions",
        "updatedAt",
    ] {
        assert!(container[name].is_number(), "{name}: {}", container[name]);
    }
    for name in [
        "diagnostics",
        "friendlyName",
        "machineIdentifier",
        "myPlexMappingState",
        "myPlexSigninState",
        "ownerFeatures",
        "platform",
        "platformVersion",
        "transcoderVideoBitrates",
        "transcoderVideoQualities",
        "transcoderVideoResolutions",
        "version",
    ] {
        assert!(container[name].is_string(), "{name}: {}", container[name]);
    }
    let content = &container["MediaProvider"][0]["Feature"][0];
    assert_eq!(
        (&content["type"], &content["key"]),
        (&"content".into(), &"/library/sections".into())
    );
    let place = &content["Directory"][1];
    for name in [
        "agent",
        "hubKey",
        "id",
        "key",
        "language",
        "refreshing",
        "scannedAt",
        "scanner",
        "title",
        "type",
        "updatedAt",
        "uuid",
        "Pivot",
    ] {
        assert!(!place[name].is_null(), "{name}");
    }
    assert_eq!(place["Pivot"][0]["key"], "/library/sections/1/all?type=1");
}

/// The same for sections and items.
#[tokio::test]
async fn json_items_have_what_clients_demand() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let sections = get(base, "/library/sections")
        .token(&token)
        .json()
        .send()
        .await
        .value();
    let section = &sections["MediaContainer"]["Directory"][0];
    assert_eq!(
        (&section["key"], &section["hidden"]),
        (&"1".into(), &0.into())
    );
    let item = get(base, "/library/metadata/1")
        .token(&token)
        .json()
        .send()
        .await
        .value();
    let item = &item["MediaContainer"]["Metadata"][0];
    assert!(item["ratingKey"].is_string() && item["year"].is_number());
    assert!(item["Media"][0]["id"].is_number() && item["Media"][0]["Part"][0]["key"].is_string());
    let stream = &item["Media"][0]["Part"][0]["Stream"][0];
    for name in ["key", "codec", "displayTitle", "id", "streamType"] {
        assert!(!stream[name].is_null(), "{name}");
    }
    assert_eq!(item["Image"][0]["type"], "coverPoster");
}
