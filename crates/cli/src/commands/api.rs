//! `plexctl api`: any operation, or any path.

use crate::args::{Api, Global};
use crate::connect::{AccountSession, Session};
use crate::exit::{Failure, Kind};
use crate::output;
use http::{HeaderMap, Method};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use plex_sdk::codec::{Format, Looks};
use plex_sdk::endpoint::{Access, Carrier, Host, Meta};
use plex_sdk::{Answer, NoBody, Token, endpoints};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{self, IsTerminal};

/// The verbs that a request may have.
const VERBS: [Method; 7] = [
    Method::GET,
    Method::POST,
    Method::PUT,
    Method::DELETE,
    Method::PATCH,
    Method::HEAD,
    Method::OPTIONS,
];

/// What RFC 3986 reserves nothing for.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
const NAME: &AsciiSet = &VALUE.remove(b'[').remove(b']');
/// What a typed path may hold that no URL has; a percent sign stays, it may be an escape already.
const TYPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// At most this much of an error's body is shown.
const MAX_SHOWN: usize = 2000;

/// A request that was understood.
#[derive(Debug)]
struct Request {
    host: Host,
    method: Method,
    path_and_query: String,
    operation: Option<&'static Meta>,
}

/// Sends what was asked for and prints the answer.
pub(crate) async fn run(global: &Global, args: Api) -> Result<(), Failure> {
    if args.list {
        return list(global);
    }
    let request = understand(&args)?;
    let format = if args.xml { Format::Xml } else { Format::Json };
    let (method, target) = (request.method.clone(), &request.path_and_query);
    let (answer, token) = if matches!(request.host, Host::Pms | Host::Player) {
        let session = Session::open(global).await?;
        let answer = session.server.raw(method, target, format).await;
        let token = session.token.clone();
        session.close().await;
        (answer, token)
    } else {
        let session = AccountSession::open(global, home(request.host)).await?;
        let host = request.host;
        let answer = session.account.raw(host, method, target, format).await;
        let token = session.token.clone();
        session.close().await;
        (answer, token)
    };
    let answer = answer.map_err(|error| {
        let body = shown_body(error.body(), token.as_ref());
        Failure {
            body,
            ..error.into()
        }
    })?;
    if request.operation.is_some() && Looks::of(answer.body()) == Looks::Html {
        let message = "what answered is not Plex: the body is a web page";
        return Err(Failure {
            body: shown_body(answer.body(), token.as_ref()),
            status: Some(answer.status().as_u16()),
            ..Failure::new(Kind::NotPlex, message)
        });
    }
    print(&answer, args.include, token.as_ref())?;
    Ok(())
}

/// Where operations of this host are sent.
fn home(host: Host) -> &'static str {
    host.url().unwrap_or(plex_sdk::PLEX_TV)
}

/// What a server said beside an error, to be shown; nothing where it said nothing.
fn shown_body(body: &[u8], token: Option<&Token>) -> Option<String> {
    let text = String::from_utf8_lossy(body);
    let mut text = match token {
        Some(token) => output::without(text.trim(), token.expose()),
        None => text.trim().to_owned(),
    };
    if let Some((cut, _)) = text.char_indices().nth(MAX_SHOWN) {
        text.truncate(cut);
        text.push('…');
    }
    (!text.is_empty()).then_some(text)
}

fn print(answer: &Answer<NoBody>, include: bool, token: Option<&Token>) -> Result<(), Failure> {
    if include {
        output::line(head(answer, token))?;
    }
    let body = answer.body();
    if !io::stdout().is_terminal() {
        output::bytes(body)?;
        return Ok(());
    }
    let text = match serde_json::from_slice::<Value>(body) {
        Ok(value) => format!("{value:#}"),
        Err(_) => output::clean_lines(&String::from_utf8_lossy(body)),
    };
    if !text.is_empty() {
        output::line(text.trim_end())?;
    }
    Ok(())
}

/// Status and headers, without those that carry secrets.
fn head(answer: &Answer<NoBody>, token: Option<&Token>) -> String {
    let mut text = format!("{}\n", answer.status());
    text.push_str(&shown_headers(answer.headers()));
    match token {
        Some(token) => output::without(&text, token.expose()),
        None => text,
    }
}

fn shown_headers(headers: &HeaderMap) -> String {
    let mut text = String::new();
    for (name, value) in headers {
        let secret = ["token", "cookie", "authori"]
            .iter()
            .any(|word| name.as_str().contains(word));
        if !secret && !value.is_sensitive() {
            let value = String::from_utf8_lossy(value.as_bytes());
            let _ = writeln!(text, "{name}: {}", output::clean(&value));
        }
    }
    text
}

fn understand(args: &Api) -> Result<Request, Failure> {
    let what = args.what.as_deref().unwrap_or_default();
    let verb = VERBS
        .into_iter()
        .find(|verb| verb.as_str().eq_ignore_ascii_case(what));
    match (verb, args.path.as_deref()) {
        (Some(method), Some(path)) => by_path(method, path, &args.params),
        (Some(method), None) => Err(Failure::usage(format!("{method} of which path?"))
            .with_hint(format!("such as: plexctl api {method} /library/sections"))),
        (None, None) if what.starts_with('/') => by_path(Method::GET, what, &args.params),
        (None, None) => by_name(what, &args.params),
        (None, Some(_)) => {
            let message = format!("`{what}` is no verb, and only a verb has a path behind it");
            Err(Failure::usage(message)
                .with_hint("verbs are GET, POST, PUT, DELETE, PATCH, HEAD and OPTIONS"))
        }
    }
}

fn by_path(method: Method, path: &str, params: &[(String, String)]) -> Result<Request, Failure> {
    if !path.starts_with('/') {
        let message = format!(
            "`{}` is no path: a path starts with a slash",
            until_query(path)
        );
        return Err(Failure::usage(message).with_hint(
            "the server is chosen by --server; give the path alone, such as /library/sections",
        ));
    }
    let mut target = utf8_percent_encode(path, TYPED).to_string();
    for (key, value) in params {
        let sign = if target.contains('?') { '&' } else { '?' };
        target.push(sign);
        push_pair(&mut target, key, value);
    }
    refuse_token(&target)?;
    // The operation, where it is one, is found again by the client for its errors and log.
    let operation = endpoints::all().find(|meta| {
        let path = until_query(&target);
        meta.host == Host::Pms
            && meta.takes(&method)
            && meta
                .templates()
                .any(|template| template.matches(path).is_some())
    });
    Ok(Request {
        host: Host::Pms,
        method,
        path_and_query: target,
        operation,
    })
}

fn until_query(text: &str) -> &str {
    text.split('?').next().unwrap_or_default()
}

fn push_pair(target: &mut String, key: &str, value: &str) {
    let key = utf8_percent_encode(key, NAME);
    let value = utf8_percent_encode(value, VALUE);
    let _ = write!(target, "{key}={value}");
}

/// Servers log their requests' URLs, and proxies do.
fn refuse_token(target: &str) -> Result<(), Failure> {
    let query = target.split_once('?').map_or("", |(_, query)| query);
    let names_it = |pair: &str| {
        let name = pair.split('=').next().unwrap_or_default();
        let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
        name.eq_ignore_ascii_case("X-Plex-Token")
    };
    if query.split('&').any(names_it) {
        return Err(Failure::usage(
            "a token does not belong into a URL, where servers and proxies log it",
        )
        .with_hint("set PLEX_TOKEN, or use --token-file PATH (- for stdin)"));
    }
    Ok(())
}

fn by_name(name: &str, params: &[(String, String)]) -> Result<Request, Failure> {
    let Some(meta) = find(name) else {
        return Err(unknown_operation(name));
    };
    let operation = meta.operation();
    let known = meta.fields;
    let takes = || match known {
        [] => format!("{operation} takes no parameters"),
        _ => format!("{operation} takes: {}", names(known)),
    };
    for (key, _) in params {
        let outer = key.split('[').next().unwrap_or(key);
        let free = known.contains(&"*") || key.starts_with("X-Plex-");
        if !known.contains(&outer) && !free {
            return Err(
                Failure::usage(format!("{operation} has no parameter `{key}`")).with_hint(format!(
                    "{}; by verb and path anything can be sent",
                    takes()
                )),
            );
        }
    }
    let Some(template) = meta.templates().next() else {
        return Err(Failure::new(
            Kind::Other,
            format!("{operation} has no path"),
        ));
    };
    let in_path: Vec<(&str, Vec<String>)> = template
        .placeholders()
        .map(|name| {
            let values = params.iter().filter(|(key, _)| key == name);
            // One parameter may hold several values, with commas between.
            let values = values.flat_map(|(_, value)| value.split(',').map(str::to_owned));
            (name, values.collect())
        })
        .collect();
    let missing: Vec<&str> = in_path
        .iter()
        .filter(|(_, values)| values.is_empty())
        .map(|(name, _)| *name)
        .collect();
    if let [first, ..] = missing.as_slice() {
        let message = format!("{operation} needs {}", missing.join(", "));
        let hint = format!("give -p {first}=...; {}", takes());
        return Err(Failure::usage(message).with_hint(hint));
    }
    let in_query = params
        .iter()
        .any(|(key, _)| !in_path.iter().any(|(name, _)| name == key));
    if in_query && matches!(meta.carrier, Carrier::Form | Carrier::Json) {
        let message = format!("{operation} takes its parameters in a body, and `api` sends none");
        return Err(Failure::usage(message).with_hint("use the library for this operation"));
    }
    let value = |name: &str| {
        let found = in_path.iter().find(|(key, _)| *key == name);
        found.map(|(_, values)| values.as_slice())
    };
    let mut target = template
        .fill(value)
        .map_err(|error| Failure::usage(error.to_string()).with_hint(takes()))?;
    for (key, value) in params {
        if !in_path.iter().any(|(name, _)| name == key) {
            target.push(if target.contains('?') { '&' } else { '?' });
            push_pair(&mut target, key, value);
        }
    }
    refuse_token(&target)?;
    Ok(Request {
        host: meta.host,
        method: meta.method.clone(),
        path_and_query: target,
        operation: Some(meta),
    })
}

/// The operation of this name; hyphens and capitals make no difference.
fn find(name: &str) -> Option<&'static Meta> {
    endpoints::find(name).or_else(|| endpoints::find(&name.replace('-', "_").to_ascii_lowercase()))
}

/// Parameters as a person reads them.
fn names(fields: &[&str]) -> String {
    let shown = fields.iter().map(|name| match *name {
        "*" => "any filter",
        name => name,
    });
    shown.collect::<Vec<_>>().join(", ")
}

fn unknown_operation(name: &str) -> Failure {
    let wanted = name.replace('-', "_").to_ascii_lowercase();
    let mut near: Vec<(usize, String)> = endpoints::all()
        .map(Meta::operation)
        .map(|operation| (distance(&wanted, &operation), operation))
        .collect();
    near.sort();
    let bound = 2 + wanted.len() / 3;
    let close = |(far, operation): &(usize, String)| {
        *far <= bound || (wanted.len() > 3 && operation.contains(&wanted))
    };
    let near: Vec<String> = near
        .into_iter()
        .filter(close)
        .take(3)
        .map(|(_, operation)| operation)
        .collect();
    let hint = match near.as_slice() {
        [] => "`plexctl api --list` lists the operations; a path starts with a slash".to_owned(),
        near => format!("did you mean {}?", near.join(" or ")),
    };
    Failure::usage(format!("there is no operation `{name}`")).with_hint(hint)
}

/// How many characters must be changed, added or taken out to make one text the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, a) in from.chars().enumerate() {
        let mut diagonal = above;
        row[0] = above + 1;
        for (at, b) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row[to.len()]
}

fn list(global: &Global) -> Result<(), Failure> {
    let host = |meta: &Meta| match meta.host {
        Host::Pms => "server",
        Host::Player => "player",
        host => home(host).trim_start_matches("https://"),
    };
    if global.json {
        let rows = endpoints::all().map(|meta| {
            json!({
                "name": meta.operation(),
                "group": meta.group,
                "host": host(meta),
                "method": meta.method.as_str(),
                "path": meta.path,
                "access": access(meta),
                "parameters": meta.fields,
            })
        });
        output::json(&rows.collect())?;
        return Ok(());
    }
    let rows: Vec<_> = endpoints::all()
        .map(|meta| {
            [
                meta.operation(),
                meta.method.to_string(),
                meta.path.to_owned(),
                host(meta).to_owned(),
                access(meta).to_owned(),
            ]
        })
        .collect();
    output::table(["operation", "verb", "path", "at", "who"], &rows)?;
    Ok(())
}

fn access(meta: &Meta) -> &'static str {
    match meta.access {
        Access::Public => "anyone",
        Access::User => "any user",
        Access::Admin => "owner",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        owned.collect()
    }

    #[test]
    fn parameters_go_where_the_operation_has_them() {
        let given = params(&[("sectionId", "1"), ("sort", "a:b"), ("year>>", "1960")]);
        let request = by_name("list-content", &given).unwrap();
        assert_eq!(
            request.path_and_query,
            "/library/sections/1/all?sort=a%3Ab&year%3E%3E=1960"
        );
        let several = by_name("GetMetadataItem", &params(&[("ids", "1,2")])).unwrap();
        assert_eq!(several.path_and_query, "/library/metadata/1,2");
    }

    #[test]
    fn what_is_missing_or_unknown_is_named() {
        let missing = by_name("list_content", &[]).unwrap_err();
        assert!(missing.message.contains("sectionId"), "{missing:?}");
        let unknown = by_name("get_identity", &params(&[("x", "1")])).unwrap_err();
        assert!(unknown.message.contains("`x`"), "{unknown:?}");
        assert!(unknown.hint().contains("no parameters"), "{unknown:?}");
        let typo = by_name("get_idenity", &[]).unwrap_err();
        assert!(typo.hint().contains("get_identity"), "{typo:?}");
    }

    #[test]
    fn a_typed_path_is_made_a_url() {
        let request = by_path(
            Method::GET,
            "/library/sections/1/all?year>>=1&a=%20 b",
            &params(&[("c d", "ü")]),
        );
        assert_eq!(
            request.unwrap().path_and_query,
            "/library/sections/1/all?year%3E%3E=1&a=%20%20b&c%20d=%C3%BC"
        );
    }

    #[test]
    fn a_token_in_a_url_is_refused() {
        for path in ["/?X-Plex-Token=s3cr3t", "/?a=1&x%2Dplex-token=s3cr3t"] {
            let failure = by_path(Method::GET, path, &[]).unwrap_err();
            assert_eq!(failure.kind, Kind::Usage);
            assert!(!failure.message.contains("s3cr3t"));
        }
    }

    #[test]
    fn headers_with_secrets_are_left_out() {
        let mut headers = HeaderMap::new();
        for name in ["x-plex-token", "set-cookie", "authorization"] {
            headers.insert(name, "s3cr3t".parse().unwrap());
        }
        headers.insert("content-type", "text/xml".parse().unwrap());
        assert_eq!(shown_headers(&headers), "content-type: text/xml\n");
    }
}
