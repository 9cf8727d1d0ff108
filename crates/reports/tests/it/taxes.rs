//! Tax summary and tax transactions.

use crate::text::{columns, rows};
use crate::world::{PAYABLE, RECEIVABLE, TAX_PAYABLE, World, between, key};
use books::Books;
use books::kinds::{self, groups};
use books::parties::PartyKind;
use jiff::civil::date;
use ledger::{Ledger, TaxRole};
use reports::{Link, ReportOptions, tax_summary, tax_transactions};

const VAT: u8 = 0x61;
const GST: u8 = 0x62;
const IMPORT: u8 = 0x63;

/// A sale and its credit note, a purchase, a sale with two components, a reverse charge.
fn trader() -> (Books, Ledger) {
    let mut world = World::new();
    let sales = world.account(0x11, groups::INCOME, "Sales", "");
    let costs = world.account(0x12, groups::EXPENSES, "Costs", "");
    let vat = world.tax_code(VAT, "VAT 15%", &[("VAT", 15)]);
    let gst = world.tax_code(GST, "GST 18%", &[("CGST", 9), ("SGST", 9)]);
    let import = world.tax_code(IMPORT, "Import", &[("VAT", 10)]);
    let rahim = world.party(0x31, PartyKind::Customer, "Rahim");
    let karim = world.party(0x32, PartyKind::Supplier, "Karim");
    // A sale of 200 + 30, of which 40 + 6 is taken back.
    let paper = world.paper(0x51, kinds::SALES_INVOICE, date(2026, 1, 10));
    let paper = paper.contact(rahim).put(RECEIVABLE, "230").under(rahim);
    let paper = paper.put(sales, "-200").tax(vat, TaxRole::Net, true);
    paper
        .put(TAX_PAYABLE, "-30")
        .tax(vat, TaxRole::Tax(0), true);
    let paper = world.paper(0x52, kinds::CREDIT_NOTE, date(2026, 1, 20));
    let paper = paper.contact(rahim).put(RECEIVABLE, "-46").under(rahim);
    let paper = paper.put(sales, "40").tax(vat, TaxRole::Net, true);
    paper.put(TAX_PAYABLE, "6").tax(vat, TaxRole::Tax(0), true);
    // A purchase of 100 + 15.
    let paper = world.paper(0x53, kinds::PURCHASE_INVOICE, date(2026, 1, 31));
    let paper = paper.contact(karim).put(PAYABLE, "-115").under(karim);
    let paper = paper.put(costs, "100").tax(vat, TaxRole::Net, false);
    paper
        .put(TAX_PAYABLE, "15")
        .tax(vat, TaxRole::Tax(0), false);
    // A sale of 50 with two taxes of 4.50, in February.
    let paper = world.paper(0x54, kinds::SALES_INVOICE, date(2026, 2, 1));
    let paper = paper.contact(rahim).put(RECEIVABLE, "59").under(rahim);
    let paper = paper.put(sales, "-50").tax(gst, TaxRole::Net, true);
    let paper = paper
        .put(TAX_PAYABLE, "-4.50")
        .tax(gst, TaxRole::Tax(0), true);
    paper
        .put(TAX_PAYABLE, "-4.50")
        .tax(gst, TaxRole::Tax(1), true);
    // An import of 80 whose tax of 8 we owe ourselves and take back at once.
    let paper = world.paper(0x55, kinds::PURCHASE_INVOICE, date(2026, 2, 2));
    let paper = paper.contact(karim).put(PAYABLE, "-80").under(karim);
    let paper = paper.put(costs, "80").tax(import, TaxRole::Net, false);
    let paper = paper
        .put(TAX_PAYABLE, "8")
        .tax(import, TaxRole::Tax(0), false);
    paper
        .put(TAX_PAYABLE, "-8")
        .tax(import, TaxRole::ReverseCharge(0), false);
    // The office is paid 9: no tax of a code.
    let paper = world.paper(0x56, kinds::PAYMENT, date(2026, 2, 3));
    paper.put(TAX_PAYABLE, "9").put(crate::world::CASH, "-9");
    world.figures()
}

#[test]
fn taxes_are_summed_by_code_and_component() {
    let report = tax_summary(&trader(), &ReportOptions::default()).expect("a report");
    // VAT: sales 200 − 40, tax 30 − 6; purchases 100 and 15; payable 24 − 15.
    // Payable in all 24 + 9 + 8 − 15 − 8 = 18; on the account −30 + 6 + 15 − 9 + 0 = −18.
    assert_eq!(
        rows(&report),
        [
            "GST 18% | 50.00 | 9.00 | 0.00 | 0.00 | 9.00",
            "  CGST |  | 4.50 |  | 0.00 | 4.50",
            "  SGST |  | 4.50 |  | 0.00 | 4.50",
            "Import | 0.00 | 8.00 | 80.00 | 8.00 | 0.00",
            "VAT 15% | 160.00 | 24.00 | 100.00 | 15.00 | 9.00",
            "total | 210.00 | 41.00 | 180.00 | 23.00 | 18.00",
        ]
    );
    let expected = [
        "net-sales",
        "tax-on-sales",
        "net-purchases",
        "tax-on-purchases",
        "tax-payable",
    ];
    assert_eq!(columns(&report), expected);
    let reports::Cell::Amount { link, .. } = &report.rows[4].cells[1] else {
        panic!("a tax has an amount");
    };
    let expected = Link::Report {
        name: "tax-transactions",
        about: Some(key(VAT)),
        period: ReportOptions::default().period,
    };
    assert_eq!(link.as_ref(), Some(&expected));
}

#[test]
fn only_the_period_and_the_code_asked_for_count() {
    let january = between(date(2026, 1, 1), date(2026, 1, 31));
    let report = tax_summary(&trader(), &january).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "VAT 15% | 160.00 | 24.00 | 100.00 | 15.00 | 9.00",
            "total | 160.00 | 24.00 | 100.00 | 15.00 | 9.00",
        ]
    );
    let about = ReportOptions {
        about: Some(key(IMPORT)),
        ..ReportOptions::default()
    };
    let report = tax_summary(&trader(), &about).expect("a report");
    assert_eq!(
        rows(&report).pop().as_deref(),
        Some("total | 0.00 | 8.00 | 80.00 | 8.00 | 0.00")
    );
}

#[test]
fn the_documents_of_a_code_are_listed_by_side() {
    let about = |number| ReportOptions {
        about: Some(key(number)),
        ..ReportOptions::default()
    };
    let report = tax_transactions(&trader(), &about(VAT)).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "VAT 15%",
            "  sales",
            "    2026-01-10 | SalesInvoice | No. 81 | Rahim | 200.00 | 30.00",
            "    2026-01-20 | CreditNote | No. 82 | Rahim | -40.00 | -6.00",
            "  Total sales |  |  |  | 160.00 | 24.00",
            "  purchases",
            "    2026-01-31 | PurchaseInvoice | No. 83 | Karim | 100.00 | 15.00",
            "  Total purchases |  |  |  | 100.00 | 15.00",
        ]
    );
    let report = tax_transactions(&trader(), &about(IMPORT)).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Import",
            "  purchases",
            "    2026-02-02 | PurchaseInvoice | No. 85 | Karim | 80.00 | 8.00",
            "  Total purchases |  |  |  | 80.00 | 8.00",
        ]
    );
    let all = tax_transactions(&trader(), &ReportOptions::default()).expect("a report");
    let codes = rows(&all).into_iter().filter(|row| !row.starts_with(' '));
    let codes: Vec<String> = codes.collect();
    assert_eq!(codes, ["GST 18%", "Import", "VAT 15%"]);
}
