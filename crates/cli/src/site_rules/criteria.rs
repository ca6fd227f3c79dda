//! The criteria as printable pages that need no script, for browsers in which the app cannot run.

use crate::html::{self, Surroundings};
use zjtx_evaluator::{Lang, Rulebook};

const STYLE: &str = "criteria.css";

/// One page in each language, and their style, by their paths in the site.
pub fn pages(rulebook: &Rulebook) -> [(&'static str, String); 3] {
    [
        ("criteria.html", page(rulebook, Lang::Zh)),
        ("criteria.en.html", page(rulebook, Lang::En)),
        (STYLE, html::STYLE.to_owned()),
    ]
}

fn page(rulebook: &Rulebook, lang: Lang) -> String {
    let head =
        format!("<link rel=\"icon\" href=\"icons/icon.svg\">\n<link rel=\"stylesheet\" href=\"{STYLE}\">");
    html::rules_page(rulebook, &Surroundings { head: &head, lead: lead(lang) }, lang)
}

/// What the page is for and where else to go.
const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "<p><b>仅供自测参考，不作为评审依据。</b>本页不需要脚本，由判断所用的同一份规则数据生成，可直接打印。\
         <a href=\"./\">返回自测</a> · <a href=\"criteria.en.html\" lang=\"en\">English</a></p>\n",
        "<p><b>For self-test only; not a basis for any review.</b> This page needs no script, is made from the very \
         data that judges, and can be printed. <a href=\"./\">To the self-test</a> · \
         <a href=\"criteria.html\" lang=\"zh-CN\">中文</a></p>\n",
    )
}
