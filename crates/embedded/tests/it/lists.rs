//! Collections, playlists, play queues and edits, made and read back through the contract.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::endpoint::Endpoint;
use plex_sdk_contract::endpoints::collections::{
    AddCollectionItems, CreateCollection, DeleteCollectionByKey, GetCollection,
    GetCollectionChildren, MoveCollectionItem, RemoveCollectionItem, SetCollectionPreferences,
};
use plex_sdk_contract::endpoints::content::{GetMetadataItem, ListContent};
use plex_sdk_contract::endpoints::library::{
    DeleteMetadataItem, EditMetadataItem, GetCollections, GetCommon, GetTags, SetItemPreferences,
    UpdateItems,
};
use plex_sdk_contract::endpoints::play_queue::{
    AddToPlayQueue, ClearPlayQueue, CreatePlayQueue, DeletePlayQueueItem, GetPlayQueue,
    MovePlayQueueItem, Shuffle, Unshuffle,
};
use plex_sdk_contract::endpoints::playlists::{
    AddPlaylistItems, ClearPlaylistItems, CreatePlaylist, DeletePlaylist, DeletePlaylistItem,
    GetPlaylist, GetPlaylistItems, ListPlaylists, MovePlaylistItem, UpdatePlaylist,
};
use plex_sdk_contract::model::{Metadata, MetadataPage, PlayQueue, PlaylistKind};
use plex_sdk_contract::params;
use plex_sdk_contract::query::{Query, Sort, field};
use plex_sdk_contract::text::Text;

type Page = MediaContainer<MetadataPage>;
type Queue = MediaContainer<PlayQueue>;

/// A user of the main server.
struct User<'p> {
    plex: &'p EmbeddedPlex,
    token: String,
}

impl<'p> User<'p> {
    fn new(plex: &'p EmbeddedPlex, kind: UserKind) -> Self {
        let token = main_token(plex, kind);
        Self { plex, token }
    }

    async fn send<E: Endpoint>(&self, request: &E) -> Answer {
        let target = params::encode(request).unwrap();
        let path = target.path_and_query();
        let method = E::METHOD.clone();
        ask(method, self.plex.server().url(), &path)
            .token(&self.token)
            .send()
            .await
    }

    async fn call<E: Endpoint>(&self, request: &E) -> E::Response {
        self.send(request).await.read()
    }

    async fn status<E: Endpoint>(&self, request: &E) -> u16 {
        self.send(request).await.status.as_u16()
    }

    fn uri(&self, path: &str) -> Text {
        let id = self.plex.server().machine_identifier();
        format!("server://{id}/com.plexapp.plugins.library{path}").into()
    }

    async fn list(&self, section: &str, kind: u16) -> Vec<Metadata> {
        let page = self.call(&ListContent::new(section).kind(kind)).await;
        page.content.metadata
    }

    async fn item(&self, id: &str) -> Metadata {
        let page = self.call(&GetMetadataItem::new([id])).await;
        page.content.metadata[0].clone()
    }

    async fn collection(&self, title: &str, path: &str) -> Metadata {
        let page = self
            .call(
                &CreateCollection::new("1")
                    .title(title)
                    .smart(path.contains('?'))
                    .uri(self.uri(path))
                    .kind(1),
            )
            .await;
        page.content.metadata[0].clone()
    }

    async fn members(&self, id: &str) -> Vec<String> {
        let request: GetCollectionChildren = plex_sdk_contract::ids::CollectionId::from(id).into();
        titles(&self.call(&request).await)
    }

    async fn playlist(&self, title: &str, kind: PlaylistKind, path: &str) -> String {
        let page = self
            .call(
                &CreatePlaylist::default()
                    .title(title)
                    .kind(kind)
                    .smart(path.contains('?'))
                    .uri(self.uri(path)),
            )
            .await;
        key(&page.metadata[0])
    }

    async fn entries(&self, id: &str) -> Page {
        let request: GetPlaylistItems = plex_sdk_contract::ids::PlaylistId::from(id).into();
        self.call(&request).await
    }

    async fn update(&self, ids: &[&str], changes: &[(&str, &str)]) -> u16 {
        self.status(
            &UpdateItems::new("1")
                .kind(1)
                .ids(ids.iter().copied())
                .changes(changes.iter().copied()),
        )
        .await
    }
}

fn key(item: &Metadata) -> String {
    item.rating_key.clone().unwrap().to_string()
}

fn titles(page: &Page) -> Vec<String> {
    let items = page.metadata.iter();
    items.map(|item| item.title.to_string()).collect()
}

#[tokio::test]
async fn a_collection_is_made_filled_ordered_and_deleted() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let movies = owner.list("1", 1).await;
    let keys: Vec<String> = movies.iter().map(key).collect();
    let path = format!("/library/metadata/{},{}", keys[0], keys[1]);
    let made = owner.collection("Test", &path).await;
    let id = key(&made);
    assert_eq!((made.child_count, made.smart), (Some(2), None));
    assert!(made.guid.as_deref().unwrap().starts_with("collection://"));
    let years = || movies[..2].iter().filter_map(|movie| movie.year);
    assert_eq!(
        (made.min_year, made.max_year),
        (years().min(), years().max())
    );

    // Members carry it as a tag; filters find them by it.
    let member = owner.item(&keys[0]).await;
    assert_eq!(member.collections[0].tag, "Test");
    assert_eq!(
        member.collections[0].id.as_deref().unwrap(),
        made.index.unwrap().to_string()
    );
    let query = Query::new().filter(field("collection").is(made.index.unwrap().to_string()));
    let found = owner.call(&query.list("1").unwrap()).await;
    assert_eq!(found.metadata.len(), 2);

    let added = AddCollectionItems::new(
        id.as_str(),
        owner.uri(&format!("/library/metadata/{}", keys[2])),
    );
    // Twice is as good as once.
    owner.call(&added).await;
    assert_eq!(owner.call(&added).await.metadata[0].child_count, Some(3));
    let moved = MoveCollectionItem::new(id.as_str(), keys[2].as_str());
    let page = owner.call(&moved).await;
    assert_eq!(page.metadata[0].collection_sort, Some(2));
    assert_eq!(owner.members(&id).await[0], movies[2].title.as_str());
    let prefs = SetCollectionPreferences::new(id.as_str())
        .collection_mode(0)
        .collection_sort(1);
    assert_eq!(owner.status(&prefs).await, 200);
    let members = owner.members(&id).await;
    let mut sorted: Vec<String> = movies[..3]
        .iter()
        .map(|movie| movie.title.to_string())
        .collect();
    sorted.sort_by_key(|title| title.trim_start_matches("The ").to_lowercase());
    assert_eq!(members, sorted);
    let read = owner
        .call(&GetCollection::new(id.as_str()).include_preferences(true))
        .await;
    assert_eq!(read.metadata[0].collection_mode, Some(0));
    assert_eq!(
        read.metadata[0]
            .preferences
            .as_ref()
            .unwrap()
            .settings
            .len(),
        3
    );
    let wrong = prefs.collection_mode(7);
    assert_eq!(owner.status(&wrong).await, 400);

    let gone = RemoveCollectionItem::new(id.as_str(), keys[0].as_str());
    owner.call(&gone).await;
    assert_eq!(owner.status(&gone).await, 400);
    assert!(owner.item(&keys[0]).await.collections.is_empty());

    let listed: GetCollections = plex_sdk_contract::ids::SectionId::from("1").into();
    assert_eq!(titles(&owner.call(&listed).await), ["Test"]);
    assert_eq!(owner.list("1", 18).await.len(), 1);
    let both = owner
        .call(
            &ListContent::new("1")
                .container_size(0)
                .include_collections(true),
        )
        .await;
    assert_eq!(
        both.total_size,
        Some(u32::try_from(movies.len()).unwrap() + 1)
    );

    let friend = User::new(&plex, UserKind::Friend);
    assert_eq!(friend.members(&id).await.len(), 2);
    let delete: DeleteCollectionByKey =
        plex_sdk_contract::ids::CollectionId::from(id.as_str()).into();
    assert_eq!(friend.status(&delete).await, 403);
    let create = CreateCollection::new("1").title("No");
    assert_eq!(friend.status(&create).await, 403);
    assert_eq!(owner.status(&delete).await, 200);
    assert_eq!(owner.status(&delete).await, 404);
    assert!(owner.list("1", 18).await.is_empty());
}

#[tokio::test]
async fn a_smart_collection_is_its_query() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let path = "/library/sections/1/all?type=1&sort=year%3Adesc&year%3E%3E=1960&limit=3";
    let made = owner.collection("New", path).await;
    assert_eq!(made.content, Some(owner.uri(path)));
    assert_eq!((made.smart, made.child_count), (Some(true), Some(3)));
    let query = Query::new()
        .sort(Sort::desc("year"))
        .filter(field("year").greater(1960))
        .limit(3);
    let found = titles(&owner.call(&query.list("1").unwrap()).await);
    assert_eq!(owner.members(&key(&made)).await, found);
    // New items of a smart one are a new query.
    let path = "/library/sections/1/all?type=1&genre=Horror";
    let added = AddCollectionItems::new(key(&made).as_str(), owner.uri(path));
    let page = owner.call(&added).await;
    assert_eq!(page.metadata[0].content, Some(owner.uri(path)));
    for (smart, uri) in [
        (true, None),
        (true, Some("/library/metadata/1")),
        (false, Some("/x")),
    ] {
        let mut create = CreateCollection::new("1").smart(smart);
        create.uri = uri.map(|path| owner.uri(path));

        assert_eq!(owner.status(&create).await, 400, "{uri:?}");
    }
}

#[tokio::test]
async fn a_playlist_belongs_to_its_account() {
    let plex = start().await;
    let friend = User::new(&plex, UserKind::Friend);
    let show = key(&friend.list("2", 2).await[0]);
    let path = format!("/library/metadata/{show}");
    let id = friend.playlist("Evening", PlaylistKind::Video, &path).await;
    let page = friend.entries(&id).await;
    assert!(
        page.metadata.len() > 2 && page.metadata[0].kind.as_ref().unwrap().as_str() == "episode"
    );
    let ids: Vec<u64> = page
        .metadata
        .iter()
        .map(|item| item.playlist_item_id.unwrap())
        .collect();
    let get = GetPlaylist::new(id.as_str());
    let read = friend.call(&get).await;
    let read = &read.metadata[0];
    assert!(
        read.guid
            .as_deref()
            .unwrap()
            .starts_with("com.plexapp.agents.none://")
    );
    assert!(
        read.composite
            .as_deref()
            .unwrap()
            .starts_with(&format!("/playlists/{id}/composite/"))
    );
    let durations = page.metadata.iter().filter_map(|item| item.duration_ms);
    assert_eq!(read.duration_ms, Some(durations.sum()));

    let moved = |entry: u64, after: Option<u64>| {
        let mut request = MovePlaylistItem::new(id.as_str(), entry);
        request.after = after.map(Into::into);
        request
    };
    let order = |page: Page| -> Vec<u64> {
        page.metadata
            .iter()
            .map(|item| item.playlist_item_id.unwrap())
            .collect()
    };
    friend.call(&moved(ids[2], None)).await;
    assert_eq!(
        order(friend.entries(&id).await)[..3],
        [ids[2], ids[0], ids[1]]
    );
    friend.call(&moved(ids[2], Some(ids[0]))).await;
    assert_eq!(
        order(friend.entries(&id).await)[..3],
        [ids[0], ids[2], ids[1]]
    );
    assert_eq!(friend.status(&moved(9999, None)).await, 404);
    let gone = DeletePlaylistItem::new(id.as_str(), ids[0]);
    friend.call(&gone).await;
    assert_eq!(friend.entries(&id).await.metadata.len(), ids.len() - 1);
    // An item may stand in it twice, with numbers of their own.
    let add = AddPlaylistItems::new(id.as_str()).uri(friend.uri(&path));
    friend.call(&add).await;
    let all = order(friend.entries(&id).await);
    assert_eq!(
        all.iter().collect::<std::collections::HashSet<_>>().len(),
        2 * ids.len() - 1
    );

    let update = UpdatePlaylist::new(id.as_str())
        .summary("Early")
        .title_value("Morning");
    assert_eq!(friend.status(&update).await, 204);
    let listed = |title: &str| ListPlaylists::default().title(title);
    let found = friend.call(&listed("morn")).await;
    assert_eq!(found.metadata[0].summary.as_deref(), Some("Early"));
    assert!(friend.call(&listed("evening")).await.metadata.is_empty());

    let owner = User::new(&plex, UserKind::Owner);
    assert!(
        owner
            .call(&ListPlaylists::default())
            .await
            .metadata
            .is_empty()
    );
    assert_eq!(owner.status(&get).await, 404);
    let clear: ClearPlaylistItems = plex_sdk_contract::ids::PlaylistId::from(id.as_str()).into();
    assert_eq!(owner.status(&clear).await, 404);
    assert_eq!(friend.call(&clear).await.metadata[0].leaf_count, Some(0));
    let delete: DeletePlaylist = plex_sdk_contract::ids::PlaylistId::from(id.as_str()).into();
    assert_eq!(friend.status(&delete).await, 204);
    assert_eq!(friend.status(&get).await, 404);
}

#[tokio::test]
async fn playlists_play_one_kind_and_smart_ones_follow_their_query() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let path = "/library/sections/3/all?type=10&sort=titleSort";
    let smart = owner.playlist("All", PlaylistKind::Audio, path).await;
    let page = owner.entries(&smart).await;
    assert_eq!(page.metadata.len(), owner.list("3", 10).await.len());
    assert!(
        page.metadata
            .iter()
            .all(|item| item.playlist_item_id.is_none())
    );
    let track = key(&owner.list("3", 10).await[0]);
    let path = format!("/library/metadata/{track}");
    let few = owner.playlist("Some", PlaylistKind::Audio, &path).await;
    let wrong = CreatePlaylist::default()
        .kind(PlaylistKind::Video)
        .uri(owner.uri(&path));
    assert_eq!(owner.status(&wrong).await, 400);
    let listed = |sort: &str, smart| {
        let mut request = ListPlaylists::default().sort(sort);
        request.smart = smart;
        request
    };
    let keys = |page: Page| page.metadata.iter().map(key).collect::<Vec<_>>();
    assert_eq!(
        keys(owner.call(&listed("mediaCount:asc", None)).await),
        [few.clone(), smart.clone()]
    );
    assert_eq!(
        keys(owner.call(&listed("titleSort:desc", None)).await),
        [few.clone(), smart.clone()]
    );
    assert_eq!(
        keys(owner.call(&listed("titleSort", Some(false))).await),
        [few]
    );
    let read = owner.call(&GetPlaylist::new(smart.as_str())).await;
    let content = "/library/sections/3/all?type=10&sort=titleSort";
    assert_eq!(read.metadata[0].content, Some(owner.uri(content)));
}

fn ids(queue: &Queue) -> Vec<u64> {
    queue
        .metadata
        .iter()
        .map(|item| item.play_queue_item_id.unwrap())
        .collect()
}

#[tokio::test]
async fn a_play_queue_keeps_what_plays_next_together() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let movies: Vec<String> = owner.list("1", 1).await.iter().map(key).collect();
    let joined = movies[..4].join("%2C");
    let queue = owner
        .call(
            &CreatePlayQueue::new(PlaylistKind::Video)
                .uri(format!(
                    "library:///directory/%2Flibrary%2Fmetadata%2F{joined}"
                ))
                .key(format!("/library/metadata/{}", movies[1])),
        )
        .await;
    let number = queue.play_queue_id.unwrap();
    let first = ids(&queue);
    assert_eq!(first.len(), 4);
    assert_eq!(
        (queue.selected_item_id, queue.selected_item_offset),
        (Some(first[1]), Some(1))
    );
    assert_eq!(
        queue.selected_metadata_item_id.unwrap().to_string(),
        movies[1]
    );
    assert_eq!(
        (queue.version, queue.shuffled, queue.last_added_item_id),
        (Some(1), Some(false), None)
    );

    let add = |movie: &str, next| {
        let mut request =
            AddToPlayQueue::new(number).uri(owner.uri(&format!("/library/metadata/{movie}")));
        request.next = next;
        request
    };
    let one = owner.call(&add(&movies[4], None)).await;
    let two = owner.call(&add(&movies[5], None)).await;
    let last = two.last_added_item_id.unwrap();
    assert_eq!(
        ids(&two)[..4],
        [first[0], first[1], one.last_added_item_id.unwrap(), last]
    );
    let next = owner.call(&add(&movies[6], Some(true))).await;
    assert_eq!(
        (next.last_added_item_id, next.version),
        (Some(last), Some(4))
    );
    assert_eq!(
        next.metadata[2].rating_key.as_ref().unwrap().as_str(),
        movies[6]
    );

    let window = GetPlayQueue::new(number).window(1);
    let part = owner.call(&window).await;
    assert_eq!(
        (ids(&part), part.total_count),
        (ids(&next)[..3].to_vec(), Some(7))
    );
    let after = window.clone().center(first[3]).include_before(false);
    assert!(owner.call(&after).await.metadata.is_empty());

    let moved = |after: Option<u64>| {
        let mut request = MovePlayQueueItem::new(number, first[3]);
        request.after = after.map(Into::into);
        request
    };
    assert_eq!(ids(&owner.call(&moved(None)).await)[0], first[3]);
    let behind = owner.call(&moved(Some(first[2]))).await;
    assert_eq!(behind.last_added_item_id, Some(first[3]));
    let gone = DeletePlayQueueItem::new(number, first[0]);
    assert_eq!(owner.call(&gone).await.total_count, Some(6));
    let order = ids(&owner
        .call(&GetPlayQueue::from(
            plex_sdk_contract::ids::PlayQueueId::from(number),
        ))
        .await);
    let shuffled = owner.call(&Shuffle::new(number)).await;
    assert_eq!(
        (shuffled.shuffled, ids(&shuffled)[0]),
        (Some(true), first[1])
    );
    let back = owner.call(&Unshuffle::new(number)).await;
    assert_eq!(back.shuffled, Some(false));
    assert_eq!(ids(&back).len(), order.len());
    let clear = ClearPlayQueue::new(number);
    assert_eq!(ids(&owner.call(&clear).await), [first[1]]);

    let friend = User::new(&plex, UserKind::Friend);
    assert_eq!(friend.status(&clear).await, 404);
    let nothing =
        CreatePlayQueue::new(PlaylistKind::Video).uri(owner.uri("/library/metadata/99999"));
    assert_eq!(owner.status(&nothing).await, 400);
}

#[tokio::test]
async fn play_queues_come_from_playlists_collections_and_episodes() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let artist = key(&owner.list("3", 8).await[0]);
    let path = format!("/library/metadata/{artist}");
    let playlist = owner.playlist("Music", PlaylistKind::Audio, &path).await;
    let tracks = owner.entries(&playlist).await.metadata.len();
    let queue = owner
        .call(&CreatePlayQueue::new(PlaylistKind::Audio).playlist_id(playlist.as_str()))
        .await;
    assert_eq!(queue.metadata.len(), tracks);
    let movies: Vec<String> = owner.list("1", 1).await.iter().map(key).collect();
    let path = format!("/library/metadata/{},{}", movies[3], movies[4]);
    let collection = key(&owner.collection("Two", &path).await);
    let from_collection = CreatePlayQueue::new(PlaylistKind::Video)
        .uri(owner.uri(&format!("/library/collections/{collection}")))
        .shuffle(true);
    let queue = owner.call(&from_collection).await;
    assert_eq!((queue.metadata.len(), queue.shuffled), (2, Some(true)));
    let episodes = owner.list("2", 4).await;
    let third = &episodes[2];
    let queue = owner
        .call(
            &CreatePlayQueue::new(PlaylistKind::Video)
                .uri(owner.uri(&format!("/library/metadata/{}", key(third))))
                .continuous(true),
        )
        .await;
    assert!(queue.metadata.len() > 1);
    assert_eq!(
        queue.selected_metadata_item_id.unwrap().to_string(),
        key(third)
    );
}

#[tokio::test]
async fn edits_are_read_back_locked_and_told() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let movies: Vec<String> = owner.list("1", 1).await.iter().map(key).collect();
    let id = movies[0].as_str();
    let before = owner.item(id).await;
    let odd = "!@#$%^&*()-_=+[];:'\"/?,.";
    let changes = [
        ("title.value", "Low Tide"),
        ("title.locked", "1"),
        ("summary.value", ""),
        ("studio.value", ""),
        ("genre[0].tag.tag", odd),
        ("genre.locked", "1"),
    ];
    assert_eq!(owner.update(&[id], &changes).await, 200);
    let after = owner.item(id).await;
    assert_eq!(
        (after.title.as_str(), after.summary.as_deref()),
        ("Low Tide", Some(""))
    );
    assert_eq!(after.studio, None);
    assert_eq!(after.genres.len(), before.genres.len() + 1);
    assert!(after.genres.iter().any(|genre| genre.tag == odd));
    let locked: Vec<&str> = after.fields.iter().map(|lock| lock.name.as_str()).collect();
    assert_eq!(locked, ["title", "genre"]);
    let encoded = "%21%40%23%24%25%5E%26%2A%28%29-_%3D%2B%5B%5D%3B%3A%27%22%2F%3F%2C.";
    let changes = [("genre[].tag.tag-", encoded), ("title.locked", "0")];
    assert_eq!(owner.update(&[id], &changes).await, 200);
    let after = owner.item(id).await;
    assert_eq!(after.genres.len(), before.genres.len());
    assert_eq!(after.fields.len(), 1);
    // Filters see what was changed.
    let query = Query::new().filter(field("title").is("low tide"));
    assert_eq!(
        titles(&owner.call(&query.list("1").unwrap()).await),
        ["Low Tide"]
    );

    let show = key(&owner.list("2", 2).await[0]);
    let edit = EditMetadataItem::new([show.as_str()]).values([("title.value", "Another")]);
    assert_eq!(owner.status(&edit).await, 200);
    let season = owner
        .list("2", 3)
        .await
        .into_iter()
        .find(|season| season.parent_rating_key.as_ref().unwrap().as_str() == show);
    assert_eq!(season.unwrap().parent_title.as_deref(), Some("Another"));
    let prefs = SetItemPreferences::new(show.as_str()).values([("episodeSort", "1")]);
    assert_eq!(owner.status(&prefs).await, 200);
    assert_eq!(owner.item(&show).await.episode_sort, Some(1));

    let friend = User::new(&plex, UserKind::Friend);
    assert_eq!(friend.update(&[id], &[("title.value", "x")]).await, 403);
    assert_eq!(friend.status(&edit).await, 403);
    assert_eq!(owner.update(&["99999"], &[("title.value", "x")]).await, 404);
    assert_eq!(
        owner.update(&[id], &[("editionTitle.value", "x")]).await,
        403
    );
}

#[tokio::test]
async fn a_collection_is_made_and_left_by_its_tag() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let movies: Vec<String> = owner.list("1", 1).await.iter().map(key).collect();
    let two = [movies[0].as_str(), movies[1].as_str()];
    assert_eq!(
        owner
            .update(&two, &[("collection[0].tag.tag", "Mine")])
            .await,
        200
    );
    let collections = owner.list("1", 18).await;
    assert_eq!(
        (collections[0].title.as_str(), collections[0].child_count),
        ("Mine", Some(2))
    );
    assert_eq!(owner.item(two[1]).await.collections[0].tag, "Mine");
    let id = key(&collections[0]);
    assert_eq!(
        owner
            .update(&[&id], &[("title.value", "Ours"), ("summary.value", "s")])
            .await,
        200
    );
    assert_eq!(owner.item(two[0]).await.collections[0].tag, "Ours");
    assert_eq!(owner.item(&id).await.summary.as_deref(), Some("s"));
    assert_eq!(
        owner
            .update(&two, &[("collection[].tag.tag-", "Ours")])
            .await,
        200
    );
    assert!(owner.list("1", 18).await.is_empty());
}

#[tokio::test]
async fn a_deleted_item_is_gone_and_others_keep_their_keys() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let episodes = owner.list("2", 4).await;
    let gone = &episodes[0];
    let show = gone.grandparent_rating_key.clone().unwrap();
    let before = owner.item(show.as_str()).await.leaf_count.unwrap();
    let playlist = owner
        .playlist(
            "p",
            PlaylistKind::Video,
            &format!("/library/metadata/{show}"),
        )
        .await;
    let delete: DeleteMetadataItem = gone.rating_key.clone().unwrap().into();
    assert_eq!(
        User::new(&plex, UserKind::Friend).status(&delete).await,
        403
    );
    assert_eq!(owner.status(&delete).await, 200);
    assert_eq!(owner.status(&delete).await, 404);
    assert_eq!(owner.item(show.as_str()).await.leaf_count, Some(before - 1));
    assert_eq!(owner.list("2", 4).await.len(), episodes.len() - 1);
    assert_eq!(
        owner.item(&key(&episodes[1])).await.title,
        episodes[1].title
    );
    assert_eq!(
        u32::try_from(owner.entries(&playlist).await.metadata.len()).unwrap(),
        before - 1
    );
}

#[tokio::test]
async fn common_fields_and_tags_are_told() {
    let plex = start().await;
    let owner = User::new(&plex, UserKind::Owner);
    let movies = owner.list("1", 1).await;
    let common = owner
        .call(
            &GetCommon::new("1").ids(
                movies[..3]
                    .iter()
                    .filter_map(|movie| movie.rating_key.clone()),
            ),
        )
        .await;
    let mixed = common.common[0].mixed_fields.clone().unwrap();
    assert!(mixed.split(',').any(|name| name == "title"), "{mixed}");
    let genres = owner.call(&GetTags::default().kind(1)).await;
    let names: Vec<&str> = genres.tags.iter().map(|tag| tag.tag.as_str()).collect();
    assert!(names.contains(&"Horror") && names.is_sorted(), "{names:?}");
}

#[tokio::test]
async fn what_users_made_outlives_a_restart_but_play_queues_do_not() {
    let folder = std::env::temp_dir().join(format!("plex-sdk-lists-{}", std::process::id()));
    let open = || EmbeddedPlex::builder().data_dir(&folder).start();
    let plex = open().await.unwrap();
    let owner = User::new(&plex, UserKind::Owner);
    let movies: Vec<String> = owner.list("1", 1).await.iter().map(key).collect();
    let path = format!("/library/metadata/{},{}", movies[0], movies[1]);
    let collection = key(&owner.collection("Kept", &path).await);
    let playlist = owner.playlist("Kept too", PlaylistKind::Video, &path).await;
    let dropped = owner.playlist("Dropped", PlaylistKind::Video, &path).await;
    let delete: DeletePlaylist = plex_sdk_contract::ids::PlaylistId::from(dropped.as_str()).into();
    assert_eq!(owner.status(&delete).await, 204);
    let changes = [("title.value", "Edited"), ("label[0].tag.tag", "new")];
    assert_eq!(owner.update(&[&movies[0]], &changes).await, 200);
    let delete: DeleteMetadataItem =
        plex_sdk_contract::ids::RatingKey::from(movies[5].as_str()).into();
    assert_eq!(owner.status(&delete).await, 200);
    let queue = owner
        .call(&CreatePlayQueue::new(PlaylistKind::Video).uri(owner.uri(&path)))
        .await;
    let edited = owner.item(&movies[0]).await;
    plex.shutdown().await;

    let plex = open().await.unwrap();
    let owner = User::new(&plex, UserKind::Owner);
    assert_eq!(owner.item(&movies[0]).await, edited);
    assert_eq!(owner.members(&collection).await.len(), 2);
    assert_eq!(owner.entries(&playlist).await.metadata.len(), 2);
    let lists = owner.call(&ListPlaylists::default()).await;
    assert_eq!(titles(&lists), ["Kept too"]);
    assert_eq!(owner.list("1", 1).await.len(), movies.len() - 1);
    let read = GetPlayQueue::new(queue.play_queue_id.unwrap());
    assert_eq!(owner.status(&read).await, 404);
    // Numbers are not given twice.
    let fresh = owner.playlist("Fresh", PlaylistKind::Video, &path).await;
    assert!(![collection, playlist].contains(&fresh));
    plex.shutdown().await;
    std::fs::remove_dir_all(&folder).unwrap();
}
