//! Friends and invitations.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::{Friend, FriendStatus, Invites, SharedUsers};
use crate::reply::{NoBody, Plain};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /api/users`
///
/// Lists the people that the account shares servers with or is a friend of, users of its Home among them.
///
/// - Answer: the people with the servers shared with each, in XML.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_users`, `get_legacy_users`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetUsers {}

/// `GET /api/v2/friends`
///
/// Lists the account's friends, and those who are to become friends.
///
/// - Parameters: what to include; `status`, to list only those that far.
/// - Answer: the friends.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_friends`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetFriends {
    /// Whether to tell the servers shared between the two.
    pub include_shared_servers: Option<bool>,
    /// Whether to tell what else is shared.
    pub include_shared_sources: Option<bool>,
    /// Whether to tell what the friend may do on shared servers.
    pub include_sharing_settings: Option<bool>,
    /// How far they are to be.
    pub status: Option<FriendStatus>,
}

/// `POST /api/v2/friends/invite`
///
/// Asks someone to be the account's friend.
///
/// - Parameters: the person's user name or e-mail address.
/// - Answer: the friend that is to be, status 201.
/// - Errors: 401 with code 1001 for the token; 404 where nobody has this name.
/// - Who: any account's token.
/// - Source: `invite_friend`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct InviteFriend {
    /// The user name or e-mail address.
    pub identifier: Text,
}

impl From<Text> for InviteFriend {
    fn from(identifier: Text) -> Self {
        Self { identifier }
    }
}

/// `POST /api/v2/friends/{userId}/accept`
///
/// Accepts to be someone's friend.
///
/// - Parameters: the person's number.
/// - Answer: the friend.
/// - Errors: 401 with code 1001 for the token; 404 for someone who is neither a friend nor invited.
/// - Who: any account's token.
/// - Source: `accept_friend`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AcceptFriend {
    /// The person's number.
    pub user_id: u64,
}

impl From<u64> for AcceptFriend {
    fn from(user_id: u64) -> Self {
        Self { user_id }
    }
}

/// `DELETE /api/v2/friends/{userId}`
///
/// Ends a friendship, or takes back or refuses an invitation to one.
///
/// - Parameters: the person's number.
/// - Answer: nothing, status 204.
/// - Errors: 401 with code 1001 for the token; 404 for someone who is neither a friend nor invited.
/// - Who: any account's token.
/// - Source: `delete_friend`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteFriend {
    /// The person's number.
    pub user_id: u64,
}

impl From<u64> for DeleteFriend {
    fn from(user_id: u64) -> Self {
        Self { user_id }
    }
}

/// `GET /api/invites/requested`
///
/// Lists the invitations that the account sent and that wait for an answer.
///
/// - Answer: the invitations, in XML.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `list_sent_invites`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListSentInvites {}

/// `DELETE /api/invites/requested/{inviteId}`
///
/// Takes back an invitation, or parts of it.
///
/// - Parameters: the invitation; which of what it is for is meant.
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token; 404 for an invitation that does not wait.
/// - Who: any account's token.
/// - Source: `cancel_invite`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CancelInvite {
    /// The invitation's number, or the address that was invited.
    pub invite_id: Text,
    /// Whether the friendship is meant.
    pub friend: Option<bool>,
    /// Whether the Home is meant.
    pub home: Option<bool>,
    /// Whether the servers are meant.
    pub server: Option<bool>,
}

impl From<Text> for CancelInvite {
    fn from(invite_id: Text) -> Self {
        Self {
            invite_id,
            ..Self::default()
        }
    }
}

/// `GET /api/invites/requests`
///
/// Lists the invitations that the account received and that wait for its answer.
///
/// - Answer: the invitations, in XML.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `list_received_invites`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListReceivedInvites {}

/// `PUT /api/invites/requests/{inviteId}`
///
/// Accepts an invitation, or parts of it.
///
/// - Parameters: the invitation; which of what it is for is meant.
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token; 404 for an invitation that does not wait.
/// - Who: any account's token.
/// - Source: `accept_invite`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AcceptInvite {
    /// The invitation's number, or the address that was invited.
    pub invite_id: Text,
    /// Whether the friendship is meant.
    pub friend: Option<bool>,
    /// Whether the Home is meant.
    pub home: Option<bool>,
    /// Whether the servers are meant.
    pub server: Option<bool>,
}

impl From<Text> for AcceptInvite {
    fn from(invite_id: Text) -> Self {
        Self {
            invite_id,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) PlexTv, friends, plextv_friends_endpoints;
    GetUsers {}: GET "/api/users" -> MediaContainer<SharedUsers>, User, Read;
    GetFriends: GET "/api/v2/friends" -> Plain<Vec<Friend>>, User, Read;
    InviteFriend: POST "/api/v2/friends/invite" -> Plain<Friend>, User, Once, status CREATED;
    AcceptFriend: POST "/api/v2/friends/{userId}/accept" -> Plain<Friend>, User, Idempotent;
    DeleteFriend: DELETE "/api/v2/friends/{userId}" -> NoBody, User, Idempotent, status NO_CONTENT;
    ListSentInvites {}: GET "/api/invites/requested" -> MediaContainer<Invites>, User, Read;
    CancelInvite: DELETE "/api/invites/requested/{inviteId}" -> NoBody, User, Idempotent;
    ListReceivedInvites {}: GET "/api/invites/requests" -> MediaContainer<Invites>, User, Read;
    AcceptInvite: PUT "/api/invites/requests/{inviteId}" -> NoBody, User, Idempotent;
}
