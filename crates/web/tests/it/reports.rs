//! The trial balance and the chart of accounts.

use crate::bench::Bench;
use axum::http::StatusCode;

#[tokio::test]
async fn the_trial_balance_of_the_real_files_is_equal_on_both_sides() {
    for file in ["fbr-einvoice.manager", "zatca-einvoice.manager"] {
        let bench = Bench::new();
        let Some(business) = bench.import_sample(file) else {
            continue;
        };
        let path = format!("/businesses/{business}/reports/trial-balance");
        let answer = bench.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK);
        let page = answer.text();
        let totals = &page[page.find("<tfoot>").expect("totals")..];
        let amounts: Vec<&str> = totals
            .split("<td class=\"end\">")
            .skip(1)
            .filter_map(|rest| rest.split('<').next())
            .take(2)
            .collect();
        assert_eq!(amounts.len(), 2, "{totals}");
        assert_eq!(amounts[0], amounts[1], "{file}");
        assert!(
            amounts[0].chars().any(|digit| matches!(digit, '1'..='9')),
            "{file}"
        );
    }
}

#[tokio::test]
async fn a_date_that_cannot_be_read_is_said_beside_its_field() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/reports/trial-balance");
    let answer = bench.get(&format!("{path}?as_at=yesterday")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("as_at-error"));
    assert_eq!(
        bench.get(&format!("{path}?as_at=2026-11-21")).await.status,
        StatusCode::OK
    );
    assert_eq!(
        bench
            .get(&format!("/businesses/{business}/reports"))
            .await
            .status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn the_chart_shows_every_account_under_its_group() {
    let bench = Bench::new();
    let business = bench.small_business();
    let answer = bench
        .get(&format!("/businesses/{business}/chart-of-accounts"))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    let page = answer.text();
    let place = |word: &str| {
        page.find(&format!(">{word}<"))
            .unwrap_or_else(|| panic!("{word} {page}"))
    };
    assert!(place("Assets") < place("Furniture"));
    assert!(place("Furniture") < place("Income"));
    assert!(place("Income") < place("Sales"));
}
