//! The objects that operations carry, as they stand on the wire.

pub mod account;
pub mod account_device;
pub mod activity;
pub mod administration;
pub mod artwork;
pub mod authentication;
pub mod butler;
pub mod cloud;
pub mod companion;
pub mod device;
pub mod discover;
pub mod download_queue;
pub mod friend;
pub mod home;
pub mod hub;
pub mod library_lists;
pub mod listing;
pub mod live_tv;
pub mod matching;
pub mod media;
pub mod metadata;
pub mod metadata_agent;
pub mod notification;
pub mod optimize;
pub mod play_queue;
pub mod plextv;
pub mod provider;
pub mod recording;
pub mod search;
pub mod section;
pub mod server;
pub mod session;
pub mod statistics;
pub mod tag;
pub mod timeline;
pub mod transcode;
pub mod tree;
pub mod ultra_blur;
pub mod updater;
pub mod usage;
pub mod view;
pub mod webhook;
pub mod wide;

pub use account::{
    AccountService, AccountSetting, AccountSubscription, Claim, CustomRestrictions, FeatureFlag,
    LegacyAccount, LegacyRoles, OptOutChoice, OptOuts, Privacy, PrivacyMetric, ViewStateSync,
    WebhookUrl,
};
pub use account_device::{
    AccountDevice, AccountDevices, DeviceSyncItem, DeviceSyncItems, DeviceSyncList,
    DeviceSyncStatus, PlexTvServer, PlexTvServerInfo, ServerAccessToken, ServerDetails,
    SyncLocation, SyncMediaSettings, SyncPolicy, SyncServer, SyncTotals, UserServer,
};
pub use activity::{Activities, Activity, ActivityContext};
pub use administration::{
    Agent, AgentLanguage, AgentMediaType, Agents, FolderContent, FolderFile, FolderPath,
    MyPlexAccount, SyncStatus,
};
pub use artwork::{Artwork, ArtworkElement, ArtworkList};
pub use authentication::{Connection, MintedToken, SourceConnectionInformation, SourceDevice};
pub use butler::{ButlerTask, ButlerTaskName, ButlerTasks};
pub use cloud::{
    Announcement, Announcements, CloudProvider, CloudServer, CompanionService, Confirmation,
    DownloadRelease, GeoLocation, PlatformDownload, PlatformDownloads, ProductDownloads,
    PublicAddress, UserFeatures,
};
pub use companion::{
    CompanionPlayer, CompanionPlayers, NavigationStep, PlayerMedia, PlayerResponse, PlayerState,
    PlayerTimeline, PlayerTimelines,
};
pub use device::{AuthKeys, ExchangedToken, Jwk, Nonce};
pub use discover::{
    Availabilities, Availability, CommonSenseMediaPage, DiscoverGroup, DiscoverResult,
    DiscoverResults, ItemUserState, ProviderPage, UserState,
};
pub use download_queue::{
    AddedQueueItem, AddedQueueItems, DecisionResult, DownloadQueue, DownloadQueueItem,
    DownloadQueueItems, DownloadQueueStatus, DownloadQueues, DownloadStatus,
};
pub use friend::{
    Friend, FriendStatus, Invite, Invites, PlexTvSection, ServerShare, SharedUser,
    SharedUserServer, SharedUsers, SharingSettings,
};
pub use home::{
    Home, HomeUser, HomeUsers, SharedSection, SharedServer, SharedServers, SwitchedUser,
};
pub use hub::{HubVisibility, Hubs, ManagedHub, ManagedHubs};
pub use library_lists::{
    AudioLevel, AudioLevels, LibrarySearchResult, LibrarySearchResults, Markers, Streams, Tags,
    TopUser, TopUsers,
};
pub use listing::{CommonFields, SectionFilters, SectionSorts, SectionTags, SectionTimeline};
pub use live_tv::{
    ChangeStatus, Channel, ChannelMapping, ChannelMappings, Channels, DeviceChannel,
    DeviceChannels, Dvr, Dvrs, EpgCountries, EpgCountry, EpgLanguage, EpgLanguages, EpgRegion,
    EpgRegions, Lineup, Lineups, MediaGrabber, MediaGrabbers, Tuner, Tuners, WatchNow,
    WatchNowType,
};
pub use matching::{Match, Matches};
pub use media::{Media, Part, Stream};
pub use metadata::{ItemList, MediaKind, Metadata, MetadataPage, PlaylistKind, Related};
pub use metadata_agent::{
    MetadataAgentGroupItem, MetadataAgentGroupItems, MetadataAgentKind, MetadataAgentProvider,
    MetadataAgentProviderGroup, MetadataAgentProviderGroups, MetadataAgentProviders,
    MetadataProviderRole,
};
pub use notification::{Notification, NotificationContent, NotificationKind};
pub use optimize::{
    OptimizeDevice, OptimizeLocation, OptimizeOrder, OptimizePolicy, OptimizeScope,
    OptimizeSettings, OptimizeState, OptimizeStatus, PlaylistGenerator, PlaylistGeneratorItem,
    PlaylistGeneratorItems, PlaylistGenerators, ProcessingState,
};
pub use play_queue::PlayQueue;
pub use plextv::{AccountDetails, LanguageProfile, Pin, Resource, Subscription};
pub use provider::{Feature, MediaProvider, ProviderAction};
pub use recording::{
    GrabStatus, MediaGrabOperation, MediaGrabOperations, MediaSubscription, MediaSubscriptions,
    SubscriptionTemplate, SubscriptionTemplates, TunedChannel,
};
pub use search::{FoundTag, SearchPage, SearchProvider};
pub use section::{
    Field, FieldOperator, FieldType, Hub, MetaType, Pivot, Section, SectionFilter, SectionKind,
    SectionMeta, SectionSort, Sections,
};
pub use server::{
    Identity, MappingError, MappingState, Preferences, ServerInfo, Setting, SigninState,
};
pub use session::{
    BackgroundTasks, PlaybackState, SessionDetails, SessionPlayer, SessionUser, TranscodeJob,
};
pub use statistics::{MediaStatistics, StatisticsAccount, StatisticsDevice, StatisticsMedia};
pub use tag::{
    AgeRating, Chapter, CommonSenseMedia, Directories, Directory, FieldLock, Guid, Image,
    ImageKind, Link, Location, Marker, MarkerAttributes, MarkerKind, ParentalAdvisoryTopic, Rating,
    Review, ShortSummary, Tag, TalkingPoint, UltraBlurColors,
};
pub use timeline::{Bandwidth, Bandwidths, TimelineAnswer};
pub use transcode::{
    AdvancedSubtitles, ClientLocation, PlaybackDecision, StreamDecision, StreamProtocol,
    SubtitleHandling, TranscodeSession, TranscodeSessions, TranscodeType,
};
pub use tree::{ItemTree, TreeItem, TreeMedia, TreePart};
pub use ultra_blur::UltraBlurPalette;
pub use updater::{Release, ReleaseState, UpdaterStatus};
pub use usage::{
    BandwidthStatistics, Neighbour, Neighbours, ResourceStatistics, StatisticsBandwidth,
    StatisticsResources, SystemAccount, SystemAccounts, SystemDevice, SystemDevices,
};
pub use view::{
    Album, Artist, Clip, Collection, Episode, EpisodeCode, Movie, Photo, PhotoAlbum, Playlist,
    Season, Show, Track, View, ViewError,
};
pub use webhook::{WebhookEvent, WebhookPayload};
