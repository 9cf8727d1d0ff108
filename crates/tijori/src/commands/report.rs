//! Prints the trial balance of a business, for people or as JSON.

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::{complain, say, say_json, table};
use crate::program::Program;
use books::{Key, kinds};
use interchange::BooksReader;
use jiff::civil::Date;
use ledger::Ledger;
use pages::{Argument, Locale};
use reports::{AccountName, TrialBalance};
use serde_json::{Value, json};

/// Prints debit and credit of every account.
pub fn trial_balance(
    arguments: &Arguments,
    name: &str,
    as_at: Option<Date>,
    locale: Locale,
) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let business = program.find(name)?;
    let reader = business.read()?;
    let mut records = BooksReader::new();
    reader.each_object(None, &mut |object| {
        records.add(&object);
        Ok(())
    })?;
    let (books, _) = records.finish();
    let ledger = ledger::post(&books);
    let balance = reports::trial_balance(&books, &ledger, as_at);
    if arguments.json {
        say_json(&as_json(&reader.profile()?.name, &balance, &ledger))?;
    } else {
        say(&in_words(&balance, locale))?;
        for sentence in complaints(&ledger, &balance, locale) {
            complain(&sentence);
        }
    }
    Ok(0)
}

/// The name of an account; built-in ones by the catalogue.
pub fn account_name(name: &AccountName, locale: Locale) -> String {
    match name {
        AccountName::Own(name) => name.clone(),
        AccountName::BuiltIn(kind) => locale.text(&format!("account-{kind}")),
    }
}

/// What is in Suspense and what was not posted, each with its kind, its key and its reason.
fn complaints(ledger: &Ledger, balance: &TrialBalance, locale: Locale) -> Vec<String> {
    let decimals = balance.decimals;
    let suspense = ledger.suspense_until(balance.as_at).map(|found| {
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
    let not_posted = ledger.not_posted.iter().map(|left| {
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

fn as_json(business: &str, balance: &TrialBalance, ledger: &Ledger) -> Value {
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
    let suspense: Vec<Value> = ledger
        .suspense_until(balance.as_at)
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
    let not_posted: Vec<Value> = ledger
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

fn in_words(balance: &TrialBalance, locale: Locale) -> String {
    let amount = |value: rust_decimal::Decimal| match value.is_zero() {
        true => String::new(),
        false => locale.amount(value, balance.decimals),
    };
    let mut rows = vec![vec![
        balance.as_at.map_or_else(String::new, |date| {
            let date = locale.date(date);
            locale.text_with("command-as-at", &[("date", Argument::Text(&date))])
        }),
        locale.text("field-Debit"),
        locale.text("field-Credit"),
    ]];
    for row in &balance.rows {
        let name = account_name(&row.name, locale);
        let label = if row.code.is_empty() {
            name
        } else {
            format!("{} {name}", row.code)
        };
        rows.push(vec![label, amount(row.debit), amount(row.credit)]);
        for sub in &row.subledger {
            rows.push(vec![
                format!("    {}", sub.name),
                amount(sub.debit),
                amount(sub.credit),
            ]);
        }
    }
    rows.push(vec![
        format!("{} {}", locale.text("command-total"), balance.currency),
        locale.amount(balance.total_debit, balance.decimals),
        locale.amount(balance.total_credit, balance.decimals),
    ]);
    table(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{NotPosted, SuspenseReason};
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

    fn balance(as_at: Option<Date>) -> TrialBalance {
        reports::trial_balance(&books::Books::default(), &Ledger::default(), as_at)
    }

    #[test]
    fn what_came_later_is_not_in_the_suspense_of_an_earlier_day() {
        let earlier = balance(Some(jiff::civil::date(2026, 11, 20)));
        let said = complaints(&troubled(), &earlier, Locale::default());
        assert!(
            !said.iter().any(|sentence| sentence.contains("In Suspense")),
            "{said:?}"
        );
    }

    #[test]
    fn what_is_in_suspense_is_named_with_its_reason() {
        assert_eq!(
            complaints(&troubled(), &balance(None), Locale::default()),
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
            let said = complaints(&troubled(), &balance(None), locale);
            assert!(said[0].contains(&ACCOUNT.to_string()), "{said:?}");
            for sentence in said {
                assert!(sentence.contains(&DOCUMENT.to_string()), "{sentence}");
                assert!(!sentence.contains("{$"), "{sentence}");
                assert!(!sentence.contains("suspense-reason"), "{sentence}");
            }
        }
    }
}
