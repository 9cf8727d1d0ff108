//! The form of a rule of retention, and what was typed read into one.

use crate::settings::meanwhile;
use catalog::{Retention, RetentionRule};
use maud::{Markup, html};
use pages::forms::Field;
use pages::{Locale, forms};
use rust_decimal::prelude::ToPrimitive;
use serde::Deserialize;

/// The largest number that a rule may name: more backups than anybody makes in a lifetime.
const COUNT_MAX: u32 = 100_000;

/// What the form holds: numbers as they were typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    last: String,
    hourly: String,
    daily: String,
    weekly: String,
    monthly: String,
    yearly: String,
    keep_all: Option<String>,
    act: String,
    /// What the form was made from.
    pub(super) base: String,
}

/// Fields and sentences of what is wrong with them.
pub(super) type Errors = Vec<(&'static str, String)>;

impl Typed {
    /// A rule as it is kept; none keeps everything.
    pub(super) fn of(locale: Locale, rule: Option<Retention>) -> Self {
        let kept = rule.unwrap_or_default();
        let shown = |count: u32| locale.count(u64::from(count));
        Self {
            last: shown(kept.last),
            hourly: shown(kept.hourly),
            daily: shown(kept.daily),
            weekly: shown(kept.weekly),
            monthly: shown(kept.monthly),
            yearly: shown(kept.yearly),
            keep_all: rule.is_none().then(|| "on".to_owned()),
            base: meanwhile::base_of(&rule),
            ..Self::default()
        }
    }

    /// Whether the rule is to be kept, and not only looked at.
    pub(super) fn is_to_be_saved(&self) -> bool {
        self.act == "save"
    }

    fn fields(&self) -> [(&'static str, &'static str, &str); 6] {
        [
            ("last", "retention-last", &self.last),
            ("hourly", "retention-hourly", &self.hourly),
            ("daily", "retention-daily", &self.daily),
            ("weekly", "retention-weekly", &self.weekly),
            ("monthly", "retention-monthly", &self.monthly),
            ("yearly", "retention-yearly", &self.yearly),
        ]
    }

    /// What was typed; numbers in any digits, and nothing typed means none.
    pub(super) fn retention(&self, locale: Locale) -> Result<Option<Retention>, Errors> {
        if self.keep_all.is_some() {
            return Ok(None);
        }
        let mut errors = Errors::new();
        let counts = self.fields().map(|(name, _, text)| {
            count(locale, text).unwrap_or_else(|| {
                errors.push((name, locale.text("retention-number-wrong")));
                0
            })
        });
        if !errors.is_empty() {
            return Err(errors);
        }
        let [last, hourly, daily, weekly, monthly, yearly] = counts;
        Ok(Some(Retention {
            last,
            hourly,
            daily,
            weekly,
            monthly,
            yearly,
        }))
    }
}

/// A whole number; none typed is none.
fn count(locale: Locale, text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        return Some(0);
    }
    let number = locale.parse_amount(text).ok()?;
    let number = if number.fract().is_zero() {
        number.to_u32()?
    } else {
        return None;
    };
    (number <= COUNT_MAX).then_some(number)
}

/// The form, with a button to look at what would go and one to keep the rule.
pub(super) fn form(
    locale: Locale,
    action: &str,
    back: &str,
    typed: &Typed,
    errors: &[(&'static str, String)],
) -> Markup {
    let wrong = |name: &str| {
        let found = errors.iter().find(|(field, _)| *field == name);
        found.map(|(_, sentence)| sentence.as_str())
    };
    html! {
        (forms::form(action, false, html! {
            (meanwhile::field(&typed.base))
            div .fields .numbers {
                @for (name, label, value) in typed.fields() {
                    (forms::amount(&Field {
                        name,
                        label: &locale.text(label),
                        value,
                        error: wrong(name),
                        ..Field::default()
                    }))
                }
            }
            (forms::checkbox(
                &Field {
                    name: "keep_all",
                    label: &locale.text("retention-keep-all"),
                    hint: Some(&locale.text("retention-keep-all-hint")),
                    ..Field::default()
                },
                typed.keep_all.is_some(),
            ))
            div .form-buttons {
                button .button .primary type="submit" name="act" value="preview" {
                    (locale.text("retention-preview"))
                }
                button .button type="submit" name="act" value="save" {
                    (locale.text("button-save"))
                }
                a .button href=(back) { (locale.text("button-cancel")) }
            }
        }))
    }
}

/// A rule in one sentence.
pub(super) fn sentence(locale: Locale, rule: Option<Retention>) -> String {
    let Some(rule) = rule else {
        return locale.text("retention-keeps-all");
    };
    let parts = [
        ("retention-last", rule.last),
        ("retention-hourly", rule.hourly),
        ("retention-daily", rule.daily),
        ("retention-weekly", rule.weekly),
        ("retention-monthly", rule.monthly),
        ("retention-yearly", rule.yearly),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| format!("{}: {}", locale.text(key), locale.count(u64::from(count))))
        .collect();
    told.join(" · ")
}

/// The rule of a business, or of all, among those that are kept.
pub(super) fn own_rule(
    rules: &[RetentionRule],
    business: Option<catalog::Key>,
) -> Option<RetentionRule> {
    rules.iter().find(|rule| rule.business == business).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pages::Language;

    #[test]
    fn a_rule_comes_back_from_its_form_in_every_language() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            let rule = Some(Retention {
                last: 1234,
                ..Retention::default()
            });
            assert_eq!(Typed::of(locale, rule).retention(locale), Ok(rule));
            assert_eq!(Typed::of(locale, None).retention(locale), Ok(None));
        }
    }

    #[test]
    fn what_is_no_number_is_named() {
        let locale = Locale::new(Language::Bengali);
        let typed = Typed {
            last: "৭".to_owned(),
            daily: "-1".to_owned(),
            yearly: "1.5".to_owned(),
            weekly: "999999999".to_owned(),
            ..Typed::default()
        };
        let errors = typed.retention(locale).expect_err("three mistakes");
        let names: Vec<&str> = errors.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["daily", "weekly", "yearly"]);
        assert_eq!(count(locale, " ৭ "), Some(7));
    }
}
