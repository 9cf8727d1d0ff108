//! No key is missing in any language, no sentence is empty, and none is English in disguise.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use pages::Language;
use pages::languages::catalogue::sources;

/// The messages of a language: key and everything after the equals sign.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    for source in sources(language) {
        let mut key = None;
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let begins = line.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
            if let Some((name, value)) = line.split_once('=').filter(|_| begins) {
                let name = name.trim().to_owned();
                let before = messages.insert(name.clone(), value.trim().to_owned());
                assert_eq!(before, None, "{language:?} has {name} twice");
                key = Some(name);
            } else if let Some(value) = key.as_ref().and_then(|key| messages.get_mut(key)) {
                value.push('\n');
                value.push_str(line);
            }
        }
    }
    messages
}

/// The placeholders of a message, without the plural selectors.
fn placeholders(value: &str) -> BTreeSet<&str> {
    value
        .split('$')
        .skip(1)
        .filter_map(|rest| {
            rest.split(|c: char| !(c.is_alphanumeric() || c == '-'))
                .next()
        })
        .filter(|name| !name.ends_with("-is"))
        .collect()
}

/// The plural categories of a message, sorted.
fn categories(value: &str) -> Vec<&str> {
    let mut found: Vec<&str> = value
        .lines()
        .filter_map(|line| line.trim().trim_start_matches('*').strip_prefix('['))
        .filter_map(|line| line.split(']').next())
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn every_source_is_well_formed() {
    for language in Language::ALL {
        for source in sources(language) {
            let first = source.lines().next().unwrap_or_default();
            let parsed = FluentResource::try_new((*source).to_owned());
            assert!(
                parsed.is_ok(),
                "{language:?}, {first}: {:?}",
                parsed.err().map(|(_, errors)| errors)
            );
        }
    }
}

#[test]
fn every_key_exists_in_every_language_with_the_same_placeholders() {
    let english = messages(Language::English);
    assert!(
        english.len() > 800,
        "only {} keys were found",
        english.len()
    );
    for language in Language::ALL {
        let theirs = messages(language);
        let missing: Vec<_> = english
            .keys()
            .filter(|key| !theirs.contains_key(*key))
            .collect();
        let surplus: Vec<_> = theirs
            .keys()
            .filter(|key| !english.contains_key(*key))
            .collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{language:?}: missing {missing:?}, surplus {surplus:?}"
        );
        for (key, value) in &theirs {
            assert!(!value.trim().is_empty(), "{language:?} {key} is empty");
            assert_eq!(
                placeholders(value),
                placeholders(&english[key]),
                "{language:?} {key}: {value}"
            );
        }
    }
}

#[test]
fn every_count_has_the_plural_categories_of_its_language() {
    for language in Language::ALL {
        let expected: &[&str] = match language {
            Language::French | Language::Spanish => &["many", "one", "other"],
            _ => &["one", "other"],
        };
        for (key, value) in messages(language) {
            if value.contains("->") {
                assert_eq!(categories(&value), expected, "{language:?} {key}");
                assert!(
                    value.contains("-is ->"),
                    "{language:?} {key} selects on something else than a category"
                );
            }
        }
    }
}

/// Words that Hindi and Bengali keep in Latin letters.
const KEPT: &[&str] = &[
    "EUR",
    // The squares that authenticators read, and what programs talk to.
    "QR",
    "API",
    "Authorization",
    "Bearer",
    "If",
    "Match",
    "ETag",
    "OpenAPI",
    "api",
    "listen",
    "user",
    "origin",
    "v",
    "UTF",
    // Keys of the keyboard.
    "Enter",
    "Shift",
    "Tab",
    "Esc",
    // The lines around a certificate.
    "BEGIN",
    "END",
    "CERTIFICATE",
    "Ctrl",
    "C",
    "ISO",
    "manager",
    "SQLite",
    "Zstandard",
    "gzip",
    "zip",
    "age",
    "PDF",
    // PDF/A, the form of PDF for archives.
    "A",
    // A family of letters that has every script.
    "Noto",
    "Sans",
    "PNG",
    "JPEG",
    "CSV",
    "JSON",
    "SHA",
    "help",
    // How the name of the log beside a database ends.
    "wal",
    "BDT",
    "INR",
    "Asia",
    "Dhaka",
    "Kolkata",
    "Manager",
    "one",
    "other",
    "count",
    "is",
    "kind",
    "account",
    "many",
    // Words of the command line and names of kinds that are typed as they stand.
    "tijori",
    "verify",
    "business",
    "list",
    "data",
    "port",
    "customers",
    "sales",
    "invoices",
    "replace",
    // How a connection to a mail server is encrypted.
    "TLS",
    "STARTTLS",
    "PEM",
    // The column of a batch that names a record, and how a file is written.
    "Key",
    "CSV",
    "UTF",
    // Keys of the keyboard.
    "Enter",
    "Shift",
    "Tab",
    "Esc",
    // The lines around a certificate.
    "BEGIN",
    "END",
    "CERTIFICATE",
];

#[test]
fn hindi_and_bengali_are_written_in_their_own_script() {
    // Names of programs, formats and units that stay as they are in every language.
    for language in [Language::Hindi, Language::Bengali] {
        for (key, value) in messages(language) {
            // What is selected on is a name and no word.
            let words: Vec<&str> = value
                .split_whitespace()
                .filter(|word| !word.trim_start_matches('{').starts_with('$'))
                .collect();
            let outside: String = words
                .join(" ")
                .split('{')
                .map(|part| part.split_once('}').map_or(part, |(_, after)| after))
                .collect();
            let foreign: Vec<&str> = outside
                .split(|c: char| !c.is_ascii_alphabetic())
                .filter(|word| !word.is_empty() && !KEPT.contains(word))
                .collect();
            assert!(
                foreign.is_empty(),
                "{language:?} {key} still says {foreign:?}"
            );
        }
    }
}

#[test]
fn translations_differ_from_english_sentences() {
    let english = messages(Language::English);
    for language in [Language::French, Language::Spanish] {
        let theirs = messages(language);
        let same: Vec<_> = english
            .iter()
            .filter(|(key, value)| {
                value.split_whitespace().count() > 3
                    && value.chars().any(|c| c.is_ascii_lowercase())
                    && !value.starts_with('{')
                    && theirs.get(*key) == Some(value)
            })
            .collect();
        assert!(
            same.is_empty(),
            "{language:?} repeats the English of {same:?}"
        );
    }
}

#[test]
fn known_mistakes_of_other_translations_are_not_made() {
    const BANNED: [&str; 9] = [
        "ব্যাকাপ",
        "करे।",
        "trace d’audit",
        "rastro de auditoría",
        "crypté",
        "encriptad",
        "গ্রাহকরা মুছ",
        "लेजर",
        "TODO",
    ];
    for language in Language::ALL {
        for (key, value) in messages(language) {
            for banned in BANNED {
                assert!(
                    !value.contains(banned),
                    "{language:?} {key} contains {banned}"
                );
            }
        }
    }
}

#[test]
fn the_list_of_keys_is_the_english_catalogue() {
    let listed: Vec<String> = pages::languages::keys()
        .into_iter()
        .map(str::to_owned)
        .collect();
    let messages: Vec<String> = messages(Language::English).into_keys().collect();
    assert_eq!(listed, messages);
}
