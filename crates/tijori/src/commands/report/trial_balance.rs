//! The trial balance for scripts, and by name whatever could not be posted in full.

use crate::failure::Failure;
use books::{Key, kinds};
use jiff::civil::Date;
use ledger::{Figures, FiguresError, NotPosted, SuspenseReason};
use pages::{Argument, Locale};
use reports::{AccountName, TrialBalance, trial_balance_of};
use serde_json::{Value, json};
use store::{Reader, StoreError};

/// Figures with what goes beside them.
struct Read {
    balance: TrialBalance,
    suspense: Vec<SuspenseReason>,
    not_posted: Vec<NotPosted>,
}

impl Read {
    fn new(reader: &dyn Reader, as_at: Option<Date>) -> Result<Self, Failure> {
        let figures = figures::open(reader)?;
        Self::of(figures.as_ref(), as_at).map_err(unreadable)
    }

    fn of(figures: &dyn Figures, as_at: Option<Date>) -> Result<Self, FiguresError> {
        Ok(Self {
            balance: trial_balance_of(figures, as_at)?,
            suspense: figures.suspense(as_at)?,
            not_posted: figures.not_posted()?,
        })
    }
}

/// The store's own error, which travels inside.
fn unreadable(error: FiguresError) -> Failure {
    match error.0.downcast::<StoreError>() {
        Ok(ours) => Failure::from(*ours),
        Err(other) => Failure::fault("output-failed", vec![("reason", other.to_string())]),
    }
}

/// The document of design “the command line”: debit and credit of every account.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn document(reader: &dyn Reader, as_at: Option<Date>) -> Result<Value, Failure> {
    let read = Read::new(reader, as_at)?;
    Ok(as_json(&reader.profile()?.name, &read))
}

/// What is in Suspense and what was not posted, as sentences.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn complaints(
    reader: &dyn Reader,
    as_at: Option<Date>,
    locale: Locale,
) -> Result<Vec<String>, Failure> {
    Ok(sentences(&Read::new(reader, as_at)?, locale))
}

/// The name of an account; built-in ones by the catalogue.
pub fn account_name(name: &AccountName, locale: Locale) -> String {
    match name {
        AccountName::Own(name) => name.clone(),
        AccountName::BuiltIn(kind) => locale.text(&format!("account-{kind}")),
    }
}

/// What is in Suspense and what was not posted, each with its kind, its key and its reason.
fn sentences(read: &Read, locale: Locale) -> Vec<String> {
    let decimals = read.balance.decimals;
    let suspense = read.suspense.iter().map(|found| {
        let mut reason = reason_text(locale, found.code, &found.arguments);
        if let Some(line) = found.line {
            let line = u64::try_from(line).unwrap_or(u64::MAX).saturating_add(1);
            let line = [("line", Argument::Count(line))];
            reason = format!("{reason} ({})", locale.text_with("suspense-line", &line));
        }
        let amount = locale.amount(found.amount, decimals);
        locale.text_with(
            "command-suspense",
            &[
                ("kind", Argument::Text(&kind_name(found.kind, locale))),
                ("record", Argument::Text(&found.document.to_string())),
                ("reason", Argument::Text(&reason)),
                ("amount", Argument::Text(&amount)),
            ],
        )
    });
    let not_posted = read.not_posted.iter().map(|left| {
        let reason = reason_text(locale, left.code, &[]);
        locale.text_with(
            "command-not-posted",
            &[
                ("kind", Argument::Text(&kind_name(left.kind, locale))),
                ("record", Argument::Text(&left.document.to_string())),
                ("reason", Argument::Text(&reason)),
            ],
        )
    });
    suspense.chain(not_posted).collect()
}

/// Why something is in Suspense or was not posted: the sentence of `suspense-reason-<code>`.
fn reason_text(locale: Locale, code: &str, arguments: &[(&'static str, String)]) -> String {
    let filled: Vec<(&str, Argument<'_>)> = arguments
        .iter()
        .map(|(name, value)| (*name, Argument::Text(value)))
        .collect();
    locale.text_with(&format!("suspense-reason-{code}"), &filled)
}

/// What one record of this kind is called.
fn kind_name(content_type: Key, locale: Locale) -> String {
    kinds::find(content_type).map_or_else(
        || locale.text("record-unknown-kind"),
        |kind| locale.text(&format!("kind-{}-one", kind.name)),
    )
}

/// The balance in the currency that the row names: the base currency where it has no other.
fn own_balance(sub: &reports::SubRow) -> rust_decimal::Decimal {
    sub.own_currency_balance
        .unwrap_or_else(|| sub.debit.saturating_sub(sub.credit))
}

fn as_json(business: &str, read: &Read) -> Value {
    let balance = &read.balance;
    let english = Locale::default();
    let rows: Vec<Value> = balance
        .rows
        .iter()
        .map(|row| {
            let subledger: Vec<Value> = row
                .subledger
                .iter()
                .map(|sub| {
                    json!({
                        "key": sub.key.to_string(),
                        "name": sub.name,
                        "currency": sub.currency.as_ref().unwrap_or(&balance.currency),
                        "debit": sub.debit.to_string(),
                        "credit": sub.credit.to_string(),
                        "own_currency_balance": own_balance(sub).to_string(),
                    })
                })
                .collect();
            json!({
                "account_key": row.account_key.to_string(),
                "code": row.code,
                "name": account_name(&row.name, english),
                "debit": row.debit.to_string(),
                "credit": row.credit.to_string(),
                "subledger": subledger,
            })
        })
        .collect();
    let suspense: Vec<Value> = read
        .suspense
        .iter()
        .map(|reason| {
            json!({
                "document": reason.document.to_string(),
                "line": reason.line,
                "code": reason.code,
                "message": reason_text(english, reason.code, &reason.arguments),
                "amount": reason.amount.to_string(),
            })
        })
        .collect();
    let not_posted: Vec<Value> = read
        .not_posted
        .iter()
        .map(|left| {
            json!({
                "document": left.document.to_string(),
                "code": left.code,
                "message": reason_text(english, left.code, &[]),
            })
        })
        .collect();
    json!({
        "business": business,
        "as_at": balance.as_at.map(|date| date.to_string()),
        "currency": balance.currency,
        "rows": rows,
        "total_debit": balance.total_debit.to_string(),
        "total_credit": balance.total_credit.to_string(),
        "suspense": suspense,
        "not_posted": not_posted,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::Ledger;
    use pages::Language;

    const DOCUMENT: Key = Key::constant("5f0c9a4e-6a0d-4f0e-9b57-0f6f3f1f2a11");
    const ACCOUNT: Key = Key::constant("7b1d2c33-90ab-4c4d-8e5f-112233445566");

    fn troubled() -> Ledger {
        Ledger {
            suspense: vec![SuspenseReason {
                document: DOCUMENT,
                kind: kinds::PAYMENT,
                date: jiff::civil::date(2026, 11, 21),
                line: Some(1),
                code: ledger::codes::ACCOUNT_UNKNOWN,
                arguments: vec![("account", ACCOUNT.to_string())],
                amount: rust_decimal::Decimal::new(12_50, 2),
            }],
            not_posted: vec![NotPosted {
                document: DOCUMENT,
                kind: kinds::JOURNAL_ENTRY,
                code: ledger::codes::DATE_MISSING,
            }],
            ..Ledger::default()
        }
    }

    fn said(as_at: Option<Date>, locale: Locale) -> Vec<String> {
        let figures = (books::Books::default(), troubled());
        let read = Read::of(&figures, as_at).expect("figures in memory");
        sentences(&read, locale)
    }

    #[test]
    fn what_came_later_is_not_in_the_suspense_of_an_earlier_day() {
        let earlier = Some(jiff::civil::date(2026, 11, 20));
        let said = said(earlier, Locale::default());
        assert!(
            !said.iter().any(|sentence| sentence.contains("In Suspense")),
            "{said:?}"
        );
    }

    #[test]
    fn what_is_in_suspense_is_named_with_its_reason() {
        assert_eq!(
            said(None, Locale::default()),
            [
                format!(
                    "In Suspense: Payment {DOCUMENT}: The account is not found ({ACCOUNT}) \
                     (Line 2). Amount: 12.50"
                ),
                format!("Not posted: Journal Entry {DOCUMENT}: The date is missing"),
            ]
        );
    }

    #[test]
    fn complaints_are_whole_in_every_language() {
        for language in Language::ALL {
            let locale = Locale {
                language,
                ..Locale::default()
            };
            let said = said(None, locale);
            assert!(said[0].contains(&ACCOUNT.to_string()), "{said:?}");
            for sentence in said {
                assert!(sentence.contains(&DOCUMENT.to_string()), "{sentence}");
                assert!(!sentence.contains("{$"), "{sentence}");
                assert!(!sentence.contains("suspense-reason"), "{sentence}");
            }
        }
    }
}
