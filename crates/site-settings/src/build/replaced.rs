//! Files that take the place of a built site's, and the names that tell their content.

use super::{BuildError, folder::Folder};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Write};

/// Bytes of the content's hash that go into a file's name.
const HASH_BYTES: usize = 6;

/// Where files are whose names tell their content; pages name them, and hosts let browsers keep them for ever.
const ASSETS: &str = "assets/";

/// New content for files of a built site.
#[derive(Clone, Debug, Default)]
pub struct Replaced {
    /// Files whose names stay, by their paths; the built site has to have each.
    pub plain: BTreeMap<String, Vec<u8>>,
    /// Files whose names tell their content, by name and ending, such as `("rules", "bin")`.
    pub named: BTreeMap<(&'static str, &'static str), Vec<u8>>,
}

/// The path of a file that changes with its content, such as `assets/boot-0123456789ab.js`.
pub fn hashed_path(stem: &str, ending: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes).iter().take(HASH_BYTES).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    format!("{ASSETS}{stem}-{hash}.{ending}")
}

/// The path of the one file of such a name among these; `None` where there is none, or more than one.
pub fn path_of<'p>(paths: impl Iterator<Item = &'p str>, stem: &str, ending: &str) -> Option<&'p str> {
    let is_named = |path: &&str| {
        let rest = path.strip_prefix(ASSETS).and_then(|name| name.strip_prefix(stem));
        let hash = rest.and_then(|rest| rest.strip_prefix('-')?.strip_suffix(ending)?.strip_suffix('.'));
        hash.is_some_and(|hash| {
            hash.len() == 2 * HASH_BYTES && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    let mut named = paths.filter(is_named);
    named.next().filter(|_| named.next().is_none())
}

/// A file that got another name.
pub(super) struct Renamed {
    pub(super) from: String,
    pub(super) to: String,
}

impl Replaced {
    /// Puts the files into the folder; returns those that have another name now.
    pub(super) fn put_into(&self, folder: &mut Folder) -> Result<Vec<Renamed>, BuildError> {
        for (path, bytes) in &self.plain {
            if !folder.has(path) {
                return Err(BuildError::Lacks(path.clone()));
            }
            folder.put(path, bytes.clone());
        }
        let mut renamed = Vec::new();
        for ((stem, ending), bytes) in &self.named {
            let from = path_of(folder.paths(), stem, ending).map(str::to_owned);
            let from = from.ok_or_else(|| BuildError::Lacks(format!("{ASSETS}{stem}-….{ending}")))?;
            let to = hashed_path(stem, ending, bytes);
            if from != to {
                folder.rename(&from, &to);
                folder.put(&to, bytes.clone());
                renamed.push(Renamed { from, to });
            }
        }
        Ok(renamed)
    }
}

#[cfg(test)]
mod tests {
    use super::{hashed_path, path_of};

    #[test]
    fn the_name_changes_with_the_content_and_is_found_again() {
        let (one, two) = (hashed_path("boot", "js", b"one"), hashed_path("boot", "js", b"two"));
        assert_eq!(one, "assets/boot-7692c3ad3540.js");
        assert_ne!(one, two);
        let all =
            [one.as_str(), "assets/boot-7692c3ad3540.js.gz", "assets/reboot-7692c3ad3540.js", "boot.js"];
        assert_eq!(path_of(all.into_iter(), "boot", "js"), Some(one.as_str()));
        assert_eq!(path_of(all.into_iter().chain([two.as_str()]), "boot", "js"), None, "two of the name");
        assert_eq!(path_of(all.into_iter(), "boot", "bin"), None);
    }
}
