//! Checks the rules and writes them in the compact form that the package reads, and the facts of the
//! vocabulary as TypeScript, and the numbers that `glue.js` shares with Rust.

use std::{env, error::Error, fmt::Write, fs, path::Path};
use zjtx_evaluator::{FactKind, Lang, Rulebook, Term, Terms};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/glue.js");
    let rulebook = Rulebook::load(zjtx_rules::BUNDLE).map_err(|found| {
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        found.join("\n")
    })?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("facts.d.ts"), facts(rulebook.terms())?)?;
    fs::write(Path::new(&out).join("shared.rs"), shared_numbers(&fs::read_to_string("src/glue.js")?)?)?;
    fs::write(Path::new(&out).join("rules.bin"), rulebook.without_words().to_compact(|_| true))?;
    Ok(())
}

/// The script's constants that are numbers, as constants of Rust: bytes, but for years.
fn shared_numbers(script: &str) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    for line in script.lines() {
        let constant = line.strip_prefix("const ").and_then(|line| line.strip_suffix(';'));
        let Some((name, number)) = constant.and_then(|constant| constant.split_once(" = ")) else { continue };
        if number.parse::<i16>().is_ok() {
            let kind = if number.parse::<u8>().is_ok() { "u8" } else { "i16" };
            writeln!(text, "pub(crate) const {name}: {kind} = {number};")?;
        }
    }
    Ok(text)
}

/// The interface of a dossier's facts, each with its official term.
fn facts(terms: &Terms) -> Result<String, std::fmt::Error> {
    let mut text =
        "/** What is known of a firm; an absent fact is unknown. */\nexport interface Facts {\n".to_owned();
    for (_, term) in terms.facts() {
        let (zh, en) = (term.term().get(Lang::Zh), term.term().get(Lang::En));
        writeln!(text, "  /** {zh} · {en}{} */", unit(term))?;
        writeln!(text, "  {}?: {} | null;", term.id(), answer(term))?;
    }
    text.push_str("}\n");
    Ok(text)
}

fn unit(term: &Term) -> String {
    let suffix = if term.unit().is_some() { term.suffix("", Lang::Zh).trim() } else { "" };
    if suffix.is_empty() { String::new() } else { format!(" ({suffix})") }
}

fn answer(term: &Term) -> String {
    let ids = || term.choices().map(|(id, _)| format!("\"{id}\"")).collect::<Vec<_>>().join(" | ");
    match term.kind() {
        _ if term.period().is_some() => "Yearly".to_owned(),
        FactKind::Bool => "boolean".to_owned(),
        FactKind::Choice => ids(),
        FactKind::Set => format!("({})[]", ids()),
        FactKind::Rank => "Figure | \"none\"".to_owned(),
        FactKind::Date | FactKind::City | FactKind::District | FactKind::Industry | FactKind::Text => {
            "string".to_owned()
        }
        _ => "Figure".to_owned(),
    }
}
