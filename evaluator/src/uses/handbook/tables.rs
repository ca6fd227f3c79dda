//! The score sheet and the size table.

use super::{Block, Writer};
use crate::{
    base::number::Literal,
    language::{
        scores::{Group, Indicator, ScoreSheet},
        size::{SizeGroup, SizeTable},
        terms::FactIx,
    },
};

impl Writer<'_> {
    pub(super) fn score_sheet(&self) -> Vec<Block> {
        let Some(sheet) = self.pack.sheet() else { return Vec::new() };
        let mut blocks = vec![self.chapter("评分表", "Score sheet"), self.marks(sheet)];
        sheet.groups.iter().for_each(|group| self.group(group, &mut blocks));
        blocks
    }

    fn marks(&self, sheet: &ScoreSheet) -> Block {
        let [full, mark] = [sheet.full, sheet.pass_mark].map(|points| self.words.points(&points.to_string()));
        Block::text(self.words.either(
            || format!("满分 {full}，合格线 {mark}。数值落在两档边界上按高分。"),
            || format!("{full} in full, {mark} to pass. A figure on the edge of two bands gets the higher."),
        ))
    }

    fn group(&self, group: &Group, blocks: &mut Vec<Block>) {
        let title = group.title.get(self.words.lang);
        let full = self.words.points(&group.full.to_string());
        let floor = group.floor.map(|floor| self.words.points(&floor.to_string()));
        let text = match floor {
            Some(floor) => self.words.either(
                || format!("{title}（满分 {full}，不低于 {floor}）"),
                || format!("{title} ({full} in full, at least {floor})"),
            ),
            None => self
                .words
                .either(|| format!("{title}（满分 {full}）"), || format!("{title} ({full} in full)")),
        };
        blocks.push(Block::Heading { level: 3, anchor: None, text });
        blocks.push(Block::Table {
            head: self.columns(&[
                ("指标", "Indicator"),
                ("项目", "Measure"),
                ("情形", "Found"),
                ("得分", "Points"),
            ]),
            rows: group.indicators.iter().flat_map(|indicator| self.indicator(indicator)).collect(),
        });
        for indicator in &group.indicators {
            let note = indicator.note.as_ref().map(|note| note.get(self.words.lang));
            blocks.extend(note.map(|note| self.labelled(&indicator.id, &indicator.id, note)));
        }
    }

    fn indicator(&self, indicator: &Indicator) -> Vec<Vec<String>> {
        let name = format!("{} {}", indicator.id, indicator.title.get(self.words.lang));
        let rows = indicator.rule.describe(indicator.full, &self.words).into_iter();
        rows.map(|row| vec![name.clone(), row.subject, row.found, row.points]).collect()
    }

    /// The size table, or where it stands already: the first pack of the catalogue that has it.
    pub(super) fn size_table(&self) -> Vec<Block> {
        let Some(table) = self.pack.size_table() else { return Vec::new() };
        let first = self.rulebook.packs().iter().find(|pack| pack.size_table() == Some(table));
        let block = match first.filter(|first| first.id() != self.pack.id()) {
            Some(first) => self.labelled("划型表见", "Size table in", first.title().get(self.words.lang)),
            None => self.floors(table),
        };
        vec![self.chapter("中小企业划型标准", "Size classes"), block]
    }

    fn floors(&self, table: &SizeTable) -> Block {
        let columns = [
            ("行业", "Industry"),
            ("指标", "Measure"),
            ("大型", "Large"),
            ("中型", "Medium"),
            ("小型", "Small"),
        ];
        Block::Table {
            head: self.columns(&columns),
            rows: table.groups().iter().flat_map(|group| self.size_group(group)).collect(),
        }
    }

    fn size_group(&self, group: &SizeGroup) -> Vec<Vec<String>> {
        let lang = self.words.lang;
        let row = |(fact, floors): &(FactIx, [Literal; 3])| {
            let cells = floors
                .iter()
                .map(|floor| [self.words.pick("不低于 ", "at least "), &floor.display(lang)].concat());
            [group.name.get(lang).to_owned(), self.words.term(*fact)].into_iter().chain(cells).collect()
        };
        group.indicators.iter().map(row).collect()
    }
}
