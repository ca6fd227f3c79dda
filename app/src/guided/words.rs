//! Words of the guided form.

use crate::words::{Lang, Words, say};
pub use crate::words::{NO, NOT_SURE, YES};

/// To the question before.
pub const BACK: Words = Words::new("上一题", "Back");
/// To the next question.
pub const NEXT: Words = Words::new("下一题", "Next");
/// The answer to a gate.
pub const THERE_IS: Words = Words::new("有", "Yes");
/// The answer to a gate.
pub const THERE_IS_NONE: Words = Words::new("没有", "No");
/// The same beneath a figure.
pub const NOT_SURE_NOW: Words = Words::new("不清楚，先跳过", "Not sure: skip");
/// To the form with all questions.
pub const ALL: Words = Words::new("显示全部题目", "Show all questions");
/// To the result as it stands.
pub const RESULT: Words = Words::new("查看当前结果", "See the result so far");
/// Where nothing is left to ask.
pub const DONE: Words = Words::new("必要的题目已填完", "Nothing more needs to be asked");
/// Beneath it.
pub const DONE_WHY: Words = Words::new(
    "所选级别均已可判断，或只剩需由其他单位给出的内容。其余题目可不填；想看差距时再补。",
    "Every chosen level is decided, or waits for what others decide. The other questions may be left; fill them in to see the gaps.",
);
/// To the result, at the end.
pub const SEE: Words = Words::new("查看结果", "See the result");
/// To the list of all answers.
pub const REVIEW: Words = Words::new("核对填写内容", "Check the answers");

/// How much is answered.
pub fn answered(count: usize, lang: Lang) -> String {
    say!(lang, "已填 {count} 项", "{count} answered")
}
