//! Section 5: criteria 「条件」.

use crate::date::within;
use crate::dossier::Dossier;
use crate::json::{items, lists};
use crate::logic::{self, Truth};
use crate::pack;
use serde_json::Value;

/// One dossier before one pack.
#[derive(Debug)]
pub(crate) struct Case<'a> {
    pub(crate) rulebook: &'a Value,
    pub(crate) pack: Value,
    pub(crate) size_table: Option<Value>,
    pub(crate) dossier: Dossier<'a>,
    /// Whether an adviser's expectations are looked at.
    pub(crate) expecting: bool,
}

/// A criterion of a chapter; a veto 「否决性条件」 is met when its test is not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Criterion<'c> {
    pub(crate) body: &'c Value,
    pub(crate) veto: bool,
}

impl<'c> Criterion<'c> {
    pub(crate) fn children(self) -> impl Iterator<Item = Self> {
        let (body, veto) = (self.body, self.veto);
        let listed = items(body, "all_of").iter().chain(items(body, "any_of"));
        listed.map(move |child| Self { body: child, veto })
    }

    /// The node that is its test for this kind of application, if it has one.
    pub(crate) fn test(self, kind: &str) -> Option<&'c Value> {
        let renewal = self.body.get("renewal").filter(|_| kind == "renewal");
        renewal.or_else(|| self.body.get("test"))
    }
}

impl<'a> Case<'a> {
    pub(crate) fn new(rulebook: &'a Value, pack_id: &str, dossier: &'a Value) -> Result<Self, String> {
        let pack = pack::resolved(rulebook, pack_id)?;
        Ok(Self {
            rulebook,
            size_table: pack::size_table(rulebook, &pack)?,
            pack,
            dossier: Dossier::new(rulebook, dossier)?,
            expecting: true,
        })
    }

    /// The top-level criteria that the verdict counts, in order.
    pub(crate) fn counted(&self) -> Vec<Criterion<'_>> {
        let chapters = ["prerequisites", "vetoes", "gates"];
        let listed = chapters.into_iter().flat_map(|chapter| {
            let veto = chapter == "vetoes";
            items(&self.pack, chapter).iter().map(move |body| Criterion { body, veto })
        });
        let routes = self.pack.get("routes").map(|body| Criterion { body, veto: false });
        listed.chain(routes).collect()
    }

    /// Whether its `applies_to` has the dossier's kind and its `in_force` the dossier's day.
    pub(crate) fn examined(&self, criterion: Criterion<'_>) -> bool {
        let kind = criterion.body.get("applies_to").is_none()
            || lists(criterion.body, "applies_to", self.dossier.kind);
        kind && criterion.body.get("in_force").is_none_or(|span| within(span, self.dossier.as_of))
    }

    pub(crate) fn criterion_truth(&self, criterion: Criterion<'_>) -> Result<Truth, String> {
        if !self.examined(criterion) {
            return Ok(Truth::Met);
        }
        if let Some(test) = criterion.test(self.dossier.kind) {
            let truth = self.truth(test, 0)?;
            return Ok(if criterion.veto { truth.negated() } else { truth });
        }
        let examined = criterion.children().filter(|child| self.examined(*child));
        let truths = examined.map(|child| self.criterion_truth(child)).collect::<Result<Vec<_>, _>>()?;
        let any = criterion.body.get("any_of").is_some() && !truths.is_empty();
        Ok(if any { logic::any(&truths) } else { logic::all(&truths) })
    }
}
