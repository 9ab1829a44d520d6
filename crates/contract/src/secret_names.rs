//! [`is_secret_name`]: whether the value of a parameter must not show.

use crate::endpoint::Meta;
use crate::endpoints;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The wire names of all operations' secret fields, in lower case, and of the token header.
static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let fields = endpoints::all().flat_map(Meta::secret_fields);
    fields
        .chain(["X-Plex-Token"])
        .map(str::to_ascii_lowercase)
        .collect()
});

/// Words that name a secret in a parameter that no operation has.
const WORDS: &[&str] = &[
    "apikey",
    "credential",
    "credentials",
    "jwt",
    "passphrase",
    "passwd",
    "password",
    "pin",
    "secret",
    "signature",
    "token",
    "tokens",
];

/// True for the decoded name of a parameter or field whose value is a secret, such as `X-Plex-Token` or `currentPin`.
///
/// A parameter of an operation is secret by its type: a token, a password, a PIN. Any other is secret if a word of its name
/// says so: `inviteToken` and `client_secret` are, `pinned` is not. Letter case does not matter.
pub fn is_secret_name(name: &str) -> bool {
    let outer = name.split_once('[').map_or(name, |(outer, _)| outer);
    let known = outer.trim_end_matches('+').to_ascii_lowercase();
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let letters = letters.to_ascii_lowercase();
    KNOWN.contains(&known)
        || ["apikey", "jwt", "token", "verificationcode"]
            .iter()
            .any(|end| letters.ends_with(end))
        || words(name).any(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

/// The words of a name in camel case, snake case or with hyphens; `JWT` in `deviceJWT` is one.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .flat_map(|part| {
            let bytes = part.as_bytes();
            let starts = (1..bytes.len()).filter(|&at| {
                let (before, here) = (bytes[at - 1], bytes[at]);
                let next = bytes.get(at + 1);
                here.is_ascii_uppercase()
                    && (!before.is_ascii_uppercase() || next.is_some_and(u8::is_ascii_lowercase))
            });
            let starts: Vec<usize> = [0].into_iter().chain(starts).collect();
            let ends: Vec<usize> = starts[1..].iter().copied().chain([part.len()]).collect();
            starts
                .into_iter()
                .zip(ends)
                .map(move |(start, end)| &part[start..end])
        })
}

#[cfg(test)]
mod tests {
    use super::is_secret_name;

    #[test]
    fn secrets_are_known_by_type_or_by_name() {
        for name in [
            "X-Plex-Token",
            "x-plex-token",
            "currentPin",
            "CURRENTPIN",
            "pin",
            "verificationCode",
            "deviceJWT",
            "JWT",
            "inviteToken",
            "authtoken",
            "client_secret",
            "new-password",
            "secret[0]",
            "apiKey",
            "api_key",
            "api-key",
            "filter[token]",
            "user[password]",
            "devicejwt",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in [
            "",
            "pinned",
            "spin",
            "title",
            "X-Plex-Product",
            "secretary",
            "type",
            "[",
            "é",
        ] {
            assert!(!is_secret_name(name), "{name}");
        }
    }

    #[test]
    fn secret_fields_of_operations_are_secret() {
        for meta in crate::endpoints::all() {
            for field in meta.secret_fields() {
                assert!(is_secret_name(field), "{meta:?}: {field}");
                assert!(is_secret_name(&field.to_uppercase()), "{meta:?}: {field}");
            }
        }
    }
}
