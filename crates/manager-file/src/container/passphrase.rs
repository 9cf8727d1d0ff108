//! A passphrase in memory: never shown, and wiped when it goes.

use std::fmt;

#[cfg(feature = "encryption")]
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase. Its `Debug` shows three stars, and its memory is overwritten when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what a person typed or a file holds, as it is.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words themselves: for the one page that hands out a new passphrase, and for deriving
    /// the key. Never for a log, an error or a file.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The passphrase in Unicode's composed form, in which it encrypts: keyboards disagree on how
    /// they send an accent, and a person cannot see the difference.
    #[cfg(feature = "encryption")]
    pub(super) fn composed(&self) -> Self {
        Self(Zeroizing::new(self.0.nfc().collect()))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_shows_stars() {
        let shown = format!("{:?} {:#?}", Passphrase::new("abc"), Passphrase::new(""));
        assert_eq!(shown, "*** ***");
    }

    #[test]
    fn an_accent_is_the_same_however_it_was_typed() {
        let (composed, apart) = (Passphrase::new("caf\u{e9}"), Passphrase::new("cafe\u{301}"));
        assert_ne!(composed, apart);
        assert_eq!(composed.composed(), apart.composed());
    }
}
