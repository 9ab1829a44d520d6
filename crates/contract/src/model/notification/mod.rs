//! [`Notification`]: what a server tells as it happens, by websocket or event stream.
//!
//! ```
//! use plex_sdk_contract::model::{Notification, NotificationContent};
//!
//! let message = br#"{"NotificationContainer":{"type":"playing","size":1,"PlaySessionStateNotification":
//!     [{"sessionKey":"7","ratingKey":"12","viewOffset":"5050","state":"paused"}]}}"#;
//! for notification in Notification::decode(message)? {
//!     if let NotificationContent::Playing(session) = notification.content() {
//!         assert_eq!((session.rating_key.as_str(), session.view_offset_ms), ("12", Some(5050)));
//!     }
//! }
//! # Ok::<(), plex_sdk_contract::DecodeError>(())
//! ```

mod content;

pub use content::{
    ActivityEvent, ActivityNotification, AutoUpdateNotification, BackgroundProcessingQueueEvent,
    PlaySessionState, PlayState, ProgressNotification, ReachabilityNotification,
    StatusNotification, TimelineEntry, TimelineState,
};

use crate::codec::wire::Read;
use crate::codec::{self, DecodeError, Looks, Nulls, Problem, json};
use crate::model::preferences::Setting;
use crate::model::transcoder::session::TranscodeSession;
use bytes::Bytes;
use serde_json::{Map, Value, json};

/// What everything by websocket comes in.
const CONTAINER: &str = "NotificationContainer";

open_enum! {
    /// The type of a notification.
    NotificationKind {
        /// The playback state of a session changed.
        Playing = "playing",
        /// The processing state of an item changed.
        Timeline = "timeline",
        /// A background activity started, progressed or ended.
        Activity = "activity",
        /// A status message for the user.
        Status = "status",
        /// A progress message.
        Progress = "progress",
        /// A server setting changed.
        Preference = "preference",
        /// The reachability of the server from outside its network changed.
        Reachability = "reachability",
        /// The owner's account changed.
        Account = "account",
        /// The state of a server update changed.
        UpdateStateChange = "update.statechange",
        /// A queue of background transcodes changed.
        BackgroundProcessingQueue = "backgroundProcessingQueue",
        /// A transcode session started.
        TranscodeSessionStart = "transcodeSession.start",
        /// A transcode session progressed.
        TranscodeSessionUpdate = "transcodeSession.update",
        /// A transcode session ended.
        TranscodeSessionEnd = "transcodeSession.end",
        /// The content of a provider changed.
        ProviderContentChange = "provider.content.change",
        /// A line of the server log. Event streams send it only on request.
        Log = "log",
    }
}

/// Ties each kind with a known shape to its variant, type and key, once for both directions.
macro_rules! contents {
    ($($(#[$doc:meta])* $Kind:ident($Content:ty) = $key:literal,)+) => {
        /// What a notification tells.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum NotificationContent {
            $($(#[$doc])* $Kind($Content),)+
            /// A kind without a type of its own here, or an entry that does not fit its kind's type: all that came is
            /// in [`Notification::raw`].
            Other(NotificationKind),
        }

        impl NotificationContent {
            /// What it is about.
            pub fn kind(&self) -> NotificationKind {
                match self {
                    $(Self::$Kind(_) => NotificationKind::$Kind,)+
                    Self::Other(kind) => kind.clone(),
                }
            }

            /// Reads one entry of a kind.
            fn read(kind: &NotificationKind, entry: &Value) -> Option<Self> {
                match kind {
                    $(NotificationKind::$Kind => {
                        <$Content>::read(codec::value::Value::tree(entry)).ok().map(Self::$Kind)
                    })+
                    _ => None,
                }
            }

            /// One entry as it stands on the wire.
            fn write(&self) -> Value {
                let written = match self {
                    $(Self::$Kind(content) => json::encode(content, Nulls::Omit),)+
                    Self::Other(kind) => return json!({ "type": kind, "size": 0 }),
                };
                let read = written.and_then(|bytes| serde_json::from_slice(&bytes));
                read.unwrap_or_else(|_| Value::Object(Map::new()))
            }
        }

        /// The key under which a kind's entries stand.
        fn key_of(kind: &NotificationKind) -> Option<&'static str> {
            match kind {
                $(NotificationKind::$Kind => Some($key),)+
                _ => None,
            }
        }

        /// The kind whose entries stand under one of these keys.
        fn kind_by_key(container: &Map<String, Value>) -> Option<NotificationKind> {
            $(if container.contains_key($key) {
                return Some(NotificationKind::$Kind);
            })+
            None
        }
    };
}

contents! {
    /// A player started, goes on, paused or stopped.
    Playing(PlaySessionState) = "PlaySessionStateNotification",
    /// The server works on an item, is done with it, or removed it.
    Timeline(TimelineEntry) = "TimelineEntry",
    /// Something in the background began, goes on, or is over.
    Activity(ActivityNotification) = "ActivityNotification",
    /// A message for people.
    Status(StatusNotification) = "StatusNotification",
    /// A message about work under way.
    Progress(ProgressNotification) = "ProgressNotification",
    /// A setting of the server changed.
    Preference(Setting) = "Setting",
    /// Whether the server can be reached from outside changed.
    Reachability(ReachabilityNotification) = "ReachabilityNotification",
    /// An update of the server itself.
    UpdateStateChange(AutoUpdateNotification) = "AutoUpdateNotification",
    /// A queue of conversions changed.
    BackgroundProcessingQueue(BackgroundProcessingQueueEvent)
        = "BackgroundProcessingQueueEventNotification",
    /// A conversion goes on.
    TranscodeSessionUpdate(TranscodeSession) = "TranscodeSession",
    /// A conversion began.
    TranscodeSessionStart(TranscodeSession) = "TranscodeSession",
    /// A conversion is over.
    TranscodeSessionEnd(TranscodeSession) = "TranscodeSession",
}

/// One thing that a server told.
///
/// A message by websocket may hold several, [`decode`](Self::decode) gives them one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    content: NotificationContent,
    /// The entry; the whole container where the content is [`NotificationContent::Other`].
    raw: Value,
}

impl Notification {
    /// What it is about.
    pub fn kind(&self) -> NotificationKind {
        self.content.kind()
    }

    /// What it tells.
    pub fn content(&self) -> &NotificationContent {
        &self.content
    }

    /// What it tells, alone.
    pub fn into_content(self) -> NotificationContent {
        self.content
    }

    /// All that came: the entry, with fields that its type does not have; the whole `NotificationContainer` where the
    /// content is [`NotificationContent::Other`].
    pub fn raw(&self) -> &Value {
        &self.raw
    }

    /// A notification of any kind from the `NotificationContainer` that holds it; what has no type of its own stays as it
    /// is. Of several entries it takes the first.
    pub fn from_container(container: Value) -> Result<Self, DecodeError> {
        let mut all = read_container(container, None)?;
        if all.is_empty() {
            return Err(foreign(Looks::Json));
        }
        Ok(all.swap_remove(0))
    }

    /// Reads a message that came by websocket, `{"NotificationContainer":{…}}`; the container alone is taken too.
    ///
    /// It fails where the message is no JSON, or holds nothing that could be a notification. An entry that does not fit
    /// its kind's type is no failure, but [`NotificationContent::Other`].
    pub fn decode(message: &[u8]) -> Result<Vec<Self>, DecodeError> {
        let mut message = read_json(message)?;
        let inner = message.as_object_mut().and_then(|o| o.remove(CONTAINER));
        read_container(inner.unwrap_or(message), None)
    }

    /// Reads an event of an event stream: its name, and its data, which is `{"<key>":{…}}`.
    pub fn decode_event(name: &str, data: &[u8]) -> Result<Vec<Self>, DecodeError> {
        let mut data = read_json(data)?;
        let inner = data.as_object_mut().and_then(|o| o.remove(CONTAINER));
        let kind = NotificationKind::from(name);
        read_container(inner.unwrap_or(data), Some(kind))
    }

    /// Writes the message for a websocket.
    pub fn encode(&self) -> Bytes {
        let kind = self.kind();
        let container = match key_of(&kind) {
            Some(key) if !matches!(self.content, NotificationContent::Other(_)) => {
                json!({ "type": kind, "size": 1, key: [self.raw] })
            }
            _ => self.raw.clone(),
        };
        json!({ CONTAINER: container }).to_string().into()
    }

    /// Writes the data of an event for an event stream; its name is the [`kind`](Self::kind).
    pub fn encode_event(&self) -> Bytes {
        let data = match (&self.content, key_of(&self.kind())) {
            (NotificationContent::Other(_), _) | (_, None) => {
                let mut data = self.raw.clone();
                if let Some(fields) = data.as_object_mut() {
                    // The event's name says it.
                    fields.retain(|key, _| !matches!(key.as_str(), "type" | "size"));
                }
                data
            }
            (_, Some(key)) => json!({ key: self.raw }),
        };
        data.to_string().into()
    }
}

impl From<NotificationContent> for Notification {
    fn from(content: NotificationContent) -> Self {
        let raw = content.write();
        Self { content, raw }
    }
}

fn read_json(text: &[u8]) -> Result<Value, DecodeError> {
    match Looks::of(text) {
        Looks::Json => json::decode(text),
        looks => Err(foreign(looks)),
    }
}

fn foreign(looks: Looks) -> DecodeError {
    DecodeError {
        looks,
        path: String::new(),
        problem: Problem::Foreign,
    }
}

/// Reads all entries of a container; `kind` is what its event was called.
fn read_container(
    container: Value,
    kind: Option<NotificationKind>,
) -> Result<Vec<Notification>, DecodeError> {
    let Value::Object(mut container) = container else {
        return Err(foreign(Looks::Json));
    };
    let told = container.get("type").and_then(Value::as_str);
    let kind = told
        .map(NotificationKind::from)
        .or(kind)
        .or_else(|| kind_by_key(&container))
        .ok_or_else(|| foreign(Looks::Json))?;
    let found = key_of(&kind).and_then(|key| Some((key, container.remove(key)?)));
    let Some((key, entries)) = found else {
        return Ok(vec![other(kind, container)]);
    };
    let entries = match entries {
        Value::Array(entries) => entries,
        entry => vec![entry],
    };
    let read = |entry| {
        let Some(content) = NotificationContent::read(&kind, &entry) else {
            let container = Map::from_iter([(key.to_owned(), Value::Array(vec![entry]))]);
            return other(kind.clone(), container);
        };
        Notification {
            content,
            raw: entry,
        }
    };
    Ok(entries.into_iter().map(read).collect())
}

/// A notification that is kept as it came.
fn other(kind: NotificationKind, mut container: Map<String, Value>) -> Notification {
    // An event's data does not say its type.
    container
        .entry("type")
        .or_insert_with(|| kind.as_str().into());
    Notification {
        content: NotificationContent::Other(kind),
        raw: Value::Object(container),
    }
}
