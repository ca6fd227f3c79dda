//! Names that lists use for facts whose official term is another.

/// Name and fact id; names as [`super::parts::core`] leaves them.
pub(super) const ALIASES: [(&str, &str); 20] = [
    ("企业名称", "enterprise_name"),
    ("单位名称", "enterprise_name"),
    ("公司名称", "enterprise_name"),
    ("企业", "enterprise_name"),
    ("联系人姓名", "contact_name"),
    ("联系方式", "contact_phone"),
    ("电话", "contact_phone"),
    ("城市", "city"),
    ("所在市", "city"),
    ("区县", "district"),
    ("所在区", "district"),
    ("所属区", "district"),
    ("行业代码", "industry"),
    ("所属行业", "industry"),
    ("从业人数", "headcount"),
    ("职工人数", "employee_total"),
    ("员工总数", "employee_total"),
    ("研发投入", "rd_expense"),
    ("资产总计", "total_assets"),
    ("负债合计", "total_liabilities"),
];

/// Headings of the day that a row is judged on.
pub(super) const AS_OF: [&str; 5] = ["申报日期", "评估日期", "测试日期", "申请日期", "asof"];

/// Headings of the kind of application.
pub(super) const KIND: [&str; 4] = ["申请类型", "申报类型", "申报类别", "applicationkind"];

/// Words before a name that do not change what it means.
pub(super) const PREFIXES: [&str; 7] = ["本企业", "企业", "是否属于", "是否为", "是否有", "是否", "其中"];

/// Words after a name that do not change what it means.
pub(super) const SUFFIXES: [&str; 8] = ["总额", "合计", "金额", "数量", "总数", "人数", "情况", "数"];
