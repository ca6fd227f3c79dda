//! What a demonstration needs, where people put it: beside this program, or where they are.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// How the name of a release archive begins and ends.
const ARCHIVE: (&str, &str) = ("zjtx-site-", ".zip");
/// Folders that may hold a site: that of an unpacked archive, and that of a build.
const FOLDERS: [&str; 2] = ["site", "dist"];
/// How the name of the endpoint's program begins; a release adds the system.
const ENDPOINT: &str = "zjtx-aggregator";

/// A site: the newest archive, else a folder.
pub fn site() -> Option<PathBuf> {
    places().iter().find_map(|place| {
        let mut archives: Vec<PathBuf> =
            files(place, |name| name.starts_with(ARCHIVE.0) && name.ends_with(ARCHIVE.1));
        archives.sort();
        let folders = FOLDERS.map(|name| place.join(name));
        archives.pop().or_else(|| folders.into_iter().find(|folder| folder.join("index.html").is_file()))
    })
}

/// The program of the statistics endpoint that is of this program's release.
pub fn endpoint() -> Option<PathBuf> {
    let own = env::current_exe().ok()?;
    let system = own.file_name()?.to_str()?.strip_prefix("zjtx")?.to_owned();
    let program = own.with_file_name(format!("{ENDPOINT}{system}"));
    program.is_file().then_some(program)
}

/// The folder of this program, and the one in which it was called.
fn places() -> Vec<PathBuf> {
    let own = env::current_exe().ok().and_then(|program| program.parent().map(Path::to_owned));
    env::current_dir().ok().into_iter().chain(own).collect()
}

fn files(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let wanted = entries.filter(|entry| is_wanted(&entry.file_name().to_string_lossy()));
    wanted.map(|entry| entry.path()).collect()
}
