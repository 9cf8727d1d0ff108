//! The disk is full (T-R3): a real one, of a few hundred kilobytes in memory, mounted where nobody
//! else sees it. Then it gets room, and the program must go on where it was.

use crate::bench::Bench;
use crate::flow::{Rehearsed, flows, knows_replace};
use crate::ground::{base_desk, copy_of, keep_backups_in};
use crate::subject::{Desk, Ran, run as run_command};
use crate::tally::Tally;
use anyhow::{Context, Result};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// The size of pages of such a disk, in bytes.
const PAGE: u64 = 4096;
/// The least and the most that is free, in KiB: from nearly nothing to more than any act needs.
const FREE: std::ops::Range<u64> = 4..1400;

/// What runs where the disk is mounted: fill it, act, take what is left, make room, act again.
const SCRIPT: &str = r#"
mount -t tmpfs -o "size=$1k" tmpfs "$2" || exit 99
cp -a "$3/." "$2/" || exit 98
cd "$2" && shift 3
out=$1 && shift
"$@" >"$out/said" 2>"$out/complained"
echo $? >"$out/code"
cp -a . "$out/left"
mount -o "remount,size=64m" . || exit 97
"$1" record put Shop --kind customers files/customer.json >"$out/said-after" 2>&1
echo $? >"$out/code-after"
"#;

/// Does every act on disks with more and more room.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let shim = match &bench.shim {
        Ok(shim) => shim,
        Err(reason) => {
            tally.skipped.push(reason.clone());
            return Ok(tally);
        }
    };
    if let Some(reason) = cannot_mount() {
        tally.skipped.push(reason);
        return Ok(tally);
    }
    let base = base_desk(bench)?;
    // What is copied onto the disk must keep its backups there.
    let model = copy_of(&base, &bench.folder().join("model"))?;
    keep_backups_in(&model, &Desk::at(&bench.folder().join("disk")))?;
    let used = pages_of(&model.root)? * PAGE / 1024;
    for flow in flows(knows_replace(bench, &base)?) {
        let rehearsed = flow.rehearse(bench, shim, &base)?;
        let mut free = FREE.start;
        while FREE.contains(&free) {
            squeezed(bench, &model, &rehearsed, used + free, &mut tally)?;
            free = bench.either(free * 4, free + 28);
        }
    }
    Ok(tally)
}

/// Why no disk can be mounted here, if so.
fn cannot_mount() -> Option<String> {
    let words = ["-Urm", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"];
    match Command::new("unshare").args(words).output() {
        Ok(output) if output.status.success() => None,
        Ok(output) => Some(format!(
            "no disk can be mounted: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        )),
        Err(error) => Some(format!("no disk can be mounted: {error}")),
    }
}

/// One act on a disk of one size.
fn squeezed(
    bench: &Bench,
    base: &Desk,
    rehearsed: &Rehearsed,
    size_kib: u64,
    tally: &mut Tally,
) -> Result<()> {
    let disk = Desk::at(&bench.folder().join("disk"));
    fs::create_dir_all(&disk.root)?;
    let out = bench.folder().join("out");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir(&out)?;
    let size = size_kib.to_string();
    let paths = [&disk.root, &base.root, &out, &bench.tijori];
    let [disk_path, base_path, out_path, tijori] = paths.map(|path| path.display().to_string());
    let act = rehearsed.flow.words(&disk);
    let mut words = vec!["-Urm", "sh", "-c", SCRIPT, "sh"];
    words.extend([&size, &disk_path, &base_path, &out_path, &tijori].map(String::as_str));
    words.extend(act.iter().map(String::as_str));
    let outside = run_command(&mut disk.command(Path::new("unshare"), &words))?;
    let name = rehearsed.flow.name;
    tally.points += 1;
    let read = |file: &str| fs::read_to_string(out.join(file));
    let code: i32 = match read("code") {
        Ok(code) => code.trim().parse()?,
        // What is there already did not fit.
        Err(_) => {
            tally.count("no room to begin with");
            return Ok(());
        }
    };
    let ran = Ran {
        status: Some(ExitStatus::from_raw(code << 8)),
        said: read("said")?,
        complained: read("complained")?,
    };
    let left = copy_of(&Desk::at(&out.join("left")), &bench.folder().join("point"))?;
    let mut leftovers = 0;
    match rehearsed.judge(&ran, &left, &mut leftovers) {
        Ok(seen) => tally.count(seen),
        Err(fault) => tally.fail(format!("{name} on {size_kib} KiB: {fault}")),
    }
    if leftovers > 0 {
        tally.fail(format!(
            "{name} on {size_kib} KiB: an unfinished file was left"
        ));
    }
    let after = read("code-after").context(outside.complained)?;
    if after.trim() != "0" {
        let said = read("said-after")?;
        tally.fail(format!(
            "{name} on {size_kib} KiB: with room again: {}",
            said.trim()
        ));
    }
    Ok(())
}

/// How many pages a disk needs for a folder.
fn pages_of(folder: &Path) -> Result<u64> {
    let mut pages = 1;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        pages += if entry.file_type()?.is_dir() {
            pages_of(&entry.path())?
        } else {
            entry.metadata()?.len().div_ceil(PAGE)
        };
    }
    Ok(pages)
}
