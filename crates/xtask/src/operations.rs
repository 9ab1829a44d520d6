//! Every operation of the contract, as data and with what needs its types.

use crate::sample::{self, Texts};
use bytes::Bytes;
use plex_sdk_contract::endpoint::Carrier;
use plex_sdk_contract::params::RequestTarget;
use plex_sdk_contract::{Content, Endpoint, Meta, Reply, endpoints, params};

/// An operation with the functions that are made from its types.
#[derive(Clone, Copy)]
pub(crate) struct Operation {
    pub(crate) meta: Meta,
    /// A request with every parameter filled, put on the wire at one of the operation's paths, with these bytes as its
    /// body where it has one.
    pub(crate) request: fn(&Texts, &'static str, Content) -> Result<RequestTarget, String>,
    /// Reads a body as the operation's answer.
    pub(crate) decode: fn(&Bytes) -> Result<(), String>,
}

impl Operation {
    const fn of<E: Endpoint>() -> Self {
        Self {
            meta: Meta::of::<E>(),
            request: request::<E>,
            decode: decode::<E>,
        }
    }
}

fn request<E: Endpoint>(
    texts: &Texts,
    path: &'static str,
    content: Content,
) -> Result<RequestTarget, String> {
    let mut request: E = sample::value(texts)?;
    if E::CARRIER == Carrier::Raw {
        request.set_raw_body(content);
    }
    params::encode_at(&request, path).map_err(|error| error.to_string())
}

fn decode<E: Endpoint>(body: &Bytes) -> Result<(), String> {
    E::Response::decode(body)
        .map(drop)
        .map_err(|error| error.to_string())
}

/// The operations of each list that the contract's own macros hand out.
macro_rules! groups {
    ($($name:ident $Group:ident $doc:literal $module:tt $($list:ident)+;)+) => {
        pub(super) const LISTS: &[&[crate::operations::Operation]] = &[$($($name::$list),+),+];
        $(mod $name {
            use crate::operations::Operation;
            glob! { $module }
            $(plex_sdk_contract::$list!(list);)+
        })+
    };
}
macro_rules! glob {
    ([$($module:ident)::+]) => {
        use plex_sdk_contract::endpoints::$($module)::+::*;
    };
}
macro_rules! list {
    ($group:ident $list:ident; $([$(#[$doc:meta])* $Name:ident $($empty:tt)?])*) => {
        #[allow(non_upper_case_globals, reason = "it has the name of the list")]
        pub(super) const $list: &[Operation] = &[$(Operation::of::<$Name>()),*];
    };
}
mod server {
    plex_sdk_contract::server_groups!(groups);
}
mod account {
    plex_sdk_contract::account_groups!(groups);
}
mod player {
    plex_sdk_contract::player_groups!(groups);
}

/// The streams of notifications, which have no row in the contract's table.
const EVENTS: &[Operation] = &[
    Operation::of::<endpoints::events::GetNotifications>(),
    Operation::of::<endpoints::events::GetWebsocketNotifications>(),
];

/// Every operation.
pub(crate) fn all() -> impl Iterator<Item = &'static Operation> {
    [server::LISTS, account::LISTS, player::LISTS, &[EVENTS]]
        .into_iter()
        .flatten()
        .copied()
        .flatten()
}

/// Every operation as data.
pub(crate) fn metas() -> Vec<Meta> {
    all().map(|operation| operation.meta).collect()
}

/// True where the embedded Plex serves it; its streams of notifications are no routes of its table.
pub(crate) fn is_served(meta: &Meta) -> bool {
    meta.group == "events" || plex_sdk_embedded::serves(meta)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_contracts_table_is_here() {
        let here: Vec<&str> = all().map(|operation| operation.meta.name).collect();
        let there: Vec<&str> = endpoints::all().map(|meta| meta.name).collect();
        assert_eq!(here[..there.len()], there);
        assert_eq!(here.len(), there.len() + EVENTS.len());
    }
}
