//! `zjtx batch`: a spreadsheet of firms in, a spreadsheet of verdicts out, or of two verdicts side by side.

mod compare;
mod destination;
mod list;
mod pipeline;
mod progress;

pub use compare::{Compared, tell};
pub use destination::Destination;
pub use list::{List, Mistakes};
pub use pipeline::Judging;

use crate::{occasion::OccasionOptions, rules};
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use std::{io::ErrorKind, path::PathBuf};
use zjtx_evaluator::Rulebook;
use zjtx_spreadsheet::{Judge, JudgedFirm, Question, SheetError};

#[derive(Args)]
pub struct Options {
    /// 企业清单：.xlsx 或 CSV，- 为标准输入 · list of firms; - for standard input
    #[arg(value_name = "IN")]
    input: PathBuf,
    /// 结果文件，- 为标准输出 · result; - for standard output
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// 结果格式；默认按结果文件的扩展名，标准输出为 jsonl · format of the result
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// 规则包 · pack id
    #[arg(long, value_name = "ID", conflicts_with = "scheme")]
    pack: Option<String>,
    /// 认定事项，可写多次；默认创新型、专精特新、小巨人 · schemes
    #[arg(long, value_name = "S")]
    scheme: Vec<String>,
    /// 地区代码（GB/T 2260），默认按各企业的区县、城市 · region code
    #[arg(long, value_name = "CODE", conflicts_with = "pack")]
    region: Option<String>,
    /// 为只差一至三项条件的企业加一列最近的路径与差距（较慢） · the nearest route of firms that are near
    #[arg(long)]
    routes: bool,
    #[command(flatten)]
    occasion: OccasionOptions,
    #[command(flatten)]
    compare: compare::CompareOptions,
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// CSV text.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

/// Judges every firm; `false` when a row had mistakes.
pub fn run(options: &Options) -> Result<bool> {
    let rulebook = rules::rulebook(options.rules.as_deref())?;
    let question = question(options, &rulebook)?.with_routes(options.routes);
    let occasion = options.occasion.read()?;
    let list = List { path: &options.input, rulebook: &rulebook, occasion };
    if options.compare.is_asked() {
        return compare::run(&options.compare, &list, &question, &options.output);
    }
    let destination = Destination::new(&options.output, options.format, &options.input)?;
    let mut results = destination.open(&question)?;
    let mut mistakes = Mistakes::default();
    let judge = || -> Judging<'_, JudgedFirm<'_>> {
        let mut judge = Judge::new(&question);
        Box::new(move |firms| JudgedFirm::all(firms, &mut judge))
    };
    let reading = list.judge(&judge, |firm| {
        mistakes.add(&firm.mistakes);
        mistakes.note(firm.notes.iter().map(ToString::to_string));
        mistakes.note(firm.doubts.iter().map(|doubt| format!("{}：{}", firm.place, doubt.zh)));
        results.add(firm)
    });
    let reading = reading.and_then(|reading| results.finish(&reading).map(|()| reading));
    match reading {
        Ok(reading) => mistakes.report(&reading),
        // A reader who has seen enough closes the pipe.
        Err(SheetError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => return Ok(true),
        Err(error) => return Err(error).with_context(|| options.input.display().to_string()),
    }
    destination.keep()?;
    Ok(mistakes.is_none())
}

fn question<'r>(options: &Options, rulebook: &'r Rulebook) -> Result<Question<'r>> {
    if let Some(id) = &options.pack {
        let pack = rulebook.pack(id).ok_or_else(|| rules::no_pack(id))?;
        return Ok(Question::of_pack(rulebook, pack));
    }
    options.scheme.iter().try_for_each(|scheme| rules::known_scheme(rulebook, scheme))?;
    let asked: Vec<&str> = options.scheme.iter().map(String::as_str).collect();
    let asked = if asked.is_empty() { rulebook.chosen_schemes().collect() } else { asked };
    Ok(Question::of_schemes(rulebook, &asked, options.region.clone()))
}
