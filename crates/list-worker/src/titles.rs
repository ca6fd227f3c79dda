//! Titles that the site's lists of recognised firms have, for a list without a column of theirs: the script looks
//! the firms up (`static/directory/in-lists.js`), what it found is filled in here and told.

use crate::list::{List, Row, STEP};
use serde::Serialize;
use std::collections::BTreeMap;
use zjtx_evaluator::{Dossier, FactIx, Text, Value};
use zjtx_spreadsheet::{Firm, Judge};

/// What the script looks up.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Names<'l> {
    /// The day on which a title has to be held.
    day: String,
    /// Names of the firms by row; empty where there is none, or the row has mistakes.
    names: Vec<&'l str>,
}

/// Rows with the facts whose answer is yes.
pub(crate) type Found = Vec<(usize, Vec<String>)>;

impl List<'_> {
    /// The firms whose titles are looked up.
    pub(crate) fn names(&self) -> Names<'_> {
        let name = |row: &Row<'_>| row.kept.is_some();
        let names = self.rows.iter().map(|row| if name(row) { row.firm.name.as_str() } else { "" });
        Names { day: self.occasion.as_of.to_string(), names: names.collect() }
    }

    /// Fills in titles where no row says anything of them, judges those firms anew, and tells it.
    pub(crate) fn put_titles(&mut self, found: &Found) {
        let terms = self.rulebook.terms();
        let absent: Vec<FactIx> =
            terms.facts().map(|(fact, _)| fact).filter(|fact| !self.has(*fact)).collect();
        let mut filled: BTreeMap<FactIx, usize> = BTreeMap::new();
        let mut changed = Vec::new();
        for (at, facts) in found {
            let facts: Vec<FactIx> = facts.iter().filter_map(|id| terms.find(id)).collect();
            let Some(row) = self.rows.get(*at).filter(|row| row.kept.is_some()) else { continue };
            let mut firm = self.firm(row);
            let new: Vec<FactIx> = facts.into_iter().filter(|fact| absent.contains(fact)).collect();
            new.iter().for_each(|fact| firm.dossier.set(*fact, Some(Value::Bool(true))));
            new.iter().for_each(|fact| *filled.entry(*fact).or_default() += 1);
            if !new.is_empty() {
                changed.push((*at, firm));
            }
        }
        self.judge_anew(changed);
        self.reading
            .notes
            .extend(filled.into_iter().filter_map(|(fact, firms)| told(terms.term(fact)?.term(), firms)));
    }

    /// Whether any row answers a fact.
    fn has(&self, fact: FactIx) -> bool {
        let answers = |dossier: Dossier| dossier.get(fact).is_some() || dossier.years(fact).next().is_some();
        self.rows
            .iter()
            .filter_map(|row| row.kept.as_ref())
            .any(|kept| answers(kept.dossier(self.rulebook.terms())))
    }

    fn judge_anew(&mut self, changed: Vec<(usize, Firm)>) {
        let question = self.question.clone();
        let mut judge = Judge::new(&question);
        let mut changed = changed.into_iter().peekable();
        while changed.peek().is_some() {
            let (places, firms): (Vec<usize>, Vec<Firm>) = changed.by_ref().take(STEP).unzip();
            let rows = Row::all(firms, (self.rulebook.terms(), &self.ladder), &mut judge);
            for (place, row) in places.into_iter().zip(rows) {
                self.rows[place] = row;
            }
        }
    }
}

/// What a person is told of a column that was filled in.
fn told(title: &Text, firms: usize) -> Option<Text> {
    let (zh, en) = (&title.zh, &title.en);
    (firms > 0).then(|| Text {
        zh: format!("名单没有“{zh}”一列，按本站的认定名单为 {firms} 家企业填了“是”，请核对"),
        en: format!("the list has no column “{en}”; it was filled in as yes for {firms} firms by the recognised firms of this site: please check"),
    })
}

#[cfg(test)]
mod tests {
    use crate::worker::{Answer, Worker};
    use serde_json::json;
    use zjtx_evaluator::Rulebook;

    const ROWS: &str = "甲公司,天河区\n乙公司,白云区\n";

    fn read<'r>(rulebook: &'r Rulebook, file: String) -> Worker<'r> {
        let mut worker = Worker::new(rulebook, String::new());
        let settings =
            json!({ "as_of": "2026-11-29", "kind": "first", "schemes": ["little_giant"], "routes": false });
        let ask = json!({ "read": settings }).to_string();
        assert!(matches!(worker.answer(&ask, Some(file.into_bytes()), |_, _| {}).0, Answer::Read(_)));
        worker
    }

    fn held(worker: &mut Worker<'_>, firm: usize) -> bool {
        let (Answer::Dossier(Some(text)), _) =
            worker.answer(&json!({ "dossier": firm }).to_string(), None, |_, _| {})
        else {
            panic!("a dossier")
        };
        text.contains("\"specialized_title\": true")
    }

    const FOUND: &str = r#"[[1,["specialized_title","no_such_fact"]],[7,["specialized_title"]]]"#;

    #[test]
    fn a_missing_column_is_filled_in_and_told() {
        let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
        let mut worker = read(&rulebook, format!("企业名称,所在区\n{ROWS}"));
        let names = serde_json::to_value(worker.names().expect("a list")).expect("JSON");
        assert_eq!(names, json!({ "day": "2026-11-29", "names": ["甲公司", "乙公司"] }));
        let Some(Answer::Read(summary)) = worker.put_titles(FOUND) else { panic!("a list") };
        assert_eq!((held(&mut worker, 0), held(&mut worker, 1)), (false, true));
        let note = summary.notes.last().expect("a note");
        assert!(note.zh.contains("按本站的认定名单为 1 家企业填了“是”"), "{note:?}");
    }

    #[test]
    fn a_column_that_the_list_has_is_left_alone() {
        let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
        let heading = rulebook.terms().find("specialized_title").and_then(|fact| rulebook.terms().term(fact));
        let heading = heading.expect("a fact").term().zh.clone();
        let rows = ROWS.replacen('\n', ",否\n", 1).replacen("白云区", "白云区,", 1);
        let mut worker = read(&rulebook, format!("企业名称,所在区,{heading}\n{rows}"));
        let Some(Answer::Read(summary)) = worker.put_titles(FOUND) else { panic!("a list") };
        assert!(!held(&mut worker, 1));
        assert!(!summary.notes.iter().any(|note| note.zh.contains("认定名单")), "{:?}", summary.notes);
    }
}
