//! Invoices and notes (SPEC-posting.md, 3): the lines on one side, the party on the other.

use super::line::{Charged, Line, Sold, line_place, post_cost_of_sales, post_line};
use super::{DebitOrCredit, credit_note, debit_note, purchase_invoice, sales_invoice};
use crate::arithmetic::{TooLarge, difference, product, ratio, sum};
use crate::codes;
use crate::context::Context;
use crate::draft::{Draft, Marks, Side};
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, party_place};
use crate::tax::TaxTerms;
use books::documents::{
    Discount, Invoice, InvoiceKind, InvoiceLine, TotalRounding, WithholdingTax,
};
use books::parties::PartyKind;
use books::{Books, Key, kinds};
use rust_decimal::Decimal;

/// What tells the four kinds apart.
pub(super) struct InvoiceRule {
    /// Whom the document is for.
    pub(super) party: PartyKind,
    /// The side of the party; the lines are on the other.
    pub(super) party_side: DebitOrCredit,
    /// Lines with an item post as sales.
    pub(super) is_sale: bool,
}

/// Posts an invoice or note.
pub(crate) fn post_invoice(
    context: &Context<'_>,
    invoice: &Invoice,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let rule = rule_of(invoice.kind);
    let party = find_party(context.books, &rule, invoice);
    let currency = party.as_ref().ok().and_then(|place| place.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, invoice.rate);
    let decimals = context.books.decimals(currency);
    draft.name_unread(&invoice.unread);
    draft.contact = party.as_ref().ok().and_then(|place| place.subledger);
    let moves_stock = context.moves_stock(invoice);
    let (mut net, mut owed) = (Decimal::ZERO, Decimal::ZERO);
    for (index, line) in invoice.lines.iter().enumerate() {
        let amount = line_amount(invoice.discount, line, decimals)?;
        let quantity = line.quantity.unwrap_or(Decimal::ONE);
        let posted = Line {
            index,
            place: line_place(context.books, line.account, &line.subledgers, rule.is_sale),
            amount,
            own_amount: None,
            side: rule.party_side.other(),
            tax: TaxTerms {
                code: line.tax_code,
                is_included: invoice.amounts_include_tax,
                is_sale: rule.is_sale,
                decimals,
            },
            quantity: moves_stock.then_some(quantity),
            invoice: None,
            division: line.division,
            description: &line.description,
        };
        let charged = post_line(context, posted, exchange, draft)?;
        net = sum(net, charged.net)?;
        owed = sum(owed, charged.total)?;
        if rule.is_sale {
            let sold = Sold {
                line: index,
                item: line.subledgers.item,
                quantity,
                moves_stock,
                side: rule.party_side,
            };
            post_cost_of_sales(context, sold, draft)?;
        }
    }
    let charged = Charged { net, total: owed };
    let owed = put_adjustments(&rule, invoice, &party, charged, exchange, draft)?;
    draft.total = Some(owed);
    let marks = Marks {
        invoice: match invoice.kind {
            InvoiceKind::SalesInvoice | InvoiceKind::PurchaseInvoice => Some(invoice.key),
            InvoiceKind::CreditNote | InvoiceKind::DebitNote => invoice.invoice,
        },
        ..Marks::default()
    };
    let side = Side {
        line: None,
        place: party,
        amount: rule.party_side.signed(owed),
        own_amount: None,
        description: "",
    };
    draft.put_balancing_marked(side, marks, exchange)
}

/// Posts what the total is rounded by and what is withheld, and says what the party owes then.
fn put_adjustments(
    rule: &InvoiceRule,
    invoice: &Invoice,
    party: &Result<Place, Trouble>,
    charged: Charged,
    exchange: Exchange,
    draft: &mut Draft<'_>,
) -> Result<Decimal, TooLarge> {
    let decimals = draft.decimals(exchange.currency);
    let mut owed = charged.total;
    if let Some(way) = invoice.rounding {
        let rounding = rounding_amount(way, owed, decimals)?;
        owed = sum(owed, rounding)?;
        put_rounding(rule, rounding, exchange, draft)?;
    }
    if let Some(tax) = invoice.withholding_tax {
        let withheld = withheld_amount(tax, charged.net, decimals)?;
        owed = difference(owed, withheld)?;
        put_withheld(rule, party, withheld, exchange, draft)?;
    }
    Ok(owed)
}

/// The rule of one of the four kinds.
const fn rule_of(kind: InvoiceKind) -> InvoiceRule {
    match kind {
        InvoiceKind::SalesInvoice => sales_invoice::RULE,
        InvoiceKind::PurchaseInvoice => purchase_invoice::RULE,
        InvoiceKind::CreditNote => credit_note::RULE,
        InvoiceKind::DebitNote => debit_note::RULE,
    }
}

/// The foreign currency of the invoice's amounts, which is that of its party.
pub(crate) fn invoice_currency(books: &Books, invoice: &Invoice) -> Option<Key> {
    let party = find_party(books, &rule_of(invoice.kind), invoice);
    party.ok().and_then(|place| place.currency)
}

/// What is withheld from an invoice with this net amount, rounded once.
pub(crate) fn withheld_amount(
    tax: WithholdingTax,
    net: Decimal,
    decimals: u32,
) -> Result<Decimal, TooLarge> {
    match tax {
        WithholdingTax::Rate(rate) => ratio(&[net, rate], Decimal::ONE_HUNDRED, decimals),
        WithholdingTax::Amount(amount) => product(&[amount], decimals),
    }
}

/// What a total is rounded by: the whole units less the total (SPEC-posting.md, 3.7).
pub(crate) fn rounding_amount(
    way: TotalRounding,
    total: Decimal,
    decimals: u32,
) -> Result<Decimal, TooLarge> {
    let whole = match way {
        TotalRounding::Nearest => product(&[total], 0)?,
        TotalRounding::Down => total.trunc(),
    };
    // Rounded again to no effect but that the amount has the decimals of its currency.
    product(&[difference(whole, total)?], decimals)
}

/// What rounding adds to the party's side is income, what it takes off an expense.
fn put_rounding(
    rule: &InvoiceRule,
    rounding: Decimal,
    exchange: Exchange,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let account = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_ROUNDING_EXPENSE;
    let side = Side {
        line: None,
        place: Ok(Place::plain(account)),
        amount: rule.party_side.other().signed(rounding),
        own_amount: None,
        description: "",
    };
    draft.put(side, exchange)
}

/// Where the party's side goes.
fn find_party(books: &Books, rule: &InvoiceRule, invoice: &Invoice) -> Result<Place, Trouble> {
    let from_invoice = || {
        let original = books.invoices.get(&invoice.invoice?)?;
        original.party
    };
    let party = invoice.party.or_else(from_invoice);
    let party = party.ok_or_else(|| Trouble::new(codes::PARTY_MISSING))?;
    party_place(books, rule.party, party)
}

/// Quantity × price less discount, rounded (SPEC-posting.md, 3.3).
pub(crate) fn line_amount(
    discount: Discount,
    line: &InvoiceLine,
    decimals: u32,
) -> Result<Decimal, TooLarge> {
    let quantity = line.quantity.unwrap_or(Decimal::ONE);
    let price = line.unit_price.unwrap_or(Decimal::ZERO);
    match (discount, line.discount_percentage, line.discount_amount) {
        (Discount::Percent, Some(percent), _) => {
            let rest = difference(Decimal::ONE_HUNDRED, percent)?;
            ratio(&[quantity, price, rest], Decimal::ONE_HUNDRED, decimals)
        }
        (Discount::Amount, _, Some(amount)) => {
            let gross = product(&[quantity, price], decimals)?;
            difference(gross, product(&[amount], decimals)?)
        }
        _ => product(&[quantity, price], decimals),
    }
}

/// Withholding tax stands on the party's side, under the party (SPEC-posting.md, 3.6).
fn put_withheld(
    rule: &InvoiceRule,
    party: &Result<Place, Trouble>,
    withheld: Decimal,
    exchange: Exchange,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let subledger = party.as_ref().ok().and_then(|place| place.subledger);
    let account = if rule.is_sale {
        kinds::BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT
    } else {
        kinds::BALANCE_SHEET_WITHHOLDING_TAX_PAYABLE_ACCOUNT
    };
    let side = Side {
        line: None,
        place: Ok(Place {
            subledger,
            ..Place::plain(account)
        }),
        amount: rule.party_side.signed(withheld),
        own_amount: None,
        description: "",
    };
    draft.put(side, exchange)
}
