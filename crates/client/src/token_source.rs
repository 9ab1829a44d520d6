//! [`TokenSource`]: where a client's token comes from if it changes over time.

use crate::transport::{BoxError, BoxFuture};
use plex_sdk_contract::Token;
use std::sync::Arc;

/// Gives a client its token, anew for each request.
///
/// A request that is refused with 401 was not processed. The client then asks [`rejected`](Self::rejected), and if there
/// is a better token repeats the call with it, once. At `/security` some servers answer 403 to a token that they do not
/// know; as 403 says as well that a token is not enough, the client asks such a server for its root first, and takes it
/// for a 401 only where that is refused with one. All methods are called often and at the same time.
///
/// ```
/// use plex_sdk::tokens::TokenSource;
/// use plex_sdk::transport::{BoxError, BoxFuture};
/// use plex_sdk::Token;
///
/// /// A token that another program writes into a file.
/// struct File(std::path::PathBuf);
///
/// impl TokenSource for File {
///     fn token(&self) -> BoxFuture<'_, Result<Token, BoxError>> {
///         Box::pin(async { Ok(Token::new(std::fs::read_to_string(&self.0)?)?) })
///     }
///     fn rejected(&self, token: &Token) -> bool {
///         std::fs::read_to_string(&self.0).is_ok_and(|now| now.trim() != token.expose())
///     }
/// }
/// let server = plex_sdk::Server::builder().url("http://192.168.1.5:32400").token_source(File("token".into())).build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait TokenSource: Send + Sync + 'static {
    /// The token to send now. A [`plex_sdk::Error`](crate::Error) becomes the call's error as it is, any other one its
    /// cause. The future may be dropped at any time.
    fn token(&self) -> BoxFuture<'_, Result<Token, BoxError>>;

    /// `token` was refused: is there, or will there be, another one to try? By default there is none.
    fn rejected(&self, token: &Token) -> bool {
        let _ = token;
        false
    }

    /// A call with `token` went well.
    fn accepted(&self, token: &Token) {
        let _ = token;
    }

    /// No connection could be made for a call with `token`: the server may be restarting.
    fn unreachable(&self, token: &Token) {
        let _ = token;
    }
}

impl<S: TokenSource + ?Sized> TokenSource for Arc<S> {
    fn token(&self) -> BoxFuture<'_, Result<Token, BoxError>> {
        (**self).token()
    }
    fn rejected(&self, token: &Token) -> bool {
        (**self).rejected(token)
    }
    fn accepted(&self, token: &Token) {
        (**self).accepted(token);
    }
    fn unreachable(&self, token: &Token) {
        (**self).unreachable(token);
    }
}
