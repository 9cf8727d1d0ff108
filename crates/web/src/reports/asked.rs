//! What is asked of a report: the query of its address, read and written (SPEC-reports.md, 4.1).
//!
//! Everything that a person chooses stands in the address, so a report can be bookmarked, saved,
//! sent and asked for from the command line with one and the same text. Presets and comparisons
//! stay words in it: `last-month` is another month next month.

use super::calendar::{Calendar, Comparison, DAY_PRESETS, PERIOD_PRESETS};
use super::registry::ReportKind;
use crate::addresses::escaped;
use axum::extract::Query;
use axum::http::Uri;
use books::Key;
use jiff::civil::Date;
use pages::Locale;
use reports::{Basis, Period, ReportOptions};
use std::collections::BTreeMap;

/// The most periods that a report is compared with.
pub(crate) const COMPARED_COUNT_MAX: usize = 11;
/// What ticked boxes send.
const ON: &str = "on";
/// What dates a form showed when it was made, so that a change of them is noticed.
pub(crate) const SHOWN: &str = "shown";

/// What is asked of one report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// A preset, by its word; none where days are named.
    pub(crate) preset: Option<&'static str>,
    /// The days, where no preset is asked for. A report as at a day has the last day only.
    pub(crate) days: Period,
    /// What it is compared with, and in how many columns.
    pub(crate) comparison: Option<(Comparison, usize)>,
    /// The basis.
    pub(crate) basis: Basis,
    /// What it is about.
    pub(crate) about: Option<Key>,
    /// The division.
    pub(crate) division: Option<Key>,
    /// Whether rows without a balance are shown.
    pub(crate) shows_zero: bool,
}

/// Something in the query that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misunderstood {
    /// The name of the field.
    pub(crate) field: &'static str,
    /// The code of the error.
    pub(crate) code: &'static str,
    /// Its arguments.
    pub(crate) arguments: Vec<(&'static str, String)>,
}

impl Misunderstood {
    fn new(field: &'static str, code: &'static str, text: &str) -> Self {
        Self {
            field,
            code,
            arguments: vec![("text", text.to_owned())],
        }
    }
}

/// The pairs of a query; the last of several with one name counts.
pub(crate) type Pairs = BTreeMap<String, String>;

/// The pairs of a query as it stands in an address; none where it is no query.
pub(crate) fn pairs(query: &str) -> Pairs {
    let address = format!("/?{}", query.trim_start_matches('?'));
    let Ok(uri) = address.parse::<Uri>() else {
        return Pairs::new();
    };
    let found = Query::<Vec<(String, String)>>::try_from_uri(&uri);
    found.map_or_else(|_| Pairs::new(), |query| query.0.into_iter().collect())
}

impl Asked {
    /// What the pairs ask of a report of this kind. What it has no use for is passed over.
    ///
    /// # Errors
    /// What cannot be understood, field by field.
    pub(crate) fn understood(
        kind: &ReportKind,
        pairs: &Pairs,
        locale: Locale,
    ) -> Result<Self, Vec<Misunderstood>> {
        let mut errors = Vec::new();
        let text = |name: &str| pairs.get(name).map_or("", |text| text.trim());
        let (preset, days) = time(kind, &text, locale, &mut errors);
        let comparison = kind
            .compares()
            .then(|| comparison(text("compare"), text("columns"), &mut errors))
            .flatten();
        let mut key = |name: &'static str, is_taken: bool| match text(name) {
            "" => None,
            _ if !is_taken => None,
            text => match text.parse() {
                Ok(key) => Some(key),
                Err(_) => {
                    errors.push(Misunderstood::new(name, "report-key", text));
                    None
                }
            },
        };
        let about = key("about", kind.about().is_some());
        let division = key("division", kind.has_division());
        let basis = match text("basis") {
            "cash" if kind.has_basis() => Basis::Cash,
            _ => Basis::Accrual,
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self {
            preset,
            days,
            comparison,
            basis,
            about,
            division,
            shows_zero: kind.shows_zero && text("zero") == ON,
        })
    }

    /// The query that asks the same, in one form only; empty where nothing but the default is.
    pub(crate) fn query(&self, kind: &ReportKind) -> String {
        let mut parts: Vec<(&str, String)> = Vec::new();
        match self.preset {
            Some(preset) if preset == default_preset(kind) => {}
            Some(preset) => parts.push(("period", preset.to_owned())),
            None => {
                let day = |day: Option<Date>| day.map(|day| day.to_string());
                let names = if kind.is_as_at() {
                    [("", None), ("as_at", day(self.days.to))]
                } else {
                    [("from", day(self.days.from)), ("to", day(self.days.to))]
                };
                let named = names
                    .into_iter()
                    .filter_map(|(name, day)| Some((name, day?)));
                parts.extend(named);
            }
        }
        if let Some((comparison, count)) = self.comparison {
            parts.push(("compare", comparison.word().to_owned()));
            if count > 1 {
                parts.push(("columns", count.to_string()));
            }
        }
        if self.basis == Basis::Cash {
            parts.push(("basis", "cash".to_owned()));
        }
        for (name, key) in [("about", self.about), ("division", self.division)] {
            parts.extend(key.map(|key| (name, key.to_string())));
        }
        if self.shows_zero {
            parts.push(("zero", ON.to_owned()));
        }
        let pairs = parts.iter().map(|(name, value)| match value.as_str() {
            // Keys, days and words hold nothing that an address would have to escape.
            plain
                if plain
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') =>
            {
                format!("{name}={plain}")
            }
            other => format!("{name}={}", escaped(other)),
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The period that is meant today.
    pub(crate) fn period(&self, calendar: &Calendar) -> Period {
        let preset = self.preset.and_then(|word| calendar.preset(word));
        preset.unwrap_or(self.days)
    }

    /// The options of the crate `reports`.
    pub(crate) fn options(&self, calendar: &Calendar) -> ReportOptions {
        let period = self.period(calendar);
        let compared = self
            .comparison
            .map_or_else(Vec::new, |(comparison, count)| {
                comparison.periods(period, count)
            });
        ReportOptions {
            period,
            compared,
            basis: self.basis,
            about: self.about,
            division: self.division,
            shows_zero: self.shows_zero,
            fiscal_year_first_month: calendar.fiscal_year.first_month(),
        }
    }
}

/// The word of the preset that a report opens with.
pub(crate) fn default_preset(kind: &ReportKind) -> &'static str {
    if kind.is_as_at() {
        "today"
    } else {
        "this-year"
    }
}

/// The words of the presets of a report.
pub(crate) fn presets(kind: &ReportKind) -> &'static [&'static str] {
    if kind.is_as_at() {
        &DAY_PRESETS
    } else {
        &PERIOD_PRESETS
    }
}

/// The preset or the days. Days that differ from those that the form showed were typed, and count
/// more than the preset that still stands beside them.
fn time<'p>(
    kind: &ReportKind,
    text: &impl Fn(&str) -> &'p str,
    locale: Locale,
    errors: &mut Vec<Misunderstood>,
) -> (Option<&'static str>, Period) {
    let mut day = |name: &'static str| match text(name) {
        "" => None,
        typed => match locale.parse_date(typed) {
            Ok(date) => Some(date),
            Err(error) => {
                errors.push(Misunderstood {
                    field: name,
                    code: error.code(),
                    arguments: error.arguments(),
                });
                None
            }
        },
    };
    // A day asks a report of a period for everything up to it; a period asks for its last day.
    let days = if kind.is_as_at() {
        Period {
            from: None,
            to: day("as_at").or_else(|| day("to")),
        }
    } else {
        Period {
            from: day("from"),
            to: day("to").or_else(|| day("as_at")),
        }
    };
    if let (Some(from), Some(to)) = (days.from, days.to)
        && from > to
    {
        errors.push(Misunderstood::new(
            "to",
            "report-period-reversed",
            text("to"),
        ));
    }
    let word = text("period");
    let preset = presets(kind).iter().copied().find(|it| *it == word);
    let typed = days != Period::default() && shown(days) != text(SHOWN);
    match preset {
        Some(preset) if !typed => (Some(preset), Period::default()),
        None if days == Period::default() && word.is_empty() => {
            (Some(default_preset(kind)), Period::default())
        }
        // Days that were emptied mean everything.
        None if days == Period::default() => (Some("everything"), Period::default()),
        _ => (None, days),
    }
}

/// Days as the form notes that it showed them.
pub(crate) fn shown(days: Period) -> String {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    format!("{}.{}", day(days.from), day(days.to))
}

fn comparison(
    word: &str,
    count: &str,
    errors: &mut Vec<Misunderstood>,
) -> Option<(Comparison, usize)> {
    if word.is_empty() {
        return None;
    }
    let Some(comparison) = Comparison::from_word(word) else {
        errors.push(Misunderstood::new("compare", "report-comparison", word));
        return None;
    };
    let found = match count {
        "" => Some(1),
        count => count.parse().ok(),
    };
    match found.filter(|count| (1..=COMPARED_COUNT_MAX).contains(count)) {
        Some(count) => Some((comparison, count)),
        None => {
            errors.push(Misunderstood::new("columns", "report-columns", count));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::registry;
    use super::*;

    fn asked(name: &str, query: &str) -> Asked {
        let kind = registry::find(name).expect("a report");
        Asked::understood(kind, &pairs(query), Locale::default()).expect(query)
    }

    #[test]
    fn a_query_has_one_form() {
        for (name, sent, kept) in [
            ("balance-sheet", "", ""),
            ("balance-sheet", "period=today&zero=&columns=1", ""),
            ("balance-sheet", "to=2026-03-31", "as_at=2026-03-31"),
            (
                "profit-and-loss-statement",
                "as_at=2026-03-31",
                "to=2026-03-31",
            ),
            (
                "profit-and-loss-statement",
                "columns=3&compare=previous-year&basis=cash&bom=no",
                "compare=previous-year&columns=3&basis=cash",
            ),
            (
                "cash-summary",
                "basis=cash&period=everything",
                "period=everything",
            ),
        ] {
            let kind = registry::find(name).expect("a report");
            let read = asked(name, sent);
            assert_eq!(read.query(kind), kept, "{name}?{sent}");
            assert_eq!(asked(name, kept), read, "{name}?{kept}");
        }
    }

    #[test]
    fn what_is_no_query_asks_nothing() {
        assert_eq!(pairs("\u{7f} \n"), Pairs::new());
        assert_eq!(pairs("?a=b%20c").get("a").map(String::as_str), Some("b c"));
    }
}
