//! Texts in the engine's own language come out letter for letter and do nothing.

use pdf::{Column, Document, Total, render_document, render_report};

use crate::papers::{balance_sheet, english_invoice, fonts, texts};
use crate::reader::{plain, text_of};

/// What would do something if it were source code.
const CODE: &[&str] = &[
    "#let x = 1; #x",
    "#read(\"/etc/passwd\")",
    "#include \"shared.typ\"",
    "#panic(\"boom\")",
    "$ x^2 $ and $5 off",
    "back\\slash \\u{41} \\",
    "`raw` ```py x```",
    "// no comment /* nor this */",
    "[content] ] [ ))",
    "@label and <label>",
    "= Heading",
    "- item + item / term: x",
    "*bold* _italic_ ~ -- --- ...",
    "\"quoted\" 'single'",
    "https://example.com/a?b=c#d",
    "{page} {pages} {",
    "#{while true {}}",
];

fn assert_literal(text: &str) {
    for code in CODE {
        assert!(text.contains(&plain(code)), "{code:?} is not in {text:?}");
    }
}

#[test]
fn code_in_lines_is_text() {
    let rows = CODE.iter().map(|&code| texts(&[code])).collect();
    let document = Document {
        rows,
        ..english_invoice()
    };
    let pdf = render_document(&document, fonts()).expect("an invoice");
    assert_eq!(pdf.notices, []);
    if let Some(text) = text_of(&pdf) {
        assert_literal(&text);
    }
}

#[test]
fn code_in_notes_and_details_is_text() {
    let mut document = english_invoice();
    document.notes = texts(CODE);
    document.sender.details = texts(&CODE[..3]);
    let pdf = render_document(&document, fonts()).expect("an invoice");
    if let Some(text) = text_of(&pdf) {
        assert_literal(&text);
        assert_eq!(text.matches("#let x = 1; #x").count(), 2);
    }
}

#[test]
fn code_in_every_other_place_changes_nothing() {
    for code in CODE {
        let code = (*code).to_owned();
        let mut document = english_invoice();
        document.title.clone_from(&code);
        document.number.clone_from(&code);
        document.setup.language.clone_from(&code);
        document.setup.page_numbering.clone_from(&code);
        document.facts = vec![(code.clone(), code.clone())];
        document.sender.name.clone_from(&code);
        document.columns = vec![Column::of_words(&*code), Column::of_amounts(&*code)];
        document.rows = vec![vec![code.clone()]];
        let strong = true;
        document.totals = vec![Total {
            label: code.clone(),
            text: code.clone(),
            strong,
        }];
        document.footer.clone_from(&code);
        let pdf = render_document(&document, fonts()).expect("an invoice");
        let Some(text) = text_of(&pdf) else { return };
        // Title, number, fact, sender, labels, line, total and footer; not the file's own title.
        let count = text.matches(&plain(&code)).count();
        assert!(count >= 8, "{code:?} appears {count} times in {text:?}");
    }
}

#[test]
fn code_in_a_report_is_text() {
    let mut report = balance_sheet();
    report.notes = texts(CODE);
    CODE[3].clone_into(&mut report.title);
    let pdf = render_report(&report, fonts()).expect("a report");
    if let Some(text) = text_of(&pdf) {
        assert_literal(&text);
    }
}
