//! The pages of forms: new, edit, and what comes back when what was typed cannot be saved.

use super::choices::Choices;
use super::form::Form;
use super::form_kinds::form_of;
use super::form_page::{BASE, FormPage, filled};
use super::list::tab_of;
use super::names::{Names, list_path, record_path};
use super::save::{Saved, Saving, decoded, digest};
use super::typed::{Errors, Typed};
use super::{view, words};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, business_page_with};
use crate::stamp::{random_key, stamp};
use crate::{PageError, Shared};
use axum::Form as Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, Object};
use interchange::{DecodedRecord, spec_by_slug};
use maud::html;
use pages::Argument;
use pages::layout::heading;
use store::{Business, Reader, StoreError};

/// The button that asks for more empty lines instead of saving.
const MORE_LINES: &str = "more-lines";

/// `GET /businesses/{business}/records/{slug}/new`.
pub(super) async fn show_new_form(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let form = form_of_slug(&slug)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let mut typed = Typed::default();
        if let Some(date) = form.spec().and_then(|spec| spec.field(spec.date_field?)) {
            let zone = opened.read()?.profile()?.time_zone;
            typed.set(
                date.name,
                visitor
                    .locale
                    .date(backup::today(jiff::Timestamp::now(), &zone)),
            );
        }
        let target = Target {
            business,
            form,
            key: None,
        };
        target.page(&visitor, opened.as_ref(), &typed, &Answer::asked())
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
        let reader = opened.read()?;
        let object = editable(reader.as_ref(), key)?;
        let form = form_of(object.content_type).ok_or_else(PageError::not_found)?;
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let choices = Choices::new(&names);
        let typed = filled(&choices, form, &decoded(&object)?);
        drop(choices);
        drop(names);
        drop(reader);
        let target = Target {
            business,
            form,
            key: Some(key),
        };
        target.page(&visitor, opened.as_ref(), &typed, &Answer::asked())
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
        target.save(&app, &visitor, &typed, random_key()?)
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
        let content_type = editable(opened.read()?.as_ref(), key)?.content_type;
        let form = form_of(content_type).ok_or_else(PageError::not_found)?;
        let target = Target {
            business,
            form,
            key: Some(key),
        };
        target.save(&app, &visitor, &typed, key)
    })
    .await
}

fn form_of_slug(slug: &str) -> Result<&'static Form, PageError> {
    spec_by_slug(slug)
        .and_then(|spec| form_of(spec.content_type))
        .ok_or_else(PageError::not_found)
}

/// The record, when there is a form for it.
fn editable(reader: &dyn Reader, key: Key) -> Result<Object, PageError> {
    let object = reader.object(key)?.ok_or(StoreError::RecordNotFound(key))?;
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
        typed: &Typed,
        key: Key,
    ) -> Result<Response, PageError> {
        let opened = app.store.open(self.business)?;
        if !typed.get(MORE_LINES).is_empty() {
            let base = Some(typed.get(BASE).to_owned());
            return self.page(
                visitor,
                opened.as_ref(),
                typed,
                &Answer {
                    base,
                    ..Answer::asked()
                },
            );
        }
        let base = typed.get(BASE);
        if self.key.is_some() && base.is_empty() {
            return Err(PageError::bad_request());
        }
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(app, &zone)?;
        let saving = Saving {
            business: self.business,
            key,
            form: self.form,
            typed,
            base: if self.key.is_some() { base } else { "" },
            locale: visitor.locale,
            stamp: &stamp,
        };
        let answer = match saving.save(opened.as_ref())? {
            Saved::Done => {
                return Ok(Redirect::to(&record_path(self.business, key)).into_response());
            }
            Saved::Refused { errors, complaint } => Answer {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                errors,
                form_error: complaint,
                base: Some(base.to_owned()),
            },
            Saved::ChangedMeanwhile => self.conflict(visitor, opened.as_ref(), typed)?,
        };
        self.page(visitor, opened.as_ref(), typed, &answer)
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
            errors: Errors::new(),
            form_error: Some(visitor.locale.text("record-changed-meanwhile")),
            base: (!same_lines).then(|| typed.get(BASE).to_owned()),
        })
    }

    fn page(
        &self,
        visitor: &Visitor,
        opened: &dyn Business,
        typed: &Typed,
        answer: &Answer,
    ) -> Result<Response, PageError> {
        let reader = opened.read()?;
        let shell = BusinessShell::read(self.business, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), visitor.locale, self.business);
        let choices = Choices::new(&names);
        let object = match self.key {
            Some(key) => Some(editable(reader.as_ref(), key)?),
            None => None,
        };
        let stored: Option<DecodedRecord> = object.as_ref().map(decoded).transpose()?;
        let stored_base = object
            .as_ref()
            .map_or_else(String::new, |o| digest(&o.content));
        let title = self.title(&names, object.as_ref());
        let (action, back) = self.addresses();
        let form_page = FormPage {
            choices: &choices,
            form: self.form,
            typed,
            errors: &answer.errors,
            form_error: answer.form_error.as_deref(),
            stored: stored.as_ref(),
            action: &action,
            back: &back,
            base: answer.base.as_deref().unwrap_or(&stored_base),
        };
        let body = html! {
            (heading(&title, html! {
                @if answer.status == StatusCode::CONFLICT {
                    a .button href=(back) target="_blank" { (visitor.locale.text("button-view")) }
                }
            }))
            (form_page.markup()?)
        };
        let current_tab = self.form.spec().map_or("", tab_of);
        let page = BusinessPage {
            title: &title,
            current_tab,
            body,
            notice: None,
            status: answer.status,
        };
        Ok(business_page_with(visitor, &shell, page))
    }

    fn title(&self, names: &Names<'_>, object: Option<&Object>) -> String {
        let locale = names.locale;
        let (key, kind) = match object {
            Some(object) => ("record-edit-title", names.title_of(object)),
            None => (
                "record-new-title",
                words::kind_name(locale, self.form.content_type),
            ),
        };
        locale.text_with(key, &[("kind", Argument::Text(&kind))])
    }

    /// Where the form is sent, and where Cancel leads.
    fn addresses(&self) -> (String, String) {
        let list = list_path(self.business, self.form.content_type);
        match self.key {
            Some(key) => {
                let record = record_path(self.business, key);
                (record.clone(), record)
            }
            None => (list.clone(), list),
        }
    }
}
