//! What a reader should know besides the verdict: expectations that had an effect or none, answers that
//! contradict each other, and answers that are no longer asked for.

use crate::{
    base::{
        number::format_micros,
        text::Lang,
        truth::Truth,
        value::{Value, bit},
    },
    language::{
        assessment::Assessment,
        dossier::Dossier,
        scores::{Expectation, Points},
        terms::{FactIx, Term, Terms},
        words::Names,
    },
};
use std::collections::BTreeSet;

impl Assessment<'_, '_> {
    /// Notes for a reader, each a sentence: on expectations first, then on answers.
    pub fn notes(&self, lang: Lang) -> Vec<String> {
        let words = Names::new(self.pack().terms(), lang);
        let mut notes = Vec::new();
        self.expectation_notes(&words, &mut notes);
        self.contradiction_notes(&words, &mut notes);
        notes
    }

    fn expectation_notes(&self, words: &Names<'_>, notes: &mut Vec<String>) {
        let Some((verdict, points)) = self.without_expectations() else { return };
        let (used, refused) = self.expectation_ids();
        if !used.is_empty() {
            let used = used.join(words.pick("、", ", "));
            let plain = plain_verdict(verdict, points, words);
            notes.push(words.either(
                || format!("含顾问预估（{used}）：属自述，不是专家评分。不计预估：{plain}。"),
                || format!("With an adviser’s expectations ({used}): self-declared, not the experts’ points. Without them: {plain}."),
            ));
        }
        if !refused.is_empty() {
            let refused = refused.join(words.pick("、", ", "));
            notes.push(words.either(
                || format!("{refused} 的顾问预估不在所在档位的分数区间内，或不是整数，没有采用。"),
                || format!("The expectations for {refused} lie outside their bands or are not whole, and were not used."),
            ));
        }
    }

    /// Ids of the indicators whose expectation is used, and of those whose is not.
    fn expectation_ids(&self) -> (Vec<&str>, Vec<&str>) {
        let (mut used, mut refused) = (Vec::new(), Vec::new());
        for result in self.sheet().into_iter().flat_map(|sheet| sheet.indicators()) {
            match result.expectation {
                Some(Expectation::Used(_)) => used.push(result.indicator.id.as_str()),
                Some(Expectation::Refused(_)) => refused.push(result.indicator.id.as_str()),
                None => {}
            }
        }
        (used, refused)
    }

    fn contradiction_notes(&self, words: &Names<'_>, notes: &mut Vec<String>) {
        let read: BTreeSet<FactIx> = self.facts_read().into_iter().map(|found| found.fact).collect();
        for fact in read {
            let Some(term) = self.pack().terms().term(fact) else { continue };
            let given = self.dossier().get(fact);
            let derived = self.dossier().derived(self.pack().terms(), fact);
            if let (Some(given), Some(derived)) = (given, derived)
                && given != derived
            {
                let (name, own) = (words.term(fact), shown(given, fact, term, words));
                let other = shown(derived, fact, term, words);
                notes.push(words.either(
                    || format!("“{name}”填的是 {own}，从别的数据项推出的是 {other}：以填报的为准，请核对。"),
                    || format!("“{name}” is given as {own}, but follows as {other} from other answers: the one given counts; please check."),
                ));
            }
        }
    }
}

impl Dossier {
    /// What became of the facts it gives that are no longer asked for, each a sentence; of use once a dossier.
    pub fn retired_notes(&self, terms: &Terms, lang: Lang) -> Vec<String> {
        let given = terms.facts().filter(|(fact, _)| self.get(*fact).is_some());
        let retired = given.filter_map(|(_, term)| Some((term.term().get(lang), term.retired()?.get(lang))));
        retired
            .map(|(name, text)| match lang {
                Lang::Zh => format!("“{name}”：{text}"),
                Lang::En => format!("“{name}”: {text}"),
            })
            .collect()
    }
}

fn plain_verdict(verdict: Truth, points: Points, words: &Names<'_>) -> String {
    let verdict = match verdict {
        Truth::Met => words.pick("符合条件", "conditions met"),
        Truth::Unmet => words.pick("暂不符合条件", "conditions not met yet"),
        Truth::Undetermined => words.pick("尚不能判断", "cannot be determined yet"),
    };
    format!("{verdict}{}{}", words.pick("，", ", "), words.points(&points.display()))
}

fn shown(value: &Value, fact: FactIx, term: &Term, words: &Names<'_>) -> String {
    match value {
        Value::Number(micros) => term.figure(&format_micros(i128::from(*micros)), words.lang),
        Value::Choice(index) => words.choice_names(fact, bit(*index)),
        other => other.plain().unwrap_or_default(),
    }
}
