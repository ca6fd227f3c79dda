//! A trial 「门槛试算」 under way: one ask is with the worker at a time, so that the latest moves are never long in a queue.

use crate::lists::messages::{Counts, Move, Trial, Tried};
use zjtx_evaluator::Text;

/// Values of a curve that are asked for at a time; few enough that other moves do not wait for them.
const CHUNK: usize = 8;

/// What is known of a trial.
#[derive(Clone, Debug, PartialEq)]
pub struct Trying {
    /// What can be moved.
    pub standard: Trial,
    /// Figures that move, in the order in which they were picked.
    pub moves: Vec<Move>,
    /// What the firms come to; of the moves before while new ones are judged.
    pub tried: Option<Tried>,
    /// Why the last moves were not tried.
    pub refused: Option<Text>,
    /// The figure whose curve is drawn.
    pub drawn: Option<usize>,
    /// Firms by verdict at its leading values; none where the value is refused.
    pub points: Vec<Option<Counts>>,
    /// The moves that were judged or refused last.
    judged: Option<Vec<Move>>,
    with_worker: Option<Asked>,
}

/// What is asked of the worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// The firms by these moves.
    Try(Vec<Move>),
    /// Further values of a curve.
    Curve {
        /// Position of the figure.
        figure: usize,
        /// The values.
        values: Vec<String>,
        /// Moves of other figures.
        moves: Vec<Move>,
    },
}

impl Trying {
    /// Begins without moves; the first thing to ask is what the firms come to now.
    pub const fn new(standard: Trial) -> Self {
        Self {
            standard,
            moves: Vec::new(),
            tried: None,
            refused: None,
            drawn: None,
            points: Vec::new(),
            judged: None,
            with_worker: None,
        }
    }

    /// Moves a figure, picked or not before.
    pub fn set(&mut self, figure: usize, text: String) -> Option<Asked> {
        match self.moves.iter_mut().find(|known| known.figure == figure) {
            Some(known) => known.text = text,
            None => self.moves.push(Move { figure, text }),
        }
        // A figure's curve does not hang on its own move.
        if self.moves.len() > 1 || self.drawn != Some(figure) {
            self.points.clear();
        }
        self.drawn = Some(figure);
        self.ask_moves()
    }

    /// Puts a figure back, or all of them.
    pub fn reset(&mut self, figure: Option<usize>) -> Option<Asked> {
        self.moves.retain(|known| figure.is_some_and(|figure| known.figure != figure));
        self.drawn = self.moves.last().map(|known| known.figure);
        self.points.clear();
        self.ask_moves()
    }

    /// Asks for the firms by the present moves, unless something is asked already.
    pub fn ask_moves(&mut self) -> Option<Asked> {
        if self.with_worker.is_some() {
            return None;
        }
        self.with_worker = Some(Asked::Try(self.moves.clone()));
        self.with_worker.clone()
    }

    /// The worker judged the firms, or refused the moves.
    pub fn hear_tried(&mut self, found: Result<Tried, Text>) -> Option<Asked> {
        if let Some(Asked::Try(moves)) = self.with_worker.take() {
            self.judged = Some(moves);
        }
        match found {
            Ok(tried) => (self.tried, self.refused) = (Some(tried), None),
            Err(reason) => self.refused = Some(reason),
        }
        self.go_on()
    }

    /// The worker judged values of a curve, which may be another by now.
    pub fn hear_curve(&mut self, found: Vec<Option<Counts>>) -> Option<Asked> {
        let asked = self.with_worker.take();
        if asked.is_some() && asked == self.next_values() {
            self.points.extend(found);
        }
        self.go_on()
    }

    /// What was moved meanwhile comes before the rest of the curve.
    fn go_on(&mut self) -> Option<Asked> {
        if self.judged.as_ref() != Some(&self.moves) {
            return self.ask_moves();
        }
        self.with_worker = self.next_values();
        self.with_worker.clone()
    }

    /// The values of the curve that are not judged yet.
    fn next_values(&self) -> Option<Asked> {
        let figure = self.drawn?;
        let values: Vec<String> = self.values().iter().skip(self.points.len()).take(CHUNK).cloned().collect();
        let moves = self.moves.iter().filter(|known| known.figure != figure).cloned().collect();
        (!values.is_empty()).then_some(Asked::Curve { figure, values, moves })
    }

    /// All values of the curve.
    pub fn values(&self) -> &[String] {
        let figure = self.drawn.and_then(|figure| self.standard.figures.get(figure));
        figure.map(|figure| figure.values.as_slice()).unwrap_or_default()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Asked, CHUNK, Trying};
    use crate::lists::messages::{Move, Trial, Tried};
    use zjtx_evaluator::Text;
    use zjtx_wire::lists::Figure;

    fn begun() -> Trying {
        let words = Text { zh: "合格线".to_owned(), en: "pass mark".to_owned() };
        let values = (0..20).map(|points| format!("{points}分")).collect();
        let figure = Figure { text: "10分".to_owned(), words, values };
        Trying::new(Trial { pack: "one".to_owned(), level: 0, figures: vec![figure.clone(), figure] })
    }

    fn nobody() -> Tried {
        Tried { moves: Vec::new(), areas: Vec::new() }
    }

    #[test]
    fn the_latest_moves_are_judged_and_no_others_wait() {
        let mut trying = begun();
        assert!(matches!(trying.set(0, "11分".to_owned()), Some(Asked::Try(_))));
        assert_eq!(trying.set(0, "12分".to_owned()), None);
        assert_eq!(trying.set(0, "13分".to_owned()), None);
        let latest = vec![Move { figure: 0, text: "13分".to_owned() }];
        assert_eq!(trying.hear_tried(Ok(nobody())), Some(Asked::Try(latest)));
        assert!(matches!(trying.hear_tried(Ok(nobody())), Some(Asked::Curve { .. })));
    }

    #[test]
    fn a_curve_fills_in_and_a_move_comes_before_its_rest() {
        let mut trying = begun();
        trying.set(0, "11分".to_owned());
        trying.hear_tried(Ok(nobody()));
        assert!(matches!(trying.hear_curve(vec![Some([1, 2, 3]); CHUNK]), Some(Asked::Curve { .. })));
        assert_eq!(trying.points.len(), CHUNK);
        assert_eq!(trying.set(0, "12分".to_owned()), None);
        assert!(matches!(trying.hear_curve(vec![Some([1, 2, 3]); CHUNK]), Some(Asked::Try(_))));
        assert_eq!(trying.points.len(), 2 * CHUNK, "a figure's own move leaves its curve");
        assert!(matches!(trying.hear_tried(Ok(nobody())), Some(Asked::Curve { .. })));
        assert_eq!(trying.set(1, "9分".to_owned()), None);
        assert!(matches!(trying.hear_curve(vec![Some([9, 9, 9]); CHUNK]), Some(Asked::Try(_))));
        assert_eq!(trying.points, [], "points of another figure are not drawn");
        let Some(Asked::Curve { figure: 1, moves, .. }) = trying.hear_tried(Ok(nobody())) else { panic!() };
        assert_eq!(moves, [Move { figure: 0, text: "12分".to_owned() }]);
    }

    #[test]
    fn a_refusal_is_told_and_reset_takes_it_back() {
        let mut trying = begun();
        trying.set(0, "11分".to_owned());
        trying.hear_tried(Err(Text { zh: "次序".to_owned(), en: "order".to_owned() }));
        assert!(trying.refused.is_some());
        while let Some(Asked::Curve { values, .. }) = trying.with_worker.clone() {
            trying.hear_curve(vec![None; values.len()]);
        }
        assert_eq!(trying.points.len(), 20);
        assert_eq!(trying.reset(None), Some(Asked::Try(Vec::new())));
        trying.hear_tried(Ok(nobody()));
        assert!(trying.refused.is_none() && trying.moves.is_empty());
    }
}
