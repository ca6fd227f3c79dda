//! Words of headings that are no names of facts.

/// Headings of the day that a row is judged on.
pub(super) const AS_OF: [&str; 5] = ["申报日期", "评估日期", "测试日期", "申请日期", "asof"];

/// Headings of the kind of application.
pub(super) const KIND: [&str; 4] = ["申请类型", "申报类型", "申报类别", "applicationkind"];

/// Words before a name that do not change what it means.
pub(super) const PREFIXES: [&str; 7] = ["本企业", "企业", "是否属于", "是否为", "是否有", "是否", "其中"];

/// Words after a name that do not change what it means.
pub(super) const SUFFIXES: [&str; 8] = ["总额", "合计", "金额", "数量", "总数", "人数", "情况", "数"];
