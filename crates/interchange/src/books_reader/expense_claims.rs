//! Expense claims: what somebody paid for the business, read by the numbers of purchases.

use super::invoices::read_line;
use super::values::Values;
use books::documents::ExpenseClaim;
use books::{Books, Object};

/// The lines are numbered like those of purchases as far as anybody describes them, and are read
/// as such (SPEC-manager-records.md, 4.14).
pub(super) fn read(books: &mut Books, object: &Object, values: &Values<'_>) {
    let mut claim = ExpenseClaim {
        key: object.key,
        date: values.date(1),
        reference: values.text(5),
        payee: values.text(7),
        description: values.text(3),
        paid_by: values.key(9),
        amounts_include_tax: values.flag(16),
        lines: values.each(18, read_line),
        unread: Vec::new(),
    };
    claim.unread = values.with_damage(Vec::new());
    books.expense_claims.insert(object.key, claim);
}
