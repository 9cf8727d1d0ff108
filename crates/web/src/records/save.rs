//! Saving a record: one unit of work reads it, patches it and writes it with its History entry.

use super::choices::Choices;
use super::form::{Complaint, Form};
use super::names::Names;
use super::reading::Reading;
use super::rules;
use super::typed::{Errors, Typed};
use super::value::hex;
use crate::PageError;
use axum::http::StatusCode;
use books::{Key, Object};
use history::Stamp;
use interchange::{DecodedRecord, EditError, decode, patch, title};
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
    /// What was typed.
    pub typed: &'a Typed,
    /// The digest of the bytes that the form was made from; empty for a new record.
    pub base: &'a str,
    /// The reader's language, in which amounts and dates were typed.
    pub locale: Locale,
    /// Who saves, and when.
    pub stamp: &'a Stamp,
}

/// How saving ended.
#[derive(Debug)]
pub(super) enum Saved {
    /// It is stored.
    Done,
    /// Something was typed that cannot be saved; nothing is stored.
    Refused {
        /// What is wrong with single fields.
        errors: Errors,
        /// What is wrong with the whole.
        complaint: Option<String>,
    },
    /// The record was changed after the form was made; nothing is stored.
    ChangedMeanwhile,
}

/// The digest by which a form recognises the bytes it was made from.
pub(super) fn digest(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

impl Saving<'_> {
    /// Saves, or says why not.
    ///
    /// # Errors
    /// When the record is not there, cannot be edited, or the store cannot be written.
    pub(super) fn save(&self, business: &dyn Business) -> Result<Saved, PageError> {
        let mut outcome = Saved::ChangedMeanwhile;
        business.write(&mut |work| {
            outcome = self.work(work)?;
            Ok(())
        })?;
        Ok(outcome)
    }

    fn work(&self, work: &mut dyn UnitOfWork) -> Result<Saved, StoreError> {
        let is_new = self.base.is_empty();
        let stored = work.object(self.key)?;
        let original = match &stored {
            None if is_new => Vec::new(),
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

    /// The content as it would be stored, or why it will not be.
    fn patched(
        &self,
        reader: &dyn Reader,
        original: &[u8],
    ) -> Result<Result<Vec<u8>, Saved>, StoreError> {
        let names = Names::new(reader, self.locale, self.business);
        let choices = Choices::new(&names);
        let record = decode(self.form.content_type, original)
            .map_err(|error| StoreError::from(not_editable(&error.into())))?;
        let mut reading = Reading {
            choices: &choices,
            form: self.form,
            typed: self.typed,
            errors: Errors::new(),
        };
        let edits = reading.edits(&record)?;
        if !reading.errors.is_empty() {
            let errors = reading.errors;
            return Ok(Err(Saved::Refused {
                errors,
                complaint: None,
            }));
        }
        let content = patch(self.form.content_type, original, &edits)
            .map_err(|error| StoreError::from(not_editable(&error)))?;
        let result = decode(self.form.content_type, &content)
            .map_err(|error| StoreError::from(not_editable(&error.into())))?;
        if let Some(errors) = self.locked(reader, &record, &result)? {
            let complaint = None;
            return Ok(Err(Saved::Refused { errors, complaint }));
        }
        if let Some(complaint) = rules::complaint(self.form.content_type, &result) {
            let complaint = Some(self.sentence(&complaint, names.decimals()?));
            return Ok(Err(Saved::Refused {
                errors: Errors::new(),
                complaint,
            }));
        }
        Ok(Ok(content))
    }

    /// The error beside the date when the record is in the locked period, or would get there.
    fn locked(
        &self,
        reader: &dyn Reader,
        before: &DecodedRecord,
        after: &DecodedRecord,
    ) -> Result<Option<Errors>, StoreError> {
        let Some(spec) = self.form.spec() else {
            return Ok(None);
        };
        if !rules::in_locked_period(reader, spec, before, after)? {
            return Ok(None);
        }
        let field = spec.date_field.and_then(|number| spec.field(number));
        let name = field.map_or_else(String::new, |field| field.name.to_owned());
        let sentence = self.locale.error("date-locked", &[]);
        Ok(Some(Errors::from([(name, sentence)])))
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
