//! Currencies: the one in which the books are kept, foreign ones, and what they are worth.

use crate::page_error::key_of;
use crate::records::names::{Names, list_path, record_part};
use crate::records::{value, words};
use crate::request::Visitor;
use crate::shell::{SETTINGS, business_page, with_business};
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::response::Response;
use books::{Key, Object, kinds};
use interchange::{FieldValue, decode, spec};
use jiff::civil::Date;
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::layout::heading;
use pages::tables::{
    BadgeKind, Column, amount_cell, badge, cell, empty, facts, folds, panel, table,
};
use pages::{Argument, user_text};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::StoreError;

const RATE_DATE: u32 = 1;
const RATE_CURRENCY: u32 = 2;
const RATE: u32 = 6;

/// `GET /businesses/{business}/settings/currencies`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let locale = visitor.locale;
    let (shell, content) = with_business(&app, business, move |reader, _| {
        let names = Names::new(reader, locale, business);
        let (base, foreign) = (base_panel(&names)?, foreign_panel(&names)?);
        Ok(html! { (base) (foreign) }.into_string())
    })
    .await?;
    let title = locale.text("settings-currencies");
    let rates = list_path(business, kinds::EXCHANGE_RATE);
    let body = html! {
        (heading(&title, html! {
            a .button href=(rates) { (words::kind_plural(locale, kinds::EXCHANGE_RATE)) }
        }))
        (maud::PreEscaped(content))
    };
    Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
}

fn base_panel(names: &Names<'_>) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let kind = kinds::BASE_CURRENCY;
    let record = names
        .reader()
        .object(kind)?
        .and_then(|object| decode(kind, &object.content).ok());
    let mut rows = Vec::new();
    let fields = spec(kind).map_or(&[][..], |spec| spec.fields);
    for field in fields {
        if let Some(found) = record
            .as_ref()
            .and_then(|record| record.value(field.number))
        {
            let shown = value::markup(names, Some(field), found)?;
            rows.push((words::field_label(locale, field), shown));
        }
    }
    let edit = record_part(names.business, kind, "edit");
    Ok(panel(
        &locale.text("settings-base-currency"),
        html! {
            (facts(&rows))
            p { a .button href=(edit) { (icon(Icon::Edit)) (locale.text("record-edit")) } }
        },
    ))
}

/// The newest rate of each currency: its date and what one unit is worth.
fn newest_rates(names: &Names<'_>) -> Result<BTreeMap<Key, (Date, Key, Decimal)>, StoreError> {
    let mut newest: BTreeMap<Key, (Date, Key, Decimal)> = BTreeMap::new();
    let kind = kinds::EXCHANGE_RATE;
    names.reader().each_object(Some(kind), &mut |object| {
        let Ok(record) = decode(kind, &object.content) else {
            return Ok(());
        };
        let date = record.value(RATE_DATE).and_then(FieldValue::date);
        let rate = (
            record.value(RATE_CURRENCY).and_then(FieldValue::reference),
            date.and_then(|date| date.date()),
            record.value(RATE).and_then(FieldValue::decimal),
        );
        // Of several on one day the one with the highest key counts, as in postings.
        if let (Some(currency), Some(date), Some(rate)) = rate {
            let known = newest.entry(currency).or_insert((date, object.key, rate));
            if (date, object.key) > (known.0, known.1) {
                *known = (date, object.key, rate);
            }
        }
        Ok(())
    })?;
    Ok(newest)
}

fn foreign_panel(names: &Names<'_>) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let kind = kinds::FOREIGN_CURRENCY;
    let mut found: Vec<(String, Object)> = Vec::new();
    names.reader().each_object(Some(kind), &mut |object| {
        if !object.is_keyed_by_kind() {
            found.push((names.title_of(&object), object));
        }
        Ok(())
    })?;
    found.sort_by(|(a, _), (b, _)| locale.compare(a, b));
    let rates = newest_rates(names)?;
    let rows: Vec<Markup> = found
        .iter()
        .map(|(name, object)| row(names, name, object, rates.get(&object.key)))
        .collect();
    let columns = [
        Column::words(locale.text("field-Code")),
        Column::words(locale.text("field-Name")),
        Column::amounts(locale.text("field-ExchangeRate")),
        Column::words(locale.text("field-Date")),
    ];
    let title = words::kind_plural(locale, kind);
    let new = format!("{}/new", list_path(names.business, kind));
    Ok(panel(
        &title,
        html! {
            @if rows.is_empty() {
                (empty(&locale.text("settings-currencies-none"), html! {}))
            } @else {
                (folds(table(&title, &columns, &rows, None)))
            }
            p { a .button href=(new) { (icon(Icon::Add)) (locale.text("button-new")) } }
        },
    ))
}

fn row(
    names: &Names<'_>,
    name: &str,
    object: &Object,
    rate: Option<&(Date, Key, Decimal)>,
) -> Markup {
    let locale = names.locale;
    let record = decode(object.content_type, &object.content).ok();
    let text = |name: &str| {
        let field = spec(object.content_type)?.field_by_name(name)?;
        record.as_ref()?.value(field.number)
    };
    let code = text("Code").and_then(FieldValue::text).unwrap_or_default();
    let is_inactive = text("Inactive").and_then(FieldValue::flag) == Some(true);
    let href = record_part(names.business, object.key, "edit");
    html! {
        tr {
            (cell(user_text(code)))
            (cell(html! {
                a href=(href) { (user_text(name)) }
                @if is_inactive { " " (badge(BadgeKind::Plain, &locale.text("list-inactive"))) }
            }))
            @match rate {
                Some((date, key, rate)) => {
                    (amount_cell(&locale.number(*rate)))
                    (cell(html! {
                        a href=(record_part(names.business, *key, "edit")) { (locale.date(*date)) }
                    }))
                }
                None => {
                    (amount_cell(""))
                    (cell(html! { (badge(BadgeKind::Warning, &no_rate(locale, code))) }))
                }
            }
        }
    }
}

/// What is said of a currency that nothing can be converted from yet.
fn no_rate(locale: pages::Locale, code: &str) -> String {
    locale.text_with("settings-no-rate", &[("code", Argument::Text(code))])
}
