//! Who plays an item most.

use plex_sdk_derive::model;

/// Who plays an item most.
#[model]
pub struct TopUsers {
    /// Accounts, those with most plays first.
    #[wire(name = "Account")]
    pub accounts: Vec<TopUser>,
}

/// How often one account played an item.
#[model]
pub struct TopUser {
    /// The account's number on the server; 1 is the owner.
    pub id: u64,
    /// How often it played the item.
    pub global_view_count: u64,
}
