//! Industries by code or name: C3911, 软件和信息技术服务业, 方便面及其他方便食品制造 of the edition of 2011.

use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use zjtx_evaluator::{Lang, Terms};

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    const TABLE: &str = include_str!("../../../../rules/tables/industry-names.json");
    serde_json::from_str(TABLE).unwrap_or_default()
});

/// Groups and classes of 2017 by code, and divisions of today by names of 2011.
#[derive(Default, Deserialize)]
struct Names {
    classes: BTreeMap<String, String>,
    former: BTreeMap<String, String>,
}

/// Signs within names that people write otherwise or leave out.
const SIGNS: [char; 12] = ['、', '，', ',', '（', '）', '(', ')', ' ', '　', '-', '—', '/'];

/// The code of an industry that is written by its name, or by its code with or without letter and name.
///
/// A name of several codes, such as 医药制造业 or a class that is its whole group, is the shortest of them; a
/// name that is only a part of others is theirs where they begin alike for two digits at least.
pub(crate) fn industry(text: &str, terms: &Terms) -> Option<String> {
    let text = text.trim();
    let bare = text.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(text).trim_start();
    let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        return known_code(&digits, terms);
    }
    let wanted = plain(bare);
    exact(&wanted, terms).or_else(|| within(&wanted, terms))
}

/// A code of the table; one that ends in a zero for 「其他」 of nothing is its group.
fn known_code(digits: &str, terms: &Terms) -> Option<String> {
    let short = digits.trim_end_matches('0');
    let known = |code: &str| (code.len() == 2 && terms.is_industry(code)) || NAMES.classes.contains_key(code);
    let shorter = [digits, digits.get(..3).unwrap_or(""), digits.get(..2).unwrap_or("")];
    let found = shorter.into_iter().find(|code| code.len() >= short.len() && known(code));
    found.map(str::to_owned)
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| !SIGNS.contains(c)).collect()
}

fn exact(wanted: &str, terms: &Terms) -> Option<String> {
    let ends = |name: &str| {
        let name = plain(name);
        name == wanted
            || name.strip_suffix('业') == Some(wanted)
            || wanted.strip_suffix('业') == Some(name.as_str())
    };
    let divisions = terms.industries().divisions.iter();
    let division =
        divisions.filter(|division| ends(division.name.get(Lang::Zh))).map(|division| division.code.as_str());
    let classes = NAMES.classes.iter().filter(|(_, name)| ends(name)).map(|(code, _)| code.as_str());
    let former = NAMES.former.iter().filter(|(name, _)| ends(name)).map(|(_, code)| code.as_str());
    division.chain(classes).chain(former).min_by_key(|code| code.len()).map(str::to_owned)
}

/// What all names that the words are a part of have in common, of two digits at least.
fn within(wanted: &str, terms: &Terms) -> Option<String> {
    const LEAST: usize = 2;
    if wanted.chars().count() < LEAST {
        return None;
    }
    let divisions =
        terms.industries().divisions.iter().map(|division| (&division.code, division.name.get(Lang::Zh)));
    let classes = NAMES.classes.iter().map(|(code, name)| (code, name.as_str()));
    let found: BTreeSet<&str> = divisions
        .chain(classes)
        .filter(|(_, name)| plain(name).contains(wanted))
        .map(|(code, _)| code.as_str())
        .collect();
    let (first, last) = (found.first()?, found.last()?);
    let common = first.bytes().zip(last.bytes()).take_while(|(one, other)| one == other).count();
    (common >= LEAST).then(|| first[..common].to_owned())
}
