//! Instants as Plex spells them: seconds since 1970 ([`Timestamp`]) and RFC 3339 text ([`DateTime`]).

use chrono::{Datelike, TimeZone, Timelike as _, Utc};
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::RangeInclusive;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The calendar, in seconds since 1970: the years -9999 to 9999.
const CALENDAR: RangeInclusive<i64> = -377_705_116_800..=253_402_300_799;

/// An instant as whole seconds since 1970-01-01T00:00:00Z; servers send values before 1970 too.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

/// An instant that plex.tv spells as RFC 3339 text, such as `2026-01-31T12:00:00Z`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(pub Timestamp);

impl Timestamp {
    /// Seconds since 1970.
    pub const fn as_secs(self) -> i64 {
        self.0
    }

    /// The same instant in the standard library's type; `None` where that cannot hold it.
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        if self.0 < 0 {
            UNIX_EPOCH.checked_sub(distance)
        } else {
            UNIX_EPOCH.checked_add(distance)
        }
    }

    /// This instant plus `seconds`, stopping at the ends of what fits.
    #[must_use]
    pub const fn plus_secs(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(seconds) = text.parse() {
            return Some(Self(seconds));
        }
        // Chrono takes the sign U+2212 too, which RFC 3339 does not have.
        let plain = text.is_ascii().then_some(text)?;
        Self::from_calendar(&chrono::DateTime::parse_from_rfc3339(plain).ok()?)
    }

    /// This instant by the calendar, in UTC; `None` outside it.
    pub(crate) fn to_calendar(self) -> Option<chrono::DateTime<Utc>> {
        let known = CALENDAR.contains(&self.0).then_some(self.0)?;
        chrono::DateTime::from_timestamp(known, 0)
    }

    /// An instant of the calendar, without the fraction of its second; `None` outside the calendar.
    pub(crate) fn from_calendar<Z: TimeZone>(at: &chrono::DateTime<Z>) -> Option<Self> {
        let seconds = at.timestamp();
        CALENDAR.contains(&seconds).then_some(Self(seconds))
    }
}

/// Writes a date, `2026-01-31`; a year before 0 has a sign and six digits.
pub(crate) fn write_date(f: &mut fmt::Formatter<'_>, date: &impl Datelike) -> fmt::Result {
    let year = date.year();
    let (sign, digits) = if year < 0 { ("-", 6) } else { ("", 4) };
    let (year, month, day) = (year.unsigned_abs(), date.month(), date.day());
    write!(f, "{sign}{year:0digits$}-{month:02}-{day:02}")
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let seconds = |d: Duration| i64::try_from(d.as_secs()).unwrap_or(i64::MAX);
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self(seconds(after)),
            Err(before) => Self(-seconds(before.duration())),
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(at) = self.to_calendar() else {
            return write!(f, "{}s since 1970", self.0);
        };
        write_date(f, &at)?;
        let (hour, minute, second) = (at.hour(), at.minute(), at.second());
        write!(f, "T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

struct InstantVisitor;

impl Visitor<'_> for InstantVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("seconds since 1970 or an RFC 3339 instant")
    }
    fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<Timestamp, E> {
        Ok(Timestamp(seconds))
    }
    fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Timestamp, E> {
        i64::try_from(seconds)
            .map(Timestamp)
            .map_err(|_| E::custom(format_args!("{seconds} seconds are out of range")))
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "fractions are dropped, `as` saturates"
    )]
    fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<Timestamp, E> {
        Ok(Timestamp(seconds as i64))
    }
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
        // As for every number, an empty text is zero: XML has no other way to say that there is none.
        if text.trim().is_empty() {
            return Ok(Timestamp::default());
        }
        Timestamp::parse(text)
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InstantVisitor)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Timestamp::deserialize(deserializer).map(DateTime)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // An instant outside the calendar is written as the calendar's first or last.
        let seconds = self.0.0.clamp(*CALENDAR.start(), *CALENDAR.end());
        serializer.collect_str(&Timestamp(seconds))
    }
}

impl DateTime {
    /// Reads RFC 3339 text.
    pub fn parse(text: &str) -> Result<Self, serde::de::value::Error> {
        Timestamp::parse(text)
            .map(DateTime)
            .ok_or_else(|| serde::de::value::Error::custom("not an RFC 3339 instant"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2024-01-31T12:00:00Z
    const NOON: i64 = 1_706_702_400;

    fn read(text: &str) -> Option<i64> {
        DateTime::parse(text).ok().map(|at| at.0.0)
    }

    #[test]
    fn rfc_3339_is_read() {
        for (text, seconds) in [
            ("2024-01-31T12:00:00Z", NOON),
            (" 2024-01-31T12:00:00Z\n", NOON),
            ("2024-01-31t12:00:00z", NOON),
            ("2024-01-31 12:00:00Z", NOON),
            ("2024-01-31T12:00:00.9Z", NOON),
            ("2024-01-31T12:00:00.123456789Z", NOON),
            ("2024-01-31T12:00:00.999999999999Z", NOON),
            ("2024-01-31T12:00:00+00:00", NOON),
            ("2024-01-31T12:00:00-00:00", NOON),
            ("2024-01-31T14:00:00+02:00", NOON),
            ("2024-01-31 06:30:00.5-05:30", NOON),
            ("2024-02-01T11:59:00+23:59", NOON),
            ("2024-01-31T11:59:60Z", NOON - 1),
            ("2024-02-29T00:00:00Z", NOON + 28 * 86_400 + 43_200),
            ("1969-12-31T23:59:59.5Z", -1),
            ("0000-01-01T00:00:00Z", -62_167_219_200),
            ("9999-12-31T23:59:59Z", *CALENDAR.end()),
            ("-90", -90),
            ("1706702400", NOON),
        ] {
            assert_eq!(read(text), Some(seconds), "{text}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "x",
            "2024-01-31",
            "2024-01-31T12:00:00",
            "2024-01-31 12:00:00",
            "2024-01-31 12:00:00 UTC",
            "2024-01-31_12:00:00Z",
            "2024-01-31T12:00:00 +02:00",
            "2024-01-31T12:00:00\u{2212}05:00",
            "2024-01-31T12:00:00+02:60",
            "2024-01-31T12:00:00.Z",
            "2024-01-31T12:00:00Zx",
            "2024-01-31T24:00:00Z",
            "2024-01-31T12:60:00Z",
            "2024-01-31T12:00:61Z",
            "2024-1-31T12:00:00Z",
            "2024-13-01T12:00:00Z",
            "2024-02-30T12:00:00Z",
            "2023-02-29T12:00:00Z",
            "2024-W05-3T12:00:00Z",
            "9999-12-31T23:59:59-00:01",
            "2024-01-31T12:00:00\u{e4}",
            "2024-01-31T12:00:0\u{e4}Z",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn instants_are_written_by_the_calendar() {
        let (first, last) = (*CALENDAR.start(), *CALENDAR.end());
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (NOON, "2024-01-31T12:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (-62_167_219_200, "0000-01-01T00:00:00Z"),
            (-62_167_219_201, "-000001-12-31T23:59:59Z"),
            (first, "-009999-01-01T00:00:00Z"),
            (last, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(Timestamp(seconds).to_string(), text);
            assert_eq!(format!("{:?}", DateTime(Timestamp(seconds))), text);
            let json = serde_json::to_string(&DateTime(Timestamp(seconds))).unwrap();
            assert_eq!(json, format!("\"{text}\""));
        }
    }

    #[test]
    fn what_lies_outside_the_calendar_is_seconds_or_its_end() {
        for (seconds, text, end) in [
            (
                *CALENDAR.start() - 1,
                "-377705116801s since 1970",
                *CALENDAR.start(),
            ),
            (
                i64::MIN,
                "-9223372036854775808s since 1970",
                *CALENDAR.start(),
            ),
            (
                *CALENDAR.end() + 1,
                "253402300800s since 1970",
                *CALENDAR.end(),
            ),
            (i64::MAX, "9223372036854775807s since 1970", *CALENDAR.end()),
        ] {
            let at = DateTime(Timestamp(seconds));
            assert_eq!(at.to_string(), text);
            let written = serde_json::to_string(&at).unwrap();
            assert_eq!(written, format!("\"{}\"", Timestamp(end)));
        }
    }
}
