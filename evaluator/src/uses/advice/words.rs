//! Advice in words: 差距 and 培育方向. Closed years are facts; what can be done is planned for a named application year.

use crate::{
    base::{
        fact_kind::{FactKind, FactPeriod},
        text::{Lang, Text},
        truth::Truth,
        value::{Value, bit},
    },
    language::{missing::FactRef, nodes::Words, packs::Pack, size::SizeClass, terms::Term},
    uses::advice::{Change, EffectKind, Effort, Planned, Route, SideEffect, Slack, Waiting},
};

/// Answers named where several are taken to come out well.
const MOST_NAMED: usize = 6;

/// Words for the advice on a pack.
#[derive(Clone, Copy)]
pub struct AdviceWords<'p> {
    pack: &'p Pack,
    words: Words<'p>,
}

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeWords {
    /// What it takes: 2026 年研发费用至少 932 万元.
    pub need: String,
    /// What there is: 2025 年已有 268 万元; `None` where nothing is said of it.
    pub held: Option<String>,
}

impl ChangeWords {
    /// Both as one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match (&self.held, lang) {
            (None, _) => self.need.clone(),
            (Some(held), Lang::Zh) => format!("{}（{held}）", self.need),
            (Some(held), Lang::En) => format!("{} ({held})", self.need),
        }
    }
}

/// What a plan leaves as it is, and what it takes the open years for.
pub const fn closed_years(lang: Lang) -> &'static str {
    lang.pick(
        "已结束年度的数据不能更改；尚未结束的年度，未列出的数据按与上一年相同估计。",
        "Figures of closed years are facts and stay; an open year is taken to be like the year before in all that is not named.",
    )
}

impl<'p> AdviceWords<'p> {
    /// Words for a pack in the reader's language.
    pub fn of(pack: &'p Pack, lang: Lang) -> Self {
        Self { pack, words: Words::of(pack, lang) }
    }

    /// A kind of effort.
    pub fn effort(&self, effort: Effort) -> &'static str {
        match effort {
            Effort::ThisWindow => self.words.pick("本年度可补充材料", "documents this year"),
            Effort::NextWindow => self.words.pick("下一申报年度", "next application year"),
            Effort::LongTerm => self.words.pick("长期", "long term"),
            Effort::Unchangeable => self.words.pick("不可变", "unchangeable"),
        }
    }

    /// When something could count.
    pub fn when(&self, effort: Effort, window: Option<i16>) -> String {
        let effort_words = self.effort(effort);
        match window.filter(|_| effort != Effort::ThisWindow) {
            Some(year) => self
                .words
                .either(|| format!("{effort_words}，{year} 年起"), || format!("{effort_words}, from {year}")),
            None => effort_words.to_owned(),
        }
    }

    /// The name of a fact, of whatever year.
    pub fn fact(&self, place: FactRef) -> String {
        self.words.term(place.fact)
    }

    /// The name of a fact, with its year.
    pub fn place(&self, place: FactRef) -> String {
        let name = self.fact(place);
        let Some(year) = place.year else { return name };
        match self.period(place) {
            Some(FactPeriod::YearEnd) => {
                self.words.either(|| format!("{name} {year} 年末"), || format!("{name} at the end of {year}"))
            }
            _ => self.words.either(|| format!("{name} {year} 年度"), || format!("{name} {year}")),
        }
    }

    fn period(&self, place: FactRef) -> Option<FactPeriod> {
        self.words.terms().term(place.fact).and_then(Term::period)
    }

    /// The names of several.
    pub fn places(&self, places: &[FactRef]) -> String {
        let names: Vec<String> = places.iter().map(|place| self.place(*place)).collect();
        names.join(self.words.pick("、", ", "))
    }

    /// A value with its unit.
    pub fn value(&self, place: FactRef, value: &Value) -> String {
        let Some(term) = self.words.terms().term(place.fact) else { return String::new() };
        match value {
            Value::Bool(yes) => self.words.yes_no(*yes).to_owned(),
            Value::Choice(own) => self.words.choice_names(place.fact, bit(*own)),
            Value::Set(0) | Value::Rank(None) => self.words.pick("无", "none").to_owned(),
            Value::Set(set) => self.words.choice_names(place.fact, *set),
            Value::Rank(Some(rank)) if term.kind() == FactKind::Rank => {
                self.words.either(|| format!("第 {rank} 名"), || format!("place {rank}"))
            }
            other => self.figure(place, &other.plain().unwrap_or_default()),
        }
    }

    /// A plan for an application year, in one sentence.
    pub fn route(&self, route: &Route) -> String {
        let lang = self.words.lang;
        let changes = route.changes.iter().map(|planned| self.change(planned).sentence(lang));
        let parts: Vec<String> = changes.chain(self.assumed(&route.assumed)).collect();
        let (year, parts) =
            (self.application(route.application_year), parts.join(self.words.pick("；", "; ")));
        self.words.either(|| format!("{year}：{parts}"), || format!("{year}: {parts}"))
    }

    /// The year of an application.
    pub fn application(&self, year: i16) -> String {
        self.words.either(|| format!("{year} 年申报"), || format!("Application of {year}"))
    }

    /// What is taken to come out well, where that is anything.
    pub fn assumed(&self, places: &[FactRef]) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        for name in places.iter().map(|place| self.fact(*place)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let count = names.len();
        names.truncate(MOST_NAMED);
        let more = if count > names.len() { self.words.pick("等", " and others") } else { "" };
        let names = format!("{}{more}", names.join(self.words.pick("、", ", ")));
        (count > 0).then(|| {
            self.words.either(
                || format!("假设待填的 {count} 项达到要求：{names}"),
                || format!("assuming that {count} answers to be given are good enough: {names}"),
            )
        })
    }

    /// A change in words.
    pub fn change(&self, planned: &Planned) -> ChangeWords {
        ChangeWords { need: self.need(&planned.change), held: self.held(planned) }
    }

    fn need(&self, change: &Change) -> String {
        let (name, to) = (self.planned_place(change.place), self.value(change.place, &change.to));
        let from = change.from.as_ref().and_then(Value::as_number);
        match &change.to {
            Value::Number(micros) if from.is_some_and(|from| from > *micros) => {
                self.words.either(|| format!("{name}至多 {to}"), || format!("{name}: at most {to}"))
            }
            Value::Number(_) => {
                self.words.either(|| format!("{name}至少 {to}"), || format!("{name}: at least {to}"))
            }
            Value::Rank(Some(_)) => {
                self.words.either(|| format!("{name}在{to}以内"), || format!("{name}: {to} or better"))
            }
            _ => self.words.either(|| format!("{name}须为“{to}”"), || format!("{name}: has to be “{to}”")),
        }
    }

    /// The name of a fact as a plan speaks of its year.
    fn planned_place(&self, place: FactRef) -> String {
        let name = self.fact(place);
        let Some(year) = place.year else { return name };
        match self.period(place) {
            Some(FactPeriod::YearEnd) => {
                self.words.either(|| format!("{year} 年末{name}"), || format!("{name} at the end of {year}"))
            }
            Some(FactPeriod::ApplicationYear) => self
                .words
                .either(|| format!("{year} 年申报的{name}"), || format!("{name} of the {year} application")),
            _ => self.words.either(|| format!("{year} 年{name}"), || format!("{name} of {year}")),
        }
    }

    fn held(&self, planned: &Planned) -> Option<String> {
        let change = &planned.change;
        if change.place.year.is_none() {
            let from = self.value(change.place, change.from.as_ref()?);
            return Some(match change.to {
                Value::Number(_) | Value::Rank(_) => {
                    self.words.either(|| format!("目前为 {from}"), || format!("now {from}"))
                }
                _ => self.words.either(|| format!("目前为“{from}”"), || format!("now “{from}”")),
            });
        }
        let is_more = change.from.as_ref().and_then(Value::as_number) < change.to.as_number();
        let figures = planned.held.iter().map(|(year, micros)| {
            let figure = self.value(change.place, &Value::Number(*micros));
            let verb = match (change.place.year == Some(*year), is_more && *micros > 0) {
                (true, _) => self.words.pick("年目前填报", "filled in so far"),
                (false, true) => self.words.pick("年已有", "already"),
                (false, false) => self.words.pick("年为", "is"),
            };
            self.words.either(|| format!("{year} {verb} {figure}"), || format!("{year}: {verb} {figure}"))
        });
        let figures: Vec<String> = figures.collect();
        (!figures.is_empty()).then(|| figures.join(self.words.pick("、", ", ")))
    }

    /// A side effect, on what and how.
    pub fn side_effect(&self, effect: &SideEffect) -> String {
        let (from, to) = (self.state(&effect.from), self.state(&effect.to));
        let what = match effect.kind {
            EffectKind::Criterion | EffectKind::Tier => self.words.pick("条件", "criterion"),
            EffectKind::Indicator => self.words.pick("指标得分", "points of indicator"),
            EffectKind::SizeClass => self.words.pick("企业划型", "size class"),
        };
        let what = format!("{what}{}", self.subject(effect));
        if effect.kind == EffectKind::Tier {
            return format!("{what} {}", self.words.pick("换到另一档要求", "falls into another tier"));
        }
        self.words.either(|| format!("{what}：{from} → {to}"), || format!("{what}: {from} → {to}"))
    }

    /// By how much a condition is met.
    pub fn slack(&self, slack: &Slack<'_>) -> String {
        let (name, from) = (self.place(slack.place), self.value(slack.place, &slack.from));
        let to = self.value(slack.place, &slack.to);
        let by = slack.by().map(|by| self.figure(slack.place, &by));
        let spare = |label: &str| by.as_ref().map(|by| format!("{label} {by}")).unwrap_or_default();
        let (limit, least) = match (&slack.to, slack.rising) {
            (Value::Rank(_), _) => (format!("{to}以内即可"), format!("{to} or better is enough")),
            (_, true) => (format!("不高于 {to}即可"), format!("up to {to} is enough")),
            (_, false) => (format!("不低于 {to}即可"), format!("{to} or more is enough")),
        };
        self.words.either(
            || format!("{name}：填报 {from}，{limit}{}", spare("，富余")),
            || format!("{name}: filled in {from}, {least}{}", spare(", to spare")),
        )
    }

    /// What waiting alone would do.
    pub fn waiting(&self, waiting: &Waiting) -> String {
        let (year, day) = (waiting.as_of.year(), waiting.as_of);
        let told = self.words.either(
            || format!("其他情况不变，仅随年限增长，最早可满足：{year} 年申报（{day}）"),
            || format!("By time alone, all else as it is, first met: application of {year} ({day})"),
        );
        let assumed = self
            .assumed(&waiting.assumed)
            .map(|assumed| self.words.either(|| format!("；{assumed}"), || format!("; {assumed}")));
        format!("{told}{}{}", assumed.unwrap_or_default(), self.in_force(waiting.in_force))
    }

    /// That nobody knows which rules are in force then, where that is so.
    pub fn in_force(&self, known: bool) -> &'static str {
        if known {
            ""
        } else {
            self.words.pick(
                "（届时的标准尚未公布，按现有标准估计）",
                " (rules for then are not known; judged by those at hand)",
            )
        }
    }

    /// Digits with the unit of a fact.
    fn figure(&self, place: FactRef, digits: &str) -> String {
        let term = self.words.terms().term(place.fact);
        term.map_or_else(|| digits.to_owned(), |term| term.figure(digits, self.words.lang))
    }

    /// Id and title of the criterion or indicator that a side effect is on.
    fn subject(&self, effect: &SideEffect) -> String {
        let named = |title: &Text| format!(" {} {}", effect.id, title.get(self.words.lang));
        let criteria = self.pack.criteria().into_iter().chain(&self.pack.chapters().declarations);
        let mut criteria = criteria.filter(|criterion| criterion.id == effect.id);
        let groups = self.pack.sheet().into_iter().flat_map(|sheet| &sheet.groups);
        let mut indicators = groups.flat_map(|group| &group.indicators).filter(|item| item.id == effect.id);
        let title = match effect.kind {
            EffectKind::SizeClass => None,
            EffectKind::Indicator => indicators.next().map(|indicator| &indicator.title),
            EffectKind::Criterion | EffectKind::Tier => criteria.next().map(|criterion| &criterion.title),
        };
        title.map(named).unwrap_or_default()
    }

    /// Ids of a truth or of size classes in words; points as they are.
    fn state(&self, ids: &str) -> String {
        let words: Vec<&str> = ids.split(' ').map(|id| self.state_word(id)).collect();
        words.join(self.words.pick("、", ", "))
    }

    fn state_word<'i>(&self, id: &'i str) -> &'i str {
        let truths = [
            (Truth::Met, "满足", "met"),
            (Truth::Unmet, "不满足", "not met"),
            (Truth::Undetermined, "尚不能判断", "undetermined"),
        ];
        let truth = truths.into_iter().find(|(truth, ..)| truth.id() == id);
        match (truth, SizeClass::from_id(id)) {
            (Some((_, zh, en)), _) => self.words.lang.pick(zh, en),
            (None, Some(class)) => class.name(self.words.lang),
            (None, None) => id,
        }
    }
}
