//! Items of a library: [`Metadata`] is one wide type for every kind, collections and playlists too.

use crate::ids::RatingKey;
use crate::model::library::artwork::{Image, UltraBlurColors};
use crate::model::library::attachments::{FieldLock, Guid, Link};
use crate::model::library::filters::{SectionFilter, SectionSort};
use crate::model::library::kind::{MediaKind, PlaylistKind};
use crate::model::library::markers::{Chapter, Marker};
use crate::model::library::media::Media;
use crate::model::library::ratings::{CommonSenseMedia, Rating, Review, ShortSummary};
use crate::model::library::sections::Location;
use crate::model::library::tags::{FoundTag, Tag};
use crate::model::playlists::ProcessingState;
use crate::model::preferences::Preferences;
use crate::model::status::sessions::{SessionDetails, SessionPlayer, SessionUser};
use crate::model::transcoder::session::TranscodeSession;
use crate::model::wide::wide;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

wide! {
    /// A metadata item: a movie, show, season, episode, artist, album, track, photo, clip, collection or playlist.
    pub struct Metadata: MetadataFamily {
        /// Rating key. Absent on folders and menu entries.
        "ratingKey" rating_key: Option<RatingKey>,
        /// API path of the item, or of its children. It can end in `/children` or `/items`.
        "key" key: Text,
        /// Global ID, such as `plex://movie/` followed by 24 hexadecimal digits.
        "guid" guid: Option<Text>,
        /// Type of the item.
        "type" kind: Option<MediaKind>,
        /// More specific type: what a clip is, or what a collection contains.
        "subtype" subtype: Option<Text>,
        /// Title.
        "title" title: Text,
        /// Title used for sorting. Absent if it is the same as the title.
        "titleSort" title_sort: Option<Text>,
        /// Title in the original language. For a track, the name of the track's own artist.
        "originalTitle" original_title: Option<Text>,
        /// Title as it appears in web addresses.
        "slug" slug: Option<Text>,
        /// Plot summary or description.
        "summary" summary: Option<Text>,
        /// Tagline.
        "tagline" tagline: Option<Text>,
        /// Year of release.
        "year" year: Option<i32>,
        /// Release date, as `YYYY-MM-DD`. On photos, a time can follow.
        "originallyAvailableAt" originally_available_at: Option<Text>,
        /// Content rating, such as `PG-13` or `de/12`.
        "contentRating" content_rating: Option<Text>,
        /// Studio, network or record label.
        "studio" studio: Option<Text>,
        /// Season number (0 for specials), episode number (from 1) or track number (from 1). For a collection, the ID
        /// of its tag.
        "index" index: Option<i32>,
        /// Duration, in milliseconds.
        "duration" duration_ms: Option<u64>,
        /// Critic rating, 0 to 10.
        "rating" rating: Option<f64>,
        /// Source of `rating` and its verdict, such as `rottentomatoes://image.rating.ripe`.
        "ratingImage" rating_image: Option<Text>,
        /// Audience rating, 0 to 10.
        "audienceRating" audience_rating: Option<f64>,
        /// Source of `audience_rating` and its verdict, such as `rottentomatoes://image.rating.upright`.
        "audienceRatingImage" audience_rating_image: Option<Text>,
        /// The user's own rating, 0 to 10. Absent if the user has not rated the item.
        "userRating" user_rating: Option<f64>,
        /// When the item was added to the library.
        "addedAt" added_at: Option<Timestamp>,
        /// When the item's metadata last changed.
        "updatedAt" updated_at: Option<Timestamp>,
        /// When the user last played the item.
        "lastViewedAt" last_viewed_at: Option<Timestamp>,
        /// Number of times the user played the item. Absent if never.
        "viewCount" view_count: Option<u32>,
        /// Number of times the user skipped the item.
        "skipCount" skip_count: Option<u32>,
        /// Resume position, in milliseconds. Absent if the item is not partly played.
        "viewOffset" view_offset_ms: Option<u64>,
        /// Number of episodes or tracks in the item that the user played.
        "viewedLeafCount" viewed_leaf_count: Option<u32>,
        /// Number of episodes or tracks in the item, or of entries in a playlist.
        "leafCount" leaf_count: Option<u32>,
        /// Number of direct children.
        "childCount" child_count: Option<u32>,
        /// Path of the poster or thumbnail.
        "thumb" thumb: Option<Text>,
        /// Path of the background artwork.
        "art" art: Option<Text>,
        /// Source of the chapters: `agent`, `media` or `mixed`.
        "chapterSource" chapter_source: Option<Text>,
        /// Path of the item's trailer or music video.
        "primaryExtraKey" primary_extra_key: Option<Text>,
        /// Season number of an episode (0 for specials), or disc number of a track (from 1).
        "parentIndex" parent_index: Option<i32>,
        /// ID of the library section. Negative for items outside any section, such as -4 for live TV.
        "librarySectionID" library_section_id: Option<i64>,
        /// Path of the library section.
        "librarySectionKey" library_section_key: Option<Text>,
        /// Title of the library section.
        "librarySectionTitle" library_section_title: Option<Text>,
        /// Media versions of the item.
        "Media" media: Vec<Media>,
        /// Genres.
        "Genre" genres: Vec<Tag>,
        /// Countries of production.
        "Country" countries: Vec<Tag>,
        /// IDs at other sites, such as IMDb. Present in full item responses, or with `includeGuids=1`.
        "Guid" guids: Vec<Guid>,
        /// Ratings by source.
        "Rating" ratings: Vec<Rating>,
        /// Directors.
        "Director" directors: Vec<Tag>,
        /// Writers.
        "Writer" writers: Vec<Tag>,
        /// Cast. Lists contain only the first three members.
        "Role" roles: Vec<Tag>,
        /// Images, each with its purpose.
        "Image" images: Vec<Image>,
        /// Colors of the blurred background.
        "UltraBlurColors" ultra_blur_colors: Option<Box<UltraBlurColors>>,
    }
}

wide! {
    /// The fields of an item that describe its parent and grandparent: the season and show of an episode, or the album
    /// and artist of a track.
    pub struct MetadataFamily: MetadataMore {
        /// Rating key of the parent.
        "parentRatingKey" parent_rating_key: Option<RatingKey>,
        /// API path of the parent.
        "parentKey" parent_key: Option<Text>,
        /// Global ID of the parent.
        "parentGuid" parent_guid: Option<Text>,
        /// Type of the parent.
        "parentType" parent_kind: Option<MediaKind>,
        /// Title of the parent as it appears in web addresses.
        "parentSlug" parent_slug: Option<Text>,
        /// Title of the parent.
        "parentTitle" parent_title: Option<Text>,
        /// Summary of the parent.
        "parentSummary" parent_summary: Option<Text>,
        /// Year of release of the parent.
        "parentYear" parent_year: Option<i32>,
        /// Studio of the parent.
        "parentStudio" parent_studio: Option<Text>,
        /// Content rating of the parent.
        "parentContentRating" parent_content_rating: Option<Text>,
        /// Path of the parent's poster or thumbnail.
        "parentThumb" parent_thumb: Option<Text>,
        /// Path of the parent's background artwork.
        "parentArt" parent_art: Option<Text>,
        /// Path of the parent's hero image.
        "parentHero" parent_hero: Option<Text>,
        /// Path of the parent's theme music.
        "parentTheme" parent_theme: Option<Text>,
        /// Rating key of the grandparent.
        "grandparentRatingKey" grandparent_rating_key: Option<RatingKey>,
        /// API path of the grandparent.
        "grandparentKey" grandparent_key: Option<Text>,
        /// Global ID of the grandparent.
        "grandparentGuid" grandparent_guid: Option<Text>,
        /// Type of the grandparent.
        "grandparentType" grandparent_kind: Option<MediaKind>,
        /// Title of the grandparent as it appears in web addresses.
        "grandparentSlug" grandparent_slug: Option<Text>,
        /// Title of the grandparent.
        "grandparentTitle" grandparent_title: Option<Text>,
        /// Index of the grandparent.
        "grandparentIndex" grandparent_index: Option<i32>,
        /// Year of release of the grandparent.
        "grandparentYear" grandparent_year: Option<i32>,
        /// Studio of the grandparent.
        "grandparentStudio" grandparent_studio: Option<Text>,
        /// Content rating of the grandparent.
        "grandparentContentRating" grandparent_content_rating: Option<Text>,
        /// Path of the grandparent's poster or thumbnail.
        "grandparentThumb" grandparent_thumb: Option<Text>,
        /// Path of the grandparent's background artwork.
        "grandparentArt" grandparent_art: Option<Text>,
        /// Path of the grandparent's hero image.
        "grandparentHero" grandparent_hero: Option<Text>,
        /// Path of the grandparent's theme music.
        "grandparentTheme" grandparent_theme: Option<Text>,
    }
}

wide! {
    /// The less common fields of [`Metadata`].
    pub struct MetadataMore {
        /// Edition, such as "Director's Cut".
        "editionTitle" edition_title: Option<Text>,
        /// Prompt to show to the user if the entry leads to a search, such as "Search Movies".
        "prompt" prompt: Option<Text>,
        /// Earliest year of release in a collection.
        "minYear" min_year: Option<i32>,
        /// Latest year of release in a collection.
        "maxYear" max_year: Option<i32>,
        /// The youngest age that it suits, in years, as `contentRating` says.
        "contentRatingAge" content_rating_age: Option<u32>,
        /// Whether further episodes of the show are to be expected.
        "isContinuingSeries" is_continuing_series: Option<bool>,
        /// The path of the item to play, at cloud providers.
        "playableKey" playable_key: Option<Text>,
        /// When it can no longer be played, at cloud providers.
        "expiresAt" expires_at: Option<Timestamp>,
        /// When the user put it on the watchlist.
        "watchlistedAt" watchlisted_at: Option<Timestamp>,
        /// The id of the offer to watch it, at cloud providers.
        "availabilityId" availability_id: Option<Text>,
        /// The id of what is streamed, at cloud providers.
        "streamingMediaId" streaming_media_id: Option<Text>,
        /// TV network that airs the show.
        "network" network: Option<Text>,
        /// Absolute index: an episode's number counted across all seasons, or the disc number of a track.
        "absoluteIndex" absolute_index: Option<i32>,
        /// Duration of a playlist, in seconds.
        "durationInSeconds" duration_in_seconds: Option<u64>,
        /// Sonic distance from the requested track. The lower, the more similar.
        "distance" distance: Option<f64>,
        /// Number of ratings or listeners.
        "ratingCount" rating_count: Option<u32>,
        /// Number of ratings on IMDb.
        "imdbRatingCount" imdb_rating_count: Option<u64>,
        /// When the user last rated the item.
        "lastRatedAt" last_rated_at: Option<Timestamp>,
        /// When the item was moved to the trash.
        "deletedAt" deleted_at: Option<Timestamp>,
        /// How accurately a photo's time is known: `epoch`, `local` or `epoch,local`.
        "createdAtAccuracy" created_at_accuracy: Option<Text>,
        /// Time zone offset of a photo, in seconds east of UTC.
        "createdAtTZOffset" created_at_tz_offset: Option<i32>,
        /// Number of seasons.
        "seasonCount" season_count: Option<u32>,
        /// BlurHash of the poster, a placeholder to show while the poster loads.
        "thumbBlurHash" thumb_blur_hash: Option<Text>,
        /// Aspect ratio of the thumbnail of a clip.
        "thumbAspectRatio" thumb_aspect_ratio: Option<Text>,
        /// BlurHash of the background artwork, a placeholder to show while the artwork loads.
        "artBlurHash" art_blur_hash: Option<Text>,
        /// Path of the banner image.
        "banner" banner: Option<Text>,
        /// Path of the hero image, a wide image for the top of a page.
        "hero" hero: Option<Text>,
        /// Path of the theme music.
        "theme" theme: Option<Text>,
        /// Path of a composite image made from the item's children.
        "composite" composite: Option<Text>,
        /// URI of an icon, such as `playlist://image.smart`.
        "icon" icon: Option<Text>,
        /// Global ID of the item that an extra belongs to.
        "primaryGuid" primary_guid: Option<Text>,
        /// Type of an extra: 1 trailer, 2 deleted scene, 3 interview, 4 music video, 5 behind the scenes, 6 scene, 7
        /// live music video, 8 lyric music video, 9 concert, 10 featurette, 11 short, 12 other.
        "extraType" extra_type: Option<u8>,
        /// Type of an extra, by name, such as `trailer`.
        "relationType" relation_type: Option<Text>,
        /// URL of an online clip.
        "url" url: Option<Text>,
        /// URL of the item's public web page.
        "publicPagesURL" public_pages_url: Option<Text>,
        /// Path that reports on metadata the server is still fetching.
        "augmentationKey" augmentation_key: Option<Text>,
        /// Whether the item has extras that require a Plex Pass.
        "hasPremiumExtras" has_premium_extras: Option<bool>,
        /// Whether the item has lyrics that require a Plex Pass.
        "hasPremiumLyrics" has_premium_lyrics: Option<bool>,
        /// Whether the item's trailer or music video requires a Plex Pass.
        "hasPremiumPrimaryExtra" has_premium_primary_extra: Option<bool>,
        /// Version of the loudness analysis.
        "loudnessAnalysisVersion" loudness_analysis_version: Option<u32>,
        /// Version of the sonic analysis. Absent if the item has not been analyzed.
        "musicAnalysisVersion" music_analysis_version: Option<u32>,
        /// Whether clients should skip the parent and go to the grandparent, such as when the show hides its seasons.
        "skipParent" skip_parent: Option<bool>,
        /// Whether clients should skip the children and show the grandchildren.
        "skipChildren" skip_children: Option<bool>,
        /// Whether clients should play the item without showing its details first.
        "skipDetails" skip_details: Option<bool>,
        /// Whether the entry leads to a search.
        "search" search: Option<bool>,
        /// Whether the entry leads to a list of choices rather than of items.
        "secondary" secondary: Option<bool>,
        /// Type of the library section, in webhooks.
        "librarySectionType" library_section_type: Option<Text>,
        /// UUID of the library section.
        "librarySectionUUID" library_section_uuid: Option<Text>,
        /// Whether the item may be downloaded.
        "allowSync" allow_sync: Option<bool>,
        /// Metadata language of the item. Absent if it uses the section's language.
        "languageOverride" language_override: Option<Text>,
        /// Which title to show: -1 for the section's setting, 0 for the localized title, 1 for the original title.
        "useOriginalTitle" use_original_title: Option<i32>,
        /// Order of albums: -1 for the section's setting, 0 for newest first, 1 for oldest first, 2 by name.
        "albumSort" album_sort: Option<i32>,
        /// Order of episodes: -1 for the section's setting, 0 for oldest first, 1 for newest first.
        "episodeSort" episode_sort: Option<i32>,
        /// Whether to hide seasons: -1 for the section's setting, 1 to hide them.
        "flattenSeasons" flatten_seasons: Option<i32>,
        /// Order of seasons and episodes: `tmdbAiring`, `aired`, `dvd` or `absolute`. Absent for the default order.
        "showOrdering" show_ordering: Option<Text>,
        /// Preferred audio language. Empty for the user's preference.
        "audioLanguage" audio_language: Option<Text>,
        /// Preferred subtitle language. Empty for the user's preference.
        "subtitleLanguage" subtitle_language: Option<Text>,
        /// When to show subtitles. -1 for the user's preference.
        "subtitleMode" subtitle_mode: Option<i32>,
        /// Whether to detect credits: -1 for the section's setting, 0 to disable.
        "enableCreditsMarkerGeneration" enable_credits_marker_generation: Option<i32>,
        /// Which episodes to keep: 0 for all, a positive number for that many of the newest, a negative number for
        /// those of that many past days.
        "autoDeletionItemPolicyUnwatchedLibrary" auto_deletion_keep: Option<i32>,
        /// When to delete played episodes: 0 never, 1 after a day, 7 after a week, 100 on the next refresh.
        "autoDeletionItemPolicyWatchedLibrary" auto_deletion_played: Option<i32>,
        /// Whether the collection or playlist is smart: a saved filter rather than a fixed list.
        "smart" smart: Option<bool>,
        /// Filter URI of a smart collection or playlist. Absent if the list is not smart.
        "content" content: Option<Text>,
        /// How a collection is displayed: -1 for the section's setting, 0 to hide the collection, 1 to hide its items,
        /// 2 to show the collection and its items.
        "collectionMode" collection_mode: Option<i32>,
        /// Order of a collection: 0 by release date, 1 by title, 2 custom.
        "collectionSort" collection_sort: Option<i32>,
        /// Whose watch state the filter of a smart collection uses: 0 the admin's, 1 the current user's.
        "collectionFilterBasedOnUser" collection_filter_based_on_user: Option<i32>,
        /// Whether the collection is shown to other users.
        "collectionPublished" collection_published: Option<bool>,
        /// Type of media in the playlist.
        "playlistType" playlist_type: Option<PlaylistKind>,
        /// Whether the playlist is a radio station.
        "radio" radio: Option<bool>,
        /// ID of the entry in a playlist.
        "playlistItemID" playlist_item_id: Option<u64>,
        /// ID of the entry in a play queue.
        "playQueueItemID" play_queue_item_id: Option<u64>,
        /// URI of the server or provider that a playlist entry comes from.
        "source" source: Option<Text>,
        /// URI of the item that an entry comes from.
        "sourceURI" source_uri: Option<Text>,
        /// Key of the playback session, in a list of sessions.
        "sessionKey" session_key: Option<Text>,
        /// Whether the item is live TV.
        "live" live: Option<bool>,
        /// Whether the streams of a live TV item were analyzed rather than guessed.
        "genuineMediaAnalysis" genuine_media_analysis: Option<bool>,
        /// Path of the history entry, in the playback history.
        "historyKey" history_key: Option<Text>,
        /// When the item was played, in the playback history.
        "viewedAt" viewed_at: Option<Timestamp>,
        /// Server account ID of the user who played the item, in the playback history. 1 is the owner.
        "accountID" account_id: Option<u64>,
        /// ID of the device that played the item, in the playback history.
        "deviceID" device_id: Option<u64>,
        /// ID of the entry, in lists that identify entries in no other way.
        "id" id: Option<u64>,
        /// Comma-separated names of the fields in which the items differ.
        "mixedFields" mixed_fields: Option<Text>,
        /// Whether the response includes the user's own state, such as play counts.
        "userState" user_state: Option<bool>,
        /// Collections that contain the item.
        "Collection" collections: Vec<Tag>,
        /// Producers.
        "Producer" producers: Vec<Tag>,
        /// Similar titles.
        "Similar" similar: Vec<Tag>,
        /// Labels. Sharing filters can refer to them.
        "Label" labels: Vec<Tag>,
        /// Moods of the music.
        "Mood" moods: Vec<Tag>,
        /// Styles of the music.
        "Style" styles: Vec<Tag>,
        /// Formats of an album, such as "Live".
        "Format" formats: Vec<Tag>,
        /// Subformats of an album.
        "Subformat" subformats: Vec<Tag>,
        /// Tags that the server assigned to a photo.
        "Autotag" autotags: Vec<Tag>,
        /// Tags that a user assigned to a photo.
        "Tag" tags: Vec<Tag>,
        /// Studios. Only from cloud providers.
        "Studio" studios: Vec<Tag>,
        /// TV networks. Only from cloud providers.
        "Network" networks: Vec<Tag>,
        /// Season orders available for the show. Only from cloud providers.
        "SeasonType" season_types: Vec<Tag>,
        /// Locked fields, which a metadata refresh does not change.
        "Field" fields: Vec<FieldLock>,
        /// Filters that the entry offers.
        "Filter" filters: Vec<SectionFilter>,
        /// Sorts that the entry offers.
        "Sort" sorts: Vec<SectionSort>,
        /// Folders of a show, season or artist.
        "Location" locations: Vec<Location>,
        /// Chapters.
        "Chapter" chapters: Vec<Chapter>,
        /// Markers, such as the intro and the credits.
        "Marker" markers: Vec<Marker>,
        /// Summaries by length, at cloud providers.
        "Summary" summaries: Vec<ShortSummary>,
        /// Reviews by critics.
        "Review" reviews: Vec<Review>,
        /// Review by Common Sense Media.
        "CommonSenseMedia" common_sense_media: Vec<CommonSenseMedia>,
        /// Advertisements. Only from cloud providers.
        "Vast" vast: Vec<Link>,
        /// The item's own settings. Only with `includePreferences=1`.
        "Preferences" preferences: Option<Box<Preferences>>,
        /// Extras, such as trailers. Only with `includeExtras=1`.
        "Extras" extras: Option<Box<ItemList>>,
        /// The episode to play next. Only with `includeOnDeck=1`.
        "OnDeck" on_deck: Option<Box<ItemList>>,
        /// Children of the item. Only with `includeChildren=1`.
        "Children" children: Option<Box<ItemList>>,
        /// Radio stations of an artist. Only with `includeStations=1`.
        "Stations" stations: Option<Box<ItemList>>,
        /// Hubs of related items. Only with `includeRelated=1`.
        "Related" related: Option<Box<Related>>,
        /// How well the item matches the search, 0 to 100. A score above 85 counts as a match.
        "score" score: Option<f64>,
        /// Number of times all users together played the item, in a list of the most played items.
        "globalViewCount" global_view_count: Option<u32>,
        /// Processing state of the item, in a list of items to optimize.
        "processingState" processing_state: Option<ProcessingState>,
        /// Reason for the processing state: `good`, or an error such as `diskFull`.
        "processingStateContext" processing_state_context: Option<Text>,
        /// ID of the playlist generator that queued the item for optimization.
        "generatorID" generator_id: Option<u64>,
        /// User who plays the item, in a list of sessions.
        "User" user: Option<Box<SessionUser>>,
        /// Player that plays the item, in a list of sessions.
        "Player" player: Option<Box<SessionPlayer>>,
        /// Playback session, in a list of sessions.
        "Session" session: Option<Box<SessionDetails>>,
        /// Transcode session of the playback, in a list of sessions. Absent if nothing is transcoded.
        "TranscodeSession" transcode_session: Option<Box<TranscodeSession>>,
    }
}

/// A list of items nested in an item.
#[model]
pub struct ItemList {
    /// Number of items in this response.
    pub size: Option<u32>,
    /// Total number of items.
    pub total_size: Option<u32>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}

/// The hubs of related items nested in an item.
#[model]
pub struct Related {
    /// The hubs.
    #[wire(name = "Hub")]
    pub hubs: Vec<Hub>,
}

/// A titled row of items, such as "Recently Added".
#[model]
pub struct Hub {
    /// Identifier of the hub, such as `home.continue`.
    pub hub_identifier: Option<Text>,
    /// Title.
    pub title: Option<Text>,
    /// Type of the items, or `mixed`.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// More specific type of the items.
    pub subtype: Option<Text>,
    /// Display hint for clients, such as `hub.movie.similar`.
    pub context: Option<Text>,
    /// API path of the full list.
    pub key: Option<Text>,
    /// API path of exactly the items in this response.
    pub hub_key: Option<Text>,
    /// Number of items in this response.
    pub size: Option<u32>,
    /// Total number of items.
    pub total_size: Option<u32>,
    /// Whether the full list has more items than this response.
    pub more: bool,
    /// How to display the hub, such as `shelf`, `hero` or `clip`.
    pub style: Option<Text>,
    /// Whether the hub is promoted to the home screen.
    pub promoted: bool,
    /// Whether the items can change with each request.
    pub random: bool,
    /// Reason for showing the hub, such as `section`.
    pub reason: Option<Text>,
    /// ID of the object that `reason` refers to.
    #[wire(name = "reasonID")]
    pub reason_id: Option<u64>,
    /// Title of the object that `reason` refers to.
    pub reason_title: Option<Text>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// Entries that are not items, such as tags found by a search.
    #[wire(name = "Directory")]
    pub directories: Vec<FoundTag>,
}
