//! Settings of a server, a section or an item ([`Setting`]).

use crate::text::Text;
use plex_sdk_derive::model;

/// The settings of an item.
#[model]
pub struct Preferences {
    /// The settings.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
}

/// A setting of a server, library section, agent or item.
#[model]
pub struct Setting {
    /// Identifier of the setting.
    pub id: Text,
    /// Display name.
    pub label: Option<Text>,
    /// Description.
    pub summary: Option<Text>,
    /// Type of the value: `bool`, `int`, `double`, `text` or `enum`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Current value as text, whatever its type.
    pub value: Option<Text>,
    /// Default value as text.
    pub default: Option<Text>,
    /// Group of settings that this one belongs to. Can be empty.
    pub group: Option<Text>,
    /// Whether clients should hide the setting.
    pub hidden: bool,
    /// Whether clients should show the setting only among the advanced ones.
    pub advanced: bool,
    /// Whether clients should mask the value, such as a password.
    pub secure: bool,
    /// Allowed values, separated by `|`, each as `value:name` or `value`.
    pub enum_values: Option<Text>,
    /// Allowed values, on servers that use this name for them.
    pub values: Option<Text>,
    /// Option of the setting.
    pub option: Option<Text>,
}
