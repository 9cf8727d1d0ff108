//! What is due over changes of the clocks, other zones, and clocks that were wrong.

use super::*;
use jiff::civil::Weekday;

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

const EVENING: Rhythm = Rhythm::Daily(Time::constant(22, 0, 0, 0));

fn next(rhythm: Rhythm, place: &str, after: &str) -> Timestamp {
    next_due(rhythm, &zone(place), moment(after)).unwrap()
}

#[test]
fn spec_1_2_hours_are_those_on_the_clock_of_the_zone() {
    // Kolkata is half an hour off.
    let after = next(Rhythm::Hourly, "Asia/Kolkata", "2026-11-22T04:10:00Z");
    assert_eq!(after, moment("2026-11-22T04:30:00Z"));
    let on_the_hour = next(Rhythm::Hourly, "Asia/Kolkata", "2026-11-22T04:30:00Z");
    assert_eq!(on_the_hour, moment("2026-11-22T05:30:00Z"));
}

#[test]
fn spec_1_2_a_time_that_is_left_out_comes_later_and_one_that_is_repeated_comes_once() {
    let night = Rhythm::Daily(Time::constant(2, 30, 0, 0));
    let spring = next(night, "Europe/Paris", "2026-03-28T12:00:00Z");
    assert_eq!(spring, moment("2026-03-29T01:30:00Z"), "03:30 of summer");
    let autumn = next(night, "Europe/Paris", "2026-10-24T12:00:00Z");
    assert_eq!(autumn, moment("2026-10-25T00:30:00Z"), "02:30 of summer");
    let then = next_due(night, &zone("Europe/Paris"), autumn).unwrap();
    assert_eq!(then, moment("2026-10-26T01:30:00Z"));
}

#[test]
fn spec_1_2_weeks_and_leap_days() {
    let friday = Rhythm::Weekly(Weekday::Friday, Time::constant(2, 0, 0, 0));
    let dhaka = "Asia/Dhaka";
    let after = next(friday, dhaka, "2026-11-22T00:00:00Z");
    assert_eq!(after, moment("2026-11-26T20:00:00Z"));
    assert_eq!(
        next_due(friday, &zone(dhaka), after),
        Some(moment("2026-12-03T20:00:00Z"))
    );
    assert_eq!(latest_due(friday, &zone(dhaka), after), Some(after));
    let leap = next(EVENING, "UTC", "2028-02-28T22:00:00Z");
    assert_eq!(leap, moment("2028-02-29T22:00:00Z"));
}

#[test]
fn spec_1_2_next_and_latest_agree_everywhere() {
    for name in [
        "UTC",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/Havana",
    ] {
        let zone = zone(name);
        for rhythm in [Rhythm::Hourly, EVENING, Rhythm::Daily(Time::midnight())] {
            let mut at = moment("2011-12-20T00:00:00Z");
            for _ in 0..400 {
                let next = next_due(rhythm, &zone, at).unwrap();
                assert!(next > at, "{name} {rhythm:?} {at}");
                let latest = latest_due(rhythm, &zone, next).unwrap();
                assert!(
                    latest <= next && latest > at,
                    "{name} {rhythm:?} {next} {latest}"
                );
                at = next;
            }
        }
    }
}

#[test]
fn spec_1_3_nothing_is_due_twice() {
    let zone = zone("Asia/Dhaka");
    let since = moment("2026-11-20T00:00:00Z");
    let now = moment("2026-11-20T16:05:00Z");
    let first = due(EVENING, &zone, since, None, now).unwrap();
    assert_eq!(first.at, moment("2026-11-20T16:00:00Z"));
    assert_eq!(due(EVENING, &zone, since, Some(first.at), now), None);
    assert_eq!(due(EVENING, &zone, now, None, now), None, "made after it");
    assert_eq!(due(Rhythm::OnClose, &zone, since, None, now), None);
}

#[test]
fn spec_1_4_days_that_passed_are_told_and_the_last_is_made_up() {
    let zone = zone("Asia/Dhaka");
    let since = moment("2026-11-01T00:00:00Z");
    let dealt_with = Some(moment("2026-11-10T16:00:00Z"));
    let now = moment("2026-11-13T03:00:00Z");
    let found = due(EVENING, &zone, since, dealt_with, now).unwrap();
    assert_eq!(found.at, moment("2026-11-12T16:00:00Z"));
    assert_eq!(found.missed, [moment("2026-11-11T16:00:00Z")]);
    // Every hour: one for each day, and none for the day on which something was done.
    let dealt_with = Some(moment("2026-11-10T04:00:00Z"));
    let found = due(Rhythm::Hourly, &zone, since, dealt_with, now).unwrap();
    assert_eq!(found.at, now);
    let days = ["2026-11-11T17:00:00Z", "2026-11-12T17:00:00Z"].map(moment);
    assert_eq!(found.missed, days);
}

#[test]
fn spec_1_4_a_jump_of_the_clock_tells_a_bounded_number() {
    let zone = zone("Asia/Dhaka");
    let since = moment("2026-11-01T00:00:00Z");
    let found = due(
        Rhythm::Hourly,
        &zone,
        since,
        None,
        moment("2076-11-01T00:00:00Z"),
    )
    .unwrap();
    assert_eq!(found.missed.len(), MISSED_COUNT_MAX);
    assert!(found.missed.is_sorted());
    assert!(found.missed.last() < Some(&found.at));
}

#[test]
fn spec_1_3_a_clock_that_was_ahead_stops_nothing() {
    let zone = zone("Asia/Dhaka");
    let now = moment("2026-11-22T17:00:00Z");
    let future = moment("2099-01-01T00:00:00Z");
    // The schedule was made, and run, while the clock was ahead.
    let found = due(EVENING, &zone, future, Some(future), now).unwrap();
    assert_eq!(found.at, moment("2026-11-22T16:00:00Z"));
    assert!(found.missed.is_empty());
    // The run of today is known now, beside that of the future, which is passed over.
    assert_eq!(due(EVENING, &zone, future, Some(found.at), now), None);
    let tomorrow = moment("2026-11-23T17:00:00Z");
    assert!(due(EVENING, &zone, future, Some(found.at), tomorrow).is_some());
}

#[test]
fn a_business_that_moves_to_another_zone_is_due_there() {
    let dealt_with = Some(moment("2026-11-20T16:00:00Z"));
    let since = moment("2026-11-01T00:00:00Z");
    let now = moment("2026-11-20T21:30:00Z");
    let found = due(EVENING, &zone("Europe/Paris"), since, dealt_with, now).unwrap();
    assert_eq!(found.at, moment("2026-11-20T21:00:00Z"));
    assert!(found.missed.is_empty());
}
