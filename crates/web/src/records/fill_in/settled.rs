//! What an invoice brings into the line of a receipt or payment that settles it.

use super::{Filled, Scope, set};
use crate::records::form::Place;
use crate::records::typed::{Typed, shown_value};
use books::Key;
use interchange::{FieldValue, Shape, decode, spec};
use pages::forms::line_name;
use rust_decimal::Decimal;
use store::StoreError;

impl Scope<'_> {
    /// Fills in what is left to pay, in the currency of the bank account or beside it in that of
    /// the invoice. `last` is what was chosen before, whose amount gives way.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn fill_from_invoice(
        &self,
        typed: &mut Typed,
        place: &'static Place,
        [last, value]: [&str; 2],
        filled: &mut Filled,
    ) -> Result<(), StoreError> {
        let is_invoice = |value: &str| value.contains("-invoice:");
        if !is_invoice(value) {
            return Ok(());
        }
        let Some((open, currency)) = self.open(place, value)? else {
            return Ok(());
        };
        let name = if currency == self.currency_of_bank(typed)? {
            "Amount"
        } else {
            "CurrencyAmount"
        };
        if !self.line_fields().any(|field| field.name == name) {
            return Ok(());
        }
        let before = match is_invoice(last) {
            true => self.open(place, last)?.map(|(open, _)| self.written(open)),
            false => None,
        };
        let field = line_name(self.index, name);
        let present = typed.get(&field).trim();
        if present.is_empty() || before.is_some_and(|before| before == present) {
            set(typed, filled, field, self.written(open));
        }
        Ok(())
    }

    fn open(
        &self,
        place: &'static Place,
        value: &str,
    ) -> Result<Option<(Decimal, Option<Key>)>, StoreError> {
        let offers = self.choices.of_place(place)?;
        let found = offers.iter().find(|one| one.value == value);
        Ok(found.and_then(|one| one.open))
    }

    fn written(&self, amount: Decimal) -> String {
        let value = FieldValue::Decimal(amount);
        shown_value(self.choices.names.locale, Shape::Decimal, Some(&value))
    }

    /// The currency of the bank account that is chosen; none means the base currency.
    fn currency_of_bank(&self, typed: &Typed) -> Result<Option<Key>, StoreError> {
        let names = ["ReceivedIn", "PaidFrom"];
        let chosen = names.iter().find_map(|name| typed.get(name).parse().ok());
        let Some(chosen) = chosen else {
            return Ok(None);
        };
        let account = self.choices.names.reader().object(chosen)?;
        let currency = account.and_then(|account| {
            let field = spec(account.content_type)?.field_by_name("Currency")?;
            let record = decode(account.content_type, &account.content).ok()?;
            record.value(field.number)?.reference()
        });
        Ok(currency.filter(|currency| *currency != Key::NIL))
    }
}
