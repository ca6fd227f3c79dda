//! Officers' tokens.

use jiff::civil::Date;
use rusqlite::{Connection, Row, params};

use crate::store::{StoreError, Token, TokenHash, row};

const COLUMNS: &str = "hash, label, scope, created, expires, revoked, last_used";

pub(super) fn add(connection: &Connection, token: &Token) -> Result<bool, StoreError> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let inserted = connection.execute(
        &format!("INSERT OR IGNORE INTO token ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
        params![
            token.hash.0,
            token.label,
            token.scope.to_string(),
            token.created.to_string(),
            token.expires.to_string(),
            day(token.revoked),
            day(token.last_used),
        ],
    )?;
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

pub(super) fn revoke(connection: &Connection, label: &str, day: Date) -> Result<bool, StoreError> {
    let revoked = connection.execute(
        "UPDATE token SET revoked = ?1 WHERE label = ?2 AND revoked IS NULL",
        [&day.to_string(), label],
    )?;
    Ok(revoked == 1)
}

/// False when it was used on that day before.
pub(super) fn touch(connection: &Connection, hash: &TokenHash, day: Date) -> Result<bool, StoreError> {
    let touched = connection.execute(
        "UPDATE token SET last_used = ?1 WHERE hash = ?2 AND last_used IS NOT ?1",
        params![day.to_string(), hash.0],
    )?;
    Ok(touched == 1)
}

pub(super) fn purge(connection: &Connection, before: Date) -> Result<(), StoreError> {
    connection.execute("DELETE FROM token WHERE expires < ?1", [before.to_string()])?;
    Ok(())
}
