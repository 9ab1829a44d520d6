//! A server's settings, background work, agents, disk and updates.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{
    Activities, Agents, ButlerTasks, FolderContent, Identity, MyPlexAccount, Preferences,
    ServerInfo, SystemAccounts, UpdaterStatus,
};
use plex_sdk_contract::reply::Named;

async fn settings(base: &str, token: &str) -> Vec<(String, String)> {
    let list: MediaContainer<Preferences> = get(base, "/:/prefs").token(token).send().await.read();
    let settings = list.content.settings.into_iter();
    settings
        .map(|one| (one.id.to_string(), one.value.unwrap().to_string()))
        .collect()
}

fn value<'v>(settings: &'v [(String, String)], id: &str) -> &'v str {
    &settings.iter().find(|(name, _)| name == id).unwrap().1
}

async fn put(base: &str, token: &str, path: &str) -> u16 {
    ask(Method::PUT, base, path).token(token).status().await
}

#[tokio::test]
async fn settings_are_typed_and_kept() {
    let folder = std::env::temp_dir().join(format!("embedded-settings-{}", std::process::id()));
    let builder = EmbeddedPlex::builder().data_dir(&folder);
    let plex = builder.clone().start().await.unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let before = settings(base, &token).await;
    assert_eq!(
        (
            value(&before, "OnDeckWindow"),
            value(&before, "autoEmptyTrash")
        ),
        ("16", "1")
    );
    let change =
        "/:/prefs?OnDeckWindow=99&autoEmptyTrash=false&FriendlyName=Sofa&GenerateBIFBehavior=asap";
    assert_eq!(put(base, &token, change).await, 200);
    // All of it, or nothing.
    for wrong in [
        "/:/prefs?OnDeckWindow=1&NoSuchThing=1",
        "/:/prefs?OnDeckWindow=1&autoEmptyTrash=maybe",
        "/:/prefs?OnDeckWindow=many",
        "/:/prefs?OnDeckWindow=1&GenerateBIFBehavior=sometimes",
    ] {
        assert_eq!(put(base, &token, wrong).await, 400, "{wrong}");
    }
    let friend = main_token(&plex, UserKind::Friend);
    assert_eq!(put(base, &friend, "/:/prefs?OnDeckWindow=1").await, 403);
    assert_eq!(
        settings(base, &friend).await,
        [("FriendlyName".to_owned(), "Sofa".to_owned())]
    );
    assert_eq!(
        get(base, "/:/prefs/get?id=OnDeckWindow")
            .token(&friend)
            .status()
            .await,
        404
    );
    let one: MediaContainer<Preferences> = get(base, "/:/prefs/get?id=OnDeckWindow")
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!(one.settings[0].value.as_deref(), Some("99"));
    plex.shutdown().await;

    let plex = builder.start().await.unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let after = settings(base, &token).await;
    assert_eq!(
        (
            value(&after, "OnDeckWindow"),
            value(&after, "autoEmptyTrash")
        ),
        ("99", "0")
    );
    let info: MediaContainer<ServerInfo> = get(base, "/").token(&token).send().await.read();
    assert_eq!(info.friendly_name.as_deref(), Some("Sofa"));
    plex.shutdown().await;
    std::fs::remove_dir_all(folder).unwrap();
}

async fn busy(base: &str, token: &str) -> Vec<(String, String)> {
    let list: MediaContainer<Activities> =
        get(base, "/activities").token(token).send().await.read();
    let activities = list.content.activities.into_iter();
    activities
        .map(|one| (one.kind.to_string(), one.uuid.to_string()))
        .collect()
}

#[tokio::test]
async fn tasks_start_and_stop() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let does = |method: Method, path: &str| ask(method, base, path).token(&token).status();
    let Named(tasks): Named<ButlerTasks> = get(base, "/butler").token(&token).send().await.read();
    let task = |name: &str| {
        tasks
            .tasks
            .iter()
            .find(|task| task.name.as_ref().unwrap().as_str() == name)
            .unwrap()
    };
    assert_eq!(task("CleanOldBundles").enabled, Some(true));
    assert_eq!(task("RefreshLibraries").enabled, Some(false));
    assert_eq!(does(Method::POST, "/butler/NoSuchTask").await, 404);
    assert_eq!(does(Method::DELETE, "/butler/CleanOldBundles").await, 404);
    // Whether it is switched on or not.
    assert_eq!(does(Method::POST, "/butler/RefreshLibraries").await, 200);
    let running = busy(base, &token).await;
    assert_eq!(running[0].0, "butler.RefreshLibraries");
    let friend = main_token(&plex, UserKind::Friend);
    assert!(busy(base, &friend).await.is_empty());
    let activity = format!("/activities/{}", running[0].1);
    assert_eq!(does(Method::DELETE, &activity).await, 200);
    assert_eq!(does(Method::DELETE, &activity).await, 404);
    assert_eq!(does(Method::POST, "/butler").await, 200);
    let all = busy(base, &token).await;
    assert!(
        all.len() > 3
            && all
                .iter()
                .all(|(kind, _)| kind != "butler.RefreshLibraries")
    );
    assert_eq!(does(Method::DELETE, "/butler/CleanOldBundles").await, 200);
    assert_eq!(does(Method::DELETE, "/butler").await, 200);
    assert!(busy(base, &token).await.is_empty());
}

#[tokio::test]
async fn the_disk_is_browsed() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let browse = async |path: &str| -> FolderContent {
        let answer = get(base, path).token(&token).send().await;
        answer.read::<MediaContainer<FolderContent>>().content
    };
    let top = browse("/services/browse").await;
    assert_eq!(top.paths[0].path.as_deref(), Some("/data"));
    let data = browse(top.paths[0].key.as_deref().unwrap()).await;
    let movies = data
        .paths
        .iter()
        .find(|path| path.title.as_deref() == Some("movies"))
        .unwrap();
    let movies = browse(movies.key.as_deref().unwrap()).await;
    assert_eq!(
        movies.paths[0].title.as_deref(),
        Some("Big Buck Bunny (2008)")
    );
    let key = movies.paths[0].key.as_deref().unwrap();
    assert!(browse(key).await.files.is_empty());
    let files = browse(&format!("{key}?includeFiles=1")).await.files;
    assert_eq!(files[0].title.as_deref(), Some("Big Buck Bunny (2008).mp4"));
    // "/nowhere", and no Base64.
    for (path, status) in [("L25vd2hlcmU=", 404), ("~~~", 400)] {
        let path = format!("/services/browse/{path}");
        assert_eq!(get(base, &path).token(&token).status().await, status);
    }
}

#[tokio::test]
async fn a_server_tells_of_accounts_agents_and_updates() {
    let (clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let accounts: MediaContainer<SystemAccounts> =
        get(base, "/accounts").token(&token).send().await.read();
    let names: Vec<_> = accounts
        .accounts
        .iter()
        .map(|one| one.name.as_deref().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "",
            "Olive Owner",
            "Hugo Home",
            "Mina Managed",
            "Fred Friend"
        ]
    );
    let Named(account): Named<MyPlexAccount> = get(base, "/myplex/account")
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!(account.username.as_deref(), Some("olive@example.com"));
    let agents: MediaContainer<Agents> = get(base, "/system/agents?mediaType=1")
        .token(&token)
        .send()
        .await
        .read();
    assert!(
        agents
            .agents
            .iter()
            .all(|agent| !agent.languages.is_empty())
    );
    assert_eq!(agents.agents.len(), 3);
    let identity: MediaContainer<Identity> = get(base, "/identity").send().await.read();
    assert_eq!(identity.claimed, Some(true));
    for (path, status) in [
        ("/system/agents/none", 404),
        ("/:/plugins/none/prefs", 404),
        ("/statistics", 404),
    ] {
        assert_eq!(
            get(base, path).token(&token).status().await,
            status,
            "{path}"
        );
    }
    let status = async || -> UpdaterStatus {
        let answer = get(base, "/updater/status").token(&token).send().await;
        answer.read::<MediaContainer<UpdaterStatus>>().content
    };
    assert_eq!(status().await.checked_at, Some(Timestamp(-1)));
    clock.advance(Duration::from_secs(60));
    assert_eq!(put(base, &token, "/updater/check").await, 200);
    assert_eq!(status().await.checked_at, Some(Timestamp(1_750_000_060)));
    let log = |body: &str| {
        ask(Method::POST, base, "/log")
            .token(&token)
            .form(body)
            .status()
    };
    assert_eq!(log("level=2&message=a&source=t\nmessage=b").await, 200);
    assert_eq!(log("level=2&source=t").await, 400);
}
