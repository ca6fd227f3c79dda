//! `lane`: suspicious reports that wait for a decision.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use jiff::civil::Date;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::{HeldCount, HeldReason, LaneChoice, LaneDecision};
use zjtx_wire::{District, PackCode, Verdict};

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// 列出暂缓的计数：日期、区、规则包、原因、各结论份数
    List,
    /// 将暂缓的计数并入下一次发布
    Accept(Choice),
    /// 删除暂缓的计数
    Reject(Choice),
}

#[derive(clap::Args)]
pub(crate) struct Choice {
    /// 日期，如 2026-11-22
    day: Date,
    /// 只处理这个区代码
    #[arg(long)]
    district: Option<String>,
    /// 只处理这个规则包代码
    #[arg(long)]
    pack: Option<String>,
    /// 只处理这种原因：address、network、surge 或 earlier
    #[arg(long)]
    reason: Option<String>,
}

impl Choice {
    fn read(&self) -> Result<LaneChoice> {
        let district = self
            .district
            .as_deref()
            .map(|code| District::from_code(code).with_context(|| format!("{code} 不是六位的区代码")));
        let pack = self
            .pack
            .as_deref()
            .map(|code| PackCode::from_code(code).with_context(|| format!("{code} 不是五位的规则包代码")));
        let reason = self
            .reason
            .as_deref()
            .map(|code| HeldReason::from_code(code).with_context(|| format!("没有 {code} 这种原因")));
        Ok(LaneChoice {
            day: self.day,
            district: district.transpose()?,
            pack: pack.transpose()?,
            reason: reason.transpose()?,
        })
    }
}

/// Runs the command.
pub(crate) fn run(settings: &Settings, command: Command) -> Result<()> {
    match command {
        Command::List => list(settings),
        Command::Accept(choice) => decide(settings, &choice.read()?, LaneDecision::Accept),
        Command::Reject(choice) => decide(settings, &choice.read()?, LaneDecision::Reject),
    }
}

/// A line of the list: everything by which a part can be decided about.
type Line = (Date, District, PackCode, HeldReason);

fn list(settings: &Settings) -> Result<()> {
    let counted = settings.rules()?.counted;
    let mut lines: BTreeMap<Line, [i64; 4]> = BTreeMap::new();
    for HeldCount { held, count } in super::store(settings)?.held()? {
        let line = (held.day, count.cell.district, count.cell.pack, held.reason);
        let counts = lines.entry(line).or_default();
        for (sum, verdict) in counts.iter_mut().zip(Verdict::ALL) {
            *sum += if verdict == count.cell.verdict { count.n } else { 0 };
        }
    }
    for ((day, district, pack, reason), counts) in lines {
        let (name, reason) = (counted.district_name(&district), named(reason));
        let [met, unmet, undetermined, vetoed] = counts;
        let n: i64 = counts.iter().sum();
        println!("{day}\t{district} {name}\t{pack}\t{reason}\t{n} 份\t{met}/{unmet}/{undetermined}/{vetoed}");
    }
    Ok(())
}

fn named(reason: HeldReason) -> String {
    let words = match reason {
        HeldReason::Address => "同一地址当日过多",
        HeldReason::Network => "同一网段过多或过快",
        HeldReason::Surge => "该区当日骤增",
        HeldReason::Earlier => "旧版未记原因",
    };
    format!("{} {words}", reason.code())
}

fn decide(settings: &Settings, choice: &LaneChoice, decision: LaneDecision) -> Result<()> {
    let (action, done) = match decision {
        LaneDecision::Accept => ("accept held", "已并入下一次发布"),
        LaneDecision::Reject => ("reject held", "已删除"),
    };
    let mut store = super::store(settings)?;
    let is_chosen = |held: &HeldCount| {
        held.held.day == choice.day
            && choice.district.is_none_or(|district| held.count.cell.district == district)
            && choice.pack.is_none_or(|pack| held.count.cell.pack == pack)
            && choice.reason.is_none_or(|reason| held.held.reason == reason)
    };
    let is_held = store.held()?.iter().any(is_chosen);
    ensure!(is_held, "{} 没有这样的暂缓计数；可用 lane list 查看", choice.day);
    let n = store.decide(choice, decision, &super::audit(action, described(choice)))?;
    println!("{} 的 {n} 份计数{done}", choice.day);
    Ok(())
}

fn described(choice: &LaneChoice) -> String {
    let parts = [
        Some(choice.day.to_string()),
        choice.district.map(|district| district.to_string()),
        choice.pack.map(|pack| pack.to_string()),
        choice.reason.map(|reason| reason.code().to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
