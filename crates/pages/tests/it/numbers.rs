//! The number table of CLDR as we show it, and what people may type.

use pages::{AmountError, Language, Locale};
use rust_decimal::Decimal;

use crate::{indian, native};

/// A decimal from its plain form.
fn decimal(plain: &str) -> Decimal {
    plain.parse().unwrap()
}

#[test]
fn numbers_are_shown_as_each_language_shows_them() {
    let mut table = String::new();
    let locales = [
        ("en", Locale::new(Language::English)),
        ("en indian", indian(Language::English)),
        ("fr", Locale::new(Language::French)),
        ("fr indian", indian(Language::French)),
        ("es", Locale::new(Language::Spanish)),
        ("es indian", indian(Language::Spanish)),
        ("hi", Locale::new(Language::Hindi)),
        ("hi native", native(Language::Hindi)),
        ("bn", Locale::new(Language::Bengali)),
        ("bn native", native(Language::Bengali)),
    ];
    for (name, locale) in locales {
        let shown = [
            locale.amount(decimal("1234567.89"), 2),
            locale.amount(decimal("-1234.5"), 2),
            locale.amount(decimal("0.005"), 2),
            locale.amount(decimal("-0.001"), 2),
            locale.number(decimal("1234.50")),
            locale.number(decimal("12345.25")),
            locale.count(100_000),
            locale.bytes(0),
            locale.bytes(4_182_016),
            locale.bytes(123_456_789_000),
        ];
        // The no-break spaces are made visible: they are what a change of CLDR would alter unseen.
        let line = shown
            .join(" | ")
            .replace('\u{202F}', "⍽")
            .replace('\u{A0}', "␣");
        table.push_str(&format!("{name}: {line}\n"));
    }
    insta::assert_snapshot!(table);
}

#[test]
fn amounts_in_the_readers_digits_and_signs_are_understood() {
    let understood = [
        (Language::Bengali, "১২,৩৪,৫৬৭.৫০", "1234567.50"),
        (Language::Hindi, "१२३", "123"),
        (Language::French, "1\u{202F}234,50", "1234.50"),
        (Language::French, "1 234,50", "1234.50"),
        (Language::French, "1.234,50", "1234.50"),
        (Language::Spanish, "1.234", "1234"),
        (Language::English, "1.234", "1.234"),
        (Language::English, "1,234", "1234"),
        (Language::English, "12,34,567.5", "1234567.5"),
        (Language::English, "1'234'567.25", "1234567.25"),
        (Language::English, "(1,234.50)", "-1234.50"),
        (Language::Spanish, "\u{2212}12.345,6", "-12345.6"),
        (Language::English, "-.5", "-0.5"),
        (Language::English, "5.", "5"),
        (Language::English, "\u{200F}٤٢", "42"),
        (Language::English, "  007 ", "7"),
    ];
    for (language, typed, expected) in understood {
        let read = Locale::new(language).parse_amount(typed);
        assert_eq!(read, Ok(decimal(expected)), "{language:?} {typed:?}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_refused() {
    let ambiguous = [
        (Language::French, "1.234"),
        (Language::French, "1.50"),
        (Language::Spanish, "1.234,5.6"),
    ];
    for (language, typed) in &ambiguous[..2] {
        let refused = Locale::new(*language).parse_amount(typed).unwrap_err();
        assert_eq!(refused.code(), "amount-ambiguous", "{language:?} {typed:?}");
    }
    let (language, typed) = ambiguous[2];
    assert_eq!(
        Locale::new(language)
            .parse_amount(typed)
            .unwrap_err()
            .code(),
        "amount-not-understood"
    );
}

#[test]
fn what_is_no_whole_number_of_groups_is_refused() {
    for (language, typed) in [
        (Language::English, "1,23"),
        (Language::English, "1,2345"),
        (Language::English, "1,234 567"),
        (Language::English, "1.2.3"),
        (Language::English, "1,234.5,6"),
        (Language::Spanish, "1.5"),
        (Language::Spanish, "1,234.5"),
        (Language::Bengali, "12k"),
        (Language::English, "1e5"),
        (Language::English, "--5"),
        (Language::English, "."),
        (Language::English, ",234"),
        (Language::English, "$5"),
    ] {
        let refused = Locale::new(language).parse_amount(typed).unwrap_err();
        assert_eq!(
            refused.code(),
            "amount-not-understood",
            "{language:?} {typed:?}"
        );
        assert_eq!(refused.arguments()[0], ("text", typed.to_owned()));
    }
    let english = Locale::new(Language::English);
    assert_eq!(english.parse_amount(" \u{200E} "), Err(AmountError::Empty));
    let long = "1".repeat(40);
    assert_eq!(
        english.parse_amount(&long).unwrap_err().code(),
        "amount-too-long"
    );
}

#[test]
fn what_is_shown_can_be_typed_back() {
    for language in Language::ALL {
        for locale in [Locale::new(language), native(language), indian(language)] {
            for plain in [
                "0",
                "1",
                "999",
                "1000",
                "1234.5",
                "12345.67",
                "-1234567.89",
                "9999999999.99",
            ] {
                let value = decimal(plain);
                let shown = locale.amount(value, 2);
                assert_eq!(locale.parse_amount(&shown), Ok(value), "{locale:?} {shown}");
            }
        }
    }
}

#[test]
fn scripts_write_numbers_in_the_digits_that_were_chosen() {
    let tag = |locale: Locale| locale.numbers_tag();
    assert_eq!(tag(Locale::new(Language::Bengali)), "bn-u-nu-latn");
    assert_eq!(tag(native(Language::Bengali)), "bn-u-nu-beng");
    assert_eq!(tag(native(Language::Hindi)), "hi-u-nu-deva");
    assert_eq!(tag(native(Language::French)), "fr-u-nu-latn");
}
