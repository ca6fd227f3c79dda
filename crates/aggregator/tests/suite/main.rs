//! The endpoint as its senders, readers and operators see it, and as an attacker does.
//!
//! Quick tests only; `cargo test --test assure` runs the long ones.

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod areas;
mod attacker;
mod authorisation;
mod bodies;
mod closing;
mod command_line;
mod commands;
mod conformance;
mod crash;
mod description;
mod files;
mod hygiene;
mod keys;
mod lanes;
mod limits;
mod migrations;
mod model;
mod network;
mod noise;
mod outage;
mod races;
mod release;
mod reports;
mod settings;
mod site;
mod time;
mod tokens;
