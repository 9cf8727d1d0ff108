//! Accounts that exist without a record; a record renames, codes or moves one.
//!
//! Their key is their kind. Most accounts carry their position in field 10, those that hold one
//! balance per asset, party or payer in field 11; investments have a numbering of their own. Of the
//! accounts at the end of the list only the name is known, from a reader that takes field 1 for the
//! name of everything.

use super::account_reference::{BALANCE_SHEET_GROUPS, PROFIT_AND_LOSS_GROUPS};
use crate::kind_spec::{
    Certainty::{Inferred, OneSource, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::{Key, kinds};

const PROFIT_AND_LOSS_ACCOUNT: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, OneSource),
    FieldSpec::new(
        3,
        "Group",
        Shape::Reference(PROFIT_AND_LOSS_GROUPS),
        OneSource,
    ),
    FieldSpec::new(10, "Position", Shape::Integer, OneSource),
    FieldSpec::new(1002, "Code", Shape::Text, Ours),
];
const PLAIN_ACCOUNT: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, OneSource),
    FieldSpec::new(
        3,
        "Group",
        Shape::Reference(BALANCE_SHEET_GROUPS),
        OneSource,
    ),
    FieldSpec::new(10, "Position", Shape::Integer, OneSource),
    FieldSpec::new(1002, "Code", Shape::Text, Ours),
];
const CODED_ACCOUNT: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, OneSource),
    FieldSpec::new(
        3,
        "Group",
        Shape::Reference(BALANCE_SHEET_GROUPS),
        OneSource,
    ),
    FieldSpec::new(10, "Position", Shape::Integer, OneSource),
    FieldSpec::new(12, "Code", Shape::Text, OneSource),
];
const HOLDER_ACCOUNT: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, OneSource),
    FieldSpec::new(
        3,
        "Group",
        Shape::Reference(BALANCE_SHEET_GROUPS),
        OneSource,
    ),
    FieldSpec::new(11, "Position", Shape::Integer, OneSource),
    FieldSpec::new(12, "Code", Shape::Text, OneSource),
];
const INVESTMENTS_ACCOUNT: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, OneSource),
    FieldSpec::new(2, "Code", Shape::Text, OneSource),
    FieldSpec::new(
        3,
        "Group",
        Shape::Reference(BALANCE_SHEET_GROUPS),
        OneSource,
    ),
    FieldSpec::new(5, "Position", Shape::Integer, OneSource),
];
const NAMED_ACCOUNT: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, Inferred),
    FieldSpec::new(1002, "Code", Shape::Text, Ours),
];

/// A built-in account with these fields.
const fn account(
    content_type: Key,
    name: &'static str,
    slug: &'static str,
    fields: &'static [FieldSpec],
) -> KindSpec {
    KindSpec::new(content_type, name, slug, Group::Accounts, fields)
        .titled(&[1])
        .listed(&[1])
        .single()
        .with_form()
}
/// BalanceSheetAccountsPayableAccount.
pub(crate) static BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
    "BalanceSheetAccountsPayableAccount",
    "balance-sheet-accounts-payable-account",
    CODED_ACCOUNT,
);

/// BalanceSheetAccountsReceivableAccount.
pub(crate) static BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
    "BalanceSheetAccountsReceivableAccount",
    "balance-sheet-accounts-receivable-account",
    CODED_ACCOUNT,
);

/// BalanceSheetRetainedEarningsAccount.
pub(crate) static BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT,
    "BalanceSheetRetainedEarningsAccount",
    "balance-sheet-retained-earnings-account",
    CODED_ACCOUNT,
);

/// BalanceSheetInventoryOnHandAccount.
pub(crate) static BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
    "BalanceSheetInventoryOnHandAccount",
    "balance-sheet-inventory-on-hand-account",
    PLAIN_ACCOUNT,
);

/// BalanceSheetTaxPayableAccount.
pub(crate) static BALANCE_SHEET_TAX_PAYABLE_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_TAX_PAYABLE_ACCOUNT,
    "BalanceSheetTaxPayableAccount",
    "balance-sheet-tax-payable-account",
    PLAIN_ACCOUNT,
);

/// BalanceSheetBillableTimeAccount.
pub(crate) static BALANCE_SHEET_BILLABLE_TIME_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_BILLABLE_TIME_ACCOUNT,
    "BalanceSheetBillableTimeAccount",
    "balance-sheet-billable-time-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetCapitalAccountsAccount.
pub(crate) static BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT,
    "BalanceSheetCapitalAccountsAccount",
    "balance-sheet-capital-accounts-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetEmployeeClearingAccount.
pub(crate) static BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT,
    "BalanceSheetEmployeeClearingAccount",
    "balance-sheet-employee-clearing-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetExpenseClaimsAccount.
pub(crate) static BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT,
    "BalanceSheetExpenseClaimsAccount",
    "balance-sheet-expense-claims-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetFixedAssetsAccumulatedDepreciationAccount.
pub(crate) static BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT,
    "BalanceSheetFixedAssetsAccumulatedDepreciationAccount",
    "balance-sheet-fixed-assets-accumulated-depreciation-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetFixedAssetsAtCostAccount.
pub(crate) static BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT,
    "BalanceSheetFixedAssetsAtCostAccount",
    "balance-sheet-fixed-assets-at-cost-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetIntangibleAssetsAccumulatedAmortizationAccount.
pub(crate) static BALANCE_SHEET_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION_ACCOUNT: KindSpec =
    account(
        kinds::BALANCE_SHEET_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION_ACCOUNT,
        "BalanceSheetIntangibleAssetsAccumulatedAmortizationAccount",
        "balance-sheet-intangible-assets-accumulated-amortization-account",
        HOLDER_ACCOUNT,
    );

/// BalanceSheetIntangibleAssetsAtCostAccount.
pub(crate) static BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT,
    "BalanceSheetIntangibleAssetsAtCostAccount",
    "balance-sheet-intangible-assets-at-cost-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetSpecialAccountsAccount.
pub(crate) static BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT,
    "BalanceSheetSpecialAccountsAccount",
    "balance-sheet-special-accounts-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetWithholdingTaxAccount.
pub(crate) static BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT,
    "BalanceSheetWithholdingTaxAccount",
    "balance-sheet-withholding-tax-account",
    HOLDER_ACCOUNT,
);

/// BalanceSheetInvestmentsAccount.
pub(crate) static BALANCE_SHEET_INVESTMENTS_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_INVESTMENTS_ACCOUNT,
    "BalanceSheetInvestmentsAccount",
    "balance-sheet-investments-account",
    INVESTMENTS_ACCOUNT,
);

/// ProfitAndLossStatementAccountBillableExpensesCost.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_COST: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_COST,
    "ProfitAndLossStatementAccountBillableExpensesCost",
    "profit-and-loss-statement-account-billable-expenses-cost",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountBillableExpensesInvoiced.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_INVOICED: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_INVOICED,
    "ProfitAndLossStatementAccountBillableExpensesInvoiced",
    "profit-and-loss-statement-account-billable-expenses-invoiced",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountBillableTimeInvoiced.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_INVOICED: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_INVOICED,
    "ProfitAndLossStatementAccountBillableTimeInvoiced",
    "profit-and-loss-statement-account-billable-time-invoiced",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountBillableTimeMovement.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_MOVEMENT: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_MOVEMENT,
    "ProfitAndLossStatementAccountBillableTimeMovement",
    "profit-and-loss-statement-account-billable-time-movement",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountCurrencyGainsLosses.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_CURRENCY_GAINS_LOSSES: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_CURRENCY_GAINS_LOSSES,
    "ProfitAndLossStatementAccountCurrencyGainsLosses",
    "profit-and-loss-statement-account-currency-gains-losses",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountFixedAssetDepreciation.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_DEPRECIATION: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_DEPRECIATION,
    "ProfitAndLossStatementAccountFixedAssetDepreciation",
    "profit-and-loss-statement-account-fixed-asset-depreciation",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountFixedAssetLossOnDisposal.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_LOSS_ON_DISPOSAL: KindSpec =
    account(
        kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_LOSS_ON_DISPOSAL,
        "ProfitAndLossStatementAccountFixedAssetLossOnDisposal",
        "profit-and-loss-statement-account-fixed-asset-loss-on-disposal",
        PROFIT_AND_LOSS_ACCOUNT,
    );

/// ProfitAndLossStatementAccountIntangibleAssetsAmortization.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_AMORTIZATION: KindSpec =
    account(
        kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_AMORTIZATION,
        "ProfitAndLossStatementAccountIntangibleAssetsAmortization",
        "profit-and-loss-statement-account-intangible-assets-amortization",
        PROFIT_AND_LOSS_ACCOUNT,
    );

/// ProfitAndLossStatementAccountIntangibleAssetsGainsLossOnDisposal.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_GAINS_LOSS_ON_DISPOSAL:
    KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_GAINS_LOSS_ON_DISPOSAL,
    "ProfitAndLossStatementAccountIntangibleAssetsGainsLossOnDisposal",
    "profit-and-loss-statement-account-intangible-assets-gains-loss-on-disposal",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountInventoryPurchases.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_PURCHASES: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_PURCHASES,
    "ProfitAndLossStatementAccountInventoryPurchases",
    "profit-and-loss-statement-account-inventory-purchases",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountInventorySales.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_SALES: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_SALES,
    "ProfitAndLossStatementAccountInventorySales",
    "profit-and-loss-statement-account-inventory-sales",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountInventoryWriteOffs.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_WRITE_OFFS: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_WRITE_OFFS,
    "ProfitAndLossStatementAccountInventoryWriteOffs",
    "profit-and-loss-statement-account-inventory-write-offs",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountLatePaymentFees.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_LATE_PAYMENT_FEES: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_LATE_PAYMENT_FEES,
    "ProfitAndLossStatementAccountLatePaymentFees",
    "profit-and-loss-statement-account-late-payment-fees",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementAccountRoundingExpense.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_ACCOUNT_ROUNDING_EXPENSE: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_ROUNDING_EXPENSE,
    "ProfitAndLossStatementAccountRoundingExpense",
    "profit-and-loss-statement-account-rounding-expense",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// ProfitAndLossStatementCapitalGainsOnInvestments.
pub(crate) static PROFIT_AND_LOSS_STATEMENT_CAPITAL_GAINS_ON_INVESTMENTS: KindSpec = account(
    kinds::PROFIT_AND_LOSS_STATEMENT_CAPITAL_GAINS_ON_INVESTMENTS,
    "ProfitAndLossStatementCapitalGainsOnInvestments",
    "profit-and-loss-statement-capital-gains-on-investments",
    PROFIT_AND_LOSS_ACCOUNT,
);

/// BalanceSheetBillableExpensesAccount.
pub(crate) static BALANCE_SHEET_BILLABLE_EXPENSES_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_BILLABLE_EXPENSES_ACCOUNT,
    "BalanceSheetBillableExpensesAccount",
    "balance-sheet-billable-expenses-account",
    NAMED_ACCOUNT,
);

/// BalanceSheetCashAtBankAccount.
pub(crate) static BALANCE_SHEET_CASH_AT_BANK_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT,
    "BalanceSheetCashAtBankAccount",
    "balance-sheet-cash-at-bank-account",
    NAMED_ACCOUNT,
);

/// BalanceSheetInterAccountTransfers.
pub(crate) static BALANCE_SHEET_INTER_ACCOUNT_TRANSFERS: KindSpec = account(
    kinds::BALANCE_SHEET_INTER_ACCOUNT_TRANSFERS,
    "BalanceSheetInterAccountTransfers",
    "balance-sheet-inter-account-transfers",
    NAMED_ACCOUNT,
);

/// BalanceSheetInterdivisionalLoan.
pub(crate) static BALANCE_SHEET_INTERDIVISIONAL_LOAN: KindSpec = account(
    kinds::BALANCE_SHEET_INTERDIVISIONAL_LOAN,
    "BalanceSheetInterdivisionalLoan",
    "balance-sheet-interdivisional-loan",
    NAMED_ACCOUNT,
);

/// BalanceSheetNegativeInventoryClearing.
pub(crate) static BALANCE_SHEET_NEGATIVE_INVENTORY_CLEARING: KindSpec = account(
    kinds::BALANCE_SHEET_NEGATIVE_INVENTORY_CLEARING,
    "BalanceSheetNegativeInventoryClearing",
    "balance-sheet-negative-inventory-clearing",
    NAMED_ACCOUNT,
);

/// BalanceSheetProductionInProgressAccount.
pub(crate) static BALANCE_SHEET_PRODUCTION_IN_PROGRESS_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_PRODUCTION_IN_PROGRESS_ACCOUNT,
    "BalanceSheetProductionInProgressAccount",
    "balance-sheet-production-in-progress-account",
    NAMED_ACCOUNT,
);

/// BalanceSheetSuspenseAccount.
pub(crate) static BALANCE_SHEET_SUSPENSE_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT,
    "BalanceSheetSuspenseAccount",
    "balance-sheet-suspense-account",
    NAMED_ACCOUNT,
);

/// BalanceSheetWithholdingTaxPayableAccount.
pub(crate) static BALANCE_SHEET_WITHHOLDING_TAX_PAYABLE_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_WITHHOLDING_TAX_PAYABLE_ACCOUNT,
    "BalanceSheetWithholdingTaxPayableAccount",
    "balance-sheet-withholding-tax-payable-account",
    NAMED_ACCOUNT,
);

/// BalanceSheetWithholdingTaxReceivableAccount.
pub(crate) static BALANCE_SHEET_WITHHOLDING_TAX_RECEIVABLE_ACCOUNT: KindSpec = account(
    kinds::BALANCE_SHEET_WITHHOLDING_TAX_RECEIVABLE_ACCOUNT,
    "BalanceSheetWithholdingTaxReceivableAccount",
    "balance-sheet-withholding-tax-receivable-account",
    NAMED_ACCOUNT,
);
