//! Saving a record: one unit of work reads it, patches it and writes it with its History entry.

use super::choices::Choices;
use super::custom_fields::custom_fields;
use super::derived::{completed, is_contradictory};
use super::fill_in::fill_in;
use super::form::{Complaint, Form};
use super::form_page::KEPT_REFERENCE;
use super::lock;
use super::names::Names;
use super::once;
use super::origin::{COPIED_FROM, origin};
use super::reading::Reading;
use super::reference_numbers::ReferenceNumbers;
use super::rules;
use super::typed::{Errors, Typed, find_what_was_typed};
use super::value::hex;
use crate::PageError;
use axum::http::StatusCode;
use books::{Key, Object};
use history::Stamp;
use interchange::{DecodedRecord, Edit, EditError, FieldValue, decode, patch, title};
use pages::Locale;
use sha2::{Digest, Sha256};
use store::{Business, Reader, StoreError, UnitOfWork};

/// A record about to be saved.
pub(super) struct Saving<'a> {
    /// The business it belongs to.
    pub business: Key,
    /// The record's key, old or new.
    pub key: Key,
    /// Its form.
    pub form: &'static Form,
    /// What was typed; saving finds the names that were typed and fills what follows from choices.
    pub typed: Typed,
    /// Whether the record does not exist yet.
    pub is_new: bool,
    /// The digest of the bytes that the form was made from: of the record, or of what a new one
    /// began with.
    pub base: &'a str,
    /// The reader's language, in which amounts and dates were typed.
    pub locale: Locale,
    /// Who saves, and when.
    pub stamp: &'a Stamp,
    /// The numbers in use.
    pub reference_numbers: &'a ReferenceNumbers,
}

/// How saving ended.
#[derive(Debug)]
pub(super) enum Saved {
    /// It is stored.
    Done,
    /// Nothing was set of what needs no record, and there is still none.
    NothingSet,
    /// Something was typed that cannot be saved; nothing is stored.
    Refused {
        /// What is wrong with single fields.
        errors: Errors,
        /// What is wrong with the whole.
        complaint: Option<String>,
    },
    /// Another record has the reference that was typed, and nobody said yet that it is meant;
    /// nothing is stored.
    SameReference {
        /// The question beside the field.
        errors: Errors,
        /// The reference.
        reference: String,
    },
    /// The record was changed after the form was made; nothing is stored.
    ChangedMeanwhile,
}

/// The digest by which a form recognises the bytes it was made from.
pub(crate) fn digest(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

impl Saving<'_> {
    /// Saves, or says why not.
    ///
    /// # Errors
    /// When the record is not there, cannot be edited, or the store cannot be written.
    pub(super) fn save(&mut self, business: &dyn Business) -> Result<Saved, PageError> {
        let mut outcome = Saved::ChangedMeanwhile;
        business.write(&mut |work| {
            outcome = self.work(work)?;
            Ok(())
        })?;
        Ok(outcome)
    }

    /// Saves within a unit of work, or says why not.
    ///
    /// # Errors
    /// As [`Saving::save`].
    pub(super) fn work(&mut self, work: &mut dyn UnitOfWork) -> Result<Saved, StoreError> {
        let is_new = self.is_new;
        let stored = work.object(self.key)?;
        let original = match &stored {
            None if is_new => self.origin(&*work)?,
            // What exists without a record gets one.
            None if self.key == self.form.content_type && digest(&[]) == self.base => Vec::new(),
            None => return Err(StoreError::RecordNotFound(self.key)),
            Some(object) if is_new || digest(&object.content) != self.base => {
                return Ok(Saved::ChangedMeanwhile);
            }
            Some(object) if object.content_type != self.form.content_type => {
                return Err(PageError::bad_request().into());
            }
            Some(object) => object.content.clone(),
        };
        let content = {
            let reader: &dyn Reader = &*work;
            match self.patched(reader, &original)? {
                Ok(content) => content,
                Err(refused) => return Ok(refused),
            }
        };
        let object = Object {
            key: self.key,
            content_type: self.form.content_type,
            content,
            timestamp: None,
        };
        if stored.is_none() && object.is_keyed_by_kind() && object.content.is_empty() {
            return Ok(Saved::NothingSet);
        }
        let title = history_title(&object);
        work.put_object(
            self.key,
            object.content_type,
            &object.content,
            &title,
            self.stamp,
        )?;
        Ok(Saved::Done)
    }

    /// What a new record begins with. Where that changed since the form was made, the record begins
    /// with nothing: the form holds everything that a person saw.
    fn origin(&self, reader: &dyn Reader) -> Result<Vec<u8>, StoreError> {
        let copied_from = self.typed.get(COPIED_FROM).parse().ok();
        let content = origin(reader, self.business, self.form, copied_from)?;
        if digest(&content) == self.base {
            Ok(content)
        } else {
            Ok(Vec::new())
        }
    }

    /// The content as it would be stored, or why it will not be.
    fn patched(
        &mut self,
        reader: &dyn Reader,
        original: &[u8],
    ) -> Result<Result<Vec<u8>, Saved>, StoreError> {
        let kind = self.form.content_type;
        let names = Names::new(reader, self.locale, self.business);
        let choices = Choices::new(&names);
        let record = decode(kind, original)
            .map_err(|error| StoreError::from(not_editable(&error.into())))?;
        find_what_was_typed(&mut self.typed, &choices, self.form, &record)?;
        fill_in(&mut self.typed, &choices, self.form, &record)?;
        let customs = custom_fields(&names, self.form, &record)?;
        let mut reading = Reading::new(&choices, self.form, &self.typed, &customs, self.is_new);
        reading.is_default = self.is_default();
        let mut edits = reading.edits(&record)?;
        if !reading.errors.is_empty() {
            let errors = reading.errors;
            let complaint = None;
            return Ok(Err(Saved::Refused { errors, complaint }));
        }
        if !self.is_default()
            && let Some(question) = self.same_reference(reader, &record)?
        {
            return Ok(Err(question));
        }
        edits.extend(self.given_reference(reader)?);
        let unfit = |error| StoreError::from(not_editable(&error));
        let content = patch(kind, original, &edits).map_err(unfit)?;
        if is_contradictory(kind, &content) {
            let sentence = self.locale.error("rates-differ", &[]);
            return Ok(Err(Saved::Refused {
                errors: Errors::new(),
                complaint: Some(sentence),
            }));
        }
        let content = completed(kind, content).map_err(unfit)?;
        let result = decode(kind, &content)
            .map_err(|error| StoreError::from(not_editable(&error.into())))?;
        if let Some(refused) = self.locked(reader, &record, &result)? {
            return Ok(Err(refused));
        }
        let before = (!self.is_new).then_some(&record);
        if once::is_second(reader, kind, self.key, before, &result)? {
            return Ok(Err(self.twice()));
        }
        if let Some(refused) = self.faulty(reader, &record, &result)? {
            return Ok(Err(refused));
        }
        if !self.is_default()
            && let Some(complaint) = rules::complaint(kind, &result)
        {
            let complaint = Some(self.sentence(&complaint, names.decimals()?));
            return Ok(Err(Saved::Refused {
                errors: Errors::new(),
                complaint,
            }));
        }
        Ok(Ok(content))
    }

    /// A fault that holds for everybody who writes: beside its field, or for one of a line above
    /// the form.
    fn faulty(
        &self,
        reader: &dyn Reader,
        before: &DecodedRecord,
        after: &DecodedRecord,
    ) -> Result<Option<Saved>, StoreError> {
        let judged = rules::fields::Judged {
            reader,
            form: Some(self.form),
            before,
            after,
            is_new: self.is_new,
            is_default: self.is_default(),
        };
        let Some(fault) = rules::fields::fault(&judged)? else {
            return Ok(None);
        };
        let sentence = self.locale.error(fault.code, &fault.arguments);
        let is_of_lines = fault.field.contains('[') || !fault.arguments.is_empty();
        let (errors, complaint) = match is_of_lines {
            true => (Errors::new(), Some(sentence)),
            false => (Errors::from([(fault.field, sentence)]), None),
        };
        Ok(Some(Saved::Refused { errors, complaint }))
    }

    /// Whether this is what new records of the kind begin with: nothing is needed in it.
    fn is_default(&self) -> bool {
        let is_single = self.form.spec().is_some_and(|spec| spec.singleton);
        self.key == self.form.content_type && !is_single
    }

    /// The next number for a new record whose reference was left empty.
    fn given_reference(&self, reader: &dyn Reader) -> Result<Option<Edit>, StoreError> {
        let Some(field) = self.form.reference_field().filter(|_| self.is_new) else {
            return Ok(None);
        };
        if !self.typed.get(field.name).trim().is_empty() {
            return Ok(None);
        }
        let kind = self.form.content_type;
        let next = self.reference_numbers.next(reader, self.business, kind)?;
        Ok(Some(Edit::Set(field.number, Some(FieldValue::Text(next)))))
    }

    /// The question about a new reference that another record has already.
    fn same_reference(
        &self,
        reader: &dyn Reader,
        before: &DecodedRecord,
    ) -> Result<Option<Saved>, StoreError> {
        let Some(field) = self.form.reference_field() else {
            return Ok(None);
        };
        let reference = self.typed.get(field.name).trim();
        let stored = before.value(field.number).and_then(FieldValue::text);
        let is_known = reference.is_empty()
            || (!self.is_new && stored.map(str::trim) == Some(reference))
            || self.typed.get(KEPT_REFERENCE) == reference;
        let kind = self.form.content_type;
        let numbers = self.reference_numbers;
        if is_known || numbers.count(reader, self.business, kind, reference)? == 0 {
            return Ok(None);
        }
        let argument = [("reference", reference.to_owned())];
        let sentence = self.locale.error("reference-in-use", &argument);
        Ok(Some(Saved::SameReference {
            errors: Errors::from([(field.name.to_owned(), sentence)]),
            reference: reference.to_owned(),
        }))
    }

    /// Why the record may not change because of the lock date: beside its date, or above the form.
    fn locked(
        &self,
        reader: &dyn Reader,
        before: &DecodedRecord,
        after: &DecodedRecord,
    ) -> Result<Option<Saved>, StoreError> {
        let before = (!self.is_new).then_some(before);
        let kind = self.form.content_type;
        let Some(found) = lock::locked(reader, kind, self.key, before, Some(after))? else {
            return Ok(None);
        };
        let date = self.locale.date(found.until);
        let sentence = self.locale.error(found.code, &found.arguments(date));
        let beside = self
            .form
            .spec()
            .filter(|_| found.code == "date-locked")
            .and_then(|spec| spec.field(spec.date_field?));
        Ok(Some(match beside {
            Some(field) => Saved::Refused {
                errors: Errors::from([(field.name.to_owned(), sentence)]),
                complaint: None,
            },
            None => Saved::Refused {
                errors: Errors::new(),
                complaint: Some(sentence),
            },
        }))
    }

    /// The thing has a starting balance already.
    fn twice(&self) -> Saved {
        let field = self.form.spec().and_then(|spec| spec.field(once::TARGET));
        let name = field.map_or("", |field| field.name).to_owned();
        Saved::Refused {
            errors: Errors::from([(name, self.locale.error(once::TWICE, &[]))]),
            complaint: None,
        }
    }

    fn sentence(&self, complaint: &Complaint, decimals: u32) -> String {
        let amount = complaint.amount.map(|amount| {
            let decimals = decimals.max(amount.normalize().scale());
            ("amount", self.locale.amount(amount, decimals))
        });
        let arguments: Vec<(&'static str, String)> = amount.into_iter().collect();
        self.locale.error(complaint.code, &arguments)
    }
}

/// A record that a form cannot change, with the reason.
fn not_editable(error: &EditError) -> PageError {
    PageError {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        code: error.code(),
        arguments: error.arguments(),
    }
}

/// What History calls the record: its title, else its date.
pub(crate) fn history_title(object: &Object) -> String {
    title(object)
        .or_else(|| super::names::date_of(object).map(|date| date.to_string()))
        .unwrap_or_default()
}

/// The stored record as the form reads it; a new record has nothing yet.
pub(super) fn decoded(object: &Object) -> Result<DecodedRecord, PageError> {
    decode(object.content_type, &object.content).map_err(|error| not_editable(&error.into()))
}
