//! Which invoices a receipt or payment settles: those of whom it is with, and before it is said who
//! that is, bills in a payment and invoices in a receipt.
//!
//! Both sides number their invoices from 1. Whoever pays a supplier and types a number means the
//! bill, and not the invoice to a customer that has the same one.

use super::Source;
use crate::records::form::{Form, Place, Route};
use crate::records::typed::Typed;
use books::{Key, kinds};

/// What a receipt or payment settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) struct Settles {
    /// The customer or supplier, where one is chosen.
    pub party: Option<Key>,
    /// Whose invoices are meant.
    first: Source,
}

impl Settles {
    /// What a form settles as far as it is filled; nothing where it moves no money.
    pub(in crate::records) fn of(form: &Form, typed: &Typed) -> Option<Self> {
        let (payer, first) = match form.content_type {
            kinds::RECEIPT => ("PaidBy", Source::UnpaidSalesInvoices),
            kinds::PAYMENT => ("Payee", Source::UnpaidPurchaseInvoices),
            _ => return None,
        };
        let chosen = typed.get(payer).split_once(':');
        let party = chosen.and_then(|(_, key)| key.parse().ok());
        let first = match chosen.filter(|_| party.is_some()) {
            Some(("customer", _)) => Source::UnpaidSalesInvoices,
            Some(("supplier", _)) => Source::UnpaidPurchaseInvoices,
            _ => first,
        };
        Some(Self { party, first })
    }

    /// The field that says who it is with.
    pub(in crate::records) fn payer_field(form: &Form) -> Option<&'static str> {
        match form.content_type {
            kinds::RECEIPT => Some("PaidBy"),
            kinds::PAYMENT => Some("Payee"),
            _ => None,
        }
    }
}

/// The routes of a place in the order in which they are offered: with a customer or supplier, no
/// invoices of the other side; without, those of the other side behind.
pub(super) fn routes(
    place: &'static Place,
    settles: Option<Settles>,
) -> impl Iterator<Item = &'static Route> {
    let is_other = move |route: &Route| {
        settles.is_some_and(|it| route.source.is_unpaid_only() && route.source != it.first)
    };
    let has_party = settles.is_some_and(|it| it.party.is_some());
    let wanted = place.routes.iter().filter(move |route| !is_other(route));
    let other = place.routes.iter();
    let other = other.filter(move |route| is_other(route) && !has_party);
    wanted.chain(other)
}
