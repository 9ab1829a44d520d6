//! The embedded Plex as a client sees it, over HTTP; no test sleeps.

mod accounts;
mod administration;
mod artwork;
mod connections;
mod devices;
mod events;
mod faults;
mod home;
mod library;
mod lists;
mod modes;
mod pages;
mod players;
mod playing;
mod queries;
mod restart;
mod sections;
mod sign_in;
mod tls;
mod tokens;
mod transcoder;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use plex_sdk_contract::reply::Reply;
use plex_sdk_contract::time::Timestamp;
use plex_sdk_embedded::{Builder, EmbeddedPlex, ManualClock, UserKind};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::sync::Arc;
use std::time::Duration;

/// A request in the making.
struct Ask {
    request: reqwest::RequestBuilder,
}

/// An answer, read to its end.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// How long anything may take before a test fails.
const LIMIT: Duration = Duration::from_secs(20);

/// A client that trusts these certificates and no others.
fn client(trusted: &[&str]) -> reqwest::ClientBuilder {
    let mut roots = rustls::RootCertStore::empty();
    for pem in trusted {
        roots
            .add(CertificateDer::from_pem_slice(pem.as_bytes()).unwrap())
            .unwrap();
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    reqwest::Client::builder()
        .no_proxy()
        .timeout(LIMIT)
        .redirect(reqwest::redirect::Policy::none())
        .tls_backend_preconfigured(config)
}

fn ask(method: Method, base: &str, path: &str) -> Ask {
    Ask {
        request: client(&[])
            .build()
            .unwrap()
            .request(method, format!("{base}{path}")),
    }
}

fn get(base: &str, path: &str) -> Ask {
    ask(Method::GET, base, path)
}

impl Ask {
    fn header(self, name: &str, value: &str) -> Self {
        Self {
            request: self.request.header(name, value),
        }
    }

    fn token(self, token: &str) -> Self {
        self.header("X-Plex-Token", token)
    }

    fn client(self, id: &str) -> Self {
        self.header("X-Plex-Client-Identifier", id)
    }

    fn json(self) -> Self {
        self.header("Accept", "application/json")
    }

    fn form(self, body: &str) -> Self {
        let kind = "application/x-www-form-urlencoded";
        let asked = self.header("Content-Type", kind);
        Self {
            request: asked.request.body(body.to_owned()),
        }
    }

    fn json_body(self, body: &serde_json::Value) -> Self {
        let asked = self.header("Content-Type", "application/json");
        Self {
            request: asked.request.body(body.to_string()),
        }
    }

    async fn send(self) -> Answer {
        let response = self.request.send().await.unwrap();
        Answer {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.bytes().await.unwrap(),
        }
    }

    async fn status(self) -> u16 {
        self.send().await.status.as_u16()
    }
}

impl Answer {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The answer as the contract reads it, be it JSON or XML.
    fn read<T: Reply>(&self) -> T {
        assert!(self.status.is_success(), "{}: {}", self.status, self.text());
        T::decode(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The status and Plex's own code of an error.
    fn error(&self) -> (u16, i64) {
        let code = self.value()["errors"][0]["code"].as_i64();
        (self.status.as_u16(), code.unwrap())
    }

    fn value(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// A clock that the test moves, and a builder with it.
fn with_clock() -> (Arc<ManualClock>, Builder) {
    let clock = Arc::new(ManualClock::new(Timestamp(1_750_000_000)));
    (clock.clone(), EmbeddedPlex::builder().clock(clock))
}

async fn start() -> EmbeddedPlex {
    EmbeddedPlex::builder().start().await.unwrap()
}

/// Whether plex.tv takes a token, as a status.
async fn checked(plex: &EmbeddedPlex, token: &str) -> u16 {
    let asked = get(plex.plex_tv_url(), "/api/v2/user").client("checker");
    asked.token(token).status().await
}

/// The token that this person uses at the main server.
fn main_token(plex: &EmbeddedPlex, user: UserKind) -> String {
    let token = plex
        .user(user)
        .server_token(plex.server().machine_identifier());
    token.unwrap().expose().to_owned()
}

const MINT: &str = "/security/token?type=delegation&scope=all";

/// Mints a transient token with another.
async fn mint(base: &str, token: &str) -> String {
    let answer = ask(Method::POST, base, MINT)
        .token(token)
        .json()
        .send()
        .await;
    let minted: plex_sdk_contract::MediaContainer<plex_sdk_contract::model::MintedToken> =
        answer.read();
    minted.token.expose().to_owned()
}
