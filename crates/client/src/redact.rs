//! Keeping secrets out of what is shown.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use plex_sdk_contract::is_secret_name;

const SHOWN: &str = "[redacted]";

/// A path with its query, the values of secret parameters taken out.
pub(crate) fn path_and_query(text: &str) -> String {
    let Some((path, query)) = text.split_once('?') else {
        return text.to_owned();
    };
    let pairs = query.split('&').map(|pair| {
        let (name, _) = pair.split_once('=').unwrap_or((pair, ""));
        if is_secret_name(&percent_decode_str(name).decode_utf8_lossy()) {
            format!("{name}={SHOWN}")
        } else {
            pair.to_owned()
        }
    });
    format!("{path}?{}", pairs.collect::<Vec<_>>().join("&"))
}

/// A text without this secret, in plain or percent-encoded form.
pub(crate) fn scrub(text: &str, secret: &str) -> String {
    if secret.len() < 4 {
        return text.to_owned();
    }
    let encoded = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
    text.replace(secret, SHOWN)
        .replace(&encoded, SHOWN)
        .replace(&encoded.to_ascii_lowercase(), SHOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_parameters_are_taken_out_however_they_are_spelt() {
        assert_eq!(
            path_and_query(
                "/a?x=1&X-Plex-Token=abc&x%2Dplex%2dtoken=abc&pin=1&currentPin=2&inviteToken=3&secret=4&y"
            ),
            "/a?x=1&X-Plex-Token=[redacted]&x%2Dplex%2dtoken=[redacted]&pin=[redacted]&currentPin=[redacted]\
             &inviteToken=[redacted]&secret=[redacted]&y"
        );
        assert_eq!(path_and_query("/a"), "/a");
    }

    #[test]
    fn a_secret_is_found_in_both_forms() {
        assert_eq!(
            scrub("bad abc-d+ and abc%2Dd%2B.", "abc-d+"),
            "bad [redacted] and [redacted]."
        );
        assert_eq!(scrub("nothing", "x"), "nothing");
    }
}
