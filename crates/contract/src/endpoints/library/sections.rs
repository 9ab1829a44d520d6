//! The library and its sections.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::{Directories, Sections};
use serde::{Deserialize, Serialize};

/// `GET /library`
///
/// Lists the ways into the library, such as its sections and what was added last.
///
/// - Answer: directories, each with a key below `/library/`.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_root_library`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetRootLibrary {}

/// `GET /library/sections/all`
///
/// Lists the library's sections, such as "Movies", as far as the caller may see them.
///
/// - Answer: sections with their numbers, titles, kinds, agents and folders.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Paths: `/library/sections` gives the same and is what older clients ask for.
/// - Source: `get_sections`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetSections {}

endpoints! {
    ($) Pms, library, library_sections_endpoints;
    GetRootLibrary {}: GET "/library" -> MediaContainer<Directories>, User, Read;
    GetSections {}: GET "/library/sections/all" | "/library/sections"
        -> MediaContainer<Sections>, User, Read;
}
