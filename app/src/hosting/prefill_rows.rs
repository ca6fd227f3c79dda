//! A host's proposal, read as strictly as a dossier file, and compared with the form.

use crate::{draft::Draft, model::Model, proposals::row::Row};
use serde::Deserialize;
use serde_json::value::RawValue;
use zjtx_evaluator::Dossier;

/// What a host proposes, beside what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Where the host has it from, in its own words.
    pub source: String,
    /// Whether the site's own lists of recognised firms propose it, and no page around.
    pub is_of_lists: bool,
    /// Answers that differ from the form's.
    pub rows: Vec<Row>,
}

#[derive(Deserialize)]
struct ProposalDoc {
    facts: Box<RawValue>,
    source: String,
    #[serde(default)]
    lists: bool,
}

/// Reads a proposal; every mistake in it in a sentence.
pub fn read(text: &str, model: &Model) -> Result<Proposal, Vec<String>> {
    let doc: ProposalDoc = serde_json::from_str(text).map_err(|error| vec![error.to_string()])?;
    let (scope, terms) = (&model.draft.scope, model.rules.terms());
    let (as_of, kind, facts) = (scope.as_of, scope.application_kind.id(), doc.facts.get());
    let file = format!(r#"{{"schema":1,"as_of":"{as_of}","application_kind":"{kind}","facts":{facts}}}"#);
    let dossier = Dossier::parse(&file, terms)
        .map_err(|errors| errors.iter().map(|error| error.sentence(model.lang)).collect::<Vec<_>>())?;
    let proposed = Draft::of_dossier(&dossier, scope, &model.rules);
    let rows = proposed.keys().filter_map(|key| Row::of(key, proposed.text(key), model)).collect();
    Ok(Proposal { source: doc.source, is_of_lists: doc.lists, rows })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::read;
    use crate::{
        model::{Model, Storage, Stored},
        testing::{day, draft, rules},
    };
    use std::rc::Rc;

    fn model(answers: &[(&str, &str)]) -> Model {
        let mut model = Model::new(rules(), day("2026-11-22"), Storage::Browser, Stored::default());
        model.draft = Rc::new(draft(&model.rules, answers));
        model
    }

    const PROPOSED: &str =
        r#"{"source":"档案","facts":{"rd_staff":"50","legal_person":true,"key_fields":["weak_link"]}}"#;

    #[test]
    fn what_differs_stands_beside_what_is_there() {
        let proposal =
            read(PROPOSED, &model(&[("rd_staff", "约40"), ("legal_person", "true")])).expect("right facts");
        let rows: Vec<_> =
            proposal.rows.iter().map(|row| (row.key.as_str(), row.present_words.as_str())).collect();
        assert_eq!(rows, [("key_fields", "（空）"), ("rd_staff", "约40 人")]);
        let ticked: Vec<_> =
            proposal.rows.iter().filter(|row| row.is_plain()).map(|row| row.key.as_str()).collect();
        assert_eq!(ticked, ["key_fields"], "an own answer is not replaced unasked");
    }

    #[test]
    fn a_proposal_with_a_mistake_is_refused_as_a_whole() {
        for facts in [r#"{"no_such_fact":1}"#, r#"{"rd_staff":"-3"}"#, r#"{"rd_staff":"1","rd_staff":"2"}"#] {
            let text = format!(r#"{{"source":"档案","facts":{facts}}}"#);
            assert!(read(&text, &model(&[])).is_err(), "{facts}");
        }
        assert!(read("", &model(&[])).is_err());
    }
}
