//! The Summary of a business: what is in it, its figures, and what to look at.

use crate::imports::imported_panel;
use crate::page_error::key_of;
use crate::records::{names, words};
use crate::request::Visitor;
use crate::shell::{
    BusinessPage, BusinessShell, REPORTS, SUMMARY, business_page_with, with_business,
};
use crate::{PageError, Shared, addresses};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use interchange::BooksReader;
use maud::{Markup, html};
use pages::tables::{Column, amount_cell, cell, panel, table};
use pages::{Argument, Locale, Notice, NoticeKind, layout};
use reports::Section;
use rust_decimal::Decimal;
use serde::Deserialize;
use store::{EntryFilter, Reader};

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/businesses/{key}", get(show_summary))
}

/// What the Summary says.
struct Figures {
    currency: String,
    decimals: u32,
    /// The balance of each section, debit positive.
    sections: Vec<(Section, Decimal)>,
    in_suspense: usize,
    not_posted: usize,
    has_postings: bool,
    has_backup: bool,
}

/// After an import: its number, so that the Summary says what was imported and proved.
#[derive(Deserialize)]
struct Came {
    imported: Option<String>,
}

async fn show_summary(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Query(came): Query<Came>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let (shell, figures) = with_business(&app, key, |reader, _| figures(reader)).await?;
    let locale = visitor.locale;
    // An old address with the number of a forgotten import is a plain Summary.
    let imported = came
        .imported
        .and_then(|id| app.jobs.imports.find(id.parse().ok()?).ok())
        .and_then(|incoming| imported_panel(locale, &incoming, key));
    let title = locale.text("summary-title");
    let notice = (!figures.has_backup).then(|| Notice {
        kind: NoticeKind::Information,
        text: locale.text("summary-first-backup"),
    });
    let body = html! {
        (layout::heading(shell.name(), html! {}))
        @if let Some(panel) = imported { (panel) }
        (warnings(locale, &shell, &figures))
        div .columns {
            (panel(&title, figures_body(locale, &figures)))
            (panel(&locale.text("summary-what-is-here"), counts(locale, &shell)))
        }
    };
    let page = BusinessPage {
        title: &title,
        current_tab: SUMMARY,
        body,
        notice,
        status: StatusCode::OK,
    };
    Ok(business_page_with(&visitor, &shell, page))
}

/// Posts the books and sums them by section. Derived anew each time: records are the only truth.
fn figures(reader: &dyn Reader) -> Result<Figures, PageError> {
    let mut books = BooksReader::new();
    reader.each_object(None, &mut |object| {
        books.add(&object);
        Ok(())
    })?;
    let (books, _) = books.finish();
    let ledger = ledger::post(&books);
    let balance = reports::trial_balance(&books, &ledger, None);
    let sections = SECTIONS
        .iter()
        .map(|(section, _)| {
            let rows = balance.rows.iter().filter(|row| row.section == *section);
            (*section, rows.map(|row| row.debit - row.credit).sum())
        })
        .collect();
    let backups = EntryFilter {
        action: Some(history::Action::Backup),
        ..EntryFilter::default()
    };
    Ok(Figures {
        currency: balance.currency,
        decimals: balance.decimals,
        sections,
        in_suspense: ledger.suspense.len(),
        not_posted: ledger.not_posted.len(),
        has_postings: !ledger.postings.is_empty(),
        has_backup: !reader.entries(&backups, None, 1)?.entries.is_empty(),
    })
}

/// The sections in the order of the page, with their labels.
const SECTIONS: [(Section, &str); 6] = [
    (Section::Assets, "summary-assets"),
    (Section::Liabilities, "summary-liabilities"),
    (Section::Equity, "summary-equity"),
    (Section::Income, "summary-income"),
    (Section::Expenses, "summary-expenses"),
    (Section::Unclassified, "summary-unclassified"),
];

fn figures_body(locale: Locale, figures: &Figures) -> Markup {
    if !figures.has_postings {
        return html! { p .quiet { (locale.text("summary-empty")) } };
    }
    let columns = [
        Column::words(locale.text("chart-group")),
        Column::amounts(&figures.currency),
    ];
    let rows: Vec<Markup> = figures
        .sections
        .iter()
        .zip(SECTIONS)
        .filter(|((section, sum), _)| *section != Section::Unclassified || !sum.is_zero())
        .map(|((section, sum), (_, label))| {
            // Credits are the natural side of these three, so their sum is shown as a positive.
            let credit_side = matches!(
                section,
                Section::Liabilities | Section::Equity | Section::Income
            );
            let shown = if credit_side { -*sum } else { *sum };
            html! {
                tr {
                    (cell(html! { (locale.text(label)) }))
                    (amount_cell(&locale.amount(shown, figures.decimals)))
                }
            }
        })
        .collect();
    table(&locale.text("summary-title"), &columns, &rows, None)
}

/// What is in Suspense or was not posted, with the way to the report that names each.
fn warnings(locale: Locale, shell: &BusinessShell, figures: &Figures) -> Markup {
    let report = addresses::business_part(shell.key, &format!("{REPORTS}/trial-balance"));
    let warning = |text: String| {
        html! {
            (layout::notice_box(&Notice { kind: NoticeKind::Warning, text }))
            p { a href=(report) { (locale.text("summary-suspense-link")) } }
        }
    };
    let not_posted = Argument::Count(figures.not_posted as u64);
    html! {
        @if figures.in_suspense > 0 { (warning(locale.text("summary-suspense"))) }
        @if figures.not_posted > 0 {
            (warning(locale.text_with("report-not-posted", &[("count", not_posted)])))
        }
    }
}

/// How many records there are of each kind, each with the way to its list.
fn counts(locale: Locale, shell: &BusinessShell) -> Markup {
    let mut kinds: Vec<(String, String, u64)> = shell
        .counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(content_type, count)| {
            let label = words::kind_plural(locale, *content_type);
            (label, names::list_path(shell.key, *content_type), *count)
        })
        .collect();
    kinds.sort_by(|(a, ..), (b, ..)| locale.compare(a, b));
    let columns = [
        Column::words(locale.text("import-preview-kind")),
        Column::amounts(locale.text("import-preview-number")),
    ];
    let rows: Vec<Markup> = kinds
        .iter()
        .map(|(label, href, count)| {
            let link = html! { a href=(href) { (label) } };
            html! { tr { (cell(link)) (amount_cell(&locale.count(*count))) } }
        })
        .collect();
    table(&locale.text("summary-what-is-here"), &columns, &rows, None)
}
