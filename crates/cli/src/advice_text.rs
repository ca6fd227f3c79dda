//! Advice as text for a terminal: 差距 and 培育方向. Closed years are facts; what can be done is planned for a named
//! application year.

use crate::text::mark;
use zjtx_evaluator::{
    AdviceWords, Date, Lang,
    advice::{Advice, Gap, Route, SideEffect},
    closed_years,
    words::{verdict, warning},
};

/// Gaps, what is not answered, routes, waiting, slack, and what to find out first.
pub fn report(advice: &Advice<'_>, as_of: Date, lang: Lang) -> String {
    let words = AdviceWords::of(advice.pack, lang);
    let mut page = Page { advice, words, lang, text: String::new() };
    let title = advice.pack.title().get(lang);
    page.line(0, &format!("{title}（{} · {as_of}）", advice.pack.id()));
    let label = lang.pick("最终判断结果（按目前填写）", "Verdict (as filled in)");
    page.line(0, &format!("{label}：{}", verdict(advice.verdict, lang)));
    page.gaps();
    page.unanswered();
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
        gap.routes.iter().for_each(|route| self.route(2, "", route));
        if let Some(year) = gap.waiting {
            let year = self.words.application(year);
            let met = self.lang.pick("仅随时间推移即可满足", "met by time alone");
            self.line(2, &format!("{year}：{met}"));
        } else if gap.routes.is_empty() {
            self.line(2, self.lang.pick("暂无可行的改进方向", "Nothing leads there"));
        }
    }

    fn unanswered(&mut self) {
        let needed: Vec<_> = self.advice.unanswered.iter().filter(|open| open.needed).collect();
        if needed.is_empty() {
            return;
        }
        self.heading("待填（填写后才能判断）", "Not answered yet");
        for open in needed {
            let (title, places) = (open.criterion.title.get(self.lang), self.words.places(&open.find_out));
            self.line(1, &format!("{} {title}：{places}", open.criterion.id));
        }
    }

    fn route(&mut self, depth: usize, label: &str, route: &Route) {
        let in_force = self.words.in_force(route.in_force);
        self.line(depth, &format!("{label}{}{in_force}", self.words.route(route)));
        self.side_effects(depth.saturating_add(1), &route.side_effects);
    }

    fn side_effects(&mut self, depth: usize, effects: &[SideEffect]) {
        let label = self.lang.pick("对其他条件的影响", "Side effect");
        for effect in effects {
            self.line(depth, &format!("{label}：{}", self.words.side_effect(effect)));
        }
    }

    fn routes(&mut self) {
        if self.advice.routes.is_empty() {
            return;
        }
        self.heading("培育路径（每条单独完成即满足全部条件）", "Routes (each alone meets everything)");
        for (number, route) in (1..).zip(&self.advice.routes) {
            let label = self.lang.pick("路径", "Route");
            self.route(1, &format!("{label} {number}　"), route);
        }
    }

    fn waiting(&mut self) {
        if let Some(waiting) = &self.advice.waiting {
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
        self.heading("达标富余（其他情况不变）", "Room to spare (all else as it is)");
        for slack in &self.advice.slack {
            let title = slack.criterion.title.get(self.lang);
            self.line(1, &format!("{} {title}：{}", slack.criterion.id, self.words.slack(slack)));
        }
    }

    fn closing(&mut self) {
        self.line(0, closed_years(self.lang));
        self.line(0, warning(self.lang));
    }
}
