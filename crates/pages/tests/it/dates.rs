//! Dates and instants, shown and typed.

use jiff::civil::date;
use pages::{Language, Locale};

use crate::native;

#[test]
fn dates_are_day_month_and_a_year_of_four_digits() {
    let day = date(2026, 3, 4);
    for language in Language::ALL {
        assert_eq!(Locale::new(language).date(day), "04/03/2026");
    }
    assert_eq!(native(Language::Bengali).date(day), "০৪/০৩/২০২৬");
    assert_eq!(native(Language::Hindi).date(day), "०४/०३/२०२६");
    assert_eq!(native(Language::French).date(day), "04/03/2026");
}

#[test]
fn long_dates_are_words_of_the_language() {
    let day = date(2026, 11, 21);
    let long = |language| Locale::new(language).date_long(day);
    assert_eq!(long(Language::English), "21 November 2026");
    assert_eq!(long(Language::French), "21 novembre 2026");
    assert_eq!(long(Language::Spanish), "21 de noviembre de 2026");
    assert_eq!(long(Language::Hindi), "21 नवंबर, 2026");
    assert_eq!(long(Language::Bengali), "21 নভেম্বর, 2026");
    assert_eq!(native(Language::Bengali).date_long(day), "২১ নভেম্বর, ২০২৬");
}

#[test]
fn instants_say_the_zone_they_are_shown_in() {
    let at: jiff::Timestamp = "2026-11-20T19:00:00Z".parse().unwrap();
    let english = Locale::new(Language::English);
    assert_eq!(
        english.instant(at, "Asia/Dhaka"),
        "21/11/2026 01:00:00 +06:00"
    );
    assert_eq!(
        english.instant(at, "Asia/Kolkata"),
        "21/11/2026 00:30:00 +05:30"
    );
    assert_eq!(
        english.instant(at, "Europe/Paris"),
        "20/11/2026 20:00:00 +01:00"
    );
    assert_eq!(english.instant(at, "No/Such"), "20/11/2026 19:00:00 +00:00");
    assert_eq!(
        native(Language::Bengali).instant(at, "Asia/Dhaka"),
        "২১/১১/২০২৬ ০১:০০:০০ +০৬:০০"
    );
}

#[test]
fn moments_of_lists_end_at_the_minute_and_have_the_rest_at_hand() {
    let at: jiff::Timestamp = "2026-11-20T19:00:59Z".parse().unwrap();
    let english = Locale::new(Language::English);
    assert_eq!(english.moment(at, "Asia/Dhaka"), "21/11/2026 01:00");
    assert_eq!(
        native(Language::Bengali).moment(at, "Asia/Dhaka"),
        "২১/১১/২০২৬ ০১:০০"
    );
    let shown = pages::tables::moment(english, at, "Asia/Dhaka").into_string();
    assert!(
        shown.contains("title=\"21/11/2026 01:00:59 +06:00\""),
        "{shown}"
    );
    assert!(
        shown.contains("datetime=\"2026-11-20T19:00:59Z\""),
        "{shown}"
    );
}

#[test]
fn typed_dates_are_understood_or_refused() {
    let english = Locale::new(Language::English);
    for typed in [
        "2026-11-21",
        "21/11/2026",
        "21.11.2026",
        "21-11-2026",
        "২১/১১/২০২৬",
        "२१/११/२०२६",
        " 21 / 11 / 2026 ",
    ] {
        assert_eq!(
            english.parse_date(typed),
            Ok(date(2026, 11, 21)),
            "{typed:?}"
        );
    }
    let code = |typed: &str| english.parse_date(typed).unwrap_err().code();
    assert_eq!(code(""), "date-empty");
    assert_eq!(code("21/11/26"), "date-not-understood");
    assert_eq!(code("21 nov 2026"), "date-not-understood");
    assert_eq!(code("+1/+1/2026"), "date-not-understood");
    assert_eq!(code("31/02/2026"), "date-no-such-day");
    assert_eq!(code("11/21/2026"), "date-no-such-day");
    assert_eq!(code("29/02/2025"), "date-no-such-day");
}
