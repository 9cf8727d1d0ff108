//! Receipts and payments (SPEC-posting.md, 6): the lines on one side, the bank account on the
//! other.

use super::line::{Line, Sold, is_investment, line_place, post_cost_of_sales, post_line};
use super::{DebitOrCredit, payment, receipt};
use crate::arithmetic::{TooLarge, negated, product, sum};
use crate::codes;
use crate::context::Context;
use crate::draft::{Draft, Marks, Side};
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, bank_place};
use crate::tax::{Split, TaxTerms, split};
use books::documents::{MoneyDocument, MoneyDocumentKind, MoneyLine, Subledgers};
use books::parties::PartyKind;
use books::{Books, Key};
use jiff::civil::Date;
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

/// What a line's amounts come to, rounded.
enum Amounts {
    /// What the bank account's side can be worked out from.
    Known {
        /// In the bank account's currency.
        bank: Decimal,
        /// In the currency of what is settled, where it is another one.
        own: Option<Decimal>,
    },
    /// Only the amount in the currency of what is settled, which has no rate.
    WithoutRate(Key, Decimal),
    /// Only the amount in the currency of what is settled; the bank account's has no rate.
    WithoutBankRate(Exchange, Decimal),
}

/// Posts a receipt or payment.
pub(crate) fn post_money_document(
    context: &Context<'_>,
    document: &MoneyDocument,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let bank = bank_place(context.books, document.bank_account);
    let heading = heading_of(context, document, &bank, draft.date);
    let exchange = heading.exchange;
    draft.name_unread(&document.unread);
    draft.contact = document.contact;
    let mut total = Decimal::ZERO;
    for (index, line) in document.lines.iter().enumerate() {
        total = sum(
            total,
            post_money_line(context, &heading, index, line, draft)?,
        )?;
    }
    draft.total = Some(total);
    let side = Side {
        line: None,
        place: bank,
        amount: heading.rule.bank_side.signed(total),
        own_amount: None,
        description: "",
    };
    draft.put_balancing(side, exchange)
}

/// What tells how a document's lines are read.
fn heading_of<'a>(
    context: &Context<'_>,
    document: &'a MoneyDocument,
    bank: &Result<Place, Trouble>,
    date: Date,
) -> Heading<'a> {
    let rule = match document.kind {
        MoneyDocumentKind::Receipt => receipt::RULE,
        MoneyDocumentKind::Payment => payment::RULE,
    };
    let currency = bank.as_ref().ok().and_then(|place| place.currency);
    Heading {
        rule,
        document,
        exchange: Exchange::find(&context.rates, currency, date, document.rate),
        decimals: context.books.decimals(currency),
    }
}

/// A line's amount in the bank account's currency, and its parts.
pub(crate) struct MoneyPart {
    /// The amount as it stands on the line; none when it has none or its rate is unknown.
    pub(crate) amount: Option<Decimal>,
    /// The net amount and its taxes.
    pub(crate) split: Split,
}

/// What every line comes to, as [`post_money_document`] posts it, with the foreign currency and
/// its decimals.
pub(crate) fn money_parts(
    context: &Context<'_>,
    document: &MoneyDocument,
    date: Date,
) -> Result<(Vec<MoneyPart>, Option<Key>, u32), TooLarge> {
    let books = context.books;
    let bank = bank_place(books, document.bank_account);
    let heading = heading_of(context, document, &bank, date);
    let mut parts = Vec::with_capacity(document.lines.len());
    for line in &document.lines {
        let named = settled(books, document, line);
        let place = line_place(books, line.account, &named, heading.rule.is_sale);
        let amount = match line_amounts(context, &heading, line, &place, date)? {
            Amounts::Known { bank, .. } => Some(bank),
            Amounts::WithoutRate(..) | Amounts::WithoutBankRate(..) => None,
        };
        let whole = amount.unwrap_or(Decimal::ZERO);
        let split = split(books, whole, line_terms(&heading, line))?;
        let split = split.unwrap_or_else(|_| Split::without_tax(whole));
        parts.push(MoneyPart { amount, split });
    }
    Ok((parts, heading.exchange.currency, heading.decimals))
}

fn line_terms(heading: &Heading<'_>, line: &MoneyLine) -> TaxTerms {
    TaxTerms {
        code: line.tax_code,
        is_included: !heading.document.amounts_exclude_tax,
        is_sale: heading.rule.is_sale,
        decimals: heading.decimals,
    }
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
    let bank = bank_amount(heading, line)?;
    if let (Err(trouble), None, Some(_)) = (&place, bank, line.currency_amount) {
        // Without the account nobody knows which currency the amount is in.
        draft.name_trouble(trouble, index);
    }
    let (bank, own_amount) = match line_amounts(context, heading, line, &place, draft.date)? {
        Amounts::Known { bank, own } => (bank, own),
        Amounts::WithoutRate(currency, amount) => {
            let marks = settlement_marks(books, line, &place);
            let side = own_side(rule, index, line, place, amount);
            draft.put_without_rate(side, marks, currency)?;
            return Ok(Decimal::ZERO);
        }
        Amounts::WithoutBankRate(exchange, amount) => {
            suspend_bank(context, heading, index, line, amount, exchange, draft)?;
            let marks = settlement_marks(books, line, &place);
            draft.put_marked(own_side(rule, index, line, place, amount), marks, exchange)?;
            return Ok(Decimal::ZERO);
        }
    };
    let posted = Line {
        index,
        quantity: moved_units(books, document, line, &place),
        invoice: settlement_marks(books, line, &place).invoice,
        division: line.division,
        place,
        amount: bank,
        own_amount,
        side: rule.bank_side.other(),
        tax: line_terms(heading, line),
        description: &line.description,
    };
    let charged = post_line(context, posted, heading.exchange, draft)?;
    if rule.is_sale && line.account.is_none() {
        let sold = Sold {
            line: index,
            item: named.item,
            quantity: shown_quantity(document, line),
            moves_stock: true,
            side: rule.bank_side,
        };
        post_cost_of_sales(context, sold, draft)?;
    }
    Ok(charged.total)
}

/// The line's amounts (SPEC-posting.md, 6.5).
fn line_amounts(
    context: &Context<'_>,
    heading: &Heading<'_>,
    line: &MoneyLine,
    place: &Result<Place, Trouble>,
    date: Date,
) -> Result<Amounts, TooLarge> {
    let books = context.books;
    let bank = bank_amount(heading, line)?;
    let zero = Decimal::ZERO;
    let (Ok(place), Some(own)) = (place, line.currency_amount) else {
        let bank = bank.unwrap_or(zero);
        return Ok(Amounts::Known { bank, own: None });
    };
    let own = product(&[own], books.decimals(place.currency))?;
    let bank_currency = heading.exchange.currency;
    if place.currency == bank_currency {
        let bank = bank.unwrap_or(own);
        return Ok(Amounts::Known { bank, own: None });
    }
    if let Some(bank) = bank {
        let own = Some(own);
        return Ok(Amounts::Known { bank, own });
    }
    let document_rate = heading.document.rate.filter(|_| bank_currency.is_none());
    let exchange = Exchange::find(&context.rates, place.currency, date, document_rate);
    let base = exchange.to_base(own, books.base_currency.decimals)?;
    let Some(base) = base else {
        // Only a foreign currency can be without a rate.
        let currency = place.currency.unwrap_or(Key::NIL);
        return Ok(Amounts::WithoutRate(currency, own));
    };
    let bank = heading.exchange.of_base(base, heading.decimals)?;
    Ok(match bank {
        Some(bank) => Amounts::Known {
            bank,
            own: Some(own),
        },
        None => Amounts::WithoutBankRate(exchange, own),
    })
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

/// How many units a line moves: of stock one where it does not say, of an investment nobody knows.
fn moved_units(
    books: &Books,
    document: &MoneyDocument,
    line: &MoneyLine,
    place: &Result<Place, Trouble>,
) -> Option<Decimal> {
    let under = place.as_ref().ok().and_then(|place| place.subledger);
    if under.is_some_and(|key| is_investment(books, key)) {
        return line.quantity.filter(|_| document.has_quantities);
    }
    Some(shown_quantity(document, line))
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

/// The invoice that the line settles: a customer's sales invoice, a supplier's purchase invoice.
fn settlement_marks(books: &Books, line: &MoneyLine, place: &Result<Place, Trouble>) -> Marks {
    let party = place.as_ref().ok().and_then(|place| place.subledger);
    let kind = party
        .and_then(|party| books.parties.get(&party))
        .map(|party| party.kind);
    Marks {
        invoice: match kind {
            Some(PartyKind::Customer) => line.sales_invoice,
            Some(PartyKind::Supplier) => line.purchase_invoice,
            _ => None,
        },
        division: line.division,
        ..Marks::default()
    }
}

/// The side of what is settled, in its own currency.
fn own_side<'a>(
    rule: &MoneyRule,
    index: usize,
    line: &'a MoneyLine,
    place: Result<Place, Trouble>,
    amount: Decimal,
) -> Side<'a> {
    Side {
        line: Some(index),
        place,
        amount: rule.bank_side.other().signed(amount),
        own_amount: None,
        description: &line.description,
    }
}

/// Puts the bank account's side of a line into Suspense: what arrived there is not known.
fn suspend_bank(
    context: &Context<'_>,
    heading: &Heading<'_>,
    index: usize,
    line: &MoneyLine,
    amount: Decimal,
    exchange: Exchange,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let currency = heading.exchange.currency.unwrap_or(Key::NIL);
    let found = context.books.foreign_currency(currency);
    let code = found.map_or_else(|| currency.to_string(), |it| it.code.clone());
    let trouble = Trouble {
        code: codes::RATE_UNKNOWN,
        arguments: vec![("currency", code)],
    };
    let side = own_side(&heading.rule, index, line, Err(trouble), amount);
    let amount = negated(side.amount);
    draft.put(Side { amount, ..side }, exchange)
}
