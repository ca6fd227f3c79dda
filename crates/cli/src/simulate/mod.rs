//! `zjtx simulate`: 「门槛试算」, a list under a standard and under the same standard with figures moved.

mod report;
mod sweep;

use crate::{
    batch::{Compared, Destination, List, tell},
    occasion::OccasionOptions,
    rules,
};
use anyhow::{Result, anyhow, bail};
use clap::Args;
use std::path::PathBuf;
use sweep::Sweep;
use zjtx_evaluator::{Documents, Pack, Rulebook};
use zjtx_spreadsheet::{ComparisonWorkbook, Matrix, Question};
use zjtx_trial::{Draft, Firms, Move, words};

#[derive(Args)]
pub struct Options {
    /// 企业清单：.xlsx 或 CSV，- 为标准输入；只列数值时不写 · list of firms
    #[arg(value_name = "LIST", required_unless_present = "figures")]
    input: Option<PathBuf>,
    /// 规则包 · pack id
    #[arg(long, value_name = "ID")]
    pack: String,
    /// 改动一个数值，可写多次，例如 S3/operating_revenue=2000万元 · move a figure
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// 逐个试一段数值，例如 S10=40分..60分/1分 · try a range of values
    #[arg(long, value_name = "NAME=FROM..TO/STEP")]
    sweep: Option<String>,
    /// 列出规则包的数值和名称 · list the figures with their names
    #[arg(long)]
    figures: bool,
    /// 结果工作簿 · result as a workbook
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    #[command(flatten)]
    occasion: OccasionOptions,
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

/// The standard and its draft.
struct Standard<'r> {
    rulebook: &'r Rulebook,
    documents: Documents,
    pack: &'r Pack,
    draft: Draft,
}

/// Tries the moves on the list; `false` when a row had mistakes.
pub fn run(options: &Options) -> Result<bool> {
    let rulebook = rules::rulebook(options.rules.as_deref())?;
    let pack = rulebook.pack(&options.pack).ok_or_else(|| rules::no_pack(&options.pack))?;
    let documents = Documents::new(rules::documents(options.rules.as_deref())?);
    let draft = Draft::of(&documents, pack.id()).ok_or_else(|| rules::no_pack(pack.id()))?;
    let standard = Standard { rulebook: &rulebook, documents, pack, draft };
    let Some(input) = options.input.as_deref().filter(|_| !options.figures) else {
        return report::figures(&standard.draft).map(|()| true);
    };
    let list = List { path: input, rulebook: &rulebook, occasion: options.occasion.read()? };
    let moves = options.set.iter().map(|text| standard.read(text)).collect::<Result<Vec<_>>>()?;
    let sweep = options.sweep.as_deref().map(|text| Sweep::read(text, &standard)).transpose()?;
    if moves.is_empty() && sweep.is_none() {
        bail!("请写 --set 或 --sweep；--figures 列出可以改动的数值");
    }
    let destination =
        options.output.as_deref().map(|output| Destination::workbook(output, list.path)).transpose()?;
    standard.simulate(&list, &moves, sweep, destination)
}

impl Standard<'_> {
    /// A move as it is written: a name, and what takes the figure's place.
    fn read(&self, text: &str) -> Result<Move> {
        let (name, value) =
            text.split_once('=').ok_or_else(|| anyhow!("“{text}”应写成 名称=数值，例如 pass_mark=65分"))?;
        Ok(self.draft.find(name.trim(), value.trim())?)
    }

    fn simulate(
        &self,
        list: &List<'_>,
        moves: &[Move],
        sweep: Option<Sweep>,
        destination: Option<Destination>,
    ) -> Result<bool> {
        let moved = self.draft.pack(&self.documents, moves)?;
        let (now, then) = (self.question(self.pack), self.question(&moved));
        let head = report::head(&self.draft, moves);
        let mut workbook = match &destination {
            Some(destination) => Some(ComparisonWorkbook::new(destination.writer()?, &now, head.clone())?),
            None => None,
        };
        let (mut matrix, mut firms, mut unserved) = (Matrix::new(1), Firms::new(self.pack), None);
        let compared = Compared { list, questions: [&now, &then], occasion: (None, None) };
        let (reading, mistakes) = compared.judge(sweep.is_some(), |firm, dossier| {
            matrix.add(firm);
            if let Some(Err(reason)) = dossier.map(|dossier| firms.push(dossier, 0)) {
                unserved = Some(reason);
            }
            workbook.as_mut().map_or(Ok(()), |workbook| workbook.add(firm))
        })?;
        if let Some(reason) = unserved {
            bail!(words::unserved(&reason).zh);
        }
        let curve = sweep.map(|sweep| sweep.curve(self, moves, &firms)).transpose()?;
        if let Some(workbook) = workbook {
            let tables: Vec<_> = curve.iter().map(report::table).collect();
            workbook.finish(&matrix, &reading, &tables)?;
        }
        destination.map(Destination::keep).transpose()?;
        mistakes.report(&reading);
        tell(&now.titles(), &head, &matrix)?;
        curve.iter().try_for_each(report::curve)?;
        Ok(mistakes.is_none())
    }

    fn question<'r>(&'r self, pack: &'r Pack) -> Question<'r> {
        Question::of_pack(self.rulebook, pack)
    }
}
