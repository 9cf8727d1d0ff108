//! The chart of accounts and bank accounts.

use super::values::Values;
use books::accounts::{Account, AccountGroup, BankAccount, GroupType};
use books::kinds::{self, Class};
use books::{Books, Object};

/// Where a kind of account keeps what.
struct Numbers {
    name: u32,
    code: u32,
    group: u32,
    inactive: Option<u32>,
}

fn read_account(books: &mut Books, object: &Object, values: &Values<'_>, numbers: &Numbers) {
    let account = Account {
        key: object.key,
        kind: object.content_type,
        name: values.text(numbers.name),
        code: values.text(numbers.code),
        group: values.key(numbers.group),
        inactive: numbers.inactive.is_some_and(|number| values.flag(number)),
    };
    books.accounts.insert(object.key, account);
}

pub(super) fn read_balance_sheet_account(books: &mut Books, object: &Object, values: &Values<'_>) {
    let numbers = Numbers {
        name: 1,
        code: 17,
        group: 3,
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
        inactive: Some(inactive),
    };
    read_account(books, object, values, &numbers);
}

pub(super) fn read_built_in_account(books: &mut Books, object: &Object, values: &Values<'_>) {
    let code = if object.key == kinds::BALANCE_SHEET_INVESTMENTS_ACCOUNT {
        2
    } else {
        12
    };
    let numbers = Numbers {
        name: 1,
        code,
        group: 3,
        inactive: None,
    };
    // Profit and loss accounts keep no code there; another field would be misread.
    let class = kinds::find(object.key).map(|kind| kind.class);
    read_account(books, object, values, &numbers);
    if class == Some(Class::ProfitAndLossAccount)
        && let Some(account) = books.accounts.get_mut(&object.key)
    {
        account.code = String::new();
    }
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
        position: 0,
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
