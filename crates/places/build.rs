//! Writes the table of `rules/tables/places.json` as the short text that the crate reads.

use serde_json::Value;
use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let path = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../rules/tables/places.json");
    println!("cargo::rerun-if-changed={}", path.display());
    let table: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    let mut text = format!("zjtx-places 1 {}\n", word(&table, "as_of"));
    for place in rows(&table, "places") {
        let (code, name) = (word(place, "code"), word(place, "name"));
        writeln!(text, "{code}{name}\t{}\t{}", word(place, "pinyin"), word(place, "short"))?;
    }
    text.push('\n');
    for former in rows(&table, "former") {
        let into: Vec<&str> = rows(former, "into").filter_map(Value::as_str).collect();
        let (code, name) = (word(former, "code"), word(former, "name"));
        writeln!(text, "{code}{name}\t{}\t{}", former["until"], into.join(","))?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("places.txt"), text)?;
    Ok(())
}

fn rows<'v>(table: &'v Value, field: &str) -> impl Iterator<Item = &'v Value> {
    table[field].as_array().into_iter().flatten()
}

fn word<'v>(row: &'v Value, field: &str) -> &'v str {
    row[field].as_str().unwrap_or_default()
}
