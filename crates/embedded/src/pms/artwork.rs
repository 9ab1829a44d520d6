//! Pictures and theme music of items: what is shown, what can be chosen, and sizes. Where nothing was uploaded it is a
//! picture of one colour, which the item's own address gives.

use crate::file::File;
use crate::pms::content::find;
use crate::pms::library::{TAG_PREFIX, TAG_VERSION, shelf};
use crate::pms::picture::Picture;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::artwork::{Given, Shown, fit, kind_of};
use crate::world::library::Item;
use crate::world::tokens::{Digest, Level};
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoint::Content;
use plex_sdk_contract::endpoints::library::*;
use plex_sdk_contract::endpoints::transcoder::TranscodeImage;
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::{Artwork, ArtworkElement, ArtworkList, MediaKind, Metadata};
use plex_sdk_contract::reply::NoBody;
use plex_sdk_contract::text::Text;
use std::fmt::Write as _;

type List = MediaContainer<ArtworkList>;

/// An item that the caller may see.
fn item(call: &Call<'_>, id: &RatingKey) -> Result<Item, Refusal> {
    let (_, server) = call.server()?;
    let library = server.lists.library();
    let at = find(call, &library, id)?;
    library.items.get(at).cloned().ok_or(Refusal::NotFound)
}

/// The place as it is kept: a poster is the thumb.
fn place_of(element: &ArtworkElement) -> ArtworkElement {
    match element {
        ArtworkElement::Poster => ArtworkElement::Thumb,
        other => other.clone(),
    }
}

/// The address of the picture that an item has by itself.
fn own(item: &Metadata, element: &ArtworkElement) -> Option<String> {
    let folder = match element {
        ArtworkElement::Thumb if item.thumb.is_some() => "posters",
        ArtworkElement::Art if item.art.is_some() => "art",
        _ => return None,
    };
    let mut address = format!("metadata://{folder}/plex_");
    let guid = item.guid.as_deref().unwrap_or_default();
    for byte in &Digest::of(&format!("{guid}/{element}")).0[..20] {
        let _ = write!(address, "{byte:02x}");
    }
    Some(address)
}

/// The size of the picture that an item has by itself, in pixels.
fn size_of(item: &Metadata, element: &ArtworkElement) -> (u32, u32) {
    match (element, item.kind.as_ref()) {
        (ArtworkElement::Art, _) | (_, Some(MediaKind::Episode)) => (640, 360),
        (_, Some(MediaKind::Artist | MediaKind::Album | MediaKind::Track)) => (400, 400),
        _ => (400, 600),
    }
}

fn given(call: &Call<'_>, id: &RatingKey, element: &ArtworkElement) -> Result<Given, Refusal> {
    let (_, server) = call.server()?;
    let given = server.administration.artwork.given(id, element);
    Ok(given.unwrap_or_default())
}

/// What an address of an item's choices stands for.
fn bytes_of(
    call: &Call<'_>,
    item: &Metadata,
    element: &ArtworkElement,
    address: &str,
) -> Result<Vec<u8>, Refusal> {
    let (_, server) = call.server()?;
    if own(item, element).as_deref() == Some(address) {
        return Ok(Picture::of(address, size_of(item, element)).png());
    }
    let found = server.administration.artwork.uploaded(address);
    found.map_err(|_| Refusal::Broken)?.ok_or(Refusal::NotFound)
}

/// What a place of an item shows, as its address.
fn shown(call: &Call<'_>, item: &Metadata, element: &ArtworkElement) -> Result<String, Refusal> {
    let id = item.rating_key.clone().unwrap_or_default();
    match given(call, &id, element)?.shown {
        Shown::Upload(address) => Ok(address),
        Shown::Own => own(item, element).ok_or(Refusal::NotFound),
        Shown::Nothing => Err(Refusal::NotFound),
    }
}

fn file(bytes: Vec<u8>) -> File {
    File::whole(kind_of(&bytes).unwrap_or("application/octet-stream"), bytes)
}

/// Has an item say where its pictures are: they have other addresses once they changed.
pub(crate) fn dress(call: &Call<'_>, item: &mut Metadata) {
    type Field = fn(&mut Metadata) -> &mut Option<Text>;
    let Some(id) = item.rating_key.clone() else {
        return;
    };
    let fields: [(ArtworkElement, Field); 3] = [
        (ArtworkElement::Thumb, |item| &mut item.thumb),
        (ArtworkElement::Art, |item| &mut item.art),
        (ArtworkElement::Theme, |item| &mut item.theme),
    ];
    for (element, field) in fields {
        let field = field(item);
        let Ok(given) = given(call, &id, &element) else {
            continue;
        };
        if given.changed_at.as_secs() == 0 {
            continue;
        }
        let path = format!(
            "/library/metadata/{id}/{element}/{}",
            given.changed_at.as_secs()
        );
        match given.shown {
            Shown::Nothing => *field = None,
            Shown::Own if field.is_none() => {}
            _ => *field = Some(path.into()),
        }
    }
}

fn list(call: &Call<'_>, id: &RatingKey, element: &ArtworkElement) -> Result<List, Refusal> {
    let item = &item(call, id)?.full;
    let given = given(call, id, element)?;
    let now = shown(call, item, element).ok();
    let kind = match element {
        ArtworkElement::Theme => MediaKind::Track,
        _ => MediaKind::Photo,
    };
    let uploads = given.uploads.into_iter().map(|address| (address, None));
    let own = own(item, element).map(|address| (address, Some("tv.plex.agents.movie".into())));
    let artwork: Vec<Artwork> = own
        .into_iter()
        .chain(uploads)
        .map(|(address, provider)| {
            let path = format!(
                "/library/metadata/{id}/file?url={}",
                address.replace(':', "%3A").replace('/', "%2F")
            );
            Artwork {
                selected: Some(now.as_ref() == Some(&address)),
                key: Some(path.as_str().into()),
                thumb: Some(path.into()),
                rating_key: Some(address.into()),
                provider,
                kind: Some(kind.clone()),
            }
        })
        .collect();
    let content = ArtworkList {
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        artwork,
    };
    Ok(MediaContainer::new(content.artwork.len(), content))
}

fn owner(call: &Call<'_>) -> Result<(), Refusal> {
    let owner = call.caller.level == Level::Admin;
    owner.then_some(()).ok_or(Refusal::Forbidden)
}

/// Takes a file, or a stand-in for one that is on the web: nothing is fetched.
fn upload(
    call: &Call<'_>,
    id: &RatingKey,
    element: &ArtworkElement,
    url: Option<&str>,
    content: &Content,
) -> Result<NoBody, Refusal> {
    owner(call)?;
    let (_, server) = call.server()?;
    let item = &item(call, id)?.full;
    let bytes = match url {
        Some(url) if content.bytes.is_empty() && *element != ArtworkElement::Theme => {
            if !url.starts_with("http://") && !url.starts_with("https://") {
                return Err(Refusal::BadRequest);
            }
            Picture::of(url, size_of(item, element)).png().into()
        }
        _ if fit(element, content) => content.bytes.clone(),
        _ => return Err(Refusal::BadRequest),
    };
    let artwork = &server.administration.artwork;
    let kept = artwork.upload(id, element, &bytes, call.world.now());
    kept.map_err(|_| Refusal::Broken)?;
    Ok(NoBody)
}

/// Shows one of the choices, or a stand-in for what is on the web.
fn choose(
    call: &Call<'_>,
    id: &RatingKey,
    element: &ArtworkElement,
    url: &str,
) -> Result<NoBody, Refusal> {
    owner(call)?;
    let (_, server) = call.server()?;
    let item = &item(call, id)?.full;
    let uploaded = given(call, id, element)?
        .uploads
        .iter()
        .any(|address| address == url);
    let shown = match () {
        () if own(item, element).as_deref() == Some(url) => Shown::Own,
        () if uploaded => Shown::Upload(url.to_owned()),
        () => return upload(call, id, element, Some(url), &Content::default()),
    };
    let artwork = &server.administration.artwork;
    artwork.show(id, element, shown, call.world.now());
    Ok(NoBody)
}

fn take(call: &Call<'_>, id: &RatingKey, element: &ArtworkElement) -> Result<NoBody, Refusal> {
    owner(call)?;
    let (_, server) = call.server()?;
    shown(call, &item(call, id)?.full, element)?;
    let artwork = &server.administration.artwork;
    artwork.show(id, element, Shown::Nothing, call.world.now());
    Ok(NoBody)
}

/// The handlers of each place: its list, an upload, a choice, and taking away what it shows.
macro_rules! places {
    ($($element:ident: $list:ident $List:ident, $upload:ident $Upload:ident, $(($choose:ident $Choose:ident))?,
        $take:ident $Take:ident;)+) => {
        $(
            pub(crate) fn $list(call: &Call<'_>, request: $List) -> Result<List, Refusal> {
                list(call, &request.id, &ArtworkElement::$element)
            }
            pub(crate) fn $upload(call: &Call<'_>, request: $Upload) -> Result<NoBody, Refusal> {
                let url = request.url.as_deref();
                upload(call, &request.id, &ArtworkElement::$element, url, &request.content)
            }
            $(pub(crate) fn $choose(call: &Call<'_>, request: $Choose) -> Result<NoBody, Refusal> {
                choose(call, &request.id, &ArtworkElement::$element, &request.url)
            })?
            pub(crate) fn $take(call: &Call<'_>, request: $Take) -> Result<NoBody, Refusal> {
                take(call, &request.id, &ArtworkElement::$element)
            }
        )+
    };
}

places! {
    Thumb: list_posters ListPosters, upload_poster UploadPoster, (set_poster SetPoster), delete_poster DeletePoster;
    Art: list_arts ListArts, upload_art UploadArt, (set_art SetArt), delete_art DeleteArt;
    ClearLogo: list_clear_logos ListClearLogos, upload_clear_logo UploadClearLogo, (set_clear_logo SetClearLogo),
        delete_clear_logo DeleteClearLogo;
    SquareArt: list_square_arts ListSquareArts, upload_square_art UploadSquareArt, (set_square_art SetSquareArt),
        delete_square_art DeleteSquareArt;
    Theme: list_themes ListThemes, upload_theme UploadTheme, , delete_theme DeleteTheme;
}

pub(crate) fn set_item_artwork(
    call: &Call<'_>,
    request: SetItemArtwork,
) -> Result<NoBody, Refusal> {
    let (element, url) = (place_of(&request.element), request.url.as_deref());
    upload(call, &request.ids, &element, url, &request.content)
}

pub(crate) fn update_item_artwork(
    call: &Call<'_>,
    request: UpdateItemArtwork,
) -> Result<NoBody, Refusal> {
    let url = request.url.as_deref().ok_or(Refusal::BadRequest)?;
    choose(call, &request.ids, &place_of(&request.element), url)
}

pub(crate) fn library_metadata_delete_element(
    call: &Call<'_>,
    request: LibraryMetadataDeleteElement,
) -> Result<NoBody, Refusal> {
    take(call, &request.ids, &place_of(&request.element))
}

pub(crate) fn get_item_artwork(call: &Call<'_>, request: GetItemArtwork) -> Result<File, Refusal> {
    let item = &item(call, &request.ids)?.full;
    let element = place_of(&request.element);
    let address = shown(call, item, &element)?;
    Ok(file(bytes_of(call, item, &element, &address)?))
}

pub(crate) fn get_file(call: &Call<'_>, request: GetFile) -> Result<File, Refusal> {
    let item = &item(call, &request.ids)?.full;
    let address = request.url.as_deref().ok_or(Refusal::BadRequest)?;
    for element in [
        ArtworkElement::Thumb,
        ArtworkElement::Art,
        ArtworkElement::ClearLogo,
        ArtworkElement::SquareArt,
        ArtworkElement::Banner,
        ArtworkElement::Theme,
    ] {
        let given = given(call, &request.ids, &element)?;
        let uploaded = given.uploads.iter().any(|upload| upload == address);
        if uploaded || own(item, &element).as_deref() == Some(address) {
            return Ok(file(bytes_of(call, item, &element, address)?));
        }
    }
    Err(Refusal::NotFound)
}

pub(crate) fn get_thumb_image(call: &Call<'_>, request: GetThumbImage) -> Result<File, Refusal> {
    let item = &item(call, &request.rating_key)?.full;
    let address = shown(call, item, &ArtworkElement::Thumb)?;
    let (cover, upscale) = (
        request.min_size == Some(true),
        request.upscale == Some(true),
    );
    let picture = Picture::of(&address, size_of(item, &ArtworkElement::Thumb));
    let picture = picture.scaled(Some(request.width), Some(request.height), cover, upscale);
    Ok(File::whole("image/png", picture.png()))
}

pub(crate) fn get_section_image(
    call: &Call<'_>,
    request: GetSectionImage,
) -> Result<File, Refusal> {
    shelf(call, &request.section_id)?;
    let name = format!("section {}", request.section_id);
    Ok(File::whole(
        "image/png",
        Picture::of(&name, (400, 400)).png(),
    ))
}

/// A picture of one colour in the size asked for, always as PNG; uploads too are of one colour here. Pictures on other
/// machines are not fetched.
pub(crate) fn transcode_image(call: &Call<'_>, request: TranscodeImage) -> Result<File, Refusal> {
    let path = request.url.split('?').next().unwrap_or_default();
    if !path.starts_with('/') {
        return Err(Refusal::Forbidden);
    }
    let steps: Vec<&str> = path.split('/').skip(1).collect();
    let picture = match steps[..] {
        ["library", "metadata", id, element, ..] => {
            let item = &item(call, &RatingKey::from(id))?.full;
            let element = place_of(&ArtworkElement::from(element));
            Picture::of(&shown(call, item, &element)?, size_of(item, &element))
        }
        ["library", "sections", id, "composite", ..] => {
            shelf(call, &id.into())?;
            Picture::of(&format!("section {id}"), (400, 400))
        }
        _ => return Err(Refusal::NotFound),
    };
    let (cover, upscale) = (
        request.min_size == Some(true),
        request.upscale == Some(true),
    );
    let mut picture = picture.scaled(request.width, request.height, cover, upscale);
    if let Some(saturation) = request.saturation {
        let [red, green, blue] = picture.colour.map(u32::from);
        let grey = [(red * 30 + green * 59 + blue * 11) / 100; 3];
        picture.colour = mix(picture.colour, grey, 100_u32.saturating_sub(saturation));
    }
    if let Some(opacity) = request.opacity {
        let behind = colour(request.background.as_deref().unwrap_or("000000"))?;
        picture.colour = mix(picture.colour, behind, 100_u32.saturating_sub(opacity));
    }
    if let Some(blend) = &request.blend_color {
        picture.colour = mix(picture.colour, colour(blend)?, 50);
    }
    Ok(File::whole("image/png", picture.png()))
}

/// A colour of six hexadecimal digits.
fn colour(text: &str) -> Result<[u32; 3], Refusal> {
    let digits = text.trim_start_matches('#');
    let number = u32::from_str_radix(digits, 16).map_err(|_| Refusal::BadRequest)?;
    Ok([16, 8, 0].map(|shift| (number >> shift) & 0xFF))
}

/// A colour with so many percent of another.
fn mix(colour: [u8; 3], other: [u32; 3], percent: u32) -> [u8; 3] {
    let mut mixed = colour;
    for (mixed, other) in mixed.iter_mut().zip(other) {
        let sum = u32::from(*mixed) * (100 - percent) + other * percent;
        *mixed = u8::try_from(sum / 100).unwrap_or(u8::MAX);
    }
    mixed
}
