//! The library that stands between a program and its files: compiled once, handed over by the
//! environment. What it does is told in `shim.c`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Its source.
const SOURCE: &str = include_str!("shim.c");

/// The compiled library.
#[derive(Debug)]
pub struct Shim {
    library: PathBuf,
}

/// Which operations count, by their letters in `shim.c`.
pub const CHANGES: &str = "nwts";

/// What happens to one operation.
#[derive(Debug, Clone)]
pub struct Breakage<'a> {
    /// Its number, from 1.
    pub at: u64,
    /// Which operations count.
    pub of: &'a str,
    /// An error's name, `short`, `kill` or `torn`.
    pub with: &'a str,
    /// Whether everything after it that such a disk refuses fails too.
    pub is_sticky: bool,
}

impl Shim {
    /// Compiles the library in a folder.
    ///
    /// # Errors
    /// Why this machine cannot: no Linux, no compiler, or another C library.
    pub fn compile(folder: &Path) -> Result<Self, String> {
        if !cfg!(all(target_os = "linux", target_env = "gnu")) {
            return Err("the shim is for Linux with glibc".to_owned());
        }
        let source = folder.join("shim.c");
        let library = folder.join("shim.so");
        std::fs::write(&source, SOURCE).map_err(|error| error.to_string())?;
        let output = Command::new("cc")
            .args([
                "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o",
            ])
            .args([&library, &source])
            .arg("-ldl")
            .output()
            .map_err(|error| format!("no C compiler can be started: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        Ok(Self { library })
    }

    /// Puts the shim between a program and this folder.
    pub fn around(&self, command: &mut Command, under: &Path) {
        command
            .env("LD_PRELOAD", &self.library)
            .env("TIJORI_SHIM_UNDER", under);
    }
}

impl Breakage<'_> {
    /// Tells the shim.
    pub fn tell(&self, command: &mut Command) {
        command
            .env("TIJORI_SHIM_AT", self.at.to_string())
            .env("TIJORI_SHIM_OF", self.of)
            .env("TIJORI_SHIM_WITH", self.with);
        if self.is_sticky {
            command.env("TIJORI_SHIM_STICKY", "1");
        }
    }
}

/// Has the shim write down what succeeds, but for what `hidden` names (see `shim.c`).
pub fn write_down(command: &mut Command, log: &Path, hidden: &str) {
    command
        .env("TIJORI_SHIM_LOG", log)
        .env("TIJORI_SHIM_HIDE", hidden);
}
