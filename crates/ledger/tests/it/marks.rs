//! What postings carry beside place and amount, and headings: SPEC-posting.md, 13.

use crate::sample::*;
use books::documents::{
    DueDate, InvoiceKind, InvoiceLine, MoneyDocumentKind, MoneyLine, Subledgers, TotalRounding,
    WithholdingTax,
};
use books::inventory::{Item, KitComponent};
use books::settings::TaxRate;
use books::{Key, kinds};
use jiff::civil::date;
use ledger::{
    Figures, HeadFilter, Posting, PostingFilter, TaxRole, TaxShare, charges, codes as code, post,
};
use rust_decimal::Decimal;

const DIVISION: Key = key(0x91);

fn on(postings: &[Posting], account: Key) -> Vec<&Posting> {
    postings.iter().filter(|it| it.account == account).collect()
}

#[test]
fn an_invoice_marks_its_party_its_taxes_and_its_lines() {
    let mut books = books();
    let tax = add_tax(&mut books, 0x71, &[("5", None), ("10", Some(CITY_TAX))]);
    let line = InvoiceLine {
        division: Some(DIVISION),
        ..taxed(Some(SALES), "1", "100", tax)
    };
    let sold = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, vec![line]);
    let ledger = post(&with_invoices(books, [sold]));
    let share = |role| {
        Some(TaxShare {
            code: tax,
            role,
            is_sale: true,
        })
    };
    let found: Vec<_> = ledger
        .postings
        .iter()
        .map(|it| (it.account, it.amount, it.tax, it.invoice, it.division))
        .collect();
    // 100.00 with 5 % and 10 % on top: 115.00.
    let expected = [
        (
            SALES,
            d("-100.00"),
            share(TaxRole::Net),
            None,
            Some(DIVISION),
        ),
        (
            TAX,
            d("-5.00"),
            share(TaxRole::Tax(0)),
            None,
            Some(DIVISION),
        ),
        (
            CITY_TAX,
            d("-10.00"),
            share(TaxRole::Tax(1)),
            None,
            Some(DIVISION),
        ),
        (RECEIVABLE, d("115.00"), None, Some(key(1)), None),
    ];
    assert_eq!(found, expected);
    assert!(
        ledger
            .postings
            .iter()
            .all(|it| it.contact == Some(CUSTOMER))
    );
}

#[test]
fn reverse_charged_and_zero_rated_lines_are_marked_too() {
    let mut books = books();
    let part = books::settings::TaxComponent {
        name: String::new(),
        rate: d("20"),
        account: None,
    };
    let reverse = add_tax_code(&mut books, 0x71, TaxRate::Custom(vec![part]), true);
    let zero = add_tax_code(&mut books, 0x72, TaxRate::Zero, false);
    let lines = vec![
        taxed(Some(RENT), "1", "100", reverse),
        taxed(Some(RENT), "1", "50", zero),
    ];
    let bought = invoice(1, InvoiceKind::PurchaseInvoice, SUPPLIER, lines);
    let ledger = post(&with_invoices(books, [bought]));
    let found: Vec<_> = ledger
        .postings
        .iter()
        .filter_map(|it| {
            it.tax
                .map(|tax| (tax.code, tax.role, tax.is_sale, it.amount))
        })
        .collect();
    // 20 % of 100: 20.00 debit and credit; nothing on the 50.
    let expected = [
        (reverse, TaxRole::Net, false, d("100.00")),
        (reverse, TaxRole::Tax(0), false, d("20.00")),
        (reverse, TaxRole::ReverseCharge(0), false, d("-20.00")),
        (zero, TaxRole::Net, false, d("50.00")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn notes_and_receipts_name_the_invoice_under_the_party_only() {
    let sold = invoice(
        1,
        InvoiceKind::SalesInvoice,
        CUSTOMER,
        vec![line(Some(SALES), "1", "100")],
    );
    let mut note = invoice(
        2,
        InvoiceKind::CreditNote,
        CUSTOMER,
        vec![line(Some(SALES), "1", "10")],
    );
    note.invoice = Some(sold.key);
    let settles = |account, amount| MoneyLine {
        subledgers: for_customer(CUSTOMER),
        sales_invoice: Some(key(1)),
        ..money_line(account, amount)
    };
    let lines = vec![settles(RECEIVABLE, "60"), settles(SALES, "5")];
    let mut receipt = money(MoneyDocumentKind::Receipt, BANK, lines);
    receipt.contact = Some(CUSTOMER);
    let ledger = post(&with_money(with_invoices(books(), [sold, note]), receipt));
    let of_party: Vec<Decimal> = on(&ledger.postings, RECEIVABLE)
        .iter()
        .filter(|it| it.invoice == Some(key(1)))
        .map(|it| it.amount)
        .collect();
    assert_eq!(of_party.iter().sum::<Decimal>(), d("30.00"));
    assert_eq!(of_party.len(), 3);
    assert!(
        on(&ledger.postings, SALES)
            .iter()
            .all(|it| it.invoice.is_none())
    );
    assert!(
        ledger
            .postings
            .iter()
            .all(|it| it.contact == Some(CUSTOMER))
    );
}

fn item_line(item: Key, quantity: &str, price: &str) -> InvoiceLine {
    InvoiceLine {
        subledgers: Subledgers {
            item: Some(item),
            ..Subledgers::default()
        },
        ..line(None, quantity, price)
    }
}

#[test]
fn a_kit_takes_its_components_from_stock() {
    let mut books = books();
    let kit = Item {
        key: key(0x55),
        kind: kinds::INVENTORY_KIT,
        components: vec![KitComponent {
            item: ITEM,
            quantity: d("3"),
        }],
        ..books.items[&ITEM].clone()
    };
    books.items.insert(kit.key, kit);
    let bought = vec![item_line(ITEM, "10", "6")];
    let sold = vec![item_line(key(0x55), "2", "50")];
    let ledger = post(&with_invoices(
        books,
        [
            invoice(1, InvoiceKind::PurchaseInvoice, SUPPLIER, bought),
            invoice(2, InvoiceKind::SalesInvoice, CUSTOMER, sold),
        ],
    ));
    // Two kits of three: 6 units at 6.00 = 36.00; 4 units and 24.00 are left.
    assert_base(
        &ledger,
        &[
            (PAYABLE, Some(SUPPLIER), "-60.00"),
            (RECEIVABLE, Some(CUSTOMER), "100.00"),
            (INVENTORY_SALES, None, "-100.00"),
            (INVENTORY_COST, None, "36.00"),
            (STOCK, Some(ITEM), "24.00"),
        ],
    );
    let moved: Vec<_> = on(&ledger.postings, STOCK)
        .iter()
        .filter_map(|it| it.quantity)
        .collect();
    assert_eq!(moved, [d("10"), d("-6")]);
}

#[test]
fn a_non_inventory_item_posts_to_its_own_accounts() {
    let mut books = books();
    let service = Item {
        key: key(0x56),
        kind: kinds::NON_INVENTORY_ITEM,
        sales_account: Some(SALES),
        purchases_account: Some(RENT),
        ..books.items[&ITEM].clone()
    };
    books.items.insert(service.key, service);
    let line = |price| vec![item_line(key(0x56), "1", price)];
    let ledger = post(&with_invoices(
        books,
        [
            invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, line("100")),
            invoice(2, InvoiceKind::PurchaseInvoice, SUPPLIER, line("40")),
        ],
    ));
    assert_base(
        &ledger,
        &[
            (RECEIVABLE, Some(CUSTOMER), "100.00"),
            (SALES, None, "-100.00"),
            (PAYABLE, Some(SUPPLIER), "-40.00"),
            (RENT, None, "40.00"),
        ],
    );
}

#[test]
fn totals_are_rounded_before_tax_is_withheld() {
    const ROUNDING: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_ROUNDING_EXPENSE;
    // 99.50: nearest 100.00 (0.50 credit), down 99.00 (0.50 debit). Withheld: 10 % of 99.50 = 9.95.
    for (way, rounded, owed) in [
        (TotalRounding::Nearest, "-0.50", "90.05"),
        (TotalRounding::Down, "0.50", "89.05"),
    ] {
        let lines = vec![line(Some(SALES), "1", "99.50")];
        let mut sold = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, lines);
        sold.rounding = Some(way);
        sold.withholding_tax = Some(WithholdingTax::Rate(d("10")));
        let books = with_invoices(books(), [sold.clone()]);
        let ledger = post(&books);
        assert_base(
            &ledger,
            &[
                (RECEIVABLE, Some(CUSTOMER), owed),
                (WITHHELD, Some(CUSTOMER), "9.95"),
                (ROUNDING, None, rounded),
                (SALES, None, "-99.50"),
            ],
        );
        assert_eq!(ledger.heads[0].total, Some(d(owed)));
        assert_eq!(charges(&books, &sold).expect("figures").total, d(owed));
    }
}

#[test]
fn tax_withheld_from_a_supplier_is_owed_to_the_state() {
    // 200 rent, 10 % withheld: 20.00 is owed to the state and 180.00 to the supplier.
    let lines = vec![line(Some(RENT), "1", "200")];
    let mut bought = invoice(1, InvoiceKind::PurchaseInvoice, SUPPLIER, lines);
    bought.withholding_tax = Some(WithholdingTax::Rate(d("10")));
    let ledger = post(&with_invoices(books(), [bought]));
    let payable = kinds::BALANCE_SHEET_WITHHOLDING_TAX_PAYABLE_ACCOUNT;
    assert_base(
        &ledger,
        &[
            (PAYABLE, Some(SUPPLIER), "-180.00"),
            (payable, Some(SUPPLIER), "-20.00"),
            (RENT, None, "200.00"),
        ],
    );
}

#[test]
fn every_document_has_a_heading_that_is_found_again() {
    let mut sold = invoice(
        1,
        InvoiceKind::SalesInvoice,
        DOLLAR_CUSTOMER,
        vec![line(Some(SALES), "2", "50.25")],
    );
    sold.due = DueDate::Days(30);
    sold.reference = "INV-1".to_owned();
    sold.rate = Some(books::settings::DocumentRate {
        value: d("3.75"),
        inverse: false,
    });
    let mut undated = invoice(2, InvoiceKind::PurchaseInvoice, SUPPLIER, vec![]);
    undated.date = None;
    let receipt = money(
        MoneyDocumentKind::Receipt,
        BANK,
        vec![money_line(SALES, "7")],
    );
    let mut books = with_money(with_invoices(books(), [sold, undated]), receipt);
    books.unreadable_records.insert(key(9), kinds::PAYMENT);
    let ledger = post(&books);
    let figures = (books, ledger);
    let head = |number| {
        figures
            .head(key(number))
            .expect("in memory")
            .expect("a heading")
    };
    let sold = head(1);
    assert_eq!(sold.due_date, Some(date(2026, 4, 30)));
    assert_eq!(sold.reference, "INV-1");
    assert_eq!(
        (sold.contact, sold.currency),
        (Some(DOLLAR_CUSTOMER), Some(DOLLAR))
    );
    // 2 × 50.25 in dollars.
    assert_eq!(sold.total, Some(d("100.50")));
    assert_eq!((head(2).date, head(2).total), (None, None));
    assert_eq!(
        (head(0xa1).bank_account, head(0xa1).total),
        (Some(BANK), Some(d("7.00")))
    );
    assert_eq!(head(9).kind, kinds::PAYMENT);
    assert_eq!(figures.head(NOWHERE).expect("in memory"), None);
    let filter = HeadFilter {
        kinds: Some(vec![kinds::SALES_INVOICE, kinds::RECEIPT]),
        from: Some(DAY),
        to: Some(DAY),
        contact: None,
    };
    let mut seen = Vec::new();
    figures
        .each_head(&filter, &mut |head| {
            seen.push(head.document);
            Ok(())
        })
        .expect("in memory");
    seen.sort();
    assert_eq!(seen, [key(1), key(0xa1)]);
}

#[test]
fn the_postings_of_a_document_are_found_without_the_others() {
    let line = || vec![line(Some(SALES), "1", "10")];
    let sold = |number| invoice(number, InvoiceKind::SalesInvoice, CUSTOMER, line());
    let books = with_invoices(books(), (1..20).map(sold));
    let figures = (books.clone(), post(&books));
    for number in 1..20 {
        let filter = PostingFilter {
            document: Some(key(number)),
            ..PostingFilter::default()
        };
        let mut amounts = Vec::new();
        figures
            .each_posting(&filter, &mut |posting| {
                assert_eq!(posting.document, key(number));
                amounts.push(posting.amount);
                Ok(())
            })
            .expect("in memory");
        assert_eq!(amounts, [d("-10.00"), d("10.00")]);
    }
}

#[test]
fn units_arrive_even_when_nobody_knows_what_they_are_worth() {
    // Bought in dollars without a rate: the value waits in Suspense, the units are there.
    let mut books = books();
    let supplier = books.parties.get_mut(&SUPPLIER).expect("the supplier");
    supplier.currency = Some(DOLLAR);
    let lines = vec![item_line(ITEM, "4", "2")];
    let bought = invoice(1, InvoiceKind::PurchaseInvoice, SUPPLIER, lines);
    let ledger = post(&with_invoices(books, [bought]));
    let stock = on(&ledger.postings, STOCK);
    assert_eq!(stock.len(), 1);
    assert_eq!(
        (stock[0].quantity, stock[0].amount),
        (Some(d("4")), Decimal::ZERO)
    );
    assert_eq!(codes(&ledger)[0].0, code::RATE_UNKNOWN);
}
