//! The description of a list's source, a small TOML file beside the list.

use super::fault::Fault;
use crate::{Act, Day};
use serde::{Deserialize, Deserializer};
use std::{fs, path::Path};

/// Where a list is from and what it does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// Title of the document.
    pub title: String,
    /// Its number.
    pub number: Option<String>,
    /// Who published it.
    pub issuer: String,
    /// Day of publication.
    #[serde(deserialize_with = "day")]
    pub published: Day,
    /// Address of the page where it stands.
    pub link: Option<String>,
    /// What it does: `announced`, `recognised`, `renewed` or `revoked`.
    pub act: Act,
    /// Title of rows that state none: the id of its scheme.
    pub scheme: Option<String>,
    /// First day of the term of rows that state none; the day of publication where absent.
    #[serde(default, deserialize_with = "some_day")]
    pub valid_from: Option<Day>,
    /// Whole years of the term; without it a term has an end only where its row says so.
    pub years: Option<i16>,
    /// Area of rows that state none: a GB/T 2260 code.
    pub area: Option<String>,
    /// Whether the firms are made up.
    #[serde(default)]
    pub made_up: bool,
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    let text = String::deserialize(deserializer)?;
    Day::parse(&text).ok_or_else(|| serde::de::Error::custom("应为日期，例如 \"2026-05-01\""))
}

fn some_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
    day(deserializer).map(Some)
}

impl Description {
    /// Reads the description beside a list.
    pub(super) fn beside(list: &Path) -> Result<Self, Fault> {
        let path = list.with_extension("toml");
        let (file, list) = (path.display().to_string(), list.display().to_string());
        let text = fs::read_to_string(&path).map_err(|_| {
            Fault::whole(&list, format!("缺少来源说明 {file}（标题、发布单位、日期、公示或认定）"))
        })?;
        let description: Self = toml::from_str(&text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start.min(text.len()));
            let line = text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + 1;
            Fault::at(&file, format!("第 {line} 行"), error.message())
        })?;
        if description.years.is_some_and(|years| !(1..=50).contains(&years)) {
            return Err(Fault::at(&file, "years".to_owned(), "应为 1 至 50 年"));
        }
        Ok(description)
    }

    /// First day of the term of a row that states none.
    pub(super) fn begins(&self) -> Day {
        self.valid_from.unwrap_or(self.published)
    }
}
