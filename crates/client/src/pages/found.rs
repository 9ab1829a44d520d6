//! [`ItemsByKey`]: items by their keys, in the order asked for.

use crate::call::Call;
use crate::error::Error;
use crate::request::Window;
use plex_sdk_contract::endpoints::content::GetMetadataItem;
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::Metadata;
use std::collections::{HashMap, HashSet};

/// How many items are asked for in one request: a path of some hundred characters.
const CHUNK: usize = 100;

/// Items by their keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemsByKey {
    /// The items that are there, in the order asked for; one that was asked for twice is there twice.
    pub items: Vec<Metadata>,
    /// The keys for which there is none, in the order asked for.
    pub missing: Vec<RatingKey>,
}

impl Call<GetMetadataItem> {
    /// Reads any number of items, a hundred in one request, and gives them in the order of the keys, with those that are not
    /// there.
    pub async fn in_order(self) -> Result<ItemsByKey, Error> {
        let mut known = HashSet::new();
        let mut keys = self.request.ids.clone();
        let asked = keys.clone();
        keys.retain(|key| known.insert(key.clone()));
        let mut items = HashMap::with_capacity(keys.len());
        for chunk in keys.chunks(CHUNK) {
            let mut call = self.clone();
            call.request.ids = chunk.to_vec();
            // No server is to give fewer by a habit of its own.
            let size = u32::try_from(chunk.len()).unwrap_or(u32::MAX);
            call.overrides.window = Some(Window { start: 0, size });
            match call.await {
                Ok(page) => {
                    let page = page.content.metadata.into_iter();
                    items.extend(page.filter_map(|item| Some((item.rating_key.clone()?, item))));
                }
                // None of them is there.
                Err(error) if error.is_not_found() => {}
                Err(error) => return Err(error),
            }
        }
        let mut found = ItemsByKey::default();
        for key in asked {
            match items.get(&key) {
                Some(item) => found.items.push(item.clone()),
                None => found.missing.push(key),
            }
        }
        Ok(found)
    }
}
