//! Gathers `rules/**/*.json`, or the files of the folder `ZJTX_RULES`, into one minified document; the catalogue, and the
//! id of the fact that names the firm, stand apart too.

use serde_json::{Map, Value};
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=ZJTX_RULES");
    let repository =
        || Ok::<_, env::VarError>(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../rules"));
    let rules = env::var_os("ZJTX_RULES").map_or_else(repository, |folder| Ok(folder.into()))?;
    println!("cargo::rerun-if-changed={}", rules.display());
    let mut bundle = Map::new();
    bundle.insert("catalog".into(), read(&rules.join("catalog.json"))?);
    bundle.insert("terms".into(), read(&rules.join("terms.json"))?);
    bundle.insert("areas".into(), read(&rules.join("tables/areas.json"))?);
    bundle.insert("industries".into(), read(&rules.join("tables/industries.json"))?);
    bundle.insert("rounds".into(), read(&rules.join("rounds.json"))?);
    bundle.insert("sources".into(), read_all(&rules.join("sources"))?);
    bundle.insert("packs".into(), read_all(&rules.join("packs"))?);
    let out = Path::new(&env::var("OUT_DIR")?).to_owned();
    fs::write(out.join("catalog.json"), bundle["catalog"].to_string())?;
    fs::write(
        out.join("named_by.txt"),
        bundle["terms"]["named_by"].as_str().ok_or("terms.json has no named_by")?,
    )?;
    fs::write(out.join("bundle.json"), Value::Object(bundle).to_string())?;
    Ok(())
}

/// All files of a folder as a list, in the order of their names.
fn read_all(folder: &Path) -> Result<Value, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    let documents = paths.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    Ok(Value::Array(documents))
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path)?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
