//! A business that was rescued says so: on its Summary, and on a page with the whole list.

use super::page::list_file;
use super::words::{counts_table, list, stored_counts};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessPage, SUMMARY, business_page_with, with_business};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backup::{StoredRescue, stored_rescue};
use books::Key;
use maud::{Markup, html};
use pages::tables::panel;
use pages::{Argument, Locale, layout};
use store::Reader;

/// What the Summary says of a rescue; nothing of a business that was not rescued.
pub(crate) struct Mark(Option<StoredRescue>);

impl Mark {
    /// Reads it.
    pub(crate) fn read(reader: &dyn Reader) -> Result<Self, PageError> {
        Ok(Self(stored_rescue(reader)?))
    }
}

/// The panel on the Summary.
pub(crate) fn mark_panel(locale: Locale, key: Key, mark: &Mark) -> Option<Markup> {
    let stored = mark.0.as_ref()?;
    let page = addresses::business_part(key, "rescue");
    Some(panel(
        &locale.text("rescue-mark-title"),
        html! {
            p { (sentence(locale, stored)) }
            a .button href=(page) { (locale.text("rescue-show")) }
        },
    ))
}

fn sentence(locale: Locale, stored: &StoredRescue) -> String {
    let file = stored.facts.get("file_name").map_or("", String::as_str);
    let [certain, uncertain, lost] = ["records_certain", "records_uncertain", "records_lost"]
        .map(|name| locale.count(stored.counted(name)));
    let told = [
        ("file", Argument::Text(file)),
        ("certain", Argument::Text(&certain)),
        ("uncertain", Argument::Text(&uncertain)),
        ("lost", Argument::Text(&lost)),
    ];
    locale.text_with("rescue-mark", &told)
}

/// The page with the list.
pub(super) async fn show_rescue(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let (shell, stored) = with_business(&app, key, |reader, _| Ok(stored_rescue(reader)?)).await?;
    let stored = stored.ok_or_else(PageError::not_found)?;
    let locale = visitor.locale;
    let title = locale.text("rescue-mark-title");
    let is_complete = stored
        .facts
        .get("rescue_complete")
        .is_some_and(|it| it == "true");
    let complete = match is_complete {
        true => "rescue-complete",
        false => "rescue-incomplete",
    };
    let body = html! {
        (layout::heading(&title, html! {}))
        p { (sentence(locale, &stored)) }
        (panel("", counts_table(locale, &stored_counts(&stored))))
        (panel(&locale.text("rescue-list"), html! {
            @if !stored.items.is_empty() { p { (locale.text(complete)) } }
            (list(locale, &stored.items, &addresses::business_part(key, "rescue")))
        }))
    };
    let page = BusinessPage {
        title: &title,
        current_tab: SUMMARY,
        body,
        notice: None,
        status: StatusCode::OK,
    };
    Ok(business_page_with(&visitor, &shell, page))
}

/// The list to be taken away.
pub(super) async fn show_list(
    State(app): State<Shared>,
    Path((key, form)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let (_, stored) = with_business(&app, key, |reader, _| Ok(stored_rescue(reader)?)).await?;
    list_file(&stored.ok_or_else(PageError::not_found)?.items, &form)
}
