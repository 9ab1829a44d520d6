//! Who may call what: every operation, called by everyone, on the embedded Plex.

use plex_sdk::codec::Format;
use plex_sdk::endpoint::{Access, Host, Meta};
use plex_sdk::endpoints::authentication::GetTransientToken;
use plex_sdk::path::Template;
use plex_sdk::time::Timestamp;
use plex_sdk::{Account, AccountToken, Server, Token, endpoints};
use plex_sdk_embedded::{EmbeddedPlex, ManualClock, TokenRefusals, UserKind};
use std::sync::Arc;
use std::time::Duration;

/// Requests that succeed for whoever may make them; `{id}` is the server's machine identifier.
const SAMPLES: &[(&str, &str)] = &[
    (
        "GetTransientToken",
        "/security/token?type=delegation&scope=all",
    ),
    (
        "GetSourceConnectionInformation",
        "/security/resources?source=server://{id}",
    ),
    ("GetIdentity", "/identity"),
    ("GetClients", "/clients"),
    ("GetServerInfo", "/"),
    ("GetRootLibrary", "/library"),
    ("GetSections", "/library/sections/all"),
    ("GetCollections", "/library/sections/1/collections"),
    ("ListFilterChoices", "/library/sections/1/genre"),
    ("ListContent", "/library/sections/1/all"),
    ("GetMetadataItem", "/library/metadata/{movie}"),
    ("GetMetadataChildren", "/library/metadata/{show}/children"),
    ("GetAllItemLeaves", "/library/metadata/{show}/allLeaves"),
    ("ListProviders", "/media/providers"),
    // Collections, playlists, play queues, edits. What stands in braces is made for each call anew.
    (
        "DeleteCollection",
        "/library/sections/1/collection/{collection}",
    ),
    (
        "CreateCollection",
        "/library/collections?sectionId=1&type=1&title=m",
    ),
    ("GetCollection", "/library/collections/{collection}"),
    ("DeleteCollectionByKey", "/library/collections/{collection}"),
    (
        "GetCollectionChildren",
        "/library/collections/{collection}/children",
    ),
    (
        "GetCollectionItems",
        "/library/collections/{collection}/items",
    ),
    (
        "AddCollectionItems",
        "/library/collections/{collection}/items?uri={uri}",
    ),
    (
        "RemoveCollectionItem",
        "/library/collections/{collection}/items/{movie}",
    ),
    (
        "MoveCollectionItem",
        "/library/collections/{collection}/items/{movie}/move",
    ),
    (
        "SetCollectionPreferences",
        "/library/collections/{collection}/prefs?collectionMode=1",
    ),
    ("ListPlaylists", "/playlists"),
    ("CreatePlaylist", "/playlists?title=m&type=video&uri={uri}"),
    ("UploadPlaylist", "/playlists/upload?path=%2Fnowhere.m3u"),
    ("GetPlaylist", "/playlists/{playlist}"),
    ("DeletePlaylist", "/playlists/{playlist}"),
    ("UpdatePlaylist", "/playlists/{playlist}?title.value=n"),
    ("GetPlaylistItems", "/playlists/{playlist}/items"),
    ("AddPlaylistItems", "/playlists/{playlist}/items?uri={uri}"),
    ("ClearPlaylistItems", "/playlists/{playlist}/items"),
    ("DeletePlaylistItem", "/playlists/{playlist}/items/1"),
    ("MovePlaylistItem", "/playlists/{playlist}/items/1/move"),
    ("CreatePlayQueue", "/playQueues?type=video&uri={uri}"),
    ("GetPlayQueue", "/playQueues/{queue}"),
    ("AddToPlayQueue", "/playQueues/{queue}?uri={uri}"),
    ("ClearPlayQueue", "/playQueues/{queue}/items"),
    ("DeletePlayQueueItem", "/playQueues/{queue}/items/2"),
    ("MovePlayQueueItem", "/playQueues/{queue}/items/2/move"),
    ("ResetPlayQueue", "/playQueues/{queue}/reset"),
    ("Shuffle", "/playQueues/{queue}/shuffle"),
    ("Unshuffle", "/playQueues/{queue}/unshuffle"),
    (
        "UpdateItems",
        "/library/sections/1/all?type=1&id={movie}&tagline.value=m",
    ),
    (
        "EditMetadataItem",
        "/library/metadata/{movie}?tagline.value=m",
    ),
    (
        "SetItemPreferences",
        "/library/metadata/{show}/prefs?episodeSort=1",
    ),
    ("DeleteMetadataItem", "/library/metadata/{collection}"),
    ("GetTags", "/library/tags?type=1"),
    ("GetCommon", "/library/sections/1/common?type=1&id={movie}"),
    // Files and pictures.
    ("GetMediaPart", "/library/parts/1/1700000000/file.mp4"),
    ("GetItemArtwork", "/library/metadata/{show}/thumb/1"),
    ("GetFile", "/library/metadata/{show}/file?url={show_poster}"),
    (
        "GetThumbImage",
        "/library/metadata/{show}/thumb?width=9&height=9",
    ),
    ("GetSectionImage", "/library/sections/1/composite/1"),
    (
        "TranscodeImage",
        "/photo/:/transcode?url=/library/metadata/{show}/thumb/1&width=9&height=9",
    ),
    ("ListPosters", "/library/metadata/{show}/posters"),
    (
        "UploadPoster",
        "/library/metadata/{movie}/posters?url=http://a.test/b",
    ),
    (
        "SetPoster",
        "/library/metadata/{movie}/poster?url=http://a.test/b",
    ),
    ("DeletePoster", "/library/metadata/{movie}/thumb"),
    ("ListArts", "/library/metadata/{show}/arts"),
    (
        "UploadArt",
        "/library/metadata/{movie}/arts?url=http://a.test/b",
    ),
    (
        "SetArt",
        "/library/metadata/{movie}/art?url=http://a.test/b",
    ),
    ("DeleteArt", "/library/metadata/{movie}/art"),
    ("ListClearLogos", "/library/metadata/{show}/clearLogos"),
    (
        "UploadClearLogo",
        "/library/metadata/{movie}/clearLogos?url=http://a.test/b",
    ),
    (
        "SetClearLogo",
        "/library/metadata/{movie}/clearLogo?url=http://a.test/b",
    ),
    ("DeleteClearLogo", "/library/metadata/{movie}/clearLogo"),
    ("ListSquareArts", "/library/metadata/{show}/squareArts"),
    (
        "UploadSquareArt",
        "/library/metadata/{movie}/squareArts?url=http://a.test/b",
    ),
    (
        "SetSquareArt",
        "/library/metadata/{movie}/squareArt?url=http://a.test/b",
    ),
    ("DeleteSquareArt", "/library/metadata/{movie}/squareArt"),
    ("ListThemes", "/library/metadata/{show}/themes"),
    ("UploadTheme", "/library/metadata/{movie}/themes"),
    ("DeleteTheme", "/library/metadata/{movie}/theme"),
    (
        "SetItemArtwork",
        "/library/metadata/{movie}/banner?url=http://a.test/b",
    ),
    (
        "UpdateItemArtwork",
        "/library/metadata/{movie}/banner?url=http://a.test/b",
    ),
    (
        "LibraryMetadataDeleteElement",
        "/library/metadata/{movie}/banner",
    ),
    // Shortcuts of ListFilterChoices.
    ("GetActorsLibrary", "/library/sections/1/actor"),
    ("GetCountriesLibrary", "/library/sections/1/country"),
    ("GetGenresLibrary", "/library/sections/1/genre"),
    ("GetSectionLabels", "/library/sections/1/label"),
    ("GetUnwatchedForSection", "/library/sections/1/unwatched"),
    // Settings, background work, the server's account and machine.
    ("GetAllPreferences", "/:/prefs"),
    ("SetPreferences", "/:/prefs?OnDeckWindow=16"),
    ("GetPreference", "/:/prefs/get?id=FriendlyName"),
    ("GetTasks", "/butler"),
    ("StartTasks", "/butler"),
    ("StopTasks", "/butler"),
    ("StartTask", "/butler/CleanOldBundles"),
    ("StopTask", "/butler/CleanOldBundles"),
    ("ListActivities", "/activities"),
    ("CancelActivity", "/activities/none"),
    ("GetMyPlexAccount", "/myplex/account"),
    ("RefreshReachability", "/myplex/refreshReachability"),
    (
        "GetAgentPreferences",
        "/:/plugins/com.plexapp.agents.imdb/prefs",
    ),
    ("GetMetadataAgents", "/system/agents"),
    (
        "GetMetadataAgentDetails",
        "/system/agents/tv.plex.agents.movie",
    ),
    ("BrowseFilesystem", "/services/browse"),
    ("BrowseFilesystemPath", "/services/browse/L2RhdGE="),
    ("GetSystemAccounts", "/accounts"),
    ("GetSystemDevices", "/devices"),
    ("GetLocalServers", "/servers"),
    ("GetBandwidthStatistics", "/statistics/bandwidth?timespan=4"),
    ("GetResourceStatistics", "/statistics/resources?timespan=6"),
    ("GetUpdatesStatus", "/updater/status"),
    ("CheckUpdates", "/updater/check"),
    ("ApplyUpdates", "/updater/apply"),
    ("WriteMessage", "/log?level=4&message=m&source=matrix"),
    ("WriteLog", "/log"),
    // Sections.
    (
        "AddSection",
        "/library/sections?name=m&type=movie&agent=tv.plex.agents.movie&language=en&location=/data/more",
    ),
    (
        "EditSection",
        "/library/sections/1?agent=tv.plex.agents.movie",
    ),
    ("DeleteLibrarySection", "/library/sections/999"),
    ("GetLibraryDetails", "/library/sections/1"),
    ("GetSectionAgents", "/library/sections/1/agents"),
    ("GetSectionsPrefs", "/library/sections/prefs?type=1"),
    ("GetSectionPreferences", "/library/sections/1/prefs"),
    ("GetSectionSettings", "/library/sections/1/settings"),
    (
        "SetSectionPreferences",
        "/library/sections/1/prefs?prefs[hidden]=0",
    ),
    ("GetSectionTimeline", "/library/sections/1/timeline"),
    ("RefreshSection", "/library/sections/1/refresh"),
    ("CancelRefresh", "/library/sections/1/refresh"),
    ("RefreshAllSections", "/library/sections/all/refresh"),
    ("StopAllRefreshes", "/library/sections/all/refresh"),
    ("RefreshSectionsMetadata", "/library/sections/refresh"),
    ("EmptyTrash", "/library/sections/1/emptyTrash"),
    ("StartAnalysis", "/library/sections/1/analyze"),
    ("DeleteIndexes", "/library/sections/1/indexes"),
    ("DeleteIntros", "/library/sections/1/intros"),
    ("OptimizeSection", "/library/sections/1/optimize"),
    ("CleanBundles", "/library/clean/bundles"),
    ("OptimizeDatabase", "/library/optimize"),
    ("GetSectionFilters", "/library/sections/1/filters"),
    ("GetAvailableSorts", "/library/sections/1/sorts"),
    ("GetFirstCharacters", "/library/sections/1/firstCharacter"),
    ("GetSectionFolder", "/library/sections/1/folder"),
    // Conversions.
    (
        "MakeDecision",
        "/video/:/transcode/universal/decision?path=/library/metadata/{movie}",
    ),
    (
        "StartTranscodeSession",
        "/video/:/transcode/universal/start.m3u8?path=/library/metadata/{movie}&session=m",
    ),
    (
        "GetHlsSegment",
        "/video/:/transcode/universal/session/m/5000-00000.ts",
    ),
    (
        "StopTranscodeSessionUniversal",
        "/video/:/transcode/universal/stop?session=m",
    ),
    ("GetTranscodeSessions", "/transcode/sessions"),
    ("GetTranscodeSession", "/transcode/sessions/m"),
    ("StopTranscodeSession", "/transcode/sessions/m"),
    // What an account played and how it rates.
    (
        "MarkPlayed",
        "/:/scrobble?identifier=com.plexapp.plugins.library&key={movie}",
    ),
    (
        "Unscrobble",
        "/:/unscrobble?identifier=com.plexapp.plugins.library&key={movie}",
    ),
    (
        "SetRating",
        "/:/rate?identifier=com.plexapp.plugins.library&key={movie}&rating=7",
    ),
    (
        "Report",
        "/:/timeline?ratingKey={movie}&state=playing&time=1000&duration=2000",
    ),
    ("GetProgress", "/:/progress?key={movie}&time=70000"),
    // Who plays what.
    ("ListSessions", "/status/sessions"),
    ("GetBackgroundTasks", "/status/sessions/background"),
    ("ListPlaybackHistory", "/status/sessions/history/all"),
    ("GetTranscodeSessions", "/transcode/sessions"),
    // What to watch next, and what came in last.
    ("GetOnDeck", "/library/onDeck"),
    ("GetOnDeckForSection", "/library/sections/1/onDeck"),
    ("GetMetadataOnDeck", "/library/metadata/{show}/onDeck"),
    ("GetRecentlyAddedGlobal", "/library/recentlyAdded"),
    (
        "GetRecentlyAddedForSection",
        "/library/sections/1/recentlyAdded",
    ),
    ("GetNewestForSection", "/library/sections/1/newest"),
    ("GetUnwatchedForSection", "/library/sections/1/unwatched"),
    ("GetContinueWatchingItems", "/hubs/continueWatching/items"),
    (
        "GetSectionContinueWatchingItems",
        "/hubs/sections/1/continueWatching/items",
    ),
    // Rows of items, and searches.
    ("GetAllHubs", "/hubs"),
    ("GetPromotedHubs", "/hubs/promoted"),
    ("GetContinueWatching", "/hubs/continueWatching"),
    ("GetHomeRecentlyAdded", "/hubs/home/recentlyAdded"),
    ("GetSectionHubs", "/hubs/sections/1"),
    (
        "GetHubItems",
        "/hubs/items?identifier=movie.recentlyadded.1",
    ),
    ("GetMetadataHubs", "/hubs/metadata/{movie}"),
    ("GetRelatedHubs", "/hubs/metadata/{movie}/related"),
    ("GetPostplayHubs", "/hubs/metadata/{movie}/postplay"),
    ("GetRelatedItems", "/library/metadata/{movie}/related"),
    ("ListSimilar", "/library/metadata/{movie}/similar"),
    ("SearchHubs", "/hubs/search?query=bunny"),
    ("VoiceSearchHubs", "/hubs/search/voice?query=bunny"),
    ("GetSearchResults", "/search?query=bunny"),
    (
        "SearchSection",
        "/library/sections/1/search?type=1&query=bunny",
    ),
    (
        "RemoveFromContinueWatching",
        "/actions/removeFromContinueWatching?ratingKey={movie}",
    ),
    ("GetHistoryItem", "/status/sessions/history/1"),
    ("DeleteHistory", "/status/sessions/history/1"),
    (
        "TerminateSession",
        "/status/sessions/terminate?sessionId=none",
    ),
];

/// What those who may call get for a sample, where it is not success.
const OTHERWISE: &[(&str, u16)] = &[
    // No music is sent along, and so there is none.
    ("UploadTheme", 400),
    ("DeleteTheme", 404),
    ("AddSection", 201),
    ("DeleteLibrarySection", 404),
    ("CancelActivity", 404),
    // No update was downloaded.
    ("ApplyUpdates", 400),
    // It was stopped before.
    ("GetTranscodeSession", 404),
    ("StopTranscodeSession", 404),
    // Nothing was played, and nothing is.
    ("GetHistoryItem", 404),
    ("DeleteHistory", 404),
    ("TerminateSession", 404),
    // No content.
    ("DeletePlaylist", 204),
    ("UpdatePlaylist", 204),
];

/// Open to users by the contract, as some may call them for what is their own; the samples are the owner's alone.
const OWNERS: &[&str] = &[
    "SetPreferences",
    "UploadPoster",
    "SetPoster",
    "DeletePoster",
    "UploadArt",
    "SetArt",
    "DeleteArt",
    "UploadClearLogo",
    "SetClearLogo",
    "DeleteClearLogo",
    "UploadSquareArt",
    "SetSquareArt",
    "DeleteSquareArt",
    "UploadTheme",
    "DeleteTheme",
    "SetItemArtwork",
    "UpdateItemArtwork",
    "LibraryMetadataDeleteElement",
    "CreateCollection",
    "UpdateItems",
];

/// What samples name in braces: how it is made, with which number, and whether by the owner.
const MADE: &[(&str, &str, &str, bool)] = &[
    (
        "{collection}",
        "/library/collections?sectionId=1&type=1&title=m&uri={uri}",
        "/MediaContainer/Metadata/0/ratingKey",
        true,
    ),
    (
        "{playlist}",
        "/playlists?title=m&type=video&uri={uri}",
        "/MediaContainer/Metadata/0/ratingKey",
        false,
    ),
    (
        "{queue}",
        "/playQueues?type=video&uri={uri}",
        "/MediaContainer/playQueueID",
        false,
    ),
];

/// How far a caller reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Nobody,
    User,
    Admin,
}

struct Caller {
    name: String,
    token: Option<Token>,
    level: Level,
}

struct Stage {
    plex: EmbeddedPlex,
    clock: Arc<ManualClock>,
    movie: String,
    show: String,
    /// The address of the show's own poster.
    show_poster: String,
}

impl Stage {
    async fn new(refusals: TokenRefusals) -> Self {
        let clock = Arc::new(ManualClock::new(Timestamp(1_800_000_000)));
        let plex = EmbeddedPlex::builder()
            .clock(clock.clone())
            .token_refusals(refusals)
            .start()
            .await
            .unwrap();
        let mut stage = Self {
            plex,
            clock,
            movie: String::new(),
            show: String::new(),
            show_poster: String::new(),
        };
        let owner = stage.server(Some(
            stage
                .plex
                .user(UserKind::Owner)
                .account_token
                .clone()
                .into(),
        ));
        for (section, key) in [("1", &mut stage.movie), ("2", &mut stage.show)] {
            let page = owner
                .content()
                .list_content(plex_sdk::ids::SectionId::from(section))
                .await
                .unwrap();
            *key = page.metadata[0].rating_key.clone().unwrap().to_string();
        }
        let show = plex_sdk::ids::RatingKey::from(stage.show.as_str());
        let posters = owner.library().list_posters(show).await.unwrap();
        let poster = posters.artwork[0].rating_key.as_deref().unwrap();
        poster.clone_into(&mut stage.show_poster);
        stage
    }

    fn server(&self, token: Option<Token>) -> Server {
        let builder = Server::builder()
            .url(self.plex.server().url())
            .client_identifier("matrix");
        match token {
            Some(token) => builder.token(token),
            None => builder,
        }
        .build()
        .unwrap()
    }

    async fn mint(&self, token: &Token) -> Token {
        let server = self.server(Some(token.clone()));
        let minted = server
            .authentication()
            .get_transient_token(GetTransientToken::default())
            .await;
        minted.unwrap().token.clone().into()
    }

    fn token_of(&self, kind: UserKind) -> Token {
        let user = self.plex.user(kind);
        match user.server_token(self.plex.server().machine_identifier()) {
            Some(token) => token.into(),
            None => user.account_token.clone().into(),
        }
    }

    /// Everyone there is. Tokens that have died come first, as killing them changes the world.
    async fn callers(&self) -> Vec<Caller> {
        let owner: Token = self.plex.user(UserKind::Owner).account_token.clone().into();
        let expired = self.mint(&owner).await;
        self.clock.advance(Duration::from_secs(48 * 3600));
        let before_restart = self.mint(&owner).await;
        self.plex
            .restart_server(self.plex.server().machine_identifier());
        let revoked = self.mint(&owner).await;
        self.plex.revoke(revoked.expose());
        let mut callers = Vec::new();
        let mut add = |name: &str, token: Option<Token>, level| {
            callers.push(Caller {
                name: name.into(),
                token,
                level,
            });
        };
        add("no token", None, Level::Nobody);
        add(
            "garbage",
            Some(Token::new("garbage-garbage-1234").unwrap()),
            Level::Nobody,
        );
        add(
            "a JWT-like text",
            Some(AccountToken::new("eyJh.eyJi.c").unwrap().into()),
            Level::Nobody,
        );
        add("expired transient", Some(expired), Level::Nobody);
        add(
            "transient from before the restart",
            Some(before_restart),
            Level::Nobody,
        );
        add("revoked transient", Some(revoked), Level::Nobody);
        add(
            "stranger",
            Some(
                self.plex
                    .user(UserKind::Stranger)
                    .account_token
                    .clone()
                    .into(),
            ),
            Level::Nobody,
        );
        add(
            "friend's account token",
            Some(
                self.plex
                    .user(UserKind::Friend)
                    .account_token
                    .clone()
                    .into(),
            ),
            Level::Nobody,
        );
        add("owner's account token", Some(owner), Level::Admin);
        for (kind, level) in [
            (UserKind::Friend, Level::User),
            (UserKind::Managed, Level::User),
            (UserKind::Home, Level::User),
            (UserKind::Owner, Level::Admin),
        ] {
            let token = self.token_of(kind);
            let transient = self.mint(&token).await;
            let second = self.mint(&transient).await;
            add(&format!("{kind}"), Some(token), level);
            add(&format!("transient of {kind}"), Some(transient), level);
            add(
                &format!("transient of a transient of {kind}"),
                Some(second),
                level,
            );
        }
        callers
    }

    fn filled(&self, sample: &str) -> String {
        let id = self.plex.server().machine_identifier().as_str();
        let uri = "server://{id}/com.plexapp.plugins.library/library/metadata/{movie}%2C{second}";
        let second: u64 = self.movie.parse().unwrap();
        sample
            .replace("{uri}", uri)
            .replace("{id}", id)
            .replace("{movie}", &self.movie)
            .replace("{second}", &(second % 2 + 1).to_string())
            .replace("{show}", &self.show)
            .replace("{show_poster}", &self.show_poster)
    }

    /// The sample with what has to be there for it, made by the caller or the owner.
    async fn made(&self, mut sample: String, caller: &Caller) -> String {
        for (name, path, number, by_owner) in MADE {
            if !sample.contains(name) {
                continue;
            }
            let owner = self.token_of(UserKind::Owner);
            let token = match &caller.token {
                Some(token) if caller.level > Level::Nobody && !by_owner => token.clone(),
                _ => owner,
            };
            let server = self.server(Some(token));
            let path = self.filled(path);
            let answer = server
                .raw(http::Method::POST, &path, Format::Json)
                .await
                .unwrap();
            let body: serde_json::Value = serde_json::from_slice(answer.body()).unwrap();
            let number = match body.pointer(number).unwrap() {
                serde_json::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            sample = sample.replace(name, &number);
        }
        sample
    }

    async fn status(&self, caller: &Caller, meta: &Meta) -> u16 {
        let sample = SAMPLES.iter().find(|(name, _)| *name == meta.name);
        let sample = match sample {
            Some((_, sample)) => (*sample).to_owned(),
            None => any_path(meta),
        };
        let path = self.filled(&self.made(sample, caller).await);
        let server = self.server(caller.token.clone());
        match server.raw(meta.method.clone(), &path, Format::Json).await {
            Ok(answer) => answer.status().as_u16(),
            Err(error) => error.status().unwrap_or_else(|| panic!("{error}")).as_u16(),
        }
    }
}

/// A path of an operation that the embedded Plex does not serve: who may call it is decided all the same.
fn any_path(meta: &Meta) -> String {
    assert!(
        !plex_sdk_embedded::serves(meta),
        "{meta:?} needs a sample request"
    );
    let one = ["1".to_owned()];
    Template::new(meta.path).fill(|_| Some(&one[..])).unwrap()
}

fn expected(access: Access, level: Level, path: &str, refusals: TokenRefusals) -> u16 {
    match (access, level) {
        (Access::Public, _)
        | (Access::User, Level::User | Level::Admin)
        | (Access::Admin, Level::Admin) => 200,
        (Access::Admin, Level::User) => 403,
        (_, Level::Nobody)
            if path.starts_with("/security/") && refusals == TokenRefusals::Forbidden =>
        {
            403
        }
        (_, Level::Nobody) => 401,
    }
}

async fn check(refusals: TokenRefusals) {
    let stage = Stage::new(refusals).await;
    let mut wrong = Vec::new();
    let mut asked = 0;
    for caller in stage.callers().await {
        for meta in endpoints::all().filter(|meta| meta.host == Host::Pms) {
            let served = plex_sdk_embedded::serves(meta);
            let access = match meta.access {
                Access::User if served && OWNERS.contains(&meta.name) => Access::Admin,
                access => access,
            };
            let otherwise = OTHERWISE.iter().find(|(name, _)| *name == meta.name);
            let expected = match (
                expected(access, caller.level, meta.path, refusals),
                otherwise,
            ) {
                (200, _) if !served => 501,
                (200, Some((_, status))) => *status,
                (expected, _) => expected,
            };
            let found = stage.status(&caller, meta).await;
            asked += 1;
            if found != expected {
                wrong.push(format!(
                    "{} by {}: {found}, expected {expected}",
                    meta.name, caller.name
                ));
            }
        }
    }
    assert!(asked >= 20 * SAMPLES.len(), "only {asked} calls");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn everyone_calls_everything_on_a_server_that_refuses_with_401() {
    check(TokenRefusals::Unauthorized).await;
}

#[tokio::test]
async fn everyone_calls_everything_on_a_server_that_refuses_with_403() {
    check(TokenRefusals::Forbidden).await;
}

#[tokio::test]
async fn everyone_calls_plex_tv() {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let pin = {
        let account = Account::builder()
            .url(plex.plex_tv_url())
            .client_identifier("matrix")
            .build()
            .unwrap();
        account
            .authentication()
            .create_pin(endpoints::plextv::authentication::CreatePin::default())
            .await
            .unwrap()
    };
    let samples = [
        ("CreatePin", "/api/v2/pins".to_owned(), 201),
        ("GetPin", format!("/api/v2/pins/{}", pin.id), 200),
        ("GetTokenDetails", "/api/v2/user".to_owned(), 200),
        ("GetServerResources", "/api/v2/resources".to_owned(), 200),
        ("LinkPin", "/api/v2/pins/link?code=0000".to_owned(), 404),
        (
            "SignIn",
            "/api/v2/users/signin?login=nobody&password=x".to_owned(),
            401,
        ),
        ("SignOut", "/api/v2/users/signout".to_owned(), 204),
        ("RegisterDeviceJwk", "/api/v2/auth/jwk".to_owned(), 400),
        ("GetAuthNonce", "/api/v2/auth/nonce".to_owned(), 200),
        ("ExchangeJwtToken", "/api/v2/auth/token".to_owned(), 400),
        ("GetAuthKeys", "/api/v2/auth/keys".to_owned(), 200),
        ("GetHomeUsers", "/api/home/users".to_owned(), 200),
        ("SwitchHomeUser", "/api/home/users/1/switch".to_owned(), 404),
        (
            "SwitchHomeUserV2",
            "/api/v2/home/users/1/switch".to_owned(),
            404,
        ),
        (
            "ListSharedServers",
            "/api/servers/0/shared_servers".to_owned(),
            404,
        ),
    ];
    let mut callers = vec![
        ("no token".to_owned(), None),
        (
            "garbage".to_owned(),
            Some(AccountToken::new("garbage").unwrap()),
        ),
    ];
    for user in plex.users() {
        callers.push((user.kind.to_string(), Some(user.account_token.clone())));
    }
    let mut metas: Vec<_> = endpoints::all()
        .filter(|meta| meta.host.is_cloud())
        .collect();
    // After signing out nobody is let in.
    metas.sort_by_key(|meta| meta.name == "SignOut");
    for meta in metas {
        let sample = samples.iter().find(|(name, ..)| *name == meta.name);
        let (_, path, success) = match sample {
            Some(sample) => sample.clone(),
            None => (meta.name, any_path(meta), 501),
        };
        for (name, token) in &callers {
            let known = token
                .as_ref()
                .is_some_and(|token| token.expose() != "garbage");
            let expected = if known || meta.access == Access::Public {
                success
            } else {
                401
            };
            let builder = Account::builder()
                .url(plex.plex_tv_url())
                .client_identifier("matrix");
            let account = match token {
                Some(token) => builder.token(token.clone()),
                None => builder,
            };
            let found = match account
                .build()
                .unwrap()
                .raw(meta.host, meta.method.clone(), &path, Format::Json)
                .await
            {
                Ok(answer) => answer.status().as_u16(),
                Err(error) => error.status().unwrap().as_u16(),
            };
            assert_eq!(found, expected, "{} by {name}", meta.name);
        }
    }
}
