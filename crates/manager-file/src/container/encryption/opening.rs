//! Reading: the whole file is decrypted into a temporary file without a name, and only what was
//! authenticated to its last byte is given out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, Write};
use std::iter;
use std::path::Path;

use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor};
use age_core::format::{FileKey, Stanza};

use super::header::{self, Header, damaged};
use super::short_lines::ShortLines;
use super::{Opened, is_armored, one_at_a_time};
use crate::container::private_copy::{Hashing, PIECE_BYTES};
use crate::container::sink::scratch_failed;
use crate::container::{Limits, Passphrase, Refusal};

/// Decrypts all of `file`, which begins with `first`.
pub(in crate::container) fn open(
    file: File,
    first: &[u8],
    passphrase: Option<&Passphrase>,
    scratch: &Path,
    limits: &Limits,
) -> Result<Opened, Refusal> {
    let mut source = Hashing::new(file, None);
    let decrypted = if is_armored(first) {
        let armored = ArmoredReader::new(ShortLines::new(&mut source));
        decrypt(BufReader::new(armored), passphrase, scratch, limits)
    } else {
        let buffered = BufReader::with_capacity(PIECE_BYTES, &mut source);
        decrypt(buffered, passphrase, scratch, limits)
    };
    let (plain, work_factor) = source.settle(decrypted)?;
    Ok(Opened {
        plain,
        sha256: source.hash.finish().0,
        work_factor,
    })
}

fn decrypt(
    mut source: impl BufRead,
    passphrase: Option<&Passphrase>,
    scratch: &Path,
    limits: &Limits,
) -> Result<(File, u8), Refusal> {
    // The limits come first: a file that is refused anyway asks nobody for a passphrase.
    let Header { bytes, work_factor } = header::read(&mut source, limits)?;
    let passphrase = passphrase.ok_or(Refusal::NeedsPassphrase)?;
    let mut reader = unlock(bytes, source, passphrase, limits)?;
    let mut plain = nameless_file(scratch).map_err(scratch_failed)?;
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match reader.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => plain
                .write_all(piece.get(..count).unwrap_or_default())
                .map_err(scratch_failed)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(damaged(error)),
        }
    }
    plain.rewind().map_err(scratch_failed)?;
    Ok((plain, work_factor))
}

/// Whether a passphrase opens the header of a file. Nothing behind the header is looked at.
pub(in crate::container) fn fits(
    mut file: File,
    first: &[u8],
    passphrase: &Passphrase,
    limits: &Limits,
) -> Result<bool, Refusal> {
    let source: &mut dyn BufRead = if is_armored(first) {
        &mut BufReader::new(ArmoredReader::new(ShortLines::new(&mut file)))
    } else {
        &mut BufReader::new(&mut file)
    };
    let mut source = source;
    let Header { bytes, .. } = header::read(&mut source, limits)?;
    match unlock(bytes, source, passphrase, limits) {
        Ok(_) => Ok(true),
        Err(Refusal::WrongPassphrase) => Ok(false),
        Err(refusal) => Err(refusal),
    }
}

/// A reader of what is behind a header that was read already.
fn unlock(
    header: Vec<u8>,
    source: impl BufRead,
    passphrase: &Passphrase,
    limits: &Limits,
) -> Result<impl Read, Refusal> {
    let decryptor = Decryptor::new_buffered(Cursor::new(header).chain(source))
        .map_err(|error| refusal_of(error, limits))?;
    let identity = EitherForm::of(passphrase, limits);
    let identity: &dyn age::Identity = &identity;
    let _alone = one_at_a_time();
    decryptor
        .decrypt(iter::once(identity))
        .map_err(|error| refusal_of(error, limits))
}

/// A file that no folder lists: it goes with its handle, also when the program is killed.
pub(super) fn nameless_file(scratch: &Path) -> io::Result<File> {
    let file = tempfile::tempfile_in(scratch)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(file)
}

/// The composed form of the passphrase, and what was really typed where that differs: other
/// programs encrypt with the latter.
pub(super) struct EitherForm(Vec<age::scrypt::Identity>);

impl EitherForm {
    pub(super) fn of(passphrase: &Passphrase, limits: &Limits) -> Self {
        let mut forms = vec![passphrase.composed()];
        if forms.first() != Some(passphrase) {
            forms.push(passphrase.clone());
        }
        let identity = |words: Passphrase| {
            let mut identity = age::scrypt::Identity::new(SecretString::from(words.reveal()));
            identity.set_max_work_factor(limits.work_factor_max);
            identity
        };
        Self(forms.into_iter().map(identity).collect())
    }
}

impl age::Identity for EitherForm {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let mut last = None;
        for identity in &self.0 {
            match identity.unwrap_stanza(stanza) {
                Some(Ok(key)) => return Some(Ok(key)),
                other => last = other,
            }
        }
        last
    }
}

pub(super) fn refusal_of(error: DecryptError, limits: &Limits) -> Refusal {
    match error {
        // The key of the file lies sealed under the passphrase; it did not open.
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            Refusal::WrongPassphrase
        }
        DecryptError::ExcessiveWork { required, .. } => Refusal::WorkFactorTooHigh {
            found: required.to_string(),
            limit: limits.work_factor_max,
        },
        DecryptError::NoMatchingKeys | DecryptError::UnknownFormat => Refusal::EncryptedOtherwise,
        // A header that is not as it should be, or a source that ended inside of it.
        _ => Refusal::EncryptionDamaged,
    }
}
