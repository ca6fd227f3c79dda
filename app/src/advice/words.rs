//! What the page of gaps and routes says.

use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const AS_FILLED_IN_ALL: Words =
    Words::new("按目前填写，本级条件都已满足。", "As filled in, all conditions of this level are met.");
pub const NOT_ANSWERED_YET_AND: Words = Words::new(
    "这些还没有填，会影响判断；越靠前影响的条件越多。",
    "Not answered yet and decisive; the first ones touch most conditions.",
);

pub fn to_find_out_first_count(lang: Lang, count: impl Display) -> String {
    say!(lang, "先查明（{count} 项）", "To find out first ({count})")
}

pub const EACH_IS_THE_SMALLEST: Words = Words::new(
    "每项都是刚好满足的最小量；只动一项，其他情况不变。未填的不算差距。",
    "Each is the smallest change that is just enough, all else as it is. What is not answered is no gap.",
);
pub const TO_BE_CONFIRMED_THESE: Words = Words::new(
    "待核：下列变化在原文的各种读法下都满足。",
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
    say!(lang, "另有条件已满足、可以不补的 {count} 项", "{count} not needed, an alternative is met")
}

pub fn several_together_ways(lang: Lang, count: impl Display) -> String {
    say!(lang, "几项合起来（{count} 种）", "Several together ({count} ways)")
}

pub fn one_of_any_one(lang: Lang, title: impl Display) -> String {
    say!(lang, "“{title}”中的一项，满足其一即可", "One of “{title}”: any one is enough")
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
    say!(lang, "{year} 年还没有计划", "nothing planned for {year}")
}

pub fn filled_in_now(lang: Lang, figure: impl Display, year: impl Display) -> String {
    say!(lang, "目前填报 {figure}（{year} 年）", "filled in now: {figure} ({year})")
}

pub fn filled_in_now_figure(lang: Lang, figure: impl Display) -> String {
    say!(lang, "目前填报 {figure}", "filled in now: {figure}")
}

pub const HOW_FAR_TO_EACH: Words = Words::new("离各级还有多远", "How far to each level");
pub const SEE_GAPS_AND_ROUTES: Words = Words::new("看差距与路径", "See gaps and routes");
pub const NO_GAP: Words = Words::new("没有差距", "No gap");

pub fn conditions_short(lang: Lang, open: impl Display) -> String {
    say!(lang, "差 {open} 项条件", "conditions short: {open}")
}

pub fn changes_of_the_nearest(lang: Lang, count: impl Display, when: impl Display) -> String {
    say!(lang, "最近的路径：{count} 项变化（{when}）", "changes of the nearest route: {count} ({when})")
}

pub fn answers_to_find_out(lang: Lang, count: impl Display) -> String {
    say!(lang, "先查明 {count} 项", "answers to find out first: {count}")
}

pub const SIDE_EFFECTS: Words = Words::new("连带影响", "Side effects");
pub const WHAT_WOULD_BE_ENOUGH: Words =
    Words::new("今后申报时要达到的水平", "What would be enough when applying later");
pub const THE_SAME_FIRM_NEXT: Words = Words::new("同一家企业，下一年", "The same firm, next year");
pub const WHAT_TO_TRY: Words = Words::new("试什么", "What to try");
pub const FIGURES_OF_CLOSED_YEARS: Words = Words::new(
    "已结束年度的数据照实填报，不在这里变动；这里试的是今后申报时，所看年度达到什么水平就够。",
    "Figures of closed years stay as they are. What is tried is how much would be enough in the years that a later application looks at.",
);

pub fn as_if_applying_on(lang: Lang, day: impl Display, open: impl Display) -> String {
    say!(
        lang,
        "设想在 {day} 申报：{open} 年成为上年度，由您填写计划；此前各年照实不动，各项年限加一年。",
        "As if applying on {day}: {open} is then the year before and is planned by you; earlier years stay as they are, durations grow by a year."
    )
}

pub fn judged_by_the_present(lang: Lang, scheme: impl Display, pack: impl Display) -> String {
    say!(
        lang,
        "{scheme}：届时按现行规则判断（{pack}，已知规则里没有后续版本）",
        "{scheme}: judged by the present rules, the latest known ({pack})"
    )
}

pub fn other_rules_apply_then(lang: Lang, scheme: impl Display, pack: impl Display) -> String {
    say!(
        lang,
        "{scheme}：届时适用另一版规则，按它判断（{pack}）",
        "{scheme}: other rules apply then and judge ({pack})"
    )
}

pub fn no_rules_are_known(lang: Lang, scheme: impl Display, pack: impl Display) -> String {
    say!(
        lang,
        "{scheme}：届时没有已知的规则，仍按现行规则判断（{pack}）",
        "{scheme}: no rules are known for then; judged by the present ones ({pack})"
    )
}

pub const GAPS_AND_ROUTES: Words = Words::new("差距与路径", "Gaps and routes");
pub const JUDGED_BY_WHAT_IS: Words =
    Words::new("按目前填写的内容判断。", "Judged by what is filled in now. ");
pub const BACK_TO_THE_RESULT: Words = Words::new("返回结果", "Back to the result");
pub const PRINT_ONE_SHEET_OF: Words = Words::new("打印一页培育建议", "Print one sheet of what to work for");

pub fn tested_rules_of(lang: Lang, at: impl Display, day: impl Display) -> String {
    say!(lang, "自测于 {at} · 规则日期 {day}", "Tested {at} · rules of {day}")
}

pub const ROUTES: Words = Words::new("培育路径", "Routes");
pub const WHAT_IS_FILLED_IN: Words = Words::new(
    "已填写的内容中没有不满足的条件；待填项达到要求即满足本级。",
    "Nothing that is filled in is short; good answers to what is open are enough for this level.",
);
pub const NO_ROUTE_OF_AT: Words = Words::new(
    "今年和今后五年内，没有找到不多于八项变化的路径，请逐项查看差距。",
    "No route of at most eight changes was found for this year and the five after it; see the gaps one by one.",
);
pub const EACH_ROUTE_ALONE_MEETS: Words = Words::new(
    "每条路径单独完成，即满足该申报年度的全部条件，已按届时的标准重新判断：少一项，或者差一个最小单位，都不够。原文可作多种理解的，按各种理解都满足。",
    "Each route alone meets all conditions of its application year and was judged again by the rules of then: one change less, or one unit less, is not enough. Where the text can be read in several ways, it holds under each.",
);
pub const AFTERWARDS: Words = Words::new("走完后：", "Afterwards: ");
pub const TRY_THIS_ROUTE: Words = Words::new("试这条路径", "Try this route");

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
pub const RULES_OF: Words = Words::new("规则日期 ", "rules of ");
/// A row of the plan.
pub const WHICH_YEAR: Words = Words::new("哪年能到", "When");
/// Between a name and what is said of it.
pub const COLON: Words = Words::new("：", ": ");
pub const REVISION: Words = Words::new("，修订 ", ", revision ");
pub const SEMICOLON: Words = Words::new("；", "; ");
pub const UNCHANGEABLE: Words = Words::new("暂无可行的改进方向", "nothing leads there");
pub const TAKES_SEVERAL_TOGETHER_SEE: Words =
    Words::new("要几项合起来，见路径", "takes several together, see the route");
pub const NEAREST_ROUTE: Words = Words::new("最近的路径：", "Nearest route: ");

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
pub const JUST_ENOUGH_NONE_TO: Words = Words::new("（刚好，没有余量）", "(just enough, none to spare)");

pub fn to_spare_of_which(lang: Lang, count: impl Display, tight: impl Display) -> String {
    say!(
        lang,
        "达标富余（{count} 项，其中刚好满足 {tight} 项）",
        "To spare ({count}, of which {tight} just enough)"
    )
}

pub const WITH_WHAT_IS_TRIED: Words = Words::new("试的结果", "With what is tried");
pub const NOW_MET: Words = Words::new("转为满足：", "Now met: ");
pub const LIST_COMMA: Words = Words::new("、", ", ");
pub const WHEN_EACH_COULD_COUNT: Words = Words::new("各项从何时起体现", "When each could count");
pub const COMMA: Words = Words::new("，", ", ");

pub fn as_filled_in(lang: Lang, was: impl Display) -> String {
    say!(lang, "按目前填写：{was}", "As filled in: {was}")
}

pub const RESET: Words = Words::new("还原", "Reset");
pub const MAKE_IT_A_PLAN: Words = Words::new("另建为计划", "Make it a plan");
pub const WHAT_IS_TRIED_STAYS: Words = Words::new(
    "试的数只在本页；计划是另一份填报，原来的可以恢复",
    "What is tried stays on this page; a plan is another form, and the present one can be brought back",
);
pub const BEGIN_WITH_THE_YEAR: Words = Words::new("计划先按前一年的数", "Begin with the year before");
pub const TRY_IT_OUT: Words = Words::new("试一试", "Try it out");

pub fn others_to_try(lang: Lang, count: impl Display) -> String {
    say!(lang, "其他可以试的 {count} 项", "{count} others to try")
}
