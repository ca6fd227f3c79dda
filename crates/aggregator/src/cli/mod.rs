//! The commands, one file each.

mod audit;
mod backup;
mod check_config;
mod clock;
mod demo;
mod keys;
mod lane;
mod migrate;
mod release;
mod serve;
mod token;
mod verify_chain;

use std::path::PathBuf;

use anyhow::{Context, Result};
use jiff::Timestamp;
use rand::SeedableRng;
use rand::rngs::{StdRng, SysRng};
use zjtx_aggregator::calendar;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::{Audit, Store};

/// 匿名统计服务：接收匿名结论计数，按周发布各区统计
#[derive(clap::Parser)]
#[command(name = "zjtx-aggregator", version)]
pub(crate) struct Arguments {
    /// 配置文件（TOML）；环境变量 ZJTX_… 优先于文件
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// 运行服务（网站与统计接口）
    Serve,
    /// 用虚构数据运行演示服务，数据库单独存放
    Demo(demo::Options),
    /// 管理区、市联系人的访问令牌
    #[command(subcommand)]
    Token(token::Command),
    /// 立即结清已到期的统计周期
    Release(release::Options),
    /// 处理因异常而暂缓计入的计数
    #[command(subcommand)]
    Lane(lane::Command),
    /// 核对发布记录的校验链
    VerifyChain(verify_chain::Options),
    /// 显示操作记录
    Audit(audit::Options),
    /// 在线备份：发布记录、令牌与操作记录，不含尚未发布的计数
    Backup(backup::Options),
    /// 查看或确认服务所依据的时间
    #[command(subcommand)]
    Clock(clock::Command),
    /// 查看或重建密钥
    #[command(subcommand)]
    Keys(keys::Command),
    /// 升级数据库结构，或将全部内容搬到另一个数据库
    Migrate(migrate::Options),
    /// 查看配置
    #[command(subcommand)]
    Config(ConfigCommand),
    /// 输出接口说明（OpenAPI）
    Openapi,
}

#[derive(clap::Subcommand)]
enum ConfigCommand {
    /// 检查配置并显示生效的值（口令已隐去）
    Check,
}

impl Arguments {
    /// Runs the command that was chosen.
    pub(crate) fn run(self) -> Result<()> {
        let settings = Settings::load(self.config.as_deref())?;
        match self.command {
            Command::Serve => serve::run(settings),
            Command::Demo(options) => demo::run(settings, &options),
            Command::Token(command) => token::run(&settings, command),
            Command::Release(options) => release::run(&settings, &options),
            Command::Lane(command) => lane::run(&settings, command),
            Command::VerifyChain(options) => verify_chain::run(&settings, &options),
            Command::Audit(options) => audit::run(&settings, &options),
            Command::Clock(command) => clock::run(&settings, command),
            Command::Keys(command) => keys::run(&settings, command),
            Command::Migrate(options) => migrate::run(&settings, &options),
            Command::Backup(options) => backup::run(&settings, &options),
            Command::Config(ConfigCommand::Check) => check_config::run(&settings),
            Command::Openapi => openapi(),
        }
    }
}

fn openapi() -> Result<()> {
    println!("{}", serde_json::to_string_pretty(&zjtx_aggregator::http::document())?);
    Ok(())
}

/// The database that the configuration names; it must be there.
fn store(settings: &Settings) -> Result<Box<dyn Store>> {
    Ok(settings.database()?.open()?)
}

/// A generator seeded by the system.
fn random() -> Result<StdRng> {
    StdRng::try_from_rng(&mut SysRng).context("系统没有给出随机数")
}

/// An audit entry of the command line, of today.
fn audit(action: &str, detail: String) -> Audit {
    let day = calendar::day_of(Timestamp::now());
    Audit { day, actor: "command line".to_owned(), action: action.to_owned(), detail }
}
