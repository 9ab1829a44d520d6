//! Playlists: made, filled, ordered; and orders to make optimized versions, which are kept as playlists too.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{GeneratorId, PlayQueueId, PlaylistId, PlaylistItemId, RatingKey, SectionId};
use crate::model::{
    MetadataPage, OptimizeOrder, PlaylistGeneratorItems, PlaylistGenerators, PlaylistKind,
};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /playlists`
///
/// Lists the user's playlists, and folders of playlists.
///
/// - Parameters: what they play; whether smart ones; the section and title looked for; the order; filters in the order
///   given; the window's start (from 0) and size.
/// - Answer: playlists as items, with how many entries each has and its playing time in milliseconds.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Source: `list_playlists`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListPlaylists {
    /// What they play; all where it is not given.
    pub playlist_type: Option<PlaylistKind>,
    /// Whether to give only smart ones (true) or only others (false).
    pub smart: Option<bool>,
    /// The number of the kind of entry: 15 gives a flat list without folders, 42 the orders for optimized versions.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The section whose items they must hold.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
    /// What their titles must contain.
    pub title: Option<Text>,
    /// The order, such as `titleSort` or `lastViewedAt:desc`.
    pub sort: Option<Text>,
    /// The place of the first playlist wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many playlists are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Further filters as name and value, in the order they go on the wire.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `POST /playlists`
///
/// Makes a playlist: an empty one, one of the items at an address or in a play queue, or a smart one.
///
/// - Parameters: the title; what it plays; whether it is smart; the address of the items or of the filter; the play
///   queue to copy.
/// - Answer: the playlist.
/// - Errors: 400 where the parameters do not go together; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `create_playlist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreatePlaylist {
    /// The title.
    pub title: Option<Text>,
    /// What it plays.
    #[wire(name = "type")]
    pub kind: Option<PlaylistKind>,
    /// Whether it is a stored filter.
    pub smart: Option<bool>,
    /// The address of the items, such as `server://`, machine identifier, `/com.plexapp.plugins.library` and a path.
    pub uri: Option<Text>,
    /// The play queue whose entries it takes over.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<PlayQueueId>,
}

/// `POST /playlists/upload`
///
/// Makes playlists from `m3u` files on the server's machine.
///
/// - Parameters: a file, or a folder with files; whether to make new ones beside old ones of the same file; the section.
/// - Answer: nothing, also where the path was not there. The playlist's `guid` ends with the file's path.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner; 500 for a file that cannot be
///   read as a playlist.
/// - Who: the owner.
/// - Source: `upload_playlist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UploadPlaylist {
    /// The absolute path on the server's machine.
    pub path: Option<Text>,
    /// Whether a playlist of the same file is overwritten; the server's default is to do so.
    pub force: Option<bool>,
    /// The section the items are in.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
}

/// `GET /playlists/{playlistId}`
///
/// Reads a playlist.
///
/// - Parameters: the playlist.
/// - Answer: the playlist, without its entries; a smart one has its filter as `content`.
/// - Errors: 401 without a token that the server accepts; 404 for a playlist that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_playlist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPlaylist {
    /// The playlist.
    pub playlist_id: PlaylistId,
}

/// `DELETE /playlists/{playlistId}`
///
/// Deletes a playlist; its items stay.
///
/// - Parameters: the playlist.
/// - Answer: nothing, with status 204.
/// - Errors: 401 without a token that the server accepts; 404 for a playlist that is not there for the caller.
/// - Who: its user.
/// - Source: `delete_playlist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeletePlaylist {
    /// The playlist.
    pub playlist_id: PlaylistId,
}

/// `PUT /playlists/{playlistId}`
///
/// Edits a playlist as items are edited: `title.value` sets the title, `title.locked` keeps it from being overwritten.
///
/// - Parameters: the playlist; what to set. What is left out stays; an empty text clears.
/// - Answer: nothing, with status 204.
/// - Errors: 401 without a token that the server accepts; 404 for a playlist that is not there for the caller.
/// - Who: its user.
/// - Source: `update_playlist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdatePlaylist {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The title, in the older spelling.
    pub title: Option<Text>,
    /// The description, in the older spelling.
    pub summary: Option<Text>,
    /// The title.
    #[wire(name = "title.value")]
    pub title_value: Option<Text>,
    /// Whether the title is locked.
    #[wire(name = "title.locked")]
    pub title_locked: Option<bool>,
    /// The title to sort by.
    #[wire(name = "titleSort.value")]
    pub title_sort_value: Option<Text>,
    /// Whether the title to sort by is locked.
    #[wire(name = "titleSort.locked")]
    pub title_sort_locked: Option<bool>,
    /// The description.
    #[wire(name = "summary.value")]
    pub summary_value: Option<Text>,
    /// Whether the description is locked.
    #[wire(name = "summary.locked")]
    pub summary_locked: Option<bool>,
    /// Whether the picture is locked.
    #[wire(name = "thumb.locked")]
    pub thumb_locked: Option<bool>,
    /// Further edits as name and value.
    #[wire(name = "*")]
    pub edits: Vec<(Text, Text)>,
}

/// `GET /playlists/{playlistId}/generators`
///
/// Lists what fills a playlist: its filter, or its orders for optimized versions.
///
/// - Parameters: the playlist.
/// - Answer: the generators.
/// - Errors: 401 without a token that the server accepts; 404 for a playlist that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_playlist_generators`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPlaylistGenerators {
    /// The playlist.
    pub playlist_id: PlaylistId,
}

/// `GET /playlists/{playlistId}/items`
///
/// Lists the entries of a playlist, in its order.
///
/// - Parameters: the playlist; the kinds of item wanted; whether to tell foreign ids; the window.
/// - Answer: items with their `playlist_item_id`; by default episodes and tracks, not shows or albums.
/// - Errors: 401 without a token that the server accepts; 404 for a playlist that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_playlist_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPlaylistItems {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The numbers of the kinds of item wanted; more than one counts for optimized versions only.
    #[wire(name = "type")]
    pub kinds: Vec<u16>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `PUT /playlists/{playlistId}/items`
///
/// Appends items to a playlist; a smart one gets a new filter, the list of optimized versions a new order.
///
/// - Parameters: the playlist; the address of the items or of the filter, or a play queue, or an order.
/// - Answer: the playlist.
/// - Errors: 400 for an address that the server cannot follow; 401 without a token that the server accepts; 404 for a
///   playlist that is not there for the caller.
/// - Who: its user.
/// - Source: `add_playlist_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddPlaylistItems {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The address of the items, such as `server://`, machine identifier, `/com.plexapp.plugins.library` and a path.
    pub uri: Option<Text>,
    /// The play queue whose entries are appended.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<PlayQueueId>,
    /// An order to make optimized versions; without fields where it is none.
    #[wire(name = "Item")]
    pub item: OptimizeOrder,
}

/// `DELETE /playlists/{playlistId}/items`
///
/// Empties a playlist that is not smart.
///
/// - Parameters: the playlist.
/// - Answer: the playlist.
/// - Errors: 400 for a smart playlist; 401 without a token that the server accepts; 404 for a playlist that is not
///   there for the caller.
/// - Who: its user.
/// - Source: `clear_playlist_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ClearPlaylistItems {
    /// The playlist.
    pub playlist_id: PlaylistId,
}

/// `DELETE /playlists/{playlistId}/items/{generatorId}`
///
/// Takes an entry out of a playlist that is not smart, or an order out of the list of optimized versions.
///
/// - Parameters: the playlist; the entry's `playlist_item_id`, or the order's number.
/// - Answer: the playlist.
/// - Errors: 400 for a smart playlist; 401 without a token that the server accepts; 404 for a playlist or entry that is
///   not there for the caller.
/// - Who: its user.
/// - Source: `delete_playlist_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeletePlaylistItem {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The entry.
    pub generator_id: PlaylistItemId,
}

/// `GET /playlists/{playlistId}/items/{generatorId}`
///
/// Reads an order to make optimized versions.
///
/// - Parameters: the playlist; the order.
/// - Answer: the order, with how far it is.
/// - Errors: 400 for a playlist that has no orders; 401 without a token that the server accepts; 404 for a playlist or
///   order that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_playlist_generator`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPlaylistGenerator {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The order.
    pub generator_id: GeneratorId,
}

/// `PUT /playlists/{playlistId}/items/{generatorId}`
///
/// Changes an order to make optimized versions.
///
/// - Parameters: the playlist; the order; what to set.
/// - Answer: the playlist.
/// - Errors: 400 for a playlist that has no orders; 401 without a token that the server accepts; 404 for a playlist or
///   order that is not there for the caller.
/// - Who: its user.
/// - Source: `modify_playlist_generator`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ModifyPlaylistGenerator {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The order.
    pub generator_id: GeneratorId,
    /// What to set.
    #[wire(name = "Item")]
    pub item: OptimizeOrder,
}

/// `GET /playlists/{playlistId}/items/{generatorId}/items`
///
/// Lists the items that an order to make optimized versions covers.
///
/// - Parameters: the playlist; the order; the window.
/// - Answer: items, each with how far it is.
/// - Errors: 400 for a playlist that has no orders; 401 without a token that the server accepts; 404 for a playlist or
///   order that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_playlist_generator_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPlaylistGeneratorItems {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The order.
    pub generator_id: GeneratorId,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
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

/// `PUT /playlists/{playlistId}/items/{generatorId}/{metadataId}/{action}`
///
/// Has the copy of one item made anew, left out, or made after all.
///
/// - Parameters: the playlist; the order; the item; what to do with it.
/// - Answer: nothing.
/// - Errors: 400 for a playlist that has no orders; 401 without a token that the server accepts; 404 for a playlist,
///   order or item that is not there for the caller.
/// - Who: its user.
/// - Source: `refresh_playlist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshPlaylist {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The order.
    pub generator_id: GeneratorId,
    /// The item.
    pub metadata_id: RatingKey,
    /// What to do with it.
    pub action: GeneratorAction,
}

/// `PUT /playlists/{playlistId}/items/{playlistItemId}/move`
///
/// Moves an entry to another place in a playlist that is not smart.
///
/// - Parameters: the playlist; the entry; the entry it comes after, or none for the first place.
/// - Answer: the playlist.
/// - Errors: 400 for a smart playlist; 401 without a token that the server accepts; 404 for a playlist or entry that is
///   not there for the caller.
/// - Who: its user.
/// - Source: `move_playlist_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MovePlaylistItem {
    /// The playlist.
    pub playlist_id: PlaylistId,
    /// The entry.
    pub playlist_item_id: PlaylistItemId,
    /// The entry it comes after.
    pub after: Option<PlaylistItemId>,
}

/// `DELETE /playlists/generators`
///
/// Deletes all orders of a kind, such as all to make optimized versions.
///
/// - Parameters: the number of the kind, 42 for optimized versions.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner.
/// - Who: the owner.
/// - Source: `delete_all_generators`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteAllGenerators {
    /// The number of the kind.
    #[wire(name = "type")]
    pub kind: u16,
}

/// Operations whose one required parameter is the playlist.
macro_rules! of_a_playlist {
    ($($Name:ident),+) => {$(
        impl From<PlaylistId> for $Name {
            #[allow(clippy::needless_update, reason = "some have the playlist alone")]
            fn from(playlist_id: PlaylistId) -> Self {
                Self {
                    playlist_id,
                    ..Self::default()
                }
            }
        }
    )+};
}
of_a_playlist!(
    GetPlaylist,
    DeletePlaylist,
    UpdatePlaylist,
    GetPlaylistGenerators,
    GetPlaylistItems,
    AddPlaylistItems,
    ClearPlaylistItems
);

endpoints! {
    ($) Pms, playlists, playlists_endpoints;
    ListPlaylists: GET "/playlists" -> MediaContainer<MetadataPage>, User, Read;
    CreatePlaylist: POST "/playlists" -> MediaContainer<MetadataPage>, User, Once;
    UploadPlaylist: POST "/playlists/upload" -> NoBody, Admin, Once;
    GetPlaylist: GET "/playlists/{playlistId}" -> MediaContainer<MetadataPage>, User, Read;
    DeletePlaylist: DELETE "/playlists/{playlistId}" -> NoBody, User, Idempotent, status NO_CONTENT;
    UpdatePlaylist: PUT "/playlists/{playlistId}" -> NoBody, User, Idempotent, status NO_CONTENT;
    GetPlaylistGenerators: GET "/playlists/{playlistId}/generators"
        -> MediaContainer<PlaylistGenerators>, User, Read;
    GetPlaylistItems: GET "/playlists/{playlistId}/items" -> MediaContainer<MetadataPage>, User, Read;
    AddPlaylistItems: PUT "/playlists/{playlistId}/items" -> MediaContainer<MetadataPage>, User, Once;
    ClearPlaylistItems: DELETE "/playlists/{playlistId}/items"
        -> MediaContainer<MetadataPage>, User, Idempotent;
    DeletePlaylistItem: DELETE "/playlists/{playlistId}/items/{generatorId}"
        -> MediaContainer<MetadataPage>, User, Idempotent;
    GetPlaylistGenerator: GET "/playlists/{playlistId}/items/{generatorId}"
        -> MediaContainer<PlaylistGeneratorItems>, User, Read;
    ModifyPlaylistGenerator: PUT "/playlists/{playlistId}/items/{generatorId}"
        -> MediaContainer<MetadataPage>, User, Idempotent;
    GetPlaylistGeneratorItems: GET "/playlists/{playlistId}/items/{generatorId}/items"
        -> MediaContainer<MetadataPage>, User, Read;
    RefreshPlaylist: PUT "/playlists/{playlistId}/items/{generatorId}/{metadataId}/{action}"
        -> NoBody, User, Idempotent;
    MovePlaylistItem: PUT "/playlists/{playlistId}/items/{playlistItemId}/move"
        -> MediaContainer<MetadataPage>, User, Idempotent;
    DeleteAllGenerators: DELETE "/playlists/generators" -> NoBody, Admin, Idempotent;
}
