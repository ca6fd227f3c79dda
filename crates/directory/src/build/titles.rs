//! From the words of a list to a title of the rules.

use crate::TitleEntry;

/// Words that do not tell one title from another.
const COMMON: [&str; 6] = ["中小企业", "企业", "国家级", "省级", "市级", "称号"];

/// Position of the title that a cell names: 国家级专精特新小巨人企业（第五批） or 小巨人.
pub(super) fn position(cell: &str, titles: &[TitleEntry]) -> Option<u8> {
    let written = core(cell);
    let fits = |title: &&(usize, String)| {
        let (_, core) = title;
        written.contains(core.as_str()) || written.chars().count() >= 3 && core.ends_with(&written)
    };
    let cores: Vec<(usize, String)> =
        titles.iter().enumerate().map(|(index, title)| (index, core(&title.zh))).collect();
    let found = cores.iter().filter(fits).max_by_key(|(_, core)| core.chars().count())?;
    u8::try_from(found.0).ok()
}

/// The letters that tell a title.
fn core(title: &str) -> String {
    let bare = title.split(['（', '(']).next().unwrap_or(title);
    let letters: String = bare.chars().filter(|c| c.is_alphanumeric()).collect();
    COMMON.iter().fold(letters, |letters, word| letters.replace(word, ""))
}

#[cfg(test)]
mod tests {
    use super::position;
    use crate::TitleEntry;

    #[test]
    fn titles_are_known_by_what_lists_call_them() {
        let names = ["创新型中小企业", "专精特新中小企业", "专精特新“小巨人”企业", "高新技术企业"];
        let titles = names.map(|zh| TitleEntry {
            id: String::new(),
            zh: zh.to_owned(),
            en: String::new(),
            fact: None,
        });
        for (cell, expected) in [
            ("专精特新小巨人", Some(2)),
            ("国家级专精特新“小巨人”企业（第五批）", Some(2)),
            ("小巨人企业", Some(2)),
            ("专精特新中小企业", Some(1)),
            ("省级专精特新", Some(1)),
            ("创新型中小企业", Some(0)),
            ("高新技术企业", Some(3)),
            ("企业", None),
            ("瞪羚企业", None),
        ] {
            assert_eq!(position(cell, &titles), expected, "{cell}");
        }
    }
}
