//! What other records are called, looked up once each.
//!
//! A key in a field may name a record, a built-in account that has no record, or nothing that is
//! here any more. All three are shown; the last with its key, so that nothing looks fine that is
//! not.

use super::words;
use crate::access::current::Sight;
use books::{Key, Object, kinds};
use interchange::{BooksReader, FieldValue, decode, spec, title};
use maud::{Markup, html};
use pages::{Argument, Locale, user_text};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use store::{Reader, StoreError};

/// What a key stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    /// A record with this title.
    Record {
        /// Its title, or what stands for one.
        title: String,
        /// Its kind.
        content_type: Key,
    },
    /// Something that exists without a record, as Accounts receivable.
    BuiltIn(String),
    /// Nothing that is here.
    Missing,
}

/// Looks up names in one consistent moment of a business.
pub(crate) struct Names<'r> {
    reader: &'r dyn Reader,
    /// The language of what has no name of its own.
    pub(crate) locale: Locale,
    /// The business whose addresses links go to.
    pub(crate) business: Key,
    known: RefCell<HashMap<Key, Named>>,
    decimals: OnceCell<u32>,
    sight: OnceCell<Sight>,
}

impl<'r> Names<'r> {
    /// Nothing looked up yet.
    pub(crate) fn new(reader: &'r dyn Reader, locale: Locale, business: Key) -> Self {
        Self {
            reader,
            locale,
            business,
            known: RefCell::default(),
            decimals: OnceCell::new(),
            sight: OnceCell::new(),
        }
    }

    /// The moment that names are looked up in.
    pub(crate) fn reader(&self) -> &'r dyn Reader {
        self.reader
    }

    /// The decimals of amounts in the business's own currency.
    pub(crate) fn decimals(&self) -> Result<u32, StoreError> {
        if let Some(decimals) = self.decimals.get() {
            return Ok(*decimals);
        }
        let mut books = BooksReader::new();
        if let Some(currency) = self.reader.object(kinds::BASE_CURRENCY)? {
            books.add(&currency);
        }
        let decimals = books.finish().0.base_currency.decimals;
        Ok(*self.decimals.get_or_init(|| decimals))
    }

    /// What whoever asks may see in this business.
    pub(crate) fn sight(&self) -> Result<&Sight, StoreError> {
        if let Some(sight) = self.sight.get() {
            return Ok(sight);
        }
        let sight = Sight::read(self.reader, self.business)?;
        Ok(self.sight.get_or_init(|| sight))
    }

    /// What the key stands for.
    ///
    /// # Errors
    /// When the store cannot be read; so for all methods here.
    pub(crate) fn named(&self, key: Key) -> Result<Named, StoreError> {
        if let Some(named) = self.known.borrow().get(&key) {
            return Ok(named.clone());
        }
        let named = match self.reader.object(key)? {
            Some(object) => Named::Record {
                title: match kinds::find(key) {
                    // The place of a custom field: the kind, though it has a form default.
                    Some(kind) if object.is_keyed_by_kind() && !is_built_in(kind.class) => {
                        words::kind_plural(self.locale, key)
                    }
                    _ => self.title_of(&object),
                },
                content_type: object.content_type,
            },
            None => match kinds::find(key) {
                Some(kind) if is_built_in(kind.class) => {
                    Named::BuiltIn(words::built_in(self.locale, kind.name))
                }
                // A kind of record, as the place of a custom field or a tab.
                Some(_) => Named::BuiltIn(words::kind_plural(self.locale, key)),
                None => Named::Missing,
            },
        };
        self.known.borrow_mut().insert(key, named.clone());
        Ok(named)
    }

    /// What a record is called: its title, else its kind and date.
    pub(crate) fn title_of(&self, object: &Object) -> String {
        if let Some(title) = title(object) {
            return title;
        }
        let kind = match kinds::find(object.content_type) {
            Some(kind) if is_built_in(kind.class) => words::built_in(self.locale, kind.name),
            _ => words::kind_name(self.locale, object.content_type),
        };
        match date_of(object) {
            Some(date) => format!("{kind} {}", self.locale.date(date)),
            None => kind,
        }
    }

    /// The customer or supplier that a record names.
    pub(crate) fn party_of(&self, key: Key) -> Result<Option<Key>, StoreError> {
        let Some(object) = self.reader.object(key)? else {
            return Ok(None);
        };
        let named = |name: &str| {
            let field = spec(object.content_type)?.field_by_name(name)?;
            let record = decode(object.content_type, &object.content).ok()?;
            record.value(field.number)?.reference()
        };
        Ok(named("Customer").or_else(|| named("Supplier")))
    }

    /// The name of a key as plain text; a missing record gives its key.
    pub(crate) fn text(&self, key: Key) -> Result<String, StoreError> {
        Ok(match self.named(key)? {
            Named::Record { title, .. } | Named::BuiltIn(title) => title,
            Named::Missing => missing(self.locale, key),
        })
    }

    /// The name of a key as a link to its record, or as what it is where there is none.
    pub(crate) fn link(&self, key: Key) -> Result<Markup, StoreError> {
        Ok(match self.named(key)? {
            Named::Record { title, .. } => html! {
                a href=(record_path(self.business, key)) { (user_text(&title)) }
            },
            Named::BuiltIn(title) => html! { (title) },
            Named::Missing => html! {
                span .missing { (missing(self.locale, key)) }
            },
        })
    }
}

/// The date by which records of its kind are sorted.
pub(crate) fn date_of(object: &Object) -> Option<jiff::civil::Date> {
    let number = spec(object.content_type)?.date_field?;
    let record = decode(object.content_type, &object.content).ok()?;
    record.value(number).and_then(FieldValue::date)?.date()
}

/// Where a record is shown. Its key alone finds it, whatever its kind.
pub(crate) fn record_path(business: Key, record: Key) -> String {
    format!("/businesses/{business}/record/{record}")
}

/// A page or an act of one record, by its last part: `edit`, `deletion`, `attachments`.
pub(crate) fn record_part(business: Key, record: Key, part: &str) -> String {
    format!("/businesses/{business}/record/{record}/{part}")
}

/// Where the records of a kind are listed: by the kind's slug or, where no description names it,
/// by its content type.
pub(crate) fn list_path(business: Key, content_type: Key) -> String {
    match spec(content_type) {
        Some(spec) => format!("/businesses/{business}/records/{}", spec.slug),
        None => format!("/businesses/{business}/records/unknown/{content_type}"),
    }
}

/// What stands for a record that is not here.
fn missing(locale: Locale, key: Key) -> String {
    let key = key.to_string();
    locale.text_with("record-missing-reference", &[("key", Argument::Text(&key))])
}

fn is_built_in(class: kinds::Class) -> bool {
    matches!(
        class,
        kinds::Class::Singleton
            | kinds::Class::BalanceSheetAccount
            | kinds::Class::ProfitAndLossAccount
    )
}
