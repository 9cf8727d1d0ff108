//! The two real files, where they lie beside the project; figures worked out by hand.

use crate::table::table;
use crate::text::rows;
use books::{Books, Key, Object};
use interchange::BooksReader;
use ledger::{Ledger, post};
use manager_file::{Limits, ManagerFile, ObjectRow};
use reports::{
    ReportOptions, ReportTable, aged_payables, aged_receivables, balance_sheet,
    profit_and_loss_statement, tax_summary, trial_balance,
};
use std::path::Path;

/// The typed books of a sample; nothing, said aloud, when it is not there.
fn read(file_name: &str) -> Option<Books> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    let path = folder.join(file_name);
    if !path.exists() {
        println!("skipped: {file_name} is not beside the project");
        return None;
    }
    let scratch = tempfile::tempdir().expect("a folder for the private copy");
    let file = ManagerFile::open(&path, scratch.path(), &Limits::default()).expect("a whole file");
    let mut reader = BooksReader::new();
    let mut each = |row: ObjectRow| {
        if let ObjectRow::Conforming {
            key,
            content_type,
            content,
            timestamp,
            ..
        } = row
        {
            reader.add(&Object {
                key: Key::from_bytes(key),
                content_type: Key::from_bytes(content_type),
                content,
                timestamp,
            });
        }
        Ok(())
    };
    file.each_object(&mut each).expect("all rows");
    let (books, findings) = reader.finish();
    assert_eq!(findings, []);
    Some(books)
}

fn assert_nothing_left_out(ledger: &Ledger) {
    assert_eq!(ledger.suspense, []);
    assert_eq!(ledger.not_posted, []);
}

#[test]
fn the_saudi_sample_adds_up() {
    let Some(books) = read("zatca-einvoice.manager") else {
        return;
    };
    // Sales invoice: 1 × 5000 + 2 × 800 + 1 × 600 = 7200; tax 750 + 240 + 90 = 1080; 8280.
    // Credit note: 1 × 100; tax 15; 115. Receivable 8280 − 115 = 8165, sales 7200 − 100 = 7100.
    // Purchase invoice and debit note, each 2 × 500 = 1000 and tax 150, cancel out.
    // Tax, in the account the code names: 1080 − 15 − 150 + 150 = 1065.
    // Three documents' defaults lie among the records and post nothing.
    let ledger = post(&books);
    assert_nothing_left_out(&ledger);
    assert_eq!(books.invoices.len(), 4);
    let report = trial_balance(&books, &ledger, None);
    assert_eq!(report.currency, "SAR");
    assert_eq!(
        table(&report),
        [
            "Assets | BalanceSheetAccountsReceivableAccount | 8165.00 | 0.00",
            "  شركة نماذج فاتورة المحدودة | Fatoora Samples LTD | 8165.00 | 0.00 | ",
            "Liabilities | الحسابات الدائنة - ضريبة القيمة المضافة | 0.00 | 1065.00",
            "Income | ProfitAndLossStatementAccountInventorySales | 0.00 | 7100.00",
            "8165.00 | 8165.00",
        ]
    );
    // On the day of the earliest document, the sales invoice, nothing else counts yet.
    let early = books.invoices.values().filter_map(|it| it.date).min();
    let report = trial_balance(&books, &ledger, early);
    assert_eq!(report.total_debit.to_string(), "8280.00");
    assert_eq!(report.total_credit.to_string(), "8280.00");
}

#[test]
fn the_pakistani_sample_adds_up() {
    let Some(books) = read("fbr-einvoice.manager") else {
        return;
    };
    // 2 × 45 − 10 discount = 80; tax 80 × 18 / 100 = 14.40; together 94.40.
    // Withheld by amount: 5, so the customer owes 89.40.
    let ledger = post(&books);
    assert_nothing_left_out(&ledger);
    let report = trial_balance(&books, &ledger, None);
    assert_eq!(report.currency, "PKR");
    assert_eq!(
        table(&report),
        [
            "Assets | BalanceSheetAccountsReceivableAccount | 89.40 | 0.00",
            "  Test Customer | 89.40 | 0.00 | ",
            "Assets | BalanceSheetWithholdingTaxAccount | 5.00 | 0.00",
            "  Test Customer | 5.00 | 0.00 | ",
            "Liabilities | BalanceSheetTaxPayableAccount | 0.00 | 14.40",
            "Income | ProfitAndLossStatementAccountInventorySales | 0.00 | 80.00",
            "94.40 | 94.40",
        ]
    );
}

/// The row of a report that begins so.
fn line(report: &ReportTable, beginning: &str) -> String {
    let lines = rows(report).into_iter();
    let mut found = lines.filter(|line| line.starts_with(beginning));
    found.next().expect("a row that begins so")
}

#[test]
fn the_reports_of_the_saudi_sample_tell_the_same() {
    let Some(books) = read("zatca-einvoice.manager") else {
        return;
    };
    let figures = (&books, post(&books));
    let everything = ReportOptions::default();
    // Assets 8165 = tax owed 1065 + profit 7100, all of it from sales.
    let report = balance_sheet(&figures, &everything).expect("a report");
    let total = "total-liabilities-and-equity | 8165.00";
    assert_eq!(line(&report, "total-liabilities"), total);
    assert_eq!(line(&report, "  net-profit"), "  net-profit | 7100.00");
    let report = profit_and_loss_statement(&figures, &everything).expect("a report");
    assert_eq!(line(&report, "net-profit"), "net-profit | 7100.00");
    // Nobody asked for a day, so nothing is late.
    let report = aged_receivables(&figures, &everything).expect("a report");
    let total = "total | 8165.00 | 0.00 | 0.00 | 0.00 | 0.00 | 8165.00";
    assert_eq!(line(&report, "total"), total);
    let report = aged_payables(&figures, &everything).expect("a report");
    let total = "total | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00";
    assert_eq!(line(&report, "total"), total);
    // Purchases of 1000 and tax of 150 were given back.
    let report = tax_summary(&figures, &everything).expect("a report");
    let total = "total | 7100.00 | 1065.00 | 0.00 | 0.00 | 1065.00";
    assert_eq!(line(&report, "total"), total);
}

#[test]
fn the_reports_of_the_pakistani_sample_tell_the_same() {
    let Some(books) = read("fbr-einvoice.manager") else {
        return;
    };
    let figures = (&books, post(&books));
    let everything = ReportOptions::default();
    // Assets 89.40 + 5.00 withheld = tax owed 14.40 + profit 80.00.
    let report = balance_sheet(&figures, &everything).expect("a report");
    let total = "total-liabilities-and-equity | 94.40";
    assert_eq!(line(&report, "total-liabilities"), total);
    assert_eq!(line(&report, "  net-profit"), "  net-profit | 80.00");
    let report = aged_receivables(&figures, &everything).expect("a report");
    let total = "total | 89.40 | 0.00 | 0.00 | 0.00 | 0.00 | 89.40";
    assert_eq!(line(&report, "total"), total);
    let report = tax_summary(&figures, &everything).expect("a report");
    let total = "total | 80.00 | 14.40 | 0.00 | 0.00 | 14.40";
    assert_eq!(line(&report, "total"), total);
}
