//! Section 11: the facts that could still change the verdict.

use crate::criteria::{Case, Criterion};
use crate::json::{field, items, single, text};
use crate::logic::Truth;
use crate::reads::Reading;
use num_rational::BigRational;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What a walk came upon.
#[derive(Debug, Default)]
struct Found {
    facts: BTreeSet<String>,
    score: bool,
}

impl Case<'_> {
    /// The decisive facts, the most decisive first.
    pub(crate) fn missing(&self) -> Result<Vec<String>, String> {
        let mut walks = Vec::new();
        for criterion in self.counted() {
            let mut found = Found::default();
            self.walk_criterion(criterion, &mut found)?;
            walks.push(found);
        }
        let scored = walks.iter().any(|found| found.score);
        let open = if scored { self.widths()? } else { Vec::new() };
        let facts: BTreeSet<&String> =
            walks.iter().flat_map(|found| &found.facts).filter(|fact| !self.dossier.retired(fact)).collect();
        let mut ranked = Vec::new();
        for fact in facts {
            let criteria = walks.iter().filter(|found| found.facts.contains(fact)).count();
            let read_in = open.iter().filter(|(absent, _)| absent.contains(fact));
            let width = read_in.map(|(_, width)| width).sum::<BigRational>();
            let place = self.dossier.place(fact);
            ranked.push((Reverse(criteria), Reverse(width), place, fact.clone()));
        }
        ranked.sort();
        Ok(ranked.into_iter().map(|(.., fact)| fact).collect())
    }

    fn walk_criterion(&self, criterion: Criterion<'_>, found: &mut Found) -> Result<(), String> {
        if self.criterion_truth(criterion)? != Truth::Undetermined {
            return Ok(());
        }
        match criterion.test(self.dossier.kind) {
            Some(test) => self.walk(test, 0, found),
            None => criterion.children().try_for_each(|child| self.walk_criterion(child, found)),
        }
    }

    fn walk(&self, node: &Value, back: i64, found: &mut Found) -> Result<(), String> {
        if self.truth(node, back)? != Truth::Undetermined {
            return Ok(());
        }
        let (kind, body) = single(node)?;
        match kind {
            "compare" => {
                let read = self.quantity_reads(field(body, "quantity")?, back)?;
                found.facts.extend(self.absent(read)?);
            }
            "holds" | "title" => found.facts.extend(body.as_str().map(str::to_owned)),
            "one_of" | "includes_any" | "rank_within" => {
                found.facts.insert(text(body, "fact")?.to_owned());
            }
            "review" => {
                found.facts.insert(text(body, "confirmed_by")?.to_owned());
            }
            "size_class" => found.facts.extend(self.candidates(back)?.absent),
            "score" => {
                found.score = true;
                for indicator in self.open_indicators(back)? {
                    found.facts.extend(self.open_facts(indicator, back)?);
                }
            }
            "ambiguous" if self.readings_disagree(body, back)? => {}
            _ => {
                if kind == "threshold_by" {
                    found.facts.extend(self.absent(self.selector_reads(body, back)?)?);
                }
                for (part, back) in self.parts(kind, body, back)? {
                    self.walk(part, back, found)?;
                }
            }
        }
        Ok(())
    }

    /// Whether one reading is met and another unmet, so that no answer helps.
    fn readings_disagree(&self, body: &Value, back: i64) -> Result<bool, String> {
        let readings = items(body, "readings").iter();
        let truth =
            |reading: &Value| reading.get("test").map_or(Ok(Truth::Met), |test| self.truth(test, back));
        let truths = readings.map(truth).collect::<Result<Vec<_>, _>>()?;
        Ok(truths.contains(&Truth::Met) && truths.contains(&Truth::Unmet))
    }

    fn open_indicators(&self, back: i64) -> Result<Vec<&Value>, String> {
        let groups = items(&self.pack["score_sheet"], "groups").iter();
        let mut open = Vec::new();
        for indicator in groups.flat_map(|group| items(group, "indicators")) {
            let interval = self.indicator(indicator, back)?;
            if interval.min < interval.max {
                open.push(indicator);
            }
        }
        Ok(open)
    }

    /// Of every open indicator, the facts that stand unknown in it and its width.
    fn widths(&self) -> Result<Vec<(Vec<String>, BigRational)>, String> {
        let mut widths = Vec::new();
        for indicator in self.open_indicators(0)? {
            let absent = self.open_facts(indicator, 0)?;
            let interval = self.indicator(indicator, 0)?;
            widths.push((absent, interval.max - interval.min));
        }
        Ok(widths)
    }

    /// What could close an open indicator: its absent facts, or else an expectation that is not given.
    fn open_facts(&self, indicator: &Value, back: i64) -> Result<Vec<String>, String> {
        let absent = self.absent(self.rule_reads(field(indicator, "rule")?, back)?)?;
        match indicator.get("expected").and_then(Value::as_str) {
            Some(fact) if absent.is_empty() => self.absent(vec![(fact, 0)]),
            _ => Ok(absent),
        }
    }

    fn absent(&self, read: Vec<Reading<'_>>) -> Result<Vec<String>, String> {
        let mut absent = Vec::new();
        for (fact, back) in read {
            if self.dossier.answer(fact, back)?.is_none() {
                absent.push(fact.to_owned());
            }
        }
        Ok(absent)
    }
}
