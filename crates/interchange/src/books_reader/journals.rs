//! Journal entries: debits and credits as their lines say them.

use super::values::Values;
use books::documents::{JournalEntry, JournalLine, Subledgers};
use books::{Books, Object};

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

/// Fields that link to invoices, items and tax codes, or hold a quantity or a foreign amount, in
/// an order that nobody knows (SPEC-manager-records.md, 4.4).
const UNKNOWN: [u32; 9] = [5, 6, 15, 20, 21, 22, 23, 24, 30];

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
            item: values.key(1003),
            billed_on: None,
        },
        description: values.text(12),
        debit: values.decimal(13),
        credit: values.decimal(14),
        sales_invoice: values.key(1001),
        purchase_invoice: values.key(1002),
        tax_code: values.key(1004),
        quantity: values.decimal(1005),
        currency_amount: values.decimal(1006),
        division: values.key(1007),
        links: UNKNOWN
            .iter()
            .filter_map(|&it| values.any_key(it))
            .collect(),
        figures: UNKNOWN
            .iter()
            .filter_map(|&it| values.any_decimal(it))
            .collect(),
    }
}
