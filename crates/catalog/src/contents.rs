//! Which parts of a business a backup holds.

/// Attachments, Emails, History: in or out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// All files on all records.
    pub attachments: bool,
    /// All emails sent from inside the program.
    pub emails: bool,
    /// The trail of changes.
    pub history: bool,
}

impl Contents {
    /// Everything, as backups are unless somebody wants them smaller.
    pub const ALL: Self = Self {
        attachments: true,
        emails: true,
        history: true,
    };

    /// The names of what is in, comma-separated: how contents are stored.
    pub fn code(self) -> String {
        let parts = [
            ("attachments", self.attachments),
            ("emails", self.emails),
            ("history", self.history),
        ];
        let names = parts.into_iter().filter(|(_, is_in)| *is_in);
        names.map(|(name, _)| name).collect::<Vec<_>>().join(",")
    }

    /// The contents with this code; names that nobody knows are passed over.
    pub fn from_code(code: &str) -> Self {
        let has = |name| code.split(',').any(|part| part == name);
        Self {
            attachments: has("attachments"),
            emails: has("emails"),
            history: has("history"),
        }
    }
}

impl Default for Contents {
    fn default() -> Self {
        Self::ALL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_come_back_from_their_code() {
        for bits in 0..8_u8 {
            let contents = Contents {
                attachments: bits & 1 != 0,
                emails: bits & 2 != 0,
                history: bits & 4 != 0,
            };
            assert_eq!(Contents::from_code(&contents.code()), contents);
        }
    }
}
