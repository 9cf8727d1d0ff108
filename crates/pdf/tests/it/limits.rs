//! The edges: what is just allowed works, what is just beyond is named.

use pdf::limits::{
    COLUMNS_COUNT_MAX, DETAILS_COUNT_MAX, LABEL_CHARACTERS_MAX, ROWS_COUNT_MAX,
    TEXT_CHARACTERS_MAX, TOTALS_COUNT_MAX,
};
use pdf::{Column, Notice, PdfError, render_document, render_report};

use crate::papers::{balance_sheet, english_invoice, fonts, total};

#[test]
fn lists_that_are_too_long_are_named() {
    let mut many_rows = english_invoice();
    many_rows.rows = vec![Vec::new(); ROWS_COUNT_MAX + 1];
    let mut many_totals = english_invoice();
    many_totals.totals = vec![total("", "", false); TOTALS_COUNT_MAX + 1];
    let mut many_notes = english_invoice();
    many_notes.notes = vec![String::new(); DETAILS_COUNT_MAX + 1];
    let mut many_columns = english_invoice();
    many_columns.columns = vec![Column::of_words(""); COLUMNS_COUNT_MAX + 1];
    let papers = [
        (many_rows, "rows", ROWS_COUNT_MAX),
        (many_totals, "totals", TOTALS_COUNT_MAX),
        (many_notes, "lines of details", DETAILS_COUNT_MAX),
        (many_columns, "columns", COLUMNS_COUNT_MAX),
    ];
    for (paper, list, max) in papers {
        let error = render_document(&paper, fonts()).expect_err("too many");
        assert_eq!(
            error,
            PdfError::TooMany {
                list,
                count: max + 1,
                max
            }
        );
        assert_eq!(error.code(), "pdf-too-many");
        assert_eq!(error.arguments()[2], ("max", max.to_string()));
    }
}

#[test]
fn the_largest_page_of_details_is_made() {
    let mut document = english_invoice();
    document.columns = vec![Column::of_amounts("123,456,789.00"); COLUMNS_COUNT_MAX];
    document.rows = vec![vec!["123,456,789.00".to_owned(); COLUMNS_COUNT_MAX]; 3];
    document.totals = vec![total("Total", "1.00", true); TOTALS_COUNT_MAX];
    document.notes = vec!["Note".to_owned(); DETAILS_COUNT_MAX];
    document.title = "T".repeat(LABEL_CHARACTERS_MAX);
    document.footer = "f ".repeat(TEXT_CHARACTERS_MAX / 2);
    let pdf = render_document(&document, fonts()).expect("a document");
    assert!(pdf.pages_count > 3);
}

#[test]
fn a_text_that_is_too_long_is_quoted_by_its_beginning() {
    let mut document = english_invoice();
    document.footer = "x".repeat(TEXT_CHARACTERS_MAX + 1);
    let error = render_document(&document, fonts()).expect_err("too long");
    assert_eq!(
        error.to_string(),
        "the text that begins with \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" has 20001 \
         characters, but at most 20000 fit; shorten it or attach it as a file of its own"
    );
}

#[test]
fn a_cell_without_a_column_is_named_by_its_row() {
    let mut report = balance_sheet();
    report.rows[4].cells = vec![String::new(); 4];
    let error = render_report(&report, fonts()).expect_err("a cell too many");
    assert_eq!(
        error,
        PdfError::CellWithoutColumn {
            row: 5,
            count: 4,
            columns: 3
        }
    );
    assert_eq!(
        error.to_string(),
        "row 5 has 4 cells, but there are 3 columns"
    );
}

#[test]
fn a_logo_that_cannot_be_read_is_left_out_with_a_notice() {
    let good = english_invoice().sender.logo.expect("a logo");
    let mut torn = good.clone();
    torn.truncate(good.len() / 2);
    let mut damaged = good.clone();
    for byte in &mut damaged[60..] {
        *byte ^= 0x5a;
    }
    for bytes in [b"<svg/>".to_vec(), Vec::new(), torn, damaged] {
        let mut document = english_invoice();
        document.sender.logo = Some(bytes);
        let pdf = render_document(&document, fonts()).expect("an invoice without a logo");
        assert_eq!(pdf.notices, [Notice::LogoLeftOut]);
    }
}
