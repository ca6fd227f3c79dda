//! Which rules a list is judged by, and what of an assessment goes into its result.

mod many;

pub use many::Judge;

use zjtx_evaluator::{
    AdviceWords, Body, Criterion, Dossier, FactRef, Judged, Lang, Pack, Placing, Rulebook, Terms, Text,
    Truth,
    advice::{Route, advise},
    evaluate,
    scores::Points,
};

/// A firm that fails by more conditions is not near: no route is sought for it.
pub const NEAR: usize = 3;

/// The rules that firms are asked about.
#[derive(Clone, Debug)]
pub struct Question<'r> {
    rulebook: &'r Rulebook,
    columns: Vec<Asked<'r>>,
    placing: Placing<'r>,
    region: Option<String>,
    routes: bool,
    lang: Lang,
}

/// One of the levels asked about.
#[derive(Clone, Debug)]
enum Asked<'r> {
    /// This pack, whatever the firm.
    Pack(&'r Pack),
    /// The pack of a scheme that suits the firm's region, day and kind of application.
    Scheme { id: &'r str, title: &'r Text },
}

/// What a firm reached of one level.
#[derive(Clone, Debug)]
pub struct Level<'r> {
    /// Scheme id.
    pub scheme: &'r str,
    /// Its verdict; `None` where no pack is in force for the firm.
    pub verdict: Option<Verdict<'r>>,
}

/// A verdict with what a list tells of it.
#[derive(Clone, Debug)]
pub struct Verdict<'r> {
    /// The pack that was used.
    pub pack: &'r Pack,
    /// 「最终判断结果」
    pub truth: Truth,
    /// The score; `None` for packs without one.
    pub score: Option<Points>,
    /// Conditions that are not met, the innermost that must all hold.
    pub unmet: Vec<&'r Criterion>,
    /// Facts that could still change the verdict, the most decisive first.
    pub missing: Vec<FactRef>,
    /// The route of least effort, where routes were asked for, the verdict is unmet by at most [`NEAR`]
    /// conditions, and there is one.
    pub nearest: Option<Route>,
}

impl<'r> Question<'r> {
    /// Asks about one pack.
    pub fn of_pack(rulebook: &'r Rulebook, pack: &'r Pack) -> Self {
        Self::of(rulebook, vec![Asked::Pack(pack)], None)
    }

    /// Asks about schemes, each by the pack that suits the firm; unknown ids are left out.
    pub fn of_schemes(rulebook: &'r Rulebook, schemes: &[&str], region: Option<String>) -> Self {
        let known = |id: &&str| rulebook.catalog().schemes.iter().find(|scheme| scheme.id == *id);
        let asked = schemes
            .iter()
            .filter_map(known)
            .map(|scheme| Asked::Scheme { id: &scheme.id, title: &scheme.title });
        Self::of(rulebook, asked.collect(), region)
    }

    fn of(rulebook: &'r Rulebook, columns: Vec<Asked<'r>>, region: Option<String>) -> Self {
        Self { rulebook, columns, placing: rulebook.placing(), region, routes: false, lang: Lang::Zh }
    }

    /// Asks for the nearest route of firms that are near, too; each takes about a hundred times as long.
    #[must_use]
    pub fn with_routes(self, routes: bool) -> Self {
        Self { routes, ..self }
    }

    /// Tells everything in a language.
    #[must_use]
    pub fn in_language(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// The language of results.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The vocabulary of its rules.
    pub fn terms(&self) -> &'r Terms {
        self.rulebook.terms()
    }

    /// Whether routes are asked for.
    pub const fn has_routes(&self) -> bool {
        self.routes
    }

    /// Names of the levels, in the order of a firm's levels.
    pub fn titles(&self) -> Vec<&'r str> {
        let title = |asked: &Asked<'r>| match asked {
            Asked::Pack(pack) => pack.title().get(self.lang),
            Asked::Scheme { title, .. } => title.get(self.lang),
        };
        self.columns.iter().map(title).collect()
    }

    /// The region whose rules a firm is judged by.
    fn region_of<'d>(&'d self, dossier: &'d Dossier) -> &'d str {
        self.region.as_deref().unwrap_or_else(|| self.placing.region_of(dossier))
    }

    /// The route of least effort of a firm that misses few conditions, where routes are asked for.
    fn nearest(&self, pack: &Pack, dossier: &Dossier, truth: Truth, unmet: usize) -> Option<Route> {
        let is_asked = self.routes && truth == Truth::Unmet && unmet <= NEAR;
        is_asked.then(|| advise(self.rulebook, pack, dossier).routes.into_iter().next()).flatten()
    }

    /// The pack of a level for a firm; `None` where none is in force.
    fn pack(&self, asked: &Asked<'r>, dossier: &Dossier, region: &str) -> Option<&'r Pack> {
        match asked {
            Asked::Pack(pack) => Some(pack),
            Asked::Scheme { id, .. } => self.rulebook.select(id, region, dossier.as_of(), dossier.kind()),
        }
    }
}

impl<'r> Asked<'r> {
    fn scheme(&self) -> &'r str {
        match self {
            Self::Pack(pack) => pack.scheme(),
            Self::Scheme { id, .. } => id,
        }
    }
}

impl<'r> Verdict<'r> {
    fn of(pack: &'r Pack, dossier: &Dossier, question: &Question<'_>) -> Self {
        let assessment = evaluate(pack, dossier);
        let mut unmet = Vec::new();
        assessment.top_level().for_each(|judged| collect_unmet(judged, &mut unmet));
        let nearest = question.nearest(pack, dossier, assessment.verdict(), unmet.len());
        Self {
            pack,
            truth: assessment.verdict(),
            score: assessment.sheet().map(|sheet| sheet.total()),
            unmet,
            missing: assessment.missing(),
            nearest,
        }
    }
}

impl Verdict<'_> {
    /// The nearest route in words.
    pub fn nearest_words(&self, lang: Lang) -> Option<String> {
        Some(AdviceWords::of(self.pack, lang).route(self.nearest.as_ref()?))
    }
}

/// Of criteria that must all hold those beneath, of alternatives only the whole.
fn collect_unmet<'r>(judged: &Judged<'r>, unmet: &mut Vec<&'r Criterion>) {
    if judged.truth != Truth::Unmet {
        return;
    }
    match &judged.criterion.body {
        Body::AllOf(_) => judged.children().iter().for_each(|child| collect_unmet(child, unmet)),
        Body::Test { .. } | Body::AnyOf(_) => unmet.push(judged.criterion),
    }
}
