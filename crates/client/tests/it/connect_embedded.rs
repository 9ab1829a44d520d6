//! Connecting to the embedded Plex: certificates, dead and silent addresses, every fault while it is asked who it is.

use bytes::Bytes;
use plex_sdk::connect::{
    ConnectError, ConnectOptions, ConnectReport, Connected, Connector, Discovery, Kind, Outcome,
};
use plex_sdk::{Account, ErrorKind};
use plex_sdk_embedded::{Builder, EmbeddedPlex, Fault, FaultKind, FaultTarget, UserKind};
use std::time::Duration;

fn account(plex: &EmbeddedPlex) -> Account {
    Account::builder()
        .url(plex.plex_tv_url())
        .client_identifier("c")
        .token(plex.user(UserKind::Owner).account_token)
        .build()
        .unwrap()
}

/// Options without haste: a slow machine is no fault.
fn options() -> ConnectOptions {
    ConnectOptions::default()
        .connect_timeout(Duration::from_secs(20))
        .identify_timeout(Duration::from_secs(20))
}

fn trusting(plex: &EmbeddedPlex) -> ConnectOptions {
    options().extra_root_certificates(plex.ca_pem().unwrap())
}

async fn connect(plex: &EmbeddedPlex, options: ConnectOptions) -> Result<Connected, ConnectError> {
    let connector = Connector::new(options).unwrap();
    let id = plex.server().machine_identifier().to_string();
    Discovery::new(account(plex)).connect(&connector, &id).await
}

async fn start(builder: Builder) -> EmbeddedPlex {
    builder.start().await.unwrap()
}

fn names(report: &ConnectReport) -> Vec<&'static str> {
    report
        .tried
        .iter()
        .map(|tried| tried.outcome.name())
        .collect()
}

/// True where a token was sent to a server while it was asked who it is.
fn told_a_token(plex: &EmbeddedPlex) -> bool {
    plex.requests()
        .iter()
        .any(|request| request.path == "/identity" && request.had_token)
}

#[tokio::test]
async fn the_local_address_with_a_certificate_wins() {
    let plex = start(
        EmbeddedPlex::builder()
            .tls()
            .remote_connection()
            .relay_connection(),
    )
    .await;
    let patient = trusting(&plex)
        .grace(Duration::from_secs(20))
        .stagger(Duration::from_secs(20));
    let connected = connect(&plex, patient).await.unwrap();
    assert_eq!(connected.server().url(), plex.server().https_url().unwrap());
    assert_eq!(connected.candidate().kind, Kind::Local);
    connected.server().library().get_sections().await.unwrap();
    assert!(!told_a_token(&plex));
    let rest = &names(connected.report())[1..];
    assert!(rest.iter().all(|name| *name == "not tried"), "{rest:?}");
}

#[tokio::test]
async fn dead_and_silent_addresses_are_passed_by() {
    let builder = EmbeddedPlex::builder()
        .tls()
        .dead_connection()
        .blackholed_connection();
    let plex = start(builder).await;
    let connected = connect(&plex, trusting(&plex).grace(Duration::from_millis(500)))
        .await
        .unwrap();
    assert_eq!(connected.server().url(), plex.server().https_url().unwrap());
    let outcomes = names(connected.report());
    assert!(
        outcomes.contains(&"refused") && outcomes.contains(&"stopped"),
        "{outcomes:?}"
    );
    let brief = trusting(&plex)
        .connect_timeout(Duration::from_millis(300))
        .identify_timeout(Duration::from_millis(300));
    let resource = Discovery::new(account(&plex))
        .find(plex.server().name())
        .await
        .unwrap();
    let report = Connector::new(brief)
        .unwrap()
        .explain(&resource)
        .await
        .unwrap();
    let outcomes = names(&report);
    assert!(
        outcomes.contains(&"refused") && outcomes.contains(&"timed out"),
        "{report}"
    );
    assert!(!told_a_token(&plex));
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_gets_no_token() {
    let plex = start(EmbeddedPlex::builder().https_required()).await;
    let error = connect(&plex, options()).await.unwrap_err();
    let report = error.report().unwrap();
    assert_eq!(names(report), ["TLS failed"]);
    let Outcome::TlsFailed { reason } = &report.tried[0].outcome else {
        panic!("{report}")
    };
    assert!(reason.to_lowercase().contains("certificate"), "{reason}");
    assert!(
        plex.requests()
            .iter()
            .all(|request| *request.host == *plex.plex_tv_url())
    );
    // Another one's authority does not help.
    let other = start(EmbeddedPlex::builder().tls()).await;
    let error = connect(&plex, trusting(&other)).await.unwrap_err();
    assert_eq!(names(error.report().unwrap()), ["TLS failed"]);
    // Only who asks for it gets there, and only who asks for that as well sends the token.
    let unchecked = options().danger_accept_any_certificate(true);
    let connected = connect(&plex, unchecked.clone()).await.unwrap();
    let error = connected
        .server()
        .library()
        .get_sections()
        .await
        .unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    let connected = connect(&plex, unchecked.danger_send_token_over_unchecked_tls(true))
        .await
        .unwrap();
    connected.server().library().get_sections().await.unwrap();
}

#[tokio::test]
async fn without_trust_in_the_certificate_plain_http_is_the_way_where_allowed() {
    let plex = start(EmbeddedPlex::builder().tls()).await;
    let connected = connect(&plex, options()).await.unwrap();
    assert_eq!(connected.server().url(), plex.server().url());
    let error = connect(&plex, options().require_https(true))
        .await
        .unwrap_err();
    assert_eq!(names(error.report().unwrap()), ["TLS failed"]);
}

#[tokio::test]
async fn every_fault_while_it_is_asked_who_it_is() {
    let plex = start(EmbeddedPlex::builder()).await;
    let server = plex.server();
    let attic = plex.servers()[1].url();
    let status = |code, retry_after| FaultKind::Status { code, retry_after };
    let body = |text: &'static str| FaultKind::WrongBody(Bytes::from_static(text.as_bytes()));
    let another = r#"{"MediaContainer":{"machineIdentifier":"another","version":"1.40.2"}}"#;
    for (kind, name) in [
        (FaultKind::Refuse, "broken off"),
        (FaultKind::Blackhole, "timed out"),
        (FaultKind::Delay(Duration::from_secs(60)), "timed out"),
        (FaultKind::ResetMidBody(5), "broken off"),
        (FaultKind::Truncate(5), "broken off"),
        (FaultKind::WrongContentType("text/html".into()), "connected"),
        (body("<html>welcome</html>"), "not Plex"),
        (body("{"), "not Plex"),
        (body("{}"), "not Plex"),
        (body(""), "not Plex"),
        (body(another), "wrong server"),
        (status(400, None), "not Plex"),
        (status(401, None), "not Plex"),
        (status(404, None), "not Plex"),
        (status(429, Some(1)), "unavailable"),
        (status(500, None), "unavailable"),
        (status(503, None), "unavailable"),
        (FaultKind::Redirect(format!("{attic}/identity")), "not Plex"),
    ] {
        let on = FaultTarget::Server(server.machine_identifier());
        plex.faults()
            .add(Fault::new(kind.clone()).on(on).path("/identity"));
        let brief = matches!(kind, FaultKind::Blackhole | FaultKind::Delay(_));
        let options = if brief {
            options()
                .identify_timeout(Duration::from_millis(50))
                .connect_timeout(Duration::from_millis(50))
        } else {
            options()
        };
        let report = match connect(&plex, options).await {
            Ok(connected) => connected.report().clone(),
            Err(error) => error.report().unwrap().clone(),
        };
        assert_eq!(names(&report), [name], "{kind:?}: {report}");
        plex.faults().clear();
    }
    assert!(!told_a_token(&plex));
    connect(&plex, options()).await.unwrap();
}

#[tokio::test]
async fn faults_of_plex_tv_are_told_apart() {
    let plex = start(EmbeddedPlex::builder()).await;
    let discovery = Discovery::new(account(&plex));
    discovery.resources().await.unwrap();
    for (code, stale) in [(429, true), (500, true), (503, true), (401, false)] {
        let retry_after = None;
        let fault = Fault::new(FaultKind::Status { code, retry_after }).on(FaultTarget::PlexTv);
        plex.faults().add(fault);
        let found = discovery.resources().await;
        assert_eq!(
            found.is_ok_and(|found| found.stale.is_some()),
            stale,
            "{code}"
        );
        plex.faults().clear();
    }
}

#[tokio::test]
async fn a_server_that_stops_and_starts_is_found_again() {
    let plex = start(EmbeddedPlex::builder().tls()).await;
    let id = plex.server().machine_identifier().clone();
    let connected = connect(&plex, trusting(&plex)).await.unwrap();
    plex.stop_server(&id).await;
    let error = connected
        .server()
        .general()
        .get_identity()
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unreachable(_)));
    let error = connected.reconnect().await.unwrap_err();
    // The known one, then all that plex.tv lists.
    assert_eq!(
        names(error.report().unwrap()),
        ["refused", "refused", "refused"]
    );
    plex.start_server(&id).await.unwrap();
    let again = connected.reconnect().await.unwrap();
    again.server().library().get_sections().await.unwrap();
    assert_eq!(again.report().tried.len(), 1);
}

#[tokio::test]
async fn a_relay_is_taken_where_nothing_else_is_left() {
    let plex = start(EmbeddedPlex::builder().tls().relay_connection()).await;
    let discovery = Discovery::new(account(&plex));
    let mut resource = discovery.find(plex.server().name()).await.unwrap();
    resource
        .connections
        .retain(|connection| connection.relay == Some(true));
    let connector = Connector::new(trusting(&plex)).unwrap();
    let connected = connector.connect(&resource).await.unwrap();
    assert_eq!(connected.candidate().kind, Kind::Relay);
    connected.server().library().get_sections().await.unwrap();
}

#[cfg(feature = "blocking")]
#[test]
fn the_same_without_async() {
    let (give, take) = std::sync::mpsc::channel();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let plex = start(EmbeddedPlex::builder()).await;
            let token = plex.user(UserKind::Owner).account_token;
            let servers = [0, 1].map(|at: usize| plex.servers()[at].clone());
            give.send((plex.plex_tv_url().to_owned(), token, servers))
                .unwrap();
            let _ = stopped.await;
        });
    });
    let (url, token, [main, attic]) = take.recv().unwrap();
    let builder = Account::builder()
        .url(url)
        .client_identifier("c")
        .token(token);
    let account = builder.clone().blocking().unwrap();
    let connected = account.connect(main.name()).unwrap();
    connected.server().library().get_sections().send().unwrap();
    let source = plex_sdk::SourceUri::server(attic.machine_identifier().clone()).unwrap();
    let attic_connected = connected.server().connect_source(source).unwrap();
    assert_eq!(attic_connected.server().as_async().url(), attic.url());
    assert_eq!(connected.reconnect().unwrap().report().tried.len(), 1);
    let connector = Connector::new(options()).unwrap();
    let discovery = Discovery::new(builder.build().unwrap());
    let _ = account
        .connect_with(&discovery, &connector, "Attic")
        .unwrap();
    let target = plex_sdk::connect::Target::urls([attic.url()]).unwrap();
    let reached = plex_sdk::blocking::Server::connect(&connector, target).unwrap();
    reached.server().general().get_identity().send().unwrap();
    let inside = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let error = inside
        .block_on(async { account.connect("Attic") })
        .unwrap_err();
    assert!(matches!(error, ConnectError::Client(_)), "{error}");
    drop(stop);
    thread.join().unwrap();
}
