//! The form of a schedule, and what was typed read into one.

use super::run_form::{contents_boxes, place_boxes};
use super::schedules::Around;
use super::words::weekday;
use crate::settings::meanwhile;
use backup::{PASSPHRASE_CHARACTERS_MIN, Passphrase, is_too_short};
use catalog::{Contents, Key, Place, Rhythm, Schedule};
use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use maud::{Markup, html};
use pages::forms::{Choice, Field};
use pages::{Argument, Locale, forms};

/// The days of the week, by the code that the form sends.
const WEEK: [(&str, Weekday); 7] = [
    ("1", Weekday::Monday),
    ("2", Weekday::Tuesday),
    ("3", Weekday::Wednesday),
    ("4", Weekday::Thursday),
    ("5", Weekday::Friday),
    ("6", Weekday::Saturday),
    ("7", Weekday::Sunday),
];
/// The longest address for alarms, in characters.
const ADDRESS_CHARACTERS_MAX: usize = 254;

/// What is wrong with fields: their names, and sentences.
pub(super) type Errors = Vec<(&'static str, String)>;

/// What the form holds.
#[derive(Clone, Default)]
pub(super) struct Typed {
    business: String,
    rhythm: String,
    time: String,
    day: String,
    places: Vec<String>,
    contents: Contents,
    is_rehearsed: bool,
    alarm_to: String,
    /// Whether a passphrase is wanted; that which is kept stays where none is typed.
    is_encrypted: bool,
    passphrase: String,
    again: String,
    /// What the form was made from.
    pub(super) base: String,
}

impl Typed {
    /// What was sent.
    pub(super) fn read(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self {
            contents: Contents {
                attachments: false,
                emails: false,
                history: false,
            },
            ..Self::default()
        };
        for (name, value) in pairs {
            match name.as_str() {
                "base" => typed.base = value,
                "business" => typed.business = value,
                "rhythm" => typed.rhythm = value,
                "time" => typed.time = value,
                "day" => typed.day = value,
                "place" => typed.places.push(value),
                "attachments" => typed.contents.attachments = true,
                "emails" => typed.contents.emails = true,
                "history" => typed.contents.history = true,
                "rehearsed" => typed.is_rehearsed = true,
                "alarm_to" => typed.alarm_to = value,
                "encrypted" => typed.is_encrypted = true,
                "passphrase" => typed.passphrase = value,
                "passphrase_again" => typed.again = value,
                _ => {}
            }
        }
        typed
    }

    /// What the form of a new schedule begins with: everything, every day, into all places.
    pub(super) fn of_new(places: &[Place]) -> Self {
        Self {
            rhythm: "daily".to_owned(),
            time: "18:00".to_owned(),
            day: "5".to_owned(),
            places: places.iter().map(|place| place.key.to_string()).collect(),
            is_rehearsed: true,
            ..Self::default()
        }
    }

    /// A schedule as it is kept.
    pub(super) fn of(schedule: &Schedule) -> Self {
        let (time, day) = match schedule.rhythm {
            Rhythm::Daily(time) => (Some(time), None),
            Rhythm::Weekly(day, time) => (Some(time), Some(day)),
            Rhythm::Hourly | Rhythm::OnClose => (None, None),
        };
        let code = |day| {
            WEEK.iter()
                .find(|(_, other)| *other == day)
                .map(|(code, _)| *code)
        };
        Self {
            business: schedule
                .business
                .map(|key| key.to_string())
                .unwrap_or_default(),
            rhythm: schedule.rhythm.code().to_owned(),
            time: time.map_or_else(
                || "18:00".to_owned(),
                |time| time.strftime("%H:%M").to_string(),
            ),
            day: day.and_then(code).unwrap_or("5").to_owned(),
            places: schedule.places.iter().map(Key::to_string).collect(),
            contents: schedule.contents,
            is_rehearsed: schedule.is_rehearsed,
            alarm_to: schedule.alarm_to.clone().unwrap_or_default(),
            is_encrypted: schedule.passphrase.is_some(),
            ..Self::default()
        }
    }

    /// What was typed as a schedule, in the place of the one `before` where there is one.
    pub(super) fn schedule(
        &self,
        locale: Locale,
        around: &Around,
        key: Key,
        now: Timestamp,
        before: Option<&Schedule>,
    ) -> Result<Schedule, Errors> {
        let mut errors = Errors::new();
        let mut wrong = |name, key: &str| errors.push((name, locale.text(key)));
        let business = match self.business.as_str() {
            "" => Some(None),
            text => text.parse().ok().map(Some),
        };
        if business.is_none() {
            wrong("business", "schedule-business-gone");
        }
        let rhythm = self.rhythm();
        if rhythm.is_none() {
            wrong("time", "schedule-time-wrong");
        }
        let known = |key: &Key| around.places.iter().any(|place| place.key == *key);
        let parsed = self.places.iter().filter_map(|text| text.parse().ok());
        let places: Vec<Key> = parsed.filter(known).collect();
        if places.is_empty() {
            wrong("place", "schedule-no-places");
        }
        let alarm_to = self.alarm_to.trim();
        if !is_address(alarm_to) {
            wrong("alarm_to", "schedule-alarm-wrong");
        }
        if let Some(sentence) = self.passphrase_wrong(locale, before) {
            errors.push(("passphrase", sentence));
        }
        let (Some(business), Some(rhythm), true) = (business, rhythm, errors.is_empty()) else {
            return Err(errors);
        };
        let is_on = before.is_none_or(|before| before.is_on);
        // Another rhythm begins now: moments that were never meant are not made up.
        let same = before.filter(|before| before.rhythm == rhythm && before.business == business);
        Ok(Schedule {
            key,
            business,
            rhythm,
            places,
            contents: self.contents,
            passphrase: before
                .and_then(|before| before.passphrase)
                .filter(|_| self.is_encrypted),
            is_rehearsed: self.is_rehearsed,
            alarm_to: Some(alarm_to.to_owned()).filter(|address| !address.is_empty()),
            is_on,
            since: same.map_or(now, |before| before.since),
        })
    }

    /// The passphrase that was typed, if one is wanted and one was.
    pub(super) fn new_passphrase(&self) -> Option<Passphrase> {
        let is_new = self.is_encrypted && !self.passphrase.is_empty();
        is_new.then(|| Passphrase::new(self.passphrase.clone()))
    }

    fn passphrase_wrong(&self, locale: Locale, before: Option<&Schedule>) -> Option<String> {
        if !self.is_encrypted {
            return None;
        }
        let Some(passphrase) = self.new_passphrase() else {
            let is_kept = before.is_some_and(|before| before.passphrase.is_some());
            return (!is_kept).then(|| locale.text("error-keeping-passphrase-missing"));
        };
        if is_too_short(&passphrase) {
            let least = u64::try_from(PASSPHRASE_CHARACTERS_MIN).unwrap_or(u64::MAX);
            let told = [("count", Argument::Count(least))];
            return Some(locale.text_with("schedule-passphrase-short", &told));
        }
        let differs = self.passphrase != self.again;
        differs.then(|| locale.text("schedule-passphrase-differs"))
    }

    fn rhythm(&self) -> Option<Rhythm> {
        let time = || Time::strptime("%H:%M", self.time.trim().get(..5)?).ok();
        let day = || WEEK.iter().find(|(code, _)| *code == self.day);
        Some(match self.rhythm.as_str() {
            "hourly" => Rhythm::Hourly,
            "on-close" => Rhythm::OnClose,
            "daily" => Rhythm::Daily(time()?),
            "weekly" => Rhythm::Weekly(day()?.1, time()?),
            _ => return None,
        })
    }
}

/// Whether this can be an address for emails, or is left empty.
fn is_address(text: &str) -> bool {
    let parts = || {
        let (name, host) = text.rsplit_once('@')?;
        Some(!name.is_empty() && !host.is_empty() && !text.contains(char::is_whitespace))
    };
    text.is_empty() || (text.chars().count() <= ADDRESS_CHARACTERS_MAX && parts().unwrap_or(false))
}

/// The form.
pub(super) fn form(
    locale: Locale,
    action: &str,
    back: &str,
    around: &Around,
    typed: &Typed,
    errors: &[(&'static str, String)],
) -> Markup {
    let wrong = |name: &str| {
        let found = errors.iter().find(|(field, _)| *field == name);
        found.map(|(_, sentence)| sentence.as_str())
    };
    let is_ticked = |place: &Place| typed.places.contains(&place.key.to_string());
    html! {
        (forms::form(action, false, html! {
            (meanwhile::field(&typed.base))
            (businesses(locale, around, typed, wrong("business")))
            (rhythms(locale, typed))
            div .fields .schedule-when {
                (time_field(locale, typed, wrong("time")))
                (day_field(locale, typed))
            }
            (place_boxes(locale, &around.places, &is_ticked, wrong("place")))
            (contents_boxes(locale, typed.contents))
            (forms::checkbox(
                &Field {
                    name: "rehearsed",
                    label: &locale.text("schedule-rehearsed-label"),
                    hint: Some(&locale.text("schedule-rehearsed-hint")),
                    ..Field::default()
                },
                typed.is_rehearsed,
            ))
            (encryption(locale, typed, wrong("passphrase")))
            (forms::email(&Field {
                name: "alarm_to",
                label: &locale.text("schedule-alarm-to"),
                value: &typed.alarm_to,
                hint: Some(&locale.text("schedule-alarm-hint")),
                error: wrong("alarm_to"),
                ..Field::default()
            }))
            (forms::submit(locale, &locale.text("button-save"), Some(back)))
        }))
    }
}

/// Whether a passphrase protects the backups; what is kept is never put back.
fn encryption(locale: Locale, typed: &Typed, wrong: Option<&str>) -> Markup {
    let hint = locale.text(if typed.is_encrypted && wrong.is_none() {
        "schedule-passphrase-kept"
    } else {
        "schedule-passphrase-hint"
    });
    html! {
        (forms::checkbox(
            &Field {
                name: "encrypted",
                label: &locale.text("schedule-encrypted"),
                ..Field::default()
            },
            typed.is_encrypted,
        ))
        div .fields .schedule-passphrase {
            (forms::password(&Field {
                name: "passphrase",
                label: &locale.text("schedule-passphrase"),
                hint: Some(&hint),
                error: wrong,
                ..Field::default()
            }))
            (forms::password(&Field {
                name: "passphrase_again",
                label: &locale.text("schedule-passphrase-again"),
                ..Field::default()
            }))
        }
    }
}

fn businesses(locale: Locale, around: &Around, typed: &Typed, wrong: Option<&str>) -> Markup {
    let keys: Vec<String> = around
        .businesses
        .iter()
        .map(|(key, _)| key.to_string())
        .collect();
    let choices: Vec<Choice<'_>> = keys
        .iter()
        .zip(&around.businesses)
        .map(|(value, (_, label))| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    forms::select(
        &Field {
            name: "business",
            label: &locale.text("businesses-column-name"),
            value: &typed.business,
            error: wrong,
            none_label: Some(&locale.text("schedule-all-businesses")),
            ..Field::default()
        },
        &choices,
    )
}

fn rhythms(locale: Locale, typed: &Typed) -> Markup {
    let labels = [
        ("hourly", "schedule-hourly"),
        ("daily", "schedule-daily"),
        ("weekly", "schedule-weekly"),
        ("on-close", "schedule-on-close"),
    ]
    .map(|(value, key)| (value, locale.text(key)));
    let choices = labels.each_ref().map(|(value, label)| Choice {
        value,
        label,
        group: "",
    });
    forms::radios(
        &Field {
            name: "rhythm",
            label: &locale.text("schedule-rhythm"),
            value: &typed.rhythm,
            required: true,
            ..Field::default()
        },
        &choices,
    )
}

/// A time of day: browsers send it as HH:MM in Latin digits, however they show it.
fn time_field(locale: Locale, typed: &Typed, wrong: Option<&str>) -> Markup {
    let field = Field {
        name: "time",
        label: &locale.text("schedule-time"),
        hint: Some(&locale.text("schedule-time-hint")),
        error: wrong,
        ..Field::default()
    };
    forms::labelled(
        &field,
        html! { input type="time" id="time" name="time" value=(typed.time) step="60"; },
    )
}

fn day_field(locale: Locale, typed: &Typed) -> Markup {
    let labels = WEEK.map(|(code, day)| (code, weekday(locale, day)));
    let choices = labels.each_ref().map(|(value, label)| Choice {
        value,
        label,
        group: "",
    });
    forms::select(
        &Field {
            name: "day",
            label: &locale.text("schedule-day"),
            value: &typed.day,
            hint: Some(&locale.text("schedule-day-hint")),
            required: true,
            ..Field::default()
        },
        &choices,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::PlaceKind;

    fn around() -> Around {
        Around {
            places: vec![Place {
                key: Key::from_bytes([7; 16]),
                name: "Disk".to_owned(),
                kind: PlaceKind::Folder("/mnt/disk".to_owned()),
            }],
            businesses: Vec::new(),
            zone: "UTC".to_owned(),
        }
    }

    fn read(typed: &Typed, before: Option<&Schedule>) -> Result<Schedule, Errors> {
        let now = Timestamp::UNIX_EPOCH;
        typed.schedule(Locale::default(), &around(), Key::default(), now, before)
    }

    #[test]
    fn every_rhythm_comes_back_from_its_form() {
        let time = Time::constant(2, 5, 0, 0);
        for rhythm in [
            Rhythm::Hourly,
            Rhythm::OnClose,
            Rhythm::Daily(time),
            Rhythm::Weekly(Weekday::Friday, time),
        ] {
            let schedule = Schedule {
                rhythm,
                ..read(&Typed::of_new(&around().places), None).expect("a schedule")
            };
            let again = read(&Typed::of(&schedule), Some(&schedule)).expect("a schedule");
            assert_eq!(again, schedule);
        }
    }

    #[test]
    fn mistakes_are_named_beside_their_fields() {
        let typed = Typed {
            business: "nobody".to_owned(),
            time: "25:00".to_owned(),
            places: vec![Key::default().to_string()],
            alarm_to: "rahima".to_owned(),
            ..Typed::of_new(&[])
        };
        let errors = read(&typed, None).expect_err("four mistakes");
        let names: Vec<&str> = errors.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["business", "time", "place", "alarm_to"]);
        assert!(is_address("rahima@example.com") && is_address("") && !is_address("a b@c"));
    }

    #[test]
    fn another_rhythm_begins_now_and_the_same_one_goes_on() {
        let before = Schedule {
            since: Timestamp::from_second(-5).expect("a moment"),
            is_on: false,
            ..read(&Typed::of_new(&around().places), None).expect("a schedule")
        };
        let same = read(&Typed::of(&before), Some(&before)).expect("a schedule");
        assert_eq!(same, before);
        let hourly = Typed {
            rhythm: "hourly".to_owned(),
            ..Typed::of(&before)
        };
        let other = read(&hourly, Some(&before)).expect("a schedule");
        assert_eq!((other.since, other.is_on), (Timestamp::UNIX_EPOCH, false));
    }
}
