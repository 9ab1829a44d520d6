//! What an item can choose its poster, backdrop, logo and theme from: lists, uploads, choices.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::Content;
use crate::ids::RatingKey;
use crate::model::ArtworkList;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_artwork_choices_endpoints;

    /// Lists the posters that an item can use.
    ListPosters: GET "/library/metadata/{id}/posters" -> MediaContainer<ArtworkList>, User, Read, unpublished;
    /// Uploads a poster for an item and selects it.
    UploadPoster: POST "/library/metadata/{id}/posters" -> NoBody, User, Idempotent, in Raw, unpublished;
    /// Selects one of the posters that an item can use.
    SetPoster: PUT "/library/metadata/{id}/poster" -> NoBody, User, Idempotent, unpublished;
    /// Removes the poster of an item and locks it against metadata refreshes.
    DeletePoster: DELETE "/library/metadata/{id}/thumb" -> NoBody, User, Idempotent, unpublished;
    /// Lists the backgrounds that an item can use.
    ListArts: GET "/library/metadata/{id}/arts" -> MediaContainer<ArtworkList>, User, Read, unpublished;
    /// Uploads a background for an item and selects it.
    UploadArt: POST "/library/metadata/{id}/arts" -> NoBody, User, Idempotent, in Raw, unpublished;
    /// Selects one of the backgrounds that an item can use.
    SetArt: PUT "/library/metadata/{id}/art" -> NoBody, User, Idempotent, unpublished;
    /// Removes the background of an item and locks it against metadata refreshes.
    DeleteArt: DELETE "/library/metadata/{id}/art" -> NoBody, User, Idempotent, unpublished;
    /// Lists the logos that an item can use.
    ListClearLogos: GET "/library/metadata/{id}/clearLogos"
        -> MediaContainer<ArtworkList>, User, Read, unpublished;
    /// Uploads a logo for an item and selects it.
    UploadClearLogo: POST "/library/metadata/{id}/clearLogos"
        -> NoBody, User, Idempotent, in Raw, unpublished;
    /// Selects one of the logos that an item can use.
    SetClearLogo: PUT "/library/metadata/{id}/clearLogo" -> NoBody, User, Idempotent, unpublished;
    /// Removes the logo of an item and locks it against metadata refreshes.
    DeleteClearLogo: DELETE "/library/metadata/{id}/clearLogo" -> NoBody, User, Idempotent, unpublished;
    /// Lists the square backgrounds that an item can use.
    ListSquareArts: GET "/library/metadata/{id}/squareArts"
        -> MediaContainer<ArtworkList>, User, Read, unpublished;
    /// Uploads a square background for an item and selects it.
    UploadSquareArt: POST "/library/metadata/{id}/squareArts"
        -> NoBody, User, Idempotent, in Raw, unpublished;
    /// Selects one of the square backgrounds that an item can use.
    SetSquareArt: PUT "/library/metadata/{id}/squareArt" -> NoBody, User, Idempotent, unpublished;
    /// Removes the square background of an item and locks it against metadata refreshes.
    DeleteSquareArt: DELETE "/library/metadata/{id}/squareArt" -> NoBody, User, Idempotent, unpublished;
    /// Lists the themes that an item can use.
    ListThemes: GET "/library/metadata/{id}/themes" -> MediaContainer<ArtworkList>, User, Read, unpublished;
    /// Uploads a theme for an item and selects it.
    UploadTheme: POST "/library/metadata/{id}/themes" -> NoBody, User, Idempotent, in Raw, unpublished;
    /// Removes the theme music of an item and locks it against metadata refreshes.
    DeleteTheme: DELETE "/library/metadata/{id}/theme" -> NoBody, User, Idempotent, unpublished;
}

/// The one in use is marked with `selected`.
#[request]
pub struct ListPosters {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The file is the request body, or the server downloads it from `url`. The server responds with 400 if it cannot read
/// the file.
///
/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct UploadPoster {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The URL to download the image from. If omitted, the image must be in `content`.
    pub url: Option<Text>,
    /// The image. Leave it empty if `url` is set.
    #[wire(skip)]
    pub content: Content,
}

/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct SetPoster {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The `rating_key` of the poster, as returned by [`ListPosters`].
    pub url: Text,
}

/// The server also responds with 404 if the item has no poster. Only the owner can change the artwork of an item. Users
/// can also change the artwork of playlists that they created. Requires Plex Media Server 1.43.0 or later.
#[request]
pub struct DeletePoster {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The one in use is marked with `selected`.
#[request]
pub struct ListArts {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The file is the request body, or the server downloads it from `url`. The server responds with 400 if it cannot read
/// the file.
///
/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct UploadArt {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The URL to download the image from. If omitted, the image must be in `content`.
    pub url: Option<Text>,
    /// The image. Leave it empty if `url` is set.
    #[wire(skip)]
    pub content: Content,
}

/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct SetArt {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The `rating_key` of the background, as returned by [`ListArts`].
    pub url: Text,
}

/// The server also responds with 404 if the item has no background. Only the owner can change the artwork of an item.
/// Users can also change the artwork of playlists that they created. Requires Plex Media Server 1.43.0 or later.
#[request]
pub struct DeleteArt {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The one in use is marked with `selected`.
#[request]
pub struct ListClearLogos {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The file is the request body, or the server downloads it from `url`. The server responds with 400 if it cannot read
/// the file.
///
/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct UploadClearLogo {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The URL to download the image from. If omitted, the image must be in `content`.
    pub url: Option<Text>,
    /// The image. Leave it empty if `url` is set.
    #[wire(skip)]
    pub content: Content,
}

/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct SetClearLogo {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The `rating_key` of the logo, as returned by [`ListClearLogos`].
    pub url: Text,
}

/// The server also responds with 404 if the item has no logo. Only the owner can change the artwork of an item. Users
/// can also change the artwork of playlists that they created. Requires Plex Media Server 1.43.0 or later.
#[request]
pub struct DeleteClearLogo {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The one in use is marked with `selected`. Square backgrounds require Plex Media Server 1.43.0 or later.
#[request]
pub struct ListSquareArts {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The file is the request body, or the server downloads it from `url`. The server responds with 400 if it cannot read
/// the file.
///
/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
/// Square backgrounds require Plex Media Server 1.43.0 or later.
#[request]
pub struct UploadSquareArt {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The URL to download the image from. If omitted, the image must be in `content`.
    pub url: Option<Text>,
    /// The image. Leave it empty if `url` is set.
    #[wire(skip)]
    pub content: Content,
}

/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
/// Square backgrounds require Plex Media Server 1.43.0 or later.
#[request]
pub struct SetSquareArt {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The `rating_key` of the square background, as returned by [`ListSquareArts`].
    pub url: Text,
}

/// The server also responds with 404 if the item has no square background. Only the owner can change the artwork of an
/// item. Users can also change the artwork of playlists that they created. Requires Plex Media Server 1.43.0 or later.
#[request]
pub struct DeleteSquareArt {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The one in use is marked with `selected`.
#[request]
pub struct ListThemes {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The file is the request body, or the server downloads it from `url`. The server responds with 400 if it cannot read
/// the file. Uploading a theme locks it, so that metadata refreshes do not replace it.
///
/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct UploadTheme {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The URL to download the audio file from. If omitted, the audio file must be in `content`.
    pub url: Option<Text>,
    /// The audio file. Leave it empty if `url` is set.
    #[wire(skip)]
    pub content: Content,
}

/// The server also responds with 404 if the item has no theme music. Only the owner can change the artwork of an item.
/// Users can also change the artwork of playlists that they created. Requires Plex Media Server 1.43.0 or later.
#[request]
pub struct DeleteTheme {
    /// The rating key of the item.
    pub id: RatingKey,
}
