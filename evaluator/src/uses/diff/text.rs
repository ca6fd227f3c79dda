//! Changes as lines.

use super::{About, Aspect, Change, Difference, Name, Pair};
use crate::base::text::Lang;

impl Change {
    /// What changed, on one line: 修改 Z-C3 → S3 营业收入1500万元以上.
    pub fn text(&self, lang: Lang) -> String {
        match &self.about {
            About::Pack => lang.pick("标准", "The pack").to_owned(),
            About::Criterion(pair) => pair.text(lang.pick("条件", "criterion"), lang),
            About::Group(pair) => pair.text(lang.pick("评分组", "group of the score sheet"), lang),
            About::Indicator(pair) => pair.text(lang.pick("指标", "indicator"), lang),
        }
    }
}

impl Pair {
    fn text(&self, what: &str, lang: Lang) -> String {
        let (verb, name) = match self {
            Self::Both(old, new) if old.id == new.id => (lang.pick("修改", "Changed"), new.text()),
            Self::Both(old, new) => (lang.pick("修改", "Changed"), format!("{} → {}", old.id, new.text())),
            Self::Added(name) => (lang.pick("新增", "Added"), name.text()),
            Self::Removed(name) => (lang.pick("删除", "Removed"), name.text()),
        };
        match lang {
            Lang::Zh => format!("{verb}{what} {name}"),
            Lang::En => format!("{verb} {what} {name}"),
        }
    }
}

impl Name {
    fn text(&self) -> String {
        format!("{} {}", self.id, self.title)
    }
}

impl Difference {
    /// The difference on one line: 上年度营业收入 不低于 1000万元 → 不低于 1500万元.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Requirement { subject, old, new } => format!("{subject} {old} → {new}"),
            Self::Now(line) => format!("+ {line}"),
            Self::Before(line) => format!("− {line}"),
            Self::Aspect { aspect: Aspect::SizeTable, .. } => {
                lang.pick("划型表不同", "The size tables differ").to_owned()
            }
            Self::Aspect { aspect, old, new } => {
                let none = lang.pick("（无）", "(none)");
                let or_none = |text: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
                let colon = lang.pick("：", ": ");
                format!("{}{colon}{} → {}", aspect.name(lang), or_none(old), or_none(new))
            }
        }
    }
}

impl Aspect {
    /// Name of the aspect for people.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Validity => lang.pick("有效期", "Validity"),
            Self::Sources => lang.pick("依据文件", "Sources"),
            Self::SizeTable => lang.pick("划型表", "Size table"),
            Self::Title => lang.pick("名称", "Title"),
            Self::Structure => lang.pick("组合方式", "Structure"),
            Self::Citation => lang.pick("依据", "Citation"),
            Self::Wording => lang.pick("原文", "Wording"),
            Self::Confidence => lang.pick("可靠程度", "Confidence"),
            Self::Kinds => lang.pick("考查对象", "Examined for"),
            Self::Full => lang.pick("满分", "Full points"),
            Self::PassMark => lang.pick("合格线", "Pass mark"),
            Self::Note => lang.pick("说明", "Note"),
        }
    }
}
