//! The `_headers` file: which headers go with which path.
//!
//! A line that starts with `/` names a path, with `*` at its end for all paths below; the indented
//! lines after it are the headers of that path.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use axum::http::{HeaderName, HeaderValue};

/// The header that says what a page may load.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "content-security-policy";

/// Headers by path; of two rules that give the same header the later one holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeaderRules {
    rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
struct Rule {
    path: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl HeaderRules {
    /// Reads the rules of a file.
    pub(crate) fn read(file: &Path) -> Result<Self> {
        let text =
            fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?;
        Self::parse(&text).with_context(|| format!("{} is not understood", file.display()))
    }

    /// Reads the rules of a text.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (index, line) in lines {
            if line.starts_with('/') {
                rules.push(Rule { path: line.trim_end().to_owned(), headers: Vec::new() });
                continue;
            }
            let Some(rule) = rules.last_mut() else {
                bail!("line {}: a path, which starts with `/`, must come first", index + 1);
            };
            let header = parse_header(line)
                .with_context(|| format!("line {}: `Name: value` is expected", index + 1))?;
            rule.headers.push(header);
        }
        Ok(Self { rules })
    }

    /// The headers of a path, in the file's order.
    pub(crate) fn for_path<'a>(
        &'a self,
        path: &'a str,
    ) -> impl Iterator<Item = &'a (HeaderName, HeaderValue)> {
        self.rules.iter().filter(|rule| rule.covers(path)).flat_map(|rule| &rule.headers)
    }

    /// One header of a path.
    pub(crate) fn value<'a>(&'a self, path: &'a str, name: &str) -> Option<&'a str> {
        let (_, value) = self.for_path(path).filter(|(header, _)| header == name).last()?;
        value.to_str().ok()
    }
}

impl Rule {
    fn covers(&self, path: &str) -> bool {
        match self.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == self.path,
        }
    }
}

fn parse_header(line: &str) -> Result<(HeaderName, HeaderValue)> {
    let (name, value) = line.trim().split_once(':').context("there is no colon")?;
    Ok((name.parse()?, value.trim().parse()?))
}

#[cfg(test)]
mod tests {
    use super::HeaderRules;

    const RULES: &str = "/*\n  X-Kind: page\n\n/assets/*\n  X-Kind: asset\n/\n  X-Home: yes\n";

    #[test]
    fn later_rules_hold() {
        let rules = HeaderRules::parse(RULES).expect("these rules are well formed");
        assert_eq!(rules.value("/", "x-kind"), Some("page"));
        assert_eq!(rules.value("/", "x-home"), Some("yes"));
        assert_eq!(rules.value("/assets/app.js", "x-kind"), Some("asset"));
        assert_eq!(rules.value("/assets/app.js", "x-home"), None);
    }

    #[test]
    fn a_bad_line_is_named() {
        for (text, place) in [("  X-Kind: page\n", "line 1"), ("/*\n\n  no colon\n", "line 3")] {
            let error = HeaderRules::parse(text).expect_err("this text is malformed");
            assert!(error.to_string().contains(place), "{error}");
        }
    }
}
