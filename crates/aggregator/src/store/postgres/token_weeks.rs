//! How many blind tokens were issued and spent.

use postgres::GenericClient;
use zjtx_wire::Period;

use crate::store::{StoreError, TokenWeek, row};

pub(super) fn add(client: &mut impl GenericClient, writer: i16, week: &TokenWeek) -> Result<(), StoreError> {
    client.execute(
        "INSERT INTO token_week (period, writer, issued, spent) VALUES ($1, $2, $3, $4)
         ON CONFLICT (period, writer) DO UPDATE
         SET issued = token_week.issued + excluded.issued, spent = token_week.spent + excluded.spent",
        &[&week.period.to_string(), &writer, &week.issued, &week.spent],
    )?;
    Ok(())
}

pub(super) fn all(client: &mut impl GenericClient) -> Result<Vec<TokenWeek>, StoreError> {
    let rows = client.query(
        "SELECT period, sum(issued)::bigint, sum(spent)::bigint FROM token_week GROUP BY 1 ORDER BY 1",
        &[],
    )?;
    let week = |entry: &postgres::Row| {
        let period = row::parsed(entry.try_get(0)?, "period")?;
        Ok(TokenWeek { period, issued: entry.try_get(1)?, spent: entry.try_get(2)? })
    };
    rows.iter().map(week).collect()
}

/// An exact number of spent tokens goes with the exact counts; nobody counts meanwhile.
pub(super) fn round(client: &mut impl GenericClient, closed: Period) -> Result<(), StoreError> {
    let weeks = all(client)?;
    client.execute("DELETE FROM token_week WHERE period <= $1", &[&closed.to_string()])?;
    for week in weeks.into_iter().filter(|week| week.period <= closed) {
        add(client, 0, &TokenWeek { spent: week.spent / 10 * 10, ..week })?;
    }
    Ok(())
}
