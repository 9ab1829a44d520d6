//! What a player is, shows and reports.

use crate::endpoint::endpoints;

endpoints! {
    ($) Player, companion, player_companion_endpoints;
}
