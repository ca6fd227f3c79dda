//! JavaScript errors with a code and a path.

use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::JsValue;
use zjtx_evaluator::{DossierErrors, Lang};

/// The first mistake of a dossier; the message tells all.
pub(crate) fn bad_dossier(errors: &DossierErrors) -> JsValue {
    let sentences: Vec<String> = errors.iter().map(|error| error.sentence(Lang::Zh)).collect();
    let first = errors.iter().next();
    let (code, path) = first.map_or(("malformed", ""), |error| (error.code(), error.path.as_str()));
    error(&sentences.join("；"), code, path)
}

/// No pack of that id, or none in force.
pub(crate) fn no_pack(id: Option<&str>) -> JsValue {
    let message = id.map_or_else(
        || "没有适用的规则包，请指定规则包".to_owned(),
        |id| format!("没有规则包“{id}”，packs() 列出全部规则包"),
    );
    error(&message, "unknown_pack", "")
}

/// The embedded rules did not pass the check.
pub(crate) fn no_rules(message: &str) -> JsValue {
    error(message, "broken_rules", "")
}

fn error(message: &str, code: &str, path: &str) -> JsValue {
    let error = Error::new(message);
    for (key, value) in [("code", code), ("path", path)] {
        // A fresh Error object always takes a property.
        let _ = Reflect::set(&error, &key.into(), &value.into());
    }
    error.into()
}
