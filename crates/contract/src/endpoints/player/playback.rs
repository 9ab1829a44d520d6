//! What a player plays, controlled from elsewhere.

use crate::endpoint::endpoints;

endpoints! {
    ($) Player, playback, player_playback_endpoints;
}
