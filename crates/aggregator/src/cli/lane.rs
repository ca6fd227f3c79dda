//! `lane`: days whose suspicious reports wait for a decision.

use anyhow::{Result, ensure};
use jiff::civil::Date;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::LaneDecision;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// 列出暂缓计入的日期
    List,
    /// 将某日暂缓的计数并入下一次发布
    Accept {
        /// 日期，如 2026-11-22
        day: Date,
    },
    /// 删除某日暂缓的计数
    Reject {
        /// 日期，如 2026-11-22
        day: Date,
    },
}

/// Runs the command.
pub(crate) fn run(settings: &Settings, command: Command) -> Result<()> {
    match command {
        Command::List => list(settings),
        Command::Accept { day } => decide(settings, day, LaneDecision::Accept),
        Command::Reject { day } => decide(settings, day, LaneDecision::Reject),
    }
}

fn list(settings: &Settings) -> Result<()> {
    for held in settings.database().open()?.held_days()? {
        println!("{}\t{} 份", held.day, held.n);
    }
    Ok(())
}

fn decide(settings: &Settings, day: Date, decision: LaneDecision) -> Result<()> {
    let (action, done) = match decision {
        LaneDecision::Accept => ("accept held day", "已并入下一次发布"),
        LaneDecision::Reject => ("reject held day", "已删除"),
    };
    let entry = super::audit(action, day.to_string());
    let mut store = settings.database().open()?;
    let is_held = store.held_days()?.iter().any(|held| held.day == day);
    ensure!(is_held, "{day} 没有暂缓的计数；可用 lane list 查看");
    let n = store.decide(day, decision, &entry)?;
    println!("{day} 的 {n} 份计数{done}");
    Ok(())
}
