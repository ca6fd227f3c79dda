//! The app's glue: wasm-bindgen's script with the loader of the later parts in it. In one file they need no
//! names of each other, so that the content can name each file, and one request less is made.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use regex::Regex;

/// Fetches a part, hands it what it shares with the first module, and says whether that worked. A host that sends
/// WebAssembly as something else is met by compiling from bytes.
const RUNTIME: &str = r#"
const link = async (name, shared) => {
  const address = new URL(name, import.meta.url);
  try {
    await WebAssembly.instantiateStreaming(fetch(address), shared);
  } catch (error) {
    const response = await fetch(address);
    if (!response.ok) throw error;
    await WebAssembly.instantiate(await response.arrayBuffer(), shared);
  }
};
const part = (name, needs = []) => {
  let linked;
  return () => linked ??= Promise.all(needs.map((need) => need()))
    .then(() => name && link(name, shares()))
    .catch((error) => { linked = undefined; throw error; });
};
const later = (load) => async (then, data) => {
  const done = await load().then(() => true, (error) => (console.warn("zjtx: a part did not load:", error), false));
  wasm.__indirect_function_table.get(then)(data, done);
};
"#;

/// The glue with the loader in place of the splitter's script, which it imports under this name.
///
/// `addresses` are the later modules' addresses beside the glue, by their names.
pub(super) fn with_loader(
    glue: &str,
    script: &str,
    loader: &str,
    addresses: &BTreeMap<String, String>,
) -> Result<String> {
    let parts = parts(loader, addresses)?;
    let import = Regex::new(&format!(r#"(?m)^import \* as (\w+) from "{}";?\n"#, regex::escape(script)))?;
    let names: Vec<&str> =
        import.captures_iter(glue).filter_map(|found| found.get(1)).map(|name| name.as_str()).collect();
    ensure!(!names.is_empty(), "wasm-bindgen's glue does not import {script}");
    let mut text = import.replace_all(glue, "").into_owned();
    for (index, name) in names.iter().enumerate() {
        let key = format!("\"{script}\": {name},");
        ensure!(text.contains(&key), "wasm-bindgen's glue has no {key}");
        text = text.replace(&key, if index == 0 { "\"LOADER\": LOADER," } else { "" });
    }
    text = text.replace("\"LOADER\": LOADER,", &format!("\"{script}\": LOADER,"));
    let exports = "export { initSync, __wbg_init as default };";
    ensure!(text.contains(exports), "wasm-bindgen's glue does not end as expected");
    text = text.replace(exports, "export { __wbg_init as default };");
    ensure!(!text.contains("import * as"), "wasm-bindgen's glue imports something else");
    Ok(format!("{text}{RUNTIME}{parts}"))
}

/// The parts as the splitter's script has them, as calls of our loader.
fn parts(loader: &str, addresses: &BTreeMap<String, String>) -> Result<String> {
    let shared = Regex::new(r"const \{ ([\w, ]+?),? *\} = initSync")?;
    let shared = shared.captures(loader).and_then(|found| found.get(1));
    let shared = shared.context("the splitter's script shares nothing")?.as_str();
    let mut text = format!(
        "const shares = () => {{ const {{ {shared} }} = wasm; return {{ __wasm_split: {{ {shared} }} }}; }};\n"
    );
    let part =
        Regex::new(r#"(?s)(?:export )?const (\w+) = (wrapAsyncCb\()?makeLoad\((.*?), \[([\w, ]*)\]\)\)?;"#)?;
    let file = Regex::new(r#"new URL\("\./(\w+)\.wasm""#)?;
    let (mut exported, mut named) = (Vec::new(), 0);
    for found in part.captures_iter(loader) {
        let [name, fetcher, needs] = [1, 3, 4].map(|at| found.get(at).map_or("", |text| text.as_str()));
        let address = match file.captures(fetcher).and_then(|found| found.get(1)) {
            Some(stem) => {
                named += 1;
                let address = addresses.get(stem.as_str());
                format!("\"./{}\"", address.with_context(|| format!("there is no {}", stem.as_str()))?)
            }
            None => "null".to_owned(),
        };
        text +=
            &format!("const {name} = {}part({address}, [{needs}]){};\n", opening(&found), closing(&found));
        exported.extend(found.get(2).map(|_| name));
    }
    ensure!(named == addresses.len(), "{named} of {} later modules are loaded", addresses.len());
    ensure!(!exported.is_empty(), "the splitter's script loads nothing");
    Ok(format!("{text}const LOADER = {{ {} }};\n", exported.join(", ")))
}

fn opening(found: &regex::Captures<'_>) -> &'static str {
    if found.get(2).is_some() { "later(" } else { "" }
}

fn closing(found: &regex::Captures<'_>) -> &'static str {
    if found.get(2).is_some() { ")" } else { "" }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::with_loader;

    const GLUE: &str = "import * as import1 from \"./loader.js\"\nimport * as import2 from \"./loader.js\"\n
return { \"./app_bg.js\": import0,\n\"./loader.js\": import1,\n\"./loader.js\": import2,\n };
export { initSync, __wbg_init as default };\n";
    const LOADER: &str = r#"import { initSync } from "./app.js";
        const { __indirect_function_table, memory,  } = initSync(undefined, undefined);
/* a, b */
const __chunk_4 = makeLoad(() => {
    const src = fetch(new URL("./chunk_4.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_b = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), [__chunk_4]));
export const __wasm_split_load_a = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_a.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_4]));
"#;

    fn addresses(names: &[&str]) -> BTreeMap<String, String> {
        names.iter().map(|name| ((*name).to_owned(), format!("{name}-0123.wasm"))).collect()
    }

    #[test]
    fn the_loader_stands_in_the_glue() {
        let names = addresses(&["chunk_4", "split_a"]);
        let glue = with_loader(GLUE, "./loader.js", LOADER, &names).expect("a glue of the known form");
        for line in [
            "const __chunk_4 = part(\"./chunk_4-0123.wasm\", []);",
            "const __wasm_split_load_a = later(part(\"./split_a-0123.wasm\", [__chunk_4]));",
            "const __wasm_split_load_b = later(part(null, [__chunk_4]));",
            "const LOADER = { __wasm_split_load_b, __wasm_split_load_a };",
            "\"./loader.js\": LOADER,",
            "const { __indirect_function_table, memory } = wasm;",
        ] {
            assert!(glue.contains(line), "{line}\n{glue}");
        }
        assert!(!glue.contains("import2") && !glue.contains("initSync"), "{glue}");
    }

    #[test]
    fn a_form_that_is_not_known_is_refused() {
        let one = addresses(&["chunk_4"]);
        let two = addresses(&["chunk_4", "split_a"]);
        assert!(with_loader(GLUE, "./loader.js", LOADER, &one).is_err(), "a module without a file");
        let three = addresses(&["chunk_4", "split_a", "split_c"]);
        assert!(with_loader(GLUE, "./loader.js", LOADER, &three).is_err(), "a file that nothing loads");
        assert!(with_loader(GLUE, "./other.js", LOADER, &two).is_err(), "a script that is not imported");
        assert!(with_loader(&GLUE.replace("export {", ""), "./loader.js", LOADER, &two).is_err());
        assert!(with_loader(GLUE, "./loader.js", "", &two).is_err());
    }
}
