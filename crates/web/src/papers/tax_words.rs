//! What taxes are called on a paper: by the label of their code, else by its name, with the rate
//! where the name does not say it.

use super::Desk;
use books::{Books, Key};
use interchange::{FieldValue, decode, spec};
use ledger::ChargedTax;
use pages::{Argument, Locale};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::StoreError;

/// The names of the tax codes of one document.
pub(super) struct TaxWords<'b> {
    locale: Locale,
    books: &'b Books,
    /// The labels of codes that have one of their own.
    labels: BTreeMap<Key, String>,
}

impl<'b> TaxWords<'b> {
    pub(super) fn new(desk: &Desk<'_>, books: &'b Books) -> Result<Self, StoreError> {
        let mut labels = BTreeMap::new();
        for key in books.tax_codes.keys() {
            let Some(object) = desk.reader.object(*key)? else {
                continue;
            };
            let number = spec(object.content_type)
                .and_then(|spec| spec.field_by_name("Label"))
                .map(|field| field.number);
            let record = decode(object.content_type, &object.content).ok();
            let label = number.zip(record).and_then(|(number, record)| {
                let label = record.value(number).and_then(FieldValue::text)?.trim();
                (!label.is_empty()).then(|| label.to_owned())
            });
            labels.extend(label.map(|label| (*key, label)));
        }
        Ok(Self {
            locale: desk.locale,
            books,
            labels,
        })
    }

    /// The name of a code, for a column of the lines.
    pub(super) fn code(&self, code: Key) -> String {
        let name = self.books.tax_codes.get(&code).map(|code| code.name.trim());
        match (self.labels.get(&code), name) {
            (Some(label), _) => label.clone(),
            (None, Some(name)) => name.to_owned(),
            (None, None) => String::new(),
        }
    }

    /// The label of one component of a code with its rate.
    pub(super) fn label(&self, tax: &ChargedTax) -> String {
        let component = self.component(tax);
        let name = component.unwrap_or_else(|| self.code(tax.code));
        let says_rate = name.contains(['%', '٪']) || tax.rate == Decimal::ONE_HUNDRED;
        if says_rate {
            return name;
        }
        let rate = self.locale.number(tax.rate);
        self.locale.text_with(
            "paper-tax-rate",
            &[
                ("name", Argument::Text(&name)),
                ("rate", Argument::Text(&rate)),
            ],
        )
    }

    /// The name of a component, where a code has several.
    fn component(&self, tax: &ChargedTax) -> Option<String> {
        let code = self.books.tax_codes.get(&tax.code)?;
        let books::settings::TaxRate::Custom(components) = &code.rate else {
            return None;
        };
        let name = components.get(tax.component)?.name.trim();
        (components.len() > 1 && !name.is_empty()).then(|| name.to_owned())
    }
}
