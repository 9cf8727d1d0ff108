//! The records a new business begins with: its details, its currency, a plain chart of accounts and
//! the tabs that were chosen, in the `.manager` wire encoding like all others.

use super::{NewBusiness, currency};
use crate::PageError;
use crate::records::words;
use crate::settings::TabChoice;
use crate::stamp::random_key;
use books::{Key, Object, kinds};
use interchange::{Edit, FieldValue, patch};
use pages::Locale;

/// The key of the group Income in a business that was not made from a template
/// (SPEC-manager-file.md, "Chart of accounts").
const INCOME: Key = Key::constant("95713fac-30d3-42e4-b536-dd7bc4f7a80e");
/// The key of the group Expenses, likewise.
const EXPENSES: Key = Key::constant("fd003045-876e-439e-b923-1904453f5c30");
/// The value of a group's type for expenses; income is 0, which is not written.
const EXPENSES_TYPE: i64 = 1;

/// The accounts under Income, by their keys in the catalogues.
const INCOME_ACCOUNTS: [&str; 2] = ["account-Sales", "account-InterestReceived"];

/// The accounts under Expenses.
const EXPENSE_ACCOUNTS: [&str; 15] = [
    "account-Purchases",
    "account-Wages",
    "account-Rent",
    "account-Electricity",
    "account-Telephone",
    "account-PrintingAndStationery",
    "account-AdvertisingAndPromotion",
    "account-BankCharges",
    "account-AccountingFees",
    "account-LegalFees",
    "account-ComputerEquipment",
    "account-RepairsAndMaintenance",
    "account-MotorVehicleExpenses",
    "account-Entertainment",
    "account-Donations",
];

/// The records, each with its title for History.
pub(super) fn starting_records(
    locale: Locale,
    new: &NewBusiness,
) -> Result<Vec<(Object, String)>, PageError> {
    let mut records = vec![details(locale, new)?, base_currency(new)?];
    let income = locale.text("account-Income");
    let expenses = locale.text("account-Expenses");
    records.push(group(INCOME, income, 0)?);
    records.push(group(EXPENSES, expenses, EXPENSES_TYPE)?);
    for name in INCOME_ACCOUNTS {
        records.push(account(locale.text(name), INCOME)?);
    }
    for name in EXPENSE_ACCOUNTS {
        records.push(account(locale.text(name), EXPENSES)?);
    }
    if new.tabs.contains(&kinds::BANK_OR_CASH_ACCOUNT) {
        records.push(cash_on_hand(locale)?);
    }
    if !new.tabs.is_empty() {
        let kind = kinds::TABS;
        let edits = TabChoice::edits_to_begin_with(&new.tabs);
        records.push(record(kind, kind, words::kind_name(locale, kind), &edits)?);
    }
    Ok(records)
}

/// Somewhere for the first receipt to go, where bank and cash accounts are worked with at all: a
/// record would bring a tab that was not chosen.
fn cash_on_hand(locale: Locale) -> Result<(Object, String), PageError> {
    let name = locale.text("account-CashOnHand");
    let kind = kinds::BANK_OR_CASH_ACCOUNT;
    record(random_key()?, kind, name.clone(), &[text(1, name)])
}

/// Name and culture. The file has no field for a country, but one for a culture such as `bn-BD`.
fn details(locale: Locale, new: &NewBusiness) -> Result<(Object, String), PageError> {
    let mut edits = vec![text(1, new.name.clone())];
    if !new.country.is_empty() {
        edits.push(text(
            6,
            format!("{}-{}", locale.language.code(), new.country),
        ));
    }
    let kind = kinds::BUSINESS_DETAILS;
    record(kind, kind, new.name.clone(), &edits)
}

/// Decimals are written only where they are not two, as the other program does.
fn base_currency(new: &NewBusiness) -> Result<(Object, String), PageError> {
    let kind = kinds::BASE_CURRENCY;
    let mut edits = Vec::new();
    if let Some(known) = currency(&new.currency) {
        edits.push(text(2, known.name.to_owned()));
        edits.push(text(3, known.code.to_owned()));
        edits.push(text(4, known.symbol.to_owned()));
        if known.decimals != 2 {
            edits.push(Edit::Set(
                5,
                Some(FieldValue::Integer(i64::from(known.decimals))),
            ));
        }
    }
    record(kind, kind, new.currency.clone(), &edits)
}

fn group(key: Key, name: String, group_type: i64) -> Result<(Object, String), PageError> {
    let edits = [
        text(1, name.clone()),
        Edit::Set(6, Some(FieldValue::Integer(group_type))),
    ];
    record(key, kinds::PROFIT_AND_LOSS_STATEMENT_GROUP, name, &edits)
}

fn account(name: String, group: Key) -> Result<(Object, String), PageError> {
    let edits = [
        text(1, name.clone()),
        Edit::Set(3, Some(FieldValue::Reference(group))),
    ];
    record(
        random_key()?,
        kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
        name,
        &edits,
    )
}

fn text(number: u32, value: String) -> Edit {
    Edit::Set(number, Some(FieldValue::Text(value)))
}

fn record(
    key: Key,
    content_type: Key,
    title: String,
    edits: &[Edit],
) -> Result<(Object, String), PageError> {
    let content = patch(content_type, &[], edits).map_err(|error| {
        tracing::error!(code = error.code(), %content_type, "a starting record does not encode");
        PageError::internal()
    })?;
    Ok((
        Object {
            key,
            content_type,
            content,
            timestamp: None,
        },
        title,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pages::Language;

    #[test]
    fn the_chart_is_in_the_language_of_its_maker_and_can_be_read_back() {
        let new = NewBusiness {
            name: "দোকান".into(),
            country: "JP".into(),
            currency: "JPY".into(),
            time_zone: "Asia/Tokyo".into(),
            tabs: vec![kinds::BANK_OR_CASH_ACCOUNT],
        };
        let locale = Locale::new(Language::Bengali);
        let records = starting_records(locale, &new).expect("records");
        assert_eq!(records.len(), 4 + 2 + 15 + 1 + 1);
        let nameless = [kinds::BASE_CURRENCY, kinds::TABS];
        let named = |object: &Object| !nameless.contains(&object.content_type);
        for (object, title) in records.iter().filter(|(object, _)| named(object)) {
            assert_eq!(interchange::title(object).as_ref(), Some(title));
        }
        let currency = records
            .iter()
            .find(|(object, _)| object.key == kinds::BASE_CURRENCY)
            .and_then(|(object, _)| interchange::decode(object.content_type, &object.content).ok())
            .expect("the currency");
        assert_eq!(currency.value(3), Some(&FieldValue::Text("JPY".into())));
    }
}
