//! Starting other programs: found on the path, run with our own screen, judged by exit code.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The folder in which a program of this name lies on the path, joined with the name.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// The cargo that runs us, so that a step never mixes two toolchains.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// Runs a command to its end, on our screen.
///
/// # Errors
/// When it cannot be started or ends with another exit code than zero; the sentence names it.
pub fn finish(command: &mut Command) -> Result<()> {
    let line = written_out(command);
    let status = command
        .status()
        .with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// The command as a person would type it.
fn written_out(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Where cargo puts what it builds: CARGO_TARGET_DIR, or `target` in the workspace.
pub fn target_folder(root: &Path) -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root.join(folder),
        None => root.join("target"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_is_named_in_the_sentence() {
        let sentence = finish(Command::new("sh").args(["-c", "exit 3"]))
            .unwrap_err()
            .to_string();
        assert!(sentence.contains("`sh -c exit 3` failed"), "{sentence}");
    }

    #[test]
    fn a_program_that_is_missing_is_not_found() {
        assert_eq!(find_program("no-program-has-this-name"), None);
        assert!(find_program("sh").is_some());
    }
}
