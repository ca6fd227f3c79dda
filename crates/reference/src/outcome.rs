//! Section 5: the outcome, as the command writes it.

use crate::criteria::{Case, Criterion};
use crate::json::{items, text};
use crate::logic::{self, Truth};
use crate::size;
use serde_json::{Value, json};

impl Case<'_> {
    pub(crate) fn outcome(&mut self) -> Result<Value, String> {
        let (used, refused) = self.expectations()?;
        let mut outcome = self.plain_outcome()?;
        if !(used.is_empty() && refused.is_empty()) {
            self.expecting = false;
            let score = self.score_written()?;
            outcome["expectations"] = json!({
                "used": used,
                "refused": refused,
                "verdict_without": self.verdict()?.word(),
                "score_without": { "min": score["min"], "max": score["max"] },
            });
        }
        Ok(outcome)
    }

    fn plain_outcome(&self) -> Result<Value, String> {
        let verdict = self.verdict()?;
        Ok(json!({
            "pack": self.pack["id"],
            "revision": self.pack["revision"],
            "verdict": verdict.word(),
            "score": self.score_written()?,
            "criteria": self.findings(&self.counted())?,
            "declarations": self.declarations()?,
            "missing": if verdict == Truth::Undetermined { self.missing()? } else { Vec::new() },
            "size_class": size::written(self)?,
        }))
    }

    fn verdict(&self) -> Result<Truth, String> {
        let counted = self.counted();
        let truths = counted.iter().map(|criterion| self.criterion_truth(*criterion));
        Ok(logic::all(&truths.collect::<Result<Vec<_>, _>>()?))
    }

    fn findings(&self, criteria: &[Criterion<'_>]) -> Result<Vec<Value>, String> {
        let mut findings = Vec::new();
        for criterion in criteria {
            self.find(*criterion, self.examined(*criterion), &mut findings)?;
        }
        Ok(findings)
    }

    fn find(
        &self,
        criterion: Criterion<'_>,
        examined: bool,
        findings: &mut Vec<Value>,
    ) -> Result<(), String> {
        let (truth, waived) = if examined {
            let test = criterion.test(self.dossier.kind);
            let waived = test.map_or(Ok(false), |test| self.waived(test))?;
            (self.criterion_truth(criterion)?, waived)
        } else {
            (Truth::Met, true)
        };
        let id = text(criterion.body, "id")?;
        findings.push(json!({ "id": id, "truth": truth.word(), "waived": waived }));
        for child in criterion.children() {
            self.find(child, examined && self.examined(child), findings)?;
        }
        Ok(())
    }

    fn declarations(&self) -> Result<Vec<Value>, String> {
        let listed = items(&self.pack, "declarations").iter();
        let declared: Vec<_> = listed.map(|body| Criterion { body, veto: false }).collect();
        let mut findings = self.findings(&declared)?;
        for finding in &mut findings {
            *finding = json!({ "id": finding["id"], "truth": finding["truth"] });
        }
        Ok(findings)
    }
}
