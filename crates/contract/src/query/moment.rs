//! [`Moment`]: a point in time as queries spell it.

use crate::time::{Timestamp, write_date};
use chrono::{Months, NaiveDate, NaiveTime};
use std::fmt;

/// What a relative moment is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `s`
    Seconds,
    /// `m`
    Minutes,
    /// `h`
    Hours,
    /// `d`, 24 hours each.
    Days,
    /// `w`, seven days each.
    Weeks,
    /// `mon`, months of the calendar.
    Months,
    /// `y`, years of the calendar.
    Years,
}

/// The units with their letters; the longer ones first, where one ends with another.
const UNITS: &[(&str, Unit)] = &[
    ("mon", Unit::Months),
    ("s", Unit::Seconds),
    ("m", Unit::Minutes),
    ("h", Unit::Hours),
    ("d", Unit::Days),
    ("w", Unit::Weeks),
    ("y", Unit::Years),
];

impl Unit {
    fn letters(self) -> &'static str {
        let row = UNITS.iter().find(|(_, unit)| *unit == self);
        row.map_or("s", |(letters, _)| letters)
    }
}

/// A point in time as queries spell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Seconds since 1970. One before 1970 is written as its day, because a minus sign means "ago".
    At(Timestamp),
    /// A day of the calendar, `2020-01-31`: its first second in UTC.
    Day {
        /// The year.
        year: i16,
        /// The month, from 1.
        month: i8,
        /// The day of the month, from 1.
        day: i8,
    },
    /// So long from now, `-30d` or `+2h`; ago where it is negative.
    Relative {
        /// How many.
        count: i64,
        /// Of what.
        unit: Unit,
    },
}

impl Moment {
    /// Reads a moment; `None` for what is none. A minus or plus sign without a unit counts seconds from now.
    pub fn parse(text: &str) -> Option<Self> {
        if text.starts_with(['-', '+']) {
            let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
            let (count, letters) = text.split_at_checked(end)?;
            let count = count.parse().ok()?;
            let unit = match letters {
                "" => Unit::Seconds,
                _ => UNITS.iter().find(|(known, _)| *known == letters)?.1,
            };
            return Some(Self::Relative { count, unit });
        }
        if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
            return text
                .parse()
                .ok()
                .map(|seconds| Self::At(Timestamp(seconds)));
        }
        let mut parts = text.splitn(3, '-');
        let mut part = |digits: usize| {
            let part = parts.next()?;
            let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            plain.then_some(part)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        date(year, month, day)?;
        Some(Self::Day { year, month, day })
    }

    /// The instant that it means at `now`; `None` outside the calendar.
    pub fn resolve(self, now: Timestamp) -> Option<Timestamp> {
        let (count, unit) = match self {
            Self::At(at) => return Some(at),
            Self::Day { year, month, day } => {
                let day = date(year, month, day)?.and_time(NaiveTime::MIN);
                return Timestamp::from_calendar(&day.and_utc());
            }
            Self::Relative { count, unit } => (count, unit),
        };
        let seconds = |each: i64| {
            let distance = count.checked_mul(each)?;
            now.as_secs().checked_add(distance).map(Timestamp)
        };
        match unit {
            Unit::Seconds => seconds(1),
            Unit::Minutes => seconds(60),
            Unit::Hours => seconds(3_600),
            Unit::Days => seconds(86_400),
            Unit::Weeks => seconds(604_800),
            Unit::Months => add_months(now, count),
            Unit::Years => add_months(now, count.checked_mul(12)?),
        }
    }
}

fn date(year: i16, month: i8, day: i8) -> Option<NaiveDate> {
    let (month, day) = (u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    NaiveDate::from_ymd_opt(year.into(), month, day)
}

/// So many months later, or earlier; in a month without such a day it is the month's last.
fn add_months(now: Timestamp, count: i64) -> Option<Timestamp> {
    let now = now.to_calendar()?;
    let months = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
    let then = if count < 0 {
        now.checked_sub_months(months)
    } else {
        now.checked_add_months(months)
    };
    Timestamp::from_calendar(&then?)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::At(at) if at.as_secs() < 0 => match at.to_calendar() {
                Some(at) => write_date(f, &at),
                None => f.write_str("0"),
            },
            Self::At(at) => at.as_secs().fmt(f),
            Self::Day { year, month, day } => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Relative { count, unit } => write!(f, "{count:+}{}", unit.letters()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_and_written() {
        for text in [
            "0",
            "1700000000",
            "-30d",
            "-1s",
            "-5m",
            "-2h",
            "-4w",
            "-6mon",
            "-3y",
            "+2h",
            "2020-02-29",
        ] {
            let moment = Moment::parse(text).unwrap();
            assert_eq!(moment.to_string(), text);
        }
        for wrong in [
            "",
            "-",
            "+",
            "x",
            "-d",
            "30d",
            "-30q",
            "-3 d",
            "2020-02-30",
            "2020-2-1",
            "20-01-01",
            "2020-01-01-01",
            "1.5",
            "--3d",
            "-99999999999999999999d",
            "ä",
            "-3ä",
            "2020-0٣-01",
        ] {
            assert_eq!(Moment::parse(wrong), None, "{wrong}");
        }
        assert_eq!(
            Moment::parse("-90"),
            Some(Moment::Relative {
                count: -90,
                unit: Unit::Seconds
            })
        );
    }

    #[test]
    fn what_lies_before_1970_is_no_time_ago() {
        let early = Moment::At(Timestamp(-229_651_200));
        assert_eq!(early.to_string(), "1962-09-22");
        assert_eq!(
            Moment::parse("1962-09-22").unwrap().resolve(Timestamp(0)),
            Some(Timestamp(-229_651_200))
        );
    }

    #[test]
    fn the_calendar_has_ends() {
        let day = |year, month, day| Moment::Day { year, month, day }.resolve(Timestamp(0));
        assert!(day(9999, 12, 31).is_some() && day(-9999, 1, 1).is_some());
        for (year, month, of_month) in [
            (10000, 1, 1),
            (-10000, 12, 31),
            (i16::MAX, 1, 1),
            (i16::MIN, 1, 1),
            (2024, 0, 1),
            (2024, -1, 1),
            (2024, 1, 0),
            (2023, 2, 29),
        ] {
            assert_eq!(day(year, month, of_month), None, "{year} {month}");
        }
        for (seconds, text) in [
            (-1, "1969-12-31"),
            (-62_167_219_201, "-000001-12-31"),
            (-377_705_116_800, "-009999-01-01"),
            (-377_705_116_801, "0"),
            (i64::MIN, "0"),
        ] {
            assert_eq!(Moment::At(Timestamp(seconds)).to_string(), text);
        }
    }

    #[test]
    fn relative_moments_follow_the_calendar() {
        let now = Moment::parse("2024-03-31")
            .unwrap()
            .resolve(Timestamp(0))
            .unwrap();
        for (relative, day) in [
            ("-1mon", "2024-02-29"),
            ("+1mon", "2024-04-30"),
            ("-13mon", "2023-02-28"),
            ("-1y", "2023-03-31"),
            ("+4y", "2028-03-31"),
            ("-31d", "2024-02-29"),
            ("-1w", "2024-03-24"),
            ("+24h", "2024-04-01"),
        ] {
            let at = Moment::parse(relative).unwrap().resolve(now);
            assert_eq!(at, Moment::parse(day).unwrap().resolve(now), "{relative}");
        }
        let leap_day = Moment::parse("2024-02-29").unwrap().resolve(now).unwrap();
        let at = Moment::parse("-1y").unwrap().resolve(leap_day);
        assert_eq!(at, Moment::parse("2023-02-28").unwrap().resolve(now));
        for far in [
            "-9223372036854775807y",
            "-9223372036854775808mon",
            "+4294967296mon",
            "+4294967295mon",
            "+7976y",
            "-12024y",
            "-9223372036854775807w",
            "+99999mon",
        ] {
            let at = Moment::parse(far).unwrap().resolve(now);
            assert_eq!(at, None, "{far}");
        }
    }
}
