//! Runs named stages, one after the other or beside them, and tells how long each took and took last time.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use crate::repository::Repository;

/// Where the seconds of each stage are kept until its next run.
const TIMES: &str = "target/stage-seconds.json";

/// Stages that were run; a failure does not keep the later ones from running.
pub(crate) struct Stages {
    times: PathBuf,
    last: BTreeMap<String, u64>,
    expected: BTreeMap<&'static str, u64>,
    finished: Vec<Stage>,
}

struct Stage {
    name: &'static str,
    duration: Duration,
    failure: Option<anyhow::Error>,
}

/// Stages that run one after the other in the background; their output is kept until they are joined.
pub(crate) struct Beside(JoinHandle<Vec<(Stage, String)>>);

impl Stages {
    /// No stage yet, with the times of earlier runs in a repository.
    pub(crate) fn of(repository: &Repository) -> Self {
        let times = repository.root().join(TIMES);
        let last = fs::read(&times).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { times, last: last.unwrap_or_default(), expected: BTreeMap::new(), finished: Vec::new() }
    }

    /// Takes note of how many seconds a stage takes, to be told until it was run here.
    pub(crate) fn expect(&mut self, name: &'static str, seconds: u64) {
        self.expected.insert(name, seconds);
    }

    /// Runs one stage now.
    pub(crate) fn run(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) {
        println!("\n== {name}{}", self.told(name));
        let started = Instant::now();
        let failure = work().err();
        self.keep(Stage { name, duration: started.elapsed(), failure });
    }

    /// Begins stages beside those that follow, each a process of its own.
    pub(crate) fn beside(&self, commands: Vec<(&'static str, Command)>) -> Beside {
        for (name, _) in &commands {
            println!("\n== {name}: begins beside what follows{}", self.told(name));
        }
        let run = |(name, command)| {
            let started = Instant::now();
            let (output, failure) = captured(command);
            (Stage { name, duration: started.elapsed(), failure }, output)
        };
        Beside(thread::spawn(move || commands.into_iter().map(run).collect()))
    }

    /// Waits for stages in the background and prints what each said.
    pub(crate) fn join(&mut self, Beside(stages): Beside) {
        for (stage, output) in stages.join().unwrap_or_default() {
            println!("\n== {}\n{}", stage.name, output.trim_end());
            self.keep(stage);
        }
    }

    fn keep(&mut self, stage: Stage) {
        if let Some(error) = &stage.failure {
            eprintln!("xtask: {}: {error:#}", stage.name);
        } else {
            self.last.insert(stage.name.to_owned(), stage.duration.as_secs());
        }
        self.finished.push(stage);
    }

    /// How long a stage took when it last succeeded here, else how long it is expected to take.
    fn told(&self, name: &str) -> String {
        let last = self.last.get(name).map(|seconds| format!(" (last time {seconds} s)"));
        let expected = || self.expected.get(name).map(|seconds| format!(" (about {seconds} s)"));
        last.or_else(expected).unwrap_or_default()
    }

    /// Prints every stage's result and duration; an error when one failed.
    pub(crate) fn finish(self) -> Result<()> {
        let kept = serde_json::to_vec_pretty(&self.last)?;
        fs::write(&self.times, kept)
            .with_context(|| format!("{} cannot be written", self.times.display()))?;
        println!();
        for Stage { name, duration, failure } in &self.finished {
            let word = if failure.is_none() { "ok" } else { "FAILED" };
            println!("{word:>6} {:>7.1} s  {name}", duration.as_secs_f64());
        }
        let total = self.finished.len();
        let failed = self.finished.iter().filter(|stage| stage.failure.is_some()).count();
        println!("stages: {} passed, {failed} failed", total - failed);
        if failed > 0 {
            bail!("{failed} of {total} stages failed; each one's message stands above");
        }
        Ok(())
    }
}

/// What a command says, and why it failed.
fn captured(mut command: Command) -> (String, Option<anyhow::Error>) {
    let mut run = || -> Result<(String, bool)> {
        let file = tempfile::NamedTempFile::new()?;
        let both = File::options().append(true).open(file.path())?;
        command.stdin(Stdio::null()).stdout(both.try_clone()?).stderr(both);
        let status = command.status().context("it could not be started")?;
        Ok((fs::read_to_string(file.path()).unwrap_or_default(), status.success()))
    };
    match run() {
        Ok((output, true)) => (output, None),
        Ok((output, false)) => (output, Some(anyhow!("it failed; its message stands above"))),
        Err(error) => (String::new(), Some(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::captured;

    #[test]
    fn what_a_stage_in_the_background_says_is_kept_in_order() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; echo three; exit 1"]);
        let (output, failure) = captured(command);
        assert_eq!(output, "one\ntwo\nthree\n");
        assert!(failure.is_some());
        let (_, failure) = captured(Command::new("/there/is/no/such/program"));
        assert!(failure.is_some_and(|error| error.to_string().contains("could not be started")));
    }
}
