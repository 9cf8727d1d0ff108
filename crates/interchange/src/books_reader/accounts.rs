//! The chart of accounts and bank accounts.

use super::values::Values;
use crate::kind_spec::spec;
use books::accounts::{Account, AccountGroup, BankAccount, GroupType};
use books::kinds;
use books::{Books, Object};

/// Where a kind of account keeps what.
struct Numbers {
    name: u32,
    code: u32,
    group: u32,
    position: u32,
    inactive: Option<u32>,
}

fn read_account(books: &mut Books, object: &Object, values: &Values<'_>, numbers: &Numbers) {
    let account = Account {
        key: object.key,
        kind: object.content_type,
        name: values.text(numbers.name),
        code: values.text(numbers.code),
        group: values.key(numbers.group),
        position: values.integer(numbers.position).unwrap_or(0),
        inactive: numbers.inactive.is_some_and(|number| values.flag(number)),
    };
    books.accounts.insert(object.key, account);
}

pub(super) fn read_balance_sheet_account(books: &mut Books, object: &Object, values: &Values<'_>) {
    let numbers = Numbers {
        name: 1,
        code: 17,
        group: 3,
        position: 1001,
        inactive: Some(19),
    };
    read_account(books, object, values, &numbers);
}

pub(super) fn read_profit_and_loss_account(
    books: &mut Books,
    object: &Object,
    values: &Values<'_>,
) {
    let numbers = Numbers {
        name: 1,
        code: 11,
        group: 3,
        position: 10,
        inactive: Some(12),
    };
    read_account(books, object, values, &numbers);
}

pub(super) fn read_control_account(books: &mut Books, object: &Object, values: &Values<'_>) {
    let inactive = match object.content_type {
        kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS | kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS => 19,
        kinds::CONTROL_ACCOUNT_FOR_SPECIAL_ACCOUNTS => 22,
        _ => 18,
    };
    let numbers = Numbers {
        name: 1,
        code: 17,
        group: 3,
        position: 16,
        inactive: Some(inactive),
    };
    read_account(books, object, values, &numbers);
}

pub(super) fn read_built_in_account(books: &mut Books, object: &Object, values: &Values<'_>) {
    // Where the description has a field of that name; what has none is not there.
    let number = |name: &str| {
        let field = spec(object.content_type).and_then(|spec| spec.field_by_name(name));
        field.map_or(0, |field| field.number)
    };
    let numbers = Numbers {
        name: 1,
        code: number("Code"),
        group: 3,
        position: number("Position"),
        inactive: None,
    };
    read_account(books, object, values, &numbers);
}

pub(super) fn read_root(books: &mut Books, object: &Object, values: &Values<'_>) {
    let group = AccountGroup {
        key: object.key,
        name: values.text(1),
        parent: None,
        position: 0,
        group_type: GroupType::BalanceSheet,
    };
    books.groups.insert(object.key, group);
}

pub(super) fn read_balance_sheet_group(books: &mut Books, object: &Object, values: &Values<'_>) {
    let group = AccountGroup {
        key: object.key,
        name: values.text(1),
        parent: values.key(3),
        position: values.integer(1001).unwrap_or(0),
        group_type: GroupType::BalanceSheet,
    };
    books.groups.insert(object.key, group);
}

pub(super) fn read_profit_and_loss_group(books: &mut Books, object: &Object, values: &Values<'_>) {
    let parent = values.key(3);
    // The topmost group of a branch decides; parts only lead there.
    let group_type = match values.integer(6) {
        Some(1) => GroupType::Expenses,
        None | Some(0) => GroupType::Income,
        Some(_) => GroupType::Part,
    };
    let group = AccountGroup {
        key: object.key,
        name: values.text(1),
        parent,
        position: values.integer(5).unwrap_or(0),
        group_type,
    };
    books.groups.insert(object.key, group);
}

pub(super) fn read_bank_account(books: &mut Books, object: &Object, values: &Values<'_>) {
    let account = BankAccount {
        key: object.key,
        name: values.text(1),
        code: values.text(13),
        currency: values.key(3),
        control_account: values.key(12),
        inactive: values.flag(10),
    };
    books.bank_accounts.insert(object.key, account);
}
