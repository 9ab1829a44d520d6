//! [`Administration`]: what an owner changes of a server.

use crate::world::artwork::Artwork;
use crate::world::store::Store;
use std::sync::Arc;

pub(crate) struct Administration {
    pub(crate) artwork: Artwork,
}

impl Administration {
    pub(crate) fn open(store: &Arc<Store>, server: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            artwork: Artwork::open(store, server)?,
        })
    }
}
