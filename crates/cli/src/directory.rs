//! `zjtx directory`: directories of recognised firms, built from the lists that authorities publish.

use crate::{output, rules};
use anyhow::{Result, anyhow};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use zjtx_directory::{
    Piece, TitleEntry,
    build::{Built, Change, Directory, Fault, Knowledge, build, diff, read_folder, verify, write_folder},
};
use zjtx_evaluator::Scheme;
use zjtx_places::Places;

#[derive(Subcommand)]
pub enum Command {
    /// 由名单生成名录；每份名单旁须有同名 .toml 来源说明 · build a directory from lists
    Build(BuildOptions),
    /// 检查生成的名录 · check a directory
    Check(CheckOptions),
    /// 比较两个名录 · tell two directories apart
    Diff(DiffOptions),
}

#[derive(Args)]
pub struct BuildOptions {
    /// 名单（.xlsx 或 .csv） · lists
    #[arg(value_name = "LIST", required = true)]
    lists: Vec<PathBuf>,
    /// 写到这个文件夹 · folder to write to
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

#[derive(Args)]
pub struct CheckOptions {
    /// 名录文件夹 · folder of a directory
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

#[derive(Args)]
pub struct DiffOptions {
    /// 先前的名录 · the former directory
    #[arg(value_name = "BEFORE")]
    before: PathBuf,
    /// 现在的名录 · the new directory
    #[arg(value_name = "NOW")]
    now: PathBuf,
}

/// Carries out a command; `false` when lists have mistakes or a directory does not hold together.
pub fn run(command: &Command) -> Result<bool> {
    match command {
        Command::Build(options) => make(options),
        Command::Check(options) => look(&options.folder),
        Command::Diff(options) => {
            let changes = diff(&read_folder(&options.before)?, &read_folder(&options.now)?);
            changes.iter().try_for_each(|change| output::line(&told(change)))?;
            output::line(&format!("不同 {} 家", changes.len()))?;
            Ok(true)
        }
    }
}

/// The directory of lists, or what is wrong with them.
fn built(lists: &[PathBuf]) -> Result<Result<Built, Vec<Fault>>> {
    let (titles, places) = (titles()?, Places::bundled());
    Ok(build(lists, Knowledge { titles: &titles, places: &places }))
}

fn make(options: &BuildOptions) -> Result<bool> {
    let built = match built(&options.lists)? {
        Ok(built) => built,
        Err(faults) => {
            tell("错误", &faults);
            eprintln!("需改正 {} 处，没有生成名录", faults.len());
            return Ok(false);
        }
    };
    tell("提醒", &built.notes);
    let bytes = write_folder(&built, &options.output)?;
    let index = &built.index;
    output::line(&format!(
        "{} 家企业，{} 份名单，{} 个分片，压缩后 {bytes} 字节，已写到 {}",
        index.firms,
        index.sources.len(),
        index.pieces.len(),
        options.output.display()
    ))?;
    Ok(true)
}

/// Builds a directory from lists that have no mistakes.
pub fn build_into(lists: &[PathBuf], folder: &Path) -> Result<()> {
    let built = built(lists)?;
    let built = built.map_err(|faults| anyhow!(faults.iter().map(Fault::to_string).collect::<String>()))?;
    write_folder(&built, folder)?;
    Ok(())
}

fn look(folder: &Path) -> Result<bool> {
    let directory = read_folder(folder)?;
    let wrong = verify(&directory);
    wrong.iter().try_for_each(|sentence| output::line(sentence))?;
    output::line(&summary(&directory))?;
    Ok(wrong.is_empty())
}

fn summary(directory: &Directory) -> String {
    let firms: usize = directory.pieces.iter().map(Piece::len).sum();
    let sources: Vec<String> = directory
        .index
        .sources
        .iter()
        .map(|source| format!("{} {}（{} 行）", source.published, source.title, source.rows))
        .collect();
    format!("{firms} 家企业\n{}", sources.join("\n"))
}

/// Titles that the rules know, lowest first.
fn titles() -> Result<Vec<TitleEntry>> {
    let rulebook = rules::rulebook(None)?;
    let schemes = rulebook.catalog().schemes.iter().filter(|scheme| scheme.level > 0);
    let title = |Scheme { id, title, held_as, .. }: &Scheme| TitleEntry {
        id: id.clone(),
        zh: title.zh.clone(),
        en: title.en.clone(),
        fact: held_as.clone(),
    };
    Ok(schemes.map(title).collect())
}

fn tell(kind: &str, faults: &[Fault]) {
    faults.iter().for_each(|fault| eprintln!("{kind} {fault}"));
}

fn told(change: &Change) -> String {
    match change {
        Change::Added(firm) => format!("+ {firm}"),
        Change::Removed(firm) => format!("- {firm}"),
        Change::Titles { firm, before, now } => {
            let lines = before.iter().map(|line| format!("\n  - {line}"));
            let lines: String = lines.chain(now.iter().map(|line| format!("\n  + {line}"))).collect();
            format!("* {firm}{lines}")
        }
    }
}
