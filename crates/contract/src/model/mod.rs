//! The objects that operations carry, as they stand on the wire.

pub mod activity;
pub mod administration;
pub mod authentication;
pub mod butler;
pub mod companion;
pub mod device;
pub mod home;
pub mod live_tv;
pub mod media;
pub mod metadata;
pub mod metadata_agent;
pub mod plextv;
pub mod provider;
pub mod recording;
pub mod section;
pub mod server;
pub mod tag;
pub mod updater;
pub mod usage;

pub use activity::{Activities, Activity, ActivityContext};
pub use administration::{
    Agent, AgentLanguage, AgentMediaType, Agents, FolderContent, FolderFile, FolderPath,
    MyPlexAccount, SyncStatus,
};
pub use authentication::{Connection, MintedToken, SourceConnectionInformation, SourceDevice};
pub use butler::{ButlerTask, ButlerTaskName, ButlerTasks};
pub use companion::{
    CompanionPlayer, CompanionPlayers, NavigationStep, PlayerMedia, PlayerState, PlayerTimeline,
    PlayerTimelines,
};
pub use device::{AuthKeys, ExchangedToken, Jwk, Nonce};
pub use home::{HomeUser, HomeUsers, SharedSection, SharedServer, SharedServers, SwitchedUser};
pub use live_tv::{
    ChangeStatus, Channel, ChannelMapping, ChannelMappings, Channels, DeviceChannel,
    DeviceChannels, Dvr, Dvrs, EpgCountries, EpgCountry, EpgLanguage, EpgLanguages, EpgRegion,
    EpgRegions, Lineup, Lineups, MediaGrabber, MediaGrabbers, Tuner, Tuners, WatchNow,
    WatchNowType,
};
pub use media::{Media, Part, Stream};
pub use metadata::{Items, MediaKind, Metadata, MetadataPage, PlaylistKind, Related};
pub use metadata_agent::{
    MetadataAgentGroupItem, MetadataAgentGroupItems, MetadataAgentKind, MetadataAgentProvider,
    MetadataAgentProviderGroup, MetadataAgentProviderGroups, MetadataAgentProviders,
    MetadataProviderRole,
};
pub use plextv::{Account, LanguageProfile, Pin, Resource, Subscription};
pub use provider::{Feature, MediaProvider};
pub use recording::{
    GrabStatus, MediaGrabOperation, MediaGrabOperations, MediaSubscription, MediaSubscriptions,
    SubscriptionTemplate, SubscriptionTemplates,
};
pub use section::{
    Field, FieldType, Filter, Hub, Meta, MetaType, Operator, Pivot, Section, SectionKind, Sections,
    Sort,
};
pub use server::{
    Identity, MappingError, MappingState, Preferences, ServerInfo, Setting, SigninState,
};
pub use tag::{
    AgeRating, Chapter, CommonSenseMedia, Directories, Directory, FieldLock, Guid, Image,
    ImageKind, Link, Location, Marker, MarkerAttributes, MarkerKind, ParentalAdvisoryTopic, Rating,
    Review, Tag, TalkingPoint, UltraBlurColors,
};
pub use updater::{Release, ReleaseState, UpdaterStatus};
pub use usage::{
    BandwidthStatistics, Neighbour, Neighbours, ResourceStatistics, StatisticsBandwidth,
    StatisticsResources, SystemAccount, SystemAccounts, SystemDevice, SystemDevices,
};
