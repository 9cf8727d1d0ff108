//! Transfers between two bank and cash accounts: each amount with the currency of its account.

use super::amounts::Amounts;
use super::books_around::books_around;
use super::facts::Fact;
use super::{Desk, Sheet};
use crate::records::words;
use books::documents::InterAccountTransfer;
use books::{Books, kinds};
use interchange::{FieldSpec, FieldValue};
use store::StoreError;

/// The amounts of a transfer.
pub(super) struct TransferAmounts {
    books: Books,
    transfer: InterAccountTransfer,
}

impl TransferAmounts {
    /// Those of the record; nothing when it is of another kind.
    pub(super) fn of(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Option<Self>, StoreError> {
        if sheet.object.content_type != kinds::INTER_ACCOUNT_TRANSFER {
            return Ok(None);
        }
        let mut books = books_around(desk, sheet.object, false)?;
        let found = books.inter_account_transfers.remove(&sheet.object.key);
        Ok(found.map(|transfer| Self { books, transfer }))
    }

    /// A field as a fact, where it is one of the amounts. The currency is that of the account on
    /// its side, and the base currency where none is named.
    pub(super) fn fact(
        &self,
        desk: &Desk<'_>,
        spec: &FieldSpec,
        found: &FieldValue,
    ) -> Option<Fact> {
        let account = match spec.name {
            "CreditAmount" => self.transfer.paid_from,
            "DebitAmount" => self.transfer.received_in,
            _ => return None,
        };
        let bank = account.and_then(|key| self.books.bank_accounts.get(&key));
        let currency = self.books.foreign(bank.and_then(|it| it.currency));
        let decimals = self.books.decimals(currency);
        let amounts = Amounts::new(desk, &self.books, currency, decimals);
        let label = amounts.label(&words::field_label(desk.locale, spec));
        Some((label, amounts.price(found.decimal()?)))
    }
}
