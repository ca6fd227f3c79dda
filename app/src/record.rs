//! Past tests on this device 「自测结果查询」: each keeps what was filled in and what came out, with the
//! pack and revision that judged it.

use crate::{draft::Draft, rules::Rules, standing};
use serde::{Deserialize, Serialize};
use zjtx_evaluator::{Assessment, Lang, Truth};

/// Format version of stored records.
const SCHEMA: u8 = 1;

/// One past test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    schema: u8,
    /// Id on this device.
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
}

/// Something stored that this program cannot read. It is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it is stored.
    pub key: String,
    /// Its text.
    pub text: String,
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
        match self.draft.firm() {
            "" => lang.pick("（未填企业全称）", "(no name given)"),
            firm => firm,
        }
    }
}

impl LevelResult {
    fn of(assessment: &Assessment<'_, '_>) -> Self {
        let pack = assessment.pack();
        Self {
            scheme: pack.scheme().to_owned(),
            pack: pack.id().to_owned(),
            revision: pack.revision().to_owned(),
            verdict: id_of(assessment.verdict()).to_owned(),
        }
    }

    /// The verdict.
    pub fn truth(&self) -> Truth {
        let all = [Truth::Met, Truth::Unmet];
        all.into_iter().find(|truth| id_of(*truth) == self.verdict).unwrap_or(Truth::Undetermined)
    }

    /// Whether the rulebook still has the pack in the revision that judged it.
    pub fn is_current(&self, rules: &Rules) -> bool {
        rules.pack(&self.pack).is_some_and(|pack| pack.revision() == self.revision)
    }
}

const fn id_of(truth: Truth) -> &'static str {
    match truth {
        Truth::Met => "met",
        Truth::Unmet => "unmet",
        Truth::Undetermined => "undetermined",
    }
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
        assert_eq!(Record::parse(&record.to_json()), Some(record));
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
