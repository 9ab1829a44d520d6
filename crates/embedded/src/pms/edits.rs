//! Edits of items and collections, what items have in common, and all tags of a kind.

use crate::pms::content;
use crate::pms::library::{TAG_PREFIX, TAG_VERSION, shelf};
use crate::pms::timeline::shown;
use crate::pms::{collections, events};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::Server;
use crate::world::edits::{self, Change, is_change};
use crate::world::library::Library;
use crate::world::lists::{Kind, State};
use crate::world::tokens::Level;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::library::{
    DeleteMetadataItem, EditMetadataItem, GetCommon, GetTags, SetItemPreferences, UpdateItems,
};
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::notification::TimelineState;
use plex_sdk_contract::model::{CommonFields, MediaKind, Metadata, Tag, Tags};
use plex_sdk_contract::reply::NoBody;
use plex_sdk_contract::text::Text;

/// Refuses everyone but the server's owner.
pub(crate) fn owner_only(call: &Call<'_>) -> Result<(), Refusal> {
    match call.caller.level {
        Level::Admin => Ok(()),
        _ => Err(Refusal::Forbidden),
    }
}

/// What an edit is of.
enum Target {
    Item(usize),
    Collection(u64),
}

fn target(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    id: &RatingKey,
) -> Result<Target, Refusal> {
    if let Ok(at) = content::find(call, library, id) {
        return Ok(Target::Item(at));
    }
    collections::members(call, server, library, id.as_str())?;
    let number = id.as_str().parse().map_err(|_| Refusal::NotFound)?;
    Ok(Target::Collection(number))
}

/// Applies changes to all of these, or to none where one of them is not there.
fn edit(call: &Call<'_>, ids: &[RatingKey], pairs: &[(Text, Text)]) -> Result<NoBody, Refusal> {
    owner_only(call)?;
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    // Without a Plex Pass an edition cannot be named.
    if pairs.iter().any(|(name, _)| name == "editionTitle.value") {
        return Err(Refusal::Forbidden);
    }
    let targets: Vec<Target> = ids
        .iter()
        .map(|id| target(call, server, library, id))
        .collect::<Result<_, _>>()?;
    let now = call.world.now();
    server.lists.change(|state| {
        for target in &targets {
            match target {
                Target::Item(at) => {
                    let number = *at as u64 + 1;
                    for (name, value) in pairs {
                        if let Some(rest) = name.strip_prefix("collection[") {
                            join(call, state, library, *at, rest, value);
                        } else {
                            let changes = state.edits.entry(number).or_default();
                            edits::add(changes, name, value, now);
                        }
                    }
                    state.touch(Kind::Edits, number);
                }
                Target::Collection(number) => {
                    if let Some(collection) = state.collections.get_mut(number) {
                        for (name, value) in pairs {
                            edits::add(&mut collection.changes, name, value, now);
                        }
                        state.touch(Kind::Collection, *number);
                    }
                }
            }
        }
    });
    let library = &shown(call)?;
    for id in ids {
        tell(call, server, library, id, TimelineState::Processed);
    }
    Ok(NoBody)
}

/// Puts an item into the collection of a tag, which is made where there is none, or takes it out.
fn join(call: &Call<'_>, state: &mut State, library: &Library, at: usize, rest: &str, value: &str) {
    let item = &library.items[at];
    let key = at as u64 + 1;
    let takes_out = rest.ends_with(".tag.tag-");
    let titles = if takes_out {
        edits::removed(value)
    } else {
        vec![value.to_owned()]
    };
    for title in titles {
        let found = state.collections.iter().find(|(_, collection)| {
            let fits = collection.shelf == item.shelf && collection.content.is_none();
            fits && collection.title() == title.as_str()
        });
        let number = match found.map(|(number, _)| *number) {
            Some(number) => number,
            None if takes_out => continue,
            None => {
                let kind = item.full.kind.clone().unwrap_or(MediaKind::Movie);
                let new = collections::empty(call, item.shelf, title.as_str().into(), kind);
                collections::insert(state, new)
            }
        };
        if let Some(collection) = state.collections.get_mut(&number) {
            collection.items.retain(|own| !takes_out || *own != key);
            if !takes_out && !collection.items.contains(&key) {
                collection.items.push(key);
            }
            // One that was made by a tag goes with its last item.
            if takes_out && collection.items.is_empty() {
                state.collections.remove(&number);
            }
            state.touch(Kind::Collection, number);
        }
    }
}

fn tell(call: &Call<'_>, server: &Server, library: &Library, id: &RatingKey, state: TimelineState) {
    let found = match content::find(call, library, id) {
        Ok(at) => Some(library.items[at].full.clone()),
        Err(_) => collections::described(call, server, library, id.as_str(), false).ok(),
    };
    if let Some(full) = found {
        let section = full.library_section_id.unwrap_or_default().to_string();
        events::changed(server, &section.into(), &full, state);
    }
}

pub(crate) fn update_items(call: &Call<'_>, request: UpdateItems) -> Result<NoBody, Refusal> {
    owner_only(call)?;
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    let (place, _) = shelf(call, &request.section_id)?;
    if request.ids.is_empty() {
        return Err(Refusal::BadRequest);
    }
    let (changes, _): (Vec<_>, Vec<_>) = request
        .changes
        .into_iter()
        .partition(|(name, _)| is_change(name));
    let elsewhere = |id: &RatingKey| match content::find(call, library, id) {
        Ok(at) => library.items[at].shelf != place,
        Err(_) => false,
    };
    if request.ids.iter().any(elsewhere) {
        return Err(Refusal::NotFound);
    }
    edit(call, &request.ids, &changes)
}

pub(crate) fn edit_metadata_item(
    call: &Call<'_>,
    request: EditMetadataItem,
) -> Result<NoBody, Refusal> {
    let changes: Vec<_> = request
        .values
        .into_iter()
        .filter(|(name, _)| is_change(name))
        .collect();
    edit(call, &request.ids, &changes)
}

pub(crate) fn set_item_preferences(
    call: &Call<'_>,
    request: SetItemPreferences,
) -> Result<NoBody, Refusal> {
    let settings: Vec<_> = request
        .values
        .into_iter()
        .filter(|(name, _)| !is_change(name) && !name.starts_with("X-Plex-"))
        .collect();
    edit(call, std::slice::from_ref(&request.ids), &settings)
}

pub(crate) fn delete_metadata_item(
    call: &Call<'_>,
    request: DeleteMetadataItem,
) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    let at = match target(call, server, library, &request.ids)? {
        Target::Item(at) => at,
        Target::Collection(_) => return collections::delete(call, request.ids.as_str()),
    };
    tell(call, server, library, &request.ids, TimelineState::Deleted);
    server.lists.change(|state| {
        let number = at as u64 + 1;
        state.edits.insert(number, vec![Change::Gone]);
        state.touch(Kind::Edits, number);
    });
    Ok(NoBody)
}

/// The kinds of tags by their numbers.
fn tags_of(item: &Metadata, kind: u32) -> &[Tag] {
    match kind {
        1 => &item.genres,
        2 => &item.collections,
        4 => &item.directors,
        5 => &item.writers,
        6 => &item.roles,
        7 => &item.producers,
        8 => &item.countries,
        11 => &item.labels,
        300 => &item.moods,
        301 => &item.styles,
        _ => &[],
    }
}

pub(crate) fn get_tags(call: &Call<'_>, request: GetTags) -> Result<MediaContainer<Tags>, Refusal> {
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    let kind = request.kind.unwrap_or(0);
    let items = library.items.iter().enumerate();
    let seen = items
        .filter(|(at, _)| content::is_seen(call, library, *at))
        .map(|(_, item)| item);
    let mut tags: Vec<Tag> = Vec::new();
    for tag in seen.flat_map(|item| tags_of(&item.full, kind)) {
        if tags.iter().all(|other| other.id != tag.id) {
            let mut tag = tag.clone();
            tag.role = None;
            tags.push(tag);
        }
    }
    tags.sort_by_key(|tag| tag.tag.to_lowercase());
    let total = tags.len();
    let start = request.container_start.unwrap_or(0);
    let take = request
        .container_size
        .map_or(usize::MAX, |size| size as usize);
    let tags: Vec<Tag> = tags.into_iter().skip(start as usize).take(take).collect();
    let content = Tags {
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        tags,
    };
    let mut container = MediaContainer::new(content.tags.len(), content);
    container.offset = Some(start);
    container.total_size = u32::try_from(total).ok();
    Ok(container)
}

/// The texts that a form to edit several items shows, by name.
type Shared = (&'static str, fn(&mut Metadata) -> &mut Option<Text>);

const SHARED: &[Shared] = &[
    ("titleSort", |item| &mut item.title_sort),
    ("summary", |item| &mut item.summary),
    ("studio", |item| &mut item.studio),
    ("contentRating", |item| &mut item.content_rating),
    ("tagline", |item| &mut item.tagline),
    ("originalTitle", |item| &mut item.original_title),
    ("originallyAvailableAt", |item| {
        &mut item.originally_available_at
    }),
];

type SharedTags = (&'static str, fn(&mut Metadata) -> &mut Vec<Tag>);

const SHARED_TAGS: &[SharedTags] = &[
    ("genre", |item| &mut item.genres),
    ("country", |item| &mut item.countries),
    ("director", |item| &mut item.directors),
    ("writer", |item| &mut item.writers),
    ("collection", |item| &mut item.collections),
    ("label", |item| &mut item.labels),
    ("actor", |item| &mut item.roles),
];

pub(crate) fn get_common(
    call: &Call<'_>,
    request: GetCommon,
) -> Result<MediaContainer<CommonFields>, Refusal> {
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    let (place, shelf) = shelf(call, &request.section_id)?;
    let mut items: Vec<Metadata> = Vec::new();
    for id in &request.ids {
        let at = content::find(call, library, id)?;
        if library.items[at].shelf != place {
            return Err(Refusal::NotFound);
        }
        items.push(library.items[at].full.clone());
    }
    let mut others = items.into_iter();
    let first = others.next().ok_or(Refusal::BadRequest)?;
    let mut common = Metadata {
        kind: first.kind.clone(),
        title: first.title.clone(),
        ..Metadata::default()
    };
    let mut first = first;
    let mut others: Vec<Metadata> = others.collect();
    let mut mixed = Vec::new();
    if others.iter().any(|other| other.title != common.title) {
        common.title = Text::default();
        mixed.push("title");
    }
    for (name, field) in SHARED {
        let value = field(&mut first).clone();
        if others.iter_mut().all(|other| *field(other) == value) {
            *field(&mut common) = value;
        } else {
            mixed.push(name);
        }
    }
    if others.iter().all(|other| other.year == first.year) {
        common.year = first.year;
    } else {
        mixed.push("year");
    }
    for (name, tags) in SHARED_TAGS {
        let has = |tags: &[Tag], wanted: &Tag| tags.iter().any(|tag| tag.tag == wanted.tag);
        let own = std::mem::take(tags(&mut first));
        let all = others.iter_mut().all(|other| {
            let theirs = tags(other);
            theirs.len() == own.len() && own.iter().all(|tag| has(theirs, tag))
        });
        if !all {
            mixed.push(name);
        }
        let shared = own
            .into_iter()
            .filter(|tag| others.iter_mut().all(|other| has(tags(other), tag)));
        let shared: Vec<Tag> = shared.collect();
        *tags(&mut common) = shared;
    }
    common.mixed_fields = Some(mixed.join(",").into());
    let content = CommonFields {
        library_section_id: shelf.section.key.as_str().parse().ok(),
        library_section_title: Some(shelf.section.title.clone()),
        library_section_uuid: shelf.section.uuid.clone(),
        common: vec![common],
        metadata: Vec::new(),
    };
    Ok(MediaContainer::new(1, content))
}
