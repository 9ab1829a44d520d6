//! plex.tv: the pages where a person approves an app, as far as HTTP goes.

use super::*;
use plex_sdk_contract::Plain;
use plex_sdk_contract::model::Pin;

async fn pin(plex: &EmbeddedPlex, query: &str) -> Pin {
    let path = format!("/api/v2/pins{query}");
    let asked = ask(Method::POST, plex.plex_tv_url(), &path).client("app");
    let Plain(pin) = asked.json().send().await.read();
    pin
}

async fn poll(plex: &EmbeddedPlex, pin: &Pin) -> Option<String> {
    let path = format!("/api/v2/pins/{}", pin.id);
    let asked = get(plex.plex_tv_url(), &path).client("app").json();
    let Plain(pin): Plain<Pin> = asked.send().await.read();
    pin.token().map(|token| token.expose().to_owned())
}

async fn submit(plex: &EmbeddedPlex, page: &str, form: &str) -> Answer {
    let asked = ask(Method::POST, plex.plex_tv_url(), page);
    asked.form(form).send().await
}

#[tokio::test]
async fn both_pages_are_there_and_load_nothing() {
    let plex = start().await;
    for path in ["/link", "/link/", "/auth", "/auth/"] {
        let page = get(plex.plex_tv_url(), path).send().await;
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        assert!(
            page.header("content-security-policy")
                .starts_with("default-src 'none'")
        );
        assert_eq!(page.header("cache-control"), "no-store");
        for part in [
            "lang=\"en\"",
            "<label for=\"user\">",
            "Fred Friend",
            "method=\"post\"",
        ] {
            assert!(page.text().contains(part), "{path}: {part}");
        }
        for loaded in ["src=", "<link", "http://", "https://"] {
            assert!(!page.text().contains(loaded), "{path}: {loaded}");
        }
    }
    assert_eq!(submit(&plex, "/other", "").await.status, 404);
    let put = ask(Method::PUT, plex.plex_tv_url(), "/link");
    assert_eq!(put.status().await, 405);
    // A server has no such pages.
    assert_eq!(get(plex.server().url(), "/link").status().await, 404);
}

#[tokio::test]
async fn four_letters_link_an_app() {
    let plex = start().await;
    let pin = pin(&plex, "").await;
    let prefilled = get(plex.plex_tv_url(), &format!("/link/?pin={}", pin.code));
    let prefilled = prefilled.send().await;
    assert!(
        prefilled
            .text()
            .contains(&format!("value=\"{}\"", pin.code))
    );
    let form = format!("code=+{}+&user=friend", pin.code.to_lowercase());
    let done = submit(&plex, "/link", &form).await;
    assert_eq!(done.status, 200);
    assert!(done.text().contains("signed in as Fred Friend"));
    let token = poll(&plex, &pin).await.unwrap();
    assert!(!done.text().contains(&token));
    let again = submit(&plex, "/link", &form).await;
    assert_eq!(again.status, 404);
    assert!(again.text().contains("role=\"alert\""));
    assert!(again.text().contains("value=\"friend\" selected"));
}

#[tokio::test]
async fn what_is_missing_is_said() {
    let plex = start().await;
    let pin = pin(&plex, "").await;
    for (form, status) in [
        ("", 400),
        ("user=owner", 400),
        ("user=owner&code=", 400),
        ("code=ABCD&user=nobody", 400),
        ("code=0000&user=owner", 404),
    ] {
        assert_eq!(submit(&plex, "/link", form).await.status, status, "{form}");
    }
    let form = format!("code={}&user=owner", pin.code);
    let elsewhere = ask(Method::POST, plex.plex_tv_url(), "/link").form(&form);
    let elsewhere = elsewhere.header("Origin", "http://evil.example");
    assert_eq!(elsewhere.status().await, 403);
    assert_eq!(poll(&plex, &pin).await, None);
    let here = ask(Method::POST, plex.plex_tv_url(), "/link").form(&form);
    let here = here.header("Origin", plex.plex_tv_url());
    assert_eq!(here.status().await, 200);
}

#[tokio::test]
async fn a_long_code_is_approved_and_forwarded() {
    let plex = start().await;
    let first = pin(&plex, "?strong=true").await;
    let forward = "https%3A%2F%2Fapp.example%2Fback%3Fa%3D1%26b%3D2%23c";
    let typed = format!("code={}&user=home", first.code);
    assert_eq!(submit(&plex, "/link", &typed).await.status, 404);
    let other = format!("code={}&clientID=other&user=home", first.code);
    assert_eq!(submit(&plex, "/auth", &other).await.status, 404);
    let form = format!(
        "code={}&clientID=app&user=home&forwardUrl={forward}",
        first.code
    );
    let done = submit(&plex, "/auth", &form).await;
    assert_eq!(done.status, 200);
    let link = "https://app.example/back?a=1&amp;b=2#c";
    assert!(done.text().contains(&format!("<a href=\"{link}\">")));
    assert!(done.text().contains(&format!("content=\"0;url={link}\"")));
    let token = poll(&plex, &first).await.unwrap();
    assert!(!done.text().contains(&token));

    let second = pin(&plex, "?strong=true").await;
    let script = format!(
        "code={}&user=home&forwardUrl=javascript%3Aalert(1)",
        second.code
    );
    let done = submit(&plex, "/auth", &script).await;
    assert_eq!(done.status, 200);
    assert!(!done.text().contains("javascript") && !done.text().contains("refresh"));
    assert!(done.text().contains("close this page"));
}

#[tokio::test]
async fn nothing_that_was_sent_becomes_markup() {
    let plex = start().await;
    let evil = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%27";
    for (page, form) in [
        ("/link", format!("code={evil}&user=owner")),
        ("/link", format!("code={evil}&user={evil}")),
        (
            "/auth",
            format!("code={evil}&user=owner&forwardUrl={evil}&clientID={evil}"),
        ),
        (
            "/auth",
            format!("code=a&user=owner&context%5Bdevice%5D%5Bproduct%5D={evil}"),
        ),
    ] {
        let answer = submit(&plex, page, &form).await;
        assert!(!answer.text().contains("<script>"), "{page} {form}");
        assert!(!answer.text().contains("'alert"), "{page} {form}");
    }
    let shown = get(plex.plex_tv_url(), &format!("/link?pin={evil}"))
        .send()
        .await;
    assert!(shown.text().contains("&lt;script&gt;"));
}
