//! A result as plain text, for a message or a memo.

use crate::{
    draft::Draft,
    standing::State,
    store::Store,
    words::{self, Lang},
};
use zjtx_evaluator::{Assessment, Judged, Truth};

/// Verdicts and conditions, one line each.
pub fn text(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> String {
    let (rules, lang) = (&store.model().rules, store.lang());
    let mut lines = vec![draft.firm().to_owned()];
    for assessment in assessments {
        let pack = assessment.pack();
        let verdict = words::verdict(assessment.verdict(), lang);
        lines.push(format!("{}: {verdict}", rules.scheme_title(pack.scheme(), lang)));
        lines.push(format!("{} · {} · {}", pack.id(), pack.revision(), draft.scope.as_of));
        lines.extend(assessment.top_level().map(|judged| condition(assessment, judged, lang)));
        lines.push(String::new());
    }
    lines.push(words::warning(lang).to_owned());
    lines.join("\n").trim_start().to_owned()
}

fn condition(assessment: &Assessment<'_, '_>, judged: &Judged<'_>, lang: Lang) -> String {
    let reasons = assessment.explain(judged, lang);
    let reason = reasons.iter().find(|line| !line.is_heading() && line.truth == judged.truth);
    let figures = reason.map(|line| [&line.requirement, &line.own, &line.margin]);
    let figures: Vec<&str> = figures.into_iter().flatten().flatten().map(String::as_str).collect();
    let figures = if judged.truth == Truth::Met { String::new() } else { figures.join(" · ") };
    format!("{} {} {figures}", sign(State::of_judged(judged)), judged.criterion.title.get(lang))
        .trim_end()
        .to_owned()
}

const fn sign(state: State) -> &'static str {
    match state {
        State::Met => "✓",
        State::Unmet => "✕",
        State::Open => "?",
        State::Review => "!",
    }
}
