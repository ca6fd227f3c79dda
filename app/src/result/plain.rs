//! A result as plain text, for a message or a memo.

use crate::{draft::Draft, result::words, standing::State, store::Store, words::Lang};
use zjtx_evaluator::{Assessment, Judged, Truth};

/// Verdicts and conditions, one line each.
pub fn text(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> String {
    let (rules, lang) = (&store.model().rules, store.lang());
    let mut lines = vec![draft.firm().to_owned()];
    for assessment in assessments {
        let pack = assessment.pack();
        let verdict = words::verdict(assessment.verdict(), lang);
        lines.push(format!("{}: {verdict}", rules.scheme_title(pack.scheme(), lang)));
        let numbers: Vec<&str> = pack.sources().iter().map(|source| rules.number_of(source)).collect();
        lines.push(format!("{} · {}", numbers.join(words::LIST_COMMA.get(lang)), draft.scope.as_of));
        let vetoes: Vec<&str> = assessment.vetoes().iter().map(|veto| veto.criterion.id.as_str()).collect();
        lines.extend(assessment.top_level().map(|judged| {
            let is_veto = vetoes.contains(&judged.criterion.id.as_str());
            condition(assessment, judged, is_veto, lang)
        }));
        lines.push(String::new());
    }
    lines.push(words::warning(lang).to_owned());
    lines.join("\n").trim_start().to_owned()
}

fn condition(assessment: &Assessment<'_, '_>, judged: &Judged<'_>, is_veto: bool, lang: Lang) -> String {
    let title = judged.criterion.title.get(lang);
    let title = if is_veto { words::not_the_case(title, lang) } else { title.to_owned() };
    let reasons = assessment.explain(judged, lang);
    let reason = reasons.iter().find(|line| !line.is_heading() && line.truth == judged.truth);
    let figures = reason.map(|line| [&line.requirement, &line.own, &line.margin]);
    let figures: Vec<&str> = figures.into_iter().flatten().flatten().map(String::as_str).collect();
    let figures = if judged.truth == Truth::Met { String::new() } else { figures.join(" · ") };
    format!("{} {title} {figures}", sign(State::of_judged(judged))).trim_end().to_owned()
}

const fn sign(state: State) -> &'static str {
    match state {
        State::Met => "✓",
        State::Unmet => "✕",
        State::Open => "?",
        State::Review => "!",
    }
}
