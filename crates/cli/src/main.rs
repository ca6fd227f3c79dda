//! `zjtx`: evaluate dossiers and advise on them; list, check, compare and document rule packs.
//!
//! A thin edge around `zjtx-evaluator`: it reads files and writes text. It judges nothing itself; only `serve`
//! and `demo` listen, on this machine's own address, and only `verify-site` asks the server that is named. Exit code 0 when
//! everything was evaluated, whatever the verdict; 2 for bad input, with a message on standard error.

mod advice_text;
mod advise;
mod batch;
mod demo;
mod diff;
mod directory;
mod doc;
mod dossiers;
mod doubts;
mod evaluate;
mod golden;
mod input;
mod language;
mod lint;
mod occasion;
mod output;
mod packs;
mod places;
mod published;
mod rules;
mod rules_archive;
mod schema;
mod serve;
mod simulate;
mod site;
mod statement;
mod template;
mod text;
mod verify_site;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// 专精特新自测 · private self-test for 专精特新
#[derive(Parser)]
#[command(name = "zjtx", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 按规则评估填报档案 · evaluate dossiers
    Evaluate(dossiers::Options),
    /// 差距与培育方向 · gaps and what would close them
    Advise(dossiers::Options),
    /// 批量评估一张表里的企业 · evaluate a spreadsheet of firms
    Batch(batch::Options),
    /// 门槛试算：改动一个标准的数值，看一张表里的企业怎样变化 · move figures of a standard on a list
    Simulate(simulate::Options),
    /// 读财务报表中的数据 · read the figures of yearly statements
    Statement(statement::Options),
    /// 写出批量填报的模板 · write the template for a list of firms
    Template(template::Options),
    /// 列出规则包 · list the rule packs
    Packs(packs::Options),
    /// 检查规则 · check rules
    Lint(lint::Options),
    /// 比较两个规则包 · tell two packs apart
    Diff(diff::Options),
    /// 把规则包写成说明文档 · write a pack as a document
    Doc(doc::Options),
    /// 写出规则文件的 JSON Schema · write the JSON Schemas of the rule files
    Schema(schema::Options),
    /// 认定名单：生成、检查、比较名录 · lists of recognised firms
    #[command(subcommand)]
    Directory(directory::Command),
    /// 规则与程序分开发布：打包、签名、核对 · rules apart from the program, signed
    #[command(subcommand)]
    Rules(rules_archive::Command),
    /// 在本机打开发布包或文件夹里的网站 · open a site from its release archive or folder
    Serve(serve::Options),
    /// 用虚构的企业、清单、名录和统计看一遍 · everything with made-up firms, lists and counts
    Demo(demo::Options),
    /// 核对网站的文件是否为发布的原件 · compare a site's files with its release
    VerifySite(verify_site::Options),
    /// 按一个城市或单位的设置生成网站 · make the site of a city or an office
    #[command(subcommand)]
    Site(site::Command),
}

/// Rows of a list are read by one thread and judged by others: memory goes from hand to hand, which the allocators of C
/// libraries, musl's of the released programs above all, are slow at.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

/// Bad input.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Evaluate(options) => evaluate::run(&options),
        Command::Advise(options) => advise::run(&options),
        Command::Batch(options) => batch::run(&options),
        Command::Simulate(options) => simulate::run(&options),
        Command::Statement(options) => statement::run(&options),
        Command::Template(options) => template::run(&options),
        Command::Packs(options) => packs::run(&options),
        Command::Lint(options) => lint::run(&options),
        Command::Diff(options) => diff::run(&options),
        Command::Doc(options) => doc::run(&options),
        Command::Schema(options) => schema::run(&options),
        Command::Directory(command) => directory::run(&command),
        Command::Rules(command) => rules_archive::run(&command),
        Command::Serve(options) => serve::run(&options),
        Command::Demo(options) => demo::run(&options),
        Command::VerifySite(options) => verify_site::run(&options),
        Command::Site(command) => site::run(&command),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(BAD_INPUT),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(BAD_INPUT)
        }
    }
}
