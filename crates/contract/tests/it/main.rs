//! Checks over the whole table of operations, and of both codecs.

mod table;
