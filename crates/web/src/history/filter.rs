//! The filters of the History page: what was typed, what it means, and the form.

use super::action_label;
use crate::records::words;
use crate::shell::BusinessShell;
use crate::{PageError, addresses};
use books::Key;
use history::Action;
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use pages::forms::{Choice, Field};
use pages::{Locale, forms};
use serde::Deserialize;
use store::EntryFilter;

/// What the address says; an absent value is an empty one.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    user: String,
    action: String,
    /// The slug of a kind or its content type.
    kind: String,
    /// The key of a record.
    record: String,
    from: String,
    to: String,
    /// The number below which the page begins.
    pub(super) before: String,
}

/// The filter, and what is wrong with what was typed.
#[derive(Debug, Default)]
pub(super) struct Understood {
    pub(super) filter: EntryFilter,
    pub(super) before: Option<u64>,
    from_error: Option<String>,
    to_error: Option<String>,
}

impl Asked {
    /// What was asked for, with days in the business's time zone. Values that mean nothing let
    /// everything pass, and days that cannot be read are told beside their field.
    pub(super) fn understood(&self, locale: Locale, zone: &str) -> Result<Understood, PageError> {
        let mut understood = Understood {
            before: self.before.parse().ok(),
            ..Understood::default()
        };
        let record = self.record.trim();
        understood.filter = EntryFilter {
            user_name: (!self.user.is_empty()).then(|| self.user.clone()),
            action: Action::from_code(&self.action),
            content_type: self.content_type(),
            object: if record.is_empty() {
                None
            } else {
                Some(crate::page_error::key_of(record)?)
            },
            from: None,
            until: None,
        };
        match day(locale, &self.from) {
            Ok(date) => understood.filter.from = date.and_then(|date| start(date, zone)),
            Err(sentence) => understood.from_error = Some(sentence),
        }
        match day(locale, &self.to) {
            Ok(date) => {
                let next = date.and_then(|date| date.checked_add(1.day()).ok());
                understood.filter.until = next.and_then(|date| start(date, zone));
            }
            Err(sentence) => understood.to_error = Some(sentence),
        }
        Ok(understood)
    }

    fn content_type(&self) -> Option<Key> {
        interchange::spec_by_slug(&self.kind)
            .map(|spec| spec.content_type)
            .or_else(|| self.kind.parse().ok())
    }

    /// Whether anything is filtered.
    pub(super) fn filters(&self) -> bool {
        [
            &self.user,
            &self.action,
            &self.kind,
            &self.record,
            &self.from,
            &self.to,
        ]
        .iter()
        .any(|value| !value.is_empty())
    }

    /// The address of the page below a number, with the same filters.
    pub(super) fn address(&self, business: Key, before: u64) -> String {
        let query = format!("history?before={before}{}", self.query());
        addresses::business_part(business, &query)
    }

    /// The address of a file with the entries that the same filters let pass.
    pub(super) fn export_address(&self, business: Key, file: &str) -> String {
        let query = format!("history/{file}?{}", self.query());
        addresses::business_part(business, query.trim_end_matches('?'))
    }

    /// The filters, each with an ampersand before it.
    fn query(&self) -> String {
        let mut query = String::new();
        for (name, value) in [
            ("user", &self.user),
            ("action", &self.action),
            ("kind", &self.kind),
            ("record", &self.record),
            ("from", &self.from),
            ("to", &self.to),
        ] {
            if !value.is_empty() {
                query.push_str(&format!("&{name}={}", addresses::escaped(value)));
            }
        }
        query
    }

    /// The form; it asks by GET, so that a filtered page has an address.
    pub(super) fn form(
        &self,
        locale: Locale,
        shell: &BusinessShell,
        users: &[String],
        understood: &Understood,
    ) -> Markup {
        let action = addresses::business_part(shell.key, "history");
        html! {
            form .tools method="get" action=(action) {
                (self.user_field(locale, users))
                (self.action_field(locale))
                (self.kind_field(locale, shell))
                (day_field(locale, "from", "history-filter-from", &self.from,
                    understood.from_error.as_deref()))
                (day_field(locale, "to", "history-filter-to", &self.to,
                    understood.to_error.as_deref()))
                @if !self.record.is_empty() { (forms::hidden("record", &self.record)) }
                div .form-buttons {
                    button .button type="submit" { (locale.text("history-filter-apply")) }
                    @if self.filters() {
                        a .button href=(action) { (locale.text("history-filter-clear")) }
                    }
                }
            }
        }
    }

    fn user_field(&self, locale: Locale, users: &[String]) -> Markup {
        let users: Vec<(String, String)> = users
            .iter()
            .map(|user| (user.clone(), user.clone()))
            .collect();
        choice(locale, "user", "history-filter-user", &self.user, &users)
    }

    fn action_field(&self, locale: Locale) -> Markup {
        let actions =
            Action::ALL.map(|action| (action.code().to_owned(), action_label(locale, action)));
        choice(
            locale,
            "action",
            "history-filter-action",
            &self.action,
            &actions,
        )
    }

    fn kind_field(&self, locale: Locale, shell: &BusinessShell) -> Markup {
        let mut labels: Vec<(String, String)> = shell
            .counts
            .iter()
            .map(|(kind, _)| {
                let value = interchange::spec(*kind)
                    .map_or_else(|| kind.to_string(), |spec| spec.slug.to_owned());
                (value, words::kind_plural(locale, *kind))
            })
            .collect();
        labels.sort_by(|(_, a), (_, b)| locale.compare(a, b));
        choice(locale, "kind", "history-filter-kind", &self.kind, &labels)
    }
}

/// A choice of a filter, from values and their labels, with "all" before them.
pub(crate) fn choice(
    locale: Locale,
    name: &str,
    label: &str,
    value: &str,
    values: &[(String, String)],
) -> Markup {
    let choices: Vec<Choice<'_>> = values
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let (label, all) = (locale.text(label), locale.text("word-all"));
    forms::select(
        &Field {
            name,
            label: &label,
            value,
            none_label: Some(&all),
            ..Field::default()
        },
        &choices,
    )
}

fn day_field(locale: Locale, name: &str, label: &str, value: &str, error: Option<&str>) -> Markup {
    let label = locale.text(label);
    forms::date(&Field {
        name,
        label: &label,
        value,
        error,
        ..Field::default()
    })
}

/// The day that was typed; none for nothing; a finished sentence when it cannot be read.
fn day(locale: Locale, typed: &str) -> Result<Option<Date>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    locale
        .parse_date(typed)
        .map(Some)
        .map_err(|error| locale.error(error.code(), &error.arguments()))
}

/// The first moment of a day in a zone.
fn start(date: Date, zone: &str) -> Option<Timestamp> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    date.to_zoned(zone).ok().map(|zoned| zoned.timestamp())
}
