//! Where the checker is and what it knows: references, choices, phrases.

use super::{Code, Diagnostic};
use crate::{
    doc::{BoundaryDoc, FactKind},
    terms::{FactIx, Term, Terms},
    value::{bit, bits},
};
use std::collections::BTreeSet;

/// Walks one file and collects what is wrong with it.
pub(crate) struct Checker<'c> {
    terms: &'c Terms,
    file: String,
    path: Vec<String>,
    boundary: Option<&'c BoundaryDoc>,
    has_sheet: bool,
    has_size_table: bool,
    in_years: bool,
    full: i64,
    ids: BTreeSet<String>,
    used: BTreeSet<FactIx>,
    found: Vec<Diagnostic>,
}

impl<'c> Checker<'c> {
    pub(crate) fn new(terms: &'c Terms, file: String) -> Self {
        Self {
            terms,
            file,
            path: Vec::new(),
            boundary: None,
            has_sheet: false,
            has_size_table: false,
            in_years: false,
            full: i64::MAX,
            ids: BTreeSet::new(),
            used: BTreeSet::new(),
            found: Vec::new(),
        }
    }

    /// What was found, and which facts were used.
    pub(crate) fn finish(self) -> (Vec<Diagnostic>, BTreeSet<FactIx>) {
        (self.found, self.used)
    }

    /// Facts used so far.
    pub(crate) fn used_facts(&self) -> BTreeSet<FactIx> {
        self.used.clone()
    }

    pub(crate) fn report(&mut self, code: Code, sentence: &str) {
        let pointer = self.path.iter().map(|segment| format!("/{segment}")).collect();
        self.found.push(Diagnostic { code, file: self.file.clone(), pointer, sentence: sentence.to_owned() });
    }

    /// Reports and gives nothing.
    pub(crate) fn fail<T>(&mut self, code: Code, sentence: &str) -> Option<T> {
        self.report(code, sentence);
        None
    }

    /// One step further into the file.
    pub(crate) fn at<T>(&mut self, segment: &str, f: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(segment.to_owned());
        let result = f(self);
        self.path.pop();
        result
    }

    /// Each item of a list, all of them looked at even after a failure.
    pub(crate) fn each<D, T>(
        &mut self,
        docs: &[D],
        f: impl Fn(&D, &mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let items = docs.iter().enumerate();
        let checked: Vec<Option<T>> =
            items.map(|(index, doc)| self.at(&index.to_string(), |c| f(doc, c))).collect();
        checked.into_iter().collect()
    }

    /// A fact by id; facts that identify are refused.
    pub(crate) fn fact(&mut self, id: &str) -> Option<(FactIx, &'c Term)> {
        let terms = self.terms;
        let Some((fact, term)) = terms.find(id).and_then(|fact| Some((fact, terms.term(fact)?))) else {
            return self.fail(Code::UnknownReference, &format!("没有“{id}”这个数据项"));
        };
        if term.kind() == FactKind::Text {
            return self.fail(Code::KindMismatch, &format!("“{id}”用于识别企业，不能参与判断"));
        }
        self.used.insert(fact);
        Some((fact, term))
    }

    /// A fact of one kind.
    pub(crate) fn fact_of(&mut self, id: &str, kind: FactKind) -> Option<FactIx> {
        let (fact, term) = self.fact(id)?;
        if term.kind() != kind {
            return self.fail(Code::KindMismatch, &format!("“{id}”的类型不适合这里"));
        }
        Some(fact)
    }

    /// Bits of the named answers of a fact.
    pub(crate) fn choices(&mut self, term: &Term, ids: &[String]) -> Option<u64> {
        if ids.is_empty() {
            return self.fail(Code::Constant, "至少要列出一个答案");
        }
        for id in ids {
            if term.choice_index(id).is_none() {
                return self.fail(Code::UnknownReference, &format!("“{}”没有答案“{id}”", term.id()));
            }
        }
        Some(bits(ids.iter().filter_map(|id| term.choice_index(id))))
    }

    /// Bits of the named answers of a fact by index.
    pub(crate) fn choices_of(&mut self, fact: FactIx, ids: &[String]) -> Option<u64> {
        let terms = self.terms;
        self.choices(terms.term(fact)?, ids)
    }

    /// Bits of the named zones.
    pub(crate) fn zones(&mut self, ids: &[String]) -> Option<u64> {
        let zones = &self.terms.areas().zones;
        let mut set = 0;
        for id in ids {
            let position = zones.iter().position(|zone| zone.id == *id).and_then(|at| u8::try_from(at).ok());
            match position {
                Some(position) => set |= bit(position),
                None => return self.fail(Code::UnknownReference, &format!("没有“{id}”这个区域")),
            }
        }
        Some(set)
    }

    /// Notices an id that was used before in this pack.
    pub(crate) fn unique(&mut self, id: &str) {
        if !self.ids.insert(id.to_owned()) {
            self.report(Code::DuplicateId, &format!("编号“{id}”用了两次"));
        }
    }

    /// The boundary words that hold within `f`.
    pub(crate) fn citing<T>(
        &mut self,
        boundary: Option<&'c BoundaryDoc>,
        f: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let before = self.boundary;
        self.boundary = boundary.or(before);
        let result = f(self);
        self.boundary = before;
        result
    }

    /// Whether the phrase stands for the operator in the cited source.
    pub(crate) fn phrase(&mut self, phrase: &str, operator: &str) {
        let Some(boundary) = self.boundary else { return };
        let phrases = match operator {
            "at_least" => &boundary.at_least,
            "more_than" => &boundary.more_than,
            "at_most" => &boundary.at_most,
            "less_than" => &boundary.less_than,
            _ => &boundary.rank_within,
        };
        if !phrases.iter().any(|listed| listed == phrase) {
            let sentence = format!("所引文件没有把“{phrase}”列为 {operator}，请核对用语与比较方式");
            self.report(Code::PhraseAgainstOperator, &sentence);
        }
    }

    /// Within a node that moves the period; these do not nest.
    pub(crate) fn in_years<T>(&mut self, last: u8, f: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.in_years {
            return self.fail(Code::PeriodMismatch, "逐年条件不能嵌套");
        }
        if !(2..=4).contains(&last) {
            return self.fail(Code::Constant, "年数应为 2 到 4");
        }
        self.in_years = true;
        let used_before = std::mem::take(&mut self.used);
        let result = f(self);
        self.in_years = false;
        let yearly =
            self.used.iter().any(|fact| self.terms.term(*fact).is_some_and(|term| term.period().is_some()));
        self.used.extend(used_before);
        if !yearly {
            return self.fail(Code::PeriodMismatch, "逐年条件里没有按年度填写的数据项");
        }
        result
    }

    /// The full points of the indicator that `f` looks at.
    pub(crate) fn with_full<T>(&mut self, full: i64, f: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.full, full);
        let result = f(self);
        self.full = before;
        result
    }

    pub(crate) const fn full(&self) -> i64 {
        self.full
    }

    pub(crate) const fn set_tables(&mut self, sheet: bool, size_table: bool) {
        self.has_sheet = sheet;
        self.has_size_table = size_table;
    }

    pub(crate) const fn has_sheet(&self) -> bool {
        self.has_sheet
    }

    pub(crate) const fn has_size_table(&self) -> bool {
        self.has_size_table
    }
}
