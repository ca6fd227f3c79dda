//! Officers' tokens.

use jiff::civil::Date;
use rusqlite::{Connection, Row, params};

use super::add_audit;
use crate::store::{Audit, StoreError, Token, TokenHash, row};

const COLUMNS: &str = "hash, label, scope, created, expires, revoked, last_used";

pub(super) fn add(connection: &Connection, token: &Token, audit: &Audit) -> Result<bool, StoreError> {
    let inserted = connection.execute(
        "INSERT OR IGNORE INTO token (hash, label, scope, created, expires) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            token.hash.0,
            token.label,
            token.scope.to_string(),
            token.created.to_string(),
            token.expires.to_string()
        ],
    )?;
    if inserted == 1 {
        add_audit(connection, audit)?;
    }
    Ok(inserted == 1)
}

pub(super) fn find(connection: &Connection, hash: &TokenHash) -> Result<Option<Token>, StoreError> {
    let mut query = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM token WHERE hash = ?1"))?;
    let mut rows = query.query([hash.0])?;
    rows.next()?.map(token).transpose()
}

pub(super) fn all(connection: &Connection) -> Result<Vec<Token>, StoreError> {
    let mut query = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM token ORDER BY label"))?;
    let mut rows = query.query([])?;
    let mut tokens = Vec::new();
    while let Some(entry) = rows.next()? {
        tokens.push(token(entry)?);
    }
    Ok(tokens)
}

fn token(entry: &Row<'_>) -> Result<Token, StoreError> {
    let text = |column| entry.get::<_, String>(column);
    let optional = |column| entry.get::<_, Option<String>>(column);
    Ok(Token {
        hash: TokenHash(row::hash(&entry.get::<_, Vec<u8>>(0)?, "hash")?),
        label: text(1)?,
        scope: row::scope(&text(2)?)?,
        created: row::parsed(&text(3)?, "created")?,
        expires: row::parsed(&text(4)?, "expires")?,
        revoked: row::day(optional(5)?.as_deref(), "revoked")?,
        last_used: row::day(optional(6)?.as_deref(), "last_used")?,
    })
}

pub(super) fn revoke(connection: &Connection, label: &str, audit: &Audit) -> Result<bool, StoreError> {
    let revoked = connection.execute(
        "UPDATE token SET revoked = ?1 WHERE label = ?2 AND revoked IS NULL",
        [&audit.day.to_string(), label],
    )?;
    if revoked == 1 {
        add_audit(connection, audit)?;
    }
    Ok(revoked == 1)
}

pub(super) fn touch(connection: &Connection, hash: &TokenHash, day: Date) -> Result<(), StoreError> {
    connection
        .execute("UPDATE token SET last_used = ?1 WHERE hash = ?2", params![day.to_string(), hash.0])?;
    Ok(())
}

pub(super) fn purge(connection: &Connection, before: Date) -> Result<(), StoreError> {
    connection.execute("DELETE FROM token WHERE expires < ?1", [before.to_string()])?;
    Ok(())
}
