//! Taxes on the lines of documents, as SPEC-posting.md, section 4, has them.

use crate::sample::*;
use books::documents::InvoiceKind::{CreditNote, PurchaseInvoice, SalesInvoice};
use books::settings::{TaxComponent, TaxRate};
use ledger::{codes as code, post};

#[test]
fn tax_inside_and_on_top_with_two_components() {
    // Rates 9 % and 6 % to accounts of their own. On top of 100: 9.00 + 6.00 = 115.00.
    // Inside 100: 100 × 9 / 115 = 7.826 → 7.83; 100 × 6 / 115 = 5.217 → 5.22; net 86.95.
    for (included, owed, net, nine, six) in [
        (false, "115.00", "-100.00", "-9.00", "-6.00"),
        (true, "100.00", "-86.95", "-7.83", "-5.22"),
    ] {
        let mut books = books();
        let tax = add_tax(&mut books, 0x71, &[("9", None), ("6", Some(CITY_TAX))]);
        let lines = vec![taxed(Some(SALES), "1", "100", tax)];
        let mut sold = invoice(1, SalesInvoice, CUSTOMER, lines);
        sold.amounts_include_tax = included;
        let ledger = post(&with_invoices(books, [sold]));
        assert_base(
            &ledger,
            &[
                (RECEIVABLE, Some(CUSTOMER), owed),
                (SALES, None, net),
                (TAX, None, nine),
                (CITY_TAX, None, six),
            ],
        );
    }
}

#[test]
fn tax_is_rounded_by_line_and_by_the_currency() {
    // Three lines of 0.35 at 15 %: 0.0525 → 0.05 each, not 0.1575 → 0.16 together.
    let mut books = books();
    let tax = add_tax(&mut books, 0x71, &[("15", None)]);
    let lines = vec![taxed(Some(SALES), "1", "0.35", tax); 3];
    let sold = invoice(1, SalesInvoice, CUSTOMER, lines);
    let mut books = with_invoices(books, [sold]);
    let ledger = post(&books);
    let expected = [
        (RECEIVABLE, Some(CUSTOMER), "1.20"),
        (SALES, None, "-1.05"),
        (TAX, None, "-0.15"),
    ];
    assert_base(&ledger, &expected);
    // With three decimals: 0.0525 → 0.053 each, half away from zero.
    books.base_currency.decimals = 3;
    assert_eq!(
        base(&post(&books))
            .iter()
            .find(|it| it.0 == TAX)
            .map(|it| it.2),
        Some(d("-0.159"))
    );
    // With none: 0.35 → 0 and so is the tax; nothing is left to post.
    books.base_currency.decimals = 0;
    assert_eq!(post(&books).postings, []);
}

#[test]
fn zero_rated_and_whole_codes() {
    let mut books = books();
    let zero = add_tax_code(&mut books, 0x71, TaxRate::Zero, false);
    let whole = add_tax_code(
        &mut books,
        0x72,
        TaxRate::Whole {
            account: Some(CITY_TAX),
        },
        false,
    );
    let lines = vec![
        taxed(Some(RENT), "1", "100", zero),
        taxed(Some(RENT), "1", "15", whole),
    ];
    let bought = invoice(1, PurchaseInvoice, SUPPLIER, lines);
    let ledger = post(&with_invoices(books, [bought]));
    let expected = [
        (PAYABLE, Some(SUPPLIER), "-115.00"),
        (RENT, None, "100.00"),
        (CITY_TAX, None, "15.00"),
    ];
    assert_base(&ledger, &expected);
}

#[test]
fn reverse_charge_shows_the_tax_and_owes_none() {
    let part = TaxComponent {
        name: String::new(),
        rate: d("15"),
        account: None,
    };
    for (kind, party, account, owed) in [
        (PurchaseInvoice, SUPPLIER, RENT, ("-100.00", "100.00", 4)),
        (SalesInvoice, CUSTOMER, SALES, ("100.00", "-100.00", 2)),
    ] {
        let mut books = books();
        let rate = TaxRate::Custom(vec![part.clone()]);
        let tax = add_tax_code(&mut books, 0x71, rate, true);
        let mut invoice = invoice(1, kind, party, vec![taxed(Some(account), "1", "100", tax)]);
        invoice.amounts_include_tax = true;
        let ledger = post(&with_invoices(books, [invoice]));
        let control = if party == CUSTOMER {
            RECEIVABLE
        } else {
            PAYABLE
        };
        assert_base(
            &ledger,
            &[(control, Some(party), owed.0), (account, None, owed.1)],
        );
        assert_eq!(ledger.postings.len(), owed.2);
        let taxes = ledger.postings.iter().filter(|it| it.account == TAX);
        assert!(taxes.clone().all(|it| it.amount.abs() == d("15.00")));
    }
}

#[test]
fn tax_that_means_nothing_leaves_the_line_in_suspense() {
    let mut books = books();
    let impossible = add_tax(&mut books, 0x71, &[("-100", None)]);
    let unknown = add_tax_code(&mut books, 0x72, TaxRate::Unknown(7), false);
    let nowhere = add_tax(&mut books, 0x73, &[("10", Some(NOWHERE))]);
    let lines = vec![
        taxed(Some(SALES), "1", "10", NOWHERE),
        taxed(Some(SALES), "1", "20", impossible),
        taxed(Some(SALES), "1", "30", unknown),
        taxed(Some(SALES), "1", "40", nowhere),
    ];
    // A credit note: the customer's credit is 10 + 20 + 30 + 40 + 4 tax.
    let note = invoice(1, CreditNote, CUSTOMER, lines);
    let ledger = post(&with_invoices(books, [note]));
    let expected = [
        (RECEIVABLE, Some(CUSTOMER), "-104.00"),
        (SUSPENSE, None, "64.00"),
        (SALES, None, "40.00"),
    ];
    assert_base(&ledger, &expected);
    let expected = [
        (code::TAX_CODE_UNKNOWN, Some(0)),
        (code::TAX_RATE_UNKNOWN, Some(1)),
        (code::TAX_RATE_UNKNOWN, Some(2)),
        (code::ACCOUNT_UNKNOWN, Some(3)),
    ];
    assert_eq!(codes(&ledger), expected);
}
