//! The chart of accounts: which section an account belongs to, and through which groups.

use books::accounts::{AccountGroup, GroupType};
use books::kinds::{self, Class};
use books::{Books, Key};

/// More groups above an account than this are not followed: they go round in a circle.
const GROUPS_DEPTH_MAX: usize = 64;

/// A name out of the books, or the name of something built in, which faces translate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccountName {
    /// The user's own words.
    Own(String),
    /// The name of a kind such as `BalanceSheetAccountsReceivableAccount`, or of a section such
    /// as `Assets`.
    BuiltIn(&'static str),
}

/// The five parts of a chart of accounts, in the order in which reports show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What the business owns.
    Assets,
    /// What it owes.
    Liabilities,
    /// What belongs to its owners.
    Equity,
    /// What it earned.
    Income,
    /// What it spent.
    Expenses,
    /// No group leads to any of the five.
    Unclassified,
}

/// What sorts a group among its neighbours.
pub(crate) type GroupOrder = (i64, AccountName, Key);

/// Where an account stands in the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChartPlace {
    /// Its name.
    pub(crate) name: AccountName,
    /// Its code, which may be empty.
    pub(crate) code: String,
    /// Its place among its neighbours; they stand by it, then by code and name.
    pub(crate) position: i64,
    /// Its section.
    pub(crate) section: Section,
    /// The groups above it, from the root down.
    pub(crate) group_path: Vec<AccountName>,
    /// What sorts accounts before code and name: the section, then the groups from the root down.
    pub(crate) order: (Section, Vec<GroupOrder>),
}

/// The chart of the books.
pub(crate) struct Chart<'a> {
    books: &'a Books,
}

impl<'a> Chart<'a> {
    /// The chart of these books.
    pub(crate) const fn new(books: &'a Books) -> Self {
        Self { books }
    }

    /// Where an account stands.
    pub(crate) fn place(&self, key: Key) -> ChartPlace {
        let account = self.books.accounts.get(&key);
        let built_in = kinds::find(key);
        let own_name = account.map(|it| it.name.trim()).unwrap_or_default();
        let name = match built_in {
            Some(kind) if own_name.is_empty() => AccountName::BuiltIn(kind.name),
            _ => AccountName::Own(own_name.to_owned()),
        };
        let above = self.groups_above(account.and_then(|it| it.group));
        let (section, root) = self.section(key, &above);
        // Accounts without a group join those of the section's own root.
        let root = root.or_else(|| section.fixed_root());
        let below_root = above.iter().rev().filter(|group| Some(group.key) != root);
        let below_root: Vec<&AccountGroup> = below_root.copied().collect();
        let mut order = vec![self.root_order(section, root)];
        let groups = below_root.iter();
        order.extend(groups.map(|group| (group.position, own(&group.name), group.key)));
        let group_path = order.iter().map(|(_, name, _)| name.clone()).collect();
        ChartPlace {
            name,
            code: account.map(|it| it.code.clone()).unwrap_or_default(),
            position: account.map_or(0, |it| it.position),
            section,
            group_path,
            order: (section, order),
        }
    }

    /// The groups from `first` upward, as far as they have records and do not repeat.
    fn groups_above(&self, first: Option<Key>) -> Vec<&'a AccountGroup> {
        let mut above: Vec<&AccountGroup> = Vec::new();
        let mut next = first;
        while let Some(group) = next.and_then(|key| self.books.groups.get(&key)) {
            let repeats = above.iter().any(|seen| seen.key == group.key);
            if repeats || above.len() >= GROUPS_DEPTH_MAX {
                break;
            }
            above.push(group);
            next = group.parent;
        }
        above
    }

    /// The section, and the key of the group that stands for it.
    fn section(&self, account: Key, above: &[&AccountGroup]) -> (Section, Option<Key>) {
        let last = above.last();
        let top = match last {
            Some(group) => group.parent.or(Some(group.key)),
            None => self.books.accounts.get(&account).and_then(|it| it.group),
        };
        let fixed = top.and_then(fixed_section);
        if let Some(section) = fixed {
            return (section, top);
        }
        if let Some(group) = last {
            match group.group_type {
                GroupType::Income => return (Section::Income, Some(group.key)),
                GroupType::Expenses => return (Section::Expenses, Some(group.key)),
                GroupType::BalanceSheet | GroupType::Part => {}
            }
        }
        (self.default_section(account), None)
    }

    /// The section of an account whose groups lead nowhere.
    fn default_section(&self, account: Key) -> Section {
        let kind = self.books.account_kind(account).unwrap_or(account);
        match kinds::find(kind).map(|kind| kind.class) {
            Some(Class::BalanceSheetAccount | Class::ControlAccount) => balance_sheet_section(kind),
            Some(Class::ProfitAndLossAccount) => profit_and_loss_section(kind),
            _ => Section::Unclassified,
        }
    }

    /// The root of a section as the others below it: renamed, or built in.
    pub(crate) fn root_order(&self, section: Section, root: Option<Key>) -> GroupOrder {
        let group = root.and_then(|key| self.books.groups.get(&key));
        let name = match group {
            Some(group) if !group.name.trim().is_empty() => own(&group.name),
            _ => AccountName::BuiltIn(section.name()),
        };
        let position = group.map_or(0, |group| group.position);
        (position, name, root.unwrap_or(Key::NIL))
    }

    /// Whether the account belongs to the profit and loss statement; else it belongs to the
    /// balance sheet (SPEC-reports.md, 3.2).
    pub(crate) fn is_profit_and_loss(&self, account: Key, section: Section) -> bool {
        match section {
            Section::Income | Section::Expenses => true,
            Section::Assets | Section::Liabilities | Section::Equity => false,
            Section::Unclassified => {
                let kind = self.books.account_kind(account).and_then(kinds::find);
                kind.is_some_and(|kind| {
                    kind.class == Class::ProfitAndLossAccount
                        || kind.key == kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT
                })
            }
        }
    }
}

impl Section {
    /// The group that stands for the section where an account names none.
    pub(crate) const fn fixed_root(self) -> Option<Key> {
        match self {
            Self::Assets => Some(kinds::ASSETS),
            Self::Liabilities => Some(kinds::LIABILITIES),
            Self::Equity => Some(kinds::EQUITY),
            Self::Income => Some(kinds::groups::INCOME),
            Self::Expenses => Some(kinds::groups::EXPENSES),
            Self::Unclassified => None,
        }
    }

    /// The English name, which faces translate.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assets => "Assets",
            Self::Liabilities => "Liabilities",
            Self::Equity => "Equity",
            Self::Income => "Income",
            Self::Expenses => "Expenses",
            Self::Unclassified => "Unclassified",
        }
    }
}

fn own(name: &str) -> AccountName {
    AccountName::Own(name.trim().to_owned())
}

fn fixed_section(group: Key) -> Option<Section> {
    match group {
        kinds::ASSETS => Some(Section::Assets),
        kinds::LIABILITIES => Some(Section::Liabilities),
        kinds::EQUITY => Some(Section::Equity),
        kinds::groups::INCOME => Some(Section::Income),
        kinds::groups::EXPENSES | kinds::groups::COST_OF_SALES => Some(Section::Expenses),
        _ => None,
    }
}

/// SPEC-posting.md, 12.3.
fn balance_sheet_section(kind: Key) -> Section {
    match kind {
        kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT
        | kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS
        | kinds::BALANCE_SHEET_TAX_PAYABLE_ACCOUNT
        | kinds::BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT
        | kinds::CONTROL_ACCOUNT_FOR_EMPLOYEES
        | kinds::BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT
        | kinds::BALANCE_SHEET_WITHHOLDING_TAX_PAYABLE_ACCOUNT => Section::Liabilities,
        kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT
        | kinds::BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT
        | kinds::CONTROL_ACCOUNT_FOR_CAPITAL_ACCOUNTS
        | kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT => Section::Equity,
        _ => Section::Assets,
    }
}

/// SPEC-posting.md, 12.3.
fn profit_and_loss_section(kind: Key) -> Section {
    match kind {
        kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_SALES
        | kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_LATE_PAYMENT_FEES
        | kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_INVOICED
        | kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_INVOICED
        | kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_MOVEMENT
        | kinds::PROFIT_AND_LOSS_STATEMENT_CAPITAL_GAINS_ON_INVESTMENTS => Section::Income,
        _ => Section::Expenses,
    }
}
