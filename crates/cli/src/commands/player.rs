//! `plexctl player` and `plexctl play`: the players that a server knows, what they do, and having them do it.

use crate::args::{Global, Play, PlayerAction, PlayerArgs};
use crate::connect::Session;
use crate::exit::{Failure, Kind};
use crate::output;
use plex_sdk::endpoints::content::GetMetadataItem;
use plex_sdk::endpoints::player::companion::PlayerPollTimeline;
use plex_sdk::model::{MediaKind, Neighbour, PlayerMedia, PlayerTimelines};
use plex_sdk::player::PlayItem;
use plex_sdk::{NoBody, Player, Server};
use serde_json::{Value, json};
use std::time::Duration;

/// Lists players, tells what one does, or has it do something.
pub(crate) async fn run(global: &Global, args: PlayerArgs) -> Result<(), Failure> {
    if args.player.is_none() && args.action.is_some() {
        return Err(Failure::usage("no player was named")
            .with_hint("the name comes first: plexctl player 'Living Room' pause"));
    }
    let session = Session::open(global).await?;
    let result = match &args.player {
        Some(name) => {
            command(
                global,
                &session.server,
                name,
                args.action.unwrap_or_default(),
            )
            .await
        }
        None => list(global, &session.server).await,
    };
    session.close().await;
    result
}

/// Has a player play an item.
pub(crate) async fn play(global: &Global, args: Play) -> Result<(), Failure> {
    let session = Session::open(global).await?;
    let result = play_on(global, &session.server, &args).await;
    session.close().await;
    result
}

async fn play_on(global: &Global, server: &Server, args: &Play) -> Result<(), Failure> {
    let key = args.item.rsplit('/').next().unwrap_or_default();
    let request = GetMetadataItem::new([key]);
    let found = server.content().get_metadata_item(request).await?;
    let item = found.content.metadata.into_iter().next();
    let item = item.ok_or_else(|| {
        Failure::new(Kind::NotFound, format!("there is no item {key}"))
            .with_hint("`plexctl list SECTION` shows items with their keys")
    })?;
    let (player, name) = find(server, &args.on).await?;
    let wanted = match item.kind {
        Some(MediaKind::Artist | MediaKind::Album | MediaKind::Track) => PlayItem::music(key),
        Some(MediaKind::Photo) => PlayItem::photo(key),
        _ => PlayItem::video(key),
    };
    let mut wanted = wanted.at(Duration::from_secs(args.at));
    if args.no_queue {
        wanted = wanted.without_queue();
    }
    if let Some(url) = &args.server_url {
        wanted = wanted.server_url(url);
    }
    let queue = player.play_item(server, wanted).await?;
    if global.json {
        let queue = queue.as_ref().map(AsRef::<str>::as_ref);
        output::json(
            &json!({ "player": name, "item": key, "title": item.title, "play_queue": queue }),
        )?;
    } else {
        let title = output::clean(&item.title);
        output::line(format!("{} plays {title}", output::clean(&name)))?;
    }
    Ok(())
}

fn name(player: &Neighbour) -> &str {
    player.name.as_deref().unwrap_or("-")
}

/// The player with this name or identifier.
async fn find(server: &Server, wanted: &str) -> Result<(Player, String), Failure> {
    let players = server.general().get_clients().await?.content.servers;
    let id = |player: &Neighbour| player.machine_identifier.clone();
    let by_id = players
        .iter()
        .find(|player| id(player).is_some_and(|id| id == *wanted));
    let lower = wanted.to_lowercase();
    let mut named = players
        .iter()
        .filter(|player| name(player).to_lowercase() == lower);
    // Several may have one name; then the identifier has to be given.
    let by_name = named.next().filter(|_| named.next().is_none());
    let found = by_id.or(by_name);
    let Some((player, id)) = found.and_then(|player| Some((player, id(player)?))) else {
        let known: Vec<_> = players.iter().map(name).collect();
        let hint = if known.is_empty() {
            "the server knows no players; open the app on the device, in the server's network"
                .into()
        } else {
            format!("the server knows {}", known.join(", "))
        };
        let message = format!("there is no one player `{wanted}`");
        return Err(Failure::new(Kind::NotFound, message).with_hint(output::clean(&hint)));
    };
    Ok((server.player(id.as_str()), name(player).to_owned()))
}

async fn list(global: &Global, server: &Server) -> Result<(), Failure> {
    let players = server.general().get_clients().await?.content.servers;
    let id = |player: &Neighbour| {
        let id = player.machine_identifier.as_ref();
        id.map_or("-".to_owned(), ToString::to_string)
    };
    if global.json {
        let rows = players.iter().map(|player| {
            json!({
                "name": name(player),
                "client_identifier": id(player),
                "product": player.product.as_deref(),
                "address": player.address.as_deref(),
                "port": player.port,
            })
        });
        output::json(&Value::Array(rows.collect()))?;
    } else if players.is_empty() {
        output::line("The server knows no players.")?;
    } else {
        let rows: Vec<_> = players
            .iter()
            .map(|player| {
                let product = player.product.as_deref().unwrap_or("-");
                [name(player), product, &id(player)].map(output::clean)
            })
            .collect();
        output::table(["name", "product", "identifier"], &rows)?;
    }
    Ok(())
}

async fn command(
    global: &Global,
    server: &Server,
    wanted: &str,
    action: PlayerAction,
) -> Result<(), Failure> {
    let (player, name) = find(server, wanted).await?;
    let now = timelines(&player).await?;
    // What plays is what is meant.
    let kind = now.active().and_then(|active| active.kind.clone());
    let kind = kind.unwrap_or(PlayerMedia::Video);
    let NoBody = match action {
        PlayerAction::Status => NoBody,
        PlayerAction::Play => player.play(kind).await?,
        PlayerAction::Pause => player.pause(kind).await?,
        PlayerAction::Stop => player.stop(kind).await?,
        PlayerAction::Next => player.skip_next(kind).await?,
        PlayerAction::Previous => player.skip_previous(kind).await?,
        PlayerAction::Seek { seconds } => {
            player.seek_to(kind, Duration::from_secs(seconds)).await?
        }
        PlayerAction::Volume { percent } => player.set_volume(kind, percent).await?,
    };
    let now = match action {
        PlayerAction::Status => now,
        _ => timelines(&player).await?,
    };
    status(global, &name, &now)
}

async fn timelines(player: &Player) -> Result<PlayerTimelines, Failure> {
    let companion = player.companion();
    let asked = companion.player_poll_timeline(PlayerPollTimeline::default());
    Ok(asked.await?.content)
}

fn status(global: &Global, name: &str, now: &PlayerTimelines) -> Result<(), Failure> {
    let active = now.active();
    let word = |word: Option<&str>| output::clean(word.unwrap_or("-"));
    let state = active.and_then(|active| active.state.as_ref());
    let state = state.map_or("stopped", |state| state.as_str());
    let place = active.and_then(|active| active.time_ms);
    let item = active.and_then(|active| active.key.as_deref());
    let volume = active.and_then(|active| active.volume);
    if global.json {
        output::json(&json!({
            "player": name,
            "state": state,
            "kind": active.and_then(|active| active.kind.as_ref()).map(PlayerMedia::as_str),
            "item": item,
            "time_ms": place,
            "volume": volume,
        }))?;
        return Ok(());
    }
    let mut rows = vec![
        ("player", output::clean(name)),
        ("state", word(Some(state))),
    ];
    if active.is_some() {
        let seconds = place.map(|ms| u64::try_from(ms).unwrap_or_default() / 1000);
        rows.push(("item", word(item)));
        rows.push((
            "at",
            seconds.map_or("-".into(), |seconds| {
                let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
                format!("{hours}:{minutes:02}:{:02}", seconds % 60)
            }),
        ));
        let volume = volume.map(|volume| volume.to_string());
        rows.push(("volume", word(volume.as_deref())));
    }
    output::facts(0, &rows)?;
    Ok(())
}
