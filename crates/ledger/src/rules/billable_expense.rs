//! Billable expenses (SPEC-posting.md, 29.2): a cost that waits to be billed becomes a cost of the
//! business on the day of the invoice that bills it.

use super::part::Part;
use crate::Posting;
use crate::arithmetic::{TooLarge, negated};
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::Place;
use books::documents::InvoiceKind;
use books::{Books, Key, kinds};
use jiff::civil::Date;

/// Posts what of this document no longer waits.
pub(crate) fn post_billed_expenses(
    context: &Context<'_>,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let waiting = kinds::BALANCE_SHEET_BILLABLE_EXPENSES_ACCOUNT;
    let cost = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_COST;
    let postings = draft.postings().iter();
    let billed: Vec<(Date, Posting)> = postings
        .filter(|posting| posting.account == waiting)
        .filter_map(|posting| Some((billed_on(context.books, posting)?, posting.clone())))
        .collect();
    let documents_date = draft.date;
    for (day, posting) in billed {
        draft.date = day.max(posting.date);
        for (account, amount) in [(waiting, negated(posting.amount)), (cost, posting.amount)] {
            Part::new(Ok(Place::plain(account)), amount)
                .like(&posting)
                .put(Exchange::BASE, draft)?;
        }
    }
    draft.date = documents_date;
    Ok(())
}

/// The date of the sales invoice that bills the line of a posting, where there is one.
fn billed_on(books: &Books, posting: &Posting) -> Option<Date> {
    let line = posting.line?;
    let of_invoice = || {
        let document = books.invoices.get(&posting.document)?;
        // Lines of sales have no such field.
        let lines = (!document.kind.is_sale()).then_some(&document.lines)?;
        Some(&lines.get(line)?.subledgers)
    };
    let of_money = || {
        let document = books.money_documents.get(&posting.document)?;
        Some(&document.lines.get(line)?.subledgers)
    };
    let named: Key = of_invoice().or_else(of_money)?.billed_on?;
    let invoice = books.invoices.get(&named)?;
    invoice
        .date
        .filter(|_| invoice.kind == InvoiceKind::SalesInvoice)
}
