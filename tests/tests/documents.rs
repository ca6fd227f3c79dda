//! A pack's document leaves nothing out: every criterion, indicator, source and fact is in it.

#![allow(clippy::unwrap_used, reason = "rules that cannot be read fail their test")]

use std::collections::BTreeSet;
use zjtx_evaluator::diff::diff;
use zjtx_evaluator::handbook::{Block, Document, Item, Span, document, previous};
use zjtx_evaluator::{Lang, Pack, Rulebook};

fn rules() -> Rulebook {
    Rulebook::load(zjtx_rules::BUNDLE).unwrap()
}

fn each_document(check: impl Fn(&Rulebook, &Pack, &Document)) {
    let rules = rules();
    for pack in rules.packs() {
        for lang in [Lang::Zh, Lang::En] {
            check(&rules, pack, &document(&rules, pack, lang));
        }
    }
}

fn tables(document: &Document) -> impl Iterator<Item = (&Vec<String>, &Vec<Vec<String>>)> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table { head, rows } => Some((head, rows)),
        _ => None,
    })
}

#[test]
fn every_criterion_has_a_heading_to_link_to() {
    each_document(|_, pack, document| {
        let anchors: Vec<&str> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { anchor, .. } => anchor.as_deref(),
                _ => None,
            })
            .collect();
        let distinct: BTreeSet<&str> = anchors.iter().copied().collect();
        assert_eq!(distinct.len(), anchors.len(), "{}", pack.id());
        for criterion in pack.criteria() {
            assert!(distinct.contains(criterion.id.as_str()), "{} {}", pack.id(), criterion.id);
        }
    });
}

#[test]
fn tables_are_whole_and_have_every_indicator_and_size_group() {
    each_document(|_, pack, document| {
        let cells: BTreeSet<&str> =
            tables(document).flat_map(|(_, rows)| rows.iter().flatten().map(String::as_str)).collect();
        for (head, rows) in tables(document) {
            assert!(!rows.is_empty() && rows.iter().all(|row| row.len() == head.len()), "{}", pack.id());
        }
        for indicator in pack.sheet().into_iter().flat_map(|sheet| &sheet.groups).flat_map(|g| &g.indicators)
        {
            let start = format!("{} ", indicator.id);
            assert!(cells.iter().any(|cell| cell.starts_with(&start)), "{} {}", pack.id(), indicator.id);
        }
    });
}

#[test]
fn every_source_is_named_with_the_day_it_was_checked() {
    each_document(|rules, pack, document| {
        let text = format!("{:?}", document.blocks);
        for source in pack.sources().iter().map(|id| rules.source(id).unwrap()) {
            assert!(text.contains(&source.number), "{}", source.id);
            assert!(text.contains(&source.checked_on.to_string()), "{}", source.id);
        }
    });
}

#[test]
fn the_size_table_stands_in_one_document() {
    let rules = rules();
    let has_table = |pack: &&Pack| {
        let document = document(&rules, pack, Lang::Zh);
        tables(&document).any(|(head, _)| head.contains(&"大型".to_owned()))
    };
    let with_table: Vec<&str> = rules.packs().iter().filter(has_table).map(Pack::id).collect();
    assert_eq!(with_table, ["cn-size-2011"]);
}

#[test]
fn the_version_before_is_the_one_that_was_in_force_for_the_same_firms() {
    let rules = rules();
    let before = |pack: &str| previous(&rules, rules.pack(pack).unwrap()).map(Pack::id);
    for (pack, expected) in [
        ("cn-specialized-sme-2026", "cn-specialized-sme-2022"),
        ("gd-specialized-sme-2024", "cn-specialized-sme-2022"),
        ("cn-little-giant-2026", "cn-little-giant-2022"),
        ("cn-little-giant-2022", "cn-little-giant-2021"),
    ] {
        assert_eq!(before(pack), Some(expected), "{pack}");
    }
    for first in
        ["cn-specialized-sme-2022", "gd-specialized-sme-2021", "cn-little-giant-2021", "cn-tech-sme-2017"]
    {
        assert_eq!(before(first), None, "{first}");
    }
}

#[test]
fn every_difference_from_the_version_before_is_told() {
    let rules = rules();
    for pack in rules.packs() {
        for lang in [Lang::Zh, Lang::En] {
            let lines = lines(&document(&rules, pack, lang));
            for change in previous(&rules, pack).map(|before| diff(before, pack, lang)).unwrap_or_default() {
                assert!(lines.contains(&change.text(lang)), "{} {}", pack.id(), change.text(lang));
                for difference in &change.differences {
                    assert!(lines.contains(&difference.text(lang)), "{} {difference:?}", pack.id());
                }
            }
        }
    }
}

/// The texts of all lists.
fn lines(document: &Document) -> BTreeSet<String> {
    fn gather(items: &[Item], lines: &mut BTreeSet<String>) {
        for item in items {
            lines.extend(item.spans.iter().filter_map(|span| match span {
                Span::Text(text) => Some(text.clone()),
                Span::Link { .. } => None,
            }));
            gather(&item.items, lines);
        }
    }
    let mut lines = BTreeSet::new();
    for block in &document.blocks {
        if let Block::List(items) = block {
            gather(items, &mut lines);
        }
    }
    lines
}
