//! What an item carries besides tags and media: ids elsewhere ([`Guid`]), locked fields and links.

use crate::text::Text;
use plex_sdk_derive::model;

/// The ID of an item at another site.
#[model]
pub struct Guid {
    /// ID with its scheme, such as `imdb://tt0096697`.
    pub id: Text,
}

/// The lock state of a field. A metadata refresh does not change a locked field.
#[model]
pub struct FieldLock {
    /// Name of the field, such as `titleSort` or `thumb`.
    pub name: Text,
    /// Whether the field is locked.
    pub locked: Option<bool>,
}

/// A link carried by an item of a cloud provider.
#[model]
pub struct Link {
    /// URL.
    pub url: Option<Text>,
}
