//! Where the checker is and what it knows: references, choices, phrases.

use crate::{
    base::{citation::Cite, fact_kind::FactKind, span::Span, value::bits},
    language::{
        diagnostics::{Code, Diagnostic, Sentence, file_of, segment},
        terms::{FactIx, Term, Terms},
    },
    written::{BoundaryDoc, PackDoc, SourceDoc},
};
use std::collections::{BTreeMap, BTreeSet};

/// Walks one pack, in its own file and those it inherits from, and collects what is wrong with it.
pub(crate) struct Checker<'c> {
    terms: &'c Terms,
    sources: &'c BTreeMap<String, SourceDoc>,
    pack: &'c PackDoc,
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
    pub(crate) fn new(terms: &'c Terms, sources: &'c BTreeMap<String, SourceDoc>, pack: &'c PackDoc) -> Self {
        Self {
            terms,
            sources,
            pack,
            file: file_of(&pack.id),
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

    pub(crate) fn report(&mut self, code: Code, sentence: impl Into<Sentence>) {
        let pointer: String = self.path.iter().map(|name| segment(name)).collect();
        self.found.push(Diagnostic::new(code, &self.file, pointer, sentence));
    }

    /// Reports and gives nothing.
    pub(crate) fn fail<T>(&mut self, code: Code, sentence: impl Into<Sentence>) -> Option<T> {
        self.report(code, sentence);
        None
    }

    /// One step further into the file.
    pub(crate) fn at<T>(&mut self, name: &str, f: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(name.to_owned());
        let result = f(self);
        self.path.pop();
        result
    }

    /// At a place of another file, from which the pack takes something.
    pub(crate) fn elsewhere<T>(
        &mut self,
        file: String,
        place: Vec<String>,
        f: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let file = std::mem::replace(&mut self.file, file);
        let path = std::mem::replace(&mut self.path, place);
        let result = f(self);
        self.file = file;
        self.path = path;
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
            return self.fail(Code::UnknownReference, format!("没有“{id}”这个数据项"));
        };
        if term.kind() == FactKind::Text {
            return self.fail(Code::KindMismatch, format!("“{id}”用于识别企业，不能参与判断"));
        }
        self.used.insert(fact);
        Some((fact, term))
    }

    /// A fact of one kind, named in a field of the node at hand.
    pub(crate) fn fact_at(&mut self, field: &str, id: &str, kind: FactKind) -> Option<(FactIx, &'c Term)> {
        self.at(field, |c| c.fact_of(id, kind))
    }

    /// A fact of one kind.
    pub(crate) fn fact_of(&mut self, id: &str, kind: FactKind) -> Option<(FactIx, &'c Term)> {
        let (fact, term) = self.fact(id)?;
        if term.kind() != kind {
            return self.fail(Code::KindMismatch, format!("“{id}”不是{}", kind.noun()));
        }
        Some((fact, term))
    }

    /// Vocabulary that names of facts are looked up in.
    pub(crate) const fn terms(&self) -> &'c Terms {
        self.terms
    }

    /// Bits of the named answers of a fact.
    pub(crate) fn choices(&mut self, term: &Term, ids: &[String]) -> Option<u64> {
        self.members(ids, |id| term.choice_index(id), &format!("“{}”没有这个答案", term.id()))
    }

    /// Bits of the named answers of a fact by index.
    pub(crate) fn choices_of(&mut self, fact: FactIx, ids: &[String]) -> Option<u64> {
        let terms = self.terms;
        self.choices(terms.term(fact)?, ids)
    }

    /// Bits of the named zones.
    pub(crate) fn zones(&mut self, ids: &[String]) -> Option<u64> {
        let zones = &self.terms.areas().zones;
        let position = |id: &str| zones.iter().position(|zone| zone.id == id);
        self.members(ids, |id| position(id).and_then(|at| u8::try_from(at).ok()), "没有这个区域")
    }

    /// Bits of the positions of a list of names, of which there must be one.
    fn members(&mut self, ids: &[String], position: impl Fn(&str) -> Option<u8>, no: &str) -> Option<u64> {
        if ids.is_empty() {
            return self.fail(Code::Constant, "至少要列出一个");
        }
        let found = self.each(ids, |id, c| match position(id) {
            Some(position) => Some(position),
            None => c.fail(Code::UnknownReference, format!("{no}：{id}")),
        });
        found.map(bits)
    }

    /// The document of the citation at hand; what is wrong with it is reported there.
    pub(crate) fn cited(&mut self, cite: &Cite) -> Option<&'c SourceDoc> {
        self.at("cite", |c| {
            for (key, words) in [("clause", &cite.clause), ("text", &cite.text)] {
                if words.trim().is_empty() {
                    c.at(key, |c| c.report(Code::NoCitation, "依据要写明条款和原文"));
                }
            }
            c.at("source", |c| c.source(&cite.source))
        })
    }

    /// A document by id, which must be in force on some day of the pack.
    fn source(&mut self, id: &str) -> Option<&'c SourceDoc> {
        let Some(source) = self.sources.get(id) else {
            return self.fail(Code::UnknownReference, format!("没有文件“{id}”"));
        };
        if !self.holds_within(&source.in_force) {
            let sentence = format!("规则包“{}”有效时，文件“{}”并不生效", self.pack.id, source.number);
            self.report(Code::SourceNotInForce, &sentence);
        }
        Some(source)
    }

    /// Whether the pack at hand is in force on some day of a span, or on days that are reported elsewhere.
    pub(crate) fn holds_within(&self, span: &Span) -> bool {
        let rows = &self.pack.in_force;
        rows.is_empty() || rows.iter().any(|row| row.span().overlaps(span))
    }

    /// Notices an id that was used before in this pack.
    pub(crate) fn unique(&mut self, id: &str) {
        if !self.ids.insert(id.to_owned()) {
            self.at("id", |c| c.report(Code::DuplicateId, format!("编号“{id}”用了两次")));
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
            self.at("phrase", |c| c.report(Code::PhraseAgainstOperator, &sentence));
        }
    }

    /// Within a node that moves the period; these do not nest.
    pub(crate) fn in_years<T>(&mut self, last: u8, f: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.in_years {
            return self.fail(Code::PeriodMismatch, "逐年条件不能嵌套");
        }
        if !(2..=4).contains(&last) {
            return self.at("last", |c| c.fail(Code::Constant, "年数应为 2 到 4"));
        }
        self.in_years = true;
        let used_before = std::mem::take(&mut self.used);
        let result = f(self);
        self.in_years = false;
        let yearly =
            self.used.iter().any(|fact| self.terms.term(*fact).is_some_and(|term| term.period().is_some()));
        self.used.extend(used_before);
        let result = result?;
        if !yearly {
            return self.fail(Code::PeriodMismatch, "逐年条件里没有按年度填写的数据项");
        }
        Some(result)
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

/// Nothing stays nothing; something that failed fails.
pub(crate) fn optional<T>(checked: Option<Option<T>>) -> Option<Option<T>> {
    checked.map_or(Some(None), |checked| checked.map(Some))
}
