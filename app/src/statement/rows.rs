//! Recognised figures as proposals, each with where it stands.

use crate::{
    lists::messages::{StatedFigure, Statement},
    model::Model,
    proposals::row::Row,
    statement::words,
};

/// The figures that differ from what is filled in, the newest year of each line first, as in the form.
pub fn rows(statement: &Statement, model: &Model) -> Vec<Row> {
    let mut rows: Vec<(&StatedFigure, Row)> =
        statement.figures.iter().filter_map(|figure| Some((figure, row(figure, model)?))).collect();
    let place = |figure: &StatedFigure| model.rules.terms().find(&figure.fact);
    rows.sort_by_key(|(figure, _)| (place(figure), -figure.year));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row(figure: &StatedFigure, model: &Model) -> Option<Row> {
    let row = Row::of(&format!("{}@{}", figure.fact, figure.year), &figure.amount, model)?;
    let origin = words::stands_in(model.lang, &figure.cell, &figure.line, &figure.shown, &figure.unit);
    let question = figure.question.as_ref().map(|question| question.get(model.lang).to_owned());
    Some(row.from(origin, question))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::rows;
    use crate::{
        action::Action,
        lists::messages::{StatedFigure, Statement},
        model::{Model, Storage, Stored},
        reduce::reduce,
        testing::{day, rules},
    };
    use zjtx_evaluator::Text;

    fn figure(fact: &str, year: i16, question: Option<&str>) -> StatedFigure {
        StatedFigure {
            fact: fact.to_owned(),
            year,
            amount: "5200".to_owned(),
            line: "营业收入".to_owned(),
            shown: "52,000,000.00".to_owned(),
            unit: "元".to_owned(),
            cell: "B4".to_owned(),
            question: question.map(|text| Text { zh: text.to_owned(), en: text.to_owned() }),
        }
    }

    #[test]
    fn figures_stand_in_the_order_of_the_form_with_their_cells() {
        let model = Model::new(rules(), day("2026-11-22"), Storage::Browser, Stored::default());
        let answer = Action::Answer { key: "net_profit@2025".to_owned(), text: "5200".to_owned() };
        let model = reduce(&model, answer);
        let figures = vec![
            figure("total_assets", 2025, Some("?")),
            figure("net_profit", 2025, None),
            figure("operating_revenue", 2024, None),
            figure("operating_revenue", 2025, None),
        ];
        let rows = rows(&Statement { figures, notes: Vec::new() }, &model);
        let keys: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
        assert_eq!(keys, ["operating_revenue@2025", "operating_revenue@2024", "total_assets@2025"]);
        assert_eq!(rows[0].origin, "B4“营业收入”，52,000,000.00，单位元");
        let plain: Vec<bool> = rows.iter().map(|row| row.is_plain()).collect();
        assert_eq!(plain, [true, true, false]);
    }
}
