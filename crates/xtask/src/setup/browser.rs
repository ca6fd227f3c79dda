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

/// Where Chromium is.
pub(crate) fn chromium() -> Result<PathBuf> {
    process::find_on_path(CHROMIUM_NAMES).context("Chromium is not on PATH; `cargo xtask setup` prepares it")
}

/// Where ChromeDriver is.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    process::find_on_path(&["chromedriver"])
        .context("ChromeDriver is not on PATH; `cargo xtask setup` prepares it")
}

impl Need for Chromium {
    fn name(&self) -> &'static str {
        "Chromium"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::output_of(Command::new(chromium().ok()?).arg("--version"))
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
        process::output_of(Command::new(chromedriver().ok()?).arg("--version"))
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
