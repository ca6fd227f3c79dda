//! `zjtx rules`: rules apart from the program, in an archive that says who made them.

mod archive;
mod key;
pub mod site;

pub use archive::open;
pub use key::Trusted;

use crate::{input, output};
use anyhow::{Context, Result, bail};
use archive::{Manifest, Rules};
use clap::{Args, Subcommand};
use key::Secret;
use std::{fs, path::PathBuf};

#[derive(Subcommand)]
pub enum Command {
    /// 生成签名用的密钥 · make a key for signing
    Key(KeyOptions),
    /// 检查规则文件夹，打成签名的规则包文件 · pack and sign a rules folder
    Pack(PackOptions),
    /// 核对签名的规则包文件 · check a signed archive of rules
    Verify(VerifyOptions),
}

#[derive(Args)]
pub struct KeyOptions {
    /// 私钥写到这个文件；公钥写在旁边，名称以 .pub 结尾 · file of the private key; the public one goes beside it
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Args)]
pub struct PackOptions {
    /// 规则文件夹 · rules folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// 私钥文件 · file of the private key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// 签名的单位 · who signs
    #[arg(long, value_name = "NAME")]
    signer: String,
    /// 这一版规则的编号 · revision of the rules
    #[arg(long, value_name = "TEXT")]
    revision: String,
    /// 日期；不写为今天 · day; today where absent
    #[arg(long, value_name = "DATE")]
    day: Option<String>,
    /// 写到这个文件 · file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

#[derive(Args)]
pub struct VerifyOptions {
    /// 签名的规则包文件 · signed archive
    #[arg(value_name = "ZIP")]
    archive: PathBuf,
    /// 信任的公钥文件；换密钥期间可写几个 · public keys that are trusted; several while keys change
    #[arg(long, value_name = "FILE", required = true)]
    trusted: Vec<PathBuf>,
    /// 核对无误后把规则写到这个新文件夹 · new folder for the rules, once they are checked
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Carries out a command; one sentence says what is wrong with an archive.
pub fn run(command: &Command) -> Result<bool> {
    match command {
        Command::Key(options) => make_key(options)?,
        Command::Pack(options) => pack(options)?,
        Command::Verify(options) => verify(options)?,
    }
    Ok(true)
}

fn make_key(options: &KeyOptions) -> Result<()> {
    let secret = Secret::new()?;
    let public = secret.write(&options.file)?;
    output::line(&format!("私钥已写到 {}，只有您可读，请妥善保管", options.file.display()))?;
    output::line(&format!("公钥已写到 {}，指纹 {}", public.display(), secret.fingerprint()))?;
    output::line(&format!("站点设置中写：[rules] trusted = [\"{}\"]", secret.public_line()?))
}

fn pack(options: &PackOptions) -> Result<()> {
    let secret = Secret::read(&options.key)?;
    let day = options.day.clone().unwrap_or_else(|| jiff::Zoned::now().date().to_string());
    if zjtx_evaluator::Date::parse(&day).is_none() {
        bail!("“{day}”不是日期，请写成 2026-05-01");
    }
    let rules = Rules::read(&options.folder)?;
    let manifest = rules.manifest(options.revision.clone(), options.signer.clone(), day);
    let bytes = rules.sign(&manifest, &secret)?;
    fs::write(&options.output, bytes).with_context(|| format!("{}：写不了文件", options.output.display()))?;
    output::line(&described(&manifest, &secret.fingerprint()))
}

fn verify(options: &VerifyOptions) -> Result<()> {
    let opened = archive::open(&options.archive, &trusted(&options.trusted)?)?;
    if let Some(folder) = &options.output {
        opened.rules.write(folder)?;
    }
    output::line(&described(&opened.manifest, &opened.fingerprint))
}

/// Reads files of public keys.
pub fn trusted(files: &[PathBuf]) -> Result<Vec<Trusted>> {
    let read =
        |path: &PathBuf| Trusted::parse(&input::read(path)?).with_context(|| path.display().to_string());
    files.iter().map(read).collect()
}

fn described(manifest: &Manifest, fingerprint: &str) -> String {
    let Manifest { revision, signer, day, files, .. } = manifest;
    format!("规则 {revision}，{signer} 于 {day} 签名，{} 个文件，密钥指纹 {fingerprint}", files.len())
}
