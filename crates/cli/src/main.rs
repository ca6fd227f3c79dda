//! `zjtx`: evaluate dossiers, list the rule packs, check rules.
//!
//! A thin edge around `zjtx-evaluator`: it reads files and writes text. It judges nothing itself
//! and uses no network. Exit code 0 when everything was evaluated, whatever the verdict; 2 for bad
//! input, with a message on standard error.

mod evaluate;
mod golden;
mod input;
mod lint;
mod packs;
mod rules;
mod text;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// 专精特新自测 · private self-test for 专精特新
#[derive(Parser)]
#[command(name = "zjtx", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 按规则评估填报档案 · evaluate dossiers
    Evaluate(evaluate::Options),
    /// 列出规则包 · list the rule packs
    Packs(packs::Options),
    /// 检查规则 · check rules
    Lint(lint::Options),
}

/// Bad input.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Evaluate(options) => evaluate::run(&options),
        Command::Packs(options) => packs::run(&options),
        Command::Lint(options) => lint::run(&options),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(BAD_INPUT),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(BAD_INPUT)
        }
    }
}
