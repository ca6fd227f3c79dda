//! A range of values tried one after the other.

use super::Standard;
use anyhow::{Result, anyhow, bail};
use zjtx_evaluator::{Lang, Pack, number::Literal, number::format_micros};
use zjtx_trial::{Counts, Firms, Move, words};

/// A figure and the values that it is tried with.
pub struct Sweep {
    figure: usize,
    values: Vec<String>,
}

/// The packs of a sweep; a sentence where the checker lets none through.
pub struct Trials {
    /// The name of the figure in the words of the pack.
    name: String,
    packs: Vec<(String, Result<Pack, String>)>,
}

/// What a list comes to at each value.
pub struct Curve {
    /// The name of the figure in the words of the pack.
    pub name: String,
    /// Values with their counts, or why there are none.
    pub points: Vec<(String, Result<Counts, String>)>,
}

/// Values of one sweep; more take too long to be meant.
const MOST: usize = 1000;

impl Sweep {
    /// Reads `NAME=FROM..TO/STEP`.
    pub fn read(text: &str, standard: &Standard<'_>) -> Result<Self> {
        let malformed = || anyhow!("“{text}”应写成 名称=起..止/步长，例如 S10=40分..60分/1分");
        let (name, range) = text.split_once('=').ok_or_else(malformed)?;
        let (from, rest) = range.split_once("..").ok_or_else(malformed)?;
        let (to, step) = rest.split_once('/').ok_or_else(malformed)?;
        let [from, to, step] = [from, to, step].map(str::trim);
        let found = standard.draft.find(name.trim(), from)?;
        for other in [to, step] {
            standard.draft.find(name.trim(), other)?;
        }
        let values = values(from, to, step).ok_or_else(malformed)?;
        if values.is_empty() || values.len() > MOST {
            bail!("“{text}”应从小到大，且不超过 {MOST} 个数值");
        }
        Ok(Self { figure: found.figure, values })
    }

    /// The pack at each value, beside other moves.
    pub fn packs(&self, standard: &Standard<'_>, moves: &[Move]) -> Trials {
        let others = || moves.iter().filter(|other| other.figure != self.figure).cloned();
        let pack = |text: &String| {
            let here = Move { figure: self.figure, text: text.clone() };
            let moves: Vec<Move> = others().chain([here]).collect();
            let pack = standard.draft.pack(&standard.documents, &moves);
            (text.clone(), pack.map_err(|refusal| refusal.to_string()))
        };
        let figure = standard.draft.figures().get(self.figure);
        let name = figure.map(|figure| figure.words.zh.clone()).unwrap_or_default();
        Trials { name, packs: self.values.iter().map(pack).collect() }
    }
}

impl Trials {
    /// Judges the list by each.
    pub fn curve(self, firms: &Firms<'_>) -> Result<Curve> {
        let good: Vec<&Pack> = self.packs.iter().filter_map(|(_, pack)| pack.as_ref().ok()).collect();
        let mut counts = vec![Counts::default(); good.len()];
        let swept = firms.sweep(&good, |position, judged| {
            if let Some(place) = counts.get_mut(position) {
                *place = judged.counts();
            }
        });
        swept.map_err(|reason| anyhow!(words::unserved(&reason).zh))?;
        let mut counts = counts.into_iter();
        let point = |(text, pack): (String, Result<Pack, String>)| {
            (text, pack.map(|_| counts.next().unwrap_or_default()))
        };
        Ok(Curve { name: self.name, points: self.packs.into_iter().map(point).collect() })
    }
}

/// The values of a range as rule files write them; `None` for what are no figures of one unit.
fn values(from: &str, to: &str, step: &str) -> Option<Vec<String>> {
    let [from, to, step] = [from, to, step].map(Literal::parse);
    let (from, to, step) = (from.ok()?, to.ok()?, step.ok()?);
    let same = from.unit() == to.unit() && from.unit() == step.unit() && step.micros() > 0;
    let shown = from.display(Lang::Zh);
    let unit = shown.strip_prefix(&from.to_string()).filter(|_| same)?;
    let steps = (0..=MOST as i64).map(|steps| from.micros() + steps * step.micros());
    let values = steps.take_while(|micros| *micros <= to.micros());
    Some(values.map(|micros| format!("{}{unit}", format_micros(i128::from(micros)))).collect())
}
