//! What is told of a site's files, and what nobody can tell from them.

use super::{findings::Findings, release::Release, site::Site};
use std::fmt::Write;
use zjtx_evaluator::Lang;

/// A sentence on what cannot be looked at.
pub enum Say<'a> {
    /// An address of another kind than the web's.
    NoAddress(&'a str),
    /// No answer, or one that broke off.
    NoAnswer(&'a str),
    /// Another answer than a file or its absence.
    Refused(&'a str, u16),
    /// No list of hashes.
    NoSums,
    /// Rules can be compared only where the release's files are at hand.
    RulesOfAnArchive,
}

impl Say<'_> {
    /// The sentence in a language.
    pub fn to(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoAddress(text), Lang::Zh) => format!("{text}：应为 https:// 或 http:// 开头的网址"),
            (Self::NoAddress(text), Lang::En) => {
                format!("{text}: the address should begin with https:// or http://")
            }
            (Self::NoAnswer(address), Lang::Zh) => format!("{address}：没有应答，请检查网址和网络"),
            (Self::NoAnswer(address), Lang::En) => {
                format!("{address}: no answer; please check the address and the network")
            }
            (Self::Refused(address, status), Lang::Zh) => {
                format!("{address}：服务器答复 {status}，没有给出文件")
            }
            (Self::Refused(address, status), Lang::En) => format!("{address}: the server answered {status}"),
            (Self::NoSums, Lang::Zh) => {
                "没有 SHA256SUMS，或它不是校验值清单；请用 --release 指定发布包".to_owned()
            }
            (Self::NoSums, Lang::En) => {
                "SHA256SUMS is missing or no list of hashes; please name the release with --release"
                    .to_owned()
            }
            (Self::RulesOfAnArchive, Lang::Zh) => {
                "核对换用的规则，须用 --release 指定发布包 zjtx-site-….zip，只有校验值清单不够".to_owned()
            }
            (Self::RulesOfAnArchive, Lang::En) => {
                "to compare rules, name the release archive zjtx-site-….zip with --release; its list of hashes is not enough"
                    .to_owned()
            }
        }
    }
}

/// Everything that was found, and what cannot be known.
pub fn report(findings: &Findings, release: &Release, site: &Site, lang: Lang) -> String {
    let Findings { same, settings, rules, open, other, missing, foreign, unseen, .. } = findings;
    let mut text = String::new();
    let mut line = |zh: String, en: String| {
        let _ = writeln!(text, "{}", lang.pick(zh.as_str(), en.as_str()));
    };
    line(format!("SHA256SUMS 的校验值：{}", release.hash), format!("hash of SHA256SUMS: {}", release.hash));
    line(format!("与发布的文件相同：{same} 个"), format!("as released: {same} files"));
    if let Some(told) = &findings.told {
        line(told.clone(), told.clone());
    }
    let lists = [
        (settings, "由站点设置改写，与设置一致", "changed by the site's settings, as they say"),
        (rules, "由签名的规则改写，与规则一致", "changed by the signed rules, as they say"),
        (open, "站点设置可以改写，内容未核对", "may be changed by settings, not compared"),
        (other, "与发布的文件不同", "not as released"),
        (missing, "缺少", "missing"),
        (foreign, "不是发布的文件", "not of the release"),
    ];
    for (paths, zh, en) in lists.into_iter().filter(|(paths, ..)| !paths.is_empty()) {
        line(format!("{zh}：{}", paths.join("、")), format!("{en}: {}", paths.join(", ")));
    }
    if *unseen > 0 {
        line(
            format!("未单独取得（压缩副本与响应头）：{unseen} 个"),
            format!("not fetched by themselves (compressed copies, header rules): {unseen}"),
        );
    }
    if findings.is_as_released() {
        line("没有发现发布之外的内容。".to_owned(), "Nothing but the release was found.".to_owned());
    } else {
        line(
            "这个网站不是原样的发布。".to_owned(),
            "This site is not the release as it was made.".to_owned(),
        );
    }
    text + &unknown(findings, release, site, lang)
}

/// What the site says of rules that it took, and how to compare them.
fn said_rules(findings: &Findings, lang: Lang) -> String {
    let said = findings.said.as_ref();
    let [revision, signer, day] = ["revision", "signer", "day"]
        .map(|key| said.and_then(|said| said.get(key)?.as_str()).unwrap_or_default());
    match lang {
        Lang::Zh => format!(
            "- 网站自称换用规则 {revision}（{signer}，{day}）：用 --rules 指定该规则文件、--trusted 指定签名者的公钥即可核对。\n"
        ),
        Lang::En => format!(
            "- The site says that it took rules {revision} ({signer}, {day}): name their archive with --rules and the signer's key with --trusted to compare them.\n"
        ),
    }
}

/// What cannot be known from here.
fn unknown(findings: &Findings, release: &Release, site: &Site, lang: Lang) -> String {
    let own = lang.pick(
        "- 清单是网站自己的：请把上面的校验值与发布说明中的比对。\n",
        "- The list is the site's own: please compare its hash with the one in the release notes.\n",
    );
    let open = lang.pick(
        "- 站点设置改写的文件是否只改了名称与地址：用 --release 指定发布包即可逐字节核对。\n",
        "- Whether settings changed only names and addresses: name the release archive with --release to compare them.\n",
    );
    let rules = said_rules(findings, lang);
    let server = lang.pick(
        "- 服务器给别人、在别的时刻、对压缩传输是否给出同样的文件；是否另有未列出的文件。\n",
        "- Whether the server gives others, at other times or compressed, the same files, and whether it has more.\n",
    );
    let beyond = lang.pick(
        "- 浏览器、它的扩展、应用内置的浏览器或本机程序是否改动页面。\n",
        "- Whether the browser, its extensions, an app's web view or a program on the device changes the page.\n",
    );
    let lines = [
        (release.is_own, own),
        (!findings.open.is_empty(), open),
        (findings.said.is_some() && findings.told.is_none(), rules.as_str()),
        (matches!(site, Site::Address(_)), server),
        (true, beyond),
    ];
    let said: String = lines.iter().filter(|(is_so, _)| *is_so).map(|(_, line)| *line).collect();
    format!("{}\n{said}", lang.pick("由此不能得知：", "What this cannot tell:"))
}
