//! Checks over the whole table of operations, and of both codecs.

mod golden;
mod hostile;
mod query;
mod random;
mod recorded;
mod round_trip;
mod table;
