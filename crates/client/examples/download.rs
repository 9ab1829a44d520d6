//! A download that breaks off twice, and is gone on with. The server is made up on the spot: it gives 400 kB at a time.

use bytes::Bytes;
use http_body_util::BodyExt;
use plex_sdk::Server;
use plex_sdk::endpoints::library::GetMediaPart;
use plex_sdk::transport::{Body, Phase, TransportError, from_fn, full_body};

const LENGTH: usize = 1_000_000;
const AT_A_TIME: usize = 400_000;

fn serve(request: &http::Request<Bytes>) -> Result<http::Response<Body>, http::Error> {
    let range = request.headers().get("range");
    let start = range.and_then(|range| {
        let range = range.to_str().ok()?.strip_prefix("bytes=")?;
        range.strip_suffix('-')?.parse::<usize>().ok()
    });
    let rest = LENGTH - start.unwrap_or(0);
    let response = http::Response::builder()
        .header("etag", "\"1\"")
        .header("content-type", "video/x-matroska")
        .header("content-length", rest);
    let response = match start {
        Some(start) => response.status(206).header(
            "content-range",
            format!("bytes {start}-{}/{LENGTH}", LENGTH - 1),
        ),
        None => response,
    };
    // Less than told: as if the connection had broken.
    response.body(full_body(vec![7; rest.min(AT_A_TIME)]).boxed_unsync())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let transport = from_fn(|request| async move {
        println!("asked for {:?}", request.headers().get("range"));
        serve(&request).map_err(|error| TransportError::new(Phase::Answer, error))
    });
    let server = Server::builder()
        .url("http://plex.test:32400")
        .client_identifier("example")
        .transport(transport)
        .build()?;
    let part = GetMediaPart::new(9, 1_700_000_000, "file.mkv").download(true);
    let folder = tempfile::tempdir()?;
    let done = server
        .library()
        .get_media_part(part)
        .download_to(folder.path().join("film.mkv"))
        .progress(|progress| println!("{} of {:?} bytes", progress.received, progress.total))
        .await?;
    println!("{} bytes, {:?}", done.length, done.content_type);
    Ok(())
}
