//! What a list came to: counts by level and verdict, and of the conditions that are most often not met.

use super::{JudgedFirm, words};
use crate::{error::SheetError, read::Reading};
use rust_xlsxwriter::{Format, Worksheet};
use std::{cmp::Reverse, collections::BTreeMap};
use zjtx_evaluator::{Criterion, Lang, Pack, Truth};

/// Counts over a list.
#[derive(Default)]
pub(super) struct Summary {
    firms: u64,
    mistaken: u64,
    levels: Vec<LevelCount>,
    lang: Lang,
    /// Who runs the site that the result is of.
    pub(super) office: Option<String>,
}

#[derive(Default)]
struct LevelCount {
    verdicts: BTreeMap<Truth, u64>,
    without_rules: u64,
    /// By pack id.
    packs: BTreeMap<String, PackCount>,
}

/// Names are made once: there are as many rows as firms.
#[derive(Default)]
struct PackCount {
    name: String,
    firms: u64,
    /// Names of conditions by their ids, and how many firms do not meet them.
    unmet: BTreeMap<String, (String, u64)>,
}

/// The verdicts from good to bad.
const VERDICTS: [Truth; 3] = [Truth::Met, Truth::Unmet, Truth::Undetermined];

impl Summary {
    pub(super) fn new(levels: usize, lang: Lang) -> Self {
        Self { levels: (0..levels).map(|_| LevelCount::default()).collect(), lang, ..Self::default() }
    }

    pub(super) fn add(&mut self, firm: &JudgedFirm<'_>) {
        self.firms += 1;
        self.mistaken += u64::from(!firm.mistakes.is_empty());
        for (count, level) in self.levels.iter_mut().zip(&firm.levels) {
            let Some(verdict) = &level.verdict else {
                count.without_rules += 1;
                continue;
            };
            *count.verdicts.entry(verdict.truth).or_default() += 1;
            count.pack(verdict.pack, self.lang).add(verdict.pack, &verdict.unmet, self.lang);
        }
    }

    /// The name of the sheet.
    pub(super) const fn name(&self) -> &'static str {
        self.lang.pick("汇总", "Summary")
    }

    /// Writes the sheet.
    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        titles: &[&str],
        reading: &Reading,
    ) -> Result<(), SheetError> {
        let bold = Format::new().set_bold();
        sheet.set_column_width(0, 72)?.set_column_width(1, 14)?;
        for (row, (text, count)) in (0_u32..).zip(self.lines(titles, reading)) {
            let is_heading = count.is_none() && row > 0;
            match (is_heading, count) {
                (true, _) => sheet.write_string_with_format(row, 0, text, &bold)?,
                (false, None) => sheet.write_string(row, 0, text)?,
                // Counts of rows are far below 2⁵³.
                (false, Some(count)) => {
                    sheet.write_string(row, 0, text)?.write_number(row, 1, count as f64)?
                }
            };
        }
        Ok(())
    }

    /// Lines of the sheet; those without a number are headings and notes.
    fn lines(&self, titles: &[&str], reading: &Reading) -> Vec<(String, Option<u64>)> {
        let say = |zh, en| self.lang.pick(zh, en).to_owned();
        let by_now = say("结论按目前填写得出。", " Verdicts follow from what is filled in now.");
        let warning = words::warning(self.lang).to_owned() + &by_now;
        let mut lines = vec![(warning, None)];
        lines.extend(self.office.iter().map(|office| (office.clone(), None)));
        lines.extend([
            (say("企业", "Firms"), Some(self.firms)),
            (say("其中有误、未判断", "of which have mistakes and were not judged"), Some(self.mistaken)),
        ]);
        for (count, title) in self.levels.iter().zip(titles) {
            lines.push(((*title).to_owned(), None));
            lines.extend(count.lines(self.lang));
        }
        if !reading.notes.is_empty() {
            lines.push((say("读取说明", "How the list was read"), None));
            lines.extend(reading.notes.iter().map(|note| (note.get(self.lang).to_owned(), None)));
        }
        lines
    }
}

impl LevelCount {
    fn lines(&self, lang: Lang) -> Vec<(String, Option<u64>)> {
        let verdicts = VERDICTS.iter().map(|truth| {
            let count = self.verdicts.get(truth).copied().unwrap_or(0);
            (words::verdict(*truth, lang).to_owned(), Some(count))
        });
        let mut lines: Vec<_> = verdicts.collect();
        if self.without_rules > 0 {
            lines.push((words::no_rules(lang).to_owned(), Some(self.without_rules)));
        }
        let mut packs: Vec<&PackCount> = self.packs.values().collect();
        packs.sort_by(|one, other| one.name.cmp(&other.name));
        let (used, lacking) = (lang.pick("所用规则：", "Rules: "), lang.pick("暂不满足：", "Not met yet: "));
        lines.extend(packs.iter().map(|pack| (used.to_owned() + &pack.name, Some(pack.firms))));
        let mut unmet: Vec<&(String, u64)> = packs.iter().flat_map(|pack| pack.unmet.values()).collect();
        unmet.sort_by_key(|(name, count)| (Reverse(*count), name));
        lines.extend(unmet.into_iter().map(|(name, count)| (lacking.to_owned() + name, Some(*count))));
        lines
    }

    fn pack(&mut self, pack: &Pack, lang: Lang) -> &mut PackCount {
        let new = || PackCount { name: pack_name(pack, lang), ..PackCount::default() };
        self.packs.entry(pack.id().to_owned()).or_insert_with(new)
    }
}

impl PackCount {
    fn add(&mut self, pack: &Pack, unmet: &[&Criterion], lang: Lang) {
        self.firms += 1;
        for criterion in unmet {
            match self.unmet.get_mut(&criterion.id) {
                Some((_, count)) => *count += 1,
                None => {
                    self.unmet.insert(criterion.id.clone(), (condition_name(pack, criterion, lang), 1));
                }
            }
        }
    }
}

fn pack_name(pack: &Pack, lang: Lang) -> String {
    let inner = format!("{} · {}", pack.id(), pack.revision());
    pack.title().get(lang).to_owned() + &in_brackets(&inner, lang)
}

fn condition_name(pack: &Pack, criterion: &Criterion, lang: Lang) -> String {
    format!("{} {}{}", criterion.id, criterion.title.get(lang), in_brackets(pack.id(), lang))
}

fn in_brackets(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{text}）"),
        Lang::En => format!(" ({text})"),
    }
}
