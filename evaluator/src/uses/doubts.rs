//! Doubts 「请核对」: figures that contradict each other or are beyond what a small firm has.
//!
//! A doubt asks and never blocks: no verdict depends on it, and nothing that was filled in is changed by it.
//! Which fact is a part of which, and what is beyond doubt, is data: `part_of`, `seldom_above` and
//! `doubt_above` of `rules/terms.json`.

use crate::{
    base::{
        number::{Unit, format_micros},
        text::Lang,
        value::Value,
    },
    language::{
        dossier::Dossier,
        missing::FactRef,
        packs::Pack,
        terms::{FactIx, Terms},
    },
};

/// Something in a dossier that is to be looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A part is more than the whole that it is a part of.
    AboveWhole {
        /// The part.
        part: FactRef,
        /// The whole.
        whole: FactRef,
    },
    /// A figure is more than another, which seldom happens.
    SeldomAbove {
        /// The figure.
        figure: FactRef,
        /// The other.
        other: FactRef,
    },
    /// More than small and medium firms have; most often of another unit.
    Large {
        /// The figure.
        figure: FactRef,
    },
    /// Two years in a row differ beyond reason.
    Leap {
        /// The later year.
        later: FactRef,
        /// The earlier year.
        earlier: FactRef,
    },
    /// The code of the industry stands for several lines of the size standard.
    CoarseIndustry {
        /// The industry.
        industry: FactRef,
    },
}

/// Factor between two years in a row beyond which the unit of one of them is most likely mistaken.
const LEAP: i64 = 100;

/// What every dossier of a vocabulary is looked at for.
#[derive(Clone, Debug)]
pub struct Doubts {
    facts: Vec<Looked>,
}

/// A fact that has something to be compared with.
#[derive(Clone, Copy, Debug)]
struct Looked {
    fact: FactIx,
    whole: Option<FactIx>,
    other: Option<FactIx>,
    most: Option<i64>,
    is_money: bool,
}

impl Doubts {
    /// Gathers what the vocabulary says.
    pub fn of(terms: &Terms) -> Self {
        let find = |id: Option<&str>| terms.find(id?);
        let looked = terms.facts().map(|(fact, term)| Looked {
            fact,
            whole: find(term.part_of()),
            other: find(term.seldom_above()),
            most: term.doubt_above(),
            is_money: term.unit() == Some(Unit::Money),
        });
        let has_something = |looked: &Looked| {
            looked.whole.is_some() || looked.other.is_some() || looked.most.is_some() || looked.is_money
        };
        Self { facts: looked.filter(has_something).collect() }
    }

    /// What is to be looked at again in a dossier, in the order of the vocabulary.
    pub fn find(&self, dossier: &Dossier) -> Vec<Doubt> {
        let mut found = Vec::new();
        for looked in &self.facts {
            if let Some(micros) = dossier.get(looked.fact).and_then(Value::as_number) {
                looked.look(dossier, FactRef { fact: looked.fact, year: None }, micros, &mut found);
            }
            for (year, micros) in dossier.years(looked.fact) {
                looked.look(dossier, FactRef { fact: looked.fact, year: Some(year) }, micros, &mut found);
            }
        }
        found
    }
}

impl Looked {
    fn look(&self, dossier: &Dossier, place: FactRef, micros: i64, found: &mut Vec<Doubt>) {
        let less = |fact: Option<FactIx>| {
            let other = FactRef { fact: fact?, year: place.year };
            at(dossier, other).is_some_and(|other| other < micros).then_some(other)
        };
        found.extend(less(self.whole).map(|whole| Doubt::AboveWhole { part: place, whole }));
        found.extend(less(self.other).map(|other| Doubt::SeldomAbove { figure: place, other }));
        if self.most.is_some_and(|most| micros > most) {
            found.push(Doubt::Large { figure: place });
        }
        found.extend(leap(dossier, place, micros).filter(|_| self.is_money));
    }
}

/// What is to be looked at again in a dossier.
pub fn doubts(dossier: &Dossier, terms: &Terms) -> Vec<Doubt> {
    Doubts::of(terms).find(dossier)
}

/// The same, with what a pack's size standard needs to know of the industry.
pub fn doubts_for(pack: &Pack, dossier: &Dossier) -> Vec<Doubt> {
    let found = doubts(dossier, pack.terms());
    found.into_iter().chain(coarse_industry(pack, dossier)).collect()
}

/// An industry whose code stands for several lines of a pack's size standard, where no class is declared.
pub fn coarse_industry(pack: &Pack, dossier: &Dossier) -> Option<Doubt> {
    let table = pack.size_table()?;
    let code = dossier.get(table.industry())?.as_code()?;
    let is_open = dossier.get(table.declared()).is_none() && table.groups_of(code).len() > 1;
    is_open.then_some(Doubt::CoarseIndustry { industry: FactRef { fact: table.industry(), year: None } })
}

/// Least and greatest value at a place with which no part is more than its whole, all else as it is.
pub(crate) fn possible(dossier: &Dossier, terms: &Terms, place: FactRef) -> (i64, i64) {
    let beside = |fact: FactIx| at(dossier, FactRef { fact, year: place.year });
    let Some(term) = terms.term(place.fact) else { return (i64::MIN, i64::MAX) };
    let whole = term.part_of().and_then(|id| beside(terms.find(id)?));
    let parts = terms.facts().filter(|(_, other)| other.part_of() == Some(term.id()));
    let most_of_parts = parts.filter_map(|(part, _)| beside(part)).max();
    (most_of_parts.unwrap_or(i64::MIN), whole.unwrap_or(i64::MAX))
}

fn at(dossier: &Dossier, place: FactRef) -> Option<i64> {
    match place.year {
        Some(year) => dossier.get_year(place.fact, year),
        None => dossier.get(place.fact)?.as_number(),
    }
}

/// A leap of an amount from the year before.
fn leap(dossier: &Dossier, later: FactRef, micros: i64) -> Option<Doubt> {
    let earlier = FactRef { year: Some(later.year?.checked_sub(1)?), ..later };
    let before = at(dossier, earlier).filter(|before| *before > 0 && micros > 0)?;
    let (least, most) = (before.min(micros), before.max(micros));
    (most.checked_div(least)? >= LEAP).then_some(Doubt::Leap { later, earlier })
}

impl Doubt {
    /// Stable code for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AboveWhole { .. } => "part_above_whole",
            Self::SeldomAbove { .. } => "seldom_above",
            Self::Large { .. } => "large",
            Self::Leap { .. } => "leap",
            Self::CoarseIndustry { .. } => "coarse_industry",
        }
    }

    /// The figure that it is about, and the other where there is one.
    pub const fn places(&self) -> (FactRef, Option<FactRef>) {
        match *self {
            Self::AboveWhole { part, whole } => (part, Some(whole)),
            Self::SeldomAbove { figure, other } => (figure, Some(other)),
            Self::Large { figure } => (figure, None),
            Self::Leap { later, earlier } => (later, Some(earlier)),
            Self::CoarseIndustry { industry } => (industry, None),
        }
    }

    /// The amount in 万元 that a figure beyond small firms would be, had it been told in 元; `None` for other doubts.
    pub fn divided(&self, dossier: &Dossier, terms: &Terms) -> Option<String> {
        let Self::Large { figure } = *self else { return None };
        let is_money = terms.term(figure.fact)?.unit() == Some(Unit::Money);
        let micros = at(dossier, figure).filter(|_| is_money)?;
        Some(format_micros(i128::from(micros.div_euclid(100_000_000).saturating_mul(10_000))))
    }

    /// What is to be looked at, as a sentence.
    pub fn sentence(&self, dossier: &Dossier, terms: &Terms, lang: Lang) -> String {
        let say = Say { dossier, terms, lang };
        let (first, other) = self.places();
        let (one, two) = (say.figure(first), other.map(|other| say.figure(other)).unwrap_or_default());
        match (self, lang) {
            (Self::AboveWhole { .. }, Lang::Zh) => format!("{one}，大于{two}，部分不会大于总体，请核对"),
            (Self::AboveWhole { .. }, Lang::En) => {
                format!("{one} is more than {two}, of which it is a part; please check")
            }
            (Self::SeldomAbove { .. }, Lang::Zh) => format!("{one}，大于{two}，少有这样的情况，请核对"),
            (Self::SeldomAbove { .. }, Lang::En) => {
                format!("{one} is more than {two}, which is rare; please check")
            }
            (Self::Large { .. }, _) => say.large(self.divided(dossier, terms), &one),
            (Self::Leap { .. }, Lang::Zh) => format!("{one}，{two}，相差一百倍以上，请核对单位"),
            (Self::Leap { .. }, Lang::En) => {
                format!("{one} and {two} differ by a hundred times or more; please check the unit")
            }
            (Self::CoarseIndustry { .. }, Lang::Zh) => {
                format!("{one} 对应几种划型标准，请填三、四位代码，或直接选择企业划型")
            }
            (Self::CoarseIndustry { .. }, Lang::En) => {
                format!(
                    "{one} stands for several lines of the size standard; give three or four digits, or choose the size class"
                )
            }
        }
    }
}

/// What words need to know.
struct Say<'a> {
    dossier: &'a Dossier,
    terms: &'a Terms,
    lang: Lang,
}

impl Say<'_> {
    /// 营业收入 2025 年 8600.5 万元.
    fn figure(&self, place: FactRef) -> String {
        let Some(term) = self.terms.term(place.fact) else { return String::new() };
        let name = term.term().get(self.lang);
        let year = match (place.year, self.lang) {
            (Some(year), Lang::Zh) => format!(" {year} 年"),
            (Some(year), Lang::En) => format!(" {year}"),
            (None, _) => String::new(),
        };
        let digits = at(self.dossier, place).map(|micros| format_micros(i128::from(micros)));
        let shown = digits.map(|digits| term.figure(&digits, self.lang));
        let code = || self.dossier.get(place.fact).and_then(Value::plain).unwrap_or_default();
        format!("{name}{year} {}", shown.unwrap_or_else(code))
    }

    /// `part` is the ten-thousandth part to the hundredth: 亿元 of 万元, and 万元 of 元.
    fn large(&self, part: Option<String>, one: &str) -> String {
        match (part, self.lang) {
            (Some(part), Lang::Zh) => format!(
                "{one}，约 {} 亿元，超出中小企业的规模，请核对单位；若原数以元计，应为 {} 万元",
                part, part
            ),
            (Some(part), Lang::En) => format!(
                "{one}, about {} hundred million yuan, is beyond small and medium firms; please check the unit: of yuan it would be {} 万元",
                part, part
            ),
            (None, Lang::Zh) => format!("{one}，超出中小企业的规模，请核对"),
            (None, Lang::En) => format!("{one} is beyond small and medium firms; please check"),
        }
    }
}
