//! Every report once: its name, where it stands on the Reports page, what can be asked of it, and
//! the function that makes it.
//!
//! A new report is one row here, its words in the catalogue (`report-<name>` and
//! `report-<name>-explained`) and its paragraph in SPEC-reports.md; page, downloads and command
//! line follow.

use ledger::{Figures, FiguresError};
use reports::{ReportOptions, ReportTable};

/// One report.
#[derive(Debug)]
pub(crate) struct ReportKind {
    /// The stable name in addresses and on the command line, as `balance-sheet`.
    pub(crate) name: &'static str,
    /// Where it stands on the Reports page.
    pub(crate) group: ReportGroup,
    /// What time it tells of.
    pub(crate) time: Time,
    /// Whether it has columns for further periods.
    pub(crate) compares: bool,
    /// Whether it can be asked for on the cash basis.
    pub(crate) has_basis: bool,
    /// Whether it can be narrowed to a division.
    pub(crate) has_division: bool,
    /// What one thing it can be about.
    pub(crate) about: About,
    /// Whether rows without a balance can be shown.
    pub(crate) shows_zero: bool,
    /// Makes it.
    pub(crate) make: Make,
}

/// A function of the crate `reports`.
pub(crate) type Make = fn(&dyn Figures, &ReportOptions) -> Result<ReportTable, FiguresError>;

/// The groups of the Reports page, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReportGroup {
    /// Balance sheet and profit and loss.
    Statements,
    /// The general ledger.
    Ledger,
    /// Customers.
    Customers,
    /// Suppliers.
    Suppliers,
    /// Taxes.
    Taxes,
    /// Bank and cash.
    Cash,
    /// Inventory.
    Inventory,
}

impl ReportGroup {
    /// All, in the order of the page.
    pub(crate) const ALL: [Self; 7] = [
        Self::Statements,
        Self::Ledger,
        Self::Customers,
        Self::Suppliers,
        Self::Taxes,
        Self::Cash,
        Self::Inventory,
    ];

    /// Its heading in the catalogue.
    pub(crate) const fn heading(self) -> &'static str {
        match self {
            Self::Statements => "reports-group-statements",
            Self::Ledger => "reports-group-ledger",
            Self::Customers => "reports-group-customers",
            Self::Suppliers => "reports-group-suppliers",
            Self::Taxes => "reports-group-taxes",
            Self::Cash => "reports-group-cash",
            Self::Inventory => "reports-group-inventory",
        }
    }
}

/// What time a report tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// A day; everything up to it counts.
    Day,
    /// A period.
    Period,
}

/// What one thing a report can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// Nothing in particular.
    Nothing,
    /// An account, or what stands under one.
    Account,
    /// A customer.
    Customer,
    /// A supplier.
    Supplier,
    /// A tax code.
    TaxCode,
}

impl ReportKind {
    const fn new(name: &'static str, group: ReportGroup, time: Time, make: Make) -> Self {
        Self {
            name,
            group,
            time,
            compares: false,
            has_basis: false,
            has_division: false,
            about: About::Nothing,
            shows_zero: false,
            make,
        }
    }

    const fn comparative(mut self) -> Self {
        self.compares = true;
        self
    }

    const fn with_basis(mut self) -> Self {
        self.has_basis = true;
        self
    }

    const fn by_division(mut self) -> Self {
        self.has_division = true;
        self
    }

    const fn about(mut self, about: About) -> Self {
        self.about = about;
        self
    }

    const fn with_zero(mut self) -> Self {
        self.shows_zero = true;
        self
    }

    /// Whether it tells of a day and not of a period.
    pub(crate) const fn is_as_at(&self) -> bool {
        !matches!(self.time, Time::Period)
    }

    /// The catalogue's key of its title.
    pub(crate) fn title_key(&self) -> String {
        format!("report-{}", self.name)
    }

    /// The catalogue's key of the sentence that says what it is.
    pub(crate) fn sentence_key(&self) -> String {
        format!("report-{}-explained", self.name)
    }
}

/// The report of this name.
pub(crate) fn find(name: &str) -> Option<&'static ReportKind> {
    REPORTS.iter().find(|kind| kind.name == name)
}

/// Every report, in the order of the Reports page.
pub(crate) static REPORTS: &[ReportKind] = {
    use ReportGroup as Group;
    use reports as made;
    &[
        ReportKind::new(
            "balance-sheet",
            Group::Statements,
            Time::Day,
            made::balance_sheet,
        )
        .comparative()
        .with_basis()
        .with_zero(),
        ReportKind::new(
            "profit-and-loss-statement",
            Group::Statements,
            Time::Period,
            made::profit_and_loss_statement,
        )
        .comparative()
        .with_basis()
        .by_division()
        .with_zero(),
        ReportKind::new(
            "twelve-months",
            Group::Statements,
            Time::Day,
            made::twelve_months,
        )
        .with_basis()
        .by_division(),
        ReportKind::new(
            "trial-balance",
            Group::Ledger,
            Time::Day,
            made::trial_balance_table,
        )
        .with_zero(),
        ReportKind::new(
            "general-ledger-summary",
            Group::Ledger,
            Time::Period,
            made::general_ledger_summary,
        )
        .by_division()
        .with_zero(),
        ReportKind::new(
            "general-ledger-transactions",
            Group::Ledger,
            Time::Period,
            made::general_ledger_transactions,
        )
        .by_division()
        .about(About::Account),
        ReportKind::new("tax-summary", Group::Taxes, Time::Period, made::tax_summary)
            .with_basis()
            .by_division(),
        ReportKind::new(
            "tax-transactions",
            Group::Taxes,
            Time::Period,
            made::tax_transactions,
        )
        .by_division()
        .about(About::TaxCode),
        ReportKind::new(
            "cash-summary",
            Group::Cash,
            Time::Period,
            made::cash_summary,
        )
        .comparative(),
        ReportKind::new(
            "bank-account-summary",
            Group::Cash,
            Time::Period,
            made::bank_account_summary,
        )
        .with_zero(),
        ReportKind::new(
            "inventory-value",
            Group::Inventory,
            Time::Day,
            made::inventory_value,
        )
        .with_zero(),
    ]
};
