//! The compressed form: read by everyone, and no change of it goes unnoticed.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use manager_file::{CompressOptions, compress};
use sha2::{Digest, Sha256};
use testkit::sample_files as files;

use crate::Desk;

const GO_ON: fn(u64, u64) -> ControlFlow<()> = |_, _| ControlFlow::Continue(());

/// A plain file of several frames, mostly noise.
fn large_plain_file(desk: &Desk) -> std::path::PathBuf {
    let path = desk.path("large.manager");
    files::small_business_file(&path).unwrap();
    let database = rusqlite::Connection::open(&path).unwrap();
    let sql = "INSERT INTO \"Images\" (\"Key\", \"Content\") VALUES (?1, ?2)";
    let mut noise = Noise(7);
    for at in 0..5 {
        let bytes: Vec<u8> = (0..900_000).map(|_| noise.next() as u8).collect();
        database.execute(sql, (format!("{at}"), bytes)).unwrap();
    }
    path
}

/// Numbers without pattern, the same ones for the same seed (xorshift).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

fn compressed(desk: &Desk, plain: &Path, name: &str, threads: usize) -> Vec<u8> {
    let target = desk.path(name);
    let options = CompressOptions { level: 3, threads };
    let made = compress(plain, &target, &options, &mut GO_ON.clone()).unwrap();
    let bytes = fs::read(&target).unwrap();
    assert_eq!(made.bytes_count, bytes.len() as u64);
    assert_eq!(made.sha256, <[u8; 32]>::from(Sha256::digest(&bytes)));
    bytes
}

#[test]
fn the_bytes_do_not_depend_on_the_number_of_threads() {
    let desk = Desk::set_up();
    let plain = large_plain_file(&desk);
    let one = compressed(&desk, &plain, "1", 1);
    assert_eq!(one, compressed(&desk, &plain, "3", 3));
    assert_eq!(one, compressed(&desk, &plain, "16", 99));
    assert_eq!(desk.code(&desk.path("3")), "accepted");
}

#[test]
fn ordinary_readers_of_zstandard_get_the_plain_database() {
    let desk = Desk::set_up();
    let plain = large_plain_file(&desk);
    let expected = fs::read(&plain).unwrap();
    let bytes = compressed(&desk, &plain, "large.zst", 2);
    let mut decoded = Vec::new();
    zstd::Decoder::new(bytes.as_slice())
        .unwrap()
        .read_to_end(&mut decoded)
        .unwrap();
    assert!(decoded == expected, "the zstd crate reads something else");
    let run = Command::new("zstd")
        .args(["-d", "-q", "-c"])
        .arg(desk.path("large.zst"))
        .output();
    match run {
        Ok(output) if output.status.success() => assert!(output.stdout == expected),
        Ok(output) => panic!("zstd -d: {}", String::from_utf8_lossy(&output.stderr)),
        Err(_) => println!("skipped: there is no zstd program here"),
    }
}

#[test]
fn readers_of_the_seekable_convention_find_any_piece() {
    let desk = Desk::set_up();
    let plain = large_plain_file(&desk);
    let expected = fs::read(&plain).unwrap();
    compressed(&desk, &plain, "large.zst", 1);
    let source = fs::File::open(desk.path("large.zst")).unwrap();
    let mut decoder = zeekstd::Decoder::new(source).unwrap();
    for (from, to) in [(0, 100), (1_048_570, 1_048_590), (3_000_000, 4_500_000)] {
        decoder.set_offset(from).unwrap();
        decoder.set_offset_limit(to).unwrap();
        let mut piece = Vec::new();
        decoder.read_to_end(&mut piece).unwrap();
        assert!(
            piece == expected[from as usize..to as usize],
            "{from} to {to}"
        );
    }
}

#[test]
fn stopping_leaves_no_file() {
    let desk = Desk::set_up();
    let plain = large_plain_file(&desk);
    let target = desk.path("half");
    let mut told = Vec::new();
    let result = compress(
        &plain,
        &target,
        &CompressOptions::default(),
        &mut |done, total| {
            told.push((done, total));
            match told.len() {
                2 => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            }
        },
    );
    assert_eq!(result.err().map(|error| error.code()), Some("stopped"));
    assert!(!target.exists());
    let total = fs::metadata(&plain).unwrap().len();
    assert_eq!(told, [(1_048_576, total), (2_097_152, total)]);
}

#[test]
fn a_file_that_is_there_is_not_overwritten() {
    let desk = Desk::set_up();
    let plain = desk.path("plain.manager");
    files::small_business_file(&plain).unwrap();
    let result = compress(
        &plain,
        &plain,
        &CompressOptions::default(),
        &mut GO_ON.clone(),
    );
    assert_eq!(
        result.err().map(|error| error.code()),
        Some("cannot-be-written")
    );
    assert_eq!(desk.code(&plain), "accepted");
}

#[test]
fn no_single_bit_flip_is_accepted() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file_compressed(&path).unwrap();
    let bytes = fs::read(&path).unwrap();
    let seed = std::env::var("TIJORI_TEST_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(20_261_121);
    let mut noise = Noise(seed);
    let mut flips: Vec<usize> = (0..2000)
        .map(|_| (noise.next() % (bytes.len() as u64 * 8)) as usize)
        .collect();
    // And every bit of both ends, where the frames with the seal and the seek table are.
    let ends = (0..32).chain(bytes.len() - 160..bytes.len());
    flips.extend(ends.flat_map(|at| at * 8..at * 8 + 8));
    let mut codes = BTreeMap::<&str, usize>::new();
    for bit in flips {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let code = desk.code_of(&flipped);
        assert_ne!(code, "accepted", "bit {bit}, seed {seed}");
        *codes.entry(code).or_default() += 1;
    }
    println!("{} bytes, seed {seed}: {codes:?}", bytes.len());
    assert!(codes["altered"] > 2000, "{codes:?}");
}

#[test]
fn no_truncated_file_is_accepted() {
    let desk = Desk::set_up();
    let plain = large_plain_file(&desk);
    let large = desk.path("large.zst");
    compressed(&desk, &plain, "large.zst", 2);
    let small = desk.path("small.manager");
    files::small_business_file_compressed(&small).unwrap();
    let mut codes = BTreeMap::<&str, usize>::new();
    for path in [large, small] {
        let file = fs::File::options().write(true).open(&path).unwrap();
        let whole = file.metadata().unwrap().len();
        let mut lengths: Vec<u64> = (0..whole).step_by(512).collect();
        lengths.extend(0..40);
        lengths.extend(whole - 300..whole);
        // From the end to the beginning, so that the file need not be written again.
        lengths.sort_by(|a, b| b.cmp(a));
        for length in lengths {
            file.set_len(length).unwrap();
            let code = desk.code(&path);
            assert_ne!(code, "accepted", "{length} of {whole}");
            *codes.entry(code).or_default() += 1;
        }
    }
    println!("{codes:?}");
}

#[test]
fn bytes_appended_or_a_seal_taken_away_are_noticed() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file_compressed(&path).unwrap();
    let bytes = fs::read(&path).unwrap();
    let mut longer = bytes.clone();
    longer.extend(b"more");
    assert_ne!(desk.code_of(&longer), "accepted");
    // Without the frame that announces it, the seal at the end is still found.
    assert_eq!(desk.code_of(&bytes[24..]), "altered");
    // Two whole files behind each other are no whole file.
    assert_eq!(desk.code_of(&[bytes.clone(), bytes].concat()), "altered");
}
