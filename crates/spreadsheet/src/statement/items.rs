//! The lines of statements that a dossier asks for, by their official names.

/// A line of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// 「营业收入」
    OperatingRevenue,
    /// 「研发费用」
    RdExpense,
    /// 「其中：研究费用」 of 小企业会计准则, beneath 管理费用: without what was capitalised.
    ResearchCost,
    /// 「利润总额」
    TotalProfit,
    /// 「净利润」
    NetProfit,
    /// 「资产总计」
    TotalAssets,
    /// 「负债合计」
    TotalLiabilities,
}

impl Item {
    /// Id of the fact that it answers.
    pub const fn fact(self) -> &'static str {
        match self {
            Self::OperatingRevenue => "operating_revenue",
            Self::RdExpense | Self::ResearchCost => "rd_expense",
            Self::TotalProfit => "total_profit",
            Self::NetProfit => "net_profit",
            Self::TotalAssets => "total_assets",
            Self::TotalLiabilities => "total_liabilities",
        }
    }

    /// Its official name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OperatingRevenue => "营业收入",
            Self::RdExpense => "研发费用",
            Self::ResearchCost => "研究费用",
            Self::TotalProfit => "利润总额",
            Self::NetProfit => "净利润",
            Self::TotalAssets => "资产总计",
            Self::TotalLiabilities => "负债合计",
        }
    }

    /// Whether it stands in the balance sheet.
    pub(super) const fn is_of_balance(self) -> bool {
        matches!(self, Self::TotalAssets | Self::TotalLiabilities)
    }

    /// The line that a cell names.
    pub(super) fn of(text: &str) -> Option<Self> {
        Some(match bare(text).as_str() {
            "营业收入" | "主营业务收入净额" => Self::OperatingRevenue,
            "研发费用" | "研究开发费用" => Self::RdExpense,
            "研究费用" => Self::ResearchCost,
            "利润总额" => Self::TotalProfit,
            "净利润" => Self::NetProfit,
            "资产总计" | "资产合计" | "资产总额" => Self::TotalAssets,
            "负债合计" | "负债总计" | "负债总额" => Self::TotalLiabilities,
            _ => return None,
        })
    }
}

/// The name without white space, numbers before it, 其中, and what stands in brackets.
fn bare(text: &str) -> String {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let head = compact.split(['（', '(', '【']).find(|part| !part.is_empty()).unwrap_or("");
    let numbered = head.split_once(['、', '.', '．']);
    let is_number =
        |text: &str| text.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let name = numbered.filter(|(number, _)| is_number(number)).map_or(head, |(_, name)| name);
    let words = ["其中：", "其中:", "加：", "减：", "减:", "加:", "*", "△", "▲"];
    let name = words.iter().fold(name, |name, word| name.strip_prefix(word).unwrap_or(name));
    name.trim_end_matches([':', '：']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Item;

    #[test]
    fn lines_are_known_by_the_names_of_both_standards() {
        for (text, item) in [
            ("一、营业收入", Item::OperatingRevenue),
            ("  一、 营业收入", Item::OperatingRevenue),
            ("其中：营业收入", Item::OperatingRevenue),
            ("研发费用", Item::RdExpense),
            ("      研究费用", Item::ResearchCost),
            ("其中：研究费用", Item::ResearchCost),
            ("三、利润总额（亏损总额以“-”号填列）", Item::TotalProfit),
            ("四、净利润（净亏损以“－”号填列）", Item::NetProfit),
            ("资产总计", Item::TotalAssets),
            ("资 产 总 计", Item::TotalAssets),
            ("负债合计", Item::TotalLiabilities),
        ] {
            assert_eq!(Item::of(text), Some(item), "{text}");
        }
        for text in [
            "营业外收入",
            "流动资产合计",
            "负债和所有者权益总计",
            "流动负债合计",
            "归属于母公司股东的净利润",
            "一、营业总收入",
            "资产",
        ] {
            assert_eq!(Item::of(text), None, "{text}");
        }
    }
}
