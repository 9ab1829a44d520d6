//! Checks over the whole table of operations, and of both codecs.

mod random;
mod round_trip;
mod table;
