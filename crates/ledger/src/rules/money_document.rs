//! Receipts and payments (SPEC-posting.md, 6): the lines on one side, the bank account on the
//! other.

use super::line::{Line, line_place, post_cost_of_sales, post_line};
use super::{DebitOrCredit, payment, receipt};
use crate::arithmetic::{TooLarge, product, sum};
use crate::context::Context;
use crate::draft::{Draft, Side};
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, bank_place};
use crate::tax::TaxTerms;
use books::documents::{MoneyDocument, MoneyDocumentKind, MoneyLine, Subledgers};
use books::{Books, Key};
use rust_decimal::Decimal;

/// What tells receipts and payments apart.
pub(super) struct MoneyRule {
    /// The side of the bank account; the lines are on the other.
    pub(super) bank_side: DebitOrCredit,
    /// Lines with an item post as sales.
    pub(super) is_sale: bool,
}

/// A document with what its lines need to know of it.
struct Heading<'a> {
    rule: MoneyRule,
    document: &'a MoneyDocument,
    /// The currency of the bank account and its rate.
    exchange: Exchange,
    decimals: u32,
}

/// The two amounts a line may hold, rounded.
struct Amounts {
    /// In the bank account's currency.
    bank: Option<Decimal>,
    /// In the currency of what is settled.
    own: Option<Decimal>,
}

/// Posts a receipt or payment.
pub(crate) fn post_money_document(
    context: &Context<'_>,
    document: &MoneyDocument,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let rule = match document.kind {
        MoneyDocumentKind::Receipt => receipt::RULE,
        MoneyDocumentKind::Payment => payment::RULE,
    };
    let bank = bank_place(context.books, document.bank_account);
    let currency = bank.as_ref().ok().and_then(|place| place.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, document.rate);
    let heading = Heading {
        rule,
        document,
        exchange,
        decimals: context.books.decimals(currency),
    };
    draft.name_unread(&document.unread);
    let mut total = Decimal::ZERO;
    for (index, line) in document.lines.iter().enumerate() {
        total = sum(
            total,
            post_money_line(context, &heading, index, line, draft)?,
        )?;
    }
    let side = Side {
        line: None,
        place: bank,
        amount: heading.rule.bank_side.signed(total),
        own_amount: None,
        description: "",
    };
    draft.put_balancing(side, exchange)
}

/// Posts a line and says what it adds to the bank's side, in the bank account's currency.
fn post_money_line(
    context: &Context<'_>,
    heading: &Heading<'_>,
    index: usize,
    line: &MoneyLine,
    draft: &mut Draft<'_>,
) -> Result<Decimal, TooLarge> {
    let books = context.books;
    let (rule, document) = (&heading.rule, heading.document);
    let named = settled(books, document, line);
    let place = line_place(books, line.account, &named, rule.is_sale);
    if let (Err(trouble), None, Some(_)) = (&place, line.amount, line.currency_amount) {
        // Without the account nobody knows which currency the amount is in.
        draft.name_trouble(trouble, index);
    }
    let Some(amounts) = line_amounts(context, heading, line, &place, draft.date)? else {
        return post_without_rate(heading, index, line, place, draft);
    };
    let posted = Line {
        index,
        place,
        amount: amounts.bank.unwrap_or(Decimal::ZERO),
        own_amount: amounts.own,
        side: rule.bank_side.other(),
        tax: TaxTerms {
            code: line.tax_code,
            is_included: !document.amounts_exclude_tax,
            is_sale: rule.is_sale,
            decimals: heading.decimals,
        },
        description: &line.description,
    };
    let charged = post_line(context, posted, heading.exchange, draft)?;
    if rule.is_sale && line.account.is_none() {
        let quantity = shown_quantity(document, line);
        let side = rule.bank_side;
        post_cost_of_sales(context, index, named.item, quantity, side, draft)?;
    }
    Ok(charged.total)
}

/// The line's amounts; nothing when the bank's amount follows from a rate that is unknown.
fn line_amounts(
    context: &Context<'_>,
    heading: &Heading<'_>,
    line: &MoneyLine,
    place: &Result<Place, Trouble>,
    date: jiff::civil::Date,
) -> Result<Option<Amounts>, TooLarge> {
    let books = context.books;
    let own_currency = place.as_ref().ok().and_then(|place| place.currency);
    let bank_currency = heading.exchange.currency;
    let bank = bank_amount(heading, line)?;
    let own_decimals = books.decimals(own_currency);
    let own = match line.currency_amount {
        Some(amount) => Some(product(&[amount], own_decimals)?),
        None => None,
    };
    if own_currency == bank_currency {
        let bank = bank.or(own.filter(|_| place.is_ok()));
        return Ok(Some(Amounts { bank, own: None }));
    }
    let (None, Some(own)) = (bank, own) else {
        return Ok(Some(Amounts { bank, own }));
    };
    let document_rate = heading.document.rate.filter(|_| bank_currency.is_none());
    let exchange = Exchange::find(&context.rates, own_currency, date, document_rate);
    let Some(base) = exchange.to_base(own, books.base_currency.decimals)? else {
        return Ok(None);
    };
    // A bank account in a third currency without a rate leaves its amount as unknown as the
    // other side's would be.
    let bank = heading.exchange.of_base(base, heading.decimals)?;
    Ok(bank.map(|bank| Amounts {
        bank: Some(bank),
        own: Some(own),
    }))
}

/// Quantity × price where the price column is shown, else the amount (SPEC-posting.md, 6.2).
fn bank_amount(heading: &Heading<'_>, line: &MoneyLine) -> Result<Option<Decimal>, TooLarge> {
    let priced = line.unit_price.filter(|_| heading.document.has_unit_prices);
    let factors = match (priced, line.amount) {
        (Some(price), _) => [shown_quantity(heading.document, line), price],
        (None, Some(amount)) => [amount, Decimal::ONE],
        (None, None) => return Ok(None),
    };
    product(&factors, heading.decimals).map(Some)
}

fn shown_quantity(document: &MoneyDocument, line: &MoneyLine) -> Decimal {
    let quantity = line.quantity.filter(|_| document.has_quantities);
    quantity.unwrap_or(Decimal::ONE)
}

/// What the line names under its account, completed from the invoice and the heading
/// (SPEC-posting.md, 6.4).
fn settled(books: &Books, document: &MoneyDocument, line: &MoneyLine) -> Subledgers {
    let party_of = |invoice: Option<Key>| books.invoices.get(&invoice?)?.party;
    let mut named = line.subledgers.clone();
    named.customer = named
        .customer
        .or_else(|| party_of(line.sales_invoice))
        .or(document.customer);
    named.supplier = named
        .supplier
        .or_else(|| party_of(line.purchase_invoice))
        .or(document.supplier);
    named
}

/// Only the currency amount is known, and no rate for it: own currency at base zero, the other
/// side in Suspense (SPEC-posting.md, 5.4 and 6.5).
fn post_without_rate(
    heading: &Heading<'_>,
    index: usize,
    line: &MoneyLine,
    place: Result<Place, Trouble>,
    draft: &mut Draft<'_>,
) -> Result<Decimal, TooLarge> {
    let currency = place.as_ref().ok().and_then(|place| place.currency);
    let amount = line.currency_amount.unwrap_or(Decimal::ZERO);
    let side = Side {
        line: Some(index),
        place,
        amount: heading.rule.bank_side.other().signed(amount),
        own_amount: None,
        description: &line.description,
    };
    if let Some(currency) = currency {
        draft.put_without_rate(side, currency)?;
    } else {
        draft.put(side, Exchange::BASE)?;
    }
    Ok(Decimal::ZERO)
}
