//! The browsers of other engines than Chromium's, with their WebDriver servers: WebKit stands for Safari and for web views
//! on iPhones.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt, cargo_tool};
use crate::process;
use crate::repository::Repository;

/// WebKit's server, and a screen for its browser, which has no mode without one.
const WEBKIT_PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb"];
const FIREFOX_PACKAGES: &[&str] = &["firefox-esr"];
const FIREFOX_NAMES: &[&str] = &["firefox-esr", "firefox"];

/// The library's package, which holds the small browser that the server drives.
const LIBRARY: &str = "libwebkit2gtk-4.1-0";
const SMALL_BROWSER: &str = "/MiniBrowser";

/// WebKit as Debian's GTK library, its WebDriver server and a screen.
pub(crate) struct WebKit;

/// Firefox with long support.
pub(crate) struct Firefox;

/// Tells a command where browsers and servers are.
pub(crate) fn equip(command: &mut Command, repository: &Repository) -> Result<()> {
    let missing = "is not on PATH; `cargo xtask assure --only engines` prepares it";
    command
        .env("WEBKIT", small_browser().with_context(|| format!("MiniBrowser {missing}"))?)
        .env("WEBKIT_DRIVER", webkit_driver().with_context(|| format!("WebKitWebDriver {missing}"))?)
        .env("FIREFOX", firefox().with_context(|| format!("Firefox {missing}"))?)
        .env("GECKODRIVER", cargo_tool::geckodriver().command(repository).get_program());
    Ok(())
}

fn webkit_driver() -> Option<PathBuf> {
    process::find_on_path(&["WebKitWebDriver"])
}

fn small_browser() -> Option<PathBuf> {
    let files = process::output_of(Command::new("dpkg").args(["--listfiles", LIBRARY]))?;
    files.lines().find(|file| file.ends_with(SMALL_BROWSER)).map(PathBuf::from)
}

fn firefox() -> Option<PathBuf> {
    process::find_on_path(FIREFOX_NAMES)
}

impl Need for WebKit {
    fn name(&self) -> &'static str {
        "WebKit"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::find_on_path(&["Xvfb"])?;
        webkit_driver().and(small_browser())?;
        apt::installed_version(LIBRARY)
    }

    fn plan(&self) -> String {
        apt::command_line(WEBKIT_PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(WEBKIT_PACKAGES).context("the journeys in WebKit need its GTK library and driver")
    }
}

impl Need for Firefox {
    fn name(&self) -> &'static str {
        "Firefox"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::output_of(Command::new(firefox()?).arg("--version"))
    }

    fn plan(&self) -> String {
        apt::command_line(FIREFOX_PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(FIREFOX_PACKAGES).context("the journeys in Firefox need it")
    }
}
