//! The made-up lists in four layouts: what is known of their firms afterwards, on which day, and from which row.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails its test")]

mod support;

use std::fs;
use support::{DESCRIPTION, built, list, made_up};
use zjtx_directory::{
    Act, Day, Firm, Piece, Query, Standing,
    build::{Change, Directory, diff, read_folder, verify, write_folder},
    standings,
};

fn directory(files: &[std::path::PathBuf]) -> Directory {
    let folder = tempfile::tempdir().unwrap();
    write_folder(&built(files).unwrap(), &folder.path().join("out")).unwrap();
    read_folder(&folder.path().join("out")).unwrap()
}

fn firms(directory: &Directory) -> Vec<Firm<'_>> {
    directory.pieces.iter().flat_map(Piece::firms).collect()
}

fn found<'d>(directory: &'d Directory, typed: &str) -> Vec<Firm<'d>> {
    let query = Query::parse(typed).unwrap();
    let hits = |piece: &'d Piece| piece.search(&query, 50).into_iter().filter_map(|at| piece.firm(at));
    directory.pieces.iter().flat_map(hits).collect()
}

/// Titles of a firm on a day, in words.
fn titles(directory: &Directory, firm: &Firm<'_>, day: &str) -> Vec<String> {
    let standings = standings(firm.entries, &directory.index.sources, Day::parse(day).unwrap());
    let word = |(title, standing, entry): (u8, Standing, zjtx_directory::Entry)| {
        let source = &directory.index.sources[usize::from(entry.source)].title;
        format!("{} {standing:?} {source} {}", directory.index.titles[usize::from(title)].id, entry.row)
    };
    standings.into_iter().map(word).collect()
}

#[test]
fn four_layouts_become_one_directory() {
    let directory = directory(&made_up());
    assert_eq!(verify(&directory), Vec::<String>::new());
    assert_eq!((directory.index.firms, directory.index.made_up), (60, true));
    let rows: Vec<(Act, usize)> =
        directory.index.sources.iter().map(|source| (source.act, source.rows)).collect();
    assert_eq!(
        rows,
        [(Act::Recognised, 14), (Act::Recognised, 40), (Act::Recognised, 60), (Act::Revoked, 3)]
    );
    assert!(firms(&directory).iter().all(|firm| firm.name.contains("虚构") && firm.code.len() == 18));
}

#[test]
fn a_firms_titles_are_known_by_day_and_row() {
    let directory = directory(&made_up());
    let first = found(&directory, "星河精密零件")[0];
    assert_eq!(directory.index.areas[usize::from(first.area)].zh, "广东省广州市荔湾区");
    let on = |day: &str| titles(&directory, &first, day);
    assert!(
        on("2023-06-30").iter().any(|line| line.starts_with("little_giant NotYet(")),
        "{:?}",
        on("2023-06-30")
    );
    let on_a_day = on("2025-01-01");
    assert_eq!(on_a_day.len(), 3);
    assert!(on_a_day[2].starts_with("little_giant Valid(Some(Day(20260630))) 第五批"), "{on_a_day:?}");
    assert!(on_a_day[2].ends_with(" 4"), "{on_a_day:?}");
    assert!(on("2026-07-01")[2].starts_with("little_giant Expired(Day(20260630))"));
}

#[test]
fn a_title_that_was_taken_away_is_not_valid_afterwards() {
    let directory = directory(&made_up());
    let revoked: Vec<String> = firms(&directory)
        .iter()
        .flat_map(|firm| titles(&directory, firm, "2025-09-30"))
        .filter(|line| line.contains("Revoked"))
        .collect();
    assert_eq!(revoked.len(), 3, "{revoked:?}");
    let before =
        firms(&directory).iter().flat_map(|firm| titles(&directory, firm, "2025-09-29")).collect::<Vec<_>>();
    assert!(!before.iter().any(|line| line.contains("Revoked")));
}

#[test]
fn firms_are_found_by_any_piece_of_name_former_name_and_code() {
    let directory = directory(&made_up());
    for firm in firms(&directory) {
        let all = [firm.name, firm.code, &firm.code[4..12], firm.former];
        for piece in all.into_iter().filter(|piece| !piece.is_empty()) {
            assert!(found(&directory, piece).iter().any(|hit| hit.name == firm.name), "{piece}");
        }
    }
    assert!(!firms(&directory).iter().all(|firm| firm.former.is_empty()));
    assert!(found(&directory, "没有这样的企业").is_empty());
}

#[test]
fn a_renewal_begins_another_term_and_an_announcement_none() {
    let folder = tempfile::tempdir().unwrap();
    let row = "企业名称,备注\n甲（广州）虚构有限公司,无\n乙虚构有限公司,无\n";
    let first = list(folder.path(), "a.csv", DESCRIPTION, row);
    let renewed = DESCRIPTION.replace("2024-01-18", "2027-01-10").replace("recognised", "renewed");
    let second = list(folder.path(), "b.csv", &renewed, "企业名称,备注\n甲(广州)虚构有限公司,无\n");
    let announced = DESCRIPTION.replace("2024-01-18", "2026-12-01").replace("recognised", "announced");
    let third =
        list(folder.path(), "c.csv", &announced, "企业名称,备注\n乙虚构有限公司,无\n丙虚构有限公司,无\n");
    let directory = directory(&[first, second, third]);
    let on = |firm: &str, day: &str| titles(&directory, &found(&directory, firm)[0], day)[0].clone();
    assert_eq!(directory.index.firms, 3);
    assert!(on("甲广州虚构", "2027-02-01").starts_with("specialized_sme Valid(Some(Day(20300109)))"));
    assert!(on("乙虚构", "2027-02-01").starts_with("specialized_sme Expired(Day(20270117))"));
    assert!(on("丙虚构", "2027-02-01").starts_with("specialized_sme Announced"));
}

#[test]
fn what_differs_between_two_directories_is_told_by_firm() {
    let before = directory(&made_up()[..3]);
    let now = directory(&made_up());
    let changes = diff(&before, &now);
    assert_eq!(changes.len(), 3);
    assert!(changes.iter().all(|change| matches!(change, Change::Titles { before, now, .. }
        if before.is_empty() && now.len() == 1 && now[0].starts_with("撤销 专精特新中小企业 2025-09-30"))));
    assert_eq!(diff(&now, &now), []);
}

#[test]
fn a_folder_with_something_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("letter.txt"), "dear").unwrap();
    assert!(write_folder(&built(&made_up()).unwrap(), folder.path()).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_changed_piece_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let built = built(&made_up()).unwrap();
    write_folder(&built, &out).unwrap();
    let piece = out.join(&built.index.pieces[0].file);
    let mut bytes = fs::read(&piece).unwrap();
    bytes[40] ^= 1;
    fs::write(&piece, bytes).unwrap();
    assert!(read_folder(&out).is_err());
}
