//! Lists of the tests, and what they are read with.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses a part of it, and a file that cannot be read fails"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use zjtx_directory::{
    TitleEntry,
    build::{Built, Fault, Knowledge, build},
};
use zjtx_places::Places;

static PLACES: LazyLock<Places> = LazyLock::new(Places::bundled);
static TITLES: LazyLock<Vec<TitleEntry>> = LazyLock::new(|| {
    [
        ("innovative_sme", "创新型中小企业"),
        ("specialized_sme", "专精特新中小企业"),
        ("little_giant", "专精特新“小巨人”企业"),
    ]
    .map(|(id, zh)| TitleEntry { id: id.to_owned(), zh: zh.to_owned(), en: id.to_owned(), fact: None })
    .to_vec()
});

/// The made-up lists of the repository, in four layouts.
pub fn made_up() -> Vec<PathBuf> {
    let names =
        ["little-giants-2023.xlsx", "specialized-2024.csv", "innovative-2024.xlsx", "revoked-2025.csv"];
    names.map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists").join(name)).to_vec()
}

pub fn built(files: &[PathBuf]) -> Result<Built, Vec<Fault>> {
    build(files, Knowledge { titles: &TITLES, places: &PLACES })
}

/// A description of a source.
pub const DESCRIPTION: &str = "title = \"甲名单（虚构）\"\nissuer = \"乙局（虚构）\"\npublished = \"2024-01-18\"\n\
    act = \"recognised\"\nscheme = \"specialized_sme\"\nyears = 3\narea = \"440100\"\nmade_up = true\n";

/// A list as CSV with its description.
pub fn list(folder: &Path, name: &str, description: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(path.with_extension("toml"), description).unwrap();
    fs::write(&path, text).unwrap();
    path
}

/// What is wrong with a list, one a line, files without their folder.
pub fn told(files: &[PathBuf]) -> Vec<String> {
    let faults = built(files).map(|_| ()).expect_err("lists with mistakes");
    let line = |fault: Fault| {
        let file = fault.place.file.rsplit('/').next().unwrap_or_default().to_owned();
        format!("{file} {} {}", fault.place.cell, fault.sentence)
    };
    faults.into_iter().map(line).collect()
}
