//! The files of items. They are made up: bytes that depend on the file and on nothing else.

use crate::file::File;
use crate::pms::library::sees;
use crate::refusal::Refusal;
use crate::serve::Call;
use plex_sdk_contract::endpoints::library::GetMediaPart;
use plex_sdk_contract::ids::PartId;
use plex_sdk_contract::model::Part;

/// A file that the caller may see.
pub(crate) fn part(call: &Call<'_>, id: &PartId) -> Result<Part, Refusal> {
    let (_, server) = call.server()?;
    let number: u64 = id.as_str().parse().map_err(|_| Refusal::NotFound)?;
    let library = &server.lists.library();
    let (item, part) = library
        .items
        .iter()
        .find_map(|item| {
            let parts = item.full.media.iter().flat_map(|media| &media.parts);
            let part = parts.into_iter().find(|part| part.id == Some(number))?;
            Some((item, part))
        })
        .ok_or(Refusal::NotFound)?;
    let shelf = server.administration.sections.at(item.shelf);
    let shelf = shelf.ok_or(Refusal::NotFound)?;
    sees(call, &shelf)
        .then(|| part.clone())
        .ok_or(Refusal::NotFound)
}

/// What a file is, by its ending.
pub(crate) fn kind_of(ending: &str) -> &'static str {
    match ending {
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}

pub(crate) fn get_media_part(call: &Call<'_>, request: GetMediaPart) -> Result<File, Refusal> {
    let part = part(call, &request.part_id)?;
    let ending = part.container.as_deref().unwrap_or_default();
    // The change stamp is there for caches alone; the name has to be the right one.
    let key = part.key.as_deref().unwrap_or_default();
    if !key.ends_with(&format!("/{}", request.filename)) {
        return Err(Refusal::NotFound);
    }
    let (seed, size) = (part.id.unwrap_or_default(), part.size.unwrap_or_default());
    let file = File::made(kind_of(ending), seed, size);
    let path = part.file.as_deref().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    Ok(if request.download == Some(true) {
        file.attachment(name)
    } else {
        file
    })
}
