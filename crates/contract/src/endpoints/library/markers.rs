//! Markers: stretches of an item that a player may offer to skip, and places that a user marked.

use crate::codec::envelope::MediaContainer;
use crate::ids::{MarkerId, RatingKey};
use crate::model::Markers;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_markers_endpoints;

    /// Adds a marker, such as a bookmark, to an item for the current user.
    CreateMarker: POST "/library/metadata/{ids}/marker" -> MediaContainer<Markers>, User, Once;
    /// Changes a marker of the current user.
    EditMarker: PUT "/library/metadata/{ids}/marker/{marker}" -> MediaContainer<Markers>, User, Idempotent;
    /// Deletes a bookmark of the current user.
    DeleteMarker: DELETE "/library/metadata/{ids}/marker/{marker}" -> NoBody, User, Idempotent;
}

/// The server responds with 400 if the marker ends before it starts.
#[request]
pub struct CreateMarker {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The numeric type of the marker. The values are not documented.
    #[wire(name = "type")]
    pub kind: u16,
    /// The position at which the marker starts, in milliseconds.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: u64,
    /// The position at which the marker ends, in milliseconds.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// Further attributes as name and value, such as `("attributes[title]", "The storm")`.
    #[wire(name = "*")]
    pub attributes: Vec<(Text, Text)>,
}

/// The server responds with 400 if the marker ends before it starts.
#[request]
pub struct EditMarker {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The id of the marker.
    pub marker: MarkerId,
    /// The numeric type of the marker. The values are not documented.
    #[wire(name = "type")]
    pub kind: u16,
    /// The position at which the marker starts, in milliseconds.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: u64,
    /// The position at which the marker ends, in milliseconds.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// Further attributes as name and value, such as `("attributes[title]", "The storm")`.
    #[wire(name = "*")]
    pub attributes: Vec<(Text, Text)>,
}

/// The server responds with 400 if the marker is not a bookmark.
#[request]
pub struct DeleteMarker {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The id of the marker.
    pub marker: MarkerId,
}
