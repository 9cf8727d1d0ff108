//! Clocks that are wrong (T-R9): the program is told another time, also between two acts. Names of
//! backups are right and never taken over, History keeps its order, everything verifies.

use crate::bench::Bench;
use crate::facts::Facts;
use crate::ground::{SHOP, base_desk, copy_of};
use crate::subject::{Desk, run as run_command};
use crate::tally::Tally;
use anyhow::Result;
use jiff::civil::DateTime;
use std::path::Path;
use std::process::Command;

/// What the clocks in Dhaka show, where the business is: leap days, ends of years, the end of the
/// time of 32 bits, far ahead, and years back.
const MOMENTS: &[&str] = &[
    "2028-02-29T23:59:30",
    "2027-12-31T23:59:30",
    "2038-01-19T09:14:06",
    "2038-01-20T00:00:10",
    "2100-03-01T00:00:10",
    "2025-11-22T12:00:00",
    "2076-11-22T12:00:00",
    "1999-12-31T12:00:00",
    "2026-03-29T08:00:00",
    "2026-10-25T07:30:00",
    "2026-11-22T00:30:00",
];

/// Where the business is.
const HOME: &str = "Asia/Dhaka";
/// Zones that the computer may be set to: the date of a backup is the business's all the same.
const ZONES: &[&str] = &[HOME, "Etc/GMT+12", "Pacific/Kiritimati", "Europe/Paris"];

/// Goes through the moments on one desk, so that each is a jump from the one before.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    if Command::new("faketime").arg("--version").output().is_err() {
        tally.skipped.push("faketime is not installed".to_owned());
        return Ok(tally);
    }
    let desk = copy_of(&base_desk(bench)?, &bench.folder().join("clocks"))?;
    for moment in MOMENTS {
        for zone in ZONES.iter().take(bench.either(2, ZONES.len())) {
            tally.points += 1;
            if let Err(fault) = lived(bench, &desk, moment, zone)? {
                tally.fail(format!("{moment} in {zone}: {fault}"));
            }
        }
    }
    tally.points += 1;
    match Facts::of(&desk) {
        Ok(_) => tally.count("whole after all of it"),
        Err(fault) => tally.fail(fault),
    }
    Ok(tally)
}

/// A save and a backup at one moment, with the computer set to a zone.
fn lived(bench: &Bench, desk: &Desk, moment: &str, zone: &str) -> Result<Result<(), String>> {
    let moment: DateTime = moment.parse()?;
    let date = moment.date();
    let told = format!("@{}", moment.in_tz(HOME)?.timestamp().as_second());
    let tijori = bench.tijori.display().to_string();
    let act = |words: &[&str]| -> Result<_> {
        let all = [&[told.as_str(), tijori.as_str()], words].concat();
        let mut command = desk.command(Path::new("faketime"), &all);
        Ok(run_command(command.env("TZ", zone))?)
    };
    let customer = desk.file("customer.json").display().to_string();
    let saved = act(&["record", "put", SHOP, "--kind", "customers", &customer])?;
    if !saved.is_done() {
        return Ok(Err(format!(
            "nothing can be saved: {}",
            saved.complained.trim()
        )));
    }
    let folder = desk.root.join("files").display().to_string();
    let expected = desk.file(&format!("{SHOP} ({date}).manager"));
    let was_there = std::fs::read(&expected).ok();
    let backed_up = act(&["backup", SHOP, "--output", &folder])?;
    Ok(match (was_there, std::fs::read(&expected).ok()) {
        (Some(before), Some(after)) if before != after => {
            Err("the backup that bore the name was written over".to_owned())
        }
        (Some(_), Some(_)) if backed_up.is_done() => {
            Err("a backup was told as made, and the name was taken".to_owned())
        }
        (None, None) => Err(format!(
            "no backup of the name {}: {}{}",
            expected.display(),
            backed_up.said.trim(),
            backed_up.complained.trim()
        )),
        _ => Ok(()),
    })
}
