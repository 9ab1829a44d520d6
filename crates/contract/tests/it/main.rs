//! Checks over the whole table of operations, and of both codecs.

mod events;
mod golden;
mod hostile;
mod random;
mod recorded;
mod round_trip;
mod table;
