//! What a document comes to is what it posts.

use crate::sample::*;
use books::documents::InvoiceKind::SalesInvoice;
use books::documents::WithholdingTax;
use ledger::{charges, post};

#[test]
fn the_total_on_paper_is_what_the_customer_owes_in_the_books() {
    // On top of 100: 9.00 + 6.00; inside 100: 7.83 and 5.22 (SPEC-posting.md, 4.1). Withheld 5.
    for (included, subtotal, nine, six, total) in [
        (false, "100.00", "9.00", "6.00", "110.00"),
        (true, "86.95", "7.83", "5.22", "95.00"),
    ] {
        let mut books = books();
        let tax = add_tax(&mut books, 0x71, &[("9", None), ("6", Some(CITY_TAX))]);
        let lines = vec![taxed(Some(SALES), "1", "100", tax)];
        let mut sold = invoice(1, SalesInvoice, CUSTOMER, lines);
        sold.amounts_include_tax = included;
        sold.withholding_tax = Some(WithholdingTax::Amount(d("5")));
        let charged = charges(&books, &sold).expect("small amounts");
        assert_eq!(charged.subtotal, d(subtotal));
        let taxes: Vec<_> = charged
            .taxes
            .iter()
            .map(|it| (it.component, it.amount))
            .collect();
        assert_eq!(taxes, [(0, d(nine)), (1, d(six))]);
        assert_eq!(charged.withheld, d("5"));
        assert_eq!(charged.total, d(total));
        let ledger = post(&with_invoices(books, [sold]));
        let owed = ledger.postings.iter().find(|it| it.account == RECEIVABLE);
        assert_eq!(owed.map(|it| it.amount), Some(charged.total));
    }
}
