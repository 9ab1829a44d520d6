//! What items, playlists and sections are.

use crate::text::Text;

open_enum! {
    /// What an item is.
    MediaKind {
        /// A movie.
        Movie = "movie",
        /// A show.
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
        /// A short video, mostly an extra of another item.
        Clip = "clip",
        /// A photo.
        Photo = "photo",
        /// A folder of photos.
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
        /// Items of several kinds.
        Mixed = "mixed",
        /// A converted copy.
        OptimizedVersion = "optimizedVersion",
        /// An entry of a playlist.
        UserPlaylistItem = "userPlaylistItem",
    }
}

open_enum! {
    /// What a playlist plays.
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
    /// What a section holds.
    SectionKind {
        /// Movies and other single videos.
        Movie = "movie",
        /// Shows with seasons and episodes.
        Show = "show",
        /// Artists with albums and tracks.
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
