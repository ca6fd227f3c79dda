//! Size classes 「企业划型」 (docs/language.md §9).

use crate::{
    base::{
        compact::compact,
        number::{Literal, Unit},
        text::{Lang, Text},
        truth::Truth,
        value::Value,
    },
    language::{
        answers::Answers,
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        quantities::check_literal,
        terms::{FactIx, Terms},
    },
    written::{SizeFloorsDoc, SizeGroupDoc, SizeTableDoc},
};

/// A size class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SizeClass {
    /// 「大型」
    Large,
    /// 「中型」
    Medium,
    /// 「小型」
    Small,
    /// 「微型」
    Micro,
}

impl SizeClass {
    /// From large to micro.
    pub const ALL: [Self; 4] = [Self::Large, Self::Medium, Self::Small, Self::Micro];

    /// Id in dossiers, packs and results.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Medium => "medium",
            Self::Small => "small",
            Self::Micro => "micro",
        }
    }

    /// Name of the class for people.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Large => lang.pick("大型", "large"),
            Self::Medium => lang.pick("中型", "medium"),
            Self::Small => lang.pick("小型", "small"),
            Self::Micro => lang.pick("微型", "micro"),
        }
    }

    /// The class of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.id() == id)
    }

    const fn bit(self) -> u8 {
        match self {
            Self::Large => 1,
            Self::Medium => 2,
            Self::Small => 4,
            Self::Micro => 8,
        }
    }
}

/// A set of size classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet(u8);

compact!(struct ClassSet(inner));

impl ClassSet {
    /// All four classes.
    pub const EVERY: Self = Self(15);

    /// With one more.
    #[must_use]
    pub const fn with(self, class: SizeClass) -> Self {
        Self(self.0 | class.bit())
    }

    /// Whether all of its classes are in the other.
    pub const fn is_subset(self, other: Self) -> bool {
        self.0 & other.0 == self.0
    }

    /// Whether they share one.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Its classes, from large to micro.
    pub fn iter(self) -> impl Iterator<Item = SizeClass> {
        SizeClass::ALL.into_iter().filter(move |class| self.0 & class.bit() != 0)
    }

    /// Names of the classes, joined for people.
    pub fn names(self, lang: Lang) -> String {
        let names: Vec<&str> = self.iter().map(|class| class.name(lang)).collect();
        names.join(lang.pick("、", ", "))
    }

    /// The classes of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// As bits, the large class first.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Bits beyond the four classes are left out.
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & Self::EVERY.0)
    }

    /// Only the declared class, where it is one of several.
    #[must_use]
    pub fn settled(self, declared: Option<SizeClass>) -> Self {
        let declared = declared.map(|class| Self::default().with(class));
        declared.filter(|class| class.is_subset(self)).unwrap_or(self)
    }
}

/// Floors of the classes by industry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeTable {
    industry: FactIx,
    declared: FactIx,
    groups: Vec<SizeGroup>,
    /// Prefixes that have no group of their own: left out, or unclear.
    outside: Vec<String>,
}

compact!(struct SizeTable { industry, declared, groups, outside });

/// Industries that share floors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeGroup {
    /// Name for people, in both languages.
    pub name: Text,
    /// GB/T 4754 code prefixes.
    pub industries: Vec<String>,
    /// What is measured, with the floors of large, medium and small.
    pub indicators: Vec<(FactIx, [Literal; 3])>,
}

compact!(struct SizeGroup { name, industries, indicators });

/// What the size table came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeResult {
    candidates: ClassSet,
    read: Vec<(FactIx, Option<Cause>)>,
}

impl SizeResult {
    /// Nothing is known.
    pub(crate) const fn unknown() -> Self {
        Self { candidates: ClassSet::EVERY, read: Vec::new() }
    }

    /// Classes that are still possible.
    pub const fn candidates(&self) -> ClassSet {
        self.candidates
    }

    /// The class, if only one is possible.
    pub fn class(&self) -> Option<SizeClass> {
        let mut classes = self.candidates.iter();
        classes.next().filter(|_| classes.next().is_none())
    }

    /// Facts that were read for it.
    pub fn facts(&self) -> impl Iterator<Item = FactIx> {
        self.read.iter().map(|(fact, _)| *fact)
    }

    /// Facts that are absent and left the class open.
    pub fn open_facts(&self) -> impl Iterator<Item = FactIx> {
        self.read.iter().filter(|(_, cause)| cause.is_some()).map(|(fact, _)| *fact)
    }

    /// The first fact that is absent and left the class open.
    pub(crate) fn first_missing(&self) -> Option<Cause> {
        self.read.iter().find_map(|(_, cause)| *cause)
    }
}

impl SizeTable {
    pub(crate) fn check(doc: &SizeTableDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (industry, _) = c.fact("industry")?;
        let (declared, _) = c.fact("size_class")?;
        let groups = c.at("groups", |c| c.each(&doc.groups, SizeGroup::check))?;
        for (key, prefixes) in [("not_covered", &doc.not_covered), ("unclear", &doc.unclear)] {
            c.at(key, |c| c.each(prefixes, |prefix, c| check_prefix(prefix, c)))?;
        }
        let outside = doc.not_covered.iter().chain(&doc.unclear).cloned().collect();
        let table = Self { industry, declared, groups, outside };
        let mut prefixes: Vec<&String> = table.prefixes().map(|(prefix, _)| prefix).collect();
        prefixes.sort_unstable();
        if prefixes.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
            return c.fail(Code::BandOrder, "同一行业代码前缀写了两次");
        }
        Some(table)
    }

    /// Its groups of industries.
    pub fn groups(&self) -> &[SizeGroup] {
        &self.groups
    }

    /// The fact that picks the group.
    pub const fn industry(&self) -> FactIx {
        self.industry
    }

    /// The fact that counts where the figures leave several classes.
    pub const fn declared(&self) -> FactIx {
        self.declared
    }

    /// Calls `f` with every fact that it reads.
    pub(crate) fn each_fact(&self, f: &mut dyn FnMut(FactIx)) {
        f(self.industry);
        f(self.declared);
        self.groups.iter().flat_map(|group| &group.indicators).for_each(|(fact, _)| f(*fact));
    }

    fn prefixes(&self) -> impl Iterator<Item = (&String, Option<&SizeGroup>)> {
        let inside = self
            .groups
            .iter()
            .flat_map(|group| group.industries.iter().map(move |prefix| (prefix, Some(group))));
        inside.chain(self.outside.iter().map(|prefix| (prefix, None)))
    }

    /// Groups that an industry code may stand for; `None` stands for “no group”.
    pub fn groups_of<'t>(&'t self, code: &str) -> Vec<Option<&'t SizeGroup>> {
        let longest = self
            .prefixes()
            .filter(|(prefix, _)| code.starts_with(prefix.as_str()))
            .max_by_key(|(prefix, _)| prefix.len());
        let longer =
            self.prefixes().filter(|(prefix, _)| prefix.len() > code.len() && prefix.starts_with(code));
        longest.into_iter().chain(longer).map(|(_, group)| group).collect()
    }

    /// The same for the dossier's industry; empty where it is unknown.
    pub(crate) fn groups_at(&self, answers: &Answers<'_>) -> Vec<Option<&SizeGroup>> {
        let code = answers.value(self.industry).ok().and_then(Value::as_code);
        code.map_or_else(Vec::new, |code| self.groups_of(code))
    }

    pub(crate) fn eval(&self, answers: &Answers<'_>) -> SizeResult {
        // The industry, two figures or three, and what the firm declares.
        let mut result = SizeResult { candidates: ClassSet::default(), read: Vec::with_capacity(5) };
        result.read.push((self.industry, answers.value(self.industry).err()));
        let groups = self.groups_at(answers);
        if groups.is_empty() {
            result.candidates = ClassSet::EVERY;
        }
        for group in groups {
            let classes = group.map_or(ClassSet::EVERY, |group| group.candidates(answers, &mut result.read));
            result.candidates = result.candidates.union(classes);
        }
        self.settle_by_declaration(answers, &mut result);
        result
    }

    /// A declared class counts only where the figures leave several.
    fn settle_by_declaration(&self, answers: &Answers<'_>, result: &mut SizeResult) {
        if result.class().is_some() {
            return;
        }
        let declared = declared_class(answers.terms, self.declared, answers.value(self.declared).ok());
        result.read.push((self.declared, declared.is_none().then_some(Cause::missing(self.declared))));
        result.candidates = result.candidates.settled(declared);
    }
}

fn declared_class(terms: &Terms, fact: FactIx, value: Option<&Value>) -> Option<SizeClass> {
    let Value::Choice(index) = value? else { return None };
    SizeClass::from_id(terms.term(fact)?.choice_id(*index)?)
}

/// A code prefix begins like a division that exists.
fn check_prefix(prefix: &str, c: &mut Checker<'_>) -> Option<()> {
    let divisions = &c.terms().industries().divisions;
    if divisions.iter().any(|division| prefix.starts_with(&division.code)) {
        return Some(());
    }
    c.fail(Code::UnknownReference, format!("行业分类没有“{prefix}”"))
}

impl SizeGroup {
    fn check(doc: &SizeGroupDoc, c: &mut Checker<'_>) -> Option<Self> {
        let SizeFloorsDoc { large, medium, small } = &doc.floors;
        let columns = doc.indicators.len();
        if columns == 0 || [large, medium, small].iter().any(|floors| floors.len() != columns) {
            return c.at("floors", |c| c.fail(Code::BandOrder, "每档的下限个数应与指标个数相同"));
        }
        c.at("industries", |c| c.each(&doc.industries, |prefix, c| check_prefix(prefix, c)))?;
        let floors = large.iter().zip(medium).zip(small).enumerate();
        let indicators = doc
            .indicators
            .iter()
            .zip(floors)
            .map(|(id, (index, ((large, medium), small)))| {
                Self::check_indicator(id, &index.to_string(), [large, medium, small], c)
            })
            .collect::<Option<Vec<_>>>()?;
        Some(Self { name: doc.name.clone(), industries: doc.industries.clone(), indicators })
    }

    fn check_indicator(
        id: &str,
        index: &str,
        floors: [&String; 3],
        c: &mut Checker<'_>,
    ) -> Option<(FactIx, [Literal; 3])> {
        let (fact, unit) = c.at("indicators", |c| c.at(index, |c| Self::check_measure(id, c)))?;
        let [large, medium, small] = floors;
        let mut floor = |class: &str, text: &str| {
            c.at("floors", |c| c.at(class, |c| c.at(index, |c| check_literal(text, unit, c))))
        };
        let floors = (floor("large", large), floor("medium", medium), floor("small", small));
        let floors = [floors.0?, floors.1?, floors.2?];
        if !floors.is_sorted_by(|a, b| a.micros() > b.micros()) {
            return c.at("floors", |c| c.fail(Code::BandOrder, "划型下限应由大型到小型递减"));
        }
        Some((fact, floors))
    }

    fn check_measure(id: &str, c: &mut Checker<'_>) -> Option<(FactIx, Unit)> {
        let (fact, term) = c.fact(id)?;
        let Some(unit) = term.unit() else {
            return c.fail(Code::KindMismatch, format!("“{id}”不是数值，不能用于划型"));
        };
        Some((fact, unit))
    }

    /// From large to small: the classes whose floors are or may be reached, then micro.
    fn candidates(&self, answers: &Answers<'_>, read: &mut Vec<(FactIx, Option<Cause>)>) -> ClassSet {
        let figures: Vec<Result<i64, Cause>> =
            self.indicators.iter().map(|(fact, _)| answers.number(*fact, 0)).collect();
        let known = |fact| figures.iter().zip(&self.indicators).find(|(_, (of, _))| *of == fact)?.0.ok();
        let (candidates, open) = self.walk(known);
        let causes = figures.iter().map(|figure| figure.err().filter(|_| open));
        read.extend(self.indicators.iter().map(|(fact, _)| *fact).zip(causes));
        candidates
    }

    /// The candidates, and whether an absent figure left a class open.
    pub fn walk(&self, figure: impl Fn(FactIx) -> Option<i64> + Copy) -> (ClassSet, bool) {
        let mut candidates = ClassSet::default();
        let mut open = false;
        for (class, position) in [(SizeClass::Large, 0), (SizeClass::Medium, 1), (SizeClass::Small, 2)] {
            match self.reaches(position, figure) {
                Truth::Met => return (candidates.with(class), open),
                Truth::Undetermined => {
                    candidates = candidates.with(class);
                    open = true;
                }
                Truth::Unmet => {}
            }
        }
        (candidates.with(SizeClass::Micro), open)
    }

    fn reaches(&self, class: usize, figure: impl Fn(FactIx) -> Option<i64>) -> Truth {
        Truth::all(self.indicators.iter().map(|(fact, floors)| match (figure(*fact), floors.get(class)) {
            (Some(micros), Some(floor)) => Truth::settled(micros >= floor.micros()),
            _ => Truth::Undetermined,
        }))
    }
}
