//! The fiscal year: with which month it begins, which presets and the balance sheet go by. A
//! singleton record of ours (SPEC-reports.md, 5.2).

use super::calendar::FiscalYear;
use super::made::{self, FIRST_MONTH};
use super::reports_path;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{REPORTS, business_page, with_business};
use crate::stamp::stamp;
use crate::{PageError, Shared};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use books::kinds;
use interchange::{Edit, FieldValue, patch};
use jiff::civil::Date;
use maud::html;
use pages::forms::{Choice, Field};
use pages::layout::heading;
use pages::tables::panel;
use pages::{Locale, forms};
use serde::Deserialize;
use store::StoreError;

/// What the form sends.
#[derive(Debug, Deserialize)]
pub(super) struct Sent {
    first_month: String,
}

/// The name of the month that a fiscal year begins with.
pub(super) fn month_name(locale: Locale, year: FiscalYear) -> String {
    name_of_month(locale, year.first_month())
}

fn name_of_month(locale: Locale, month: i8) -> String {
    // Any year will do: only the name of the month is shown.
    let day = Date::new(2026, month, 1).unwrap_or_default();
    locale.long_month_name(day)
}

/// `GET /businesses/{business}/reports/fiscal-year`.
pub(super) async fn edit_fiscal_year(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (shell, calendar) =
        with_business(&app, business, |reader, _| Ok(made::calendar(reader)?)).await?;
    let locale = visitor.locale;
    let months: Vec<(String, String)> = (1..=12)
        .map(|month| (month.to_string(), name_of_month(locale, month)))
        .collect();
    let choices: Vec<Choice<'_>> = months
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let chosen = calendar.fiscal_year.first_month().to_string();
    let label = locale.text("reports-first-month");
    let hint = locale.text("reports-first-month-hint");
    let field = Field {
        name: "first_month",
        label: &label,
        value: &chosen,
        hint: Some(&hint),
        required: true,
        ..Field::default()
    };
    let back = reports_path(business);
    let content = panel(
        "",
        html! {
            (forms::select(&field, &choices))
            (forms::submit(locale, &locale.text("button-save"), Some(&back)))
        },
    );
    let title = locale.text("reports-fiscal-year-title");
    let body = html! {
        (heading(&title, html! {}))
        (forms::form(&format!("{back}/fiscal-year"), false, content))
    };
    Ok(business_page(&visitor, &shell, &title, REPORTS, body))
}

/// `POST /businesses/{business}/reports/fiscal-year`.
pub(super) async fn save_fiscal_year(
    State(app): State<Shared>,
    Path(business): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let year = sent.first_month.parse().ok().and_then(FiscalYear::new);
        let year = year.ok_or_else(PageError::bad_request)?;
        let month = FieldValue::Integer(i64::from(year.first_month()));
        let kind = kinds::TIJORI_FISCAL_YEAR;
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        opened.write(&mut |work| {
            let there = work.object(kind)?.map(|object| object.content);
            let edits = [Edit::Set(FIRST_MONTH, Some(month.clone()))];
            let content = patch(kind, &there.unwrap_or_default(), &edits)
                .map_err(|_| StoreError::from(PageError::bad_request()))?;
            work.put_object(kind, kind, &content, "", &stamp)?;
            Ok(())
        })?;
        Ok(Redirect::to(&reports_path(business)).into_response())
    })
    .await
}
