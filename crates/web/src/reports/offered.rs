//! What the form of a report offers to choose from: the things it can be about, and divisions.

use super::registry::ReportKind;
use crate::records::names::Names;
use crate::records::words::kind_plural;
use books::{Key, kinds};
use ledger::{Figures, Grouping, PostingFilter};
use reports::About;
use std::collections::BTreeSet;
use store::StoreError;

/// More records of one kind than this are not offered: nobody looks for one in a longer list. The
/// report is reached from the record, or by its key in the address.
const OFFERED_COUNT_MAX: usize = 2_000;

/// A key, its name, and the heading it stands under.
type One = (Key, String, String);

/// What is offered.
#[derive(Debug, Default)]
pub(super) struct Offered {
    /// What the report can be about.
    pub(super) about: Vec<One>,
    /// Divisions.
    pub(super) divisions: Vec<One>,
}

impl Offered {
    /// What a report of this kind offers; `chosen` is offered in any case.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn read(
        names: &Names<'_>,
        kind: &ReportKind,
        chosen: Option<Key>,
        figures: Option<&dyn Figures>,
    ) -> Result<Self, StoreError> {
        let mut about = match kind.about() {
            None => Vec::new(),
            Some(About::Account) => accounts(names, figures)?,
            Some(About::Customer) => records(names, kinds::CUSTOMER, "")?,
            Some(About::Supplier) => records(names, kinds::SUPPLIER, "")?,
            Some(About::TaxCode) => records(names, kinds::TAX_CODE, "")?,
            Some(About::BankAccount) => records(names, kinds::BANK_OR_CASH_ACCOUNT, "")?,
            Some(About::InventoryItem) => records(names, kinds::INVENTORY_ITEM, "")?,
        };
        if let Some(key) = chosen.filter(|key| about.iter().all(|(one, ..)| one != key)) {
            about.push((key, names.text(key)?, String::new()));
        }
        let divisions = if kind.has_division() {
            records(names, kinds::DIVISION, "")?
        } else {
            Vec::new()
        };
        Ok(Self { about, divisions })
    }
}

/// The accounts that anything was posted to, by name, and the records under them in their kinds.
fn accounts(names: &Names<'_>, figures: Option<&dyn Figures>) -> Result<Vec<One>, StoreError> {
    let Some(figures) = figures else {
        return Ok(Vec::new());
    };
    let sums = figures.sums(&PostingFilter::default(), Grouping::default());
    // Figures that cannot be read are an error of the report itself, which is made after this.
    let posted: BTreeSet<Key> = sums.map_or_else(
        |_| BTreeSet::new(),
        |sums| sums.into_iter().map(|sum| sum.account).collect(),
    );
    let heading = names.locale.text("tab-chart-of-accounts");
    let mut offered = Vec::new();
    for account in posted {
        offered.push((account, names.text(account)?, heading.clone()));
    }
    offered.sort_by(|(_, a, _), (_, b, _)| names.locale.compare(a, b));
    for kind in [
        kinds::BANK_OR_CASH_ACCOUNT,
        kinds::CUSTOMER,
        kinds::SUPPLIER,
    ] {
        let heading = kind_plural(names.locale, kind);
        offered.extend(records(names, kind, &heading)?);
    }
    Ok(offered)
}

/// The records of a kind by name; nothing where there are too many to choose from.
fn records(names: &Names<'_>, kind: Key, heading: &str) -> Result<Vec<One>, StoreError> {
    let mut found = Vec::new();
    let mut is_too_long = false;
    names.reader().each_object(Some(kind), &mut |object| {
        is_too_long = found.len() >= OFFERED_COUNT_MAX;
        if !is_too_long && !object.is_keyed_by_kind() {
            found.push((object.key, names.title_of(&object), heading.to_owned()));
        }
        Ok(())
    })?;
    if is_too_long {
        return Ok(Vec::new());
    }
    found.sort_by(|(_, a, _), (_, b, _)| names.locale.compare(a, b));
    Ok(found)
}
