//! `zjtx batch`: a spreadsheet of firms in, a spreadsheet of verdicts out.

mod destination;
mod pipeline;
mod progress;

use crate::{occasion::OccasionOptions, rules};
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use destination::Destination;
use std::{
    fs::File,
    io::{ErrorKind, stdin},
    path::PathBuf,
};
use zjtx_evaluator::Rulebook;
use zjtx_spreadsheet::{JudgedFirm, Question, Reading, SheetError};

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
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A workbook.
    Xlsx,
    /// CSV text.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

/// The ladder that is meant when nothing is said.
const DEFAULT_SCHEMES: [&str; 3] = ["innovative_sme", "specialized_sme", "little_giant"];
/// More mistakes are counted and left to the result.
const MISTAKES_SHOWN: usize = 50;

/// Judges every firm; `false` when a row had mistakes.
pub fn run(options: &Options) -> Result<bool> {
    let rulebook = rules::rulebook(options.rules.as_deref())?;
    let question = question(options, &rulebook)?.with_routes(options.routes);
    let occasion = options.occasion.read()?;
    let destination = Destination::new(&options.output, options.format)?;
    let mut results = destination.open(&question)?;
    let (mut mistakes, progress) = (Mistakes::default(), progress::bar());
    let read = |sink: pipeline::Sink<'_>| {
        if options.input.as_os_str() == "-" {
            return zjtx_spreadsheet::read_stream(stdin().lock(), rulebook.terms(), occasion, sink);
        }
        zjtx_spreadsheet::read(File::open(&options.input)?, rulebook.terms(), occasion, sink)
    };
    let write = |firm: &JudgedFirm<'_>| {
        mistakes.add(firm);
        progress.inc(1);
        results.add(firm)
    };
    let reading = pipeline::run(read, &question, &progress, write);
    let reading = reading.and_then(|reading| results.finish(&reading).map(|()| reading));
    progress.finish_and_clear();
    match reading {
        Ok(reading) => report(&reading, &mistakes),
        // A reader who has seen enough closes the pipe.
        Err(SheetError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => return Ok(true),
        Err(error) => return Err(error).with_context(|| options.input.display().to_string()),
    }
    destination.keep()?;
    Ok(mistakes.count == 0)
}

fn question<'r>(options: &Options, rulebook: &'r Rulebook) -> Result<Question<'r>> {
    if let Some(id) = &options.pack {
        let pack = rulebook.pack(id).ok_or_else(|| rules::no_pack(id))?;
        return Ok(Question::of_pack(rulebook, pack));
    }
    options.scheme.iter().try_for_each(|scheme| rules::known_scheme(rulebook, scheme))?;
    let asked: Vec<&str> = options.scheme.iter().map(String::as_str).collect();
    let asked = if asked.is_empty() { DEFAULT_SCHEMES.to_vec() } else { asked };
    Ok(Question::of_schemes(rulebook, &asked, options.region.clone()))
}

/// Mistakes in rows: the first are shown, all are counted.
#[derive(Default)]
struct Mistakes {
    shown: Vec<String>,
    count: usize,
}

impl Mistakes {
    fn add(&mut self, firm: &JudgedFirm<'_>) {
        for mistake in &firm.mistakes {
            self.count += 1;
            if self.shown.len() < MISTAKES_SHOWN {
                self.shown.push(mistake.to_string());
            }
        }
    }
}

fn report(reading: &Reading, mistakes: &Mistakes) {
    let notes = reading.notes.iter().map(|note| &note.zh);
    notes.chain(&mistakes.shown).for_each(|line| eprintln!("{line}"));
    let hidden = mistakes.count - mistakes.shown.len();
    if hidden > 0 {
        eprintln!("另有 {hidden} 处需改正，见结果的“需改正”一列");
    }
    eprintln!("企业 {} 家，需改正 {} 处", reading.firms, mistakes.count);
}
