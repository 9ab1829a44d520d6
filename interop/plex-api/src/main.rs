//! Reads a running `plexctl serve` with the crate `plex-api`.
//!
//! Takes the server's address, the owner's token and, if given, the expected
//! machine identifier, as arguments or from `PLEX_URL`, `PLEX_TOKEN` and
//! `PLEX_MACHINE_IDENTIFIER`.

use std::{env, process::ExitCode};

use plex_api::{
    HttpClientBuilder, Server,
    library::{Library, MetadataItem},
};

type Outcome = Result<String, String>;

#[derive(Default)]
struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    fn note(&mut self, name: &str, outcome: Outcome) {
        match outcome {
            Ok(detail) => {
                self.passed += 1;
                println!("ok   plex-api {name}: {detail}");
            }
            Err(reason) => {
                self.failed += 1;
                println!("FAIL plex-api {name}: {reason}");
            }
        }
    }
}

fn setting(position: usize, variable: &str) -> Option<String> {
    env::args()
        .nth(position)
        .or_else(|| env::var(variable).ok())
        .filter(|value| !value.is_empty())
}

async fn connect(url: &str, token: &str) -> Result<Server, plex_api::Error> {
    let client = HttpClientBuilder::default()
        .set_api_url(url)
        .set_x_plex_token(token)
        .build()?;
    Server::new(url, client).await
}

fn identity(server: &Server, expected: Option<&str>) -> Outcome {
    let found = server.machine_identifier();
    let version = &server.media_container.version;
    if expected.is_some_and(|expected| expected != found) {
        return Err(format!("machine identifier {found}"));
    }
    if found.is_empty() || version.is_empty() {
        return Err(format!("machine identifier {found:?}, version {version:?}"));
    }
    Ok(format!("{found}, version {version}"))
}

async fn movies(server: &Server) -> Outcome {
    let libraries = server.libraries();
    let section = libraries.iter().find_map(|library| match library {
        Library::Movie(section) => Some(section),
        _ => None,
    });
    let section = section.ok_or_else(|| format!("none among {} libraries", libraries.len()))?;
    let movies = section.movies().await.map_err(|error| error.to_string())?;
    if movies.is_empty() {
        return Err("no movies".to_owned());
    }
    for movie in &movies {
        if movie.title().is_empty() || movie.rating_key().is_empty() {
            return Err(format!("bare item {:?}", movie.rating_key()));
        }
        if movie.metadata().year.is_none() {
            return Err(format!("{} has no year", movie.title()));
        }
    }
    let first = server
        .item_by_id(movies[0].rating_key())
        .await
        .map_err(|error| format!("first movie again: {error}"))?;
    if first.title() != movies[0].title() {
        return Err(format!("first movie again: {}", first.title()));
    }
    Ok(format!("{} in {}", movies.len(), section.title()))
}

async fn shows(server: &Server) -> Outcome {
    let libraries = server.libraries();
    let section = libraries.iter().find_map(|library| match library {
        Library::TV(section) => Some(section),
        _ => None,
    });
    let section = section.ok_or_else(|| format!("none among {} libraries", libraries.len()))?;
    let shows = section.shows().await.map_err(|error| error.to_string())?;
    let show = shows.first().ok_or("no shows")?;
    let seasons = show.seasons().await.map_err(|error| error.to_string())?;
    let season = seasons.first().ok_or("no seasons in the first show")?;
    let episodes = season.episodes().await.map_err(|error| error.to_string())?;
    if episodes.is_empty() {
        return Err("no episodes in the first season".to_owned());
    }
    Ok(format!("{} in {}", shows.len(), section.title()))
}

async fn wrong_token(url: &str) -> Outcome {
    match connect(url, "no-such-token-7f3a").await {
        Ok(_) => Err("a wrong token was let in".to_owned()),
        Err(plex_api::Error::UnexpectedApiResponse {
            status_code: 401, ..
        }) => Ok("refused with 401".to_owned()),
        // A refusal with a JSON list of errors carries no status.
        Err(plex_api::Error::MyPlexErrorResponse { .. }) => Ok("refused".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (Some(url), Some(token)) = (setting(1, "PLEX_URL"), setting(2, "PLEX_TOKEN")) else {
        eprintln!("usage: interop-plex-api URL TOKEN [MACHINE_IDENTIFIER]");
        return ExitCode::from(2);
    };
    let expected = setting(3, "PLEX_MACHINE_IDENTIFIER");

    let mut tally = Tally::default();
    match connect(&url, &token).await {
        Ok(server) => {
            tally.note("connect", Ok(server.media_container.friendly_name.clone()));
            tally.note("identity", identity(&server, expected.as_deref()));
            tally.note("movies", movies(&server).await);
            tally.note("shows", shows(&server).await);
        }
        Err(error) => {
            tally.note("connect", Err(error.to_string()));
            for name in ["identity", "movies", "shows"] {
                tally.note(name, Err("not connected".to_owned()));
            }
        }
    }
    tally.note("wrong_token", wrong_token(&url).await);

    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
