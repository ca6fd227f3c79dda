//! The table of firms: only the rows in sight are drawn, all others are two gaps of their height.

use crate::{
    lists::{
        messages::{Filter, Line, LineLevel},
        session::{self, Session},
        words,
    },
    result::marks::verdict_mark,
    store::Store,
    words::Lang,
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of the table.
#[derive(Clone, PartialEq, Properties)]
pub struct TableProps {
    /// The state of the whole page.
    pub store: Store,
    /// How many rows there are.
    pub shown: usize,
    /// Position of the first line at hand.
    pub start: usize,
    /// Lines at hand.
    pub lines: Rc<Vec<Line>>,
    /// What the rows were chosen by; another choice is looked at from its top.
    pub filter: Filter,
}

/// Height of a row until one is drawn, in CSS pixels.
const ROW: i32 = 45;

/// Draws the table.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let (lang, pane) = (props.store.lang(), use_node_ref());
    let row = use_state(|| ROW);
    let (measured, first) = (row.clone(), pane.clone());
    use_effect_with(props.lines.clone(), move |_| {
        if let Some(height) = row_height(&first) {
            measured.set(height);
        }
    });
    let top = pane.clone();
    use_effect_with(props.filter.clone(), move |_| {
        if let Some(pane) = top.cast::<HtmlElement>() {
            pane.set_scroll_top(0);
        }
    });
    let (height, scrolled, store) = (*row, pane.clone(), props.store.clone());
    let onscroll = Callback::from(move |_: Event| {
        if let Some(pane) = scrolled.cast::<HtmlElement>() {
            session::look(
                &store,
                rows_of(pane.scroll_top(), height),
                rows_of(pane.client_height(), height) + 2,
            );
        }
    });
    let below = props.shown.saturating_sub(props.start + props.lines.len());
    html! {
        <div ref={pane} class="rows" tabindex="0" role="region" aria-label={words::TABLE.get(lang)} {onscroll}>
            <table aria-rowcount={(props.shown + 1).to_string()}>
                <thead>{ head(props, lang) }</thead>
                <tbody>
                    { gap(props.start, height) }
                    { for props.lines.iter().enumerate().map(|(at, line)| {
                        self::line(props, props.start + at, line, lang)
                    }) }
                    { gap(below, height) }
                </tbody>
            </table>
        </div>
    }
}

fn rows_of(pixels: i32, height: i32) -> usize {
    usize::try_from(pixels / height.max(1)).unwrap_or(0)
}

fn row_height(pane: &NodeRef) -> Option<i32> {
    let row = pane.cast::<HtmlElement>()?.query_selector("tr.firm").ok()??;
    Some(row.unchecked_into::<HtmlElement>().offset_height()).filter(|height| *height > 0)
}

fn head(props: &TableProps, lang: Lang) -> Html {
    let rules = &props.store.model().rules;
    let levels = Session::levels(props.store.model());
    html! {
        <tr aria-rowindex="1">
            <th scope="col">{ words::ENTERPRISE.get(lang) }</th>
            <th scope="col">{ words::POSITION.get(lang) }</th>
            { for levels.iter().map(|scheme| html! {
                <th scope="col">{ rules.scheme_title(scheme, lang).to_owned() }</th>
            }) }
        </tr>
    }
}

/// Rows that are not drawn.
fn gap(rows: usize, height: i32) -> Html {
    let pixels = i32::try_from(rows).unwrap_or(i32::MAX).saturating_mul(height);
    html! {
        if pixels > 0 {
            <tr aria-hidden="true"><td class="gap" height={pixels.to_string()}></td></tr>
        }
    }
}

fn line(props: &TableProps, at: usize, line: &Line, lang: Lang) -> Html {
    let (index, store) = (line.index, props.store.clone());
    let name = if line.name.is_empty() { &line.place } else { &line.name };
    let mistakes = line.mistakes;
    let columns = props.lines.iter().map(|line| line.levels.len()).max().unwrap_or(1).max(1);
    html! {
        <tr key={index} class="firm" aria-rowindex={(at + 2).to_string()}>
            <th scope="row">
                <button type="button" class="link" onclick={move |_: MouseEvent| session::firm(&store, Some(index))}>
                    { name }
                </button>
            </th>
            <td>{ &line.place }</td>
            if mistakes > 0 {
                <td colspan={columns.to_string()}>
                    <span class="pill open">{ words::mistakes_of_row(mistakes, lang) }</span>
                </td>
            } else {
                { for line.levels.iter().map(|level| html! { <td>{ short(level.as_ref(), lang) }</td> }) }
            }
        </tr>
    }
}

fn short(level: Option<&LineLevel>, lang: Lang) -> Html {
    let Some(LineLevel { truth, score, lacks }) = level else {
        return html! { <span class="note">{ words::NO_RULES.get(lang) }</span> };
    };
    let lacking = (*lacks > 0).then(|| words::lacks(*lacks, lang));
    let points = score.as_ref().map(|score| words::points(score, lang));
    let notes: Vec<String> = lacking.into_iter().chain(points).collect();
    html! { <>{ verdict_mark(*truth, lang) }{ " " }<small>{ notes.join(" · ") }</small></> }
}
