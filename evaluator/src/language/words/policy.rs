//! Validity, kinds of application and confidence in words.

use super::{Names, shared};
use crate::base::{
    application_kind::ApplicationKind, citation::Confidence, route_role::RouteRole, span::Span,
};

impl Names<'_> {
    /// 新申请、复核.
    pub fn kinds(&self, kinds: &[ApplicationKind]) -> String {
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name(self.lang)).collect();
        names.join(self.pick("、", ", "))
    }

    /// 2022-08-01 至 2026-03-31.
    pub fn days(&self, Span { from, to }: Span) -> String {
        match to {
            Some(to) => self.either(|| format!("{from} 至 {to}"), || format!("{from} to {to}")),
            None => self.either(|| format!("{from} 起"), || format!("from {from}")),
        }
    }

    /// 2022-08-01 至 2026-03-31（新申请、复核）.
    pub fn validity(&self, span: Span, kinds: &[ApplicationKind]) -> String {
        let (days, kinds) = (self.days(span), self.kinds(kinds));
        self.either(|| format!("{days}（{kinds}）"), || format!("{days} ({kinds})"))
    }

    /// How sure a reading is.
    pub const fn confidence(&self, confidence: Confidence) -> &'static str {
        shared::confidence(confidence, self.lang)
    }

    /// What a route is.
    pub const fn role(&self, role: RouteRole) -> &'static str {
        match role {
            RouteRole::Direct => self.pick("直通条件", "direct route"),
            RouteRole::Scored => self.pick("评分路径", "scored route"),
            RouteRole::General => self.pick("一般性条件", "general route"),
        }
    }
}
