//! From older versions to this one.

use rusqlite::{Connection, params};
use zjtx_wire::ReportId;

use crate::keys::Keys;
use crate::store::{HeldReason, SCHEMA_VERSION, StoreError, row};

/// The tables of version 1 that stay as they are.
const SAME: [(&str, &str); 4] = [
    (
        "release",
        "seq, district, pack, from_period, to_period, met, unmet, undetermined, vetoed, noise, nonce,
         previous_hash, hash",
    ),
    ("closing", "period"),
    ("token", "hash, label, scope, created, expires, revoked, last_used"),
    ("audit", "seq, day, actor, action, detail"),
];

/// Version 1 kept ids as they came and no reason of held reports.
pub(super) fn from_1(connection: &Connection, schema: &str, keys: &Keys) -> Result<(), StoreError> {
    connection.execute_batch(
        "DROP TRIGGER release_is_never_changed; DROP TRIGGER release_is_never_deleted;
         DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted;
         DROP INDEX release_by_district;",
    )?;
    let names = || SAME.iter().map(|(name, _)| *name).chain(["seen", "cell"]);
    for name in names() {
        connection.execute_batch(&format!("ALTER TABLE {name} RENAME TO old_{name}"))?;
    }
    connection.execute_batch(schema)?;
    for (name, columns) in SAME {
        let copy = format!("INSERT INTO {name} ({columns}) SELECT {columns} FROM old_{name}");
        connection.execute_batch(&copy)?;
    }
    connection.execute(
        "INSERT INTO cell (period, held_day, reason, pack, district, verdict, n)
         SELECT period, held_day, CASE held_day WHEN '' THEN '' ELSE ?1 END, pack, district, verdict, n
         FROM old_cell",
        [HeldReason::Earlier.code()],
    )?;
    hash_ids(connection, keys)?;
    for name in names() {
        // Emptied first, so that what it held is overwritten.
        connection.execute_batch(&format!("DELETE FROM old_{name}; DROP TABLE old_{name}"))?;
    }
    Ok(connection.pragma_update(None, "user_version", SCHEMA_VERSION)?)
}

fn hash_ids(connection: &Connection, keys: &Keys) -> Result<(), StoreError> {
    let mut query = connection.prepare("SELECT period, id FROM old_seen")?;
    let mut insert = connection.prepare("INSERT OR IGNORE INTO seen (period, id) VALUES (?1, ?2)")?;
    let mut rows = query.query([])?;
    while let Some(entry) = rows.next()? {
        let text: String = entry.get(0)?;
        let id = ReportId::from_bytes(entry.get(1)?);
        // A period whose key is gone is closed: its ids serve nothing any more.
        if let Some(id) = keys.stored_id(row::parsed(&text, "period")?, &id) {
            insert.execute(params![text, id.as_bytes()])?;
        }
    }
    Ok(())
}
