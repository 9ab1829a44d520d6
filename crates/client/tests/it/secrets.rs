//! Nothing secret shows: a full run with all tracing on, its output and every `Debug` and error searched for tokens.

use plex_sdk::endpoints::authentication::{GetSourceConnectionInformation, GetTransientToken};
use plex_sdk::endpoints::plextv::authentication::CreatePin;
use plex_sdk::endpoints::plextv::resources::GetServerResources;
use plex_sdk::{Account, Server, SourceUri, Token};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};
use std::fmt::Write as _;
use std::io::Write;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Output(Arc<Mutex<Vec<u8>>>);

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Output {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// The forms in which a token could leak.
fn forms(token: &str) -> Vec<String> {
    let hex = |upper: bool| {
        token
            .bytes()
            .map(|b| {
                if upper {
                    format!("%{b:02X}")
                } else {
                    format!("%{b:02x}")
                }
            })
            .collect()
    };
    let partly = |upper: bool| -> String {
        let escape = |b: u8| {
            if upper {
                format!("%{b:02X}")
            } else {
                format!("%{b:02x}")
            }
        };
        token
            .bytes()
            .map(|b| {
                if b.is_ascii_alphanumeric() {
                    char::from(b).to_string()
                } else {
                    escape(b)
                }
            })
            .collect()
    };
    vec![
        token.to_owned(),
        hex(true),
        hex(false),
        partly(true),
        partly(false),
    ]
}

// The subscriber is the process's, so it sees both sides on every thread, and the other tests as well.
#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one run, told in order")]
async fn a_full_run_shows_no_token() {
    let output = Output::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(output.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let mut shown = String::new();
    let mut secrets = Vec::new();
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let account = Account::builder()
        .url(plex.plex_tv_url())
        .client_identifier("c")
        .build()
        .unwrap();
    let pin = account
        .authentication()
        .create_pin(CreatePin::default())
        .await
        .unwrap();
    plex.approve_pin(&pin.code, UserKind::Owner).unwrap();
    let approved = account
        .authentication()
        .get_pin(pin.id)
        .answer()
        .await
        .unwrap();
    let token = approved.value().token().unwrap().clone();
    secrets.push(token.expose().to_owned());
    write!(shown, "{account:?} {pin:?} {approved:?}").unwrap();

    let account = Account::builder()
        .url(plex.plex_tv_url())
        .client_identifier("c")
        .token(token.clone())
        .build()
        .unwrap();
    let details = account.authentication().get_token_details().await.unwrap();
    let resources = account
        .resources()
        .get_server_resources(GetServerResources::default())
        .await
        .unwrap();
    write!(shown, "{details:?} {resources:?}").unwrap();
    secrets.extend(
        resources
            .iter()
            .filter_map(|r| Some(r.access_token.as_ref()?.expose().to_owned())),
    );

    let builder = Server::builder()
        .url(plex.server().url())
        .client_identifier("c")
        .token(token);
    let server = builder.clone().build().unwrap();
    let minted = server
        .authentication()
        .get_transient_token(GetTransientToken::default())
        .answer()
        .await
        .unwrap();
    let transient = minted.value().token.clone();
    secrets.push(transient.expose().to_owned());
    let source = SourceUri::server(plex.server().machine_identifier().clone()).unwrap();
    let call = server
        .authentication()
        .get_source_connection_information(GetSourceConnectionInformation::from(source));
    write!(shown, "{builder:?} {server:?} {minted:?} {call:?}").unwrap();
    let found = call.await.unwrap();
    secrets.push(found.device.access_token.expose().to_owned());
    write!(shown, "{found:?}").unwrap();

    // Failures of each kind carry their context, and no token.
    let wrong = Token::new("wr0ng-t0ken+with/odd=signs").unwrap();
    secrets.push(wrong.expose().to_owned());
    for error in [
        server
            .library()
            .get_sections()
            .token(wrong.clone())
            .await
            .unwrap_err(),
        server
            .library()
            .get_sections()
            .token(wrong.clone())
            .server_url("http://127.0.0.1:1")
            .await
            .unwrap_err(),
        server
            .library()
            .get_sections()
            .token(wrong)
            .server_url(plex.plex_tv_url())
            .await
            .unwrap_err(),
        server
            .library()
            .get_sections()
            .header("X-Plex-Token", transient.expose())
            .await
            .unwrap_err(),
    ] {
        write!(shown, "{error} {error:?} {error:#?}").unwrap();
        let mut cause: Option<&dyn std::error::Error> = std::error::Error::source(&error);
        while let Some(inner) = cause {
            write!(shown, "{inner} {inner:?}").unwrap();
            cause = inner.source();
        }
    }
    write!(shown, "{:?} {:?} {:?}", plex, plex.users(), plex.requests()).unwrap();

    let logged = String::from_utf8_lossy(&output.0.lock().unwrap()).into_owned();
    assert!(logged.contains("GetTransientToken"), "the run was traced");
    assert!(
        secrets.len() >= 6 && secrets.iter().all(|secret| secret.len() >= 16),
        "{}",
        secrets.len()
    );
    for secret in &secrets {
        for form in forms(secret) {
            assert!(
                !shown.contains(&form),
                "a secret shows in Debug or an error"
            );
            assert!(!logged.contains(&form), "a secret shows in the log");
        }
    }
}
