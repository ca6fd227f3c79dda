//! `ambiguous`: a policy text that allows several readings 「待核」.

use super::{
    Child, Detail, Explained, Join, Node, Parts, Place, Run, Voice, Words, explained::first_cause, kind::Kind,
};
use crate::{
    base::{compact::compact, text::Text, truth::Truth},
    language::{
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        words::{Clause, Lines},
    },
    written::{AmbiguousDoc, ReadingDoc},
};

/// A text and its readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// Its readings, two or more.
    pub readings: Vec<Reading>,
}

compact!(struct Ambiguous { readings });

/// One way to read the policy text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it takes the text to mean.
    pub label: Text,
    /// Its test; `None` where nothing is required.
    pub test: Option<Node>,
}

compact!(struct Reading { label, test });

impl Kind for Ambiguous {
    type Doc = AmbiguousDoc;
    const KEY: &'static str = "ambiguous";

    fn check(doc: &AmbiguousDoc, c: &mut Checker<'_>) -> Option<Self> {
        let readings = c.at("readings", |c| c.each(&doc.readings, Reading::check))?;
        let tests = readings.iter().filter(|reading| reading.test.is_some()).count();
        if readings.len() < 2 || tests == 0 {
            let sentence = "歧义条文至少要有两种读法，且至少一种有要求";
            return c.at("readings", |c| c.fail(Code::Constant, sentence));
        }
        Some(Self { readings })
    }

    fn parts(&self) -> Parts<'_> {
        let list = Place::of(Self::KEY).field("readings");
        let tests = self.readings.iter().map(|reading| reading.test.as_ref()).enumerate();
        let tests = tests.filter_map(|(index, test)| Some((list.item(index).of_item("test"), test?)));
        let or_nothing = self.readings.iter().any(|reading| reading.test.is_none());
        let tests = tests.map(|(place, test)| Child::at(place, test)).collect();
        Parts::joined(Join::Agreed { or_nothing }, tests)
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let rows: Vec<_> = self
            .readings
            .iter()
            .enumerate()
            .filter_map(|(index, reading)| Some((index, reading.test.as_ref()?.eval(run))))
            .collect();
        let lenient = (rows.len() < self.readings.len()).then_some(Truth::Met);
        let truths = || rows.iter().map(|(_, row)| row.truth).chain(lenient);
        let truth = Truth::agreed(truths()).unwrap_or(Truth::Undetermined);
        let disagree = truths().any(|t| t == Truth::Met) && truths().any(|t| t == Truth::Unmet);
        let cause =
            if disagree { Some(Cause::AmbiguousText) } else { first_cause(rows.iter().map(|(_, row)| row)) };
        Explained::new(node, run, truth, cause, Detail::Rows(rows))
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        let readings = self.readings.iter().map(|reading| reading.describe(words)).collect();
        Clause::group(heading(words), readings)
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let Detail::Rows(rows) = &explained.detail else { return };
        let settled = explained.truth != Truth::Undetermined;
        let words = &voice.words;
        let heading = if settled {
            words.pick("各种理解结论一致", "All readings agree")
        } else {
            heading(words)
        };
        lines.group(heading.to_owned(), explained.truth, |lines| {
            for (index, row) in rows {
                let label = self.readings.get(*index).map_or("", |reading| reading.label.get(words.lang));
                lines.group(label.to_owned(), row.truth, |lines| Node::explain(row, voice, lines));
            }
        });
    }
}

fn heading(words: &Words<'_>) -> &'static str {
    words.pick("原文可有不同理解", "The text can be read in several ways")
}

impl Reading {
    fn describe(&self, words: &Words<'_>) -> Clause {
        let label = self.label.get(words.lang);
        match &self.test {
            Some(test) => Clause::group(label, vec![test.describe(words)]),
            None => Clause::condition(label.to_owned(), words.pick("不作要求", "nothing is required")),
        }
    }

    fn check(doc: &ReadingDoc, c: &mut Checker<'_>) -> Option<Self> {
        let test = match &doc.test {
            Some(test) => Some(c.at("test", |c| Node::check(test, c))?),
            None => None,
        };
        Some(Self { label: doc.label.clone(), test })
    }
}
