//! Lists stand in the order people of each language expect.

use pages::{Language, Locale};

/// The names in the order of the language.
fn sorted<'a>(language: Language, names: &[&'a str]) -> Vec<&'a str> {
    let locale = Locale::new(language);
    let mut names = names.to_vec();
    names.sort_by(|a, b| locale.compare(a, b));
    names
}

#[test]
fn accents_and_letters_stand_where_the_language_puts_them() {
    assert_eq!(
        sorted(Language::French, &["Zoé", "Éric", "côte", "cote", "Eric"]),
        ["cote", "côte", "Eric", "Éric", "Zoé"]
    );
    assert_eq!(
        sorted(Language::Spanish, &["ñandú", "nz", "nube"]),
        ["nube", "nz", "ñandú"]
    );
    assert_eq!(
        sorted(Language::English, &["ñandú", "nz", "nube"]),
        ["ñandú", "nube", "nz"]
    );
    assert_eq!(
        sorted(Language::Bengali, &["Apex", "খাতা", "কলম"]),
        ["কলম", "খাতা", "Apex"]
    );
}

#[test]
fn numbers_in_names_count_in_any_digits() {
    assert_eq!(
        sorted(Language::French, &["Facture 10", "Facture 9"]),
        ["Facture 9", "Facture 10"]
    );
    assert_eq!(
        sorted(Language::Bengali, &["চালান ১০", "চালান ৯", "চালান 8"]),
        ["চালান 8", "চালান ৯", "চালান ১০"]
    );
}

#[test]
fn equal_looking_names_still_have_one_order() {
    let locale = Locale::new(Language::Hindi);
    assert!(locale.compare("९", "9").is_ne());
    assert!(locale.compare("क", "क").is_eq());
}
