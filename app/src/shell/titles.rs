//! Names of the pages, in window titles and bars.

use crate::{address::Address, words::Lang};

/// Title of a page's window, which says first that answers on it are wrong, and last what the service is called.
pub fn title(address: &Address, is_wrong: bool, site: &str, lang: Lang) -> String {
    let wrong = if is_wrong { lang.pick("错误：", "Error: ") } else { "" };
    [wrong, name(address, lang), " · ", site].concat()
}

/// Name of a page, as bars and titles have it.
pub const fn name(address: &Address, lang: Lang) -> &'static str {
    match address {
        Address::Start => lang.pick("开始", "Start"),
        Address::Form(_) | Address::Section(_) | Address::All | Address::Guided(_) => {
            lang.pick("填写", "Form")
        }
        Address::Review => lang.pick("核对填写内容", "Check the answers"),
        Address::File => lang.pick("填报文件", "Dossier file"),
        Address::Submitted | Address::Result => lang.pick("结果", "Result"),
        Address::Records => lang.pick("自测结果查询", "Past tests"),
        Address::Record(_) => lang.pick("自测详情", "Past test"),
        Address::Routes(_) => lang.pick("差距与路径", "Gaps and routes"),
        Address::Rounds => lang.pick("申报批次", "Rounds"),
        Address::Preparation(_) => lang.pick("准备清单", "Preparation"),
        Address::Compare(..) => lang.pick("比较两次自测", "Two tests compared"),
        Address::Firms => lang.pick("企业", "Firms"),
        Address::Rules | Address::Pack(_) | Address::Rule(..) => lang.pick("规则说明", "Rules"),
        Address::Embed => lang.pick("嵌入", "Embed"),
        Address::Prefill => lang.pick("网站预填数据", "What the page around proposes"),
        Address::Statement => lang.pick("从财务报表导入", "From yearly statements"),
        Address::Batch => lang.pick("批量摸底", "Many firms at once"),
        Address::Privacy => lang.pick("隐私", "Privacy"),
        Address::About => lang.pick("关于", "About"),
        Address::Accessibility => lang.pick("无障碍说明", "Accessibility"),
        Address::Lost => lang.pick("页面不存在", "No such page"),
    }
}
