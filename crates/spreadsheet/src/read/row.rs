//! A firm's row: its cells as they were found, and then its answers or its mistakes. Finding the next row and
//! reading this one can be done at the same time.

use super::{
    Firm, Occasion, answer,
    content::{Cell, Content},
    date,
    layout::{Column, Layout},
    problem::{CellError, CellProblem},
    words::asked,
};
use crate::{
    heading::{Target, When},
    names,
    place::RowRef,
};
use std::sync::Arc;
use zjtx_evaluator::{ApplicationKind, Date, Dossier, FactIx, FactKind, FactRef, Terms, Value};

/// A row as it was written.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Where it stands.
    pub(crate) place: RowRef,
    /// Cells with something in them, by ascending column.
    pub(crate) cells: Vec<Cell>,
    /// Whether one cannot see it.
    pub(crate) is_hidden: bool,
}

impl Row {
    /// The row's number from 0, as areas count.
    pub(super) fn number(&self) -> u32 {
        u32::try_from(self.place.row.saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// What the cell in a column holds.
    pub(crate) fn cell(&self, column: usize) -> Option<&Content> {
        self.cells.iter().find(|cell| cell.column == column).map(|cell| &cell.content)
    }
}

/// A row of a list, not yet read.
pub struct FirmRow {
    pub(super) place: RowRef,
    pub(super) name: String,
    pub(super) occasion: Occasion,
    pub(super) layout: Arc<Layout>,
    pub(super) cells: Vec<Cell>,
}

impl FirmRow {
    /// Reads the row's answers.
    pub fn firm(self, terms: &Terms) -> Firm {
        let mut reader = RowReader { terms, row: &self, errors: Vec::new(), city: None };
        let dossier = reader.dossier();
        let mistakes = reader.errors;
        Firm { place: self.place, name: self.name, dossier, mistakes }
    }

    /// Cells of columns that are understood.
    fn answers(&self) -> impl Iterator<Item = (Column, &Content)> {
        // Both ascend, so that no column has to be looked for.
        let mut columns = self.layout.columns().iter().peekable();
        self.cells.iter().filter_map(move |cell| {
            while columns.next_if(|column| column.position < cell.column).is_some() {}
            let column = columns.peek().filter(|column| column.position == cell.column)?;
            Some((**column, &cell.content))
        })
    }

    /// Cells of some of the columns that are understood.
    fn answers_of(&self, is_meant: impl Fn(Target) -> bool) -> impl Iterator<Item = (Column, &Content)> {
        let columns = self.layout.columns().iter().filter(move |column| is_meant(column.heading.target));
        columns.filter_map(|column| {
            let at = self.cells.binary_search_by_key(&column.position, |cell| cell.column).ok()?;
            Some((*column, &self.cells.get(at)?.content))
        })
    }
}

/// Reads a row and collects every mistake.
struct RowReader<'r> {
    terms: &'r Terms,
    row: &'r FirmRow,
    errors: Vec<CellError>,
    /// The code of the city that a cell says the firm is in.
    city: Option<String>,
}

impl RowReader<'_> {
    fn dossier(&mut self) -> Dossier {
        let (as_of, kind) = self.occasion();
        let mut dossier = Dossier::new(self.terms, as_of, kind);
        self.city = self.said_city();
        for (column, content) in self.row.answers() {
            match column.heading.target {
                Target::AsOf | Target::Kind => {}
                Target::Once(fact) => {
                    let value = self.value(column, content, fact, None);
                    dossier.set(fact, value);
                }
                Target::Yearly(fact, when) => {
                    let year = self.year(&dossier, fact, when);
                    let value = self.value(column, content, fact, Some(year));
                    dossier.set_year(fact, year, value.as_ref().and_then(Value::as_number));
                }
            }
        }
        self.place_in_city(&mut dossier);
        dossier
    }

    /// The row's own day and kind of application, where it says them.
    fn occasion(&mut self) -> (Date, ApplicationKind) {
        let Occasion { mut as_of, mut kind } = self.row.occasion;
        let is_occasion = |target| matches!(target, Target::AsOf | Target::Kind);
        let answers = self.row.answers_of(is_occasion).filter(|(_, content)| !answer::is_blank(content));
        for (column, content) in answers {
            match column.heading.target {
                Target::AsOf => match date::read(&content.shown()) {
                    Some(day) => as_of = day,
                    None => self.report(column, content, None, CellProblem::NotADay),
                },
                Target::Kind => match answer::application_kind(&content.shown()) {
                    Some(read) => kind = read,
                    None => self.report(column, content, None, CellProblem::UnknownKind),
                },
                Target::Once(_) | Target::Yearly(..) => {}
            }
        }
        (as_of, kind)
    }

    /// The province of the cities that the vocabulary lists.
    fn home(&self) -> Option<String> {
        let city = self.terms.areas().cities.first()?;
        Some(format!("{}0000", city.code.get(..2)?))
    }

    /// The city that the row names, by which districts of one name are told apart.
    fn said_city(&self) -> Option<String> {
        let terms = self.terms;
        let of_city = |target: Target| {
            target.fact().and_then(|fact| terms.term(fact)).is_some_and(|term| term.kind() == FactKind::City)
        };
        let (_, content) = self.row.answers_of(of_city).next()?;
        Some(names::place(&content.shown(), None, self.home().as_deref())?.code().to_owned())
    }

    /// A place that the table of districts does not have is its city, where no cell names another.
    fn place_in_city(&mut self, dossier: &mut Dossier) {
        let Some(city) = self.terms.of_kind(FactKind::City).filter(|city| dossier.get(*city).is_none())
        else {
            return;
        };
        if let Some(code) = self.city.take() {
            dossier.set(city, Some(Value::Code(code)));
        }
    }

    fn year(&self, dossier: &Dossier, fact: FactIx, when: When) -> i16 {
        let period = self.terms.term(fact).and_then(|term| term.period());
        let back = match when {
            When::Year(year) => return year,
            When::Back(back) => back,
            When::Unsaid => 0,
        };
        dossier.period_year(period, back).unwrap_or_default()
    }

    fn value(&mut self, column: Column, content: &Content, fact: FactIx, year: Option<i16>) -> Option<Value> {
        let term = self.terms.term(fact)?;
        let read = match term.kind() {
            FactKind::City | FactKind::District => self.area(content, term.kind()),
            _ => answer::read(content, term, column.heading.unit, self.terms),
        };
        match read {
            Ok(value) => value,
            Err(problem) => {
                self.report(column, content, year, problem);
                None
            }
        }
    }

    /// A city, or a district of the table; of another place its city is kept.
    fn area(&mut self, content: &Content, kind: FactKind) -> Result<Option<Value>, CellProblem> {
        let shown = content.shown();
        if answer::says_nothing(content, &shown) {
            return Ok(None);
        }
        let place = names::place(&shown, self.city.as_deref(), self.home().as_deref())
            .ok_or(CellProblem::UnknownPlace)?;
        let city = names::city_of(place).unwrap_or(place.code());
        if kind == FactKind::City {
            return Ok(Some(Value::Code(city.to_owned())));
        }
        self.city.get_or_insert_with(|| city.to_owned());
        let mut districts = self.terms.areas().cities.iter().flat_map(|city| &city.districts);
        if districts.any(|district| district.code == place.code()) {
            return Ok(Some(Value::Code(place.code().to_owned())));
        }
        // A city under the heading of districts says no more than the column of cities.
        if place.code() == city && self.city.as_deref() == Some(city) {
            Ok(None)
        } else {
            Err(CellProblem::CityOnly)
        }
    }

    fn report(&mut self, column: Column, content: &Content, year: Option<i16>, problem: CellProblem) {
        let place = self.row.place.cell(column.position);
        let asked = asked(column.heading.target, self.terms, year);
        let fact = column.heading.target.fact().map(|fact| FactRef { fact, year });
        self.errors.push(CellError { place, asked, shown: content.shown().into_owned(), fact, problem });
    }
}
