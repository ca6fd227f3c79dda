//! `zjtx doc`: a pack as a readable document.

use crate::{language::Language, output, rules};
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::{path::PathBuf, slice};
use zjtx::{
    html::{self, Surroundings},
    markdown::markdown,
};
use zjtx_evaluator::{Lang, Rulebook, handbook::document};

#[derive(Args)]
pub struct Options {
    /// 规则包；不写则写出全部 · pack id; all packs where absent
    #[arg(value_name = "PACK")]
    pack: Option<String>,
    /// 输出格式 · output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// 语言 · language
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Markdown text, for repositories and wikis.
    #[default]
    Md,
    /// A page that needs no script and no other file.
    Html,
}

pub fn run(options: &Options) -> Result<bool> {
    let rulebook = rules::rulebook(options.rules.as_deref())?;
    let lang: Lang = options.lang.into();
    let Some(id) = &options.pack else {
        output::write(&everything(&rulebook, options.format, lang))?;
        return Ok(true);
    };
    let pack = rulebook.pack(id).ok_or_else(|| rules::no_pack(id))?;
    let document = document(&rulebook, pack, lang);
    output::write(&match options.format {
        Format::Md => markdown(&document),
        Format::Html => {
            on_page(|around| html::page(&document.title, slice::from_ref(&document), around, lang))
        }
    })?;
    Ok(true)
}

fn everything(rulebook: &Rulebook, format: Format, lang: Lang) -> String {
    match format {
        Format::Html => on_page(|around| html::rules_page(rulebook, around, lang)),
        Format::Md => {
            let texts: Vec<String> =
                rulebook.packs().iter().map(|pack| markdown(&document(rulebook, pack, lang))).collect();
            texts.join("\n")
        }
    }
}

/// A page that needs no other file.
fn on_page(write: impl FnOnce(&Surroundings<'_>) -> String) -> String {
    let head = format!("<style>{}</style>", html::STYLE);
    write(&Surroundings { head: &head, lead: "" })
}
