//! What items, playlists and sections are.

use crate::text::Text;

open_enum! {
    /// The type of a metadata item.
    MediaKind {
        /// A movie.
        Movie = "movie",
        /// A TV show.
        Show = "show",
        /// A season of a show.
        Season = "season",
        /// An episode of a season.
        Episode = "episode",
        /// A trailer.
        Trailer = "trailer",
        /// A comic.
        Comic = "comic",
        /// A person.
        Person = "person",
        /// A musician or band.
        Artist = "artist",
        /// An album of an artist.
        Album = "album",
        /// A track of an album.
        Track = "track",
        /// A picture.
        Picture = "picture",
        /// A short video, usually an extra of another item.
        Clip = "clip",
        /// A photo.
        Photo = "photo",
        /// A photo album.
        PhotoAlbum = "photoalbum",
        /// A playlist.
        Playlist = "playlist",
        /// A folder of playlists.
        PlaylistFolder = "playlistFolder",
        /// A collection.
        Collection = "collection",
        /// A folder on the server's disk.
        Folder = "folder",
        /// A tag.
        Tag = "tag",
        /// Items of several types.
        Mixed = "mixed",
        /// An optimized version.
        OptimizedVersion = "optimizedVersion",
        /// An entry of a playlist.
        UserPlaylistItem = "userPlaylistItem",
    }
}

open_enum! {
    /// The type of media in a playlist.
    PlaylistKind {
        /// Music.
        Audio = "audio",
        /// Movies and episodes.
        Video = "video",
        /// Photos.
        Photo = "photo",
    }
}

open_enum! {
    /// The type of a library section.
    SectionKind {
        /// Movies and other videos.
        Movie = "movie",
        /// Shows, with seasons and episodes.
        Show = "show",
        /// Music: artists, with albums and tracks.
        Artist = "artist",
        /// Photos and photo albums.
        Photo = "photo",
    }
}

impl Default for SectionKind {
    /// No word at all.
    fn default() -> Self {
        Self::Unknown(Text::default())
    }
}
