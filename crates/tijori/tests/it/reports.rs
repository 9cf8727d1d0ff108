//! `tijori report`: every report in every form.

use crate::run::Desk;
use serde_json::Value;
use testkit::sample_files as files;

/// A desk with the small business of `testkit`, called shop.
fn desk() -> Desk {
    let desk = Desk::new();
    let original = desk.file("shop.manager");
    files::small_business_file(&original).expect("the file is made");
    desk.json(&["import", &original.to_string_lossy()]);
    desk
}

#[test]
fn every_report_is_printed_as_text_csv_and_json() {
    let desk = desk();
    for name in web::report_names() {
        let text = desk.run(&["report", name, "shop"]);
        assert_eq!(text.exit_code, 0, "{name}: {}", text.complained);
        assert!(text.said.starts_with("shop · "), "{name}: {}", text.said);
        let csv = desk.run(&["report", name, "shop", "--format", "csv"]);
        assert_eq!(csv.exit_code, 0, "{name}: {}", csv.complained);
        assert!(csv.said.contains("\r\n"), "{name}");
        if name != "trial-balance" {
            let json = desk.json(&["report", name, "shop"]);
            assert_eq!(json["report"], name);
            assert_eq!(json["business"], "shop");
            assert_eq!(json["period"]["to"], Value::Null, "everything: {name}");
        }
    }
}

#[test]
fn days_comparisons_and_the_basis_are_understood() {
    let desk = desk();
    let json = desk.json(&[
        "report",
        "balance-sheet",
        "shop",
        "--as-at",
        "2026-03-31",
        "--compare",
        "previous-year",
        "--columns",
        "2",
        "--basis",
        "cash",
    ]);
    assert_eq!(json["basis"], "cash");
    let ends: Vec<&Value> = json["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|column| &column["period"]["to"])
        .collect();
    assert_eq!(ends, ["2026-03-31", "2025-03-31", "2024-03-31"]);
    let same = desk.json(&[
        "report",
        "profit-and-loss-statement",
        "shop",
        "--from",
        "2026-01-01",
        "--to",
        "2026-03-31",
    ]);
    assert_eq!(same["period"]["from"], "2026-01-01");
}

#[test]
fn wrong_words_are_refused() {
    let desk = desk();
    for words in [
        &["report", "horoscope", "shop"][..],
        &["report", "balance-sheet", "nobody"],
        &["report", "balance-sheet", "shop", "--as-at", "31/3/2026"],
        &["report", "cash-summary", "shop", "--period", "someday"],
        &["report", "tax-transactions", "shop", "--about", "somebody"],
        &["report", "balance-sheet", "shop", "--columns", "2"],
    ] {
        assert_eq!(desk.run(words).exit_code, 64, "{words:?}");
    }
}

#[test]
fn a_report_is_written_to_a_file_once() {
    let desk = desk();
    let words = [
        "report",
        "balance-sheet",
        "shop",
        "--format",
        "pdf",
        "--output",
        "sheet.pdf",
    ];
    let made = desk.run(&words);
    assert_eq!(made.exit_code, 0, "{}", made.complained);
    let bytes = std::fs::read(desk.file("sheet.pdf")).expect("a file");
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(desk.run(&words).exit_code, 64, "it is there already");
    assert_eq!(
        std::fs::read(desk.file("sheet.pdf")).expect("a file"),
        bytes
    );
}

#[test]
fn a_saved_report_is_asked_for_by_its_name() {
    let desk = desk();
    let file = desk.file("saved.json");
    let options = "as_at=2026-03-31&basis=cash";
    let content = serde_json::json!({
        "Name": "Year end",
        "Report": "balance-sheet",
        "ReportOptions": options,
    })
    .to_string();
    std::fs::write(&file, content).expect("a file");
    let file = file.to_string_lossy();
    let put = [
        "record",
        "put",
        "shop",
        "--kind",
        "TijoriSavedReport",
        &file,
    ];
    desk.json(&put);
    let json = desk.json(&["report", "Year end", "shop"]);
    assert_eq!(json["report"], "balance-sheet");
    assert_eq!(json["basis"], "cash");
    assert_eq!(json["period"]["to"], "2026-03-31");
    let other = ["report", "Year end", "shop", "--as-at", "2025-12-31"];
    let json = desk.json(&other);
    assert_eq!(json["period"]["to"], "2025-12-31");
    assert_eq!(json["basis"], "cash");
    // Of two that are called alike neither is guessed at.
    desk.json(&put);
    let refused = desk.run(&["report", "Year end", "shop"]);
    assert_eq!(refused.exit_code, 64);
    assert!(
        refused.complained.contains("Year end"),
        "{}",
        refused.complained
    );
}
