//! Files that only their owner can read, replaced in one step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// How the name of a file ends while it is written.
const DRAFT: &str = ".new";
/// The age from which a draft was left by a writer that was killed.
const ABANDONED: Duration = Duration::from_secs(10 * 60);

/// Replaces a file, or creates it, so that a reader sees all of the old or all of the new content, even after a crash or
/// power failure. Only the file's owner can read it (mode 0600 on Unix). The folder must exist.
///
/// Several threads or programs may write the same file at the same time: the last one wins.
pub fn write_private_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let name = path.file_name();
    let name = name.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no file name"))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    remove_abandoned_drafts(folder, &name.to_string_lossy());
    let mut draft = name.to_owned();
    draft.push(format!(".{}{DRAFT}", Uuid::new_v4()));
    let draft = folder.join(draft);
    let written = write_new(&draft, content).and_then(|()| fs::rename(&draft, path));
    if let Err(error) = written {
        let _ = fs::remove_file(&draft);
        return Err(error);
    }
    // The new name survives a power failure once the folder is written.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// A new file is its owner's alone.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Removes what writers that were killed left beside the file: it may hold secrets that are revoked since.
fn remove_abandoned_drafts(folder: &Path, name: &str) {
    let abandoned = |path: &PathBuf| {
        let draft = path.file_name().and_then(|name| name.to_str());
        let of_this = draft
            .and_then(|draft| draft.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with('.') && rest.ends_with(DRAFT));
        of_this
            && fs::metadata(path)
                .and_then(|metadata| metadata.modified())
                .is_ok_and(|at| at.elapsed().is_ok_and(|age| age > ABANDONED))
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for draft in entries.map(|entry| entry.path()).filter(abandoned) {
        let _ = fs::remove_file(draft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<_> = entries
            .map(|entry| name(entry).into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        for content in ["first", "second", ""] {
            write_private_file(&file, content.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), content);
            assert_eq!(names(folder.path()), ["a.json"]);
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_failure_leaves_the_old_file_and_no_draft() {
        let folder = tempfile::tempdir().unwrap();
        let occupied = folder.path().join("occupied");
        fs::create_dir(&occupied).unwrap();
        fs::write(occupied.join("file"), "").unwrap();
        assert!(write_private_file(&occupied, b"x").is_err());
        assert_eq!(names(folder.path()), ["occupied"]);
        assert!(write_private_file(&folder.path().join("no/such"), b"x").is_err());
        assert!(write_private_file(Path::new("/"), b"x").is_err());
    }

    #[test]
    fn only_old_drafts_of_the_same_file_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let old = SystemTime::now() - 2 * ABANDONED;
        for (name, at) in [
            ("a.json.1.new", Some(old)),
            ("a.json.2.new", None),
            ("b.json.1.new", Some(old)),
            ("a.json.corrupt-1", Some(old)),
        ] {
            let file = File::create(folder.path().join(name)).unwrap();
            if let Some(at) = at {
                file.set_modified(at).unwrap();
            }
        }
        write_private_file(&folder.path().join("a.json"), b"x").unwrap();
        assert_eq!(
            names(folder.path()),
            ["a.json", "a.json.2.new", "a.json.corrupt-1", "b.json.1.new"]
        );
    }
}
