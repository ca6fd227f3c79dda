//! Release notes in both languages, from the changelog.

use anyhow::{Context, Result};

/// The section of a version, with what the release is known by; no hash where the site is not made along.
pub(super) fn of(changelog: &str, version: &str, commit: &str, sums_hash: Option<&str>) -> Result<String> {
    let section =
        section(changelog, version).with_context(|| format!("CHANGELOG.md has no section `## {version}`"))?;
    let site = sums_hash.map_or(String::new(), |hash| {
        format!(
            "网站的 `SHA256SUMS` 的校验值（“关于”页可算出）· hash of the site's `SHA256SUMS`, as page “About” computes it: `{hash}`\n\n"
        )
    });
    Ok(format!(
        "# zjtx {version}\n\n源码提交 · source commit: `{commit}`\n\n{site}\
         仅供自测参考，不作为评审依据。For self-test only; not a basis for any review.\n\n{section}\n"
    ))
}

/// What stands beneath the version's heading.
fn section<'c>(changelog: &'c str, version: &str) -> Option<&'c str> {
    let heading = format!("\n## {version}\n");
    let (_, rest) = changelog.split_once(&heading)?;
    let section = rest.split("\n## ").next().unwrap_or(rest).trim();
    (!section.is_empty()).then_some(section)
}

#[cfg(test)]
mod tests {
    use super::of;

    const CHANGELOG: &str =
        "# Changelog\n\n## 0.2.0\n\n### 中文\n\n- 新\n\n### English\n\n- new\n\n## 0.1.0\n\n- old\n";

    #[test]
    fn the_notes_are_the_versions_section_and_what_it_is_known_by() {
        let notes = of(CHANGELOG, "0.2.0", "abc", Some("123")).expect("a section");
        for words in ["- 新", "- new", "`abc`", "`123`"] {
            assert!(notes.contains(words), "{notes}");
        }
        assert!(!notes.contains("- old"), "{notes}");
        let error = of(CHANGELOG, "0.3.0", "", None).expect_err("no such section");
        assert!(error.to_string().contains("## 0.3.0"), "{error}");
    }
}
