//! What went less than perfectly, for the person who is about to send the file.
//!
//! A notice never stops a document: an invoice without its logo is still an invoice. The face shows
//! notices beside the preview, translated by their code.

/// One thing to know about a finished file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Notice {
    /// The logo was left out: it is neither PNG nor JPEG, too large, or damaged.
    LogoLeftOut,
    /// No font here has the letters of this script; they appear as empty boxes.
    ScriptNotShown {
        /// The script's code of four letters in ISO 15924, like `Beng`; `Zyyy` for symbols.
        script: &'static str,
    },
    /// The file is an ordinary PDF and not one for archives (PDF/A-3b), because it contains
    /// characters or fonts that archives do not accept.
    NotForArchives,
}

impl Notice {
    /// A stable word for the kind of notice, free of language.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::LogoLeftOut => "pdf-logo-left-out",
            Self::ScriptNotShown { .. } => "pdf-script-not-shown",
            Self::NotForArchives => "pdf-not-for-archives",
        }
    }

    /// The particulars by name, for a translated sentence.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ScriptNotShown { script } => vec![("script", (*script).to_owned())],
            Self::LogoLeftOut | Self::NotForArchives => Vec::new(),
        }
    }
}
