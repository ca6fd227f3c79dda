//! Advice as text for a terminal: 差距 and 培育方向. Closed years are facts; what is told of them is a gap, and
//! what can be done belongs to later years.

use crate::text::mark;
use zjtx_evaluator::{
    AdviceWords, Date, Lang,
    advice::{Advice, Gap, Planned, Route, SideEffect},
    closed_years,
    words::{verdict, warning},
};

/// Gaps, routes, waiting, slack, and what to find out first.
pub fn report(advice: &Advice<'_>, as_of: Date, lang: Lang) -> String {
    let words = AdviceWords::of(advice.pack, lang);
    let mut page = Page { advice, words, lang, text: String::new() };
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
    words: AdviceWords<'a>,
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
                self.line(2, &format!("{heading}（{}）", self.words.when(route.effort, route.window)));
                self.whole(3, route);
            }
        }
        if !gap.find_out.is_empty() {
            let label = self.lang.pick("待查明", "To find out");
            self.line(2, &format!("{label}：{}", self.words.places(&gap.find_out)));
        } else if gap.routes.is_empty() {
            self.line(2, self.lang.pick("不可变：没有可以努力的方向", "Unchangeable: nothing leads there"));
        }
    }

    fn whole(&mut self, depth: usize, route: &Route) {
        route.changes.iter().for_each(|planned| self.change(depth, planned));
        self.side_effects(depth, &route.side_effects);
    }

    fn change(&mut self, depth: usize, planned: &Planned) {
        self.line(depth, &self.words.change(planned).sentence(self.lang));
    }

    fn side_effects(&mut self, depth: usize, effects: &[SideEffect]) {
        let label = self.lang.pick("连带影响", "Side effect");
        for effect in effects {
            self.line(depth, &format!("{label}：{}", self.words.side_effect(effect)));
        }
    }

    fn routes(&mut self) {
        if self.advice.routes.is_empty() {
            return;
        }
        self.heading("培育路径（每条单独走完即满足全部条件）", "Routes (each alone meets everything)");
        for (number, route) in (1..).zip(&self.advice.routes) {
            let label = self.lang.pick("路径", "Route");
            self.line(1, &format!("{label} {number}（{}）", self.words.when(route.effort, route.window)));
            self.whole(2, route);
        }
    }

    fn waiting(&mut self) {
        if let Some(waiting) = self.advice.waiting {
            self.line(0, &self.words.waiting(waiting));
        }
    }

    fn find_out(&mut self) {
        if !self.advice.find_out.is_empty() {
            let label = self.lang.pick("先查明", "To find out first");
            self.line(0, &format!("{label}：{}", self.words.places(&self.advice.find_out)));
        }
    }

    fn slack(&mut self) {
        if self.advice.slack.is_empty() {
            return;
        }
        self.heading("安全余量（其他情况不变）", "Slack (all else as it is)");
        for slack in &self.advice.slack {
            self.line(1, &format!("{} {}", slack.criterion.id, self.words.slack(slack)));
        }
    }

    fn closing(&mut self) {
        self.line(0, closed_years(self.lang));
        self.line(0, warning(self.lang));
    }
}
