//! The registry of kinds of record: every content type of `.manager` files that is publicly known.
//!
//! A table: exempt from the length limit (docs/STYLE.md). The facts come from
//! docs/SPEC-manager-file.md, "Content types", which also says how sure each one is.

use crate::Key;

/// What sort of kind a content type names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Documents, parties, accounts, reports and everything else a business has many of.
    Plain,
    /// A kind with one record only, keyed by its own kind.
    Singleton,
    /// An account of the balance sheet that exists without a record; a record renames it.
    BalanceSheetAccount,
    /// An account of the profit and loss statement that exists without a record.
    ProfitAndLossAccount,
    /// A control account that the user made.
    ControlAccount,
    /// The definition of a custom field.
    CustomFieldDefinition,
    /// Footers and themes of printed forms.
    FormAppearance,
    /// What something was worth on the day the books began.
    StartingBalance,
    /// A document that is made again and again.
    Recurring,
    /// Parts of reports and tax forms.
    Plumbing,
    /// A kind that earlier versions stored.
    Obsolete,
}

/// One kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The content type.
    pub key: Key,
    /// The name of the kind in public lists, in English and without spaces.
    pub name: &'static str,
    /// What sort of kind it is.
    pub class: Class,
}

/// The kind with this content type, or nothing when it is unknown here.
pub fn find(content_type: Key) -> Option<&'static Kind> {
    KINDS
        .binary_search_by_key(&content_type, |kind| kind.key)
        .ok()
        .and_then(|at| KINDS.get(at))
}

/// The kind with this name, as `SalesInvoice`; upper and lower case are the same.
pub fn find_by_name(name: &str) -> Option<&'static Kind> {
    KINDS
        .iter()
        .find(|kind| kind.name.eq_ignore_ascii_case(name))
}

/// The kind `FixedAsset`.
pub const FIXED_ASSET: Key = Key::constant("00082353-9fca-4ab4-91ae-20505479cbda");
/// The kind `ProfitAndLossStatementTotal`.
pub const PROFIT_AND_LOSS_STATEMENT_TOTAL: Key =
    Key::constant("00250863-18d4-42ca-9e1b-adef10965570");
/// The kind `AmortizationCalculationWorksheet`.
pub const AMORTIZATION_CALCULATION_WORKSHEET: Key =
    Key::constant("011cf167-ff32-49e7-b0f3-ac12a3fe43ed");
/// The kind `ControlAccountForFixedAssets`.
pub const CONTROL_ACCOUNT_FOR_FIXED_ASSETS: Key =
    Key::constant("014742b2-fc31-4ded-90b5-2e0d437a1589");
/// The kind `CustomTheme`.
pub const CUSTOM_THEME: Key = Key::constant("01e1bcb2-74c1-467d-aedc-5e8f738fe776");
/// The kind `ExpenseClaim`.
pub const EXPENSE_CLAIM: Key = Key::constant("02572e0c-0167-4dbd-a392-08d8f67f3fe4");
/// The kind `ReportTransformation2`.
pub const REPORT_TRANSFORMATION2: Key = Key::constant("02c3fbc6-4473-436f-b58d-fd51937f4e77");
/// The kind `ProfitAndLossStatementAccountBillableTimeMovement`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_MOVEMENT: Key =
    Key::constant("03d41bd1-8dd4-4ce3-9b82-5ce17a40171a");
/// The kind `PayslipDeductionItem`.
pub const PAYSLIP_DEDUCTION_ITEM: Key = Key::constant("0444eb18-6fc5-4d1f-be8b-c114da01832c");
/// The kind `BalanceSheetCapitalAccountsAccount`.
pub const BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT: Key =
    Key::constant("054dfae1-c34a-475e-abde-49e0385ffc9a");
/// The kind `BalanceSheetBillableExpensesAccount`.
pub const BALANCE_SHEET_BILLABLE_EXPENSES_ACCOUNT: Key =
    Key::constant("059dbfb9-1c80-4043-887f-0fc441099fe0");
/// The kind `PurchaseInvoiceFooter`.
pub const PURCHASE_INVOICE_FOOTER: Key = Key::constant("06205221-f856-402f-8df9-104942cf579a");
/// The kind `StatementOfChangesInEquity`.
pub const STATEMENT_OF_CHANGES_IN_EQUITY: Key =
    Key::constant("06d97eb4-27de-41ee-80ef-47b8115b5b36");
/// The kind `PurchaseQuoteFooter`.
pub const PURCHASE_QUOTE_FOOTER: Key = Key::constant("072dd522-a137-4e91-8966-93f56f987cda");
/// The kind `RoundDownReportingCategory`.
pub const ROUND_DOWN_REPORTING_CATEGORY: Key =
    Key::constant("0846abcd-dc2a-4914-9c9b-9d7130ac99d6");
/// The kind `ReportTransformationTaxAmounts`.
pub const REPORT_TRANSFORMATION_TAX_AMOUNTS: Key =
    Key::constant("094377dd-1f71-40cf-bb48-58daf961aa71");
/// The kind `ReverseSignReportingCategory`.
pub const REVERSE_SIGN_REPORTING_CATEGORY: Key =
    Key::constant("0b3fe333-755b-42c0-b921-2835e39e50f0");
/// The kind `BankOrCashAccountStartingBalance`.
pub const BANK_OR_CASH_ACCOUNT_STARTING_BALANCE: Key =
    Key::constant("0c1000da-6cc3-4448-8245-6f1eeccab8d6");
/// The kind `TaxCodeReportingCategory`.
pub const TAX_CODE_REPORTING_CATEGORY: Key = Key::constant("0cb739c7-6767-4949-88a7-6415c5ec083d");
/// The kind `InventoryItem`.
pub const INVENTORY_ITEM: Key = Key::constant("0dbdbf8a-d80c-48e6-b453-bb7862445b7c");
/// The kind `FixedAssetSummary`.
pub const FIXED_ASSET_SUMMARY: Key = Key::constant("0dbf7789-7a6f-4182-b641-6b8e561b4a9c");
/// The kind `InventoryQuantityByLocation`.
pub const INVENTORY_QUANTITY_BY_LOCATION: Key =
    Key::constant("0e50586b-d1d0-40a3-81eb-8b6602e3050b");
/// The kind `DivisionExceptionReport`.
pub const DIVISION_EXCEPTION_REPORT: Key = Key::constant("0e7711f8-1db1-4bcd-ac91-020d74a06dab");
/// The kind `ImageCustomField`.
pub const IMAGE_CUSTOM_FIELD: Key = Key::constant("0e97e7ae-9e5c-4294-8d52-0f0813d20d52");
/// The kind `BalanceSheetInventoryOnHandAccount`.
pub const BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT: Key =
    Key::constant("0fb45a62-fc42-43a8-a776-782e8b5ffc96");
/// The kind `AccessToken`.
pub const ACCESS_TOKEN: Key = Key::constant("10431cbb-2b55-4154-b610-c45488afb808");
/// The kind `DepreciationCalculationWorksheet`.
pub const DEPRECIATION_CALCULATION_WORKSHEET: Key =
    Key::constant("105604f5-5bc1-4bfa-a101-3c339c22989a");
/// The kind `RecurringInterAccountTransfer`.
pub const RECURRING_INTER_ACCOUNT_TRANSFER: Key =
    Key::constant("10ac4ab8-df74-4faf-b7fc-eb343556fb1b");
/// The kind `BalanceSheetSuspenseAccount`.
pub const BALANCE_SHEET_SUSPENSE_ACCOUNT: Key =
    Key::constant("11211c9e-0988-4d16-8bf2-fa39487123aa");
/// The kind `SupplierStatementsUnpaidInvoices`.
pub const SUPPLIER_STATEMENTS_UNPAID_INVOICES: Key =
    Key::constant("119e71a0-3ea5-4c6f-a8f2-76384b86831a");
/// The kind `RecurringPurchaseInvoice`.
pub const RECURRING_PURCHASE_INVOICE: Key = Key::constant("11de04ac-c448-4665-b206-8aa631e63532");
/// The kind `InterAccountTransferFooter`.
pub const INTER_ACCOUNT_TRANSFER_FOOTER: Key =
    Key::constant("12479269-1209-4684-8d6a-ccc7a447fd62");
/// The kind `PayslipTotalsPerItemAndEmployee`.
pub const PAYSLIP_TOTALS_PER_ITEM_AND_EMPLOYEE: Key =
    Key::constant("13de6e5f-cacf-46a1-adb9-2250f76d77dd");
/// The kind `BankOrCashAccount`.
pub const BANK_OR_CASH_ACCOUNT: Key = Key::constant("1408c33b-6284-4f50-9e31-48cbea21f3cf");
/// The kind `ExchangeRate`.
pub const EXCHANGE_RATE: Key = Key::constant("14240c19-3d08-4fe6-94bb-6dd17c4bcda6");
/// The kind `InventoryPriceList`.
pub const INVENTORY_PRICE_LIST: Key = Key::constant("14da35e1-9b94-4403-8575-9d64ade4d7b4");
/// The kind `ProfitAndLossStatement`.
pub const PROFIT_AND_LOSS_STATEMENT: Key = Key::constant("165c0392-9aad-4067-b855-a2393ead5df4");
/// The kind `CustomerPortal`.
pub const CUSTOMER_PORTAL: Key = Key::constant("18048748-7c70-49e6-bed4-b9d310736956");
/// The kind `CapitalAccountsSummary`.
pub const CAPITAL_ACCOUNTS_SUMMARY: Key = Key::constant("19f661de-d63c-4d25-bd00-3e05578018b1");
/// The kind `SetZeroIfNegativeReportingCategory`.
pub const SET_ZERO_IF_NEGATIVE_REPORTING_CATEGORY: Key =
    Key::constant("1a94b65c-4869-4138-acc1-49d16bbfeed6");
/// The kind `ProfitAndLossStatementAccountBillableExpensesInvoiced`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_INVOICED: Key =
    Key::constant("1ae41f36-c83a-428c-be23-a99714110807");
/// The kind `RecurringReceipt`.
pub const RECURRING_RECEIPT: Key = Key::constant("1c7ecd01-eb32-47b1-8ccd-e85f77969b03");
/// The kind `RecurringSalesQuote`.
pub const RECURRING_SALES_QUOTE: Key = Key::constant("1ca6ee3a-3583-41d8-83b1-74ac9129e1c1");
/// The kind `PayslipDeductionItemReportingCategory`.
pub const PAYSLIP_DEDUCTION_ITEM_REPORTING_CATEGORY: Key =
    Key::constant("1ccb2c74-e9ed-4642-9687-bdf9f3403f3b");
/// The kind `Payslip`.
pub const PAYSLIP: Key = Key::constant("1d103fa7-6fc1-4951-811e-972968b842cc");
/// The kind `TaxablePurchasesPerSupplier`.
pub const TAXABLE_PURCHASES_PER_SUPPLIER: Key =
    Key::constant("1f957bf2-d198-4a9a-bb51-8d7d26b2fc5c");
/// The kind `ExpenseClaimFooter`.
pub const EXPENSE_CLAIM_FOOTER: Key = Key::constant("2084f5f4-c650-47c5-88e5-4cd4c29e28ab");
/// The kind `EmailTemplateForPurchaseInvoice`.
pub const EMAIL_TEMPLATE_FOR_PURCHASE_INVOICE: Key =
    Key::constant("21129fc9-26db-4cab-a70b-b42802f7017d");
/// The kind `ReportTransformationTaxSales`.
pub const REPORT_TRANSFORMATION_TAX_SALES: Key =
    Key::constant("211bb6c2-9ca7-4cda-a099-99bcde19a173");
/// The kind `RealizedCurrencyGainsLosses`.
pub const REALIZED_CURRENCY_GAINS_LOSSES: Key =
    Key::constant("2163a1a0-45db-47f3-a38a-484dd119af8c");
/// The kind `SupplierNameField`.
pub const SUPPLIER_NAME_FIELD: Key = Key::constant("22ec22e1-8ed2-4cba-a5b9-533a1e451977");
/// The kind `ProfitAndLossStatementAccountBillableExpensesCost`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_COST: Key =
    Key::constant("234d263d-cf0e-4e3e-85ca-ef899016e58a");
/// The kind `CreditNote`.
pub const CREDIT_NOTE: Key = Key::constant("245e5943-0092-409d-96ae-e2ee10eac75b");
/// The kind `CashFlowStatementOperatingActivityGroup`.
pub const CASH_FLOW_STATEMENT_OPERATING_ACTIVITY_GROUP: Key =
    Key::constant("25299eaa-3460-4a62-bd5d-8bc65b24375d");
/// The kind `EmailTemplateForDebitNote`.
pub const EMAIL_TEMPLATE_FOR_DEBIT_NOTE: Key =
    Key::constant("252d164a-90fc-45a3-bd35-b84f6d08d3e2");
/// The kind `ProfitAndLossStatementActualVsBudget`.
pub const PROFIT_AND_LOSS_STATEMENT_ACTUAL_VS_BUDGET: Key =
    Key::constant("25c7aa0e-536c-42be-a75c-1b5ac71e955a");
/// The kind `TaxableSalesPerCustomer`.
pub const TAXABLE_SALES_PER_CUSTOMER: Key = Key::constant("2623ae0a-3c13-45e7-83b7-e4c9b2b9404d");
/// The kind `Summary`.
pub const SUMMARY: Key = Key::constant("2631d044-861d-4710-a871-d7a11461b4ba");
/// The kind `ProfitAndLossStatementAccount`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT: Key =
    Key::constant("26b9e4a5-ce10-4f30-94c7-23a1ca4428f9");
/// The kind `DebitNote`.
pub const DEBIT_NOTE: Key = Key::constant("274fc6d0-2eac-43d0-8286-79c856e644aa");
/// The kind `RealizedInvestmentGainsSummary`.
pub const REALIZED_INVESTMENT_GAINS_SUMMARY: Key =
    Key::constant("2a58eef3-1eb1-4bd9-907b-aca2352bae77");
/// The kind `CashFlowStatement`.
pub const CASH_FLOW_STATEMENT: Key = Key::constant("2a9a4b8e-8b06-4819-adee-4b766a55119c");
/// The kind `ProfitAndLossStatementAccountRoundingExpense`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_ROUNDING_EXPENSE: Key =
    Key::constant("2aa99eac-faca-4017-a157-edbbbcb160ac");
/// The kind `SalesOrder`.
pub const SALES_ORDER: Key = Key::constant("2dac5598-128d-4954-b2e4-21515047b3a7");
/// The kind `Attachment`.
pub const ATTACHMENT: Key = Key::constant("2e541a82-94d7-42fc-a388-26bdc0803455");
/// The kind `EmailTemplateForSalesOrder`.
pub const EMAIL_TEMPLATE_FOR_SALES_ORDER: Key =
    Key::constant("3087728d-7fd5-42a4-b92c-8c0a4c87ab0c");
/// The kind `BalanceSheetProductionInProgressAccount`.
pub const BALANCE_SHEET_PRODUCTION_IN_PROGRESS_ACCOUNT: Key =
    Key::constant("30a1b83c-68a8-4f2c-ae70-25b0acc2d12a");
/// The kind `BalanceSheetTaxPayableAccount`.
pub const BALANCE_SHEET_TAX_PAYABLE_ACCOUNT: Key =
    Key::constant("30c697fa-4196-438a-ab5a-1957478034b1");
/// The kind `BalanceSheetIntangibleAssetsAtCostAccount`.
pub const BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT: Key =
    Key::constant("31d369e3-32c7-4bd2-bb83-9c1c58010c1a");
/// The kind `PayslipSummary`.
pub const PAYSLIP_SUMMARY: Key = Key::constant("3278903e-bf63-4f6f-b04d-a9e5ebd5a055");
/// The kind `InvestmentMarketPrice`.
pub const INVESTMENT_MARKET_PRICE: Key = Key::constant("32b97957-5cc5-48f0-b104-89ae340695d4");
/// The kind `BalanceSheetInvestmentsAccount`.
pub const BALANCE_SHEET_INVESTMENTS_ACCOUNT: Key =
    Key::constant("352897d1-e7fe-462e-9965-458ed9e27b82");
/// The kind `InvestmentSummary`.
pub const INVESTMENT_SUMMARY: Key = Key::constant("363c1dc2-a1f9-4221-8beb-d00e5dd5d3d4");
/// The kind `SpecialAccountStartingBalance`.
pub const SPECIAL_ACCOUNT_STARTING_BALANCE: Key =
    Key::constant("371c8de0-293e-4b4d-8e16-e1e2548ff8e2");
/// The kind `PurchaseOrderFooter`.
pub const PURCHASE_ORDER_FOOTER: Key = Key::constant("38104c9e-7805-47de-935e-f6b660a470de");
/// The kind `SalesOrderFooter`.
pub const SALES_ORDER_FOOTER: Key = Key::constant("38bf923a-9ab8-4d86-a12a-9d2581d13fa8");
/// The kind `BusinessDetails`.
pub const BUSINESS_DETAILS: Key = Key::constant("38cf4712-6e95-4ce1-b53a-bff03edad273");
/// The kind `PurchaseQuote`.
pub const PURCHASE_QUOTE: Key = Key::constant("38d606f7-6358-4ace-9d1d-f6c0b9ea9d68");
/// The kind `BaseCurrency`.
pub const BASE_CURRENCY: Key = Key::constant("39dde4fc-7af8-44cc-8572-3b1ff4cfb918");
/// The kind `AgedReceivables`.
pub const AGED_RECEIVABLES: Key = Key::constant("39f00628-27a7-4924-9030-5bc655ee234f");
/// The kind `RecurringPurchaseOrder`.
pub const RECURRING_PURCHASE_ORDER: Key = Key::constant("3be38758-7bf2-46f1-84a5-34e8748cade0");
/// The kind `CustomColumns`.
pub const CUSTOM_COLUMNS: Key = Key::constant("3c2d2934-27a8-4df3-9afd-890ebeb6fb4e");
/// The kind `PayslipEarningsItemReportingCategory`.
pub const PAYSLIP_EARNINGS_ITEM_REPORTING_CATEGORY: Key =
    Key::constant("3de1fae6-48ea-4901-8e1b-507483bfc4f3");
/// The kind `SupplierStatementsTransactions`.
pub const SUPPLIER_STATEMENTS_TRANSACTIONS: Key =
    Key::constant("401d5f3c-92ef-47da-942a-3cd6cf64aa9c");
/// The kind `TextCustomField`.
pub const TEXT_CUSTOM_FIELD: Key = Key::constant("411f5975-0376-4ba9-b7ff-5bb2baa6f69f");
/// The kind `ProfitAndLossStatementByGroup`.
pub const PROFIT_AND_LOSS_STATEMENT_BY_GROUP: Key =
    Key::constant("41ec3bd5-c95a-49e5-973b-ee26509a6a8c");
/// The kind `ProfitAndLossStatementAccountFixedAssetLossOnDisposal`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_LOSS_ON_DISPOSAL: Key =
    Key::constant("428ea9ba-4679-4568-b05b-7fcf62504893");
/// The kind `ProfitAndLossStatementAccountIntangibleAssetsGainsLossOnDisposal`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_GAINS_LOSS_ON_DISPOSAL: Key =
    Key::constant("43e14984-202e-4e9e-b843-d417dddcd3d2");
/// The kind `EmployeeStartingBalance`.
pub const EMPLOYEE_STARTING_BALANCE: Key = Key::constant("47074f31-7800-4cb9-8b69-ef9b01173e3e");
/// The kind `EmailTemplateForDeliveryNote`.
pub const EMAIL_TEMPLATE_FOR_DELIVERY_NOTE: Key =
    Key::constant("4768f2b1-4388-4cc3-ac50-c00284434dd6");
/// The kind `ControlAccountForIntangibleAssetsAccumulatedAmortization`.
pub const CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION: Key =
    Key::constant("47995ee3-b2c9-4799-ace3-768f7514c644");
/// The kind `EmailTemplateForSalesInvoice`.
pub const EMAIL_TEMPLATE_FOR_SALES_INVOICE: Key =
    Key::constant("48279506-e1bc-4011-bb47-97c0336401a0");
/// The kind `BalanceSheetFixedAssetsAtCostAccount`.
pub const BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT: Key =
    Key::constant("4a0e8917-fee2-4033-9161-48dd513fdb73");
/// The kind `Assets`.
pub const ASSETS: Key = Key::constant("4c05c221-ca57-4c7c-be62-115669302ed4");
/// The kind `LockDate`.
pub const LOCK_DATE: Key = Key::constant("4c5dac8f-2d5e-4634-a51b-0bbdd021a499");
/// The kind `LatePaymentFee`.
pub const LATE_PAYMENT_FEE: Key = Key::constant("4dada073-022f-464e-bdb3-ff38c83e577f");
/// The kind `TijoriFiscalYear`: ours, unknown to the other program (SPEC-reports.md, 5).
pub const TIJORI_FISCAL_YEAR: Key = Key::constant("4f6037ff-1397-477c-bb6c-a1f716b447ff");
/// The kind `Project`.
pub const PROJECT: Key = Key::constant("5170f738-cfba-42e3-bb8e-a7d5c5ab66f2");
/// The kind `TaxAmountReversedReportingCategory`.
pub const TAX_AMOUNT_REVERSED_REPORTING_CATEGORY: Key =
    Key::constant("52a10ec1-0808-4641-91b8-45eb33626ae3");
/// The kind `BillableTimeSummary`.
pub const BILLABLE_TIME_SUMMARY: Key = Key::constant("5516d6e5-d1fe-4271-8625-f7f0acc7f961");
/// The kind `ExpenseClaimsPayer`.
pub const EXPENSE_CLAIMS_PAYER: Key = Key::constant("563d7f9e-d64c-49ec-a938-e5531e72f4d8");
/// The kind `TaxTotals`.
pub const TAX_TOTALS: Key = Key::constant("56423a58-cdaf-4b99-b215-13e3202d5167");
/// The kind `ProfitAndLossStatementGroup`.
pub const PROFIT_AND_LOSS_STATEMENT_GROUP: Key =
    Key::constant("5770616c-0e01-46ca-a172-f7042275da6c");
/// The kind `PurchaseInvoice`.
pub const PURCHASE_INVOICE: Key = Key::constant("58b9eb90-f6b8-4abc-8ea1-12fd77b8336e");
/// The kind `JournalEntryFooter`.
pub const JOURNAL_ENTRY_FOOTER: Key = Key::constant("5be035ca-d96b-4e8d-b963-53340cf7f4f8");
/// The kind `Folder`.
pub const FOLDER: Key = Key::constant("5d6fae1e-ff34-4870-80e9-8a755842d46e");
/// The kind `JournalEntry`.
pub const JOURNAL_ENTRY: Key = Key::constant("5ea52bc4-90ae-4e4a-aec4-ef1224b279ad");
/// The kind `TaxCodeReversedReportingCategory`.
pub const TAX_CODE_REVERSED_REPORTING_CATEGORY: Key =
    Key::constant("6027ab88-f804-4827-beff-26b76bb94587");
/// The kind `ForeignCurrency`.
pub const FOREIGN_CURRENCY: Key = Key::constant("6116531b-cb3d-4f85-b239-745972943a6b");
/// The kind `EmailTemplateForPayslip`.
pub const EMAIL_TEMPLATE_FOR_PAYSLIP: Key = Key::constant("61648ae7-4613-459a-aca6-9913928f776f");
/// The kind `ProfitAndLossStatementAccountCurrencyGainsLosses`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_CURRENCY_GAINS_LOSSES: Key =
    Key::constant("635ddd64-1176-4d35-b1c2-2d7d3bb12bb6");
/// The kind `InvestmentStartingBalance`.
pub const INVESTMENT_STARTING_BALANCE: Key = Key::constant("6494cd10-ec22-4b6a-a34f-12c690a00098");
/// The kind `BalanceSheetEmployeeClearingAccount`.
pub const BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT: Key =
    Key::constant("650a36fe-801f-4031-8d5b-ab422d061fca");
/// The kind `NumberCustomField`.
pub const NUMBER_CUSTOM_FIELD: Key = Key::constant("68e09438-7aa1-4d63-b7d3-ce2dcd052e88");
/// The kind `TaxSummary`.
pub const TAX_SUMMARY: Key = Key::constant("68e0d57b-4a59-453e-b8d4-6166f097eacd");
/// The kind `AgedPayables`.
pub const AGED_PAYABLES: Key = Key::constant("6abe86ec-a6c9-46a8-a9c9-7104056a2730");
/// The kind `ControlAccountForSpecialAccounts`.
pub const CONTROL_ACCOUNT_FOR_SPECIAL_ACCOUNTS: Key =
    Key::constant("6af7e809-1de3-4a09-923f-27ad786ed837");
/// The kind `BillableTime`.
pub const BILLABLE_TIME: Key = Key::constant("6bfb652c-11cb-46fa-9e5a-c5950ccbae15");
/// The kind `GeneralLedgerSummary`.
pub const GENERAL_LEDGER_SUMMARY: Key = Key::constant("6c1d3132-7978-45c8-a6e2-2387c7de46b0");
/// The kind `DateCustomField`.
pub const DATE_CUSTOM_FIELD: Key = Key::constant("6c564f4c-380c-432e-af3b-2d6514c1891c");
/// The kind `Supplier`.
pub const SUPPLIER: Key = Key::constant("6d2dc48d-2053-4e45-8330-285ebd431242");
/// The kind `BalanceSheetCashAtBankAccount`.
pub const BALANCE_SHEET_CASH_AT_BANK_ACCOUNT: Key =
    Key::constant("6d4af96a-0959-4bb2-9160-fa825ec67c43");
/// The kind `GoodsReceiptFooter`.
pub const GOODS_RECEIPT_FOOTER: Key = Key::constant("6db45d4f-ef92-4cb8-916f-a7c8645384be");
/// The kind `TijoriEmailTemplate`: ours, unknown to the other program (SPEC-emails.md, 9).
pub const TIJORI_EMAIL_TEMPLATE: Key = Key::constant("6e737700-4f4d-4711-a36a-e206ab9a643f");
/// The kind `BalanceSheetAccount`.
pub const BALANCE_SHEET_ACCOUNT: Key = Key::constant("6ef13e42-ad89-4d42-9480-546e0c04a411");
/// The kind `PaymentFooter`.
pub const PAYMENT_FOOTER: Key = Key::constant("6fbe0380-de89-4351-b5ac-eda06b5e7a80");
/// The kind `PaymentRule`.
pub const PAYMENT_RULE: Key = Key::constant("71ac4a94-6a53-4c0a-990c-e8174ab398d1");
/// The kind `ReceiptRule`.
pub const RECEIPT_RULE: Key = Key::constant("72ed576f-e78b-41eb-8188-73285f32c2d2");
/// The kind `PayslipContributionItem`.
pub const PAYSLIP_CONTRIBUTION_ITEM: Key = Key::constant("73af4c68-c347-4088-8846-758f1e7bc5bb");
/// The kind `BalanceSheetRetainedEarningsAccount`.
pub const BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT: Key =
    Key::constant("74dfd025-d68e-4a99-9c78-5d43e17c0e09");
/// The kind `DepreciationEntry`.
pub const DEPRECIATION_ENTRY: Key = Key::constant("75cdc055-6dec-4381-bc40-b670366e6abc");
/// The kind `Receipt`.
pub const RECEIPT: Key = Key::constant("7662b887-c8d8-486e-98fd-f9dbcd41c6dc");
/// The kind `BalanceSheetByGroup`.
pub const BALANCE_SHEET_BY_GROUP: Key = Key::constant("76a0fefe-49d9-4060-9bfb-0a8a9e04aa51");
/// The kind `BankAccountSummary`.
pub const BANK_ACCOUNT_SUMMARY: Key = Key::constant("77afd97c-51d7-484b-8192-b7eb006daadb");
/// The kind `RecurringPayment`.
pub const RECURRING_PAYMENT: Key = Key::constant("789d22dc-bc42-4952-a591-60123b344726");
/// The kind `ControlAccountForSuppliers`.
pub const CONTROL_ACCOUNT_FOR_SUPPLIERS: Key =
    Key::constant("78e7aefb-9dff-4ae5-981e-4165b14fd963");
/// The kind `InventoryProfitMargin`.
pub const INVENTORY_PROFIT_MARGIN: Key = Key::constant("796da7cf-3551-4ff4-afad-942d4fc750cc");
/// The kind `IntangibleAssetStartingBalance`.
pub const INTANGIBLE_ASSET_STARTING_BALANCE: Key =
    Key::constant("7995ce1d-d8b5-4034-8b87-fb0291a44102");
/// The kind `Payment`.
pub const PAYMENT: Key = Key::constant("79f99d26-e43a-4ecb-a9c9-0774601a9b2e");
/// The kind `ControlAccountForCustomers`.
pub const CONTROL_ACCOUNT_FOR_CUSTOMERS: Key =
    Key::constant("7a57978e-583d-4997-86c7-c557de0e7fdd");
/// The kind `TijoriSavedReport`: ours, unknown to the other program (SPEC-reports.md, 5).
pub const TIJORI_SAVED_REPORT: Key = Key::constant("7aeae816-aaa7-47c9-9d41-2db5b6655ccc");
/// The kind `NonInventoryItem`.
pub const NON_INVENTORY_ITEM: Key = Key::constant("7affe9ee-731f-4936-8acf-15cae7bcacee");
/// The kind `BalanceSheet`.
pub const BALANCE_SHEET: Key = Key::constant("7b4f463a-470d-44c4-9e75-fafc630b5851");
/// The kind `ReportTransformationFromDateLastJuly`.
pub const REPORT_TRANSFORMATION_FROM_DATE_LAST_JULY: Key =
    Key::constant("7d3ddc8b-49f1-4064-997a-430367e54055");
/// The kind `CustomReport`.
pub const CUSTOM_REPORT: Key = Key::constant("7df43b64-9aea-4b19-a60a-a56f2e390df4");
/// The kind `InventoryValueSummary`.
pub const INVENTORY_VALUE_SUMMARY: Key = Key::constant("7e9405f2-ed99-4891-8757-5c4c23cabdb2");
/// The kind `InternalPdfGenerator`.
pub const INTERNAL_PDF_GENERATOR: Key = Key::constant("7e9fe6d7-d3a4-4456-981f-8112184b5517");
/// The kind `InventoryTransfer`.
pub const INVENTORY_TRANSFER: Key = Key::constant("7eaafddc-54c9-4235-98d2-e8a1ee438150");
/// The kind `TaxCode`.
pub const TAX_CODE: Key = Key::constant("7f368d97-8b7f-4b39-b156-dc66afd9496a");
/// The kind `SupplierSummary`.
pub const SUPPLIER_SUMMARY: Key = Key::constant("80d4616c-d083-4f8a-9ea9-b9dd5f04360f");
/// The kind `RecurringSalesInvoice`.
pub const RECURRING_SALES_INVOICE: Key = Key::constant("81385989-81e5-48c7-a819-c344324c1c01");
/// The kind `Forecast`.
pub const FORECAST: Key = Key::constant("821030a6-9820-4cba-8879-eda07853b9a6");
/// The kind `TaxReconciliation`.
pub const TAX_RECONCILIATION: Key = Key::constant("82fb1232-ba69-4310-b443-22df87ef18fa");
/// The kind `ProfitAndLossStatementAccountIntangibleAssetsAmortization`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_AMORTIZATION: Key =
    Key::constant("83d56444-fed8-4de8-8e58-e325a370ae44");
/// The kind `ProfitAndLossStatementAccountLatePaymentFees`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_LATE_PAYMENT_FEES: Key =
    Key::constant("841b2acb-8bb5-4742-864e-4226fa421f44");
/// The kind `WebServiceForExchangeRates`.
pub const WEB_SERVICE_FOR_EXCHANGE_RATES: Key =
    Key::constant("844ab100-63d8-40d7-abc9-1a578197f3a8");
/// The kind `ReportTransformationLabel`.
pub const REPORT_TRANSFORMATION_LABEL: Key = Key::constant("849c558a-5f58-4779-939b-dc9d2f5ac89f");
/// The kind `EmailTemplateForCreditNote`.
pub const EMAIL_TEMPLATE_FOR_CREDIT_NOTE: Key =
    Key::constant("85bf4dd0-fd18-4d03-b106-460839d2e3f7");
/// The kind `GoodsReceipt`.
pub const GOODS_RECEIPT: Key = Key::constant("866217a4-f841-47de-a4e6-87152405c88d");
/// The kind `ReportTransformationTaxPurchases`.
pub const REPORT_TRANSFORMATION_TAX_PURCHASES: Key =
    Key::constant("89c4e9b6-f555-4243-8432-680a1cc97a61");
/// The kind `ReportTranformationToDate`.
pub const REPORT_TRANFORMATION_TO_DATE: Key = Key::constant("8ba7e5e7-8f74-443a-b7ee-d8539b12e7e2");
/// The kind `ProfitAndLossStatementAccountBillableTimeInvoiced`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_INVOICED: Key =
    Key::constant("8d86390b-b90f-4cf6-862b-9b4050449b91");
/// The kind `DeliveryNoteColumns`.
pub const DELIVERY_NOTE_COLUMNS: Key = Key::constant("8e82c77b-b894-4df8-939d-9c6983eb58d4");
/// The kind `SalesInvoiceTotalsByCustomField`.
pub const SALES_INVOICE_TOTALS_BY_CUSTOM_FIELD: Key =
    Key::constant("8ea7ac48-0071-4e58-8647-c1f9b17f1dc6");
/// The kind `ControlAccountForIntangibleAssets`.
pub const CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS: Key =
    Key::constant("8ed99282-8ec3-4505-8846-0507bd0d0f70");
/// The kind `WithholdingTaxReceipt`.
pub const WITHHOLDING_TAX_RECEIPT: Key = Key::constant("8f7510d9-a92d-4b4c-9421-fd745e198b3c");
/// The kind `BalanceSheetWithholdingTaxAccount`.
pub const BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT: Key =
    Key::constant("8f75a810-abd0-4d89-a6a2-66c9003a60e2");
/// The kind `CreditNoteFooter`.
pub const CREDIT_NOTE_FOOTER: Key = Key::constant("90f7ba80-5666-49a2-af1b-908cf9a651cd");
/// The kind `Equity`.
pub const EQUITY: Key = Key::constant("9275ff4c-4cff-41d0-b7b5-f31c783f03d8");
/// The kind `ReportTransformationNetAmounts`.
pub const REPORT_TRANSFORMATION_NET_AMOUNTS: Key =
    Key::constant("928f0950-d042-46fd-9ea8-b73c947a23b7");
/// The kind `IntangibleAsset`.
pub const INTANGIBLE_ASSET: Key = Key::constant("94d5307e-4332-4545-ab1e-1528c9032b7d");
/// The kind `ControlAccountForCapitalAccounts`.
pub const CONTROL_ACCOUNT_FOR_CAPITAL_ACCOUNTS: Key =
    Key::constant("95b9d17d-f5f8-4722-a89d-456fa0906e13");
/// The kind `Subtotal`.
pub const SUBTOTAL: Key = Key::constant("9601ce49-6058-4dac-9405-82f35005ea90");
/// The kind `WithholdingTax`.
pub const WITHHOLDING_TAX: Key = Key::constant("96f2f394-8ac1-4e93-a926-5761ce8f0732");
/// The kind `SalesInvoiceTotalsByCustomer`.
pub const SALES_INVOICE_TOTALS_BY_CUSTOMER: Key =
    Key::constant("997f3bd6-37ee-4b36-b066-2bb0a402ebab");
/// The kind `TaxTransactions`.
pub const TAX_TRANSACTIONS: Key = Key::constant("9a441483-1a09-46d3-aecd-477c91c13ae1");
/// The kind `ScriptExtension`.
pub const SCRIPT_EXTENSION: Key = Key::constant("9a8fc328-7553-469f-88ed-dc533f2160b2");
/// The kind `PayslipFooter`.
pub const PAYSLIP_FOOTER: Key = Key::constant("9c4197b6-212a-4c22-9338-6eaa659cfe49");
/// The kind `BalanceSheetBillableTimeAccount`.
pub const BALANCE_SHEET_BILLABLE_TIME_ACCOUNT: Key =
    Key::constant("9f3c0a1a-dd0b-4b5c-ba50-3e4939a0e90c");
/// The kind `DeliveryNote`.
pub const DELIVERY_NOTE: Key = Key::constant("a0f6a539-f6a4-4a38-a69a-546a608a1f6d");
/// The kind `PurchaseOrder`.
pub const PURCHASE_ORDER: Key = Key::constant("a26bbea1-57aa-4fd9-b7c9-e26b83114385");
/// The kind `GeneralLedgerTransactions`.
pub const GENERAL_LEDGER_TRANSACTIONS: Key = Key::constant("a3283b79-76be-44b6-9639-fa22d9b63246");
/// The kind `BankReconciliation`.
pub const BANK_RECONCILIATION: Key = Key::constant("a3b1d610-b5e8-4f17-8e97-e53e69b78bb5");
/// The kind `TaxAudit`.
pub const TAX_AUDIT: Key = Key::constant("a43c996d-707a-48cb-91c8-191feab4411f");
/// The kind `EmailTemplateForPurchaseOrder`.
pub const EMAIL_TEMPLATE_FOR_PURCHASE_ORDER: Key =
    Key::constant("a45a2ffe-2c07-4564-8a98-431032a3387f");
/// The kind `EmailSettings`.
pub const EMAIL_SETTINGS: Key = Key::constant("a4ddb0e3-b207-4fee-aa01-f104b6c09932");
/// The kind `BalanceSheetWithholdingTaxPayableAccount`.
pub const BALANCE_SHEET_WITHHOLDING_TAX_PAYABLE_ACCOUNT: Key =
    Key::constant("a4dffac2-35d1-47e1-a4bd-b6de15975fdb");
/// The kind `ForecastProfitAndLossStatement`.
pub const FORECAST_PROFIT_AND_LOSS_STATEMENT: Key =
    Key::constant("a513a0b4-24f2-49ac-a820-d116ab9d198a");
/// The kind `DateAndNumberFormat`.
pub const DATE_AND_NUMBER_FORMAT: Key = Key::constant("a56e89d1-7bee-4509-8b84-c9ebc3808b0c");
/// The kind `Investment`.
pub const INVESTMENT: Key = Key::constant("a8f95068-fc73-43f7-aabb-fd868e506b51");
/// The kind `Schema`.
pub const SCHEMA: Key = Key::constant("a9a71e47-82b3-49db-8aec-898adb460a80");
/// The kind `CashFlowStatementInvestingActivityGroup`.
pub const CASH_FLOW_STATEMENT_INVESTING_ACTIVITY_GROUP: Key =
    Key::constant("a9cf8675-afb3-42d6-9440-f5efedef55b8");
/// The kind `BalanceSheetIntangibleAssetsAccumulatedAmortizationAccount`.
pub const BALANCE_SHEET_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION_ACCOUNT: Key =
    Key::constant("aa12d048-bfbd-47dc-a5b8-03e35c417996");
/// The kind `ProfitAndLossStatementAccountInventoryPurchases`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_PURCHASES: Key =
    Key::constant("aa80b662-3642-4c08-b328-2fccf132ceb1");
/// The kind `EmailTemplateForCustomerStatement`.
pub const EMAIL_TEMPLATE_FOR_CUSTOMER_STATEMENT: Key =
    Key::constant("aacecb53-f501-4db7-9879-f03d3304e08a");
/// The kind `PayslipEarningsItem`.
pub const PAYSLIP_EARNINGS_ITEM: Key = Key::constant("ab02f6ab-c91c-4fc2-b979-66a6682c200e");
/// The kind `ReceiptColumns`.
pub const RECEIPT_COLUMNS: Key = Key::constant("ab9df426-967c-4851-92e8-d45e3188fc9c");
/// The kind `BalanceSheetInterdivisionalLoan`.
pub const BALANCE_SHEET_INTERDIVISIONAL_LOAN: Key =
    Key::constant("ac4ab22b-0fbd-485f-8434-d25745b9be22");
/// The kind `Tabs`.
pub const TABS: Key = Key::constant("ac789d1f-034f-4964-a8b5-ebfffc3511f2");
/// The kind `ControlAccountForInventoryItems`.
pub const CONTROL_ACCOUNT_FOR_INVENTORY_ITEMS: Key =
    Key::constant("acc019f7-9bb9-4d8e-ba66-0956916b4247");
/// The kind `SalesInvoice`.
pub const SALES_INVOICE: Key = Key::constant("ad12b60b-23bf-4421-94df-8be79cef533e");
/// The kind `PayslipContributionItemReportingCategory`.
pub const PAYSLIP_CONTRIBUTION_ITEM_REPORTING_CATEGORY: Key =
    Key::constant("ad4c002b-f4ea-4bf5-85cc-f65dd4398794");
/// The kind `DebitNoteFooter`.
pub const DEBIT_NOTE_FOOTER: Key = Key::constant("ae399a2e-95c0-4ef5-a32d-5cd8217d885a");
/// The kind `RecurringPayslip`.
pub const RECURRING_PAYSLIP: Key = Key::constant("ae6e14e3-1d3d-4996-b466-ba41732a8dbe");
/// The kind `BalanceSheetInterAccountTransfers`.
pub const BALANCE_SHEET_INTER_ACCOUNT_TRANSFERS: Key =
    Key::constant("b300e679-cf46-4c99-bef0-cfa5cb3e0271");
/// The kind `ReceiptFooter`.
pub const RECEIPT_FOOTER: Key = Key::constant("b4053b7c-b07a-45ba-aa14-1e3a624f8565");
/// The kind `RecurringJournalEntry`.
pub const RECURRING_JOURNAL_ENTRY: Key = Key::constant("b4c1b390-351e-4579-b43b-412b920cddaf");
/// The kind `EmailTemplateForReceipt`.
pub const EMAIL_TEMPLATE_FOR_RECEIPT: Key = Key::constant("b5d1faec-e726-4700-8666-8197b8681984");
/// The kind `CustomerSummary`.
pub const CUSTOMER_SUMMARY: Key = Key::constant("b8583039-fa11-441a-a727-40aa2311e74c");
/// The kind `CustomerStatementsUnpaidInvoices`.
pub const CUSTOMER_STATEMENTS_UNPAID_INVOICES: Key =
    Key::constant("b9b3d678-a743-46e1-aaf5-fd1b27b5e20b");
/// The kind `CapitalAccount`.
pub const CAPITAL_ACCOUNT: Key = Key::constant("b9c4cd62-7569-44f0-bc62-9df3007a6a5c");
/// The kind `SalesQuote`.
pub const SALES_QUOTE: Key = Key::constant("ba89de75-cb87-4bde-b20f-314f01b31037");
/// The kind `ReportTransformationReport`.
pub const REPORT_TRANSFORMATION_REPORT: Key = Key::constant("bbe8c088-729b-4b56-a7d7-26555270eced");
/// The kind `InventoryRevaluationWorksheet`.
pub const INVENTORY_REVALUATION_WORKSHEET: Key =
    Key::constant("bc9eee1b-7f52-4896-9619-ae2964fb3928");
/// The kind `InventoryQuantitySummary`.
pub const INVENTORY_QUANTITY_SUMMARY: Key = Key::constant("bd9e1f26-91e4-4c7b-b410-a62cb966bcfc");
/// The kind `InventoryItemStartingBalance`.
pub const INVENTORY_ITEM_STARTING_BALANCE: Key =
    Key::constant("bfb275ad-a639-4a6a-a112-b87e602df7e1");
/// The kind `BalanceSheetGroup`.
pub const BALANCE_SHEET_GROUP: Key = Key::constant("c03d1921-7a45-4eda-8742-a2d9082dcf4f");
/// The kind `CapitalAccountStartingBalance`.
pub const CAPITAL_ACCOUNT_STARTING_BALANCE: Key =
    Key::constant("c29b5c78-58d1-4678-9f38-ea0b8b21e4cf");
/// The kind `ControlAccountForFixedAssetsAccumulatedDepreciation`.
pub const CONTROL_ACCOUNT_FOR_FIXED_ASSETS_ACCUMULATED_DEPRECIATION: Key =
    Key::constant("c2e88cf8-4d05-4bec-8c42-fdef424faf1a");
/// The kind `BalanceSheetWithholdingTaxReceivableAccount`.
pub const BALANCE_SHEET_WITHHOLDING_TAX_RECEIVABLE_ACCOUNT: Key =
    Key::constant("c66de1bf-6f63-4bc8-9452-0b019e41c47f");
/// The kind `UserPermissions`.
pub const USER_PERMISSIONS: Key = Key::constant("c6a5d19f-6f47-4716-841d-ba06ca9fc311");
/// The kind `AdvancedQuery`.
pub const ADVANCED_QUERY: Key = Key::constant("c6b97908-627b-453b-9b62-3e6308a96ace");
/// The kind `SalesInvoiceTotalsByItem`.
pub const SALES_INVOICE_TOTALS_BY_ITEM: Key = Key::constant("c70ca645-2d2b-4536-8f81-aead1b7eba99");
/// The kind `CustomerStatementsTransactions`.
pub const CUSTOMER_STATEMENTS_TRANSACTIONS: Key =
    Key::constant("c81ede5f-141e-4eb3-a586-1b0ab079cae6");
/// The kind `ControlAccountForBankAccounts`.
pub const CONTROL_ACCOUNT_FOR_BANK_ACCOUNTS: Key =
    Key::constant("c97264e3-eed6-4afd-8d2c-e1c1a00b4dc1");
/// The kind `HideIfEmptyReportingCategory`.
pub const HIDE_IF_EMPTY_REPORTING_CATEGORY: Key =
    Key::constant("c9d0844e-7628-4bf4-899c-155be1577983");
/// The kind `EmailTemplateForSalesQuote`.
pub const EMAIL_TEMPLATE_FOR_SALES_QUOTE: Key =
    Key::constant("cc707d1f-5a8d-43f1-84a4-22732fb0ccd6");
/// The kind `Division`.
pub const DIVISION: Key = Key::constant("cc7fc110-e3e4-4b3b-823d-86c4a4cdabbc");
/// The kind `CheckboxCustomField`.
pub const CHECKBOX_CUSTOM_FIELD: Key = Key::constant("ccad5339-206e-4145-aa3d-3bd8d785b2fb");
/// The kind `BusinessDetailsNameField`.
pub const BUSINESS_DETAILS_NAME_FIELD: Key = Key::constant("ce6302f8-0b02-42d8-b6b7-850063e4bbe0");
/// The kind `ReportTranformationFromDate`.
pub const REPORT_TRANFORMATION_FROM_DATE: Key =
    Key::constant("cef33379-d1b3-4172-b090-0fc24cf978da");
/// The kind `BalanceSheetAccountsReceivableAccount`.
pub const BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT: Key =
    Key::constant("d1489e95-bb28-4f5d-b42e-67d3291b3893");
/// The kind `AmortizationEntry`.
pub const AMORTIZATION_ENTRY: Key = Key::constant("d33519a3-e8e0-4556-9833-b744a58dd2f7");
/// The kind `InventoryUnitCost`.
pub const INVENTORY_UNIT_COST: Key = Key::constant("d5d7bad5-0abd-4501-af7f-cb6289cabc30");
/// The kind `DefaultInventoryLocation`.
pub const DEFAULT_INVENTORY_LOCATION: Key = Key::constant("d63413bc-622e-4e39-86bc-15e95eb4e81c");
/// The kind `CustomButton`.
pub const CUSTOM_BUTTON: Key = Key::constant("d64a6a73-731b-4fd6-9854-4744373e4531");
/// The kind `StartingExchangeRates`.
pub const STARTING_EXCHANGE_RATES: Key = Key::constant("d6bc0979-e474-4188-b881-d76b1a18c964");
/// The kind `IntangibleAssetSummary`.
pub const INTANGIBLE_ASSET_SUMMARY: Key = Key::constant("d76b3a1a-bb37-4767-9f65-f0389ec9d5df");
/// The kind `InventoryWriteOff`.
pub const INVENTORY_WRITE_OFF: Key = Key::constant("d7ff6694-f1ef-419f-8ae2-55527a02e95f");
/// The kind `SalesQuoteFooter`.
pub const SALES_QUOTE_FOOTER: Key = Key::constant("d95df676-e2cb-4be6-a9b3-86dcd79ac3bc");
/// The kind `CashFlowStatementFinancingActivityGroup`.
pub const CASH_FLOW_STATEMENT_FINANCING_ACTIVITY_GROUP: Key =
    Key::constant("da08116a-6fe3-47c2-805c-d5a81a03931a");
/// The kind `ProductionOrder`.
pub const PRODUCTION_ORDER: Key = Key::constant("da996523-e77e-493c-b134-31c6c6ccae4a");
/// The kind `BalanceSheetAccountsPayableAccount`.
pub const BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT: Key =
    Key::constant("dac7ba37-0ccd-45e5-906e-548e6c50df37");
/// The kind `Employee`.
pub const EMPLOYEE: Key = Key::constant("dadb7f95-a5dd-45c0-945d-6ad4ee28776e");
/// The kind `BalanceSheetAccountStartingBalance`.
pub const BALANCE_SHEET_ACCOUNT_STARTING_BALANCE: Key =
    Key::constant("db53bb26-6d7d-4170-8373-7d09f9638960");
/// The kind `EmployeeNameField`.
pub const EMPLOYEE_NAME_FIELD: Key = Key::constant("db71c44c-ec5a-4701-aa54-67ada72aff1a");
/// The kind `CustomField`.
pub const CUSTOM_FIELD: Key = Key::constant("dcb382dc-a4e0-4354-a845-b7d647f610f7");
/// The kind `BalanceSheetNegativeInventoryClearing`.
pub const BALANCE_SHEET_NEGATIVE_INVENTORY_CLEARING: Key =
    Key::constant("dd43296a-c233-4be8-93e4-fb3c2b8138f5");
/// The kind `RecurringSalesOrder`.
pub const RECURRING_SALES_ORDER: Key = Key::constant("dd7d5b17-c4be-4369-b0f5-79361525f3c2");
/// The kind `EmployeeStatementsTransactions`.
pub const EMPLOYEE_STATEMENTS_TRANSACTIONS: Key =
    Key::constant("de1cfd99-2756-436a-a677-d49102ac0c77");
/// The kind `ProfitAndLossStatementCapitalGainsOnInvestments`.
pub const PROFIT_AND_LOSS_STATEMENT_CAPITAL_GAINS_ON_INVESTMENTS: Key =
    Key::constant("de8d014f-e862-4ab5-88cc-335d464315a6");
/// The kind `InterAccountTransfer`.
pub const INTER_ACCOUNT_TRANSFER: Key = Key::constant("dea4f923-c498-4504-b3ef-30be3c33175e");
/// The kind `BillableExpenses`.
pub const BILLABLE_EXPENSES: Key = Key::constant("e3ea8ce1-4fa4-43df-aec6-38ef5b574b1b");
/// The kind `SpecialAccount`.
pub const SPECIAL_ACCOUNT: Key = Key::constant("e495f4e8-5fad-48ac-8a66-f35049ac4ef3");
/// The kind `TrialBalance`.
pub const TRIAL_BALANCE: Key = Key::constant("e5dc98ef-4662-4a68-8a9d-b3e2d12b55d6");
/// The kind `EmployeeSummary`.
pub const EMPLOYEE_SUMMARY: Key = Key::constant("e7b3a4f4-35d7-4f92-a8fc-e9eadbc140a8");
/// The kind `PurchaseInvoiceStartingBalance`.
pub const PURCHASE_INVOICE_STARTING_BALANCE: Key =
    Key::constant("e9333683-ea93-4949-99f3-28e60278b68d");
/// The kind `ProfitAndLossStatementAccountInventorySales`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_SALES: Key =
    Key::constant("ea44f579-9548-4954-baf0-48538aceff1e");
/// The kind `SalesInvoiceFooter`.
pub const SALES_INVOICE_FOOTER: Key = Key::constant("eaaee0ba-9c58-4f7b-a800-2857f0a675af");
/// The kind `Customer`.
pub const CUSTOMER: Key = Key::constant("ec37c11e-2b67-49c6-8a58-6eccb7dd75ee");
/// The kind `Liabilities`.
pub const LIABILITIES: Key = Key::constant("ed5a19f6-12c5-45cc-b4b7-4e79f7ef50bc");
/// The kind `BalanceSheetSpecialAccountsAccount`.
pub const BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT: Key =
    Key::constant("ef49facb-203b-4b45-aebd-99af4645700b");
/// The kind `InventoryKit`.
pub const INVENTORY_KIT: Key = Key::constant("efc4f2cc-acf0-4815-a9a8-13bae00c6167");
/// The kind `ProfitAndLossStatementAccountInventoryWriteOffs`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_WRITE_OFFS: Key =
    Key::constant("eff068c3-5cc6-4746-b73b-850d30534cbb");
/// The kind `FixedAssetStartingBalance`.
pub const FIXED_ASSET_STARTING_BALANCE: Key = Key::constant("f0bd4b36-7bd4-49c1-8d68-720704fa4309");
/// The kind `MultipleValueCustomField`.
pub const MULTIPLE_VALUE_CUSTOM_FIELD: Key = Key::constant("f32774a9-f740-4c2b-8353-b321576f6166");
/// The kind `SubAccount`.
pub const SUB_ACCOUNT: Key = Key::constant("f361339b-932a-4436-b56e-a337c1587c72");
/// The kind `TaxAmountReportingCategory`.
pub const TAX_AMOUNT_REPORTING_CATEGORY: Key =
    Key::constant("f58e8724-7e63-422c-8649-a12cf77c2208");
/// The kind `EmployeeEmailField`.
pub const EMPLOYEE_EMAIL_FIELD: Key = Key::constant("f66ab672-c1c6-4280-9439-bdb0a72b7619");
/// The kind `SalesInvoiceStartingBalance`.
pub const SALES_INVOICE_STARTING_BALANCE: Key =
    Key::constant("f71f59af-dbab-492f-83a8-6c0157360be8");
/// The kind `BalanceSheetExpenseClaimsAccount`.
pub const BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT: Key =
    Key::constant("f728124f-c6b6-4dad-82c5-22fc0d8d0571");
/// The kind `BalanceSheetFixedAssetsAccumulatedDepreciationAccount`.
pub const BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT: Key =
    Key::constant("f813a6c8-1ead-46bd-8911-f12714be193c");
/// The kind `InventoryCostingCalculationWorksheet`.
pub const INVENTORY_COSTING_CALCULATION_WORKSHEET: Key =
    Key::constant("fa064288-9c14-404b-9dce-da46957d46e2");
/// The kind `ReceiptsAndPaymentsSummary`.
pub const RECEIPTS_AND_PAYMENTS_SUMMARY: Key =
    Key::constant("fa775461-39a2-46a2-b022-adcad6c9b830");
/// The kind `ExpenseClaimsSummary`.
pub const EXPENSE_CLAIMS_SUMMARY: Key = Key::constant("faa1756c-5aaf-4646-9f33-555e45e37efb");
/// The kind `CustomInventoryLocation`.
pub const CUSTOM_INVENTORY_LOCATION: Key = Key::constant("fae8151d-252e-45e3-b1f4-e048075b8983");
/// The kind `ControlAccountForInvestments`.
pub const CONTROL_ACCOUNT_FOR_INVESTMENTS: Key =
    Key::constant("fb2c120e-6b30-47cb-a61e-14f0189bec06");
/// The kind `ProfitAndLossStatementAccountFixedAssetDepreciation`.
pub const PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_DEPRECIATION: Key =
    Key::constant("fb6fdbfd-b39f-4674-8928-10c2bdd87e58");
/// The kind `ControlAccountForEmployees`.
pub const CONTROL_ACCOUNT_FOR_EMPLOYEES: Key =
    Key::constant("fb804fba-df12-4628-ae54-df7a67d67f1b");
/// The kind `DeliveryNoteFooter`.
pub const DELIVERY_NOTE_FOOTER: Key = Key::constant("fd737085-d270-4749-9274-7b458a2ec740");
/// The kind `EmailTemplateForPayment`.
pub const EMAIL_TEMPLATE_FOR_PAYMENT: Key = Key::constant("fe8baa5b-5737-4852-b520-cb9a590f3a94");
/// The kind `EmailTemplateForPurchaseQuote`.
pub const EMAIL_TEMPLATE_FOR_PURCHASE_QUOTE: Key =
    Key::constant("ff22d093-a191-47eb-acad-4ed0b439dc43");
/// The kind `InventoryAutomaticRevaluation`.
pub const INVENTORY_AUTOMATIC_REVALUATION: Key =
    Key::constant("ffbec913-dcc6-420b-b591-a27822f60648");

/// Every kind, in the order of the keys.
pub static KINDS: &[Kind] = &[
    Kind {
        key: FIXED_ASSET,
        name: "FixedAsset",
        class: Class::Plain,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_TOTAL,
        name: "ProfitAndLossStatementTotal",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("002b86a3-554e-4a86-9395-6c6575d1d055"),
        name: "Obsolete73.Extensions",
        class: Class::Obsolete,
    },
    Kind {
        key: AMORTIZATION_CALCULATION_WORKSHEET,
        name: "AmortizationCalculationWorksheet",
        class: Class::Plain,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_FIXED_ASSETS,
        name: "ControlAccountForFixedAssets",
        class: Class::ControlAccount,
    },
    Kind {
        key: Key::constant("01c00313-4790-451e-ae05-1ad6fc6fa476"),
        name: "Obsolete13.RetainedEarningsConversionBalance13",
        class: Class::Obsolete,
    },
    Kind {
        key: CUSTOM_THEME,
        name: "CustomTheme",
        class: Class::FormAppearance,
    },
    Kind {
        key: EXPENSE_CLAIM,
        name: "ExpenseClaim",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("02693518-0c86-464a-9c3d-333053885034"),
        name: "Obsolete24.SalesInvoiceItem24",
        class: Class::Obsolete,
    },
    Kind {
        key: REPORT_TRANSFORMATION2,
        name: "ReportTransformation2",
        class: Class::Plumbing,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_MOVEMENT,
        name: "ProfitAndLossStatementAccountBillableTimeMovement",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: PAYSLIP_DEDUCTION_ITEM,
        name: "PayslipDeductionItem",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT,
        name: "BalanceSheetCapitalAccountsAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: BALANCE_SHEET_BILLABLE_EXPENSES_ACCOUNT,
        name: "BalanceSheetBillableExpensesAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: Key::constant("061a37e0-5d8b-4d76-b149-c3df6401611a"),
        name: "Obsolete37.SalesInvoiceAmountsTaxInclusiveDefault37",
        class: Class::Obsolete,
    },
    Kind {
        key: PURCHASE_INVOICE_FOOTER,
        name: "PurchaseInvoiceFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: STATEMENT_OF_CHANGES_IN_EQUITY,
        name: "StatementOfChangesInEquity",
        class: Class::Plain,
    },
    Kind {
        key: PURCHASE_QUOTE_FOOTER,
        name: "PurchaseQuoteFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: ROUND_DOWN_REPORTING_CATEGORY,
        name: "RoundDownReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("091e11d8-29dd-4207-8cd5-ee5b169b4560"),
        name: "Obsolete42.BankPayment42",
        class: Class::Obsolete,
    },
    Kind {
        key: REPORT_TRANSFORMATION_TAX_AMOUNTS,
        name: "ReportTransformationTaxAmounts",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("096d0af9-df72-425d-aae8-d59c0497f119"),
        name: "Obsolete81.BusinessLogo",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("0a3d2c60-4bed-418f-b0ee-c8a479e62174"),
        name: "Obsolete35.ExchangeRates35",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("0ad8c1f6-d2dc-4d8f-83f2-583c162fb352"),
        name: "Obsolete23.ControlAccountForCashAccounts23",
        class: Class::Obsolete,
    },
    Kind {
        key: REVERSE_SIGN_REPORTING_CATEGORY,
        name: "ReverseSignReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("0b96900e-552d-4d14-a070-9086e44f188d"),
        name: "Obsolete09.SalesInvoiceTemplate09",
        class: Class::Obsolete,
    },
    Kind {
        key: BANK_OR_CASH_ACCOUNT_STARTING_BALANCE,
        name: "BankOrCashAccountStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: TAX_CODE_REPORTING_CATEGORY,
        name: "TaxCodeReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("0da2a4c5-645d-4595-a211-65d018eb8e64"),
        name: "Obsolete02.Receipt02",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("0db83cbb-95cc-47a2-9016-71ddbe3da223"),
        name: "Obsolete16.UnclearedReceipt16",
        class: Class::Obsolete,
    },
    Kind {
        key: INVENTORY_ITEM,
        name: "InventoryItem",
        class: Class::Plain,
    },
    Kind {
        key: FIXED_ASSET_SUMMARY,
        name: "FixedAssetSummary",
        class: Class::Plain,
    },
    Kind {
        key: INVENTORY_QUANTITY_BY_LOCATION,
        name: "InventoryQuantityByLocation",
        class: Class::Plain,
    },
    Kind {
        key: DIVISION_EXCEPTION_REPORT,
        name: "DivisionExceptionReport",
        class: Class::Plain,
    },
    Kind {
        key: IMAGE_CUSTOM_FIELD,
        name: "ImageCustomField",
        class: Class::CustomFieldDefinition,
    },
    Kind {
        key: BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
        name: "BalanceSheetInventoryOnHandAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: ACCESS_TOKEN,
        name: "AccessToken",
        class: Class::Plain,
    },
    Kind {
        key: DEPRECIATION_CALCULATION_WORKSHEET,
        name: "DepreciationCalculationWorksheet",
        class: Class::Plain,
    },
    Kind {
        key: RECURRING_INTER_ACCOUNT_TRANSFER,
        name: "RecurringInterAccountTransfer",
        class: Class::Recurring,
    },
    Kind {
        key: BALANCE_SHEET_SUSPENSE_ACCOUNT,
        name: "BalanceSheetSuspenseAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: Key::constant("11955564-c54a-4ca4-9bac-ac7a518654b2"),
        name: "Obsolete84.ProfitAndLossStatementUnrealizedInvestmentGainsLosses",
        class: Class::Obsolete,
    },
    Kind {
        key: SUPPLIER_STATEMENTS_UNPAID_INVOICES,
        name: "SupplierStatementsUnpaidInvoices",
        class: Class::Plain,
    },
    Kind {
        key: RECURRING_PURCHASE_INVOICE,
        name: "RecurringPurchaseInvoice",
        class: Class::Recurring,
    },
    Kind {
        key: INTER_ACCOUNT_TRANSFER_FOOTER,
        name: "InterAccountTransferFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: Key::constant("12b8e712-a7a7-4510-9022-d1f565652625"),
        name: "Obsolete05.InPocketIncomePayee05",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("12e0885e-65c0-4a5c-85d6-98b4b3865518"),
        name: "Obsolete85.EinvoiceMe",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("13cefbaa-8f29-4c41-b53d-d0daf1837b54"),
        name: "Obsolete87.InventoryRevaluation",
        class: Class::Obsolete,
    },
    Kind {
        key: PAYSLIP_TOTALS_PER_ITEM_AND_EMPLOYEE,
        name: "PayslipTotalsPerItemAndEmployee",
        class: Class::Plain,
    },
    Kind {
        key: BANK_OR_CASH_ACCOUNT,
        name: "BankOrCashAccount",
        class: Class::Plain,
    },
    Kind {
        key: EXCHANGE_RATE,
        name: "ExchangeRate",
        class: Class::Plain,
    },
    Kind {
        key: INVENTORY_PRICE_LIST,
        name: "InventoryPriceList",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("15f9edf9-53bd-4432-8dbf-dcaf425e57c4"),
        name: "Obsolete46.CustomTaxReport46",
        class: Class::Obsolete,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT,
        name: "ProfitAndLossStatement",
        class: Class::Plain,
    },
    Kind {
        key: CUSTOMER_PORTAL,
        name: "CustomerPortal",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("19115fb2-b4fb-45d8-9a42-730eb6fca288"),
        name: "Obsolete02.Payment02",
        class: Class::Obsolete,
    },
    Kind {
        key: CAPITAL_ACCOUNTS_SUMMARY,
        name: "CapitalAccountsSummary",
        class: Class::Plain,
    },
    Kind {
        key: SET_ZERO_IF_NEGATIVE_REPORTING_CATEGORY,
        name: "SetZeroIfNegativeReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("1abdb7e9-d7d4-4247-bf76-b6516d9b8fd3"),
        name: "Obsolete01.Payment01",
        class: Class::Obsolete,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_INVOICED,
        name: "ProfitAndLossStatementAccountBillableExpensesInvoiced",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: RECURRING_RECEIPT,
        name: "RecurringReceipt",
        class: Class::Recurring,
    },
    Kind {
        key: RECURRING_SALES_QUOTE,
        name: "RecurringSalesQuote",
        class: Class::Recurring,
    },
    Kind {
        key: PAYSLIP_DEDUCTION_ITEM_REPORTING_CATEGORY,
        name: "PayslipDeductionItemReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: PAYSLIP,
        name: "Payslip",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("1f89eb6a-de29-4697-ae53-b5eda52560f7"),
        name: "Obsolete21.CountryAustraliaGstCalculationWorksheet21",
        class: Class::Obsolete,
    },
    Kind {
        key: TAXABLE_PURCHASES_PER_SUPPLIER,
        name: "TaxablePurchasesPerSupplier",
        class: Class::Plain,
    },
    Kind {
        key: EXPENSE_CLAIM_FOOTER,
        name: "ExpenseClaimFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_PURCHASE_INVOICE,
        name: "EmailTemplateForPurchaseInvoice",
        class: Class::Singleton,
    },
    Kind {
        key: REPORT_TRANSFORMATION_TAX_SALES,
        name: "ReportTransformationTaxSales",
        class: Class::Plumbing,
    },
    Kind {
        key: REALIZED_CURRENCY_GAINS_LOSSES,
        name: "RealizedCurrencyGainsLosses",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("21840c59-e26f-4caa-8b91-81a885b08a30"),
        name: "Obsolete07.CashReceipt07",
        class: Class::Obsolete,
    },
    Kind {
        key: SUPPLIER_NAME_FIELD,
        name: "SupplierNameField",
        class: Class::Plumbing,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_COST,
        name: "ProfitAndLossStatementAccountBillableExpensesCost",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: Key::constant("238ed44a-1d0f-490b-b17f-abce6ed9f25a"),
        name: "Obsolete70.Email",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("23bce57f-902d-4729-9f3f-ad657d853a4b"),
        name: "Obsolete83.ProfitAndLossStatementAccountRealizedCurrencyGainsLosses",
        class: Class::Obsolete,
    },
    Kind {
        key: CREDIT_NOTE,
        name: "CreditNote",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("24bc5086-8ac4-42e0-9af6-d97242f75209"),
        name: "Obsolete84.UnrealizedInvestmentGainsSummary",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("25064eec-02ab-46f3-b71f-f8e78ad4ca45"),
        name: "Obsolete78.CashAccount",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("2518d618-03dd-474b-ac66-5192f9df2b66"),
        name: "Obsolete11.GeneralSettings11",
        class: Class::Obsolete,
    },
    Kind {
        key: CASH_FLOW_STATEMENT_OPERATING_ACTIVITY_GROUP,
        name: "CashFlowStatementOperatingActivityGroup",
        class: Class::Plain,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_DEBIT_NOTE,
        name: "EmailTemplateForDebitNote",
        class: Class::Singleton,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACTUAL_VS_BUDGET,
        name: "ProfitAndLossStatementActualVsBudget",
        class: Class::Plain,
    },
    Kind {
        key: TAXABLE_SALES_PER_CUSTOMER,
        name: "TaxableSalesPerCustomer",
        class: Class::Plain,
    },
    Kind {
        key: SUMMARY,
        name: "Summary",
        class: Class::Plain,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
        name: "ProfitAndLossStatementAccount",
        class: Class::Plain,
    },
    Kind {
        key: DEBIT_NOTE,
        name: "DebitNote",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("28b482b6-c22e-4333-a9e8-ad727d057f4b"),
        name: "Obsolete36.DeliveryNotesDefaultNotes36",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("2903bbf5-6c43-4fbf-9eef-9b239b784f87"),
        name: "Obsolete26.SalesQuoteTemplate26",
        class: Class::Obsolete,
    },
    Kind {
        key: REALIZED_INVESTMENT_GAINS_SUMMARY,
        name: "RealizedInvestmentGainsSummary",
        class: Class::Plain,
    },
    Kind {
        key: CASH_FLOW_STATEMENT,
        name: "CashFlowStatement",
        class: Class::Plain,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_ROUNDING_EXPENSE,
        name: "ProfitAndLossStatementAccountRoundingExpense",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: Key::constant("2d6b61ac-9f35-4243-952e-8189af08cc0d"),
        name: "Obsolete02.InPocketIncome02",
        class: Class::Obsolete,
    },
    Kind {
        key: SALES_ORDER,
        name: "SalesOrder",
        class: Class::Plain,
    },
    Kind {
        key: ATTACHMENT,
        name: "Attachment",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("2e8089f0-eda0-41c1-b3d2-2593d1c6eac2"),
        name: "Obsolete50.FixedAssetDepreciation50",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("2ed8987e-6e9b-496d-bacb-ee9d62a3a7ba"),
        name: "Obsolete72.Obsolete",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("2f777546-9a69-44ec-90bf-56c38563b100"),
        name: "Obsolete26.PurchaseOrderTemplate26",
        class: Class::Obsolete,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_SALES_ORDER,
        name: "EmailTemplateForSalesOrder",
        class: Class::Singleton,
    },
    Kind {
        key: BALANCE_SHEET_PRODUCTION_IN_PROGRESS_ACCOUNT,
        name: "BalanceSheetProductionInProgressAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: BALANCE_SHEET_TAX_PAYABLE_ACCOUNT,
        name: "BalanceSheetTaxPayableAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT,
        name: "BalanceSheetIntangibleAssetsAtCostAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: PAYSLIP_SUMMARY,
        name: "PayslipSummary",
        class: Class::Plain,
    },
    Kind {
        key: INVESTMENT_MARKET_PRICE,
        name: "InvestmentMarketPrice",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("3458c24f-2a5f-4dcf-9de7-7340b1463d9c"),
        name: "Obsolete86.FreightInItem",
        class: Class::Obsolete,
    },
    Kind {
        key: BALANCE_SHEET_INVESTMENTS_ACCOUNT,
        name: "BalanceSheetInvestmentsAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: INVESTMENT_SUMMARY,
        name: "InvestmentSummary",
        class: Class::Plain,
    },
    Kind {
        key: SPECIAL_ACCOUNT_STARTING_BALANCE,
        name: "SpecialAccountStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: PURCHASE_ORDER_FOOTER,
        name: "PurchaseOrderFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: SALES_ORDER_FOOTER,
        name: "SalesOrderFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: BUSINESS_DETAILS,
        name: "BusinessDetails",
        class: Class::Singleton,
    },
    Kind {
        key: PURCHASE_QUOTE,
        name: "PurchaseQuote",
        class: Class::Plain,
    },
    Kind {
        key: BASE_CURRENCY,
        name: "BaseCurrency",
        class: Class::Singleton,
    },
    Kind {
        key: AGED_RECEIVABLES,
        name: "AgedReceivables",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("3b1da65d-85f0-4264-b128-b79c21348fee"),
        name: "Obsolete57.Email",
        class: Class::Obsolete,
    },
    Kind {
        key: RECURRING_PURCHASE_ORDER,
        name: "RecurringPurchaseOrder",
        class: Class::Recurring,
    },
    Kind {
        key: CUSTOM_COLUMNS,
        name: "CustomColumns",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("3d93d7d9-f99b-44cc-a0ef-01f06607e872"),
        name: "Obsolete02.PurchaseInvoice02",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("3dd0b8c5-72a0-4257-8857-557bed47a59d"),
        name: "Obsolete56.Business",
        class: Class::Obsolete,
    },
    Kind {
        key: PAYSLIP_EARNINGS_ITEM_REPORTING_CATEGORY,
        name: "PayslipEarningsItemReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("3e2e733d-f34d-4b8d-b4ee-3f2e012a92e8"),
        name: "Obsolete25.SalesInvoiceItem25",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("3f768b6a-37f7-469a-9fd0-e7ce39d693e3"),
        name: "Obsolete01.Receipt01",
        class: Class::Obsolete,
    },
    Kind {
        key: SUPPLIER_STATEMENTS_TRANSACTIONS,
        name: "SupplierStatementsTransactions",
        class: Class::Plain,
    },
    Kind {
        key: TEXT_CUSTOM_FIELD,
        name: "TextCustomField",
        class: Class::CustomFieldDefinition,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_BY_GROUP,
        name: "ProfitAndLossStatementByGroup",
        class: Class::Plain,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_LOSS_ON_DISPOSAL,
        name: "ProfitAndLossStatementAccountFixedAssetLossOnDisposal",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_GAINS_LOSS_ON_DISPOSAL,
        name: "ProfitAndLossStatementAccountIntangibleAssetsGainsLossOnDisposal",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: Key::constant("44364250-7db1-4fc7-bca5-da641e5cb125"),
        name: "Obsolete18.ClassifiedBalanceSheetAssetGroup18",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("44f9f8bd-2938-40b8-93e9-52d5055ef96b"),
        name: "Obsolete04.OutOfPocketExpense04",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("452bdb74-8541-4bc8-80bc-ecc5c591b5d9"),
        name: "Obsolete04.InPocketIncome04",
        class: Class::Obsolete,
    },
    Kind {
        key: EMPLOYEE_STARTING_BALANCE,
        name: "EmployeeStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: Key::constant("476672a0-db0c-405a-ae04-09497f23dc9c"),
        name: "Obsolete51.IntangibleAssetAmortization51",
        class: Class::Obsolete,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_DELIVERY_NOTE,
        name: "EmailTemplateForDeliveryNote",
        class: Class::Singleton,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION,
        name: "ControlAccountForIntangibleAssetsAccumulatedAmortization",
        class: Class::ControlAccount,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_SALES_INVOICE,
        name: "EmailTemplateForSalesInvoice",
        class: Class::Singleton,
    },
    Kind {
        key: Key::constant("4872d932-30bc-4f46-a27d-96a93a224789"),
        name: "Obsolete24.PurchaseInvoiceItem24",
        class: Class::Obsolete,
    },
    Kind {
        key: BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT,
        name: "BalanceSheetFixedAssetsAtCostAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: ASSETS,
        name: "Assets",
        class: Class::Singleton,
    },
    Kind {
        key: LOCK_DATE,
        name: "LockDate",
        class: Class::Singleton,
    },
    Kind {
        key: LATE_PAYMENT_FEE,
        name: "LatePaymentFee",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("4e639a4a-53d4-4796-b924-aa446a94d15f"),
        name: "Obsolete83.ForeignCurrencyRevaluationWorksheet",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("4e960f93-2fd5-4846-a357-9dc9e6385406"),
        name: "Obsolete83.CurrencyRevaluation",
        class: Class::Obsolete,
    },
    Kind {
        key: TIJORI_FISCAL_YEAR,
        name: "TijoriFiscalYear",
        class: Class::Singleton,
    },
    Kind {
        key: PROJECT,
        name: "Project",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("517a0621-ae92-4104-b9fe-c90563da34e1"),
        name: "Obsolete32.CustomTheme32",
        class: Class::Obsolete,
    },
    Kind {
        key: TAX_AMOUNT_REVERSED_REPORTING_CATEGORY,
        name: "TaxAmountReversedReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: BILLABLE_TIME_SUMMARY,
        name: "BillableTimeSummary",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("55c81ff0-2892-41fb-bff8-3fef6debba85"),
        name: "Obsolete26.SalesInvoiceTemplate26",
        class: Class::Obsolete,
    },
    Kind {
        key: EXPENSE_CLAIMS_PAYER,
        name: "ExpenseClaimsPayer",
        class: Class::Plain,
    },
    Kind {
        key: TAX_TOTALS,
        name: "TaxTotals",
        class: Class::Plain,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_GROUP,
        name: "ProfitAndLossStatementGroup",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("5841ea5a-fc02-4f67-83f3-9b23c5b28241"),
        name: "Obsolete71.EmailTemplate",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("5859f372-7469-4cff-b7b1-3155fdf1ca2e"),
        name: "Obsolete52.BillableExpense",
        class: Class::Obsolete,
    },
    Kind {
        key: PURCHASE_INVOICE,
        name: "PurchaseInvoice",
        class: Class::Plain,
    },
    Kind {
        key: JOURNAL_ENTRY_FOOTER,
        name: "JournalEntryFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: Key::constant("5cabad9a-a31a-4713-9d82-d568d45f471f"),
        name: "Obsolete16.UnclearedPayment16",
        class: Class::Obsolete,
    },
    Kind {
        key: FOLDER,
        name: "Folder",
        class: Class::Plain,
    },
    Kind {
        key: JOURNAL_ENTRY,
        name: "JournalEntry",
        class: Class::Plain,
    },
    Kind {
        key: TAX_CODE_REVERSED_REPORTING_CATEGORY,
        name: "TaxCodeReversedReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("60996786-a5dd-49fc-8899-c124dcb982fd"),
        name: "Obsolete44.CashTransaction44",
        class: Class::Obsolete,
    },
    Kind {
        key: FOREIGN_CURRENCY,
        name: "ForeignCurrency",
        class: Class::Plain,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_PAYSLIP,
        name: "EmailTemplateForPayslip",
        class: Class::Singleton,
    },
    Kind {
        key: Key::constant("633f63e8-d52a-4bad-b752-9e81f78ad480"),
        name: "Obsolete02.Associate02",
        class: Class::Obsolete,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_CURRENCY_GAINS_LOSSES,
        name: "ProfitAndLossStatementAccountCurrencyGainsLosses",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: Key::constant("644a4013-689a-4709-a8d1-aa57c969222e"),
        name: "Obsolete02.SalesInvoice02",
        class: Class::Obsolete,
    },
    Kind {
        key: INVESTMENT_STARTING_BALANCE,
        name: "InvestmentStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT,
        name: "BalanceSheetEmployeeClearingAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: Key::constant("65339404-ed1d-4168-a65f-ce15a0adac30"),
        name: "Obsolete01.JournalEntry01",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("66fb2adf-55a5-4d02-a3f6-3b4440ee010c"),
        name: "Obsolete36.SalesQuoteDefaultNotes36",
        class: Class::Obsolete,
    },
    Kind {
        key: NUMBER_CUSTOM_FIELD,
        name: "NumberCustomField",
        class: Class::CustomFieldDefinition,
    },
    Kind {
        key: TAX_SUMMARY,
        name: "TaxSummary",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("699401fe-23fd-4b52-9699-b88b36fa6b26"),
        name: "Obsolete66.ReceiptOrPayment",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("69e98f0a-fa50-4185-b06d-e32edfb06771"),
        name: "Obsolete40.OutOfPocketExpensePayor40",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("6a718cb8-cba7-4482-a755-18d9073fe2e3"),
        name: "Obsolete.ObsoleteSingleton",
        class: Class::Obsolete,
    },
    Kind {
        key: AGED_PAYABLES,
        name: "AgedPayables",
        class: Class::Plain,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_SPECIAL_ACCOUNTS,
        name: "ControlAccountForSpecialAccounts",
        class: Class::ControlAccount,
    },
    Kind {
        key: Key::constant("6b7eef68-b106-4c68-81de-51efdb54c0dd"),
        name: "Obsolete77.BuiltInTheme",
        class: Class::Obsolete,
    },
    Kind {
        key: BILLABLE_TIME,
        name: "BillableTime",
        class: Class::Plain,
    },
    Kind {
        key: GENERAL_LEDGER_SUMMARY,
        name: "GeneralLedgerSummary",
        class: Class::Plain,
    },
    Kind {
        key: DATE_CUSTOM_FIELD,
        name: "DateCustomField",
        class: Class::CustomFieldDefinition,
    },
    Kind {
        key: SUPPLIER,
        name: "Supplier",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_CASH_AT_BANK_ACCOUNT,
        name: "BalanceSheetCashAtBankAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: Key::constant("6d6d2b53-eb10-461b-90f6-eb2fa0609521"),
        name: "ObsoleteInventoryCostCalculation",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("6d9fd5d0-3ed9-4741-88fb-4d83f937705f"),
        name: "Obsolete45.CustomField45",
        class: Class::Obsolete,
    },
    Kind {
        key: GOODS_RECEIPT_FOOTER,
        name: "GoodsReceiptFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: TIJORI_EMAIL_TEMPLATE,
        name: "TijoriEmailTemplate",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_ACCOUNT,
        name: "BalanceSheetAccount",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("6ef63462-17e4-40f0-8428-dee773825dec"),
        name: "Obsolete22.CashAccount22",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("6f5ac0d9-ec74-4d5e-a9d8-74162f2ce040"),
        name: "Obsolete79.AutomaticTransactions",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("6f964580-74e7-47f8-ba95-d104545fb371"),
        name: "Obsolete41.BankReconciliationStatement41",
        class: Class::Obsolete,
    },
    Kind {
        key: PAYMENT_FOOTER,
        name: "PaymentFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: PAYMENT_RULE,
        name: "PaymentRule",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("7248ce93-de18-41e8-b566-3fb4bd7623a8"),
        name: "Obsolete80.InventoryRevaluation",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("72658ef1-cf0d-4d68-bcbb-219304a8180e"),
        name: "Obsolete90.BankFeedProvider",
        class: Class::Obsolete,
    },
    Kind {
        key: RECEIPT_RULE,
        name: "ReceiptRule",
        class: Class::Plain,
    },
    Kind {
        key: PAYSLIP_CONTRIBUTION_ITEM,
        name: "PayslipContributionItem",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("748804f8-d6a0-492e-a264-4e4646b5d839"),
        name: "Obsolete21.CountryNetherlandsVatReturn21",
        class: Class::Obsolete,
    },
    Kind {
        key: BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT,
        name: "BalanceSheetRetainedEarningsAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: DEPRECIATION_ENTRY,
        name: "DepreciationEntry",
        class: Class::Plain,
    },
    Kind {
        key: RECEIPT,
        name: "Receipt",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_BY_GROUP,
        name: "BalanceSheetByGroup",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("76ed5255-f1a8-463a-8132-2b58c68300c1"),
        name: "Obsolete72.StartDate",
        class: Class::Obsolete,
    },
    Kind {
        key: BANK_ACCOUNT_SUMMARY,
        name: "BankAccountSummary",
        class: Class::Plain,
    },
    Kind {
        key: RECURRING_PAYMENT,
        name: "RecurringPayment",
        class: Class::Recurring,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_SUPPLIERS,
        name: "ControlAccountForSuppliers",
        class: Class::ControlAccount,
    },
    Kind {
        key: Key::constant("79694e0a-65f6-47b2-a655-2007c11c3122"),
        name: "Obsolete67.BankRule",
        class: Class::Obsolete,
    },
    Kind {
        key: INVENTORY_PROFIT_MARGIN,
        name: "InventoryProfitMargin",
        class: Class::Plain,
    },
    Kind {
        key: INTANGIBLE_ASSET_STARTING_BALANCE,
        name: "IntangibleAssetStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: PAYMENT,
        name: "Payment",
        class: Class::Plain,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_CUSTOMERS,
        name: "ControlAccountForCustomers",
        class: Class::ControlAccount,
    },
    Kind {
        key: Key::constant("7ad7d874-9084-4c7e-a4ee-bd80936d8999"),
        name: "Obsolete37.PurchaseOrderAmountsTaxInclusiveDefault37",
        class: Class::Obsolete,
    },
    Kind {
        key: TIJORI_SAVED_REPORT,
        name: "TijoriSavedReport",
        class: Class::Plain,
    },
    Kind {
        key: NON_INVENTORY_ITEM,
        name: "NonInventoryItem",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET,
        name: "BalanceSheet",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("7bf18ff5-d0a5-4413-8268-dbc463316c57"),
        name: "Obsolete58.NumberFormat",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("7c7906cc-1311-46be-a20b-5cdbbe7dce8a"),
        name: "Obsolete83.ProfitAndLossStatementAccountUnrealizedCurrencyGainsLosses",
        class: Class::Obsolete,
    },
    Kind {
        key: REPORT_TRANSFORMATION_FROM_DATE_LAST_JULY,
        name: "ReportTransformationFromDateLastJuly",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("7da84a1e-e6dc-4618-8cb6-e6e39e68de8a"),
        name: "Obsolete78.CashAccountSummary",
        class: Class::Obsolete,
    },
    Kind {
        key: CUSTOM_REPORT,
        name: "CustomReport",
        class: Class::Plain,
    },
    Kind {
        key: INVENTORY_VALUE_SUMMARY,
        name: "InventoryValueSummary",
        class: Class::Plain,
    },
    Kind {
        key: INTERNAL_PDF_GENERATOR,
        name: "InternalPdfGenerator",
        class: Class::Singleton,
    },
    Kind {
        key: INVENTORY_TRANSFER,
        name: "InventoryTransfer",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("7ee80b9a-f0a6-45eb-8f36-70dda3070312"),
        name: "Obsolete08.Plugin08",
        class: Class::Obsolete,
    },
    Kind {
        key: TAX_CODE,
        name: "TaxCode",
        class: Class::Plain,
    },
    Kind {
        key: SUPPLIER_SUMMARY,
        name: "SupplierSummary",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("8112e1a9-fe00-47c4-9d7a-2d034f8a1f34"),
        name: "Obsolete88.User",
        class: Class::Obsolete,
    },
    Kind {
        key: RECURRING_SALES_INVOICE,
        name: "RecurringSalesInvoice",
        class: Class::Recurring,
    },
    Kind {
        key: Key::constant("81a959a7-67f7-4139-b2f0-890e1f1bd2de"),
        name: "Obsolete32.PdfTemplate32",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("81e2618b-2d7a-40ae-989a-a70981566692"),
        name: "Obsolete58.FirstDayOfWeek",
        class: Class::Obsolete,
    },
    Kind {
        key: FORECAST,
        name: "Forecast",
        class: Class::Plain,
    },
    Kind {
        key: TAX_RECONCILIATION,
        name: "TaxReconciliation",
        class: Class::Plain,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_AMORTIZATION,
        name: "ProfitAndLossStatementAccountIntangibleAssetsAmortization",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_LATE_PAYMENT_FEES,
        name: "ProfitAndLossStatementAccountLatePaymentFees",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: WEB_SERVICE_FOR_EXCHANGE_RATES,
        name: "WebServiceForExchangeRates",
        class: Class::Plain,
    },
    Kind {
        key: REPORT_TRANSFORMATION_LABEL,
        name: "ReportTransformationLabel",
        class: Class::Plumbing,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_CREDIT_NOTE,
        name: "EmailTemplateForCreditNote",
        class: Class::Singleton,
    },
    Kind {
        key: Key::constant("8653b8ac-a43d-485f-a2e3-edbc76add6a5"),
        name: "Obsolete65.CustomReport",
        class: Class::Obsolete,
    },
    Kind {
        key: GOODS_RECEIPT,
        name: "GoodsReceipt",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("874bce81-e976-4323-bfcd-b2412868c34a"),
        name: "Obsolete75.License",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("877159c9-e587-430c-bbfd-ea3db132fb66"),
        name: "Obsolete18.MultiStepIncomeStatementGroup18",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("888da62a-d33c-42f6-b15e-39c151306135"),
        name: "Obsolete37.SalesQuoteDefaultHeading37",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("897f5b38-d057-408a-a380-14fc5f5db048"),
        name: "Obsolete02.JournalEntry02",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("89b898c8-d5f1-4cff-9a56-93120a92c89e"),
        name: "Obsolete13.TaxPayableConversionBalance13",
        class: Class::Obsolete,
    },
    Kind {
        key: REPORT_TRANSFORMATION_TAX_PURCHASES,
        name: "ReportTransformationTaxPurchases",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("8a995f93-a7a7-4297-a3b6-35a339a5ae0d"),
        name: "Obsolete33.Receipt33",
        class: Class::Obsolete,
    },
    Kind {
        key: REPORT_TRANFORMATION_TO_DATE,
        name: "ReportTranformationToDate",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("8c4108a6-e7c9-4f58-bc61-ef19acfe384e"),
        name: "Obsolete07.CashPayment07",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("8d36efb6-e17e-499c-974a-712db5968324"),
        name: "Obsolete14.TransactionExchangeRate14",
        class: Class::Obsolete,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_INVOICED,
        name: "ProfitAndLossStatementAccountBillableTimeInvoiced",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: Key::constant("8d92f526-af35-4552-af6e-4b403b0cc52f"),
        name: "Obsolete62.ProfitAndLossStatementBuiltInAccount",
        class: Class::Obsolete,
    },
    Kind {
        key: DELIVERY_NOTE_COLUMNS,
        name: "DeliveryNoteColumns",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("8e9ee26c-e685-4aaf-8a11-da5068e09a25"),
        name: "Obsolete36.SalesInvoiceDefaultNotes36",
        class: Class::Obsolete,
    },
    Kind {
        key: SALES_INVOICE_TOTALS_BY_CUSTOM_FIELD,
        name: "SalesInvoiceTotalsByCustomField",
        class: Class::CustomFieldDefinition,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS,
        name: "ControlAccountForIntangibleAssets",
        class: Class::ControlAccount,
    },
    Kind {
        key: WITHHOLDING_TAX_RECEIPT,
        name: "WithholdingTaxReceipt",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT,
        name: "BalanceSheetWithholdingTaxAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: CREDIT_NOTE_FOOTER,
        name: "CreditNoteFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: Key::constant("910bd356-43fc-456f-915e-4ac3615c0ead"),
        name: "Obsolete13.CapitalControlAccount13",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("91c2bcbb-1f8c-4aa1-82fd-0ab38c97fb14"),
        name: "Obsolete74.ReportTransformation",
        class: Class::Obsolete,
    },
    Kind {
        key: EQUITY,
        name: "Equity",
        class: Class::Singleton,
    },
    Kind {
        key: REPORT_TRANSFORMATION_NET_AMOUNTS,
        name: "ReportTransformationNetAmounts",
        class: Class::Plumbing,
    },
    Kind {
        key: INTANGIBLE_ASSET,
        name: "IntangibleAsset",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("9514eb71-8e8b-4d91-b58b-76a5ce7e21d4"),
        name: "Obsolete58.DateFormat",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("955304b5-effc-491b-818c-959499448a4d"),
        name: "Obsolete32.WindowFacedEnvelope32",
        class: Class::Obsolete,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_CAPITAL_ACCOUNTS,
        name: "ControlAccountForCapitalAccounts",
        class: Class::ControlAccount,
    },
    Kind {
        key: SUBTOTAL,
        name: "Subtotal",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("96645ed5-4ed7-490d-a5f0-6ef1c87f91dc"),
        name: "Obsolete02.SalesQuote02",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("96def4fb-d88d-4a40-b2a9-f6b90b7df378"),
        name: "Obsolete01.SalesInvoice01",
        class: Class::Obsolete,
    },
    Kind {
        key: WITHHOLDING_TAX,
        name: "WithholdingTax",
        class: Class::Singleton,
    },
    Kind {
        key: Key::constant("97f97d83-3cc9-42e9-9c21-5ecff81fb0cb"),
        name: "Obsolete61.Equity",
        class: Class::Obsolete,
    },
    Kind {
        key: SALES_INVOICE_TOTALS_BY_CUSTOMER,
        name: "SalesInvoiceTotalsByCustomer",
        class: Class::Plain,
    },
    Kind {
        key: TAX_TRANSACTIONS,
        name: "TaxTransactions",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("9a8a03cc-14a4-46ed-8875-dc0e0fc9f3b2"),
        name: "Obsolete18.MultiStepIncomeStatementTotal18",
        class: Class::Obsolete,
    },
    Kind {
        key: SCRIPT_EXTENSION,
        name: "ScriptExtension",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("9c3968b2-d79a-4134-837a-b906a4ee0c60"),
        name: "Obsolete39.ActivationKey39",
        class: Class::Obsolete,
    },
    Kind {
        key: PAYSLIP_FOOTER,
        name: "PayslipFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: BALANCE_SHEET_BILLABLE_TIME_ACCOUNT,
        name: "BalanceSheetBillableTimeAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: Key::constant("9f669c59-5b9e-476b-93b0-116d8b8dcf9e"),
        name: "Obsolete68.Figure",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("a084e4be-981b-4b7e-8331-56b0eb3a6729"),
        name: "Obsolete78.BalanceSheetCashOnHandAccount",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("a0ef856b-8e18-43a3-91af-9b085abe5574"),
        name: "Obsolete34.PurchaseInvoiceOverpaymentFix34",
        class: Class::Obsolete,
    },
    Kind {
        key: DELIVERY_NOTE,
        name: "DeliveryNote",
        class: Class::Plain,
    },
    Kind {
        key: PURCHASE_ORDER,
        name: "PurchaseOrder",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("a2adda4e-4767-4cb2-a452-8f5507070e69"),
        name: "Obsolete43.CashPayment43",
        class: Class::Obsolete,
    },
    Kind {
        key: GENERAL_LEDGER_TRANSACTIONS,
        name: "GeneralLedgerTransactions",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("a3543f94-6c02-4050-95ff-ff2802a59ed4"),
        name: "Obsolete78.ControlAccountForCashAccounts",
        class: Class::Obsolete,
    },
    Kind {
        key: BANK_RECONCILIATION,
        name: "BankReconciliation",
        class: Class::Plain,
    },
    Kind {
        key: TAX_AUDIT,
        name: "TaxAudit",
        class: Class::Plain,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_PURCHASE_ORDER,
        name: "EmailTemplateForPurchaseOrder",
        class: Class::Singleton,
    },
    Kind {
        key: Key::constant("a4ad8967-717f-4ad7-9909-d24afba2f7e4"),
        name: "Obsolete60.UserPermissions",
        class: Class::Obsolete,
    },
    Kind {
        key: EMAIL_SETTINGS,
        name: "EmailSettings",
        class: Class::Singleton,
    },
    Kind {
        key: BALANCE_SHEET_WITHHOLDING_TAX_PAYABLE_ACCOUNT,
        name: "BalanceSheetWithholdingTaxPayableAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: FORECAST_PROFIT_AND_LOSS_STATEMENT,
        name: "ForecastProfitAndLossStatement",
        class: Class::Plain,
    },
    Kind {
        key: DATE_AND_NUMBER_FORMAT,
        name: "DateAndNumberFormat",
        class: Class::Singleton,
    },
    Kind {
        key: Key::constant("a5c544dd-579f-42e5-9039-1e1f3cc60376"),
        name: "Obsolete25.PurchaseInvoiceItem25",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("a7dcf4fb-8d5c-4a71-a9b1-812ffdd753e9"),
        name: "Obsolete84.InvestmentRevaluation",
        class: Class::Obsolete,
    },
    Kind {
        key: INVESTMENT,
        name: "Investment",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("a94200fd-d1f6-4a09-ab71-707f362d4a15"),
        name: "Obsolete34.SalesInvoiceOverpaymentFix34",
        class: Class::Obsolete,
    },
    Kind {
        key: SCHEMA,
        name: "Schema",
        class: Class::Singleton,
    },
    Kind {
        key: CASH_FLOW_STATEMENT_INVESTING_ACTIVITY_GROUP,
        name: "CashFlowStatementInvestingActivityGroup",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION_ACCOUNT,
        name: "BalanceSheetIntangibleAssetsAccumulatedAmortizationAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_PURCHASES,
        name: "ProfitAndLossStatementAccountInventoryPurchases",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_CUSTOMER_STATEMENT,
        name: "EmailTemplateForCustomerStatement",
        class: Class::Singleton,
    },
    Kind {
        key: PAYSLIP_EARNINGS_ITEM,
        name: "PayslipEarningsItem",
        class: Class::Plain,
    },
    Kind {
        key: RECEIPT_COLUMNS,
        name: "ReceiptColumns",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_INTERDIVISIONAL_LOAN,
        name: "BalanceSheetInterdivisionalLoan",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: TABS,
        name: "Tabs",
        class: Class::Singleton,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_INVENTORY_ITEMS,
        name: "ControlAccountForInventoryItems",
        class: Class::ControlAccount,
    },
    Kind {
        key: Key::constant("acf26524-c96a-45fc-a2da-456f38ecab42"),
        name: "Obsolete01.PurchaseInvoice01",
        class: Class::Obsolete,
    },
    Kind {
        key: SALES_INVOICE,
        name: "SalesInvoice",
        class: Class::Plain,
    },
    Kind {
        key: PAYSLIP_CONTRIBUTION_ITEM_REPORTING_CATEGORY,
        name: "PayslipContributionItemReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("ade4affa-d566-4e69-97a7-8a986422f950"),
        name: "Obsolete18.ClassifiedBalanceSheetLiabilityGroup18",
        class: Class::Obsolete,
    },
    Kind {
        key: DEBIT_NOTE_FOOTER,
        name: "DebitNoteFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: RECURRING_PAYSLIP,
        name: "RecurringPayslip",
        class: Class::Recurring,
    },
    Kind {
        key: Key::constant("aec22480-da4a-4cba-8dad-a25c8ad2e683"),
        name: "Obsolete02.OutOfPocketExpense02",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("b05acce7-06ba-414c-a88c-b2cf9881569e"),
        name: "Obsolete58.Language",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("b0be5c01-8c5c-47c2-a763-c729f0645cd3"),
        name: "Obsolete21.CountryUnitedKingdomVatReturn21",
        class: Class::Obsolete,
    },
    Kind {
        key: BALANCE_SHEET_INTER_ACCOUNT_TRANSFERS,
        name: "BalanceSheetInterAccountTransfers",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: RECEIPT_FOOTER,
        name: "ReceiptFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: RECURRING_JOURNAL_ENTRY,
        name: "RecurringJournalEntry",
        class: Class::Recurring,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_RECEIPT,
        name: "EmailTemplateForReceipt",
        class: Class::Singleton,
    },
    Kind {
        key: Key::constant("b79737d6-d925-4813-96b2-72bd3ba69a05"),
        name: "Obsolete29.CountryUnitedKingdomVatFlatRateTaxCode29",
        class: Class::Obsolete,
    },
    Kind {
        key: CUSTOMER_SUMMARY,
        name: "CustomerSummary",
        class: Class::Plain,
    },
    Kind {
        key: CUSTOMER_STATEMENTS_UNPAID_INVOICES,
        name: "CustomerStatementsUnpaidInvoices",
        class: Class::Plain,
    },
    Kind {
        key: CAPITAL_ACCOUNT,
        name: "CapitalAccount",
        class: Class::Plain,
    },
    Kind {
        key: SALES_QUOTE,
        name: "SalesQuote",
        class: Class::Plain,
    },
    Kind {
        key: REPORT_TRANSFORMATION_REPORT,
        name: "ReportTransformationReport",
        class: Class::Plumbing,
    },
    Kind {
        key: INVENTORY_REVALUATION_WORKSHEET,
        name: "InventoryRevaluationWorksheet",
        class: Class::Plain,
    },
    Kind {
        key: INVENTORY_QUANTITY_SUMMARY,
        name: "InventoryQuantitySummary",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("beee8855-c7e8-4568-8c10-9146972c2ce3"),
        name: "Obsolete30.DateNumberFormat30",
        class: Class::Obsolete,
    },
    Kind {
        key: INVENTORY_ITEM_STARTING_BALANCE,
        name: "InventoryItemStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: BALANCE_SHEET_GROUP,
        name: "BalanceSheetGroup",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("c1666d5c-0363-408d-9ecd-66b75db8e538"),
        name: "Obsolete18.ControlAccount18",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("c26047fb-f59a-42ee-9a5a-26a471c094a6"),
        name: "Obsolete59.TaxSummary2",
        class: Class::Obsolete,
    },
    Kind {
        key: CAPITAL_ACCOUNT_STARTING_BALANCE,
        name: "CapitalAccountStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_FIXED_ASSETS_ACCUMULATED_DEPRECIATION,
        name: "ControlAccountForFixedAssetsAccumulatedDepreciation",
        class: Class::ControlAccount,
    },
    Kind {
        key: Key::constant("c4f5eb3c-45ea-424d-aa25-ee25dad0cf80"),
        name: "Obsolete80.InventoryRevaluationWorksheet",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("c5e1f94a-c15a-400f-9428-e4ccbd2aaf47"),
        name: "Obsolete18.GeneralLedgerAccount18",
        class: Class::Obsolete,
    },
    Kind {
        key: BALANCE_SHEET_WITHHOLDING_TAX_RECEIVABLE_ACCOUNT,
        name: "BalanceSheetWithholdingTaxReceivableAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: USER_PERMISSIONS,
        name: "UserPermissions",
        class: Class::Plain,
    },
    Kind {
        key: ADVANCED_QUERY,
        name: "AdvancedQuery",
        class: Class::Plain,
    },
    Kind {
        key: SALES_INVOICE_TOTALS_BY_ITEM,
        name: "SalesInvoiceTotalsByItem",
        class: Class::Plain,
    },
    Kind {
        key: CUSTOMER_STATEMENTS_TRANSACTIONS,
        name: "CustomerStatementsTransactions",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("c862a781-56eb-4e92-ac9a-563667d0752c"),
        name: "Obsolete22.BankAccount22",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("c92218ab-45d8-4d76-b6b1-084398107b8e"),
        name: "Obsolete84.InvestmentRevaluationWorksheet",
        class: Class::Obsolete,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_BANK_ACCOUNTS,
        name: "ControlAccountForBankAccounts",
        class: Class::ControlAccount,
    },
    Kind {
        key: HIDE_IF_EMPTY_REPORTING_CATEGORY,
        name: "HideIfEmptyReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("cb120a14-83cf-46e9-b05f-6725342310ad"),
        name: "Obsolete33.Payment33",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("cbc9e14d-660e-4ed9-935a-fe1005b2a430"),
        name: "Obsolete63.BalanceSheetBuiltInAccount",
        class: Class::Obsolete,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_SALES_QUOTE,
        name: "EmailTemplateForSalesQuote",
        class: Class::Singleton,
    },
    Kind {
        key: DIVISION,
        name: "Division",
        class: Class::Plain,
    },
    Kind {
        key: CHECKBOX_CUSTOM_FIELD,
        name: "CheckboxCustomField",
        class: Class::CustomFieldDefinition,
    },
    Kind {
        key: BUSINESS_DETAILS_NAME_FIELD,
        name: "BusinessDetailsNameField",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("ce976453-4e11-4457-875c-361e44edb7d2"),
        name: "Obsolete43.CashReceipt43",
        class: Class::Obsolete,
    },
    Kind {
        key: REPORT_TRANFORMATION_FROM_DATE,
        name: "ReportTranformationFromDate",
        class: Class::Plumbing,
    },
    Kind {
        key: BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
        name: "BalanceSheetAccountsReceivableAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: Key::constant("d2400a96-6537-4b04-a349-4d4513e836b6"),
        name: "Obsolete37.SalesInvoiceDefaultDueDate37",
        class: Class::Obsolete,
    },
    Kind {
        key: AMORTIZATION_ENTRY,
        name: "AmortizationEntry",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("d50d33a6-f7a7-4002-9250-6a26efae9988"),
        name: "Obsolete10.SampleChartOfAccounts10",
        class: Class::Obsolete,
    },
    Kind {
        key: INVENTORY_UNIT_COST,
        name: "InventoryUnitCost",
        class: Class::Plain,
    },
    Kind {
        key: DEFAULT_INVENTORY_LOCATION,
        name: "DefaultInventoryLocation",
        class: Class::Singleton,
    },
    Kind {
        key: CUSTOM_BUTTON,
        name: "CustomButton",
        class: Class::Plain,
    },
    Kind {
        key: STARTING_EXCHANGE_RATES,
        name: "StartingExchangeRates",
        class: Class::StartingBalance,
    },
    Kind {
        key: INTANGIBLE_ASSET_SUMMARY,
        name: "IntangibleAssetSummary",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("d7ea8299-1479-43ac-a237-a3a513a3986b"),
        name: "Obsolete47.InBuiltTaxCode47",
        class: Class::Obsolete,
    },
    Kind {
        key: INVENTORY_WRITE_OFF,
        name: "InventoryWriteOff",
        class: Class::Plain,
    },
    Kind {
        key: SALES_QUOTE_FOOTER,
        name: "SalesQuoteFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: CASH_FLOW_STATEMENT_FINANCING_ACTIVITY_GROUP,
        name: "CashFlowStatementFinancingActivityGroup",
        class: Class::Plain,
    },
    Kind {
        key: PRODUCTION_ORDER,
        name: "ProductionOrder",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
        name: "BalanceSheetAccountsPayableAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: EMPLOYEE,
        name: "Employee",
        class: Class::Plain,
    },
    Kind {
        key: BALANCE_SHEET_ACCOUNT_STARTING_BALANCE,
        name: "BalanceSheetAccountStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: EMPLOYEE_NAME_FIELD,
        name: "EmployeeNameField",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("dc7cee2e-2db4-4c63-9c49-5447d9f242a4"),
        name: "Obsolete82.DynamicRollingRecalculations",
        class: Class::Obsolete,
    },
    Kind {
        key: CUSTOM_FIELD,
        name: "CustomField",
        class: Class::CustomFieldDefinition,
    },
    Kind {
        key: BALANCE_SHEET_NEGATIVE_INVENTORY_CLEARING,
        name: "BalanceSheetNegativeInventoryClearing",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: RECURRING_SALES_ORDER,
        name: "RecurringSalesOrder",
        class: Class::Recurring,
    },
    Kind {
        key: EMPLOYEE_STATEMENTS_TRANSACTIONS,
        name: "EmployeeStatementsTransactions",
        class: Class::Plain,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_CAPITAL_GAINS_ON_INVESTMENTS,
        name: "ProfitAndLossStatementCapitalGainsOnInvestments",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: INTER_ACCOUNT_TRANSFER,
        name: "InterAccountTransfer",
        class: Class::Plain,
    },
    Kind {
        key: Key::constant("e1cf015a-89af-412f-80a2-c9b98d969cd1"),
        name: "Obsolete06.GeneralSettings06",
        class: Class::Obsolete,
    },
    Kind {
        key: BILLABLE_EXPENSES,
        name: "BillableExpenses",
        class: Class::Plain,
    },
    Kind {
        key: SPECIAL_ACCOUNT,
        name: "SpecialAccount",
        class: Class::Plain,
    },
    Kind {
        key: TRIAL_BALANCE,
        name: "TrialBalance",
        class: Class::Plain,
    },
    Kind {
        key: EMPLOYEE_SUMMARY,
        name: "EmployeeSummary",
        class: Class::Plain,
    },
    Kind {
        key: PURCHASE_INVOICE_STARTING_BALANCE,
        name: "PurchaseInvoiceStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_SALES,
        name: "ProfitAndLossStatementAccountInventorySales",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: Key::constant("ea82d3a4-ab0c-4733-a56f-a49688a56275"),
        name: "Obsolete01.GeneralLedgerAccount01",
        class: Class::Obsolete,
    },
    Kind {
        key: SALES_INVOICE_FOOTER,
        name: "SalesInvoiceFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: Key::constant("ebdcff44-67e4-4ad3-9489-b27253347674"),
        name: "Obsolete84.BalanceSheetInvestmentsMarketValueIncrement",
        class: Class::Obsolete,
    },
    Kind {
        key: CUSTOMER,
        name: "Customer",
        class: Class::Plain,
    },
    Kind {
        key: LIABILITIES,
        name: "Liabilities",
        class: Class::Singleton,
    },
    Kind {
        key: Key::constant("ee6594b8-b0f9-4f02-9cbf-94418d6270e0"),
        name: "Obsolete42.BankReceipt42",
        class: Class::Obsolete,
    },
    Kind {
        key: Key::constant("ee6fbe3b-630e-43d6-9601-3935d3dd6da7"),
        name: "Obsolete01.Contact01",
        class: Class::Obsolete,
    },
    Kind {
        key: BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT,
        name: "BalanceSheetSpecialAccountsAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: Key::constant("ef59dc06-d91a-4319-8d51-de215f15c8e4"),
        name: "Obsolete55.CustomReport",
        class: Class::Obsolete,
    },
    Kind {
        key: INVENTORY_KIT,
        name: "InventoryKit",
        class: Class::Plain,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_WRITE_OFFS,
        name: "ProfitAndLossStatementAccountInventoryWriteOffs",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: FIXED_ASSET_STARTING_BALANCE,
        name: "FixedAssetStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: MULTIPLE_VALUE_CUSTOM_FIELD,
        name: "MultipleValueCustomField",
        class: Class::CustomFieldDefinition,
    },
    Kind {
        key: SUB_ACCOUNT,
        name: "SubAccount",
        class: Class::Plain,
    },
    Kind {
        key: TAX_AMOUNT_REPORTING_CATEGORY,
        name: "TaxAmountReportingCategory",
        class: Class::Plumbing,
    },
    Kind {
        key: EMPLOYEE_EMAIL_FIELD,
        name: "EmployeeEmailField",
        class: Class::Plumbing,
    },
    Kind {
        key: Key::constant("f6913cf9-9d2f-4f08-9edd-b29d2a363fe3"),
        name: "Obsolete07.TaxCode07",
        class: Class::Obsolete,
    },
    Kind {
        key: SALES_INVOICE_STARTING_BALANCE,
        name: "SalesInvoiceStartingBalance",
        class: Class::StartingBalance,
    },
    Kind {
        key: BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT,
        name: "BalanceSheetExpenseClaimsAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT,
        name: "BalanceSheetFixedAssetsAccumulatedDepreciationAccount",
        class: Class::BalanceSheetAccount,
    },
    Kind {
        key: INVENTORY_COSTING_CALCULATION_WORKSHEET,
        name: "InventoryCostingCalculationWorksheet",
        class: Class::Plain,
    },
    Kind {
        key: RECEIPTS_AND_PAYMENTS_SUMMARY,
        name: "ReceiptsAndPaymentsSummary",
        class: Class::Plain,
    },
    Kind {
        key: EXPENSE_CLAIMS_SUMMARY,
        name: "ExpenseClaimsSummary",
        class: Class::Plain,
    },
    Kind {
        key: CUSTOM_INVENTORY_LOCATION,
        name: "CustomInventoryLocation",
        class: Class::Plain,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_INVESTMENTS,
        name: "ControlAccountForInvestments",
        class: Class::ControlAccount,
    },
    Kind {
        key: PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_DEPRECIATION,
        name: "ProfitAndLossStatementAccountFixedAssetDepreciation",
        class: Class::ProfitAndLossAccount,
    },
    Kind {
        key: CONTROL_ACCOUNT_FOR_EMPLOYEES,
        name: "ControlAccountForEmployees",
        class: Class::ControlAccount,
    },
    Kind {
        key: Key::constant("fca69b5a-f453-4a7f-a9dc-a51c16f4e402"),
        name: "Obsolete32.ViewTemplate32",
        class: Class::Obsolete,
    },
    Kind {
        key: DELIVERY_NOTE_FOOTER,
        name: "DeliveryNoteFooter",
        class: Class::FormAppearance,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_PAYMENT,
        name: "EmailTemplateForPayment",
        class: Class::Singleton,
    },
    Kind {
        key: EMAIL_TEMPLATE_FOR_PURCHASE_QUOTE,
        name: "EmailTemplateForPurchaseQuote",
        class: Class::Singleton,
    },
    Kind {
        key: INVENTORY_AUTOMATIC_REVALUATION,
        name: "InventoryAutomaticRevaluation",
        class: Class::Plain,
    },
];

/// Fixed keys of groups in the chart of accounts: keys, not content types.
pub mod groups {
    use crate::Key;

    /// The income group of a default business.
    pub const INCOME: Key = Key::constant("95713fac-30d3-42e4-b536-dd7bc4f7a80e");
    /// The expenses group of a default business.
    pub const EXPENSES: Key = Key::constant("fd003045-876e-439e-b923-1904453f5c30");
    /// The cost of sales group of some templates.
    pub const COST_OF_SALES: Key = Key::constant("11eafe62-925c-4b6b-8321-1b5485a963cc");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_in_order_and_found() {
        assert!(KINDS.windows(2).all(|pair| pair[0].key < pair[1].key));
        assert_eq!(
            find(SALES_INVOICE).map(|kind| kind.name),
            Some("SalesInvoice")
        );
        assert_eq!(find(Key::NIL), None);
    }
}
