//! The trial balance on a page: accounts by section, what stands under them folded in, equal
//! totals, and by name whatever could not be posted in full.

use super::books_of;
use super::suspense::reason_text;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, REPORTS, business_page_with};
use crate::{PageError, Shared};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use ledger::Ledger;
use maud::{Markup, html};
use pages::forms::Field;
use pages::layout::heading;
use pages::tables::{Column, amount_cell, cell, empty, panel, table};
use pages::{Argument, Locale, forms, user_text};
use reports::{AccountName, Row, Section, SubRow, TrialBalance, trial_balance};
use rust_decimal::Decimal;
use serde::Deserialize;
use store::StoreError;

/// More reasons than this are counted and not listed.
const REASONS_LISTED_MAX: usize = 500;

/// What the address asks for after `?`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    /// The last day that counts, as typed; empty means everything.
    #[serde(default)]
    as_at: String,
}

/// `GET /businesses/{business}/reports/trial-balance?as_at=`.
pub(super) async fn show_trial_balance(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let locale = visitor.locale;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), locale, business);
        let (as_at, error) = match asked.as_at.trim() {
            "" => (None, None),
            typed => match locale.parse_date(typed) {
                Ok(date) => (Some(date), None),
                Err(error) => (None, Some(locale.error(error.code(), &error.arguments()))),
            },
        };
        let status = if error.is_some() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        };
        let books = books_of(reader.as_ref())?;
        let ledger = ledger::post(&books);
        let report = trial_balance(&books, &ledger, as_at);
        let title = locale.text("report-trial-balance");
        let body = html! {
            (heading(&title, html! {}))
            (date_form(locale, &asked, error.as_deref()))
            (report_panel(&names, &report)?)
            (not_in_full(&names, &ledger, report.decimals, as_at)?)
        };
        let page = BusinessPage {
            title: &title,
            current_tab: REPORTS,
            body,
            notice: None,
            status,
        };
        Ok(business_page_with(&visitor, &shell, page))
    })
    .await
}

fn date_form(locale: Locale, asked: &Asked, error: Option<&str>) -> Markup {
    let label = locale.text("report-as-at");
    let field = Field {
        name: "as_at",
        label: &label,
        value: &asked.as_at,
        error,
        ..Field::default()
    };
    html! {
        form .list-search .no-print method="get" {
            (forms::date(&field))
            button .button type="submit" { (locale.text("report-show")) }
        }
    }
}

fn report_panel(names: &Names<'_>, report: &TrialBalance) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let caption = match report.as_at {
        Some(date) => {
            let date = locale.date_long(date);
            locale.text_with("report-as-at-date", &[("date", Argument::Text(&date))])
        }
        None => locale.text("report-trial-balance"),
    };
    if report.rows.is_empty() {
        return Ok(empty(&locale.text("report-empty"), html! {}));
    }
    // Without any code there is no column of them.
    let has_codes = report.rows.iter().any(|row| !row.code.is_empty());
    let columns_count = if has_codes { 4 } else { 3 };
    let mut rows = Vec::new();
    for part in report.rows.chunk_by(|a, b| a.section == b.section) {
        if let Some(first) = part.first() {
            rows.push(html! {
                tr .section {
                    th scope="rowgroup" colspan=(columns_count) {
                        (section_name(locale, first.section))
                    }
                }
            });
        }
        for row in part {
            rows.push(account_row(names, report, row, has_codes)?);
        }
    }
    let totals = html! {
        tr {
            th scope="row" { (locale.text("report-total")) }
            @if has_codes { td {} }
            (amount_cell(&locale.amount(report.total_debit, report.decimals)))
            (amount_cell(&locale.amount(report.total_credit, report.decimals)))
        }
    };
    let mut columns = vec![Column::words(locale.text("report-account"))];
    if has_codes {
        columns.push(Column::words(locale.text("report-code")));
    }
    columns.push(Column::amounts(locale.text("report-debit")));
    columns.push(Column::amounts(locale.text("report-credit")));
    let is_balanced = report.total_debit == report.total_credit;
    Ok(html! {
        p .muted { (caption) @if !report.currency.is_empty() { " · " (report.currency) } }
        (table(&caption, &columns, &rows, Some(&totals)))
        @if is_balanced { p .muted { (locale.text("report-balanced")) } }
    })
}

/// One account. What stands under it opens in place, so that the table stays one of accounts.
fn account_row(
    names: &Names<'_>,
    report: &TrialBalance,
    row: &Row,
    has_codes: bool,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let path: Vec<String> = row
        .group_path
        .iter()
        .skip(1)
        .map(|name| name_text(locale, name))
        .collect();
    let account = account_link(names, row)?;
    let under = if row.subledger.is_empty() {
        html! { (account) }
    } else {
        html! {
            details {
                summary { (account) }
                (subledger_table(names, report, &row.subledger)?)
            }
        }
    };
    Ok(html! {
        tr {
            (cell(html! {
                (under)
                @if !path.is_empty() { div .muted { (user_text(&path.join(" › "))) } }
            }))
            @if has_codes { (cell(html! { (row.code) })) }
            (amount_cell(&amount(locale, row.debit, report.decimals)))
            (amount_cell(&amount(locale, row.credit, report.decimals)))
        }
    })
}

fn subledger_table(
    names: &Names<'_>,
    report: &TrialBalance,
    subledger: &[SubRow],
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let mut rows = Vec::with_capacity(subledger.len());
    for sub in subledger {
        let own = match (&sub.currency, sub.own_currency_balance) {
            (Some(currency), Some(balance)) => {
                format!(
                    "{currency} {}",
                    locale.amount(balance, balance.normalize().scale().max(2))
                )
            }
            _ => String::new(),
        };
        rows.push(html! {
            tr {
                (cell(names.link(sub.key)?))
                (amount_cell(&own))
                (amount_cell(&amount(locale, sub.debit, report.decimals)))
                (amount_cell(&amount(locale, sub.credit, report.decimals)))
            }
        });
    }
    let columns = [
        Column::words(locale.text("field-Name")),
        Column::amounts(locale.text("report-own-currency")),
        Column::amounts(locale.text("report-debit")),
        Column::amounts(locale.text("report-credit")),
    ];
    Ok(table(&locale.text("report-account"), &columns, &rows, None))
}

/// The account as a link to its record; a built-in one without a record has none.
fn account_link(names: &Names<'_>, row: &Row) -> Result<Markup, StoreError> {
    let name = name_text(names.locale, &row.name);
    let has_record = names.reader().object(row.account_key)?.is_some();
    let href = crate::records::names::record_path(names.business, row.account_key);
    Ok(html! {
        @if has_record { a href=(href) { (user_text(&name)) } } @else { (user_text(&name)) }
    })
}

fn name_text(locale: Locale, name: &AccountName) -> String {
    match name {
        AccountName::Own(name) => name.clone(),
        AccountName::BuiltIn(name) => words::built_in(locale, name),
    }
}

fn section_name(locale: Locale, section: Section) -> String {
    locale.text(match section {
        Section::Assets => "account-Assets",
        Section::Liabilities => "account-Liabilities",
        Section::Equity => "account-Equity",
        Section::Income => "account-Income",
        Section::Expenses => "account-Expenses",
        Section::Unclassified => "account-Unclassified",
    })
}

/// An amount; nothing where there is none.
fn amount(locale: Locale, amount: Decimal, decimals: u32) -> String {
    if amount.is_zero() {
        String::new()
    } else {
        locale.amount(amount, decimals)
    }
}

/// What went to Suspense and what was not posted at all, each with its reason and its document.
fn not_in_full(
    names: &Names<'_>,
    ledger: &Ledger,
    decimals: u32,
    as_at: Option<Date>,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let mut suspense = Vec::new();
    for reason in ledger.suspense_until(as_at).take(REASONS_LISTED_MAX) {
        let text = reason_text(locale, reason.code, &reason.arguments);
        let line = reason.line.map(|line| {
            let line = locale.count(u64::try_from(line).unwrap_or(u64::MAX).saturating_add(1));
            locale.text_with("suspense-line", &[("line", Argument::Text(&line))])
        });
        suspense.push(html! {
            tr {
                (cell(html! { (words::kind_name(locale, reason.kind)) }))
                (cell(names.link(reason.document)?))
                (cell(html! { (text) @if let Some(line) = &line { " (" (line) ")" } }))
                (amount_cell(&amount(locale, reason.amount, decimals)))
            }
        });
    }
    let mut not_posted = Vec::new();
    for reason in ledger.not_posted.iter().take(REASONS_LISTED_MAX) {
        not_posted.push(html! {
            tr {
                (cell(html! { (words::kind_name(locale, reason.kind)) }))
                (cell(names.link(reason.document)?))
                (cell(html! { (reason_text(locale, reason.code, &[])) }))
            }
        });
    }
    let count = u64::try_from(ledger.not_posted.len()).unwrap_or(u64::MAX);
    let mut columns = vec![
        Column::words(locale.text("record-kind")),
        Column::words(locale.text("attachments-column-record")),
        Column::words(locale.text("suspense-reason")),
    ];
    let not_posted_columns = columns.clone();
    columns.push(Column::amounts(locale.text("list-column-amount")));
    let heading = locale.text("report-suspense");
    let not_posted_heading =
        locale.text_with("report-not-posted", &[("count", Argument::Count(count))]);
    Ok(html! {
        @if !suspense.is_empty() {
            (panel(&heading, html! {
                p .muted { (locale.text("report-suspense-explained")) }
                (table(&heading, &columns, &suspense, None))
            }))
        }
        @if !not_posted.is_empty() {
            (panel(
                &not_posted_heading,
                table(&not_posted_heading, &not_posted_columns, &not_posted, None),
            ))
        }
    })
}
