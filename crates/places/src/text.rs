//! The table as a short text, a third of the document's size: what pages and programs carry.
//!
//! The first line names the form and the day. Then a line a place, `440106天河区⇥Tianhe Qu⇥` with the short name
//! last; an empty line; and a line a former code, `440102东山区⇥2005⇥440104` with the codes it went to.

use crate::place::{Former, Place, Places};

const HEAD: &str = "zjtx-places 1 ";

impl Places {
    /// The short text.
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEAD}{}\n", self.as_of);
        for Place { code, name, pinyin, short } in &self.places {
            text.push_str(&format!("{code}{name}\t{pinyin}\t{}\n", short.as_deref().unwrap_or_default()));
        }
        text.push('\n');
        for Former { code, name, until, into } in &self.former {
            text.push_str(&format!("{code}{name}\t{until}\t{}\n", into.join(",")));
        }
        text
    }

    /// Reads the short text; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let (head, rest) = text.split_once('\n')?;
        let (places, former) = rest.split_once("\n\n")?;
        let places = places.lines().map(place).collect::<Option<Vec<_>>>()?;
        let former = former.lines().map(former_line).collect::<Option<Vec<_>>>()?;
        Some(Self::assemble(head.strip_prefix(HEAD)?.to_owned(), places, former))
    }
}

fn place(line: &str) -> Option<Place> {
    let (code, name, pinyin, short) = parts(line)?;
    let short = Some(short).filter(|short| !short.is_empty()).map(str::to_owned);
    Some(Place { code: code.to_owned(), name: name.to_owned(), pinyin: pinyin.to_owned(), short })
}

fn former_line(line: &str) -> Option<Former> {
    let (code, name, until, into) = parts(line)?;
    let into = into.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    Some(Former { code: code.to_owned(), name: name.to_owned(), until: until.parse().ok()?, into })
}

fn parts(line: &str) -> Option<(&str, &str, &str, &str)> {
    let (code, rest) = line.split_at_checked(6)?;
    let (name, rest) = rest.split_once('\t')?;
    let (third, fourth) = rest.split_once('\t')?;
    Some((code, name, third, fourth))
}
