//! Footers: texts below documents, one kind of footer for each kind of document. Their forms are
//! those of all records; here stands what there is of each kind.

use crate::page_error::key_of;
use crate::records::names::{Names, list_path};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{SETTINGS, business_page, with_business};
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::response::Response;
use books::kinds::{self, Class};
use books::{Key, Object};
use interchange::{FieldValue, decode, spec};
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::layout::heading;
use pages::tables::{BadgeKind, badge, panel};
use store::StoreError;

/// The kinds of footers that have a form, in the order of the documents' tabs.
fn footer_kinds() -> impl Iterator<Item = Key> {
    interchange::specs()
        .iter()
        .filter(|spec| {
            spec.editable
                && spec.name.ends_with("Footer")
                && kinds::find(spec.content_type)
                    .is_some_and(|kind| kind.class == Class::FormAppearance)
        })
        .map(|spec| spec.content_type)
}

/// `GET /businesses/{business}/settings/footers`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let locale = visitor.locale;
    let (shell, content) = with_business(&app, business, move |reader, _| {
        let names = Names::new(reader, locale, business);
        let mut panels = Vec::new();
        for kind in footer_kinds() {
            panels.push(kind_panel(&names, kind)?);
        }
        Ok(html! { @for panel in &panels { (panel) } }.into_string())
    })
    .await?;
    let title = locale.text("settings-footers");
    let body = html! {
        (heading(&title, html! {}))
        p .muted { (locale.text("settings-footers-explained")) }
        (maud::PreEscaped(content))
    };
    Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
}

fn kind_panel(names: &Names<'_>, kind: Key) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let mut found: Vec<Object> = Vec::new();
    names.reader().each_object(Some(kind), &mut |object| {
        if !object.is_keyed_by_kind() {
            found.push(object);
        }
        Ok(())
    })?;
    let new = format!("{}/new", list_path(names.business, kind));
    let mut rows = Vec::with_capacity(found.len());
    for object in &found {
        let link = names.link(object.key)?;
        let has = |name: &str| flag(object, name);
        rows.push(html! {
            li {
                (link)
                @if has("OnEveryDocument") {
                    " " (badge(BadgeKind::Good, &locale.text("settings-footer-on-all")))
                }
                @if has("Inactive") {
                    " " (badge(BadgeKind::Plain, &locale.text("list-inactive")))
                }
            }
        });
    }
    Ok(panel(
        &words::kind_plural(locale, kind),
        html! {
            @if !rows.is_empty() { ul { @for row in &rows { (row) } } }
            p { a .button href=(new) { (icon(Icon::Add)) (locale.text("button-new")) } }
        },
    ))
}

fn flag(object: &Object, name: &str) -> bool {
    let field = spec(object.content_type).and_then(|spec| spec.field_by_name(name));
    let record = decode(object.content_type, &object.content).ok();
    field
        .zip(record)
        .and_then(|(field, record)| record.value(field.number).and_then(FieldValue::flag))
        .unwrap_or(false)
}
