//! [`Download`]: media or a picture into a file, resumed where it broke off, and never half a file under its name.

use crate::call::Call;
use crate::error::{Error, ErrorKind};
use crate::policy::{Attempt, Decision, RetryPolicy};
use crate::stream::ByteStream;
use crate::transport::BoxFuture;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use plex_sdk_contract::{Binary, Effect, Endpoint, params};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::future::IntoFuture;
use std::io;
use std::path::{Path, PathBuf};
use tokio::fs::{self, File, OpenOptions};
use tokio::io::{AsyncSeekExt, AsyncWriteExt};
use tokio::time::Instant;

impl<E: Endpoint<Response = Binary>> Call<E> {
    /// Downloads it into the file at `path`, when awaited.
    ///
    /// The bytes go to `NAME.part` beside it, which is renamed once all of them are on the disk. An interrupted download
    /// resumes according to the client's [`RetryPolicy`]; attempts are counted from the last byte received. What an earlier
    /// download left is resumed too. A download only resumes if the server surely still has the same version: the strong
    /// `ETag`, or else the `Last-Modified`, of the whole (kept in `NAME.part.json`) must be sent again with the rest.
    /// Otherwise it starts over. A [`timeout`](Self::timeout) limits each attempt. Do not download to the same path twice
    /// at the same time.
    ///
    /// Errors: as for [`stream`](Self::stream); [`ErrorKind::Incomplete`] where the bytes are not as many as told, or their
    /// number cannot be checked; [`ErrorKind::File`] where the file cannot be written. After an error `NAME.part` stays for
    /// the next time.
    pub fn download_to(self, path: impl Into<PathBuf>) -> Download<E> {
        Download {
            call: self,
            path: path.into(),
            length: None,
            progress: None,
        }
    }
}

/// How far a download is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many bytes of the file are there, those of a former download among them.
    pub received: u64,
    /// How many it will have, where that is known.
    pub total: Option<u64>,
}

/// A download that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Downloaded {
    /// The file.
    pub path: PathBuf,
    /// How many bytes it has.
    pub length: u64,
    /// How many of them a former download had left.
    pub resumed_at: u64,
    /// The content type, as it came.
    pub content_type: Option<String>,
}

type Watcher = Box<dyn FnMut(Progress) + Send>;

/// A download about to begin: await it. See [`Call::download_to`].
#[must_use = "a download begins when it is awaited"]
pub struct Download<E: Endpoint<Response = Binary>> {
    call: Call<E>,
    path: PathBuf,
    length: Option<u64>,
    progress: Option<Watcher>,
}

impl<E: Endpoint<Response = Binary>> Download<E> {
    /// Calls `watch` after every piece.
    pub fn progress(mut self, watch: impl FnMut(Progress) + Send + 'static) -> Self {
        self.progress = Some(Box::new(watch));
        self
    }

    /// How many bytes there must be, where that is known beforehand, as from a part's `size`.
    pub fn length(mut self, bytes: u64) -> Self {
        self.length = Some(bytes);
        self
    }

    async fn run(mut self) -> Result<Downloaded, Error> {
        let headers = &self.call.overrides.headers;
        if headers.contains_key(header::RANGE) || headers.contains_key(header::IF_RANGE) {
            return Err(Error::invalid(
                E::NAME,
                "a download into a file is of the whole",
            ));
        }
        let retries = self.call.overrides.retries;
        let retries = retries.unwrap_or_else(|| self.call.core.retry_policy());
        let mut part = Part::open::<E>(&self.path, &self.call.request).await?;
        let resumed_at = part.at;
        let mut best = part.at;
        let mut failures = 0;
        let mut since = Instant::now();
        loop {
            let error = match self.attempt(&mut part).await {
                Ok(content_type) => {
                    let length = part.at;
                    part.finish::<E>(&self.path).await?;
                    let resumed_at = if part.started_over { 0 } else { resumed_at };
                    return Ok(Downloaded {
                        path: self.path,
                        length,
                        resumed_at,
                        content_type,
                    });
                }
                Err(Stopped::Over) => {
                    part.start_over::<E>().await?;
                    continue;
                }
                Err(Stopped::Failed(error)) => error,
            };
            part.flush::<E>().await?;
            if part.at > best {
                (best, failures, since) = (part.at, 0, Instant::now());
            }
            failures += 1;
            let wait = next_attempt(retries, &error, failures, since);
            let Some(wait) = wait else {
                return Err(error.after(failures, since.elapsed()));
            };
            tracing::debug!(operation = E::NAME, %error, ?wait, at = part.at, "to be gone on with");
            tokio::time::sleep(wait).await;
        }
    }

    /// Gets what is missing; the content type when all is there.
    async fn attempt(&mut self, part: &mut Part) -> Result<Option<String>, Stopped> {
        // What is tried again is so around this.
        let mut call = self.call.clone().retries(RetryPolicy::none());
        let asked = part.resumable();
        if let Some((at, validator)) = &asked {
            let headers = &mut call.overrides.headers;
            let range = HeaderValue::try_from(format!("bytes={at}-"));
            let range = range.map_err(|e| Stopped::Failed(Error::invalid(E::NAME, e)))?;
            headers.insert(header::RANGE, range);
            headers.insert(header::IF_RANGE, validator.clone());
        }
        let stream = call.stream().await;
        let mut stream = match stream {
            Err(error) if asked.is_some() && is_out_of_range(&error) => return Err(Stopped::Over),
            other => other.map_err(Stopped::Failed)?,
        };
        let incomplete = |stream: &ByteStream, message: String| {
            let (status, headers) = (stream.status(), stream.headers().clone());
            Error::new(ErrorKind::Incomplete, E::NAME)
                .with_message(message)
                .with_answer(status, headers, bytes::Bytes::new())
        };
        let total = if stream.status() == StatusCode::PARTIAL_CONTENT {
            let Some((at, _)) = asked else {
                let message = "a part came, and the whole was asked for".to_owned();
                return Err(Stopped::Failed(incomplete(&stream, message)));
            };
            match stream.rest() {
                // A server that ignores `If-Range` may send the rest of another version.
                Some((start, total))
                    if start == at
                        && part.info.length.is_none_or(|known| known == total)
                        && part.info.version.is_surely(&Version::of(stream.headers())) =>
                {
                    Some(total)
                }
                _ => return Err(Stopped::Over),
            }
        } else {
            if part.at > 0 {
                part.start_over::<E>().await.map_err(Stopped::Failed)?;
            }
            stream.content_length()
        };
        if let (Some(expected), Some(total)) = (self.length, total)
            && expected != total
        {
            let message = format!("there are {total} bytes, and {expected} were expected");
            return Err(Stopped::Failed(incomplete(&stream, message)));
        }
        let total = total.or(self.length);
        if total.is_none() && !stream.has_an_end() {
            let message = "the server does not tell how many bytes there are".to_owned();
            return Err(Stopped::Failed(incomplete(&stream, message)));
        }
        part.remember::<E>(Version::of(stream.headers()), total)
            .await
            .map_err(Stopped::Failed)?;
        while let Some(piece) = stream.next().await {
            part.write::<E>(&piece.map_err(Stopped::Failed)?)
                .await
                .map_err(Stopped::Failed)?;
            if let Some(watch) = &mut self.progress {
                watch(Progress {
                    received: part.at,
                    total,
                });
            }
        }
        match total {
            Some(total) if total != part.at => {
                let message = format!("{} bytes came, and there are {total}", part.at);
                // Neither more nor fewer is something to go on from.
                let error = incomplete(&stream, message);
                part.start_over::<E>().await.map_err(Stopped::Failed)?;
                Err(Stopped::Failed(error))
            }
            _ => Ok(stream.content_type().map(str::to_owned)),
        }
    }
}

/// Why an attempt did not get to the end.
enum Stopped {
    /// What is there is of no use.
    Over,
    /// There was no answer to be used, or it broke off.
    Failed(Error),
}

fn is_out_of_range(error: &Error) -> bool {
    error.status() == Some(StatusCode::RANGE_NOT_SATISFIABLE)
}

fn next_attempt(
    retries: RetryPolicy,
    error: &Error,
    number: u32,
    since: Instant,
) -> Option<std::time::Duration> {
    let decision = retries.decide(&Attempt {
        effect: Effect::Read,
        number,
        failure: error.failure(),
        retry_after: error.retry_after(),
        elapsed: since.elapsed(),
    });
    match decision {
        Decision::RetryAfter(wait) => Some(wait),
        Decision::GiveUp => None,
    }
}

/// What tells one version of the bytes from another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Version {
    /// The entity tag, strong or weak.
    etag: Option<String>,
    /// When the bytes were last changed, if that was at least a second before the response: a file that is younger may
    /// change again without another `Last-Modified`.
    last_modified: Option<String>,
}

impl Version {
    fn of(headers: &HeaderMap) -> Self {
        let text = |name: &HeaderName| headers.get(name)?.to_str().ok().map(str::to_owned);
        let time = |text: &str| httpdate::parse_http_date(text).ok();
        let sent = text(&header::DATE).and_then(|date| time(&date));
        let is_older = |modified: &String| time(modified) < sent && time(modified).is_some();
        Self {
            etag: text(&header::ETAG),
            last_modified: text(&header::LAST_MODIFIED).filter(is_older),
        }
    }

    /// The validator that no two versions share: a strong entity tag, or else the time of the last change.
    fn strong(&self) -> Option<&str> {
        let tag = self.etag.as_deref().filter(|tag| tag.starts_with('"'));
        tag.or(self.last_modified.as_deref())
    }

    /// Whether `other` is certainly this version.
    fn is_surely(&self, other: &Self) -> bool {
        let may_be = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        self.strong().is_some()
            && self.strong() == other.strong()
            && may_be(&self.etag, &other.etag)
            && may_be(&self.last_modified, &other.last_modified)
    }
}

/// What must be known of a part to go on with it another time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Info {
    /// What was asked for, without the server, as that may move.
    request: String,
    #[serde(flatten)]
    version: Version,
    /// How many there are.
    length: Option<u64>,
}

/// The file while it is not whole.
struct Part {
    path: PathBuf,
    info_path: PathBuf,
    info: Info,
    file: File,
    /// How many bytes it has.
    at: u64,
    started_over: bool,
}

impl Part {
    async fn open<E: Endpoint>(target: &Path, request: &E) -> Result<Self, Error> {
        let name = target.file_name();
        let name = name.ok_or_else(|| Error::invalid(E::NAME, "the path names no file"))?;
        let beside = |ending: &str| {
            let mut name = name.to_owned();
            name.push(ending);
            target.with_file_name(name)
        };
        let (path, info_path) = (beside(".part"), beside(".part.json"));
        let request = params::encode(request)
            .map_err(|error| Error::invalid(E::NAME, error))?
            .path_and_query();
        let known = fs::read(&info_path).await.unwrap_or_default();
        let known: Info = serde_json::from_slice(&known).unwrap_or_default();
        let same = known.request == request && known.version.strong().is_some();
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(!same).open(&path);
        let mut file = file.await.map_err(|e| failed::<E>(&path, e))?;
        let end = file.seek(io::SeekFrom::End(0)).await;
        let at = end.map_err(|e| failed::<E>(&path, e))?;
        let info = if same {
            known
        } else {
            Info {
                request,
                ..Info::default()
            }
        };
        Ok(Self {
            path,
            info_path,
            info,
            file,
            at,
            started_over: false,
        })
    }

    /// Where to go on, and what tells that the bytes are still the same.
    fn resumable(&self) -> Option<(u64, HeaderValue)> {
        let validator = HeaderValue::try_from(self.info.version.strong()?).ok()?;
        (self.at > 0).then_some((self.at, validator))
    }

    async fn start_over<E: Endpoint>(&mut self) -> Result<(), Error> {
        self.flush::<E>().await?;
        let empty = async {
            self.file.set_len(0).await?;
            self.file.seek(io::SeekFrom::Start(0)).await
        };
        empty.await.map_err(|e| failed::<E>(&self.path, e))?;
        self.at = 0;
        self.started_over = true;
        (self.info.version, self.info.length) = (Version::default(), None);
        Ok(())
    }

    /// Keeps what must be known to go on another time.
    async fn remember<E: Endpoint>(
        &mut self,
        version: Version,
        length: Option<u64>,
    ) -> Result<(), Error> {
        // A part may leave out what the whole had.
        let known = self.info.version.clone();
        let info = Info {
            request: self.info.request.clone(),
            version: Version {
                etag: version.etag.or(known.etag),
                last_modified: version.last_modified.or(known.last_modified),
            },
            length,
        };
        let text = serde_json::to_vec(&info).unwrap_or_default();
        self.info = info;
        let written = fs::write(&self.info_path, text).await;
        written.map_err(|e| failed::<E>(&self.info_path, e))
    }

    async fn write<E: Endpoint>(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let written = self.file.write_all(bytes).await;
        written.map_err(|e| failed::<E>(&self.path, e))?;
        self.at = self.at.saturating_add(bytes.len() as u64);
        Ok(())
    }

    async fn flush<E: Endpoint>(&mut self) -> Result<(), Error> {
        let flushed = self.file.flush().await;
        flushed.map_err(|e| failed::<E>(&self.path, e))
    }

    /// Gives it its name, once it is on the disk.
    async fn finish<E: Endpoint>(&mut self, target: &Path) -> Result<(), Error> {
        self.flush::<E>().await?;
        let synced = self.file.sync_all().await;
        synced.map_err(|e| failed::<E>(&self.path, e))?;
        let renamed = fs::rename(&self.path, target).await;
        renamed.map_err(|e| failed::<E>(target, e))?;
        // The name is on the disk when the folder is; not every system can be asked for that.
        let folder = target.parent().filter(|path| !path.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))).await {
            let _ = folder.sync_all().await;
        }
        let _ = fs::remove_file(&self.info_path).await;
        Ok(())
    }
}

fn failed<E: Endpoint>(path: &Path, error: io::Error) -> Error {
    Error::new(ErrorKind::File, E::NAME)
        .with_message(format_args!("{}: {error}", path.display()))
        .with_source(error)
}

impl<E: Endpoint<Response = Binary>> IntoFuture for Download<E> {
    type Output = Result<Downloaded, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl<E: Endpoint<Response = Binary>> fmt::Debug for Download<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("call", &self.call)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
