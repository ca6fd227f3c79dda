//! The statistics endpoint with its own made-up weeks, as a program that runs beside this one.

use anyhow::{Context, Result, bail};
use std::{env, path::Path, process::Stdio};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    select,
};

/// What the program says of itself, line by line: who may read, then where it is.
const TOKEN: &str = "demo token ";
const SERVING: &str = "serving the site at ";

/// The running program; it ends with this value.
pub struct Endpoint {
    child: Child,
    /// Its further words, which nobody needs, and for which there has to be a reader.
    _said: Lines<BufReader<ChildStdout>>,
    address: String,
    /// The token that reads all areas, and one that reads a single one.
    officers: [String; 2],
}

impl Endpoint {
    /// Starts it on a site, with a new database in a folder.
    pub async fn start(program: &Path, site: &Path, folder: &Path, port: u16) -> Result<Self> {
        let mut command = Command::new(program);
        // It refuses settings that it does not know; none of the surroundings' is for it.
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ZJTX_")) {
            command.env_remove(name);
        }
        command.arg("demo").arg("--demo-database").arg(folder.join("demo.db"));
        command.env("ZJTX_LISTEN", format!("127.0.0.1:{port}")).env("ZJTX_SITE", site);
        command.env("ZJTX_LOG__LEVEL", "error").current_dir(folder);
        let mut child = command.stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
        let mut said = BufReader::new(child.stdout.take().context("没有输出")?).lines();
        let mut tokens = Vec::new();
        while let Some(line) = said.next_line().await? {
            if let Some(token) = line.strip_prefix(TOKEN).and_then(|rest| rest.split(' ').nth(1)) {
                tokens.push(token.to_owned());
            }
            if let Some(address) = line.strip_prefix(SERVING) {
                let mut tokens = tokens.into_iter();
                let officers = tokens.next().zip(tokens.next()).context("没有给出令牌")?;
                return Ok(Self {
                    child,
                    _said: said,
                    address: address.to_owned(),
                    officers: officers.into(),
                });
            }
        }
        bail!("没有启动，原因见上")
    }

    /// Where the site is, with a slash at its end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Tokens of the city's officers and of one district's.
    pub const fn officers(&self) -> &[String; 2] {
        &self.officers
    }

    /// Waits until somebody ends it, then ends the program.
    pub async fn serve_until(&mut self, stop: impl Future<Output = Result<()>>) -> Result<()> {
        select! {
            ended = self.child.wait() => bail!("统计接口停了（{}）", ended?),
            stopped = stop => stopped?,
        }
        Ok(self.child.kill().await?)
    }
}
