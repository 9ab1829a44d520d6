//! What is to be recorded.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, subscriptions, subscriptions_endpoints;
}
