//! An encrypted backup needs no more memory when the business is larger (SPEC-backup.md, 11.4).
//!
//! Memory is counted for a whole process, so each size is made in a process of its own: this test
//! program again, with the one test that does the work.

use crate::encrypted::{WORDS, make};
use crate::setting::{Setting, key, made_up};
use backup::{BackupForm, NoProgress, Opening, Outcome, Passphrase, verify_with};
use std::fs;
use std::io::{self, Read};
use std::process::Command;
use store::BusinessStore;

/// Tells the process that does the work how many blobs to keep.
const BLOBS_VARIABLE: &str = "TIJORI_TEST_BLOBS";
/// Bytes of one blob.
const BLOB_BYTES: u64 = 4 * 1024 * 1024;
/// By how much the larger business may exceed the smaller one, in KiB: a fifth of what it holds
/// more. The smaller one is large enough to fill every cache and buffer.
const GROWTH_KIB_MAX: u64 = 22 * 1024;

/// Bytes that do not compress.
struct Noise(u64);

impl Read for Noise {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        for byte in piece.iter_mut() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            *byte = self.0.to_le_bytes()[3];
        }
        Ok(piece.len())
    }
}

/// The most memory that this process ever had, in KiB; nothing where the system does not tell.
fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
#[ignore = "it is run by the test below, in a process of its own"]
fn one_backup_and_its_verification() {
    let Ok(blobs) = std::env::var(BLOBS_VARIABLE) else {
        return;
    };
    let setting = Setting::new();
    let business = made_up(&setting);
    for number in 0..blobs.parse::<u8>().unwrap() {
        let mut source = Noise(u64::from(number) + 1).take(BLOB_BYTES);
        business
            .write(&mut |work| {
                work.put_blob(key(100 + number), Some("noise"), None, &mut source)
                    .map(drop)
            })
            .unwrap();
    }
    let secret = setting.path("secret.manager");
    let made = make(&setting, &*business, &secret, BackupForm::Compressed).unwrap();
    assert!(made.bytes_count > BLOB_BYTES * blobs.parse::<u64>().unwrap());
    let passphrase = Passphrase::new(WORDS);
    let scratch = setting.store.scratch();
    let opening = Opening::in_scratch(scratch).with_passphrase(Some(&passphrase));
    let verified = verify_with(&secret, "secret.manager", &opening, &NoProgress).unwrap();
    assert_eq!(verified.outcome, Outcome::Whole);
    println!("peak {}", peak_kib().unwrap());
}

/// The peak of a process that backs up a business with so many blobs.
fn peak_of(blobs: u8) -> u64 {
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", "--nocapture"])
        .arg("encrypted_memory::one_backup_and_its_verification")
        .env(BLOBS_VARIABLE, blobs.to_string())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let peak = said.lines().find_map(|line| line.split("peak ").nth(1));
    peak.and_then(|peak| peak.trim().parse().ok())
        .unwrap_or_else(|| panic!("{said}{}", String::from_utf8_lossy(&done.stderr)))
}

#[test]
fn the_memory_of_an_encrypted_backup_does_not_grow_with_the_business() {
    if peak_kib().is_none() {
        println!("skipped: this system does not tell the memory of a process");
        return;
    }
    let (small, large) = (peak_of(12), peak_of(40));
    println!("12 blobs: {small} KiB, 40 blobs: {large} KiB");
    assert!(large < small + GROWTH_KIB_MAX, "{small} KiB, {large} KiB");
}
