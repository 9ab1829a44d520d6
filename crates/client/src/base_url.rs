//! [`BaseUrl`]: where a client's requests go.

use crate::build_error::BuildError;
use std::fmt;
use std::net::Ipv6Addr;
use url::{Host, Position, Url};

/// A checked base URL, without a slash at its end.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl(String);

impl BaseUrl {
    /// Takes a URL with `http` or `https`, a host, and perhaps a port and a path in front of Plex's own.
    pub(crate) fn parse(text: &str) -> Result<Self, BuildError> {
        let refuse = |shown: &str, why: &str| {
            Err(BuildError::Url {
                url: shown.chars().take(200).collect(),
                why: why.into(),
            })
        };
        let text = text.trim();
        let url = match Url::parse(text) {
            Ok(url) => url,
            Err(error) if text.contains("://") => {
                return refuse(&without_query(text), &error.to_string());
            }
            Err(_) => {
                let why = format!(
                    "it has no protocol; did you mean http://{}?",
                    without_query(text)
                );
                return refuse(&without_query(text), &why);
            }
        };
        let shown = without_query(text);
        if !matches!(url.scheme(), "http" | "https") {
            let why = format!(
                "its protocol is `{}`; use http or https, such as http://192.168.1.5:32400",
                url.scheme()
            );
            return refuse(&shown, &why);
        }
        if url.host_str().is_none_or(str::is_empty) {
            return refuse(&shown, "it has no host");
        }
        if url.port() == Some(0) {
            return refuse(&shown, "its port is 0; use one of 1 to 65535, mostly 32400");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse(
                "[redacted]",
                "it carries a user name or password; Plex knows tokens only, give one as the token",
            );
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refuse(
                &shown,
                "it has a query or fragment; a token belongs in the client's token, not in the URL",
            );
        }
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }

    /// Makes a URL of a protocol, a host name or IP address, and a port.
    pub(crate) fn of_parts(protocol: &str, host: &str, port: u16) -> Result<Self, BuildError> {
        let host = host.trim();
        let refuse = |why: &str| {
            Err(BuildError::Host {
                host: without_query(host).chars().take(200).collect(),
                why: format!("{why}; give the host alone, or a whole URL in its place"),
            })
        };
        let host = if host.parse::<Ipv6Addr>().is_ok() {
            format!("[{host}]")
        } else {
            host.to_owned()
        };
        let is_ipv6 = host.starts_with('[');
        let foreign = |c: char| c.is_control() || "/\\?#@% ".contains(c) || (c == ':' && !is_ipv6);
        if let Some(found) = host.chars().find(|c| foreign(*c)) {
            return refuse(&format!("it has a `{}`", found.escape_default()));
        }
        if let Err(error) = Host::parse(&host) {
            return refuse(&error.to_string());
        }
        Self::parse(&format!("{protocol}://{host}:{port}"))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The path and query that a request to this path is sent with: without the base URL's own path, and with `.` and `..`
    /// resolved as an HTTP client does. An error where that leads out of the base URL.
    pub(crate) fn below(&self, path_and_query: &str) -> Result<String, String> {
        if !path_and_query.starts_with('/') {
            return Err("a path starts with a slash".to_owned());
        }
        let parse = |text: &str| Url::parse(text).map_err(|error| error.to_string());
        let base = parse(&self.0)?;
        let whole = parse(&format!("{}{path_and_query}", self.0))?;
        let place = &whole[Position::BeforePath..Position::AfterQuery];
        let below = place.strip_prefix(base.path().trim_end_matches('/'));
        match below.filter(|below| below.starts_with('/')) {
            Some(below) => Ok(below.to_owned()),
            None => Err("the path leads out of the client's URL".to_owned()),
        }
    }

    /// True where `other` has the same protocol, host and port.
    pub(crate) fn same_origin(&self, other: &Url) -> bool {
        Url::parse(&self.0).is_ok_and(|own| own.origin() == other.origin())
    }
}

/// A URL up to its query, without user name and password.
fn without_query(text: &str) -> String {
    let end = text.find(['?', '#']).unwrap_or(text.len());
    let shown = &text[..end];
    match (shown.find("://"), shown.rfind('@')) {
        (Some(scheme), Some(at)) if at > scheme => {
            format!("{}://{}", &shown[..scheme], &shown[at + 1..])
        }
        (None, Some(at)) => shown[at + 1..].to_owned(),
        _ => shown.to_owned(),
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_base_url() {
        for (given, kept) in [
            ("http://127.0.0.1:32400", "http://127.0.0.1:32400"),
            (" https://plex.example.com/ ", "https://plex.example.com"),
            ("http://host/plex/", "http://host/plex"),
            ("http://[::1]:32400", "http://[::1]:32400"),
        ] {
            assert_eq!(BaseUrl::parse(given).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn what_is_none_is_explained_without_secrets() {
        for (given, expected) in [
            ("", "no protocol"),
            ("192.168.1.5:32400", "protocol"),
            ("plex.local", "http://plex.local"),
            ("ftp://host", "`ftp`"),
            ("http://", "host"),
            ("http://host:0", "port is 0"),
            ("http://u:s3cr3t@host", "user name"),
            ("http://host?X-Plex-Token=s3cr3t", "query"),
            ("http://host:99999/?X-Plex-Token=s3cr3t", "port"),
            ("u:s3cr3t@host", "protocol"),
        ] {
            let error = BaseUrl::parse(given).unwrap_err().to_string();
            assert!(error.contains(expected), "{given}: {error}");
            assert!(!error.contains("s3cr3t"), "{error}");
        }
    }
}
