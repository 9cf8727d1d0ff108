//! When the next backup is due, and what was missed (docs/SPEC-keeping.md, section 1). Values in,
//! values out: the clock is an argument, and may have been wrong before.

use catalog::Rhythm;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Unit, Zoned, ZonedRound};

/// Missed days that are told at once: the newest of them.
pub const MISSED_COUNT_MAX: usize = 60;
/// Days to look through for a weekly moment, with one to spare on either side.
const DAYS_LOOKED_AT: i64 = 9;

/// What is to be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The moment that is due: the latest, when several passed.
    pub at: Timestamp,
    /// Of every earlier day on which nothing was dealt with its last due moment, the earliest
    /// first; at most [`MISSED_COUNT_MAX`].
    pub missed: Vec<Timestamp>,
}

/// What is due at `now`, if anything is. `dealt_with` is the latest due moment not after `now` that
/// a run is known of; `since` is when the schedule was made or switched on.
pub fn due(
    rhythm: Rhythm,
    zone: &TimeZone,
    since: Timestamp,
    dealt_with: Option<Timestamp>,
    now: Timestamp,
) -> Option<Due> {
    let at = latest_due(rhythm, zone, now)?;
    let dealt_with = dealt_with.filter(|moment| *moment <= now);
    // A schedule of the future was made while the clock was wrong: what is due now is done now.
    let since = Some(since).filter(|since| *since <= now);
    let begin = dealt_with.max(since);
    match begin {
        Some(begin) if at <= begin => None,
        Some(begin) => {
            let done = dealt_with.map(|moment| moment.to_zoned(zone.clone()).date());
            let missed = missed(rhythm, zone, begin, done, at);
            Some(Due { at, missed })
        }
        None => Some(Due {
            at,
            missed: Vec::new(),
        }),
    }
}

/// The first due moment after another; none for a rhythm without a clock.
pub fn next_due(rhythm: Rhythm, zone: &TimeZone, after: Timestamp) -> Option<Timestamp> {
    if rhythm == Rhythm::Hourly {
        // Two hours on, for where the clocks change by less than one.
        let mut candidates = (1..=2).filter_map(|hours| {
            let later = after.checked_add(SignedDuration::from_hours(hours)).ok()?;
            full_hour(zone, later)
        });
        return candidates.find(|moment| *moment > after);
    }
    let today = after.to_zoned(zone.clone()).date();
    let mut moments = (-1..DAYS_LOOKED_AT).filter_map(|days| {
        let date = today.checked_add(days.days()).ok()?;
        moment_on(rhythm, zone, date)
    });
    moments.find(|moment| *moment > after)
}

/// The last due moment that is not after `now`.
pub fn latest_due(rhythm: Rhythm, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    if rhythm == Rhythm::Hourly {
        return full_hour(zone, now);
    }
    let today = now.to_zoned(zone.clone()).date();
    let mut moments = (-1..DAYS_LOOKED_AT).filter_map(|days| {
        let date = today.checked_sub(days.days()).ok()?;
        moment_on(rhythm, zone, date)
    });
    moments.find(|moment| *moment <= now)
}

/// The due moments of days before that of `at`, back to `begin`. `done` is a day on which something
/// was dealt with: it was not missed.
fn missed(
    rhythm: Rhythm,
    zone: &TimeZone,
    begin: Timestamp,
    done: Option<Date>,
    at: Timestamp,
) -> Vec<Timestamp> {
    let mut found = Vec::new();
    let mut moment = at;
    while found.len() < MISSED_COUNT_MAX {
        let Some(before) = day_before(rhythm, zone, moment) else {
            break;
        };
        let date = before.to_zoned(zone.clone()).date();
        if before <= begin || done.is_some_and(|done| date <= done) {
            break;
        }
        found.push(before);
        moment = before;
    }
    found.reverse();
    found
}

/// The last due moment before the day of another.
fn day_before(rhythm: Rhythm, zone: &TimeZone, moment: Timestamp) -> Option<Timestamp> {
    let day = moment.to_zoned(zone.clone()).start_of_day().ok()?;
    let eve = day
        .timestamp()
        .checked_sub(SignedDuration::from_nanos(1))
        .ok()?;
    latest_due(rhythm, zone, eve)
}

/// The moment that is due on a day, if one is. A time that the clocks leave out comes as much
/// later; one that they repeat comes the first time.
fn moment_on(rhythm: Rhythm, zone: &TimeZone, date: Date) -> Option<Timestamp> {
    let at = |time: Time| -> Option<Zoned> { date.to_datetime(time).to_zoned(zone.clone()).ok() };
    let due = match rhythm {
        Rhythm::Daily(time) => at(time)?,
        Rhythm::Weekly(day, time) if date.weekday() == day => at(time)?,
        Rhythm::Weekly(..) | Rhythm::Hourly | Rhythm::OnClose => return None,
    };
    Some(due.timestamp())
}

/// The full hour on the clocks of the zone at or before a moment.
fn full_hour(zone: &TimeZone, moment: Timestamp) -> Option<Timestamp> {
    let rounding = ZonedRound::new()
        .smallest(Unit::Hour)
        .mode(jiff::RoundMode::Trunc);
    let hour = moment.to_zoned(zone.clone()).round(rounding).ok()?;
    Some(hour.timestamp())
}

#[cfg(test)]
mod tests;
