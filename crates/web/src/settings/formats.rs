//! Date & Number Format: how the business writes dates and numbers, on its pages and papers.
//!
//! Words and the shape of digits stay the reader's own; what is not set here follows the reader's
//! language (docs/SPEC-settings.md, 3).

use super::meanwhile;
use super::saving::{Asked, put, single, write};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::request::Visitor;
use crate::shell::{
    BusinessPage, BusinessShell, SETTINGS, business_page_with, success, with_business,
};
use crate::{PageError, Shared, addresses, history};
use axum::Form;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, kinds};
use interchange::{DecodedRecord, Edit, FieldValue, NumberFormat};
use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use pages::forms::{self, Choice, Field};
use pages::layout::heading;
use pages::{DatePattern, Formats, Groups, Locale, Notice, NumberPattern};
use rust_decimal::Decimal;
use serde::Deserialize;
use store::{Reader, StoreError};

const DATE_FORMAT: u32 = 1;
const FIRST_DAY_OF_WEEK: u32 = 2;
const NUMBER_FORMAT: u32 = 3;

/// The dates that are offered.
const DATES: &[&str] = &[
    "dd/MM/yyyy",
    "dd-MM-yyyy",
    "dd.MM.yyyy",
    "d/M/yyyy",
    "MM/dd/yyyy",
    "M/d/yyyy",
    "yyyy-MM-dd",
    "yyyy/MM/dd",
];

/// The numbers that are offered: decimal sign, group sign, size of groups.
const NUMBERS: &[(&str, &str, i64)] = &[
    (".", ",", 3),
    (".", ",", 2),
    (",", ".", 3),
    (",", " ", 3),
    (".", " ", 3),
    (".", "'", 3),
    (".", ",", 0),
    (",", ".", 0),
];

/// How the business writes dates and numbers, for pages and papers.
///
/// # Errors
/// When the store cannot be read.
pub fn formats<R: Reader + ?Sized>(reader: &R) -> Result<Formats, StoreError> {
    let record = single(reader, kinds::DATE_AND_NUMBER_FORMAT)?;
    let text = |number| record.value(number).and_then(FieldValue::text);
    Ok(Formats {
        dates: text(DATE_FORMAT).and_then(DatePattern::parse),
        numbers: text(NUMBER_FORMAT).and_then(number_pattern),
    })
}

/// Middleware: puts what the business at this address says into the request, where [`Visitor`]
/// finds it. A business that cannot be read is the handler's affair.
pub(crate) async fn of_the_business(
    State(app): State<Shared>,
    mut request: Request,
    next: Next,
) -> Response {
    let business = request
        .uri()
        .path()
        .strip_prefix("/businesses/")
        .and_then(|rest| rest.split('/').next()?.parse::<Key>().ok());
    if let Some(business) = business {
        let found = blocking(move || {
            let opened = app.store.open(business)?;
            Ok(formats(opened.read()?.as_ref())?)
        });
        if let Ok(found) = found.await {
            request.extensions_mut().insert(found);
        }
    }
    next.run(request).await
}

/// The pattern of a text of the field; nothing when its signs cannot be told apart.
pub(crate) fn number_pattern(text: &str) -> Option<NumberPattern> {
    let format = NumberFormat::parse(text)?;
    let only = |text: &str| {
        let mut letters = text.chars();
        letters.next().filter(|_| letters.next().is_none())
    };
    let decimal = only(&format.decimal_sign)?;
    let groups = match format.group_size {
        0 => Groups::None,
        2 => Groups::LakhAndCrore,
        _ => Groups::Thousands,
    };
    // Without a group sign there are no groups; which sign would stand there does not matter.
    match only(&format.group_sign) {
        Some(sign) => NumberPattern::new(decimal, sign, groups),
        None => NumberPattern::new(
            decimal,
            if decimal == '.' { ',' } else { '.' },
            Groups::None,
        ),
    }
}

/// What was chosen.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    dates: String,
    #[serde(default)]
    numbers: String,
    #[serde(default)]
    first_day: String,
    #[serde(default)]
    base: String,
}

impl Chosen {
    /// What is kept.
    fn kept(record: &DecodedRecord, base: String) -> Self {
        let text = |number| {
            let found = record.value(number).and_then(FieldValue::text);
            found.unwrap_or_default().to_owned()
        };
        let first_day = record
            .value(FIRST_DAY_OF_WEEK)
            .and_then(FieldValue::integer);
        Self {
            dates: text(DATE_FORMAT),
            numbers: text(NUMBER_FORMAT),
            first_day: first_day.unwrap_or(0).to_string(),
            base,
        }
    }

    /// Whether all of it is offered. What is kept in a form that is not offered may stay.
    fn is_offered(&self, record: &DecodedRecord) -> bool {
        let stays = |number, text: &str| {
            text.is_empty() || record.value(number).and_then(FieldValue::text) == Some(text)
        };
        let is_date = stays(DATE_FORMAT, &self.dates) || DatePattern::parse(&self.dates).is_some();
        let is_number =
            stays(NUMBER_FORMAT, &self.numbers) || number_pattern(&self.numbers).is_some();
        let first_day: Option<i64> = self.first_day.parse().ok();
        is_date && is_number && first_day.is_none_or(|day| (0..=6).contains(&day))
    }

    fn edits(&self) -> [Edit; 3] {
        let text = |number, text: &str| {
            let kept = (!text.is_empty()).then(|| FieldValue::Text(text.to_owned()));
            Edit::Set(number, kept)
        };
        let first_day: Option<i64> = self.first_day.parse().ok();
        [
            text(DATE_FORMAT, &self.dates),
            text(NUMBER_FORMAT, &self.numbers),
            Edit::Set(FIRST_DAY_OF_WEEK, first_day.map(FieldValue::Integer)),
        ]
    }
}

/// `GET /businesses/{business}/settings/date-and-number-format`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (shell, (record, base)) =
        with_business(&app, business, |reader, _| Ok(read(reader)?)).await?;
    let kept = Chosen::kept(&record, base);
    let notice = (!asked.saved.is_empty()).then(|| success(visitor.locale.text("settings-saved")));
    let form = form(visitor.locale, business, &kept);
    Ok(answer(&visitor, &shell, StatusCode::OK, notice, form))
}

/// What is kept, and what the form is made from.
fn read(reader: &dyn Reader) -> Result<(DecodedRecord, String), StoreError> {
    let kind = kinds::DATE_AND_NUMBER_FORMAT;
    Ok((single(reader, kind)?, meanwhile::base(reader, kind)?))
}

/// `POST /businesses/{business}/settings/date-and-number-format`.
pub(super) async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (kind, locale) = (kinds::DATE_AND_NUMBER_FORMAT, visitor.locale);
    let (shell, (record, now)) =
        with_business(&app, business, |reader, _| Ok(read(reader)?)).await?;
    if !chosen.is_offered(&record) {
        let sentence = locale.error("choice-unknown", &[]);
        let kept = Chosen::kept(&record, now);
        let form = html! {
            (forms::form_error(&sentence))
            (form(locale, business, &kept))
        };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(answer(&visitor, &shell, status, None, form));
    }
    let (edits, base) = (chosen.edits(), chosen.base.clone());
    let saved = write(&app, business, move |work, stamp| {
        meanwhile::require_same(&*work, kind, &base)?;
        put(work, kind, &edits, stamp)
    })
    .await;
    match saved {
        Ok(()) => {
            let part = "settings/date-and-number-format?saved=1";
            Ok(Redirect::to(&addresses::business_part(business, part)).into_response())
        }
        Err(error) if meanwhile::is_it(&error) => {
            let edits = chosen.edits();
            let (shell, (now, versions)) = with_business(&app, business, move |reader, _| {
                let names = Names::new(reader, locale, business);
                let versions = meanwhile::versions(&names, kind, &edits)?;
                Ok((meanwhile::base(reader, kind)?, versions.into_string()))
            })
            .await?;
            let typed = Chosen {
                base: now,
                ..chosen
            };
            let form = html! {
                (forms::form_error(&error.sentence(locale)))
                (PreEscaped(versions))
                (form(locale, business, &typed))
            };
            Ok(answer(&visitor, &shell, StatusCode::CONFLICT, None, form))
        }
        Err(error) => Err(error),
    }
}

/// The page around the form and what stands above it.
fn answer(
    visitor: &Visitor,
    shell: &BusinessShell,
    status: StatusCode,
    notice: Option<Notice>,
    form: Markup,
) -> Response {
    let title = visitor.locale.text("settings-formats");
    let kind = kinds::DATE_AND_NUMBER_FORMAT;
    let page = BusinessPage {
        title: &title,
        current_tab: SETTINGS,
        body: html! {
            (heading(&title, history::button(visitor.locale, shell.key, kind)))
            p .muted { (visitor.locale.text("settings-formats-explained")) }
            (form)
        },
        notice,
        status,
    };
    business_page_with(visitor, shell, page)
}

fn form(locale: Locale, business: Key, chosen: &Chosen) -> Markup {
    let action = addresses::business_part(business, "settings/date-and-number-format");
    let back = addresses::business_part(business, "settings");
    forms::form(
        &action,
        false,
        html! {
            (meanwhile::field(&chosen.base))
            (date_field(locale, &chosen.dates))
            (number_field(locale, &chosen.numbers))
            (day_field(locale, &chosen.first_day))
            (forms::submit(locale, &locale.text("button-save"), Some(&back)))
        },
    )
}

fn select(
    locale: Locale,
    name: &str,
    label: &str,
    value: &str,
    all: &[(String, String)],
) -> Markup {
    let usual = locale.text("settings-formats-usual");
    let choices: Vec<Choice<'_>> = all
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let field = Field {
        name,
        label: &locale.text(label),
        value,
        none_label: Some(&usual),
        ..Field::default()
    };
    forms::select(&field, &choices)
}

fn date_field(locale: Locale, value: &str) -> Markup {
    let example = Date::constant(2026, 11, 21);
    let shown = |pattern: &str| {
        let formats = Formats {
            dates: DatePattern::parse(pattern),
            numbers: None,
        };
        locale.with_formats(formats).date(example)
    };
    let mut all: Vec<(String, String)> = DATES
        .iter()
        .map(|pattern| {
            (
                (*pattern).to_owned(),
                format!("{} ({pattern})", shown(pattern)),
            )
        })
        .collect();
    if !value.is_empty() && !DATES.contains(&value) {
        all.push((value.to_owned(), value.to_owned()));
    }
    select(locale, "dates", "field-DateFormat", value, &all)
}

fn number_field(locale: Locale, value: &str) -> Markup {
    let example = Decimal::new(123_456_789, 2);
    let shown = |text: &str| {
        let formats = Formats {
            dates: None,
            numbers: number_pattern(text),
        };
        locale.with_formats(formats).amount(example, 2)
    };
    let mut all: Vec<(String, String)> = NUMBERS
        .iter()
        .map(|(decimal_sign, group_sign, group_size)| {
            let format = NumberFormat {
                decimal_sign: (*decimal_sign).to_owned(),
                group_sign: (*group_sign).to_owned(),
                group_size: *group_size,
            };
            let text = format.text();
            let label = shown(&text);
            (text, label)
        })
        .collect();
    if !value.is_empty() && !all.iter().any(|(known, _)| known == value) {
        all.push((value.to_owned(), shown(value)));
    }
    select(locale, "numbers", "field-NumberFormat", value, &all)
}

fn day_field(locale: Locale, value: &str) -> Markup {
    let all: Vec<(String, String)> = (0..7_u8)
        .map(|day| {
            let label = locale.text(&format!("settings-weekday-{day}"));
            (day.to_string(), label)
        })
        .collect();
    let choices: Vec<Choice<'_>> = all
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let field = Field {
        name: "first_day",
        label: &locale.text("field-FirstDayOfWeek"),
        value,
        required: true,
        ..Field::default()
    };
    forms::select(&field, &choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_format_can_be_shown() {
        for pattern in DATES {
            assert!(DatePattern::parse(pattern).is_some(), "{pattern}");
        }
        for (decimal_sign, group_sign, group_size) in NUMBERS {
            let format = NumberFormat {
                decimal_sign: (*decimal_sign).to_owned(),
                group_sign: (*group_sign).to_owned(),
                group_size: *group_size,
            };
            assert!(number_pattern(&format.text()).is_some(), "{format:?}");
        }
        // A number of another program without groups, and one whose signs cannot be told apart.
        let odd = |group_sign: &str| NumberFormat {
            decimal_sign: ".".to_owned(),
            group_sign: group_sign.to_owned(),
            group_size: 3,
        };
        assert!(number_pattern(&odd("").text()).is_some());
        assert_eq!(number_pattern(&odd(".").text()), None);
    }
}
