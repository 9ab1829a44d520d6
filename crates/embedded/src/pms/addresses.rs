//! What the `uri` of a list means: items one by one, a list of a section, a collection, a playlist.

use crate::pms::{collections, content, playlists};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::Server;
use crate::world::library::Library;
use percent_encoding::percent_decode_str;
use plex_sdk_contract::endpoints::content::ListContent;
use plex_sdk_contract::ids::{RatingKey, SectionId};
use plex_sdk_contract::params;
use plex_sdk_contract::query::Query;
use std::borrow::Cow;

/// A path with its query, as an address has them behind the server or the section.
fn path_of(address: &str) -> Result<Cow<'_, str>, Refusal> {
    let address: Cow<'_, str> = if address.starts_with('/') || address.contains("://") {
        address.into()
    } else {
        decode(address).into()
    };
    if address.starts_with('/') {
        return Ok(address);
    }
    if let Some(rest) = address.strip_prefix("server://") {
        let rest = if rest.contains("/com.plexapp.plugins.library") {
            Cow::Borrowed(rest)
        } else {
            decode(rest).into()
        };
        let (_, path) = rest
            .split_once("/com.plexapp.plugins.library")
            .ok_or(Refusal::BadRequest)?;
        return Ok(path.to_owned().into());
    }
    // `library://`, the section's UUID or nothing, `item` or `directory`, and the path, encoded.
    let rest = address
        .strip_prefix("library://")
        .ok_or(Refusal::BadRequest)?;
    let mut parts = rest.splitn(3, '/');
    let path = parts.nth(2).ok_or(Refusal::BadRequest)?;
    Ok(decode(path).into())
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The places of what an address lists, as far as the caller may see it.
pub(crate) fn items(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    address: &str,
) -> Result<Vec<usize>, Refusal> {
    let whole = path_of(address)?;
    let (path, query) = whole.split_once('?').unwrap_or((&whole, ""));
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        ["library", "metadata", keys] => {
            let mut found = Vec::new();
            for key in decode(keys).split(',') {
                found.extend(item(call, server, library, key)?);
            }
            Ok(found)
        }
        ["library", "metadata", key, below] => {
            let Ok(at) = content::find(call, library, &RatingKey::from(*key)) else {
                return collections::members(call, server, library, key);
            };
            Ok(match *below {
                "children" => library.children(at).collect(),
                "allLeaves" | "grandchildren" => library.leaves(at).collect(),
                _ => return Err(Refusal::BadRequest),
            })
        }
        ["library", "sections", section, "all"] => listed(call, library, section, query),
        ["library", "collections", number] | ["library", "collections", number, _] => {
            collections::members(call, server, library, number)
        }
        ["playlists", number] | ["playlists", number, _] => {
            playlists::played(call, server, library, number)
        }
        _ => Err(Refusal::BadRequest),
    }
}

/// The place of an item, or those of a collection's.
fn item(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    key: &str,
) -> Result<Vec<usize>, Refusal> {
    match content::find(call, library, &RatingKey::from(key)) {
        Ok(at) => Ok(vec![at]),
        Err(_) => collections::members(call, server, library, key)
            .or_else(|_| playlists::played(call, server, library, key)),
    }
}

fn listed(
    call: &Call<'_>,
    library: &Library,
    section: &str,
    query: &str,
) -> Result<Vec<usize>, Refusal> {
    let (place, shelf) = super::library::shelf(call, &SectionId::from(section))?;
    let request = ListContent::new(section).filter(params::pairs(query));
    let (query, _) = Query::read(&request);
    let now = call.world.now();
    Ok(content::evaluate(library, (place, &shelf), &query, now))
}

/// The section that an address lists.
pub(crate) fn section(address: &str) -> Option<SectionId> {
    let whole = path_of(address).ok()?;
    let path = whole.split('?').next()?;
    let rest = path.strip_prefix("/library/sections/")?;
    rest.strip_suffix("/all").map(SectionId::from)
}

/// The rating keys of items at these places.
pub(crate) fn keys(places: &[usize]) -> Vec<u64> {
    places.iter().map(|at| *at as u64 + 1).collect()
}

/// What plays of these: an item itself, or all that lies in it.
pub(crate) fn playable(library: &Library, places: &[usize]) -> Vec<usize> {
    places.iter().flat_map(|at| library.leaves(*at)).collect()
}
