//! Which backups stay, and why; which go (docs/SPEC-keeping.md, section 4). Values in, values
//! out: the preview and the act ask the same function, and the clock is an argument.

use catalog::{BackupEntry, Retention};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// The newest so many never go, whatever the rule says (R13).
const NEWEST_COUNT: usize = 7;
/// Of those that were proved whole the newest so many never go (R14).
const PROVED_COUNT: usize = 3;
/// After so long without a backup nothing goes (R13).
const SILENCE_MAX: SignedDuration = SignedDuration::from_hours(45 * 24);

/// Why a backup stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is among the newest, of which none ever goes.
    Newest,
    /// It is among the newest that were proved whole.
    Proved,
    /// It is the newest that holds everything.
    Complete,
    /// The rule keeps so many of the last.
    Last,
    /// It is the last of its hour.
    Hourly,
    /// It is the last of its day.
    Daily,
    /// It is the last of its week.
    Weekly,
    /// It is the last of its month.
    Monthly,
    /// It is the last of its year.
    Yearly,
    /// No rule lets anything go.
    NoRule,
}

impl Reason {
    /// The stored, language-free name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Proved => "proved",
            Self::Complete => "complete",
            Self::Last => "last",
            Self::Hourly => "hourly",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
            Self::NoRule => "no-rule",
        }
    }
}

/// What is to become of one backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// The backup.
    pub entry: BackupEntry,
    /// Why it stays; it goes when there is no reason.
    pub reasons: Vec<Reason>,
}

impl Fate {
    /// Whether it stays.
    pub const fn stays(&self) -> bool {
        !self.reasons.is_empty()
    }
}

/// Why nothing may go now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RetentionError {
    /// The clock is earlier than the newest backup.
    #[error(
        "the clock says {now}, but the newest backup was made at {newest}: set the clock right"
    )]
    ClockBehind {
        /// What the clock says.
        now: Timestamp,
        /// When the newest backup was made.
        newest: Timestamp,
    },
    /// The newest backup is too old, or the clock too far ahead.
    #[error("the newest backup was made at {newest}, and it is {now}: make a backup first")]
    TooLongAgo {
        /// What the clock says.
        now: Timestamp,
        /// When the newest backup was made.
        newest: Timestamp,
    },
}

impl RetentionError {
    /// The stable code, language-free.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ClockBehind { .. } => "retention-clock-behind",
            Self::TooLongAgo { .. } => "retention-too-long-ago",
        }
    }

    /// The facts of the sentence, by language-free names.
    pub fn arguments(self) -> Vec<(&'static str, String)> {
        match self {
            Self::ClockBehind { now, newest } | Self::TooLongAgo { now, newest } => {
                vec![("now", now.to_string()), ("newest", newest.to_string())]
            }
        }
    }
}

/// Whether the clock can be trusted with throwing away: the newest of these backups is neither in
/// the future nor too long ago. Without any backup nothing could go.
///
/// # Errors
/// [`RetentionError`] when nothing may go now.
pub fn look_at_clock(entries: &[BackupEntry], now: Timestamp) -> Result<(), RetentionError> {
    let good = entries.iter().filter(|entry| entry.is_good());
    let Some(newest) = good.map(|entry| entry.made_at).max() else {
        return Ok(());
    };
    if now < newest {
        return Err(RetentionError::ClockBehind { now, newest });
    }
    if now.duration_since(newest) > SILENCE_MAX {
        return Err(RetentionError::TooLongAgo { now, newest });
    }
    Ok(())
}

/// What is to become of each good backup of one business in one place, the newest first. Entries in
/// other states have no fate. Ask [`look_at_clock`] before acting on it.
pub fn fates(entries: &[BackupEntry], rule: Option<Retention>) -> Vec<Fate> {
    let mut good: Vec<&BackupEntry> = entries.iter().filter(|entry| entry.is_good()).collect();
    good.sort_by_key(|entry| std::cmp::Reverse((entry.sequence, entry.made_at, entry.key)));
    let mut fates: Vec<Fate> = good
        .into_iter()
        .map(|entry| Fate {
            entry: entry.clone(),
            reasons: Vec::new(),
        })
        .collect();
    protect(&mut fates);
    match rule {
        None => fates
            .iter_mut()
            .for_each(|fate| fate.reasons.push(Reason::NoRule)),
        Some(rule) => apply(&mut fates, rule),
    }
    fates
}

/// Gives a reason to those that never go.
fn protect(fates: &mut [Fate]) {
    for fate in fates.iter_mut().take(NEWEST_COUNT) {
        fate.reasons.push(Reason::Newest);
    }
    let proved = fates.iter_mut().filter(|fate| fate.entry.is_proved());
    for fate in proved.take(PROVED_COUNT) {
        fate.reasons.push(Reason::Proved);
    }
    let is_complete = |fate: &&mut Fate| fate.entry.contents == catalog::Contents::ALL;
    if let Some(fate) = fates.iter_mut().find(is_complete) {
        fate.reasons.push(Reason::Complete);
    }
}

/// Gives a reason to those that the rule keeps.
fn apply(fates: &mut [Fate], rule: Retention) {
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    for fate in fates.iter_mut().take(count(rule.last)) {
        fate.reasons.push(Reason::Last);
    }
    for (reason, number) in [
        (Reason::Hourly, rule.hourly),
        (Reason::Daily, rule.daily),
        (Reason::Weekly, rule.weekly),
        (Reason::Monthly, rule.monthly),
        (Reason::Yearly, rule.yearly),
    ] {
        let mut spans: Vec<Span> = Vec::new();
        for fate in fates.iter_mut() {
            let span = Span::of(&fate.entry, reason);
            if spans.len() < count(number) && !spans.contains(&span) {
                spans.push(span);
                fate.reasons.push(reason);
            }
        }
    }
}

/// A span of time that holds backups: its first day, and of an hour also which one.
#[derive(Debug, PartialEq, Eq)]
struct Span(Date, Option<i8>);

impl Span {
    /// The span in which a backup was made, in its own zone; in UTC where nobody knows the zone.
    fn of(entry: &BackupEntry, reason: Reason) -> Self {
        let zone = TimeZone::get(&entry.zone).unwrap_or(TimeZone::UTC);
        let made = entry.made_at.to_zoned(zone);
        let date = made.date();
        let since_monday = date.weekday().to_monday_zero_offset();
        let day = match reason {
            Reason::Weekly => {
                let back = jiff::Span::new().days(i64::from(since_monday));
                date.checked_sub(back).unwrap_or(date)
            }
            Reason::Monthly => date.first_of_month(),
            Reason::Yearly => date.first_of_year(),
            _ => date,
        };
        Self(day, (reason == Reason::Hourly).then(|| made.hour()))
    }
}

#[cfg(test)]
mod tests;
