//! Where areas lie to each other on a tile map 「示意图」.

use crate::{error::SettingsError, site::Area};

/// A place without an area in a drawn row.
const EMPTY: [&str; 3] = ["·", ".", "　"];
const KEY: &str = "area.tiles";

/// Gives each area its place as drawn, each drawn exactly once.
pub(crate) fn place(areas: &mut [Area], rows: &[String]) -> Result<(), SettingsError> {
    if rows.is_empty() {
        grid(areas);
        return Ok(());
    }
    let mut drawn = vec![false; areas.len()];
    for (row, names) in rows.iter().enumerate() {
        let names = names.split_whitespace().enumerate().filter(|(_, name)| !EMPTY.contains(name));
        for (column, name) in names {
            let index = position(areas, name, KEY)?;
            if std::mem::replace(&mut drawn[index], true) {
                return Err(SettingsError::value(KEY, format!("“{name}”画了两次")));
            }
            (areas[index].row, areas[index].column) = (row, column);
        }
    }
    match drawn.iter().position(|drawn| !drawn) {
        Some(index) => Err(SettingsError::value(KEY, format!("没有画“{}”", areas[index].name.zh))),
        None => Ok(()),
    }
}

/// The area of a name, full or short.
pub(crate) fn position(areas: &[Area], name: &str, key: &str) -> Result<usize, SettingsError> {
    let found = areas.iter().position(|area| area.name.zh == name || area.short == name || area.code == name);
    found.ok_or_else(|| SettingsError::value(key, format!("所辖区域中没有“{name}”")))
}

/// A grid in the order of the list, somewhat wider than high.
fn grid(areas: &mut [Area]) {
    let mut width = 1;
    while width * width * 3 < areas.len() * 4 {
        width += 1;
    }
    for (index, area) in areas.iter_mut().enumerate() {
        (area.row, area.column) = (index / width, index % width);
    }
}
