//! What the page 「从财务报表导入」 says.

use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const FROM_STATEMENTS: Words = Words::new("从财务报表导入", "From yearly statements");
pub const INTRO: Words = Words::new(
    "选择年度资产负债表或利润表（.xlsx、.xls 或 .csv），识别出的数据列在下面，勾选后填入。文件只在本机读取，不上传。",
    "Choose a yearly balance sheet or income statement (.xlsx, .xls or .csv): what is recognised stands below to be ticked and filled in. The file is read on this device and not uploaded.",
);
pub const CHOOSE: Words = Words::new("选择报表文件", "Choose the file");
pub const READING: Words = Words::new("正在读取报表……", "Reading the statements …");
pub const LOST: Words = Words::new(
    "读取报表的程序没有载入：请检查网络，或换用较新的浏览器后再选一次文件。",
    "The program that reads statements did not load: check the connection or use a newer browser, then choose the file again.",
);
pub const NOT_READ: Words = Words::new("无法读取 ", "Not read: ");
pub const NOTES: Words = Words::new("文件中未列入的内容", "What was left out of the file");
pub const NOTHING: Words = Words::new(
    "没有可填入的数据：识别出的数据与已填内容相同，或都未列入。",
    "There is nothing to fill in: what was recognised is filled in already, or was left out.",
);
pub const BACK: Words = Words::new("返回填写", "Back to the form");

pub fn found(lang: Lang, file: impl Display, count: impl Display) -> String {
    say!(lang, "“{file}”：识别出 {count} 个数据。", "“{file}”: {count} figures were recognised.")
}

pub fn stands_in(
    lang: Lang,
    cell: impl Display,
    line: impl Display,
    shown: impl Display,
    unit: impl Display,
) -> String {
    say!(lang, "{cell}“{line}”，{shown}，单位{unit}", "{cell} “{line}”, {shown}, in {unit}")
}
