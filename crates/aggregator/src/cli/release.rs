//! `release`: the weekly job by hand; the running server does it by itself.

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use zjtx_aggregator::calendar;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::release::job;
use zjtx_aggregator::settings::Settings;
use zjtx_wire::Period;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// 停机过久、一次要结清多个周期时，写明结清到哪一周，如 2026W47
    #[arg(long, value_parser = parse)]
    through: Option<Period>,
}

fn parse(text: &str) -> Result<Period, String> {
    text.parse().map_err(|_| "周的写法如 2026W47".to_owned())
}

/// Closes the periods that are over.
pub(crate) fn run(settings: &Settings, options: &Options) -> Result<()> {
    let mut store = super::store(settings)?;
    let now = match options.through {
        None => super::clock::believed(&mut *store)?.context(
            "本机时间比数据库记住的时间晚 8 天以上：先核对时间，再用 release --through 写明结清到哪一周",
        )?,
        Some(period) => {
            let due = calendar::last_closed(Timestamp::now());
            ensure!(due.is_some_and(|due| period <= due), "{period} 尚未到结清的时候");
            let end = calendar::end_of(period).with_context(|| format!("没有 {period} 这一周"))?;
            end.saturating_add(calendar::GRACE)?
        }
    };
    let (rules, keys) = (settings.rules()?, Keys::open(&settings.keys)?);
    match job::run_due(&mut *store, now, &rules, &keys)? {
        Some(period) => {
            keys.destroy_through(period)?;
            store.note_time(now, calendar::period_of(now))?;
            store.tidy()?;
            println!("已结清至 {period}");
        }
        None => println!("没有到期的统计周期"),
    }
    Ok(())
}
