//! Servers of an account: found, kept while plex.tv is away, found again after they moved; sources; the local network.

use crate::stub::{TOKEN, answer};
use bytes::Bytes;
use plex_sdk::connect::discovery::CachedResources;
use plex_sdk::connect::gdm::MULTICAST;
use plex_sdk::connect::{
    CandidateSource, ConnectError, ConnectOptions, Connector, Discovery, Gdm, MemoryCache,
    ResourceCache, Target,
};
use plex_sdk::transport::{Phase, TransportError, from_fn, full_body};
use plex_sdk::{Account, SourceUri};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::UdpSocket;

async fn embedded() -> (EmbeddedPlex, Account) {
    let plex = EmbeddedPlex::builder().start().await.unwrap();
    let account = Account::builder()
        .url(plex.plex_tv_url())
        .client_identifier("c")
        .token(plex.user(UserKind::Owner).account_token)
        .build()
        .unwrap();
    (plex, account)
}

#[tokio::test]
async fn an_account_connects_by_name_and_by_identifier() {
    let (plex, account) = embedded().await;
    let attic = &plex.servers()[1];
    for asked in ["Attic", "attic", attic.machine_identifier().as_str()] {
        let connected = account.connect(asked).await.unwrap();
        assert_eq!(connected.server().url(), attic.url());
        let info = connected
            .server()
            .general()
            .get_server_info()
            .await
            .unwrap();
        assert_eq!(
            info.machine_identifier.as_ref(),
            Some(attic.machine_identifier())
        );
    }
    let error = account.connect("Cellar").await.unwrap_err();
    assert!(matches!(error, ConnectError::NoSuchServer { .. }));
    assert!(error.to_string().contains("Attic"), "{error}");
    // Who is asked who it is gets no token.
    let log = plex.requests();
    let asked = log.iter().filter(|request| request.path == "/identity");
    assert!(asked.clone().count() >= 3 && asked.into_iter().all(|request| !request.had_token));
}

#[tokio::test]
async fn a_source_is_connected_with_its_own_token() {
    let (plex, account) = embedded().await;
    let main = account.connect(plex.server().name()).await.unwrap();
    let attic = &plex.servers()[1];
    let source = SourceUri::server(attic.machine_identifier().clone()).unwrap();
    let connected = main.server().connect_source(source).await.unwrap();
    assert_eq!(connected.server().url(), attic.url());
    connected.server().library().get_sections().await.unwrap();
    // The token is the source's: restarted, it has forgotten it, and a new one is asked for.
    plex.restart_server(attic.machine_identifier());
    assert!(
        connected
            .server()
            .library()
            .get_sections()
            .await
            .unwrap_err()
            .is_unauthorized()
    );
    let unknown = SourceUri::server("0123456789abcdef").unwrap();
    let error = main.server().connect_source(unknown).await.unwrap_err();
    assert!(matches!(error, ConnectError::Source { .. }), "{error}");
    let provider = SourceUri::provider("tv.plex.provider.discover").unwrap();
    let connected = main.server().connect_source(provider).await.unwrap();
    assert_eq!(connected.server().url(), plex.plex_tv_url());
}

/// What plex.tv does next.
#[derive(Clone, Copy, Debug)]
enum Mood {
    Tells(&'static str),
    Status(u16),
    Gone(Phase),
}

const LIST: &str = r#"[{"name":"Attic","clientIdentifier":"m1","provides":"server","owned":true,"accessToken":"t0k3n-of-the+test/1","connections":[]}]"#;

fn moody(mood: &Arc<Mutex<Mood>>) -> Account {
    let mood = mood.clone();
    let transport = from_fn(move |_: http::Request<Bytes>| {
        let mood = *mood.lock().unwrap();
        async move {
            match mood {
                Mood::Tells(list) => Ok(answer(200, "application/json", list).map(full_body)),
                Mood::Status(status) => {
                    let body = r#"{"errors":[{"code":1,"message":"no"}]}"#;
                    Ok(answer(status, "application/json", body).map(full_body))
                }
                Mood::Gone(phase) => Err(TransportError::new(phase, "away")),
            }
        }
    });
    Account::builder()
        .client_identifier("c")
        .transport(transport)
        .build()
        .unwrap()
}

#[tokio::test]
async fn while_plex_tv_is_away_the_kept_list_is_given_and_marked() {
    let mood = Arc::new(Mutex::new(Mood::Tells(LIST)));
    let discovery = Discovery::new(moody(&mood));
    let fresh = discovery.resources().await.unwrap();
    assert!(fresh.stale.is_none());
    for away in [
        Mood::Status(500),
        Mood::Status(503),
        Mood::Status(429),
        Mood::Gone(Phase::Resolve),
        Mood::Gone(Phase::Connect),
        Mood::Gone(Phase::Tls),
        Mood::Gone(Phase::Timeout),
        Mood::Gone(Phase::Answer),
        Mood::Tells("<html>sign in to the hotel</html>"),
    ] {
        *mood.lock().unwrap() = away;
        let kept = discovery.resources().await.unwrap();
        assert!(kept.stale.is_some(), "{away:?}");
        assert_eq!(kept.resources, fresh.resources);
        assert!(kept.fetched_at <= fresh.fetched_at);
        assert!(!format!("{kept:?}").contains(TOKEN));
        // Without a kept list it is an error.
        assert!(Discovery::new(moody(&mood)).resources().await.is_err());
    }
    for told in [
        Mood::Status(401),
        Mood::Status(400),
        Mood::Status(403),
        Mood::Status(404),
    ] {
        *mood.lock().unwrap() = told;
        let error = discovery.resources().await.unwrap_err();
        assert_eq!(
            error.is_unauthorized(),
            matches!(told, Mood::Status(401)),
            "{error}"
        );
    }
    *mood.lock().unwrap() = Mood::Status(401);
    let error = discovery.find("Attic").await.unwrap_err();
    assert!(matches!(error, ConnectError::Resources(error) if error.is_unauthorized()));
}

#[tokio::test]
async fn local_servers_work_while_plex_tv_is_away() {
    let (plex, account) = embedded().await;
    let cache = Arc::new(MemoryCache::default());
    let connector = Connector::new(ConnectOptions::default()).unwrap();
    let discovery = Discovery::new(account).cache(Shared(cache.clone()));
    discovery.resources().await.unwrap();
    let mood = Arc::new(Mutex::new(Mood::Gone(Phase::Resolve)));
    let away = Discovery::new(moody(&mood)).cache(Shared(cache));
    let connected = away.connect(&connector, "Attic").await.unwrap();
    connected.server().library().get_sections().await.unwrap();
    drop(plex);
}

struct Shared(Arc<MemoryCache>);

impl ResourceCache for Shared {
    fn load(&self) -> Option<CachedResources> {
        self.0.load()
    }
    fn store(&self, resources: &CachedResources) {
        self.0.store(resources);
    }
}

/// An account whose one server is at this URL.
fn at(url: &str, id: &str) -> Mood {
    let list = format!(
        r#"[{{"name":"Attic","clientIdentifier":"{id}","provides":"server","owned":true,"accessToken":"x","connections":[{{"uri":"{url}","local":true}}]}}]"#
    );
    Mood::Tells(Box::leak(list.into_boxed_str()))
}

#[tokio::test]
async fn a_server_that_moved_is_found_again() {
    let (plex, _) = embedded().await;
    let [main, attic] = plex.servers() else {
        panic!("two servers")
    };
    let id = attic.machine_identifier().as_str();
    let mood = Arc::new(Mutex::new(at(attic.url(), id)));
    let discovery = Discovery::new(moody(&mood));
    let connector = Connector::new(ConnectOptions::default()).unwrap();
    let connected = discovery.connect(&connector, "Attic").await.unwrap();
    // Where the address still works nobody is asked.
    *mood.lock().unwrap() = Mood::Status(401);
    let again = connected.reconnect().await.unwrap();
    assert_eq!(again.candidate().source, CandidateSource::Known);
    let again = again.reconnect().await.unwrap();
    assert_eq!(again.report().tried.len(), 1);
    // Another server answers at the address of old: it gets no token, and the new address is found.
    *mood.lock().unwrap() = at(main.url(), id);
    let error = discovery.connect(&connector, "Attic").await.unwrap_err();
    assert_eq!(
        error.report().unwrap().tried[0].outcome.name(),
        "wrong server"
    );
    let server = plex_sdk::connect::Target::urls([main.url(), attic.url()]).unwrap();
    let found = connector
        .connect(server.machine_identifier(id))
        .await
        .unwrap();
    assert_eq!(found.server().url(), attic.url());
    assert_eq!(found.report().tried.len(), 2);
}

#[tokio::test]
async fn a_server_that_came_back_at_another_address_is_found_there() {
    let folder = std::env::temp_dir().join(format!("plex-sdk-moved-{}", std::process::id()));
    let start = || EmbeddedPlex::builder().data_dir(&folder).start();
    let old = start().await.unwrap();
    let id = old.server().machine_identifier().clone();
    let mood = Arc::new(Mutex::new(at(old.server().url(), id.as_str())));
    let discovery = Discovery::new(moody(&mood));
    let connector = Connector::new(ConnectOptions::default()).unwrap();
    let connected = discovery.connect(&connector, "Attic").await.unwrap();
    old.shutdown().await;
    let new = start().await.unwrap();
    assert_eq!(*new.server().machine_identifier(), id);
    *mood.lock().unwrap() = at(new.server().url(), id.as_str());
    let again = connected.reconnect().await.unwrap();
    assert_eq!(again.server().url(), new.server().url());
    let _ = std::fs::remove_dir_all(&folder);
}

#[tokio::test]
async fn after_the_known_address_failed_plex_tv_is_asked() {
    let (old, _) = embedded().await;
    let (new, _) = embedded().await;
    let id = "not-checked-here";
    let mood = Arc::new(Mutex::new(at(
        old.server().url(),
        old.server().machine_identifier().as_str(),
    )));
    let discovery = Discovery::new(moody(&mood));
    let connector = Connector::new(ConnectOptions::default()).unwrap();
    let connected = discovery.connect(&connector, "Attic").await.unwrap();
    old.shutdown().await;
    // plex.tv knows no better address.
    let error = connected.reconnect().await.unwrap_err();
    let names: Vec<_> = error
        .report()
        .unwrap()
        .tried
        .iter()
        .map(|tried| tried.outcome.name())
        .collect();
    assert_eq!(names, ["refused", "refused"]);
    // plex.tv has lost it.
    *mood.lock().unwrap() = at(new.server().url(), id);
    assert!(matches!(
        connected.reconnect().await,
        Err(ConnectError::NoSuchServer { .. })
    ));
    // plex.tv names an address where another one answers.
    *mood.lock().unwrap() = at(new.server().url(), connected_id(&connected));
    let error = connected.reconnect().await.unwrap_err();
    let names: Vec<_> = error
        .report()
        .unwrap()
        .tried
        .iter()
        .map(|tried| tried.outcome.name())
        .collect();
    assert_eq!(names, ["refused", "wrong server"]);
    // plex.tv refuses the token.
    *mood.lock().unwrap() = Mood::Status(401);
    assert!(matches!(
        connected.reconnect().await,
        Err(ConnectError::Resources(_))
    ));
}

fn connected_id(connected: &plex_sdk::connect::Connected) -> &str {
    connected.machine_identifier().unwrap().as_str()
}

#[tokio::test]
async fn servers_on_the_local_network_answer() {
    let (plex, _) = embedded().await;
    let server = plex.server().clone();
    let port: u16 = server.url().rsplit(':').next().unwrap().parse().unwrap();
    let responder = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let address = responder.local_addr().unwrap();
    let id = server.machine_identifier().clone();
    tokio::spawn(async move {
        let mut question = [0; 100];
        let (length, from) = responder.recv_from(&mut question).await.unwrap();
        assert_eq!(&question[..length], b"M-SEARCH * HTTP/1.1\r\n\r\n");
        let good = format!(
            "HTTP/1.0 200 OK\r\nContent-Type: plex/media-server\r\nName: E\r\nPort: {port}\r\nResource-Identifier: {id}\r\nVersion: 1.43\r\n\r\n"
        );
        let other = "HTTP/1.0 200 OK\r\nPort: 1\r\nResource-Identifier: b\r\n\r\n";
        for answer in ["", "nonsense", &good, &good, other] {
            responder.send_to(answer.as_bytes(), from).await.unwrap();
        }
    });
    let gdm = Gdm::default()
        .targets([address])
        .time(Duration::from_secs(20))
        .most(2);
    let found = gdm.search().await.unwrap();
    assert_eq!(found.len(), 2, "each once");
    assert_eq!(found[0].machine_identifier, *server.machine_identifier());
    let connector = Connector::new(ConnectOptions::default()).unwrap();
    let token = plex
        .user(UserKind::Owner)
        .server_token(server.machine_identifier())
        .unwrap();
    let connected = connector
        .connect(Target::from(&found[0]).token(token))
        .await
        .unwrap();
    connected.server().library().get_sections().await.unwrap();
    assert_eq!(connected.candidate().source, CandidateSource::Gdm);
}

#[tokio::test]
async fn the_local_network_is_asked_by_multicast() {
    let builder = EmbeddedPlex::builder().bind(Ipv4Addr::UNSPECIFIED.into());
    let plex = match builder.gdm().start().await {
        Ok(plex) => plex,
        Err(error) => return eprintln!("skipped: no answers to multicast here: {error:?}"),
    };
    let gdm = Gdm::default().targets([MULTICAST]);
    let found = match gdm.time(Duration::from_secs(1)).search().await {
        Ok(found) => found,
        Err(error) => return eprintln!("skipped: nobody can be asked by multicast here: {error}"),
    };
    for server in plex.servers() {
        let id = server.machine_identifier();
        let answered = found.iter().find(|found| found.machine_identifier == *id);
        let answered = answered.expect("the servers of this computer answer");
        assert_eq!(answered.name, server.name());
        assert!(server.url().ends_with(&format!(":{}", answered.port)));
        let token = plex.user(UserKind::Owner).server_token(id).unwrap().clone();
        let target = Target::from(answered).token(token);
        let connector = Connector::new(ConnectOptions::default()).unwrap();
        let connected = connector.connect(target).await.unwrap();
        connected.server().library().get_sections().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_silent_network_ends_the_search_in_time() {
    let silent = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let target = silent.local_addr().unwrap();
    let begun = tokio::time::Instant::now();
    let found = Gdm::default().targets([target]).search().await.unwrap();
    assert!(found.is_empty());
    assert!(begun.elapsed() >= Duration::from_secs(2));
    assert!(begun.elapsed() < Duration::from_secs(3));
    assert!(
        Gdm::default()
            .targets([])
            .search()
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_search_without_an_end_of_its_own_ends_with_enough_servers() {
    let responder = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let address = responder.local_addr().unwrap();
    tokio::spawn(async move {
        let mut question = [0; 100];
        let (_, from) = responder.recv_from(&mut question).await.unwrap();
        let answer = b"HTTP/1.0 200 OK\r\nPort: 1\r\nResource-Identifier: b\r\n\r\n";
        responder.send_to(answer, from).await.unwrap();
    });
    let gdm = Gdm::default().targets([address]).time(Duration::MAX);
    assert_eq!(gdm.most(1).search().await.unwrap().len(), 1);
}
