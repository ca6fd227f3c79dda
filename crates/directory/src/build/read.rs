//! From the rows of a list to what they say of firms; every mistake is told by its cell.

use super::{
    Knowledge,
    dates::{day, term},
    description::Description,
    fault::Fault,
    gives,
    headings::{Column, Columns, columns, twice},
    last_day,
    table::{Line, Sheet, named, sheets},
    titles,
};
use crate::{Act, Day, code, name::normal};
use std::path::Path;
use zjtx_places::Wanted;

/// Rows from the top in which the headings are looked for.
const SEARCHED: usize = 20;
/// Longest name of a firm, in characters.
const LONGEST: usize = 100;

/// How remarks beneath a list begin.
const REMARKS: [&str; 4] = ["注：", "注:", "备注", "合计"];

/// Reads a cell as a term: its first day where it states one, and its last.
type ReadTerm<'r> = &'r dyn Fn(&str) -> Option<(Option<Day>, Day)>;

/// A list.
pub(super) struct List {
    pub(super) file: String,
    pub(super) description: Description,
    pub(super) rows: Vec<Row>,
    pub(super) notes: Vec<Fault>,
}

/// A row of a list.
pub(super) struct Row {
    /// The cell of the firm's name.
    pub(super) cell: String,
    pub(super) number: u32,
    pub(super) name: String,
    pub(super) former: Option<String>,
    pub(super) code: Option<[u8; 18]>,
    pub(super) title: u8,
    pub(super) batch: Option<String>,
    pub(super) area: String,
    pub(super) from: Day,
    pub(super) until: Option<Day>,
}

impl List {
    /// Reads a list and the description beside it.
    pub(super) fn read(path: &Path, knowledge: Knowledge<'_>) -> Result<Self, Vec<Fault>> {
        let description = Description::beside(path).map_err(|fault| vec![fault])?;
        let file = path.display().to_string();
        let sheets = sheets(path).map_err(|fault| vec![fault])?;
        let mut reader =
            Reader { file, description, knowledge, rows: Vec::new(), faults: Vec::new(), notes: Vec::new() };
        reader.check_description();
        let read: Vec<bool> = sheets.iter().map(|sheet| reader.sheet(sheet)).collect();
        if !read.contains(&true) {
            let sentence =
                format!("没有找到表头：前 {SEARCHED} 行里没有写着“企业名称”和另一个认识的列名的一行");
            reader.faults.push(Fault::whole(&reader.file, sentence));
        } else if reader.rows.is_empty() && reader.faults.is_empty() {
            reader.faults.push(Fault::whole(&reader.file, "表头下面没有企业"));
        }
        let Reader { file, description, rows, faults, notes, .. } = reader;
        if faults.is_empty() { Ok(Self { file, description, rows, notes }) } else { Err(faults) }
    }
}

struct Reader<'k> {
    file: String,
    description: Description,
    knowledge: Knowledge<'k>,
    rows: Vec<Row>,
    faults: Vec<Fault>,
    notes: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, cell: String, sentence: impl Into<String>) {
        self.faults.push(Fault::at(&self.file, cell, sentence));
    }

    /// What the description says must be known to the rules and to the table of places.
    fn check_description(&mut self) {
        let Description { scheme, area, .. } = &self.description;
        let scheme = scheme.clone().filter(|id| !self.knowledge.titles.iter().any(|title| title.id == *id));
        let area = area.clone().filter(|code| self.knowledge.places.get(code).is_none());
        scheme.into_iter().for_each(|id| self.fault(String::new(), format!("来源说明：没有认定事项“{id}”")));
        area.into_iter()
            .for_each(|code| self.fault(String::new(), format!("来源说明：“{code}”不是现行的行政区划代码")));
    }

    /// Reads a sheet; whether it has headings.
    fn sheet(&mut self, sheet: &Sheet) -> bool {
        let found = sheet.lines.iter().take(SEARCHED).enumerate();
        let found = found.filter_map(|(at, line)| Some((at, columns(line)?))).next();
        let Some((at, columns)) = found else { return false };
        self.faults.extend(twice(&sheet.lines[at], &columns, &self.file));
        self.check_merged(sheet, sheet.lines[at].number);
        for line in &sheet.lines[at + 1..] {
            self.line(line, &columns);
        }
        true
    }

    /// Cells that are merged beneath the headings hide which row they are of.
    fn check_merged(&mut self, sheet: &Sheet, headings: u32) {
        for ((row, column), (last_row, last_column)) in &sheet.merged {
            if *last_row + 1 > headings {
                let first = named(&sheet.name, row + 1, *column as usize);
                let last = named("", last_row + 1, *last_column as usize);
                self.fault(format!("{first}:{last}"), "合并的单元格：请取消合并，每行各写各的");
            }
        }
    }

    fn line(&mut self, line: &Line, columns: &Columns) {
        if let Some(again) = super::headings::columns(line) {
            let (at, _) = again[0];
            self.fault(line.cell(at), "又是一行表头：一张表只能有一行表头，请删除这一行");
            return;
        }
        let at = |wanted: Column| columns.iter().find(|(_, column)| *column == wanted).map(|(at, _)| *at);
        let text = |wanted: Column| at(wanted).map_or("", |at| line.text(at));
        let name = normal(text(Column::Name));
        let Some(name_at) = at(Column::Name) else { return };
        let alone = line.cells.len() == 1 && line.cells[0].1.parse::<u32>().is_err();
        let is_remark = alone || REMARKS.iter().any(|word| name.starts_with(word));
        if name.is_empty() || is_remark {
            if !is_remark {
                self.fault(line.cell(name_at), "没有企业名称");
            }
            return;
        }
        if name.chars().count() > LONGEST || name.contains(['\t', '\n', '，']) {
            self.fault(line.cell(name_at), "不像企业名称：太长，或含有逗号、换行");
            return;
        }
        let before = self.faults.len();
        let code = self.code(line, at(Column::Code));
        let title = self.title(line, at(Column::Title));
        let area = self.area(line, at(Column::City), at(Column::District));
        let (from, until) = self.days(line, &at);
        if self.faults.len() > before {
            return;
        }
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        self.rows.push(Row {
            cell: line.cell(name_at),
            number: line.number,
            former: some(&normal(text(Column::Former))).filter(|former| *former != name),
            name,
            code,
            title,
            batch: some(text(Column::Batch)),
            area,
            from,
            until,
        });
    }

    fn code(&mut self, line: &Line, at: Option<usize>) -> Option<[u8; 18]> {
        let at = at?;
        let written = normal(line.text(at)).to_ascii_uppercase();
        if matches!(written.as_str(), "" | "-" | "—" | "/" | "无") {
            return None;
        }
        let read = code::check(&written);
        read.map_err(|error| self.fault(line.cell(at), format!("“{written}”不是统一社会信用代码：{error}")))
            .ok()
    }

    fn title(&mut self, line: &Line, at: Option<usize>) -> u8 {
        let written = at.map_or("", |at| line.text(at));
        let found = match (&self.description.scheme, written) {
            (Some(scheme), "") => {
                let mut titles = self.knowledge.titles.iter();
                titles.position(|title| title.id == *scheme).and_then(|index| u8::try_from(index).ok())
            }
            _ => titles::position(written, self.knowledge.titles),
        };
        if found.is_none() {
            let cell = line.cell(at.unwrap_or_default());
            let sentence = match written {
                "" => "没有称号：请在来源说明中写 scheme，或在表中加“称号”一列".to_owned(),
                written => format!("不认识称号“{written}”"),
            };
            self.fault(cell, sentence);
        }
        found.unwrap_or_default()
    }

    fn area(&mut self, line: &Line, city: Option<usize>, district: Option<usize>) -> String {
        let text = |at: Option<usize>| at.map_or("", |at| line.text(at));
        let (city_text, district_text) = (text(city), text(district));
        let own = self.description.area.clone();
        let at = if district_text.is_empty() { city } else { district };
        if city_text.is_empty() && district_text.is_empty() {
            if own.is_none() {
                let cell = line.cell(at.unwrap_or_default());
                self.fault(cell, "没有所在地区：请在来源说明中写 area，或在表中加“市”“区县”列");
            }
            return own.unwrap_or_default();
        }
        let wanted = Wanted { level: None, within: own.as_deref() };
        let whole = format!("{city_text}{district_text}");
        let places = self.knowledge.places;
        let mut found = places.find(&whole, wanted);
        if found.is_empty() && !district_text.is_empty() {
            found = places.find(district_text, wanted);
        }
        match found.as_slice() {
            [place] => place.code().to_owned(),
            [] => {
                self.fault(line.cell(at.unwrap_or_default()), format!("没有“{whole}”这个地区"));
                String::new()
            }
            several => {
                let names: Vec<String> = several.iter().map(|place| places.full_name(place)).collect();
                let sentence = format!("“{whole}”有几处：{}；请写明所在的市", names.join("、"));
                self.fault(line.cell(at.unwrap_or_default()), sentence);
                String::new()
            }
        }
    }

    /// First and last day of what the row says.
    fn days(&mut self, line: &Line, at: &impl Fn(Column) -> Option<usize>) -> (Day, Option<Day>) {
        let begins = self.description.begins();
        let mut read = |column: Column, read: ReadTerm<'_>| {
            let at = at(column).filter(|at| !line.text(*at).is_empty())?;
            let found = read(line.text(at));
            if found.is_none() {
                self.fault(line.cell(at), format!("看不出日期：“{}”", line.text(at)));
            }
            found
        };
        let from = read(Column::From, &|text| Some((None, day(text)?))).map(|(_, from)| from);
        let until = read(Column::Until, &|text| Some((None, day(text)?))).map(|(_, until)| until);
        let term = read(Column::Term, &|text| term(text, from.unwrap_or(begins)));
        let from = from.or(term.and_then(|(from, _)| from)).unwrap_or(begins);
        if !gives(self.description.act) {
            return (from, None);
        }
        let by_years = self.description.years.and_then(|years| last_day(from, years));
        let until = until.or(term.map(|(_, until)| until)).or(by_years);
        if until.is_some_and(|until| until < from) {
            let at = at(Column::Until).or(at(Column::Term)).unwrap_or_default();
            self.fault(line.cell(at), "有效期的末日早于起日");
        }
        (from, until)
    }
}

/// What a list does, in the words of a note.
pub(super) const fn word(act: Act) -> &'static str {
    match act {
        Act::Announced => "公示",
        Act::Recognised => "认定",
        Act::Renewed => "复核",
        Act::Revoked => "撤销",
    }
}
