//! Settings of a server, a section or an item ([`Setting`]).

use crate::text::Text;
use plex_sdk_derive::model;

/// The settings of one item.
#[model]
pub struct Preferences {
    /// The settings.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
}

/// One setting of a server, section, agent or item.
#[model]
pub struct Setting {
    /// Its name.
    pub id: Text,
    /// Its name to show.
    pub label: Option<Text>,
    /// What it does.
    pub summary: Option<Text>,
    /// What its value is: `bool`, `int`, `double`, `text` or `enum`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Its value as text, whatever `kind` says.
    pub value: Option<Text>,
    /// The value it starts with, as text.
    pub default: Option<Text>,
    /// The page of settings it belongs to; may be empty.
    pub group: Option<Text>,
    /// Whether clients leave it out.
    pub hidden: bool,
    /// Whether clients show it on request only.
    pub advanced: bool,
    /// Whether its value is to be hidden, as of passwords.
    pub secure: bool,
    /// The values it can have: `value:name` or `value`, parted by `|`.
    pub enum_values: Option<Text>,
    /// The same where a server calls it so.
    pub values: Option<Text>,
    /// The choice that stands for this setting.
    pub option: Option<Text>,
}
