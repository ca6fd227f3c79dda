//! `migrate`: the database's schema brought up to date, or all of it moved to another database.

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::release::chain;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::Database;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// 搬到这个空数据库（postgres:// 地址或文件）；其间服务须停止。不写则只升级配置中的数据库
    #[arg(long)]
    to: Option<String>,
}

/// Runs the command; the server must not run meanwhile.
pub(crate) fn run(settings: &Settings, options: &Options) -> Result<()> {
    let keys = Keys::open_or_create(&settings.keys, Timestamp::now(), &mut super::random()?)?;
    let mut store = settings.database()?.prepare(&keys)?;
    store.tidy()?;
    let Some(to) = &options.to else {
        println!("数据库结构已是最新");
        return Ok(());
    };
    let target = Database::from_address(to, settings.postgres.ca_file.as_deref())?;
    let (ledger, waiting) = store.contents()?;
    let mut other = target.prepare(&keys).context("目标数据库")?;
    ensure!(other.fill(&ledger, &waiting)?, "目标数据库不是空的；请换一个");
    let increments = other.increments(None)?;
    chain::verify(&increments)?;
    let counts: i64 = waiting.counts.iter().map(|count| count.n).sum();
    println!("已搬移：{} 条发布记录（校验链完整），{counts} 份待发布计数", increments.len());
    println!("请把配置中的 database 改为新地址再启动；旧数据库确认无误后删除，密钥目录不变");
    Ok(())
}
