//! Where credentials are kept: whole after every write, closed to others, damage put aside.

use plex_sdk::auth::DeviceKey;
use plex_sdk::auth::store::{CredentialStore, FileStore, StoreError, StoredAccount, StoredServer};
use plex_sdk::{AccountToken, Jwt, ServerToken};
use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, SystemTime};
use tempfile::tempdir;

const SECRET: &str = "acc0unt-s3cret-1";

fn account(title: &str) -> StoredAccount {
    StoredAccount {
        title: Some(title.to_owned()),
        uuid: Some("a1b2".to_owned()),
        token: AccountToken::new(SECRET).ok(),
        device_key: DeviceKey::generate().ok(),
        jwt: Jwt::new("s3cret.jwt.text").ok(),
    }
}

#[test]
fn what_is_kept_is_there_at_the_next_start() {
    let folder = tempdir().unwrap();
    let place = folder.path().join("deep/er");
    let store = FileStore::open(&place).unwrap();
    assert!(!store.path().exists(), "opening writes nothing");
    assert_eq!(store.account("ann").unwrap(), None);
    let server = StoredServer {
        title: Some("Attic".into()),
        machine_identifier: Some("m1".into()),
        url: Some("http://10.0.0.2:32400".into()),
        account: Some("ann".into()),
        token: ServerToken::new("s3rver-s3cret").ok(),
    };
    let (ann, bob) = (account("Ann"), account("Bob"));
    store.save_account("bob", &bob).unwrap();
    store.save_account("ann", &ann).unwrap();
    store.save_server("attic", &server).unwrap();

    let again = FileStore::open(&place).unwrap();
    assert_eq!(again.accounts().unwrap(), ["ann", "bob"]);
    assert_eq!(again.account("ann").unwrap(), Some(ann));
    assert_eq!(again.servers().unwrap(), ["attic"]);
    assert_eq!(again.server("attic").unwrap(), Some(server));
    assert!(again.remove_account("ann").unwrap());
    assert!(!again.remove_account("ann").unwrap());
    assert!(again.remove_server("attic").unwrap());
    assert_eq!(store.accounts().unwrap(), ["bob"]);
    assert_eq!(store.account("bob").unwrap(), Some(bob));
    // The file, its lock, and nothing half-written.
    assert_eq!(fs::read_dir(&place).unwrap().count(), 2);
}

#[test]
fn the_client_identifier_is_made_once_by_whoever_comes_first() {
    let folder = tempdir().unwrap();
    let made: BTreeSet<String> = std::thread::scope(|scope| {
        let ask = || {
            let store = FileStore::open(folder.path()).unwrap();
            store.client_identifier().unwrap().to_string()
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(made.len(), 1);
    let store = FileStore::open(folder.path()).unwrap();
    store.save_account("ann", &account("Ann")).unwrap();
    let kept = store.client_identifier().unwrap().to_string();
    assert!(made.contains(&kept) && kept.len() == 36, "{kept}");
}

#[test]
fn writers_at_the_same_time_lose_nothing() {
    let folder = tempdir().unwrap();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                let store = FileStore::open(folder).unwrap();
                for number in 0..10 {
                    let name = format!("{writer}-{number}");
                    store.save_account(&name, &account(&name)).unwrap();
                    store.account(&name).unwrap().unwrap();
                }
            });
        }
    });
    let store = FileStore::open(folder.path()).unwrap();
    assert_eq!(store.accounts().unwrap().len(), 40);
}

#[test]
fn a_damaged_file_is_put_aside_and_told() {
    let folder = tempdir().unwrap();
    let store = FileStore::open(folder.path()).unwrap();
    store.save_account("ann", &account("Ann")).unwrap();
    let whole = fs::read(store.path()).unwrap();
    let wrong_type = format!(r#"{{"version":1,"accounts":{{"a":"{SECRET}"}}}}"#);
    let mut kept_files = BTreeSet::new();
    for damaged in [
        &whole[..whole.len() / 2],
        b"",
        b"\0\0\0",
        wrong_type.as_bytes(),
    ] {
        fs::write(store.path(), damaged).unwrap();
        let error = store.save_account("bob", &account("Bob")).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains(SECRET), "{shown}");
        assert!(shown.contains("credentials.json"), "{shown}");
        let StoreError::Corrupt { path, kept, .. } = error else {
            panic!("{shown}");
        };
        assert_eq!(path, store.path());
        assert_eq!(fs::read(&kept).unwrap(), damaged);
        let name = kept.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with("credentials.json.corrupt-"), "{name}");
        assert!(kept_files.insert(kept), "one was kept over another");
        assert!(!store.path().exists());
    }
    // It goes on with an empty one, and reading tells of damage as writing does.
    assert_eq!(store.accounts().unwrap(), [""; 0]);
    fs::write(store.path(), "{").unwrap();
    assert!(matches!(
        FileStore::open(folder.path()),
        Err(StoreError::Corrupt { .. })
    ));
}

#[test]
fn what_a_killed_writer_left_does_no_harm() {
    let folder = tempdir().unwrap();
    let store = FileStore::open(folder.path()).unwrap();
    store.save_account("ann", &account("Ann")).unwrap();
    let half = folder.path().join("credentials.json.1.new");
    fs::write(&half, "{\"version\":1,\"acc").unwrap();
    let yesterday = SystemTime::now() - Duration::from_secs(24 * 60 * 60);
    let file = fs::File::options().write(true).open(&half).unwrap();
    file.set_modified(yesterday).unwrap();
    assert_eq!(store.accounts().unwrap(), ["ann"]);
    store.save_account("bob", &account("Bob")).unwrap();
    assert_eq!(store.accounts().unwrap(), ["ann", "bob"]);
    assert!(!half.exists());
}

#[test]
fn a_newer_file_is_left_alone() {
    let folder = tempdir().unwrap();
    let text = r#"{"version":2,"accounts":[]}"#;
    fs::write(folder.path().join("credentials.json"), text).unwrap();
    let error = FileStore::open(folder.path()).unwrap_err();
    assert!(
        matches!(error, StoreError::Newer { found: 2, .. }),
        "{error}"
    );
    let left = fs::read_to_string(folder.path().join("credentials.json")).unwrap();
    assert_eq!(left, text);
}

#[test]
fn a_place_that_cannot_be_used_is_named() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let error = FileStore::open(file.join("sub")).unwrap_err();
    assert!(error.to_string().contains("file"), "{error}");
    assert!(matches!(error, StoreError::Io { .. }));
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = tempdir().unwrap();
    let place = folder.path().join("new");
    let store = FileStore::open(&place).unwrap();
    store.save_account("ann", &account("Ann")).unwrap();
    assert_eq!(mode(&place), 0o700);
    assert_eq!(mode(store.path()), 0o600);
    fs::set_permissions(store.path(), fs::Permissions::from_mode(0o644)).unwrap();
    store.account("ann").unwrap().unwrap();
    assert_eq!(mode(store.path()), 0o600);
}

#[test]
fn nothing_secret_shows() {
    let ann = account("Ann");
    let key = ann.device_key.as_ref().unwrap().export();
    let shown = format!("{ann:?} {ann:#?}");
    for secret in [SECRET, key.expose(), "s3cret.jwt.text"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
