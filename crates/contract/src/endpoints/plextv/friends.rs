//! Friends and invitations.

use crate::endpoint::endpoints;

endpoints! {
    ($) PlexTv, friends, plextv_friends_endpoints;
}
