//! Sentences with numbers and names in them, and the sentences of errors.

use pages::{Argument, Language, Locale};

use crate::native;

#[test]
fn a_count_is_one_whole_sentence_per_plural() {
    let counts = [0, 1, 2, 1_000_000];
    let expected = [
        (
            Language::English,
            ["0 files", "1 file", "2 files", "1,000,000 files"],
        ),
        (
            Language::French,
            [
                "0 fichier",
                "1 fichier",
                "2 fichiers",
                "1\u{202F}000\u{202F}000 de fichiers",
            ],
        ),
        (
            Language::Spanish,
            [
                "0 archivos",
                "1 archivo",
                "2 archivos",
                "1.000.000 de archivos",
            ],
        ),
        (
            Language::Hindi,
            ["0 फ़ाइल", "1 फ़ाइल", "2 फ़ाइलें", "10,00,000 फ़ाइलें"],
        ),
        (
            Language::Bengali,
            ["0টি ফাইল", "1টি ফাইল", "2টি ফাইল", "10,00,000টি ফাইল"],
        ),
    ];
    for (language, sentences) in expected {
        for (count, sentence) in counts.into_iter().zip(sentences) {
            let locale = Locale::new(language);
            let said = locale.text_with("attachments-count", &[("count", Argument::Count(count))]);
            assert_eq!(said, sentence);
        }
    }
    let bengali = native(Language::Bengali);
    assert_eq!(
        bengali.text_with("attachments-count", &[("count", Argument::Count(3))]),
        "৩টি ফাইল"
    );
}

#[test]
fn a_missing_key_is_shown_and_never_empty() {
    let french = Locale::new(Language::French);
    assert_eq!(french.text("no-such-key"), "no-such-key");
    assert!(french.has("businesses-title"));
    assert!(!french.has("no-such-key"));
    assert_eq!(french.text("businesses-title"), "Entreprises");
}

#[test]
fn an_arabic_name_keeps_to_itself_in_a_sentence() {
    let english = Locale::new(Language::English);
    let said = english.text_with("businesses-open", &[("name", Argument::Text("مؤسسة 12"))]);
    assert_eq!(said, "Open \u{2068}مؤسسة 12\u{2069}");
    let plain = english.text_with(
        "businesses-open",
        &[("name", Argument::Text("Acme { $x }"))],
    );
    assert_eq!(plain, "Open Acme { $x }");
}

#[test]
fn errors_name_the_file_and_unknown_ones_hide_nothing() {
    let english = Locale::new(Language::English);
    let file = [("file", "a.manager".to_owned())];
    assert_eq!(
        english.error("empty_file", &file),
        "a.manager: the file is empty. Choose another copy of it."
    );
    assert_eq!(
        english.error("empty-file", &[]),
        "The file: the file is empty. Choose another copy of it."
    );
    let unknown = english.error(
        "flux-lost",
        &[("record", "INV-7".to_owned()), ("line", "3".to_owned())],
    );
    assert_eq!(
        unknown,
        "Something went wrong (flux-lost). record: INV-7, line: 3"
    );
    let bengali = Locale::new(Language::Bengali).error(
        "amount-not-understood",
        &[("text", "12k".to_owned()), ("decimal-sign", ".".to_owned())],
    );
    assert!(bengali.starts_with("“12k” এমন"), "{bengali}");
}

#[test]
fn an_error_that_another_one_caused_tells_both_in_the_language_of_the_reader() {
    let facts = [
        ("cause", "empty-file".to_owned()),
        ("file", "a.manager".to_owned()),
    ];
    for language in Language::ALL {
        let locale = Locale::new(language);
        let said = locale.error("safety-backup-failed", &facts);
        let cause = locale.error("empty-file", &facts[1..]);
        assert!(said.ends_with(&cause) && said.len() > cause.len(), "{said}");
    }
}
