//! Results: one row a firm, in every format the same, with a summary.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails its test")]

mod support;

use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;
use support::{RULEBOOK, firms};
use zjtx_evaluator::{ApplicationKind, Date, Dossier, Lang, Truth, evaluate};
use zjtx_spreadsheet::{
    CsvResult, Firm, JsonLines, Judge, JudgedFirm, Level, Question, Reading, ResultWorkbook, Results, RowRef,
};

const LIST: &str = "企业名称,研发费用2025,营业收入2025,境内登记、独立法人\n\
                    =甲,50,8000,是\n\
                    乙,约,8000,是\n\
                    丙,400,8000,是\n";

fn question() -> Question<'static> {
    Question::of_schemes(&RULEBOOK, &["innovative_sme", "specialized_sme"], None)
}

/// What one format makes of the list.
fn written(
    results: impl for<'o> FnOnce(&'o mut Vec<u8>, &Question<'static>) -> Box<dyn Results + 'o>,
) -> Vec<u8> {
    written_to(&question(), results)
}

fn written_to(
    question: &Question<'static>,
    results: impl for<'o> FnOnce(&'o mut Vec<u8>, &Question<'static>) -> Box<dyn Results + 'o>,
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = results(&mut out, question);
    let (firms, reading) = firms(LIST.as_bytes()).unwrap();
    for firm in JudgedFirm::all(firms, &mut Judge::new(question)) {
        writer.add(&firm).unwrap();
    }
    writer.finish(&reading).unwrap();
    out
}

fn workbook() -> Xlsx<Cursor<Vec<u8>>> {
    let bytes = written(|out, question| Box::new(ResultWorkbook::new(out, question).unwrap()));
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn verdicts_are_those_of_the_evaluator() {
    let (firms, _) = firms(LIST.as_bytes()).unwrap();
    let dossier = &firms[0].dossier;
    let question = question();
    let levels = Judge::new(&question).levels(&[dossier]).remove(0);
    let verdict = levels[1].verdict.as_ref().unwrap();
    let assessment = evaluate(RULEBOOK.pack("cn-specialized-sme-2026").unwrap(), dossier);
    assert_eq!((verdict.truth, verdict.pack.id()), (assessment.verdict(), "cn-specialized-sme-2026"));
    assert_eq!(verdict.truth, Truth::Unmet);
    assert_eq!(verdict.missing, assessment.missing());
    let unmet: Vec<&str> = verdict.unmet.iter().map(|criterion| criterion.id.as_str()).collect();
    assert!(unmet.iter().all(|id| {
        assessment.criteria().iter().any(|judged| judged.criterion.id == *id && judged.truth == Truth::Unmet)
    }));
    assert!(!unmet.is_empty());
}

/// What there is to compare of a firm's levels.
fn told(levels: &[Level<'_>]) -> Vec<impl PartialEq + std::fmt::Debug + use<>> {
    let told = |level: &Level<'_>| {
        let verdict = level.verdict.as_ref()?;
        let unmet: Vec<String> = verdict.unmet.iter().map(|criterion| criterion.id.clone()).collect();
        let nearest = verdict.nearest_words(Lang::Zh);
        Some((
            verdict.pack.id().to_owned(),
            verdict.truth,
            verdict.score,
            unmet,
            verdict.missing.clone(),
            nearest,
        ))
    };
    levels.iter().map(told).collect()
}

#[test]
fn many_firms_are_judged_as_each_alone() {
    let schemes: Vec<&str> = RULEBOOK.catalog().schemes.iter().map(|scheme| scheme.id.as_str()).collect();
    let question = Question::of_schemes(&RULEBOOK, &schemes, None);
    let mut dossiers = golden();
    // A day for most, so that plans are made, and days of their own for some, so that none are.
    for (index, dossier) in dossiers.iter_mut().enumerate().filter(|(index, _)| index % 5 > 0) {
        let kind = if index % 2 == 0 { ApplicationKind::First } else { ApplicationKind::Renewal };
        *dossier = dossier.clone().judged(Date::parse("2026-05-01").unwrap(), kind);
    }
    let together = Judge::new(&question).levels(&dossiers.iter().collect::<Vec<_>>());
    assert!(dossiers.len() > 100, "{}", dossiers.len());
    for (dossier, levels) in dossiers.iter().zip(together) {
        let alone = Judge::new(&question).levels(&[dossier]).remove(0);
        assert_eq!(told(&levels), told(&alone), "{}", dossier.to_json(RULEBOOK.terms()));
    }
}

/// The dossiers of the golden cases.
fn golden() -> Vec<Dossier> {
    let folders = std::fs::read_dir("../../tests/golden").unwrap().map(|folder| folder.unwrap().path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let dossier = |file: &std::path::PathBuf| {
        let case: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()?;
        Dossier::parse(&case["dossier"].to_string(), RULEBOOK.terms()).ok()
    };
    files.iter().filter_map(dossier).collect()
}

#[test]
fn the_workbook_has_a_row_a_firm_and_a_summary() {
    let mut book = workbook();
    let results = book.worksheet_range("结果").unwrap();
    let cell = |row, column| results.get_value((row, column)).map(Data::to_string).unwrap_or_default();
    assert_eq!(results.height(), 4);
    assert_eq!((cell(0, 0).as_str(), cell(1, 1).as_str()), ("位置", "=甲"));
    assert!(cell(0, 7).contains("专精特新中小企业：结论"), "{}", cell(0, 7));
    assert_eq!(cell(1, 7), "暂不符合条件");
    assert!(cell(2, 12).starts_with("B3：研发费用 2025 年“约”不是数字"), "{}", cell(2, 12));
    let summary = book.worksheet_range("汇总").unwrap();
    let lines: Vec<String> =
        summary.rows().map(|row| row.iter().map(Data::to_string).collect::<Vec<_>>().join("=")).collect();
    for line in ["企业=3", "其中有误、未判断=1", "暂不符合条件=1"] {
        assert!(lines.iter().any(|found| found == line), "{line} in {lines:?}");
    }
}

#[test]
fn headings_stay_in_sight_and_can_be_filtered() {
    let bytes = written(|out, question| Box::new(ResultWorkbook::new(out, question).unwrap()));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let xml = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(xml.contains("<autoFilter ref=\"A1:N4\"/>") && xml.contains("state=\"frozen\""), "{xml}");
}

#[test]
fn csv_has_the_same_cells_and_runs_no_formula() {
    let bytes = written(|out, question| Box::new(CsvResult::new(out, question).unwrap()));
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("\u{feff}位置,企业全称,"));
    assert!(lines[1].starts_with("A2,") || lines[1].starts_with("2,'=甲,"), "{}", lines[1]);
    assert_eq!(lines.len(), 4);
}

#[test]
fn json_has_one_object_a_firm() {
    let bytes = written(|out, _| Box::new(JsonLines::new(out)));
    let lines: Vec<serde_json::Value> =
        String::from_utf8(bytes).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["levels"][1]["pack"], "cn-specialized-sme-2026");
    assert_eq!(lines[0]["levels"][1]["verdict"], "unmet");
    assert_eq!(lines[1]["levels"], serde_json::json!([]));
    assert!(lines[1]["errors"][0].as_str().unwrap().starts_with("B3："));
}

#[test]
fn routes_are_told_of_firms_that_are_near() {
    let question = Question::of_pack(&RULEBOOK, RULEBOOK.pack("cn-specialized-sme-2022").unwrap());
    let case = std::fs::read_to_string("../../tests/golden/specialized-2022/Z22-07.json").unwrap();
    let mut case: serde_json::Value = serde_json::from_str(&case).unwrap();
    // Financing like the year before would do by itself.
    case["dossier"]["facts"]["paid_in_equity_financing"] = serde_json::json!({ "2022": "0", "2021": "0" });
    let dossier = Dossier::parse(&case["dossier"].to_string(), RULEBOOK.terms()).unwrap();
    let nearest = |question: &Question<'static>| {
        let firm = Firm {
            place: RowRef { sheet: None, row: 2 },
            name: String::new(),
            dossier: dossier.clone(),
            mistakes: Vec::new(),
        };
        let mut out = Vec::new();
        let mut writer = Box::new(CsvResult::new(&mut out, question).unwrap());
        writer.add(&JudgedFirm::all(vec![firm], &mut Judge::new(question))[0]).unwrap();
        writer.finish(&Reading::default()).unwrap();
        String::from_utf8(out).unwrap()
    };
    assert!(!nearest(&question).contains("最近的路径"));
    let question = question.with_routes(true);
    let told = nearest(&question);
    assert!(told.contains("最近的路径与差距") && told.contains("2024 年申报：2023 年"), "{told}");
    let told = nearest(&question.in_language(Lang::En));
    assert!(told.contains("nearest route and its gap") && told.contains("Application of 2024: "), "{told}");
}

#[test]
fn an_english_result_is_english_throughout() {
    let question = question().with_routes(true).in_language(Lang::En);
    let bytes = written_to(&question, |out, question| Box::new(CsvResult::new(out, question).unwrap()));
    let text = String::from_utf8(bytes).unwrap().replace(['甲', '乙', '丙', '约'], "");
    assert!(text.contains("Conditions not met yet"), "{text}");
    // Official names stand in brackets behind the English ones.
    let outside = |cell: &str| {
        cell.split('(')
            .map(|part| part.split_once(')').map_or(part, |(_, rest)| rest).to_owned())
            .collect::<String>()
    };
    let is_chinese = |cell: &&str| outside(cell).chars().any(|c| ('\u{3000}'..='龥').contains(&c));
    let chinese: Vec<&str> = text.split(',').filter(is_chinese).collect();
    assert_eq!(chinese, [""; 0]);
    let bytes = written_to(&question, |out, question| Box::new(ResultWorkbook::new(out, question).unwrap()));
    let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Results", "Summary"]);
}
