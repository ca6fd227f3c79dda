//! Absent facts that leave a criterion open.

use crate::{
    base::truth::Truth,
    language::{
        assessment::{Assessment, Reasons},
        cause::Cause,
        missing::FactRef,
        nodes::{Explained, Input},
        packs::Criterion,
    },
};

/// Absent facts that leave a criterion of an assessment open.
pub(super) fn of_criterion(assessment: &Assessment<'_, '_>, criterion: &Criterion) -> Vec<FactRef> {
    let mut all = assessment.criteria().into_iter();
    match all.find(|judged| std::ptr::eq(judged.criterion, criterion)).map(|judged| &judged.reasons) {
        Some(Reasons::Test(test)) => of_test(test, assessment),
        _ => Vec::new(),
    }
}

/// Facts that leave a test open, each once.
pub(super) fn of_test(test: &Explained<'_>, assessment: &Assessment<'_, '_>) -> Vec<FactRef> {
    let mut facts = Vec::new();
    each_absent(test, assessment, &mut facts);
    facts.sort_unstable();
    facts.dedup();
    facts
}

fn each_absent(explained: &Explained<'_>, assessment: &Assessment<'_, '_>, facts: &mut Vec<FactRef>) {
    if explained.truth != Truth::Undetermined {
        return;
    }
    for input in explained.node.parts().inputs {
        match input {
            Input::Confirmation(fact) => {
                let place = FactRef { fact, year: None };
                facts.extend(Some(place).filter(|place| !assessment.knows(*place)));
            }
            Input::SizeClass => {
                let (dossier, terms) = (assessment.dossier(), assessment.pack().terms());
                let open = assessment.size().open_facts();
                facts.extend(open.map(|fact| super::line::place_of(terms, dossier, fact, 0)));
            }
            Input::Score => {
                let open = assessment.sheet().into_iter().flat_map(|sheet| sheet.indicators());
                let causes = open.filter(|result| result.points.is_open()).filter_map(|result| result.cause);
                facts.extend(causes.filter_map(missing));
            }
            Input::Quantity(..) | Input::Answer(_) | Input::Among(..) | Input::Rank(..) | Input::City(_) => {
                facts.extend(explained.cause.and_then(missing));
            }
        }
    }
    explained.children().for_each(|child| each_absent(child, assessment, facts));
}

const fn missing(cause: Cause) -> Option<FactRef> {
    if let Cause::Missing { fact, year } = cause { Some(FactRef { fact, year }) } else { None }
}
