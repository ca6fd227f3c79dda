//! Advice in words: 差距 and 培育方向. Closed years are facts; what is told of them is a gap, and what can be
//! done belongs to later years.

use crate::{
    base::{
        fact_kind::FactKind,
        text::{Lang, Text},
        truth::Truth,
        value::{Value, bit},
    },
    language::{missing::FactRef, nodes::Words, packs::Pack, size::SizeClass},
    uses::advice::{EffectKind, Effort, Planned, SideEffect, Slack, Waiting},
};

/// Words for the advice on a pack.
#[derive(Clone, Copy)]
pub struct AdviceWords<'p> {
    pack: &'p Pack,
    words: Words<'p>,
}

/// A change in words, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeWords {
    /// What it is of: 研发费用 2022 年度.
    pub name: String,
    /// What is filled in: 140 万元.
    pub from: String,
    /// What would be enough: 150 万元.
    pub to: String,
    /// What lacks: 10 万元; `None` where there is no difference of figures.
    pub by: Option<String>,
    /// When it could count: 下一申报年度，2024 年起.
    pub when: String,
}

impl ChangeWords {
    /// All parts as one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let Self { name, from, to, by, when } = self;
        let by = |label: &str| by.as_ref().map(|by| format!("{label} {by}")).unwrap_or_default();
        match lang {
            Lang::Zh => {
                format!("{name}：填报 {from}，要求 {to}{}；培育方向：{when}", by("，差"))
            }
            Lang::En => {
                format!("{name}: filled in {from}, required {to}{}; to work for: {when}", by(", short by"))
            }
        }
    }
}

/// That figures of closed years are not what advice is about.
pub const fn closed_years(lang: Lang) -> &'static str {
    lang.pick(
        "已结束年度的数据是既成事实：差距按该年度列示，改进从注明的申报年度起体现。",
        "Figures of closed years are facts: gaps are told for that year, improvement counts from the year named.",
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
            Effort::ThisWindow => self.words.pick("本年度可补材料", "documents this year"),
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
        match place.year {
            Some(year) => format!("{name} {year}{}", self.words.pick(" 年度", "")),
            None => name,
        }
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

    /// A change, part by part.
    pub fn change(&self, planned: &Planned) -> ChangeWords {
        let change = &planned.change;
        let unknown = || self.words.pick("未填", "nothing").to_owned();
        ChangeWords {
            name: self.place(change.place),
            from: change.from.as_ref().map_or_else(unknown, |from| self.value(change.place, from)),
            to: self.value(change.place, &change.to),
            by: change.by().map(|by| self.figure(change.place, &by)),
            when: self.when(planned.effort, planned.window),
        }
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

    /// How far a figure may move.
    pub fn slack(&self, slack: &Slack<'_>) -> String {
        let (name, from) = (self.place(slack.place), self.value(slack.place, &slack.from));
        let to = self.value(slack.place, &slack.to);
        let by = slack.by().map(|by| self.figure(slack.place, &by));
        let spare = |label: &str| by.as_ref().map(|by| format!("{label} {by}")).unwrap_or_default();
        let limit = if slack.rising {
            self.words.pick("最高可到", "at most")
        } else {
            self.words.pick("最低可到", "at least")
        };
        self.words.either(
            || format!("{name}：填报 {from}，{limit} {to}{}", spare("，余")),
            || format!("{name}: filled in {from}, {limit} {to}{}", spare(", to spare")),
        )
    }

    /// What waiting alone would do.
    pub fn waiting(&self, waiting: Waiting) -> String {
        let label =
            self.words.pick("其他情况不变，仅随年限增长，最早满足于", "By time alone, all else as it is, on");
        let other = self.words.pick("（届时本规则未必有效）", " (this pack may not be in force then)");
        format!("{label} {}{}", waiting.as_of, if waiting.in_force { "" } else { other })
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
