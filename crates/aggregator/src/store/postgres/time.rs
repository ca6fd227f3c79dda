//! The time, and the days of the last two weeks.

use jiff::Timestamp;
use jiff::civil::Date;
use postgres::GenericClient;
use zjtx_wire::Period;

use crate::store::{BusyDay, StoreError, StoredClock, row};

pub(super) fn clock(client: &mut impl GenericClient) -> Result<StoredClock, StoreError> {
    let entry = client.query_one(
        "SELECT began, high_water, settings, (extract(epoch FROM clock_timestamp()) * 1000)::bigint FROM clock",
        &[],
    )?;
    let (began, high_water): (Option<String>, Option<String>) = (entry.try_get(0)?, entry.try_get(1)?);
    Ok(StoredClock {
        began: began.map(|text| row::parsed(&text, "began")).transpose()?,
        high_water: high_water.map(|text| row::parsed(&text, "high_water")).transpose()?,
        settings: entry.try_get(2)?,
        database: Timestamp::from_millisecond(entry.try_get(3)?).ok(),
    })
}

pub(super) fn note(
    client: &mut impl GenericClient,
    now: Timestamp,
    running: Period,
) -> Result<(), StoreError> {
    client.batch_execute("SELECT 1 FROM clock FOR UPDATE")?;
    let later = clock(client)?.high_water.is_none_or(|mark| mark < now);
    let mark = later.then(|| now.to_string());
    client.execute(
        "UPDATE clock SET began = coalesce(began, $1), high_water = coalesce($2, high_water)",
        &[&running.to_string(), &mark],
    )?;
    Ok(())
}

pub(super) fn set(client: &mut impl GenericClient, now: Timestamp) -> Result<(), StoreError> {
    client.execute("UPDATE clock SET high_water = $1, settings = settings + 1", &[&now.to_string()])?;
    Ok(())
}

pub(super) fn restore(client: &mut impl GenericClient, clock: &StoredClock) -> Result<(), StoreError> {
    client.execute(
        "UPDATE clock SET began = $1, high_water = $2, settings = $3",
        &[
            &clock.began.map(|began| began.to_string()),
            &clock.high_water.map(|mark| mark.to_string()),
            &clock.settings,
        ],
    )?;
    Ok(())
}

pub(super) fn beat(client: &mut impl GenericClient) -> Result<(), StoreError> {
    Ok(client.batch_execute("UPDATE clock SET beat = beat + 1")?)
}

pub(super) fn add_busy_days(
    client: &mut impl GenericClient,
    days: &[BusyDay],
    keep_from: Date,
) -> Result<(), StoreError> {
    client.execute("DELETE FROM busy_day WHERE day < $1", &[&keep_from.to_string()])?;
    for busy in days {
        client.execute(
            "INSERT INTO busy_day (day, district, n) VALUES ($1, $2, $3)
             ON CONFLICT (day, district) DO UPDATE SET n = busy_day.n + excluded.n",
            &[&busy.day.to_string(), &busy.district.code(), &i32::try_from(busy.n).unwrap_or(i32::MAX)],
        )?;
    }
    Ok(())
}

pub(super) fn busy_days(client: &mut impl GenericClient) -> Result<Vec<BusyDay>, StoreError> {
    let rows = client.query("SELECT day, district, n FROM busy_day ORDER BY day, district", &[])?;
    let busy = |entry: &postgres::Row| {
        let n: i32 = entry.try_get(2)?;
        Ok(BusyDay {
            day: row::parsed(entry.try_get(0)?, "day")?,
            district: row::district(entry.try_get(1)?)?,
            n: u32::try_from(n).map_err(|_| StoreError::Corrupt("n"))?,
        })
    };
    rows.iter().map(busy).collect()
}
