//! Friends and invitations.

use crate::codec::envelope::MediaContainer;
use crate::model::{Friend, FriendStatus, Invites, SharedUsers};
use crate::reply::{NoBody, Plain};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    PlexTv, friends, plextv_friends_endpoints;

    /// Lists the account's friends, Home users and shared users, with the servers shared with each.
    GetUsers {}: GET "/api/users" -> MediaContainer<SharedUsers>, User, Read, unpublished;
    /// Lists the account's friends and pending friend requests.
    GetFriends: GET "/api/v2/friends" -> Plain<Vec<Friend>>, User, Read, unpublished;
    /// Sends a friend request to a user.
    InviteFriend: POST "/api/v2/friends/invite" -> Plain<Friend>, User, Once, status CREATED, unpublished;
    /// Accepts a friend request.
    AcceptFriend: POST "/api/v2/friends/{userId}/accept" -> Plain<Friend>, User, Idempotent, unpublished;
    /// Removes a friend, or cancels or declines a pending friend request.
    DeleteFriend: DELETE "/api/v2/friends/{userId}"
        -> NoBody, User, Idempotent, status NO_CONTENT, unpublished;
    /// Lists the pending invitations that the account sent.
    ListSentInvites {}: GET "/api/invites/requested" -> MediaContainer<Invites>, User, Read, unpublished;
    /// Cancels an invitation that the account sent, or parts of it.
    CancelInvite: DELETE "/api/invites/requested/{inviteId}" -> NoBody, User, Idempotent, unpublished;
    /// Lists the pending invitations that the account received.
    ListReceivedInvites {}: GET "/api/invites/requests" -> MediaContainer<Invites>, User, Read, unpublished;
    /// Accepts an invitation that the account received, or parts of it.
    AcceptInvite: PUT "/api/invites/requests/{inviteId}" -> NoBody, User, Idempotent, unpublished;
}

#[request]
pub struct GetUsers {}

#[request]
pub struct GetFriends {
    /// Whether to include the servers that the two accounts share.
    pub include_shared_servers: Option<bool>,
    /// Whether to include other shared sources.
    pub include_shared_sources: Option<bool>,
    /// Whether to include what each friend may do on shared servers.
    pub include_sharing_settings: Option<bool>,
    /// Return only friends with this status.
    pub status: Option<FriendStatus>,
}

/// plex.tv responds with 404 if no user has this username or email address.
#[request]
pub struct InviteFriend {
    /// The username or email address of the user.
    pub identifier: Text,
}

#[request]
pub struct AcceptFriend {
    /// The plex.tv account id of the user.
    pub user_id: u64,
}

#[request]
pub struct DeleteFriend {
    /// The plex.tv account id of the user.
    pub user_id: u64,
}

#[request]
pub struct ListSentInvites {}

/// An invitation can include a friend request, a Home and servers.
#[request]
pub struct CancelInvite {
    /// The id of the invitation, or the invited email address.
    pub invite_id: Text,
    /// Whether to cancel the friend request.
    pub friend: Option<bool>,
    /// Whether to cancel the invitation to the Home.
    pub home: Option<bool>,
    /// Whether to cancel the invitation to the servers.
    pub server: Option<bool>,
}

#[request]
pub struct ListReceivedInvites {}

/// An invitation can include a friend request, a Home and servers.
#[request]
pub struct AcceptInvite {
    /// The id of the invitation, or the invited email address.
    pub invite_id: Text,
    /// Whether to accept the friend request.
    pub friend: Option<bool>,
    /// Whether to accept the invitation to the Home.
    pub home: Option<bool>,
    /// Whether to accept the invitation to the servers.
    pub server: Option<bool>,
}
