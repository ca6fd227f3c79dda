//! The page of links. It needs no script; its style is that of the printable criteria.

use std::fmt::Write;
use zjtx_evaluator::Lang;

/// Where the page is in the site, and its files beside it.
pub const FOLDER: &str = "demo";
/// The made-up firm's answers.
pub const FIRM: &str = "firm.dossier.json";
/// The list of made-up firms.
pub const LIST: &str = "firms.csv";

/// A link with what it leads to, in Chinese and English.
struct Entry {
    to: String,
    name: [&'static str; 2],
    what: [&'static str; 2],
}

fn entry(to: impl Into<String>, name: [&'static str; 2], what: [&'static str; 2]) -> Entry {
    Entry { to: to.into(), name, what }
}

/// The page; `officers` are the tokens of the city's officers and of one district's, `None` where there are no counts.
pub fn page(officers: Option<&[String; 2]>, lang: Lang) -> String {
    let mut list = String::new();
    for Entry { to, name: [name_zh, name_en], what: [zh, en] } in entries(officers) {
        let (name, what) = (lang.pick(name_zh, name_en), lang.pick(zh, en));
        let _ = writeln!(list, "<dt><a href=\"{to}\">{name}</a></dt>\n<dd>{what}</dd>");
    }
    let title = lang.pick("专精特新企业自测：演示", "SME self-test: demonstration");
    let lead = lang.pick(
        "以下企业、名单和数字都是虚构的。仅供自测参考，不作为评审依据。",
        "Firms, lists and figures are made up. For self-test only; not a basis for any review.",
    );
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"../icons/icon.svg\">\n<link rel=\"stylesheet\" href=\"../criteria.css\">\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{lead}</p>\n<dl>\n{list}</dl>\n</main>\n</body>\n</html>\n",
        lang.pick("zh-CN", "en")
    )
}

fn entries(officers: Option<&[String; 2]>) -> Vec<Entry> {
    let mut entries = vec![
        entry(
            "../#/form",
            ["填写自测", "The form"],
            ["一题一屏，或列出全部题目。", "Question by question, or all at once."],
        ),
        entry(
            FIRM,
            ["一家企业的填报档案", "A firm's answers"],
            ["先下载，再在“填报文件”页中选择它。", "Download it, then choose it on the next page."],
        ),
        entry(
            "../#/file",
            ["填报文件", "Open the answers"],
            [
                "打开后看结果、差距与路径、准备清单。",
                "Then see result, gaps and routes, and what to prepare.",
            ],
        ),
        entry(
            LIST,
            ["一张企业清单", "A list of firms"],
            [
                "120 家企业，先下载，再在“批量摸底”中选择它。",
                "120 firms; download it, then choose it on the next page.",
            ],
        ),
        entry(
            "../#/batch",
            ["批量摸底", "Judge the list"],
            [
                "逐级判断、两版对照、门槛试算。",
                "Level by level, beside another standard, with other figures.",
            ],
        ),
        entry(
            "../directory/",
            ["认定名单查询、名录、数据地图", "Lists of recognised firms"],
            ["按名称查询；查什么都不离开本机。", "Searched by name, on this device."],
        ),
    ];
    if let Some([city, district]) = officers {
        let to = |token: &str| format!("../stats/#token={token}");
        let weeks = [
            "二十六周的匿名计数，误差与范围一并列出。",
            "Twenty-six weeks of anonymous counts, with their noise.",
        ];
        entries.push(entry(to(city), ["区统计：市级", "Statistics of the city"], weeks));
        entries.push(entry(
            to(district),
            ["区统计：一个区", "Statistics of one district"],
            ["只看得到本区。", "It sees its own figures alone."],
        ));
    }
    entries.push(entry(
        "../#/rules",
        ["规则说明", "The rules"],
        ["每一条的条款和文件号。", "Every condition with clause and document."],
    ));
    entries.push(entry(
        "../#/about",
        ["关于", "About"],
        ["版本、许可，核对是否为发布的原件。", "Version, licence, and whether it is the release."],
    ));
    entries
}
