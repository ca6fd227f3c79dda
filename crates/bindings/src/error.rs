//! Bad input: a code, the path of the place, and a sentence.

use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::JsValue;
use zjtx_evaluator::{DossierErrors, Lang};

/// What is wrong with an input.
#[derive(Serialize)]
pub(crate) struct BadInput {
    code: &'static str,
    path: String,
    message: String,
}

impl BadInput {
    /// The first mistake of a dossier; the message tells all.
    pub(crate) fn dossier(errors: &DossierErrors) -> Self {
        let sentences: Vec<String> = errors.iter().map(|error| error.sentence(Lang::Zh)).collect();
        let first = errors.iter().next();
        let (code, path) = first.map_or(("malformed", ""), |error| (error.code(), error.path.as_str()));
        Self { code, path: path.to_owned(), message: sentences.join("；") }
    }

    /// No pack of that id, or none in force.
    pub(crate) fn no_pack(id: Option<&str>) -> Self {
        let message = id.map_or_else(
            || "没有适用的规则包，请指定规则包".to_owned(),
            |id| format!("没有规则包“{id}”，packs() 列出全部规则包"),
        );
        Self::whole("unknown_pack", message)
    }

    /// Not a list of dossiers.
    pub(crate) fn no_list() -> Self {
        Self::whole("not_a_list", "应为填报档案的数组".to_owned())
    }

    /// The embedded rules are of another build.
    pub(crate) fn no_rules() -> Self {
        Self::whole("broken_rules", "内置的规则与程序不是同一次构建的".to_owned())
    }

    const fn whole(code: &'static str, message: String) -> Self {
        Self { code, path: String::new(), message }
    }
}

impl From<BadInput> for JsValue {
    fn from(bad: BadInput) -> Self {
        let error = Error::new(&bad.message);
        for (key, value) in [("code", bad.code), ("path", &bad.path)] {
            // A fresh Error object always takes a property.
            let _ = Reflect::set(&error, &key.into(), &value.into());
        }
        error.into()
    }
}
