//! The form of a custom field: its name, what can be typed or chosen, and where it belongs.

use super::{Definition, PAGE, SORTS, value_of};
use crate::page_error::key_of;
use crate::records::limits::broken_by_text;
use crate::records::names::{Names, record_part};
use crate::records::save::history_title;
use crate::records::{has_form, rules, words};
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::settings::saving::write;
use crate::shell::{BusinessPage, SETTINGS, business_page_with, with_business};
use crate::stamp::random_key;
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, Object};
use interchange::{
    DecodedRecord, Edit, FieldValue, KindSpec, Shape, decode, patch, spec, spec_by_slug, specs,
};
use maud::{Markup, PreEscaped, html};
use pages::Locale;
use pages::forms::{self, Choice, Field};
use pages::layout::heading;
use std::collections::HashMap;
use store::StoreError;

/// The fields that say where a definition belongs: on forms, and on the lines of forms.
const PLACEMENT: &str = "Placement";
const LINE_PLACEMENT: &str = "LinePlacement";
/// The flag that makes a definition a column of lists.
const SHOW_IN_LISTS: &str = "ShowInLists";

/// What was typed, by the names of the fields; placements one by one.
#[derive(Debug, Clone, Default)]
struct Typed {
    values: HashMap<String, String>,
    placement: Vec<Key>,
    on_lines: Vec<Key>,
    /// What the form was made from.
    base: String,
    /// The slug of the sort, for the form of one that was deleted meanwhile.
    sort: String,
}

/// What stands above the form, and what is wrong in it.
#[derive(Default)]
struct Around {
    errors: HashMap<&'static str, String>,
    /// What somebody else did meanwhile.
    meanwhile: Option<String>,
}

impl Typed {
    fn new(sent: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in sent {
            let places = match name.as_str() {
                PLACEMENT => Some(&mut typed.placement),
                LINE_PLACEMENT => Some(&mut typed.on_lines),
                _ => None,
            };
            match name.as_str() {
                "base" => typed.base.clone_from(&value),
                "sort" => typed.sort.clone_from(&value),
                _ => {}
            }
            if let Some(places) = places {
                let kind = spec_by_slug(&value).map(|spec| spec.content_type);
                places.extend(kind.or_else(|| value.parse().ok()));
            } else {
                typed.values.entry(name).or_insert(value);
            }
        }
        typed
    }

    fn of(kind: Key, record: &DecodedRecord, definition: &Definition) -> Self {
        let mut values = HashMap::new();
        for name in ["Name", "Options", "Description"] {
            let text = value_of(kind, record, name).and_then(FieldValue::text);
            values.insert(name.to_owned(), text.unwrap_or_default().to_owned());
        }
        let chosen = value_of(kind, record, "Type").and_then(FieldValue::integer);
        values.insert("Type".to_owned(), chosen.unwrap_or(0).to_string());
        for (name, is_ticked) in [
            ("Inactive", definition.inactive),
            (SHOW_IN_LISTS, definition.in_lists),
        ] {
            if is_ticked {
                values.insert(name.to_owned(), "on".to_owned());
            }
        }
        Self {
            values,
            placement: definition.placement.clone(),
            on_lines: definition.on_lines.clone(),
            ..Self::default()
        }
    }

    fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }
}

/// Kinds whose lines can have custom fields.
fn kinds_with_custom_lines() -> impl Iterator<Item = &'static KindSpec> {
    specs().iter().copied().filter(|spec| {
        let lines = spec.field_by_name("Lines");
        let mut parts = lines.map_or(&[][..], |field| field.shape.parts()).iter();
        has_form(spec.content_type) && parts.any(|it| matches!(it.shape, Shape::CustomFields2))
    })
}

/// Kinds that can have custom fields: those whose forms show them.
fn kinds_with_custom_fields() -> impl Iterator<Item = &'static KindSpec> {
    specs().iter().copied().filter(|spec| {
        let holds = |shape| matches!(shape, Shape::CustomFields2);
        (has_form(spec.content_type) || spec.name == "BusinessDetails")
            && spec.fields.iter().any(|field| holds(field.shape))
    })
}

/// `GET /businesses/{business}/settings/custom-fields/new/{slug}`.
pub(in crate::settings) async fn new(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let kind = sort_of(&slug)?;
    page(
        &app,
        &visitor,
        business,
        kind,
        None,
        &Typed::default(),
        &Around::default(),
    )
    .await
}

/// `GET /businesses/{business}/settings/custom-fields/{key}`.
pub(in crate::settings) async fn edit(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, key)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&key)?);
    let (_, object) = with_business(&app, business, move |reader, _| {
        Ok(reader.object(key)?.ok_or(StoreError::RecordNotFound(key))?)
    })
    .await?;
    let kind = object.content_type;
    if !SORTS.iter().any(|(sort, _)| *sort == kind) {
        return Err(PageError::not_found());
    }
    let definition = Definition::of(&object).ok_or_else(PageError::not_found)?;
    let record = decode(kind, &object.content).map_err(|_| PageError::not_found())?;
    let typed = Typed {
        base: crate::records::save::digest(&object.content),
        ..Typed::of(kind, &record, &definition)
    };
    page(
        &app,
        &visitor,
        business,
        kind,
        Some(key),
        &typed,
        &Around::default(),
    )
    .await
}

/// `POST /businesses/{business}/settings/custom-fields/new/{slug}`.
pub(in crate::settings) async fn create(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let kind = sort_of(&slug)?;
    keep(&app, &visitor, business, kind, None, Typed::new(sent)).await
}

/// `POST /businesses/{business}/settings/custom-fields/{key}`.
pub(in crate::settings) async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, key)): Path<(String, String)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&key)?);
    let typed = Typed::new(sent);
    let found = with_business(&app, business, move |reader, _| Ok(reader.object(key)?)).await?;
    let Some(object) = found.1 else {
        // What was typed for one that was deleted meanwhile comes back as the form of a new one.
        let kind = sort_of(&typed.sort)?;
        let around = Around {
            meanwhile: Some(meanwhile::told_of_deletion(visitor.locale).into_string()),
            ..Around::default()
        };
        let typed = Typed {
            base: String::new(),
            ..typed
        };
        return page(&app, &visitor, business, kind, None, &typed, &around).await;
    };
    let kind = object.content_type;
    if !SORTS.iter().any(|(sort, _)| *sort == kind) {
        return Err(PageError::not_found());
    }
    keep(&app, &visitor, business, kind, Some(key), typed).await
}

fn sort_of(slug: &str) -> Result<Key, PageError> {
    let kind = spec_by_slug(slug).map(|spec| spec.content_type);
    kind.filter(|kind| SORTS.iter().any(|(sort, _)| sort == kind))
        .ok_or_else(PageError::not_found)
}

/// Saves what was typed, or shows the form again with what is wrong.
async fn keep(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    kind: Key,
    key: Option<Key>,
    typed: Typed,
) -> Result<Response, PageError> {
    let errors = errors_of(visitor.locale, kind, &typed);
    if !errors.is_empty() {
        let around = Around {
            errors,
            ..Around::default()
        };
        return page(app, visitor, business, kind, key, &typed, &around).await;
    }
    let key = match key {
        Some(key) => key,
        None => random_key()?,
    };
    let wanted = typed.clone();
    let saved = write(app, business, move |work, stamp| {
        meanwhile::require_same(&*work, key, &wanted.base)?;
        let before = work.object(key)?;
        let after = with_what_was_typed((key, kind), before.as_ref(), &wanted)?;
        rules::require_puttable(&*work, before.as_ref(), &after)?;
        let title = history_title(&after);
        work.put_object(key, kind, &after.content, &title, stamp)?;
        Ok(())
    })
    .await;
    match saved {
        Ok(()) => Ok(Redirect::to(&addresses::business_part(business, PAGE)).into_response()),
        Err(error) if meanwhile::is_it(&error) => {
            conflict(app, visitor, business, (key, kind), typed).await
        }
        Err(error) => Err(error),
    }
}

/// A definition with what was typed; fields that the form does not know stay.
fn with_what_was_typed(
    (key, kind): (Key, Key),
    before: Option<&Object>,
    typed: &Typed,
) -> Result<Object, StoreError> {
    let original = before.map_or(&[][..], |object| &object.content);
    let stored = before.and_then(Definition::of);
    let edits = edits_of(kind, typed, stored.as_ref());
    let content =
        patch(kind, original, &edits).map_err(|error| StoreError::Stopped(Box::new(error)))?;
    Ok(Object {
        key,
        content_type: kind,
        content,
        timestamp: None,
    })
}

/// The form again with what was typed, made from what is there now, and above it both versions.
async fn conflict(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    (key, kind): (Key, Key),
    typed: Typed,
) -> Result<Response, PageError> {
    let (locale, wanted) = (visitor.locale, typed.clone());
    let (_, (base, versions)) = with_business(app, business, move |reader, _| {
        let names = Names::new(reader, locale, business);
        let saved = reader.object(key)?;
        let after = with_what_was_typed((key, kind), saved.as_ref(), &wanted)?;
        let saved = saved.map(|object| object.content);
        let versions = meanwhile::both(&names, (key, kind), saved, after.content)?;
        Ok((meanwhile::base(reader, key)?, versions.into_string()))
    })
    .await?;
    let error = forms::form_error(&locale.error("form-changed-meanwhile", &[])).into_string();
    let around = Around {
        meanwhile: Some(format!("{error}{versions}")),
        ..Around::default()
    };
    let typed = Typed { base, ..typed };
    page(app, visitor, business, kind, Some(key), &typed, &around).await
}

fn errors_of(locale: Locale, kind: Key, typed: &Typed) -> HashMap<&'static str, String> {
    let mut errors = HashMap::new();
    if typed.get("Name").trim().is_empty() {
        errors.insert("Name", locale.error("name-needed", &[]));
    }
    for (name, shape) in [
        ("Name", Shape::Text),
        ("Options", Shape::LongText),
        ("Description", Shape::LongText),
    ] {
        if let Some(rule) = broken_by_text(shape, typed.get(name).trim()) {
            errors.insert(name, locale.error(rule.code, &rule.arguments));
        }
    }
    let must_choose = kind == books::kinds::MULTIPLE_VALUE_CUSTOM_FIELD || typed.get("Type") == "2";
    if must_choose && typed.get("Options").trim().is_empty() {
        errors.insert("Options", locale.error("options-needed", &[]));
    }
    errors
}

/// The edits; fields that the kind lacks are passed over.
fn edits_of(kind: Key, typed: &Typed, stored: Option<&Definition>) -> Vec<Edit> {
    let number = |name| Some(spec(kind)?.field_by_name(name)?.number);
    let mut edits = Vec::new();
    for name in ["Name", "Options", "Description"] {
        let text = typed.get(name).replace("\r\n", "\n").trim().to_owned();
        let value = (!text.is_empty()).then_some(FieldValue::Text(text));
        edits.extend(number(name).map(|number| Edit::Set(number, value)));
    }
    let chosen = typed.get("Type").parse().unwrap_or(0);
    let chosen = Some(FieldValue::Integer(chosen)).filter(|_| (0..=2).contains(&chosen));
    edits.extend(number("Type").map(|number| Edit::Set(number, chosen)));
    for name in ["Inactive", SHOW_IN_LISTS] {
        let flag = Some(FieldValue::Flag(!typed.get(name).is_empty()));
        edits.extend(number(name).map(|number| Edit::Set(number, flag)));
    }
    let before = stored.map_or(&[][..], |it| &it.placement);
    let places = places(&typed.placement, before);
    edits.extend(number(PLACEMENT).map(|number| Edit::All(number, places)));
    let before = stored.map_or(&[][..], |it| &it.on_lines);
    let on_lines = self::places(&typed.on_lines, before);
    edits.extend(number(LINE_PLACEMENT).map(|number| Edit::All(number, on_lines)));
    edits
}

/// The places that were ticked; those that were there keep their order.
fn places(ticked: &[Key], before: &[Key]) -> Vec<FieldValue> {
    let kept = before.iter().filter(|kind| ticked.contains(kind));
    let fresh = ticked.iter().filter(|kind| !before.contains(kind));
    kept.chain(fresh)
        .copied()
        .map(FieldValue::Reference)
        .collect()
}

async fn page(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    kind: Key,
    key: Option<Key>,
    typed: &Typed,
    around: &Around,
) -> Result<Response, PageError> {
    let errors = &around.errors;
    let shell = crate::shell::open_shell(app, business).await?;
    let locale = visitor.locale;
    let title = words::kind_name(locale, kind);
    let part = match key {
        Some(key) => format!("{PAGE}/{key}"),
        None => format!("{PAGE}/new/{}", spec(kind).map_or("", |spec| spec.slug)),
    };
    let back = addresses::business_part(business, PAGE);
    let body = html! {
        (heading(&title, html! {
            @if let Some(key) = key {
                a .button .danger-quiet href=(record_part(business, key, "deletion")) {
                    (locale.text("button-delete"))
                }
            }
        }))
        @if !errors.is_empty() { (forms::form_error(&locale.text("form-has-errors"))) }
        @if let Some(told) = &around.meanwhile { (PreEscaped(told)) }
        (forms::form(&addresses::business_part(business, &part), false, html! {
            (meanwhile::field(&typed.base))
            (forms::hidden("sort", spec(kind).map_or("", |spec| spec.slug)))
            (fields(locale, kind, typed, errors))
            (forms::submit(locale, &locale.text("button-save"), Some(&back)))
        }))
    };
    let page = BusinessPage {
        title: &title,
        current_tab: SETTINGS,
        body,
        notice: None,
        status: match (&around.meanwhile, errors.is_empty()) {
            (Some(_), _) => StatusCode::CONFLICT,
            (None, true) => StatusCode::OK,
            (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        },
    };
    Ok(business_page_with(visitor, &shell, page))
}

fn fields(
    locale: Locale,
    kind: Key,
    typed: &Typed,
    errors: &HashMap<&'static str, String>,
) -> Markup {
    let has = |name| {
        spec(kind)
            .and_then(|spec| spec.field_by_name(name))
            .is_some()
    };
    let label = |name: &str| locale.text(&format!("field-{name}"));
    let [name, options, description, inactive, sort, in_lists] = [
        "Name",
        "Options",
        "Description",
        "Inactive",
        "Type",
        SHOW_IN_LISTS,
    ]
    .map(label);
    let options_hint = locale.text("settings-custom-options-hint");
    let field = |name, label, hint| field_of(typed, errors, name, label, hint);
    html! {
        (forms::text(&field("Name", &name, None)))
        @if has("Type") { (type_select(locale, typed, &sort)) }
        @if has("Options") {
            (forms::multi_line(&field("Options", &options, Some(&options_hint)), 5))
        }
        @if has("Description") {
            (forms::multi_line(&field("Description", &description, None), 2))
        }
        (placements(locale, PLACEMENT, kinds_with_custom_fields(), &typed.placement))
        (forms::checkbox(
            &field(SHOW_IN_LISTS, &in_lists, None),
            !typed.get(SHOW_IN_LISTS).is_empty(),
        ))
        (placements(locale, LINE_PLACEMENT, kinds_with_custom_lines(), &typed.on_lines))
        (forms::checkbox(&field("Inactive", &inactive, None), !typed.get("Inactive").is_empty()))
    }
}

/// How a text is filled in.
fn type_select(locale: Locale, typed: &Typed, label: &str) -> Markup {
    let types: Vec<(String, String)> = ["single-line", "paragraph", "drop-down-list"]
        .iter()
        .zip(0..)
        .map(|(word, number)| {
            let number: i64 = number;
            (
                number.to_string(),
                locale.text(&format!("settings-custom-{word}")),
            )
        })
        .collect();
    let types: Vec<Choice<'_>> = types
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let chosen = Field {
        value: if typed.get("Type").is_empty() {
            "0"
        } else {
            typed.get("Type")
        },
        required: true,
        name: "Type",
        label,
        ..Field::default()
    };
    forms::select(&chosen, &types)
}

/// A field of the form.
fn field_of<'a>(
    typed: &'a Typed,
    errors: &'a HashMap<&'static str, String>,
    name: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
) -> Field<'a> {
    Field {
        name,
        label,
        value: typed.get(name),
        error: errors.get(name).map(String::as_str),
        hint,
        required: name == "Name",
        autofocus: name == "Name",
        ..Field::default()
    }
}

/// The kinds of record to tick.
fn placements(
    locale: Locale,
    name: &str,
    known: impl Iterator<Item = &'static KindSpec>,
    chosen: &[Key],
) -> Markup {
    let known: Vec<&KindSpec> = known.collect();
    // A file may place a field where no form of this version shows it: it stays there.
    let others = chosen.iter().filter_map(|kind| spec(*kind)).filter(|spec| {
        !known
            .iter()
            .any(|one| one.content_type == spec.content_type)
    });
    html! {
        fieldset .field {
            legend { (locale.text(&format!("field-{name}"))) }
            div .choices {
                @for key in chosen.iter().filter(|kind| spec(**kind).is_none()) {
                    (forms::hidden(name, &key.to_string()))
                }
                @for spec in known.iter().copied().chain(others) {
                    label .check {
                        input type="checkbox" name=(name) value=(spec.slug)
                            checked[chosen.contains(&spec.content_type)];
                        span { (words::kind_plural(locale, spec.content_type)) }
                    }
                }
            }
        }
    }
}
