//! The two pages where a person approves an app: `/link` for four letters, `/auth` for a long code.
//!
//! They ask for no password: whoever reaches them picks the person to be.

use crate::world::World;
use crate::world::pins::is_link_code;
use crate::world::users::UserKind;
use axum::response::Response;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use plex_sdk_contract::params;
use std::collections::HashMap;
use std::fmt::Write as _;
use uuid::Uuid;

/// Which page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Link,
    Auth,
}

impl Page {
    fn path(self) -> &'static str {
        match self {
            Self::Link => "/link",
            Self::Auth => "/auth",
        }
    }
}

const STYLE: &str = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem;\
color:#1b1b1b;background:#fff}label,select,input,button{display:block;font:inherit;width:100%;box-sizing:border-box}\
select,input,button{margin:.25rem 0 1rem;padding:.5rem}button{background:#7a4b00;color:#fff;border:0;border-radius:.25rem}\
.code{text-transform:uppercase;letter-spacing:.3em}[role=alert]{color:#a40000}";

/// Takes what the app put behind the `#`, which no server gets to see. Nothing of it becomes markup.
const SCRIPT: &str = "\
const given = new URLSearchParams(location.hash.replace(/^#!?\\??/, ''));
for (const name of ['code', 'clientID', 'forwardUrl']) {
  const value = given.get(name);
  if (value !== null) document.getElementById(name).value = value;
}
const product = given.get('context[device][product]');
if (product) document.getElementById('product').textContent = product;
addEventListener('hashchange', () => location.reload());
";

/// The answer to a request for a page; `None` where it is for none.
pub(crate) fn answer(world: &World, parts: &Parts, body: &[u8]) -> Option<Response> {
    let path = parts.uri.path();
    let page = [Page::Link, Page::Auth]
        .into_iter()
        .find(|page| path.strip_suffix('/').unwrap_or(path) == page.path())?;
    let query = fields(parts.uri.query().unwrap_or_default());
    Some(match parts.method {
        Method::GET | Method::HEAD => show(page, &query, None),
        Method::POST if from_elsewhere(parts) => {
            let problem = "The form was sent from another site.";
            show(
                page,
                &HashMap::new(),
                Some((StatusCode::FORBIDDEN, problem)),
            )
        }
        Method::POST => {
            let form = String::from_utf8_lossy(body).replace('+', " ");
            approve(world, page, &fields(&form))
        }
        _ => {
            let mut response = respond(StatusCode::METHOD_NOT_ALLOWED, "Not here", "", None);
            let allowed = HeaderValue::from_static("GET, HEAD, POST");
            response.headers_mut().insert(header::ALLOW, allowed);
            response
        }
    })
}

fn fields(text: &str) -> HashMap<String, String> {
    params::pairs(text).collect()
}

/// True where a browser says that the form stood on a page of another site.
fn from_elsewhere(parts: &Parts) -> bool {
    let text = |name| parts.headers.get(name).map(HeaderValue::as_bytes);
    match (text(header::ORIGIN), text(header::HOST)) {
        (None, _) => false,
        (Some(origin), Some(host)) => {
            let site = origin
                .strip_prefix(b"http://")
                .or_else(|| origin.strip_prefix(b"https://"));
            site != Some(host)
        }
        (Some(_), None) => true,
    }
}

fn approve(world: &World, page: Page, form: &HashMap<String, String>) -> Response {
    let field = |name: &str| form.get(name).map_or("", |value| value.trim());
    let refuse = |status, problem| show(page, form, Some((status, problem)));
    let Some(user) = UserKind::from_word(field("user")) else {
        return refuse(StatusCode::BAD_REQUEST, "Choose who you are.");
    };
    if field("code").is_empty() {
        return refuse(StatusCode::BAD_REQUEST, "The code is missing.");
    }
    let client = Some(field("clientID")).filter(|client| !client.is_empty());
    let typed = page == Page::Auth || is_link_code(field("code"));
    if !typed || world.approve_pin(field("code"), client, user).is_err() {
        let problem = "No app waits for this code. It may have expired or been used.";
        return refuse(StatusCode::NOT_FOUND, problem);
    }
    let name = escape(user.profile().name);
    let mut text = format!("<p role=\"status\">The app is signed in as {name}.</p>");
    let forward = Some(field("forwardUrl")).filter(|url| page == Page::Auth && may_forward(url));
    match forward {
        Some(url) => {
            let url = escape(url);
            let _ = write!(text, "<p><a href=\"{url}\">Back to the app</a></p>");
        }
        None => text.push_str("<p>You can close this page.</p>"),
    }
    respond(StatusCode::OK, "Signed in", &text, forward)
}

/// True for a web address; a script or a file is none.
fn may_forward(url: &str) -> bool {
    let scheme = |uri: &Uri| matches!(uri.scheme_str(), Some("http" | "https"));
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '\\');
    url.chars().all(plain)
        && url
            .parse::<Uri>()
            .is_ok_and(|uri| scheme(&uri) && uri.host().is_some_and(|host| !host.is_empty()))
}

fn show(
    page: Page,
    form: &HashMap<String, String>,
    problem: Option<(StatusCode, &str)>,
) -> Response {
    let field = |name: &str| escape(form.get(name).map_or("", String::as_str));
    let mut text = String::new();
    if let Some((_, problem)) = problem {
        let _ = write!(text, "<p role=\"alert\">{}</p>", escape(problem));
    }
    let _ = write!(text, "<form method=\"post\" action=\"{}\">", page.path());
    match page {
        Page::Link => {
            // Apps lead here with the code as `pin` or `code`.
            let code = match field("code") {
                code if code.is_empty() => field("pin"),
                code => code,
            };
            let _ = write!(
                text,
                "<label for=\"code\">The code that the app shows</label>\
                 <input id=\"code\" name=\"code\" class=\"code\" value=\"{code}\" maxlength=\"8\" required \
                 autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\">"
            );
        }
        Page::Auth => {
            let product = form
                .get("context[device][product]")
                .map_or("", |product| product);
            let product = match product {
                "" => "An app".to_owned(),
                product => escape(product),
            };
            let _ = write!(
                text,
                "<p><strong id=\"product\">{product}</strong> wants to sign in to your account.</p>"
            );
            for name in ["code", "clientID", "forwardUrl"] {
                let value = field(name);
                let _ = write!(
                    text,
                    "<input type=\"hidden\" id=\"{name}\" name=\"{name}\" value=\"{value}\">"
                );
            }
        }
    }
    text.push_str("<label for=\"user\">Who you are</label><select id=\"user\" name=\"user\">");
    let chosen = field("user");
    for user in UserKind::ALL {
        let selected = if user.word() == chosen {
            " selected"
        } else {
            ""
        };
        let name = escape(user.profile().name);
        let word = user.word();
        let _ = write!(
            text,
            "<option value=\"{word}\"{selected}>{name} ({word})</option>"
        );
    }
    let button = match page {
        Page::Link => "Link",
        Page::Auth => "Approve",
    };
    let _ = write!(
        text,
        "</select><button type=\"submit\">{button}</button></form>"
    );
    let status = problem.map_or(StatusCode::OK, |(status, _)| status);
    match page {
        Page::Link => respond(status, "Link an app", &text, None),
        Page::Auth => {
            let nonce = Uuid::new_v4().simple().to_string();
            let _ = write!(text, "<script nonce=\"{nonce}\">{SCRIPT}</script>");
            with_policy(respond(status, "Approve an app", &text, None), Some(&nonce))
        }
    }
}

/// A whole page; `forward`, where the browser goes from there.
fn respond(status: StatusCode, title: &str, main: &str, forward: Option<&str>) -> Response {
    let refresh = forward.map_or_else(String::new, |url| {
        format!(
            "<meta http-equiv=\"refresh\" content=\"0;url={}\">",
            escape(url)
        )
    });
    let body = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">{refresh}\
         <title>{title} - embedded plex.tv</title><style>{STYLE}</style></head>\
         <body><main><h1>{title}</h1>{main}</main></body></html>\n"
    );
    let mut response = Response::new(Bytes::from(body).into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        // Stricter, and browsers would not say where the form stood.
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    with_policy(response, None)
}

/// Says that nothing runs on the page but the script with this mark, and nothing is loaded.
fn with_policy(mut response: Response, nonce: Option<&str>) -> Response {
    const POLICY: HeaderName = header::CONTENT_SECURITY_POLICY;
    let script = nonce.map_or_else(String::new, |nonce| format!("script-src 'nonce-{nonce}'; "));
    let policy = format!(
        "default-src 'none'; {script}style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::try_from(policy) {
        response.headers_mut().insert(POLICY, policy);
    }
    response
}

/// Text that is safe between tags and in an attribute.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_forwarded_to() {
        for (url, fine) in [
            ("https://app.example/back?pin=1#here", true),
            ("http://127.0.0.1:8080/", true),
            ("HTTP://app.example", true),
            ("javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("file:///etc/passwd", false),
            ("//app.example", false),
            ("/back", false),
            ("app.example", false),
            ("https://a.example/ b", false),
            ("https://a.example/\"><script>", false),
            ("http://", false),
            ("", false),
        ] {
            assert_eq!(may_forward(url), fine, "{url}");
        }
    }
}
