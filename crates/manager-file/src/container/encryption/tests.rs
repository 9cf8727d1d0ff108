//! What goes in comes out, and whatever was changed on the way does not.

use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::iter;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use age::armor::{ArmoredWriter, Format};
use age::secrecy::SecretString;
use proptest::prelude::*;
use tempfile::TempDir;

use super::{Encryption, Sealing, around_damage, is_encrypted, open};
use crate::container::pace::PacedFile;
use crate::container::{Limits, Passphrase, Refusal};

const WORDS: &str = "correct horse battery staple";
/// Plain bytes in one chunk of the format.
const CHUNK_BYTES: usize = 64 * 1024;
/// The same chunk in the file: with its mark.
const SEALED_CHUNK_BYTES: usize = CHUNK_BYTES + 16;

struct Desk(TempDir);

impl Desk {
    fn set_up() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("scratch")).unwrap();
        Self(folder)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("file")
    }

    /// The encrypted form of these bytes.
    fn seal(&self, plain: &[u8]) -> Vec<u8> {
        let encryption = Encryption::quick(Passphrase::new(WORDS));
        let file = File::create(self.path()).unwrap();
        let mut sealing = Sealing::begin(PacedFile::of(file), &encryption).unwrap();
        sealing.write_all(plain).unwrap();
        sealing.finish().unwrap();
        fs::read(self.path()).unwrap()
    }

    /// Opens these bytes; makes sure that a refusal leaves nothing behind.
    fn open_with(&self, bytes: &[u8], words: Option<&str>) -> Result<Vec<u8>, Refusal> {
        fs::write(self.path(), bytes).unwrap();
        let scratch = self.0.path().join("scratch");
        let passphrase = words.map(Passphrase::new);
        let opened = open_file(&self.path(), bytes, passphrase.as_ref(), &scratch);
        assert_eq!(
            fs::read_dir(&scratch).unwrap().count(),
            0,
            "left in scratch"
        );
        opened
    }

    fn code(&self, bytes: &[u8], words: Option<&str>) -> &'static str {
        match self.open_with(bytes, words) {
            Ok(_) => "opened",
            Err(refusal) => refusal.code(),
        }
    }
}

#[test]
fn what_is_not_damaged_is_decrypted_around_what_is() {
    let desk = Desk::set_up();
    let plain = noise(5 * CHUNK_BYTES + 77);
    let sealed = desk.seal(&plain);
    let body = sealed.len() - plain.len() - 6 * (SEALED_CHUNK_BYTES - CHUNK_BYTES);
    let mut damaged = sealed.clone();
    for chunk in [1, 3] {
        damaged[body + chunk * SEALED_CHUNK_BYTES + 9] ^= 1;
    }
    fs::write(desk.path(), &damaged).unwrap();
    let (file, words) = (File::open(desk.path()).unwrap(), Passphrase::new(WORDS));
    let scratch = desk.0.path().join("scratch");
    let mut around = around_damage(&file, &words, &scratch, &Limits::default()).unwrap();
    let mut found = Vec::new();
    around.plain.rewind().unwrap();
    around.plain.read_to_end(&mut found).unwrap();
    let mut expected = plain.clone();
    for chunk in [1, 3] {
        expected[chunk * CHUNK_BYTES..(chunk + 1) * CHUNK_BYTES].fill(0);
    }
    assert!(
        found == expected,
        "other chunks than the damaged ones differ"
    );
    let at = u64::try_from(2 * CHUNK_BYTES + 5).unwrap();
    let there = usize::try_from(around.place(at)).unwrap();
    assert_eq!(there, body + 2 * SEALED_CHUNK_BYTES + 5);
    let other = Passphrase::new("wrong horse");
    let refused = around_damage(&file, &other, &scratch, &Limits::default());
    assert!(refused.is_err());
}

fn open_file(
    path: &Path,
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
    scratch: &Path,
) -> Result<Vec<u8>, Refusal> {
    let first = bytes.get(..64.min(bytes.len())).unwrap();
    if !is_encrypted(first) {
        return Err(Refusal::NotABackup);
    }
    let file = File::open(path).unwrap();
    let mut opened = open(file, first, passphrase, scratch, &Limits::default())?;
    let mut plain = Vec::new();
    opened.plain.read_to_end(&mut plain).unwrap();
    Ok(plain)
}

/// Bytes that repeat nowhere near.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    })
    .take(count)
    .collect()
}

#[test]
fn sizes_around_the_borders_of_chunks_come_back() {
    let desk = Desk::set_up();
    let sizes = [0, 1, 15, 16, 17, 4096]
        .into_iter()
        .chain((1..=3).flat_map(|chunks| (-17_isize..=17).map(move |more| near(chunks, more))));
    for size in sizes {
        let plain = noise(size);
        let sealed = desk.seal(&plain);
        assert_eq!(
            desk.open_with(&sealed, Some(WORDS)).unwrap(),
            plain,
            "{size} bytes"
        );
    }
}

fn near(chunks: usize, more: isize) -> usize {
    (chunks * CHUNK_BYTES).checked_add_signed(more).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn anything_comes_back_and_only_with_its_passphrase(
        plain in proptest::collection::vec(any::<u8>(), 0..200_000),
        other in "\\PC{0,24}",
    ) {
        let desk = Desk::set_up();
        let sealed = desk.seal(&plain);
        prop_assert_eq!(desk.open_with(&sealed, Some(WORDS)).unwrap(), plain);
        if other != WORDS {
            prop_assert_eq!(desk.code(&sealed, Some(&other)), "wrong-passphrase");
        }
    }
}

#[test]
fn every_changed_byte_is_noticed() {
    let desk = Desk::set_up();
    let sealed = desk.seal(&noise(300));
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1 << (at % 8);
        assert_ne!(desk.code(&changed, Some(WORDS)), "opened", "byte {at}");
    }
}

#[test]
fn every_cut_is_noticed_and_so_is_what_was_added() {
    let desk = Desk::set_up();
    let sealed = desk.seal(&noise(3 * CHUNK_BYTES + 100));
    let header = sealed.len() - 3 * SEALED_CHUNK_BYTES - 116;
    let borders = (0..=3).map(|chunk| header + chunk * SEALED_CHUNK_BYTES);
    let near = borders.flat_map(|border| [border - 1, border, border + 1, border + 16]);
    for length in (0..header).chain(near) {
        let code = desk.code(&sealed[..length], Some(WORDS));
        assert_ne!(code, "opened", "{length} of {} bytes", sealed.len());
    }
    let longer: Vec<u8> = sealed.iter().copied().chain([0]).collect();
    assert_eq!(desk.code(&longer, Some(WORDS)), "encryption-damaged");
    // Chunks in another order, and one twice.
    let chunk = |at: usize| &sealed[header + at * SEALED_CHUNK_BYTES..][..SEALED_CHUNK_BYTES];
    let last = &sealed[header + 3 * SEALED_CHUNK_BYTES..];
    for chunks in [[1, 0, 2], [0, 0, 1]] {
        let mut bytes = sealed[..header].to_vec();
        chunks
            .iter()
            .for_each(|at| bytes.extend_from_slice(chunk(*at)));
        bytes.extend_from_slice(last);
        assert_eq!(desk.code(&bytes, Some(WORDS)), "encryption-damaged");
    }
}

#[test]
fn what_is_wrong_is_told_apart() {
    let desk = Desk::set_up();
    let sealed = desk.seal(b"books");
    assert_eq!(desk.code(&sealed, None), "needs-passphrase");
    assert_eq!(desk.code(&sealed, Some("")), "wrong-passphrase");
    assert_eq!(
        desk.code(&sealed, Some("Correct horse battery staple")),
        "wrong-passphrase"
    );
    let end = sealed.len() - 1;
    assert_eq!(desk.code(&sealed[..end], Some(WORDS)), "encryption-damaged");
}

#[test]
fn an_accent_opens_however_it_is_typed() {
    let desk = Desk::set_up();
    for typed in ["caf\u{e9}", "cafe\u{301}"] {
        let file = File::create(desk.path()).unwrap();
        let encryption = Encryption::quick(Passphrase::new(typed));
        let sealing = Sealing::begin(PacedFile::of(file), &encryption).unwrap();
        sealing.finish().unwrap();
        let sealed = fs::read(desk.path()).unwrap();
        assert_eq!(desk.code(&sealed, Some("caf\u{e9}")), "opened");
        assert_eq!(desk.code(&sealed, Some("cafe\u{301}")), "opened");
    }
    // Another program used what was typed as it was.
    let apart = by_the_library("cafe\u{301}", Format::Binary, b"books");
    assert_eq!(desk.code(&apart, Some("cafe\u{301}")), "opened");
}

fn by_the_library(words: &str, format: Format, plain: &[u8]) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(words));
    recipient.set_work_factor(2);
    let recipient: &dyn age::Recipient = &recipient;
    let encryptor = age::Encryptor::with_recipients(iter::once(recipient)).unwrap();
    let mut sealed = Vec::new();
    let armor = ArmoredWriter::wrap_output(&mut sealed, format).unwrap();
    let mut writer = encryptor.wrap_output(armor).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap().finish().unwrap();
    sealed
}

#[test]
fn armoured_files_open_too_and_nothing_may_follow_their_end() {
    let desk = Desk::set_up();
    let plain = noise(200_000);
    let armored = by_the_library(WORDS, Format::AsciiArmor, &plain);
    assert_eq!(desk.open_with(&armored, Some(WORDS)).unwrap(), plain);
    assert_eq!(desk.code(&armored, Some("no")), "wrong-passphrase");
    let half = armored.len() / 2;
    assert_eq!(
        desk.code(&armored[..half], Some(WORDS)),
        "encryption-damaged"
    );
    let longer = [armored.as_slice(), b"more"].concat();
    assert_eq!(desk.code(&longer, Some(WORDS)), "encryption-damaged");
}

#[test]
fn hostile_headers_are_refused_at_once() {
    let desk = Desk::set_up();
    let version = "age-encryption.org/v1\n";
    let body = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    let mac = "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n0123456789abcdef0123456789abcdef";
    let scrypt = |factor: u32| format!("-> scrypt AAAAAAAAAAAAAAAAAAAAAA {factor}\n{body}");
    let key = format!("-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n{body}");
    let headers = [
        (scrypt(22), "work-factor-too-high"),
        (scrypt(63), "work-factor-too-high"),
        (scrypt(4_000_000_000), "work-factor-too-high"),
        (scrypt(18).repeat(2), "encryption-damaged"),
        (scrypt(18).repeat(4000), "too-large"),
        (key.repeat(4000), "too-large"),
        (
            format!("-> scrypt {} 18\n", "A".repeat(1 << 20)),
            "too-large",
        ),
        ("x".repeat(1 << 20), "too-large"),
        ("\n".repeat(1 << 20), "too-large"),
        (key, "encrypted-otherwise"),
    ];
    for (stanzas, code) in headers {
        let text = format!("{version}{stanzas}{mac}");
        let begun = Instant::now();
        assert_eq!(desk.code(text.as_bytes(), Some(WORDS)), code);
        assert!(
            begun.elapsed() < Duration::from_secs(1),
            "{code} took too long"
        );
    }
    let line = format!(
        "-----BEGIN AGE ENCRYPTED FILE-----\n{}",
        "A".repeat(8 << 20)
    );
    assert_eq!(
        desk.code(line.as_bytes(), Some(WORDS)),
        "encryption-damaged"
    );
}

#[test]
fn the_temporary_file_has_no_name() {
    let desk = Desk::set_up();
    let sealed = desk.seal(b"books");
    fs::write(desk.path(), &sealed).unwrap();
    let scratch = desk.0.path().join("scratch");
    let file = File::open(desk.path()).unwrap();
    let passphrase = Passphrase::new(WORDS);
    let limits = Limits::default();
    let opened = open(file, &sealed, Some(&passphrase), &scratch, &limits).unwrap();
    assert_eq!(fs::read_dir(&scratch).unwrap().count(), 0);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = opened.plain.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "others may look");
    }
    assert_eq!(opened.plain.metadata().unwrap().len(), 5);
}
