//! The pages of forms: new, copy, edit, and what comes back when what was typed cannot be saved.

mod asked;
mod shown;

use super::form::Form;
use super::form_kinds::form_of;
use super::form_page::{ANOTHER, BASE, CALCULATE};
use super::names::{list_path, record_path};
use super::origin::COPIED_FROM;
use super::save::{Saved, Saving, decoded};
use super::typed::{Errors, Typed};
use super::view;
use crate::access::current::require_sight;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::settings::{custom_field_path, is_custom_field};
use crate::stamp::{random_key, stamp};
use crate::{PageError, Shared, addresses};
use axum::Form as Body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, Object};
use interchange::{spec, spec_by_slug};
use serde::Deserialize;
use std::collections::HashMap;
use store::{Business, EntryFilter, Reader, StoreError};

pub(super) use asked::calculate_form;
pub(super) use shown::stored_values;

/// The button that asks for more empty lines instead of saving.
const MORE_LINES: &str = "more-lines";

/// What a new form is asked for with.
#[derive(Debug, Default, Deserialize)]
pub(super) struct NewForm {
    /// The record that it is copied from.
    #[serde(rename = "copied-from", default)]
    copied_from: String,
    /// What fields begin with, by their names.
    #[serde(flatten)]
    fields: HashMap<String, String>,
}

/// `GET /businesses/{business}/records/{slug}/new`.
pub(super) async fn show_new_form(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
    Query(asked): Query<NewForm>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let form = form_of_slug(&slug)?;
    let copied_from = match asked.copied_from.as_str() {
        "" => None,
        key => Some(key_of(key)?),
    };
    blocking(move || {
        let opened = app.store.open(business)?;
        let target = Target {
            business,
            form,
            key: None,
        };
        let mut typed = target.new_form(&visitor, opened.as_ref(), copied_from)?;
        for (name, value) in &asked.fields {
            if form
                .spec()
                .is_some_and(|spec| spec.field_by_name(name).is_some())
            {
                typed.set(name, value.clone());
            }
        }
        target.page(&app, &visitor, opened.as_ref(), &typed, &Answer::asked())
    })
    .await
}

/// What a copy is asked for with.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Copying {
    /// The kind it is copied to, by its slug; empty for its own.
    #[serde(default)]
    to: String,
}

/// `GET /businesses/{business}/record/{record}/copy`: leads to the new form.
pub(super) async fn copy_record(
    State(app): State<Shared>,
    Path((business, record)): Path<(String, String)>,
    Query(asked): Query<Copying>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let key = key_of(&record)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let found = reader.object(key)?.ok_or(StoreError::RecordNotFound(key))?;
        require_sight(reader.as_ref(), business, found.content_type)?;
        let content_type = editable(reader.as_ref(), key)?.content_type;
        let to = if asked.to.is_empty() {
            content_type
        } else {
            form_of_slug(&asked.to)?.content_type
        };
        let list = list_path(business, to);
        Ok(Redirect::to(&format!("{list}/new?{COPIED_FROM}={key}")).into_response())
    })
    .await
}

/// `GET /businesses/{business}/record/{record}/edit`.
pub(super) async fn show_edit_form(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let key = key_of(&record)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let content_type = editable(opened.read()?.as_ref(), key)?.content_type;
        if is_custom_field(content_type) {
            let page = custom_field_path(business, key);
            return Ok(Redirect::to(&page).into_response());
        }
        let form = form_of(content_type).ok_or_else(PageError::not_found)?;
        let target = Target {
            business,
            form,
            key: Some(key),
        };
        let typed = target.stored_form(&visitor, opened.as_ref(), key)?;
        target.page(&app, &visitor, opened.as_ref(), &typed, &Answer::asked())
    })
    .await
}

/// `POST /businesses/{business}/records/{slug}`.
pub(super) async fn create_record(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
    Body(sent): Body<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let form = form_of_slug(&slug)?;
    let typed = Typed::new(sent);
    blocking(move || {
        let target = Target {
            business,
            form,
            key: None,
        };
        target.save(&app, &visitor, typed, random_key()?)
    })
    .await
}

/// `POST /businesses/{business}/record/{record}`.
pub(super) async fn save_record(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
    Body(sent): Body<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let key = key_of(&record)?;
    let typed = Typed::new(sent);
    blocking(move || {
        let opened = app.store.open(business)?;
        if let Some(form) = deleted(opened.read()?.as_ref(), key)? {
            return answer_after_deletion(&app, &visitor, business, form, &typed);
        }
        let content_type = editable(opened.read()?.as_ref(), key)?.content_type;
        let form = form_of(content_type).ok_or_else(PageError::not_found)?;
        let target = Target {
            business,
            form,
            key: Some(key),
        };
        match target.save(&app, &visitor, typed.clone(), key) {
            // It went after we had looked, and before it was the turn of this save.
            Err(error) if error.status == StatusCode::NOT_FOUND => {
                match deleted(opened.read()?.as_ref(), key)? {
                    Some(form) => answer_after_deletion(&app, &visitor, business, form, &typed),
                    None => Err(error),
                }
            }
            saved => saved,
        }
    })
    .await
}

/// The form of a record that was there and is not any more, by its last entry in History.
fn deleted(reader: &dyn Reader, key: Key) -> Result<Option<&'static Form>, PageError> {
    if reader.object(key)?.is_some() {
        return Ok(None);
    }
    let filter = EntryFilter {
        object: Some(key),
        ..EntryFilter::default()
    };
    let last = reader.entries(&filter, None, 1)?.entries.into_iter().next();
    let kind = last.and_then(|entry| entry.draft.before.content_type);
    // A form default that is gone is set anew by its own form.
    Ok(kind.filter(|kind| *kind != key).and_then(form_of))
}

/// Somebody deleted the record while its form was open: what was typed stands in the form of a new
/// one, so that nothing is lost.
fn answer_after_deletion(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    form: &'static Form,
    typed: &Typed,
) -> Result<Response, PageError> {
    let target = Target {
        business,
        form,
        key: None,
    };
    let answer = Answer {
        status: StatusCode::CONFLICT,
        form_error: Some(visitor.locale.text("record-deleted-meanwhile")),
        ..Answer::asked()
    };
    let opened = app.store.open(business)?;
    target.page(app, visitor, opened.as_ref(), typed, &answer)
}

fn form_of_slug(slug: &str) -> Result<&'static Form, PageError> {
    spec_by_slug(slug)
        .and_then(|spec| form_of(spec.content_type))
        .ok_or_else(PageError::not_found)
}

/// The page that leads to the form of what has no record yet.
fn unset_page(kind: Key) -> &'static str {
    use books::kinds::{self, Class};
    let class = kinds::find(kind).map(|kind| kind.class);
    match class {
        Some(_) if kind == kinds::BASE_CURRENCY => "settings/currencies",
        // The roots of the balance sheet are kinds with one record.
        Some(Class::Singleton | Class::BalanceSheetAccount | Class::ProfitAndLossAccount) => {
            "chart-of-accounts"
        }
        _ => "settings/form-defaults",
    }
}

/// The record, when there is a form for it.
fn editable(reader: &dyn Reader, key: Key) -> Result<Object, PageError> {
    let object = match reader.object(key)? {
        Some(object) => object,
        // What exists without a record: a built-in account, a form default nobody set.
        None if form_of(key).is_some() => Object {
            key,
            content_type: key,
            content: Vec::new(),
            timestamp: None,
        },
        None => return Err(StoreError::RecordNotFound(key).into()),
    };
    if view::is_editable(&object) {
        Ok(object)
    } else {
        Err(PageError::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "record-not-editable",
        ))
    }
}

/// What a form page answers.
struct Answer {
    status: StatusCode,
    errors: Errors,
    form_error: Option<String>,
    /// A reference that another record has too, kept when it is sent again.
    kept_reference: Option<String>,
    /// The digest to be sent next time; none stands for the record as it is stored now.
    base: Option<String>,
}

impl Answer {
    /// The form as it was asked for.
    fn asked() -> Self {
        Self {
            status: StatusCode::OK,
            errors: Errors::new(),
            form_error: None,
            kept_reference: None,
            base: None,
        }
    }
}

/// The record that a form is for.
struct Target {
    business: Key,
    form: &'static Form,
    /// None for a record that does not exist yet.
    key: Option<Key>,
}

impl Target {
    fn save(
        &self,
        app: &Shared,
        visitor: &Visitor,
        typed: Typed,
        key: Key,
    ) -> Result<Response, PageError> {
        let opened = app.store.open(self.business)?;
        let base = typed.get(BASE).to_owned();
        if ![MORE_LINES, CALCULATE]
            .iter()
            .all(|it| typed.get(it).is_empty())
        {
            let typed = self.with_what_follows(visitor, opened.as_ref(), typed)?;
            let answer = Answer {
                base: Some(base),
                ..Answer::asked()
            };
            return self.page(app, visitor, opened.as_ref(), &typed, &answer);
        }
        if self.key.is_some() && base.is_empty() {
            return Err(PageError::bad_request());
        }
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(app, &zone)?;
        let mut saving = Saving {
            business: self.business,
            key,
            form: self.form,
            typed,
            is_new: self.key.is_none(),
            base: &base,
            locale: visitor.locale,
            stamp: &stamp,
            reference_numbers: &app.jobs.reference_numbers,
        };
        let saved = saving.save(opened.as_ref())?;
        let typed = saving.typed;
        let answer = match saved {
            // Nothing is read after something was stored: where that failed, the page would say
            // that nothing was changed, and what is sent again would be there twice.
            Saved::Done => return Ok(self.saved(key, &typed)),
            Saved::NothingSet => {
                let settings = addresses::business_part(self.business, "settings");
                return Ok(Redirect::to(&settings).into_response());
            }
            Saved::Refused { errors, complaint } => Answer {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                errors,
                form_error: complaint,
                kept_reference: None,
                base: Some(base),
            },
            Saved::SameReference { errors, reference } => Answer {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                errors,
                form_error: None,
                kept_reference: Some(reference),
                base: Some(base),
            },
            Saved::ChangedMeanwhile => self.conflict(visitor, opened.as_ref(), &typed)?,
        };
        self.page(app, visitor, opened.as_ref(), &typed, &answer)
    }

    /// Where a saved record leads: to itself, or on to the next new one of the same day, since
    /// whoever enters a pile of papers has more than one of a day.
    fn saved(&self, key: Key, typed: &Typed) -> Response {
        let list = list_path(self.business, self.form.content_type);
        let next = if self.key.is_none() && !typed.get(ANOTHER).is_empty() {
            let date = self
                .form
                .spec()
                .and_then(|spec| spec.field(spec.date_field?));
            match date {
                Some(date) => {
                    let day = addresses::escaped(typed.get(date.name));
                    format!("{list}/new?{}={day}", date.name)
                }
                None => format!("{list}/new"),
            }
        } else {
            record_path(self.business, key)
        };
        Redirect::to(&next).into_response()
    }

    /// The answer when the record was changed meanwhile. What was typed stays; saving again puts it
    /// over the other version, unless that one has other lines than this form speaks of.
    fn conflict(
        &self,
        visitor: &Visitor,
        opened: &dyn Business,
        typed: &Typed,
    ) -> Result<Answer, PageError> {
        let reader = opened.read()?;
        let stored = match self.key {
            Some(key) => reader.object(key)?,
            None => None,
        };
        let same_lines = stored.as_ref().is_some_and(|object| {
            let Some(lines) = self.form.lines else {
                return true;
            };
            let claimed = typed
                .line_indices()
                .iter()
                .filter_map(|i| typed.line_from(*i))
                .max();
            let there = decoded(object).map_or(0, |record| record.all(lines.number).count());
            claimed.map_or(0, |last| last.saturating_add(1)) == there
        });
        Ok(Answer {
            status: StatusCode::CONFLICT,
            form_error: Some(visitor.locale.text("record-changed-meanwhile")),
            base: (!same_lines).then(|| typed.get(BASE).to_owned()),
            ..Answer::asked()
        })
    }

    /// Where the form is sent, where it asks what it comes to, and where Cancel leads: to the
    /// record where there is one, else to where its form was opened.
    fn addresses(&self, is_stored: bool) -> (String, String, String) {
        let list = list_path(self.business, self.form.content_type);
        let slug = spec(self.form.content_type).map_or("", |spec| spec.slug);
        let part = match self.key {
            Some(key) => format!("records/{slug}/calculation?record={key}"),
            None => format!("records/{slug}/calculation"),
        };
        let calculation = addresses::business_part(self.business, &part);
        match self.key {
            Some(key) => {
                let record = record_path(self.business, key);
                let back = if is_stored {
                    record.clone()
                } else {
                    addresses::business_part(self.business, unset_page(key))
                };
                (record, calculation, back)
            }
            None => (list.clone(), calculation, list),
        }
    }
}
