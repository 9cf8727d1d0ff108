//! A thing has one starting balance, whoever asks for a second (SPEC-settings.md, 6.0), and a batch
//! says what it leaves as it is (11.4).

use crate::bench::{BANK, Bench, FURNITURE};
use axum::http::StatusCode;
use books::kinds;

#[tokio::test]
async fn a_second_starting_balance_of_an_account_is_refused() {
    let bench = Bench::new();
    let business = bench.small_business();
    let slug = "bank-or-cash-account-starting-balances";
    let list = format!("/businesses/{business}/records/{slug}");
    let bank = BANK.to_string();
    let pairs = |amount| [("BankOrCashAccount", bank.as_str()), ("Amount", amount)];
    let first = bench.post(&list, &pairs("100")).await.key_of_location();
    let second = bench.post(&list, &pairs("5")).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sentence = "has a starting balance already";
    assert!(second.text().contains(sentence), "{}", second.text());
    // The one that is there can be changed.
    let page = format!("/businesses/{business}/record/{first}");
    bench
        .edits(&page, |value| {
            if value == "100" {
                "90".to_owned()
            } else {
                value
            }
        })
        .await;
    let kind = kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE;
    assert_eq!(bench.objects(business, Some(kind)).len(), 1);
    let table = "Bank or cash account,Amount\nCash box,7\n";
    let batch = format!("{list}/batch");
    let tried = bench.post_multipart(&batch, &[("text", table)]).await;
    assert!(tried.text().contains(sentence), "{}", tried.text());
}

#[tokio::test]
async fn a_second_starting_balance_of_a_balance_sheet_account_is_refused() {
    let bench = Bench::new();
    let business = bench.small_business();
    let slug = "balance-sheet-account-starting-balances";
    let list = format!("/businesses/{business}/records/{slug}");
    let account = FURNITURE.to_string();
    let pairs = [
        ("Account", account.as_str()),
        ("Side", "0"),
        ("Amount", "100"),
    ];
    bench.post(&list, &pairs).await.key_of_location();
    let second = bench.post(&list, &pairs).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(second.text().contains("has a starting balance already"));
}

#[tokio::test]
async fn two_rows_of_a_batch_are_no_two_starting_balances() {
    let bench = Bench::new();
    let business = bench.small_business();
    let slug = "bank-or-cash-account-starting-balances";
    let batch = format!("/businesses/{business}/records/{slug}/batch");
    let table = "Bank or cash account,Amount\nCash box,7\nCash box,8\n";
    let tried = bench.post_multipart(&batch, &[("text", table)]).await;
    assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = tried.text();
    assert!(page.contains("has a starting balance already"), "{page}");
    assert!(page.contains("1 record could be saved"), "{page}");
    let kind = kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE;
    assert!(bench.objects(business, Some(kind)).is_empty());
}

#[tokio::test]
async fn a_table_that_is_brought_back_says_that_nothing_changes() {
    let bench = Bench::new();
    let business = bench.small_business();
    let batch = format!("/businesses/{business}/records/customers/batch");
    let table = bench.get(&format!("{batch}/records.csv")).await.text();
    let parts = [("text", table.as_str())];
    let page = bench
        .post_multipart(&format!("{batch}/preview"), &parts)
        .await;
    let page = page.text();
    assert!(page.contains("1 record stays as it is"), "{page}");
    assert!(!page.contains("changed record"), "{page}");
}
