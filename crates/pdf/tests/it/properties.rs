//! Whatever is typed, pasted or imported, a file is made of it, or a limit is named.

use pdf::{
    Alignment, Column, ColumnWidth, Date, Direction, Document, Fonts, PageSetup, Pdf, Recipient,
    Report, ReportRow, RowStyle, Sender, Total, render_document, render_report,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::papers::{DAY, fonts};

/// Letters that have made typesetters stumble, among any others.
fn any_text() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        '\0',
        '\n',
        '\r',
        '\t',
        ' ',
        '#',
        '$',
        '\\',
        '\u{ad}',
        '\u{200b}',
        '\u{200d}',
        '\u{200c}',
        '\u{200f}',
        '\u{202e}',
        '\u{2066}',
        '\u{2069}',
        '\u{2028}',
        '\u{feff}',
        '\u{fffc}',
        '\u{ffff}',
        '\u{e000}',
        '\u{1f1ee}',
        '\u{1f468}',
        '\u{fe0f}',
        '\u{301}',
        '\u{9cd}',
        '\u{9b0}',
        '\u{94d}',
        '\u{915}',
        '\u{62d}',
        '\u{5d0}',
        '\u{4e2d}',
        '\u{e01}',
        '\u{1100}',
        '\u{10ffff}',
        '\u{e0041}',
        '\u{1d173}',
    ]);
    prop_oneof![
        3 => vec(prop_oneof![any::<char>(), awkward], 0..40)
            .prop_map(|letters| letters.into_iter().collect()),
        1 => "[a-z0-9]{0,120}",
        1 => "-?[0-9]{1,9}\\.[0-9]{2}",
    ]
}

fn any_column() -> impl Strategy<Value = Column> {
    let alignment = prop::sample::select(vec![
        Alignment::Start,
        Alignment::Center,
        Alignment::Figures,
    ]);
    let width = prop_oneof![
        Just(ColumnWidth::Fit),
        any::<u8>().prop_map(ColumnWidth::Share),
    ];
    (any_text(), alignment, width).prop_map(|(label, alignment, width)| Column {
        label,
        alignment,
        width,
    })
}

fn any_setup() -> impl Strategy<Value = PageSetup> {
    (any_text(), any::<bool>(), any_text(), any::<char>()).prop_map(
        |(language, is_rtl, page_numbering, digit_zero)| PageSetup {
            language,
            direction: if is_rtl {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            },
            page_numbering,
            digit_zero,
            ..PageSetup::english(DAY)
        },
    )
}

fn any_total() -> impl Strategy<Value = Total> {
    (any_text(), any_text(), any::<bool>()).prop_map(|(label, text, strong)| Total {
        label,
        text,
        strong,
    })
}

fn any_document() -> impl Strategy<Value = Document> {
    let rows = |columns: usize| vec(vec(any_text(), 0..=columns), 0..5);
    let table =
        vec(any_column(), 0..5).prop_flat_map(move |columns| (rows(columns.len()), Just(columns)));
    let heads = (
        any_setup(),
        any_text(),
        any_text(),
        vec((any_text(), any_text()), 0..3),
    );
    let people = (
        any_text(),
        vec(any_text(), 0..3),
        vec(any::<u8>(), 0..40),
        any_text(),
    );
    let rest = (vec(any_total(), 0..3), vec(any_text(), 0..3), any_text());
    (heads, people, table, rest).prop_map(|(heads, people, (rows, columns), rest)| Document {
        setup: heads.0,
        title: heads.1,
        number: heads.2,
        facts: heads.3,
        sender: Sender {
            name: people.0.clone(),
            address: people.1.clone(),
            details: Vec::new(),
            logo: Some(people.2),
        },
        recipient: Some(Recipient {
            label: people.0,
            name: people.3,
            address: people.1,
        }),
        introduction: rest.2.clone(),
        columns,
        rows,
        totals: rest.0,
        notes: rest.1,
        footer: rest.2,
    })
}

fn any_report() -> impl Strategy<Value = Report> {
    let styles = [
        RowStyle::Heading,
        RowStyle::Line,
        RowStyle::Subtotal,
        RowStyle::Total,
    ];
    let row = move |columns: usize| {
        let style = prop::sample::select(styles.to_vec());
        (style, any::<u8>(), vec(any_text(), 0..=columns)).prop_map(|(style, level, cells)| {
            ReportRow {
                style,
                level,
                cells,
            }
        })
    };
    let table = vec(any_column(), 0..6)
        .prop_flat_map(move |columns| (vec(row(columns.len()), 0..6), Just(columns)));
    (
        any_setup(),
        any_text(),
        vec(any_text(), 0..3),
        table,
        vec(any_text(), 0..3),
    )
        .prop_map(|(setup, title, subtitles, (rows, columns), notes)| Report {
            setup,
            title,
            subtitles,
            columns,
            rows,
            notes,
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn any_document_is_made(document in any_document()) {
        let pdf = render_document(&document, fonts());
        let is_whole = |pdf: &Pdf| pdf.bytes.starts_with(b"%PDF-") && pdf.pages_count > 0;
        prop_assert!(pdf.as_ref().is_ok_and(is_whole), "{:?}", pdf.map(|pdf| pdf.pages_count));
    }

    #[test]
    fn any_report_is_made(report in any_report()) {
        let pdf = render_report(&report, fonts());
        let is_whole = |pdf: &Pdf| pdf.bytes.starts_with(b"%PDF-") && pdf.pages_count > 0;
        prop_assert!(pdf.as_ref().is_ok_and(is_whole), "{:?}", pdf.map(|pdf| pdf.pages_count));
    }

    #[test]
    fn any_date_is_a_date_or_refused(year in any::<i32>(), month in any::<u8>(), day in 0..40_u8) {
        let mut report = crate::papers::balance_sheet();
        report.setup.date = Date { year, month, day };
        let outcome = render_report(&report, &Fonts::embedded());
        let is_refused = outcome.is_err_and(|error| error.code() == "pdf-no-such-date");
        let may_exist = (1..=9999).contains(&year) && (1..=12).contains(&month) && day > 0;
        prop_assert!(is_refused || may_exist);
    }
}
