//! The tasks that a server does at night: [`ButlerTasks`].

use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The name of a scheduled maintenance task.
    ButlerTaskName {
        /// Installs updates of the server.
        AutomaticUpdates = "AutomaticUpdates",
        /// Backs up the database.
        BackupDatabase = "BackupDatabase",
        /// Groups music by Gracenote data. Only on older servers.
        BuildGracenoteCollections = "BuildGracenoteCollections",
        /// Deletes old log files.
        CleanSupplementalLogFiles = "ButlerTaskCleanSupplementalLogFiles",
        /// Detects commercials in recordings.
        GenerateAdMarkers = "ButlerTaskGenerateAdMarkers",
        /// Detects closing credits.
        GenerateCreditsMarkers = "ButlerTaskGenerateCreditsMarkers",
        /// Detects the intros of episodes.
        GenerateIntroMarkers = "ButlerTaskGenerateIntroMarkers",
        /// Detects voice activity, which is used to synchronize subtitles.
        GenerateVoiceActivity = "ButlerTaskGenerateVoiceActivity",
        /// Checks for updates of the server.
        CheckForUpdates = "CheckForUpdates",
        /// Deletes metadata that no item uses anymore.
        CleanOldBundles = "CleanOldBundles",
        /// Deletes old files from the cache.
        CleanOldCacheFiles = "CleanOldCacheFiles",
        /// Measures the bandwidth that media requires.
        DeepMediaAnalysis = "DeepMediaAnalysis",
        /// Deletes stored data that is no longer referenced.
        GarbageCollectBlobs = "GarbageCollectBlobs",
        /// Deletes media entries whose files no longer exist.
        GarbageCollectLibraryMedia = "GarbageCollectLibraryMedia",
        /// Tags photos by their content.
        GenerateAutoTags = "GenerateAutoTags",
        /// Generates BlurHash placeholders for images.
        GenerateBlurHashes = "GenerateBlurHashes",
        /// Generates a thumbnail for each chapter.
        GenerateChapterThumbs = "GenerateChapterThumbs",
        /// Generates the preview images for seeking.
        GenerateMediaIndexFiles = "GenerateMediaIndexFiles",
        /// Measures the loudness of music.
        LoudnessAnalysis = "LoudnessAnalysis",
        /// Performs the sonic analysis of music.
        MusicAnalysis = "MusicAnalysis",
        /// Optimizes the database.
        OptimizeDatabase = "OptimizeDatabase",
        /// Processes images and other assets that are waiting.
        ProcessAssets = "ProcessAssets",
        /// Refreshes the program guides.
        RefreshEpgGuides = "RefreshEpgGuides",
        /// Scans all library sections for new and changed files.
        RefreshLibraries = "RefreshLibraries",
        /// Refreshes metadata that is stored next to the media files.
        RefreshLocalMedia = "RefreshLocalMedia",
        /// Refreshes the metadata of some of the items.
        RefreshPeriodicMetadata = "RefreshPeriodicMetadata",
        /// Repeats analyses made by an older version.
        UpgradeMediaAnalysis = "UpgradeMediaAnalysis",
    }
}

/// The scheduled maintenance tasks of a server.
#[model]
pub struct ButlerTasks {
    /// The tasks.
    #[wire(name = "ButlerTask")]
    pub tasks: Vec<ButlerTask>,
}

impl Root for ButlerTasks {
    const ROOT: &'static str = "ButlerTasks";
}

/// A scheduled maintenance task of a server.
#[model]
pub struct ButlerTask {
    /// Name of the task, used to start and stop it.
    pub name: Option<ButlerTaskName>,
    /// Interval between runs, in days. From 1.
    pub interval: Option<u32>,
    /// Whether the task starts at a random time within the maintenance window.
    pub schedule_randomized: Option<bool>,
    /// Whether the task is enabled.
    pub enabled: Option<bool>,
    /// Display name.
    pub title: Option<Text>,
    /// Description.
    pub description: Option<Text>,
}
