//! Pieces hold what was put in, whatever it is; what is no piece is refused; a search finds all and only what a
//! plain look at each name and code finds.

use proptest::prelude::*;
use zjtx_directory::{Day, Entry, FirmRecord, Piece, Query, encode};

fn entry() -> impl Strategy<Value = Entry> {
    let day = (2000_u32..2040, 1_u32..13, 1_u32..29)
        .prop_map(|(y, m, d)| Day::from_number(y * 10_000 + m * 100 + d));
    let parts = (
        0_u16..4,
        0_u8..3,
        0_u32..1 << 24,
        proptest::option::of(0_u16..9),
        day.clone(),
        proptest::option::of(day),
    );
    parts.prop_map(|(source, title, row, batch, from, until)| Entry {
        source,
        title,
        row,
        batch,
        from: from.unwrap_or_default(),
        until: until.flatten(),
    })
}

fn code() -> impl Strategy<Value = Option<[u8; 18]>> {
    let random =
        proptest::collection::vec(proptest::sample::select(b"0123456789ABCDEFGHJKLMNPQRTUWXY".to_vec()), 18);
    proptest::option::of(random.prop_map(|bytes| bytes.try_into().unwrap_or(*b"91440101MA5XXXXX0X")))
}

fn firm() -> impl Strategy<Value = FirmRecord> {
    let name = "[甲乙丙丁（）广州A-C]{1,8}";
    (name, proptest::collection::vec(name, 0..3), code(), 0_u16..5, proptest::collection::vec(entry(), 1..4))
        .prop_map(|(name, former, code, area, entries)| FirmRecord { name, former, code, area, entries })
}

/// What a query must find, by a plain look.
fn plainly(firms: &[FirmRecord], typed: &str) -> Vec<usize> {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| !"（）·-－".contains(*c)).collect::<String>().to_lowercase()
    };
    let wanted = plain(typed);
    let has = |firm: &FirmRecord| {
        // Former names stand in one text, with commas between them.
        let names = plain(&firm.name).contains(&wanted) || plain(&firm.former.join("，")).contains(&wanted);
        let code = firm.code.map(|code| String::from_utf8_lossy(&code).into_owned()).unwrap_or_default();
        let is_code = (3..=18).contains(&typed.len()) && typed.chars().all(|c| c.is_ascii_alphanumeric());
        names || is_code && code.contains(&typed.to_uppercase())
    };
    (0..firms.len()).filter(|at| has(&firms[*at])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_piece_holds_what_was_put_in(firms in proptest::collection::vec(firm(), 0..40)) {
        let piece = Piece::decode(&encode(&firms)).expect("a piece");
        prop_assert_eq!(piece.len(), firms.len());
        for (held, put) in piece.firms().zip(&firms) {
            prop_assert_eq!(held.name, &put.name);
            prop_assert_eq!(held.former, put.former.join("，"));
            prop_assert_eq!(held.code.as_bytes(), put.code.as_ref().map_or(&b""[..], |code| &code[..]));
            prop_assert_eq!((held.area, held.entries), (put.area, &put.entries[..]));
        }
    }

    #[test]
    fn a_search_finds_all_and_only_what_is_there(
        firms in proptest::collection::vec(firm(), 1..40),
        typed in "[甲乙（广州A-C0-9]{1,4}",
        from in 0_usize..18,
        length in 3_usize..18,
        which in 0_usize..40,
    ) {
        let piece = Piece::decode(&encode(&firms)).expect("a piece");
        let code = firms[which % firms.len()].code.map(|code| String::from_utf8_lossy(&code).into_owned());
        let part = code.and_then(|code| code.get(from..(from + length).min(18)).map(str::to_owned));
        for typed in part.into_iter().chain([typed]) {
            if let Some(query) = Query::parse(&typed) {
                prop_assert_eq!(piece.search(&query, usize::MAX), plainly(&firms, &typed), "{}", typed);
            }
        }
    }

    #[test]
    fn bytes_that_are_no_piece_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), flip in 0_usize..2000) {
        let mut framed = b"ZF1\n".to_vec();
        framed.extend(&bytes);
        let _ = Piece::decode(&framed);
        let mut good = encode(&[FirmRecord {
            name: "甲虚构有限公司".to_owned(),
            former: vec!["乙".to_owned()],
            code: Some(*b"91440101XXXX000112"),
            area: 0,
            entries: vec![Entry { source: 0, title: 0, row: 7, batch: None, from: Day::default(), until: None }],
        }]);
        let at = flip % good.len();
        good[at] ^= 1 << (flip % 8);
        let _ = Piece::decode(&good).map(|piece| piece.firms().count());
        let _ = Piece::decode(&good[..at]);
    }
}
