//! Every fault of the embedded Plex on every phase after the race: plex.tv's list, sign-in, a call, a mint. The race's
//! own phase is in `connect_embedded.rs`. The table is the one in `docs/connections.md`.

use bytes::Bytes;
use plex_sdk::endpoints::plextv::authentication::CreatePin;
use plex_sdk::endpoints::plextv::resources::GetServerResources;
use plex_sdk::policy::{RetryPolicy, Timeouts};
use plex_sdk::{Account, Error, ErrorKind, Phase, Server};
use plex_sdk_embedded::{EmbeddedPlex, Fault, FaultKind, FaultTarget, UserKind};
use std::time::Duration;

/// What a fault is called here, and the error it gives; `None` where there is none.
fn table(elsewhere: &str) -> Vec<(FaultKind, Option<ErrorKind>)> {
    let status = |code| FaultKind::Status {
        code,
        retry_after: None,
    };
    let broken = Some(ErrorKind::Unreachable(Phase::Answer));
    let late = Some(ErrorKind::Unreachable(Phase::Timeout));
    vec![
        (FaultKind::Refuse, broken.clone()),
        (FaultKind::Blackhole, late.clone()),
        (FaultKind::Delay(Duration::from_secs(60)), late),
        (FaultKind::ResetMidBody(5), broken.clone()),
        (FaultKind::Truncate(5), broken),
        (FaultKind::WrongContentType("text/html".into()), None),
        (
            FaultKind::WrongBody(Bytes::from_static(b"<html>hello</html>")),
            Some(ErrorKind::NotPlex),
        ),
        (
            FaultKind::WrongBody(Bytes::from_static(b"{\"MediaContainer\":{\"size\":")),
            Some(ErrorKind::NotUnderstood),
        ),
        (
            status(429),
            Some(ErrorKind::RateLimited { retry_after: None }),
        ),
        (status(500), Some(ErrorKind::ServerError)),
        (status(503), Some(ErrorKind::ServerError)),
        (
            FaultKind::Redirect(elsewhere.into()),
            Some(ErrorKind::Redirected),
        ),
    ]
}

async fn check<T>(
    plex: &EmbeddedPlex,
    target: FaultTarget<'_>,
    phase: &str,
    mut call: impl AsyncFnMut(Timeouts) -> Result<T, Error>,
) {
    for (kind, expected) in table("http://elsewhere.test/") {
        let shown = format!("{phase}: {kind:?}");
        let silent = matches!(kind, FaultKind::Blackhole | FaultKind::Delay(_));
        let wait = if silent {
            Duration::from_millis(200)
        } else {
            Duration::from_secs(20)
        };
        let id = plex.faults().add(Fault::new(kind).on(target));
        let error = call(Timeouts::default().head(wait)).await.err();
        assert_eq!(
            error.as_ref().map(Error::kind),
            expected.as_ref(),
            "{shown}: {error:?}"
        );
        plex.faults().remove(id);
        call(Timeouts::default())
            .await
            .unwrap_or_else(|error| panic!("{shown}, then: {error}"));
    }
}

#[tokio::test]
async fn each_fault_has_its_error_on_each_phase() {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let token = plex.user(UserKind::Owner).account_token;
    let id = plex.server().machine_identifier().clone();
    let account = |timeouts| {
        Account::builder()
            .url(plex.plex_tv_url())
            .token(token.clone())
            .client_identifier("faults")
            .rate_limits(plex_sdk::policy::RateLimits::new())
            .retries(RetryPolicy::none())
            .timeouts(timeouts)
            .build()
            .unwrap()
    };
    let server = |timeouts| {
        Server::builder()
            .url(plex.server().url())
            .token(token.clone())
            .rate_limits(plex_sdk::policy::RateLimits::new())
            .retries(RetryPolicy::none())
            .timeouts(timeouts)
            .build()
            .unwrap()
    };
    check(&plex, FaultTarget::PlexTv, "resources", async |timeouts| {
        account(timeouts)
            .resources()
            .get_server_resources(GetServerResources::default())
            .await
    })
    .await;
    check(&plex, FaultTarget::PlexTv, "sign-in", async |timeouts| {
        account(timeouts)
            .authentication()
            .create_pin(CreatePin::default())
            .await
    })
    .await;
    check(&plex, FaultTarget::Server(&id), "call", async |timeouts| {
        server(timeouts).library().get_sections().await
    })
    .await;
    check(&plex, FaultTarget::Server(&id), "mint", async |timeouts| {
        server(timeouts).transient_tokens().get().await
    })
    .await;
}
