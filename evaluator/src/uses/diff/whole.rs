//! Differences of the pack as a whole.

use super::{
    Aspect, Difference,
    sides::{Sides, aspect},
};
use crate::language::{nodes::Words, packs::Pack};

pub(super) fn differences(sides: &Sides<'_>) -> Vec<Difference> {
    let ((old, old_words), (new, new_words)) = (&sides.old, &sides.new);
    let differ = |of: Aspect, text: fn(&Pack, &Words<'_>) -> String| {
        aspect(of, text(old, old_words), text(new, new_words))
    };
    let table_differs = old.size_table() != new.size_table();
    let size_table = table_differs.then(|| Difference::Aspect {
        aspect: Aspect::SizeTable,
        old: String::new(),
        new: String::new(),
    });
    let aspects = [
        differ(Aspect::Title, |pack, words| pack.title().get(words.lang).to_owned()),
        differ(Aspect::Validity, validity),
        differ(Aspect::Sources, |pack, words| pack.sources().join(words.pick("、", ", "))),
        size_table,
        differ(Aspect::Full, |pack, words| {
            pack.sheet().map_or_else(String::new, |sheet| words.points(&sheet.full.to_string()))
        }),
        differ(Aspect::PassMark, |pack, words| {
            pack.sheet().map_or_else(String::new, |sheet| words.points(&sheet.pass_mark.to_string()))
        }),
        differ(Aspect::Note, |pack, words| {
            pack.note().map_or_else(String::new, |note| note.get(words.lang).to_owned())
        }),
    ];
    aspects.into_iter().flatten().collect()
}

fn validity(pack: &Pack, words: &Words<'_>) -> String {
    let rows: Vec<String> =
        pack.in_force().iter().map(|row| words.validity(row.span(), &row.kinds)).collect();
    rows.join(words.pick("；", "; "))
}
