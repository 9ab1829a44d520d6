use plex_sdk::endpoints::content::ListContent;

fn main() {
    let _ = ListContent::default();
    let _ = ListContent::new();
}
