//! What is to be looked at again in a dossier 「请核对」, beside a report on it.

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;
use zjtx_evaluator::{Dossier, Lang, Pack, doubts_for};

/// A report for programs, with the doubts as one more key where there are some.
pub fn with(report: &impl Serialize, pack: &Pack, dossier: &Dossier, lang: Lang) -> Result<String> {
    let doubts = sentences(pack, dossier, lang);
    if doubts.is_empty() {
        return Ok(serde_json::to_string(report)?);
    }
    let mut report = serde_json::to_value(report)?;
    if let Value::Object(fields) = &mut report {
        fields.insert("doubts".to_owned(), doubts.into());
    }
    Ok(report.to_string())
}

/// Lines for people; nothing where nothing is to be looked at.
pub fn lines(pack: &Pack, dossier: &Dossier, lang: Lang) -> String {
    let label = lang.pick("请核对", "Please check");
    let line = |sentence: String| format!("{label}：{sentence}\n");
    sentences(pack, dossier, lang).into_iter().map(line).collect()
}

fn sentences(pack: &Pack, dossier: &Dossier, lang: Lang) -> Vec<String> {
    doubts_for(pack, dossier).iter().map(|doubt| doubt.sentence(dossier, pack.terms(), lang)).collect()
}
