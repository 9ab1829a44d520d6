//! Markers: stretches of an item that a player may offer to skip, and places that a user marked.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{MarkerId, RatingKey};
use crate::model::Markers;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `POST /library/metadata/{ids}/marker`
///
/// Adds a marker to an item, for this user.
///
/// - Parameters: the item; what to mark, from where to where, in milliseconds.
/// - Answer: the marker.
/// - Errors: 401 without a token that the server accepts; 400 where the end lies before the start; 404 for an item
///   that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `create_marker`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateMarker {
    /// The item.
    pub ids: RatingKey,
    /// The number of the kind of marker.
    #[wire(name = "type")]
    pub kind: u16,
    /// Where it starts, in milliseconds.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: u64,
    /// Where it ends, in milliseconds.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// What else to note, as name and value: `("attributes[title]", "The storm")`.
    #[wire(name = "*")]
    pub attributes: Vec<(Text, Text)>,
}

/// `PUT /library/metadata/{ids}/marker/{marker}`
///
/// Changes a marker of this user.
///
/// - Parameters: the item and the marker; what to mark, from where to where, in milliseconds.
/// - Answer: the marker.
/// - Errors: 401 without a token that the server accepts; 400 where the end lies before the start; 404 for a marker
///   that is not there.
/// - Who: anyone whose token the server accepts.
/// - Source: `edit_marker`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct EditMarker {
    /// The item.
    pub ids: RatingKey,
    /// The marker.
    pub marker: MarkerId,
    /// The number of the kind of marker.
    #[wire(name = "type")]
    pub kind: u16,
    /// Where it starts, in milliseconds.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: u64,
    /// Where it ends, in milliseconds.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// What else to note, as name and value: `("attributes[title]", "The storm")`.
    #[wire(name = "*")]
    pub attributes: Vec<(Text, Text)>,
}

/// `DELETE /library/metadata/{ids}/marker/{marker}`
///
/// Deletes a bookmark of this user.
///
/// - Parameters: the item and the marker.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a marker that is no bookmark; 404 for one that is
///   not there.
/// - Who: anyone whose token the server accepts.
/// - Source: `delete_marker`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteMarker {
    /// The item.
    pub ids: RatingKey,
    /// The marker.
    pub marker: MarkerId,
}

endpoints! {
    ($) Pms, library, library_markers_endpoints;
    CreateMarker: POST "/library/metadata/{ids}/marker"
        -> MediaContainer<Markers>, User, Once;
    EditMarker: PUT "/library/metadata/{ids}/marker/{marker}"
        -> MediaContainer<Markers>, User, Idempotent;
    DeleteMarker: DELETE "/library/metadata/{ids}/marker/{marker}"
        -> NoBody, User, Idempotent;
}
