//! Answers as the bytes that `glue.js` writes. Whatever is wrong with them is left to the reader of dossier
//! files, which tells it: here it is `None`.

use crate::shared::{ANSWERS, BEFORE_YEARS, FIGURE, NO, NULL, TEXT, YES};
use zjtx_evaluator::{ApplicationKind, Date, Dossier, FactIx, Given, Terms, Value};

/// The rest of the bytes.
struct Bytes<'b>(&'b [u8]);

/// A fact that was given, in a year where it has years; nothing forgets it.
struct Change {
    fact: FactIx,
    year: Option<i16>,
    value: Option<Value>,
}

/// Kinds of application by their numbers.
pub(crate) const KINDS: [ApplicationKind; 2] = [ApplicationKind::First, ApplicationKind::Renewal];

/// A whole dossier, in the memory of one that nobody needs any more where there is one.
pub(crate) fn dossier(bytes: &[u8], terms: &Terms, spare: Option<Dossier>) -> Option<Dossier> {
    let mut bytes = Bytes(bytes);
    let kind = *KINDS.get(usize::from(bytes.next()?))?;
    let Some(Given::Text(as_of)) = bytes.given()? else { return None };
    let as_of = Date::parse(as_of)?;
    let mut dossier =
        spare.map_or_else(|| Dossier::new(terms, as_of, kind), |spare| spare.emptied(as_of, kind));
    while !bytes.is_done() {
        bytes.change(terms)?.apply(&mut dossier);
    }
    Some(dossier)
}

/// Changes a dossier, or leaves it as it is.
pub(crate) fn change(dossier: &mut Dossier, bytes: &[u8], terms: &Terms) -> Option<()> {
    let (mut bytes, mut changes) = (Bytes(bytes), Vec::new());
    while !bytes.is_done() {
        changes.push(bytes.change(terms)?);
    }
    changes.into_iter().for_each(|change| change.apply(dossier));
    Some(())
}

impl<'b> Bytes<'b> {
    const fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn next(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn number(&mut self) -> Option<usize> {
        let low = self.next()?;
        Some(usize::from(u16::from_le_bytes([low, self.next()?])))
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.number()?;
        str::from_utf8(self.take(length)?).ok()
    }

    /// What is given, or `null`.
    fn given(&mut self) -> Option<Option<Given<'b>>> {
        Some(Some(match self.next()? {
            NULL => return Some(None),
            NO => Given::Bool(false),
            YES => Given::Bool(true),
            TEXT => Given::Text(self.text()?),
            FIGURE => Given::Figure(self.text()?),
            ANSWERS => Given::Answers(self.text()?),
            _ => return None,
        }))
    }

    fn change(&mut self, terms: &Terms) -> Option<Change> {
        let (fact, term) = terms.at(self.number()?)?;
        let year = Some(self.next()?).filter(|year| *year > 0).map(|year| BEFORE_YEARS + i16::from(year));
        let given = self.given()?;
        let forgets = given.is_none() && year.is_none();
        let is_of_its_kind = forgets || term.period().is_some() == year.is_some();
        let value = given.map(|given| given.read(term, terms)).transpose().ok()?;
        is_of_its_kind.then_some(Change { fact, year, value })
    }
}

impl Change {
    fn apply(self, dossier: &mut Dossier) {
        match (self.year, self.value) {
            (Some(year), value) => {
                dossier.set_year(self.fact, year, value.as_ref().and_then(Value::as_number));
            }
            (None, None) => dossier.forget(self.fact),
            (None, value) => dossier.set(self.fact, value),
        }
    }
}
