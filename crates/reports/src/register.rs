//! All reports, and what each can be asked: what menus, forms and commands are made from.

use crate::{ReportOptions, ReportTable};
use ledger::{Figures, FiguresError};

/// Makes a report.
pub type Make = fn(&dyn Figures, &ReportOptions) -> Result<ReportTable, FiguresError>;

/// A report and what it can be asked.
#[derive(Debug, Clone, Copy)]
pub struct Description {
    /// Its stable name, as `balance-sheet`.
    pub name: &'static str,
    /// Makes it.
    pub make: Make,
    /// Which days it tells of.
    pub span: Span,
    /// Whether it can stand beside other periods ([`ReportOptions::compared`]).
    pub is_comparative: bool,
    /// Whether it has a cash basis ([`ReportOptions::basis`]).
    pub has_basis: bool,
    /// Whether it can be narrowed to a division ([`ReportOptions::division`]).
    pub has_divisions: bool,
    /// What it can be about ([`ReportOptions::about`]).
    pub about: Option<About>,
}

/// Which days a report tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Balances on the last day of the period asked for.
    AsAt,
    /// What happened in the period, from its first day to its last.
    Between,
}

/// What a report can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An account, or what stands under one.
    Account,
    /// A customer.
    Customer,
    /// A supplier.
    Supplier,
    /// A tax code.
    TaxCode,
    /// A bank or cash account.
    BankAccount,
    /// An inventory item.
    InventoryItem,
}

const fn as_at(name: &'static str, make: Make) -> Description {
    Description {
        name,
        make,
        span: Span::AsAt,
        is_comparative: false,
        has_basis: false,
        has_divisions: false,
        about: None,
    }
}

const fn between(name: &'static str, make: Make) -> Description {
    Description {
        span: Span::Between,
        ..as_at(name, make)
    }
}

impl Description {
    const fn comparative(self) -> Self {
        Self {
            is_comparative: true,
            ..self
        }
    }

    const fn on_both_bases(self) -> Self {
        Self {
            has_basis: true,
            ..self
        }
    }

    const fn by_division(self) -> Self {
        Self {
            has_divisions: true,
            ..self
        }
    }

    const fn about(self, about: About) -> Self {
        Self {
            about: Some(about),
            ..self
        }
    }
}

/// All reports in the order in which they are offered.
pub const REPORTS: [Description; 17] = [
    as_at(crate::balance_sheet::NAME, crate::balance_sheet)
        .comparative()
        .on_both_bases(),
    between(
        crate::profit_and_loss_statement::NAME,
        crate::profit_and_loss_statement,
    )
    .comparative()
    .on_both_bases()
    .by_division(),
    as_at(crate::trial_balance_table::NAME, crate::trial_balance_table),
    between(
        crate::general_ledger_summary::NAME,
        crate::general_ledger_summary,
    )
    .by_division(),
    between(
        crate::general_ledger_transactions::NAME,
        crate::general_ledger_transactions,
    )
    .by_division()
    .about(About::Account),
    as_at(crate::ageing::RECEIVABLES, crate::aged_receivables).about(About::Customer),
    as_at(crate::ageing::PAYABLES, crate::aged_payables).about(About::Supplier),
    as_at(
        crate::unpaid_statement::CUSTOMER,
        crate::customer_statement_unpaid,
    )
    .about(About::Customer),
    between(
        crate::transactions_statement::CUSTOMER,
        crate::customer_statement_transactions,
    )
    .about(About::Customer),
    as_at(
        crate::unpaid_statement::SUPPLIER,
        crate::supplier_statement_unpaid,
    )
    .about(About::Supplier),
    between(
        crate::transactions_statement::SUPPLIER,
        crate::supplier_statement_transactions,
    )
    .about(About::Supplier),
    between(crate::tax_summary::NAME, crate::tax_summary)
        .on_both_bases()
        .by_division()
        .about(About::TaxCode),
    between(crate::tax_transactions::NAME, crate::tax_transactions)
        .by_division()
        .about(About::TaxCode),
    between(crate::cash_summary::NAME, crate::cash_summary).comparative(),
    between(
        crate::bank_account_summary::NAME,
        crate::bank_account_summary,
    )
    .about(About::BankAccount),
    as_at(crate::inventory_value::NAME, crate::inventory_value).about(About::InventoryItem),
    as_at(crate::twelve_months::NAME, crate::twelve_months)
        .on_both_bases()
        .by_division(),
];

/// The report of this name.
pub fn find(name: &str) -> Option<&'static Description> {
    static ALL: &[Description] = &REPORTS;
    ALL.iter().find(|report| report.name == name)
}
