//! `zjtx batch --compare-to DAY`: the list under two days, kinds of application or packs.

use super::{Destination, Judging, List, Mistakes};
use crate::{
    occasion::{Kind, day},
    output, rules,
};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::path::Path;
use zjtx_evaluator::{ApplicationKind, Date, Dossier, Lang, Pack};
use zjtx_spreadsheet::{
    ComparedFirm, ComparisonWorkbook, Firm, Head, Judge, Matrix, Question, Reading, STATES, SheetError, Side,
};

#[derive(Args)]
pub struct CompareOptions {
    /// 两版对照：与这一天的规则比较，结果为工作簿 · compare with the rules of this day
    #[arg(long, value_name = "DAY")]
    compare_to: Option<String>,
    /// 两版对照：与这一申请类型比较 · compare with this kind of application
    #[arg(long, value_enum, value_name = "KIND")]
    compare_kind: Option<Kind>,
    /// 两版对照：与这个规则包比较 · compare with this pack
    #[arg(long, value_name = "ID")]
    compare_pack: Option<String>,
}

impl CompareOptions {
    pub const fn is_asked(&self) -> bool {
        self.compare_to.is_some() || self.compare_kind.is_some() || self.compare_pack.is_some()
    }
}

/// The list and the two sides it is judged by.
pub struct Compared<'a, 'r> {
    /// The list.
    pub list: &'a List<'a>,
    /// The rules of both sides.
    pub questions: [&'a Question<'r>; 2],
    /// The day and kind of the second side, where they are its own.
    pub occasion: (Option<Date>, Option<ApplicationKind>),
}

/// Compares, writes the workbook and tells the matrix; `false` when a row had mistakes.
pub fn run(
    options: &CompareOptions,
    list: &List<'_>,
    question: &Question<'_>,
    output: &Path,
) -> Result<bool> {
    let destination = Destination::workbook(output, list.path)?;
    let to = options.compare_to.as_deref().map(|text| day(Some(text))).transpose()?;
    let kind = options.compare_kind.map(ApplicationKind::from);
    let pack = options.compare_pack.as_deref();
    let pack = pack.map(|id| list.rulebook.pack(id).ok_or_else(|| rules::no_pack(id))).transpose()?;
    if pack.is_some() && question.titles().len() != 1 {
        bail!("--compare-pack 与一个规则包或一个认定事项比较，请同时写 --pack 或一个 --scheme");
    }
    let other = pack.map_or_else(|| question.clone(), |pack| Question::of_pack(list.rulebook, pack));
    let head = Head { sides: sides(list, to, kind, pack), notes: Vec::new() };
    let compared = Compared { list, questions: [question, &other], occasion: (to, kind) };
    let mut matrix = Matrix::new(question.titles().len());
    let mut workbook = ComparisonWorkbook::new(destination.writer()?, question, head.clone())?;
    let (reading, mistakes) = compared.judge(false, |firm, _| {
        matrix.add(firm);
        workbook.add(firm)
    })?;
    workbook.finish(&matrix, &reading, &[])?;
    destination.keep()?;
    mistakes.report(&reading);
    tell(&question.titles(), &head, &matrix)?;
    Ok(mistakes.is_none())
}

/// Names of the sides.
fn sides(
    list: &List<'_>,
    to: Option<Date>,
    kind: Option<ApplicationKind>,
    pack: Option<&Pack>,
) -> [String; 2] {
    let own = list.occasion;
    let say = |day: Date, kind: ApplicationKind| format!("{day} {}", kind.name(Lang::Zh));
    let other = say(to.unwrap_or(own.as_of), kind.unwrap_or(own.kind));
    let other = pack.map_or_else(|| other.clone(), |pack| format!("{other} {}", pack.id()));
    [say(own.as_of, own.kind), other]
}

impl<'r> Compared<'_, 'r> {
    /// Hands every firm of the list on, in its order, with its answers where they are `kept`.
    ///
    /// # Errors
    /// When the list is unusable, or the first that `each` had.
    pub fn judge(
        &self,
        kept: bool,
        mut each: impl FnMut(&ComparedFirm<'r>, Option<&Dossier>) -> Result<(), SheetError>,
    ) -> Result<(Reading, Mistakes)> {
        let [before, after] = self.questions;
        let (mut mistakes, terms, (day, kind)) = (Mistakes::default(), before.terms(), self.occasion);
        let judge = || -> Judging<'_, (ComparedFirm<'r>, Option<Dossier>)> {
            let mut sides = [Side::new(Judge::new(before)), Side::new(Judge::new(after)).on(day, kind)];
            Box::new(move |firms| {
                let dossier = |firm: &Firm| firm.usable().filter(|_| kept).cloned();
                let dossiers: Vec<_> = firms.iter().map(dossier).collect();
                ComparedFirm::all(firms, &mut sides, terms).into_iter().zip(dossiers).collect()
            })
        };
        let reading = self.list.judge(&judge, |(firm, dossier)| {
            mistakes.add(&firm.mistakes);
            each(firm, dossier.as_ref())
        });
        Ok((reading.with_context(|| self.list.path.display().to_string())?, mistakes))
    }
}

/// Writes the transitions of each level on standard output.
pub fn tell(titles: &[&str], head: &Head, matrix: &Matrix) -> Result<()> {
    head.notes.iter().try_for_each(|note| output::line(note))?;
    output::line(&format!("{} → {}", head.sides[0], head.sides[1]))?;
    for (title, level) in titles.iter().zip(&matrix.levels) {
        output::line(title)?;
        for before in STATES {
            for after in STATES.into_iter().filter(|after| level.firms([before, *after]) > 0) {
                let [from, to] = [before, after].map(|state| state.name(Lang::Zh));
                let firms = level.firms([before, after]);
                output::line(&if before == after {
                    format!("    {from}（不变）  {firms} 家")
                } else {
                    format!("    {from} → {to}  {firms} 家")
                })?;
            }
        }
    }
    if matrix.has_small_areas() {
        output::line(Matrix::small_note(Lang::Zh))?;
    }
    Ok(())
}
