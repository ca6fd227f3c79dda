//! Officers' tokens.

use jiff::civil::Date;
use postgres::{GenericClient, Row};

use super::add_audit;
use crate::store::{Audit, StoreError, Token, TokenHash, row};

const COLUMNS: &str = "hash, label, scope, created, expires, revoked, last_used";

pub(super) fn add(client: &mut impl GenericClient, token: &Token, audit: &Audit) -> Result<bool, StoreError> {
    let inserted = client.execute(
        "INSERT INTO token (hash, label, scope, created, expires) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING",
        &[
            &token.hash.0.as_slice(),
            &token.label,
            &token.scope.to_string(),
            &token.created.to_string(),
            &token.expires.to_string(),
        ],
    )?;
    if inserted == 1 {
        add_audit(client, audit)?;
    }
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

pub(super) fn revoke(
    client: &mut impl GenericClient,
    label: &str,
    audit: &Audit,
) -> Result<bool, StoreError> {
    let revoked = client.execute(
        "UPDATE token SET revoked = $1 WHERE label = $2 AND revoked IS NULL",
        &[&audit.day.to_string(), &label],
    )?;
    if revoked == 1 {
        add_audit(client, audit)?;
    }
    Ok(revoked == 1)
}

pub(super) fn touch(client: &mut impl GenericClient, hash: &TokenHash, day: Date) -> Result<(), StoreError> {
    client.execute(
        "UPDATE token SET last_used = $1 WHERE hash = $2",
        &[&day.to_string(), &hash.0.as_slice()],
    )?;
    Ok(())
}

pub(super) fn purge(client: &mut impl GenericClient, before: Date) -> Result<(), StoreError> {
    client.execute("DELETE FROM token WHERE expires < $1", &[&before.to_string()])?;
    Ok(())
}
