//! `size_class`: the size class 「划型」 among some.

use super::{Cause, Explained, Node, Run};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        checker::Checker,
        diagnostics::Code,
        size::{ClassSet, SizeClass},
        words::{Condition, Lines, Voice, Words},
    },
    written::SizeClassDoc,
};

/// The classes that satisfy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmongClasses(ClassSet);

compact!(struct AmongClasses(inner));

impl AmongClasses {
    pub(super) fn check(doc: &SizeClassDoc, c: &mut Checker<'_>) -> Option<Self> {
        if !c.has_size_table() {
            return c.fail(Code::UnknownReference, "用到划型，但规则包没有 size_table");
        }
        c.at("among", |c| {
            let classes = c.each(&doc.among, |id, c| match SizeClass::from_id(id) {
                Some(class) => Some(class),
                None => c.fail(Code::UnknownReference, &format!("没有“{id}”这个划型档")),
            })?;
            let among = classes.into_iter().fold(ClassSet::default(), ClassSet::with);
            if among == ClassSet::default() || among == ClassSet::EVERY {
                return c.fail(Code::Constant, "划型应列出一部分档");
            }
            Some(Self(among))
        })
    }

    pub(super) fn eval<'p>(&self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = self.truth(run.size.candidates());
        let cause = run.size.first_missing().unwrap_or(Cause::NotInTable);
        Explained::leaf(node, run, truth, cause)
    }

    /// Its truth where these classes are possible.
    /// Whether the class is among its own, where these are possible.
    pub const fn truth(self, candidates: ClassSet) -> Truth {
        if candidates.is_subset(self.0) {
            Truth::Met
        } else if candidates.meets(self.0) {
            Truth::Undetermined
        } else {
            Truth::Unmet
        }
    }

    pub(super) fn condition(&self, words: &Words<'_>) -> Condition {
        let subject = words.pick("企业划型", "Size class").to_owned();
        Condition { subject, requirement: self.0.names(words.lang) }
    }

    pub(super) fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        lines.condition(explained, self.condition(&voice.words), voice.size_class(), None, voice);
    }
}
