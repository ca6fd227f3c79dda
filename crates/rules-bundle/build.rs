//! Gathers `rules/**/*.json`, or the files of the folder `ZJTX_RULES`, into one minified document; the catalogue, and the
//! id of the fact that names the firm, stand apart too.

#[path = "src/bundle.rs"]
mod bundle;

use serde_json::Value;
use std::{collections::BTreeMap, env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=ZJTX_RULES");
    let repository =
        || Ok::<_, env::VarError>(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../rules"));
    let rules = env::var_os("ZJTX_RULES").map_or_else(repository, |folder| Ok(folder.into()))?;
    println!("cargo::rerun-if-changed={}", rules.display());
    let mut files = BTreeMap::new();
    for folder in ["", "tables/", "sources/", "packs/"] {
        read_all(&rules, folder, &mut files)?;
    }
    let bundle = bundle::bundle(&files)?;
    let out = Path::new(&env::var("OUT_DIR")?).to_owned();
    fs::write(out.join("catalog.json"), bundle["catalog"].to_string())?;
    fs::write(
        out.join("named_by.txt"),
        bundle["terms"]["named_by"].as_str().ok_or("terms.json has no named_by")?,
    )?;
    fs::write(out.join("bundle.json"), Value::Object(bundle).to_string())?;
    Ok(())
}

/// Takes up the JSON files of a folder of the rules by their paths.
fn read_all(rules: &Path, folder: &str, files: &mut BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(rules.join(folder))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            println!("cargo::rerun-if-changed={}", path.display());
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.insert(format!("{folder}{name}"), fs::read_to_string(&path)?);
        }
    }
    Ok(())
}
