//! [`TransientTokens`]: one transient token of a server, kept, shared, and replaced in time.

use super::moment::Moment;
use crate::clock::{Clock, SystemClock};
use crate::error::{Error, ErrorKind};
use crate::reachability::ReachabilityObserver;
use crate::server::Server;
use crate::token_source::TokenSource;
use crate::transport::{BoxError, BoxFuture};
use plex_sdk_contract::endpoints::authentication::GetTransientToken;
use plex_sdk_contract::{Endpoint, Token, TransientToken};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tracing::Instrument as _;

/// When a token is replaced: an hour before the end of its 48 hours.
const REPLACED_AT: Duration = Duration::from_secs(47 * 60 * 60);
/// A token that never was accepted is replaced at once this often, and then only as time passes.
const FREE_REPLACEMENTS: u32 = 1;
/// The longest time between replacements of tokens that never were accepted.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// How a mint ended, for everyone who waits for it.
type Outcome = Option<Result<TransientToken, Error>>;

/// A server's transient token and what is known about it.
#[derive(Default)]
struct KeptToken(Mutex<State>);

#[derive(Default)]
struct State {
    kept: Option<Kept>,
    minting: Option<Minting>,
    /// Numbers the mints, so that one from before `clear` is told apart.
    mints: u64,
    /// How many tokens in a row were rejected before any call was answered with them.
    stillborn: u32,
}

impl State {
    /// The kept token, where it is young enough and, unless that is good enough, nothing speaks against it.
    fn good(&self, now: Moment, even_suspect: bool) -> Option<TransientToken> {
        let kept = self.kept.as_ref()?;
        let good = now.since(kept.minted) < REPLACED_AT && (even_suspect || !kept.suspect);
        good.then(|| kept.token.clone())
    }
}

struct Kept {
    token: TransientToken,
    /// When the mint began.
    minted: Moment,
    /// A call was answered with it.
    accepted: bool,
    /// The server could not be reached since; a restart would have ended the token.
    suspect: bool,
}

struct Minting {
    number: u64,
    outcome: watch::Receiver<Outcome>,
}

impl KeptToken {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ReachabilityObserver for KeptToken {
    fn unreachable(&self) {
        if let Some(kept) = &mut self.lock().kept {
            kept.suspect = true;
        }
    }

    /// Drops a token from before: the server may have restarted and lost it.
    fn reachable_again(&self) {
        let mut state = self.lock();
        if state.kept.as_ref().is_some_and(|kept| kept.suspect) {
            state.kept = None;
        }
    }
}

/// Keeps one transient token of a server, for handing to players and as the token of other clients.
///
/// - It is minted when it is first needed. However many ask for it at the same time, the server is asked once, and an
///   error is everyone's.
/// - It is replaced an hour before its 48 hours are over, after a 401, after a 403 that means one, and after the server
///   was away.
/// - A caller who stops waiting loses nothing for the others: the mint goes on by itself, on the runtime it began on.
/// - A mint whose answer got lost is repeated by the server's [retry policy](crate::policy::RetryPolicy); what that can
///   leave behind is a token that nobody knows.
/// - Tokens that are rejected before any call was answered with them are replaced once at once, and then ever more
///   rarely, so that a server that takes none is not asked for more and more.
///
/// Cloning it is cheap and shares the token. It is a [`TokenSource`]:
///
/// ```no_run
/// use plex_sdk::{Server, Token};
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let owner = Server::builder().url("http://192.168.1.5:32400").token(Token::new("s3cr3t")?).build()?;
/// let tokens = owner.transient_tokens();
/// // For a player, which needs one that lives for a while.
/// let for_player = tokens.get().await?;
/// // For every call of another client.
/// let server = Server::builder().url(owner.url()).token_source(tokens).build()?;
/// # let _ = (for_player, server);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct TransientTokens {
    server: Server,
    kept_token: Arc<KeptToken>,
    clock: Arc<dyn Clock>,
}

impl Server {
    /// The kept transient token of this server and its clones.
    pub fn transient_tokens(&self) -> TransientTokens {
        TransientTokens {
            server: self.clone(),
            kept_token: self.core.observer(),
            clock: Arc::new(SystemClock),
        }
    }
}

impl TransientTokens {
    /// The same with another clock; the token is kept apart from that of [`Server::transient_tokens`].
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> Self {
        Self {
            server: self.server,
            kept_token: Arc::default(),
            clock,
        }
    }

    /// The token: the kept one, or a new one. The error is the mint's own, [`Error::is_unauthorized`] where the token of
    /// the server's client is the one that is not accepted.
    ///
    /// After the server could not be reached a new token is minted even if the kept one might still be good: who is
    /// handed it may not be able to ask for another.
    pub async fn get(&self) -> Result<TransientToken, Error> {
        self.token_or_mint(false).await
    }

    /// Tells that the token was refused somewhere. Where it is still the kept one it is dropped. True where the next
    /// [`get`](Self::get) gives another token.
    pub fn rejected(&self, token: &TransientToken) -> bool {
        self.reject(token.expose())
    }

    /// Forgets the token, as for signing out. A mint under way still answers those who wait for it, and is then forgotten.
    pub fn clear(&self) {
        let mut state = self.kept_token.lock();
        state.kept = None;
        state.minting = None;
        state.stillborn = 0;
    }

    async fn token_or_mint(&self, even_suspect: bool) -> Result<TransientToken, Error> {
        // A mint is dropped only with its runtime; another one then starts on that of the caller.
        for _ in 0..2 {
            let mut outcome = match self.kept_or_minting(even_suspect)? {
                Ok(token) => return Ok(token),
                Err(minting) => minting,
            };
            let ended = outcome.wait_for(Option::is_some).await;
            if let Some(result) = ended.ok().and_then(|outcome| outcome.clone()) {
                return result;
            }
        }
        Err(no_mint(
            "the runtime it ran on has stopped, or a hook panicked",
        ))
    }

    /// The kept token, if it is good enough for a call.
    #[cfg(feature = "blocking")]
    pub(crate) fn kept_for_call(&self) -> Option<TransientToken> {
        let now = Moment::now(&*self.clock);
        self.kept_token.lock().good(now, true)
    }

    /// The kept token, or the mint to wait for, which is begun where there is none.
    fn kept_or_minting(
        &self,
        even_suspect: bool,
    ) -> Result<Result<TransientToken, watch::Receiver<Outcome>>, Error> {
        let mut state = self.kept_token.lock();
        let now = Moment::now(&*self.clock);
        if let Some(token) = state.good(now, even_suspect) {
            return Ok(Ok(token));
        }
        if let Some(minting) = &state.minting {
            return Ok(Err(minting.outcome.clone()));
        }
        let runtime = tokio::runtime::Handle::try_current()
            .map_err(|_| no_mint("it was asked for outside a tokio runtime"))?;
        state.mints += 1;
        let (tell, outcome) = watch::channel(None);
        state.minting = Some(Minting {
            number: state.mints,
            outcome: outcome.clone(),
        });
        let mint = Mint {
            kept_token: self.kept_token.clone(),
            number: state.mints,
        };
        let (server, clock) = (self.server.clone(), self.clock.clone());
        drop(state);
        let work = async move {
            let minted = Moment::now(&*clock);
            let call = server
                .authentication()
                .get_transient_token(GetTransientToken::default())
                .repeatable();
            let result = call.await.map(|minted| minted.token.clone());
            mint.ended(result.as_ref().ok(), minted);
            // Nobody may be waiting any more.
            let _ = tell.send(Some(result));
        };
        runtime.spawn(work.in_current_span());
        Ok(Err(outcome))
    }

    fn reject(&self, token: &str) -> bool {
        let mut state = self.kept_token.lock();
        let Some(kept) = state.kept.as_ref().filter(|kept| is(kept, token)) else {
            // It was replaced already, or will be minted.
            return true;
        };
        if kept.accepted {
            state.stillborn = 0;
            state.kept = None;
            return true;
        }
        let age = Moment::now(&*self.clock).since(kept.minted);
        if state.stillborn >= FREE_REPLACEMENTS && age < pause(state.stillborn) {
            return false;
        }
        state.stillborn = state.stillborn.saturating_add(1);
        state.kept = None;
        true
    }
}

/// How old a token must be that is rejected like so many before it, so that it is replaced.
fn pause(stillborn: u32) -> Duration {
    let doublings = stillborn.saturating_sub(FREE_REPLACEMENTS).min(6);
    Duration::from_secs(1 << doublings).min(LONGEST_PAUSE)
}

fn is(kept: &Kept, token: &str) -> bool {
    TransientToken::new(token).is_ok_and(|token| token == kept.token)
}

fn no_mint(why: &str) -> Error {
    Error::new(ErrorKind::NoToken, GetTransientToken::NAME).with_message(why)
}

/// A mint under way. However it ends, it is no longer under way then.
struct Mint {
    kept_token: Arc<KeptToken>,
    number: u64,
}

impl Mint {
    /// Keeps what was minted, unless `clear` came in between.
    fn ended(self, token: Option<&TransientToken>, minted: Moment) {
        let mut state = self.kept_token.lock();
        let current = state.minting.as_ref();
        if current.is_some_and(|minting| minting.number == self.number) {
            state.minting = None;
            state.kept = token.map(|token| Kept {
                token: token.clone(),
                minted,
                accepted: false,
                suspect: false,
            });
        }
    }
}

impl Drop for Mint {
    fn drop(&mut self) {
        let mut state = self.kept_token.lock();
        let current = state.minting.as_ref();
        if current.is_some_and(|minting| minting.number == self.number) {
            state.minting = None;
        }
    }
}

impl TokenSource for TransientTokens {
    fn token(&self) -> BoxFuture<'_, Result<Token, BoxError>> {
        Box::pin(async {
            // A suspect token is good enough here: where it is not, the call is repeated with a new one.
            let token = self.token_or_mint(true).await?;
            Ok(token.into())
        })
    }

    fn rejected(&self, token: &Token) -> bool {
        self.reject(token.expose())
    }

    fn accepted(&self, token: &Token) {
        let mut state = self.kept_token.lock();
        let state = &mut *state;
        if let Some(kept) = &mut state.kept
            && (!kept.accepted || kept.suspect)
            && is(kept, token.expose())
        {
            kept.accepted = true;
            kept.suspect = false;
            state.stillborn = 0;
        }
    }

    fn unreachable(&self, _: &Token) {
        self.kept_token.unreachable();
    }
}

impl fmt::Debug for TransientTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kept = self
            .kept_token
            .lock()
            .kept
            .as_ref()
            .map(|kept| kept.token.clone());
        f.debug_struct("TransientTokens")
            .field("server", &self.server)
            .field("kept", &kept)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_that_never_work_are_replaced_ever_more_rarely() {
        let pauses = [1, 2, 3, 4, 5, 6, 7, 8, u32::MAX].map(|n| pause(n).as_secs());
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
    }
}
