//! The `_headers` file: which headers go with which path.
//!
//! A line that starts with `/` names a path, with `*` at its end for all paths below; the indented
//! lines after it are the headers of that path.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use axum::http::{HeaderName, HeaderValue};

/// The header that says what a page may load.
pub const CONTENT_SECURITY_POLICY: &str = "content-security-policy";

/// Why the header rules of a site cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The file is missing or unreadable.
    #[error("{0} could not be read")]
    Unreadable(PathBuf, #[source] io::Error),
    /// A line does not follow the format; counted from 1.
    #[error("line {line}: {expected}")]
    Malformed {
        /// The line, counted from 1.
        line: usize,
        /// What should stand there.
        expected: &'static str,
    },
}

/// Headers by path; of two rules that give the same header the later one holds.
#[derive(Clone, Debug, Default)]
pub struct HeaderRules {
    rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
struct Rule {
    path: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl HeaderRules {
    /// Reads the rules of a file.
    ///
    /// # Errors
    /// When the file cannot be read or a line is malformed.
    pub fn read(file: &Path) -> Result<Self, SiteError> {
        let text = fs::read_to_string(file).map_err(|error| SiteError::Unreadable(file.into(), error))?;
        Self::parse(&text)
    }

    /// Reads the rules of a text.
    ///
    /// # Errors
    /// Names the first malformed line.
    pub fn parse(text: &str) -> Result<Self, SiteError> {
        let mut rules: Vec<Rule> = Vec::new();
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (index, line) in lines {
            let malformed = |expected| SiteError::Malformed { line: index + 1, expected };
            if line.starts_with('/') {
                rules.push(Rule { path: line.trim_end().to_owned(), headers: Vec::new() });
                continue;
            }
            let rule = rules.last_mut().ok_or(malformed("a path, which starts with `/`, must come first"))?;
            rule.headers.push(parse_header(line).ok_or(malformed("`Name: value` is expected"))?);
        }
        Ok(Self { rules })
    }

    /// The headers of a path, in the file's order.
    pub fn for_path<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a (HeaderName, HeaderValue)> {
        self.rules.iter().filter(|rule| rule.covers(path)).flat_map(|rule| &rule.headers)
    }

    /// The paths of the rules, in the file's order; one that ends with `*` is for all below it.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.path.as_str())
    }

    /// Name and value of the headers that the rule of just this path gives.
    pub fn own<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let rules = self.rules.iter().filter(move |rule| rule.path == path);
        rules.flat_map(|rule| &rule.headers).filter_map(text)
    }

    /// The headers of a path by their names, each with the value that holds.
    pub fn settled<'a>(&'a self, path: &'a str) -> BTreeMap<&'a str, &'a str> {
        self.for_path(path).filter_map(text).collect()
    }

    /// One header of a path.
    pub fn value<'a>(&'a self, path: &'a str, name: &str) -> Option<&'a str> {
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

fn text((name, value): &(HeaderName, HeaderValue)) -> Option<(&str, &str)> {
    Some((name.as_str(), value.to_str().ok()?))
}

fn parse_header(line: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = line.trim().split_once(':')?;
    Some((name.parse().ok()?, value.trim().parse().ok()?))
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
