//! Every act on a small history.

use crate::{
    action::Action,
    address::Address,
    firms::firm::Firm,
    model::{Model, Storage, Stored as Opening},
    records::{
        act::Act,
        archive,
        former::take_over,
        found::{Found, Rung},
        imported::{Imported, Refusal, Skip},
        record::Record,
        row::Row,
        state::History,
        stored::Stored,
        write::Write,
    },
    reduce::reduce,
    testing::{day, draft, rules},
};
use std::{collections::BTreeMap, rc::Rc};

fn opened() -> Model {
    Model::new(rules(), day("2026-11-22"), Storage::Browser, Opening::default())
}

fn record(id: &str, name: &str) -> Record {
    let rules = rules();
    let draft = draft(&rules, &[("enterprise_name", name)]);
    Record::of(&draft, id.to_owned(), format!("2026-11-2{id} 10:00"), &rules)
}

fn after(model: &Model, acts: impl IntoIterator<Item = Act>) -> Model {
    acts.into_iter().fold(model.clone(), |model, act| reduce(&quiet(model), act.into()))
}

/// As if what is to be written had been.
fn quiet(mut model: Model) -> Model {
    let history = (*past(&model)).clone();
    model.rooms.put(History { outbox: Vec::new(), ..history });
    model
}

fn past(model: &Model) -> Rc<History> {
    History::of(model)
}

fn keep(id: &str, name: &str) -> Act {
    Act::Keep(Box::new(record(id, name)))
}

fn loaded(found: Found) -> Act {
    Act::Loaded(Box::new(Found { rung: Rung::Device, fresh: "first".to_owned(), ..found }))
}

fn ids(model: &Model) -> Vec<String> {
    past(model).rows.iter().map(|row| row.id.clone()).collect()
}

fn names(model: &Model) -> Vec<String> {
    past(model).firms.iter().map(|firm| firm.name.clone()).collect()
}

/// Two firms with a test each; the second is the present one.
fn two_firms() -> Model {
    let first = after(&opened(), [loaded(Found::default()), keep("1", "甲公司")]);
    after(&first, [Act::AddFirm { id: "9".to_owned(), name: "乙公司".to_owned() }, keep("2", "乙公司")])
}

#[test]
fn a_test_is_kept_newest_first_copied_and_deleted() {
    let kept = after(&opened(), [keep("1", "甲"), keep("2", "乙")]);
    assert_eq!(ids(&kept), ["2", "1"]);
    assert!(matches!(past(&kept).outbox.as_slice(), [Write::Record { id, .. }] if id == "2"));
    let copy = Act::Copy { id: "1".to_owned(), new: "3".to_owned(), kept_at: "2026-11-23 09:00".to_owned() };
    let copied = after(&kept, [copy]);
    assert_eq!(ids(&copied), ["3", "2", "1"]);
    assert_eq!(past(&copied).records["3"].draft, past(&copied).records["1"].draft);
    let deleted = after(&copied, [Act::Delete("2".to_owned())]);
    assert_eq!(ids(&deleted), ["3", "1"]);
    assert_eq!(past(&deleted).outbox, [Write::Forget { firm: String::new(), id: "2".to_owned() }]);
}

#[test]
fn an_edited_test_is_a_new_version_of_the_old_one() {
    let kept = after(&opened(), [keep("1", "甲"), Act::Edit("1".to_owned())]);
    assert_eq!((kept.draft.firm(), kept.draft.edited.as_deref()), ("甲", Some("1")));
    assert_eq!(past(&kept).records["1"].draft.edited, None);
}

#[test]
fn an_act_on_a_record_that_is_not_read_waits_for_it() {
    let found = Found { rows: vec![Row::of(&record("1", "甲"), "")], ..Found::default() };
    let waiting = after(&opened(), [loaded(found), Act::Edit("1".to_owned())]);
    assert_eq!((past(&waiting).awaiting.len(), waiting.draft.answered()), (1, 0));
    let read = after(&waiting, [Act::Fetched(vec![("1".to_owned(), Some(record("1", "甲").to_json()))])]);
    assert_eq!((read.draft.firm(), &read.going), ("甲", &Some(Address::Form(None))));
    assert!(past(&read).awaiting.is_empty());
}

#[test]
fn what_is_stored_and_what_is_at_hand_are_joined() {
    let at_hand = after(&opened(), [keep("2", "乙")]);
    let found = Found { rows: vec![Row::of(&record("1", "甲"), "")], ..Found::default() };
    let joined = after(&at_hand, [loaded(found)]);
    assert_eq!(ids(&joined), ["2", "1"]);
    assert!(past(&joined).is_unread("1") && !past(&joined).is_unread("2"));
    let history = past(&joined);
    let writes: Vec<_> =
        history.outbox.iter().filter(|write| matches!(write, Write::Record { .. })).collect();
    assert!(matches!(writes.as_slice(), [Write::Record { id, .. }] if id == "2"), "only what was not stored");
}

#[test]
fn records_of_the_former_format_are_taken_over_once() {
    let former = vec![("1".to_owned(), record("1", "甲").to_json()), ("x".to_owned(), "damaged".to_owned())];
    let mut model = opened();
    take_over(&mut model, former);
    let taken = after(&model, [loaded(Found::default())]);
    assert_eq!(ids(&taken), ["1"]);
    let kinds: Vec<bool> = past(&taken).outbox.iter().map(|write| matches!(write, Write::Firm(_))).collect();
    assert_eq!(kinds, [false, false, true]);
    let found = Found {
        rows: vec![Row::of(&record("1", "甲"), "")],
        loose: vec![Stored { firm: String::new(), id: "x".to_owned(), text: "damaged".to_owned() }],
        firms: past(&taken).firms.to_vec(),
        ..Found::default()
    };
    let again = after(&model, [loaded(found)]);
    assert_eq!((past(&again).outbox.len(), past(&again).aside.len()), (0, 1));
}

#[test]
fn a_damaged_record_is_put_aside_and_goes_only_when_discarded() {
    let found = Found { rows: vec![Row::of(&record("1", "甲"), "")], ..Found::default() };
    let model = after(&opened(), [loaded(found)]);
    let damaged = after(&model, [Act::Fetched(vec![("1".to_owned(), Some("{".to_owned()))])]);
    assert_eq!((ids(&damaged).len(), past(&damaged).aside[0].key.as_str()), (0, "1"));
    assert!(matches!(past(&damaged).outbox.as_slice(), [Write::Aside(_)]));
    let discarded = after(&damaged, [Act::Delete("1".to_owned()), Act::Discard("1".to_owned())]);
    assert!(past(&discarded).aside.is_empty());
    let gone = after(&model, [Act::Fetched(vec![("1".to_owned(), None)])]);
    assert!(ids(&gone).is_empty() && past(&gone).aside.is_empty());
}

#[test]
fn a_store_that_refuses_is_told() {
    assert_eq!(past(&after(&opened(), [Act::Written(true)])).rung, Rung::Unopened);
    assert_eq!(past(&after(&opened(), [Act::Written(false)])).rung, Rung::Page);
}

#[test]
fn what_another_tab_wrote_takes_the_place_of_what_is_at_hand() {
    let listed = after(&opened(), [loaded(Found::default()), keep("1", "甲公司"), Act::Written(true)]);
    let listed = quiet(listed);
    let told = reduce(&listed, Act::WrittenElsewhere.into());
    assert!(past(&told).stale, "the list is to be read again");
    let other = Row::of(&record("2", "乙公司"), "");
    let found = Found { rung: Rung::Device, rows: vec![other], fresh: "x".to_owned(), ..Found::default() };
    let reloaded = reduce(&quiet(told), Act::Reloaded(Box::new(found)).into());
    assert_eq!((ids(&reloaded), past(&reloaded).records.len()), (vec!["2".to_owned()], 0));
    let cleared = Found { rung: Rung::Device, fresh: "x".to_owned(), ..Found::default() };
    let empty = reduce(&quiet(reloaded), Act::Reloaded(Box::new(cleared)).into());
    assert_eq!((ids(&empty).len(), past(&empty).outbox.len()), (0, 0), "nothing is brought back");
}

#[test]
fn what_this_tab_is_writing_is_not_dropped_for_what_another_wrote() {
    let mut busy = after(&opened(), [loaded(Found::default())]);
    busy = reduce(&busy, keep("1", "甲公司").into());
    let reloaded =
        reduce(&busy, Act::Reloaded(Box::new(Found { rung: Rung::Device, ..Found::default() })).into());
    assert_eq!((ids(&reloaded), past(&reloaded).stale), (vec!["1".to_owned()], true));
}

#[test]
fn a_firm_that_another_tab_removed_gives_way_to_the_first() {
    let two = quiet(two_firms());
    let found = Found {
        rung: Rung::Device,
        rows: vec![Row::of(&record("1", "甲公司"), "")],
        firms: vec![Firm { slot: String::new(), id: "0".to_owned(), name: "甲公司".to_owned() }],
        fresh: "x".to_owned(),
        ..Found::default()
    };
    let left = reduce(&two, Act::Reloaded(Box::new(found)).into());
    assert_eq!((left.firm.slot.as_str(), ids(&left)), ("", vec!["1".to_owned()]));
}

#[test]
fn a_test_that_was_kept_before_the_list_was_read_is_not_brought_back() {
    let kept = quiet(after(&opened(), [keep("1", "甲公司")]));
    let told = reduce(&kept, Act::WrittenElsewhere.into());
    assert!(ids(&told).is_empty());
}

#[test]
fn submitting_ends_what_was_replaced_and_resuming_swaps() {
    let filled = reduce(&opened(), Action::Answer { key: "rd_staff".to_owned(), text: "5".to_owned() });
    let afresh = reduce(&filled, Action::StartAfresh);
    let typed = reduce(&afresh, Action::Answer { key: "rd_staff".to_owned(), text: "6".to_owned() });
    let resumed = after(&typed, [Act::Resume(filled.draft.to_text())]);
    assert_eq!((resumed.draft.text("rd_staff"), resumed.going), ("5", Some(Address::Form(None))));
    assert_eq!(resumed.replaced.map(|draft| draft.text("rd_staff").to_owned()).as_deref(), Some("6"));
    assert_eq!(after(&typed, [keep("1", "甲公司")]).replaced, None);
}

#[test]
fn firms_do_not_mix() {
    let two = two_firms();
    assert_eq!(
        (names(&two), two.firm.name.as_str()),
        (vec!["甲公司".to_owned(), "乙公司".to_owned()], "乙公司")
    );
    let history = past(&two);
    let owners: Vec<&str> = history.rows.iter().map(|row| row.firm.as_str()).collect();
    assert_eq!(owners, [".9", ""]);
    let typed = reduce(&two, Action::Answer { key: "rd_staff".to_owned(), text: "5".to_owned() });
    let back = after(&typed, [Act::Switch { slot: String::new(), draft: None }]);
    assert_eq!((back.draft.text("rd_staff"), back.firm.name.as_str()), ("", "甲公司"));
    assert_eq!(back.replaced, None);
    let again = after(&back, [Act::Switch { slot: ".9".to_owned(), draft: None }]);
    assert_eq!(again.draft.text("rd_staff"), "5");
    let emptied = after(&again, [Act::DeleteAll]);
    assert_eq!(ids(&emptied), ["1"]);
}

#[test]
fn a_firm_is_renamed_and_removed_with_what_is_its_own() {
    let two = two_firms();
    let kept = after(&two, [Act::RemoveFirm(".9".to_owned())]);
    assert_eq!(names(&kept).len(), 2, "the present firm stays");
    let renamed = after(&two, [Act::RenameFirm { slot: ".9".to_owned(), name: "丙公司".to_owned() }]);
    assert_eq!(renamed.firm.name, "丙公司");
    let removed = after(&renamed, [Act::RemoveFirm(String::new())]);
    assert_eq!((ids(&removed), names(&removed)), (vec!["2".to_owned()], vec!["丙公司".to_owned()]));
    assert_eq!((removed.firm.slot.as_str(), removed.firm.name.as_str()), (".9", ""), "it is the only one");
}

#[test]
fn a_draft_that_cannot_be_read_is_put_aside_when_its_firm_is_switched_to() {
    let newer = Some("draft=9".to_owned());
    let switched = after(&two_firms(), [Act::Switch { slot: String::new(), draft: newer }]);
    assert_eq!((past(&switched).aside[0].text.as_str(), switched.draft.answered()), ("draft=9", 0));
}

fn archive(firms: &[Firm], stored: &[(&str, &Record)]) -> String {
    let stored = stored.iter().map(|(firm, record)| Stored {
        firm: (*firm).to_owned(),
        id: record.id.clone(),
        text: record.to_json(),
    });
    let damaged = Stored { firm: String::new(), id: "x".to_owned(), text: "{\"schema\":9}".to_owned() };
    archive::write(firms, BTreeMap::new(), stored.chain([damaged]).collect())
}

fn import(text: &str) -> Act {
    Act::Import { name: "a.json".to_owned(), text: text.to_owned(), drafts: Vec::new() }
}

#[test]
fn an_archive_restores_an_untouched_device() {
    let two = two_firms();
    let text = archive(&past(&two).firms, &[("", &record("1", "甲公司")), (".9", &record("2", "乙公司"))]);
    let restored = after(&opened(), [loaded(Found::default()), import(&text)]);
    assert_eq!((ids(&restored), names(&restored)), (ids(&two), names(&two)));
    assert_eq!(past(&restored).firms, past(&two).firms);
    assert_eq!(past(&restored).aside.len(), 1);
}

#[test]
fn an_archive_is_merged_by_id_and_says_what_was_left_out() {
    let two = two_firms();
    let (same, other) = (record("1", "甲公司"), record("2", "别人"));
    let text = archive(&past(&two).firms, &[("", &same), ("", &other), ("", &record("3", "甲公司"))]);
    let merged = after(&two, [import(&text)]);
    assert_eq!(ids(&merged), ["3", "2", "1"]);
    assert_eq!(past(&merged).row("3").map(|row| row.firm.as_str()), Some(""));
    let history = past(&merged);
    let Some(Imported::Taken { kept: 1, skipped, firms, .. }) = history.imported.as_deref() else {
        panic!("it is taken over");
    };
    let why: Vec<Skip> = skipped.iter().map(|(_, why)| *why).collect();
    assert_eq!((why, firms.len()), (vec![Skip::Here, Skip::Differs, Skip::Unreadable], 0));
    assert_eq!(past(&after(&merged, [import(&text)])).aside.len(), 1, "once is enough");
}

#[test]
fn an_archive_of_another_device_brings_its_own_firm() {
    let firm = Firm { slot: String::new(), id: "elsewhere".to_owned(), name: "丁公司".to_owned() };
    let text = archive(&[firm], &[("", &record("4", "丁公司"))]);
    let merged = after(&two_firms(), [import(&text)]);
    assert_eq!(past(&merged).row("4").map(|row| row.firm.as_str()), Some(".elsewhere"));
    assert_eq!(names(&merged), ["甲公司", "乙公司", "丁公司"]);
}

#[test]
fn files_that_are_no_archives_change_nothing() {
    let two = two_firms();
    let newer = archive(&past(&two).firms, &[]).replacen("\"schema\":1", "\"schema\":2", 1);
    for (text, refusal) in [("", Refusal::Other), ("{}", Refusal::Other), (newer.as_str(), Refusal::Newer)] {
        let refused = after(&two, [import(text)]);
        let name = "a.json".to_owned();
        assert_eq!(past(&refused).imported.as_deref(), Some(&Imported::Refused(name, refusal)));
        assert_eq!(past(&refused).rows, past(&two).rows);
    }
}
