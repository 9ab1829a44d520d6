//! The table of operations with their handlers, and which of them a request means.
//!
//! Operations of the contract without a handler are known as well: whoever may call them is told that they are not served.

use crate::refusal::Refusal;
use crate::serve::Call;
use crate::{player, plextv, pms};
use http::{HeaderValue, Method, StatusCode};
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoint::{Endpoint, Host, Meta};
use plex_sdk_contract::endpoints::{self, authentication, content, general, library, provider};
use plex_sdk_contract::path::Template;
use plex_sdk_contract::reply::{Binary, Encoded, Named, NoBody, Plain, Reply};
use plex_sdk_contract::{endpoints::plextv as account, params};
use std::sync::LazyLock;

/// A path's values by placeholder.
pub(crate) type PathValues = Vec<(&'static str, String)>;

/// An answer on its way out.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) encoded: Encoded,
    /// Where the list's window starts and how many entries the whole list has.
    pub(crate) window: Option<(u32, u32)>,
}

/// What an answer says of its window onto a list.
trait Window {
    fn window(&self) -> Option<(u32, u32)>;
}

impl<T> Window for MediaContainer<T> {
    fn window(&self) -> Option<(u32, u32)> {
        Some((self.offset.unwrap_or(0), self.total_size?))
    }
}

impl<T> Window for Plain<T> {
    fn window(&self) -> Option<(u32, u32)> {
        None
    }
}

impl<T> Window for Named<T> {
    fn window(&self) -> Option<(u32, u32)> {
        None
    }
}

impl Window for Binary {
    fn window(&self) -> Option<(u32, u32)> {
        None
    }
}

impl Window for NoBody {
    fn window(&self) -> Option<(u32, u32)> {
        None
    }
}

type Handler = Box<dyn Fn(&Call<'_>, PathValues) -> Result<Answer, Refusal> + Send + Sync>;

/// An operation with its handler.
pub(crate) struct Route {
    pub(crate) meta: Meta,
    handler: Option<Handler>,
}

impl Route {
    fn new<E>(handler: fn(&Call<'_>, E) -> Result<E::Response, Refusal>) -> Self
    where
        E: Endpoint,
        E::Response: Window,
    {
        let run = move |call: &Call<'_>, values: PathValues| {
            let request =
                params::decode_with_body::<E>(values, call.query, call.headers, call.body)
                    .map_err(|_| Refusal::BadRequest)?;
            let reply = handler(call, request)?;
            let encoded = reply.encode(call.format).map_err(|error| {
                tracing::error!(%error, operation = E::NAME, "an answer could not be written");
                Refusal::Broken
            })?;
            Ok(Answer {
                status: E::STATUS,
                encoded,
                window: reply.window(),
            })
        };
        Self {
            meta: Meta::of::<E>(),
            handler: Some(Box::new(run)),
        }
    }

    pub(crate) fn run(&self, call: &Call<'_>, values: PathValues) -> Result<Answer, Refusal> {
        let handler = self.handler.as_ref().ok_or(Refusal::NotServed)?;
        handler(call, values)
    }
}

macro_rules! routes {
    ($($Operation:ty => $handler:path,)+) => { vec![$(Route::new::<$Operation>($handler)),+] };
}

fn table() -> Vec<Route> {
    routes! {
        authentication::GetTransientToken => pms::authentication::get_transient_token,
        authentication::GetSourceConnectionInformation
            => pms::authentication::get_source_connection_information,
        general::GetIdentity => pms::general::get_identity,
        general::GetClients => player::get_clients,
        general::GetServerInfo => pms::general::get_server_info,
        library::GetRootLibrary => pms::library::get_root_library,
        library::GetSections => pms::library::get_sections,
        library::GetCollections => pms::library::get_collections,
        library::ListFilterChoices => pms::library::list_filter_choices,
        content::ListContent => pms::content::list_content,
        content::GetMetadataItem => pms::content::get_metadata_item,
        content::GetMetadataChildren => pms::content::get_metadata_children,
        content::GetAllItemLeaves => pms::content::get_all_item_leaves,
        provider::ListProviders => pms::provider::list_providers,
        account::authentication::CreatePin => plextv::authentication::create_pin,
        account::authentication::GetPin => plextv::authentication::get_pin,
        account::authentication::LinkPin => plextv::authentication::link_pin,
        account::authentication::SignIn => plextv::authentication::sign_in,
        account::authentication::SignOut => plextv::authentication::sign_out,
        account::authentication::RegisterDeviceJwk => plextv::devices::register_device_jwk,
        account::authentication::GetAuthNonce => plextv::devices::get_auth_nonce,
        account::authentication::ExchangeJwtToken => plextv::devices::exchange_jwt_token,
        account::authentication::GetAuthKeys => plextv::devices::get_auth_keys,
        account::home::GetHomeUsers => plextv::home::get_home_users,
        account::home::SwitchHomeUser => plextv::home::switch_home_user,
        account::home::SwitchHomeUserV2 => plextv::home::switch_home_user_v2,
        account::sharing::ListSharedServers => plextv::sharing::list_shared_servers,
        account::authentication::GetTokenDetails => plextv::authentication::get_token_details,
        account::resources::GetServerResources => plextv::resources::get_server_resources,
    }
}

/// The table, ordered so that the first fit is the right one.
pub(crate) struct Routes {
    routes: Vec<Route>,
    /// Templates by how many segments they have; each with its route's place.
    buckets: Vec<Vec<(Template, usize)>>,
}

/// The routes, made at the first request.
pub(crate) static ROUTES: LazyLock<Routes> = LazyLock::new(|| Routes::new(all()));

/// The operations with a handler, then the others.
fn all() -> Vec<Route> {
    let mut routes = table();
    let is = |a: &Meta, b: &Meta| a.name == b.name && a.host == b.host;
    let others: Vec<Meta> = endpoints::all()
        .filter(|meta| !routes.iter().any(|route| is(&route.meta, meta)))
        .copied()
        .collect();
    routes.extend(others.into_iter().map(|meta| Route {
        meta,
        handler: None,
    }));
    routes
}

/// True where the embedded Plex answers this operation.
pub fn serves(meta: &Meta) -> bool {
    if player::serves(meta) {
        return true;
    }
    ROUTES.routes.iter().any(|route| {
        route.handler.is_some() && route.meta.name == meta.name && route.meta.host == meta.host
    })
}

fn segments(path: &str) -> usize {
    path.split('/')
        .filter(|segment| !segment.is_empty())
        .count()
}

impl Routes {
    fn new(routes: Vec<Route>) -> Self {
        let mut buckets: Vec<Vec<(Template, usize)>> = Vec::new();
        for (place, route) in routes.iter().enumerate() {
            for template in route.meta.templates() {
                let length = segments(template.as_str());
                if buckets.len() <= length {
                    buckets.resize_with(length + 1, Vec::new);
                }
                if let Some(bucket) = buckets.get_mut(length) {
                    bucket.push((template, place));
                }
            }
        }
        for bucket in &mut buckets {
            bucket.sort_by(|(a, _), (b, _)| a.precedence(b));
        }
        Self { routes, buckets }
    }

    /// The route for a request, with its path's values. `HEAD` finds what `GET` does.
    pub(crate) fn find(
        &self,
        host: Host,
        method: &Method,
        path: &str,
    ) -> Option<(&Route, PathValues)> {
        let takes = |meta: &Meta| {
            meta.takes(method) || (method == Method::HEAD && meta.takes(&Method::GET))
        };
        let bucket = self.buckets.get(segments(path))?;
        let first = |served: bool| {
            bucket.iter().find_map(|(template, place)| {
                let route = self.routes.get(*place)?;
                if route.handler.is_some() != served
                    || !answers_for(host, route.meta.host)
                    || !takes(&route.meta)
                {
                    return None;
                }
                Some((route, template.matches(path)?))
            })
        };
        // An operation without a handler may be a shortcut of one that has one: `genre` of `{tag}`.
        first(true).or_else(|| first(false))
    }
}

/// One listener stands for plex.tv and the hosts beside it.
fn answers_for(site: Host, operation: Host) -> bool {
    site == operation || (site == Host::PlexTv && operation.is_cloud())
}

/// A number as a header's value.
pub(crate) fn number(value: u32) -> HeaderValue {
    u64::from(value).into()
}

/// How an answer is to be spelled, and what it may be spelled as.
pub(crate) fn format_of(headers: &http::HeaderMap) -> Format {
    Format::wanted_by(headers.get(http::header::ACCEPT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_operation_has_two_handlers_or_none_of_the_tables() {
        let routes = all();
        assert_eq!(routes.len(), endpoints::all().count());
        let first = endpoints::find("GetTransientToken").unwrap();
        assert!(serves(first));
    }

    #[test]
    fn a_request_finds_its_operation() {
        let find = |host, method: Method, path: &str| {
            ROUTES
                .find(host, &method, path)
                .map(|(route, values)| (route.meta.name, values))
        };
        let name = |host, method, path| find(host, method, path).map(|(name, _)| name);
        assert_eq!(
            name(Host::Pms, Method::GET, "/library/sections/all"),
            Some("GetSections")
        );
        assert_eq!(
            name(Host::Pms, Method::GET, "/library/sections/"),
            Some("GetSections")
        );
        assert_eq!(name(Host::Pms, Method::GET, "/"), Some("GetServerInfo"));
        assert_eq!(
            find(Host::Pms, Method::HEAD, "/library/sections/1/all"),
            Some(("ListContent", vec![("sectionId", "1".into())]))
        );
        for method in [Method::GET, Method::POST, Method::PATCH, Method::DELETE] {
            assert_eq!(
                name(Host::Pms, method, "/security/token"),
                Some("GetTransientToken")
            );
        }
        assert_eq!(name(Host::Pms, Method::POST, "/identity"), None);
        assert_eq!(name(Host::Pms, Method::GET, "/api/v2/user"), None);
        assert_eq!(name(Host::PlexTv, Method::GET, "/identity"), None);
        assert_eq!(name(Host::Pms, Method::GET, "//identity"), None);
    }
}
