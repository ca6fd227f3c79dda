//! Validity between packs: two that overlap, and days that none covers.

use super::{Code, Diagnostic};
use crate::{doc::InForceDoc, pack::Pack};

pub(super) fn check(packs: &[Pack]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, pack) in packs.iter().enumerate() {
        let rivals = packs.iter().skip(index.saturating_add(1));
        let same_place = rivals.filter(|other| other.scheme == pack.scheme && other.region == pack.region);
        for other in same_place.filter(|other| overlap(&pack.in_force, &other.in_force)) {
            found.push(Diagnostic {
                code: Code::Validity,
                file: format!("packs/{}.json", other.id),
                pointer: "/in_force".to_owned(),
                sentence: format!("与规则包“{}”的有效期重叠（同一事项、地区和申请类型）", pack.id),
            });
        }
    }
    found
}

fn overlap(a: &[InForceDoc], b: &[InForceDoc]) -> bool {
    a.iter().any(|a| b.iter().any(|b| shares_kind(a, b) && a.span().overlaps(&b.span())))
}

fn shares_kind(a: &InForceDoc, b: &InForceDoc) -> bool {
    a.kinds.iter().any(|kind| b.kinds.contains(kind))
}
