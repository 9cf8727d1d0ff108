//! Readers are fed with what strangers could send (T-F1, T-F2): good files, damaged and hostile
//! ones, what once broke a reader, and all of these changed at random.
//!
//! This runs everywhere with the stable compiler. The fuzzers in `fuzz/`, which watch what code an
//! input reaches, feed the same readers; what they find is kept in `corpus/` and fed here for ever.

use crate::bench::Bench;
use crate::random::Numbers;
use crate::tally::Tally;
use crate::targets::{TARGETS, Target};
use anyhow::{Result, anyhow};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use testkit::sample_files as samples;

/// A reader that takes longer hangs.
const ANSWER_MAX: Duration = Duration::from_secs(5);
/// The longest input that is made by changing another, in bytes.
const LENGTH_MAX: usize = 1 << 20;

/// What people type, and names that broke other programs.
const TEXTS: &[&str] = &[
    "1,234.56",
    "১২,৩৪,৫৬৭.৮৯",
    "-०.१",
    "(12.5)",
    "1e5",
    "0,1,2",
    "79228162514264337593543950335",
    "29/02/2024",
    "2026-11-22",
    "৩১/১২/২০২৬",
    "22.11.26",
    "١٢٣",
    "1 234,5",
    "+-1",
    "",
    "শর্মা / Sons",
    "CON",
    "..",
    "a\u{202e}fdp.exe",
    " . ",
    "क्ष्म्य",
    "x.manager.manager",
    "1970-01-01T00:00:00Z\t2\t00\t00\tname",
];

/// Feeds every reader.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let folder = bench.folder().join("strangers");
    fs::create_dir_all(&folder)?;
    for target in TARGETS {
        let mut inputs = seeds(target.name, &folder)?;
        inputs.extend(kept(target.name)?);
        let rounds = match target.name {
            "file" => bench.either(150, 20_000),
            _ => bench.either(4_000, 1_000_000),
        };
        let mut numbers = Numbers::of(bench.seed, target.name);
        let longest = fed(target, &inputs, rounds, &mut numbers, &folder, &mut tally);
        let name = target.name;
        tally.add(
            &format!("{name}: fed"),
            u64::try_from(rounds + inputs.len())?,
        );
        tally.figures.push(format!(
            "{name}: longest {:.0} ms",
            longest.as_secs_f64() * 1000.0
        ));
    }
    Ok(tally)
}

/// Writes what each fuzzer begins with into a folder of its name.
///
/// # Errors
/// When it cannot be written.
pub fn write_corpus(folder: &Path) -> Result<()> {
    for target in TARGETS {
        let own = folder.join(target.name);
        fs::create_dir_all(&own)?;
        let scratch = tempfile::tempdir()?;
        let inputs = seeds(target.name, scratch.path())?;
        for (number, bytes) in inputs.into_iter().chain(kept(target.name)?).enumerate() {
            fs::write(own.join(format!("begin-{number:03}")), bytes)?;
        }
    }
    Ok(())
}

/// Feeds all inputs as they are, then changed; how long the slowest took.
fn fed(
    target: &Target,
    inputs: &[Vec<u8>],
    rounds: usize,
    numbers: &mut Numbers,
    folder: &Path,
    tally: &mut Tally,
) -> Duration {
    let mut longest = Duration::ZERO;
    for round in 0..inputs.len() + rounds {
        let bytes = match inputs.get(round) {
            Some(bytes) => bytes.clone(),
            None => changed(inputs, numbers),
        };
        let begun = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| (target.feed)(&bytes, folder)));
        longest = longest.max(begun.elapsed());
        tally.points += 1;
        if outcome.is_err() || begun.elapsed() > ANSWER_MAX {
            let kept = std::env::temp_dir().join(format!("tijori-{}-{round}", target.name));
            let _ = fs::write(&kept, &bytes);
            let took = begun.elapsed();
            tally.fail(format!(
                "{} after {took:?}: {}",
                target.name,
                kept.display()
            ));
        }
    }
    longest
}

/// Inputs to begin with.
fn seeds(target: &str, folder: &Path) -> Result<Vec<Vec<u8>>> {
    Ok(match target {
        "file" => files(folder)?,
        "wire" => samples::small_business_records()
            .into_iter()
            .map(|record| record.content)
            .chain(TEXTS.iter().map(|text| text.as_bytes().to_vec()))
            .collect(),
        _ => TEXTS.iter().map(|text| text.as_bytes().to_vec()).collect(),
    })
}

/// Good, damaged and hostile files.
fn files(folder: &Path) -> Result<Vec<Vec<u8>>> {
    use samples::Hostile;
    let path = folder.join("seed");
    let mut found = Vec::new();
    let mut take = |make: &dyn Fn(&Path) -> samples::Built| -> Result<()> {
        let _ = fs::remove_file(&path);
        make(&path).map_err(|error| anyhow!("a sample cannot be made: {error}"))?;
        found.push(fs::read(&path)?);
        Ok(())
    };
    for make in [
        samples::small_business_file as fn(&Path) -> samples::Built,
        samples::small_business_file_compressed,
        samples::small_business_file_gzip,
        samples::small_business_file_zip,
        samples::small_business_file_zstandard,
        samples::empty,
        samples::text,
        samples::other_database,
        samples::cut_half,
        samples::overwritten_middle,
        samples::older_format,
        samples::two_databases_zip,
        samples::zip_without_database,
        samples::encrypted,
        samples::damaged_record,
        samples::keys_differing_in_case,
        samples::zstandard_with_huge_window,
    ] {
        take(&make)?;
    }
    for what in [
        Hostile::EndlessView,
        Hostile::ViewBeside,
        Hostile::Trigger,
        Hostile::ComputedIndex,
        Hostile::Check,
        Hostile::ComputedColumn,
        Hostile::ComputedContent,
        Hostile::ViewPosingAsTable,
    ] {
        take(&|path| samples::hostile_file(path, what))?;
    }
    Ok(found)
}

/// What once broke a reader.
fn kept(target: &str) -> Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths
        .into_iter()
        .map(fs::read)
        .collect::<std::io::Result<_>>()?)
}

/// An input with a few of its bytes changed, taken away, doubled, or taken from another.
fn changed(inputs: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = inputs[numbers.below(inputs.len())].clone();
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + 1 + numbers.below(16)).min(bytes.len());
        match numbers.below(6) {
            0 => bytes.truncate(at.max(1)),
            1 if at < end => drop(bytes.drain(at..end)),
            2 if at < end => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let other = &inputs[numbers.below(inputs.len())];
                let from = numbers.below(other.len() + 1);
                let to = (from + numbers.below(64)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            4 if at < end => bytes[at..end].fill([0, 0x7f, 0x80, 0xff][numbers.below(4)]),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << numbers.below(8);
                }
            }
        }
    }
    bytes.truncate(LENGTH_MAX);
    bytes
}
