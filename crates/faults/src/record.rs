//! What the shim wrote down: the operations of a program on its files, in their order.
//!
//! A line names the operation and its paths, between tabs; the bytes of a write follow their line.
//!
//! | line | meaning |
//! |---|---|
//! | `C path` | a new, empty file |
//! | `T path size` | a file got this length |
//! | `W path at length` | bytes were written; they follow |
//! | `R from to`, `L from to` | renamed; a second name |
//! | `U path`, `M path`, `X path` | a name removed; a folder made; a folder removed |
//! | `S path`, `D path` | a file, a folder was synced |
//! | `A length` | something was said on standard output; it follows |

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// One operation. Paths are relative to the folder that was watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A new, empty file.
    Create(PathBuf),
    /// A file got this length.
    Resize(PathBuf, usize),
    /// Bytes at a place.
    Write(PathBuf, usize, Vec<u8>),
    /// Everything in a file is on the disk.
    SyncFile(PathBuf),
    /// All names in a folder are on the disk.
    SyncFolder(PathBuf),
    /// Another name.
    Rename(PathBuf, PathBuf),
    /// A second name.
    Link(PathBuf, PathBuf),
    /// A name less.
    Unlink(PathBuf),
    /// A new folder.
    MakeFolder(PathBuf),
    /// A folder less.
    RemoveFolder(PathBuf),
    /// Something was said to the person: whatever it tells of must last.
    Said(Vec<u8>),
}

/// Reads a log of the shim's.
///
/// # Errors
/// When it cannot be read or is not one.
pub fn read(log: &Path, watched: &Path) -> Result<Vec<Step>> {
    let bytes = std::fs::read(log).with_context(|| format!("{} is not there", log.display()))?;
    let mut steps = Vec::new();
    let mut rest = bytes.as_slice();
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b'\n');
        let end = end.context("a line of the log has no end")?;
        let line = std::str::from_utf8(&rest[..end]).context("a path is not text")?;
        rest = &rest[end + 1..];
        let (step, used) = step(line, rest, watched)?;
        rest = &rest[used..];
        steps.extend(step);
    }
    Ok(steps)
}

/// One step, unless it is about a file without a name, and how many bytes belong to it.
fn step(line: &str, after: &[u8], watched: &Path) -> Result<(Option<Step>, usize)> {
    let words: Vec<&str> = line.split('\t').collect();
    let number = |at: usize| -> Result<usize> {
        let word: &str = words.get(at).context("a number is missing")?;
        Ok(word.parse()?)
    };
    let bytes = |length: usize| -> Result<Vec<u8>> {
        Ok(after.get(..length).context("bytes are missing")?.to_vec())
    };
    if words[0] == "A" {
        let length = number(1)?;
        return Ok((Some(Step::Said(bytes(length)?)), length));
    }
    let length = if words[0] == "W" { number(3)? } else { 0 };
    let path = |at: usize| -> Result<PathBuf> {
        let word: &str = words.get(at).context("a path is missing")?;
        Ok(Path::new(word).strip_prefix(watched)?.to_owned())
    };
    // What has no name is gone after a cut, whatever is in it.
    if words.iter().any(|word| word.ends_with(" (deleted)")) {
        return Ok((None, length));
    }
    let step = match words[0] {
        "C" => Step::Create(path(1)?),
        "T" => Step::Resize(path(1)?, number(2)?),
        "W" => Step::Write(path(1)?, number(2)?, bytes(length)?),
        "S" => Step::SyncFile(path(1)?),
        "D" => Step::SyncFolder(path(1)?),
        "R" => Step::Rename(path(1)?, path(2)?),
        "L" => Step::Link(path(1)?, path(2)?),
        "U" => Step::Unlink(path(1)?),
        "M" => Step::MakeFolder(path(1)?),
        "X" => Step::RemoveFolder(path(1)?),
        other => bail!("the log has an unknown line: {other}"),
    };
    Ok((Some(step), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_read_with_bytes_that_look_like_lines() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let text =
            "C\t/w/a\nW\t/w/a\t3\t4\nC\t/\nA\t2\nokS\t/w/a\nW\t/w/x (deleted)\t0\t1\nzD\t/w\n";
        std::fs::write(&log, text).unwrap();
        let steps = read(&log, Path::new("/w")).unwrap();
        let expected = [
            Step::Create("a".into()),
            Step::Write("a".into(), 3, b"C\t/\n".to_vec()),
            Step::Said(b"ok".to_vec()),
            Step::SyncFile("a".into()),
            Step::SyncFolder("".into()),
        ];
        assert_eq!(steps, expected);
        std::fs::write(&log, "Q\t/w/a\n").unwrap();
        assert!(read(&log, Path::new("/w")).is_err());
    }
}
