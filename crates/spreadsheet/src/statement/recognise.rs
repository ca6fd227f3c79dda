//! From tables to figures.

use super::{
    Figure, Statement,
    columns::{Column, Of, Scope, of, scope},
    items::Item,
    period::{Period, Span, period},
    table::Table,
};
use crate::{
    amount::{Amount, amount},
    heading::Unit,
    read::{Content, Row},
    unit::{self, Money, Statement as Stated, shift, statement},
};
use zjtx_evaluator::Text;

/// What the tables hold.
pub(super) fn recognise(tables: &[Table]) -> Statement {
    let (mut found, mut scopes) = (Statement::default(), Vec::new());
    for table in tables {
        Reading::of(table).read(&mut found, &mut scopes);
    }
    ask_whose(&mut found, &scopes);
    ask_which(&mut found);
    found
}

/// A table while it is read.
struct Reading<'t> {
    table: &'t Table,
    columns: Vec<Column>,
    /// Positions of the columns that name lines: a balance sheet has two.
    names: Vec<usize>,
    period: Option<Period>,
    scope: Option<Scope>,
    unit: Option<Stated>,
    has_cumulated: bool,
}

impl<'t> Reading<'t> {
    fn of(table: &'t Table) -> Self {
        let head = || table.rows.iter().take_while(|row| items(row).next().is_none());
        let texts: Vec<String> =
            head().flat_map(|row| &row.cells).map(|cell| cell.content.shown().into_owned()).collect();
        let titles = || texts.iter().map(String::as_str).chain([table.name.as_str()]);
        let mut periods: Vec<Period> =
            titles().filter(|text| of(text).is_none()).filter_map(period).collect();
        // The day of the balance is not a heading of a column where there are words for columns.
        if periods.is_empty() {
            periods.extend(titles().filter_map(period).take(1));
        }
        let said = periods.iter().find(|period| period.span != Span::Unsaid).or(periods.first());
        Self {
            table,
            columns: Vec::new(),
            names: Vec::new(),
            period: said.copied(),
            scope: titles().find_map(scope).filter(|_| !has_both(titles())),
            unit: titles().find_map(statement),
            has_cumulated: texts.iter().any(|text| of(text) == Some(Of::Cumulated)),
        }
    }

    fn read(mut self, found: &mut Statement, scopes: &mut Vec<Option<Scope>>) {
        for row in &self.table.rows {
            let headings = headings(row);
            if !headings.is_empty() && items(row).next().is_none() {
                self.names = names(row);
                self.columns = headings;
            } else if items(row).next().is_none() {
                self.split_by_scope(row);
            }
            for (column, item) in items(row) {
                self.figures(row, column, item, found, scopes);
            }
        }
    }

    /// 合并 and 母公司 beneath 期末余额.
    fn split_by_scope(&mut self, row: &Row) {
        let named: Vec<(usize, Scope)> =
            row.cells.iter().filter_map(|cell| Some((cell.column, scope(&cell.content.shown())?))).collect();
        if named.is_empty() || self.columns.is_empty() {
            return;
        }
        let above = |position: usize| self.columns.iter().rev().find(|column| column.position <= position);
        let split = named.iter().filter_map(|(position, scope)| {
            Some(Column { position: *position, scope: Some(*scope), of: above(*position)?.of })
        });
        self.columns = split.collect();
    }

    /// The figures of a line, up to the next name in its row.
    fn figures(
        &self,
        row: &Row,
        from: usize,
        item: Item,
        found: &mut Statement,
        scopes: &mut Vec<Option<Scope>>,
    ) {
        let end = self.names.iter().copied().find(|name| *name > from).unwrap_or(usize::MAX);
        for column in self.columns.iter().filter(|column| (from + 1..end).contains(&column.position)) {
            let Some(content) = row.cell(column.position) else { continue };
            let Some((yuan, unit)) = self.yuan(content) else { continue };
            match self.year(column.of, item) {
                Ok((year, question)) => {
                    let question = question.or_else(|| self.question(item));
                    let (cell, shown) =
                        (row.place.cell(column.position).to_string(), content.shown().into_owned());
                    found.figures.push(Figure { item, year, yuan, shown, unit, cell, question });
                    scopes.push(column.scope.or(self.scope));
                }
                Err(Some(note)) if !found.notes.contains(&note) => found.notes.push(note),
                Err(_) => {}
            }
        }
    }

    /// The amount in 元, and the unit that it was read in.
    fn yuan(&self, content: &Content) -> Option<(String, &'static str)> {
        let power = match self.unit {
            Some(Stated::Yuan(power)) => power,
            Some(Stated::Foreign | Stated::Several) => return None,
            None => 0,
        };
        let shown = content.shown();
        let Amount::Text(text) = amount(&shown, Some(Unit::Money(Money::Yuan(power)))) else { return None };
        let units = [("亿元", 8), ("万元", 4), ("元", 0)];
        let (digits, own) = units.iter().find_map(|(word, own)| Some((text.strip_suffix(word)?, *own)))?;
        Some((shift(&digits.replace(',', ""), own)?, unit::name(power)))
    }

    /// The year of a column for a line, and what is to be asked of it; a note where it is not proposed.
    fn year(&self, of: Of, item: Item) -> Result<(i16, Option<Text>), Option<Text>> {
        let table = self.period.ok_or_else(|| Some(words::no_year(&self.table.name)))?;
        let (year, span) = match of {
            Of::Month => return Err(None),
            Of::Current if self.has_cumulated => return Err(None),
            Of::Named(Period { year, span }) => (year, span),
            Of::Begin => (table.year - 1, Span::Year),
            Of::Prior => (table.year - 1, table.span),
            Of::Cumulated | Of::Current | Of::End => (table.year, table.span),
        };
        match span {
            Span::Part => Err(Some(words::part(&self.table.name, item.is_of_balance()))),
            Span::December if !item.is_of_balance() && !self.has_cumulated => {
                Ok((year, Some(words::december())))
            }
            Span::Unsaid if !item.is_of_balance() => Ok((year, Some(words::unsaid()))),
            _ => Ok((year, None)),
        }
    }

    fn question(&self, item: Item) -> Option<Text> {
        match (item, self.unit) {
            (Item::ResearchCost, _) => Some(words::research()),
            (_, None) => Some(words::no_unit()),
            _ => None,
        }
    }
}

/// The columns of a row of headings that name lines.
fn names(row: &Row) -> Vec<usize> {
    const BESIDE: [&str; 5] = ["行次", "附注", "注释", "序号", "附注号"];
    let is_name = |text: &str| of(text).is_none() && !BESIDE.contains(&text.trim());
    row.cells.iter().filter(|cell| is_name(&cell.content.shown())).map(|cell| cell.column).collect()
}

/// The lines that a row names, with their columns.
fn items(row: &Row) -> impl Iterator<Item = (usize, Item)> {
    row.cells.iter().filter_map(|cell| match &cell.content {
        Content::Text(text) => Some((cell.column, Item::of(text)?)),
        _ => None,
    })
}

fn headings(row: &Row) -> Vec<Column> {
    let columns = row.cells.iter().filter_map(|cell| {
        let shown = cell.content.shown();
        Some(Column { position: cell.column, of: of(&shown)?, scope: scope(&shown) })
    });
    let columns: Vec<Column> = columns.collect();
    // A date alone above the table is its title.
    let is_title = columns.len() == 1
        && row.cells.len() == 1
        && matches!(columns.as_slice(), [Column { of: Of::Named(_), .. }]);
    if is_title { Vec::new() } else { columns }
}

fn has_both<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let scopes: Vec<Scope> = texts.filter_map(scope).collect();
    scopes.contains(&Scope::Consolidated) && scopes.contains(&Scope::Parent)
}

/// 合并 and 母公司 in one file: which of them is the firm's own, a person says.
fn ask_whose(found: &mut Statement, scopes: &[Option<Scope>]) {
    let has = |scope| scopes.contains(&Some(scope));
    if has(Scope::Consolidated) && has(Scope::Parent) {
        for (figure, scope) in found.figures.iter_mut().zip(scopes) {
            figure.question = Some(words::whose(*scope));
        }
    }
}

/// The same line of the same year twice: once where both agree, else a question.
fn ask_which(found: &mut Statement) {
    let mut kept: Vec<Figure> = Vec::new();
    for mut figure in std::mem::take(&mut found.figures) {
        let same = |other: &&mut Figure| (other.item, other.year) == (figure.item, figure.year);
        match kept.iter_mut().find(same) {
            Some(other) if other.yuan == figure.yuan => continue,
            Some(other) => {
                other.question.get_or_insert_with(words::twice);
                figure.question.get_or_insert_with(words::twice);
            }
            None => {}
        }
        kept.push(figure);
    }
    found.figures = kept;
}

/// Questions and notes.
mod words {
    use super::Scope;
    use zjtx_evaluator::Text;

    fn both(zh: impl Into<String>, en: impl Into<String>) -> Text {
        Text { zh: zh.into(), en: en.into() }
    }

    pub(super) fn no_year(table: &str) -> Text {
        both(
            format!("{table}没有写明年度，没有列入；请在表头写“2025年度”或“2025年12月31日”"),
            format!("{table} names no year and was left out; write 2025年度 or 2025年12月31日 above it"),
        )
    }

    pub(super) fn part(table: &str, is_balance: bool) -> Text {
        let (zh, en) = if is_balance {
            ("不是年末数", "not of a year's end")
        } else {
            ("不是全年数", "not of a whole year")
        };
        both(format!("{table}的期间{zh}，没有列入"), format!("{table}: figures are {en} and were left out"))
    }

    pub(super) fn december() -> Text {
        both("“本期金额”是全年数还是 12 月当月数？", "is “this period” the whole year or December alone?")
    }

    pub(super) fn unsaid() -> Text {
        both("没有写明是否全年，是全年数吗？", "it is not said whether this is a whole year; is it?")
    }

    pub(super) fn no_unit() -> Text {
        both(
            "表上没有写金额单位，按元读，对吗？",
            "no unit is stated; amounts were read as 元. Is that right?",
        )
    }

    pub(super) fn research() -> Text {
        both(
            "“研究费用”是管理费用中的费用化部分，不含资本化的研发支出；它就是研发费用吗？",
            "研究费用 is the part of R&D that was charged to expense, without what was capitalised; is it the R&D expense?",
        )
    }

    pub(super) fn whose(scope: Option<Scope>) -> Text {
        let (zh, en) = match scope {
            Some(Scope::Consolidated) => ("合并", "consolidated"),
            Some(Scope::Parent) => ("母公司", "the parent’s"),
            None => ("未注明", "not said"),
        };
        both(
            format!("文件里合并与母公司的数都有，这是{zh}数；按申报主体选哪一个？"),
            format!(
                "the file has consolidated and parent figures; this one is {en}. Which is the applicant’s?"
            ),
        )
    }

    pub(super) fn twice() -> Text {
        both(
            "同一项同一年有不同的数，取哪一个？",
            "this line has two different figures for one year; which is right?",
        )
    }
}
