//! Writes the levels and packs that are counted, from `rules/catalog.json` as plain JSON, and the id of the fact that
//! names the firm, from `rules/terms.json` (of the folder `ZJTX_RULES`, where that is set): page and endpoint are compiled with them, and the endpoint still knows no
//! evaluator.

use serde_json::Value;
use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let out = Path::new(&env::var("OUT_DIR")?).to_owned();
    let catalog = read("catalog.json")?;
    let mut code = levels(&catalog)?;
    code.push_str(&packs(&catalog)?);
    fs::write(out.join("counted.rs"), code)?;
    fs::write(out.join("named_by.txt"), text(&read("terms.json")?, "named_by")?)?;
    Ok(())
}

/// A file of the rules.
fn read(name: &str) -> Result<Value, Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=ZJTX_RULES");
    let repository =
        || Ok::<_, env::VarError>(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../rules"));
    let folder = env::var_os("ZJTX_RULES").map_or_else(repository, |folder| Ok(folder.into()))?;
    let file = folder.join(name);
    println!("cargo::rerun-if-changed={}", file.display());
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// The levels of recognition, with their English names.
fn levels(catalog: &Value) -> Result<String, Box<dyn Error>> {
    let (mut variants, mut english) = (String::new(), String::new());
    for level in list(catalog, "counted_levels")? {
        let (variant, name) = (camel(text(level, "id")?), text(&level["name"], "zh")?);
        writeln!(variants, "/// 「{name}」\n{variant} = {:?}, {name:?};", text(level, "code")?)?;
        writeln!(english, "Self::{variant} => {:?},", text(&level["name"], "en")?)?;
    }
    Ok(format!(
        "codes! {{ /// Which level a rule pack judges.\npub enum Level as LevelCode {{ {variants} }} }}\n\
         impl Level {{ /// The name in English.\npub const fn english(self) -> &'static str {{ match self {{ {english} }} }} }}\n"
    ))
}

/// The counted packs, each with its level.
fn packs(catalog: &Value) -> Result<String, Box<dyn Error>> {
    let (mut variants, mut judged) = (String::new(), String::new());
    for counted in list(catalog, "counted")? {
        let (pack, code) = (text(counted, "pack")?, text(counted, "code")?);
        let variant = camel(&code.to_ascii_lowercase());
        let variant = variant.get(..4).unwrap_or_default().to_owned() + code.get(4..).unwrap_or_default();
        let level = list(catalog, "counted_levels")?.iter().find(|level| level["code"] == counted["level"]);
        let level = camel(text(level.ok_or("a counted pack has a level")?, "id")?);
        writeln!(variants, "/// `{pack}`\n{variant} = {code:?}, {pack:?};")?;
        writeln!(judged, "Self::{variant} => Level::{level},")?;
    }
    Ok(format!(
        "codes! {{ /// A rule pack 「规则包」 in a report: region, year and level in five characters.\n\
         pub enum PackCode as PackCode {{ {variants} }} }}\n\
         impl PackCode {{ /// The level that the pack judges; a report states it too, for whoever reads the bytes.\n\
         pub const fn level(self) -> Level {{ match self {{ {judged} }} }} }}\n"
    ))
}

fn list<'c>(value: &'c Value, field: &str) -> Result<&'c [Value], String> {
    value[field].as_array().map(Vec::as_slice).ok_or_else(|| format!("catalog.json has no {field}"))
}

fn text<'c>(value: &'c Value, field: &str) -> Result<&'c str, String> {
    value[field].as_str().ok_or_else(|| format!("the rules have no {field}: {value}"))
}

/// `little_giant` as `LittleGiant`.
fn camel(id: &str) -> String {
    let upper = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    id.split('_').map(upper).collect()
}
