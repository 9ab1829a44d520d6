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
    /// An item: movie, show, season, episode, artist, album, track, photo, clip, collection, playlist.
    pub struct Metadata: MetadataFamily {
        /// The item's key; absent on folders and the like.
        "ratingKey" rating_key: Option<RatingKey>,
        /// The item's path, or that of its children; `/children` and `/items` endings occur.
        "key" key: Text,
        /// The item's global id, such as `plex://movie/` and 24 hexadecimal digits.
        "guid" guid: Option<Text>,
        /// What the item is.
        "type" kind: Option<MediaKind>,
        /// What it is more closely: a clip's use, or what a collection holds.
        "subtype" subtype: Option<Text>,
        /// The title.
        "title" title: Text,
        /// The title to sort by, where it differs.
        "titleSort" title_sort: Option<Text>,
        /// The title in its own language, or a track's own artist.
        "originalTitle" original_title: Option<Text>,
        /// The title as it stands in web addresses.
        "slug" slug: Option<Text>,
        /// The plot or description.
        "summary" summary: Option<Text>,
        /// The slogan.
        "tagline" tagline: Option<Text>,
        /// The year of release.
        "year" year: Option<i32>,
        /// The date of release, `YYYY-MM-DD`; a time may follow for photos.
        "originallyAvailableAt" originally_available_at: Option<Text>,
        /// The age rating, such as `PG-13` or `de/12`.
        "contentRating" content_rating: Option<Text>,
        /// The studio, network or record label.
        "studio" studio: Option<Text>,
        /// Its number: of a season, episode, track or collection.
        "index" index: Option<i32>,
        /// The playing time in milliseconds.
        "duration" duration_ms: Option<u64>,
        /// The critics' rating, 0 to 10.
        "rating" rating: Option<f64>,
        /// The source of `rating` and its verdict.
        "ratingImage" rating_image: Option<Text>,
        /// The audience's rating, 0 to 10.
        "audienceRating" audience_rating: Option<f64>,
        /// The source of `audience_rating` and its verdict.
        "audienceRatingImage" audience_rating_image: Option<Text>,
        /// The user's own rating, 0 to 10; absent when there is none.
        "userRating" user_rating: Option<f64>,
        /// When it came into the library.
        "addedAt" added_at: Option<Timestamp>,
        /// When its metadata last changed.
        "updatedAt" updated_at: Option<Timestamp>,
        /// When the user last played it.
        "lastViewedAt" last_viewed_at: Option<Timestamp>,
        /// How often the user played it; absent when never.
        "viewCount" view_count: Option<u32>,
        /// How often the user skipped it.
        "skipCount" skip_count: Option<u32>,
        /// Where the user stopped, in milliseconds; absent when played.
        "viewOffset" view_offset_ms: Option<u64>,
        /// How many episodes or tracks below it were played.
        "viewedLeafCount" viewed_leaf_count: Option<u32>,
        /// How many episodes, tracks or entries it has.
        "leafCount" leaf_count: Option<u32>,
        /// How many direct children it has.
        "childCount" child_count: Option<u32>,
        /// The poster's path.
        "thumb" thumb: Option<Text>,
        /// The backdrop's path.
        "art" art: Option<Text>,
        /// Where chapters come from: `agent`, `media` or `mixed`.
        "chapterSource" chapter_source: Option<Text>,
        /// The path of its trailer or music video.
        "primaryExtraKey" primary_extra_key: Option<Text>,
        /// The parent's number: a season's, or a disc's for tracks.
        "parentIndex" parent_index: Option<i32>,
        /// The section it is in; below zero for what is in none, such as -4 for live TV.
        "librarySectionID" library_section_id: Option<i64>,
        /// The path of that section.
        "librarySectionKey" library_section_key: Option<Text>,
        /// The title of that section.
        "librarySectionTitle" library_section_title: Option<Text>,
        /// The versions to play.
        "Media" media: Vec<Media>,
        /// Genres.
        "Genre" genres: Vec<Tag>,
        /// Countries of production.
        "Country" countries: Vec<Tag>,
        /// Ids at other sites; with `includeGuids=1` or in full answers.
        "Guid" guids: Vec<Guid>,
        /// Ratings by source.
        "Rating" ratings: Vec<Rating>,
        /// Directors.
        "Director" directors: Vec<Tag>,
        /// Writers.
        "Writer" writers: Vec<Tag>,
        /// Cast; lists carry the first three only.
        "Role" roles: Vec<Tag>,
        /// Pictures by use.
        "Image" images: Vec<Image>,
        /// Colours of a blurred backdrop.
        "UltraBlurColors" ultra_blur_colors: Option<Box<UltraBlurColors>>,
    }
}

wide! {
    /// What an item says of its parent and grandparent: an episode of its season and show, a track of its album and artist.
    pub struct MetadataFamily: MetadataMore {
        /// The parent's key: a season's show, an episode's season.
        "parentRatingKey" parent_rating_key: Option<RatingKey>,
        /// The parent's path.
        "parentKey" parent_key: Option<Text>,
        /// The parent's global id.
        "parentGuid" parent_guid: Option<Text>,
        /// What the parent is.
        "parentType" parent_kind: Option<MediaKind>,
        /// The parent's title as it stands in web addresses.
        "parentSlug" parent_slug: Option<Text>,
        /// The parent's title.
        "parentTitle" parent_title: Option<Text>,
        /// The parent's description.
        "parentSummary" parent_summary: Option<Text>,
        /// The parent's year.
        "parentYear" parent_year: Option<i32>,
        /// The parent's studio.
        "parentStudio" parent_studio: Option<Text>,
        /// The parent's age rating.
        "parentContentRating" parent_content_rating: Option<Text>,
        /// The parent's poster's path.
        "parentThumb" parent_thumb: Option<Text>,
        /// The parent's backdrop's path.
        "parentArt" parent_art: Option<Text>,
        /// The parent's wide picture's path.
        "parentHero" parent_hero: Option<Text>,
        /// The parent's theme music's path.
        "parentTheme" parent_theme: Option<Text>,
        /// The grandparent's key: an episode's show, a track's artist.
        "grandparentRatingKey" grandparent_rating_key: Option<RatingKey>,
        /// The grandparent's path.
        "grandparentKey" grandparent_key: Option<Text>,
        /// The grandparent's global id.
        "grandparentGuid" grandparent_guid: Option<Text>,
        /// What the grandparent is.
        "grandparentType" grandparent_kind: Option<MediaKind>,
        /// The grandparent's title as it stands in web addresses.
        "grandparentSlug" grandparent_slug: Option<Text>,
        /// The grandparent's title.
        "grandparentTitle" grandparent_title: Option<Text>,
        /// The grandparent's number.
        "grandparentIndex" grandparent_index: Option<i32>,
        /// The grandparent's year.
        "grandparentYear" grandparent_year: Option<i32>,
        /// The grandparent's studio.
        "grandparentStudio" grandparent_studio: Option<Text>,
        /// The grandparent's age rating.
        "grandparentContentRating" grandparent_content_rating: Option<Text>,
        /// The grandparent's poster's path.
        "grandparentThumb" grandparent_thumb: Option<Text>,
        /// The grandparent's backdrop's path.
        "grandparentArt" grandparent_art: Option<Text>,
        /// The grandparent's wide picture's path.
        "grandparentHero" grandparent_hero: Option<Text>,
        /// The grandparent's theme music's path.
        "grandparentTheme" grandparent_theme: Option<Text>,
    }
}

wide! {
    /// The fields of [`Metadata`] that few items have.
    pub struct MetadataMore {
        /// The edition, such as "Director's Cut".
        "editionTitle" edition_title: Option<Text>,
        /// What to ask the user for, where the entry leads to a search.
        "prompt" prompt: Option<Text>,
        /// The earliest year in a collection.
        "minYear" min_year: Option<i32>,
        /// The latest year in a collection.
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
        /// The network that shows it.
        "network" network: Option<Text>,
        /// Its number counted through all seasons.
        "absoluteIndex" absolute_index: Option<i32>,
        /// A playlist's playing time in seconds.
        "durationInSeconds" duration_in_seconds: Option<u64>,
        /// How far a found track is from the one asked for, in sonic terms.
        "distance" distance: Option<f64>,
        /// How many people rated or heard it.
        "ratingCount" rating_count: Option<u32>,
        /// How many people rated it at the Internet Movie Database.
        "imdbRatingCount" imdb_rating_count: Option<u64>,
        /// When the user rated it.
        "lastRatedAt" last_rated_at: Option<Timestamp>,
        /// When it was put into the trash.
        "deletedAt" deleted_at: Option<Timestamp>,
        /// How well a photo's time is known: `epoch`, `local` or both.
        "createdAtAccuracy" created_at_accuracy: Option<Text>,
        /// A photo's time zone, in seconds east of UTC.
        "createdAtTZOffset" created_at_tz_offset: Option<i32>,
        /// How many seasons it has.
        "seasonCount" season_count: Option<u32>,
        /// The poster in a few letters, to show while it loads.
        "thumbBlurHash" thumb_blur_hash: Option<Text>,
        /// The poster's width by height, on clips.
        "thumbAspectRatio" thumb_aspect_ratio: Option<Text>,
        /// The backdrop in a few letters, to show while it loads.
        "artBlurHash" art_blur_hash: Option<Text>,
        /// The banner's path.
        "banner" banner: Option<Text>,
        /// The path of the wide picture for the top of a page.
        "hero" hero: Option<Text>,
        /// The theme music's path.
        "theme" theme: Option<Text>,
        /// The path of a picture made of its children.
        "composite" composite: Option<Text>,
        /// The address of an icon, such as `playlist://image.smart`.
        "icon" icon: Option<Text>,
        /// The global id of the item that an extra belongs to.
        "primaryGuid" primary_guid: Option<Text>,
        /// What an extra is, 1 trailer to 12 other.
        "extraType" extra_type: Option<u8>,
        /// What an extra is, as a word.
        "relationType" relation_type: Option<Text>,
        /// The address an online clip comes from.
        "url" url: Option<Text>,
        /// The item's page on the web.
        "publicPagesURL" public_pages_url: Option<Text>,
        /// The path that reports on missing metadata being fetched.
        "augmentationKey" augmentation_key: Option<Text>,
        /// Whether there are extras that need a Plex Pass.
        "hasPremiumExtras" has_premium_extras: Option<bool>,
        /// Whether there are lyrics that need a Plex Pass.
        "hasPremiumLyrics" has_premium_lyrics: Option<bool>,
        /// Whether its trailer needs a Plex Pass.
        "hasPremiumPrimaryExtra" has_premium_primary_extra: Option<bool>,
        /// The version of the loudness analysis.
        "loudnessAnalysisVersion" loudness_analysis_version: Option<u32>,
        /// The version of the sonic analysis, once done.
        "musicAnalysisVersion" music_analysis_version: Option<u32>,
        /// Whether to go from here to the grandparent, as seasons are not shown.
        "skipParent" skip_parent: Option<bool>,
        /// Whether to go from here to the grandchildren.
        "skipChildren" skip_children: Option<bool>,
        /// Whether to play at once rather than show details.
        "skipDetails" skip_details: Option<bool>,
        /// Whether the entry leads to a search.
        "search" search: Option<bool>,
        /// Whether the entry leads to a list of choices.
        "secondary" secondary: Option<bool>,
        /// What that section holds, in web hooks.
        "librarySectionType" library_section_type: Option<Text>,
        /// The global id of that section.
        "librarySectionUUID" library_section_uuid: Option<Text>,
        /// Whether it may be downloaded.
        "allowSync" allow_sync: Option<bool>,
        /// The language of its metadata, where it differs from the section's.
        "languageOverride" language_override: Option<Text>,
        /// Which title to show: -1 as the section, 0 translated, 1 original.
        "useOriginalTitle" use_original_title: Option<i32>,
        /// The order of albums: -1 as the section, 0 newest, 1 oldest, 2 by name.
        "albumSort" album_sort: Option<i32>,
        /// The order of episodes: -1 as the section, 0 oldest, 1 newest first.
        "episodeSort" episode_sort: Option<i32>,
        /// Whether to hide seasons: -1 as the section, else as the server codes it.
        "flattenSeasons" flatten_seasons: Option<i32>,
        /// The order of seasons, such as `aired` or `dvd`; absent is the usual.
        "showOrdering" show_ordering: Option<Text>,
        /// The preferred language of sound; empty is the user's.
        "audioLanguage" audio_language: Option<Text>,
        /// The preferred language of subtitles; empty is the user's.
        "subtitleLanguage" subtitle_language: Option<Text>,
        /// When to show subtitles; -1 is the user's choice.
        "subtitleMode" subtitle_mode: Option<i32>,
        /// Whether to look for credits: -1 as the section, 0 never.
        "enableCreditsMarkerGeneration" enable_credits_marker_generation: Option<i32>,
        /// Episodes to keep: 0 all, n newest, -n of n days.
        "autoDeletionItemPolicyUnwatchedLibrary" auto_deletion_keep: Option<i32>,
        /// When played ones go: 0 never, n days, 100 refresh.
        "autoDeletionItemPolicyWatchedLibrary" auto_deletion_played: Option<i32>,
        /// Whether a collection or playlist is a stored filter.
        "smart" smart: Option<bool>,
        /// The filter of a smart collection or playlist, as an address.
        "content" content: Option<Text>,
        /// A collection's items: -1 default, 0 hide it, 1 hide them, 2 show all.
        "collectionMode" collection_mode: Option<i32>,
        /// The order of a collection: 0 by release, 1 by title, 2 by hand.
        "collectionSort" collection_sort: Option<i32>,
        /// Whose state filters: 0 the owner's, 1 the user's.
        "collectionFilterBasedOnUser" collection_filter_based_on_user: Option<i32>,
        /// Whether a collection is shown to others.
        "collectionPublished" collection_published: Option<bool>,
        /// What a playlist plays.
        "playlistType" playlist_type: Option<PlaylistKind>,
        /// Whether a playlist is a radio station.
        "radio" radio: Option<bool>,
        /// The number of the entry, in a list of a playlist.
        "playlistItemID" playlist_item_id: Option<u64>,
        /// The number of the entry, in a play queue.
        "playQueueItemID" play_queue_item_id: Option<u64>,
        /// The server or provider an entry comes from, as an address.
        "source" source: Option<Text>,
        /// The address of the item an entry comes from.
        "sourceURI" source_uri: Option<Text>,
        /// The number of the session, in a list of sessions.
        "sessionKey" session_key: Option<Text>,
        /// Whether it is live TV.
        "live" live: Option<bool>,
        /// Whether live TV's streams were looked at rather than guessed.
        "genuineMediaAnalysis" genuine_media_analysis: Option<bool>,
        /// The path of the entry, in a list of plays.
        "historyKey" history_key: Option<Text>,
        /// When it was played, in a list of plays.
        "viewedAt" viewed_at: Option<Timestamp>,
        /// Who played it, in a list of plays.
        "accountID" account_id: Option<u64>,
        /// Where it was played, in a list of plays.
        "deviceID" device_id: Option<u64>,
        /// The number of the entry in lists that have no other.
        "id" id: Option<u64>,
        /// Comma list of the fields in which several items differ.
        "mixedFields" mixed_fields: Option<Text>,
        /// Whether the answer carries the user's own state.
        "userState" user_state: Option<bool>,
        /// Collections it is in.
        "Collection" collections: Vec<Tag>,
        /// Producers.
        "Producer" producers: Vec<Tag>,
        /// Titles that are like it.
        "Similar" similar: Vec<Tag>,
        /// Labels, used for sharing.
        "Label" labels: Vec<Tag>,
        /// Moods of music.
        "Mood" moods: Vec<Tag>,
        /// Styles of music.
        "Style" styles: Vec<Tag>,
        /// Formats of an album, such as "Live".
        "Format" formats: Vec<Tag>,
        /// Finer formats of an album.
        "Subformat" subformats: Vec<Tag>,
        /// Tags the server gave a photo.
        "Autotag" autotags: Vec<Tag>,
        /// Tags a user gave a photo.
        "Tag" tags: Vec<Tag>,
        /// Studios, at cloud providers.
        "Studio" studios: Vec<Tag>,
        /// Networks, at cloud providers.
        "Network" networks: Vec<Tag>,
        /// Orders its seasons can be in, at cloud providers.
        "SeasonType" season_types: Vec<Tag>,
        /// Fields that refreshes leave alone.
        "Field" fields: Vec<FieldLock>,
        /// Filters that an entry offers.
        "Filter" filters: Vec<SectionFilter>,
        /// Orders that an entry offers.
        "Sort" sorts: Vec<SectionSort>,
        /// Folders of a show, season or artist.
        "Location" locations: Vec<Location>,
        /// Chapters.
        "Chapter" chapters: Vec<Chapter>,
        /// Stretches that may be skipped.
        "Marker" markers: Vec<Marker>,
        /// Summaries by length, at cloud providers.
        "Summary" summaries: Vec<ShortSummary>,
        /// Critics' reviews.
        "Review" reviews: Vec<Review>,
        /// What Common Sense Media says.
        "CommonSenseMedia" common_sense_media: Vec<CommonSenseMedia>,
        /// Advertisements, at cloud providers.
        "Vast" vast: Vec<Link>,
        /// The item's own settings; with `includePreferences=1`.
        "Preferences" preferences: Option<Box<Preferences>>,
        /// Trailers and the like; with `includeExtras=1`.
        "Extras" extras: Option<Box<ItemList>>,
        /// The episode to play next; with `includeOnDeck=1`.
        "OnDeck" on_deck: Option<Box<ItemList>>,
        /// Its children; with `includeChildren=1`.
        "Children" children: Option<Box<ItemList>>,
        /// Radio stations of an artist; with `includeStations=1`.
        "Stations" stations: Option<Box<ItemList>>,
        /// Rows of related items; with `includeRelated=1`.
        "Related" related: Option<Box<Related>>,
        /// How well it fits what was looked for, 0 to 100; above 85 it counts as found.
        "score" score: Option<f64>,
        /// How often all users together played it, in a list of the most played.
        "globalViewCount" global_view_count: Option<u32>,
        /// How far the item is, in an order to make optimized versions.
        "processingState" processing_state: Option<ProcessingState>,
        /// Why it is no further: `good`, or what went wrong, such as `diskFull`.
        "processingStateContext" processing_state_context: Option<Text>,
        /// The order to make optimized versions that put it into the queue.
        "generatorID" generator_id: Option<u64>,
        /// Who plays it, in a list of sessions.
        "User" user: Option<Box<SessionUser>>,
        /// Where it is played, in a list of sessions.
        "Player" player: Option<Box<SessionPlayer>>,
        /// What the session uses of the network, in a list of sessions.
        "Session" session: Option<Box<SessionDetails>>,
        /// The conversion it is played through, in a list of sessions.
        "TranscodeSession" transcode_session: Option<Box<TranscodeSession>>,
    }
}

/// A list of items inside an item.
#[model]
pub struct ItemList {
    /// How many items it carries.
    pub size: Option<u32>,
    /// How many items the full list has.
    pub total_size: Option<u32>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}

/// The rows of related items inside an item.
#[model]
pub struct Related {
    /// The rows.
    #[wire(name = "Hub")]
    pub hubs: Vec<Hub>,
}

/// A titled row of items, such as "Recently Added".
#[model]
pub struct Hub {
    /// The row's word, such as `home.continue`.
    pub hub_identifier: Option<Text>,
    /// Its title.
    pub title: Option<Text>,
    /// What its items are, or `mixed`.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// What its items are more closely.
    pub subtype: Option<Text>,
    /// What a client is to show it as, such as `hub.movie.similar`.
    pub context: Option<Text>,
    /// The path of the full list.
    pub key: Option<Text>,
    /// The path of exactly these items.
    pub hub_key: Option<Text>,
    /// How many items it carries.
    pub size: Option<u32>,
    /// How many items the full list has.
    pub total_size: Option<u32>,
    /// Whether the full list has more items.
    pub more: bool,
    /// How to show it: `shelf`, `hero` or `clip`.
    pub style: Option<Text>,
    /// Whether it is shown on the home screen.
    pub promoted: bool,
    /// Whether its items change from one request to the next.
    pub random: bool,
    /// Why it is shown, such as `section`.
    pub reason: Option<Text>,
    /// The id of what `reason` names.
    #[wire(name = "reasonID")]
    pub reason_id: Option<u64>,
    /// The title of what `reason` names.
    pub reason_title: Option<Text>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// Entries that are no items, such as tags that a search found.
    #[wire(name = "Directory")]
    pub directories: Vec<FoundTag>,
}
