//! The app's module split in two and more: what is loaded first, and parts that come when a page of theirs is
//! opened. The splitter works on what the linker wrote; here its outputs become files of the site.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::Options;

/// What the splitter made of the app.
pub(super) struct Split {
    /// The first module, still to be given its glue by wasm-bindgen.
    pub(super) main: PathBuf,
    /// The others: name, such as `split_result`, and bytes.
    pub(super) later: Vec<(String, Vec<u8>)>,
    /// Names of the modules that each part needs, its own among them.
    pub(super) needs: BTreeMap<String, Vec<String>>,
    /// The splitter's own script, which says what each part needs.
    pub(super) loader: String,
}

/// Splits the linked module into `folder`; `script` is the name under which it imports its loader.
pub(super) fn split(linked: &Path, folder: &Path, script: &str) -> Result<Split> {
    let module = fs::read(linked).with_context(|| format!("{} could not be read", linked.display()))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&module);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = script;
    options.main_module = "./app.js";
    let made = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:#}"))?;
    let mut later = made.split_modules.iter().map(|path| named(path)).collect::<Result<Vec<_>>>()?;
    later.sort();
    let loader = fs::read_to_string(folder.join(script)).context("the splitter wrote no loader")?;
    Ok(Split { main, later, needs: made.prefetch_map.into_iter().collect(), loader })
}

/// A later module's name and bytes.
fn named(path: &Path) -> Result<(String, Vec<u8>)> {
    let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
    Ok((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), bytes))
}
