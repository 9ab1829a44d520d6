//! The account: privacy, opt-outs, web hooks.

use crate::endpoint::endpoints;
use crate::ids::AccountUuid;
use crate::model::{LegacyAccount, OptOutChoice, OptOuts, Privacy, ViewStateSync, WebhookUrl};
use crate::reply::{Named, NoBody, Plain};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /api/v2/user/privacy`
///
/// Tells what the account tells Plex about its use.
///
/// - Answer: what was opted out of, and how each kind of event is reported.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_privacy`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPrivacy {}

/// `PUT /api/v2/user/privacy`
///
/// Changes what the account tells Plex about its use.
///
/// - Parameters: what is to be opted out of, as a form; what is left out stays as it is.
/// - Answer: nothing, status 204.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `update_privacy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdatePrivacy {
    /// Whether Plex is not told what is played.
    pub opt_out_playback: Option<bool>,
    /// Whether Plex is not told how large libraries are.
    pub opt_out_library_stats: Option<bool>,
}

/// `GET /api/v2/user/view_state_sync`
///
/// Tells whether what was watched and rated is kept at Plex, for all servers of the account.
///
/// - Answer: whether the account agreed.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_view_state_sync`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetViewStateSync {}

/// `PUT /api/v2/user/view_state_sync`
///
/// Agrees that what was watched and rated is kept at Plex, or takes that back.
///
/// - Parameters: whether the account agrees.
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `update_view_state_sync`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdateViewStateSync {
    /// Whether the account agrees.
    pub consent: bool,
}

impl From<bool> for UpdateViewStateSync {
    fn from(consent: bool) -> Self {
        Self { consent }
    }
}

/// `GET /api/v2/user/{uuid}/settings/opt_outs`
///
/// Tells how the account uses online sources of media, such as movies from Plex.
///
/// - Parameters: the account's global id.
/// - Answer: a choice for each source. In XML plex.tv spells it another way, which is not read here.
/// - Errors: 401 with code 1001 for the token; 404 for another account.
/// - Who: any account's token.
/// - Source: `get_user_opt_outs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetUserOptOuts {
    /// The account's global id.
    pub uuid: AccountUuid,
}

impl From<AccountUuid> for GetUserOptOuts {
    fn from(uuid: AccountUuid) -> Self {
        Self { uuid }
    }
}

/// `POST /api/v2/user/{uuid}/settings/opt_outs`
///
/// Chooses how the account uses one online source of media.
///
/// - Parameters: the account's global id; the source; the choice. Music cannot be kept from managed users alone.
/// - Answer: nothing that counts.
/// - Errors: 400 for a choice that the source does not have; 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `set_opt_out`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetOptOut {
    /// The account's global id.
    pub uuid: AccountUuid,
    /// The source, such as `tv.plex.provider.vod`, by its name in [`OptOuts`].
    pub key: Text,
    /// The choice.
    pub value: OptOutChoice,
}

/// `GET /api/v2/user/webhooks`
///
/// Lists the addresses that servers of the account report playback to.
///
/// - Answer: the addresses.
/// - Errors: 400 without a Plex Pass; 401 with code 1001 for the token.
/// - Who: the token of an account with a Plex Pass.
/// - Source: `get_webhooks`; `/api/v2/webhooks` is told of by one source alone (`get_webhooks_short_path`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetWebhooks {}

/// `POST /api/v2/user/webhooks`
///
/// Replaces the addresses that servers of the account report playback to: all of them, not one.
///
/// - Parameters: the addresses, as a form with `urls[]` for each; to have none at all, an empty `urls`; made
///   from a list, the request has the right one.
/// - Answer: the addresses from now on, status 201.
/// - Errors: 400 without a Plex Pass; 401 with code 1001 for the token.
/// - Who: the token of an account with a Plex Pass.
/// - Source: `set_webhooks`; `/api/v2/webhooks` is told of by one source alone (`add_webhook_short_path`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetWebhooks {
    /// The addresses.
    #[wire(name = "urls[]+")]
    pub urls: Vec<Text>,
    /// An empty text, to have no address at all.
    #[wire(name = "urls")]
    pub none: Option<Text>,
}

impl From<Vec<Text>> for SetWebhooks {
    fn from(urls: Vec<Text>) -> Self {
        let none = urls.is_empty().then(Text::default);
        Self { urls, none }
    }
}

/// `GET /users/account.json`
///
/// Tells whose token it is, the way apps did before
/// [`GetTokenDetails`](super::authentication::GetTokenDetails), which is the one to use.
///
/// - Answer: the account under `user`. `/users/account` answers XML, where some names stand twice, and which is not
///   read here.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_account_json`, `get_account_xml`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAccountJson {}

endpoints! {
    ($) PlexTv, settings, plextv_settings_endpoints;
    GetPrivacy {}: GET "/api/v2/user/privacy" -> Plain<Privacy>, User, Read;
    UpdatePrivacy: PUT "/api/v2/user/privacy" -> NoBody, User, Idempotent, in Form, status NO_CONTENT;
    GetViewStateSync {}: GET "/api/v2/user/view_state_sync" -> Plain<ViewStateSync>, User, Read;
    UpdateViewStateSync: PUT "/api/v2/user/view_state_sync" -> NoBody, User, Idempotent;
    GetUserOptOuts: GET "/api/v2/user/{uuid}/settings/opt_outs" -> Plain<OptOuts>, User, Read;
    SetOptOut: POST "/api/v2/user/{uuid}/settings/opt_outs" -> NoBody, User, Idempotent;
    GetWebhooks {}: GET "/api/v2/user/webhooks" | "/api/v2/webhooks"
        -> Plain<Vec<WebhookUrl>>, User, Read;
    SetWebhooks: POST "/api/v2/user/webhooks" | "/api/v2/webhooks"
        -> Plain<Vec<WebhookUrl>>, User, Idempotent, in Form, status CREATED;
    GetAccountJson {}: GET "/users/account.json" | "/users/account"
        -> Named<LegacyAccount>, User, Read;
}
