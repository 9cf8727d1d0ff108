//! Long papers: labels on every page, nothing lost, no total without a line above it.

use pdf::{ReportRow, RowStyle, render_document, render_report};

use crate::papers::{arabic_invoice, balance_sheet, fonts, long_invoice, texts};
use crate::reader::pages_of;

#[test]
fn labels_stand_on_every_page_and_every_line_on_one() {
    let pdf = render_document(&long_invoice(200), fonts()).expect("an invoice");
    let Some(pages) = pages_of(&pdf) else { return };
    assert_eq!(pages.len(), pdf.pages_count);
    assert!(pages.len() > 3);
    for (index, page) in pages.iter().enumerate() {
        assert!(
            page.contains("Description"),
            "page {} has no labels: {page}",
            index + 1
        );
        let numbering = format!("Page {} of {}", index + 1, pages.len());
        assert!(page.contains(&numbering), "{numbering} is not in {page}");
    }
    for number in 1..=200 {
        let line = format!("Line {number}: candle");
        let count = pages.iter().filter(|page| page.contains(&line)).count();
        assert_eq!(count, 1, "{line}");
    }
}

#[test]
fn a_total_never_stands_without_a_line() {
    // Wherever the page ends, the last line goes with the totals.
    for lines in 10..45 {
        let pdf = render_document(&long_invoice(lines), fonts()).expect("an invoice");
        let Some(pages) = pages_of(&pdf) else { return };
        let last_line = format!("Line {lines}: candle");
        let with_line = pages.iter().position(|page| page.contains(&last_line));
        let with_total = pages.iter().position(|page| page.contains("Subtotal"));
        let with_due = pages.iter().position(|page| page.contains("Balance due"));
        assert!(
            with_line.is_some() && with_line == with_total,
            "{lines} lines"
        );
        assert_eq!(with_total, with_due, "{lines} lines");
    }
}

#[test]
fn a_heading_never_ends_a_page() {
    for lines in 20..40 {
        let mut report = balance_sheet();
        let filler = ReportRow {
            cells: texts(&["Filler", "1.00", "1.00"]),
            ..ReportRow::default()
        };
        report.rows = vec![filler; lines];
        report.rows.push(ReportRow {
            style: RowStyle::Heading,
            level: 0,
            cells: texts(&["Group of the last"]),
        });
        let last = texts(&["The last row", "2.00", "2.00"]);
        report.rows.push(ReportRow {
            cells: last,
            ..ReportRow::default()
        });
        let pdf = render_report(&report, fonts()).expect("a report");
        let Some(pages) = pages_of(&pdf) else { return };
        let heading = pages
            .iter()
            .position(|page| page.contains("Group of the last"));
        let follower = pages.iter().position(|page| page.contains("The last row"));
        assert!(heading.is_some() && heading == follower, "{lines} lines");
    }
}

#[test]
fn one_page_needs_no_number() {
    let pdf = render_document(&long_invoice(2), fonts()).expect("an invoice");
    assert_eq!(pdf.pages_count, 1);
    let Some(pages) = pages_of(&pdf) else { return };
    assert!(!pages[0].contains("Page 1"), "{}", pages[0]);
}

#[test]
fn page_numbers_are_written_in_the_wanted_digits() {
    let mut document = long_invoice(60);
    document.setup.page_numbering = "পৃষ্ঠা {page} / {pages}".to_owned();
    document.setup.digit_zero = '০';
    let pdf = render_document(&document, fonts()).expect("an invoice");
    let Some(pages) = pages_of(&pdf) else { return };
    assert!(pages[0].contains("পৃষ্ঠা ১ / "), "{}", pages[0]);
}

#[test]
fn a_text_longer_than_a_page_goes_on_overleaf() {
    let mut document = long_invoice(3);
    document.rows[1][0] = (1..=2500).map(|number| format!("w{number} ")).collect();
    let pdf = render_document(&document, fonts()).expect("an invoice");
    assert!(pdf.pages_count > 1);
    let Some(pages) = pages_of(&pdf) else { return };
    let words: Vec<&str> = pages.iter().flat_map(|page| page.split(' ')).collect();
    for number in [1, 1000, 2500] {
        assert!(
            words.contains(&format!("w{number}").as_str()),
            "w{number} is lost"
        );
    }
}

#[test]
fn amounts_keep_their_minus_in_front_on_a_page_from_right_to_left() {
    let pdf = render_document(&arabic_invoice(), fonts()).expect("an invoice");
    let Some(pages) = pages_of(&pdf) else { return };
    assert_eq!(pages[0].matches("-768.00").count(), 2, "{}", pages[0]);
}
