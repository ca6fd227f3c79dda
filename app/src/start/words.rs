//! What the first page says.

pub use crate::words::{APPLICATION_KIND, LIST_COMMA};
use crate::words::{Lang, Words, say};
use zjtx_evaluator::Date;

pub const HEADING: Words = Words::new(
    "企业自测：创新型、专精特新、“小巨人”",
    "Self-test: innovative (创新型), specialized (专精特新), little giant (小巨人)",
);
pub const LEAD: Words = Words::new(
    "对照国家和省级公布的条件逐条判断，列出要求、本企业数据、差距和依据。",
    "Judged condition by condition against the published rules of the nation and of provinces, each with its requirement, your figure, the margin and the source.",
);
pub const WHAT_TO_TEST: Words = Words::new("自测范围", "What to test");
pub const START: Words = Words::new("开始填写", "Start");
pub const OPEN_A_FILE: Words = Words::new("导入填报文件", "Open a dossier file");
pub const STAYS_HERE: Words = Words::new(
    "填写内容仅在本机浏览器中计算和保存，不上传，无需登录。",
    "What you fill in is computed and kept in this browser only. Nothing is uploaded and no account is needed.",
);
pub const CLEARED_ON: Words = Words::new("可随时在", "You can clear it all at any time on the ");
pub const PRIVACY: Words = Words::new("隐私", "privacy");
pub const PRIVACY_PAGE: Words = Words::new("页清除本机全部数据。", " page.");
pub const WHERE_YOU_WERE: Words = Words::new("继续上次填报", "Go on where you were");
pub const GO_ON: Words = Words::new("继续填写", "Go on");
pub const START_AFRESH: Words =
    Words::new("重新填写（原内容可恢复）", "Start afresh (the old answers can be had back)");
pub const WHICH_RULES: Words = Words::new("适用标准", "Which rules apply");
pub const RULES_OF_2021: Words = Words::new(
    "2021 年标准（省级专精特新、第三批“小巨人”）",
    "The two self-tests of 2021: provincial 专精特新 and 小巨人",
);
pub const ANOTHER_DAY: Words = Words::new("或者选一个日期", "or another day");
pub const ELSEWHERE: Words = Words::new("其他地区（按全国标准）", "Elsewhere (national rules)");
pub const WHERE_REGISTERED: Words = Words::new("企业登记地", "Where the enterprise is registered");
pub const WHICH_LEVELS: Words = Words::new("自测级别（可多选）", "Which levels");
pub const DATES_UNCONFIRMED: Words = Words::new("（日期待核）", " (dates unconfirmed)");

/// How much of a form is there already.
pub fn answers_kept(answered: usize, lang: Lang) -> String {
    say!(lang, "已填 {answered} 项，暂存在本机", "{answered} answers, kept on this device")
}

/// The rules of today.
pub fn in_force_today(today: Date, lang: Lang) -> String {
    say!(lang, "现行标准（{today}）", "In force today ({today})")
}

/// That a scheme has no rules on a day.
pub fn no_standard(day: Date, lang: Lang) -> String {
    say!(lang, "该日期（{day}）没有适用的标准", "no standard applies on {day}")
}

/// The last day of a standard, within [`applies_under`].
pub fn until(to: Date, lang: Lang) -> String {
    say!(lang, "至 {to}", " until {to}")
}

/// Which documents a level is judged by, and since when.
pub fn applies_under(numbers: &str, from: Date, until: &str, unsure: &str, lang: Lang) -> String {
    say!(
        lang,
        "依据：{numbers}，{from} 起{until}施行{unsure}",
        "Under {numbers}, in force from {from}{until}{unsure}"
    )
}
