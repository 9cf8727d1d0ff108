//! What can be asked of a report, as a form: it is sent with GET, so that the answer has an address
//! of its own. The period stands in sight; what few people change opens below it.

use super::asked::{Asked, COMPARED_COUNT_MAX, Misunderstood, Pairs, SHOWN, presets, shown};
use super::calendar::{Calendar, Comparison};
use super::offered::Offered;
use super::registry::ReportKind;
use jiff::civil::Date;
use maud::{Markup, html};
use pages::forms::{Choice, Field};
use pages::{Locale, forms};
use reports::{About, Basis, Period};

/// The form, filled with what is asked, or with what was sent and not understood.
pub(super) struct OptionForm<'a> {
    /// The report.
    pub(super) kind: &'static ReportKind,
    /// What is asked; nothing where it was not understood.
    pub(super) asked: Option<&'a Asked>,
    /// What was sent.
    pub(super) sent: &'a Pairs,
    /// What was not understood.
    pub(super) errors: &'a [Misunderstood],
    /// What presets mean today.
    pub(super) calendar: &'a Calendar,
    /// The records that the report can be about, and the divisions.
    pub(super) offered: &'a Offered,
    /// The reader's language.
    pub(super) locale: Locale,
}

impl OptionForm<'_> {
    /// The form.
    pub(super) fn markup(&self) -> Markup {
        let locale = self.locale;
        let more = self.more();
        let is_open = self.has_more();
        html! {
            form .report-options .no-print method="get" {
                div .tools {
                    (self.time())
                    (self.about())
                    button .button .primary type="submit" { (locale.text("report-show")) }
                }
                @if !more.is_empty() {
                    details .report-more open[is_open] {
                        summary { (locale.text("report-more-options")) }
                        div .tools { @for field in &more { (field) } }
                    }
                }
            }
        }
    }

    /// Whether anything but the period and what it is about is asked for, or wrong.
    fn has_more(&self) -> bool {
        let is_wrong = ["columns", "compare", "division"];
        let errors = self.errors.iter();
        let mut wrong = errors.filter(|error| is_wrong.contains(&error.field));
        self.asked.is_some_and(|asked| {
            asked.comparison.is_some()
                || asked.basis == Basis::Cash
                || asked.division.is_some()
                || asked.shows_zero
        }) || wrong.next().is_some()
    }

    fn time(&self) -> Markup {
        let period = self
            .asked
            .map_or_else(Period::default, |asked| asked.period(self.calendar));
        let chosen = self.asked.map(|asked| asked.preset);
        let preset = match chosen {
            Some(preset) => preset.unwrap_or_default(),
            None => self.sent.get("period").map_or("", String::as_str),
        };
        let labels: Vec<(&str, String)> = presets(self.kind)
            .iter()
            .map(|word| (*word, self.locale.text(&format!("report-preset-{word}"))))
            .collect();
        let days: &[(&'static str, &'static str, Option<Date>)] = if self.kind.is_as_at() {
            &[("as_at", "report-as-at", period.to)]
        } else {
            &[
                ("from", "report-from", period.from),
                ("to", "report-to", period.to),
            ]
        };
        html! {
            (self.select("period", "report-choose-period", preset, &labels, "report-preset-days"))
            @for (name, label, day) in days { (self.day(name, label, *day)) }
            (forms::hidden(SHOWN, &shown(period)))
        }
    }

    fn day(&self, name: &'static str, label: &str, day: Option<Date>) -> Markup {
        let value = match self.asked {
            Some(_) => day.map_or_else(String::new, |day| self.locale.date(day)),
            None => self.sent.get(name).cloned().unwrap_or_default(),
        };
        let error = self.error(name);
        forms::date(&Field {
            name,
            label: &self.locale.text(label),
            value: &value,
            error: error.as_deref(),
            ..Field::default()
        })
    }

    fn about(&self) -> Markup {
        let label = match self.kind.about() {
            None => return html! {},
            Some(About::Account) => "report-about-account",
            Some(About::Customer) => "report-about-customer",
            Some(About::Supplier) => "report-about-supplier",
            Some(About::TaxCode) => "report-about-tax-code",
            Some(About::BankAccount) => "report-about-bank-account",
            Some(About::InventoryItem) => "report-about-item",
        };
        let chosen = self.key("about", |asked| asked.about);
        self.records("about", label, &chosen, &self.offered.about)
    }

    fn more(&self) -> Vec<Markup> {
        let locale = self.locale;
        let mut fields = Vec::new();
        if self.kind.compares() {
            fields.extend(self.comparison());
        }
        if self.kind.has_basis() {
            let basis = self.asked.map_or(Basis::Accrual, |asked| asked.basis);
            let cash = [("cash", locale.text("report-basis-cash"))];
            let chosen = if basis == Basis::Cash { "cash" } else { "" };
            fields.push(self.select(
                "basis",
                "report-basis",
                chosen,
                &cash,
                "report-basis-accrual",
            ));
        }
        if self.kind.has_division() && !self.offered.divisions.is_empty() {
            let chosen = self.key("division", |asked| asked.division);
            let divisions = &self.offered.divisions;
            fields.push(self.records("division", "report-division", &chosen, divisions));
        }
        if self.kind.shows_zero {
            let label = locale.text("report-show-zero");
            let field = Field {
                name: "zero",
                label: &label,
                ..Field::default()
            };
            let is_on = self.asked.is_some_and(|asked| asked.shows_zero);
            fields.push(forms::checkbox(&field, is_on));
        }
        fields
    }

    fn comparison(&self) -> [Markup; 2] {
        let asked = self.asked.and_then(|asked| asked.comparison);
        let word = asked.map_or("", |(comparison, _)| comparison.word());
        let count = asked.map_or(1, |(_, count)| count).to_string();
        let labels: Vec<(&str, String)> = Comparison::ALL
            .iter()
            .map(|it| {
                let key = match (it, self.kind.is_as_at()) {
                    (Comparison::Period, true) => "report-compare-previous-month",
                    (Comparison::Period, false) => "report-compare-previous-period",
                    (Comparison::Quarter, _) => "report-compare-previous-quarter",
                    (Comparison::Year, _) => "report-compare-previous-year",
                };
                (it.word(), self.locale.text(key))
            })
            .collect();
        let counts: Vec<(String, String)> = (1..=COMPARED_COUNT_MAX)
            .map(|count| {
                let shown = u64::try_from(count).unwrap_or(u64::MAX);
                (count.to_string(), self.locale.count(shown))
            })
            .collect();
        let counts: Vec<(&str, String)> = counts
            .iter()
            .map(|(value, shown)| (value.as_str(), shown.clone()))
            .collect();
        [
            self.select(
                "compare",
                "report-compare",
                word,
                &labels,
                "report-compare-none",
            ),
            self.required("columns", "report-columns", &count, &counts),
        ]
    }

    /// The key that is chosen, as text.
    fn key(&self, name: &str, of: impl Fn(&Asked) -> Option<books::Key>) -> String {
        match self.asked {
            Some(asked) => of(asked).map_or_else(String::new, |key| key.to_string()),
            None => self.sent.get(name).cloned().unwrap_or_default(),
        }
    }

    fn records(
        &self,
        name: &'static str,
        label: &str,
        chosen: &str,
        offered: &[(books::Key, String, String)],
    ) -> Markup {
        let keys: Vec<String> = offered.iter().map(|(key, ..)| key.to_string()).collect();
        let choices: Vec<Choice<'_>> = offered
            .iter()
            .zip(&keys)
            .map(|((_, label, group), key)| Choice {
                value: key,
                label,
                group,
            })
            .collect();
        let error = self.error(name);
        let all = self.locale.text("report-all");
        let field = Field {
            name,
            label: &self.locale.text(label),
            value: chosen,
            error: error.as_deref(),
            none_label: Some(&all),
            ..Field::default()
        };
        forms::select(&field, &choices)
    }

    fn select(
        &self,
        name: &'static str,
        label: &str,
        chosen: &str,
        labels: &[(&str, String)],
        none: &str,
    ) -> Markup {
        let none = self.locale.text(none);
        let error = self.error(name);
        let field = Field {
            name,
            label: &self.locale.text(label),
            value: chosen,
            error: error.as_deref(),
            none_label: Some(&none),
            ..Field::default()
        };
        forms::select(&field, &choices(labels))
    }

    /// A choice that always has one.
    fn required(
        &self,
        name: &'static str,
        label: &str,
        chosen: &str,
        labels: &[(&str, String)],
    ) -> Markup {
        let error = self.error(name);
        let field = Field {
            name,
            label: &self.locale.text(label),
            value: chosen,
            error: error.as_deref(),
            required: true,
            ..Field::default()
        };
        forms::select(&field, &choices(labels))
    }

    /// What is wrong with a field, as a sentence.
    fn error(&self, name: &str) -> Option<String> {
        let error = self.errors.iter().find(|error| error.field == name)?;
        Some(self.locale.error(error.code, &error.arguments))
    }
}

fn choices<'a>(labels: &'a [(&'a str, String)]) -> Vec<Choice<'a>> {
    labels
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect()
}
