//! `clock`: the time that the servers of a database believe in.

use std::sync::Arc;

use anyhow::{Result, bail};
use jiff::Timestamp;
use zjtx_aggregator::calendar;
use zjtx_aggregator::clock::SystemClock;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::Store;
use zjtx_aggregator::timekeeper::Timekeeper;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// 显示本机时间、数据库记住的时间与结清情况
    Show,
    /// 确认本机时间无误：服务改以它为准；因时钟超前而误结清、且没有发布记录的周期重新开放
    Accept,
}

/// Runs the command.
pub(crate) fn run(settings: &Settings, command: Command) -> Result<()> {
    let mut store = super::store(settings)?;
    match command {
        Command::Show => show(&mut *store),
        Command::Accept => accept(&mut *store, settings),
    }
}

fn show(store: &mut dyn Store) -> Result<()> {
    let stored = store.clock()?;
    let written =
        |moment: Option<Timestamp>| moment.map_or("—".to_owned(), |at| calendar::local(at).to_string());
    println!("本机时间\t{}", written(Some(Timestamp::now())));
    println!("数据库记住的时间\t{}", written(stored.high_water));
    println!("数据库自己的时钟\t{}", written(stored.database));
    println!("已结清至\t{}", store.closed_through()?.map_or("—".to_owned(), |period| period.to_string()));
    match believed(store)? {
        Some(_) => println!("服务采信本机时间"),
        None => println!("服务不采信本机时间：先校准；确认无误后运行 clock accept"),
    }
    Ok(())
}

/// The time that a server which starts now would believe in.
pub(super) fn believed(store: &mut dyn Store) -> Result<Option<Timestamp>> {
    let time = Timekeeper::new(Arc::new(SystemClock::new()));
    time.learn(&store.clock()?);
    Ok(time.now().ok())
}

fn accept(store: &mut dyn Store, settings: &Settings) -> Result<()> {
    let now = Timestamp::now();
    let Some(due) = calendar::last_closed(now) else { bail!("本机时间无法使用") };
    let reopened = store.reopen_after(due, &super::audit("reopen after", due.to_string()))?;
    store.set_time(now, &super::audit("accept the time", calendar::local(now).to_string()))?;
    println!("服务将在一分钟内改以本机时间为准：{}", calendar::local(now));
    if reopened {
        let keys = Keys::open(&settings.keys)?;
        let first = calendar::next(due).unwrap_or(due);
        if keys.first_period() > first {
            keys.begin_anew(first, &mut super::random()?)?;
            println!(
                "本周期的密钥已重新生成：请重启服务；多台服务器须把 {} 复制到各台",
                settings.keys.display()
            );
        }
        println!("{due} 之后误结清的周期已重新开放");
    } else if store.closed_through()?.is_some_and(|closed| closed > due) {
        println!("{due} 之后已有发布记录，不能重新开放；到那些周期过去之后恢复正常");
    }
    Ok(())
}
