//! The account: privacy, opt-outs, web hooks.

use crate::ids::AccountUuid;
use crate::model::{LegacyAccount, OptOutChoice, OptOuts, Privacy, ViewStateSync, WebhookUrl};
use crate::reply::{Named, NoBody, Plain};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    PlexTv, settings, plextv_settings_endpoints;

    /// Returns the account's privacy settings: what it reports to Plex about its use.
    GetPrivacy {}: GET "/api/v2/user/privacy" -> Plain<Privacy>, User, Read, unpublished;
    /// Changes the account's privacy settings.
    UpdatePrivacy: PUT "/api/v2/user/privacy"
        -> NoBody, User, Idempotent, in Form, status NO_CONTENT, unpublished;
    /// Returns whether the account synchronizes its watch state and ratings with plex.tv.
    GetViewStateSync {}: GET "/api/v2/user/view_state_sync" -> Plain<ViewStateSync>, User, Read, unpublished;
    /// Turns the synchronization of the account's watch state and ratings on or off.
    UpdateViewStateSync: PUT "/api/v2/user/view_state_sync" -> NoBody, User, Idempotent, unpublished;
    /// Returns the account's choices about online media sources, such as movies from Plex.
    GetUserOptOuts: GET "/api/v2/user/{uuid}/settings/opt_outs" -> Plain<OptOuts>, User, Read, unpublished;
    /// Sets the account's choice about one online media source.
    SetOptOut: POST "/api/v2/user/{uuid}/settings/opt_outs" -> NoBody, User, Idempotent, unpublished;
    /// Lists the account's webhooks, to which its servers report playback.
    GetWebhooks {}: GET "/api/v2/user/webhooks" | "/api/v2/webhooks"
        -> Plain<Vec<WebhookUrl>>, User, Read, unpublished;
    /// Replaces all webhooks of the account.
    SetWebhooks: POST "/api/v2/user/webhooks" | "/api/v2/webhooks"
        -> Plain<Vec<WebhookUrl>>, User, Idempotent, in Form, status CREATED, unpublished;
    /// Returns the account that the token belongs to, with the oldest API.
    GetAccountJson {}: GET "/users/account.json" | "/users/account"
        -> Named<LegacyAccount>, User, Read, unpublished;
}

#[request]
pub struct GetPrivacy {}

/// Settings that are omitted stay unchanged.
#[request]
pub struct UpdatePrivacy {
    /// Whether to opt out of reporting playback.
    pub opt_out_playback: Option<bool>,
    /// Whether to opt out of reporting library statistics.
    pub opt_out_library_stats: Option<bool>,
}

#[request]
pub struct GetViewStateSync {}

#[request]
pub struct UpdateViewStateSync {
    /// Whether the account consents to the synchronization.
    pub consent: bool,
}

/// Only JSON responses are supported.
#[request]
pub struct GetUserOptOuts {
    /// The UUID of the account.
    pub uuid: AccountUuid,
}

/// plex.tv responds with 400 if the source does not support the choice. For example, music cannot be disabled for
/// managed users only.
#[request]
pub struct SetOptOut {
    /// The UUID of the account.
    pub uuid: AccountUuid,
    /// The identifier of the source, as in [`OptOuts`], such as `tv.plex.provider.vod`.
    pub key: Text,
    /// The choice.
    pub value: OptOutChoice,
}

/// plex.tv responds with 400 if the account has no Plex Pass.
#[request]
pub struct GetWebhooks {}

/// To add or remove a single webhook, send the whole new list. Create the request from a list of URLs, which also
/// handles an empty list.
///
/// The response contains the new list. plex.tv responds with 400 if the account has no Plex Pass.
#[request]
pub struct SetWebhooks {
    /// The URLs of the webhooks.
    #[wire(name = "urls[]+")]
    pub urls: Vec<Text>,
    /// An empty string, to remove all webhooks. Otherwise `None`.
    #[wire(name = "urls")]
    pub none: Option<Text>,
}

/// Use [`GetTokenDetails`](super::authentication::GetTokenDetails) instead.
#[request]
pub struct GetAccountJson {}
