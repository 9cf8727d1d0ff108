//! What a bookkeeper meets in the settings: rates typed both ways, the lock that says itself before
//! anybody types for nothing, and the ways back to where a setting is kept.

use crate::bench::{Bench, CUSTOMER, SALES, key};
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{Plain, from_plain};

const DOLLAR: Key = key(0x61);
const INVOICE: Key = key(0x62);

fn text(text: &str) -> Plain {
    Plain::Text(text.to_owned())
}

fn map(members: &[(&str, Plain)]) -> Plain {
    let members = members.iter().cloned();
    Plain::Map(members.map(|(name, it)| (name.to_owned(), it)).collect())
}

#[tokio::test]
async fn rates_that_do_not_agree_are_refused_and_the_changed_one_never_silently_lost() {
    let bench = Bench::new();
    let business = bench.small_business();
    let dollar = map(&[("Code", text("USD")), ("Name", text("US dollar"))]);
    let dollar = from_plain(kinds::FOREIGN_CURRENCY, &[], &dollar).expect("a currency");
    bench.puts(business, DOLLAR, kinds::FOREIGN_CURRENCY, &dollar);
    let list = format!("/businesses/{business}/records/exchange-rates");
    let currency = DOLLAR.to_string();
    let rate = |rate: &'static str, inverse: &'static str| {
        [
            ("Date", "2026-05-04".to_owned()),
            ("Currency", currency.clone()),
            ("Rate", rate.to_owned()),
            ("InverseRate", inverse.to_owned()),
        ]
    };
    let sent = |fields: [(&'static str, String); 4]| {
        let (bench, list) = (&bench, &list);
        async move {
            let pairs: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, it)| (*name, it.as_str()))
                .collect();
            bench.post(list, &pairs).await
        }
    };
    let refused = sent(rate("84", "0.5")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text().contains("do not agree"),
        "{}",
        refused.text()
    );
    let record = sent(rate("", "0.0125")).await.location();
    // 1 / 0.0125 = 80. Whoever types 85 beside it is asked which of the two is meant.
    let form = bench.get(&format!("{record}/edit")).await;
    let base = form.hidden("base");
    let mut fields: Vec<(&str, String)> = rate("85", "0.0125").to_vec();
    fields.push(("base", base));
    let pairs: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, it)| (*name, it.as_str()))
        .collect();
    let refused = bench.post(&record, &pairs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text().contains("do not agree"),
        "{}",
        refused.text()
    );
    let page = bench.get(&record).await.text();
    assert!(page.contains(">80<"), "{page}");
}

#[tokio::test]
async fn the_form_of_a_locked_document_says_so_at_once() {
    let bench = Bench::new();
    let business = bench.small_business();
    let line = map(&[
        ("Account", text(&SALES.to_string())),
        ("SalesUnitPrice", text("40.00")),
    ]);
    let invoice = map(&[
        ("IssueDate", text("2026-05-04")),
        ("Customer", text(&CUSTOMER.to_string())),
        ("Lines", Plain::List(vec![line])),
    ]);
    let invoice = from_plain(kinds::SALES_INVOICE, &[], &invoice).expect("an invoice");
    bench.puts(business, INVOICE, kinds::SALES_INVOICE, &invoice);
    let edit = format!("/businesses/{business}/record/{INVOICE}/edit");
    assert!(
        !bench
            .get(&edit)
            .await
            .text()
            .contains("The books are locked")
    );
    let lock = map(&[
        ("Date", text("2026-05-31")),
        ("LockAccountingPeriods", Plain::Flag(true)),
    ]);
    let lock = from_plain(kinds::LOCK_DATE, &[], &lock).expect("a lock date");
    bench.puts(business, kinds::LOCK_DATE, kinds::LOCK_DATE, &lock);
    let form = bench.get(&edit).await.text();
    assert!(
        form.contains("The books are locked up to 31/05/2026"),
        "{form}"
    );
}

#[tokio::test]
async fn built_in_accounts_lead_back_to_the_chart_and_are_not_copied() {
    let bench = Bench::new();
    let business = bench.small_business();
    let home = format!("/businesses/{business}");
    let account = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
    let record = format!("{home}/record/{account}");
    let chart = format!("href=\"{home}/chart-of-accounts\"");
    // Nobody changed it yet: there is nothing to look at, and Cancel leads to the chart.
    let form = bench.get(&format!("{record}/edit")).await;
    let base = form.hidden("base");
    let page = form.text();
    assert!(page.contains(&chart), "{page}");
    assert!(page.contains("keep the name"), "{page}");
    assert!(!page.contains(&format!("href=\"{record}\"")), "{page}");
    let renamed = [("base", base.as_str()), ("Name", "Debtors")];
    bench.post(&record, &renamed).await.location();
    let page = bench.get(&record).await.text();
    assert!(page.contains(&chart), "{page}");
    assert!(!page.contains("/copy\""), "{page}");
    let form = bench.get(&format!("{record}/edit")).await.text();
    let history = format!("history?record={account}");
    assert!(form.contains(&history), "{form}");
    for part in [
        "business-details",
        "date-and-number-format",
        "lock-date",
        "customize",
    ] {
        let page = bench.get(&format!("{home}/settings/{part}")).await.text();
        assert!(page.contains("/history?record="), "{part}");
    }
}
