//! `cargo xtask`: builds, serves, measures and tests the site from one command each.
//!
//! It prepares what a build or a test needs and is missing. It holds no product code: the
//! evaluator, the rules and the page live in their own packages.

mod commands;
mod dist;
mod package;
mod process;
mod release;
mod repository;
mod setup;
mod stage;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match commands::Command::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
