//! A list of firms that can be judged again and again.

use std::collections::BTreeMap;
use zjtx_columns::{Again, Plan, Rows, Unserved};
use zjtx_evaluator::{ApplicationKind, Date, Dossier, Pack, Truth};

/// District or city code of a firm; 0 where none is known.
pub type Area = u32;

/// Firms as rows of a pack's plans, one for each day and kind of application.
pub struct Firms<'p> {
    pack: &'p Pack,
    parts: BTreeMap<(Date, ApplicationKind), Part<'p>>,
    areas: Vec<Area>,
}

/// Firms of one occasion.
struct Part<'p> {
    rows: Rows<'p>,
    /// Their positions in the list.
    firms: Vec<usize>,
}

/// How many firms came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// 符合条件
    pub met: usize,
    /// 暂不符合条件
    pub unmet: usize,
    /// 尚不能判断
    pub undetermined: usize,
}

/// The verdicts of a list, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// By firm.
    pub truths: Vec<Truth>,
}

impl Counts {
    /// One more firm.
    pub const fn add(&mut self, truth: Truth) {
        match truth {
            Truth::Met => self.met += 1,
            Truth::Unmet => self.unmet += 1,
            Truth::Undetermined => self.undetermined += 1,
        }
    }

    /// These firms and others.
    #[must_use]
    const fn and(self, other: Self) -> Self {
        Self {
            met: self.met + other.met,
            unmet: self.unmet + other.unmet,
            undetermined: self.undetermined + other.undetermined,
        }
    }

    /// All firms.
    pub const fn firms(&self) -> usize {
        self.met + self.unmet + self.undetermined
    }
}

impl Judged {
    /// Counts of the whole list.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        self.truths.iter().for_each(|truth| counts.add(*truth));
        counts
    }

    /// Counts by area.
    pub fn by_area(&self, areas: &[Area]) -> BTreeMap<Area, Counts> {
        let mut counts: BTreeMap<Area, Counts> = BTreeMap::new();
        self.truths.iter().zip(areas).for_each(|(truth, area)| counts.entry(*area).or_default().add(*truth));
        counts
    }
}

impl<'p> Firms<'p> {
    /// A list without firms, for a pack.
    pub const fn new(pack: &'p Pack) -> Self {
        Self { pack, parts: BTreeMap::new(), areas: Vec::new() }
    }

    /// One more firm.
    ///
    /// # Errors
    /// When the pack cannot be judged over columns.
    pub fn push(&mut self, dossier: &Dossier, area: Area) -> Result<(), Unserved> {
        let occasion = (dossier.as_of(), dossier.kind());
        if !self.parts.contains_key(&occasion) {
            let plan = Plan::new(self.pack, occasion.0, occasion.1)?;
            self.parts.insert(occasion, Part { rows: plan.rows(), firms: Vec::new() });
        }
        if let Some(part) = self.parts.get_mut(&occasion) {
            part.rows.push(dossier);
            part.firms.push(self.areas.len());
        }
        self.areas.push(area);
        Ok(())
    }

    /// How many firms there are.
    pub const fn len(&self) -> usize {
        self.areas.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// Their areas, in the order of the list.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The verdicts by a pack that differs from the list's own in figures at most.
    ///
    /// # Errors
    /// When the pack cannot be judged over columns.
    pub fn judge(&self, pack: &Pack) -> Result<Judged, Unserved> {
        let mut judged = Judged { truths: vec![Truth::Undetermined; self.len()] };
        self.prepared(&[pack])?.iter().for_each(|part| part.judge(0, &mut judged));
        Ok(judged)
    }

    /// The counts by several such packs, one after the other; what they have in common is judged once.
    ///
    /// # Errors
    /// When one of them cannot be judged over columns.
    pub fn sweep(&self, packs: &[&Pack]) -> Result<Vec<Counts>, Unserved> {
        let mut counts = vec![Counts::default(); packs.len()];
        for part in self.prepared(packs)? {
            counts.iter_mut().zip(part.counts()).for_each(|(all, part)| *all = all.and(part));
        }
        Ok(counts)
    }

    fn prepared<'a>(&'a self, packs: &[&'a Pack]) -> Result<Vec<Prepared<'a, 'p>>, Unserved> {
        self.parts.iter().map(|(occasion, part)| Prepared::new(*occasion, part, packs)).collect()
    }
}

/// A part with its plans.
struct Prepared<'a, 'p> {
    part: &'a Part<'p>,
    plans: Vec<Plan<'a>>,
    again: Again<'a, 'p>,
}

impl<'a, 'p> Prepared<'a, 'p> {
    fn new(
        (day, kind): (Date, ApplicationKind),
        part: &'a Part<'p>,
        packs: &[&'a Pack],
    ) -> Result<Self, Unserved> {
        let plans = packs.iter().map(|pack| Plan::new(pack, day, kind)).collect::<Result<Vec<_>, _>>()?;
        let again = Again::new(&plans, &part.rows).ok_or(Unserved::Columns)?;
        Ok(Self { part, plans, again })
    }

    fn judge(&self, position: usize, judged: &mut Judged) {
        let Some(plan) = self.plans.get(position) else { return };
        let verdicts = self.again.judge(plan);
        for (row, firm) in self.part.firms.iter().enumerate() {
            if let (Some(truth), Some(place)) = (verdicts.truth(row), judged.truths.get_mut(*firm)) {
                *place = truth;
            }
        }
    }

    /// The counts by each plan.
    fn counts(&self) -> impl Iterator<Item = Counts> {
        let rows = self.part.rows.len();
        let counts = self.again.met_and_possible(&self.plans).into_iter();
        counts.map(move |[met, possible]| Counts {
            met,
            unmet: rows - possible,
            undetermined: possible - met,
        })
    }
}
