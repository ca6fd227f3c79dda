//! `keys`: the keys beside the database.

use anyhow::{Context, Result};
use jiff::Timestamp;
use zjtx_aggregator::calendar;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::settings::Settings;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// 显示密钥目录与最早的未销毁周期
    Show,
    /// 显示凭证的核验公钥，写入站点设置的 tokens.key；还没有签名密钥时生成
    Tokens,
    /// 周期密钥丢失时重建：未结清的周期从头防重，已计入的计数保留，此前已计入者若重试会再计一次
    Renew,
}

/// Runs the command.
pub(crate) fn run(settings: &Settings, command: Command) -> Result<()> {
    let folder = settings.keys.display();
    match command {
        Command::Show => {
            let keys = Keys::open(&settings.keys)?;
            println!("{folder}\t{} 及以后各周期的密钥", keys.first_period());
        }
        Command::Tokens => {
            let (now, mut random) = (Timestamp::now(), super::random()?);
            let mut keys = Keys::open_or_create(&settings.keys, now, &mut random)?;
            keys.ensure_signing_key(&mut random)?;
            println!("{}", keys.verification_key().context("密钥有误")?.to_text());
        }
        Command::Renew => {
            let mut store = super::store(settings)?;
            let (now, mut random) = (Timestamp::now(), super::random()?);
            let keys = Keys::open_or_create(&settings.keys, now, &mut random)?;
            let first = match store.closed_through()?.and_then(calendar::next) {
                Some(first) => first,
                None => calendar::period_of(now),
            };
            keys.begin_anew(first, &mut random)?;
            store.forget_ids(&super::audit("renew keys", first.to_string()))?;
            println!("已从 {first} 起重建周期密钥；请启动服务，多台服务器须把 {folder} 复制到各台");
        }
    }
    Ok(())
}
