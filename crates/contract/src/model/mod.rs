//! The objects that operations carry, as they stand on the wire.

pub mod authentication;
pub mod device;
pub mod download_queue;
pub mod home;
pub mod hub;
pub mod media;
pub mod metadata;
pub mod optimize;
pub mod play_queue;
pub mod plextv;
pub mod provider;
pub mod search;
pub mod section;
pub mod server;
pub mod session;
pub mod statistics;
pub mod tag;
pub mod timeline;
pub mod transcode;
pub mod ultra_blur;

pub use authentication::{Connection, MintedToken, SourceConnectionInformation, SourceDevice};
pub use device::{AuthKeys, ExchangedToken, Jwk, Nonce};
pub use download_queue::{
    AddedQueueItem, AddedQueueItems, DecisionResult, DownloadQueue, DownloadQueueItem,
    DownloadQueueItems, DownloadQueueStatus, DownloadQueues, DownloadStatus,
};
pub use home::{HomeUser, HomeUsers, SharedSection, SharedServer, SharedServers, SwitchedUser};
pub use hub::{HubVisibility, Hubs, ManagedHub, ManagedHubs};
pub use media::{Media, Part, Stream};
pub use metadata::{Items, MediaKind, Metadata, MetadataPage, PlaylistKind, Related};
pub use optimize::{
    OptimizeDevice, OptimizeLocation, OptimizeOrder, OptimizePolicy, OptimizeScope,
    OptimizeSettings, OptimizeState, OptimizeStatus, PlaylistGenerator, PlaylistGeneratorItem,
    PlaylistGeneratorItems, PlaylistGenerators, ProcessingState,
};
pub use play_queue::PlayQueue;
pub use plextv::{Account, LanguageProfile, Pin, Resource, Subscription};
pub use provider::{Feature, MediaProvider};
pub use search::{FoundTag, SearchPage, SearchProvider};
pub use section::{
    Field, FieldType, Filter, Hub, Meta, MetaType, Operator, Pivot, Section, SectionKind, Sections,
    Sort,
};
pub use server::{
    Identity, MappingError, MappingState, Preferences, ServerInfo, Setting, SigninState,
};
pub use session::{
    BackgroundTasks, PlaybackSession, PlaybackState, SessionPlayer, SessionUser, TranscodeJob,
};
pub use statistics::{MediaStatistics, StatisticsAccount, StatisticsDevice, StatisticsMedia};
pub use tag::{
    AgeRating, Chapter, CommonSenseMedia, Directories, Directory, FieldLock, Guid, Image,
    ImageKind, Link, Location, Marker, MarkerAttributes, MarkerKind, ParentalAdvisoryTopic, Rating,
    Review, Tag, TalkingPoint, UltraBlurColors,
};
pub use timeline::{Bandwidth, Bandwidths, TimelineAnswer};
pub use transcode::{
    AdvancedSubtitles, ClientLocation, PlaybackDecision, StreamDecision, StreamProtocol,
    SubtitleHandling, TranscodeSession, TranscodeSessions, TranscodeType,
};
pub use ultra_blur::UltraBlurPalette;
