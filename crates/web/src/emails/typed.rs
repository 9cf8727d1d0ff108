//! What the form of an email holds: as it opens, and as it was typed.

use super::source::Sending;
use crate::access::current::require_view;
use crate::records::names::Names;
use crate::{PageError, papers};
use books::Key;
use mail::{Composition, MailError, MailSettings, Mailbox};
use pages::{Language, Locale};
use store::{Email, StoreError};

/// The fields of the form. Everything is text, so that a refused form comes back as it was sent.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    /// The key that the email has, drawn when the form was opened: a form sent twice is one email.
    pub(super) email: String,
    pub(super) record: String,
    pub(super) report: String,
    pub(super) query: String,
    pub(super) language: String,
    pub(super) to: String,
    pub(super) cc: String,
    pub(super) bcc: String,
    pub(super) reply_to: String,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) files: Vec<String>,
    /// `send` or `draft`.
    pub(super) act: String,
}

impl Typed {
    /// Reads the pairs of a form; unknown names are passed over.
    pub(super) fn read(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            let place = match name.as_str() {
                "email" => &mut typed.email,
                "record" => &mut typed.record,
                "report" => &mut typed.report,
                "query" => &mut typed.query,
                "language" => &mut typed.language,
                "to" => &mut typed.to,
                "cc" => &mut typed.cc,
                "bcc" => &mut typed.bcc,
                "reply_to" => &mut typed.reply_to,
                "subject" => &mut typed.subject,
                "text" => &mut typed.text,
                "act" => &mut typed.act,
                "files" => {
                    typed.files.push(value);
                    continue;
                }
                _ => continue,
            };
            *place = value;
        }
        typed
    }

    /// The form of a draft as it was kept.
    pub(super) fn of_draft(email: &Email, text: String) -> Self {
        let list = |all: &[String]| all.join("\n");
        Self {
            email: email.key.to_string(),
            record: email
                .record
                .map(|(key, _)| key.to_string())
                .unwrap_or_default(),
            to: list(&email.to),
            cc: list(&email.cc),
            bcc: list(&email.bcc),
            reply_to: email.reply_to.clone().unwrap_or_default(),
            subject: email.subject.clone(),
            text,
            ..Self::default()
        }
    }

    /// The key of the email.
    pub(super) fn key(&self) -> Result<Key, PageError> {
        self.email.parse().map_err(|_| PageError::bad_request())
    }

    /// What it sends; nothing for the draft of a report, whose PDF is in the draft.
    pub(super) fn sending(&self, names: &Names<'_>) -> Result<Option<Sending>, StoreError> {
        if let Ok(record) = self.record.parse() {
            return match Sending::record(names, record) {
                // The record may be deleted since the draft was saved.
                Err(StoreError::RecordNotFound(_)) => Ok(None),
                other => other.map(Some),
            };
        }
        if self.report.is_empty() {
            return Ok(None);
        }
        let area = format!("reports/{}", self.report);
        require_view(names.reader(), names.business, &area)?;
        Ok(Some(Sending::report(&self.report, &self.query)))
    }

    /// The language of subject, text and paper: the chosen one, else the reader's.
    pub(super) fn locale(&self, reader: Locale) -> Locale {
        match Language::from_code(&self.language) {
            Some(language) => Locale { language, ..reader },
            None => reader,
        }
    }

    /// The addresses typed, or what is wrong beside which field.
    pub(super) fn addressed(
        &self,
        settings: &MailSettings,
    ) -> Result<Composition, (&'static str, MailError)> {
        let list = |name, text: &str| Mailbox::parse_list(text).map_err(|error| (name, error));
        let reply_to = match self.reply_to.trim() {
            "" => None,
            text => Some(Mailbox::parse(text).map_err(|error| ("reply_to", error))?),
        };
        let to = list("to", &self.to)?;
        if to.is_empty() {
            return Err(("to", MailError::NoRecipient));
        }
        Ok(Composition {
            to,
            cc: list("cc", &self.cc)?,
            bcc: list("bcc", &self.bcc)?,
            reply_to,
            subject: self.subject.clone(),
            text: self.text.clone(),
            ..Composition::from_settings(settings)
        })
    }
}

/// The query of a report as it stands in the address of a new email: whatever is not ours.
pub(super) fn query_of(pairs: &[(String, String)]) -> String {
    const OURS: [&str; 4] = ["record", "report", "language", "query"];
    let mut parts: Vec<String> = pairs
        .iter()
        .filter(|(name, value)| name == "query" && !value.is_empty())
        .map(|(_, value)| value.clone())
        .collect();
    let rest = pairs
        .iter()
        .filter(|(name, _)| !OURS.contains(&name.as_str()));
    parts.extend(rest.map(|(name, value)| {
        let escaped = crate::addresses::escaped;
        format!("{}={}", plain_or_escaped(name), escaped(value))
    }));
    parts.join("&")
}

/// Names of choices are plain words; anything else is escaped.
fn plain_or_escaped(name: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    if name.chars().all(is_plain) {
        name.to_owned()
    } else {
        crate::addresses::escaped(name)
    }
}

/// The report of a sending, for the hidden fields of the form.
pub(super) fn report_of(sending: &Sending) -> (String, String) {
    match &sending.paper {
        papers::Source::Report { name, query } => (name.clone(), query.clone()),
        papers::Source::Record(_) => (String::new(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_report_was_asked_for_comes_through() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let pairs = [
            pair("report", "customer-statement"),
            pair("about", "a b"),
            pair("language", "bn"),
            pair("query", "from=2026-01-01"),
        ];
        assert_eq!(query_of(&pairs), "from=2026-01-01&about=a%20b");
        assert_eq!(query_of(&pairs[..1]), "");
    }

    #[test]
    fn a_statement_knows_whom_it_is_for_however_its_query_is_written() {
        let about = Key::constant("6e737700-4f4d-4711-a36a-e206ab9a643f");
        let pairs = [("about".to_owned(), about.to_string())];
        for query in [query_of(&pairs), format!("about={about}")] {
            let sending = Sending::report("customer-statement-transactions", &query);
            assert_eq!(sending.contact, Some(about), "{query}");
        }
    }
}
