//! `backup`: a copy of the database while the server runs.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use zjtx_aggregator::server::back_up;
use zjtx_aggregator::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// 备份文件，须尚不存在
    file: PathBuf,
}

/// Writes the copy.
pub(crate) fn run(settings: &Settings, options: &Options) -> Result<()> {
    ensure!(!options.file.exists(), "{} 已存在；请换一个文件名", options.file.display());
    back_up(&mut *super::store(settings)?, &options.file)?;
    println!("已备份到 {}；其中没有尚未发布的计数，密钥目录须另行保管", options.file.display());
    Ok(())
}
