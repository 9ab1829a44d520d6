//! Who plays an item most.

use plex_sdk_derive::model;

/// The accounts that played an item most often.
#[model]
pub struct TopUsers {
    /// The accounts, those with the most plays first.
    #[wire(name = "Account")]
    pub accounts: Vec<TopUser>,
}

/// The number of times one account played an item.
#[model]
pub struct TopUser {
    /// Account ID on the server. 1 is the owner.
    pub id: u64,
    /// Number of times the account played the item.
    pub global_view_count: u64,
}
