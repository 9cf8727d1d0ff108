//! Date & Number Format: how the business writes dates and numbers, on its pages and papers.
//!
//! Words and the shape of digits stay the reader's own; what is not set here follows the reader's
//! language (docs/SPEC-settings.md, 3).

use super::saving::{Asked, put, single, write};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessPage, SETTINGS, business_page_with, success, with_business};
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, kinds};
use interchange::{DecodedRecord, Edit, FieldValue, NumberFormat};
use jiff::civil::Date;
use maud::{Markup, html};
use pages::forms::{self, Choice, Field};
use pages::layout::heading;
use pages::{DatePattern, Formats, Groups, Locale, NumberPattern};
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
fn number_pattern(text: &str) -> Option<NumberPattern> {
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
#[derive(Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    dates: String,
    #[serde(default)]
    numbers: String,
    #[serde(default)]
    first_day: String,
}

/// `GET /businesses/{business}/settings/date-and-number-format`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (shell, record) = with_business(&app, business, |reader, _| {
        Ok(single(reader, kinds::DATE_AND_NUMBER_FORMAT)?)
    })
    .await?;
    let title = visitor.locale.text("settings-formats");
    let page = BusinessPage {
        title: &title,
        current_tab: SETTINGS,
        body: form_page(visitor.locale, business, &title, &record, None),
        notice: (!asked.saved.is_empty()).then(|| success(visitor.locale.text("settings-saved"))),
        status: StatusCode::OK,
    };
    Ok(business_page_with(&visitor, &shell, page))
}

/// `POST /businesses/{business}/settings/date-and-number-format`.
pub(super) async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let kind = kinds::DATE_AND_NUMBER_FORMAT;
    let (shell, record) =
        with_business(&app, business, move |reader, _| Ok(single(reader, kind)?)).await?;
    // What is kept in a form that is not offered may stay, and nothing else that is not offered.
    let stays = |number, text: &str| {
        text.is_empty() || record.value(number).and_then(FieldValue::text) == Some(text)
    };
    let is_date = stays(DATE_FORMAT, &chosen.dates) || DatePattern::parse(&chosen.dates).is_some();
    let is_number =
        stays(NUMBER_FORMAT, &chosen.numbers) || number_pattern(&chosen.numbers).is_some();
    let first_day: Option<i64> = chosen.first_day.parse().ok();
    if !(is_date && is_number && first_day.is_none_or(|day| (0..=6).contains(&day))) {
        let title = visitor.locale.text("settings-formats");
        let sentence = visitor.locale.error("choice-unknown", &[]);
        let page = BusinessPage {
            title: &title,
            current_tab: SETTINGS,
            body: form_page(visitor.locale, business, &title, &record, Some(&sentence)),
            notice: None,
            status: StatusCode::UNPROCESSABLE_ENTITY,
        };
        return Ok(business_page_with(&visitor, &shell, page));
    }
    let text = |number, text: String| {
        Edit::Set(number, (!text.is_empty()).then_some(FieldValue::Text(text)))
    };
    let edits = [
        text(DATE_FORMAT, chosen.dates),
        text(NUMBER_FORMAT, chosen.numbers),
        Edit::Set(FIRST_DAY_OF_WEEK, first_day.map(FieldValue::Integer)),
    ];
    write(&app, business, move |work, stamp| {
        put(work, kind, &edits, stamp)
    })
    .await?;
    let settings = addresses::business_part(business, "settings/date-and-number-format?saved=1");
    Ok(Redirect::to(&settings).into_response())
}

fn form_page(
    locale: Locale,
    business: Key,
    title: &str,
    record: &DecodedRecord,
    error: Option<&str>,
) -> Markup {
    let text = |number| {
        let found = record.value(number).and_then(FieldValue::text);
        found.unwrap_or_default().to_owned()
    };
    let first_day = record
        .value(FIRST_DAY_OF_WEEK)
        .and_then(FieldValue::integer)
        .unwrap_or(0)
        .to_string();
    let action = addresses::business_part(business, "settings/date-and-number-format");
    let back = addresses::business_part(business, "settings");
    html! {
        (heading(title, html! {}))
        p .muted { (locale.text("settings-formats-explained")) }
        @if let Some(error) = error { (forms::form_error(error)) }
        (forms::form(&action, false, html! {
            (date_field(locale, &text(DATE_FORMAT)))
            (number_field(locale, &text(NUMBER_FORMAT)))
            (day_field(locale, &first_day))
            (forms::submit(locale, &locale.text("button-save"), Some(&back)))
        }))
    }
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
