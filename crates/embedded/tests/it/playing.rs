//! What accounts play, where they stop and how they rate, and all that shows it.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{Hubs, Metadata, MetadataPage, TimelineAnswer};
use plex_sdk_embedded::UserKind::{Friend, Home, Owner};

type Page = MediaContainer<MetadataPage>;

/// A person at the main server.
struct Person<'p> {
    plex: &'p EmbeddedPlex,
    token: String,
    app: &'static str,
}

fn person(plex: &EmbeddedPlex, user: UserKind) -> Person<'_> {
    Person {
        plex,
        token: main_token(plex, user),
        app: "app",
    }
}

impl Person<'_> {
    fn ask(&self, path: &str) -> Ask {
        let asked = get(self.plex.server().url(), path).token(&self.token);
        asked.client(self.app).header("X-Plex-Device-Name", "Sofa")
    }

    async fn does(&self, path: &str) -> u16 {
        self.ask(path).status().await
    }

    async fn ok(&self, path: &str) {
        assert_eq!(self.does(path).await, 200, "{path}");
    }

    /// A list, which is the same in both spellings.
    async fn list(&self, path: &str) -> Page {
        let xml: Page = self.ask(path).send().await.read();
        let json: Page = self.ask(path).json().send().await.read();
        assert_eq!(xml, json, "{path}");
        json
    }

    async fn titles(&self, path: &str) -> Vec<String> {
        let page = self.list(path).await;
        page.metadata
            .iter()
            .map(|item| item.title.to_string())
            .collect()
    }

    async fn item(&self, key: &str) -> Metadata {
        let page = self.list(&format!("/library/metadata/{key}")).await;
        page.metadata[0].clone()
    }

    async fn hubs(&self, path: &str) -> MediaContainer<Hubs> {
        let xml: MediaContainer<Hubs> = self.ask(path).send().await.read();
        let json: MediaContainer<Hubs> = self.ask(path).json().send().await.read();
        assert_eq!(xml, json, "{path}");
        json
    }

    async fn report(&self, key: &str, state: &str, time: u64) -> MediaContainer<TimelineAnswer> {
        let path = format!("/:/timeline?ratingKey={key}&state={state}&time={time}&duration=1");
        self.ask(&path).json().send().await.read()
    }

    /// The key of the item with this title.
    async fn key(&self, kind: u8, title: &str) -> String {
        let section = match kind {
            1 => 1,
            2..=4 => 2,
            _ => 3,
        };
        let path = format!("/library/sections/{section}/all?type={kind}");
        let page = self.list(&path).await;
        let found = page.metadata.iter().find(|item| item.title == title);
        found.unwrap().rating_key.clone().unwrap().to_string()
    }
}

const SCROBBLE: &str = "/:/scrobble?identifier=com.plexapp.plugins.library&key=";
const UNSCROBBLE: &str = "/:/unscrobble?identifier=com.plexapp.plugins.library&key=";
const RATE: &str = "/:/rate?identifier=com.plexapp.plugins.library&key=";

#[tokio::test]
async fn marking_reaches_down_and_shows_above() {
    let plex = start().await;
    let (olive, hugo) = (person(&plex, Owner), person(&plex, Home));
    let show = olive.key(2, "Sherlock Holmes").await;
    let episode = olive.key(4, "The Case of Lady Beryl").await;
    olive.ok(&format!("{SCROBBLE}{episode}")).await;
    assert_eq!(olive.item(&show).await.viewed_leaf_count, Some(1));
    olive.ok(&format!("{SCROBBLE}{show}")).await;
    let marked = olive.item(&show).await;
    assert_eq!(marked.viewed_leaf_count, Some(3));
    // What was played before was not played again.
    assert_eq!(olive.item(&episode).await.view_count, Some(1));
    let leaves = olive
        .list(&format!("/library/metadata/{show}/allLeaves"))
        .await;
    assert!(
        leaves
            .metadata
            .iter()
            .all(|leaf| leaf.view_count == Some(1))
    );
    assert_eq!(hugo.item(&show).await.viewed_leaf_count, Some(0));
    assert_eq!(olive.titles("/library/onDeck").await, [""; 0]);

    olive.ok(&format!("{UNSCROBBLE}{show}")).await;
    let cleared = olive.item(&show).await;
    assert_eq!(cleared.viewed_leaf_count, Some(0));
    assert_eq!((cleared.view_count, cleared.last_viewed_at), (None, None));
    // Marking is no playing.
    assert_eq!(
        olive.list("/status/sessions/history/all").await.total_size,
        Some(0)
    );
    for (path, status) in [
        ("/:/scrobble?identifier=com.plexapp.plugins.library", 400),
        (
            "/:/scrobble?identifier=com.plexapp.plugins.library&key=999",
            404,
        ),
        ("/:/scrobble?identifier=else&key=1", 404),
        (
            "/:/scrobble?identifier=com.plexapp.plugins.library&uri=server://x/y/library/metadata/1",
            200,
        ),
    ] {
        assert_eq!(olive.does(path).await, status, "{path}");
    }
    assert_eq!(olive.item("1").await.view_count, Some(1));
}

#[tokio::test]
async fn a_left_item_is_offered_until_it_is_set_aside_or_not_played() {
    let plex = start().await;
    let (olive, hugo) = (person(&plex, Owner), person(&plex, Home));
    let charade = olive.key(1, "Charade").await;
    olive.ok(&format!("/:/progress?key={charade}&identifier=com.plexapp.plugins.library&time=10000&state=stopped")).await;
    assert_eq!(olive.item(&charade).await.view_offset_ms, Some(10_000));
    let lists = [
        "/library/onDeck",
        "/library/sections/1/onDeck",
        "/hubs/continueWatching/items",
        "/hubs/sections/1/continueWatching/items",
        "/hubs/items?identifier=home.continue",
        "/hubs/items?identifier=movie.inprogress.1",
        "/library/sections/1/all?inProgress=1",
        "/library/sections/1/all?sort=lastViewedAt:desc&limit=1",
    ];
    for list in lists {
        assert_eq!(olive.titles(list).await, ["Charade"], "{list}");
    }
    let row = olive.hubs("/hubs/continueWatching").await;
    assert_eq!(row.hubs[0].metadata[0].title, "Charade");
    assert_eq!(hugo.hubs("/hubs/continueWatching").await.hubs.len(), 0);
    assert_eq!(olive.titles("/library/sections/2/onDeck").await, [""; 0]);

    let aside = format!("/actions/removeFromContinueWatching?ratingKey={charade}");
    let put = ask(Method::PUT, plex.server().url(), &aside).token(&olive.token);
    assert_eq!(put.status().await, 200);
    assert_eq!(olive.titles("/library/onDeck").await, [""; 0]);
    assert_eq!(olive.item(&charade).await.view_offset_ms, Some(10_000));
    olive.report(&charade, "playing", 70_000).await;
    assert_eq!(olive.titles("/library/onDeck").await, ["Charade"]);
    olive.ok(&format!("{UNSCROBBLE}{charade}")).await;
    assert_eq!(olive.titles("/library/onDeck").await, [""; 0]);
    for time in ["99999999999", "x"] {
        let path = format!("/:/progress?key={charade}&time={time}");
        assert_eq!(olive.does(&path).await, 400, "{time}");
    }
}

#[tokio::test]
async fn the_next_episode_is_on_deck() {
    let plex = start().await;
    let olive = person(&plex, Owner);
    let show = olive.key(2, "The Beverly Hillbillies").await;
    let second = olive.key(4, "Getting Settled").await;
    olive.ok(&format!("{SCROBBLE}{second}")).await;
    let next = ["Jed Gets the Misery"];
    assert_eq!(olive.titles("/library/onDeck").await, next);
    assert_eq!(
        olive
            .titles(&format!("/library/metadata/{show}/onDeck"))
            .await,
        next
    );
    let path = format!("/library/metadata/{show}?includeOnDeck=1");
    let on_deck = olive.list(&path).await.metadata[0].on_deck.clone().unwrap();
    assert_eq!(on_deck.metadata[0].title, next[0]);
    let postplay = olive
        .hubs(&format!("/hubs/metadata/{second}/postplay"))
        .await;
    assert_eq!(postplay.hubs[0].metadata[0].title, next[0]);
}

#[tokio::test]
async fn ratings_are_an_accounts_own() {
    let plex = start().await;
    let (olive, fred) = (person(&plex, Owner), person(&plex, Friend));
    olive.ok(&format!("{RATE}1&rating=7.5")).await;
    fred.ok(&format!("{RATE}1&rating=0")).await;
    let rated = olive.item("1").await;
    assert_eq!(rated.user_rating, Some(7.5));
    assert!(rated.last_rated_at.is_some());
    assert_eq!(fred.item("1").await.user_rating, Some(0.0));
    let good = "/library/sections/1/all?userRating>>=7";
    assert_eq!(olive.titles(good).await.len(), 1);
    assert_eq!(fred.titles(good).await.len(), 0);
    olive.ok(&format!("{RATE}1&rating=-1")).await;
    let bare = olive.item("1").await;
    assert_eq!((bare.user_rating, bare.last_rated_at), (None, None));
    for (path, status) in [
        (format!("{RATE}1&rating=10.5"), 400),
        (format!("{RATE}1&rating=-0.5"), 400),
        (format!("{RATE}1&rating=NaN"), 400),
        (format!("{RATE}1&rating=5&ratedAt=99999999999"), 400),
        (format!("{RATE}999&rating=5"), 404),
    ] {
        assert_eq!(olive.does(&path).await, status, "{path}");
    }
    // The music is not shared with him.
    let track = olive.key(10, "Luminous").await;
    assert_eq!(fred.does(&format!("{RATE}{track}&rating=5")).await, 404);
    assert_eq!(fred.does(&format!("{SCROBBLE}{track}")).await, 404);
}

#[tokio::test]
async fn what_players_report_is_a_session_and_then_history() {
    let (clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let (olive, hugo) = (person(&plex, Owner), person(&plex, Home));
    let sintel = olive.key(1, "Sintel").await;
    assert_eq!(olive.list("/status/sessions").await.metadata.len(), 0);
    hugo.report(&sintel, "playing", 30_000).await;
    // A place in the first minute is not kept.
    assert_eq!(hugo.item(&sintel).await.view_offset_ms, None);
    let answer = hugo.report(&sintel, "paused", 300_000).await;
    assert_eq!(answer.view_offset_ms, Some(300_000));
    let sessions = olive.list("/status/sessions").await;
    let [session] = sessions.metadata.as_slice() else {
        panic!("{sessions:?}");
    };
    assert_eq!(session.title, "Sintel");
    assert_eq!(session.view_offset_ms, Some(300_000));
    let user = session.user.as_ref().unwrap();
    assert_eq!(user.title, Some("Hugo Home".into()));
    let player = session.player.as_ref().unwrap();
    assert_eq!(player.title, Some("Sofa".into()));
    assert_eq!(player.machine_identifier, Some("app".into()));
    assert_eq!(player.state, Some("paused".into()));
    assert_eq!(hugo.does("/status/sessions").await, 403);

    clock.advance(Duration::from_secs(60));
    let answer = hugo.report(&sintel, "playing", 880_000).await;
    assert_eq!((answer.view_count, answer.view_offset_ms), (Some(1), None));
    hugo.report(&sintel, "stopped", 888_000).await;
    assert_eq!(olive.list("/status/sessions").await.metadata.len(), 0);
    assert_eq!(hugo.item(&sintel).await.view_count, Some(1));
    let row = "/status/sessions/history/all?sort=viewedAt:desc";
    let history = olive.list(row).await;
    assert_eq!(history.metadata.len(), 1);
    let play = &history.metadata[0];
    assert_eq!(
        (play.title.as_str(), play.viewed_at),
        ("Sintel", Some(Timestamp(1_750_000_060)))
    );
    assert_eq!(play.account_id, Some(7_100_002));
    assert_eq!(hugo.titles(row).await, ["Sintel"]);
    assert_eq!(person(&plex, Friend).titles(row).await, [""; 0]);
    for (filter, count) in [
        ("accountID=7100002", 1),
        ("accountID=1", 0),
        ("librarySectionID=1", 1),
        ("librarySectionID=2", 0),
        ("viewedAt>=1750000060", 1),
        ("viewedAt>=1750000061", 0),
        ("viewedAt<=1750000059", 0),
        ("X-Plex-Container-Start=1", 0),
    ] {
        let path = format!("/status/sessions/history/all?{filter}");
        assert_eq!(olive.titles(&path).await.len(), count, "{filter}");
    }
    let key = play.history_key.clone().unwrap();
    assert_eq!(olive.titles(&key).await, ["Sintel"]);
    let delete = || ask(Method::DELETE, plex.server().url(), &key);
    assert_eq!(delete().token(&hugo.token).status().await, 403);
    assert_eq!(delete().token(&olive.token).status().await, 200);
    assert_eq!(delete().token(&olive.token).status().await, 404);
    assert_eq!(olive.does(&key).await, 404);
    assert_eq!(hugo.item(&sintel).await.view_count, Some(1));
    for path in [
        "/:/timeline?ratingKey=1",
        "/:/timeline?state=playing",
        "/:/timeline?ratingKey=999&state=playing",
    ] {
        assert_eq!(olive.does(path).await, 400, "{path}");
    }
}

#[tokio::test]
async fn the_owner_ends_a_session() {
    let plex = start().await;
    let (olive, hugo) = (person(&plex, Owner), person(&plex, Home));
    hugo.report("1", "playing", 1).await;
    let session = olive.list("/status/sessions").await.metadata[0]
        .session
        .clone();
    let id = session.unwrap().id.unwrap();
    let end = format!("/status/sessions/terminate?sessionId={id}&reason=late");
    assert_eq!(hugo.does(&end).await, 403);
    olive.ok(&end).await;
    assert_eq!(olive.does(&end).await, 404);
    assert_eq!(
        olive.does("/status/sessions/terminate?sessionId=").await,
        403
    );
    assert_eq!(olive.list("/status/sessions").await.metadata.len(), 0);
    let answer = hugo.report("1", "playing", 2).await;
    assert_eq!(answer.termination_text, Some("late".into()));
}

#[tokio::test]
async fn rows_and_searches_show_what_one_may_see() {
    let plex = start().await;
    let (olive, fred) = (person(&plex, Owner), person(&plex, Friend));
    let words = |hubs: &MediaContainer<Hubs>| -> Vec<String> {
        let words = hubs.hubs.iter().map(|hub| hub.hub_identifier.clone());
        words.map(|word| word.unwrap().to_string()).collect()
    };
    let home = ["home.movies.recent", "home.television.recent"];
    for path in ["/hubs", "/hubs/promoted"] {
        let seen = words(&olive.hubs(path).await);
        assert_eq!(seen[..2], home, "{path}");
        assert_eq!(seen[2..], ["home.music.recent"], "{path}");
        assert_eq!(words(&fred.hubs(path).await), home, "{path}");
    }
    let newest = olive.titles("/hubs/home/recentlyAdded?type=1").await;
    assert_eq!((newest.len(), newest[0].as_str()), (10, "Tears of Steel"));
    let all = olive.titles("/hubs/home/recentlyAdded").await;
    assert!(all.len() > newest.len(), "{all:?}");
    assert!(fred.titles("/hubs/home/recentlyAdded").await.len() < all.len());
    let rows = olive.hubs("/hubs/sections/1?count=2").await;
    assert_eq!(
        words(&rows),
        ["movie.recentlyadded.1", "movie.topunwatched.1"]
    );
    let row = &rows.hubs[0];
    assert_eq!(
        (row.metadata.len(), row.more, row.total_size),
        (2, true, Some(10))
    );
    assert_eq!(row.metadata[0].title, "Tears of Steel");
    assert_eq!(olive.titles(row.key.as_ref().unwrap()).await.len(), 10);
    assert_eq!(olive.titles(row.hub_key.as_ref().unwrap()).await.len(), 2);
    assert_eq!(fred.does("/hubs/sections/3").await, 400);
    assert_eq!(
        fred.does("/hubs/items?identifier=music.recent.added.3")
            .await,
        404
    );
    assert_eq!(
        olive.titles("/library/recentlyAdded?type=9").await,
        ["Layers"]
    );
    assert_eq!(fred.titles("/library/recentlyAdded?type=9").await, [""; 0]);

    let finds = |hubs: MediaContainer<Hubs>| -> Vec<String> {
        let rows = hubs.hubs.iter();
        rows.flat_map(|hub| {
            let items = hub.metadata.iter().map(|item| item.title.to_string());
            let tags = hub.directories.iter().filter_map(|tag| tag.tag.as_ref());
            items
                .chain(tags.map(ToString::to_string))
                .collect::<Vec<_>>()
        })
        .collect()
    };
    let search = |word: &str| format!("/hubs/search?query={word}");
    assert_eq!(
        finds(olive.hubs(&search("BUNNY")).await),
        ["Big Buck Bunny"]
    );
    assert_eq!(
        finds(olive.hubs(&search("keaton")).await),
        ["Buster Keaton", "Buster Keaton"]
    );
    assert_eq!(finds(olive.hubs(&search("luminous")).await), ["Luminous"]);
    assert_eq!(finds(fred.hubs(&search("luminous")).await), [""; 0]);
    let voice = |word: &str| format!("/hubs/search/voice?query={word}");
    assert_eq!(finds(olive.hubs(&voice("sintel")).await), ["Sintel"]);
    assert_eq!(finds(olive.hubs(&voice("sint")).await), [""; 0]);
    for path in ["/hubs/search", "/hubs/search?query=", "/search?query="] {
        assert_eq!(olive.does(path).await, 400, "{path}");
    }
    assert_eq!(
        olive.titles("/search?query=bunny").await,
        ["Big Buck Bunny"]
    );
    let related = olive.hubs("/hubs/metadata/1/related").await;
    assert!(
        related.hubs[0]
            .metadata
            .iter()
            .all(|item| item.rating_key != Some(1.into()))
    );
}

#[tokio::test]
async fn plays_outlive_a_restart() {
    let name = format!("plex-sdk-plays-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let open = || EmbeddedPlex::builder().data_dir(&folder).start();
    let plex = open().await.unwrap();
    let olive = person(&plex, Owner);
    olive.ok(&format!("{RATE}1&rating=9")).await;
    olive.report("1", "playing", 590_000).await;
    olive.report("2", "playing", 90_000).await;
    plex.shutdown().await;
    let plex = open().await.unwrap();
    let olive = person(&plex, Owner);
    let played = olive.item("1").await;
    assert_eq!(
        (played.user_rating, played.view_count),
        (Some(9.0), Some(1))
    );
    assert_eq!(olive.item("2").await.view_offset_ms, Some(90_000));
    assert_eq!(
        olive.titles("/status/sessions/history/all").await,
        ["Big Buck Bunny"]
    );
    // Nothing is played just after a start.
    assert_eq!(olive.list("/status/sessions").await.metadata.len(), 0);
    plex.shutdown().await;
    std::fs::remove_dir_all(&folder).unwrap();
}
