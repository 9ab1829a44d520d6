//! [`Artwork`]: the pictures and theme music that items of a server were given.

use crate::world::kept::Kept;
use crate::world::store::Store;
use crate::world::tokens::Digest;
use plex_sdk_contract::endpoint::Content;
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::ArtworkElement;
use plex_sdk_contract::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

/// What one place of an item was given.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Given {
    /// The addresses of what was uploaded, the oldest first.
    pub(crate) uploads: Vec<String>,
    pub(crate) shown: Shown,
    /// When that was last changed.
    pub(crate) changed_at: Timestamp,
}

/// What a place of an item shows.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Shown {
    /// What it has by itself.
    #[default]
    Own,
    /// What was uploaded to this address.
    Upload(String),
    Nothing,
}

/// What items were given, by item and place.
pub(crate) struct Artwork {
    given: Kept<BTreeMap<String, Given>>,
    store: Arc<Store>,
    /// What the names of this server's uploads start with in the store.
    prefix: String,
}

fn name_of(item: &RatingKey, element: &ArtworkElement) -> String {
    format!("{item}/{element}")
}

impl Artwork {
    pub(crate) fn open(store: &Arc<Store>, server: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            given: Kept::open(store, format!("{server}/artwork"))?,
            store: store.clone(),
            prefix: format!("{server}/upload/"),
        })
    }

    pub(crate) fn given(&self, item: &RatingKey, element: &ArtworkElement) -> Option<Given> {
        let name = name_of(item, element);
        self.given.read(|given| given.get(&name).cloned())
    }

    /// Changes what a place shows.
    pub(crate) fn show(
        &self,
        item: &RatingKey,
        element: &ArtworkElement,
        shown: Shown,
        now: Timestamp,
    ) {
        self.given.change(|given| {
            let given = given.entry(name_of(item, element)).or_default();
            given.shown = shown;
            given.changed_at = now;
        });
    }

    /// Keeps a file and shows it.
    pub(crate) fn upload(
        &self,
        item: &RatingKey,
        element: &ArtworkElement,
        bytes: &[u8],
        now: Timestamp,
    ) -> rusqlite::Result<()> {
        let folder = match element {
            ArtworkElement::Thumb => "posters",
            ArtworkElement::Art => "art",
            ArtworkElement::Theme => "themes",
            other => other.as_str(),
        };
        let mut address = format!("upload://{folder}/");
        for byte in &Digest::of_bytes(bytes).0[..20] {
            let _ = write!(address, "{byte:02x}");
        }
        self.store
            .write(&format!("{}{address}", self.prefix), bytes)?;
        self.given.change(|given| {
            let given = given.entry(name_of(item, element)).or_default();
            if !given.uploads.contains(&address) {
                given.uploads.push(address.clone());
            }
            given.shown = Shown::Upload(address);
            given.changed_at = now;
        });
        Ok(())
    }

    /// What was uploaded to an address.
    pub(crate) fn uploaded(&self, address: &str) -> rusqlite::Result<Option<Vec<u8>>> {
        self.store.read(&format!("{}{address}", self.prefix))
    }
}

/// What a file is by its first bytes; `None` for what is no picture and no music.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let inside =
        |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(magic));
    Some(match () {
        () if starts(b"\x89PNG\r\n\x1a\n") => "image/png",
        () if starts(b"\xff\xd8\xff") => "image/jpeg",
        () if starts(b"GIF8") => "image/gif",
        () if starts(b"RIFF") && inside(8, b"WEBP") => "image/webp",
        () if starts(b"ID3") || starts(b"\xff\xfb") => "audio/mpeg",
        () => return None,
    })
}

/// The bytes to keep of what was sent, where they are a picture or music as the place wants it.
pub(crate) fn fit(element: &ArtworkElement, content: &Content) -> bool {
    let wanted = match element {
        ArtworkElement::Theme => "audio/",
        _ => "image/",
    };
    kind_of(&content.bytes).is_some_and(|kind| kind.starts_with(wanted))
}
