//! The kept transient token on the embedded Plex: one request, restarts, revocation, expiry, and without async.

use crate::tokens_transient::Hands;
use plex_sdk::endpoints::authentication::GetTransientToken;
use plex_sdk::policy::{RateLimits, RetryPolicy};
use plex_sdk::time::Timestamp;
use plex_sdk::tokens::TransientTokens;
use plex_sdk::{Error, Server, SourceUri, Token};
use plex_sdk_embedded::{EmbeddedPlex, Fault, FaultKind, ManualClock, TokenRefusals, UserKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;

fn owner_token(plex: &EmbeddedPlex) -> Token {
    let machine = plex.server().machine_identifier();
    let token = plex.user(UserKind::Owner).server_token(machine).unwrap();
    token.into()
}

fn owner(plex: &EmbeddedPlex) -> Server {
    let builder = Server::builder().url(plex.server().url());
    builder.token(owner_token(plex)).build().unwrap()
}

fn mints(plex: &EmbeddedPlex) -> usize {
    let requests = plex.requests();
    let mints = requests
        .iter()
        .filter(|request| request.path.starts_with("/security/token"));
    mints
        .inspect(|request| assert_eq!(request.method, "POST"))
        .count()
}

async fn call(server: &Server) -> Result<(), Error> {
    server.library().get_sections().await.map(drop)
}

#[tokio::test]
async fn ten_thousand_waiters_are_one_request() {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let owner = owner(&plex);
    let mut waiters = JoinSet::new();
    for _ in 0..10_000 {
        let tokens = owner.transient_tokens();
        waiters.spawn(async move { tokens.get().await });
    }
    let first = owner.transient_tokens().get().await.unwrap();
    while let Some(got) = waiters.join_next().await {
        assert_eq!(got.unwrap().unwrap(), first);
    }
    assert_eq!(mints(&plex), 1);
}

#[tokio::test]
async fn restarts_lose_no_call() {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let tokens = owner(&plex).transient_tokens();
    let builder = Server::builder().url(plex.server().url());
    let user = builder.token_source(tokens).build().unwrap();
    for round in 1..=10 {
        let mut calls = JoinSet::new();
        for _ in 0..20 {
            let user = user.clone();
            calls.spawn(async move { call(&user).await });
        }
        while let Some(result) = calls.join_next().await {
            result.unwrap().unwrap();
        }
        assert_eq!(mints(&plex), round);
        plex.restart_server(plex.server().machine_identifier());
    }
}

#[tokio::test]
async fn a_revoked_parent_ends_in_its_own_error() {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let tokens = owner(&plex).transient_tokens();
    let builder = Server::builder().url(plex.server().url());
    let user = builder.token_source(tokens.clone()).build().unwrap();
    call(&user).await.unwrap();
    plex.revoke(owner_token(&plex).expose());
    let error = call(&user).await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    assert_eq!(error.operation(), "GetTransientToken");
    assert!(tokens.get().await.unwrap_err().is_unauthorized());
    // A token that was revoked by itself is replaced.
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let tokens = owner(&plex).transient_tokens();
    let builder = Server::builder().url(plex.server().url());
    let user = builder.token_source(tokens.clone()).build().unwrap();
    plex.revoke(tokens.get().await.unwrap().expose());
    call(&user).await.unwrap();
    assert_eq!(mints(&plex), 2);
}

/// A Plex that answers 403 at `/security` to a token that it does not know, and a client with a kept token of this user.
async fn hiding(user: UserKind) -> (EmbeddedPlex, TransientTokens, Server) {
    let builder = EmbeddedPlex::builder().token_refusals(TokenRefusals::Forbidden);
    let plex = builder.start().await.unwrap();
    let machine = plex.server().machine_identifier();
    let token = plex.user(user).server_token(machine).unwrap().clone();
    let parent = Server::builder().url(plex.server().url()).token(token);
    let tokens = parent.build().unwrap().transient_tokens();
    let builder = Server::builder().url(plex.server().url());
    let client = builder.token_source(tokens.clone()).build().unwrap();
    (plex, tokens, client)
}

async fn source(plex: &EmbeddedPlex, server: &Server) -> Result<(), Error> {
    let id = plex.servers()[1].machine_identifier();
    let source: SourceUri = format!("server://{id}").parse().unwrap();
    let authentication = server.authentication();
    let found = authentication.get_source_connection_information(source);
    found.await.map(drop)
}

#[tokio::test]
async fn a_403_that_hides_an_unknown_token_is_seen_through() {
    let (plex, tokens, client) = hiding(UserKind::Owner).await;
    source(&plex, &client).await.unwrap();
    for round in 2..=4 {
        let before = tokens.get().await.unwrap();
        plex.restart_server(plex.server().machine_identifier());
        if round == 3 {
            let minted = client.authentication();
            let minted = minted.get_transient_token(GetTransientToken::default());
            minted.await.unwrap();
            assert_eq!(mints(&plex), 5, "its own call was refused, and repeated");
        } else {
            source(&plex, &client).await.unwrap();
        }
        assert_ne!(tokens.get().await.unwrap(), before);
    }
    assert_eq!(mints(&plex), 6);
}

#[tokio::test]
async fn a_403_that_means_what_it_says_costs_no_token() {
    let (plex, tokens, client) = hiding(UserKind::Friend).await;
    let kept = tokens.get().await.unwrap();
    for _ in 0..3 {
        let error = source(&plex, &client).await.unwrap_err();
        assert!(error.is_forbidden(), "{error}");
        assert_eq!(error.operation(), "GetSourceConnectionInformation");
    }
    assert_eq!(tokens.get().await.unwrap(), kept);
    call(&client).await.unwrap();
    assert_eq!(mints(&plex), 1);

    // Unknown and not enough: it is replaced once, and the new one is as little.
    plex.restart_server(plex.server().machine_identifier());
    let error = source(&plex, &client).await.unwrap_err();
    assert!(error.is_forbidden(), "{error}");
    assert_ne!(tokens.get().await.unwrap(), kept);
    assert_eq!(mints(&plex), 2);
    // Elsewhere 403 never means anything else: nobody is asked about it.
    let forbidden = Fault::new(FaultKind::Status {
        code: 403,
        retry_after: None,
    });
    plex.faults().add(forbidden.path("/library"));
    let before = plex.requests().len();
    assert!(call(&client).await.unwrap_err().is_forbidden());
    assert_eq!(plex.requests().len(), before + 1);
    assert_eq!(mints(&plex), 2);
}

#[tokio::test]
async fn it_never_gets_old() {
    let theirs = Arc::new(ManualClock::new(Timestamp(1_700_000_000)));
    let plex = EmbeddedPlex::builder()
        .clock(theirs.clone())
        .start()
        .await
        .unwrap();
    let ours = Arc::new(Hands::default());
    let tokens = owner(&plex).transient_tokens().with_clock(ours.clone());
    for hours in 0..100_u64 {
        let token = tokens.get().await.unwrap();
        let own = owner(&plex);
        own.library().get_sections().token(token).await.unwrap();
        assert_eq!(mints(&plex) as u64, hours / 47 + 1);
        let hour = Duration::from_secs(3600);
        theirs.advance(hour);
        ours.on(hour);
    }
}

/// Tries for as long as a server takes to come back.
fn patient() -> RetryPolicy {
    RetryPolicy::default()
        .attempts(1000)
        .longest_wait(Duration::from_millis(50))
}

#[tokio::test]
async fn a_server_that_stops_and_starts_loses_no_call() {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let builder = || {
        Server::builder()
            .url(plex.server().url())
            .retries(patient())
    };
    let owner = builder().token(owner_token(&plex)).build().unwrap();
    let tokens = owner.transient_tokens();
    let user = builder().token_source(tokens.clone()).build().unwrap();
    let machine = plex.server().machine_identifier();
    let (done, mut seen) = tokio::sync::watch::channel(0_usize);
    let over = Arc::new(AtomicBool::new(false));
    let mut workers = JoinSet::new();
    for _ in 0..4 {
        let (user, done, over) = (user.clone(), done.clone(), over.clone());
        workers.spawn(async move {
            while !over.load(Ordering::SeqCst) {
                call(&user).await.unwrap();
                done.send_modify(|done| *done += 1);
            }
        });
    }
    for _ in 0..5 {
        // Enough for every worker to have come through since the last time.
        let enough = *seen.borrow() + 20;
        seen.wait_for(|done| *done >= enough).await.unwrap();
        assert!(plex.stop_server(machine).await);
        plex.start_server(machine).await.unwrap();
    }
    over.store(true, Ordering::SeqCst);
    while let Some(worker) = workers.join_next().await {
        worker.unwrap();
    }
    // What a player is handed afterwards is good.
    let token = tokens.get().await.unwrap();
    owner.library().get_sections().token(token).await.unwrap();
}

#[tokio::test]
async fn faults_that_pass_are_not_seen_by_reads() {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let builder = Server::builder().url(plex.server().url());
    let policy = RetryPolicy::default().first_wait(Duration::from_millis(10));
    let builder = builder.token(owner_token(&plex)).retries(policy);
    let server = builder.rate_limits(RateLimits::new()).build().unwrap();
    let status = |code| FaultKind::Status {
        code,
        retry_after: Some(0),
    };
    // A mint is repeated only where it certainly was not done.
    for (kind, mint_too) in [
        (FaultKind::Refuse, false),
        (FaultKind::ResetMidBody(5), false),
        (FaultKind::Truncate(5), false),
        (status(503), false),
        (status(429), true),
    ] {
        plex.faults().add(Fault::new(kind.clone()).times(2));
        call(&server).await.unwrap();
        plex.faults().add(Fault::new(kind.clone()).times(1));
        let request = GetTransientToken::default();
        let minted = server.authentication().get_transient_token(request).await;
        assert_eq!(minted.is_ok(), mint_too, "{kind:?}");
    }
}

#[cfg(feature = "blocking")]
#[test]
fn without_async() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let plex = runtime.block_on(EmbeddedPlex::builder().start()).unwrap();
    let builder = || Server::builder().url(plex.server().url());
    let owner = builder().token(owner_token(&plex)).blocking().unwrap();
    let tokens = owner.transient_tokens();
    let got = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..50)
            .map(|_| scope.spawn(|| tokens.get().unwrap()))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect::<Vec<_>>()
    });
    assert!(got.iter().all(|token| *token == got[0]));
    assert_eq!(mints(&plex), 1);
    // As the source of another client, with its own runtime and connections.
    let user = builder().token_source(tokens.clone()).blocking().unwrap();
    for round in 1..=5 {
        user.library().get_sections().send().unwrap();
        assert_eq!(mints(&plex), round);
        plex.restart_server(plex.server().machine_identifier());
    }
    tokens.clear();
    assert!(tokens.rejected(&got[0]));
    let inside = runtime.block_on(async { tokens.get().unwrap_err() });
    assert!(inside.is_invalid_request(), "{inside}");
}
