//! Journal entries and starting balances.

use super::values::Values;
use books::accounts::StartingBalance;
use books::documents::{JournalEntry, JournalLine, Subledgers};
use books::{Books, Object, kinds};
use rust_decimal::Decimal;

pub(super) fn read_journal_entry(books: &mut Books, object: &Object, values: &Values<'_>) {
    let mut journal = JournalEntry {
        key: object.key,
        date: values.date(1),
        reference: values.text(2),
        narration: values.text(3),
        currency: values.key(8),
        lines: values.each(14, read_line),
        unread: Vec::new(),
    };
    journal.unread = values.with_damage(Vec::new());
    books.journal_entries.insert(object.key, journal);
}

fn read_line(values: &Values<'_>) -> JournalLine {
    JournalLine {
        account: values.key(1),
        subledgers: Subledgers {
            customer: values.key(2),
            supplier: values.key(3),
            employee: values.key(4),
            special_account: values.key(8),
            fixed_asset: values.key(9),
            intangible_asset: values.key(10),
            capital_account: values.key(11),
            sub_account: values.key(17),
            expense_claims_payer: values.key(18),
            investment: values.key(26),
            bank_account: values.key(29),
            ..Subledgers::default()
        },
        description: values.text(12),
        debit: values.decimal(13),
        credit: values.decimal(14),
    }
}

pub(super) fn read_starting_balance(books: &mut Books, object: &Object, values: &Values<'_>) {
    let target = values.key(1);
    let amount = if object.content_type == kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE {
        values.decimal(2).unwrap_or(Decimal::ZERO)
    } else {
        let amount = values.decimal(3).unwrap_or(Decimal::ZERO);
        let is_credit = values.integer(2).unwrap_or(0) == 1;
        if is_credit { -amount } else { amount }
    };
    let balance = StartingBalance {
        key: object.key,
        kind: object.content_type,
        target,
        amount,
    };
    books.starting_balances.insert(object.key, balance);
}
