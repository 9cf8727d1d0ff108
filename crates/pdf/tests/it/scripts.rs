//! Scripts: what was put in can be read back and copied out, letter for letter.

use pdf::{Document, Fonts, Notice, render_document};

use crate::papers::{arabic_invoice, bengali_invoice, fonts, hindi_invoice, texts};
use crate::reader::{can_show, letters, text_of};

/// A document in this language whose lines are these texts, and nothing else of length.
fn document_of(language: &str, lines: &[&str]) -> Document {
    let mut document = bengali_invoice();
    language.clone_into(&mut document.setup.language);
    document.rows = lines.iter().map(|&line| texts(&[line])).collect();
    document
}

/// Every line comes out as it went in.
fn assert_read_back(language: &str, lines: &[&str]) {
    if !can_show(&lines.concat()) {
        return;
    }
    let pdf = render_document(&document_of(language, lines), fonts()).expect("a document");
    let Some(text) = text_of(&pdf) else { return };
    for line in lines {
        assert!(
            letters(&text).contains(&letters(line)),
            "{line:?} is not in {text:?}"
        );
    }
}

#[test]
fn bengali_conjuncts_are_read_back() {
    let lines = [
        "ক্ষ",
        "র‍্যা",
        "র‍্যাংকিন স্ট্রিট",
        "লক্ষ্মীপুর",
        "রাষ্ট্রীয়",
        "কিন্তু সৌন্দর্য",
        "৪৮,৫৮১.৭৫৳",
    ];
    assert_read_back("bn", &lines);
    assert_read_back("en", &lines);
}

#[test]
fn devanagari_conjuncts_are_read_back() {
    let lines = [
        "श्री",
        "क्षेत्र",
        "द्वितीय",
        "कृष्ण मिष्ठान्न",
        "हिन्दी में रिपोर्ट",
        "ज़रूरत",
        "₹35,000.00",
    ];
    assert_read_back("hi", &lines);
    assert_read_back("en", &lines);
}

#[test]
fn arabic_is_read_back_in_the_order_of_its_letters() {
    assert_read_back("en", &["محمد عبد الرحمن", "وكالة الشرق", "الرياض"]);
}

#[test]
fn european_letters_are_read_back() {
    assert_read_back(
        "fr",
        &[
            "Œuvre façade naïve, 1 234,50 €",
            "señor ñandú",
            "Straße office",
        ],
    );
}

#[test]
fn whole_invoices_are_for_archives_and_complete() {
    for document in [bengali_invoice(), hindi_invoice(), arabic_invoice()] {
        if !can_show(&format!("{document:?}")) {
            continue;
        }
        let pdf = render_document(&document, fonts()).expect("an invoice");
        assert_eq!(pdf.notices, []);
        assert_eq!(pdf.pages_count, 1);
        let Some(text) = text_of(&pdf) else { continue };
        for total in &document.totals {
            assert!(
                letters(&text).contains(&letters(&total.label)),
                "{} in {text:?}",
                total.label
            );
            assert!(text.contains(&total.text), "{} in {text:?}", total.text);
        }
    }
}

#[test]
fn without_fonts_the_gaps_are_named_and_the_file_is_made() {
    let pdf = render_document(&bengali_invoice(), &Fonts::embedded()).expect("a document");
    let gap = Notice::ScriptNotShown { script: "Beng" };
    assert!(pdf.notices.contains(&gap), "{:?}", pdf.notices);
    assert!(pdf.notices.contains(&Notice::NotForArchives));
    let Some(text) = text_of(&pdf) else { return };
    assert!(text.contains("Saudi Arabia"), "{text}");
}
