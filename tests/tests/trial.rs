//! A trial with moved figures judges a list as the pack that somebody wrote with those figures does.

mod support;

use conformance::random::Dossiers;
use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus, seq::IndexedRandom};
use std::{collections::BTreeSet, sync::LazyLock};
use support::{RULEBOOK, RULES, golden, pack_ids, pack_json, pack_of, with_pack};
use zjtx_evaluator::{Documents, Dossier, Pack, Rulebook, Truth, evaluate};
use zjtx_trial::{Draft, Firms, Judged, Move, NameError};

/// Lists and moves of a pack that the checker lets through, and how many are tried for that.
const TRIALS: usize = 10;
const MOST: usize = 40;
/// Firms of a list.
const FIRMS: usize = 120;

/// The documents of the embedded rules.
static DOCUMENTS: LazyLock<Documents> = LazyLock::new(|| {
    Documents::new(serde_json::from_str(zjtx_rules::BUNDLE).expect("the bundle is a rulebook"))
});

fn draft(pack: &str) -> Draft {
    Draft::of(&DOCUMENTS, pack).expect("the pack exists")
}

/// Random and varied golden dossiers, of any day and kind.
fn dossiers(pack: &str, seed: u64) -> Vec<Dossier> {
    let (cases, mut source) = (golden(), Dossiers::new(&RULES, pack_json(pack), seed));
    let any = (0..FIRMS).map(|index| match cases.get(index % (2 * cases.len())) {
        Some(case) => source.varied(case.dossier()),
        None => source.random(),
    });
    any.map(|dossier| Dossier::parse(&dossier.to_string(), RULEBOOK.terms()).expect("a dossier")).collect()
}

/// Another figure of the same unit: mostly near the present one.
fn moved(text: &str, rng: &mut Xoshiro256PlusPlus) -> String {
    let (number, unit) =
        text.split_at(text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len()));
    let number: f64 = number.parse().expect("a figure begins with its number");
    let factor = *[0.5, 0.8, 0.9, 1.0, 1.1, 1.25, 2.0].choose(rng).expect("some");
    format!("{}{unit}", (number * factor).round() + f64::from(rng.random_range(-1..=1)))
}

/// All rules with the pack as somebody writes it: the figure in its own file.
fn written(pack: &str, draft: &Draft, moves: &[Move]) -> Option<Rulebook> {
    let mut doc = pack_json(pack).clone();
    for moved in moves {
        for place in &draft.figures()[moved.figure].places {
            let place = doc.pointer_mut(place).expect("the figure stands in the pack's own file");
            *place = moved.text.clone().into();
        }
    }
    with_pack(&doc)
}

fn by_hand(pack: &Pack, dossiers: &[Dossier]) -> Vec<Truth> {
    dossiers.iter().map(|dossier| evaluate(pack, dossier).verdict()).collect()
}

#[test]
fn a_trial_judges_as_the_pack_written_by_hand() {
    std::thread::scope(|scope| {
        for (seed, id) in (0_u64..).zip(pack_ids()) {
            scope.spawn(move || try_moves(id, seed));
        }
    });
}

fn try_moves(id: &str, seed: u64) {
    let (draft, base) = (draft(id), pack_of(id));
    let inherits = !pack_json(id)["extends"].is_null();
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let (mut refused, mut changed) = (0, 0);
    if draft.figures().is_empty() {
        return;
    }
    for trial in 0..MOST {
        if trial == TRIALS + refused {
            break;
        }
        let dossiers = dossiers(id, 100 * seed + trial as u64);
        let mut firms = Firms::new(base);
        dossiers.iter().for_each(|dossier| firms.push(dossier, 0).expect("the pack is served"));
        let among: BTreeSet<usize> =
            (0..=trial % 3).map(|_| rng.random_range(0..draft.figures().len())).collect();
        let moves: Vec<Move> = among
            .into_iter()
            .map(|figure| Move { figure, text: moved(&draft.figures()[figure].text, &mut rng) })
            .collect();
        let tried = draft.pack(&DOCUMENTS, &moves);
        let written = if inherits { None } else { Some(written(id, &draft, &moves)) };
        let Ok(tried) = tried else {
            assert!(!matches!(written, Some(Some(_))), "{id}: refused, but can be written: {moves:?}");
            refused += 1;
            continue;
        };
        let expected = match &written {
            Some(rules) => {
                let rules = rules.as_ref().unwrap_or_else(|| panic!("{id}: cannot be written: {moves:?}"));
                by_hand(rules.pack(id).expect("the pack"), &dossiers)
            }
            None => by_hand(&tried, &dossiers),
        };
        let found = firms.judge(&tried).expect("the pack is served");
        assert_eq!(found.truths, expected, "{id}: {moves:?}");
        changed += usize::from(by_hand(base, &dossiers) != expected);
    }
    assert!(refused < MOST / 2, "{id}: {refused} moves were refused");
    println!("{id}: {refused} moves refused, {changed} with other verdicts");
}

#[test]
fn a_sweep_judges_every_figure_as_it_does_alone() {
    for id in ["cn-specialized-sme-2022", "cn-specialized-sme-2026", "cn-tech-sme-2017", "cn-high-tech-2016"]
    {
        let (draft, base, dossiers) = (draft(id), pack_of(id), dossiers(id, 7));
        let mut firms = Firms::new(base);
        dossiers.iter().for_each(|dossier| firms.push(dossier, 0).expect("the pack is served"));
        for figure in 0..draft.figures().len() {
            let texts: Vec<String> =
                [0.9, 1.0, 1.1].map(|by| times(&draft.figures()[figure].text, by)).into();
            let packs = texts.into_iter().map(|text| draft.pack(&DOCUMENTS, &[Move { figure, text }]));
            let packs: Vec<Pack> = packs.filter_map(Result::ok).collect();
            let found = firms.sweep(&packs.iter().collect::<Vec<_>>()).expect("the packs are served");
            for (position, (pack, found)) in packs.iter().zip(found).enumerate() {
                let expected = Judged { truths: by_hand(pack, &dossiers) };
                assert_eq!(found, expected.counts(), "{id}: {figure} {position}");
            }
        }
    }
}

fn times(text: &str, by: f64) -> String {
    let (number, unit) =
        text.split_at(text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len()));
    format!("{}{unit}", (number.parse::<f64>().expect("a number") * by * 100.0).round() / 100.0)
}

#[test]
fn a_whole_pack_checks_as_the_pack_itself() {
    for id in pack_ids() {
        let doc = DOCUMENTS.whole_pack(id).expect("the pack exists");
        let whole = DOCUMENTS.check_pack(&doc).unwrap_or_else(|found| panic!("{id}: {}", found[0]));
        assert_eq!(format!("{whole:?}"), format!("{:?}", pack_of(id)));
    }
}

#[test]
fn every_figure_has_a_name_of_its_own_and_words() {
    for id in pack_ids() {
        let draft = draft(id);
        for (position, figure) in draft.figures().iter().enumerate() {
            let found = draft.find(&figure.name, &figure.text);
            assert_eq!(found.map(|found| found.figure), Ok(position), "{id}: {}", figure.name);
            assert!(figure.words.zh.contains(&figure.literal.to_string()), "{}", figure.words.zh);
        }
    }
}

#[test]
fn names_of_the_issue_pick_their_figures_and_others_are_told() {
    let draft = draft("cn-specialized-sme-2026");
    let words = |name: &str, text: &str| {
        draft.find(name, text).map(|found| draft.figures()[found.figure].text.clone())
    };
    assert_eq!(words("S3/operating_revenue", "2000万元"), Ok("1500万元".to_owned()));
    assert!(words("S10", "40分").is_ok());
    assert!(
        matches!(words("S3", "2000万元"), Err(NameError::Ambiguous { .. })),
        "{:?}",
        words("S3", "2000万元")
    );
    assert!(matches!(words("S99", "3%"), Err(NameError::Unknown { .. })));
    assert!(matches!(words("S10", "40%"), Err(NameError::Unit { .. })));
    assert!(matches!(words("S10", "四十分"), Err(NameError::NoFigure(_))));
    let former = crate::draft("cn-specialized-sme-2022");
    assert_eq!(
        former.find("pass_mark", "65分").map(|found| former.figures()[found.figure].text.clone()),
        Ok("60分".to_owned())
    );
}

#[test]
fn every_refused_move_is_told_in_english_too() {
    let mut refused = 0;
    for id in pack_ids() {
        let draft = draft(id);
        for (figure, found) in draft.figures().iter().enumerate() {
            let far = [0.0, 0.1, 10.0, 1e6].map(|by| times(&found.text, by));
            for text in far.into_iter().chain(["3%".to_owned(), "3项".to_owned(), "三".to_owned()]) {
                let Err(refusal) = draft.pack(&DOCUMENTS, &[Move { figure, text }]) else { continue };
                assert!(refusal.0.iter().all(|found| found.english.is_some()), "{id}: {:?}", refusal.0);
                refused += 1;
            }
        }
    }
    assert!(refused > 1_000, "{refused} moves were refused");
}

#[test]
fn a_move_beyond_the_next_band_is_refused_with_the_checkers_sentence() {
    let draft = draft("cn-specialized-sme-2022");
    let edge = draft.find("1/at_least/60%", "90%").expect("the lowest edge of the first indicator");
    let refusal = draft.pack(&DOCUMENTS, &[edge]).expect_err("the edges are out of order");
    assert!(
        refusal.to_string().starts_with("这样改动，规则通不过检查：")
            && refusal.to_string().chars().count() > 20,
        "{refusal}"
    );
}
