//! Subjects and texts that emails begin with: those a person wrote, kept as records so that they
//! travel with the business, and defaults in every language (SPEC-emails.md, 9).

use super::source::DOCUMENTS;
use crate::PageError;
use crate::records::names::Names;
use crate::records::words;
use crate::settings::meanwhile;
use books::{Key, kinds};
use history::Stamp;
use interchange::{Edit, FieldValue, decode, patch, spec_by_slug};
use mail::{MailError, PLACEHOLDERS, Template, Templates};
use maud::Markup;
use pages::{Argument, Locale};
use store::{Business, Reader, StoreError};

/// The fields of a template's record.
const PURPOSE: u32 = 1;
const LANGUAGE: u32 = 2;
const SUBJECT: u32 = 3;
const TEXT: u32 = 4;

/// Characters of a text; one more is refused.
const TEXT_CHARACTERS_MAX: usize = 20_000;

/// Purposes that are no kind of document.
const OTHERS: [&str; 4] = [
    "customer-statement",
    "supplier-statement",
    "other-documents",
    "other-reports",
];

/// Every purpose, in the order of the page.
pub(super) fn purposes() -> impl Iterator<Item = &'static str> {
    let documents = DOCUMENTS
        .iter()
        .filter_map(|kind| interchange::spec(*kind).map(|spec| spec.slug));
    documents.chain(OTHERS)
}

/// What a purpose is called.
pub(super) fn purpose_name(locale: Locale, purpose: &str) -> String {
    match purpose {
        "customer-statement" => locale.text("email-purpose-customer-statement"),
        "supplier-statement" => locale.text("email-purpose-supplier-statement"),
        "other-documents" => locale.text("email-purpose-other-documents"),
        "other-reports" => locale.text("email-purpose-other-reports"),
        slug => spec_by_slug(slug).map_or_else(
            || slug.to_owned(),
            |spec| words::kind_plural(locale, spec.content_type),
        ),
    }
}

/// The default in the words of a language, with its placeholders in braces.
pub(super) fn default_template(locale: Locale, purpose: &str) -> Template {
    let (subject, text) = match purpose {
        "customer-statement" | "supplier-statement" => (
            "email-default-statement-subject",
            "email-default-statement-text",
        ),
        "other-reports" => ("email-default-report-subject", "email-default-report-text"),
        _ => (
            "email-default-document-subject",
            "email-default-document-text",
        ),
    };
    let braced: Vec<String> = PLACEHOLDERS
        .iter()
        .map(|name| format!("{{{name}}}"))
        .collect();
    let arguments: Vec<(&str, Argument<'_>)> = PLACEHOLDERS
        .iter()
        .zip(&braced)
        .map(|(name, braced)| (*name, Argument::Text(braced)))
        .collect();
    Template {
        subject: locale.text_with(subject, &arguments),
        text: locale.text_with(text, &arguments),
    }
}

/// A template that a person wrote: the key of its record, purpose, language, and the words.
pub(super) struct Written {
    pub(super) key: Key,
    pub(super) purpose: String,
    pub(super) language: String,
    pub(super) template: Template,
}

/// All templates that were written, in key order; records that cannot be read are passed over.
pub(super) fn written<R: Reader + ?Sized>(reader: &R) -> Result<Vec<Written>, StoreError> {
    let mut found = Vec::new();
    reader.each_object(Some(kinds::TIJORI_EMAIL_TEMPLATE), &mut |object| {
        let Ok(record) = decode(object.content_type, &object.content) else {
            return Ok(());
        };
        let text = |number| {
            let value = record.value(number).and_then(FieldValue::text);
            value.unwrap_or_default().to_owned()
        };
        found.push(Written {
            key: object.key,
            purpose: text(PURPOSE),
            language: text(LANGUAGE),
            template: Template {
                subject: text(SUBJECT),
                text: text(TEXT),
            },
        });
        Ok(())
    })?;
    Ok(found)
}

/// The template for a purpose in a language: the one that was written, else the default. One that
/// came with a file and does not hold what a template must is passed over.
pub(super) fn template_for(
    reader: &dyn Reader,
    locale: Locale,
    purpose: &str,
) -> Result<Template, StoreError> {
    let mut templates = Templates::default();
    for written in written(reader)? {
        let set = templates.set(&written.purpose, &written.language, written.template);
        if let Err(error) = set {
            tracing::info!(code = error.code(), "a template was passed over");
        }
    }
    let found = templates.find(purpose, locale.language.code()).cloned();
    Ok(found.unwrap_or_else(|| default_template(locale, purpose)))
}

/// The record in which a template is kept, when one was written.
fn key_of<R: Reader + ?Sized>(
    reader: &R,
    purpose: &str,
    language: &str,
) -> Result<Option<Key>, StoreError> {
    let of_both = |it: &Written| it.purpose == purpose && it.language == language;
    Ok(written(reader)?.into_iter().rfind(of_both).map(|it| it.key))
}

/// Under which key and from which content a form is made, before anything was written the default.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn base(reader: &dyn Reader, of: (&str, &str)) -> Result<String, StoreError> {
    meanwhile::base(reader, key_of(reader, of.0, of.1)?.unwrap_or(Key::NIL))
}

/// Both versions side by side: the one that is saved, and that which was typed.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn versions(
    names: &Names<'_>,
    of: (&str, &str),
    typed: &Template,
) -> Result<Markup, StoreError> {
    let key = key_of(names.reader(), of.0, of.1)?.unwrap_or(Key::NIL);
    let saved = names.reader().object(key)?.map(|object| object.content);
    let typed = content(saved.as_deref(), of, typed)?;
    meanwhile::both(names, (key, kinds::TIJORI_EMAIL_TEMPLATE), saved, typed)
}

/// The content of a record that keeps a template.
fn content(
    before: Option<&[u8]>,
    (purpose, language): (&str, &str),
    template: &Template,
) -> Result<Vec<u8>, StoreError> {
    let edits = [
        (PURPOSE, purpose),
        (LANGUAGE, language),
        (SUBJECT, template.subject.as_str()),
        (TEXT, template.text.as_str()),
    ]
    .map(|(number, text)| Edit::Set(number, Some(FieldValue::Text(text.to_owned()))));
    let kind = kinds::TIJORI_EMAIL_TEMPLATE;
    patch(kind, before.unwrap_or_default(), &edits)
        .map_err(|error| StoreError::Stopped(Box::new(error)))
}

/// Keeps a template, with its entry in History, when the one that is there is still that of which
/// the form was made.
///
/// # Errors
/// When a placeholder does not exist, a brace is alone, the subject or the text is too long,
/// somebody saved another one meanwhile, or the store cannot be written.
pub(super) fn keep(
    business: &dyn Business,
    of: (&str, &str),
    (template, claimed): (&Template, &str),
    new_key: Key,
    stamp: &Stamp,
) -> Result<(), PageError> {
    template.check()?;
    if template.subject.chars().count() > mail::SUBJECT_CHARACTERS_MAX {
        let max = mail::SUBJECT_CHARACTERS_MAX;
        return Err(MailError::SubjectTooLong { max }.into());
    }
    if template.text.chars().count() > TEXT_CHARACTERS_MAX {
        let bytes = template.text.len();
        let max = TEXT_CHARACTERS_MAX;
        return Err(MailError::MessageTooLarge { bytes, max }.into());
    }
    business.write(&mut |unit| {
        let key = key_of(&*unit, of.0, of.1)?;
        meanwhile::require_same(&*unit, key.unwrap_or(Key::NIL), claimed)?;
        let key = key.unwrap_or(new_key);
        let before = unit.object(key)?.map(|object| object.content);
        let content = content(before.as_deref(), of, template)?;
        let title = &template.subject;
        unit.put_object(key, kinds::TIJORI_EMAIL_TEMPLATE, &content, title, stamp)
            .map(drop)
    })?;
    Ok(())
}

/// Goes back to the default: what was written is deleted, and History keeps it.
pub(super) fn forget(
    business: &dyn Business,
    (purpose, language): (&str, &str),
    stamp: &Stamp,
) -> Result<(), PageError> {
    let of_both = |it: &Written| it.purpose == purpose && it.language == language;
    let found: Vec<Written> = written(business.read()?.as_ref())?;
    business.write(&mut |unit| {
        for written in found.iter().filter(|it| of_both(it)) {
            unit.delete_object(written.key, &written.template.subject, stamp)?;
        }
        Ok(())
    })?;
    Ok(())
}
