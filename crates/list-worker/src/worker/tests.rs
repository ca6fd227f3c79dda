use super::{Answer, Ask, Worker};
use calamine::{Data, Reader, Xlsx};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{collections::BTreeMap, io::Cursor};
use zjtx_evaluator::{Rulebook, Text};
use zjtx_wire::lists::Figure;

/// A list, and what page and worker say to each other about it; the page's tests hear the same answers.
const EXCHANGE: &str = include_str!("../../../wire/tests/list-messages.json");

#[derive(Deserialize)]
struct Exchange {
    file: String,
    exchange: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    ask: Value,
}

fn rulebook() -> Rulebook {
    Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check")
}

fn worker(rulebook: &Rulebook) -> Worker<'_> {
    Worker::new(rulebook, zjtx_rules::BUNDLE.to_owned())
}

#[test]
fn every_ask_gets_its_answer() {
    let rulebook = rulebook();
    let mut whole: Value = serde_json::from_str(EXCHANGE).expect("JSON");
    let Exchange { file, exchange } = serde_json::from_str(EXCHANGE).expect("an exchange");
    let mut worker = worker(&rulebook);
    let answered = exchange.iter().map(|Message { ask, .. }| {
        let file = Some(file.clone().into_bytes());
        let (answer, bytes) = worker.answer(&ask.to_string(), file, |_, _| {});
        let with_file =
            matches!(answer, Answer::Template | Answer::Result | Answer::Compared(_) | Answer::Simulated);
        assert_eq!(bytes.is_some_and(|bytes| !bytes.is_empty()), with_file, "{ask}");
        let text = serde_json::to_string(&answer).expect("JSON");
        assert_eq!(serde_json::from_str::<Answer>(&text).expect("what the page reads"), answer);
        json!({ "ask": ask, "answer": serde_json::from_str::<Value>(&text).expect("JSON") })
    });
    whole["exchange"] = answered.collect();
    let expected: Value = serde_json::from_str(EXCHANGE).expect("JSON");
    assert!(whole == expected, "the worker says:\n{}", serde_json::to_string_pretty(&whole).expect("JSON"));
}

#[test]
fn a_trial_judges_the_firms_of_a_pack_and_is_refused_with_a_sentence() {
    let (rulebook, rows) = (rulebook(), "甲公司,天河区,1\n乙公司,白云区,9\n丙公司,白云区,5\n");
    let mut worker = worker(&rulebook);
    let file = format!("企业名称,所在区,从事特定细分市场年限\n{rows}").into_bytes();
    let settings =
        json!({ "as_of": "2026-05-01", "kind": "first", "schemes": ["specialized_sme"], "routes": false });
    let mut ask = |ask: Value, file: Option<&[u8]>| {
        let (answer, bytes) = worker.answer(&ask.to_string(), file.map(<[u8]>::to_vec), |_, _| {});
        let text = serde_json::to_string(&answer).expect("JSON");
        assert_eq!(serde_json::from_str::<Answer>(&text).expect("what the page reads"), answer);
        (answer, bytes)
    };
    let (Answer::Read(summary), _) = ask(json!({ "read": settings }), Some(&file)) else { panic!("a list") };
    let (pack, firms) = &summary.standards[0];
    assert_eq!(*firms, 3);
    let (Answer::Trial(Some(trial)), _) = ask(json!({ "trial": pack }), None) else { panic!("a trial") };
    let years = |figure: &Figure<Text>| figure.words.zh.contains("细分市场") && figure.text.contains("年");
    let at = trial.figures.iter().position(years).expect("a bound of the years");
    let (figure, low) = (&trial.figures[at], json!([{ "figure": at, "text": "1年" }]));
    assert!(figure.values.contains(&figure.text), "{figure:?}");
    let (Answer::Tried(tried), _) = ask(json!({ "try": low }), None) else { panic!("firms") };
    assert_eq!(tried.moves.iter().map(|(.., firms)| firms).sum::<u64>(), 3);
    let areas: Vec<_> =
        tried.areas.iter().map(|(code, now, then)| (*code, now.iter().sum(), then.iter().sum())).collect();
    assert_eq!(areas, [(440_106, 1_usize, 1_usize), (440_111, 2, 2)]);
    let (before, after, crossing) =
        tried.moves.iter().find(|(before, after, _)| before != after).expect("a firm");
    let filter = json!({ "name": "", "level": 0, "moved": [before, after] });
    assert_eq!(
        ask(json!({ "filter": filter }), None).0,
        Answer::Filtered(usize::try_from(*crossing).expect("few"))
    );
    let curve = json!({ "figure": at, "values": ["1年", "四年", figure.text], "moves": [] });
    let (Answer::Curve(points), _) = ask(json!({ "curve": curve }), None) else { panic!("a curve") };
    assert!(matches!(points[..], [Some(low), None, Some(now)] if low != now), "{points:?}");
    let wrong = json!([{ "figure": at, "text": "3%" }]);
    let (Answer::Refused(reason), _) = ask(json!({ "try": wrong }), None) else { panic!("a refusal") };
    assert!(
        reason.zh.starts_with("这样改动，规则通不过检查：") && reason.en.ends_with("compared with"),
        "{reason:?}"
    );
    let (answer, workbook) = ask(json!({ "simulate": { "moves": low, "lang": "zh" } }), None);
    assert_eq!(answer, Answer::Simulated);
    let curve = curve_of(workbook.expect("a workbook"));
    let now = curve.iter().find(|row| row.first() == Some(&figure.text)).expect("the figure in force");
    assert_eq!(now[1..], points[2].map(|counts| counts.map(|firms| firms.to_string())).expect("counts"));
    assert_eq!(curve.iter().filter(|row| figure.values.contains(&row[0])).count(), figure.values.len());
    let (answer, workbook) = ask(json!({ "simulate": { "moves": wrong, "lang": "en" } }), None);
    assert_eq!((answer, workbook), (Answer::Failed(reason), None));
}

/// The sheet of curves in a workbook.
fn curve_of(workbook: Vec<u8>) -> Vec<Vec<String>> {
    let mut sheets = sheets_of(workbook);
    sheets.remove("曲线").expect("a sheet of curves")
}

/// The sheets of a workbook by their names.
fn sheets_of(workbook: Vec<u8>) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(workbook)).expect("a workbook");
    let rows = |row: &[Data]| row.iter().map(Data::to_string).collect();
    book.worksheets().into_iter().map(|(name, sheet)| (name, sheet.rows().map(rows).collect())).collect()
}

#[test]
fn every_saved_workbook_names_the_office() {
    const OFFICE: &str = "主办单位：某市工业和信息化局，电话 000-0000";
    let (rulebook, file) = (rulebook(), "企业名称,从事特定细分市场年限\n甲公司,1\n".as_bytes());
    let mut worker = worker(&rulebook);
    let settings = json!({
        "as_of": "2026-05-01", "kind": "first", "schemes": ["specialized_sme"], "routes": false, "office": OFFICE,
    });
    let mut ask = |ask: Value| worker.answer(&ask.to_string(), Some(file.to_vec()), |_, _| {});
    let (Answer::Read(summary), _) = ask(json!({ "read": settings })) else { panic!("a list") };
    let against = json!({ "as_of": "2024-05-01", "kind": "first" });
    let files = [
        json!({ "result": { "as_csv": false, "lang": "zh" } }),
        json!({ "compare": { "against": against, "lang": "zh" } }),
        json!({ "simulate": { "moves": [], "lang": "zh" } }),
    ];
    for asked in files {
        ask(json!({ "trial": summary.standards[0].0 }));
        let (_, workbook) = ask(asked.clone());
        let sheets = sheets_of(workbook.expect("a workbook"));
        assert!(sheets.values().flatten().flatten().any(|cell| cell == OFFICE), "{asked}: {sheets:?}");
    }
}

#[test]
fn an_ask_of_another_build_is_told() {
    let rulebook = rulebook();
    for ask in ["", "{}", "\"open\"", r#"{"filter":{"nom":"甲"}}"#, r#"{"firm":-1}"#] {
        let (answer, _) = worker(&rulebook).answer(ask, None, |_, _| {});
        assert_eq!(answer, Answer::NotUnderstood, "{ask}");
    }
}

/// The site may have been renewed between the compact rules and their documents.
#[test]
fn documents_of_other_rules_make_no_trial() {
    let rulebook = rulebook();
    let mut documents: Value = serde_json::from_str(zjtx_rules::BUNDLE).expect("JSON");
    for pack in documents["packs"].as_array_mut().expect("packs") {
        pack["revision"] = json!("99");
    }
    let mut worker = Worker::new(&rulebook, documents.to_string());
    let (answer, _) = worker.answer(r#"{"trial":"cn-specialized-sme-2026"}"#, None, |_, _| {});
    assert_eq!(answer, Answer::NotUnderstood);
}

#[test]
fn an_unusable_file_is_told_in_both_languages() {
    let rulebook = rulebook();
    let settings = json!({ "as_of": "2026-05-01", "kind": "first", "schemes": [], "routes": false });
    let ask: Ask = serde_json::from_value(json!({ "read": settings })).expect("an ask");
    let old = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let ask = serde_json::to_string(&ask).expect("JSON");
    let (answer, _) = worker(&rulebook).answer(&ask, Some(old), |_, _| {});
    let Answer::Failed(reason) = answer else { panic!("{answer:?}") };
    assert!(reason.zh.contains(".xls") && reason.en.contains(".xls"), "{reason:?}");
}
