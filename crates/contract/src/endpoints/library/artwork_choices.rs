//! What an item can choose its poster, backdrop, logo and theme from: lists, uploads, choices.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::{Content, endpoints};
use crate::ids::RatingKey;
use crate::model::ArtworkList;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /library/metadata/{id}/posters`
///
/// Lists the posters that an item can choose from.
///
/// - Parameters: the item.
/// - Answer: the choices; `selected` tells the one in use.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_posters`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListPosters {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for ListPosters {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `POST /library/metadata/{id}/posters`
///
/// Adds a poster to the choices of an item, and chooses it.
///
/// - Parameters: the item; the address, or the file itself as the body.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a file that the server cannot read; 404 for an item
///   that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `upload_poster`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UploadPoster {
    /// The item.
    pub id: RatingKey,
    /// The web address to fetch it from, where it is not in the body.
    pub url: Option<Text>,
    /// The file; without bytes where `url` says where it is.
    #[wire(skip)]
    pub content: Content,
}

impl From<RatingKey> for UploadPoster {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{id}/poster`
///
/// Chooses a poster for an item.
///
/// - Parameters: the item; the choice.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `set_poster`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetPoster {
    /// The item.
    pub id: RatingKey,
    /// The `rating_key` of the choice, as [`ListPosters`] gives it.
    pub url: Text,
}

/// `DELETE /library/metadata/{id}/thumb`
///
/// Takes the poster from an item, and keeps refreshes from setting one.
///
/// - Parameters: the item.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there, or has none.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `delete_poster`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeletePoster {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for DeletePoster {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `GET /library/metadata/{id}/arts`
///
/// Lists the backdrops that an item can choose from.
///
/// - Parameters: the item.
/// - Answer: the choices; `selected` tells the one in use.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_arts`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListArts {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for ListArts {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `POST /library/metadata/{id}/arts`
///
/// Adds a backdrop to the choices of an item, and chooses it.
///
/// - Parameters: the item; the address, or the file itself as the body.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a file that the server cannot read; 404 for an item
///   that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `upload_art`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UploadArt {
    /// The item.
    pub id: RatingKey,
    /// The web address to fetch it from, where it is not in the body.
    pub url: Option<Text>,
    /// The file; without bytes where `url` says where it is.
    #[wire(skip)]
    pub content: Content,
}

impl From<RatingKey> for UploadArt {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{id}/art`
///
/// Chooses a backdrop for an item.
///
/// - Parameters: the item; the choice.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `set_art`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetArt {
    /// The item.
    pub id: RatingKey,
    /// The `rating_key` of the choice, as [`ListArts`] gives it.
    pub url: Text,
}

/// `DELETE /library/metadata/{id}/art`
///
/// Takes the backdrop from an item, and keeps refreshes from setting one.
///
/// - Parameters: the item.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there, or has none.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `delete_art`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteArt {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for DeleteArt {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `GET /library/metadata/{id}/clearLogos`
///
/// Lists the logos that an item can choose from.
///
/// - Parameters: the item.
/// - Answer: the choices; `selected` tells the one in use.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_clear_logos`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListClearLogos {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for ListClearLogos {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `POST /library/metadata/{id}/clearLogos`
///
/// Adds a logo to the choices of an item, and chooses it.
///
/// - Parameters: the item; the address, or the file itself as the body.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a file that the server cannot read; 404 for an item
///   that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `upload_clear_logo`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UploadClearLogo {
    /// The item.
    pub id: RatingKey,
    /// The web address to fetch it from, where it is not in the body.
    pub url: Option<Text>,
    /// The file; without bytes where `url` says where it is.
    #[wire(skip)]
    pub content: Content,
}

impl From<RatingKey> for UploadClearLogo {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{id}/clearLogo`
///
/// Chooses a logo for an item.
///
/// - Parameters: the item; the choice.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `set_clear_logo`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetClearLogo {
    /// The item.
    pub id: RatingKey,
    /// The `rating_key` of the choice, as [`ListClearLogos`] gives it.
    pub url: Text,
}

/// `DELETE /library/metadata/{id}/clearLogo`
///
/// Takes the logo from an item, and keeps refreshes from setting one.
///
/// - Parameters: the item.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there, or has none.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `delete_clear_logo`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteClearLogo {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for DeleteClearLogo {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `GET /library/metadata/{id}/squareArts`
///
/// Lists the square backdrops that an item can choose from.
///
/// - Parameters: the item.
/// - Answer: the choices; `selected` tells the one in use.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_square_arts`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListSquareArts {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for ListSquareArts {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `POST /library/metadata/{id}/squareArts`
///
/// Adds a square backdrop to the choices of an item, and chooses it.
///
/// - Parameters: the item; the address, or the file itself as the body.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a file that the server cannot read; 404 for an item
///   that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `upload_square_art`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UploadSquareArt {
    /// The item.
    pub id: RatingKey,
    /// The web address to fetch it from, where it is not in the body.
    pub url: Option<Text>,
    /// The file; without bytes where `url` says where it is.
    #[wire(skip)]
    pub content: Content,
}

impl From<RatingKey> for UploadSquareArt {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{id}/squareArt`
///
/// Chooses a square backdrop for an item.
///
/// - Parameters: the item; the choice.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `set_square_art`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetSquareArt {
    /// The item.
    pub id: RatingKey,
    /// The `rating_key` of the choice, as [`ListSquareArts`] gives it.
    pub url: Text,
}

/// `DELETE /library/metadata/{id}/squareArt`
///
/// Takes the square backdrop from an item, and keeps refreshes from setting one.
///
/// - Parameters: the item.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there, or has none.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `delete_square_art`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteSquareArt {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for DeleteSquareArt {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `GET /library/metadata/{id}/themes`
///
/// Lists the pieces of theme music that an item can choose from.
///
/// - Parameters: the item.
/// - Answer: the choices; `selected` tells the one in use.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_themes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListThemes {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for ListThemes {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `POST /library/metadata/{id}/themes`
///
/// Adds a piece of theme music to the choices of an item, and chooses it.
///
/// - Parameters: the item; the address, or the file itself as the body.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a file that the server cannot read; 404 for an item
///   that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `upload_theme`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UploadTheme {
    /// The item.
    pub id: RatingKey,
    /// The web address to fetch it from, where it is not in the body.
    pub url: Option<Text>,
    /// The file; without bytes where `url` says where it is.
    #[wire(skip)]
    pub content: Content,
}

impl From<RatingKey> for UploadTheme {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// `DELETE /library/metadata/{id}/theme`
///
/// Takes the theme music from an item, and keeps refreshes from setting one.
///
/// - Parameters: the item.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there, or has none.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `delete_theme`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteTheme {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for DeleteTheme {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

endpoints! {
    ($) Pms, library, library_artwork_choices_endpoints;
    ListPosters: GET "/library/metadata/{id}/posters"
        -> MediaContainer<ArtworkList>, User, Read;
    UploadPoster: POST "/library/metadata/{id}/posters"
        -> NoBody, User, Idempotent, in Raw;
    SetPoster: PUT "/library/metadata/{id}/poster"
        -> NoBody, User, Idempotent;
    DeletePoster: DELETE "/library/metadata/{id}/thumb"
        -> NoBody, User, Idempotent;
    ListArts: GET "/library/metadata/{id}/arts"
        -> MediaContainer<ArtworkList>, User, Read;
    UploadArt: POST "/library/metadata/{id}/arts"
        -> NoBody, User, Idempotent, in Raw;
    SetArt: PUT "/library/metadata/{id}/art"
        -> NoBody, User, Idempotent;
    DeleteArt: DELETE "/library/metadata/{id}/art"
        -> NoBody, User, Idempotent;
    ListClearLogos: GET "/library/metadata/{id}/clearLogos"
        -> MediaContainer<ArtworkList>, User, Read;
    UploadClearLogo: POST "/library/metadata/{id}/clearLogos"
        -> NoBody, User, Idempotent, in Raw;
    SetClearLogo: PUT "/library/metadata/{id}/clearLogo"
        -> NoBody, User, Idempotent;
    DeleteClearLogo: DELETE "/library/metadata/{id}/clearLogo"
        -> NoBody, User, Idempotent;
    ListSquareArts: GET "/library/metadata/{id}/squareArts"
        -> MediaContainer<ArtworkList>, User, Read;
    UploadSquareArt: POST "/library/metadata/{id}/squareArts"
        -> NoBody, User, Idempotent, in Raw;
    SetSquareArt: PUT "/library/metadata/{id}/squareArt"
        -> NoBody, User, Idempotent;
    DeleteSquareArt: DELETE "/library/metadata/{id}/squareArt"
        -> NoBody, User, Idempotent;
    ListThemes: GET "/library/metadata/{id}/themes"
        -> MediaContainer<ArtworkList>, User, Read;
    UploadTheme: POST "/library/metadata/{id}/themes"
        -> NoBody, User, Idempotent, in Raw;
    DeleteTheme: DELETE "/library/metadata/{id}/theme"
        -> NoBody, User, Idempotent;
}
