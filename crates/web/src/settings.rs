//! Settings: every kind of record that has no tab of its own, so that nothing in a business is out
//! of reach.

use crate::page_error::key_of;
use crate::records::{names, words};
use crate::request::Visitor;
use crate::shell::{BusinessShell, SETTINGS, business_page, open_shell};
use crate::{PageError, Shared};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use books::Key;
use interchange::Group;
use maud::{Markup, html};
use pages::tables::{Column, amount_cell, cell, empty, panel, table};
use pages::{Locale, layout};

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/businesses/{key}/settings", get(show_settings))
}

async fn show_settings(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let shell = open_shell(&app, key_of(&key)?).await?;
    let locale = visitor.locale;
    let title = locale.text("settings-title");
    let (settings, others): (Vec<_>, Vec<_>) = shell.kinds_without_tab().partition(|(kind, _)| {
        interchange::spec(*kind).is_some_and(|spec| spec.group != Group::Other)
    });
    let body = html! {
        (layout::heading(&title, html! {}))
        @if settings.is_empty() && others.is_empty() {
            (empty(&locale.text("list-empty"), html! {}))
        }
        @if !settings.is_empty() { (kinds_panel(locale, &shell, "settings-title", &settings)) }
        @if !others.is_empty() { (kinds_panel(locale, &shell, "tab-other-records", &others)) }
    };
    Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
}

fn kinds_panel(
    locale: Locale,
    shell: &BusinessShell,
    heading: &str,
    kinds: &[(Key, u64)],
) -> Markup {
    let mut named: Vec<(String, Key, u64)> = kinds
        .iter()
        .map(|(kind, count)| (words::kind_plural(locale, *kind), *kind, *count))
        .collect();
    named.sort_by(|(a, ..), (b, ..)| locale.compare(a, b));
    let columns = [
        Column::words(locale.text("import-preview-kind")),
        Column::amounts(locale.text("import-preview-number")),
    ];
    let rows: Vec<Markup> = named
        .iter()
        .map(|(label, kind, count)| {
            let link = html! { a href=(names::list_path(shell.key, *kind)) { (label) } };
            html! { tr { (cell(link)) (amount_cell(&locale.count(*count))) } }
        })
        .collect();
    let heading = locale.text(heading);
    panel(&heading, table(&heading, &columns, &rows, None))
}
