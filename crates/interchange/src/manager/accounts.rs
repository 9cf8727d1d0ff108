//! Accounts that the user makes, and the groups they stand in.
//!
//! An account belongs to the section at whose root its groups end: one of three fixed keys in the
//! balance sheet, a group of type income or expense in the profit and loss statement. Default
//! descriptions, tax codes and divisions exist too, under numbers that nobody knows; so do
//! positions in the balance sheet, which this program keeps under a number of its own.

use super::account_reference::{BALANCE_SHEET_GROUPS, PROFIT_AND_LOSS_GROUPS};
use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// What a group of the profit and loss statement holds.
const GROUP_TYPES: &[(i64, &str)] = &[(0, "Income"), (1, "Expenses"), (2, "Subgroup")];

/// BalanceSheetAccount.
pub(crate) static BALANCE_SHEET_ACCOUNT: KindSpec = KindSpec::new(
    kinds::BALANCE_SHEET_ACCOUNT,
    "BalanceSheetAccount",
    "balance-sheet-accounts",
    Group::Accounts,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(
            3,
            "Group",
            Shape::Reference(BALANCE_SHEET_GROUPS),
            Confirmed,
        ),
        FieldSpec::new(17, "Code", Shape::Text, Confirmed),
        FieldSpec::new(19, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(1001, "Position", Shape::Integer, Ours),
    ],
)
.titled(&[1, 17])
.listed(&[17, 1, 3])
.with_form();

/// ProfitAndLossStatementAccount.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT: KindSpec = KindSpec::new(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
    "ProfitAndLossStatementAccount",
    "profit-and-loss-statement-accounts",
    Group::Accounts,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(
            3,
            "Group",
            Shape::Reference(PROFIT_AND_LOSS_GROUPS),
            Confirmed,
        ),
        FieldSpec::new(10, "Position", Shape::Integer, OneSource),
        FieldSpec::new(11, "Code", Shape::Text, Confirmed),
        FieldSpec::new(12, "Inactive", Shape::Flag, OneSource),
    ],
)
.titled(&[1, 11])
.listed(&[11, 1, 3])
.with_form();

/// BalanceSheetGroup.
pub(crate) static BALANCE_SHEET_GROUP: KindSpec = KindSpec::new(
    kinds::BALANCE_SHEET_GROUP,
    "BalanceSheetGroup",
    "balance-sheet-groups",
    Group::Accounts,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(
            3,
            "Group",
            Shape::Reference(BALANCE_SHEET_GROUPS),
            OneSource,
        ),
        FieldSpec::new(1001, "Position", Shape::Integer, Ours),
    ],
)
.titled(&[1])
.listed(&[1, 3])
.with_form();

/// ProfitAndLossStatementGroup.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_GROUP: KindSpec = KindSpec::new(
    kinds::PROFIT_AND_LOSS_STATEMENT_GROUP,
    "ProfitAndLossStatementGroup",
    "profit-and-loss-statement-groups",
    Group::Accounts,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(
            3,
            "Group",
            Shape::Reference(PROFIT_AND_LOSS_GROUPS),
            OneSource,
        ),
        FieldSpec::new(5, "Position", Shape::Integer, Confirmed),
        FieldSpec::new(6, "Type", Shape::Choice(GROUP_TYPES), Confirmed),
    ],
)
.titled(&[1])
.listed(&[1, 3])
.with_form();

/// ProfitAndLossStatementTotal: a line that shows what everything above it comes to.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_TOTAL: KindSpec = KindSpec::new(
    kinds::PROFIT_AND_LOSS_STATEMENT_TOTAL,
    "ProfitAndLossStatementTotal",
    "profit-and-loss-statement-totals",
    Group::Accounts,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Inferred),
        FieldSpec::new(1001, "Position", Shape::Integer, Ours),
    ],
)
.titled(&[1])
.listed(&[1])
.with_form();

/// Assets.
pub(crate) static ASSETS: KindSpec = KindSpec::new(
    kinds::ASSETS,
    "Assets",
    "assets-root",
    Group::Accounts,
    &[FieldSpec::new(1, "Name", Shape::Text, OneSource)],
)
.titled(&[1])
.listed(&[1])
.single()
.with_form();

/// Liabilities.
pub(crate) static LIABILITIES: KindSpec = KindSpec::new(
    kinds::LIABILITIES,
    "Liabilities",
    "liabilities-root",
    Group::Accounts,
    &[FieldSpec::new(1, "Name", Shape::Text, OneSource)],
)
.titled(&[1])
.listed(&[1])
.single()
.with_form();

/// Equity.
pub(crate) static EQUITY: KindSpec = KindSpec::new(
    kinds::EQUITY,
    "Equity",
    "equity-root",
    Group::Accounts,
    &[FieldSpec::new(1, "Name", Shape::Text, OneSource)],
)
.titled(&[1])
.listed(&[1])
.single()
.with_form();
