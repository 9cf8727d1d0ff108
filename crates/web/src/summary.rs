//! The Summary of a business: its figures at a glance, what to look at, and what is in it.

mod chart;
mod glance;

use crate::access::current;
use crate::imports::{Held, imported_panel, standing_panel};
use crate::keeping::Glance;
use crate::page_error::key_of;
use crate::records::{names, words};
use crate::reports::made::{calendar, unreadable};
use crate::request::Visitor;
use crate::rescues::{Mark, mark_panel};
use crate::shell::{
    BusinessPage, BusinessShell, REPORTS, SUMMARY, business_page_with, with_business,
};
use crate::{PageError, Shared, addresses};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use glance::AtAGlance;
use ledger::{Grouping, PostingFilter};
use maud::{Markup, html};
use pages::tables::{Column, amount_cell, cell, panel, table};
use pages::{Argument, Locale, Notice, NoticeKind, layout};
use serde::Deserialize;
use store::{EntryFilter, Reader};
use users::Operation;

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/businesses/{key}", get(show_summary))
}

/// What the Summary says.
struct Figures {
    /// Nothing where nothing was posted.
    glance: Option<AtAGlance>,
    in_suspense: usize,
    not_posted: usize,
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
    let shared = app.clone();
    let is_opened = visitor.opened.is_some();
    let (shell, (figures, held, alarm, mark, sight)) =
        with_business(&app, key, move |reader, shell| {
            let held = Held::read(shared.store.as_ref(), reader)?;
            let sight = current::Sight::read(reader, key)?;
            let is_shown = !is_opened && current::may(key, Operation::Govern, shell.zone());
            let alarm = is_shown.then(|| Glance::read(&shared, reader, shell));
            Ok((figures(reader)?, held, alarm, Mark::read(reader)?, sight))
        })
        .await?;
    let locale = visitor.locale;
    let alarm = alarm.and_then(|glance| glance.on_summary(locale));
    // An old address with the number of a forgotten import is a plain Summary.
    let imported = came
        .imported
        .and_then(|id| app.jobs.imports.find(id.parse().ok()?).ok())
        .and_then(|incoming| imported_panel(locale, &incoming, key));
    let title = locale.text("summary-title");
    let is_missing = !figures.has_backup && visitor.opened.is_none();
    let notice = is_missing.then(|| Notice {
        kind: NoticeKind::Information,
        text: locale.text(match app.is_cloud() {
            true => "summary-first-backup-cloud",
            false => "summary-first-backup",
        }),
    });
    let body = html! {
        (layout::heading(shell.name(), html! {}))
        @if let Some(panel) = imported { (panel) }
        @if let Some(panel) = standing_panel(locale, key, &held) { (panel) }
        @if let Some(alarm) = alarm { (alarm) }
        @if let Some(panel) = mark_panel(locale, key, &mark) { (panel) }
        (warnings(locale, &shell, &figures))
        @if let Some(glance) = &figures.glance {
            div .columns { (glance.statements(locale, key)) }
            (glance.months(locale, key))
        } @else {
            (panel(&title, html! { p .quiet { (locale.text("summary-empty")) } }))
        }
        (panel(&locale.text("summary-what-is-here"), counts(locale, &shell, &sight)))
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

/// The figures of one moment. They are derived, and records are the only truth.
fn figures(reader: &dyn Reader) -> Result<Figures, PageError> {
    let figures = figures::open(reader)?;
    let by_account = figures.sums(&PostingFilter::default(), Grouping::default());
    let has_postings = !by_account.map_err(unreadable)?.is_empty();
    let calendar = calendar(reader)?;
    let backups = EntryFilter {
        action: Some(history::Action::Backup),
        ..EntryFilter::default()
    };
    Ok(Figures {
        glance: has_postings
            .then(|| AtAGlance::read(figures.as_ref(), &calendar))
            .transpose()?,
        in_suspense: figures.suspense(None).map_err(unreadable)?.len(),
        not_posted: figures.not_posted().map_err(unreadable)?.len(),
        has_backup: !reader.entries(&backups, None, 1)?.entries.is_empty(),
    })
}

/// What is in Suspense or was not posted, with the way to the report that names each.
fn warnings(locale: Locale, shell: &BusinessShell, figures: &Figures) -> Markup {
    let query = "period=everything";
    let report = addresses::business_part(shell.key, &format!("{REPORTS}/trial-balance?{query}"));
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
fn counts(locale: Locale, shell: &BusinessShell, sight: &current::Sight) -> Markup {
    let mut kinds: Vec<(String, String, u64)> = shell
        .counts
        .iter()
        .filter(|(kind, count)| *count > 0 && sight.is_of(*kind))
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
