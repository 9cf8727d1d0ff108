//! Writing: whatever is written here comes out as one age file.

use std::io::{self, Write};

use age::secrecy::SecretString;
use age::stream::StreamWriter;

use super::super::pace::PacedFile;
use super::{Encryption, one_at_a_time};

/// A file that takes plain bytes and holds encrypted ones.
pub(in crate::container) struct Sealing(StreamWriter<PacedFile>);

impl Sealing {
    /// Derives the key and writes the header.
    pub(in crate::container) fn begin(
        file: PacedFile,
        encryption: &Encryption,
    ) -> io::Result<Self> {
        let words = encryption.passphrase.composed();
        let mut recipient = age::scrypt::Recipient::new(SecretString::from(words.reveal()));
        recipient.set_work_factor(encryption.work_factor);
        let recipient: &dyn age::Recipient = &recipient;
        let encryptor = {
            let _alone = one_at_a_time();
            age::Encryptor::with_recipients(std::iter::once(recipient)).map_err(io::Error::other)?
        };
        encryptor.wrap_output(file).map(Self)
    }

    /// Writes the last chunk, without which the file is cut short.
    pub(in crate::container) fn finish(self) -> io::Result<PacedFile> {
        self.0.finish()
    }
}

impl Write for Sealing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
