//! Words that all pages of kept backups share: contents, rhythms, states, troubles, addresses.

use backup::{KeepError, books_key};
use catalog::{BackupEntry, Contents, EntryState, Key, Place, PlaceKind, Rhythm, Trouble};
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};
use pages::tables::{BadgeKind, badge};
use pages::{Argument, Locale, user_text};

/// A Monday: the days after it stand for the days of every week.
const MONDAY: Date = jiff::civil::date(2026, 11, 23);

/// The address of a business's calendar, or of a page below it.
pub(super) fn address(business: books::Key, part: &str) -> String {
    crate::addresses::business_part(business, &format!("keeping{part}"))
}

/// The same by the key that the catalogue has.
pub(super) fn address_of(business: Key, part: &str) -> String {
    address(books_key(business), part)
}

/// The address of the day on which something happened, in a calendar.
pub(super) fn day_address(business: Key, at: Timestamp, zone: &str) -> String {
    let date = date_of(at, zone);
    address_of(business, &format!("?day={date}"))
}

/// The day of a moment in a zone; in UTC where nobody knows the zone.
pub(super) fn date_of(at: Timestamp, zone: &str) -> Date {
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    at.to_zoned(zone).date()
}

/// What is in a backup.
pub(super) fn contents(locale: Locale, contents: Contents) -> String {
    if contents == Contents::ALL {
        return locale.text("backup-everything");
    }
    let parts = [
        ("backup-attachments", contents.attachments),
        ("backup-emails", contents.emails),
        ("backup-history", contents.history),
    ];
    let out: Vec<String> = parts
        .into_iter()
        .filter(|(_, is_in)| !is_in)
        .map(|(key, _)| locale.text(key))
        .collect();
    let out = out.join(", ");
    locale.text_with("backup-left-out", &[("sections", Argument::Text(&out))])
}

/// How often, as a sentence.
pub(super) fn rhythm(locale: Locale, rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Hourly => locale.text("schedule-hourly"),
        Rhythm::OnClose => locale.text("schedule-on-close"),
        Rhythm::Daily(time) => {
            let time = locale.time(time);
            locale.text_with("schedule-daily-at", &[("time", Argument::Text(&time))])
        }
        Rhythm::Weekly(day, time) => {
            let (day, time) = (weekday(locale, day), locale.time(time));
            let told = [
                ("day", Argument::Text(&day)),
                ("time", Argument::Text(&time)),
            ];
            locale.text_with("schedule-weekly-at", &told)
        }
    }
}

/// The name of a day of the week.
pub(super) fn weekday(locale: Locale, day: Weekday) -> String {
    locale.weekday(date_on(day))
}

/// A day that falls on this day of the week.
pub(super) fn date_on(day: Weekday) -> Date {
    let back = i64::from(day.to_monday_zero_offset());
    MONDAY
        .checked_add(jiff::Span::new().days(back))
        .unwrap_or(MONDAY)
}

/// What went wrong, as a sentence; moments among the facts as the reader writes them.
pub(super) fn trouble(locale: Locale, trouble: &Trouble, zone: &str) -> String {
    let shown: Vec<(&str, String)> = trouble
        .arguments
        .iter()
        .map(|(name, value)| {
            let moment = value.parse::<Timestamp>();
            let value = moment.map_or_else(|_| value.clone(), |at| locale.moment(at, zone));
            (name.as_str(), value)
        })
        .collect();
    locale.error(&trouble.code, &shown)
}

/// The same of an error that was not noted.
pub(super) fn error(locale: Locale, error: &KeepError, zone: &str) -> String {
    trouble(locale, &error.trouble(), zone)
}

/// What became of a backup, in a small frame.
pub(super) fn state_badge(locale: Locale, entry: &BackupEntry) -> Markup {
    let state = &entry.state;
    if entry.is_good() && !entry.is_sound() {
        return badge(BadgeKind::Bad, &locale.text("kept-state-spoilt"));
    }
    let kind = match state {
        EntryState::Good => BadgeKind::Good,
        EntryState::Failed(_) | EntryState::Lost(_) => BadgeKind::Bad,
        EntryState::Missed => BadgeKind::Warning,
        EntryState::Trashed(_) | EntryState::Emptied(_) => BadgeKind::Plain,
    };
    badge(kind, &locale.text(&format!("kept-state-{}", state.code())))
}

/// The name of a place; one that was removed has none any more.
pub(super) fn place_name(places: &[Place], key: Option<Key>) -> Option<&str> {
    let found = places.iter().find(|place| Some(place.key) == key);
    found.map(|place| place.name.as_str())
}

/// Names of people's own, with commas between.
pub(super) fn names(names: &[String]) -> Markup {
    html! {
        @for (at, name) in names.iter().enumerate() {
            @if at > 0 { ", " }
            (user_text(name))
        }
    }
}

/// What a place is, in words.
pub(super) fn place_kind(locale: Locale, kind: &PlaceKind) -> String {
    locale.text(match kind {
        PlaceKind::Folder(_) => "place-kind-folder",
        PlaceKind::S3(_) => "place-kind-storage",
    })
}
