//! The tasks that a server does at night: [`ButlerTasks`].

use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The name of a task that a server does at night.
    ButlerTaskName {
        /// Installs an update of the server.
        AutomaticUpdates = "AutomaticUpdates",
        /// Copies the database into the backup folder.
        BackupDatabase = "BackupDatabase",
        /// Groups music by what Gracenote knew of it, on old servers.
        BuildGracenoteCollections = "BuildGracenoteCollections",
        /// Deletes log files of the past.
        CleanSupplementalLogFiles = "ButlerTaskCleanSupplementalLogFiles",
        /// Finds advertisements in recordings.
        GenerateAdMarkers = "ButlerTaskGenerateAdMarkers",
        /// Finds where credits begin.
        GenerateCreditsMarkers = "ButlerTaskGenerateCreditsMarkers",
        /// Finds the opening titles of episodes.
        GenerateIntroMarkers = "ButlerTaskGenerateIntroMarkers",
        /// Finds where somebody speaks, to align subtitles.
        GenerateVoiceActivity = "ButlerTaskGenerateVoiceActivity",
        /// Looks for updates of the server.
        CheckForUpdates = "CheckForUpdates",
        /// Deletes metadata that no item uses any more.
        CleanOldBundles = "CleanOldBundles",
        /// Deletes files from the cache that were not used for long.
        CleanOldCacheFiles = "CleanOldCacheFiles",
        /// Measures the bandwidth that media need.
        DeepMediaAnalysis = "DeepMediaAnalysis",
        /// Deletes stored data that nothing points to.
        GarbageCollectBlobs = "GarbageCollectBlobs",
        /// Deletes entries of media whose files are gone.
        GarbageCollectLibraryMedia = "GarbageCollectLibraryMedia",
        /// Tags photos by what they show.
        GenerateAutoTags = "GenerateAutoTags",
        /// Makes blurred previews of pictures.
        GenerateBlurHashes = "GenerateBlurHashes",
        /// Makes a picture for each chapter.
        GenerateChapterThumbs = "GenerateChapterThumbs",
        /// Makes the pictures that show while seeking.
        GenerateMediaIndexFiles = "GenerateMediaIndexFiles",
        /// Measures the loudness of music.
        LoudnessAnalysis = "LoudnessAnalysis",
        /// Analyses how music sounds.
        MusicAnalysis = "MusicAnalysis",
        /// Puts the database in order.
        OptimizeDatabase = "OptimizeDatabase",
        /// Converts pictures and the like that wait for it.
        ProcessAssets = "ProcessAssets",
        /// Fetches the programme guides anew.
        RefreshEpgGuides = "RefreshEpgGuides",
        /// Looks for new and changed files in all sections.
        RefreshLibraries = "RefreshLibraries",
        /// Reads metadata that lie beside the files anew.
        RefreshLocalMedia = "RefreshLocalMedia",
        /// Fetches the metadata of a part of the items anew.
        RefreshPeriodicMetadata = "RefreshPeriodicMetadata",
        /// Repeats analyses that an older version made.
        UpgradeMediaAnalysis = "UpgradeMediaAnalysis",
    }
}

/// The tasks that a server does at night.
#[model]
pub struct ButlerTasks {
    /// The tasks.
    #[wire(name = "ButlerTask")]
    pub tasks: Vec<ButlerTask>,
}

impl Root for ButlerTasks {
    const ROOT: &'static str = "ButlerTasks";
}

/// A task that a server does at night.
#[model]
pub struct ButlerTask {
    /// Its name, which starts and stops it.
    pub name: Option<ButlerTaskName>,
    /// Every how many days it runs.
    pub interval: Option<u32>,
    /// Whether it starts at a random time within the butler's hours.
    pub schedule_randomized: Option<bool>,
    /// Whether it runs at all.
    pub enabled: Option<bool>,
    /// Its name to show.
    pub title: Option<Text>,
    /// What it does.
    pub description: Option<Text>,
}
