//! Responses as servers, players and plex.tv send them, reduced to the fields in question.

use plex_sdk_contract::codec::Format;
use plex_sdk_contract::endpoints::player::companion::PlayerPollTimeline;
use plex_sdk_contract::endpoints::plextv::home::SwitchHomeUser;
use plex_sdk_contract::endpoints::plextv::resources::GetServerResources;
use plex_sdk_contract::endpoints::{
    content, discover, dvrs, epg, hubs, library, playlists, timeline,
};
use plex_sdk_contract::model::{MediaKind, Metadata};
use plex_sdk_contract::{Endpoint, Reply};
use serde_json::Value;

fn read<E: Endpoint>(body: &str) -> E::Response {
    let body = body.to_owned().into();
    E::Response::decode(&body).unwrap_or_else(|error| panic!("{body:?}: {error}"))
}

/// Reads a JSON body and writes it again; fails if a value is lost or changed.
fn keeps<E: Endpoint>(body: &str) {
    let written = read::<E>(body).encode(Format::Json).unwrap().body;
    let before: Value = serde_json::from_str(body).unwrap();
    let after: Value = serde_json::from_slice(&written).unwrap();
    let lost = first_loss(&before, &after, String::new());
    assert_eq!(lost, None, "{}", String::from_utf8_lossy(&written));
}

/// The path of the first value that is not there any more.
fn first_loss(before: &Value, after: &Value, path: String) -> Option<String> {
    match (before, after) {
        (Value::Object(before), after) => before.iter().find_map(|(name, value)| {
            let after = after.get(name).unwrap_or(&Value::Null);
            first_loss(value, after, format!("{path}.{name}"))
        }),
        (Value::Array(before), after) => before.iter().enumerate().find_map(|(at, value)| {
            let after = after.get(at).unwrap_or(&Value::Null);
            first_loss(value, after, format!("{path}[{at}]"))
        }),
        _ => (before != after).then_some(path),
    }
}

#[test]
fn recently_added_of_the_home_screen_lists_items() {
    keeps::<hubs::GetHomeRecentlyAdded>(
        r#"{"MediaContainer":{"size":1,"totalSize":9,"Meta":{"Type":[{"key":"/library/sections/3/all?type=1","type":"movie"}]},
            "Metadata":[{"ratingKey":"900","key":"/library/metadata/900","type":"movie","title":"Blau"}]}}"#,
    );
}

#[test]
fn tuning_answers_the_recording_with_its_item() {
    let xml = r#"<MediaContainer size="1"><MediaSubscription key="12" type="4" title="Heute"><MediaGrabOperation
        id="op-1" key="/media/grabbers/operations/op-1" status="inprogress" mediaIndex="0"><Video key="/livetv/sessions/s-1"
        ratingKey="77" type="episode" title="Abendlicht"><Media uuid="s-1" channelCallSign="DASD"/></Video>
        </MediaGrabOperation></MediaSubscription></MediaContainer>"#;
    let json = r#"{"MediaContainer":{"size":1,"MediaSubscription":[{"key":"12","type":4,"title":"Heute","MediaGrabOperation":[
        {"id":"op-1","key":"/media/grabbers/operations/op-1","status":"inprogress","mediaIndex":0,"Metadata":
        {"key":"/livetv/sessions/s-1","ratingKey":"77","type":"episode","title":"Abendlicht","Media":[{"uuid":"s-1","channelCallSign":"DASD"}]}}]}]}}"#;
    let published = r#"{"MediaContainer":{"size":1,"Metadata":[{"key":"/livetv/sessions/s-1","ratingKey":"77","type":"episode",
        "title":"Abendlicht","Media":[{"uuid":"s-1","channelCallSign":"DASD"}]}]}}"#;
    keeps::<dvrs::TuneChannel>(json);
    keeps::<dvrs::TuneChannel>(published);
    for body in [xml, json, published] {
        let tuned = read::<dvrs::TuneChannel>(body);
        let items: Vec<&Metadata> = tuned.items().collect();
        let [item] = items.as_slice() else {
            panic!("{} items of {body}", items.len());
        };
        assert_eq!(item.key, "/livetv/sessions/s-1");
        assert_eq!(item.media[0].channel_call_sign.as_deref(), Some("DASD"));
    }
}

#[test]
fn minus_one_is_no_number() {
    let told =
        read::<timeline::Report>(r#"{"MediaContainer":{"size":0,"viewOffset":-1,"viewCount":2}}"#);
    assert_eq!((told.view_offset_ms, told.view_count), (None, Some(2)));
    let told =
        read::<timeline::Report>(r#"<MediaContainer size="0" viewOffset="-1" viewCount="2"/>"#);
    assert_eq!((told.view_offset_ms, told.view_count), (None, Some(2)));
    let sections = read::<library::GetSections>(
        r#"{"MediaContainer":{"size":1,"Directory":[{"key":"3","title":"Filme","contentChangedAt":-1}]}}"#,
    );
    assert_eq!(sections.sections[0].content_changed_at, None);
    assert_eq!(sections.sections[0].title, "Filme");
}

#[test]
fn other_negative_numbers_are_errors_where_none_can_be() {
    let body = r#"{"MediaContainer":{"size":0,"viewOffset":-2}}"#.to_owned().into();
    let error = <timeline::Report as Endpoint>::Response::decode(&body).unwrap_err();
    let error = error.to_string();
    assert!(error.contains("viewOffset"), "{error}");
    let kept = r#"{"MediaContainer":{"size":1,"Metadata":[{"key":"/a","title":"A","librarySectionID":-1,"index":-1}]}}"#;
    keeps::<content::ListContent>(kept);
}

#[test]
fn a_command_id_may_be_any_text() {
    let told = read::<PlayerPollTimeline>(
        r#"<MediaContainer commandID="undefined"><Timeline type="video" state="playing" time="5"/></MediaContainer>"#,
    );
    assert_eq!(told.command_id.as_deref(), Some("undefined"));
    assert_eq!(told.command_number(), None);
    assert_eq!(told.video().unwrap().time_ms, Some(5));
    let told = read::<PlayerPollTimeline>(r#"<MediaContainer commandID="7"/>"#);
    assert_eq!(told.command_number(), Some(7));
}

#[test]
fn autocomplete_lists_tags() {
    let json = r#"{"MediaContainer":{"size":1,"Directory":[{"id":"15","filter":"genre=15","tag":"Abenteuer","tagType":1,
        "key":"","title":""}]}}"#;
    keeps::<library::Autocomplete>(json);
    let found = read::<library::Autocomplete>(
        r#"<MediaContainer size="1"><Directory id="15" filter="genre=15" tag="Abenteuer" tagType="1" tag.queryRange="0,1"/></MediaContainer>"#,
    );
    let tag = &found.directories[0];
    assert_eq!(tag.id.as_deref(), Some("15"));
    assert_eq!(tag.filter.as_deref(), Some("genre=15"));
    assert_eq!(
        (tag.tag.as_deref(), tag.tag_type),
        (Some("Abenteuer"), Some(1))
    );
}

#[test]
fn details_of_a_section_name_types_and_field_types() {
    let json = r#"{"MediaContainer":{"size":1,"title1":"Filme","Directory":[{"key":"all","title":"All Movies"}],
        "Type":[{"key":"/library/sections/3/all?type=1","type":"movie","subtype":"clip","title":"Filme","active":true,
            "Filter":[{"filter":"hdr","filterType":"boolean","key":"/library/sections/3/hdr","title":"HDR","type":"filter","advanced":true}],
            "Sort":[{"key":"titleSort","title":"Titel","active":false}],"Field":[{"key":"title","title":"Titel","type":"string"}]}],
        "FieldType":[{"type":"boolean","Operator":[{"key":"=","title":"ist"}]}]}}"#;
    keeps::<library::GetLibraryDetails>(json);
    let details = read::<library::GetLibraryDetails>(
        r#"<MediaContainer size="1"><Directory key="all" title="All Movies"/><Type key="/a" type="movie"><Filter filter="hdr"
            advanced="1"/></Type><FieldType type="boolean"><Operator key="=" title="ist"/></FieldType></MediaContainer>"#,
    );
    assert_eq!(details.types[0].kind, Some(MediaKind::Movie));
    assert_eq!(details.types[0].filters[0].advanced, Some(true));
    assert_eq!(details.field_types[0].operators.len(), 1);
}

#[test]
fn live_tv_names_its_channel_and_times() {
    keeps::<epg::GetEpgGuide>(
        r#"{"MediaContainer":{"size":1,"Metadata":[{"key":"/tv/1","type":"episode","title":"Abendlicht","Media":[{"id":1,
            "beginsAt":1650000000,"endsAt":1650003600,"onAir":true,"channelID":"17","channelIdentifier":"002","channelTitle":"002 DASD",
            "channelVcn":"2.1","channelCallSign":"DASD","channelThumb":"https://a.example/2.png","gridKey":"5fc7"}]}]}}"#,
    );
}

#[test]
fn items_of_providers_lose_nothing() {
    keeps::<content::GetMetadataItem>(
        r#"{"MediaContainer":{"size":1,"Metadata":[{"key":"/library/metadata/5d77","title":"Blau","contentRatingAge":14,
            "isContinuingSeries":true,"playableKey":"/library/metadata/5d78","expiresAt":1700000000,"watchlistedAt":1650000000,
            "availabilityId":"5f01","streamingMediaId":"5f02","Summary":[{"size":150,"tag":"Kurz.","type":"short"}]}]}}"#,
    );
    keeps::<discover::GetWatchlist>(
        r#"{"MediaContainer":{"size":1,"Metadata":[{"key":"/library/metadata/5d77","title":"Blau","watchlistedAt":1650000000}]}}"#,
    );
}

#[test]
fn sections_playlists_and_resources_lose_nothing() {
    keeps::<library::GetSections>(
        r#"{"MediaContainer":{"size":1,"Directory":[{"key":"3","title":"Filme","metadataAgentProviderGroupId":"g-1"}]}}"#,
    );
    keeps::<playlists::AddPlaylistItems>(
        r#"{"MediaContainer":{"size":1,"leafCountAdded":1,"leafCountRequested":2,"Metadata":[{"key":"/playlists/7/items","title":"L"}]}}"#,
    );
    keeps::<GetServerResources>(
        r#"[{"name":"Turm","clientIdentifier":"c-1","provides":"server","searchEnabled":true}]"#,
    );
    let user = read::<SwitchHomeUser>(
        r#"<user id="5" title="Kind" friendlyName="Kindchen" authenticationToken="xxxxGoldenTokenxxxx"/>"#,
    );
    assert_eq!(user.0.friendly_name.as_deref(), Some("Kindchen"));
}

#[test]
fn an_empty_attribute_is_nothing() {
    let page = read::<content::ListContent>(
        r#"<MediaContainer size="1"><Video key="/library/metadata/9" ratingKey="9" title="Blau" year="" rating="" addedAt=""
            tagline="" skipParent=""><Media id="" optimizedForStreaming="" duration=" "/></Video></MediaContainer>"#,
    );
    let item = &page.metadata[0];
    assert_eq!((item.year, item.rating, item.added_at), (None, None, None));
    assert_eq!(
        (item.skip_parent, item.tagline.as_deref()),
        (None, Some(""))
    );
    let media = &item.media[0];
    assert_eq!((media.id, media.duration_ms), (None, None));
    assert_eq!(media.optimized_for_streaming, None);
    let page = read::<content::ListContent>(
        r#"{"MediaContainer":{"size":"","Metadata":[{"key":"/a","title":"A","year":"","addedAt":"","skipParent":"","Extras":""}]}}"#,
    );
    let item = &page.metadata[0];
    assert_eq!((page.size, item.year, item.added_at), (None, None, None));
    assert_eq!((item.skip_parent, item.extras.is_none()), (None, true));
}

#[test]
fn an_empty_attribute_that_cannot_be_nothing_is_zero() {
    let sections = read::<library::GetSections>(
        r#"<MediaContainer size="1"><Directory key="3" title="Filme" hidden="" allowSync=""/></MediaContainer>"#,
    );
    assert_eq!(
        (sections.sections[0].hidden, sections.sections[0].allow_sync),
        (0, false)
    );
}
