//! Text freed of what programs put into it and people do not see: characters without width, marks that
//! keep text as text, full-width forms.

use std::borrow::Cow;

/// The text without invisible characters, marks of programs and white space around it.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    // Looking at both ends is quicker than trimming, which hardly any cell needs.
    let has_space = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    let text = if has_space { text.trim() } else { text };
    let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) || text.chars().all(is_visible);
    let seen: Cow<'_, str> = if plain { text.into() } else { visible(text).into() };
    match unmarked(&seen) {
        None => seen,
        Some(bare) => bare.trim().to_owned().into(),
    }
}

/// Characters that one can see; any kind of space is a space.
fn visible(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).map(plain_space).collect();
    seen.trim().to_owned()
}

fn is_visible(c: char) -> bool {
    !is_invisible(c) && plain_space(c) == c
}

fn plain_space(c: char) -> char {
    if c.is_whitespace() && c != '\n' { ' ' } else { c }
}

/// Characters without width, of direction and of control.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}')
}

/// Text without `="…"` or the apostrophe by which programs keep digits as text.
fn unmarked(text: &str) -> Option<&str> {
    let formula = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    formula.or_else(|| text.strip_prefix(['\'', '’', '‘']).filter(|rest| !rest.is_empty()))
}

/// Full-width letters, digits and signs as ASCII.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        '−' | '–' | '—' | '﹣' => '-',
        '￥' => '¥',
        '　' => ' ',
        c => c,
    }
}

/// Half-width forms in lower case, without white space.
pub(crate) fn folded(text: &str) -> String {
    text.chars().map(half_width).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_cannot_see_changes_nothing() {
        for text in [
            "8600.5",
            " 8600.5 ",
            "\u{200b}8600.5",
            "8600\u{200b}.5",
            "\u{feff}8600.5",
            "8600.5\u{a0}",
            "\u{3000}8600.5",
            "'8600.5",
            "=\"8600.5\"",
            "\t8600.5\r",
            "\u{202d}8600.5\u{202c}",
            "’8600.5",
        ] {
            assert_eq!(clean(text), "8600.5", "{text:?}");
        }
        assert_eq!(clean("="), "=");
        assert_eq!(clean("甲\n乙"), "甲\n乙");
    }
}
