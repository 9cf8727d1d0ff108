//! The header of an age file, looked at before anything is derived from it: a hostile one may ask
//! for hours of work or gigabytes of memory (SPEC-backup.md, 11.6).

use std::io::{self, BufRead, Read};

use crate::container::{Limits, Refusal};

/// Longest header, in bytes.
const HEADER_BYTES_MAX: u64 = 64 * 1024;
/// Most stanzas: who else may open the file. A passphrase stands alone.
const STANZAS_COUNT_MAX: u64 = 20;
/// The first line of the version that we read.
const VERSION_LINE: &[u8] = b"age-encryption.org/v1\n";

/// A header that may be worked on.
#[derive(Debug)]
pub(super) struct Header {
    /// Its bytes, the last line included.
    pub(super) bytes: Vec<u8>,
    /// Log2 of the cost of trying a passphrase.
    pub(super) work_factor: u8,
}

/// Reads the header off `source` and nothing behind it.
pub(super) fn read(source: &mut impl BufRead, limits: &Limits) -> Result<Header, Refusal> {
    let mut bytes = Vec::new();
    let mut seen = Seen::default();
    loop {
        let begin = bytes.len();
        let left = HEADER_BYTES_MAX.saturating_sub(length(&bytes));
        source
            .by_ref()
            .take(left)
            .read_until(b'\n', &mut bytes)
            .map_err(damaged)?;
        let line = bytes.get(begin..).unwrap_or_default();
        if !line.ends_with(b"\n") {
            return Err(if length(&bytes) < HEADER_BYTES_MAX {
                Refusal::EncryptionDamaged
            } else {
                too_large("encryption-header-bytes", HEADER_BYTES_MAX)
            });
        }
        if begin == 0 {
            if line != VERSION_LINE {
                return Err(Refusal::EncryptedOtherwise);
            }
        } else if line.starts_with(b"---") {
            let work_factor = seen.work_factor(limits)?;
            return Ok(Header { bytes, work_factor });
        } else {
            seen.line(line)?;
        }
    }
}

/// What the lines so far came to.
#[derive(Default)]
struct Seen {
    stanzas: u64,
    /// The work factor as it is written, of each stanza for a passphrase.
    passphrases: Vec<String>,
}

impl Seen {
    fn line(&mut self, line: &[u8]) -> Result<(), Refusal> {
        let Some(stanza) = line.strip_prefix(b"-> ") else {
            return Ok(());
        };
        self.stanzas = self.stanzas.saturating_add(1);
        if self.stanzas > STANZAS_COUNT_MAX {
            return Err(too_large("encryption-stanzas", STANZAS_COUNT_MAX));
        }
        let text = String::from_utf8_lossy(stanza);
        let mut words = text.trim_end_matches('\n').split(' ');
        if words.next() == Some("scrypt") {
            let factor = words.nth(1).ok_or(Refusal::EncryptionDamaged)?;
            self.passphrases.push(factor.to_owned());
        }
        Ok(())
    }

    /// The cost, when the file has one passphrase and nothing else.
    fn work_factor(&self, limits: &Limits) -> Result<u8, Refusal> {
        let written = match (self.passphrases.as_slice(), self.stanzas) {
            ([], _) => return Err(Refusal::EncryptedOtherwise),
            ([factor], 1) => factor,
            // The format says that a passphrase stands alone.
            _ => return Err(Refusal::EncryptionDamaged),
        };
        let is_number = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            return Err(Refusal::EncryptionDamaged);
        }
        match written.parse::<u8>() {
            Ok(0) => Err(Refusal::EncryptionDamaged),
            Ok(factor) if factor <= limits.work_factor_max => Ok(factor),
            _ => Err(Refusal::WorkFactorTooHigh {
                found: written.chars().take(8).collect(),
                limit: limits.work_factor_max,
            }),
        }
    }
}

/// What a failure of the source means: the armour around it is not as it should be. When reading
/// itself failed, whoever opened the file knows.
pub(super) fn damaged(_: io::Error) -> Refusal {
    Refusal::EncryptionDamaged
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn too_large(what: &'static str, limit: u64) -> Refusal {
    Refusal::TooLarge { what, limit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(header: &str) -> &'static str {
        match read(&mut header.as_bytes(), &Limits::default()) {
            Ok(_) => "fine",
            Err(refusal) => refusal.code(),
        }
    }

    fn with(stanzas: &str) -> String {
        format!("age-encryption.org/v1\n{stanzas}--- MAC\nbody")
    }

    const PASSPHRASE: &str = "-> scrypt c2FsdHNhbHRzYWx0c2FsdA 18\nbody\n";
    const KEY: &str = "-> X25519 c2FsdA\nbody\n";

    #[test]
    fn one_passphrase_is_fine_and_nothing_behind_the_header_is_read() {
        let text = with(PASSPHRASE);
        let mut source = text.as_bytes();
        let header = read(&mut source, &Limits::default()).unwrap();
        assert_eq!((header.work_factor, source), (18, b"body".as_slice()));
    }

    #[test]
    fn what_is_meant_for_others_is_told_from_what_is_broken() {
        assert_eq!(code(&with(KEY)), "encrypted-otherwise");
        assert_eq!(code("age-encryption.org/v2\n--- \n"), "encrypted-otherwise");
        assert_eq!(
            code(&with(&format!("{PASSPHRASE}{KEY}"))),
            "encryption-damaged"
        );
        assert_eq!(code(&with(&PASSPHRASE.repeat(2))), "encryption-damaged");
        assert_eq!(
            code("age-encryption.org/v1\n-> scrypt"),
            "encryption-damaged"
        );
        assert_eq!(code(&with("-> scrypt salt 1x\n")), "encryption-damaged");
        assert_eq!(code(&with("-> scrypt salt 0\n")), "encryption-damaged");
    }

    #[test]
    fn work_and_length_have_limits() {
        for factor in ["21", "22", "63", "255", "256", "99999999999999999999"] {
            let stanza = format!("-> scrypt salt {factor}\nbody\n");
            assert_eq!(code(&with(&stanza)), "work-factor-too-high", "{factor}");
        }
        assert_eq!(code(&with(&KEY.repeat(20))), "encrypted-otherwise");
        assert_eq!(code(&with(&KEY.repeat(21))), "too-large");
        assert_eq!(code(&with(&"x".repeat(64 * 1024))), "too-large");
    }
}
