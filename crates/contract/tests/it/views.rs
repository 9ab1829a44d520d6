//! Views by kind: what they need, what they tell, and that every recorded item has the one of its kind.

use crate::recorded::{decoder_of, excluded, folder, rows};
use plex_sdk_contract::codec::json;
use plex_sdk_contract::model::{
    Album, Artist, Clip, Collection, Episode, EpisodeCode, MediaKind, Metadata, Movie, Photo,
    PhotoAlbum, Playlist, PlaylistKind, Season, Show, Track, View, ViewError,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn read(item: &Value) -> Metadata {
    json::decode(item.to_string().as_bytes()).unwrap()
}

/// An item of each kind with no more than it must have.
fn least() -> Vec<(MediaKind, Value)> {
    vec![
        (
            MediaKind::Movie,
            json!({"type": "movie", "ratingKey": "1", "title": "Sintel"}),
        ),
        (
            MediaKind::Show,
            json!({"type": "show", "ratingKey": "1", "title": "Sherlock Holmes"}),
        ),
        (
            MediaKind::Season,
            json!({"type": "season", "ratingKey": "1", "parentRatingKey": "2"}),
        ),
        (
            MediaKind::Episode,
            json!({"type": "episode", "ratingKey": "1", "title": "2009-07-16"}),
        ),
        (
            MediaKind::Artist,
            json!({"type": "artist", "ratingKey": "1", "title": "Broke For Free"}),
        ),
        (
            MediaKind::Album,
            json!({"type": "album", "ratingKey": "1", "parentRatingKey": "2"}),
        ),
        (
            MediaKind::Track,
            json!({"type": "track", "ratingKey": "1", "parentRatingKey": "2"}),
        ),
        (
            MediaKind::Photo,
            json!({"type": "photo", "ratingKey": "1", "key": "/library/metadata/1"}),
        ),
        (
            MediaKind::PhotoAlbum,
            json!({"type": "photoalbum", "ratingKey": "1"}),
        ),
        (
            MediaKind::Clip,
            json!({"type": "clip", "ratingKey": "1", "title": "Trailer"}),
        ),
        (
            MediaKind::Playlist,
            json!({"type": "playlist", "playlistType": "audio", "smart": true, "leafCount": 0}),
        ),
        (
            MediaKind::Collection,
            json!({"type": "collection", "ratingKey": "1", "subtype": "movie", "childCount": 3}),
        ),
    ]
}

/// The kind of a view.
fn kind_of(view: View<'_>) -> MediaKind {
    match view {
        View::Movie(_) => MediaKind::Movie,
        View::Show(_) => MediaKind::Show,
        View::Season(_) => MediaKind::Season,
        View::Episode(_) => MediaKind::Episode,
        View::Artist(_) => MediaKind::Artist,
        View::Album(_) => MediaKind::Album,
        View::Track(_) => MediaKind::Track,
        View::Photo(_) => MediaKind::Photo,
        View::PhotoAlbum(_) => MediaKind::PhotoAlbum,
        View::Clip(_) => MediaKind::Clip,
        View::Playlist(_) => MediaKind::Playlist,
        View::Collection(_) => MediaKind::Collection,
        _ => MediaKind::from("other"),
    }
}

/// Makes every view of an item: the kinds of those that came about, and what the others said.
fn every_view(item: &Metadata) -> (Vec<MediaKind>, Vec<ViewError>) {
    let (mut made, mut errors) = (Vec::new(), Vec::new());
    macro_rules! each {
        ($($View:ident)+) => {
            $(match $View::try_from(item) {
                Ok(view) => {
                    assert!(std::ptr::eq(view.metadata(), item));
                    assert_eq!(view.title(), item.title.as_str());
                    made.push(MediaKind::$View);
                }
                Err(error) => errors.push(error),
            })+
        };
    }
    each!(Movie Show Season Episode Artist Album Track Photo PhotoAlbum Clip Playlist Collection);
    (made, errors)
}

#[test]
fn an_item_has_the_view_of_its_kind_and_no_other() {
    for (kind, item) in least() {
        let item = read(&item);
        assert_eq!(item.view().map(kind_of), Ok(kind.clone()));
        assert!(std::ptr::eq(
            item.view().unwrap().metadata(),
            &raw const item
        ));
        let (made, errors) = every_view(&item);
        assert_eq!(made, std::slice::from_ref(&kind));
        assert_eq!(errors.len(), 11);
        for error in errors {
            let ViewError::OtherKind { wanted, found } = &error else {
                panic!("{kind}: {error}");
            };
            assert_ne!(*wanted, kind);
            assert_eq!(*found, kind);
            assert_eq!(
                error.to_string(),
                format!("no {wanted}: the kind is {kind}")
            );
        }
    }
}

#[test]
fn what_is_missing_is_told_by_its_name_on_the_wire() {
    for (kind, item) in least() {
        for name in item.as_object().unwrap().keys() {
            if ["title", "key", "type"].contains(&name.as_str()) {
                continue;
            }
            let mut less = item.clone();
            less.as_object_mut().unwrap().remove(name);
            let error = read(&less).view().unwrap_err();
            let ViewError::MissingField { wanted, field } = &error else {
                panic!("{kind}: {error}");
            };
            assert_eq!((wanted, *field), (&kind, name.as_str()));
            let told = format!("no {kind}: the field {name} is missing");
            assert_eq!(error.to_string(), told);
        }
    }
}

#[test]
fn items_of_other_kinds_and_of_none_are_given_as_they_are() {
    for kind in ["trailer", "person", "hologram"] {
        let item = read(&json!({"type": kind, "title": "Someone"}));
        assert_eq!(item.view(), Ok(View::Other(&item)));
        let found = MediaKind::from(kind);
        let wanted = MediaKind::Movie;
        assert_eq!(
            Movie::try_from(&item),
            Err(ViewError::OtherKind { wanted, found })
        );
    }
    let folder = read(&json!({"key": "/library/sections/1/folder?parent=2", "title": "Films"}));
    assert_eq!(folder.view(), Ok(View::Other(&folder)));
    let error = Movie::try_from(&folder).unwrap_err();
    assert_eq!(error.to_string(), "no movie: the field type is missing");
}

#[test]
fn an_album_of_photos_is_known_by_its_path() {
    let inside = json!({"type": "photo", "ratingKey": "59", "key": "/library/metadata/59",
        "parentRatingKey": "43", "parentTitle": "Cats"});
    let inside = read(&inside);
    let Ok(View::Photo(photo)) = inside.view() else {
        panic!("{:?}", inside.view());
    };
    assert_eq!(photo.album_rating_key().unwrap(), &"43");
    assert_eq!(photo.album_title(), Some("Cats"));
    let album = json!({"type": "photo", "ratingKey": "43", "key": "/library/metadata/43/children"});
    let album = read(&album);
    let Ok(View::PhotoAlbum(top)) = album.view() else {
        panic!("{:?}", album.view());
    };
    assert_eq!(top.album_rating_key(), None);
    let error = Photo::try_from(&album).unwrap_err();
    assert_eq!(error.to_string(), "no photo: the kind is photoalbum");
}

#[test]
fn episodes_tell_season_and_show() {
    let item = read(
        &json!({"type": "episode", "ratingKey": "9", "title": "Getting Settled",
        "index": 2, "parentIndex": 1, "parentRatingKey": "8", "parentTitle": "Season 1",
        "grandparentRatingKey": "7", "grandparentTitle": "The Beverly Hillbillies", "year": 1962}),
    );
    let episode = Episode::try_from(&item).unwrap();
    assert_eq!(episode.rating_key(), &"9");
    assert_eq!(episode.title(), "Getting Settled");
    assert_eq!(episode.season_rating_key().unwrap(), &"8");
    assert_eq!(episode.season_title(), Some("Season 1"));
    assert_eq!(episode.show_rating_key().unwrap(), &"7");
    assert_eq!(episode.show_title(), Some("The Beverly Hillbillies"));
    assert_eq!(episode.season_number(), Some(1));
    assert_eq!(episode.episode_number(), Some(2));
    assert_eq!(episode.code().unwrap().to_string(), "S01E02");
    // The item's own fields, rare ones too.
    assert_eq!(episode.year, Some(1962));
    assert_eq!(episode.skip_parent, None);

    let by_date = read(&json!({"type": "episode", "ratingKey": "9", "parentIndex": 2009}));
    let by_date = Episode::try_from(&by_date).unwrap();
    assert_eq!(
        (by_date.season_number(), by_date.code()),
        (Some(2009), None)
    );
}

#[test]
fn codes_are_in_the_order_of_the_show() {
    let code = |season, episode| EpisodeCode { season, episode };
    let mut codes = [code(10, 1), code(2, 103), code(0, 1), code(2, 3)];
    codes.sort_unstable();
    assert_eq!(
        codes.map(|code| code.to_string()),
        ["S00E01", "S02E03", "S02E103", "S10E01"]
    );
}

#[test]
fn music_tells_albums_and_artists() {
    let item = json!({"type": "track", "ratingKey": "3", "index": 4, "parentIndex": 2,
        "parentRatingKey": "2", "parentTitle": "Layers",
        "grandparentRatingKey": "1", "grandparentTitle": "Broke For Free"});
    let plain = read(&item);
    let track = Track::try_from(&plain).unwrap();
    assert_eq!(track.album_rating_key(), &"2");
    assert_eq!(track.album_title(), Some("Layers"));
    assert_eq!(track.artist_rating_key().unwrap(), &"1");
    assert_eq!(track.artist_title(), Some("Broke For Free"));
    assert_eq!(
        (track.disc_number(), track.track_number()),
        (Some(2), Some(4))
    );
    for (own, artist) in [
        (Value::Null, Some("Broke For Free")),
        ("".into(), Some("Broke For Free")),
        ("Another".into(), Some("Another")),
    ] {
        let mut item = item.clone();
        item["originalTitle"] = own;
        let item = read(&item);
        assert_eq!(Track::try_from(&item).unwrap().track_artist(), artist);
    }

    let album = read(
        &json!({"type": "album", "ratingKey": "2", "parentRatingKey": "1",
        "parentTitle": "Broke For Free"}),
    );
    let album = Album::try_from(&album).unwrap();
    assert_eq!(album.artist_rating_key(), &"1");
    assert_eq!(album.artist_title(), Some("Broke For Free"));
}

#[test]
fn lists_and_seasons_tell_what_they_hold() {
    let station = read(
        &json!({"type": "playlist", "title": "Library Radio", "radio": true,
        "key": "/library/sections/3/stations/1", "playlistType": "audio", "smart": 1, "leafCount": "0"}),
    );
    let station = Playlist::try_from(&station).unwrap();
    assert_eq!(station.playlist_type(), &PlaylistKind::Audio);
    assert!(station.is_smart());
    assert_eq!(station.leaf_count(), 0);
    assert_eq!((station.radio, &station.rating_key), (Some(true), &None));

    let collection = read(
        &json!({"type": "collection", "ratingKey": "5", "subtype": "album",
        "childCount": "8"}),
    );
    let collection = Collection::try_from(&collection).unwrap();
    assert_eq!(
        (collection.subtype(), collection.child_count()),
        ("album", 8)
    );

    let season = read(
        &json!({"type": "season", "ratingKey": "8", "parentRatingKey": "7",
        "parentTitle": "Sherlock Holmes", "index": 0}),
    );
    let season = Season::try_from(&season).unwrap();
    assert_eq!(season.show_rating_key(), &"7");
    assert_eq!(season.show_title(), Some("Sherlock Holmes"));
    assert_eq!(season.season_number(), Some(0));
}

#[test]
fn the_first_file_is_that_of_the_first_version_with_one() {
    let none = read(&json!({"type": "movie", "ratingKey": "1"}));
    assert_eq!(Movie::try_from(&none).unwrap().first_part(), None);
    let item = read(&json!({"type": "movie", "ratingKey": "1", "Media": [
        {"id": 1}, {"id": 2, "Part": [{"id": 21, "key": "/library/parts/21"}, {"id": 22}]},
        {"id": 3, "Part": [{"id": 31}]},
    ]}));
    let part = Movie::try_from(&item).unwrap().first_part().unwrap();
    assert_eq!(part.id, Some(21));
}

/// What a view tells outlives the view.
fn titles(items: &[Metadata]) -> Vec<&str> {
    let movies = items.iter().filter_map(|item| Movie::try_from(item).ok());
    movies.map(Movie::title).collect()
}

#[test]
fn views_filter_lists() {
    let items: Vec<Metadata> = least().iter().map(|(_, item)| read(item)).collect();
    assert_eq!(titles(&items), ["Sintel"]);
}

/// Takes every item out of an answer's tree, those inside items as well.
fn items_of(tree: &Value, found: &mut Vec<Metadata>) {
    match tree {
        Value::Object(fields) => {
            for (name, value) in fields {
                if let ("Metadata", Value::Array(items)) = (name.as_str(), value) {
                    found.extend(items.iter().map(read));
                }
                items_of(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|entry| items_of(entry, found)),
        _ => {}
    }
}

#[test]
fn every_recorded_item_has_a_view() {
    let Some(folder) = folder() else { return };
    let (mut seen, mut failed) = (BTreeMap::<String, usize>::new(), Vec::new());
    for row in &rows(&folder) {
        let Some(decode) = decoder_of(row).filter(|_| !excluded(&row.file)) else {
            continue;
        };
        // Answers that cannot be decoded are another test's.
        let Ok(tree) = decode(&row.body) else {
            continue;
        };
        let mut items = Vec::new();
        items_of(&tree, &mut items);
        for item in &items {
            let outcome = match item.view() {
                Ok(View::Other(item)) => format!("without a view, type {:?}", item.kind),
                Ok(view) => kind_of(view).to_string(),
                Err(error) => {
                    let what = (&item.title, &item.key);
                    failed.push(format!("{}: {what:?}: {error}", row.file));
                    continue;
                }
            };
            *seen.entry(outcome).or_default() += 1;
        }
    }
    println!("items by view: {seen:?}");
    assert!(
        failed.is_empty(),
        "{}:\n{}",
        failed.len(),
        failed.join("\n")
    );
    let kinds: Vec<_> = least().into_iter().map(|(kind, _)| kind).collect();
    for kind in kinds {
        assert!(seen.contains_key(kind.as_str()), "no {kind} among {seen:?}");
    }
    assert!(seen.values().sum::<usize>() > 700, "{seen:?}");
}
