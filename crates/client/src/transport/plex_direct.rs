//! Host names of `plex.direct`: each holds the address it stands for, so no name server is needed to dial it.
//!
//! Routers that filter answers pointing into the local network break these names; reading the address out of the name
//! goes around that. The certificate is still checked for the whole name.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The address that a `plex.direct` host name stands for: `1-2-3-4.<32 hexadecimal digits>.plex.direct`, or an IPv6
/// address with hyphens where colons would be. `None` for any other name.
///
/// ```
/// use plex_sdk::transport::plex_direct::parse_host;
///
/// let host = "192-168-1-5.0123456789abcdef0123456789abcdef.plex.direct";
/// assert_eq!(parse_host(host), Some([192, 168, 1, 5].into()));
/// assert_eq!(parse_host("192-168-1-5.example.com"), None);
/// ```
pub fn parse_host(host: &str) -> Option<IpAddr> {
    // The longest name has an IPv6 address of 39 characters and 45 more.
    if host.len() > 96 || !host.is_ascii() {
        return None;
    }
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    let (address, identifier) = host.strip_suffix(".plex.direct")?.split_once('.')?;
    if identifier.len() != 32 || !identifier.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    described(address)
}

/// The address in the first label.
fn described(label: &str) -> Option<IpAddr> {
    let digits = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-';
    if !label.bytes().all(digits) {
        return None;
    }
    if let Ok(address) = label.replace('-', ".").parse::<Ipv4Addr>() {
        return Some(address.into());
    }
    if let Ok(address) = label.replace('-', ":").parse::<Ipv6Addr>() {
        return Some(address.into());
    }
    // All digits without anything between them.
    if label.len() == 32 && !label.contains('-') {
        let bits = u128::from_str_radix(label, 16).ok()?;
        return Some(Ipv6Addr::from(bits).into());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0123456789abcdef0123456789ABCDEF";

    #[test]
    fn every_spelling_of_an_address() {
        for (label, address) in [
            ("1-2-3-4", "1.2.3.4"),
            ("127-0-0-1", "127.0.0.1"),
            ("fd00--1", "fd00::1"),
            ("2001-db8-0-0-0-0-0-1", "2001:db8::1"),
            ("2001-DB8--A", "2001:db8::a"),
            ("0--1", "::1"),
            ("--1", "::1"),
            ("20010db8000000000000000000000001", "2001:db8::1"),
        ] {
            let expected = Some(address.parse().unwrap());
            assert_eq!(parse_host(&format!("{label}.{ID}.plex.direct")), expected);
            assert_eq!(parse_host(&format!("{label}.{ID}.Plex.Direct.")), expected);
        }
    }

    #[test]
    fn what_is_no_such_name() {
        let id = &ID[1..];
        for host in [
            String::new(),
            "plex.direct".into(),
            ".plex.direct".into(),
            format!("{ID}.plex.direct"),
            format!(".{ID}.plex.direct"),
            format!("1-2-3.{ID}.plex.direct"),
            format!("1-2-3-4-5.{ID}.plex.direct"),
            format!("1-2-3-256.{ID}.plex.direct"),
            format!("01-2-3-4.{ID}.plex.direct"),
            format!("1.2.3.4.{ID}.plex.direct"),
            format!("1:2::4.{ID}.plex.direct"),
            format!("1-2-3-4.{id}.plex.direct"),
            format!("1-2-3-4.{id}g.plex.direct"),
            format!("1-2-3-4.{ID}0.plex.direct"),
            format!("a.1-2-3-4.{ID}.plex.direct"),
            format!("1-2-3-4.{ID}.plex.direct.evil.test"),
            format!("1-2-3-4.{ID}.xplex.direct"),
            format!("1-2-3-4.{ID}.plex.direct.."),
            format!("fd00--1--2.{ID}.plex.direct"),
            format!("ä-2-3-4.{ID}.plex.direct"),
            format!("{}.{ID}.plex.direct", "1-".repeat(500)),
        ] {
            assert_eq!(parse_host(&host), None, "{host}");
        }
    }
}
