//! Playing media of a server in an app of one's own: addresses for a player of media that takes only URLs
//! ([`MediaUrl`]), and the life of a session ([`PlaybackSession`]).
//!
//! ```no_run
//! use plex_sdk::playback::{Playback, PlaybackSession};
//! use plex_sdk::profile::{ClientProfile, Directive, ProfileKind};
//! use std::time::Duration;
//!
//! # async fn run(server: plex_sdk::Server) -> Result<(), plex_sdk::Error> {
//! let profile = ClientProfile::new()
//!     .with(Directive::append_codecs(ProfileKind::Video, "hls").video_codecs(["hevc"]).audio_codecs(["aac"]));
//! let mut session = PlaybackSession::decide(&server, Playback::video("900").profile(&profile)).await?;
//! let url = session.url().await?;
//! // `expose` gives the text, with a transient token in it, to the player of media alone.
//! open_in_a_player(url.expose());
//! session.playing(Duration::from_secs(10)).await?;
//! session.stop(Duration::from_secs(20)).await?;
//! # Ok(())
//! # }
//! # fn open_in_a_player(_: &str) {}
//! ```

mod download;
mod session;
mod url;

pub use download::DownloadWait;
pub use session::{Playback, PlaybackMethod, PlaybackSession};
pub use url::MediaUrl;
