//! Checks over the whole table of operations, and of both codecs.

mod answers;
mod events;
mod golden;
mod hostile;
mod left_out;
mod profile;
mod query;
mod query_check;
mod query_random;
mod random;
mod recorded;
mod round_trip;
mod table;
mod views;
mod wire;
