//! Words of what every page has around it.

pub use crate::words::{COLON, LIST_COMMA, warning};
use crate::words::{Lang, Words, say};

pub const MORE: Words = Words::new("更多", "More");
pub const LOADING: Words = Words::new("正在载入…", "Loading…");
pub const RULES_NOT_LOADED: Words = Words::new(
    "所需的规则没有载入。请检查网络后重新打开本页；已填写的内容没有改动。",
    "The rules for this did not load. Check the connection and open this page again; what was filled in is unchanged.",
);
pub const LOADING_RULES: Words = Words::new("正在载入所需的规则…", "Loading the rules for this…");
pub const NOTHING_STORED: Words = Words::new(
    "当前浏览器无法保存：关闭页面后填报内容将丢失，请先导出填报文件。",
    "This browser does not store anything: answers last only while this page is open. Export the dossier file before you close it.",
);
pub const EMPTIED_ELSEWHERE: Words =
    Words::new("这份自测已在另一个标签页里清空", "This form was emptied in another tab");
pub const TAKEN_OVER: Words = Words::new("已并入：", "; taken over from there: ");
pub const CONTESTED: Words =
    Words::new("两边都改过、保留本页的（请核对）：", "; changed in both, this page’s stays (please check): ");
pub const FILLED_ELSEWHERE: Words =
    Words::new("另一个标签页也在填写这份自测，", "Another tab fills in this form too");
pub const BETWEEN_NOTICES: Words = Words::new("；", "");
pub const SCOPE: Words = Words::new("自测范围", "what is tested");
pub const UNDO: Words = Words::new("撤销", "Undo");
pub const REPLACED: Words =
    Words::new("已打开另一份填报，原填报已保留", "Another form is open; the former one is kept");
pub const BRING_BACK: Words = Words::new("恢复原填报", "Bring it back");
pub const SECTION_CLEARED: Words = Words::new("本节已清空", "The section was cleared");
pub const SKIP: Words = Words::new("跳到正文", "Skip to content");
pub const COMPUTED_HERE: Words = Words::new("本机计算，数据不上传", "computed here, nothing uploaded");
pub const MAIN_NAVIGATION: Words = Words::new("主导航", "Main");
pub const LARGE_TEXT: Words = Words::new("大字版", "Large text");
pub const DARK: Words = Words::new("深色", "Dark");
pub const TO_START: Words = Words::new("返回首页", "Go to the start page");
pub const PASTED: Words = Words::new(
    "已由近及远填入各年度，请核对",
    "The cells were filled into the years, newest first: please check",
);
pub const DATE_NOT_KNOWN: Words = Words::new("无法确定今天的日期", "Today's date is not known");
/// A language by its own name.
pub const CHINESE: &str = "中文";
/// A language by its own name.
pub const ENGLISH: &str = "English";

/// The first of several answers by their names, and how many there are.
pub fn and_others(named: &str, all: usize, lang: Lang) -> String {
    say!(lang, "{named} 等 {all} 项", "{named} and others, {all} in all")
}

/// Answers that were filled in at once.
pub fn filled_in(count: usize, lang: Lang) -> String {
    say!(lang, "已填入 {count} 项，请核对", "{count} answers were filled in: please check")
}

/// Cells that were pasted into years, of which some found none.
pub fn pasted_in_part(unused: usize, lang: Lang) -> String {
    let filled = PASTED.get(lang);
    say!(
        lang,
        "{filled}；多余的 {unused} 个数据未填入",
        "{filled}; {unused} more found no year and were left out"
    )
}

/// What is wrong with the clock, and what to do.
pub fn wrong_clock(year: u32, lang: Lang) -> String {
    say!(
        lang,
        "本机时钟显示的年份是 {year} 年，无法据此确定适用的标准。请校正本机的日期和时间，然后重新打开本页；已填写的内容没有改动。",
        "This device's clock shows the year {year}, by which no rules can be chosen. Please set the date and time, then open this page again; what was filled in is unchanged."
    )
}
