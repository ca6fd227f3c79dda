//! Site settings 「站点设置」: everything that is of one city or one bureau, in one TOML file.
//!
//! [`Settings`] is the file as written; [`Site`] is what it means, with the names and codes of its areas from
//! GB/T 2260, and what `site.json` holds. With the feature `build`, [`build::lay_over`] makes a site of a city,
//! or with other rules, from a built site without compiling anything. This crate knows no rules: whether a scheme exists, its
//! caller asks the rules.

#[cfg(feature = "build")]
pub mod build;
mod endpoint;
mod error;
mod settings;
mod site;
mod tiles;

pub use endpoint::Endpoint;
pub use error::SettingsError;
pub use settings::{
    AreaSettings, Link, NoticeSettings, OfficeSettings, RulesSettings, SchemeSettings, ServiceSettings,
    Settings, StatisticsSettings, TokenSettings,
};
pub use site::{Area, Named, Notice, Office, Reference, Site};

/// Settings of the site that is built where none are named: Guangzhou, run by nobody.
pub const DEFAULT: &str = include_str!("../../../rules/sites/guangzhou.toml");

/// Name of the settings file within a site.
pub const FILE: &str = "site.json";
