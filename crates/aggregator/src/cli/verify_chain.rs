//! `verify-chain`: whether any release was changed.

use anyhow::{Result, ensure};
use zjtx_aggregator::release::chain;
use zjtx_aggregator::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// 以前记下的校验值（日志、/v1/config 或各区下载的文件中都有）：核对它仍在链上，后面的记录接得上
    #[arg(long)]
    expect: Option<String>,
}

/// Checks every release against its hash and the one before it. A chain that was shortened or made
/// anew is whole too: only a hash that somebody kept elsewhere finds that out.
pub(crate) fn run(settings: &Settings, options: &Options) -> Result<()> {
    let increments = super::store(settings)?.increments(None)?;
    chain::verify(&increments)?;
    if let Some(expected) = &options.expect {
        let expected = expected.trim().to_ascii_lowercase();
        let found = increments.iter().find(|increment| chain::hexadecimal(&increment.hash) == expected);
        ensure!(found.is_some(), "链上没有校验值 {expected}：发布记录被删减或重写过，请与备份核对");
    }
    println!("{} 条发布记录，校验链完整", increments.len());
    if let Some(last) = increments.last() {
        println!("最后一条的校验值 {}", chain::hexadecimal(&last.hash));
    }
    Ok(())
}
