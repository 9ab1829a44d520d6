//! What a server is doing in the background.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, activities, activities_endpoints;
}
