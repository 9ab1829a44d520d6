//! The client from outside: against answers made up on the spot, raw sockets, and the embedded Plex.

mod answers;
#[cfg(feature = "blocking")]
mod auth_blocking;
mod auth_device;
mod auth_password;
mod auth_pin;
mod auth_store;
mod auth_token;
#[cfg(feature = "blocking")]
mod blocking;
mod build;
mod calls;
mod connect_discovery;
mod connect_embedded;
mod connect_faults;
mod connect_race;
mod downloads;
#[cfg(feature = "events")]
mod events;
#[cfg(feature = "events")]
mod events_clock;
mod faults;
#[cfg(feature = "gzip")]
mod gzip;
mod hosts;
#[cfg(all(feature = "http2", feature = "rustls"))]
mod http2;
mod matrix;
mod pages;
mod playback;
mod players;
mod policy_limits;
mod policy_retries;
mod policy_script;
mod policy_timeouts;
mod proxies;
mod raw;
mod redirects;
mod secrets;
mod sockets;
mod stub;
mod tokens_embedded;
mod tokens_source;
mod tokens_transient;
