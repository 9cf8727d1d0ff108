//! Posts the documents of the wider registers: claims, pay, assets, stock, and what customers owe
//! beside invoices (SPEC-posting.md, 20 to 30). The everyday papers are posted by the crate's root.

use crate::context::Context;
use crate::{About, DocumentHead, Ledger, Posting, rules};
use books::accounts::MarketPrice;
use books::{Books, Key, kinds};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Posts every document of these registers.
pub(crate) fn post_registers(context: &Context<'_>, ledger: &mut Ledger) {
    post_claims_and_pay(context, ledger);
    post_stock(context, ledger);
    post_receivables(context, ledger);
}

/// What market prices make of investments, out of what all other documents posted under them.
pub(crate) fn post_market_prices(context: &Context<'_>, ledger: &mut Ledger) {
    let mut by_investment: BTreeMap<Option<Key>, Vec<&MarketPrice>> = BTreeMap::new();
    for price in context.books.market_prices.values() {
        let prices = by_investment.entry(price.investment).or_default();
        prices.push(price);
    }
    if by_investment.is_empty() {
        return;
    }
    let mut under: BTreeMap<Key, Vec<Posting>> = BTreeMap::new();
    for posting in &ledger.postings {
        if let Some(key) = posting
            .subledger
            .filter(|&key| by_investment.contains_key(&Some(key)))
        {
            under.entry(key).or_default().push(posting.clone());
        }
    }
    for (investment, mut prices) in by_investment {
        prices.sort_by_key(|price| (price.date, price.key));
        let mut postings = investment
            .and_then(|key| under.remove(&key))
            .unwrap_or_default();
        postings.sort_by_key(|posting| posting.date);
        let mut held = rules::HeldInvestment::new(context, investment, &postings);
        for price in prices {
            let kind = kinds::INVESTMENT_MARKET_PRICE;
            let about = About::new(price.key, kind, price.date);
            about.post(context, ledger, "", |draft| {
                rules::post_market_price(context, &mut held, price, draft)
            });
        }
    }
}

fn post_claims_and_pay(context: &Context<'_>, ledger: &mut Ledger) {
    let books = context.books;
    for claim in books.expense_claims.values() {
        let heading = Heading {
            reference: &claim.reference,
            contact: claim.paid_by,
        };
        let about = heading.about(books, claim.key, kinds::EXPENSE_CLAIM, claim.date);
        about.post(context, ledger, &claim.description, |draft| {
            rules::post_expense_claim(context, claim, draft)
        });
    }
    for payslip in books.payslips.values() {
        let heading = Heading {
            reference: &payslip.reference,
            contact: payslip.employee,
        };
        let about = heading.about(books, payslip.key, kinds::PAYSLIP, payslip.date);
        about.post(context, ledger, &payslip.description, |draft| {
            rules::post_payslip(context, payslip, draft)
        });
    }
    for entry in books.depreciation_entries.values() {
        let heading = Heading::of_reference(&entry.reference);
        let about = heading.about(books, entry.key, entry.kind.key(), entry.date);
        about.post(context, ledger, &entry.description, |draft| {
            rules::post_depreciation_entry(context, entry, draft)
        });
    }
}

fn post_stock(context: &Context<'_>, ledger: &mut Ledger) {
    let books = context.books;
    for gone in books.inventory_write_offs.values() {
        let heading = Heading::of_reference(&gone.reference);
        let about = heading.about(books, gone.key, kinds::INVENTORY_WRITE_OFF, gone.date);
        about.post(context, ledger, &gone.description, |draft| {
            rules::post_inventory_write_off(context, gone, draft)
        });
    }
    for order in books.production_orders.values() {
        let heading = Heading::of_reference(&order.reference);
        let about = heading.about(books, order.key, kinds::PRODUCTION_ORDER, order.date);
        about.post(context, ledger, &order.description, |draft| {
            rules::post_production_order(context, order, draft)
        });
    }
    for note in books.stock_notes.values() {
        let heading = Heading {
            reference: &note.reference,
            contact: note.party,
        };
        let about = heading.about(books, note.key, note.kind.key(), note.date);
        about.post(context, ledger, "", |draft| {
            rules::post_stock_note(context, note, draft)
        });
    }
}

fn post_receivables(context: &Context<'_>, ledger: &mut Ledger) {
    let books = context.books;
    for fee in books.late_payment_fees.values() {
        let of_invoice = || books.invoices.get(&fee.sales_invoice?)?.party;
        let heading = Heading {
            reference: "",
            contact: fee.customer.or_else(of_invoice),
        };
        let about = heading.about(books, fee.key, kinds::LATE_PAYMENT_FEE, fee.date);
        about.post(context, ledger, "", |draft| {
            rules::post_late_payment_fee(context, fee, draft)
        });
    }
    for receipt in books.withholding_tax_receipts.values() {
        let kind = kinds::WITHHOLDING_TAX_RECEIPT;
        // Its amount is in base currency, whatever the customer's is.
        let head = DocumentHead {
            contact: receipt.customer,
            ..DocumentHead::new(receipt.key, kind, receipt.date)
        };
        About::of(head).post(context, ledger, &receipt.description, |draft| {
            rules::post_withholding_tax_receipt(context, receipt, draft)
        });
    }
    for time in books.billable_times.values() {
        let heading = Heading {
            reference: "",
            contact: time.customer,
        };
        let about = heading.about(books, time.key, kinds::BILLABLE_TIME, time.date);
        about.post(context, ledger, &time.description, |draft| {
            rules::post_billable_time(context, time, draft)
        });
    }
}

/// What the heading of a document says beside its date and description.
struct Heading<'a> {
    reference: &'a str,
    /// Whom it is with; its amounts are in that one's currency.
    contact: Option<Key>,
}

impl<'a> Heading<'a> {
    const fn of_reference(reference: &'a str) -> Self {
        Self {
            reference,
            contact: None,
        }
    }

    fn about(&self, books: &Books, document: Key, kind: Key, date: Option<Date>) -> About {
        let found = self.contact.and_then(|contact| books.subledger(contact));
        About::of(DocumentHead {
            reference: self.reference.to_owned(),
            contact: self.contact,
            currency: found.and_then(|(_, currency)| currency),
            ..DocumentHead::new(document, kind, date)
        })
    }
}
