//! The reasons of a level: the first condition that is not met in full, the others that are not met as a line each, the
//! rest folded, each with a count.

use crate::{
    result::{chapter, criterion::Shown, fold::fold, purpose::Purpose, score, words},
    standing::State,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged};

/// What is folded, in the order of reading.
const FOLDED: [State; 3] = [State::Open, State::Review, State::Met];

/// A chapter of a pack: its name, its conditions, and whether these are vetoes.
type Chapter<'a> = (&'static str, &'a [Judged<'a>], bool);

/// Draws them.
pub fn view(store: &Store, assessment: &Assessment<'_, '_>, purpose: Purpose) -> Html {
    let lang = store.lang();
    let folded = FOLDED.into_iter().map(|state| match in_state(store, assessment, purpose, state) {
        (0, _) => Html::default(),
        (count, conditions) => fold(words::folded(state, count, lang), conditions),
    });
    html! {
        <>
            { in_state(store, assessment, purpose, State::Unmet).1 }
            { for folded }
            { declarations(store, assessment, purpose) }
            { sheet(store, assessment, purpose) }
        </>
    }
}

/// The conditions in a state, by chapter, and how many there are. Of those that are not met the first is shown in full.
fn in_state(store: &Store, assessment: &Assessment<'_, '_>, purpose: Purpose, state: State) -> (usize, Html) {
    let mut count = 0;
    let chapters = chapters(assessment, store.lang()).into_iter().map(|(name, judged, is_veto)| {
        let judged: Vec<_> = judged.iter().filter(|judged| State::of_judged(judged) == state).collect();
        let in_full = if state == State::Unmet { 1_usize.saturating_sub(count) } else { usize::MAX };
        count += judged.len();
        chapter::view(store, assessment, name, &judged, Shown { in_full, ..Shown::new(purpose, is_veto) })
    });
    let chapters: Html = chapters.collect();
    (count, chapters)
}

/// The chapters that the verdict rests on.
fn chapters<'a>(assessment: &'a Assessment<'_, '_>, lang: Lang) -> [Chapter<'a>; 4] {
    let routes = assessment.routes().map_or(&[][..], std::slice::from_ref);
    [
        (words::TITLES.get(lang), assessment.prerequisites(), false),
        (words::CONDITIONS.get(lang), assessment.gates(), false),
        (words::ROUTES.get(lang), routes, false),
        (words::VETOES.get(lang), assessment.vetoes(), true),
    ]
}

/// All chapters of a pack and its score sheet, as rules are read.
pub fn whole(store: &Store, assessment: &Assessment<'_, '_>) -> Html {
    let all = chapters(assessment, store.lang()).into_iter().map(|(name, judged, is_veto)| {
        let judged: Vec<_> = judged.iter().collect();
        chapter::view(store, assessment, name, &judged, Shown::new(Purpose::Rules, is_veto))
    });
    html! {
        <>
            { for all }
            { declared(store, assessment, Purpose::Rules) }
            { score::table(store, assessment, Purpose::Rules) }
        </>
    }
}

fn declarations(store: &Store, assessment: &Assessment<'_, '_>, purpose: Purpose) -> Html {
    match assessment.declarations().len() {
        0 => Html::default(),
        count => fold(words::declared(count, store.lang()), declared(store, assessment, purpose)),
    }
}

fn declared(store: &Store, assessment: &Assessment<'_, '_>, purpose: Purpose) -> Html {
    let name = words::DECLARATIONS.get(store.lang());
    let judged: Vec<_> = assessment.declarations().iter().collect();
    chapter::view(store, assessment, name, &judged, Shown::new(purpose, false))
}

fn sheet(store: &Store, assessment: &Assessment<'_, '_>, purpose: Purpose) -> Html {
    let Some(sheet) = assessment.sheet() else { return Html::default() };
    let title = words::sheet(&sheet.total().display(), store.lang());
    fold(title, score::table(store, assessment, purpose))
}
