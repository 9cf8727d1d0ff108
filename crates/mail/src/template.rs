//! Subjects and texts with placeholders, one for each purpose and language.
//!
//! Plain text only. `{number}` stands for the document's number; `{{` and `}}` for the braces
//! themselves. A placeholder that does not exist is an error when the template is saved and not
//! when it is sent, so that no customer ever reads `{nmber}`.

use crate::MailError;

/// Every placeholder, in the order in which a page lists them.
pub const PLACEHOLDERS: [&str; 10] = [
    "business", "customer", "supplier", "contact", "document", "number", "date", "due_date",
    "amount", "balance",
];

/// A subject and a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

impl Template {
    /// Looks for placeholders that do not exist.
    ///
    /// # Errors
    /// [`MailError::UnknownPlaceholder`], [`MailError::UnpairedBrace`].
    pub fn check(&self) -> Result<(), MailError> {
        self.fill(&[]).map(drop)
    }

    /// The template with values in the place of placeholders; one without a value gives no text.
    ///
    /// # Errors
    /// As [`Template::check`].
    pub fn fill(&self, values: &[(&str, String)]) -> Result<Self, MailError> {
        Ok(Self {
            subject: fill(&self.subject, values)?,
            text: fill(&self.text, values)?,
        })
    }
}

/// One pass over the template: what a value holds is never read as a placeholder.
fn fill(text: &str, values: &[(&str, String)]) -> Result<String, MailError> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(at);
        filled.push_str(before);
        if let Some(after) = after.strip_prefix("{{") {
            filled.push('{');
            rest = after;
        } else if let Some(after) = after.strip_prefix("}}") {
            filled.push('}');
            rest = after;
        } else {
            let inside = after.strip_prefix('{').ok_or(MailError::UnpairedBrace)?;
            let (name, after) = inside.split_once('}').ok_or(MailError::UnpairedBrace)?;
            if !PLACEHOLDERS.contains(&name) {
                return Err(MailError::UnknownPlaceholder {
                    name: crate::mailbox::without_controls(name),
                });
            }
            let value = values.iter().find(|(placeholder, _)| *placeholder == name);
            filled.push_str(value.map_or("", |(_, value)| value));
            rest = after;
        }
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Templates by purpose (SPEC-emails.md, 9.2) and language. The defaults are the caller's, in its
/// languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Templates(Vec<(String, String, Template)>);

impl Templates {
    /// Puts a template in the place of any other for this purpose and language.
    ///
    /// # Errors
    /// As [`Template::check`].
    pub fn set(
        &mut self,
        purpose: &str,
        language: &str,
        template: Template,
    ) -> Result<(), MailError> {
        template.check()?;
        self.0
            .retain(|(other, spoken, _)| other != purpose || spoken != language);
        self.0
            .push((purpose.to_owned(), language.to_owned(), template));
        Ok(())
    }

    /// The template that was written for a purpose in a language. There is none to fall back to in
    /// another language: the default in the right one is better than a wrong one.
    pub fn find(&self, purpose: &str, language: &str) -> Option<&Template> {
        let mut templates = self.0.iter();
        templates
            .find(|(other, spoken, _)| other == purpose && spoken == language)
            .map(|(_, _, template)| template)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(subject: &str) -> Template {
        Template {
            subject: subject.to_owned(),
            text: "{business}".to_owned(),
        }
    }

    #[test]
    fn placeholders_are_filled_once_and_braces_escaped() {
        let values = [
            ("number", "INV-{amount}".to_owned()),
            ("amount", "৳ 1,25,000.00".to_owned()),
        ];
        let filled = template("{{চালান}} {number}: {amount}{due_date}")
            .fill(&values)
            .unwrap();
        assert_eq!(filled.subject, "{চালান} INV-{amount}: ৳ 1,25,000.00");
        assert_eq!(filled.text, "");
    }

    #[test]
    fn what_is_no_placeholder_is_named() {
        let error = template("{nmber}").check().unwrap_err();
        assert_eq!(error.code(), "email-unknown-placeholder");
        assert_eq!(error.arguments(), [("name", "nmber".to_owned())]);
        for subject in ["{number", "number}", "}", "{"] {
            assert_eq!(
                template(subject).check().unwrap_err().code(),
                "email-unpaired-brace"
            );
        }
    }

    #[test]
    fn the_last_template_of_a_purpose_and_language_counts() {
        let mut templates = Templates::default();
        let purpose = "sales-invoices";
        assert_eq!(templates.find(purpose, "bn"), None);
        templates.set(purpose, "en", template("Invoice")).unwrap();
        templates.set(purpose, "bn", template("চালান")).unwrap();
        templates
            .set(purpose, "bn", template("চালান {number}"))
            .unwrap();
        let found = templates.find(purpose, "bn").unwrap();
        assert_eq!(found.subject, "চালান {number}");
        assert_eq!(templates.find(purpose, "fr"), None);
        assert!(templates.set(purpose, "fr", template("{x}")).is_err());
    }
}
