//! [`BaseUrl`]: where a client's requests go.

use crate::build_error::BuildError;
use std::fmt;
use url::Url;

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

    pub(crate) fn as_str(&self) -> &str {
        &self.0
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
