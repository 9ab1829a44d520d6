use plex_sdk::endpoints::general::GetIdentity;
use plex_sdk::endpoints::player::playback::PlayerPause;
use plex_sdk::endpoints::plextv::authentication::GetTokenDetails;
use plex_sdk::{Account, Player, Server};

fn server(server: &Server) {
    let _ = server.send(GetTokenDetails::default());
}

fn account(account: &Account) {
    let _ = account.send(PlayerPause::default());
}

fn player(player: &Player) {
    let _ = player.send(GetIdentity::default());
}

fn main() {}
