//! Whole files: the same bytes each time, their date and title, and what archives ask for.

use pdf::{Date, Fonts, Paper, render_document, render_report};

use crate::papers::{balance_sheet, english_invoice, fonts, long_invoice};
use crate::reader::text_of;

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

#[test]
fn equal_input_gives_equal_bytes() {
    let document = long_invoice(40);
    let first = render_document(&document, fonts()).expect("an invoice");
    // Fonts looked for again, in whatever order the folders are read this time.
    let again = render_document(&document, &Fonts::of_system()).expect("an invoice");
    assert!(first.bytes == again.bytes, "two runs differ");
    let mut other = document;
    other.setup.date = Date {
        day: 22,
        ..other.setup.date
    };
    let other = render_document(&other, fonts()).expect("an invoice");
    assert!(first.bytes != other.bytes, "the date is not in the file");
}

#[test]
fn a_file_is_for_archives_and_says_what_it_is() {
    let pdf = render_document(&english_invoice(), fonts()).expect("an invoice");
    assert_eq!(pdf.notices, []);
    assert!(contains(&pdf.bytes, "<pdfaid:part>3</pdfaid:part>"));
    assert!(contains(&pdf.bytes, "Sales Invoice INV-0042"));
    assert!(contains(&pdf.bytes, "2026-11-21T12:00:00+00:00"));
    assert!(contains(&pdf.bytes, "Tijori"));
}

#[test]
fn the_paper_is_the_one_asked_for() {
    let mut report = balance_sheet();
    let a4 = render_report(&report, fonts()).expect("a report");
    report.setup.paper = Paper::Letter;
    let letter = render_report(&report, fonts()).expect("a report");
    assert!(contains(&a4.bytes, "595.28 841.89"));
    assert!(contains(&letter.bytes, "612 792"));
}

#[test]
fn a_report_holds_every_figure_once() {
    let report = balance_sheet();
    let pdf = render_report(&report, fonts()).expect("a report");
    let Some(text) = text_of(&pdf) else { return };
    for row in &report.rows {
        for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
            assert!(text.contains(cell.as_str()), "{cell} is not in {text}");
        }
    }
    assert_eq!(text.matches("23,718.00").count(), 1);
}

#[test]
fn a_report_of_many_columns_lies_across() {
    let mut report = balance_sheet();
    let amounts = report.columns[1].clone();
    report.columns.extend(vec![amounts; 10]);
    for row in report.rows.iter_mut().filter(|row| row.cells.len() > 1) {
        let amount = row.cells[1].clone();
        row.cells.extend(vec![amount; 10]);
    }
    let pdf = render_report(&report, fonts()).expect("a report");
    assert!(contains(&pdf.bytes, "841.89 595.28"));
}

#[test]
fn threads_share_the_fonts() {
    let document = english_invoice();
    let alone = render_document(&document, fonts()).expect("an invoice");
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| render_document(&document, fonts()).expect("an invoice")))
            .collect();
        for thread in threads {
            assert!(thread.join().expect("no panic").bytes == alone.bytes);
        }
    });
}
