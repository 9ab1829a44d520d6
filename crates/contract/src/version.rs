//! [`ServerVersion`]: versions of a Plex Media Server, ordered by their numbers.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A server version such as `1.43.2.10687-563d026ea`; the part after `-` does not count in comparisons.
#[derive(Clone, Copy)]
pub struct ServerVersion {
    numbers: [u32; 4],
    shown: u8,
}

/// The text is not a server version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a server version: expected numbers with dots, such as 1.15.4")]
pub struct InvalidVersion(String);

impl ServerVersion {
    /// The version `major.minor.patch`.
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self {
            numbers: [major, minor, patch, 0],
            shown: 3,
        }
    }
}

impl FromStr for ServerVersion {
    type Err = InvalidVersion;

    fn from_str(text: &str) -> Result<Self, InvalidVersion> {
        let invalid = || InvalidVersion(text.chars().take(64).collect());
        let numbers_text = text.trim().split('-').next().unwrap_or_default();
        let mut numbers = [0; 4];
        let mut shown = 0;
        for (at, part) in numbers_text.split('.').enumerate() {
            let place = numbers.get_mut(at).ok_or_else(invalid)?;
            *place = part.parse().map_err(|_| invalid())?;
            shown += 1;
        }
        Ok(Self { numbers, shown })
    }
}

impl PartialEq for ServerVersion {
    fn eq(&self, other: &Self) -> bool {
        self.numbers == other.numbers
    }
}
impl Eq for ServerVersion {}
impl PartialOrd for ServerVersion {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for ServerVersion {
    fn cmp(&self, other: &Self) -> Ordering {
        self.numbers.cmp(&other.numbers)
    }
}

impl fmt::Display for ServerVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, number) in self.numbers.iter().take(self.shown.into()).enumerate() {
            let dot = if at == 0 { "" } else { "." };
            write!(f, "{dot}{number}")?;
        }
        Ok(())
    }
}
impl fmt::Debug for ServerVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_by_number() {
        let version = |text: &str| text.parse::<ServerVersion>().unwrap();
        assert!(version("1.15.3.999-abc") < ServerVersion::new(1, 15, 4));
        assert!(version("1.43.2.10687-563d026ea") > ServerVersion::new(1, 15, 4));
        assert!(version("1.9") < version("1.15"));
        assert_eq!(version("1.15.4").to_string(), "1.15.4");
        assert_eq!(version("1.15.4"), version("1.15.4.0-x"));
    }

    #[test]
    fn refuses_what_is_none() {
        for text in ["", "version", "1..2", "1.2.3.4.5", "-1.2"] {
            assert!(text.parse::<ServerVersion>().is_err(), "{text}");
        }
    }
}
