//! The form as it is being filled in 「暂存」: what was typed, verbatim, whether it can be read or not.

use crate::{rulebook::Rules, scope::Scope};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use zjtx_evaluator::{
    ApplicationKind, Date, Dossier, FactKind, FactRef, ReadError, Term, Terms, Value, bit,
    number::format_micros, read,
};
use zjtx_rules::NAMED_BY;

/// The answer 「不清楚」: the question was seen, and its fact stays unknown.
pub const UNSURE: &str = "?";
/// Written in place of a rank or set where nothing applies.
pub const NONE: &str = "none";

/// Format version of drafts in records.
const SCHEMA: u8 = 1;

/// Names of a stored draft's fields, and its format version.
const FORMAT: &str = "draft";
const STORED: &str = "2";
const AS_OF: &str = "as_of";
const KIND: &str = "application_kind";
const REGION: &str = "region";
const SCHEME: &str = "scheme";
const EDITED: &str = "edited";
/// Stands before the key of an answer.
const ANSWER: &str = "answer.";

/// A form being filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    schema: u8,
    /// What it is tested for.
    pub scope: Scope,
    /// Id of the past test that this is a new version of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<String>,
    /// Typed text by fact, `fact@year` where it has years. Facts of other rulebooks stay in it.
    answers: BTreeMap<String, String>,
}

/// What a typed text came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing was typed.
    Blank,
    /// 不清楚
    Unsure,
    /// It can be judged.
    Understood(Value),
    /// It cannot.
    Misread(ReadError),
}

/// Where the answer of a fact stands in a draft, and what its field is called.
pub fn key_of(terms: &Terms, place: FactRef) -> String {
    let id = terms.id(place.fact);
    place.year.map_or_else(|| id.to_owned(), |year| format!("{id}@{year}"))
}

/// The fact and year of a key; `None` for facts of other rulebooks.
pub fn place_of(terms: &Terms, key: &str) -> Option<FactRef> {
    let (id, year) = match key.split_once('@') {
        Some((id, year)) => (id, Some(year.parse().ok()?)),
        None => (key, None),
    };
    let fact = terms.find(id)?;
    let by_year = terms.term(fact)?.period().is_some();
    (by_year == year.is_some()).then_some(FactRef { fact, year })
}

/// Reads a typed text.
pub fn read_text(text: &str, term: &Term, terms: &Terms) -> Reading {
    match text.trim() {
        "" => Reading::Blank,
        UNSURE => Reading::Unsure,
        text => read(text, term, terms).map_or_else(Reading::Misread, Reading::Understood),
    }
}

impl Draft {
    /// An empty form.
    pub const fn new(scope: Scope) -> Self {
        Self { schema: SCHEMA, scope, edited: None, answers: BTreeMap::new() }
    }

    /// A form with the answers of a dossier, for the schemes of `scope` in the firm's own region.
    pub fn of_dossier(dossier: &Dossier, scope: &Scope, rules: &Rules) -> Self {
        let scope = Scope {
            as_of: dossier.as_of(),
            application_kind: dossier.kind(),
            region: rules.region_of(dossier),
            schemes: scope.schemes.clone(),
        };
        let mut draft = Self::new(scope);
        for (fact, term) in rules.terms().facts() {
            if let Some(text) = dossier.get(fact).and_then(|value| typed(value, term)) {
                draft.answer(term.id(), &text);
            }
            for (year, micros) in dossier.years(fact) {
                let key = key_of(rules.terms(), FactRef { fact, year: Some(year) });
                draft.answer(&key, &format_micros(i128::from(micros)));
            }
        }
        draft
    }

    /// Reads a stored draft; `None` when it is not one of this format.
    pub fn parse(text: &str) -> Option<Self> {
        let fields: Vec<_> = form_urlencoded::parse(text.as_bytes()).collect();
        let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_ref());
        let schemes = fields.iter().filter(|(key, _)| key == SCHEME);
        let scope = Scope {
            as_of: Date::parse(field(AS_OF)?)?,
            application_kind: ApplicationKind::from_id(field(KIND)?)?,
            region: field(REGION)?.to_owned(),
            schemes: schemes.map(|(_, id)| id.to_string()).collect(),
        };
        let mut draft = (field(FORMAT)? == STORED).then(|| Self::new(scope))?;
        draft.edited = field(EDITED).map(str::to_owned);
        for (key, text) in &fields {
            if let Some(key) = key.strip_prefix(ANSWER) {
                draft.answer(key, text);
            }
        }
        Some(draft)
    }

    /// The draft as it is stored: as a form is sent, because the form part has no need of JSON else.
    pub fn to_text(&self) -> String {
        let Scope { as_of, application_kind, region, schemes } = &self.scope;
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.append_pair(FORMAT, STORED).append_pair(AS_OF, &as_of.to_string());
        text.append_pair(KIND, application_kind.id()).append_pair(REGION, region);
        for scheme in schemes {
            text.append_pair(SCHEME, scheme);
        }
        if let Some(edited) = &self.edited {
            text.append_pair(EDITED, edited);
        }
        for (key, answer) in &self.answers {
            text.append_pair(&format!("{ANSWER}{key}"), answer);
        }
        text.finish()
    }

    /// Reads a draft as it was stored before [`Draft::to_text`], and as records still hold it.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|draft: &Self| draft.schema == SCHEMA)
    }

    /// What was typed; empty where nothing was.
    pub fn text(&self, key: &str) -> &str {
        self.answers.get(key).map_or("", String::as_str)
    }

    /// Sets what was typed. An emptied answer stays in the form, so that its question does too.
    pub fn answer(&mut self, key: &str, text: &str) {
        self.answers.insert(key.to_owned(), text.to_owned());
    }

    /// Takes over what changed from a known form to another: keys of the answers that were taken, and of those that had
    /// been changed here too and stay. The scope has a key that no answer has.
    pub fn take_over(&mut self, known: &Self, theirs: &Self) -> (Vec<String>, Vec<String>) {
        let (mut taken, mut contested) = (Vec::new(), Vec::new());
        for (key, text) in &theirs.answers {
            let (here, there) = (self.text(key) != known.text(key), text.as_str() != known.text(key));
            match (here, there && self.text(key) != text) {
                (_, false) => {}
                (true, true) => contested.push(key.clone()),
                (false, true) => {
                    self.answers.insert(key.clone(), text.clone());
                    taken.push(key.clone());
                }
            }
        }
        if self.scope == known.scope && theirs.scope != known.scope {
            self.scope = theirs.scope.clone();
            taken.push(SCHEME.to_owned());
        }
        if self.edited == known.edited {
            self.edited.clone_from(&theirs.edited);
        }
        (taken, contested)
    }

    /// Keys of all questions that were ever answered.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.answers.keys().map(String::as_str)
    }

    /// How many questions have an answer.
    pub fn answered(&self) -> usize {
        self.answers.values().filter(|text| !text.trim().is_empty()).count()
    }

    /// 「企业全称」
    pub fn firm(&self) -> &str {
        self.text(NAMED_BY).trim()
    }

    /// What can be judged of it.
    pub fn dossier(&self, terms: &Terms) -> Dossier {
        let mut dossier = Dossier::new(terms, self.scope.as_of, self.scope.application_kind);
        for (place, reading) in self.readings(terms) {
            match (place.year, reading) {
                (Some(year), Reading::Understood(Value::Number(micros))) => {
                    dossier.set_year(place.fact, year, Some(micros));
                }
                (None, Reading::Understood(value)) => dossier.set(place.fact, Some(value)),
                _ => {}
            }
        }
        dossier
    }

    /// Answers that the person cannot give now 「不清楚」.
    pub fn unsure(&self, terms: &Terms) -> BTreeSet<FactRef> {
        self.keys().filter(|key| self.text(key) == UNSURE).filter_map(|key| place_of(terms, key)).collect()
    }

    /// What cannot be read, in the order of the form.
    pub fn misread(&self, terms: &Terms) -> Vec<(FactRef, ReadError)> {
        let mut found: Vec<_> = self
            .readings(terms)
            .filter_map(|(place, reading)| match reading {
                Reading::Misread(error) => Some((place, error)),
                _ => None,
            })
            .collect();
        found.sort_by_key(|(place, _)| (place.fact, place.year.map(i16::wrapping_neg)));
        found
    }

    fn readings<'a>(&'a self, terms: &'a Terms) -> impl Iterator<Item = (FactRef, Reading)> + 'a {
        self.answers.iter().filter_map(|(key, text)| {
            let place = place_of(terms, key)?;
            Some((place, read_text(text, terms.term(place.fact)?, terms)))
        })
    }
}

/// A value as a person would type it.
pub fn typed(value: &Value, term: &Term) -> Option<String> {
    match value {
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Choice(index) => term.choice_id(*index).map(str::to_owned),
        Value::Set(0) => Some(NONE.to_owned()),
        Value::Set(set) => Some(chosen(*set, term).join(",")),
        other => other.plain(),
    }
}

/// Ids of the chosen answers of a set.
pub fn chosen(set: u64, term: &Term) -> Vec<&str> {
    let positions = (0_u8..).zip(term.choices());
    positions.filter(|(index, _)| set & bit(*index) != 0).map(|(_, (id, _))| id).collect()
}

/// Whether an answer of this kind is typed, not picked.
pub const fn is_typed(kind: FactKind) -> bool {
    matches!(
        kind,
        FactKind::Count
            | FactKind::Money
            | FactKind::Years
            | FactKind::Percent
            | FactKind::Points
            | FactKind::Rank
            | FactKind::Industry
            | FactKind::Text
    )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Draft, UNSURE};
    use crate::testing::{draft, rules};

    #[test]
    fn what_was_typed_stays_verbatim_and_what_can_be_read_is_judged() {
        let rules = rules();
        let draft = draft(&rules, &[("operating_revenue@2020", "１．２亿"), ("rd_staff", "很多")]);
        assert_eq!(draft.text("rd_staff"), "很多");
        let misread: Vec<_> = draft.misread(rules.terms());
        assert_eq!(misread.len(), 1);
        let revenue = rules.terms().find("operating_revenue").expect("a fact");
        let dossier = draft.dossier(rules.terms());
        assert_eq!(dossier.get_year(revenue, 2020), Some(12_000_000_000));
    }

    #[test]
    fn unsure_is_an_answer_without_a_value() {
        let rules = rules();
        let draft = draft(&rules, &[("legal_person", UNSURE)]);
        let fact = rules.terms().find("legal_person").expect("a fact");
        assert_eq!(draft.answered(), 1);
        assert_eq!(draft.dossier(rules.terms()).get(fact), None);
        assert!(draft.misread(rules.terms()).is_empty());
    }

    #[test]
    fn a_stored_draft_comes_back_whole() {
        let rules = rules();
        let mut draft = draft(&rules, &[("fact_of_next_year@2030", "7"), ("key_fields", "none")]);
        draft.edited = Some("17".to_owned());
        assert_eq!(Draft::parse(&draft.to_text()), Some(draft));
    }

    #[test]
    fn what_another_tab_changed_is_taken_over_and_nothing_here_is_lost() {
        let known = draft(&rules(), &[("rd_staff", "5"), ("city", "440100"), ("own_brand", "true")]);
        for (here, there, union, counts) in [
            (("rd_staff", "6"), ("city", "440600"), [("rd_staff", "6"), ("city", "440600")], (1, 0)),
            (("rd_staff", "6"), ("rd_staff", "7"), [("rd_staff", "6"), ("city", "440100")], (0, 1)),
            (("rd_staff", "6"), ("rd_staff", "6"), [("rd_staff", "6"), ("city", "440100")], (0, 0)),
            (("rd_staff", "5"), ("rd_staff", ""), [("rd_staff", ""), ("city", "440100")], (1, 0)),
            (
                ("employee_total", "9"),
                ("rd_staff", "7"),
                [("rd_staff", "7"), ("employee_total", "9")],
                (1, 0),
            ),
        ] {
            let (mut mine, mut theirs) = (known.clone(), known.clone());
            mine.answer(here.0, here.1);
            theirs.answer(there.0, there.1);
            let (taken, contested) = mine.take_over(&known, &theirs);
            assert_eq!((taken.len(), contested.len()), counts);
            union.iter().for_each(|(key, text)| assert_eq!(mine.text(key), *text, "{here:?} {there:?}"));
        }
    }

    #[test]
    fn other_formats_are_not_drafts() {
        let newer = draft(&rules(), &[]).to_text().replace("draft=2", "draft=3");
        for text in ["", "null", "{}", &newer, "draft=2", "draft=2&as_of=2026-13-01"] {
            assert_eq!(Draft::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_draft_of_the_former_format_is_read() {
        let draft = draft(&rules(), &[("rd_staff", "约50")]);
        let former = serde_json::to_string(&draft).expect("a draft can be written");
        assert_eq!(Draft::from_json(&former), Some(draft));
        assert_eq!(Draft::from_json(&former.replace("\"schema\":1", "\"schema\":2")), None);
    }

    #[test]
    fn a_dossier_and_its_draft_say_the_same() {
        let rules = rules();
        let draft = draft(
            &rules,
            &[
                ("legal_person", "true"),
                ("key_fields", "four_bases,weak_link"),
                ("provincial_market_rank", "none"),
                ("operating_revenue@2020", "7800.5"),
                ("size_class", "small"),
                ("city", "440100"),
            ],
        );
        let dossier = draft.dossier(rules.terms());
        let back = Draft::of_dossier(&dossier, &draft.scope, &rules);
        assert_eq!(back.dossier(rules.terms()), dossier);
        assert_eq!(back.scope.region, "440100");
    }
}
