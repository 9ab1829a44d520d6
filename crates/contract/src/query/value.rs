//! [`FilterValue`]: what a field is compared with.

use crate::query::moment::{Moment, Unit};
use crate::text::Text;
use crate::time::Timestamp;

/// What a field is compared with: a text, a number, a tag, a date.
///
/// Texts, numbers and instants become one by `into()`; [`tag`], [`date`], [`ago`] and [`from_now`] make the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterValue {
    /// As it stands on the wire.
    pub(crate) wire: Text,
    /// True for a text, which "is" compares in another way than everything else.
    pub(crate) is_text: bool,
}

impl FilterValue {
    fn of(wire: impl Into<Text>) -> Self {
        Self {
            wire: wire.into(),
            is_text: false,
        }
    }

    /// The value as it stands on the wire.
    pub fn as_str(&self) -> &str {
        &self.wire
    }
}

/// A tag by its key where that is no number, such as the content rating `PG-13`.
pub fn tag(key: impl Into<Text>) -> FilterValue {
    FilterValue::of(key)
}

/// A day of the calendar, from month 1 and day 1.
pub fn date(year: i16, month: i8, day: i8) -> FilterValue {
    Moment::Day { year, month, day }.into()
}

/// The moment this long before the request, such as `ago(30, Unit::Days)`.
pub fn ago(count: u32, unit: Unit) -> FilterValue {
    let count = -i64::from(count);
    Moment::Relative { count, unit }.into()
}

/// The moment this long after the request.
pub fn from_now(count: u32, unit: Unit) -> FilterValue {
    let count = i64::from(count);
    Moment::Relative { count, unit }.into()
}

impl From<Moment> for FilterValue {
    fn from(moment: Moment) -> Self {
        Self::of(moment.to_string())
    }
}

impl From<Timestamp> for FilterValue {
    fn from(at: Timestamp) -> Self {
        Moment::At(at).into()
    }
}

impl From<Text> for FilterValue {
    fn from(text: Text) -> Self {
        Self {
            wire: text,
            is_text: true,
        }
    }
}

impl From<&str> for FilterValue {
    fn from(text: &str) -> Self {
        Text::from(text).into()
    }
}

impl From<String> for FilterValue {
    fn from(text: String) -> Self {
        Text::from(text).into()
    }
}

macro_rules! numbers {
    ($($Number:ty),+) => {$(
        impl From<$Number> for FilterValue {
            fn from(number: $Number) -> Self {
                Self::of(number.to_string())
            }
        }
    )+};
}

numbers!(u8, u16, u32, u64, i16, i32, i64, f64);
