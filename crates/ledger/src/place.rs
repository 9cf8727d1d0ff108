//! Where a line posts: the account, and what stands under it (SPEC-posting.md, 2).

use crate::codes;
use books::documents::Subledgers;
use books::parties::PartyKind;
use books::{Books, Key, kinds};

/// An account together with what stands under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// The account.
    pub(crate) account: Key,
    /// What stands under it.
    pub(crate) subledger: Option<Key>,
    /// The foreign currency that it is kept in.
    pub(crate) currency: Option<Key>,
}

impl Place {
    /// An account with nothing under it.
    pub(crate) const fn plain(account: Key) -> Self {
        Self {
            account,
            subledger: None,
            currency: None,
        }
    }
}

/// Why something cannot post where it should and goes to Suspense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// One of [`crate::codes`].
    pub(crate) code: &'static str,
    /// Names and values that belong to it.
    pub(crate) arguments: Vec<(&'static str, String)>,
}

impl Trouble {
    /// A trouble without arguments.
    pub(crate) const fn new(code: &'static str) -> Self {
        Self {
            code,
            arguments: Vec::new(),
        }
    }

    /// A trouble with a record.
    pub(crate) fn with_record(code: &'static str, record: Key) -> Self {
        Self {
            code,
            arguments: vec![("record", record.to_string())],
        }
    }

    /// A trouble with an account.
    pub(crate) fn with_account(code: &'static str, account: Key) -> Self {
        Self {
            code,
            arguments: vec![("account", account.to_string())],
        }
    }
}

/// What has to stand under a control account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Customer,
    Supplier,
    Employee,
    BankAccount,
    CapitalAccount,
    SpecialAccount,
    FixedAsset,
    FixedAssetAccumulated,
    IntangibleAsset,
    IntangibleAssetAccumulated,
    Investment,
    ExpenseClaimsPayer,
    Item,
}

/// Each role with the built-in account and the kind of custom control account.
const ROLES: [(Role, Key, Key); 13] = [
    (
        Role::Customer,
        kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS,
    ),
    (
        Role::Supplier,
        kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS,
    ),
    (
        Role::Employee,
        kinds::BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_EMPLOYEES,
    ),
    (
        Role::BankAccount,
        kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_BANK_ACCOUNTS,
    ),
    (
        Role::CapitalAccount,
        kinds::BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_CAPITAL_ACCOUNTS,
    ),
    (
        Role::SpecialAccount,
        kinds::BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_SPECIAL_ACCOUNTS,
    ),
    (
        Role::FixedAsset,
        kinds::BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_FIXED_ASSETS,
    ),
    (
        Role::FixedAssetAccumulated,
        kinds::BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_FIXED_ASSETS_ACCUMULATED_DEPRECIATION,
    ),
    (
        Role::IntangibleAsset,
        kinds::BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS,
    ),
    (
        Role::IntangibleAssetAccumulated,
        kinds::BALANCE_SHEET_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION,
    ),
    (
        Role::Investment,
        kinds::BALANCE_SHEET_INVESTMENTS_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_INVESTMENTS,
    ),
    (
        Role::ExpenseClaimsPayer,
        kinds::BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT,
        // Expense claims have no custom control accounts.
        kinds::BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT,
    ),
    (
        Role::Item,
        kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
        kinds::CONTROL_ACCOUNT_FOR_INVENTORY_ITEMS,
    ),
];

/// The place for a line that names `account` and `named`.
pub(crate) fn find_place(
    books: &Books,
    account: Option<Key>,
    named: &Subledgers,
) -> Result<Place, Trouble> {
    let account = account.ok_or_else(|| Trouble::new(codes::ACCOUNT_MISSING))?;
    let kind = books
        .account_kind(account)
        .ok_or_else(|| Trouble::with_account(codes::ACCOUNT_UNKNOWN, account))?;
    let role = ROLES
        .iter()
        .find(|(_, built_in, custom)| *built_in == kind || *custom == kind);
    let Some(&(role, built_in, custom)) = role else {
        return Ok(Place::plain(account));
    };
    let Some(key) = role.named(named) else {
        return if role == Role::Item {
            Ok(Place::plain(account))
        } else {
            Err(Trouble::with_account(codes::SUBLEDGER_MISSING, account))
        };
    };
    let (own_control, currency) = role
        .record(books, key)
        .ok_or_else(|| Trouble::with_record(codes::SUBLEDGER_UNKNOWN, key))?;
    let control = own_control.filter(|&control| books.account_kind(control) == Some(custom));
    Ok(Place {
        account: control.unwrap_or(built_in),
        subledger: Some(key),
        currency: books.foreign(currency),
    })
}

impl Role {
    /// What the line names for this role.
    fn named(self, named: &Subledgers) -> Option<Key> {
        match self {
            Self::Customer => named.customer,
            Self::Supplier => named.supplier,
            Self::Employee => named.employee,
            Self::BankAccount => named.bank_account,
            Self::CapitalAccount => named.capital_account,
            Self::SpecialAccount => named.special_account,
            Self::FixedAsset | Self::FixedAssetAccumulated => named.fixed_asset,
            Self::IntangibleAsset | Self::IntangibleAssetAccumulated => named.intangible_asset,
            Self::Investment => named.investment,
            Self::ExpenseClaimsPayer => named.expense_claims_payer,
            Self::Item => named.item,
        }
    }

    /// The custom control account and the currency of the record, when it exists and fits.
    fn record(self, books: &Books, key: Key) -> Option<(Option<Key>, Option<Key>)> {
        let party = |kind| {
            let party = books.parties.get(&key).filter(|party| party.kind == kind)?;
            Some((party.control_account, party.currency))
        };
        let holding = |kind| {
            let found = books.holdings.get(&key);
            found.filter(|holding| holding.kind == kind)
        };
        let direct = |kind| holding(kind).map(|it| (it.control_account, it.currency));
        let accumulated = |kind| holding(kind).map(|it| (it.accumulated_account, it.currency));
        match self {
            Self::Customer => party(PartyKind::Customer),
            Self::Supplier => party(PartyKind::Supplier),
            Self::Employee => party(PartyKind::Employee),
            Self::BankAccount => {
                let bank = books.bank_accounts.get(&key)?;
                Some((bank.control_account, bank.currency))
            }
            Self::CapitalAccount => direct(kinds::CAPITAL_ACCOUNT),
            Self::SpecialAccount => direct(kinds::SPECIAL_ACCOUNT),
            Self::FixedAsset => direct(kinds::FIXED_ASSET),
            Self::FixedAssetAccumulated => accumulated(kinds::FIXED_ASSET),
            Self::IntangibleAsset => direct(kinds::INTANGIBLE_ASSET),
            Self::IntangibleAssetAccumulated => accumulated(kinds::INTANGIBLE_ASSET),
            Self::Investment => direct(kinds::INVESTMENT),
            Self::ExpenseClaimsPayer => direct(kinds::EXPENSE_CLAIMS_PAYER),
            Self::Item => {
                let item = books.items.get(&key)?;
                (item.kind == kinds::INVENTORY_ITEM).then_some((item.purchases_account, None))
            }
        }
    }
}

/// The place of a customer, supplier or employee.
pub(crate) fn party_place(books: &Books, kind: PartyKind, party: Key) -> Result<Place, Trouble> {
    let (account, named) = match kind {
        PartyKind::Customer => (
            kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
            Subledgers {
                customer: Some(party),
                ..Subledgers::default()
            },
        ),
        PartyKind::Supplier => (
            kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
            Subledgers {
                supplier: Some(party),
                ..Subledgers::default()
            },
        ),
        PartyKind::Employee => (
            kinds::BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT,
            Subledgers {
                employee: Some(party),
                ..Subledgers::default()
            },
        ),
    };
    find_place(books, Some(account), &named)
        .map_err(|_| Trouble::with_record(codes::PARTY_UNKNOWN, party))
}

/// The place of the bank or cash account that a document names.
pub(crate) fn bank_place(books: &Books, bank_account: Option<Key>) -> Result<Place, Trouble> {
    let key = bank_account.ok_or_else(|| Trouble::new(codes::BANK_ACCOUNT_MISSING))?;
    let named = Subledgers {
        bank_account: Some(key),
        ..Subledgers::default()
    };
    find_place(
        books,
        Some(kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT),
        &named,
    )
    .map_err(|_| Trouble::with_record(codes::BANK_ACCOUNT_UNKNOWN, key))
}
