//! [`DownloadWait`]: waiting until an entry of a download queue can be downloaded.

use crate::error::{Error, ErrorKind};
use crate::policy::TimeLimit;
use crate::server::Server;
use plex_sdk_contract::Endpoint;
use plex_sdk_contract::endpoints::download_queue::GetDownloadQueueItems;
use plex_sdk_contract::ids::{DownloadItemId, DownloadQueueId};
use plex_sdk_contract::model::{DownloadQueueItem, DownloadStatus};
use std::time::Duration;
use tokio::time::Instant;

const NAME: &str = GetDownloadQueueItems::NAME;

/// How to wait for an entry of a download queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct DownloadWait {
    first: Duration,
    longest: Duration,
    within: Duration,
}

impl Default for DownloadWait {
    /// Asks after a second, then at intervals that grow by half up to 30 seconds, for two hours at most.
    fn default() -> Self {
        Self {
            first: Duration::from_secs(1),
            longest: Duration::from_secs(30),
            within: Duration::from_secs(2 * 60 * 60),
        }
    }
}

impl DownloadWait {
    /// The first interval, at least 100 ms.
    pub fn first(mut self, interval: Duration) -> Self {
        self.first = interval.max(Duration::from_millis(100));
        self
    }

    /// No interval is longer than this.
    pub fn longest(mut self, interval: Duration) -> Self {
        self.longest = interval;
        self
    }

    /// How long to wait in all.
    pub fn within(mut self, time: Duration) -> Self {
        self.within = time;
        self
    }
}

impl Server {
    /// Waits until an entry of a download queue is available, and gives it; what is downloaded then is
    /// `get_download_queue_media`.
    ///
    /// Errors: of the kind [`ErrorKind::Rejected`] where the entry failed, with the server's words; of the kind
    /// [`ErrorKind::NotFound`] where it is not there, or was thrown away again; of the kind [`ErrorKind::Unreachable`] where
    /// the time is up; and the errors of asking, which are not asked again beyond the client's own retries.
    pub async fn wait_for_download(
        &self,
        queue: impl Into<DownloadQueueId>,
        entry: impl Into<DownloadItemId>,
        wait: DownloadWait,
    ) -> Result<DownloadQueueItem, Error> {
        let (queue_id, entry) = (queue.into(), entry.into());
        let started = Instant::now();
        let mut interval = wait.first;
        loop {
            let request = GetDownloadQueueItems::new(queue_id.clone(), [entry.clone()]);
            let items = self.send(request).await?.content.items;
            let item = items.into_iter().next();
            let item = item.ok_or_else(|| Error::new(ErrorKind::NotFound, NAME))?;
            match &item.status {
                Some(DownloadStatus::Available) => return Ok(item),
                Some(DownloadStatus::Error) => {
                    let words = item
                        .error
                        .as_deref()
                        .unwrap_or("the server does not say why");
                    let error = Error::new(ErrorKind::Rejected, NAME);
                    return Err(error.with_message(format_args!("it failed: {words}")));
                }
                Some(DownloadStatus::Expired) => {
                    let error = Error::new(ErrorKind::NotFound, NAME);
                    return Err(
                        error.with_message("it was there, and the server has thrown it away")
                    );
                }
                _ => {}
            }
            if started.elapsed().saturating_add(interval) > wait.within {
                let late = Error::timed_out(NAME, TimeLimit::Total);
                return Err(late.with_message(format_args!(
                    "the entry is not available within {} s",
                    wait.within.as_secs()
                )));
            }
            tokio::time::sleep(interval).await;
            interval = interval.saturating_add(interval / 2);
            interval = interval.min(wait.longest.max(wait.first));
        }
    }
}
