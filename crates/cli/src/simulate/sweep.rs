//! A range of values tried one after the other.

use super::Standard;
use anyhow::{Result, anyhow, bail};
use zjtx_evaluator::{Lang, number::Literal, number::format_micros};
use zjtx_trial::{Curve, Firms, Move, words};

/// A figure and the values that it is tried with.
pub struct Sweep {
    figure: usize,
    values: Vec<String>,
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

    /// What the firms come to at each value, beside other moves.
    pub fn curve(self, standard: &Standard<'_>, moves: &[Move], firms: &Firms<'_>) -> Result<Curve> {
        let rules = (&standard.draft, &standard.documents);
        let curve = Curve::of(rules, (self.figure, self.values), moves, firms);
        curve.map_err(|reason| anyhow!(words::unserved(&reason).zh))
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
