//! Counts anonymous verdicts and releases each district's statistics.
//!
//! It accepts reports, commits each exactly once, and at the end of every week turns what has come
//! into noisy tables that never change. It cannot judge anyone: the evaluator is no dependency, and
//! no row says who sent what. It stores no address, and nothing it prints or measures tells a
//! district or a verdict.
//!
//! Reading order: [`http::report`] → [`writer`] → [`store`] is the way in, [`release`] the way out.

pub mod blind;
pub mod calendar;
pub mod clock;
pub mod counted;
pub mod health;
pub mod http;
pub mod keys;
pub mod limit;
pub mod metrics;
pub mod reader;
pub mod release;
pub mod server;
pub mod settings;
pub mod store;
pub mod timekeeper;
pub mod token;
pub mod work;
pub mod writer;
