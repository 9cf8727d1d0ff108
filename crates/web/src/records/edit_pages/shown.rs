//! A form as a page: what it begins with, what follows from what was typed, and the page itself.

use super::{Answer, Target, editable};
use crate::access::current::require_sight;
use crate::history::{button, versions};
use crate::records::calculation::{Calculation, calculate};
use crate::records::choices::Choices;
use crate::records::custom_fields::{self, Customs, custom_fields};
use crate::records::fill_in::{Filled, fill_in};
use crate::records::form::Form;
use crate::records::form_page::{FormPage, KEPT_REFERENCE, filled};
use crate::records::list::tab_of;
use crate::records::lock::locked;
use crate::records::names::Names;
use crate::records::origin::{COPIED_FROM, origin, origin_of_default};
use crate::records::reading::Reading;
use crate::records::save::{decoded, digest};
use crate::records::stock_mover::sentence_of_copy;
use crate::records::typed::{Typed, find_what_was_typed};
use crate::records::view::titled;
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, business_page_with};
use crate::{PageError, Shared};
use axum::http::StatusCode;
use axum::response::Response;
use books::{Key, Object};
use history::Contents;
use interchange::{DecodedRecord, decode, patch};
use maud::{Markup, html};
use pages::layout::heading;
use pages::{Argument, Locale, Notice, NoticeKind};
use std::cell::RefCell;
use store::{Business, Reader, StoreError};

/// What a form stands on: the record, or what a new one begins with.
pub(super) struct Ground {
    /// The record as it is stored, when there is one.
    pub object: Option<Object>,
    /// Its bytes, or those that a new one begins with.
    pub content: Vec<u8>,
    /// The same, read.
    pub record: DecodedRecord,
}

impl Target {
    /// What this form stands on.
    pub(super) fn ground(&self, reader: &dyn Reader, typed: &Typed) -> Result<Ground, PageError> {
        let object = match self.key {
            Some(key) => Some(editable(reader, key)?),
            None => None,
        };
        if let Some(object) = &object {
            // The address may speak of one kind and name a record of another.
            require_sight(reader, self.business, object.content_type)?;
        }
        let content = match &object {
            Some(object) => object.content.clone(),
            None => {
                let copied_from = typed.get(COPIED_FROM).parse().ok();
                origin(reader, self.business, self.form, copied_from)?
            }
        };
        let record = match &object {
            Some(object) => decoded(object)?,
            None => decode(self.form.content_type, &content).map_err(|_| PageError::internal())?,
        };
        Ok(Ground {
            object,
            content,
            record,
        })
    }

    /// A new form: the form default of its kind, or a copy, with today's date.
    pub(super) fn new_form(
        &self,
        visitor: &Visitor,
        opened: &dyn Business,
        copied_from: Option<Key>,
    ) -> Result<Typed, PageError> {
        let reader = opened.read()?;
        let mut asked = Typed::default();
        if let Some(key) = copied_from {
            asked.set(COPIED_FROM, key.to_string());
        }
        let ground = self.ground(reader.as_ref(), &asked)?;
        let names = Names::new(reader.as_ref(), visitor.locale, self.business);
        let choices = Choices::new(&names);
        let mut typed = self.filled(&choices, &ground.record)?;
        if let Some(key) = copied_from {
            typed.set(COPIED_FROM, key.to_string());
        }
        if let Some(date) = self
            .form
            .spec()
            .and_then(|spec| spec.field(spec.date_field?))
        {
            let today = backup::today(jiff::Timestamp::now(), &reader.profile()?.time_zone);
            typed.set(date.name, visitor.locale.date(today));
        }
        fill_in(&mut typed, &choices, self.form, &ground.record)?;
        Ok(typed)
    }

    /// The form of a stored record.
    pub(super) fn stored_form(
        &self,
        visitor: &Visitor,
        opened: &dyn Business,
        key: Key,
    ) -> Result<Typed, PageError> {
        let reader = opened.read()?;
        let object = editable(reader.as_ref(), key)?;
        let names = Names::new(reader.as_ref(), visitor.locale, self.business);
        let choices = Choices::new(&names);
        let mut record = decoded(&object)?;
        let defaults = self.form.spec().filter(|spec| !spec.singleton);
        if let Some(spec) =
            defaults.filter(|_| object.is_keyed_by_kind() && object.content.is_empty())
        {
            let content = origin_of_default(reader.as_ref(), spec)?;
            record = decode(spec.content_type, &content).map_err(|_| PageError::internal())?;
        }
        Ok(self.filled(&choices, &record)?)
    }

    fn filled(
        &self,
        choices: &Choices<'_, '_>,
        record: &DecodedRecord,
    ) -> Result<Typed, StoreError> {
        let mut typed = filled(choices, self.form, record);
        let customs = custom_fields(choices.names, self.form, record)?;
        custom_fields::fill(&mut typed, choices.names, self.form, &customs, record);
        Ok(typed)
    }

    /// What was typed, with names found and with what follows from choices.
    pub(super) fn with_what_follows(
        &self,
        visitor: &Visitor,
        opened: &dyn Business,
        mut typed: Typed,
    ) -> Result<Typed, PageError> {
        let reader = opened.read()?;
        let names = Names::new(reader.as_ref(), visitor.locale, self.business);
        let choices = Choices::new(&names);
        let ground = self.ground(reader.as_ref(), &typed)?;
        self.follow(&choices, &ground, &mut typed)?;
        Ok(typed)
    }

    /// The same on a moment that was opened already; what was filled.
    pub(super) fn follow(
        &self,
        choices: &Choices<'_, '_>,
        ground: &Ground,
        typed: &mut Typed,
    ) -> Result<Filled, StoreError> {
        find_what_was_typed(typed, choices, self.form, &ground.record)?;
        fill_in(typed, choices, self.form, &ground.record)
    }

    /// What the form comes to.
    pub(super) fn calculation(
        &self,
        choices: &Choices<'_, '_>,
        ground: &Ground,
        customs: &Customs,
        typed: &Typed,
    ) -> Result<Calculation, StoreError> {
        let is_new = self.key.is_none();
        let mut reading = Reading::new(choices, self.form, typed, customs, is_new);
        let edits = reading.edits(&ground.record)?;
        // A form that would be refused is reckoned as far as it can be read.
        let Ok(content) = patch(self.form.content_type, &ground.content, &edits) else {
            return Ok(Calculation::default());
        };
        calculate(
            choices.names,
            self.form,
            typed,
            &content,
            &reading.kept_lines,
        )
    }

    pub(super) fn page(
        &self,
        app: &Shared,
        visitor: &Visitor,
        opened: &dyn Business,
        typed: &Typed,
        answer: &Answer,
    ) -> Result<Response, PageError> {
        let reader = opened.read()?;
        let shell = BusinessShell::read(self.business, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), visitor.locale, self.business);
        let choices = Choices::new(&names);
        choices.settle(self.form, typed);
        let ground = self.ground(reader.as_ref(), typed)?;
        let customs = custom_fields(&names, self.form, &ground.record)?;
        let calculation = self.calculation(&choices, &ground, &customs, typed)?;
        let title = self.title(&names, ground.object.as_ref());
        let stored = self.stored(reader.as_ref())?;
        let (action, calculation_address, back) = self.addresses(stored.is_some());
        let next_reference = self.next_reference(app, reader.as_ref())?;
        let stored_base = digest(&ground.content);
        let form_page = FormPage {
            choices: &choices,
            form: self.form,
            typed,
            customs: &customs,
            calculation: &calculation,
            errors: &answer.errors,
            form_error: answer.form_error.as_deref(),
            stored: &ground.record,
            is_new: self.key.is_none(),
            is_default: self.key == Some(self.form.content_type)
                && self.form.spec().is_some_and(|spec| !spec.singleton),
            next_reference: next_reference.as_deref(),
            kept_reference: answer
                .kept_reference
                .as_deref()
                .or(Some(typed.get(KEPT_REFERENCE)).filter(|it| !it.is_empty())),
            action: &action,
            calculation_address: &calculation_address,
            back: &back,
            base: answer.base.as_deref().unwrap_or(&stored_base),
            lists: RefCell::default(),
        };
        let versions = self.versions(answer, &names, &ground, &choices, &customs, typed)?;
        let copied_from = typed.get(COPIED_FROM).parse().ok();
        let moves = sentence_of_copy(&names, self.form.content_type, copied_from)?;
        let body = html! {
            (heading(&title, self.ways(visitor.locale, answer, stored, &back)))
            @if let Some(versions) = versions { (versions) }
            @if let Some(sentence) = &moves { p .notice .info { (sentence) } }
            (form_page.markup()?)
        };
        let current_tab = self.form.spec().map_or("", tab_of);
        let page = BusinessPage {
            title: &title,
            current_tab,
            body,
            notice: self.lock_notice(visitor.locale, reader.as_ref(), &ground, answer)?,
            status: answer.status,
        };
        Ok(business_page_with(visitor, &shell, page))
    }

    /// The record of this form, once there is one: a built-in account has a form before.
    fn stored(&self, reader: &dyn Reader) -> Result<Option<Key>, StoreError> {
        let object = self.key.map(|key| reader.object(key)).transpose()?;
        Ok(object.flatten().map(|object| object.key))
    }

    /// That a lock holds the record, before anybody types for nothing. The answer to what was sent
    /// says it itself.
    fn lock_notice(
        &self,
        locale: Locale,
        reader: &dyn Reader,
        ground: &Ground,
        answer: &Answer,
    ) -> Result<Option<Notice>, StoreError> {
        let Some(key) = self.key.filter(|_| answer.status == StatusCode::OK) else {
            return Ok(None);
        };
        let (kind, record) = (self.form.content_type, Some(&ground.record));
        let found = locked(reader, kind, key, record, record)?;
        Ok(found.map(|locked| Notice {
            kind: NoticeKind::Warning,
            text: PageError::from(locked).sentence(locale),
        }))
    }

    /// To the record as it is, with its files, and to its History.
    fn ways(&self, locale: Locale, answer: &Answer, stored: Option<Key>, record: &str) -> Markup {
        let label = locale.text("button-view");
        html! {
            @if answer.status == StatusCode::CONFLICT {
                a .button href=(record) target="_blank" { (label) }
            } @else if let Some(key) = stored {
                a .button href=(record) { (label) }
                (button(locale, self.business, key))
            }
        }
    }

    /// Where somebody else saved the record meanwhile: who and when, and both versions side by
    /// side.
    fn versions(
        &self,
        answer: &Answer,
        names: &Names<'_>,
        ground: &Ground,
        choices: &Choices<'_, '_>,
        customs: &Customs,
        typed: &Typed,
    ) -> Result<Option<Markup>, StoreError> {
        let Some(object) = ground.object.as_ref() else {
            return Ok(None);
        };
        if answer.status != StatusCode::CONFLICT {
            return Ok(None);
        }
        let mut reading = Reading::new(choices, self.form, typed, customs, false);
        let edits = reading.edits(&ground.record)?;
        let contents = |content: Vec<u8>| Contents {
            content_type: Some(self.form.content_type),
            content: Some(content),
        };
        // What cannot be read of the form stands as it is saved; the form says what is wrong.
        let typed = patch(self.form.content_type, &ground.content, &edits)
            .unwrap_or_else(|_| ground.content.clone());
        let (saved, typed) = (contents(ground.content.clone()), contents(typed));
        versions(names, object.key, [&saved, &typed]).map(Some)
    }

    /// The reference that a new record would get now.
    fn next_reference(
        &self,
        app: &Shared,
        reader: &dyn Reader,
    ) -> Result<Option<String>, StoreError> {
        if self.key.is_some() || !self.form.has_reference() {
            return Ok(None);
        }
        let numbers = &app.jobs.reference_numbers;
        numbers
            .next(reader, self.business, self.form.content_type)
            .map(Some)
    }

    fn title(&self, names: &Names<'_>, object: Option<&Object>) -> String {
        let locale = names.locale;
        let (key, kind) = match object {
            Some(object) => ("record-edit-title", titled(names, object)),
            None => (
                "record-new-title",
                words::kind_name(locale, self.form.content_type),
            ),
        };
        locale.text_with(key, &[("kind", Argument::Text(&kind))])
    }
}

/// What the form of a stored record holds.
///
/// # Errors
/// When the store cannot be read, or the record is damaged.
pub(in crate::records) fn stored_values(
    reader: &dyn Reader,
    locale: Locale,
    business: Key,
    form: &'static Form,
    content: &[u8],
) -> Result<Typed, StoreError> {
    let names = Names::new(reader, locale, business);
    let choices = Choices::new(&names);
    let target = Target {
        business,
        form,
        key: None,
    };
    let object = Object {
        key: Key::NIL,
        content_type: form.content_type,
        content: content.to_vec(),
        timestamp: None,
    };
    target.filled(&choices, &decoded(&object)?)
}
