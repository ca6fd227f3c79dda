//! The `--lang` option.

use clap::ValueEnum;
use zjtx_evaluator::Lang;

#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Language {
    /// 中文
    #[default]
    Zh,
    /// English text.
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }
}
