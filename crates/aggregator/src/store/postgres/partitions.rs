//! The ids of each period in a table of their own, so that they go without a trace in one step.

use std::collections::BTreeSet;

use postgres::GenericClient;
use zjtx_wire::Period;

use super::connection::SET_UP;
use crate::store::StoreError;

fn table(period: Period) -> String {
    format!("seen_{period}").to_lowercase()
}

/// Makes the tables of the periods that have none.
pub(super) fn ensure(
    client: &mut impl GenericClient,
    periods: impl IntoIterator<Item = Period>,
) -> Result<(), StoreError> {
    for period in periods.into_iter().collect::<BTreeSet<_>>() {
        if exists(client, period)? {
            continue;
        }
        // Two servers may meet here; the second finds what the first has made. The planner's
        // statistics would keep samples of the ids beyond the table's end.
        let table = table(period);
        client.batch_execute(&format!(
            "{SET_UP};
             CREATE TABLE IF NOT EXISTS {table} PARTITION OF seen FOR VALUES IN ('{period}');
             ALTER TABLE {table} ALTER COLUMN id SET STATISTICS 0"
        ))?;
    }
    Ok(())
}

/// Drops the tables of all periods up to `period`.
pub(super) fn drop_through(client: &mut impl GenericClient, period: Period) -> Result<(), StoreError> {
    drop_those(client, |table_period| table_period <= period)
}

/// Drops the tables of all periods.
pub(super) fn drop_all(client: &mut impl GenericClient) -> Result<(), StoreError> {
    drop_those(client, |_| true)
}

fn drop_those(client: &mut impl GenericClient, is_over: impl Fn(Period) -> bool) -> Result<(), StoreError> {
    let rows = client.query(
        "SELECT relname::text FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
         WHERE inhparent = 'seen'::regclass",
        &[],
    )?;
    for row in rows {
        let name: String = row.try_get(0)?;
        let period = name.strip_prefix("seen_").and_then(|week| week.to_uppercase().parse().ok());
        if period.is_some_and(&is_over) {
            client.batch_execute(&format!("DROP TABLE {name}"))?;
        }
    }
    Ok(())
}

fn exists(client: &mut impl GenericClient, period: Period) -> Result<bool, StoreError> {
    let row = client.query_one("SELECT to_regclass($1) IS NOT NULL", &[&table(period)])?;
    Ok(row.try_get(0)?)
}
