use super::{Answer, Ask, Worker};
use serde::Deserialize;
use serde_json::{Value, json};
use zjtx_evaluator::Rulebook;

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

#[test]
fn every_ask_gets_its_answer() {
    let rulebook = rulebook();
    let mut whole: Value = serde_json::from_str(EXCHANGE).expect("JSON");
    let Exchange { file, exchange } = serde_json::from_str(EXCHANGE).expect("an exchange");
    let mut worker = Worker::new(&rulebook);
    let answered = exchange.iter().map(|Message { ask, .. }| {
        let file = Some(file.clone().into_bytes());
        let (answer, bytes) = worker.answer(&ask.to_string(), file, |_, _| {});
        let with_file = matches!(answer, Answer::Template | Answer::Result | Answer::Compared(_));
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
fn an_ask_of_another_build_is_told() {
    let rulebook = rulebook();
    for ask in ["", "{}", "\"open\"", r#"{"filter":{"nom":"甲"}}"#, r#"{"firm":-1}"#] {
        let (answer, _) = Worker::new(&rulebook).answer(ask, None, |_, _| {});
        assert_eq!(answer, Answer::NotUnderstood, "{ask}");
    }
}

#[test]
fn an_unusable_file_is_told_in_both_languages() {
    let rulebook = rulebook();
    let settings = json!({ "as_of": "2026-05-01", "kind": "first", "schemes": [], "routes": false });
    let ask: Ask = serde_json::from_value(json!({ "read": settings })).expect("an ask");
    let old = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let ask = serde_json::to_string(&ask).expect("JSON");
    let (answer, _) = Worker::new(&rulebook).answer(&ask, Some(old), |_, _| {});
    let Answer::Failed(reason) = answer else { panic!("{answer:?}") };
    assert!(reason.zh.contains(".xls") && reason.en.contains(".xls"), "{reason:?}");
}
