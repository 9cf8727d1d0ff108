//! `tijori backups schedules`: when backups are made by themselves, while the program serves.

use super::{Desk, places};
use crate::arguments::backups::{Day, Every, SchedulesAdd, SchedulesVerb};
use crate::failure::Failure;
use crate::output::{complain, table};
use crate::passphrase::for_a_new_backup;
use backup::{books_key, catalog_key};
use catalog::{Key, Rhythm, Schedule};
use jiff::civil::Weekday;
use pages::Argument;
use serde_json::{Value, json};
use store::{BusinessEntry, Standing};

/// Does what was asked for.
pub fn run(desk: &Desk<'_>, verb: &SchedulesVerb) -> Result<u8, Failure> {
    let catalog = desk.keeping().catalog()?;
    match verb {
        SchedulesVerb::List => list(desk, &catalog.schedules()?),
        SchedulesVerb::Add(wanted) => {
            let schedule = schedule_of(desk, wanted)?;
            catalog.put_schedule(&schedule)?;
            tell(desk, &schedule, "command-schedule-added")?;
            tell_waiting(desk, &schedule)
        }
        SchedulesVerb::Pause { schedule } => {
            let mut schedule = find(desk, schedule)?;
            schedule.is_on = false;
            catalog.put_schedule(&schedule)?;
            tell(desk, &schedule, "command-schedule-paused")
        }
        SchedulesVerb::Resume { schedule } => {
            let mut schedule = find(desk, schedule)?;
            (schedule.is_on, schedule.since) = (true, desk.keeping().now());
            catalog.put_schedule(&schedule)?;
            tell(desk, &schedule, "command-schedule-resumed")?;
            tell_waiting(desk, &schedule)
        }
        SchedulesVerb::Remove { schedule } => {
            let schedule = find(desk, schedule)?;
            catalog.remove_schedule(schedule.key)?;
            tell(desk, &schedule, "command-schedule-removed")
        }
    }
}

fn find(desk: &Desk<'_>, key: &str) -> Result<Schedule, Failure> {
    let schedules = desk.keeping().catalog()?.schedules()?;
    let mut found = schedules
        .into_iter()
        .filter(|schedule| schedule.key.to_string() == key);
    found
        .next()
        .ok_or_else(|| Failure::usage("command-schedule-unknown", vec![("key", key.to_owned())]))
}

fn schedule_of(desk: &Desk<'_>, wanted: &SchedulesAdd) -> Result<Schedule, Failure> {
    let business = wanted.business.as_deref();
    let mut to = places::keys_of(desk, &wanted.places)?;
    if to.is_empty() {
        to = desk
            .keeping()
            .places()?
            .iter()
            .map(|place| place.key)
            .collect();
    }
    if to.is_empty() {
        return Err(Failure::usage("keeping-no-places", Vec::new()));
    }
    if let Some(address) = &wanted.email {
        mail::Mailbox::parse(address)?;
    }
    let passphrase = match wanted.encrypt {
        true => {
            let passphrase = for_a_new_backup(desk.arguments, desk.locale)?;
            Some(desk.keeping().keep_passphrase(&passphrase)?)
        }
        false => None,
    };
    Ok(Schedule {
        key: catalog_key(web::stamp::random_key()?),
        business: business.map(|name| desk.business(name)).transpose()?,
        rhythm: match wanted.every {
            Every::Hour => Rhythm::Hourly,
            Every::Day => Rhythm::Daily(wanted.at),
            Every::Week => Rhythm::Weekly(weekday(wanted.on), wanted.at),
            Every::Close => Rhythm::OnClose,
        },
        places: to,
        contents: wanted.left_out.contents(),
        passphrase,
        is_rehearsed: !wanted.no_rehearsal,
        alarm_to: wanted.email.clone(),
        is_on: true,
        since: desk.keeping().now(),
    })
}

const fn weekday(day: Day) -> Weekday {
    match day {
        Day::Monday => Weekday::Monday,
        Day::Tuesday => Weekday::Tuesday,
        Day::Wednesday => Weekday::Wednesday,
        Day::Thursday => Weekday::Thursday,
        Day::Friday => Weekday::Friday,
        Day::Saturday => Weekday::Saturday,
        Day::Sunday => Weekday::Sunday,
    }
}

/// How often, as it is typed.
fn rhythm_words(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Hourly => "hour".to_owned(),
        Rhythm::Daily(at) => format!("day {}", at.strftime("%H:%M")),
        Rhythm::Weekly(day, at) => {
            let day = format!("{day:?}").to_lowercase();
            format!("week {day} {}", at.strftime("%H:%M"))
        }
        Rhythm::OnClose => "close".to_owned(),
    }
}

fn list(desk: &Desk<'_>, schedules: &[Schedule]) -> Result<u8, Failure> {
    let names = desk.names()?;
    let facts: Vec<Value> = schedules
        .iter()
        .map(|schedule| schedule_facts(desk, schedule))
        .collect::<Result<_, Failure>>()?;
    // One for all businesses goes on for the others.
    let waits = |schedule: &Schedule| {
        schedule.business.is_some()
            && waiting(desk, schedule).is_ok_and(|waiting| !waiting.is_empty())
    };
    let rows: Vec<Vec<String>> = schedules
        .iter()
        .map(|schedule| {
            let to = schedule.places.iter().map(|key| names.place(Some(*key)));
            let on = match schedule.is_on {
                true if waits(schedule) => "word-waits",
                true => "on",
                false => "word-paused",
            };
            vec![
                schedule.key.to_string(),
                name_of(desk, schedule.business),
                rhythm_words(schedule.rhythm),
                to.collect::<Vec<_>>().join(", "),
                desk.locale.text(&format!("command-schedule-{on}")),
            ]
        })
        .collect();
    let words = match rows.is_empty() {
        true => desk.locale.text("command-schedules-none"),
        false => table(&rows),
    };
    desk.tell(&json!({ "schedules": facts }), &words)?;
    Ok(0)
}

/// The businesses for which a schedule does nothing yet: they were brought in, and wait for their
/// owner's word or are copies (SPEC-import.md, section 4).
fn waiting(desk: &Desk<'_>, schedule: &Schedule) -> Result<Vec<BusinessEntry>, Failure> {
    let mut entries = desk.program.app.store.businesses()?;
    entries.retain(|entry| {
        let is_meant = schedule.concerns(catalog_key(entry.key));
        entry.fault.is_none() && is_meant && !entry.standing.is_own()
    });
    Ok(entries)
}

/// Says for whom a schedule waits, and how that is ended. Of a schedule for all businesses those
/// that a person called copies are no news.
fn tell_waiting(desk: &Desk<'_>, schedule: &Schedule) -> Result<u8, Failure> {
    for entry in waiting(desk, schedule)? {
        let is_answered = entry.standing == Standing::Copy;
        if desk.arguments.json || (is_answered && schedule.business.is_none()) {
            continue;
        }
        let command = format!("tijori business confirm {}", entry.key);
        let told = [
            ("name", Argument::Text(&entry.name)),
            ("command", Argument::Text(&command)),
        ];
        let sentence = format!("command-schedule-waits-{}", entry.standing.code());
        complain(&desk.locale.text_with(&sentence, &told));
    }
    Ok(0)
}

/// The name of the business, or the word for all of them.
fn name_of(desk: &Desk<'_>, business: Option<Key>) -> String {
    let Some(key) = business else {
        return desk.locale.text("command-schedule-all");
    };
    let open = desk.program.app.store.open(books_key(key)).ok();
    let profile = open.and_then(|it| it.read().ok()?.profile().ok());
    profile.map_or_else(|| key.to_string(), |profile| profile.name)
}

fn tell(desk: &Desk<'_>, schedule: &Schedule, sentence: &str) -> Result<u8, Failure> {
    let key = schedule.key.to_string();
    let words = desk
        .locale
        .text_with(sentence, &[("key", Argument::Text(&key))]);
    let document = json!({ "schedule": schedule_facts(desk, schedule)? });
    desk.tell(&document, &words)?;
    Ok(0)
}

fn schedule_facts(desk: &Desk<'_>, schedule: &Schedule) -> Result<Value, Failure> {
    let names = desk.names()?;
    let places: Vec<Value> = schedule
        .places
        .iter()
        .map(|key| json!({ "key": key.to_string(), "name": names.place(Some(*key)) }))
        .collect();
    let (at, day) = match schedule.rhythm {
        Rhythm::Daily(at) => (Some(at), None),
        Rhythm::Weekly(day, at) => (Some(at), Some(format!("{day:?}").to_lowercase())),
        Rhythm::Hourly | Rhythm::OnClose => (None, None),
    };
    let waiting: Vec<Value> = waiting(desk, schedule)?
        .iter()
        .map(|entry| {
            json!({
                "key": entry.key.to_string(),
                "name": entry.name,
                "standing": entry.standing.code(),
                "confirm_with": format!("tijori business confirm {}", entry.key),
            })
        })
        .collect();
    Ok(json!({
        "key": schedule.key.to_string(),
        "business": schedule.business.map(|key| key.to_string()),
        "every": schedule.rhythm.code(),
        "at": at.map(|at| at.strftime("%H:%M").to_string()),
        "on": day,
        "places": places,
        "contents": {
            "attachments": schedule.contents.attachments,
            "emails": schedule.contents.emails,
            "history": schedule.contents.history,
        },
        "encrypted": schedule.passphrase.is_some(),
        "rehearsed": schedule.is_rehearsed,
        "email": schedule.alarm_to,
        "runs": schedule.is_on,
        "waiting_for": waiting,
        "since": schedule.since.to_string(),
    }))
}
