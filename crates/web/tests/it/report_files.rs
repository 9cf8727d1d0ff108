//! The files of reports as other programs read them: what the rows are is said above them, and
//! days are `yyyy-MM-dd` wherever they stand (SPEC-reports.md, 4.4).

use crate::bench::{Bench, CUSTOMER, SALES, key};
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{Plain, from_plain};

const INVOICE: Key = key(0x51);

fn text(text: &str) -> Plain {
    Plain::Text(text.to_owned())
}

fn map(members: &[(&str, Plain)]) -> Plain {
    let members = members.iter().cloned();
    Plain::Map(members.map(|(name, it)| (name.to_owned(), it)).collect())
}

/// A business with one invoice over 40.00 of 4 May 2026.
fn business(bench: &Bench) -> Key {
    let business = bench.small_business();
    let line = map(&[
        ("Account", text(&SALES.to_string())),
        ("SalesUnitPrice", text("40.00")),
    ]);
    let invoice = map(&[
        ("IssueDate", text("2026-05-04")),
        ("Reference", text("INV-7")),
        ("Customer", text(&CUSTOMER.to_string())),
        ("Lines", Plain::List(vec![line])),
    ]);
    let content = from_plain(kinds::SALES_INVOICE, &[], &invoice).expect("an invoice");
    bench.puts(business, INVOICE, kinds::SALES_INVOICE, &content);
    business
}

async fn csv(bench: &Bench, business: Key, rest: &str) -> String {
    let path = format!("/businesses/{business}/reports/{rest}&bom=no");
    let file = bench.get(&path).await;
    assert_eq!(file.status, StatusCode::OK, "{rest}: {}", file.text());
    file.text()
}

#[tokio::test]
async fn rows_of_days_have_a_column_of_days_and_what_they_stand_under() {
    let bench = Bench::new();
    let business = business(&bench);
    let statement = csv(
        &bench,
        business,
        "customer-statement-transactions.csv?period=everything",
    )
    .await;
    let mut lines = statement.lines();
    let heading = lines.next().expect("a heading");
    assert!(
        heading.starts_with("Customer,Date,Transaction,"),
        "{statement}"
    );
    let line = lines.find(|line| line.contains("INV-7")).expect("a line");
    assert!(
        line.starts_with("Karim & Sons,2026-05-04,Sales Invoice,INV-7,"),
        "{statement}"
    );
    let ledger = "general-ledger-transactions.csv?period=everything";
    let ledger = csv(&bench, business, ledger).await;
    assert!(ledger.starts_with("Account,Date,"), "{ledger}");
    assert!(ledger.contains("\nSales,2026-05-04,"), "{ledger}");
}

#[tokio::test]
async fn the_first_heading_says_what_the_rows_are() {
    let bench = Bench::new();
    let business = business(&bench);
    for (name, heading) in [
        ("aged-receivables", "Customer,"),
        ("aged-payables", "Supplier,"),
        ("tax-summary", "Tax code,"),
        ("bank-account-summary", "Bank account,"),
        ("inventory-value", "Inventory Item,"),
        ("trial-balance", "Account,"),
        ("twelve-months", "Month,"),
    ] {
        let file = csv(&bench, business, &format!("{name}.csv?to=2026-12-31")).await;
        assert!(file.starts_with(heading), "{name}: {file}");
    }
}

#[tokio::test]
async fn days_in_headings_and_labels_are_those_of_programs() {
    let bench = Bench::new();
    let business = business(&bench);
    let sheet = "balance-sheet.csv?as_at=2026-05-31&compare=previous-year";
    let sheet = csv(&bench, business, sheet).await;
    assert!(
        sheet.starts_with("Account,2026-05-31,2025-05-31"),
        "{sheet}"
    );
    let profit = "profit-and-loss-statement.csv?from=2026-05-01&to=2026-05-31\
                  &compare=previous-period";
    let profit = csv(&bench, business, profit).await;
    assert!(profit.starts_with("Account,2026-05,2026-04"), "{profit}");
    let months = csv(&bench, business, "twelve-months.csv?to=2026-05-31").await;
    assert!(months.contains("\n2026-05,40.00,"), "{months}");
    assert!(months.contains("\n2025-06,"), "{months}");
}
