//! Which tokens are good, where, for whom and until when; tokens are known by their digest alone.

use crate::world::users::UserKind;
use plex_sdk_contract::time::Timestamp;
use ring::digest::{SHA256, digest};
use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{Hash, Hasher};
use std::sync::{PoisonError, RwLock};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// How long a transient token is good, in seconds: 48 hours.
pub(crate) const TRANSIENT_LIFETIME: i64 = 48 * 60 * 60;

/// At most this many transient tokens are remembered; the oldest make room.
const MAX_TRANSIENTS: usize = 500_000;

/// The SHA-256 of a token, or of something else. It compares in constant time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Digest(pub(crate) [u8; 32]);

impl Digest {
    pub(crate) fn of(token: &str) -> Self {
        Self::of_bytes(token.as_bytes())
    }

    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        let mut hash = [0; 32];
        hash.copy_from_slice(digest(&SHA256, bytes).as_ref());
        Self(hash)
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}
impl Eq for Digest {}
impl Hash for Digest {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// What a caller may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Only what needs no token.
    Nobody,
    /// What any user may do.
    User,
    /// Everything.
    Admin,
}

/// Where a call arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// plex.tv.
    PlexTv,
    /// The server at this place of the list.
    Server(usize),
}

/// Who calls, as the token tells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Caller {
    pub(crate) user: UserKind,
    pub(crate) level: Level,
    /// The token's digest; none where no token was needed.
    pub(crate) token: Option<Digest>,
}

impl Caller {
    /// Someone without a token.
    pub(crate) const NOBODY: Self = Self {
        user: UserKind::Stranger,
        level: Level::Nobody,
        token: None,
    };
}

/// A token that lives until it is revoked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lasting {
    pub(crate) user: UserKind,
    /// `PlexTv` for an account token, else the server it was made for.
    pub(crate) place: Place,
}

/// A token that a server minted.
#[derive(Clone, Copy, Debug)]
struct Transient {
    user: UserKind,
    level: Level,
    minted_at: Place,
    good_at: Place,
    expires: Timestamp,
    parent: Option<Digest>,
    /// The lasting token at the start of the chain of parents.
    root: Option<Digest>,
}

#[derive(Default)]
struct Inner {
    lasting: HashMap<Digest, Lasting>,
    transient: HashMap<Digest, Transient>,
    /// The transient tokens in the order they were minted: a parent stands before what it minted.
    order: VecDeque<Digest>,
}

/// All tokens of the embedded world.
#[derive(Default)]
pub(crate) struct Tokens {
    inner: RwLock<Inner>,
}

impl Tokens {
    pub(crate) fn add(&self, digest: Digest, token: Lasting) {
        self.write().lasting.insert(digest, token);
    }

    /// True where a lasting token is still good.
    pub(crate) fn holds(&self, token: &str) -> bool {
        self.lasts(&Digest::of(token))
    }

    /// True where this is the digest of a lasting token.
    pub(crate) fn lasts(&self, digest: &Digest) -> bool {
        self.read().lasting.contains_key(digest)
    }

    /// Who sent this token to this place; `None` where the place does not accept it.
    pub(crate) fn check(&self, token: &str, place: Place, now: Timestamp) -> Option<Caller> {
        let digest = Digest::of(token);
        let inner = self.read();
        if let Some(lasting) = inner.lasting.get(&digest) {
            let level = match (lasting.place, place) {
                (Place::PlexTv, Place::PlexTv) => Level::User,
                // An account token opens the account's own servers only.
                (Place::PlexTv, Place::Server(_)) if lasting.user == UserKind::Owner => {
                    Level::Admin
                }
                (Place::Server(own), Place::Server(asked)) if own == asked => {
                    lasting.user.level_on(asked)
                }
                _ => Level::Nobody,
            };
            return (level > Level::Nobody).then_some(Caller {
                user: lasting.user,
                level,
                token: Some(digest),
            });
        }
        let transient = inner.transient.get(&digest)?;
        (transient.good_at == place && now < transient.expires).then_some(Caller {
            user: transient.user,
            level: transient.level,
            token: Some(digest),
        })
    }

    /// Mints a transient token with the caller's level, at one place and good at another or the same.
    pub(crate) fn mint(
        &self,
        caller: &Caller,
        minted_at: Place,
        good_at: Place,
        now: Timestamp,
    ) -> String {
        let token = format!("transient-{}", Uuid::new_v4().hyphenated());
        let digest = Digest::of(&token);
        let mut inner = self.write();
        inner.make_room(now);
        let parent = caller
            .token
            .as_ref()
            .and_then(|parent| inner.transient.get(parent));
        let latest = now.plus_secs(TRANSIENT_LIFETIME);
        let minted = Transient {
            user: caller.user,
            level: caller.level,
            minted_at,
            good_at,
            expires: parent.map_or(latest, |parent| parent.expires.min(latest)),
            parent: caller.token,
            root: parent.map_or(caller.token, |parent| parent.root),
        };
        inner.transient.insert(digest, minted);
        inner.order.push_back(digest);
        token
    }

    /// Ends a token and everything minted with it, directly or not.
    pub(crate) fn revoke(&self, digest: Digest) {
        let mut inner = self.write();
        let inner = &mut *inner;
        let mut dead = HashSet::from([digest]);
        inner.lasting.remove(&digest);
        inner.transient.remove(&digest);
        inner.order.retain(|at| {
            let Some(token) = inner.transient.get(at) else {
                return false;
            };
            let hit = |of: Option<Digest>| of.is_some_and(|of| dead.contains(&of));
            if hit(token.parent) || hit(token.root) {
                inner.transient.remove(at);
                dead.insert(*at);
                return false;
            }
            true
        });
    }

    /// Forgets every transient token that this place minted or accepts.
    pub(crate) fn forget_transients(&self, place: Place) {
        let mut inner = self.write();
        let inner = &mut *inner;
        inner
            .transient
            .retain(|_, token| token.minted_at != place && token.good_at != place);
        inner
            .order
            .retain(|digest| inner.transient.contains_key(digest));
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, Inner> {
        self.inner.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> std::sync::RwLockWriteGuard<'_, Inner> {
        self.inner.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Drops expired tokens from the front, and the oldest good ones where there are too many.
    fn make_room(&mut self, now: Timestamp) {
        while let Some(oldest) = self.order.front() {
            let good = self
                .transient
                .get(oldest)
                .is_some_and(|token| now < token.expires);
            if good && self.order.len() < MAX_TRANSIENTS {
                break;
            }
            if let Some(digest) = self.order.pop_front() {
                self.transient.remove(&digest);
            }
        }
    }
}

/// The letters of an opaque token.
const TOKEN_LETTERS: &[u8; 64] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A new opaque token of 20 letters; it starts with a letter or digit, so that no command line takes it for an option.
pub(crate) fn opaque() -> String {
    random_text(1, &TOKEN_LETTERS[..62]) + &random_text(19, TOKEN_LETTERS)
}

/// Random text out of these letters, at most 256 of them.
pub(crate) fn random_text(length: usize, letters: &[u8]) -> String {
    let fair = 256 - 256 % letters.len().clamp(1, 256);
    let mut text = String::with_capacity(length);
    while text.len() < length {
        let bytes = Uuid::new_v4().into_bytes();
        for (at, byte) in bytes.into_iter().enumerate() {
            // Bytes 6 and 8 carry the UUID's version; a byte beyond `fair` would favour the first letters.
            if at == 6 || at == 8 || usize::from(byte) >= fair || text.len() == length {
                continue;
            }
            if let Some(letter) = letters.get(usize::from(byte) % letters.len()) {
                text.push(char::from(*letter));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: Place = Place::Server(0);
    const ATTIC: Place = Place::Server(1);

    fn tokens() -> Tokens {
        let tokens = Tokens::default();
        for user in UserKind::ALL {
            let account = Lasting {
                user,
                place: Place::PlexTv,
            };
            tokens.add(Digest::of(&format!("account-{user}")), account);
            tokens.add(
                Digest::of(&format!("main-{user}")),
                Lasting { user, place: MAIN },
            );
        }
        tokens
    }

    #[test]
    fn a_server_takes_its_own_tokens_and_its_owners() {
        let tokens = tokens();
        let level = |token: &str, place| {
            tokens
                .check(token, place, Timestamp(0))
                .map(|caller| caller.level)
        };
        assert_eq!(level("account-owner", MAIN), Some(Level::Admin));
        assert_eq!(level("account-owner", ATTIC), Some(Level::Admin));
        assert_eq!(level("account-friend", MAIN), None);
        assert_eq!(level("account-friend", Place::PlexTv), Some(Level::User));
        assert_eq!(level("main-friend", MAIN), Some(Level::User));
        assert_eq!(level("main-friend", ATTIC), None);
        assert_eq!(level("main-owner", ATTIC), None);
        assert_eq!(level("main-owner", Place::PlexTv), None);
        assert_eq!(level("main-stranger", MAIN), None);
        assert_eq!(level("", MAIN), None);
    }

    #[test]
    fn a_transient_token_expires_and_never_outlives_its_parent() {
        let tokens = tokens();
        let caller = tokens.check("main-home", MAIN, Timestamp(0)).unwrap();
        let first = tokens.mint(&caller, MAIN, MAIN, Timestamp(0));
        let later = Timestamp(TRANSIENT_LIFETIME - 1);
        let caller = tokens.check(&first, MAIN, later).unwrap();
        assert_eq!(caller.level, Level::User);
        let second = tokens.mint(&caller, MAIN, MAIN, later);
        assert!(tokens.check(&second, MAIN, later).is_some());
        assert!(tokens.check(&second, ATTIC, later).is_none());
        let end = Timestamp(TRANSIENT_LIFETIME);
        assert!(tokens.check(&first, MAIN, end).is_none());
        assert!(tokens.check(&second, MAIN, end).is_none());
    }

    #[test]
    fn revoking_takes_what_was_minted_with_it() {
        let tokens = tokens();
        let now = Timestamp(0);
        let mint =
            |token: &str| tokens.mint(&tokens.check(token, MAIN, now).unwrap(), MAIN, MAIN, now);
        let child = mint("account-owner");
        let grandchild = mint(&child);
        let sibling = mint("account-owner");
        let other = mint("main-owner");
        tokens.revoke(Digest::of(&child));
        assert!(tokens.check(&child, MAIN, now).is_none());
        assert!(tokens.check(&grandchild, MAIN, now).is_none());
        assert!(tokens.check(&sibling, MAIN, now).is_some());
        tokens.revoke(Digest::of("account-owner"));
        assert!(tokens.check(&sibling, MAIN, now).is_none());
        assert!(tokens.check("account-owner", MAIN, now).is_none());
        assert!(tokens.check(&other, MAIN, now).is_some());
    }

    #[test]
    fn expired_tokens_make_room() {
        let tokens = tokens();
        let caller = tokens.check("main-home", MAIN, Timestamp(0)).unwrap();
        for _ in 0..10 {
            tokens.mint(&caller, MAIN, MAIN, Timestamp(0));
        }
        tokens.mint(&caller, MAIN, MAIN, Timestamp(TRANSIENT_LIFETIME));
        let inner = tokens.inner.read().unwrap();
        assert_eq!((inner.transient.len(), inner.order.len()), (1, 1));
    }

    #[test]
    fn opaque_tokens_look_like_plex_ones() {
        for _ in 0..100 {
            let token = opaque();
            assert_eq!(token.len(), 20);
            assert!(token.bytes().all(|b| TOKEN_LETTERS.contains(&b)), "{token}");
            assert!(!token.starts_with(['-', '_']), "{token}");
        }
    }
}
