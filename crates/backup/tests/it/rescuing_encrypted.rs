//! Out of a damaged encrypted file comes what its other chunks hold (docs/SPEC-rescue.md, 2.5).

use crate::setting::{BUSINESS, INSTALLATION, Setting, key, made_up, stamp};
use backup::{
    BackupContents, BackupForm, Encryption, ImportRequest, MakeRequest, NoProgress, Opening,
    Passphrase, Rescue, check_with, is_rescuable, make_backup, prepare_rescue, rescue,
};
use std::path::{Path, PathBuf};
use store::{Business, BusinessStore};

const WORDS: &str = "quick in the dark";
/// What a chunk takes in the file: 64 KiB and what authenticates them.
const CHUNK: usize = 64 * 1024 + 16;

/// A business with an attachment that no compression makes smaller, so that there are many chunks
/// and several blocks; and an encrypted backup of it.
fn desk() -> (Setting, std::sync::Arc<dyn Business>, PathBuf) {
    let setting = Setting::new();
    let business = made_up(&setting);
    let mut noise = Vec::new();
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    while noise.len() < 3 << 20 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        noise.extend_from_slice(&state.to_le_bytes());
    }
    business
        .write(&mut |work| {
            let bytes = &mut noise.as_slice();
            work.put_blob(key(60), Some("noise.bin"), None, bytes)
                .map(drop)
        })
        .unwrap();
    let path = setting.path("secret.manager");
    let request = MakeRequest {
        business: &*business,
        target: &path,
        scratch: setting.store.scratch(),
        contents: BackupContents::default(),
        form: BackupForm::Compressed,
        encryption: Some(&Encryption::quick(Passphrase::new(WORDS))),
        file_name: "secret.manager",
        stamp: &stamp(5),
    };
    make_backup(&request, &NoProgress).unwrap();
    (setting, business, path)
}

fn opened(setting: &Setting, path: &Path, words: &str) -> Result<Rescue, &'static str> {
    let passphrase = Passphrase::new(words);
    let opening = Opening::in_scratch(setting.store.scratch()).with_passphrase(Some(&passphrase));
    let error = check_with(path, "secret.manager", &opening, &NoProgress)
        .err()
        .unwrap();
    if !is_rescuable(&error) {
        return Err(error.code());
    }
    prepare_rescue(path, "secret.manager", &opening, &NoProgress).map_err(|error| error.code())
}

/// The file with a byte changed in the middle of a chunk.
fn damage(path: &Path, chunk: usize) -> PathBuf {
    let mut bytes = std::fs::read(path).unwrap();
    let head = bytes.windows(5).position(|it| it == b"\n--- ").unwrap() + 1;
    let head = head + bytes[head..].iter().position(|it| *it == b'\n').unwrap() + 1 + 16;
    let at = head + chunk * CHUNK + 1000;
    bytes[at] ^= 1;
    let damaged = path.with_file_name("damaged.manager");
    std::fs::write(&damaged, bytes).unwrap();
    damaged
}

#[test]
fn one_chunk_costs_one_block_and_every_record_that_is_elsewhere_is_certain() {
    let (setting, business, path) = desk();
    let chunks = std::fs::metadata(&path).unwrap().len() as usize / CHUNK;
    assert!(chunks > 30, "{chunks}");
    let damaged = damage(&path, chunks / 2);
    let rescued = opened(&setting, &damaged, WORDS).unwrap();
    let report = rescued.report();
    assert_eq!(report.proof, backup::Proof::Sha256);
    assert_eq!(report.blocks.len(), 1, "{:?}", report.blocks);
    let (block, at) = (report.blocks[0], (chunks / 2 * CHUNK) as u64);
    let covers = block.offset <= at + 2000 && at < block.offset + block.bytes_count;
    assert!(
        covers,
        "it is told where it lies in the encrypted file: {block:?} {at}"
    );
    assert!(rescued.plan().encrypted);
    let request = ImportRequest {
        key: key(61),
        name: Some("Rescued"),
        time_zone: "Asia/Dhaka",
        installation: INSTALLATION,
        stamp: &stamp(6),
    };
    rescue(&setting.store, &rescued, &request, &NoProgress).unwrap();
    let after = setting.store.open(key(61)).unwrap();
    let count = |business: &dyn Business| {
        let mut count = 0;
        let reader = business.read().unwrap();
        reader
            .each_object(None, &mut |_| {
                count += 1;
                Ok(())
            })
            .unwrap();
        count
    };
    assert!(count(&*after) > 0 && count(&*after) <= count(&*business));
    assert_eq!(setting.store.open(BUSINESS).unwrap().key(), BUSINESS);
}

#[test]
fn without_its_end_what_stands_before_the_damage_comes_out() {
    let (setting, _, path) = desk();
    let bytes = std::fs::read(&path).unwrap();
    let cut = path.with_file_name("cut.manager");
    std::fs::write(&cut, &bytes[..bytes.len() * 2 / 3]).unwrap();
    let rescued = opened(&setting, &cut, WORDS).unwrap();
    assert_eq!(rescued.report().proof, backup::Proof::Checksum);
    assert!(!rescued.report().is_whole());
}

#[test]
fn nothing_comes_out_without_the_right_passphrase() {
    let (setting, _, path) = desk();
    let damaged = damage(&path, 3);
    assert_eq!(
        opened(&setting, &damaged, "tulip").err(),
        Some("wrong-passphrase")
    );
    let opening = Opening::in_scratch(setting.store.scratch());
    let error = prepare_rescue(&damaged, "secret.manager", &opening, &NoProgress);
    assert_eq!(error.err().unwrap().code(), "needs-passphrase");
    let left = std::fs::read_dir(setting.store.scratch()).unwrap().count();
    assert_eq!(left, 1, "but for the mark of the folder");
}
