//! A month, day by day: what was made, what failed, what was missed. Failed and missed days stay
//! visible, whatever came later.

use super::words::date_of;
use catalog::{BackupEntry, EntryState, Key, Run, RunKind, RunOutcome};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};
use pages::{Argument, Language, Locale};
use std::collections::{BTreeMap, BTreeSet};

/// Days of a week.
const WEEK: usize = 7;

/// What a day has to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct OfDay {
    /// Good backups; one in several places counts once.
    good: BTreeSet<(Key, u64)>,
    /// What failed: attempts, in each place; and backups that did not pass their last check.
    failed: u64,
    /// Backups that nobody was there to make.
    missed: u64,
    /// Backups that are in Trash, gone or lost.
    gone: u64,
    /// Runs that found nothing changed.
    unchanged: u64,
}

/// The days of a month, as far as there is something to show.
#[derive(Debug, Default)]
pub(super) struct Days(BTreeMap<Date, OfDay>);

impl Days {
    /// What happened on which day, in a zone.
    pub(super) fn of(entries: &[BackupEntry], runs: &[Run], zone: &str) -> Self {
        let mut days = Self::default();
        for entry in entries {
            let day = days.0.entry(date_of(entry.made_at, zone)).or_default();
            match entry.state {
                EntryState::Good if entry.fault().is_some() => {
                    day.failed = day.failed.saturating_add(1);
                }
                EntryState::Good => {
                    day.good.insert((entry.business, entry.sequence));
                }
                EntryState::Failed(_) => day.failed = day.failed.saturating_add(1),
                EntryState::Missed => day.missed = day.missed.saturating_add(1),
                EntryState::Trashed(_) | EntryState::Lost(_) | EntryState::Emptied(_) => {
                    day.gone = day.gone.saturating_add(1);
                }
            }
        }
        let unchanged = |run: &&Run| {
            run.kind == RunKind::Backup && matches!(run.outcome, RunOutcome::Unchanged)
        };
        for run in runs.iter().filter(unchanged) {
            let day = days.0.entry(date_of(run.began_at, zone)).or_default();
            day.unchanged = day.unchanged.saturating_add(1);
        }
        days
    }
}

impl OfDay {
    /// How the day is coloured: by the worst that happened.
    fn class(&self) -> &'static str {
        match self {
            day if day.failed > 0 => "failed",
            day if day.missed > 0 => "missed",
            day if !day.good.is_empty() => "good",
            day if day.unchanged > 0 => "unchanged",
            _ => "gone",
        }
    }

    /// What is counted, each with its sign and its sentence.
    fn counts(&self) -> impl Iterator<Item = (&'static str, &'static str, u64)> {
        let good = u64::try_from(self.good.len()).unwrap_or(u64::MAX);
        [
            ("✓", "kept-day-good", good),
            ("✕", "kept-day-failed", self.failed),
            ("!", "kept-day-missed", self.missed),
            ("=", "kept-day-unchanged", self.unchanged),
            ("○", "kept-day-gone", self.gone),
        ]
        .into_iter()
        .filter(|(_, _, count)| *count > 0)
    }

    /// All of it as one sentence, for whoever hears the page.
    fn sentence(&self, locale: Locale, date: Date) -> String {
        let told: Vec<String> = self
            .counts()
            .map(|(_, key, count)| locale.text_with(key, &[("count", Argument::Count(count))]))
            .collect();
        format!("{}: {}", locale.date_long(date), told.join(", "))
    }
}

/// A month on a page.
pub(super) struct Month<'a> {
    /// Any day of it.
    pub(super) of: Date,
    /// The day that is chosen.
    pub(super) chosen: Date,
    /// Today, where the business is.
    pub(super) today: Date,
    /// What there is to show.
    pub(super) days: &'a Days,
    /// The address of the page, without its query.
    pub(super) href: &'a str,
}

/// The first and the last moment of a month, as days: the first one and the one after its end.
pub(super) fn bounds(of: Date) -> (Date, Date) {
    let first = of.first_of_month();
    let after = first.checked_add(1.month()).unwrap_or(first);
    (first, after)
}

/// On which day weeks begin where the language is spoken.
fn week_begins(locale: Locale) -> Weekday {
    match locale.language {
        Language::French | Language::Spanish => Weekday::Monday,
        Language::English | Language::Hindi | Language::Bengali => Weekday::Sunday,
    }
}

impl Month<'_> {
    /// The whole weeks that hold the month.
    fn weeks(&self, locale: Locale) -> Vec<Vec<Date>> {
        let (first, after) = bounds(self.of);
        let back = first.weekday().since(week_begins(locale));
        let Ok(begin) = first.checked_sub(i64::from(back).days()) else {
            return Vec::new();
        };
        let days: Vec<Date> = begin.series(1.day()).take(WEEK.saturating_mul(6)).collect();
        let weeks = days.chunks(WEEK).map(<[Date]>::to_vec);
        weeks
            .filter(|week| week.first().is_some_and(|day| *day < after))
            .collect()
    }

    /// The month, with the ways to those before and after it.
    pub(super) fn markup(&self, locale: Locale) -> Markup {
        let (first, after) = bounds(self.of);
        let before = first.checked_sub(1.month()).unwrap_or(first);
        let title = format!("{} {}", locale.long_month_name(first), locale.year(first));
        let weeks = self.weeks(locale);
        let days = weeks.first().cloned().unwrap_or_default();
        html! {
            section .panel .calendar aria-label=(title) {
                nav .calendar-head {
                    a .button href=(self.at_month(before)) rel="prev" {
                        (locale.long_month_name(before))
                    }
                    h2 { (title) }
                    @if after <= self.today {
                        a .button href=(self.at_month(after)) rel="next" {
                            (locale.long_month_name(after))
                        }
                    } @else {
                        span {}
                    }
                }
                table {
                    caption .visually-hidden { (title) }
                    thead {
                        tr {
                            @for day in &days {
                                th scope="col" abbr=(locale.weekday(*day)) {
                                    (locale.short_weekday(*day))
                                }
                            }
                        }
                    }
                    tbody {
                        @for week in &weeks {
                            tr { @for day in week { (self.cell(locale, *day)) } }
                        }
                    }
                }
                (legend(locale))
            }
        }
    }

    fn at_month(&self, day: Date) -> String {
        format!("{}?month={}", self.href, day.strftime("%Y-%m"))
    }

    fn cell(&self, locale: Locale, day: Date) -> Markup {
        if day.first_of_month() != self.of.first_of_month() {
            return html! { td .outside {} };
        }
        let mut class = String::new();
        if day == self.today {
            class.push_str("today ");
        }
        if day == self.chosen {
            class.push_str("chosen ");
        }
        let number = locale.count(u64::try_from(day.day()).unwrap_or(0));
        let Some(shown) = self.days.0.get(&day) else {
            return html! { td class=(class) { span .day-number { (number) } } };
        };
        class.push_str(shown.class());
        let chosen = (day == self.chosen).then_some("date");
        let href = format!("{}?day={day}#day", self.href);
        html! {
            td class=(class) {
                a href=(href) aria-label=(shown.sentence(locale, day)) aria-current=[chosen] {
                    span .day-number { (number) }
                    span .day-marks {
                        @for (sign, _, count) in shown.counts() {
                            span { (sign) (locale.count(count)) }
                        }
                    }
                }
            }
        }
    }
}

/// What the signs mean.
fn legend(locale: Locale) -> Markup {
    let signs = [
        ("good", "✓", "kept-legend-good"),
        ("failed", "✕", "kept-legend-failed"),
        ("missed", "!", "kept-legend-missed"),
        ("unchanged", "=", "kept-legend-unchanged"),
        ("gone", "○", "kept-legend-gone"),
    ];
    html! {
        ul .calendar-legend {
            @for (class, sign, key) in signs {
                li {
                    span class={ "sign " (class) } aria-hidden="true" { (sign) } " "
                    (locale.text(key))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn month(of: Date, days: &Days) -> Month<'_> {
        Month {
            of,
            chosen: of,
            today: date(2026, 11, 22),
            days,
            href: "/keeping",
        }
    }

    #[test]
    fn weeks_are_whole_and_begin_as_the_language_has_it() {
        let days = Days::default();
        for (language, begins) in [
            (Language::English, Weekday::Sunday),
            (Language::French, Weekday::Monday),
        ] {
            for of in [date(2026, 2, 1), date(2026, 11, 22), date(2024, 2, 29)] {
                let weeks = month(of, &days).weeks(Locale::new(language));
                let all: Vec<Date> = weeks.concat();
                assert!(weeks.iter().all(|week| week.len() == WEEK), "{of}");
                assert_eq!(all[0].weekday(), begins, "{of}");
                assert!(all[0] <= of.first_of_month() && all[all.len() - 1] >= of.last_of_month());
                assert!(all.len() - usize::try_from(of.days_in_month()).unwrap_or(0) < 14);
            }
        }
    }

    #[test]
    fn a_day_shows_the_worst_that_happened_and_counts_a_backup_once() {
        let day = OfDay {
            good: BTreeSet::from([(Key::default(), 3), (Key::default(), 3)]),
            missed: 2,
            ..OfDay::default()
        };
        assert_eq!(day.class(), "missed");
        let counts: Vec<u64> = day.counts().map(|(_, _, count)| count).collect();
        assert_eq!(counts, [1, 2]);
        let failed = OfDay { failed: 1, ..day };
        assert_eq!(failed.class(), "failed");
        let said = failed.sentence(Locale::default(), date(2026, 11, 22));
        assert!(
            said.contains("1 failed") && said.contains("22 November 2026"),
            "{said}"
        );
    }
}
