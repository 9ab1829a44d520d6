//! Items of a library with all that belongs to them, and the sections they are in.

pub mod artwork;
pub mod attachments;
pub mod directory;
pub mod filters;
pub mod kind;
pub mod markers;
pub mod matching;
pub mod media;
pub mod media_type;
pub mod metadata;
pub mod page;
pub mod ratings;
pub mod sections;
pub mod streams;
pub mod tags;
pub mod top_users;
pub mod tree;
pub mod view;
