//! Advice as text for a terminal: 差距 and 培育方向. Closed years are facts; what is told of them is a gap, and
//! what can be done belongs to later years.

use crate::text::{mark, verdict};
use zjtx_evaluator::{
    Date, FactKind, FactRef, Lang, Value,
    advise::{Advice, EffectKind, Effort, Gap, Planned, Route, SideEffect, Slack},
    bit,
};

/// Gaps, routes, waiting, slack, and what to find out first.
pub fn report(advice: &Advice<'_>, as_of: Date, lang: Lang) -> String {
    let mut page = Page { advice, lang, text: String::new() };
    let title = advice.pack.title().get(lang);
    page.line(0, &format!("{title}（{} · {as_of}）", advice.pack.id()));
    let label = lang.pick("最终判断结果（按目前填写）", "Verdict (as filled in)");
    page.line(0, &format!("{label}：{}", verdict(advice.verdict, lang)));
    page.gaps();
    page.routes();
    page.waiting();
    page.find_out();
    page.slack();
    page.closing();
    page.text
}

struct Page<'a> {
    advice: &'a Advice<'a>,
    lang: Lang,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, depth: usize, line: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn heading(&mut self, zh: &'static str, en: &'static str) {
        self.line(0, self.lang.pick(zh, en));
    }

    fn gaps(&mut self) {
        if self.advice.gaps.is_empty() {
            return;
        }
        self.heading("差距", "Gaps");
        self.advice.gaps.iter().for_each(|gap| self.gap(gap));
    }

    fn gap(&mut self, gap: &Gap<'_>) {
        let not_needed = self.lang.pick("（另有条件已满足，不必补齐）", " (an alternative is met)");
        let note = if gap.needed { "" } else { not_needed };
        let title = gap.criterion.title.get(self.lang);
        self.line(1, &format!("{} {} {title}{note}", mark(gap.truth), gap.criterion.id));
        for route in &gap.routes {
            if let [planned] = route.changes.as_slice() {
                self.change(2, planned);
                self.side_effects(3, &route.side_effects);
            } else {
                let heading = self.lang.pick("组合", "Together");
                self.line(2, &format!("{heading}（{}）", self.when(route.effort, route.window)));
                self.whole(3, route);
            }
        }
        if !gap.find_out.is_empty() {
            let label = self.lang.pick("待查明", "To find out");
            self.line(2, &format!("{label}：{}", self.places(&gap.find_out)));
        } else if gap.routes.is_empty() {
            self.line(2, self.lang.pick("不可变：没有可以努力的方向", "Unchangeable: nothing leads there"));
        }
    }

    fn whole(&mut self, depth: usize, route: &Route) {
        route.changes.iter().for_each(|planned| self.change(depth, planned));
        self.side_effects(depth, &route.side_effects);
    }

    fn change(&mut self, depth: usize, planned: &Planned) {
        let change = &planned.change;
        let (name, to) = (self.name(change.place), self.value(change.place, &change.to));
        let unknown = self.lang.pick("未填", "nothing").to_owned();
        let from = change.from.as_ref().map_or(unknown, |from| self.value(change.place, from));
        let by = change
            .by()
            .map(|by| format!("，{} {by}{}", self.lang.pick("差", "short by"), self.unit(change.place)));
        let by = by.unwrap_or_default();
        let (own, wanted) = (self.lang.pick("填报", "filled in"), self.lang.pick("要求", "required"));
        let (toward, when) =
            (self.lang.pick("培育方向", "to work for"), self.when(planned.effort, planned.window));
        self.line(depth, &format!("{name}：{own} {from}，{wanted} {to}{by}；{toward}：{when}"));
    }

    fn side_effects(&mut self, depth: usize, effects: &[SideEffect]) {
        for effect in effects {
            let (id, from, to) = (&effect.id, self.word(&effect.from), self.word(&effect.to));
            let line = match effect.kind {
                EffectKind::Criterion => {
                    format!("{} {id}：{from} → {to}", self.lang.pick("条件", "criterion"))
                }
                EffectKind::Indicator => {
                    format!("{} {id}：{from} → {to}", self.lang.pick("指标得分", "indicator"))
                }
                EffectKind::Tier => {
                    format!("{id} {}", self.lang.pick("换到另一档要求", "falls into another tier"))
                }
                EffectKind::SizeClass => {
                    format!("{}：{from} → {to}", self.lang.pick("企业划型", "size class"))
                }
            };
            self.line(depth, &format!("{}：{line}", self.lang.pick("连带影响", "Side effect")));
        }
    }

    fn routes(&mut self) {
        if self.advice.routes.is_empty() {
            return;
        }
        self.heading("培育路径（每条单独走完即满足全部条件）", "Routes (each alone meets everything)");
        for (number, route) in (1..).zip(&self.advice.routes) {
            let label = self.lang.pick("路径", "Route");
            self.line(1, &format!("{label} {number}（{}）", self.when(route.effort, route.window)));
            self.whole(2, route);
        }
    }

    fn waiting(&mut self) {
        let Some(waiting) = self.advice.waiting else { return };
        let label =
            self.lang.pick("其他情况不变，仅随年限增长，最早满足于", "By time alone, all else as it is, on");
        let other = self.lang.pick("（届时本规则未必有效）", " (this pack may not be in force then)");
        let note = if waiting.in_force { "" } else { other };
        self.line(0, &format!("{label} {}{note}", waiting.as_of));
    }

    fn find_out(&mut self) {
        if !self.advice.find_out.is_empty() {
            let label = self.lang.pick("先查明", "To find out first");
            self.line(0, &format!("{label}：{}", self.places(&self.advice.find_out)));
        }
    }

    fn slack(&mut self) {
        if self.advice.slack.is_empty() {
            return;
        }
        self.heading("安全余量（其他情况不变）", "Slack (all else as it is)");
        self.advice.slack.iter().for_each(|slack| self.one_slack(slack));
    }

    fn one_slack(&mut self, slack: &Slack<'_>) {
        let (name, from) = (self.name(slack.place), self.value(slack.place, &slack.from));
        let to = self.value(slack.place, &slack.to);
        let limit = if slack.rising {
            self.lang.pick("最高可到", "at most")
        } else {
            self.lang.pick("最低可到", "at least")
        };
        let by = slack
            .by()
            .map(|by| format!("，{} {by}{}", self.lang.pick("余", "to spare"), self.unit(slack.place)));
        let own = self.lang.pick("填报", "filled in");
        self.line(
            1,
            &format!("{} {name}：{own} {from}，{limit} {to}{}", slack.criterion.id, by.unwrap_or_default()),
        );
    }

    fn closing(&mut self) {
        self.heading(
            "已结束年度的数据是既成事实：差距按该年度列示，改进从注明的申报年度起体现。",
            "Figures of closed years are facts: gaps are told for that year, improvement counts from the year named.",
        );
        self.heading("仅供自测参考，不作为评审依据。", "For self-test only; not a basis for any review.");
    }

    /// When a change could count, in words.
    fn when(&self, effort: Effort, window: Option<i16>) -> String {
        let words = match effort {
            Effort::ThisWindow => self.lang.pick("本年度可补材料", "documents this year"),
            Effort::NextWindow => self.lang.pick("下一申报年度", "next application year"),
            Effort::LongTerm => self.lang.pick("长期", "long term"),
            Effort::Unchangeable => self.lang.pick("不可变", "unchangeable"),
        };
        match window.filter(|_| effort != Effort::ThisWindow) {
            Some(year) => format!("{words}，{year} {}", self.lang.pick("年起", "at the earliest")),
            None => words.to_owned(),
        }
    }

    fn name(&self, place: FactRef) -> String {
        let term = self.advice.pack.terms().term(place.fact);
        let name = term.map_or("", |term| term.term().get(self.lang));
        place
            .year
            .map_or_else(|| name.to_owned(), |year| format!("{name} {year}{}", self.lang.pick(" 年度", "")))
    }

    fn places(&self, places: &[FactRef]) -> String {
        let names: Vec<String> = places.iter().map(|place| self.name(*place)).collect();
        names.join(self.lang.pick("、", ", "))
    }

    fn unit(&self, place: FactRef) -> &'static str {
        let unit = self.advice.pack.terms().term(place.fact).and_then(|term| term.unit());
        unit.map_or("", |unit| unit.suffix(self.lang))
    }

    fn value(&self, place: FactRef, value: &Value) -> String {
        let Some(term) = self.advice.pack.terms().term(place.fact) else { return String::new() };
        let named = |chosen: &dyn Fn(u8) -> bool| {
            let names = (0_u8..).zip(term.choices()).filter(|(index, _)| chosen(*index));
            let names: Vec<&str> = names.map(|(_, (_, name))| name.get(self.lang)).collect();
            names.join(self.lang.pick("、", ", "))
        };
        match value {
            Value::Bool(yes) => {
                if *yes { self.lang.pick("是", "yes") } else { self.lang.pick("否", "no") }.to_owned()
            }
            Value::Choice(own) => named(&|index| index == *own),
            Value::Set(0) | Value::Rank(None) => self.lang.pick("无", "none").to_owned(),
            Value::Set(set) => named(&|index| set & bit(index) != 0),
            Value::Rank(Some(rank)) if term.kind() == FactKind::Rank => {
                format!("{}{rank}{}", self.lang.pick("第 ", "place "), self.lang.pick(" 名", ""))
            }
            other => format!("{}{}", other.plain().unwrap_or_default(), self.unit(place)),
        }
    }

    /// A truth or size class id in words; points as they are.
    fn word(&self, id: &str) -> String {
        let words = [
            ("met", "满足"),
            ("unmet", "不满足"),
            ("undetermined", "尚不能判断"),
            ("large", "大型"),
            ("medium", "中型"),
            ("small", "小型"),
            ("micro", "微型"),
        ];
        let word = |id: &str| {
            words.iter().find(|(known, _)| *known == id).map_or(id.to_owned(), |(_, zh)| (*zh).to_owned())
        };
        match self.lang {
            Lang::Zh => id.split(' ').map(word).collect::<Vec<_>>().join("、"),
            Lang::En => id.to_owned(),
        }
    }
}
