//! What is said at the terminal of a demonstration.

use zjtx_evaluator::Lang;

/// A sentence for the person at the terminal.
pub enum Say<'a> {
    /// No site was named, nor found.
    NoSite,
    /// The endpoint's program is not at hand.
    NoCounts,
    /// The page of links is open.
    Open(&'a str),
}

impl Say<'_> {
    /// The sentence in a language.
    pub fn to(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoSite, Lang::Zh) => {
                "没有找到网站：请把 zjtx-site-….zip 放在本程序旁边，或写明它的位置".to_owned()
            }
            (Self::NoSite, Lang::En) => {
                "no site was found: put zjtx-site-….zip beside this program, or name its place".to_owned()
            }
            (Self::NoCounts, Lang::Zh) => {
                "本程序旁边没有 zjtx-aggregator，演示中没有区统计，其余照常".to_owned()
            }
            (Self::NoCounts, Lang::En) => {
                "zjtx-aggregator is not beside this program: the demonstration has no statistics".to_owned()
            }
            (Self::Open(address), Lang::Zh) => {
                format!("演示已在 {address} 打开，只有本机能访问；内容都是虚构的。按 Ctrl+C 结束，不留文件")
            }
            (Self::Open(address), Lang::En) => {
                format!(
                    "the demonstration is open at {address} for this machine only, all of it made up; Ctrl+C ends it and nothing stays"
                )
            }
        }
    }
}
