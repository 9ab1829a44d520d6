//! Every operation, a file a group; [`all`] is the whole table.

pub mod authentication;
pub mod content;
pub mod general;
pub mod library;
pub mod plextv;
pub mod provider;

use crate::endpoint::Meta;

/// Every operation as data, group by group.
pub fn all() -> impl Iterator<Item = &'static Meta> {
    [
        authentication::TABLE,
        general::TABLE,
        library::TABLE,
        content::TABLE,
        provider::TABLE,
        plextv::authentication::TABLE,
        plextv::resources::TABLE,
        plextv::home::TABLE,
        plextv::sharing::TABLE,
    ]
    .into_iter()
    .flatten()
}

/// The operation of this name, as `GetTransientToken` or `get_transient_token`.
pub fn find(name: &str) -> Option<&'static Meta> {
    all().find(|meta| meta.name == name || meta.operation() == name)
}
