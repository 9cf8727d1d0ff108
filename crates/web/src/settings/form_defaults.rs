//! Form Defaults: what a new document begins with. The default of a kind is a record under the
//! kind's own key; it is never posted and never counted (docs/SPEC-settings.md, 9).

use crate::page_error::key_of;
use crate::records::names::record_part;
use crate::records::{has_form, words};
use crate::request::Visitor;
use crate::shell::{SETTINGS, business_page, with_business};
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::response::Response;
use books::Key;
use interchange::{KindSpec, specs};
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::{BadgeKind, Column, badge, cell, table};

/// The kinds of documents that have a form, and so a default.
fn kinds_with_default() -> impl Iterator<Item = &'static KindSpec> {
    specs().iter().copied().filter(|spec| {
        has_form(spec.content_type)
            && spec.date_field.is_some()
            && !spec.singleton
            && spec.group != interchange::Group::Settings
    })
}

/// `GET /businesses/{business}/settings/form-defaults`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let locale = visitor.locale;
    let (shell, set) = with_business(&app, business, |reader, _| {
        let mut set: Vec<Key> = Vec::new();
        for spec in kinds_with_default() {
            set.extend(reader.object(spec.content_type)?.map(|object| object.key));
        }
        Ok(set)
    })
    .await?;
    let title = locale.text("settings-form-defaults");
    let set_label = locale.text("settings-default-set");
    let rows: Vec<Markup> = kinds_with_default()
        .map(|spec| {
            let kind = spec.content_type;
            let href = record_part(business, kind, "edit");
            let is_set = set.contains(&kind);
            html! {
                tr {
                    (cell(html! { a href=(href) { (words::kind_plural(locale, kind)) } }))
                    (cell(html! {
                        @if is_set { (badge(BadgeKind::Good, &set_label)) }
                    }))
                }
            }
        })
        .collect();
    let columns = [
        Column::words(locale.text("import-preview-kind")),
        Column::words(locale.text("field-Status")),
    ];
    let body = html! {
        (heading(&title, html! {}))
        p .muted { (locale.text("settings-form-defaults-explained")) }
        (table(&title, &columns, &rows, None))
    };
    Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
}
