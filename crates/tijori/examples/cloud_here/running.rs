//! The program as processes: commands that run to their end, and servers that are ended in order.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a server may take to end in order before it is killed.
const FAREWELL: Duration = Duration::from_secs(20);

/// The built program, and what all of its processes are told.
pub struct Program {
    /// Where it lies.
    pub file: PathBuf,
    /// Names and values.
    pub environment: BTreeMap<String, String>,
}

impl Program {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.file);
        command.args(words).envs(&self.environment);
        command
    }

    /// Runs it to its end.
    pub fn finish(&self, words: &[&str]) -> Result<(), Box<dyn Error>> {
        let output = self.command(words).stdin(Stdio::null()).output()?;
        if output.status.success() {
            return Ok(());
        }
        Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
    }

    /// Starts a server on a port of loopback, with its log in a file or on our standard error.
    pub fn start(
        &self,
        words: &[&str],
        port: u16,
        log: Option<PathBuf>,
    ) -> Result<Running, Box<dyn Error>> {
        let mut command = self.command(words);
        command
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        if let Some(file) = &log {
            command.stderr(File::create(file)?);
        }
        let mut process = command.spawn()?;
        let printed = process.stdout.take().ok_or("It has no output.")?;
        let mut lines = BufReader::new(printed).lines();
        let Some(first) = lines.next().transpose()? else {
            let said = log.and_then(|file| std::fs::read_to_string(file).ok());
            process.wait()?;
            let said = said.unwrap_or_default();
            let words = words.join(" ");
            return Err(format!("`tijori {words}` did not start. {said}").into());
        };
        // What it prints later is of no concern, but has to be read.
        thread::spawn(move || lines.for_each(drop));
        let at = first.find("http://").ok_or("It told no address.")?;
        let is_sign = |sign: &char| sign.is_ascii_alphanumeric() || ":/.".contains(*sign);
        let address: String = first.chars().skip(first[..at].chars().count()).collect();
        let address: String = address.chars().take_while(is_sign).collect();
        Ok(Running {
            process,
            address: address.trim_end_matches('.').to_owned(),
        })
    }
}

/// A server that runs; killed at the latest when it is let go of.
pub struct Running {
    process: Child,
    /// Where it is.
    pub address: String,
}

impl Running {
    /// Ends it in order, and kills it when that takes too long.
    pub fn stop(mut self) {
        let number = self.process.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &number]).status();
        let begun = Instant::now();
        while asked.is_ok() && begun.elapsed() < FAREWELL {
            if matches!(self.process.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail where it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
