//! What the tests share: a clock that is set by hand, servers with and without a network, reports.

#![allow(dead_code, reason = "each of the two test targets uses its part")]

pub mod clients;
pub mod clock;
pub mod crash;
pub mod http;
pub mod keys;
pub mod postgres;
pub mod process;
pub mod reports;
pub mod server;
pub mod tokens;
