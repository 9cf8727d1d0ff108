//! Custom Fields: what a business adds to the forms of its records: texts, numbers, dates, boxes to
//! tick and lists to choose from.
//!
//! A definition is a record of its own kind; where it belongs, in what order and what can be chosen
//! are its fields (docs/SPEC-settings.md, 10). [`form`] makes and changes them.

mod form;

pub(super) use form::{create, edit, new, save};

use super::saving::write;
use crate::page_error::key_of;
use crate::records::save::history_title;
use crate::records::{rules, words};
use crate::request::Visitor;
use crate::shell::{SETTINGS, business_page, with_business};
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use books::kinds;
use books::{Key, Object};
use interchange::{DecodedRecord, Edit, FieldValue, decode, patch, spec};
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::layout::{heading, menu};
use pages::tables::{BadgeKind, Column, badge, cell, empty, panel, table};
use pages::{Argument, Locale, forms, user_text};
use serde::Deserialize;
use store::{Reader, StoreError};

/// The sorts of custom fields that are made here, each with the words of what it holds.
const SORTS: &[(Key, &str)] = &[
    (kinds::TEXT_CUSTOM_FIELD, "settings-custom-text"),
    (kinds::NUMBER_CUSTOM_FIELD, "settings-custom-number"),
    (kinds::DATE_CUSTOM_FIELD, "settings-custom-date"),
    (kinds::CHECKBOX_CUSTOM_FIELD, "settings-custom-checkbox"),
    (
        kinds::MULTIPLE_VALUE_CUSTOM_FIELD,
        "settings-custom-multiple",
    ),
];
const PAGE: &str = "settings/custom-fields";

/// Whether a kind is one of definitions that are made here.
pub(crate) fn is_custom_field(content_type: Key) -> bool {
    SORTS.iter().any(|(sort, _)| *sort == content_type)
}

/// Where a definition is changed.
pub(crate) fn custom_field_path(business: Key, key: Key) -> String {
    addresses::business_part(business, &format!("{PAGE}/{key}"))
}

/// One definition.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Definition {
    key: Key,
    content_type: Key,
    name: String,
    position: i64,
    placement: Vec<Key>,
    on_lines: Vec<Key>,
    inactive: bool,
    in_lists: bool,
}

impl Definition {
    fn of(object: &Object) -> Option<Self> {
        let record = decode(object.content_type, &object.content).ok()?;
        let value = |name| value_of(object.content_type, &record, name);
        let flag = |name| value(name).and_then(FieldValue::flag).unwrap_or(false);
        let places = |name: &str| {
            let field = spec(object.content_type).and_then(|spec| spec.field_by_name(name));
            let values = field.map(|field| record.all(field.number)).into_iter();
            let keys = values.flatten().filter_map(|it| it.value.reference());
            keys.collect()
        };
        let (placement, on_lines) = (places("Placement"), places("LinePlacement"));
        Some(Self {
            key: object.key,
            content_type: object.content_type,
            name: value("Name")
                .and_then(FieldValue::text)
                .unwrap_or_default()
                .to_owned(),
            position: value("Position").and_then(FieldValue::integer).unwrap_or(0),
            placement,
            on_lines,
            inactive: flag("Inactive"),
            in_lists: flag("ShowInLists"),
        })
    }
}

fn value_of<'a>(kind: Key, record: &'a DecodedRecord, name: &str) -> Option<&'a FieldValue> {
    record.value(spec(kind)?.field_by_name(name)?.number)
}

/// Every definition, in the order of the forms.
fn definitions<R: Reader + ?Sized>(
    reader: &R,
    locale: Locale,
) -> Result<Vec<Definition>, StoreError> {
    let mut found = Vec::new();
    for (kind, _) in SORTS {
        reader.each_object(Some(*kind), &mut |object| {
            if !object.is_keyed_by_kind() {
                found.extend(Definition::of(&object));
            }
            Ok(())
        })?;
    }
    found.sort_by(|a, b| {
        let by_name = || locale.compare(&a.name, &b.name);
        a.position
            .cmp(&b.position)
            .then_with(by_name)
            .then(a.key.cmp(&b.key))
    });
    Ok(found)
}

/// `GET /businesses/{business}/settings/custom-fields`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let locale = visitor.locale;
    let (shell, found) = with_business(&app, business, move |reader, _| {
        Ok(definitions(reader, locale)?)
    })
    .await?;
    let title = locale.text("settings-custom-fields");
    let ways: Vec<Markup> = SORTS
        .iter()
        .map(|(kind, label)| {
            let slug = spec(*kind).map_or("", |spec| spec.slug);
            let part = format!("{PAGE}/new/{slug}");
            html! { a href=(addresses::business_part(business, &part)) { (locale.text(label)) } }
        })
        .collect();
    let new = html! { (icon(Icon::Add)) (locale.text("button-new")) };
    let body = html! {
        (heading(&title, menu(new, &ways)))
        p .muted { (locale.text("settings-custom-explained")) }
        @if found.is_empty() {
            (empty(&locale.text("list-empty"), html! {}))
        } @else {
            (list(locale, business, &title, &found))
        }
    };
    Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
}

fn list(locale: Locale, business: Key, title: &str, found: &[Definition]) -> Markup {
    let columns = [
        Column::words(locale.text("field-Name")),
        Column::words(locale.text("field-Type")),
        Column::words(locale.text("field-Placement")),
        Column::words(locale.text("settings-order")),
    ];
    let rows: Vec<Markup> = found
        .iter()
        .map(|definition| {
            let edit = addresses::business_part(business, &format!("{PAGE}/{}", definition.key));
            let sort = SORTS
                .iter()
                .find(|(kind, _)| *kind == definition.content_type)
                .map_or("", |(_, label)| label);
            let kinds = definition.placement.iter();
            let mut places: Vec<String> = kinds
                .map(|kind| words::kind_plural(locale, *kind))
                .collect();
            places.extend(definition.on_lines.iter().map(|kind| {
                let kind = words::kind_plural(locale, *kind);
                let kind = [("kind", Argument::Text(&kind))];
                locale.text_with("settings-custom-lines-of", &kind)
            }));
            html! {
                tr {
                    (cell(html! {
                        a href=(edit) { (user_text(&definition.name)) }
                        @if definition.inactive {
                            " " (badge(BadgeKind::Plain, &locale.text("list-inactive")))
                        }
                    }))
                    (cell(html! { (locale.text(sort)) }))
                    (cell(html! { (places.join(", ")) }))
                    (cell(moves(locale, business, definition)))
                }
            }
        })
        .collect();
    panel("", table(title, &columns, &rows, None))
}

/// The buttons that move a definition up and down.
fn moves(locale: Locale, business: Key, definition: &Definition) -> Markup {
    let action = addresses::business_part(business, &format!("{PAGE}/{}/move", definition.key));
    html! {
        span .moves role="group" aria-label=(definition.name) {
            (forms::button_form(&action, &locale.text("settings-up"), &[("direction", "up")]))
            (forms::button_form(&action, &locale.text("settings-down"), &[("direction", "down")]))
        }
    }
}

/// Where it moves to.
#[derive(Deserialize)]
pub(super) struct Move {
    direction: String,
}

/// `POST /businesses/{business}/settings/custom-fields/{key}/move`.
pub(super) async fn move_it(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, key)): Path<(String, String)>,
    Form(wanted): Form<Move>,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&key)?);
    let locale = visitor.locale;
    write(&app, business, move |work, stamp| {
        let found = definitions(&*work, locale)?;
        let keys: Vec<Key> = found.iter().map(|definition| definition.key).collect();
        let Some(order) = super::order::moved(&keys, key, wanted.direction == "up") else {
            return Ok(());
        };
        for (position, key) in (1_i64..).zip(order) {
            let Some(before) = work.object(key)? else {
                continue;
            };
            let number = spec(before.content_type)
                .and_then(|spec| spec.field_by_name("Position"))
                .map(|field| field.number);
            let Some(number) = number else { continue };
            let edits = [Edit::Set(number, Some(FieldValue::Integer(position)))];
            let content = patch(before.content_type, &before.content, &edits)
                .map_err(|error| StoreError::Stopped(Box::new(error)))?;
            let after = Object {
                content,
                ..before.clone()
            };
            rules::require_puttable(&*work, Some(&before), &after)?;
            let title = history_title(&after);
            work.put_object(after.key, after.content_type, &after.content, &title, stamp)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&addresses::business_part(business, PAGE)).into_response())
}
