//! What the pages of past tests say.

pub use crate::words::{COLON, LEVEL, LIST_COMMA, SEMICOLON};
use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const EXPORT_THIS_FIRM: Words = Words::new("导出这家企业", "Export this firm");
pub const SAVE_ALL_AS_A: Words = Words::new("导出全部记录", "Save all as a file");
pub const OPEN_FROM_A_FILE: Words = Words::new("导入记录", "Open from a file");
pub const NOT_IMPORTED: Words = Words::new("无法导入 ", "Not imported: ");
pub const IT_IS_NO_WHOLE: Words = Words::new(
    "：不是完整的自测记录文件。请选择用“导出全部记录”或“导出这家企业”保存的文件。",
    ": it is no whole archive of past tests. Choose a file that was saved by “Save all as a file” or “Export this firm”.",
);
pub const A_NEWER_VERSION_SAVED: Words = Words::new(
    "：该文件由较新版本导出，请刷新页面后再导入。",
    ": a newer version saved it. Open this page again to have the newest version, and import it there.",
);
pub const ALREADY_HERE: Words = Words::new("本机已有", "already here");
pub const ANOTHER_TEST_HAS_THE: Words = Words::new(
    "本机另有一条编号相同、内容不同的记录，保留本机的",
    "another test has the same number here; that one stays",
);
pub const CANNOT_BE_READ_KEPT: Words = Words::new(
    "无法识别，原样保留在“无法识别的记录”",
    "cannot be read; kept as it is under “Records that cannot be read”",
);
pub const ANOTHER_FORM_IS_BEING: Words =
    Words::new("本机正在填写另一份内容，保留本机的", "another form is being filled in here; that one stays");

pub const BEING_KEPT: Words = Words::new("正在保存…", "Being kept…");
pub const KEPT_HERE_ONLY: Words = Words::new(
    "自测记录仅保存在本机当前浏览器，更换设备、浏览器或清除数据后将无法查看；如需留存请导出文件。",
    "Past tests are kept in this browser on this device, and nowhere else. To have them elsewhere, or after browser data is cleared, save them as a file.",
);
pub const KEPT_IN_A_PARTITION: Words = Words::new(
    "本页嵌在别的网站里：自测记录可能只保存在该网站名下的分区，单独打开本站不一定看得到，浏览器也可能提前清除。要留底请另存为文件。",
    "This page is framed by another site: past tests may be kept only inside that site's partition. They may not be there when this site is opened by itself, and the browser may clear them early. Save them as a file to keep them.",
);
pub const NOT_KEPT: Words = Words::new(
    "此浏览器不保存自测记录，或它的数据库没有响应：本次的记录只在本页打开期间有效，关闭前请另存为文件；以前的记录可重新打开浏览器后再看。",
    "This browser does not keep past tests, or its database does not answer: those of this visit last only while this page is open. Save them as a file before you close it; earlier ones may be there again when the browser was restarted.",
);

pub fn imported_new_past_tests(
    lang: Lang,
    file: impl Display,
    kept: impl Display,
    skipped: impl Display,
) -> String {
    say!(
        lang,
        "已导入 {file}：新增 {kept} 条自测记录，略过 {skipped} 项。",
        "Imported {file}: {kept} new past tests, {skipped} items left out."
    )
}

pub fn new_firms(lang: Lang, names: impl Display) -> String {
    say!(lang, "新增企业：{names}。", " New firms: {names}.")
}

pub fn more(lang: Lang, count: impl Display, why: impl Display) -> String {
    say!(lang, "另有 {count} 项：{why}", "{count} more: {why}")
}

pub const TWO_TESTS_COMPARED: Words = Words::new("比较两次自测", "Two tests compared");
pub const VERDICTS_AND_SCORES_THAT: Words = Words::new("结论和得分对比", "Verdicts and scores that differ");
pub const EVERY_LEVEL_HAS_THE: Words =
    Words::new("各级的结论和得分均相同。", "Every level has the same verdict and score.");
pub const ANSWERS_THAT_DIFFER: Words = Words::new("填报内容对比", "Answers that differ");
pub const ALL_ANSWERS_ARE_THE: Words = Words::new("填报内容均相同。", "All answers are the same.");
pub const BACK_TO_PAST_TESTS: Words = Words::new("返回自测结果查询", "Back to past tests");
pub const ITEM: Words = Words::new("项目", "Item");
pub const TESTED_FOR_DIFFERENT_THINGS: Words = Words::new("测试范围不同：", "Tested for different things: ");
pub const RULES_OF: Words = Words::new("适用日期", "rules of");
pub const NOT_GIVEN: Words = Words::new("未填", "not given");
pub const NOT_KNOWN: Words = Words::new("不清楚", "not known");
pub const YES: Words = Words::new("是", "yes");
pub const NO: Words = Words::new("否", "no");
pub const NONE: Words = Words::new("无", "none");
pub const EDIT: Words = Words::new("编辑", "Edit");
pub const ENTERPRISE: Words = Words::new("企业全称", "Enterprise");
pub const TESTED_FROM: Words = Words::new("自测日期从", "Tested from");
pub const TO: Words = Words::new("到", "to");
pub const VERDICT: Words = Words::new("最终判断结果", "Verdict");
pub const ALL: Words = Words::new("全部", "All");
pub const KEPT_BY_RULES_OF: Words = Words::new(" · 适用日期 ", " · rules of ");
pub const DETAILS: Words = Words::new("详情", "Details");
pub const DUPLICATE: Words = Words::new("复制", "Duplicate");
pub const COMPARE: Words = Words::new("比较", "Compare");
pub const DELETE: Words = Words::new("删除", "Delete");
pub const DELETE_IT_FOR_GOOD: Words = Words::new("确定删除？不能恢复。", "Delete it for good?");
pub const DELETE_FOR_GOOD: Words = Words::new("确定删除", "Delete");
pub const KEEP: Words = Words::new("保留", "Keep");

pub fn choose_to_compare(lang: Lang, title: impl Display, kept_at: impl Display) -> String {
    say!(lang, "比较：{title} {kept_at}", "Choose to compare: {title} {kept_at}")
}

pub const PAST_TESTS: Words = Words::new("自测结果查询", "Past tests");
pub const READING: Words = Words::new("正在读取…", "Reading…");
pub const TWO_TESTS_ARE_CHOSEN: Words = Words::new("已选 2 条", "Two tests are chosen");
pub const COMPARE_THEM: Words = Words::new("比较这两次", "Compare them");
pub const ONE_TEST_IS_CHOSEN: Words =
    Words::new("已选 1 条，请再选 1 条。", "One test is chosen; choose another to compare.");
pub const PREVIOUS_PAGE: Words = Words::new("上一页", "Previous page");
pub const NEXT_PAGE: Words = Words::new("下一页", "Next page");
pub const RECORDS_THAT_CANNOT_BE: Words = Words::new("无法识别的记录", "Records that cannot be read");
pub const THEY_MAY_BE_DAMAGED: Words = Words::new(
    "可能已损坏，或由更新的版本保存。它们原样保留在本机，可以导出后用新版本打开。",
    "They may be damaged, or kept by a newer version. They stay on this device as they are and can be exported.",
);
pub const EXPORT_AS_IT_IS: Words = Words::new("导出原文", "Export as it is");

pub fn of(lang: Lang, all: impl Display, found: impl Display) -> String {
    say!(lang, "共 {all} 条，列出 {found} 条", "{found} of {all}")
}

pub fn of_these_are(
    lang: Lang,
    all: impl Display,
    found: impl Display,
    start: impl Display,
    end: impl Display,
) -> String {
    say!(
        lang,
        "共 {all} 条，符合 {found} 条，列出第 {start}–{end} 条",
        "{found} of {all}; these are {start}–{end}"
    )
}

pub const BY_THE_RULES_OF: Words = Words::new("按今天的标准", "By the rules of today");
pub const JUDGE_IT_BY_THE: Words = Words::new("按今天的标准重新判断", "Judge it by the rules of today");
pub const THEN: Words = Words::new("当时", "Then");
pub const TODAY: Words = Words::new("今天", "Today");
pub const TO_SUBMIT_IT_BY: Words = Words::new(
    "如需按今天的标准重新提交，请编辑后在开始页更换适用日期。",
    "To submit it by the rules of today, edit it and change the day on the start page.",
);
pub const NOT_TESTED: Words = Words::new("未测", "not tested");

pub fn the_same_answers_by(lang: Lang, today: impl Display) -> String {
    say!(
        lang,
        "填报内容不变，按 {today} 施行的标准判断；“上年度”随之变化，未填年度显示为待填。",
        "The same answers by the rules in force on {today}. “Last year” is another year then; figures that are missing for it count as not given."
    )
}

pub fn the_rules_of_then(lang: Lang, title: impl Display) -> String {
    say!(lang, "{title}：当时的标准今天仍在施行。", "{title}: the rules of then are still in force.")
}

pub fn differences_in_the_rules(lang: Lang, title: impl Display, count: impl Display) -> String {
    say!(lang, "{title}：标准有 {count} 处不同", "{title}: {count} differences in the rules")
}

pub const THIS_PAST_TEST_IS: Words = Words::new("该记录属于另一家企业", "This past test is another firm's");
pub const BACK_TO_THE_PRESENT: Words = Words::new("返回当前企业的记录", "Back to the present firm's tests");

pub fn switch_to_and_open(lang: Lang, firm: impl Display) -> String {
    say!(lang, "切换到“{firm}”并打开", "Switch to “{firm}” and open it")
}

pub fn it_belongs_to_the(lang: Lang, firm: impl Display) -> String {
    say!(
        lang,
        "该记录属于“{firm}”。切换后，当前企业的填报内容仍会保留。",
        "It belongs to “{firm}”. The present firm's form stays as it is when you switch."
    )
}

pub const NO_NAME_GIVEN: Words = Words::new("（未填企业全称）", "(no name given)");
pub const GAPS_AND_ROUTES: Words = Words::new("差距与路径", "Gaps and routes");
pub const A_NEW_VERSION_OF: Words = Words::new("根据 ", "A new version of ");
pub const EDITED_FROM_IT: Words = Words::new(" 的自测修改 · ", " · ");
pub const COMPARE_THEM_INLINE: Words = Words::new("比较这两次", "compare them");
pub const THE_RULES_WERE_REVISED: Words = Words::new("当时的标准已更新", "The rules were revised since");
pub const THESE_RULE_PACKS_WERE: Words = Words::new(
    "以下标准在当时判断之后已更新或不再提供。先列出当时的结论，以下按更新后的标准逐条判断。",
    "These rule packs were revised or withdrawn since. Here stands what came out then; what follows below is by their present revision.",
);

pub fn rule_pack_revision(lang: Lang, pack: impl Display, revision: impl Display) -> String {
    say!(lang, "标准 {pack}，第 {revision} 次整理", "rule pack {pack}, revision {revision}")
}

pub fn score(lang: Lang, score: impl Display) -> String {
    say!(lang, " 评价得分 {score}", " score {score}")
}

pub fn conditions_that_come_out(lang: Lang, titles: impl Display) -> String {
    say!(lang, "结论不同的条件：{titles}", "Conditions that come out otherwise: {titles}")
}

pub const SEVERAL_FIRMS: Words = Words::new("企业管理", "Several firms");
pub const DELETE_ALL: Words = Words::new("全部删除", "Delete all");
pub const DELETE_THEM_ALL: Words = Words::new("确定全部删除", "Delete them all");

pub fn delete_all_past_tests(lang: Lang, count: impl Display) -> String {
    say!(lang, "确定删除全部 {count} 条自测记录？不能恢复。", "Delete all {count} past tests for good?")
}

pub const FORMS_NOT_SUBMITTED: Words = Words::new("未提交的填报", "Forms that were not submitted");
pub const THEY_ARE_KEPT_UNTIL: Words = Words::new(
    "换用另一份填报时，原来那份保留在本机，到下次提交或满七天为止。",
    "A form that gave way to another is kept on this device until the next submission, or for seven days.",
);
pub const BRING_IT_BACK: Words = Words::new("恢复这份", "Bring it back");

pub fn answers_of(lang: Lang, name: impl Display, count: impl Display, since: impl Display) -> String {
    say!(lang, "{name}，已填 {count} 项，{since} 换下", "{name}, {count} answers, put aside at {since}")
}
