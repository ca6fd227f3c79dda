//! `size_class`: the size class 「划型」 among some.

use super::{Explained, Input, Node, Parts, Run, Voice, Words, kind::Kind};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        size::{ClassSet, SizeClass},
        words::{Clause, Condition, Lines},
    },
    written::SizeClassDoc,
};

/// The classes that satisfy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmongClasses(ClassSet);

compact!(struct AmongClasses(inner));

impl Kind for AmongClasses {
    type Doc = SizeClassDoc;
    const KEY: &'static str = "size_class";

    fn check(doc: &SizeClassDoc, c: &mut Checker<'_>) -> Option<Self> {
        if !c.has_size_table() {
            return c.fail(Code::UnknownReference, "用到划型，但规则包没有 size_table");
        }
        c.at("among", |c| {
            let classes = c.each(&doc.among, |id, c| match SizeClass::from_id(id) {
                Some(class) => Some(class),
                None => c.fail(Code::UnknownReference, format!("没有“{id}”这个划型档")),
            })?;
            let among = classes.into_iter().fold(ClassSet::default(), ClassSet::with);
            if among == ClassSet::default() || among == ClassSet::EVERY {
                return c.fail(Code::Constant, "划型应列出一部分档");
            }
            Some(Self(among))
        })
    }

    fn parts(&self) -> Parts<'_> {
        Parts::leaf(Input::SizeClass)
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = self.truth(run.size.candidates());
        let cause = run.size.first_missing().unwrap_or(Cause::NotInTable);
        Explained::leaf(node, run, truth, cause)
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::Condition(self.condition(words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        voice.write(explained, self.condition(&voice.words), voice.size_class(), lines);
    }
}

impl AmongClasses {
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

    fn condition(self, words: &Words<'_>) -> Condition {
        let subject = words.pick("企业划型", "Size class").to_owned();
        Condition { subject, requirement: self.0.names(words.lang) }
    }
}
