//! A past test 「自测结果」: what was filled in and what came out, with the pack and revision that judged
//! it. A record never changes: an edited one is a new one.

use crate::{draft::Draft, records::words, rulebook::Rules, standing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use zjtx_evaluator::{Assessment, Lang, Truth};

/// Format version of stored records.
const SCHEMA: u8 = 1;

/// One past test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    schema: u8,
    /// Id; no two records share one, on whatever device they were kept.
    pub id: String,
    /// Day and minute at which it was kept, for people.
    pub kept_at: String,
    /// What was filled in.
    pub draft: Draft,
    /// What came out, one for each level.
    pub results: Vec<LevelResult>,
}

/// What came out for one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelResult {
    /// Scheme id.
    pub scheme: String,
    /// Pack that judged it.
    pub pack: String,
    /// Revision of that pack.
    pub revision: String,
    /// `met`, `unmet` or `undetermined`.
    pub verdict: String,
    /// Points, where the pack gives any. The first records did not keep them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<String>,
    /// Truth of each condition by its id. The first records did not keep them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub conditions: BTreeMap<String, String>,
}

impl Record {
    /// Judges a draft and makes a record of it.
    pub fn of(draft: &Draft, id: String, kept_at: String, rules: &Rules) -> Self {
        let dossier = draft.dossier(rules.terms());
        let assessments = standing::assess(&draft.scope, rules, &dossier);
        let results = assessments.iter().map(LevelResult::of).collect();
        Self { schema: SCHEMA, id, kept_at, draft: draft.clone(), results }
    }

    /// Reads a stored record; `None` when it is not one of this format.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|record: &Self| record.schema == SCHEMA)
    }

    /// The record as it is stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// 「企业全称」, or that there is none.
    pub fn firm(&self, lang: Lang) -> &str {
        named(self.draft.firm(), lang)
    }

    /// What came out for a scheme.
    pub fn result(&self, scheme: &str) -> Option<&LevelResult> {
        self.results.iter().find(|result| result.scheme == scheme)
    }
}

impl LevelResult {
    /// What came out of an assessment.
    pub fn of(assessment: &Assessment<'_, '_>) -> Self {
        let pack = assessment.pack();
        let criteria = assessment.criteria().into_iter();
        Self {
            scheme: pack.scheme().to_owned(),
            pack: pack.id().to_owned(),
            revision: pack.revision().to_owned(),
            verdict: assessment.verdict().id().to_owned(),
            score: assessment.sheet().map(|sheet| sheet.total().display()),
            conditions: criteria
                .map(|judged| (judged.criterion.id.clone(), judged.truth.id().to_owned()))
                .collect(),
        }
    }

    /// The verdict.
    pub fn truth(&self) -> Truth {
        truth_of(&self.verdict)
    }

    /// Whether the rulebook still has the pack in the revision that judged it.
    pub fn is_current(&self, rules: &Rules) -> bool {
        rules.pack(&self.pack).is_some_and(|pack| pack.revision() == self.revision)
    }
}

/// A name, or that there is none.
pub const fn named(name: &str, lang: Lang) -> &str {
    if name.is_empty() { words::NO_NAME_GIVEN.get(lang) } else { name }
}

/// The truth of an id; what is no id says nothing.
pub fn truth_of(id: &str) -> Truth {
    let settled = [Truth::Met, Truth::Unmet];
    settled.into_iter().find(|truth| truth.id() == id).unwrap_or(Truth::Undetermined)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Record;
    use crate::testing::{draft, rules};
    use zjtx_evaluator::Truth;

    #[test]
    fn a_record_keeps_the_verdicts_and_the_packs() {
        let rules = rules();
        let draft = draft(&rules, &[("false_information", "true")]);
        let record = Record::of(&draft, "1".to_owned(), "2026-11-22 10:00".to_owned(), &rules);
        let verdicts: Vec<_> = record.results.iter().map(|result| result.truth()).collect();
        assert_eq!(verdicts, [Truth::Undetermined, Truth::Unmet]);
        assert!(record.results.iter().all(|result| result.is_current(&rules)));
        let little_giant = record.result("little_giant").expect("it was tested");
        assert_eq!(little_giant.conditions.get("N21-V1").map(String::as_str), Some("unmet"));
        assert_eq!(Record::parse(&record.to_json()), Some(record));
    }

    #[test]
    fn a_record_of_the_first_format_is_read() {
        let rules = rules();
        let mut record = Record::of(&draft(&rules, &[]), "1".to_owned(), String::new(), &rules);
        for result in &mut record.results {
            result.score = None;
            result.conditions.clear();
        }
        let text = record.to_json();
        assert!(!text.contains("conditions") && !text.contains("score"));
        assert_eq!(Record::parse(&text), Some(record));
    }

    #[test]
    fn newer_and_damaged_records_are_not_read() {
        let rules = rules();
        let record = Record::of(&draft(&rules, &[]), "1".to_owned(), String::new(), &rules);
        let newer = record.to_json().replacen("\"schema\":1", "\"schema\":9", 1);
        for text in [newer.as_str(), "{\"schema\":1}", "", "{"] {
            assert_eq!(Record::parse(text), None, "{text}");
        }
    }
}
