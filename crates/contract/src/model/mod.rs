//! The objects that operations carry, as they stand on the wire, grouped as the operations are.
//!
//! Every type is re-exported here, so that `model::Metadata` is enough.

pub mod activities;
pub mod authentication;
pub mod butler;
pub mod devices;
pub mod discover;
pub mod download_queue;
pub mod dvrs;
pub mod epg;
pub mod general;
pub mod hubs;
pub mod library;
pub mod metadata_agents;
pub mod metadata_provider;
pub mod notification;
pub mod play_queue;
pub mod player;
pub mod playlists;
pub mod plextv;
pub mod preferences;
pub mod provider;
pub mod search;
pub mod status;
pub mod subscriptions;
pub mod timeline;
pub mod transcoder;
pub mod ultra_blur;
pub mod updater;
pub mod webhook;
pub mod wide;

pub use activities::{Activities, Activity, ActivityContext};
pub use authentication::{Connection, MintedToken, SourceConnectionInformation, SourceDevice};
pub use butler::{ButlerTask, ButlerTaskName, ButlerTasks};
pub use devices::{
    ChangeStatus, DeviceChannel, DeviceChannels, MediaGrabber, MediaGrabbers, Tuner, Tuners,
};
pub use discover::{DiscoverGroup, DiscoverResult, DiscoverResults, ProviderPage};
pub use download_queue::{
    AddedQueueItem, AddedQueueItems, DecisionResult, DownloadQueue, DownloadQueueItem,
    DownloadQueueItems, DownloadQueueStatus, DownloadQueues, DownloadStatus,
};
pub use dvrs::{Dvr, Dvrs, TunedChannel};
pub use epg::{
    Channel, ChannelMapping, ChannelMappings, Channels, EpgCountries, EpgCountry, EpgLanguage,
    EpgLanguages, EpgRegion, EpgRegions, Lineup, Lineups, WatchNow, WatchNowType,
};
pub use general::administration::{
    Agent, AgentLanguage, AgentMediaType, Agents, FolderContent, FolderFile, FolderPath,
    MyPlexAccount,
};
pub use general::server::{Identity, MappingError, MappingState, ServerInfo, SigninState};
pub use general::statistics::{
    BandwidthStatistics, Neighbour, Neighbours, ResourceStatistics, StatisticsBandwidth,
    StatisticsResources, SystemAccount, SystemAccounts, SystemDevice, SystemDevices,
};
pub use general::sync::SyncStatus;
pub use hubs::{HubVisibility, Hubs, ManagedHub, ManagedHubs};
pub use library::artwork::{
    Artwork, ArtworkElement, ArtworkList, Image, ImageKind, UltraBlurColors,
};
pub use library::attachments::{FieldLock, Guid, Link};
pub use library::directory::{Directories, Directory};
pub use library::filters::{
    Field, FieldOperator, FieldType, MetaType, SectionFilter, SectionFilters, SectionMeta,
    SectionSort, SectionSorts,
};
pub use library::kind::{MediaKind, PlaylistKind, SectionKind};
pub use library::markers::{Chapter, Marker, MarkerAttributes, MarkerKind, Markers};
pub use library::matching::{Match, Matches};
pub use library::media::{Media, MediaMore, Part, PartMore, Stream, StreamMore};
pub use library::media_type::MediaType;
pub use library::metadata::{Hub, ItemList, Metadata, MetadataFamily, MetadataMore, Related};
pub use library::page::{CommonFields, MetadataPage};
pub use library::ratings::{
    AgeRating, CommonSenseMedia, ParentalAdvisoryTopic, Rating, Review, ShortSummary, TalkingPoint,
};
pub use library::sections::{Location, Pivot, Section, SectionTimeline, Sections};
pub use library::streams::{AudioLevel, AudioLevels, Streams};
pub use library::tags::{FoundTag, SectionTags, Tag, TagDetail, TagMore, Tags};
pub use library::top_users::{TopUser, TopUsers};
pub use library::tree::{ItemTree, TreeItem, TreeMedia, TreePart};
pub use library::view::{
    Album, Artist, Clip, Collection, Episode, EpisodeCode, Movie, Photo, PhotoAlbum, Playlist,
    Season, Show, Track, View, ViewError,
};
pub use metadata_agents::{
    MetadataAgentGroupItem, MetadataAgentGroupItems, MetadataAgentKind, MetadataAgentProvider,
    MetadataAgentProviderGroup, MetadataAgentProviderGroups, MetadataAgentProviders,
    MetadataProviderRole,
};
pub use metadata_provider::{
    Availabilities, Availability, CommonSenseMediaPage, ItemUserState, UserState,
};
pub use notification::{Notification, NotificationContent, NotificationKind};
pub use play_queue::PlayQueue;
pub use player::{
    CompanionPlayer, CompanionPlayers, NavigationStep, PlayerMedia, PlayerResponse, PlayerState,
    PlayerTimeline, PlayerTimelines,
};
pub use playlists::{
    OptimizeDevice, OptimizeLocation, OptimizeOrder, OptimizePolicy, OptimizeScope,
    OptimizeSettings, OptimizeState, OptimizeStatus, PlaylistGenerator, PlaylistGeneratorItem,
    PlaylistGeneratorItems, PlaylistGenerators, ProcessingState,
};
pub use plextv::account::{
    AccountDetails, AccountService, AccountSetting, AccountSubscription, CustomRestrictions,
    LanguageProfile, LegacyAccount, LegacyRoles, Subscription,
};
pub use plextv::authentication::{AuthKeys, Claim, ExchangedToken, Jwk, Nonce, Pin};
pub use plextv::devices::{
    AccountDevice, AccountDevices, DeviceSyncItem, DeviceSyncItems, DeviceSyncList,
    DeviceSyncStatus, SyncLocation, SyncMediaSettings, SyncPolicy, SyncServer, SyncTotals,
};
pub use plextv::downloads::{
    DownloadRelease, PlatformDownload, PlatformDownloads, ProductDownloads,
};
pub use plextv::friends::{Invite, Invites, SharedUser, SharedUserServer, SharedUsers};
pub use plextv::general::{
    Announcement, Announcements, CloudProvider, CloudServer, CompanionService, Confirmation,
    FeatureFlag,
};
pub use plextv::home::{Home, HomeUser, HomeUsers, SwitchedUser};
pub use plextv::location::{GeoLocation, PublicAddress};
pub use plextv::resources::{
    PlexTvServer, PlexTvServerInfo, Resource, ServerAccessToken, ServerDetails, UserFeatures,
    UserServer,
};
pub use plextv::settings::{
    OptOutChoice, OptOuts, Privacy, PrivacyMetric, ViewStateSync, WebhookUrl,
};
pub use plextv::sharing::{
    Friend, FriendStatus, PlexTvSection, ServerShare, SharedSection, SharedServer, SharedServers,
    SharingSettings,
};
pub use preferences::{Preferences, Setting};
pub use provider::{Feature, MediaProvider, ProviderAction};
pub use search::{LibrarySearchResult, LibrarySearchResults, SearchPage, SearchProvider};
pub use status::sessions::{
    BackgroundTasks, PlaybackState, SessionDetails, SessionPlayer, SessionUser, TranscodeJob,
};
pub use status::statistics::{
    MediaStatistics, StatisticsAccount, StatisticsDevice, StatisticsMedia,
};
pub use subscriptions::{
    GrabStatus, MediaGrabOperation, MediaGrabOperations, MediaSubscription, MediaSubscriptions,
    SubscriptionTemplate, SubscriptionTemplates,
};
pub use timeline::{Bandwidth, Bandwidths, TimelineAnswer};
pub use transcoder::decision::PlaybackDecision;
pub use transcoder::session::{
    AdvancedSubtitles, ClientLocation, StreamDecision, StreamProtocol, SubtitleHandling,
    TranscodeSession, TranscodeSessions, TranscodeType,
};
pub use ultra_blur::UltraBlurPalette;
pub use updater::{Release, ReleaseState, UpdaterStatus};
pub use webhook::{WebhookAccount, WebhookEvent, WebhookPayload, WebhookPlayer, WebhookServer};
