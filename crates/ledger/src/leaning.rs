//! Which documents others lean on, for whoever posts the books part by part.

use books::documents::Subledgers;
use books::{Books, Key};
use std::collections::BTreeSet;

/// The invoices and notes that these documents name, whether they are among them or not: what a
/// rule here may look up beside the settings. With them, each document posts by itself, and the
/// same as among all others.
pub fn invoices_named(books: &Books) -> BTreeSet<Key> {
    let mut named: BTreeSet<Option<Key>> = BTreeSet::new();
    let billed = |subledgers: &Subledgers| subledgers.billed_on;
    for invoice in books.invoices.values() {
        named.insert(invoice.invoice);
        named.extend(invoice.lines.iter().map(|line| billed(&line.subledgers)));
    }
    for document in books.money_documents.values() {
        for line in &document.lines {
            let billed = billed(&line.subledgers);
            named.extend([line.sales_invoice, line.purchase_invoice, billed]);
        }
    }
    for journal in books.journal_entries.values() {
        for line in &journal.lines {
            named.extend([line.sales_invoice, line.purchase_invoice]);
            named.extend(line.links.iter().copied().map(Some));
        }
    }
    let balances = books.starting_balances.values();
    named.extend(balances.map(|balance| balance.target));
    let notes = books.stock_notes.values();
    named.extend(notes.map(|note| note.invoice));
    let fees = books.late_payment_fees.values();
    named.extend(fees.map(|fee| fee.sales_invoice));
    let times = books.billable_times.values();
    named.extend(times.map(|time| time.sales_invoice));
    named.into_iter().flatten().collect()
}
