//! The program under test, as a person or a script runs it.

use crate::shim::Shim;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// A run that takes longer hangs.
pub const RUN_MAX: Duration = Duration::from_secs(60);

/// A data folder, and a folder for the files that go in and out.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The folder that holds both.
    pub root: PathBuf,
}

/// What a run came to.
#[derive(Debug)]
pub struct Ran {
    /// How it ended; none when it was stopped because it hung.
    pub status: Option<ExitStatus>,
    /// What it said on standard output.
    pub said: String,
    /// What it said on standard error.
    pub complained: String,
}

impl Desk {
    /// A desk at a folder.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// The businesses.
    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// The folder in which backups are kept.
    pub fn kept(&self) -> PathBuf {
        self.root.join("kept")
    }

    /// A file that goes in or out.
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join("files").join(name)
    }

    /// The program with these words, quiet and in a fixed place and language.
    pub fn command(&self, tijori: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(tijori);
        command
            .args(words)
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .env("TIJORI_DATA", self.data())
            .env("LC_ALL", "en_US.UTF-8")
            .env("TZ", "Asia/Dhaka")
            .env("USER", "Rahima")
            .env("HOME", &self.root)
            .current_dir(&self.root)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// The same with the shim between it and this desk.
    pub fn shimmed(&self, tijori: &Path, shim: &Shim, words: &[&str]) -> Command {
        let mut command = self.command(tijori, words);
        shim.around(&mut command, &self.root);
        command
    }
}

impl Ran {
    /// Whether it said that it did what was asked.
    pub fn is_done(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }

    /// Whether it was killed.
    pub fn is_killed(&self) -> bool {
        self.status.is_some_and(|status| status.code().is_none())
    }

    /// What must never happen, however it ended: a panic, hanging, or failing without a word.
    pub fn misbehaved(&self) -> Option<String> {
        if self.status.is_none() {
            return Some("it hung".to_owned());
        }
        if self.complained.contains("panicked") {
            return Some(format!("it panicked: {}", self.complained.trim()));
        }
        let failed = !self.is_done() && !self.is_killed();
        (failed && self.complained.trim().is_empty()).then(|| "it failed without a word".to_owned())
    }
}

/// Runs to the end, or until it hangs.
///
/// # Errors
/// When it cannot be started.
pub fn run(command: &mut Command) -> std::io::Result<Ran> {
    let mut child = command.spawn()?;
    let said = collect(child.stdout.take());
    let complained = collect(child.stderr.take());
    let status = wait_for(&mut child, RUN_MAX);
    if status.is_none() {
        let _ = child.kill();
        let _ = child.wait();
    }
    let text = |reading: std::thread::JoinHandle<String>| reading.join().unwrap_or_default();
    Ok(Ran {
        status,
        said: text(said),
        complained: text(complained),
    })
}

/// Reads a pipe to its end beside everything else, so that nobody waits for a full one.
pub fn collect(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// How it ended, unless it takes longer than that.
pub fn wait_for(child: &mut Child, longest: Duration) -> Option<ExitStatus> {
    let begun = Instant::now();
    while begun.elapsed() < longest {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    None
}
