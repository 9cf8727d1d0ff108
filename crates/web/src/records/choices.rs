//! What a form offers to choose from, and what was meant by what was typed.
//!
//! Each source is read once per page. Few choices are a list; where there are many, a person types
//! a part of the name and the browser suggests, and what is sent is text, which is found again
//! here: by key, by label, by code or by name. Inactive records are not offered; one that a record
//! names already stays chosen, and so does a key that leads nowhere.

mod find;
mod settles;
mod source;

pub(super) use find::Found;
pub(super) use settles::Settles;
pub(super) use source::Source;

use super::form::{Form, Place};
use super::names::Names;
use super::open_invoices::open_invoices;
use super::search::folded;
use super::typed::{AS_IT_IS, Typed, shown_place, value_of};
use super::words;
use books::{Key, Object};
use interchange::{DecodedField, FieldValue, decode, spec};
use rust_decimal::Decimal;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use store::StoreError;

/// With more choices than this, a name is typed instead of picked from a list.
const LIST_CHOICES_MAX: usize = 80;
/// Of documents, at most this many are suggested, the latest; any other can be typed.
const SUGGESTED_DOCUMENTS_MAX: usize = 1_000;

/// One record that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offered {
    /// What is sent: its key, behind the token of its route in a place.
    pub value: String,
    /// Its key.
    pub key: Key,
    /// Its code and name, unlike that of any other among these choices.
    pub label: String,
    /// The heading it stands under: its kind, or the account it is under.
    pub group: String,
    /// Whether it is an invoice of whom the document is with: such ones come first in a place.
    pub is_theirs: bool,
    /// Its code, where it has one.
    pub code: String,
    /// Its name alone.
    pub name: String,
    /// Whether it is kept and no longer offered for new records.
    pub inactive: bool,
    /// What of an invoice is left to pay, with its currency; none means the base currency.
    pub open: Option<(Decimal, Option<Key>)>,
}

/// Choices that were read.
pub(super) type Offers = Rc<Vec<Offered>>;

/// What is offered, read when first asked for.
pub(super) struct Choices<'n, 'r> {
    /// The names behind it.
    pub names: &'n Names<'r>,
    sources: RefCell<HashMap<Source, Offers>>,
    places: RefCell<HashMap<&'static str, Offers>>,
    /// Which open invoices are meant.
    settles: Cell<Option<Settles>>,
}

impl<'n, 'r> Choices<'n, 'r> {
    /// Nothing read yet.
    pub(super) fn new(names: &'n Names<'r>) -> Self {
        Self {
            names,
            sources: RefCell::default(),
            places: RefCell::default(),
            settles: Cell::new(None),
        }
    }

    /// From now on offers the open invoices that a form settles before all others.
    pub(super) fn settle(&self, form: &Form, typed: &Typed) {
        let settles = Settles::of(form, typed);
        if self.settles.replace(settles) != settles {
            self.places.borrow_mut().clear();
            let mut sources = self.sources.borrow_mut();
            sources.retain(|source, _| !source.is_unpaid_only());
        }
    }

    /// What a source offers, by kind and name.
    ///
    /// # Errors
    /// When the store cannot be read; so for all methods here.
    pub(super) fn of(&self, source: Source) -> Result<Offers, StoreError> {
        if let Some(offered) = self.sources.borrow().get(&source) {
            return Ok(Rc::clone(offered));
        }
        let offered = Rc::new(self.read_source(source)?);
        self.sources
            .borrow_mut()
            .insert(source, Rc::clone(&offered));
        Ok(offered)
    }

    /// What all routes of a place offer, in their order.
    pub(super) fn of_place(&self, place: &'static Place) -> Result<Offers, StoreError> {
        if let Some(offered) = self.places.borrow().get(place.name) {
            return Ok(Rc::clone(offered));
        }
        let mut all = Vec::new();
        for route in settles::routes(place, self.settles.get()) {
            let heading = route.heading.map(|account| self.names.text(account));
            let heading = heading.transpose()?;
            for one in self.of(route.source)?.iter() {
                let mut one = one.clone();
                one.value = format!("{}:{}", route.token, one.key);
                if let Some(heading) = &heading {
                    one.group.clone_from(heading);
                }
                all.push(one);
            }
        }
        all.sort_by_key(|one| !one.is_theirs);
        make_labels_differ(&mut all, |one| one.group.clone());
        let all = Rc::new(all);
        self.places.borrow_mut().insert(place.name, Rc::clone(&all));
        Ok(all)
    }

    /// Whether a key is one of the records of a source, inactive ones included.
    pub(super) fn has(&self, source: Source, key: Key) -> Result<bool, StoreError> {
        if source.keys().contains(&key) {
            return Ok(true);
        }
        let object = self.names.reader().object(key)?;
        Ok(object.is_some_and(|object| {
            !object.is_keyed_by_kind() && source.kinds().contains(&object.content_type)
        }))
    }

    /// Whether the records of a source are typed by their names.
    pub(super) fn is_typed(&self, source: Source) -> Result<bool, StoreError> {
        Ok(is_long(&self.of(source)?))
    }

    /// What is read where the record of this key was chosen; empty where nothing was.
    pub(super) fn label(&self, source: Source, value: &str) -> Result<String, StoreError> {
        if let Some(one) = self.of(source)?.iter().find(|one| one.value == value) {
            return Ok(one.label.clone());
        }
        self.text_of_value(value)
    }

    /// The same for what was sent: a key that is none of the source is read as it is, so that its
    /// name shows nowhere to whoever may not see that record. What is `stored` keeps its name.
    pub(super) fn label_as_sent(
        &self,
        source: Source,
        value: &str,
        stored: Option<Key>,
    ) -> Result<String, StoreError> {
        match value.parse() {
            Ok(key) if stored != Some(key) && !self.has(source, key)? => Ok(value.to_owned()),
            _ => self.label(source, value),
        }
    }

    /// What is read where this value of a place was chosen; `stored` are the fields it came from.
    pub(super) fn place_label(
        &self,
        place: &'static Place,
        value: &str,
        stored: &[DecodedField],
    ) -> Result<String, StoreError> {
        if value == AS_IT_IS {
            return self.stored_place(place, stored);
        }
        if let Some(one) = self.of_place(place)?.iter().find(|one| one.value == value) {
            return Ok(one.label.clone());
        }
        let (token, key) = value.split_once(':').unwrap_or_default();
        let route = place.routes.iter().find(|route| route.token == token);
        let is_choice = match (route, key.parse()) {
            (Some(route), Ok(key)) => self.has(route.source, key)?,
            _ => false,
        };
        if is_choice || value == shown_place(place, stored) {
            return self.text_of_value(key);
        }
        // The name of what is no choice here is nobody's to see.
        Ok(value.to_owned())
    }

    /// The name of a key that is not offered; what is no key stays as it was typed.
    fn text_of_value(&self, value: &str) -> Result<String, StoreError> {
        match value.parse() {
            Ok(key) => self.names.text(key),
            Err(_) => Ok(value.to_owned()),
        }
    }

    /// What a stored place is called that the form cannot describe.
    fn stored_place(
        &self,
        place: &'static Place,
        stored: &[DecodedField],
    ) -> Result<String, StoreError> {
        let mut parts = Vec::new();
        for number in place.managed().iter().chain(place.dependent) {
            if let Some(FieldValue::Reference(key)) = value_of(stored, *number) {
                parts.push(self.names.text(*key)?);
            }
        }
        Ok(if parts.is_empty() {
            self.names.locale.text("form-place-as-it-is")
        } else {
            parts.join(" · ")
        })
    }

    /// Whether there is nothing to choose.
    pub(super) fn has_none(&self, source: Source) -> Result<bool, StoreError> {
        Ok(self.of(source)?.is_empty())
    }

    fn read_source(&self, source: Source) -> Result<Vec<Offered>, StoreError> {
        if source.is_unpaid_only() {
            return self.read_unpaid(source);
        }
        let locale = self.names.locale;
        let mut all = Vec::new();
        for content_type in source.kinds() {
            let group = words::kind_plural(locale, *content_type);
            let is_document = spec(*content_type).is_some_and(|spec| spec.date_field.is_some());
            // Parties, accounts and items have to be named; documents tell what was done.
            if is_document && !self.names.sight()?.is_of(*content_type) {
                continue;
            }
            let mut part = Vec::new();
            self.names
                .reader()
                .each_object(Some(*content_type), &mut |object| {
                    if !object.is_keyed_by_kind() {
                        part.push(self.offered(&object, &group));
                    }
                    Ok(())
                })?;
            let order = |a: &Offered, b: &Offered| {
                locale.compare(&a.label, &b.label).then(a.key.cmp(&b.key))
            };
            if is_document {
                // The latest number first: it is the one that is looked for.
                part.sort_by(|a, b| order(b, a));
                part.truncate(SUGGESTED_DOCUMENTS_MAX);
            } else {
                part.sort_by(order);
            }
            all.extend(part);
        }
        let group = locale.text("form-built-in");
        for key in source.keys() {
            let name = self.names.text(*key)?;
            all.push(Offered {
                value: key.to_string(),
                key: *key,
                label: name.clone(),
                group: group.clone(),
                is_theirs: false,
                code: String::new(),
                name,
                inactive: false,
                open: None,
            });
        }
        make_labels_differ(&mut all, |one| short(one.key));
        Ok(all)
    }

    /// Invoices with something left to pay, the latest first, each with its party and what is open.
    fn read_unpaid(&self, source: Source) -> Result<Vec<Offered>, StoreError> {
        let locale = self.names.locale;
        let group = locale.text(match source {
            Source::UnpaidSalesInvoices => "form-unpaid-sales-invoices",
            _ => "form-unpaid-purchase-invoices",
        });
        let mut all = Vec::new();
        let sight = self.names.sight()?;
        let kinds = source.kinds().iter().copied();
        let seen: Vec<Key> = kinds.filter(|kind| sight.is_of(*kind)).collect();
        let mut unpaid = open_invoices(self.names.reader(), &seen)?;
        let payer = self.settles.get().and_then(|it| it.party);
        let is_theirs = |party: Option<Key>| party.is_some() && party == payer;
        // The sort is stable: within both groups the latest stays first.
        unpaid.sort_by_key(|open| !is_theirs(open.party));
        for open in unpaid {
            let name = self.names.text(open.key)?;
            let party = open.party.map(|party| self.names.text(party)).transpose()?;
            let amount = locale.amount(open.amount, open.decimals);
            let group = match &party {
                Some(party) if is_theirs(open.party) => format!("{group} · {party}"),
                _ => group.clone(),
            };
            let parts = [Some(name.clone()), party, Some(amount)];
            let label: Vec<String> = parts.into_iter().flatten().collect();
            all.push(Offered {
                value: open.key.to_string(),
                key: open.key,
                label: label.join(" · "),
                group,
                is_theirs: is_theirs(open.party),
                code: String::new(),
                name,
                inactive: false,
                open: Some((open.amount, open.currency)),
            });
        }
        make_labels_differ(&mut all, |one| short(one.key));
        Ok(all)
    }

    fn offered(&self, object: &Object, group: &str) -> Offered {
        let record = decode(object.content_type, &object.content).ok();
        let value = |name: &str| {
            let field = spec(object.content_type)?.field_by_name(name)?;
            record.as_ref()?.value(field.number)
        };
        let name = self.names.title_of(object);
        let code = value("Code")
            .or_else(|| value("ItemCode"))
            .and_then(FieldValue::text)
            .unwrap_or_default()
            .trim()
            .to_owned();
        Offered {
            value: object.key.to_string(),
            key: object.key,
            label: if code.is_empty() || code == name {
                name.clone()
            } else {
                format!("{code} · {name}")
            },
            group: group.to_owned(),
            is_theirs: false,
            code,
            name,
            inactive: value("Inactive")
                .and_then(FieldValue::flag)
                .unwrap_or(false),
            open: None,
        }
    }
}

/// Whether a name is typed instead of picked from a list.
pub(super) fn is_long(offers: &[Offered]) -> bool {
    offers.iter().filter(|one| !one.inactive).count() > LIST_CHOICES_MAX
}

/// The beginning of a key, which tells apart what is called alike.
fn short(key: Key) -> String {
    key.to_string().chars().take(8).collect()
}

/// Adds something to labels that occur twice, so that each names one record.
fn make_labels_differ(offered: &mut [Offered], addition: impl Fn(&Offered) -> String) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for one in offered.iter() {
        let count = counts.entry(folded(&one.label)).or_default();
        *count = count.saturating_add(1);
    }
    for one in offered.iter_mut() {
        if counts
            .get(&folded(&one.label))
            .is_some_and(|count| *count > 1)
        {
            one.label = format!("{} ({})", one.label, addition(one));
        }
    }
}
