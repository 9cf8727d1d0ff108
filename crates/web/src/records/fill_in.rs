//! What follows from a choice: an item brings its description, price and tax code, a party its
//! address and its days until due, an invoice that is settled what is left to pay of it.
//!
//! Only empty fields are filled, and those that still hold what the choice before had brought; and
//! each choice fills once, so that what somebody takes out stays out.

mod customs;
mod settled;

use super::choices::{Choices, Settles, Source};
use super::form::{Control, Form, FormField};
use super::typed::{Typed, shown, shown_place, value_of};
use books::{Key, kinds};
use interchange::{DecodedRecord, FieldSpec, FieldValue, decode, spec};
use pages::forms::line_name;
use std::collections::BTreeMap;
use store::StoreError;

/// The name under which a form or a line says which choice has filled it.
pub(super) const FILLED: &str = "filled";

/// Kinds by which the business buys; all others sell.
const PURCHASES: [Key; 6] = [
    kinds::PURCHASE_QUOTE,
    kinds::PURCHASE_ORDER,
    kinds::PURCHASE_INVOICE,
    kinds::DEBIT_NOTE,
    kinds::GOODS_RECEIPT,
    kinds::PAYMENT,
];

/// What was filled, by the names of the fields.
pub(super) type Filled = BTreeMap<String, String>;

/// Fills what follows from the choices in `typed`; `original` is the record as it is stored.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn fill_in(
    typed: &mut Typed,
    choices: &Choices<'_, '_>,
    form: &'static Form,
    original: &DecodedRecord,
) -> Result<Filled, StoreError> {
    let mut filled = Filled::new();
    fill_from_party(typed, choices, form, original, &mut filled)?;
    mark_payer(typed, form, original, &mut filled);
    let Some(lines) = form.lines else {
        return Ok(filled);
    };
    for index in typed.line_indices() {
        let stored = typed
            .line_from(index)
            .and_then(|from| original.all(lines.number).nth(from)?.value.part())
            .unwrap_or_default();
        let index = index.to_string();
        for field in lines.fields {
            let Some(spec) = form.line_field(lines, field) else {
                continue;
            };
            let value = typed.get(&line_name(&index, spec.name)).to_owned();
            let (before, item) = match field.control {
                Control::Record(Source::Items) => (
                    shown(choices.names.locale, spec, value_of(stored, field.number)),
                    value.parse().ok(),
                ),
                Control::Place(place) => (shown_place(place, stored), item_of(&value)),
                _ => continue,
            };
            let mark = line_name(&index, FILLED);
            let last = typed.get(&mark).to_owned();
            if value == last || (last.is_empty() && value == before) {
                continue;
            }
            set(typed, &mut filled, mark, value.clone());
            let scope = Scope {
                choices,
                form,
                index: &index,
            };
            if let Control::Place(place) = field.control {
                scope.fill_from_invoice(typed, place, [&last, &value], &mut filled)?;
            }
            let last: Option<Key> = item_of(&last).or_else(|| last.parse().ok());
            if let Some(item) = item {
                scope.fill_from_item(typed, item, last, &mut filled)?;
                scope.fill_customs(typed, item, last, &mut filled)?;
            }
        }
    }
    Ok(filled)
}

/// The item in a choice of a place.
fn item_of(value: &str) -> Option<Key> {
    value.strip_prefix("item:")?.parse().ok()
}

fn set(typed: &mut Typed, filled: &mut Filled, name: String, value: String) {
    typed.set(&name, value.clone());
    filled.insert(name, value);
}

/// One line that is filled.
struct Scope<'a> {
    choices: &'a Choices<'a, 'a>,
    form: &'static Form,
    index: &'a str,
}

impl Scope<'_> {
    fn fill_from_item(
        &self,
        typed: &mut Typed,
        item: Key,
        last: Option<Key>,
        filled: &mut Filled,
    ) -> Result<(), StoreError> {
        let price = if PURCHASES.contains(&self.form.content_type) {
            "DefaultPurchaseUnitPrice"
        } else {
            "DefaultSalesUnitPrice"
        };
        let brings = [
            ("DefaultLineDescription", &["LineDescription"][..]),
            (price, &["SalesUnitPrice", "PurchaseUnitPrice", "UnitPrice"]),
            ("DefaultTaxCode", &["TaxCode"]),
        ];
        for (name, targets) in brings {
            let now = default_of(self.choices, item, name)?;
            let before = match last {
                Some(last) => default_of(self.choices, last, name)?,
                None => String::new(),
            };
            let Some(target) = self.line_fields().find(|it| targets.contains(&it.name)) else {
                continue;
            };
            let field = line_name(self.index, target.name);
            let present = typed.get(&field).replace("\r\n", "\n").trim().to_owned();
            if (present.is_empty() || present == before.trim()) && present != now {
                set(typed, filled, field, now);
            }
        }
        Ok(())
    }

    fn line_fields(&self) -> impl Iterator<Item = &'static FieldSpec> {
        let lines = self.form.lines.into_iter();
        let form = self.form;
        lines.flat_map(move |lines| {
            lines
                .fields
                .iter()
                .filter_map(move |field| form.line_field(lines, field))
        })
    }
}

/// What a record's field of this name holds, as a form shows it; empty where its flag says that it
/// does not count.
fn default_of(choices: &Choices<'_, '_>, key: Key, name: &str) -> Result<String, StoreError> {
    let Some(object) = choices.names.reader().object(key)? else {
        return Ok(String::new());
    };
    let found = || {
        let spec = spec(object.content_type)?;
        let record = decode(object.content_type, &object.content).ok()?;
        let field = spec.field_by_name(name)?;
        if let Some(flag) = spec.field_by_name(&format!("Has{name}"))
            && record.value(flag.number).and_then(FieldValue::flag) != Some(true)
        {
            return None;
        }
        let value = record.value(field.number)?;
        Some(shown(choices.names.locale, field, Some(value)))
    };
    Ok(found().unwrap_or_default())
}

/// The field of a form by which its customer or supplier is chosen.
fn party_field(form: &'static Form) -> Option<(&'static FormField, &'static FieldSpec)> {
    let mut fields = form.fields.iter();
    let field = fields.find(|field| {
        matches!(
            field.control,
            Control::Record(Source::Customers | Source::Suppliers)
        )
    })?;
    Some((field, form.field(field)?))
}

/// Notes whom a receipt or payment is with: when that changes, other invoices are offered.
fn mark_payer(
    typed: &mut Typed,
    form: &'static Form,
    original: &DecodedRecord,
    filled: &mut Filled,
) {
    let Some(payer) = Settles::payer_field(form) else {
        return;
    };
    let place = form.fields.iter().find_map(|field| match field.control {
        Control::Place(place) => Some(place),
        _ => None,
    });
    let stored = place.map_or_else(String::new, |place| shown_place(place, &original.fields));
    let (value, last) = (typed.get(payer).to_owned(), typed.get(FILLED));
    if value != last && !(last.is_empty() && value == stored) {
        set(typed, filled, FILLED.to_owned(), value);
    }
}

fn fill_from_party(
    typed: &mut Typed,
    choices: &Choices<'_, '_>,
    form: &'static Form,
    original: &DecodedRecord,
    filled: &mut Filled,
) -> Result<(), StoreError> {
    let Some((field, spec)) = party_field(form) else {
        return Ok(());
    };
    let value = typed.get(spec.name).to_owned();
    let last = typed.get(FILLED).to_owned();
    let stored = shown(choices.names.locale, spec, original.value(field.number));
    if value == last || (last.is_empty() && value == stored && !stored.is_empty()) {
        return Ok(());
    }
    set(typed, filled, FILLED.to_owned(), value.clone());
    let Ok(party) = value.parse::<Key>() else {
        return Ok(());
    };
    let has = |name: &str| {
        form.fields
            .iter()
            .filter_map(|field| form.field(field))
            .any(|field| field.name == name)
    };
    for (name, target) in [
        ("BillingAddress", "BillingAddress"),
        ("DefaultDueDateDays", "DueDateDays"),
    ] {
        let now = default_of(choices, party, name)?;
        let before = match last.parse::<Key>() {
            Ok(last) => default_of(choices, last, name)?,
            Err(_) => String::new(),
        };
        let present = typed.get(target).replace("\r\n", "\n").trim().to_owned();
        if has(target) && (present.is_empty() || present == before.trim()) && present != now {
            set(typed, filled, target.to_owned(), now);
        }
    }
    Ok(())
}
