//! The command `zjtx-aggregator`: runs the statistics endpoint and looks after its database.
//!
//! Everything it does is the library's; here are only the words of the command line.

mod cli;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::Arguments::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("zjtx-aggregator：{error:#}");
            ExitCode::FAILURE
        }
    }
}
