//! What a form offers to choose from.
//!
//! Each source is read once per page. Inactive records are not offered; one that a record names
//! already stays chosen, and so does a key that leads nowhere.

use super::names::Names;
use super::words;
use books::{Key, Object, kinds};
use interchange::{FieldValue, decode, spec};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use store::StoreError;

/// Where choices come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Source {
    /// Accounts that need nothing under them.
    Accounts,
    /// Bank and cash accounts.
    BankAccounts,
    /// Customers.
    Customers,
    /// Suppliers.
    Suppliers,
    /// Foreign currencies; none chosen means the business's own.
    Currencies,
    /// Tax codes.
    TaxCodes,
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
    /// The kinds whose records are offered, and the keys that are offered without a record.
    fn contents(self) -> (&'static [Key], &'static [Key]) {
        match self {
            Self::Accounts => (
                &[
                    kinds::BALANCE_SHEET_ACCOUNT,
                    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
                ],
                BUILT_IN,
            ),
            Self::BankAccounts => (&[kinds::BANK_OR_CASH_ACCOUNT], &[]),
            Self::Customers => (&[kinds::CUSTOMER], &[]),
            Self::Suppliers => (&[kinds::SUPPLIER], &[]),
            Self::Currencies => (&[kinds::FOREIGN_CURRENCY], &[]),
            Self::TaxCodes => (&[kinds::TAX_CODE], &[]),
            Self::BalanceSheetGroups => (&[kinds::BALANCE_SHEET_GROUP], ROOTS),
            Self::ProfitAndLossGroups => (&[kinds::PROFIT_AND_LOSS_STATEMENT_GROUP], &[]),
        }
    }
}

/// One record that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offered {
    /// Its key.
    pub key: Key,
    /// Its code and name, unlike that of any other in its source.
    pub label: String,
    /// The heading it stands under: its kind.
    pub group: String,
    /// Whether it is kept and no longer offered for new records.
    pub inactive: bool,
}

/// What is offered, read when first asked for.
pub(super) struct Choices<'n, 'r> {
    /// The names behind it.
    pub names: &'n Names<'r>,
    read: RefCell<HashMap<Source, Rc<Vec<Offered>>>>,
}

impl<'n, 'r> Choices<'n, 'r> {
    /// Nothing read yet.
    pub(super) fn new(names: &'n Names<'r>) -> Self {
        Self {
            names,
            read: RefCell::default(),
        }
    }

    /// What a source offers, by kind and name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn of(&self, source: Source) -> Result<Rc<Vec<Offered>>, StoreError> {
        if let Some(offered) = self.read.borrow().get(&source) {
            return Ok(Rc::clone(offered));
        }
        let offered = Rc::new(self.read_source(source)?);
        self.read.borrow_mut().insert(source, Rc::clone(&offered));
        Ok(offered)
    }

    /// Whether a key is one of the records of a source, inactive ones included.
    pub(super) fn has(&self, source: Source, key: Key) -> Result<bool, StoreError> {
        Ok(self.of(source)?.iter().any(|offered| offered.key == key))
    }

    fn read_source(&self, source: Source) -> Result<Vec<Offered>, StoreError> {
        let (record_kinds, keys) = source.contents();
        let locale = self.names.locale;
        let mut all = Vec::new();
        for content_type in record_kinds {
            let group = words::kind_plural(locale, *content_type);
            let mut part = Vec::new();
            self.names
                .reader()
                .each_object(Some(*content_type), &mut |object| {
                    if !object.is_keyed_by_kind() {
                        part.push(self.offered(&object, &group));
                    }
                    Ok(())
                })?;
            part.sort_by(|a, b| locale.compare(&a.label, &b.label).then(a.key.cmp(&b.key)));
            all.extend(part);
        }
        let group = locale.text("form-built-in");
        for key in keys {
            all.push(Offered {
                key: *key,
                label: self.names.text(*key)?,
                group: group.clone(),
                inactive: false,
            });
        }
        make_labels_differ(&mut all);
        Ok(all)
    }

    fn offered(&self, object: &Object, group: &str) -> Offered {
        let record = decode(object.content_type, &object.content).ok();
        let value = |name: &str| {
            let field = spec(object.content_type)?.field_by_name(name)?;
            record.as_ref()?.value(field.number)
        };
        let name = self.names.title_of(object);
        let code = value("Code")
            .and_then(FieldValue::text)
            .unwrap_or_default()
            .trim();
        Offered {
            key: object.key,
            label: if code.is_empty() || code == name {
                name
            } else {
                format!("{code} · {name}")
            },
            group: group.to_owned(),
            inactive: value("Inactive")
                .and_then(FieldValue::flag)
                .unwrap_or(false),
        }
    }
}

/// Adds the beginning of the key to labels that occur twice, so that each names one record.
fn make_labels_differ(offered: &mut [Offered]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for one in offered.iter() {
        let count = counts.entry(one.label.clone()).or_default();
        *count = count.saturating_add(1);
    }
    for one in offered.iter_mut() {
        if counts.get(&one.label).is_some_and(|count| *count > 1) {
            let key: String = one.key.to_string().chars().take(8).collect();
            one.label = format!("{} ({key})", one.label);
        }
    }
}
