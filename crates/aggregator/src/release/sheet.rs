//! Releases as rows, for spreadsheets: comma-separated text or an Excel workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use zjtx_wire::{Release, Table};

use crate::counted::Counted;
use crate::store::Lane;

/// The mark at the start by which spreadsheet programs know UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The name of the workbook's sheet.
const SHEET_NAME: &str = "区统计";

/// What the columns hold.
pub const HEADINGS: [&str; COLUMNS] = [
    "区代码",
    "区",
    "级别",
    "规则包",
    "起始周",
    "截止周",
    "合计",
    "符合",
    "不符合",
    "材料待补或无法判定",
    "有否决性条件",
    "其他结论合并",
    "误差±（95%）",
    "说明",
    "校验值",
];
const COLUMNS: usize = 15;

/// Heading of the column that sites with blind tokens have before all others.
const LANE_HEADING: &str = "凭证";

/// Releases, each with its lane.
pub struct Rows {
    /// Whether the lanes are told: where blind tokens were ever used.
    pub are_in_lanes: bool,
    /// The releases, in the order of rows.
    pub releases: Vec<(Lane, Release)>,
}

impl Rows {
    fn headings(&self) -> impl Iterator<Item = &'static str> {
        self.are_in_lanes.then_some(LANE_HEADING).into_iter().chain(HEADINGS)
    }

    fn values(&self, counted: &Counted) -> impl Iterator<Item = impl Iterator<Item = Value>> {
        self.releases.iter().map(move |(lane, release)| {
            let lane = self.are_in_lanes.then(|| Value::Text(named(*lane).to_owned()));
            lane.into_iter().chain(row(release, counted))
        })
    }
}

/// What the column of the lane says.
fn named(lane: Lane) -> &'static str {
    match lane {
        Lane::Open => "无",
        Lane::Token => "有",
    }
}

/// One value of a row.
enum Value {
    /// From a fixed list, without a comma or a quotation mark.
    Text(String),
    /// A count below zero, which only noise can make, is written as it is, so that sums stay right.
    Number(i64),
    /// Not shown.
    Hidden,
}

/// The releases as comma-separated text, a line each.
pub fn csv(rows: &Rows, counted: &Counted) -> String {
    let written = |value| match value {
        Value::Text(text) => text,
        Value::Number(number) => number.to_string(),
        Value::Hidden => String::new(),
    };
    let lines = rows.values(counted).map(|row| row.map(written).collect::<Vec<_>>().join(","));
    let headings = rows.headings().collect::<Vec<_>>().join(",");
    let headed = std::iter::once(headings).chain(lines);
    headed.fold(BYTE_ORDER_MARK.to_owned(), |text, line| text + &line + "\r\n")
}

/// The releases as an Excel workbook, a row each; the same bytes for the same releases.
///
/// # Errors
/// When there are more rows than a sheet can hold.
pub fn workbook(rows: &Rows, counted: &Counted) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let timeless = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    workbook.set_properties(&timeless);
    let sheet = workbook.add_worksheet();
    sheet.set_name(SHEET_NAME)?.set_freeze_panes(1, 0)?;
    sheet.write_row_with_format(0, 0, rows.headings(), &Format::new().set_bold())?;
    for (line, row) in (1..).zip(rows.values(counted)) {
        for (column, value) in (0..).zip(row) {
            match value {
                Value::Text(text) => sheet.write(line, column, text)?,
                // A count is far below the limit up to which such a number is exact.
                Value::Number(number) => sheet.write(line, column, number as f64)?,
                Value::Hidden => sheet,
            };
        }
    }
    workbook.save_to_buffer()
}

fn row(release: &Release, counted: &Counted) -> [Value; COLUMNS] {
    let text = |text: &str| Value::Text(text.to_owned());
    let [total, met, unmet, undetermined, vetoed, other] = counts(release.table);
    let margin = release.noise.as_ref().map(|noise| Value::Number(noise.margin_95.into()));
    [
        text(release.district.code()),
        Value::Text(counted.district_name(&release.district)),
        Value::Text(counted.level_name(&release.level)),
        Value::Text(counted.pack_id(&release.pack)),
        Value::Text(release.from.to_string()),
        Value::Text(release.to.to_string()),
        total,
        met,
        unmet,
        undetermined,
        vetoed,
        other,
        margin.unwrap_or(Value::Hidden),
        text(remark(release.table)),
        text(&release.hash),
    ]
}

/// Total, the four verdicts, and the others together.
fn counts(table: Table) -> [Value; 6] {
    use Value::{Hidden, Number};
    match table {
        Table::ByVerdict { total, met, unmet, undetermined, vetoed } => {
            [Number(total), Number(met), Number(unmet), Number(undetermined), Number(vetoed), Hidden]
        }
        Table::MetOrOther { total, met, other } => {
            [Number(total), Number(met), Hidden, Hidden, Hidden, Number(other)]
        }
        Table::TotalOnly { total } => [Number(total), Hidden, Hidden, Hidden, Hidden, Hidden],
        Table::TooFew => [Hidden, Hidden, Hidden, Hidden, Hidden, Hidden],
    }
}

fn remark(table: Table) -> &'static str {
    match table {
        Table::ByVerdict { .. } => "",
        Table::MetOrOther { .. } => "个别结论过少，已合并",
        Table::TotalOnly { .. } => "个别结论过少，只列合计",
        Table::TooFew => "少于下限，不显示",
    }
}

#[cfg(test)]
mod tests {
    use zjtx_wire::{CountedPack, District, Level, NoiseNote, PackCode, Release, Table};

    use super::{HEADINGS, Rows, csv, workbook};
    use crate::counted::Counted;
    use crate::store::Lane;

    fn release(table: Table) -> Release {
        let (kind, epsilon) = ("discrete-laplace".to_owned(), "1".to_owned());
        Release {
            seq: 1,
            district: District::from_code("440106").expect("a code"),
            pack: PackCode::from_code("CN26P").expect("a code"),
            level: Level::from_code("2").expect("a code"),
            from: "2026W40".parse().expect("a period"),
            to: "2026W47".parse().expect("a period"),
            table,
            noise: Some(NoiseNote { kind, epsilon, increments: 4, margin_95: 6 }),
            hash: String::new(),
            previous_hash: String::new(),
        }
    }

    fn rows(releases: impl IntoIterator<Item = Release>) -> Rows {
        let releases = releases.into_iter().map(|release| (Lane::Open, release)).collect();
        Rows { are_in_lanes: false, releases }
    }

    #[test]
    fn a_site_with_blind_tokens_tells_the_lanes_apart() {
        let [open, token] = Lane::ALL.map(|lane| (lane, release(Table::TooFew)));
        let rows = Rows { are_in_lanes: true, releases: vec![open, token] };
        let sheet = csv(&rows, &Counted::by_default());
        let starts: Vec<&str> = sheet.lines().filter_map(|line| line.split(',').next()).collect();
        assert_eq!(starts, ["\u{feff}凭证", "无", "有"]);
        assert!(workbook(&rows, &Counted::by_default()).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    }

    #[test]
    fn each_kind_of_table_has_its_line() {
        let start = "440106,天河区,省级专精特新中小企业,cn-specialized-sme-2026,2026W40,2026W47";
        for (table, end) in [
            (
                Table::ByVerdict { total: 40, met: 20, unmet: 15, undetermined: 6, vetoed: -1 },
                "40,20,15,6,-1,,6,,",
            ),
            (Table::MetOrOther { total: 40, met: 20, other: 20 }, "40,20,,,,20,6,个别结论过少，已合并,"),
            (Table::TotalOnly { total: 40 }, "40,,,,,,6,个别结论过少，只列合计,"),
            (Table::TooFew, ",,,,,,6,少于下限，不显示,"),
        ] {
            let headings = HEADINGS.join(",");
            assert_eq!(
                csv(&rows([release(table)]), &Counted::by_default()),
                format!("\u{feff}{headings}\r\n{start},{end}\r\n")
            );
        }
    }

    #[test]
    fn every_counted_pack_has_its_line() {
        let counted = Counted::by_default();
        let of_pack =
            |pack: &CountedPack| Release { pack: pack.code, level: pack.level, ..release(Table::TooFew) };
        let packs = &counted.codes().packs;
        assert!(!packs.is_empty());
        let sheet = csv(&rows(packs.iter().map(of_pack)), &counted);
        for (pack, line) in packs.iter().zip(sheet.lines().skip(1)) {
            let start = format!("440106,天河区,{},{},", counted.level_name(&pack.level), pack.pack);
            assert!(line.starts_with(&start), "{line}");
        }
        assert_eq!(sheet.lines().count(), packs.len() + 1);
    }

    #[test]
    fn no_value_needs_quotation_marks() {
        let counted = Counted::by_default();
        let codes = counted.codes();
        let names = codes.levels.iter().chain(&codes.districts).map(|code| code.name.as_str());
        for text in names.chain(codes.packs.iter().map(|pack| pack.pack.as_str())).chain(HEADINGS) {
            assert!(!text.contains([',', '"', '\n']), "{text}");
        }
    }

    #[test]
    fn a_workbook_is_the_same_for_the_same_releases() {
        let releases = [release(Table::TotalOnly { total: 40 }), release(Table::TooFew)];
        let counted = Counted::by_default();
        let written = |releases: &[Release]| workbook(&rows(releases.to_vec()), &counted).expect("few rows");
        let bytes = written(&releases);
        assert!(bytes.starts_with(b"PK"));
        assert_eq!(written(&releases), bytes);
        assert_ne!(written(&releases[..1]), bytes);
    }
}
