//! The browser of the tests, its driver and its fonts, from Debian's packages.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt};
use crate::process;
use crate::repository::Repository;

const CHROMIUM_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const CHROMIUM_PACKAGES: &[&str] = &["chromium", "chromium-driver"];
const FONT_PACKAGES: &[&str] = &["fontconfig", "fonts-noto-cjk"];

/// Chromium or a browser made from it.
pub(crate) struct Chromium;

/// The WebDriver server of Chromium.
pub(crate) struct ChromeDriver;

/// A font that has Chinese characters.
pub(crate) struct ChineseFonts;

/// Tells a command where the browser and its driver are, and keeps the browser's own files in
/// `.tools/`.
pub(crate) fn equip(command: &mut Command, repository: &Repository) -> Result<()> {
    let missing = "it is not on PATH; `cargo xtask setup` prepares it";
    let home = repository.tools().join("browser");
    command
        .env("CHROMIUM", chromium().with_context(|| format!("Chromium: {missing}"))?)
        .env("CHROMEDRIVER", chromedriver().with_context(|| format!("ChromeDriver: {missing}"))?)
        .env("XDG_CONFIG_HOME", &home)
        .env("XDG_CACHE_HOME", &home);
    Ok(())
}

fn chromium() -> Option<PathBuf> {
    process::find_on_path(CHROMIUM_NAMES)
}

fn chromedriver() -> Option<PathBuf> {
    process::find_on_path(&["chromedriver"])
}

impl Need for Chromium {
    fn name(&self) -> &'static str {
        "Chromium"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::output_of(Command::new(chromium()?).arg("--version"))
    }

    fn plan(&self) -> String {
        apt::command_line(CHROMIUM_PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(CHROMIUM_PACKAGES).context("the browser tests need Chromium")
    }
}

impl Need for ChromeDriver {
    fn name(&self) -> &'static str {
        "ChromeDriver"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::output_of(Command::new(chromedriver()?).arg("--version"))
    }

    fn plan(&self) -> String {
        apt::command_line(CHROMIUM_PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(CHROMIUM_PACKAGES).context("the browser tests need ChromeDriver")
    }
}

impl Need for ChineseFonts {
    fn name(&self) -> &'static str {
        "Chinese fonts"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        let list = process::output_of(Command::new("fc-list").args([":lang=zh-cn", "family"]))?;
        let family = list.lines().min()?;
        (!family.is_empty()).then(|| family.to_owned())
    }

    fn plan(&self) -> String {
        apt::command_line(FONT_PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(FONT_PACKAGES).context("the browser tests need a font with Chinese characters")
    }
}
