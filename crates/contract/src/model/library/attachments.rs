//! What an item carries besides tags and media: ids elsewhere ([`Guid`]), locked fields and links.

use crate::text::Text;
use plex_sdk_derive::model;

/// The id of an item elsewhere.
#[model]
pub struct Guid {
    /// The id with its scheme, such as `imdb://tt0096697`.
    pub id: Text,
}

/// A field that refreshes leave alone (`Field` on the wire).
#[model]
pub struct FieldLock {
    /// The field, such as `titleSort` or `thumb`.
    pub name: Text,
    /// Whether it is locked.
    pub locked: Option<bool>,
}

/// A web address that an item of a cloud provider carries.
#[model]
pub struct Link {
    /// The address.
    pub url: Option<Text>,
}
