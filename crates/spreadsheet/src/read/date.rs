//! Days as people write them.

use crate::clean::half_width;
use zjtx_evaluator::Date;

/// Reads `2026-05-01`, `2026/5/1`, `2026.5.1`, `2026年5月1日`, `20260501` and the same with a time behind.
pub(super) fn read(text: &str) -> Option<Date> {
    let text: String = text.chars().map(half_width).collect();
    let is_sign = |c: char| "-/.年月日号 T".contains(c);
    let parts: Vec<&str> = text.trim().split(is_sign).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year, month, day, ..] => Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
        [whole] if whole.len() == 8 && whole.is_ascii() => {
            Date::parse(&format!("{}-{}-{}", &whole[..4], &whole[4..6], &whole[6..]))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_however_they_are_written() {
        let day = Date::parse("2026-05-01");
        for text in [
            "2026-05-01",
            "2026/5/1",
            "2026.5.1",
            "2026年5月1日",
            "2026年05月01号",
            "20260501",
            "2026-05-01 00:00:00",
            "2026-05-01T00:00:00",
            "２０２６年５月１日",
            "2026－05－01",
            "2026年5月1日 星期五",
        ] {
            assert_eq!(read(text), day, "{text}");
        }
        for text in ["2026", "五月", "2026-13-01", "2026-02-30", "01/05/2026", "46143"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
