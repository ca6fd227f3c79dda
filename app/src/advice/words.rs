//! What the page of gaps and routes says.

pub use crate::words::{COLON, LIST_COMMA, SEMICOLON};
use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const AS_FILLED_IN_ALL: Words =
    Words::new("本级条件均已满足。", "As filled in, all conditions of this level are met.");
pub const NOT_ANSWERED_YET_AND: Words = Words::new(
    "以下内容影响判断，按影响大小排列。",
    "Not answered yet and decisive; the first ones touch most conditions.",
);

pub fn to_find_out_first_count(lang: Lang, count: impl Display) -> String {
    say!(lang, "请先补填（{count} 项）", "To find out first ({count})")
}

pub const EACH_IS_THE_SMALLEST: Words = Words::new(
    "“差”是其他条件不变时，刚好达标所需的最小数额。未填的不算差距。",
    "Each is the smallest change that is just enough, all else as it is. What is not answered is no gap.",
);
pub const TO_BE_CONFIRMED_THESE: Words = Words::new(
    "待核：以下改进按各种理解均可达标。",
    "To be confirmed: these changes are enough under every reading of the text.",
);
pub const UNCHANGEABLE_NOTHING_LEADS_THERE: Words =
    Words::new("暂无可行的改进方向。", "Nothing leads there.");

pub fn by_time_alone(lang: Lang, application: impl Display) -> String {
    say!(lang, "{application}时，仅随时间推移即可满足", "{application}: met by time alone")
}

pub fn gaps(lang: Lang, count: impl Display) -> String {
    say!(lang, "差距（{count} 项）", "Gaps ({count})")
}

pub fn not_needed_an_alternative(lang: Lang, count: impl Display) -> String {
    say!(lang, "以下 {count} 项可不再准备（同组条件已满足其一）", "{count} not needed, an alternative is met")
}

pub fn several_together_ways(lang: Lang, count: impl Display) -> String {
    say!(lang, "需多项同时改进（{count} 种组合）", "Several together ({count} ways)")
}

pub fn one_of_any_one(lang: Lang, title: impl Display) -> String {
    say!(lang, "“{title}”同组条件满足其一即可", "One of “{title}”: any one is enough")
}

pub const NOT_GIVEN: Words = Words::new("未填", "not given");
pub const NOT_GIVEN_NOW: Words = Words::new("目前未填", "not given now");

pub fn slider(lang: Lang, name: impl Display) -> String {
    say!(lang, "{name}（滑块）", "{name} (slider)")
}

pub fn plan_for(lang: Lang, title: impl Display, year: impl Display) -> String {
    say!(lang, "{title}：{year} 年计划", "{title}: plan for {year}")
}

pub fn year_of_the_application(lang: Lang, title: impl Display) -> String {
    say!(lang, "{title}：申报当年", "{title}: year of the application")
}

pub fn end_of_the_year(lang: Lang, title: impl Display) -> String {
    say!(lang, "{title}：申报上年末", "{title}: end of the year before applying")
}

pub fn year_before_applying(lang: Lang, title: impl Display) -> String {
    say!(lang, "{title}：申报上年度", "{title}: year before applying")
}

pub fn years_before_applying(lang: Lang, title: impl Display, back: impl Display) -> String {
    say!(lang, "{title}：申报前第 {back} 年", "{title}: {back} years before applying")
}

pub fn nothing_planned_for(lang: Lang, year: impl Display) -> String {
    say!(lang, "{year} 年尚无计划", "nothing planned for {year}")
}

pub fn filled_in_now(lang: Lang, figure: impl Display, year: impl Display) -> String {
    say!(lang, "已填 {figure}（{year} 年）", "filled in now: {figure} ({year})")
}

pub fn filled_in_now_figure(lang: Lang, figure: impl Display) -> String {
    say!(lang, "已填 {figure}", "filled in now: {figure}")
}

pub const HOW_FAR_TO_EACH: Words = Words::new("各级达标情况", "How far to each level");
pub const SEE_GAPS_AND_ROUTES: Words = Words::new("查看差距与路径", "See gaps and routes");
pub const NO_GAP: Words = Words::new("没有差距", "No gap");

pub fn conditions_short(lang: Lang, open: impl Display) -> String {
    say!(lang, "差 {open} 项条件", "conditions short: {open}")
}

pub fn changes_of_the_nearest(lang: Lang, count: impl Display, when: impl Display) -> String {
    say!(lang, "最短路径：改进 {count} 项（{when}）", "changes of the nearest route: {count} ({when})")
}

pub fn answers_to_find_out(lang: Lang, count: impl Display) -> String {
    say!(lang, "待补填 {count} 项", "answers to find out first: {count}")
}

pub const SIDE_EFFECTS: Words = Words::new("对其他条件的影响", "Side effects");
pub const WHAT_WOULD_BE_ENOUGH: Words = Words::new("按要求试算", "What would be enough when applying later");
pub const THE_SAME_FIRM_NEXT: Words = Words::new("按下一年度试算", "The same firm, next year");
pub const WHAT_TO_TRY: Words = Words::new("试算方式", "What to try");
pub const FIGURES_OF_CLOSED_YEARS: Words = Words::new(
    "已结束年度的数据照实填报，不作变动；本项用于测算今后申报时相应年度需达到的水平。",
    "Figures of closed years stay as they are. What is tried is how much would be enough in the years that a later application looks at.",
);

pub fn as_if_applying_on(lang: Lang, day: impl Display, open: impl Display) -> String {
    say!(
        lang,
        "假设 {day} 申报：请填写 {open} 年计划数，以前年度不变，年限加一年。",
        "As if applying on {day}: {open} is then the year before and is planned by you; earlier years stay as they are, durations grow by a year."
    )
}

pub fn judged_by_the_present(lang: Lang, scheme: impl Display, pack: impl Display) -> String {
    say!(
        lang,
        "{scheme}：按现行标准试算（{pack}，尚无新版标准）",
        "{scheme}: judged by the present rules, the latest known ({pack})"
    )
}

pub fn other_rules_apply_then(lang: Lang, scheme: impl Display, pack: impl Display) -> String {
    say!(
        lang,
        "{scheme}：届时适用新版标准，按其试算（{pack}）",
        "{scheme}: other rules apply then and judge ({pack})"
    )
}

pub fn no_rules_are_known(lang: Lang, scheme: impl Display, pack: impl Display) -> String {
    say!(
        lang,
        "{scheme}：届时尚无标准，仍按现行标准试算（{pack}）",
        "{scheme}: no rules are known for then; judged by the present ones ({pack})"
    )
}

pub const GAPS_AND_ROUTES: Words = Words::new("差距与路径", "Gaps and routes");
pub const JUDGED_BY_WHAT_IS: Words =
    Words::new("以下结论根据填报内容得出。", "Judged by what is filled in now. ");
pub const BACK_TO_THE_RESULT: Words = Words::new("返回结果", "Back to the result");
pub const PRINT_ONE_SHEET_OF: Words =
    Words::new("打印培育建议（一页）", "Print one sheet of what to work for");

pub fn tested_rules_of(lang: Lang, at: impl Display, day: impl Display) -> String {
    say!(lang, "自测于 {at} · 适用日期 {day}", "Tested {at} · rules of {day}")
}

pub const ROUTES: Words = Words::new("培育路径", "Routes");
pub const WHAT_IS_FILLED_IN: Words = Words::new(
    "已填内容中没有不满足的条件；待填项达到要求即满足本级。",
    "Nothing that is filled in is short; good answers to what is open are enough for this level.",
);
pub const NO_ROUTE_OF_AT: Words = Words::new(
    "今年和今后五年内需改进的均超过 8 项，暂不列路径，请逐项查看差距。",
    "No route of at most eight changes was found for this year and the five after it; see the gaps one by one.",
);
pub const EACH_ROUTE_ALONE_MEETS: Words = Words::new(
    "每条路径均可单独达到该申报年度的全部条件（已按届时的标准验算），其中各项缺一不可。原文可作多种理解的，按各种理解均可达标。",
    "Each route alone meets all conditions of its application year and was judged again by the rules of then: one change less, or one unit less, is not enough. Where the text can be read in several ways, it holds under each.",
);
pub const AFTERWARDS: Words = Words::new("完成后各级结论：", "Afterwards: ");
pub const TRY_THIS_ROUTE: Words = Words::new("试算此路径", "Try this route");

pub fn more_routes(lang: Lang, count: impl Display) -> String {
    say!(lang, "其余 {count} 条路径", "{count} more routes")
}

pub fn route(lang: Lang, number: impl Display) -> String {
    say!(lang, "路径 {number}", "Route {number}")
}

pub fn level_and_name(lang: Lang, level_name: impl Display, name: impl Display) -> String {
    say!(lang, "（{level_name}{name}）", " ({level_name}, {name})")
}

pub const WHAT_TO_WORK_FOR: Words = Words::new("培育建议", "What to work for");
pub const RULES_OF: Words = Words::new("适用日期 ", "rules of ");
/// A row of the plan.
pub const WHICH_YEAR: Words = Words::new("哪年能到", "When");
/// Between a name and what is said of it.
pub fn revision(lang: Lang, revision: impl Display) -> String {
    say!(lang, "，第 {revision} 次整理", ", our version {revision}")
}

pub const UNCHANGEABLE: Words = Words::new("暂无可行的改进方向", "nothing leads there");
pub const TAKES_SEVERAL_TOGETHER_SEE: Words =
    Words::new("需多项同时改进，见路径", "takes several together, see the route");
pub const NEAREST_ROUTE: Words = Words::new("最短路径：", "Nearest route: ");

pub fn more_on_the_page(lang: Lang, more: impl Display) -> String {
    say!(lang, "另有 {more} 项，见页面", "{more} more on the page")
}

pub fn score_pass_mark(lang: Lang, points: impl Display, mark: impl Display) -> String {
    say!(lang, "得分 {points}（合格线 {mark}） · ", "score {points} (pass mark {mark}) · ")
}

pub fn title_and_rest(lang: Lang, title: impl Display, rest: impl Display) -> String {
    say!(lang, "{title} — {rest}", "{title} — {rest}")
}

pub const HOW_FAR_A_FIGURE: Words = Words::new(
    "每项条件列出最接近界限的一个数，按富余从小到大排列；其他情况不变，金额按万元从严取整。",
    "Of each condition the figure that is nearest to its limit, the tightest first; all else as it is, money in whole 万元 on the safe side.",
);
pub const JUST_ENOUGH_NONE_TO: Words = Words::new("（刚好达标）", "(exactly met)");

pub fn to_spare_of_which(lang: Lang, count: impl Display, tight: impl Display) -> String {
    say!(
        lang,
        "达标富余（{count} 项，其中刚好达标 {tight} 项）",
        "Margins ({count}, of which {tight} exactly met)"
    )
}

pub const WITH_WHAT_IS_TRIED: Words = Words::new("试算结果", "With what is tried");
pub const NOW_MET: Words = Words::new("变为满足：", "Now met: ");
pub const WHEN_EACH_COULD_COUNT: Words = Words::new("各项最早何时计入", "When each could count");
pub const COMMA: Words = Words::new("，", ", ");

pub fn as_filled_in(lang: Lang, was: impl Display) -> String {
    say!(lang, "填报结论：{was}", "Your answers: {was}")
}

pub const RESET: Words = Words::new("恢复填报值", "Reset");
pub const MAKE_IT_A_PLAN: Words = Words::new("另存为计划", "Make it a plan");
pub const WHAT_IS_TRIED_STAYS: Words = Words::new(
    "试算不影响已填内容；“另存为计划”会另建一份填报，原填报可以恢复。",
    "What is tried stays on this page; a plan is another form, and the present one can be brought back",
);
pub const BEGIN_WITH_THE_YEAR: Words = Words::new("先用上年数据预填", "Begin with the year before");
pub const TRY_IT_OUT: Words = Words::new("试算", "Try it out");

pub fn others_to_try(lang: Lang, count: impl Display) -> String {
    say!(lang, "其他可试算项目（{count} 项）", "{count} others to try")
}

/// Name of a plan, in the language that firms are named in.
pub fn plan_of(firm: &str, year: i16) -> String {
    format!("{firm}计划（{year}）")
}
