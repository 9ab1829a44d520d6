//! [`Discovery`]: the servers of an account, from plex.tv or, while that is away, as it last told them.

use super::{ConnectError, ConnectOptions, Connected, Connector, Target, Way};
use crate::account::Account;
use crate::error::{Error, ErrorKind};
use crate::private_file::write_private_file;
use plex_sdk_contract::endpoints::plextv::resources::GetServerResources;
use plex_sdk_contract::model::Resource;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// No kept list is longer, in bytes.
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// A list of resources as it is kept. It holds tokens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CachedResources {
    /// When plex.tv told them, in seconds since 1970.
    pub fetched_at: u64,
    /// The resources.
    pub resources: Vec<Resource>,
}

/// Where the list of resources is kept, of one account each.
///
/// What is kept holds the account's tokens for its servers: keep it as you keep the account's token.
pub trait ResourceCache: Send + Sync + 'static {
    /// What was kept last; `None` where there is nothing or it cannot be read.
    fn load(&self) -> Option<CachedResources>;
    /// Keeps a new list.
    fn store(&self, resources: &CachedResources);
}

/// Keeps the list for as long as the program runs.
#[derive(Debug, Default)]
pub struct MemoryCache(Mutex<Option<CachedResources>>);

impl ResourceCache for MemoryCache {
    fn load(&self) -> Option<CachedResources> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clone()
    }
    fn store(&self, resources: &CachedResources) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(resources.clone());
    }
}

/// Keeps the list in a file that its owner alone may read. It is replaced in one step, so a reader sees all or nothing.
#[derive(Clone, Debug)]
pub struct FileCache(PathBuf);

impl FileCache {
    /// Keeps the list in this file, whose folder must exist.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.0
    }

    fn read(&self) -> io::Result<CachedResources> {
        let mut text = Vec::new();
        fs::File::open(&self.0)?
            .take(MAX_FILE)
            .read_to_end(&mut text)?;
        Ok(serde_json::from_slice(&text)?)
    }

    fn write(&self, resources: &CachedResources) -> io::Result<()> {
        write_private_file(&self.0, &serde_json::to_vec(resources)?)
    }
}

impl ResourceCache for FileCache {
    fn load(&self) -> Option<CachedResources> {
        let read = self.read();
        if let Err(error) = &read
            && error.kind() != io::ErrorKind::NotFound
        {
            // The error of a damaged file can repeat what is in it.
            tracing::warn!(path = %self.0.display(), kind = ?error.kind(), "the kept list of servers cannot be read");
        }
        read.ok()
    }

    fn store(&self, resources: &CachedResources) {
        if let Err(error) = self.write(resources) {
            tracing::warn!(path = %self.0.display(), %error, "the list of servers cannot be kept");
        }
    }
}

/// The resources of an account.
#[derive(Debug)]
#[non_exhaustive]
pub struct DiscoveredResources {
    /// The resources.
    pub resources: Vec<Resource>,
    /// When plex.tv told them.
    pub fetched_at: SystemTime,
    /// Why they are old: the failure of asking plex.tv now. `None` where they are fresh.
    pub stale: Option<Error>,
}

/// The servers of an account, from plex.tv or, while that is away, as it last told them. Cloning it is cheap.
#[derive(Clone)]
pub struct Discovery {
    account: Account,
    cache: Arc<dyn ResourceCache>,
}

impl Discovery {
    /// The servers of this account, kept in memory.
    pub fn new(account: Account) -> Self {
        Self {
            account,
            cache: Arc::new(MemoryCache::default()),
        }
    }

    /// Keeps the list elsewhere.
    #[must_use]
    pub fn cache(mut self, cache: impl ResourceCache) -> Self {
        self.cache = Arc::new(cache);
        self
    }

    /// Asks plex.tv for the resources, with TLS, relay and IPv6 addresses.
    ///
    /// While plex.tv cannot be reached, fails or asks for fewer requests, the kept list is given, marked
    /// [`stale`](DiscoveredResources::stale). Any other failure is passed on, above all a refused token.
    pub async fn resources(&self) -> Result<DiscoveredResources, Error> {
        let request = GetServerResources::default();
        match self.account.resources().get_server_resources(request).await {
            Ok(answer) => {
                let now = SystemTime::now();
                let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
                let list = CachedResources {
                    fetched_at: since.as_secs(),
                    resources: answer.0,
                };
                self.cache.store(&list);
                Ok(DiscoveredResources {
                    resources: list.resources,
                    fetched_at: now,
                    stale: None,
                })
            }
            Err(error) if is_away(&error) => {
                let Some(kept) = self.cache.load() else {
                    return Err(error);
                };
                tracing::info!(%error, "plex.tv is away; the kept list of servers is used");
                let since = std::time::Duration::from_secs(kept.fetched_at);
                Ok(DiscoveredResources {
                    resources: kept.resources,
                    fetched_at: UNIX_EPOCH.checked_add(since).unwrap_or(UNIX_EPOCH),
                    stale: Some(error),
                })
            }
            Err(error) => Err(error),
        }
    }

    /// The server with this machine identifier or name; names are compared without regard to case.
    pub async fn find(&self, name_or_id: &str) -> Result<Resource, ConnectError> {
        let found = self.resources().await.map_err(ConnectError::Resources)?;
        choose(found.resources, name_or_id)
    }

    /// Connects to the server with this machine identifier or name.
    pub async fn connect(
        &self,
        connector: &Connector,
        name_or_id: &str,
    ) -> Result<Connected, ConnectError> {
        let resource = self.find(name_or_id).await?;
        let way = Way::Discovery(self.clone());
        connector.go(Target::from(&resource), way).await
    }
}

impl fmt::Debug for Discovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Discovery")
            .field("account", &self.account)
            .finish_non_exhaustive()
    }
}

impl Account {
    /// Finds the server of this account with this name or machine identifier, and the best way to it. For a kept list of
    /// servers, other times allowed and the like see [`Discovery`] and [`Connector`].
    pub async fn connect(&self, name_or_id: &str) -> Result<Connected, ConnectError> {
        let options = ConnectOptions::default().identity(self.core.identity());
        let connector = Connector::new(options)?;
        Discovery::new(self.clone())
            .connect(&connector, name_or_id)
            .await
    }
}

/// True where plex.tv said nothing about the account or its token.
fn is_away(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Unreachable(_)
            | ErrorKind::ServerError
            | ErrorKind::RateLimited { .. }
            // A sign-in page of a hotel's network, a proxy's page, or the way there.
            | ErrorKind::NotPlex
            | ErrorKind::Redirected
    )
}

fn choose(resources: Vec<Resource>, asked: &str) -> Result<Resource, ConnectError> {
    let is_server = |resource: &Resource| {
        let mut words = resource.provides.split(',').map(str::trim);
        words.any(|word| word == "server")
    };
    let mut servers: Vec<_> = resources.into_iter().filter(is_server).collect();
    if let Some(at) = servers
        .iter()
        .position(|server| server.client_identifier == asked)
    {
        return Ok(servers.swap_remove(at));
    }
    // A name written exactly so goes before one that differs in case.
    let exactly = |server: &Resource| *server.name == *asked;
    let lower = asked.to_lowercase();
    let roughly = |server: &Resource| server.name.to_lowercase() == lower;
    let fits: Vec<usize> = if servers.iter().any(exactly) {
        (0..servers.len())
            .filter(|at| exactly(&servers[*at]))
            .collect()
    } else {
        (0..servers.len())
            .filter(|at| roughly(&servers[*at]))
            .collect()
    };
    match fits[..] {
        [at] => Ok(servers.swap_remove(at)),
        [] => Err(ConnectError::NoSuchServer {
            asked: super::report::one_line(asked),
            known: servers
                .iter()
                .map(|server| server.name.to_string())
                .collect(),
        }),
        _ => Err(ConnectError::Ambiguous {
            asked: super::report::one_line(asked),
            identifiers: fits
                .iter()
                .map(|at| servers[*at].client_identifier.to_string())
                .collect(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(name: &str, id: &str) -> Resource {
        Resource {
            name: name.into(),
            client_identifier: id.into(),
            provides: "client, server".into(),
            ..Resource::default()
        }
    }

    #[test]
    fn a_server_is_chosen_by_identifier_then_name_then_name_in_any_case() {
        let mut player = server("Player", "p");
        player.provides = "player".into();
        let all = vec![
            server("Attic", "a"),
            server("attic", "b"),
            server("Cellar", "c"),
            server("Attic2", "Attic"),
            server("Twin", "t1"),
            server("Twin", "t2"),
            player,
        ];
        let chosen =
            |asked| choose(all.clone(), asked).map(|server| server.client_identifier.to_string());
        assert_eq!(chosen("b").unwrap(), "b");
        assert_eq!(chosen("Attic").unwrap(), "Attic");
        assert_eq!(chosen("attic").unwrap(), "b");
        assert_eq!(chosen("CELLAR").unwrap(), "c");
        assert!(matches!(
            chosen("ATTIC"),
            Err(ConnectError::Ambiguous { .. })
        ));
        let error = chosen("Twin").unwrap_err().to_string();
        assert!(error.contains("t1, t2"), "{error}");
        let error = chosen("Player").unwrap_err().to_string();
        assert!(
            error.contains("no server `Player`") && error.contains("Cellar"),
            "{error}"
        );
        assert!(
            choose(Vec::new(), "x")
                .unwrap_err()
                .to_string()
                .contains("none")
        );
    }

    #[test]
    fn a_file_keeps_the_list_for_its_owner_alone() {
        let path = std::env::temp_dir().join(format!("plex-sdk-cache-{}", std::process::id()));
        let cache = FileCache::new(&path);
        let _ = fs::remove_file(&path);
        assert_eq!(cache.load(), None);
        let list = CachedResources {
            fetched_at: 5,
            resources: vec![server("Attic", "a")],
        };
        cache.store(&list);
        cache.store(&list);
        assert_eq!(cache.load(), Some(list));
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(
                &fs::metadata(&path).unwrap().permissions(),
            );
            assert_eq!(mode & 0o777, 0o600);
        }
        fs::write(&path, "{\"fetchedAt\":").unwrap();
        assert_eq!(cache.load(), None);
        fs::remove_file(&path).unwrap();
    }
}
