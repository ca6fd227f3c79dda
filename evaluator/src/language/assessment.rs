//! Evaluation: a pack and a dossier give an assessment 「自评结果」, always.

use super::{
    answers::Answers,
    dossier::Dossier,
    nodes::{Explained, Node, Run, Voice, Words},
    packs::{Body, Criterion, Pack},
    scores::{Points, SheetResult},
    size::SizeResult,
    words::{Line, Lines},
};
use crate::base::{application_kind::ApplicationKind, text::Lang, truth::Truth};

/// The verdict on a dossier together with all its reasons.
#[derive(Clone, Debug)]
pub struct Assessment<'p, 'd> {
    pack: &'p Pack,
    dossier: &'d Dossier,
    verdict: Truth,
    prerequisites: Vec<Judged<'p>>,
    vetoes: Vec<Judged<'p>>,
    gates: Vec<Judged<'p>>,
    routes: Option<Judged<'p>>,
    declarations: Vec<Judged<'p>>,
    sheet: Option<SheetResult<'p>>,
    size: SizeResult,
}

/// A criterion with its truth and the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged<'p> {
    /// Criterion that was judged.
    pub criterion: &'p Criterion,
    /// Its truth; of a veto, that it was not triggered.
    pub truth: Truth,
    /// Whether it was met without its own requirement: waived, or not examined.
    pub waived: bool,
    /// How it came about.
    pub reasons: Reasons<'p>,
}

/// How a criterion's truth came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reasons<'p> {
    /// From its test.
    Test(Explained<'p>),
    /// From criteria that must all, or any, hold.
    Criteria(Vec<Judged<'p>>),
    /// It is not examined for this kind of application or on this day.
    NotExamined(Vec<Judged<'p>>),
}

/// Judges a dossier by a pack. Total, deterministic, and without a clock: the day is the dossier's.
pub fn evaluate<'p, 'd>(pack: &'p Pack, dossier: &'d Dossier) -> Assessment<'p, 'd> {
    let (size, sheet) = grounds(pack, dossier);
    let run = Run::new(Answers::new(&pack.terms, dossier), &size, sheet.as_ref());
    let judge =
        |criteria: &'p [Criterion]| -> Vec<_> { criteria.iter().map(|c| Judged::of(c, &run)).collect() };
    let chapters = &pack.chapters;
    let prerequisites = judge(&chapters.prerequisites);
    let vetoes = judge(&chapters.vetoes);
    let gates = judge(&chapters.gates);
    let routes = chapters.routes.as_ref().map(|criterion| Judged::of(criterion, &run));
    let declarations = judge(&chapters.declarations);
    let counted = prerequisites.iter().chain(&vetoes).chain(&gates).chain(&routes);
    let verdict = Truth::all(counted.map(|judged| judged.truth));
    Assessment { pack, dossier, verdict, prerequisites, vetoes, gates, routes, declarations, sheet, size }
}

/// What criteria rest on: the size class and the score.
pub(crate) fn grounds<'p>(pack: &'p Pack, dossier: &Dossier) -> (SizeResult, Option<SheetResult<'p>>) {
    let answers = Answers::new(&pack.terms, dossier);
    let size = pack.size_table.as_ref().map(|table| table.eval(&answers));
    let sheet = pack.sheet.as_ref().map(|sheet| sheet.eval(&answers));
    (size.unwrap_or_else(SizeResult::unknown), sheet)
}

/// The truth of one criterion alone.
pub(crate) fn truth_of(pack: &Pack, criterion: &Criterion, dossier: &Dossier) -> Truth {
    let (size, sheet) = grounds(pack, dossier);
    Judged::of(criterion, &Run::new(Answers::new(&pack.terms, dossier), &size, sheet.as_ref())).truth
}

/// The truth of one node alone, seen from a number of periods back.
pub(crate) fn truth_of_node(pack: &Pack, node: &Node, years_ago: u8, dossier: &Dossier) -> Truth {
    let (size, sheet) = grounds(pack, dossier);
    let answers = Answers::new(&pack.terms, dossier).years_back(years_ago);
    node.eval(&Run::new(answers, &size, sheet.as_ref())).truth
}

impl<'p> Judged<'p> {
    fn of(criterion: &'p Criterion, run: &Run<'_, 'p>) -> Self {
        let dossier = run.answers.dossier;
        let kind = dossier.kind();
        if !criterion.applies(kind, dossier.as_of()) {
            return Self::not_examined(criterion);
        }
        let (truth, waived, reasons) = match &criterion.body {
            Body::Test { test, renewal } => {
                let stand_in = renewal.as_ref().filter(|_| kind == ApplicationKind::Renewal);
                let explained = stand_in.unwrap_or(test).eval(run);
                (explained.truth, explained.is_waived(), Reasons::Test(explained))
            }
            Body::AllOf(criteria) => Self::of_children(criteria, run, Truth::all),
            Body::AnyOf(criteria) => Self::of_children(criteria, run, Truth::any),
        };
        Self { criterion, truth, waived, reasons }
    }

    fn of_children(
        criteria: &'p [Criterion],
        run: &Run<'_, 'p>,
        combine: impl Fn(Vec<Truth>) -> Truth,
    ) -> (Truth, bool, Reasons<'p>) {
        let children: Vec<_> = criteria.iter().map(|criterion| Self::of(criterion, run)).collect();
        let examined = children.iter().filter(|child| !matches!(child.reasons, Reasons::NotExamined(_)));
        let truths: Vec<Truth> = examined.map(|child| child.truth).collect();
        let truth = if truths.is_empty() { Truth::Met } else { combine(truths) };
        (truth, false, Reasons::Criteria(children))
    }

    fn not_examined(criterion: &'p Criterion) -> Self {
        let children = match &criterion.body {
            Body::Test { .. } => Vec::new(),
            Body::AllOf(criteria) | Body::AnyOf(criteria) => {
                criteria.iter().map(Self::not_examined).collect()
            }
        };
        Self { criterion, truth: Truth::Met, waived: true, reasons: Reasons::NotExamined(children) }
    }

    /// Criteria beneath it.
    pub fn children(&self) -> &[Self] {
        match &self.reasons {
            Reasons::Test(_) => &[],
            Reasons::Criteria(children) | Reasons::NotExamined(children) => children,
        }
    }
}

impl<'p, 'd> Assessment<'p, 'd> {
    /// Pack that judged.
    pub const fn pack(&self) -> &'p Pack {
        self.pack
    }

    /// Dossier that was judged.
    pub const fn dossier(&self) -> &'d Dossier {
        self.dossier
    }

    /// The answers, seen from `years_ago` periods back.
    pub(crate) fn answers(&self, years_ago: u8) -> Answers<'_> {
        Answers::new(self.pack.terms(), self.dossier).years_back(years_ago)
    }

    /// Verdict and points of the same dossier without any expectation of an adviser; `None` where none was
    /// given.
    pub fn without_expectations(&self) -> Option<(Truth, Points)> {
        let sheet = self.sheet.as_ref()?;
        if sheet.indicators().all(|result| result.expectation.is_none()) {
            return None;
        }
        let mut dossier = self.dossier.clone();
        let expected = sheet.indicators().filter_map(|result| result.indicator.expected);
        expected.for_each(|fact| dossier.forget(fact));
        let plain = evaluate(self.pack, &dossier);
        Some((plain.verdict(), plain.sheet()?.total()))
    }

    /// The verdict 「最终判断结果」.
    pub const fn verdict(&self) -> Truth {
        self.verdict
    }

    /// 「前置资质」
    pub fn prerequisites(&self) -> &[Judged<'p>] {
        &self.prerequisites
    }

    /// 「否决性条件」
    pub fn vetoes(&self) -> &[Judged<'p>] {
        &self.vetoes
    }

    /// 「必备条件」
    pub fn gates(&self) -> &[Judged<'p>] {
        &self.gates
    }

    /// 「认定路径」
    pub const fn routes(&self) -> Option<&Judged<'p>> {
        self.routes.as_ref()
    }

    /// 「自述事项」, never counted.
    pub fn declarations(&self) -> &[Judged<'p>] {
        &self.declarations
    }

    /// The score sheet.
    pub const fn sheet(&self) -> Option<&SheetResult<'p>> {
        self.sheet.as_ref()
    }

    /// The size class.
    pub const fn size(&self) -> &SizeResult {
        &self.size
    }

    /// Members of the counted chapters, in the order of the pack.
    pub fn top_level(&self) -> impl Iterator<Item = &Judged<'p>> {
        self.prerequisites.iter().chain(&self.vetoes).chain(&self.gates).chain(&self.routes)
    }

    /// The reasons of one criterion as lines for a reader; its children explain themselves.
    pub fn explain(&self, judged: &Judged<'_>, lang: Lang) -> Vec<Line> {
        let words = Words::of(self.pack, lang);
        let voice = Voice::new(words, self.dossier, &self.size, self.sheet.as_ref());
        let mut lines = Lines::default();
        if let Reasons::Test(explained) = &judged.reasons {
            Node::explain(explained, &voice, &mut lines);
        }
        lines.finish()
    }

    /// Every counted criterion, parents before children.
    pub fn criteria(&self) -> Vec<&Judged<'p>> {
        let mut all = Vec::new();
        self.top_level().for_each(|judged| judged.collect(&mut all));
        all
    }
}

impl<'p> Judged<'p> {
    fn collect<'j>(&'j self, all: &mut Vec<&'j Self>) {
        all.push(self);
        self.children().iter().for_each(|child| child.collect(all));
    }
}
