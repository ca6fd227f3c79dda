//! What is told when a list could not be read or saved.

pub use crate::words::{APPLICATION_KIND, LEVEL, application_kind, verdict};
use crate::words::{Lang, Words, say};
use zjtx_evaluator::Text;

pub const CURVE_LABEL: Words =
    Words::new("各数值下的企业数，数字见下表", "Firms at each value; figures in the table below");
pub const TEMPLATE: Words = Words::new("下载模板", "Get the template");
pub const OR_DROP: Words = Words::new("也可以把文件拖到这里", "or drop the file here");
pub const CHOOSE_LIST: Words = Words::new("选择清单文件", "Choose the list");
pub const DAY_OF_ROWS: Words = Words::new("未填申报日期的，按此日期", "Day of rows that do not say theirs");
pub const KIND_OF_ROWS: Words =
    Words::new("未填申请类型的，按", "Kind of application of rows that do not say theirs");
pub const SEEK_ROUTES: Words = Words::new(
    "对仅差 1～3 项的企业计算达标路径",
    "Seek the nearest route of firms that lack one to three conditions",
);
pub const SLOWER: Words =
    Words::new("耗时较长，每千家约 3 秒", "slower: about a millisecond a firm and level");
pub const COMPARISON: Words = Words::new("两版对照", "Two standards side by side");
pub const COMPARISON_LEAD: Words = Words::new(
    "同一张清单再按另一天或另一申请类型的标准判断一次，看哪些企业的结论会变、由哪项条件引起。",
    "The same list judged once more by the rules of another day or kind of application: whose verdict changes, and by which condition.",
);
pub const COMPARE_AND_SAVE: Words = Words::new("对照并下载 Excel", "Compare, and save as Excel");
pub const BY_THE_DAY: Words = Words::new("按该日期的标准", "By the rules of this day");
pub const BY_AREA: Words = Words::new("按地区", "By area");
pub const BY_CONDITION: Words = Words::new("由哪项条件引起", "By which condition");
pub const OPEN_TEST: Words = Words::new("打开完整自测", "Open as a full test");
pub const CLOSE: Words = Words::new("收起", "Close");
pub const NO_RULES: Words = Words::new("没有适用的标准", "no rules apply");
pub const NOT_MET: Words = Words::new("暂不满足", "Not met yet");
pub const COULD_CHANGE: Words = Words::new("补填以下内容即可得出结论", "Answers that could still change it");
pub const NEAREST_ROUTE: Words = Words::new("达标路径与差距", "The nearest route and its gap");
pub const ALL: Words = Words::new("全部", "All");
pub const ENTERPRISE: Words = Words::new("企业全称", "Enterprise");
pub const VERDICT: Words = Words::new("结论", "Verdict");
pub const DISTRICT: Words = Words::new("区", "District");
pub const UNMET_CONDITION: Words = Words::new("不满足的条件", "Condition not met");
pub const NEXT_LEVEL: Words = Words::new("下一级", "Next level");
pub const CHANGE: Words = Words::new("结论变化", "Change of verdict");
pub const DISTANCE: Words = Words::new("差距", "Distance");
pub const MISTAKEN_ROW: Words = Words::new("填写有误，未判断", "Row with mistakes");
pub const MEETS_NEXT: Words = Words::new("已符合下一级", "meets its next level");
pub const BEFORE_AND_AFTER: Words = Words::new("原结论 ↓ 新结论 →", "before ↓ after →");
pub const NO_AREA: Words = Words::new("未填地区", "No area given");
pub const SMALL_AREAS: Words = Words::new(
    "不足 5 家企业的地区可能让人认出是哪一家，对外提供前请合并或隐去。",
    "Areas with fewer than 5 firms may tell which firm is meant; merge or hide them before passing this on.",
);
pub const FIRMS: Words = Words::new("企业", "Firms");
pub const HOW_READ: Words = Words::new("读取说明", "How the file was read");
pub const MAKING_FILE: Words = Words::new("正在生成文件……", "Making the file …");
pub const PROGRESS: Words = Words::new("生成进度", "Progress");
pub const SAVE_EXCEL: Words = Words::new("下载结果 Excel", "Save the result as Excel");
pub const SAVE_CSV: Words = Words::new("下载结果 CSV", "Save the result as CSV");
pub const LEAD: Words = Words::new(
    "选择企业清单（.xlsx 或 .csv），按所选级别逐家判断。数据仅在本机处理，不上传，关闭页面后清除。",
    "Give this page a list of firms (.xlsx or .csv): each is judged by the levels chosen. All of it happens on this device; nothing is uploaded, and nothing stays once the page is closed.",
);
pub const JUDGING: Words = Words::new("正在判断……", "Judging …");
pub const CANCELLED: Words = Words::new("已取消，未保留结果。", "Cancelled; nothing was kept.");
pub const NOT_LOADED: Words = Words::new(
    "批量判断功能加载失败：请检查网络，或换用较新的浏览器后再选一次文件。",
    "The program for lists did not load: check the connection or use a newer browser, then choose the file again.",
);
pub const DONE: Words = Words::new("判断完成。", "Done.");
pub const NOT_READ: Words = Words::new("无法读取 ", "Not read: ");
pub const CANCEL: Words = Words::new("取消", "Cancel");
pub const TABLE: Words = Words::new("企业一览表", "Table of firms");
pub const POSITION: Words = Words::new("位置", "Place");
pub const TRIAL: Words = Words::new("门槛试算", "Other thresholds");
pub const TRIAL_LEAD: Words = Words::new(
    "改动标准里的一个或几个数值，看这份清单的结论会怎样变化。每次都按改动后的标准逐家重新判断。",
    "Move one or several figures of a standard and see what the list would come to. Every firm is judged anew by the moved standard.",
);
pub const TRIAL_STANDARD: Words = Words::new("试算的标准", "Standard");
pub const CHOOSE_ONE: Words = Words::new("请选择", "choose");
pub const PUT_ALL_BACK: Words = Words::new("全部复原", "Put all back");
pub const SAVE_TRIAL: Words = Words::new("下载试算结果 Excel", "Save the trial as Excel");
pub const NOT_IN_FORCE: Words = Words::new("试算，不是现行标准", "A trial; not the standard in force");
pub const FIGURE_TO_MOVE: Words = Words::new("要改动的数值", "Figure to move");
pub const CHOOSE_FIGURE: Words = Words::new("选择一个数值", "choose a figure");
pub const PUT_BACK: Words = Words::new("复原", "Put back");
pub const FIRMS_BY_VERDICT: Words = Words::new("企业数：现行 → 试算", "Firms: in force → trial");
pub const WHO_CROSSES: Words = Words::new("谁的结论会变", "Whose verdict changes");
pub const AREA: Words = Words::new("地区", "Area");
pub const REFUSED: Words = Words::new("该数值不能成为标准", "the rules would not pass the check");
pub const VALUE_BY_VALUE: Words = Words::new("：逐个数值", ": value by value");
pub const CURVE_FIGURES: Words = Words::new("曲线的数字", "Figures of the curve");
pub const VALUE: Words = Words::new("数值", "Value");
pub const FROM_TO: Words = Words::new("原结论 → 新结论", "before → after");
pub const HOW_MANY: Words = Words::new("企业", "firms");
/// Name of a saved file.
pub const TEMPLATE_FILE: &str = "专精特新批量自测模板.xlsx";
/// Part of the name of a saved file.
pub const RESULT_FILE: &str = "自测结果";
/// Part of the name of a saved file.
pub const COMPARISON_FILE: &str = "两版对照";
/// Part of the name of a saved file.
pub const TRIAL_FILE: &str = "门槛试算";

/// The page and its worker do not understand each other.
pub fn not_understood() -> Text {
    text(
        "本页与处理清单的程序版本不一致；请刷新页面后重新选择文件",
        "this page and the program for lists are of different versions; please reload this page and choose the file again",
    )
}

/// The browser could not read the chosen file.
pub fn unreadable() -> Text {
    text(
        "浏览器无法读取该文件，可能已被移动、删除或正由其他程序占用；请确认后重新选择",
        "the browser cannot read this file: it may have been moved or deleted, or another program has it open; please check, then choose it again",
    )
}

/// The memory did not suffice.
pub fn too_large() -> Text {
    text(
        "清单过大，浏览器内存不足；请拆分为几个文件",
        "the list is too large for this browser; please split it into several files",
    )
}

fn text(zh: &str, en: &str) -> Text {
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

/// Rows that are judged.
pub fn judged(done: f64, lang: Lang) -> String {
    say!(lang, "已判断 {done} 家", "{done} judged")
}

/// How long a list takes yet.
pub fn seconds_left(seconds: f64, lang: Lang) -> String {
    say!(lang, "，约剩 {seconds} 秒", ", about {seconds} s left")
}

/// How long a list takes yet.
pub fn minutes_left(minutes: f64, lang: Lang) -> String {
    say!(lang, "，约剩 {minutes} 分钟", ", about {minutes} min left")
}

/// Rows that are listed, of all.
pub fn shown(shown: usize, firms: usize, lang: Lang) -> String {
    say!(lang, "共 {firms} 家，列出 {shown} 家", "{shown} of {firms}")
}

/// Rows of a list.
pub fn counts(firms: usize, mistaken: usize, lang: Lang) -> String {
    say!(
        lang,
        "共 {firms} 家，其中 {mistaken} 家填写有误，未判断。",
        "{firms} firms; {mistaken} rows have mistakes and were not judged."
    )
}

/// Rows that no standard applies to.
pub fn without_rules(firms: usize, lang: Lang) -> String {
    say!(lang, "没有适用的标准 {firms}", "no rules apply {firms}")
}

/// Cells that could not be read.
pub fn mistakes(all: usize, lang: Lang) -> String {
    say!(lang, "{all} 处需更正（其他企业已完成判断）", "{all} mistakes (all other rows were judged)")
}

/// Mistakes beyond those that are shown.
pub fn more_mistakes(more: usize, lang: Lang) -> String {
    say!(
        lang,
        "另有 {more} 处，见结果文件的“需改正”一列。",
        "{more} more stand in the last column of the result."
    )
}

/// Firms that are near to a level.
pub fn lacks_at_most(most: usize, lang: Lang) -> String {
    say!(lang, "差 {most} 项以内", "lacks at most {most}")
}

/// Points of a sheet.
pub fn score(score: &str, lang: Lang) -> String {
    say!(lang, "得分 {score}", "Score {score}")
}

/// A fact of a year.
pub fn of_year(name: &str, year: i16, lang: Lang) -> String {
    say!(lang, "{name} {year} 年", "{name} {year}")
}

/// How many firms.
pub fn firms(firms: u64, lang: Lang) -> String {
    say!(lang, "{firms} 家", "{firms}")
}

/// What the chart of changed verdicts shows.
pub fn flow(changed: u64, lang: Lang) -> String {
    say!(
        lang,
        "结论流向图：{changed} 家的结论改变，数字见上表",
        "Flow of verdicts: {changed} change; figures in the table above"
    )
}

/// Cells of a row that could not be read.
pub fn mistakes_of_row(mistakes: usize, lang: Lang) -> String {
    say!(lang, "{mistakes} 处需更正", "{mistakes} mistakes")
}

/// Conditions that a firm lacks.
pub fn lacks(lacks: usize, lang: Lang) -> String {
    say!(lang, "差 {lacks} 项", "lacks {lacks}")
}

/// Points of a sheet, in a row.
pub fn points(score: &str, lang: Lang) -> String {
    say!(lang, "{score} 分", "{score} points")
}

/// A standard, and the firms that are judged by it.
pub fn standard(title: &str, firms: usize, lang: Lang) -> String {
    say!(lang, "{title}（{firms} 家）", "{title} ({firms})")
}

/// A figure as the standard has it.
pub fn in_force(now: &str, lang: Lang) -> String {
    say!(lang, "现行 {now}", "in force: {now}")
}
