//! Playlists: made, filled, ordered; and orders to make optimized versions, which are kept as playlists too.

use crate::codec::envelope::MediaContainer;
use crate::ids::{GeneratorId, PlayQueueId, PlaylistId, PlaylistItemId, RatingKey, SectionId};
use crate::model::MediaType;
use crate::model::{
    MetadataPage, OptimizeOrder, PlaylistGeneratorItems, PlaylistGenerators, PlaylistKind,
};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, playlists, playlists_endpoints;

    /// Lists the current user's playlists and playlist folders.
    ListPlaylists: GET "/playlists" -> MediaContainer<MetadataPage>, User, Read;
    /// Creates a playlist: empty, from items, from a play queue, or smart.
    CreatePlaylist: POST "/playlists" -> MediaContainer<MetadataPage>, User, Once;
    /// Imports playlists from `.m3u` files on the server's disk.
    UploadPlaylist: POST "/playlists/upload" -> NoBody, Admin, Once;
    /// Returns a playlist without its items.
    GetPlaylist: GET "/playlists/{playlistId}" -> MediaContainer<MetadataPage>, User, Read;
    /// Deletes a playlist.
    DeletePlaylist: DELETE "/playlists/{playlistId}" -> NoBody, User, Idempotent, status NO_CONTENT;
    /// Edits the title, summary and other fields of a playlist.
    UpdatePlaylist: PUT "/playlists/{playlistId}" -> NoBody, User, Idempotent, status NO_CONTENT;
    /// Lists what fills a playlist: a filter, or generators of optimized versions.
    GetPlaylistGenerators: GET "/playlists/{playlistId}/generators"
        -> MediaContainer<PlaylistGenerators>, User, Read;
    /// Lists the items of a playlist, in the order of the playlist.
    GetPlaylistItems: GET "/playlists/{playlistId}/items" -> MediaContainer<MetadataPage>, User, Read;
    /// Adds items to a playlist, or replaces the filter of a smart playlist.
    AddPlaylistItems: PUT "/playlists/{playlistId}/items" -> MediaContainer<MetadataPage>, User, Once;
    /// Removes all items from a playlist.
    ClearPlaylistItems: DELETE "/playlists/{playlistId}/items"
        -> MediaContainer<MetadataPage>, User, Idempotent;
    /// Removes an item from a playlist, or a generator from the optimized versions.
    DeletePlaylistItem: DELETE "/playlists/{playlistId}/items/{generatorId}"
        -> MediaContainer<MetadataPage>, User, Idempotent;
    /// Returns a generator of optimized versions and its progress.
    GetPlaylistGenerator: GET "/playlists/{playlistId}/items/{generatorId}"
        -> MediaContainer<PlaylistGeneratorItems>, User, Read;
    /// Changes a generator of optimized versions.
    ModifyPlaylistGenerator: PUT "/playlists/{playlistId}/items/{generatorId}"
        -> MediaContainer<MetadataPage>, User, Idempotent;
    /// Lists the items that a generator of optimized versions covers, with their progress.
    GetPlaylistGeneratorItems: GET "/playlists/{playlistId}/items/{generatorId}/items"
        -> MediaContainer<MetadataPage>, User, Read;
    /// Reprocesses, disables or enables one item of a generator of optimized versions.
    RefreshPlaylist: PUT "/playlists/{playlistId}/items/{generatorId}/{metadataId}/{action}"
        -> NoBody, User, Idempotent;
    /// Moves an item to another position in a playlist.
    MovePlaylistItem: PUT "/playlists/{playlistId}/items/{playlistItemId}/move"
        -> MediaContainer<MetadataPage>, User, Idempotent;
    /// Deletes all generators of one type, such as all generators of optimized versions.
    DeleteAllGenerators: DELETE "/playlists/generators" -> NoBody, Admin, Idempotent, unpublished;
}

/// Each playlist contains the number of its items and their total duration in milliseconds, but not the items.
#[request]
pub struct ListPlaylists {
    /// Return only playlists of this type. By default, all types.
    pub playlist_type: Option<PlaylistKind>,
    /// Whether to return only smart playlists (`true`) or only regular ones (`false`). By default, both.
    pub smart: Option<bool>,
    /// The metadata type of the entries: playlist for a flat list without folders, optimized version for generators.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The id of the library section. Only playlists with items from it are returned.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
    /// Return only playlists whose title contains this text.
    pub title: Option<Text>,
    /// The sort, such as `titleSort` or `lastViewedAt:desc`.
    pub sort: Option<Text>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Additional filters, as pairs of name and value. They are sent in this order.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// A smart playlist stores a filter, and contains the items that match it. The server responds with 400 if the
/// parameters contradict each other.
#[request]
pub struct CreatePlaylist {
    /// The title of the playlist.
    pub title: Option<Text>,
    /// The type of media in the playlist.
    #[wire(name = "type")]
    pub kind: Option<PlaylistKind>,
    /// Whether to create a smart playlist.
    pub smart: Option<bool>,
    /// The content URI of the items, such as `server://<machine
    /// identifier>/com.plexapp.plugins.library/library/metadata/1,2`. For a smart playlist, the content URI of the
    /// filter.
    pub uri: Option<Text>,
    /// The id of the play queue to copy the items from.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<PlayQueueId>,
}

/// Each file becomes a playlist named after the file. The `guid` of the playlist ends with the path of the file.
///
/// The server responds with 500 if it cannot import the file, but with 200 if the path does not exist.
#[request]
pub struct UploadPlaylist {
    /// The absolute path of an `.m3u` file, or of a folder that contains some, on the server's machine.
    pub path: Option<Text>,
    /// Whether to overwrite the playlist that was imported from the same path before. If `false`, a new playlist with
    /// the date and time in its title is created. Default: `true`.
    pub force: Option<bool>,
    /// The id of the library section that contains the items.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
}

/// A smart playlist contains its filter in `content`. Reading a playlist refreshes its metadata, so its duration and
/// number of items may change.
#[request]
pub struct GetPlaylist {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
}

/// The items in it stay in the library. The status is 204.
#[request]
pub struct DeletePlaylist {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
}

/// Fields that are left out stay unchanged; an empty text clears a field. A locked field is not overwritten when
/// metadata is refreshed. The status is 204.
#[request]
pub struct UpdatePlaylist {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The new title, in the older form of the parameter.
    pub title: Option<Text>,
    /// The new summary, in the older form of the parameter.
    pub summary: Option<Text>,
    /// The new title.
    #[wire(name = "title.value")]
    pub title_value: Option<Text>,
    /// Whether to lock the title.
    #[wire(name = "title.locked")]
    pub title_locked: Option<bool>,
    /// The new sort title.
    #[wire(name = "titleSort.value")]
    pub title_sort_value: Option<Text>,
    /// Whether to lock the sort title.
    #[wire(name = "titleSort.locked")]
    pub title_sort_locked: Option<bool>,
    /// The new summary.
    #[wire(name = "summary.value")]
    pub summary_value: Option<Text>,
    /// Whether to lock the summary.
    #[wire(name = "summary.locked")]
    pub summary_locked: Option<bool>,
    /// Whether to lock the poster.
    #[wire(name = "thumb.locked")]
    pub thumb_locked: Option<bool>,
    /// Additional edits, as pairs of name and value.
    #[wire(name = "*")]
    pub edits: Vec<(Text, Text)>,
}

#[request]
pub struct GetPlaylistGenerators {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
}

/// By default, the items are leaves, such as episodes and tracks instead of shows and albums. In a regular playlist,
/// each item has a `playlist_item_id`, which is needed to move or remove it.
#[request]
pub struct GetPlaylistItems {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The metadata types of the items to return. Values after the first only have an effect for optimized versions.
    #[wire(name = "type")]
    pub kinds: Vec<MediaType>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// For the playlist of optimized versions, it adds a generator. The server responds with 400 if it cannot resolve the
/// URI.
#[request]
pub struct AddPlaylistItems {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The content URI of the items, such as `server://<machine
    /// identifier>/com.plexapp.plugins.library/library/metadata/1,2`. For a smart playlist, the content URI of the new
    /// filter.
    pub uri: Option<Text>,
    /// The id of the play queue to add the items from.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<PlayQueueId>,
    /// The generator of optimized versions to add. Leave all its fields empty to add no generator.
    #[wire(name = "Item", default)]
    pub item: OptimizeOrder,
}

/// The server responds with 400 if the playlist is smart.
#[request]
pub struct ClearPlaylistItems {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
}

/// The server responds with 400 if the playlist is smart.
#[request]
pub struct DeletePlaylistItem {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The id of the playlist item (`playlist_item_id`), or of the generator.
    pub generator_id: PlaylistItemId,
}

/// The server responds with 400 if the playlist has no generators of optimized versions.
#[request]
pub struct GetPlaylistGenerator {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The id of the generator.
    pub generator_id: GeneratorId,
}

/// The server responds with 400 if the playlist has no generators of optimized versions.
#[request]
pub struct ModifyPlaylistGenerator {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The id of the generator.
    pub generator_id: GeneratorId,
    /// The properties to change.
    #[wire(name = "Item", default)]
    pub item: OptimizeOrder,
}

/// The server responds with 400 if the playlist has no generators of optimized versions.
#[request]
pub struct GetPlaylistGeneratorItems {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The id of the generator.
    pub generator_id: GeneratorId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

open_enum! {
    /// What to do with one item of an order to make optimized versions.
    #[derive(Default)]
    GeneratorAction {
        /// Make its copy anew.
        #[default]
        Reprocess = "reprocess",
        /// Leave it out.
        Disable = "disable",
        /// Make its copy after all.
        Enable = "enable",
    }
}

/// The server responds with 400 if the playlist has no generators of optimized versions.
#[request]
pub struct RefreshPlaylist {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The id of the generator.
    pub generator_id: GeneratorId,
    /// The rating key of the item.
    pub metadata_id: RatingKey,
    /// What to do with the item.
    pub action: GeneratorAction,
}

/// The server responds with 400 if the playlist is smart.
#[request]
pub struct MovePlaylistItem {
    /// The id of the playlist.
    pub playlist_id: PlaylistId,
    /// The id of the playlist item.
    pub playlist_item_id: PlaylistItemId,
    /// The id of the playlist item to place it after. If omitted, the item moves to the beginning.
    pub after: Option<PlaylistItemId>,
}

#[request]
pub struct DeleteAllGenerators {
    /// The metadata type of the generators, such as optimized versions.
    #[wire(name = "type")]
    pub kind: MediaType,
}
