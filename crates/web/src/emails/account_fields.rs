//! The fields of the form of a mail account, each with its words and its error.

use super::account_form::Errors;
use mail::Security;
use maud::{Markup, html};
use pages::forms::{Choice, Field};
use pages::{Locale, forms};

/// Fields with their errors beside them.
pub(super) struct Fields<'a> {
    pub(super) locale: Locale,
    pub(super) errors: &'a Errors,
}

impl Fields<'_> {
    fn wrong(&self, name: &str) -> Option<&str> {
        let found = self.errors.iter().find(|(field, _)| *field == name);
        found.map(|(_, sentence)| sentence.as_str())
    }

    /// The words of a hint; none for no key.
    fn hint(&self, key: &str) -> Option<String> {
        (!key.is_empty()).then(|| self.locale.text(key))
    }

    pub(super) fn line(&self, name: &str, label: &str, value: &str, hint: &str) -> Markup {
        forms::text(&Field {
            name,
            label: &self.locale.text(label),
            value,
            error: self.wrong(name),
            hint: self.hint(hint).as_deref(),
            required: matches!(name, "host" | "from_address"),
            ..Field::default()
        })
    }

    pub(super) fn amount(&self, name: &str, label: &str, value: &str, hint: &str) -> Markup {
        forms::amount(&Field {
            name,
            label: &self.locale.text(label),
            value,
            error: self.wrong(name),
            hint: self.hint(hint).as_deref(),
            required: true,
            ..Field::default()
        })
    }

    pub(super) fn password(&self, hint: &str) -> Markup {
        forms::password(&Field {
            name: "password",
            label: &self.locale.text("email-setting-password"),
            error: self.wrong("password"),
            hint: self.hint(hint).as_deref(),
            ..Field::default()
        })
    }

    pub(super) fn security(&self, value: &str) -> Markup {
        let labels = [
            (Security::StartTls, "email-security-starttls"),
            (Security::Tls, "email-security-tls"),
            (Security::None, "email-security-none"),
        ]
        .map(|(kind, key)| (kind.code(), self.locale.text(key)));
        let choices = labels.each_ref().map(|(value, label)| Choice {
            value,
            label,
            group: "",
        });
        forms::radios(
            &Field {
                name: "security",
                label: &self.locale.text("email-setting-security"),
                value,
                error: self.wrong("security"),
                required: true,
                ..Field::default()
            },
            &choices,
        )
    }

    /// Folded away: few have an authority of their own.
    pub(super) fn authority(&self, value: &str) -> Markup {
        let is_open = !value.is_empty() || self.wrong("authority").is_some();
        html! {
            details .panel open[is_open] {
                summary { (self.locale.text("email-setting-authority")) }
                (forms::multi_line(
                    &Field {
                        name: "authority",
                        label: &self.locale.text("email-setting-authority-label"),
                        value,
                        error: self.wrong("authority"),
                        hint: self.hint("email-setting-authority-hint").as_deref(),
                        ..Field::default()
                    },
                    4,
                ))
            }
        }
    }
}
