//! Where choices come from: which kinds of record, and which keys without a record.

use books::{Key, kinds};

/// Where choices come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::records) enum Source {
    /// Accounts that need nothing under them.
    Accounts,
    /// Accounts of the balance sheet that the user made.
    BalanceSheetAccounts,
    /// Bank and cash accounts.
    BankAccounts,
    /// Customers.
    Customers,
    /// Suppliers.
    Suppliers,
    /// Employees.
    Employees,
    /// Foreign currencies; none chosen means the business's own.
    Currencies,
    /// Tax codes.
    TaxCodes,
    /// Divisions.
    Divisions,
    /// Everything that is sold or bought.
    Items,
    /// Items with a stock.
    InventoryItems,
    /// Where stock lies.
    Locations,
    /// Capital accounts.
    CapitalAccounts,
    /// Special accounts.
    SpecialAccounts,
    /// Fixed assets.
    FixedAssets,
    /// Intangible assets.
    IntangibleAssets,
    /// Investments.
    Investments,
    /// Who pays for the business and is paid back.
    ExpenseClaimsPayers,
    /// Quotes to customers.
    SalesQuotes,
    /// Orders of customers.
    SalesOrders,
    /// Invoices to customers.
    SalesInvoices,
    /// Quotes of suppliers.
    PurchaseQuotes,
    /// Orders to suppliers.
    PurchaseOrders,
    /// Invoices of suppliers.
    PurchaseInvoices,
    /// Invoices to customers that are not paid in full.
    UnpaidSalesInvoices,
    /// Invoices of suppliers that are not paid in full.
    UnpaidPurchaseInvoices,
    /// Footers of sales invoices.
    SalesInvoiceFooters,
    /// Footers of credit notes.
    CreditNoteFooters,
    /// Footers of debit notes.
    DebitNoteFooters,
    /// Control accounts for bank and cash accounts.
    BankControlAccounts,
    /// Control accounts for customers.
    CustomerControlAccounts,
    /// Control accounts for suppliers.
    SupplierControlAccounts,
    /// Control accounts for employees.
    EmployeeControlAccounts,
    /// Control accounts for capital accounts.
    CapitalControlAccounts,
    /// Control accounts for special accounts.
    SpecialControlAccounts,
    /// Groups of the balance sheet and its roots.
    BalanceSheetGroups,
    /// Groups of the profit and loss statement.
    ProfitAndLossGroups,
}

/// Built-in accounts that need nothing under them and are posted to by hand.
const BUILT_IN: &[Key] = &[
    kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT,
    kinds::BALANCE_SHEET_TAX_PAYABLE_ACCOUNT,
    kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT,
    kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
    kinds::BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT,
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_CURRENCY_GAINS_LOSSES,
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_ROUNDING_EXPENSE,
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_LATE_PAYMENT_FEES,
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_SALES,
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_PURCHASES,
];

/// The three roots of the balance sheet, which need no record.
const ROOTS: &[Key] = &[kinds::ASSETS, kinds::LIABILITIES, kinds::EQUITY];

impl Source {
    /// The kinds whose records are offered.
    pub(in crate::records) fn kinds(self) -> &'static [Key] {
        match self {
            Self::Accounts => &[
                kinds::BALANCE_SHEET_ACCOUNT,
                kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
            ],
            Self::BalanceSheetAccounts => &[kinds::BALANCE_SHEET_ACCOUNT],
            Self::BankAccounts => &[kinds::BANK_OR_CASH_ACCOUNT],
            Self::Customers => &[kinds::CUSTOMER],
            Self::Suppliers => &[kinds::SUPPLIER],
            Self::Employees => &[kinds::EMPLOYEE],
            Self::Currencies => &[kinds::FOREIGN_CURRENCY],
            Self::TaxCodes => &[kinds::TAX_CODE],
            Self::Divisions => &[kinds::DIVISION],
            Self::Items => &[
                kinds::INVENTORY_ITEM,
                kinds::NON_INVENTORY_ITEM,
                kinds::INVENTORY_KIT,
            ],
            Self::InventoryItems => &[kinds::INVENTORY_ITEM],
            Self::Locations => &[kinds::CUSTOM_INVENTORY_LOCATION],
            Self::CapitalAccounts => &[kinds::CAPITAL_ACCOUNT],
            Self::SpecialAccounts => &[kinds::SPECIAL_ACCOUNT],
            Self::FixedAssets => &[kinds::FIXED_ASSET],
            Self::IntangibleAssets => &[kinds::INTANGIBLE_ASSET],
            Self::Investments => &[kinds::INVESTMENT],
            Self::ExpenseClaimsPayers => &[kinds::EXPENSE_CLAIMS_PAYER],
            Self::BalanceSheetGroups => &[kinds::BALANCE_SHEET_GROUP],
            Self::ProfitAndLossGroups => &[kinds::PROFIT_AND_LOSS_STATEMENT_GROUP],
            _ => self.papers(),
        }
    }

    /// The kinds of documents, of their footers and of control accounts.
    fn papers(self) -> &'static [Key] {
        match self {
            Self::SalesQuotes => &[kinds::SALES_QUOTE],
            Self::SalesOrders => &[kinds::SALES_ORDER],
            Self::SalesInvoices | Self::UnpaidSalesInvoices => &[kinds::SALES_INVOICE],
            Self::PurchaseQuotes => &[kinds::PURCHASE_QUOTE],
            Self::PurchaseOrders => &[kinds::PURCHASE_ORDER],
            Self::PurchaseInvoices | Self::UnpaidPurchaseInvoices => &[kinds::PURCHASE_INVOICE],
            Self::SalesInvoiceFooters => &[kinds::SALES_INVOICE_FOOTER],
            Self::CreditNoteFooters => &[kinds::CREDIT_NOTE_FOOTER],
            Self::DebitNoteFooters => &[kinds::DEBIT_NOTE_FOOTER],
            Self::BankControlAccounts => &[kinds::CONTROL_ACCOUNT_FOR_BANK_ACCOUNTS],
            Self::CustomerControlAccounts => &[kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS],
            Self::SupplierControlAccounts => &[kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS],
            Self::EmployeeControlAccounts => &[kinds::CONTROL_ACCOUNT_FOR_EMPLOYEES],
            Self::CapitalControlAccounts => &[kinds::CONTROL_ACCOUNT_FOR_CAPITAL_ACCOUNTS],
            Self::SpecialControlAccounts => &[kinds::CONTROL_ACCOUNT_FOR_SPECIAL_ACCOUNTS],
            _ => &[],
        }
    }

    /// The keys that are offered without a record.
    pub(in crate::records) fn keys(self) -> &'static [Key] {
        match self {
            Self::Accounts => BUILT_IN,
            Self::BalanceSheetGroups => ROOTS,
            Self::Locations => &[kinds::DEFAULT_INVENTORY_LOCATION],
            _ => &[],
        }
    }

    /// Whether only documents with something left to pay are offered.
    pub(in crate::records) fn is_unpaid_only(self) -> bool {
        matches!(
            self,
            Self::UnpaidSalesInvoices | Self::UnpaidPurchaseInvoices
        )
    }

    /// Whether a form is clearer without this field while there is nothing to choose.
    pub(in crate::records) fn is_hidden_when_empty(self) -> bool {
        !matches!(
            self,
            Self::BankAccounts
                | Self::Customers
                | Self::Suppliers
                | Self::Items
                | Self::Accounts
                | Self::TaxCodes
                | Self::BalanceSheetGroups
                | Self::ProfitAndLossGroups
        )
    }
}
