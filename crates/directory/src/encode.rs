//! Firms as the bytes of a piece: column by column, so that like stands beside like and packs well.

use crate::{
    bytes::{put_bytes, put_number},
    code::{last, organisation},
    day::Day,
    piece::{Entry, FIRM_CODE, FirmRecord, MARK, NO_CODE, OWN_BATCH, OWN_FROM, OWN_UNTIL, WHOLE_CODE},
};

/// The bytes of a piece. Firms should come sorted by area and name; they stay in their order.
pub fn encode(firms: &[FirmRecord]) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    put_number(&mut bytes, firms.len() as u32);
    let names: String = firms.iter().map(|firm| format!("{}\n", firm.name)).collect();
    put_bytes(&mut bytes, names.as_bytes());
    put_bytes(&mut bytes, former(firms).as_bytes());
    put_codes(&mut bytes, firms);
    put_areas(&mut bytes, firms);
    put_entries(&mut bytes, firms);
    bytes
}

fn former(firms: &[FirmRecord]) -> String {
    let (mut text, mut before) = (String::new(), 0);
    for (index, firm) in firms.iter().enumerate().filter(|(_, firm)| !firm.former.is_empty()) {
        text.push_str(&format!("{} {}\n", index - before, firm.former.join("，")));
        before = index;
    }
    text
}

fn put_codes(bytes: &mut Vec<u8>, firms: &[FirmRecord]) {
    let (mut places, mut bodies) = (Vec::new(), Vec::new());
    for firm in firms {
        bytes.push(match &firm.code {
            None => NO_CODE,
            Some(code) if is_firm_code(code) => {
                places.extend_from_slice(&code[2..8]);
                bodies.extend_from_slice(&code[8..16]);
                FIRM_CODE
            }
            Some(code) => {
                bodies.extend_from_slice(code);
                WHOLE_CODE
            }
        });
    }
    put_bytes(bytes, &places);
    put_bytes(bytes, &bodies);
}

/// Whether a code begins as firms' codes do, so that the rest of it follows from fourteen characters.
fn is_firm_code(code: &[u8; 18]) -> bool {
    code.starts_with(b"91") && code[16] == organisation(&code[8..16]) && code[17] == last(code)
}

fn put_areas(bytes: &mut Vec<u8>, firms: &[FirmRecord]) {
    for run in firms.chunk_by(|one, other| one.area == other.area) {
        put_number(bytes, u32::from(run[0].area));
        put_number(bytes, run.len() as u32);
    }
}

fn put_entries(bytes: &mut Vec<u8>, firms: &[FirmRecord]) {
    let entries = || firms.iter().flat_map(|firm| &firm.entries);
    let mut terms: Vec<Entry> = entries().map(|entry| Entry { row: 0, ..*entry }).collect();
    terms.sort_unstable();
    terms.dedup();
    put_number(bytes, terms.len() as u32);
    terms.iter().for_each(|term| put_term(bytes, term));
    let rows: Vec<u8> = entries().flat_map(|entry| entry.row.to_le_bytes().into_iter().take(3)).collect();
    put_bytes(bytes, &rows);
    for firm in firms {
        put_number(bytes, firm.entries.len() as u32);
        for entry in &firm.entries {
            let term = terms.binary_search(&Entry { row: 0, ..*entry }).unwrap_or_default();
            put_number(bytes, term as u32);
        }
    }
}

fn put_term(bytes: &mut Vec<u8>, term: &Entry) {
    let has_from = term.from != Day::default();
    let says = [(term.batch.is_some(), OWN_BATCH), (term.until.is_some(), OWN_UNTIL), (has_from, OWN_FROM)];
    let says = says.iter().filter(|(said, _)| *said).map(|(_, bit)| bit).sum();
    put_number(bytes, u32::from(term.source));
    put_number(bytes, u32::from(term.title));
    put_number(bytes, says);
    term.batch.into_iter().for_each(|batch| put_number(bytes, u32::from(batch)));
    if has_from {
        put_number(bytes, term.from.number());
    }
    term.until.into_iter().for_each(|until| put_number(bytes, until.number()));
}
