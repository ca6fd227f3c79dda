//! `zjtx statement`: the figures of a yearly balance sheet and income statement.

use crate::{dossiers::Format, output};
use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value, json};
use std::{fs, path::PathBuf};
use zjtx_spreadsheet::{Figure, Statement};

#[derive(Args)]
pub struct Options {
    /// 财务报表：.xlsx、.xls 或 CSV · yearly statements
    #[arg(value_name = "FILE")]
    input: PathBuf,
    /// 输出格式 · output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Tells the recognised figures, each with its cell, unit and year.
pub fn run(options: &Options) -> Result<bool> {
    let named = || options.input.display().to_string();
    let file = fs::read(&options.input).with_context(named)?;
    let statement = zjtx_spreadsheet::statement(&file).with_context(named)?;
    output::line(&match options.format {
        Format::Json => json(&statement).to_string(),
        Format::Text => text(&statement),
    })?;
    Ok(true)
}

fn json(statement: &Statement) -> Value {
    let figure = |figure: &Figure| {
        json!({ "fact": figure.item.fact(), "line": figure.item.name(), "year": figure.year, "amount": format!("{}元", figure.yuan),
                "shown": figure.shown, "unit": figure.unit, "cell": figure.cell,
                "question": figure.question.as_ref().map(|question| &question.zh) })
    };
    let notes: Vec<&str> = statement.notes.iter().map(|note| note.zh.as_str()).collect();
    json!({ "figures": statement.figures.iter().map(figure).collect::<Vec<_>>(), "notes": notes })
}

fn text(statement: &Statement) -> String {
    let figure = |figure: &Figure| {
        let Figure { item, year, yuan, shown, unit, cell, question } = figure;
        let question = question.as_ref().map(|question| format!("  ？{}", question.zh)).unwrap_or_default();
        format!("{} {year} 年：{yuan} 元（{cell}，{shown}，单位{unit}）{question}", item.name())
    };
    let notes = statement.notes.iter().map(|note| note.zh.clone());
    statement.figures.iter().map(figure).chain(notes).collect::<Vec<_>>().join("\n")
}
