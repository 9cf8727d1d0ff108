//! Reports as a browser meets them: pages, files, saved reports and the fiscal year. What the
//! figures are, the tests of the crate `reports` hold.

use crate::bench::{BANK, Bench, CUSTOMER, FURNITURE, SALES, key};
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{Edit, FieldValue, Plain, from_plain, patch};

/// The journal entry of [`with_an_entry`].
const ENTRY: Key = key(0x21);

/// A small business in which furniture was sold for 1,200.50 on 5 October 2026.
fn with_an_entry(bench: &Bench) -> Key {
    let business = bench.small_business();
    let text = |text: &str| Plain::Text(text.to_owned());
    let map = |members: &[(&str, Plain)]| {
        let members = members.iter();
        Plain::Map(
            members
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
        )
    };
    let line = |account: Key, side: &str| {
        map(&[
            ("Account", text(&account.to_string())),
            (side, text("1200.50")),
        ])
    };
    let entry = map(&[
        ("Date", text("2026-10-05")),
        (
            "Lines",
            Plain::List(vec![line(FURNITURE, "Debit"), line(SALES, "Credit")]),
        ),
    ]);
    let content = from_plain(kinds::JOURNAL_ENTRY, &[], &entry).expect("a journal entry");
    bench.puts(business, ENTRY, kinds::JOURNAL_ENTRY, &content);
    business
}

/// The address of a report.
fn at(business: Key, rest: &str) -> String {
    format!("/businesses/{business}/reports/{rest}")
}

#[tokio::test]
async fn every_report_opens_and_its_files_are_made() {
    let bench = Bench::new();
    let business = with_an_entry(&bench);
    for name in web::report_names() {
        let page = bench.get(&at(business, name)).await;
        assert_eq!(page.status, StatusCode::OK, "{name}: {}", page.text());
        let text = page.text();
        for raw in ["report-word-", "report-remark-", "{$"] {
            assert!(!text.contains(raw), "{name} shows {raw}");
        }
        for (ending, media) in [("csv", "text/csv"), ("json", "application/json")] {
            let file = bench.get(&at(business, &format!("{name}.{ending}"))).await;
            assert_eq!(file.status, StatusCode::OK, "{name}.{ending}");
            assert!(file.header("content-type").starts_with(media), "{name}");
        }
    }
    let pdf = bench.get(&at(business, "balance-sheet.pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF"));
}

#[test]
fn every_code_of_reports_has_its_words() {
    let english = pages::Locale::default();
    for code in reports::codes::NAMES {
        assert!(english.has(&format!("report-word-{code}")), "{code}");
    }
    for (code, _) in reports::codes::REMARKS {
        assert!(english.has(&format!("report-remark-{code}")), "{code}");
    }
}

#[tokio::test]
async fn a_figure_leads_to_its_postings_and_they_to_the_document() {
    let bench = Bench::new();
    let business = with_an_entry(&bench);
    let page = bench
        .get(&at(business, "balance-sheet?as_at=2026-12-31"))
        .await;
    let postings = at(business, "general-ledger-transactions");
    let page = page.text();
    let link = page
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.starts_with(&postings))
        .expect("a figure with a way to its postings")
        .replace("&amp;", "&");
    let page = bench.get(&link).await;
    assert_eq!(page.status, StatusCode::OK);
    let document = format!("/businesses/{business}/record/{ENTRY}");
    assert!(page.text().contains(&document), "{link}");
}

#[tokio::test]
async fn the_trial_balance_of_the_real_files_is_equal_on_both_sides() {
    for file in ["fbr-einvoice.manager", "zatca-einvoice.manager"] {
        let bench = Bench::new();
        let Some(business) = bench.import_sample(file) else {
            continue;
        };
        let answer = bench.get(&at(business, "trial-balance")).await;
        assert_eq!(answer.status, StatusCode::OK);
        let page = answer.text();
        let totals = &page[page.find("report-grand-total").expect("totals")..];
        let amounts: Vec<&str> = totals
            .split("<td class=\"end\" data-label=\"")
            .skip(1)
            .filter_map(|rest| rest.split('>').nth(1)?.split('<').next())
            .take(2)
            .collect();
        assert_eq!(amounts.len(), 2, "{totals}");
        assert_eq!(amounts[0], amounts[1], "{file}");
        let has_digit = amounts[0].chars().any(|digit| matches!(digit, '1'..='9'));
        assert!(has_digit, "{file}");
    }
}

#[tokio::test]
async fn what_cannot_be_understood_is_said_beside_its_field() {
    let bench = Bench::new();
    let business = bench.small_business();
    for (query, error) in [
        ("trial-balance?as_at=yesterday", "as_at-error"),
        (
            "profit-and-loss-statement?from=2026-02-01&to=2026-01-01",
            "to-error",
        ),
        (
            "balance-sheet?compare=previous-year&columns=12",
            "columns-error",
        ),
        (
            "general-ledger-transactions?about=everything",
            "about-error",
        ),
    ] {
        let answer = bench.get(&at(business, query)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(answer.text().contains(error), "{query}");
    }
    let unknown = bench.get(&at(business, "horoscope")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let unknown = bench.get(&at(business, "balance-sheet.exe")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_gets_an_address_that_can_be_kept() {
    let bench = Bench::new();
    let business = bench.small_business();
    // The preset was changed and the days were not.
    let sent = "profit-and-loss-statement?period=last-month&from=01%2F01%2F2026&to=31%2F12%2F2026\
                &shown=2026-01-01.2026-12-31&compare=&columns=1&basis=cash&division=";
    let there = bench.get(&at(business, sent)).await.location();
    let kept = "profit-and-loss-statement?period=last-month&basis=cash";
    assert_eq!(there, at(business, kept));
    // A day was typed beside the preset that still stands there.
    let sent = "profit-and-loss-statement?period=this-year&from=2026-02-01&to=2026-12-31\
                &shown=2026-01-01.2026-12-31";
    let there = bench.get(&at(business, sent)).await.location();
    let kept = "profit-and-loss-statement?from=2026-02-01&to=2026-12-31";
    assert_eq!(there, at(business, kept));
}

#[tokio::test]
async fn csv_has_plain_amounts_and_no_formula() {
    let bench = Bench::new();
    let business = with_an_entry(&bench);
    let spec = interchange::spec(kinds::CUSTOMER).expect("a description");
    let name = spec.field_by_name("Name").expect("a name").number;
    let evil = FieldValue::Text("=1+1".to_owned());
    let content = patch(kinds::CUSTOMER, &[], &[Edit::Set(name, Some(evil))]).expect("a customer");
    bench.puts(business, CUSTOMER, kinds::CUSTOMER, &content);
    let whole = bench
        .get(&at(business, "trial-balance.csv?period=everything"))
        .await;
    let text = whole.text();
    assert!(text.starts_with('\u{feff}'), "{text}");
    assert!(text.contains("Furniture,1200.50,"), "{text}");
    assert!(text.contains("\r\n"));
    assert!(!text.contains("\n="), "{text}");
    let bare = bench
        .get(&at(business, "trial-balance.csv?period=everything&bom=no"))
        .await;
    assert!(!bare.text().starts_with('\u{feff}'));
    assert!(whole.header("content-disposition").contains("attachment"));
}

/// Gives the saved balance sheet “Closing” other options.
async fn gives_it_other_options(bench: &Bench, base: &str, own: &str) {
    // Its options change only where that is asked for, and only to those of the same report.
    let other = |report: &'static str, replace: &'static str| {
        [
            ("name", "Closing"),
            ("report", report),
            ("options", "period=today"),
            ("replace", replace),
        ]
    };
    bench
        .post(own, &other("balance-sheet", ""))
        .await
        .location();
    assert!(
        bench
            .get(base)
            .await
            .text()
            .contains("period=end-of-last-month")
    );
    let wrong = bench.post(own, &other("trial-balance", "on")).await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
    let offer = format!("{base}/saved/new?report=balance-sheet&compare=previous-year");
    assert!(
        bench
            .get(&offer)
            .await
            .text()
            .contains("Replace the options of “Closing”")
    );
    let replaced = [
        ("name", "Closing"),
        ("report", "balance-sheet"),
        ("options", "compare=previous-year"),
        ("replace", "on"),
    ];
    bench.post(own, &replaced).await.location();
    let page = bench.get(base).await.text();
    assert!(
        page.contains("balance-sheet?compare=previous-year\""),
        "{page}"
    );
    let copy = bench.get(own).await.text();
    assert!(copy.contains("name=Copy%20of%20Closing"), "{copy}");
}

#[tokio::test]
async fn a_report_is_saved_renamed_and_deleted_with_its_history() {
    let bench = Bench::new();
    let business = bench.small_business();
    let base = format!("/businesses/{business}/reports");
    let form = bench
        .get(&format!(
            "{base}/saved/new?report=balance-sheet&period=end-of-last-month"
        ))
        .await;
    assert_eq!(form.hidden("options"), "period=end-of-last-month");
    let sent = |name: &'static str| {
        [
            ("name", name),
            ("report", "balance-sheet"),
            ("options", "period=end-of-last-month&evil=1"),
        ]
    };
    let saved = bench
        .post(&format!("{base}/saved"), &sent("Month end"))
        .await;
    assert_eq!(saved.location(), base);
    let found = bench.objects(business, Some(kinds::TIJORI_SAVED_REPORT));
    let record = found.first().expect("a record").key;
    let page = bench.get(&base).await.text();
    assert!(page.contains("Month end"));
    assert!(page.contains("balance-sheet?period=end-of-last-month\""));
    let own = format!("{base}/saved/{record}");
    assert_eq!(bench.post(&own, &sent("Closing")).await.location(), base);
    assert!(bench.get(&base).await.text().contains("Closing"));
    gives_it_other_options(&bench, &base, &own).await;
    let refused = bench.post(&own, &sent("  ")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let deleted = bench.post(&format!("{own}/deletion"), &[]).await;
    assert_eq!(deleted.location(), base);
    assert!(!bench.get(&base).await.text().contains("Closing"));
    let entries = bench.entries(business);
    let of_it = entries
        .iter()
        .filter(|entry| entry.draft.object == Some(record));
    assert_eq!(
        of_it.count(),
        4,
        "made, renamed, given other options, deleted"
    );
}

#[tokio::test]
async fn another_record_is_no_saved_report() {
    let bench = Bench::new();
    let business = bench.small_business();
    let own = at(business, &format!("saved/{BANK}"));
    assert_eq!(bench.get(&own).await.status, StatusCode::NOT_FOUND);
    let renamed = [
        ("name", "Mine"),
        ("report", "balance-sheet"),
        ("options", ""),
    ];
    let answer = bench.post(&own, &renamed).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let answer = bench.post(&format!("{own}/deletion"), &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(bench.object(business, BANK).is_some());
}

#[tokio::test]
async fn the_fiscal_year_is_a_setting_and_reports_go_by_it() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = at(business, "fiscal-year");
    assert_eq!(bench.get(&path).await.status, StatusCode::OK);
    let refused = bench.post(&path, &[("first_month", "13")]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    bench.post(&path, &[("first_month", "4")]).await.location();
    let json = bench
        .get(&at(business, "profit-and-loss-statement.json"))
        .await
        .text();
    assert!(json.contains("-04-01\""), "{json}");
    assert!(json.contains("-03-31\""), "{json}");
    let page = bench.get(&format!("/businesses/{business}/reports")).await;
    assert!(page.text().contains("Apr"));
}

#[tokio::test]
async fn the_summary_shows_both_statements_and_twelve_months() {
    let bench = Bench::new();
    let business = with_an_entry(&bench);
    let page = bench.get(&format!("/businesses/{business}")).await.text();
    for part in [
        "Balance sheet today",
        "Profit and loss this fiscal year",
        "The last twelve months",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains("1,200.50"), "{page}");
    assert!(
        !page.contains("style=\""),
        "the policy allows no inline style"
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
