//! How a client behaves when things go slowly or wrong: [`Timeouts`], [`RetryPolicy`], [`RateLimits`].
//!
//! Each decides without waiting and without reading a clock; the waiting is done where requests are sent.

mod limit;
mod retry;
mod timeouts;

pub(crate) use limit::Held;
pub use limit::RateLimits;
pub(crate) use retry::retry_after;
pub use retry::{Attempt, Decision, Failure, RetryPolicy};
pub use timeouts::{
    DEFAULT_CONNECT_TIMEOUT, DEFAULT_HEAD_TIMEOUT, DEFAULT_IDLE_TIMEOUT, DEFAULT_TIMEOUT,
    TimeLimit, Timeouts,
};
