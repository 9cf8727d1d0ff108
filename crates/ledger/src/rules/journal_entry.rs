//! Journal entries (SPEC-posting.md, 7): each line for itself, the difference to Suspense.

use super::DebitOrCredit;
use super::line::{Line, post_line, stock_quantity};
use crate::arithmetic::{TooLarge, difference, product, sum};
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, find_place};
use crate::tax::{TaxTerms, split};
use books::documents::{InvoiceKind, JournalEntry, JournalLine, Subledgers};
use books::parties::PartyKind;
use books::{Books, Key};
use rust_decimal::Decimal;

/// Posts a journal entry.
pub(crate) fn post_journal_entry(
    context: &Context<'_>,
    journal: &JournalEntry,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let currency = books.foreign(journal.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, None);
    let decimals = books.decimals(currency);
    draft.name_unread(&journal.unread);
    let lines = read_lines(books, &journal.lines, decimals)?;
    let is_included = tax_is_included(books, &lines, decimals)?;
    let (mut total, mut debits) = (Decimal::ZERO, Decimal::ZERO);
    for (index, line) in lines.iter().enumerate() {
        let place = find_place(books, line.recorded.account, &line.named);
        let side = line.side;
        let moved = stock_quantity(books, &place, line.quantity, side);
        let posted = Line {
            index,
            own_amount: line.own_amount(&place, currency, books)?,
            quantity: moved.map(|quantity| side.signed(quantity)),
            invoice: line.invoice(books, &place),
            division: line.recorded.division,
            place,
            amount: line.amount,
            side,
            tax: line.terms(is_included, decimals),
            description: &line.recorded.description,
        };
        let charged = post_line(context, posted, exchange, draft)?;
        total = sum(total, side.signed(charged.total))?;
        if side == DebitOrCredit::Debit {
            debits = sum(debits, charged.total)?;
        }
    }
    draft.total = Some(debits);
    if total.is_zero() && currency.is_some() {
        draft.absorb_remainder()?;
    }
    Ok(())
}

/// A line with what its fields of unknown meaning turned out to name (SPEC-posting.md, 7.3).
struct ReadLine<'a> {
    recorded: &'a JournalLine,
    named: Subledgers,
    sales_invoice: Option<Key>,
    purchase_invoice: Option<Key>,
    tax_code: Option<Key>,
    quantity: Option<Decimal>,
    /// A figure that is no quantity.
    figure: Option<Decimal>,
    /// The amount, above zero on the line's side unless the record has it below.
    amount: Decimal,
    side: DebitOrCredit,
}

fn read_lines<'a>(
    books: &Books,
    lines: &'a [JournalLine],
    decimals: u32,
) -> Result<Vec<ReadLine<'a>>, TooLarge> {
    lines
        .iter()
        .map(|line| read_line(books, line, decimals))
        .collect()
}

fn read_line<'a>(
    books: &Books,
    line: &'a JournalLine,
    decimals: u32,
) -> Result<ReadLine<'a>, TooLarge> {
    let debit = product(&[line.debit.unwrap_or(Decimal::ZERO)], decimals)?;
    let credit = product(&[line.credit.unwrap_or(Decimal::ZERO)], decimals)?;
    let balance = difference(debit, credit)?;
    let is_credit = balance.is_sign_negative() || (balance.is_zero() && line.credit.is_some());
    let side = if is_credit {
        DebitOrCredit::Credit
    } else {
        DebitOrCredit::Debit
    };
    let mut read = ReadLine {
        recorded: line,
        named: line.subledgers.clone(),
        sales_invoice: line.sales_invoice,
        purchase_invoice: line.purchase_invoice,
        tax_code: line.tax_code,
        quantity: line.quantity,
        figure: line.currency_amount,
        amount: side.signed(balance),
        side,
    };
    for &link in &line.links {
        read.take_link(books, link);
    }
    if let [figure] = line.figures[..] {
        let place = if read.named.item.is_some() {
            &mut read.quantity
        } else {
            &mut read.figure
        };
        place.get_or_insert(figure);
    }
    Ok(read)
}

impl ReadLine<'_> {
    /// A record is taken for what it is; what the fields of known meaning say comes first.
    fn take_link(&mut self, books: &Books, link: Key) {
        if let Some(invoice) = books.invoices.get(&link) {
            match invoice.kind {
                InvoiceKind::SalesInvoice => self.sales_invoice.get_or_insert(link),
                InvoiceKind::PurchaseInvoice => self.purchase_invoice.get_or_insert(link),
                InvoiceKind::CreditNote | InvoiceKind::DebitNote => return,
            };
        } else if books.items.contains_key(&link) {
            self.named.item.get_or_insert(link);
        } else if books.tax_codes.contains_key(&link) {
            self.tax_code.get_or_insert(link);
        }
    }

    fn invoice(&self, books: &Books, place: &Result<Place, Trouble>) -> Option<Key> {
        let party = place.as_ref().ok()?.subledger?;
        match books.parties.get(&party)?.kind {
            PartyKind::Customer => self.sales_invoice,
            PartyKind::Supplier => self.purchase_invoice,
            PartyKind::Employee => None,
        }
    }

    /// The amount in the currency of the place, unsigned by side, where that is another one.
    fn own_amount(
        &self,
        place: &Result<Place, Trouble>,
        currency: Option<Key>,
        books: &Books,
    ) -> Result<Option<Decimal>, TooLarge> {
        let own = place.as_ref().ok().and_then(|place| place.currency);
        match (own, self.figure) {
            (Some(own), Some(figure)) if Some(own) != currency => {
                product(&[figure.abs()], books.decimals(Some(own))).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// What is credited is sold, what is debited is bought.
    fn terms(&self, is_included: bool, decimals: u32) -> TaxTerms {
        TaxTerms {
            code: self.tax_code,
            is_included,
            is_sale: self.side == DebitOrCredit::Credit,
            decimals,
        }
    }
}

/// Whether the amounts include their tax: unless the lines balance only with the tax on top.
fn tax_is_included(books: &Books, lines: &[ReadLine<'_>], decimals: u32) -> Result<bool, TooLarge> {
    let (mut plain, mut with_tax) = (Decimal::ZERO, Decimal::ZERO);
    for line in lines {
        plain = sum(plain, line.side.signed(line.amount))?;
        let total = match split(books, line.amount, line.terms(false, decimals))? {
            Ok(parts) => parts.total()?,
            Err(_) => line.amount,
        };
        with_tax = sum(with_tax, line.side.signed(total))?;
    }
    Ok(plain.is_zero() || !with_tax.is_zero())
}
