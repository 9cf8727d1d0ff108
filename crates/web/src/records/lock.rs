//! The lock date: up to that day, no figure that was reported may change.
//!
//! Documents, rates and prices are judged by their date, before and after. What has no date and
//! still makes figures (tax codes, currencies, the currency or control account of a party) is
//! judged by the documents up to that day that use it. Names, addresses and files may change at any
//! time (docs/SPEC-settings.md, 8).

mod units;

use crate::PageError;
use axum::http::StatusCode;
use books::kinds::{self, Class};
use books::{Key, Object};
use interchange::{DecodedRecord, FieldValue, KindSpec, decode, references, spec};
use jiff::civil::Date;
use store::{Reader, StoreError};
use units::{Change, locked_units};

/// The field of the last locked day.
pub(crate) const DATE: u32 = 1;
/// The field that turns the lock on; a day alone locks nothing.
pub(crate) const IS_ON: u32 = 2;

/// Dated kinds that report no figures: they promise, or they compare.
const WITHOUT_FIGURES: &[Key] = &[
    kinds::SALES_QUOTE,
    kinds::SALES_ORDER,
    kinds::PURCHASE_QUOTE,
    kinds::PURCHASE_ORDER,
    kinds::BANK_RECONCILIATION,
    kinds::ATTACHMENT,
    kinds::LOCK_DATE,
];

/// Undated kinds whose fields make figures of the documents that use them, and those fields.
const FIGURES: &[(Key, &[&str])] = &[
    (
        kinds::TAX_CODE,
        &[
            "Components",
            "Rate",
            "TaxRate",
            "Type",
            "Account",
            "ReverseCharged",
        ],
    ),
    (kinds::BANK_OR_CASH_ACCOUNT, &["Currency", "ControlAccount"]),
    (kinds::CUSTOMER, &["Currency", "ControlAccount"]),
    (kinds::SUPPLIER, &["Currency", "ControlAccount"]),
    (kinds::EMPLOYEE, &["Currency", "ControlAccount"]),
    (kinds::CAPITAL_ACCOUNT, &["ControlAccount"]),
    (kinds::SPECIAL_ACCOUNT, &["Currency", "ControlAccount"]),
    (
        kinds::INVENTORY_ITEM,
        &[
            "ValuationMethod",
            "SalesAccount",
            "PurchasesAccount",
            "CostMethod",
        ],
    ),
    (kinds::INVENTORY_KIT, &["BillOfMaterials", "SalesAccount"]),
    (
        kinds::NON_INVENTORY_ITEM,
        &["SalesAccount", "PurchasesAccount"],
    ),
    (kinds::PAYSLIP_EARNINGS_ITEM, &["ExpenseAccount"]),
    (kinds::PAYSLIP_DEDUCTION_ITEM, &["LiabilityAccount"]),
    (
        kinds::PAYSLIP_CONTRIBUTION_ITEM,
        &["ExpenseAccount", "LiabilityAccount"],
    ),
    (
        kinds::FIXED_ASSET,
        &[
            "ControlAccount",
            "AccumulatedDepreciationControlAccount",
            "DisposalAccount",
            "CustomExpenseAccount",
        ],
    ),
    (
        kinds::INTANGIBLE_ASSET,
        &[
            "ControlAccount",
            "AccumulatedAmortizationControlAccount",
            "DisposalAccount",
            "CustomExpenseAccount",
        ],
    ),
];

/// Kinds whose fields make every figure: any record may be in this currency.
const FIGURES_OF_ALL: &[(Key, &[&str])] = &[
    (kinds::BASE_CURRENCY, &["Code", "DecimalPlaces"]),
    (kinds::FOREIGN_CURRENCY, &["DecimalPlaces"]),
];

/// Dates beside the kind's own that make figures too.
const FURTHER_DATES: &[&str] = &["DisposalDate", "WrittenOffDate"];

/// A change that is not allowed, because figures up to a day are locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Locked {
    /// The last locked day.
    pub until: Date,
    /// The stable code: `date-locked` where the record's own date is the reason, `units-locked`
    /// where another document would move its units or no longer, else `figures-locked`.
    pub code: &'static str,
    /// What that other document is called.
    pub document: Option<String>,
}

impl Locked {
    /// The facts of the sentence, with the day as it is to be shown.
    pub(crate) fn arguments(&self, date: String) -> Vec<(&'static str, String)> {
        let document = self.document.iter().map(|it| ("document", it.clone()));
        std::iter::once(("date", date)).chain(document).collect()
    }
}

impl From<Locked> for PageError {
    fn from(locked: Locked) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            code: locked.code,
            arguments: locked.arguments(locked.until.to_string()),
        }
    }
}

/// The last locked day; none when nothing is locked.
pub(crate) fn locked_until<R: Reader + ?Sized>(reader: &R) -> Result<Option<Date>, StoreError> {
    let object = reader.object(kinds::LOCK_DATE)?;
    Ok(object
        .and_then(|object| decode(object.content_type, &object.content).ok())
        .and_then(|record| lock_of(&record)))
}

/// The last day that a record of the lock date locks.
fn lock_of(record: &DecodedRecord) -> Option<Date> {
    if record.value(IS_ON).and_then(FieldValue::flag) != Some(true) {
        return None;
    }
    record.value(DATE).and_then(FieldValue::date)?.date()
}

/// Refuses a change of a record that is not allowed: `before` as it is, `after` as it would be,
/// nothing where there is none.
///
/// # Errors
/// `date-locked`, `figures-locked`, `units-locked` or `lock-date-reason-needed` as [`PageError`];
/// what the store says.
pub(crate) fn require_unlocked<R: Reader + ?Sized>(
    reader: &R,
    before: Option<&Object>,
    after: Option<&Object>,
) -> Result<(), StoreError> {
    let Some(object) = after.or(before) else {
        return Ok(());
    };
    let read = |object: &Object| decode(object.content_type, &object.content).ok();
    let (old, new) = (before.and_then(read), after.and_then(read));
    if object.content_type == kinds::LOCK_DATE && is_moved_back(old.as_ref(), new.as_ref()) {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Err(PageError::new(status, "lock-date-reason-needed").into());
    }
    match locked(
        reader,
        object.content_type,
        object.key,
        old.as_ref(),
        new.as_ref(),
    )? {
        Some(locked) => Err(PageError::from(locked).into()),
        None => Ok(()),
    }
}

/// Whether the lock date moves back or goes away, for which a reason must be given.
pub(crate) fn is_moved_back(before: Option<&DecodedRecord>, after: Option<&DecodedRecord>) -> bool {
    after.and_then(lock_of) < before.and_then(lock_of)
}

/// Why a record may not change from `before` to `after`; nothing when it may. Form defaults and
/// kinds that nobody described may always change.
pub(crate) fn locked<R: Reader + ?Sized>(
    reader: &R,
    content_type: Key,
    key: Key,
    before: Option<&DecodedRecord>,
    after: Option<&DecodedRecord>,
) -> Result<Option<Locked>, StoreError> {
    let Some(spec) = spec(content_type) else {
        return Ok(None);
    };
    if key == content_type && !spec.singleton {
        return Ok(None);
    }
    let Some(until) = locked_until(reader)? else {
        return Ok(None);
    };
    let refused = |code| {
        Some(Locked {
            until,
            code,
            document: None,
        })
    };
    let is_dated = |record: Option<&DecodedRecord>| {
        record.is_some_and(|record| is_in_period(spec, record, until))
    };
    if is_dated(before) || is_dated(after) {
        return Ok(refused("date-locked"));
    }
    if is_starting_balance(content_type) {
        return Ok(refused("figures-locked"));
    }
    let change = Change { key, before, after };
    if let Some(document) = locked_units(reader, content_type, change, until)? {
        return Ok(Some(Locked {
            until,
            code: "units-locked",
            document: Some(document),
        }));
    }
    let (Some(before), Some(after)) = (before, after) else {
        return Ok(None);
    };
    if differ(spec, FIGURES_OF_ALL, before, after) {
        return Ok(refused("figures-locked"));
    }
    if differ(spec, FIGURES, before, after) && is_used_up_to(reader, key, until)? {
        return Ok(refused("figures-locked"));
    }
    Ok(None)
}

/// Whether a record makes figures on a locked day.
fn is_in_period(spec: &KindSpec, record: &DecodedRecord, until: Date) -> bool {
    if WITHOUT_FIGURES.contains(&spec.content_type) {
        return false;
    }
    let further = FURTHER_DATES
        .iter()
        .filter_map(|name| spec.field_by_name(name))
        .map(|field| field.number);
    spec.date_field.into_iter().chain(further).any(|number| {
        record
            .value(number)
            .and_then(FieldValue::date)
            .and_then(|date| date.date())
            .is_some_and(|date| date <= until)
    })
}

/// Starting balances stand before every document, so that any lock holds them.
fn is_starting_balance(content_type: Key) -> bool {
    kinds::find(content_type).is_some_and(|kind| kind.class == Class::StartingBalance)
}

/// Whether one of the fields that make figures is another.
fn differ(
    spec: &KindSpec,
    table: &[(Key, &[&str])],
    before: &DecodedRecord,
    after: &DecodedRecord,
) -> bool {
    let names = table
        .iter()
        .filter(|(kind, _)| *kind == spec.content_type)
        .flat_map(|(_, names)| names.iter());
    names
        .filter_map(|name| spec.field_by_name(name))
        .any(|field| {
            let values = |record: &DecodedRecord| -> Vec<FieldValue> {
                let all = record.all(field.number);
                all.map(|found| found.value.clone()).collect()
            };
            values(before) != values(after)
        })
}

/// Whether a record that makes figures up to the day refers to this one.
fn is_used_up_to<R: Reader + ?Sized>(
    reader: &R,
    key: Key,
    until: Date,
) -> Result<bool, StoreError> {
    let mut is_used = false;
    reader.each_object(None, &mut |object| {
        if is_used || object.is_keyed_by_kind() {
            return Ok(());
        }
        let Some(spec) = spec(object.content_type) else {
            return Ok(());
        };
        let Ok(record) = decode(object.content_type, &object.content) else {
            return Ok(());
        };
        let counts = is_starting_balance(object.content_type) || is_in_period(spec, &record, until);
        is_used = counts
            && references(object.content_type, &record)
                .iter()
                .any(|(_, named)| *named == key);
        Ok(())
    })?;
    Ok(is_used)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_makes_figures_is_described() {
        for (kind, names) in FIGURES.iter().chain(FIGURES_OF_ALL) {
            let spec = spec(*kind).expect("a described kind");
            for name in *names {
                assert!(spec.field_by_name(name).is_some(), "{} {name}", spec.name);
            }
        }
    }

    #[test]
    fn kinds_without_figures_are_dated() {
        for kind in WITHOUT_FIGURES {
            assert!(kinds::find(*kind).is_some(), "{kind}");
        }
    }
}
