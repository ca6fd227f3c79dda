//! An assessment as text for a terminal.

use zjtx_evaluator::{
    Assessment, Judged, Lang, Line, Rulebook, Truth,
    words::{verdict, warning},
};

/// Verdict, every criterion with its reasons, the score, and what is missing.
pub fn report(assessment: &Assessment<'_, '_>, rulebook: &Rulebook, lang: Lang) -> String {
    let mut page = Page { assessment, rulebook, lang, text: String::new() };
    page.heading();
    let dossier = assessment.dossier();
    let retired = dossier.retired_notes(assessment.pack().terms(), lang);
    assessment.notes(lang).iter().chain(&retired).for_each(|note| page.line(0, note));
    for judged in assessment.top_level() {
        page.criterion(judged, 0);
    }
    if !assessment.declarations().is_empty() {
        page.line(0, lang.pick("自述事项（不参与判断）", "Declarations (not counted)"));
        assessment.declarations().iter().for_each(|judged| page.criterion(judged, 1));
    }
    page.score();
    page.missing();
    page.line(0, warning(lang));
    page.text
}

struct Page<'a, 'p, 'd> {
    assessment: &'a Assessment<'p, 'd>,
    rulebook: &'a Rulebook,
    lang: Lang,
    text: String,
}

impl Page<'_, '_, '_> {
    fn line(&mut self, depth: usize, line: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn heading(&mut self) {
        let pack = self.assessment.pack();
        let title = pack.title().get(self.lang);
        self.line(0, &format!("{title}（{} · {}）", pack.id(), self.assessment.dossier().as_of()));
        let label = self.lang.pick("最终判断结果（按目前填写）", "Verdict (as filled in)");
        self.line(0, &format!("{label}：{}", verdict(self.assessment.verdict(), self.lang)));
    }

    fn criterion(&mut self, judged: &Judged<'_>, depth: usize) {
        let criterion = judged.criterion;
        let number = self.rulebook.source(&criterion.cite.source).map_or("", |source| source.number.as_str());
        let waived =
            if judged.waived { self.lang.pick("（不适用）", " (waived or not examined)") } else { "" };
        let head = format!(
            "{} {} {}{waived}  [{number} {}]",
            mark(judged.truth),
            criterion.id,
            criterion.title.get(self.lang),
            criterion.cite.clause
        );
        self.line(depth, &head);
        for line in self.assessment.explain(judged, self.lang) {
            let indent = depth + 2 + usize::from(line.depth);
            self.line(indent, &reason(&line));
        }
        judged.children().iter().for_each(|child| self.criterion(child, depth + 1));
    }

    fn score(&mut self) {
        let Some(sheet) = self.assessment.sheet() else { return };
        let (label, total) = (self.lang.pick("评价得分", "Score"), sheet.total().display());
        self.line(0, &format!("{label} {total} / {}（≥ {}）", sheet.full(), sheet.pass_mark()));
        for group in sheet.groups() {
            let name = group.title().get(self.lang);
            self.line(1, &format!("{name} {} / {}", group.points.display(), group.full()));
            for result in &group.indicators {
                let (id, name) = (&result.indicator.id, result.indicator.title.get(self.lang));
                self.line(2, &format!("{id} {name} {} / {}", result.points.display(), result.indicator.full));
            }
        }
    }

    fn missing(&mut self) {
        let terms = self.assessment.pack().terms();
        let name = |missing: &zjtx_evaluator::FactRef| {
            let term = terms.term(missing.fact)?.term().get(self.lang);
            Some(missing.year.map_or_else(|| term.to_owned(), |year| format!("{term} {year}")))
        };
        let names: Vec<String> = self.assessment.missing().iter().filter_map(name).collect();
        if !names.is_empty() {
            let label = self.lang.pick("还会影响结论的待填项", "Unanswered and still decisive");
            self.line(0, &format!("{label}：{}", names.join("、")));
        }
    }
}

fn reason(line: &Line) -> String {
    let parts = [&line.requirement, &line.own, &line.margin, &line.cause];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    format!("{} {}  {}", mark(line.truth), line.subject, parts.join("  "))
}

/// The sign of a truth.
pub const fn mark(truth: Truth) -> &'static str {
    match truth {
        Truth::Met => "✓",
        Truth::Unmet => "✕",
        Truth::Undetermined => "?",
    }
}
