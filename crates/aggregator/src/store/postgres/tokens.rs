//! Officers' tokens.

use jiff::civil::Date;
use postgres::{GenericClient, Row};

use crate::store::{StoreError, Token, TokenHash, row};

const COLUMNS: &str = "hash, label, scope, created, expires, revoked, last_used";

pub(super) fn add(client: &mut impl GenericClient, token: &Token) -> Result<bool, StoreError> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let inserted = client.execute(
        &format!("INSERT INTO token ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"),
        &[
            &token.hash.0.as_slice(),
            &token.label,
            &token.scope.to_string(),
            &token.created.to_string(),
            &token.expires.to_string(),
            &day(token.revoked),
            &day(token.last_used),
        ],
    )?;
    Ok(inserted == 1)
}

pub(super) fn find(client: &mut impl GenericClient, hash: &TokenHash) -> Result<Option<Token>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM token WHERE hash = $1");
    client.query_opt(&query, &[&hash.0.as_slice()])?.as_ref().map(token).transpose()
}

pub(super) fn all(client: &mut impl GenericClient) -> Result<Vec<Token>, StoreError> {
    let query = format!(r#"SELECT {COLUMNS} FROM token ORDER BY label COLLATE "C""#);
    client.query(&query, &[])?.iter().map(token).collect()
}

fn token(entry: &Row) -> Result<Token, StoreError> {
    Ok(Token {
        hash: TokenHash(row::hash(entry.try_get(0)?, "hash")?),
        label: entry.try_get(1)?,
        scope: row::scope(entry.try_get(2)?)?,
        created: row::parsed(entry.try_get(3)?, "created")?,
        expires: row::parsed(entry.try_get(4)?, "expires")?,
        revoked: row::day(entry.try_get(5)?, "revoked")?,
        last_used: row::day(entry.try_get(6)?, "last_used")?,
    })
}

pub(super) fn revoke(client: &mut impl GenericClient, label: &str, day: Date) -> Result<bool, StoreError> {
    let revoked = client.execute(
        "UPDATE token SET revoked = $1 WHERE label = $2 AND revoked IS NULL",
        &[&day.to_string(), &label],
    )?;
    Ok(revoked == 1)
}

/// False when it was used on that day before.
pub(super) fn touch(
    client: &mut impl GenericClient,
    hash: &TokenHash,
    day: Date,
) -> Result<bool, StoreError> {
    let touched = client.execute(
        "UPDATE token SET last_used = $1 WHERE hash = $2 AND last_used IS DISTINCT FROM $1",
        &[&day.to_string(), &hash.0.as_slice()],
    )?;
    Ok(touched == 1)
}

pub(super) fn purge(client: &mut impl GenericClient, before: Date) -> Result<(), StoreError> {
    client.execute("DELETE FROM token WHERE expires < $1", &[&before.to_string()])?;
    Ok(())
}
