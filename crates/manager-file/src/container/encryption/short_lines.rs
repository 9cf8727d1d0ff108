//! A source whose lines are short. The reader of armour keeps a whole line in memory, and a
//! hostile file may have one of gigabytes.

use std::io::{self, Read};

/// Longest line of armour with its line break is 66 bytes; this leaves room for white space.
const LINE_BYTES_MAX: usize = 256;

/// Passes bytes on until a line becomes too long.
pub(super) struct ShortLines<R> {
    inner: R,
    line_bytes: usize,
}

impl<R> ShortLines<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            line_bytes: 0,
        }
    }
}

impl<R: Read> Read for ShortLines<R> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(piece)?;
        for byte in piece.get(..count).unwrap_or_default() {
            self.line_bytes = match byte {
                b'\n' => 0,
                _ => self.line_bytes.saturating_add(1),
            };
            if self.line_bytes > LINE_BYTES_MAX {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    "a line of the armour is too long",
                ));
            }
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_refused_wherever_they_begin() {
        let read = |text: String| {
            let mut out = Vec::new();
            ShortLines::new(text.as_bytes())
                .read_to_end(&mut out)
                .is_ok()
        };
        let line = format!("{}\n", "x".repeat(LINE_BYTES_MAX));
        assert!(read(line.repeat(1000)));
        assert!(!read(format!("{line}x{line}")));
    }
}
