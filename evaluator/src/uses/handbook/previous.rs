//! What changed from the version before: the pack that was in force for the same firms until then.

use super::{Block, Item, Writer};
use crate::{
    base::{date::Date, region::contains_region, span::Span},
    language::{packs::Pack, rulebook::Rulebook},
    uses::diff::{Change, diff},
};

impl Writer<'_> {
    pub(super) fn changes(&self) -> Vec<Block> {
        let mut blocks = vec![self.chapter("与上一版对比", "Differences from the version before")];
        let Some(before) = previous(self.rulebook, self.pack) else {
            blocks.push(Block::text(self.words.pick("无更早版本。", "There is no earlier version.")));
            return blocks;
        };
        let (title, id) = (before.title().get(self.words.lang), before.id());
        let name = self.words.either(|| format!("{title}（{id}）"), || format!("{title} (pack {id})"));
        blocks.push(self.labelled("上一版", "Version before", &name));
        let changes = diff(before, self.pack, self.words.lang);
        blocks.push(if changes.is_empty() {
            Block::text(self.words.pick("内容相同。", "No differences."))
        } else {
            Block::List(changes.iter().map(|change| self.change(change)).collect())
        });
        blocks
    }

    fn change(&self, change: &Change) -> Item {
        let lang = self.words.lang;
        let differences = change.differences.iter();
        Item {
            items: differences.map(|difference| Item::text(difference.text(lang))).collect(),
            ..Item::text(change.text(lang))
        }
    }
}

/// The pack of the same scheme that was in force for the firms of this pack's region last before its first
/// day; of several the one of the narrowest region. A national pack so precedes the first regional one.
pub fn previous<'r>(rulebook: &'r Rulebook, pack: &Pack) -> Option<&'r Pack> {
    let first_day = pack.in_force().iter().map(|row| row.from).min()?;
    let earlier = rulebook.packs().iter().filter(|other| {
        other.id() != pack.id()
            && other.scheme() == pack.scheme()
            && contains_region(other.region(), pack.region())
    });
    let with_end = earlier.filter_map(|other| Some((last_day_before(first_day, other)?, other)));
    let latest = with_end.max_by(|(end, pack), (other_end, other)| {
        let is_wider = contains_region(pack.region(), other.region());
        let is_narrower = contains_region(other.region(), pack.region());
        end.cmp(other_end).then(is_narrower.cmp(&is_wider))
    });
    latest.map(|(_, pack)| pack)
}

/// The last day before another on which a pack is in force.
fn last_day_before(day: Date, pack: &Pack) -> Option<Date> {
    let eve = day.previous()?;
    let spans = pack.in_force().iter().map(|row| row.span()).filter(|span| span.from <= eve);
    spans.map(|Span { to, .. }| to.map_or(eve, |to| to.min(eve))).max()
}
