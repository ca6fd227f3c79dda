//! The browser of the tests, its driver and its fonts, from Debian's packages.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt};
use crate::process;
use crate::repository::Repository;

const CHROMIUM_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const SHELL_NAMES: &[&str] = &["chromium-headless-shell", "chrome-headless-shell"];
/// Together, as each wants the others in its own version.
const CHROMIUM_PACKAGES: &[&str] = &["chromium", "chromium-driver", "chromium-headless-shell"];
const FONT_PACKAGES: &[&str] = &["fontconfig", "fonts-noto-cjk"];

/// Chromium or a browser made from it.
pub(crate) struct Chromium;

/// Chromium without the parts around a page: its tests take half as long.
pub(crate) struct ChromiumShell;

/// The WebDriver server of Chromium.
pub(crate) struct ChromeDriver;

/// A font that has Chinese characters.
pub(crate) struct ChineseFonts;

/// Tells a command where the browser and its driver are, and keeps the browser's own files in
/// `.tools/`.
pub(crate) fn equip(command: &mut Command, repository: &Repository) -> Result<()> {
    let missing = "it is not on PATH; `cargo xtask setup` prepares it";
    let home = repository.tools().join("browser");
    let whole = chromium().with_context(|| format!("Chromium: {missing}"))?;
    command
        .env("CHROMIUM_SHELL", shell().unwrap_or_else(|| whole.clone()))
        .env("CHROMIUM", whole)
        .env("CHROMEDRIVER", chromedriver().with_context(|| format!("ChromeDriver: {missing}"))?)
        .env("XDG_CONFIG_HOME", &home)
        .env("XDG_CACHE_HOME", &home);
    Ok(())
}

fn chromium() -> Option<PathBuf> {
    process::find_on_path(CHROMIUM_NAMES)
}

fn shell() -> Option<PathBuf> {
    process::find_on_path(SHELL_NAMES)
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

impl Need for ChromiumShell {
    fn name(&self) -> &'static str {
        "Chromium's headless shell"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        let version = |file| process::output_of(Command::new(file).arg("--version"));
        let instead = || (!apt::is_here()).then(|| "none; the whole Chromium does its work".to_owned());
        shell().and_then(version).or_else(instead)
    }

    fn plan(&self) -> String {
        apt::command_line(CHROMIUM_PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(CHROMIUM_PACKAGES)
            .context("the browser tests are quicker with Chromium's headless shell")
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
