//! The objects that operations carry, as they stand on the wire.

pub mod account;
pub mod account_device;
pub mod activity;
pub mod artwork;
pub mod authentication;
pub mod cloud;
pub mod device;
pub mod discover;
pub mod friend;
pub mod home;
pub mod library_lists;
pub mod listing;
pub mod matching;
pub mod media;
pub mod metadata;
pub mod notification;
pub mod plextv;
pub mod provider;
pub mod section;
pub mod server;
pub mod tag;
pub mod transcode_session;
pub mod tree;
pub mod webhook;
pub mod wide;

pub use account::{
    AccountService, AccountSetting, AccountSubscription, Claim, CustomRestrictions, FeatureFlag,
    LegacyAccount, LegacyRoles, OptOutChoice, OptOuts, Privacy, PrivacyMetric, ViewStateSync,
    WebhookUrl,
};
pub use account_device::{
    AccountDevice, AccountDevices, DeviceSyncItem, DeviceSyncItems, DeviceSyncList, PlexTvServer,
    PlexTvServerInfo, ServerAccessToken, ServerDetails, SyncLocation, SyncMediaSettings,
    SyncPolicy, SyncServer, SyncStatus, SyncTotals, UserServer,
};
pub use activity::{Activity, ActivityContext};
pub use artwork::{Artwork, ArtworkElement, ArtworkList};
pub use authentication::{Connection, MintedToken, SourceConnectionInformation, SourceDevice};
pub use cloud::{
    Announcement, Announcements, CloudProvider, CloudServer, CompanionService, Confirmation,
    DownloadRelease, GeoLocation, PlatformDownload, PlatformDownloads, ProductDownloads,
    PublicAddress, UserFeatures,
};
pub use device::{AuthKeys, ExchangedToken, Jwk, Nonce};
pub use discover::{
    Availabilities, Availability, CommonSenseMediaPage, DiscoverGroup, DiscoverResult,
    DiscoverResults, ItemUserState, ProviderPage, UserState,
};
pub use friend::{
    Friend, FriendStatus, Invite, Invites, PlexTvSection, ServerShare, SharedUser,
    SharedUserServer, SharedUsers, SharingSettings,
};
pub use home::{
    Home, HomeUser, HomeUsers, SharedSection, SharedServer, SharedServers, SwitchedUser,
};
pub use library_lists::{
    AudioLevel, AudioLevels, FoundTag, LibrarySearchResult, LibrarySearchResults, Markers, Streams,
    Tags, TopUser, TopUsers,
};
pub use listing::{CommonFields, SectionFilters, SectionSorts, SectionTags, SectionTimeline};
pub use matching::{Match, Matches};
pub use media::{Media, Part, Stream};
pub use metadata::{Items, MediaKind, Metadata, MetadataPage, PlaylistKind, Related};
pub use notification::{Notification, NotificationContent, NotificationKind};
pub use plextv::{Account, LanguageProfile, Pin, Resource, Subscription};
pub use provider::{Feature, MediaProvider, ProviderAction};
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
pub use transcode_session::TranscodeSession;
pub use tree::{ItemTree, TreeItem, TreeMedia, TreePart};
pub use webhook::{WebhookEvent, WebhookPayload};
