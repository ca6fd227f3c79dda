//! Proposed answers to tick, and the button that fills them in.

use crate::{
    action::Action,
    model::Sweep,
    proposals::{row::Row, words},
    store::Store,
    words::Lang,
};
use std::{collections::BTreeSet, rc::Rc};
use yew::prelude::*;

/// Properties of the choice.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceProps {
    /// The state.
    pub store: Store,
    /// What is proposed.
    pub rows: Rc<Vec<Row>>,
    /// What is done once the chosen were filled in.
    pub leave: Callback<()>,
}

/// Draws them. What is blank and certain is ticked; of two proposals for one answer at most one is.
#[component]
pub fn Choice(ChoiceProps { store, rows, leave }: &ChoiceProps) -> Html {
    let lang = store.lang();
    let chosen = use_state(|| plain(rows));
    let (store, taken, picked, leave) = (store.clone(), Rc::clone(rows), chosen.clone(), leave.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let answers: Vec<_> = picked
            .iter()
            .filter_map(|at| taken.get(*at))
            .map(|row| (row.key.clone(), row.proposed.clone()))
            .collect();
        let how = Sweep::Taken(answers.len());
        store.send(Action::Sweep { answers, how });
        leave.emit(());
    });
    let count = chosen.len();
    html! {
        <>
            <p>{ words::PLEASE_CHECK_EACH_ONE.get(lang) }</p>
            <fieldset>
                <legend>{ words::PROPOSED_ANSWERS.get(lang) }</legend>
                <div class="answers stacked">{ for (0..rows.len()).map(|at| line(rows, at, &chosen, lang)) }</div>
            </fieldset>
            <p class="actions">
                <button type="button" class="button" disabled={count == 0} {onclick}>
                    { words::fill_in_the_chosen(lang, count) }
                </button>
            </p>
        </>
    }
}

/// Positions of the rows that are ticked from the start.
fn plain(rows: &[Row]) -> BTreeSet<usize> {
    let is_only = |row: &Row| rows.iter().filter(|other| other.key == row.key).count() == 1;
    let rows = rows.iter().enumerate();
    rows.filter(|(_, row)| row.is_plain() && is_only(row)).map(|(at, _)| at).collect()
}

/// With a row ticked, or no longer; other proposals for the same answer give way.
fn toggled(rows: &[Row], chosen: &BTreeSet<usize>, at: usize) -> BTreeSet<usize> {
    let mut next = chosen.clone();
    if !next.remove(&at) {
        let key = |at: &usize| rows.get(*at).map(|row| row.key.as_str());
        next.retain(|other| key(other) != key(&at));
        next.insert(at);
    }
    next
}

fn line(rows: &Rc<Vec<Row>>, at: usize, chosen: &UseStateHandle<BTreeSet<usize>>, lang: Lang) -> Html {
    let Some(row) = rows.get(at) else { return Html::default() };
    let checked = chosen.contains(&at);
    let (all, set) = (Rc::clone(rows), chosen.clone());
    let onchange = Callback::from(move |_: Event| set.set(toggled(&all, &set, at)));
    html! {
        <label class="answer">
            <input type="checkbox" {checked} {onchange} />
            <span>
                { &row.name }{ words::COLON.get(lang) }<b>{ &row.proposed_words }</b>
                <small>{ words::NOW.get(lang) }{ &row.present_words }</small>
                if !row.origin.is_empty() { <small>{ &row.origin }</small> }
                { for row.question.iter().map(|question| html! {
                    <small class="doubt">{ words::TO_BE_SETTLED.get(lang) }{ question }</small>
                }) }
            </span>
        </label>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{plain, toggled};
    use crate::{
        model::{Model, Storage, Stored},
        proposals::row::Row,
        testing::{day, rules},
    };

    fn rows(proposed: &[(&str, &str, bool)]) -> Vec<Row> {
        let model = Model::new(rules(), day("2026-11-22"), Storage::Browser, Stored::default());
        let row = |(key, text, asks): &(&str, &str, bool)| {
            let row = Row::of(key, text, &model).expect("a question of the form");
            row.from(String::new(), asks.then(|| "?".to_owned()))
        };
        proposed.iter().map(row).collect()
    }

    #[test]
    fn only_what_is_certain_is_ticked_and_one_answer_is_taken_once() {
        let rows = rows(&[
            ("net_profit@2025", "1", false),
            ("rd_expense@2025", "2", true),
            ("total_assets@2025", "3", false),
            ("total_assets@2025", "4", false),
        ]);
        let first = plain(&rows);
        assert_eq!(first.iter().copied().collect::<Vec<_>>(), [0]);
        let chosen = [2, 3, 1].into_iter().fold(first, |chosen, at| toggled(&rows, &chosen, at));
        assert_eq!(chosen.iter().copied().collect::<Vec<_>>(), [0, 1, 3]);
        assert_eq!(toggled(&rows, &chosen, 3).len(), 2);
    }
}
