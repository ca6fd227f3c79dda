//! Section 9: size classes 「中小企业划型标准」.

use crate::criteria::Case;
use crate::json::{field, items, lists};
use crate::logic::{self, Truth};
use crate::numbers::literal;
use serde_json::Value;

const CLASSES: [&str; 4] = ["large", "medium", "small", "micro"];

/// The classes a firm may belong to.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    pub(crate) classes: Vec<&'static str>,
    /// Facts that are unknown and leave more than one class.
    pub(crate) absent: Vec<String>,
}

impl Candidates {
    fn every_class() -> Self {
        Self { classes: CLASSES.to_vec(), absent: Vec::new() }
    }

    fn add(&mut self, class: &'static str) {
        if !self.classes.contains(&class) {
            self.classes.push(class);
        }
    }
}

impl Case<'_> {
    pub(crate) fn size_class_among(&self, body: &Value, back: i64) -> Result<Truth, String> {
        let classes = self.candidates(back)?.classes;
        let listed: Vec<_> =
            classes.into_iter().map(|class| Truth::from(lists(body, "among", class))).collect();
        Ok(logic::agreement(&listed))
    }

    /// The classes left after the declared class settled what the computation leaves open.
    pub(crate) fn candidates(&self, back: i64) -> Result<Candidates, String> {
        let mut candidates = self.computed(back)?;
        if candidates.classes.len() > 1 {
            match self.dossier.answer("size_class", back)?.and_then(Value::as_str) {
                Some(declared) => {
                    if candidates.classes.contains(&declared) {
                        candidates.classes.retain(|class| *class == declared);
                    }
                }
                None => candidates.absent.push("size_class".to_owned()),
            }
        }
        Ok(candidates)
    }

    fn computed(&self, back: i64) -> Result<Candidates, String> {
        let table = self.size_table.as_ref().ok_or("规则包没有划型标准")?;
        let industry = self.dossier.answer("industry", back)?;
        let Some(code) = industry.and_then(Value::as_str) else {
            let mut all = Candidates::every_class();
            all.absent.push("industry".to_owned());
            return Ok(all);
        };
        let mut united = Candidates::default();
        for group in groups(table, code) {
            match group {
                Some(group) => self.walk_group(group, back, &mut united)?,
                None => CLASSES.into_iter().for_each(|class| united.add(class)),
            }
        }
        Ok(if united.classes.is_empty() { Candidates::every_class() } else { united })
    }

    fn walk_group(&self, group: &Value, back: i64, united: &mut Candidates) -> Result<(), String> {
        for class in ["large", "medium", "small"] {
            match self.reaches_floors(group, class, back)? {
                Truth::Met => {
                    united.add(class);
                    return Ok(());
                }
                Truth::Undetermined => {
                    united.add(class);
                    united.absent.extend(self.absent_indicators(group, back)?);
                }
                Truth::Unmet => {}
            }
        }
        united.add("micro");
        Ok(())
    }

    fn reaches_floors(&self, group: &Value, class: &str, back: i64) -> Result<Truth, String> {
        let floors = items(field(group, "floors")?, class);
        let mut truths = Vec::new();
        for (fact, floor) in items(group, "indicators").iter().zip(floors) {
            let given = self.dossier.number(fact.as_str().unwrap_or_default(), back)?;
            let floor = literal(floor.as_str().unwrap_or_default())?;
            truths.push(logic::known(given.map(|given| given >= floor)));
        }
        Ok(logic::all(&truths))
    }

    fn absent_indicators(&self, group: &Value, back: i64) -> Result<Vec<String>, String> {
        let mut absent = Vec::new();
        for fact in items(group, "indicators").iter().filter_map(Value::as_str) {
            if self.dossier.answer(fact, back)?.is_none() {
                absent.push(fact.to_owned());
            }
        }
        Ok(absent)
    }
}

/// The groups of an industry code; nothing stands for a prefix without a group of its own.
fn groups<'t>(table: &'t Value, code: &str) -> Vec<Option<&'t Value>> {
    let listed = listed_prefixes(table);
    let longest = listed
        .iter()
        .map(|(prefix, _)| *prefix)
        .filter(|prefix| code.starts_with(prefix))
        .max_by_key(|prefix| prefix.len());
    listed
        .iter()
        .filter(|(prefix, _)| {
            Some(*prefix) == longest || (prefix.len() > code.len() && prefix.starts_with(code))
        })
        .map(|(_, group)| *group)
        .collect()
}

fn listed_prefixes(table: &Value) -> Vec<(&str, Option<&Value>)> {
    let groups = items(table, "groups").iter().flat_map(|group| {
        let prefixes = items(group, "industries").iter().filter_map(Value::as_str);
        prefixes.map(move |prefix| (prefix, Some(group)))
    });
    let without = items(table, "not_covered")
        .iter()
        .chain(items(table, "unclear"))
        .filter_map(Value::as_str)
        .map(|prefix| (prefix, None));
    groups.chain(without).collect()
}

/// The one class that is left, or `undetermined`.
pub(crate) fn written(case: &Case<'_>) -> Result<&'static str, String> {
    if case.size_table.is_none() {
        return Ok("undetermined");
    }
    Ok(match case.candidates(0)?.classes.as_slice() {
        [class] => class,
        _ => "undetermined",
    })
}
