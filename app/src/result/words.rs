//! Words of the result.

pub use crate::words::{
    APPLICATION_KIND, COLON, LEVEL, LIST_COMMA, NO, PLEASE_CHOOSE, SUBMIT, YES, application_kind, confidence,
    verdict, warning,
};
use crate::{
    standing::State,
    words::{Lang, Words, say},
};
use std::fmt::Display;
use zjtx_evaluator::Date;

/// Heading of the plan.
pub const PLAN: Words = Words::new("申报建议", "What to do");
/// A row of the plan.
pub const NOW: Words = Words::new("现在可报", "Open to you now");
/// Where no level is met.
pub const NONE_YET: Words = Words::new(
    "所选级别中，暂无全部条件均满足的。",
    "None of the chosen levels meets all its conditions yet.",
);
/// A row of the plan.
pub const LACKS: Words = Words::new("还差什么", "Not met");
/// Where nothing is known to be lacking.
pub const LACKS_NOTHING: Words =
    Words::new("已填内容中没有未满足的条件。", "Nothing that is filled in falls short.");
/// A row of the plan.
pub const WHERE: Words = Words::new("去哪里办", "Where");
/// Beneath the rounds.
pub const NO_ROUND: Words = Words::new(
    "暂无进行中或即将开始的批次，以主管部门通知为准。",
    "No round is current or announced; the authority’s notice prevails.",
);
/// Before the name of the official platform.
pub const APPLY_AT: Words = Words::new("申报平台：", "Apply at ");
/// Of a link that leaves the page as it is.
pub const NEW_WINDOW: Words = Words::new("（新窗口）", " (new window)");
/// Where the site names no platform.
pub const NO_PLATFORM: Words =
    Words::new("申报入口以当地主管部门通知为准。", "The local authority’s notice says where to apply.");
/// To the list of rounds.
pub const ROUNDS: Words = Words::new("查看申报批次", "See the rounds");
/// Back to the form.
pub const GO_ON: Words = Words::new("继续填写以查看差距", "Go on filling in, for the gaps");
/// Of a form that was not submitted as it is.
pub const NOT_SUBMITTED: Words = Words::new("有未提交的内容。", "Not submitted as it stands.");
/// To the list of all answers.
pub const REVIEW: Words = Words::new("核对并提交", "Check and submit");
/// Unfolds the reasons of a level that is met.
pub const SEE_REASONS: Words = Words::new("逐条判断", "Each condition");
/// Unfolds what a level rests on.
pub const BASIS: Words = Words::new("依据和说明", "Basis and notes");
/// Unfolds everything.
pub const UNFOLD_ALL: Words = Words::new("展开全部条件", "Unfold all conditions");
/// The day of printing.
pub const PRINTED: Words = Words::new("打印日期：", "Printed on ");
/// Who filled in the form, by hand on paper.
pub const MADE_BY: Words = Words::new("经办人：", "Filled in by: ");
/// Who checked it, by hand on paper.
pub const CHECKED_BY: Words = Words::new("复核人：", "Checked by: ");

pub const EXPORT_SAMPLE: Words = Words::new(
    "导出样例（用于反馈问题，不含企业名称）",
    "Export a sample to report a problem (without the firm’s name)",
);
pub const NOTE: Words = Words::new("说明：", "Note: ");
pub const CHECKED_ON: Words = Words::new("，", ", checked on ");
pub const AFTER_THE_CHECK: Words = Words::new(" 核对", "");
pub const SEE_SOURCE: Words = Words::new("查看来源（新窗口）", "the source (new window)");
pub const SELF_DECLARED: Words = Words::new("企业自述", "self-declared");
pub const REQUIRED: Words = Words::new("要求", "Required");
pub const MARGIN: Words = Words::new("富余", "Margin");
pub const GAP: Words = Words::new("差距", "Gap");
pub const NOT_GIVEN: Words = Words::new("未填", "not given");
pub const YOURS: Words = Words::new("本企业", "Yours");
pub const PLEASE_CHECK: Words =
    Words::new("请核对（不影响以上结论）", "Please check (the verdicts stand as they are)");
pub const SEE_EACH: Words = Words::new("查看逐条判断", "See the reasons");
pub const SEE_RULES: Words = Words::new("规则说明", "the rules");
pub const NOT_NEEDED: Words = Words::new("不需要", "not needed");
pub const NOT_TRIGGERED: Words = Words::new("未触发", "not triggered");
pub const TRIGGERED: Words = Words::new("触发", "triggered");
pub const DOES_NOT_APPLY: Words = Words::new("不适用", "does not apply");
pub const MET: Words = Words::new("满足", "met");
pub const NOT_MET: Words = Words::new("不满足", "not met");
pub const TO_FILL_IN: Words = Words::new("待填", "to fill in");
pub const TO_CONFIRM: Words = Words::new("待核", "to be confirmed");
pub const ANSWER_FIRST: Words = Words::new("建议先填：", "Best answered first:");
pub const OTHER_STANDARD: Words = Words::new(
    "换用其他标准判断（填报内容不变）",
    "The same answers under another version, day or kind of application",
);
pub const A_VERSION: Words = Words::new("选择标准版本", "A version of the rules");
pub const OR_A_DAY: Words = Words::new("或者选一个日期", "or another day");
pub const CHANGE: Words = Words::new("变化", "Change");
pub const NO_STANDARD: Words = Words::new("没有适用的标准", "no standard applies");
pub const ANOTHER_VERDICT: Words = Words::new("结论不同", "another verdict");
pub const SAME_VERDICT: Words = Words::new("标准不同，结论一致", "other rules, same verdict");
pub const THE_SAME: Words = Words::new("相同", "the same");
pub const VERDICT: Words = Words::new("最终判断结果", "Verdict");
pub const MOVE_TO_TODAY: Words = Words::new("改到今天（保留已填内容）", "Move it to today (answers stay)");
pub const TITLES: Words = Words::new("前置资质", "Titles required");
pub const CONDITIONS: Words = Words::new("必备条件", "Conditions");
pub const ROUTES: Words = Words::new("认定途径（满足任一即可）", "Routes (any one)");
pub const VETOES: Words = Words::new("否决性条件", "Vetoes");
pub const DECLARATIONS: Words = Words::new("自述事项（不参与判断）", "Declarations (not counted)");
pub const RULES_OF: Words = Words::new("适用日期 ", "rules of ");
pub const CHANGE_SCOPE: Words = Words::new("更换", "Change");
pub const SCORE_SHEET: Words = Words::new("评分表", "Score sheet");
pub const POINTS_ANSWERED: Words = Words::new("按自评得分计", "the points are the answer");
pub const BEST_OF: Words = Words::new("以下取高", "the best of these");
pub const YOURS_HERE: Words = Words::new("（本企业）", " (yours)");
pub const OTHERWISE: Words = Words::new("其他", "otherwise");
pub const PRINT: Words = Words::new("打印或存为 PDF", "Print or save as PDF");
pub const COPY: Words = Words::new("复制文字版", "Copy as text");
pub const COPIED: Words = Words::new("已复制", "Copied");
pub const NOT_COPIED: Words = Words::new("此浏览器不允许复制", "This browser does not allow it");
pub const EXPORT_DOSSIER: Words = Words::new("导出填报文件", "Export the dossier file");
pub const JUDGED_BY_ANSWERS: Words =
    Words::new("以下结论根据填报内容得出。", "Judged by what is filled in. ");
pub const NO_STANDARD_THEN: Words =
    Words::new("：该日期没有适用的标准。", ": no standard applies on that day.");

pub const REVIEW_LEAD: Words = Words::new(
    "请逐项核对，有误的点“改”。提交后在本机生成结果，存入“自测结果查询”，不上传。",
    "Please check each answer; press “Change” where one is wrong. Submitting makes the result on this device and keeps it under “Past tests”; nothing is uploaded.",
);
pub const NOTHING_YET: Words = Words::new("尚未填写任何内容。", "Nothing is filled in yet.");
pub const CHANGE_ANSWER: Words = Words::new("改", "Change");
pub const GO_ON_FILLING: Words = Words::new("继续填写", "Go on filling in");
pub const MISTAKES: Words = Words::new(
    "标红的内容填写有误，请更正后再提交。",
    "Answers in red cannot be read; please mend them before submitting.",
);
pub const EVIDENCE: Words = Words::new("佐证材料清单", "Evidence checklist");

/// Conditions of a state that are folded.
pub fn folded(state: State, count: usize, lang: Lang) -> String {
    match state {
        State::Met => say!(lang, "已满足 {count} 项", "{count} met"),
        State::Unmet => say!(lang, "不满足 {count} 项", "{count} not met"),
        State::Open => say!(lang, "待填 {count} 项", "{count} to fill in"),
        State::Review => say!(lang, "待核 {count} 项", "{count} to be confirmed"),
    }
}

/// A condition that is folded, and what it lacks.
pub fn brief(title: &str, gap: &str, lang: Lang) -> String {
    say!(lang, "{title}：{gap}", "{title}: {gap}")
}

/// Alternatives that are folded because another one is met.
pub fn needless(count: usize, lang: Lang) -> String {
    say!(lang, "不需要的其他途径 {count} 项", "{count} not needed")
}

/// Declarations that are folded.
pub fn declared(count: usize, lang: Lang) -> String {
    say!(lang, "自述事项 {count} 项（不参与判断）", "{count} declarations (not counted)")
}

/// The score sheet that is folded.
pub fn sheet(points: &str, lang: Lang) -> String {
    say!(lang, "评分表（合计 {points} 分）", "Score sheet (total {points})")
}

/// Open answers, of which the first are named.
pub fn open(count: usize, lang: Lang) -> String {
    say!(lang, "待填 {count} 项", "{count} open")
}

/// Rounds of the other levels.
pub fn other_rounds(count: usize, lang: Lang) -> String {
    say!(lang, "其他级别的批次 {count} 个", "{count} rounds of other levels")
}

/// Those beyond the first.
pub fn more(count: usize, lang: Lang) -> String {
    say!(lang, "还有 {count} 项", "{count} more")
}

/// When a test was submitted.
pub fn submitted(at: &str, lang: Lang) -> String {
    say!(lang, "已提交 {at}", "Submitted {at}")
}

/// The way to a question.
pub fn change(name: &str, lang: Lang) -> String {
    say!(lang, "改：{name}", "Change: {name}")
}

/// The first titles of conditions that are not met, and how many there are.
pub fn unmet(titles: &[String], lang: Lang) -> String {
    const NAMED: usize = 3;
    let count = titles.len();
    let named = titles.get(..NAMED.min(count)).unwrap_or_default().join(LIST_COMMA.get(lang));
    if count > NAMED {
        return say!(lang, "{named}等 {count} 项", "{named} and more, {count} in all");
    }
    named
}

/// A round, its days, and whether these are announced.
pub fn round(title: &str, days: &str, is_announced: bool, lang: Lang) -> String {
    if is_announced {
        return say!(lang, "{title}：{days}", "{title}: {days}");
    }
    say!(lang, "{title}：预计 {days}，以正式通知为准", "{title}: expected {days}; the notice prevails")
}

/// What a verdict rests on.
pub fn basis(numbers: &str, revision: &str, day: Date, lang: Lang) -> String {
    say!(
        lang,
        "依据：{numbers}（第 {revision} 次整理，适用日期 {day}）",
        "Based on {numbers} (our version {revision}), as in force on {day}"
    )
}

/// After the form was taken to the day of today.
pub fn renewed(missing: usize, lang: Lang) -> String {
    say!(
        lang,
        "已改到今天，原有内容都已保留。待补 {missing} 项年度数据：",
        "Moved to today; all answers stay. {missing} yearly figures are to be filled in:"
    )
}

/// Answers that a year may have changed.
pub fn may_have_changed(doubtful: usize, lang: Lang) -> String {
    say!(
        lang,
        "另有 {doubtful} 项可能已有变化，请确认",
        "{doubtful} other answers may have changed; please confirm them"
    )
}

/// A fact of a year.
pub fn of_year(term: &str, year: i16, lang: Lang) -> String {
    say!(lang, "{term}（{year} 年）", "{term} ({year})")
}

/// How few answers could settle a level.
pub fn settles(count: u32, name: &str, lang: Lang) -> String {
    say!(
        lang,
        "再填 {count} 项即可判断{name}，建议先填：",
        "{count} more answers can settle {name}; best answered first:"
    )
}

/// Answers that wait until the person knows them.
pub fn told_apart(count: usize, lang: Lang) -> String {
    say!(
        lang,
        "{count} 项您选了“不清楚”，查清后才能定。",
        "{count} answered “not sure”: they decide once you know."
    )
}

/// The way to a condition in the document of its pack.
pub fn rule(rule: &str, lang: Lang) -> String {
    say!(lang, "规则说明 {rule}", "Rule {rule}")
}

/// Points of a sheet so far.
pub fn score(points: &str, full: impl Display, mark: impl Display, lang: Lang) -> String {
    say!(
        lang,
        "评价得分 {points} 分（满分 {full} 分，{mark} 分合格）",
        "Score {points} of {full}, pass mark {mark}"
    )
}

/// Points of a sheet, above its groups.
pub fn total(points: &str, full: impl Display, mark: impl Display, lang: Lang) -> String {
    say!(lang, "合计 {points} 分，满分 {full}，合格线 {mark}", "Total {points} of {full}, pass mark {mark}")
}

/// The least that a group of indicators asks for.
pub fn at_least(floor: impl Display, lang: Lang) -> String {
    say!(lang, "，不低于 {floor} 分", ", at least {floor}")
}

/// Points for each of a kind.
pub fn per_item(each: &str, points: impl Display, cap: impl Display, lang: Lang) -> String {
    say!(lang, "每 {each} {points} 分，最多 {cap} 分", "{points} points for each {each}, at most {cap}")
}

/// That years follow the day.
pub fn years_move(day: Date, lang: Lang) -> String {
    say!(
        lang,
        "换到 {day} 后，“上年度”等年度随之变化，未填年度显示为待填。",
        "Years such as “last year” move with the day: under the rules of {day}, years that were not filled in are open."
    )
}

/// Goes over to the rules of a day.
pub fn use_rules(day: Date, lang: Lang) -> String {
    say!(lang, "按 {day} 的标准判断", "Use the rules of {day}")
}

/// Goes over to the rules of a day and a kind of application.
pub fn use_rules_of_kind(day: Date, kind: &str, lang: Lang) -> String {
    say!(lang, "按 {day} 的标准、{kind}判断", "Use the rules of {day}, {kind}")
}

/// Conditions of a level that come out otherwise.
pub fn come_out_otherwise(title: &str, changed: &str, lang: Lang) -> String {
    say!(lang, "{title}结论不同的条件：{changed}", "{title}, conditions that come out otherwise: {changed}")
}

/// Standards that begin on a day.
pub fn version(from: Date, names: &str, lang: Lang) -> String {
    say!(lang, "{from} 起：{names}", "from {from}: {names}")
}

/// A veto as what must hold.
pub fn not_the_case(title: &str, lang: Lang) -> String {
    say!(lang, "不存在“{title}”的情形", "not the case: {title}")
}

/// Conditions of a level by their state.
pub fn tally(met: usize, unmet: usize, open: usize, lang: Lang) -> String {
    say!(
        lang,
        "已满足 {met} · 暂不满足 {unmet} · 待填 {open}",
        "met {met} · not met {unmet} · to fill in {open}"
    )
}

/// The same with those that people must look at.
pub fn with_review(counts: &str, review: usize, lang: Lang) -> String {
    say!(lang, "{counts} · 待核 {review}", "{counts} · to confirm {review}")
}

/// That a form was filled in for another year, and whether it is to be taken to today.
pub fn has_passed(then: Date, today: Date, lang: Lang) -> String {
    let (year, last) = (then.year(), today.year() - 1);
    say!(
        lang,
        "这份按 {year} 年的标准填写（{then}）；今天是 {today}，上年度是 {last} 年。改到今天？",
        "This follows the standard of {year} ({then}); today is {today}, and the last full year is {last}. Move it to today?"
    )
}
