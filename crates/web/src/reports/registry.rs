//! The reports as pages offer them: those of the crate `reports`, each with its place.
//!
//! A report is registered in `reports::REPORTS` with what can be asked of it. Here it gets its
//! group on the Reports page; its words are in the catalogue (`report-<name>`,
//! `report-<name>-explained`).

use reports::{About, Description, Span};
use std::sync::LazyLock;

/// One report.
#[derive(Debug)]
pub(crate) struct ReportKind {
    /// The stable name in addresses and on the command line, as `balance-sheet`.
    pub(crate) name: &'static str,
    /// Where it stands on the Reports page.
    pub(crate) group: ReportGroup,
    /// Whether rows without a balance can be shown.
    pub(crate) shows_zero: bool,
    /// What it can be asked, and what makes it.
    description: &'static Description,
}

impl ReportKind {
    /// Makes it.
    pub(crate) fn make(&self) -> reports::Make {
        self.description.make
    }

    /// Whether it tells of a day and not of a period.
    pub(crate) fn is_as_at(&self) -> bool {
        self.description.span == Span::AsAt
    }

    /// Whether it has columns for further periods.
    pub(crate) fn compares(&self) -> bool {
        self.description.is_comparative
    }

    /// Whether it can be asked for on the cash basis.
    pub(crate) fn has_basis(&self) -> bool {
        self.description.has_basis
    }

    /// Whether it can be narrowed to a division.
    pub(crate) fn has_division(&self) -> bool {
        self.description.has_divisions
    }

    /// What one thing it can be about.
    pub(crate) fn about(&self) -> Option<About> {
        self.description.about
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

/// Where each report stands, and whether rows without a balance mean anything in it.
const PLACES: [(&str, ReportGroup, bool); 17] = [
    ("balance-sheet", ReportGroup::Statements, true),
    ("profit-and-loss-statement", ReportGroup::Statements, true),
    ("twelve-months", ReportGroup::Statements, false),
    ("trial-balance", ReportGroup::Ledger, false),
    ("general-ledger-summary", ReportGroup::Ledger, true),
    ("general-ledger-transactions", ReportGroup::Ledger, false),
    ("aged-receivables", ReportGroup::Customers, false),
    ("customer-statement-unpaid", ReportGroup::Customers, false),
    (
        "customer-statement-transactions",
        ReportGroup::Customers,
        false,
    ),
    ("aged-payables", ReportGroup::Suppliers, false),
    ("supplier-statement-unpaid", ReportGroup::Suppliers, false),
    (
        "supplier-statement-transactions",
        ReportGroup::Suppliers,
        false,
    ),
    ("tax-summary", ReportGroup::Taxes, false),
    ("tax-transactions", ReportGroup::Taxes, false),
    ("cash-summary", ReportGroup::Cash, false),
    ("bank-account-summary", ReportGroup::Cash, true),
    ("inventory-value", ReportGroup::Inventory, true),
];

/// Every report, in the order of the Reports page.
pub(crate) fn all() -> &'static [ReportKind] {
    static ALL: LazyLock<Vec<ReportKind>> = LazyLock::new(|| {
        let placed = PLACES.iter().filter_map(|(name, group, shows_zero)| {
            Some(ReportKind {
                name,
                group: *group,
                shows_zero: *shows_zero,
                description: reports::find(name)?,
            })
        });
        placed.collect()
    });
    &ALL
}

/// The report of this name.
pub(crate) fn find(name: &str) -> Option<&'static ReportKind> {
    all().iter().find(|kind| kind.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use pages::Locale;

    #[test]
    fn every_report_has_its_place_and_its_words() {
        for description in &reports::REPORTS {
            let kind = find(description.name);
            assert!(kind.is_some(), "{} has no place", description.name);
        }
        let english = Locale::default();
        for kind in all() {
            assert!(english.has(&kind.title_key()), "{}", kind.name);
            assert!(english.has(&kind.sentence_key()), "{}", kind.name);
        }
    }
}
