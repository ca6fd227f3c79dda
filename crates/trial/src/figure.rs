//! The figures of a pack, found in its document.

use crate::words;
use serde_json::{Map, Value};
use zjtx_evaluator::{Terms, Text, number::Literal};

/// A figure of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its places in the pack's document, as JSON pointers: a condition may say the same once more for renewals.
    pub places: Vec<String>,
    /// Id of its condition, indicator or group; `pass_mark` for the pass mark.
    pub id: String,
    /// Further words that tell it from others of the same id: facts that are measured, what the figure is, the row
    /// it stands in, and the figure itself.
    pub tags: Vec<String>,
    /// A name that no other figure of the pack has: the id and as many tags as that takes.
    pub name: String,
    /// The figure as it is written.
    pub text: String,
    /// The figure.
    pub literal: Literal,
    /// What it is, in the words of the pack.
    pub words: Text,
}

/// The id of the pass mark.
const PASS_MARK: &str = "pass_mark";
/// Texts that say what a figure is, never a figure; and full points, which follow from their rows.
const NEVER: [&str; 4] = ["phrase", "full", "id", "cite"];

/// Where the walk is.
#[derive(Clone)]
struct Place<'d> {
    pointer: String,
    id: String,
    title: Text,
    facts: Vec<String>,
    /// The nearest quantity or fact, for its words.
    subject: Option<&'d Value>,
    /// The row it stands in.
    row: Vec<String>,
    /// Whether it counts for renewals only.
    renewal: bool,
}

/// The figures of a pack, in the order of its document.
pub(crate) fn figures(doc: &Value, terms: &Terms) -> Vec<Figure> {
    let mut walk = Walk { terms, figures: Vec::new() };
    let root = Place {
        pointer: String::new(),
        id: String::new(),
        title: Text { zh: String::new(), en: String::new() },
        facts: Vec::new(),
        subject: None,
        row: Vec::new(),
        renewal: false,
    };
    for chapter in ["prerequisites", "vetoes", "gates", "routes"] {
        walk.criteria(&doc[chapter], &root.at(chapter));
    }
    walk.sheet(&doc["score_sheet"], &root.at("score_sheet"));
    let names: Vec<String> = walk.figures.iter().map(|figure| name(figure, &walk.figures)).collect();
    let named = walk.figures.into_iter().zip(names);
    named.map(|(figure, name)| Figure { name, ..figure }).collect()
}

/// The id and as many tags as it takes to tell the figure from the others; the last resort is its number among them.
fn name(figure: &Figure, all: &[Figure]) -> String {
    let mut like: Vec<&Figure> = all.iter().filter(|other| other.id == figure.id).collect();
    let mut name = figure.id.clone();
    for tag in &figure.tags {
        let fewer: Vec<&Figure> = like.iter().copied().filter(|other| other.tags.contains(tag)).collect();
        if fewer.len() < like.len() {
            name = format!("{name}/{tag}");
            like = fewer;
        }
    }
    match like.iter().position(|other| other.places == figure.places) {
        Some(number) if like.len() > 1 => format!("{name}/#{}", number + 1),
        _ => name,
    }
}

struct Walk<'t> {
    terms: &'t Terms,
    figures: Vec<Figure>,
}

impl Walk<'_> {
    /// A criterion, or a list of them, with everything beneath.
    fn criteria(&mut self, value: &Value, place: &Place<'_>) {
        if let Value::Array(criteria) = value {
            return each(criteria, |index, criterion| self.criteria(criterion, &place.at(index)));
        }
        let Some(place) = place.of(value) else { return };
        for (key, renewal) in [("test", false), ("renewal", true)] {
            self.node(&value[key], key, &Place { renewal, ..place.at(key) });
        }
        for key in ["all_of", "any_of"] {
            self.criteria(&value[key], &place.at(key));
        }
    }

    fn sheet(&mut self, sheet: &Value, place: &Place<'_>) {
        let mark = Place { id: PASS_MARK.to_owned(), title: words::pass_mark(), ..place.clone() };
        self.text(&sheet[PASS_MARK], PASS_MARK, &mark.at(PASS_MARK));
        let groups = place.at("groups");
        each(list(&sheet["groups"]), |index, group| {
            let Some(place) = groups.at(index).of(group) else { return };
            self.text(&group["floor"], "floor", &place.at("floor"));
            let indicators = place.at("indicators");
            each(list(&group["indicators"]), |index, indicator| {
                let Some(place) = indicators.at(index).of(indicator) else { return };
                self.node(&indicator["rule"], "rule", &place.at("rule"));
            });
        });
    }

    /// Everything within a test or a rule.
    fn node(&mut self, value: &Value, key: &str, place: &Place<'_>) {
        match value {
            Value::Array(items) => each(items, |index, item| self.node(item, key, &place.at(index))),
            Value::Object(fields) => {
                let place = place.within(fields);
                let inner = fields.iter().filter(|(key, _)| !NEVER.contains(&key.as_str()));
                inner.for_each(|(key, value)| self.node(value, key, &place.at(key)));
            }
            other => self.text(other, key, place),
        }
    }

    /// A text that is a number with its unit.
    fn text(&mut self, value: &Value, key: &str, place: &Place<'_>) {
        let Some(text) = value.as_str() else { return };
        let Ok(literal) = Literal::parse(text) else { return };
        let mut tags = place.facts.clone();
        tags.extend((key != PASS_MARK).then(|| key.to_owned()));
        tags.extend(place.row.iter().filter(|tag| *tag != text).cloned());
        tags.push(text.to_owned());
        if place.renewal {
            let same = |known: &&mut Figure| known.id == place.id && known.tags == tags;
            if let Some(known) = self.figures.iter_mut().find(same) {
                return known.places.push(place.pointer.clone());
            }
            tags.push("renewal".to_owned());
        }
        self.figures.push(Figure {
            places: vec![place.pointer.clone()],
            id: place.id.clone(),
            tags,
            name: String::new(),
            text: text.to_owned(),
            literal,
            words: words::figure(
                &place.id,
                &place.title,
                place.subject,
                key,
                &place.row,
                literal,
                self.terms,
            ),
        });
    }
}

impl<'d> Place<'d> {
    /// One step further into the document.
    fn at(&self, key: &str) -> Self {
        let pointer = format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1"));
        Self { pointer, ..self.clone() }
    }

    /// Within something that has an id and a title.
    fn of(&self, value: &Value) -> Option<Self> {
        let title = Text {
            zh: value["title"]["zh"].as_str()?.to_owned(),
            en: value["title"]["en"].as_str()?.to_owned(),
        };
        Some(Self { id: value["id"].as_str()?.to_owned(), title, ..self.clone() })
    }

    /// Within an object, which may say what is measured and which row it is.
    fn within(&self, fields: &'d Map<String, Value>) -> Self {
        let mut place = self.clone();
        if let Some(subject) = fields.get("quantity").or_else(|| fields.get("fact")) {
            (place.facts, place.subject, place.row) = (facts(subject), Some(subject), Vec::new());
        }
        let edges = ["at_least", "at_most", "from"].into_iter().filter_map(|key| fields.get(key)?.as_str());
        let row = fields.contains_key("points") || fields.contains_key("test");
        place.row.extend(edges.filter(|_| row).map(str::to_owned));
        let when = fields.get("when").map(list).unwrap_or_default();
        place.row.extend(when.iter().filter_map(|tag| tag.as_str().map(str::to_owned)));
        place
    }
}

/// Ids of the facts that a quantity reads, in the order of its document.
fn facts(quantity: &Value) -> Vec<String> {
    match quantity {
        Value::String(fact) => vec![fact.clone()],
        Value::Array(parts) => parts.iter().flat_map(facts).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| *key != "values" && *key != "how")
            .flat_map(|(_, inner)| facts(inner))
            .collect(),
        _ => Vec::new(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn each<'d>(items: &'d [Value], mut f: impl FnMut(&str, &'d Value)) {
    items.iter().enumerate().for_each(|(index, item)| f(&index.to_string(), item));
}
