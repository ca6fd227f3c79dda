//! Words of the result.

pub use crate::words::{COLON, LIST_COMMA};
use crate::{
    standing::State,
    words::{Lang, Words, say},
};

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

/// Conditions of a state that are folded.
pub fn folded(state: State, count: usize, lang: Lang) -> String {
    match state {
        State::Met => say!(lang, "已满足 {count} 项", "{count} met"),
        State::Unmet => say!(lang, "不满足 {count} 项", "{count} not met"),
        State::Open => say!(lang, "待填 {count} 项", "{count} to fill in"),
        State::Review => say!(lang, "待核 {count} 项", "{count} to be confirmed"),
    }
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
