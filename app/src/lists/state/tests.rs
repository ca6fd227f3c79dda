use super::{Busy, Phase, Say, State, WINDOW, seconds_left};
use crate::lists::messages::Answer;
use serde::Deserialize;
use zjtx_evaluator::Text;

/// What the worker really answers; its own tests hold it to the same file.
const EXCHANGE: &str = include_str!("../../../../crates/wire/tests/list-messages.json");

#[derive(Deserialize)]
struct Exchange {
    exchange: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    answer: Answer,
}

/// The worker's answers in their order, after a file was chosen.
fn answers() -> Vec<Answer> {
    let exchange: Exchange = serde_json::from_str(EXCHANGE).expect("messages of this build");
    exchange.exchange.into_iter().map(|message| message.answer).collect()
}

fn reason() -> Text {
    Text { zh: "旧版".to_owned(), en: "old".to_owned() }
}

fn judged(shown: usize) -> State {
    let mut state = State::default();
    state.begin("list.csv".to_owned());
    let read = answers().into_iter().find(|answer| matches!(answer, Answer::Read(_)));
    assert_eq!(state.hear(read.expect("a summary"), Vec::new()), Some(Say::Filter));
    assert_eq!(state.hear(Answer::Filtered(shown), Vec::new()), Some(Say::Lines(0)));
    state
}

#[test]
fn what_the_worker_says_is_shown() {
    let mut state = State::default();
    state.begin("list.csv".to_owned());
    let followed: Vec<Option<Say>> =
        answers().into_iter().map(|answer| state.hear(answer, vec![1])).collect();
    let Phase::Judged(summary) = &state.phase else { panic!("it was judged") };
    assert_eq!((summary.firms, summary.mistaken), (3, 1));
    assert_eq!(summary.districts.get(&440_106), Some(&2));
    assert_eq!((state.shown, state.lines.len()), (3, 3));
    assert_eq!(state.lines[0].name, "甲公司");
    let (index, firm) = state.firm.as_ref().expect("a firm");
    assert_eq!((*index, firm.name.as_str()), (1, "乙公司"));
    let opened = followed.iter().flatten().find_map(|say| match say {
        Say::Open(dossier) => Some(dossier.contains("甲公司")),
        _ => None,
    });
    assert_eq!(opened, Some(true));
    assert!(followed.contains(&Some(Say::SaveResult(vec![1]))));
    assert!(followed.contains(&Some(Say::SaveComparison(vec![1]))));
    let compared = state.compared.as_ref().expect("a comparison");
    let firms: u64 = compared[0].moves.iter().map(|(_, _, firms)| firms).sum();
    assert_eq!(firms, 2, "every judged firm stands in one cell");
}

#[test]
fn only_lines_that_are_not_at_hand_are_asked_for() {
    let mut state = judged(300);
    assert_eq!(state.wanted(0, 15), None);
    assert_eq!(state.wanted(WINDOW - 15, 15), None);
    assert_eq!(state.wanted(WINDOW - 14, 15), Some(10));
    assert_eq!(state.wanted(WINDOW - 14, 15), None, "they are asked for already");
    assert_eq!(state.wanted(299, 15), Some(280));
    assert_eq!(state.wanted(0, 15), Some(0));
}

#[test]
fn what_fails_is_told_where_it_failed() {
    for answer in [Answer::Failed(reason()), Answer::NotUnderstood, Answer::Unreadable, Answer::TooLarge] {
        let mut state = State::default();
        state.begin("list.xls".to_owned());
        state.hear(answer.clone(), Vec::new());
        assert!(matches!(&state.phase, Phase::Refused(reason) if !reason.zh.is_empty()), "{answer:?}");
        let mut state = judged(3);
        state.busy = Some(Busy::default());
        state.hear(Answer::Progress { done: 1, all: 2, taken: 9.0 }, Vec::new());
        assert_eq!(state.busy, Some(Busy(1.0, 2.0)));
        state.hear(answer, Vec::new());
        assert!(matches!(state.phase, Phase::Judged(_)) && state.busy.is_none());
        assert!(state.trouble.is_some());
    }
}

#[test]
fn progress_is_told_while_a_list_is_read() {
    let mut state = State::default();
    state.begin("list.csv".to_owned());
    state.hear(Answer::Progress { done: 128, all: 300, taken: 40.0 }, Vec::new());
    assert_eq!(state.phase, Phase::Reading(128.0, 300.0, 40.0));
}

#[test]
fn time_left_follows_the_pace() {
    assert_eq!(seconds_left(100.0, 300.0, 2_000.0), Some(4.0));
    assert_eq!(seconds_left(100.0, 300.0, 900.0), None);
    assert_eq!(seconds_left(100.0, 0.0, 2_000.0), None);
}
