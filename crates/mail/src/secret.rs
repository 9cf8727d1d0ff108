//! A text that is never shown: not in a log, not in an error, not in a form.

use std::fmt;

/// A password. Its `Debug` shows three stars.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a password in.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Whether there is none; all that a form may know of it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The password itself, for the server and the vault only.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_shows_stars() {
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "***");
        assert!(!Secret::new("hunter2").is_empty());
        assert!(Secret::default().is_empty());
    }
}
