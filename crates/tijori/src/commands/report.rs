//! Prints the trial balance of a business, for people or as JSON.

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::{complain, say, say_json, table};
use crate::program::Program;
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
        for reason in &ledger.suspense {
            complain(&locale.error(reason.code, &suspense_facts(reason)));
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

fn suspense_facts(reason: &ledger::SuspenseReason) -> Vec<(&'static str, String)> {
    let mut facts = reason.arguments.clone();
    facts.push(("record", reason.document.to_string()));
    facts.push((
        "line",
        reason
            .line
            .map_or_else(String::new, |line| (line + 1).to_string()),
    ));
    facts.push(("amount", reason.amount.to_string()));
    facts
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
        .suspense
        .iter()
        .map(|reason| {
            json!({
                "document": reason.document.to_string(),
                "line": reason.line,
                "code": reason.code,
                "amount": reason.amount.to_string(),
            })
        })
        .collect();
    let not_posted: Vec<Value> = ledger
        .not_posted
        .iter()
        .map(|left| json!({ "document": left.document.to_string(), "code": left.code }))
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
