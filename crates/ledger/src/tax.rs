//! Splits a line's amount into net and taxes (SPEC-posting.md, 4).

use crate::arithmetic::{TooLarge, difference, ratio, sum};
use crate::codes;
use crate::place::Trouble;
use books::settings::{TaxCode, TaxComponent, TaxRate};
use books::{Books, Key, kinds};
use rust_decimal::Decimal;

/// A line's amount in its parts, all with the sign of the amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Split {
    /// What goes to the line's account.
    pub(crate) net: Decimal,
    /// Each tax that is not zero, in the order of its code's components.
    pub(crate) taxes: Vec<TaxPart>,
    /// The taxes are owed by the buyer and are not part of what is paid.
    pub(crate) is_reverse_charged: bool,
}

/// One tax of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TaxPart {
    /// The position of its component in the code, from 0.
    pub(crate) component: usize,
    /// Where it goes.
    pub(crate) account: Key,
    /// How much.
    pub(crate) amount: Decimal,
}

impl Split {
    pub(crate) fn without_tax(amount: Decimal) -> Self {
        Self {
            net: amount,
            taxes: Vec::new(),
            is_reverse_charged: false,
        }
    }

    /// What the other party pays: the net and the taxes that are charged.
    pub(crate) fn total(&self) -> Result<Decimal, TooLarge> {
        if self.is_reverse_charged {
            return Ok(self.net);
        }
        self.taxes
            .iter()
            .try_fold(self.net, |total, tax| sum(total, tax.amount))
    }
}

/// How the amount of a line stands to its tax.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TaxTerms {
    /// The line's tax code.
    pub(crate) code: Option<Key>,
    /// The amount includes the tax.
    pub(crate) is_included: bool,
    /// We sell; else we buy.
    pub(crate) is_sale: bool,
    /// The decimals of the amount's currency.
    pub(crate) decimals: u32,
}

/// The parts of `amount`, or why the tax cannot be worked out.
pub(crate) fn split(
    books: &Books,
    amount: Decimal,
    terms: TaxTerms,
) -> Result<Result<Split, Trouble>, TooLarge> {
    let Some(key) = terms.code else {
        return Ok(Ok(Split::without_tax(amount)));
    };
    let Some(code) = books.tax_codes.get(&key) else {
        let trouble = Trouble::with_record(codes::TAX_CODE_UNKNOWN, key);
        return Ok(Err(trouble));
    };
    if code.reverse_charged && terms.is_sale {
        return Ok(Ok(Split::without_tax(amount)));
    }
    match &code.rate {
        TaxRate::Zero => Ok(Ok(Split::without_tax(amount))),
        TaxRate::Whole { account } => Ok(Ok(Split {
            net: Decimal::ZERO,
            taxes: vec![TaxPart {
                component: 0,
                account: tax_account(*account),
                amount,
            }],
            is_reverse_charged: false,
        })),
        TaxRate::Custom(components) => split_custom(code, components, amount, terms),
        TaxRate::Unknown(_) => Ok(Err(Trouble::with_record(codes::TAX_RATE_UNKNOWN, key))),
    }
}

fn split_custom(
    code: &TaxCode,
    components: &[TaxComponent],
    amount: Decimal,
    terms: TaxTerms,
) -> Result<Result<Split, Trouble>, TooLarge> {
    let is_included = terms.is_included && !code.reverse_charged;
    let mut divisor = Decimal::ONE_HUNDRED;
    for component in components {
        divisor = sum(divisor, component.rate)?;
    }
    if divisor <= Decimal::ZERO {
        let trouble = Trouble::with_record(codes::TAX_RATE_UNKNOWN, code.key);
        return Ok(Err(trouble));
    }
    if !is_included {
        divisor = Decimal::ONE_HUNDRED;
    }
    let mut taxes = Vec::new();
    let mut net = amount;
    for (index, component) in components.iter().enumerate() {
        let tax = ratio(&[amount, component.rate], divisor, terms.decimals)?;
        if is_included {
            net = difference(net, tax)?;
        }
        if !tax.is_zero() {
            taxes.push(TaxPart {
                component: index,
                account: tax_account(component.account),
                amount: tax,
            });
        }
    }
    Ok(Ok(Split {
        net,
        taxes,
        is_reverse_charged: code.reverse_charged,
    }))
}

fn tax_account(account: Option<Key>) -> Key {
    account.unwrap_or(kinds::BALANCE_SHEET_TAX_PAYABLE_ACCOUNT)
}
