//! Prepares what the commands need, each thing once, inside the repository's ignored folders or
//! through the system's package manager.

pub(crate) mod apt;
mod browser;
mod cargo_tool;
mod component;
mod debian_sysroot;
pub(crate) mod engines;
mod node;
mod packaged;
mod postgresql;
mod rustup;
mod wasm_toolchain;
mod zig;

use std::time::Instant;

use anyhow::{Result, bail};

pub(crate) use browser::equip;
pub(crate) use cargo_tool::{cargo_deny, mdbook};
pub(crate) use packaged::{BUILDAH, Packaged, QEMU, WINE};
pub(crate) use wasm_toolchain::{WASM_TARGET, WasmToolchain};
pub(crate) use zig::ZIG;

use crate::repository::Repository;
use wasm_toolchain::WasmTarget;

/// A tool that a command needs.
pub(crate) trait Need {
    /// The tool's name for people.
    fn name(&self) -> &'static str;

    /// The version that is there and where it comes from, or `None` when it must be prepared.
    fn found(&self, repository: &Repository) -> Option<String>;

    /// What `prepare` does, as half a sentence.
    fn plan(&self) -> String;

    /// Prepares the tool; an error names the command that a person has to run.
    fn prepare(&self, repository: &Repository) -> Result<()>;
}

/// Things to prepare, in this order.
pub(crate) type Needs = Vec<Box<dyn Need>>;

/// What formatting needs.
pub(crate) fn for_formatting() -> Needs {
    vec![Box::new(component::RUSTFMT)]
}

/// What linting needs, on the host and for the browser.
pub(crate) fn for_linting() -> Needs {
    vec![Box::new(component::CLIPPY), Box::new(WasmTarget)]
}

/// What building the site needs.
pub(crate) fn for_building(repository: &Repository) -> Result<Needs> {
    let wasm_bindgen = cargo_tool::wasm_bindgen(repository)?;
    Ok(vec![
        Box::new(WasmTarget),
        Box::new(cargo_tool::wasm_pack()),
        Box::new(wasm_bindgen),
        Box::new(node::Node),
        Box::new(node::STATISTICS_PACKAGES),
    ])
}

/// What the programs of a release need, with the emulators in which they are tried.
pub(crate) fn for_programs(emulators: impl IntoIterator<Item = Packaged>) -> Needs {
    let mut needs: Needs = vec![Box::new(WasmTarget), Box::new(ZIG)];
    needs.extend(emulators.into_iter().map(|emulator| Box::new(emulator) as Box<dyn Need>));
    needs
}

/// What the long checks of the statistics endpoint need.
pub(crate) fn for_endpoint() -> Needs {
    vec![Box::new(postgresql::PostgreSql), Box::new(packaged::HAPROXY)]
}

/// What a newly installed system needs.
pub(crate) fn for_fresh_roots() -> Needs {
    vec![Box::new(packaged::DEBOOTSTRAP), Box::new(node::Node)]
}

/// What the comparison with another rule engine needs.
pub(crate) fn for_comparing() -> Needs {
    vec![Box::new(node::Node), Box::new(node::COMPARED_PACKAGES)]
}

/// What the tests of the npm package need.
pub(crate) fn for_testing_packages() -> Needs {
    vec![Box::new(node::Node), Box::new(node::TEST_PACKAGES)]
}

/// What testing needs: everything.
pub(crate) fn all(repository: &Repository) -> Result<Needs> {
    let mut needs: Needs = vec![Box::new(component::RUSTFMT), Box::new(component::CLIPPY)];
    needs.extend(for_building(repository)?);
    needs.push(Box::new(browser::Chromium));
    needs.push(Box::new(browser::ChromiumShell));
    needs.push(Box::new(browser::ChromeDriver));
    needs.push(Box::new(browser::ChineseFonts));
    needs.push(Box::new(node::TEST_PACKAGES));
    needs.push(Box::new(postgresql::PostgreSql));
    Ok(needs)
}

/// What the journeys in other engines need besides.
pub(crate) fn for_engines() -> Needs {
    vec![Box::new(engines::WebKit), Box::new(engines::Firefox), Box::new(cargo_tool::geckodriver())]
}

/// Prepares each need that is missing, and says what is done and how long it took.
pub(crate) fn ensure(repository: &Repository, needs: &Needs) -> Result<()> {
    for need in needs {
        if need.found(repository).is_some() {
            continue;
        }
        println!("set-up: {} is missing; {}", need.name(), need.plan());
        let started = Instant::now();
        need.prepare(repository)?;
        let Some(found) = need.found(repository) else {
            bail!("{} is still missing after its set-up; {}", need.name(), need.plan());
        };
        println!("set-up: {} is ready ({found}), {} s", need.name(), started.elapsed().as_secs());
    }
    cargo_tool::tidy(repository)
}
