//! What arrives of an inter account transfer, where accounts are held in several currencies: a
//! hundred dollars paid from one account may be 11,400 taka received in another.

use super::{Figure, FigureColumn, ListFigures};
use books::{Books, Key, kinds};
use interchange::{FieldValue, decode, spec};
use store::{Reader, StoreError};

impl ListFigures {
    /// Adds the column and fills it out of the transfers themselves. Where all accounts are held in
    /// one currency as much arrives as leaves, and there is no column.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn fill_received(
        &mut self,
        reader: &dyn Reader,
        books: &Books,
    ) -> Result<(), StoreError> {
        let kind = kinds::INTER_ACCOUNT_TRANSFER;
        let Some(spec) = spec(kind).filter(|_| has_foreign_accounts(books)) else {
            return Ok(());
        };
        self.columns.push(FigureColumn::Received);
        let number = |name: &str| spec.field_by_name(name).map_or(0, |field| field.number);
        let [from, to] = ["PaidFrom", "ReceivedIn"].map(number);
        let [credit, debit] = ["CreditAmount", "DebitAmount"].map(number);
        reader.each_object(Some(kind), &mut |object| {
            let Ok(record) = decode(object.content_type, &object.content) else {
                return Ok(());
            };
            let amount = |number| record.value(number).and_then(FieldValue::decimal);
            let currency = |number| {
                let account: Option<Key> = record.value(number).and_then(FieldValue::reference);
                books.bank_accounts.get(&account?)?.currency
            };
            let is_same = currency(from) == currency(to);
            let received = amount(debit).or_else(|| amount(credit).filter(|_| is_same));
            if let Some(mut received) = received {
                // As many decimals as what left is shown with.
                received.rescale(received.scale().max(books.decimals(currency(to))));
                let figure = Figure::Money(received, currency(to));
                self.put(object.key, FigureColumn::Received, figure);
            }
            Ok(())
        })
    }
}

/// Whether any bank or cash account is held in a foreign currency.
fn has_foreign_accounts(books: &Books) -> bool {
    let mut accounts = books.bank_accounts.values();
    accounts.any(|account| account.currency.is_some())
}
