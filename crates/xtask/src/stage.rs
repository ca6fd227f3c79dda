//! Runs named stages one after the other and tells how long each took.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// Stages that were run; a failure does not keep the later ones from running.
#[derive(Default)]
pub(crate) struct Stages {
    finished: Vec<Stage>,
}

struct Stage {
    name: &'static str,
    duration: Duration,
    failure: Option<anyhow::Error>,
}

impl Stages {
    /// Runs one stage now.
    pub(crate) fn run(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        let started = Instant::now();
        let failure = work().err();
        if let Some(error) = &failure {
            eprintln!("xtask: {name}: {error:#}");
        }
        self.finished.push(Stage { name, duration: started.elapsed(), failure });
    }

    /// Prints every stage's result and duration; an error when one failed.
    pub(crate) fn finish(self) -> Result<()> {
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
