//! What lines of invoices, notes, receipts and payments share: their account when an item stands
//! for it, their taxes, and the cost of what was sold (SPEC-posting.md, 3.4, 3.8, 4).

use super::DebitOrCredit;
use crate::arithmetic::{TooLarge, product, ratio};
use crate::codes;
use crate::context::Context;
use crate::draft::{Draft, Marks, Side};
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, find_place};
use crate::tax::{Split, TaxTerms, split};
use crate::{TaxRole, TaxShare};
use books::documents::Subledgers;
use books::{Books, Key, kinds};
use rust_decimal::Decimal;

/// How many decimals the number of units in a kit is rounded to.
const QUANTITY_DECIMALS: u32 = 8;

/// A line whose amount and account are worked out.
pub(super) struct Line<'a> {
    /// Its position, from 0.
    pub(super) index: usize,
    /// Where its net amount goes.
    pub(super) place: Result<Place, Trouble>,
    /// The amount in the document's currency.
    pub(super) amount: Decimal,
    /// The amount in the currency of the place, where it is recorded apart.
    pub(super) own_amount: Option<Decimal>,
    /// Whether the line is debited or credited.
    pub(super) side: DebitOrCredit,
    /// Its tax.
    pub(super) tax: TaxTerms,
    /// How many of the item, where the line moves stock; unsigned by side.
    pub(super) quantity: Option<Decimal>,
    /// The invoice that an amount under a customer or supplier belongs to.
    pub(super) invoice: Option<Key>,
    /// Its division.
    pub(super) division: Option<Key>,
    /// Its description.
    pub(super) description: &'a str,
}

/// What a line comes to, unsigned by side.
pub(super) struct Charged {
    /// Without tax.
    pub(super) net: Decimal,
    /// What the other party pays.
    pub(super) total: Decimal,
}

/// Posts the net amount and the taxes of a line.
pub(super) fn post_line(
    context: &Context<'_>,
    line: Line<'_>,
    exchange: Exchange,
    draft: &mut Draft<'_>,
) -> Result<Charged, TooLarge> {
    let (parts, place, code) = match split(context.books, line.amount, line.tax)? {
        Ok(parts) => (parts, line.place, line.tax.code),
        Err(trouble) => (Split::without_tax(line.amount), Err(trouble), None),
    };
    let marks = |role| Marks {
        tax: code.map(|code| TaxShare {
            code,
            role,
            is_sale: line.tax.is_sale,
        }),
        division: line.division,
        ..Marks::default()
    };
    let own_amount = match line.own_amount {
        Some(own) if parts.net != line.amount && !line.amount.is_zero() => {
            let currency = place.as_ref().ok().and_then(|place| place.currency);
            let decimals = context.books.decimals(currency);
            Some(ratio(&[own, parts.net], line.amount, decimals)?)
        }
        own => own,
    };
    let net = Side {
        line: Some(line.index),
        place,
        amount: line.side.signed(parts.net),
        own_amount: own_amount.map(|own| line.side.signed(own)),
        description: line.description,
    };
    let net_marks = Marks {
        invoice: line.invoice,
        quantity: stock_quantity(context.books, &net.place, line.quantity, line.side),
        ..marks(TaxRole::Net)
    };
    draft.put_marked(net, net_marks, exchange)?;
    for tax in &parts.taxes {
        let place = find_place(context.books, Some(tax.account), &Subledgers::default());
        let component = u8::try_from(tax.component).map_err(|_| TooLarge)?;
        let mut put = |side: DebitOrCredit, role: TaxRole| {
            let side = Side {
                line: Some(line.index),
                place: place.clone(),
                amount: side.signed(tax.amount),
                own_amount: None,
                description: line.description,
            };
            draft.put_marked(side, marks(role), exchange)
        };
        put(line.side, TaxRole::Tax(component))?;
        if parts.is_reverse_charged {
            put(line.side.other(), TaxRole::ReverseCharge(component))?;
        }
    }
    Ok(Charged {
        net: parts.net,
        total: parts.total()?,
    })
}

/// The units that a posting under an inventory item or investment moves, with the sign of its
/// side.
pub(super) fn stock_quantity(
    books: &Books,
    place: &Result<Place, Trouble>,
    quantity: Option<Decimal>,
    side: DebitOrCredit,
) -> Option<Decimal> {
    let item = place.as_ref().ok()?.subledger?;
    (books.items.contains_key(&item) || is_investment(books, item)).then_some(())?;
    quantity.map(|quantity| side.signed(quantity))
}

/// Whether a record is an investment.
pub(super) fn is_investment(books: &Books, key: Key) -> bool {
    let holding = books.holdings.get(&key);
    holding.is_some_and(|holding| holding.kind == kinds::INVESTMENT)
}

/// The place of a line: the account it names, else what its item implies.
pub(super) fn line_place(
    books: &Books,
    account: Option<Key>,
    named: &Subledgers,
    is_sale: bool,
) -> Result<Place, Trouble> {
    let (None, Some(item)) = (account, named.item) else {
        return find_place(books, account, named);
    };
    let found = books.items.get(&item);
    let found = found.ok_or_else(|| Trouble::with_record(codes::ITEM_UNKNOWN, item))?;
    let has_stock = found.kind == kinds::INVENTORY_ITEM || found.kind == kinds::INVENTORY_KIT;
    let implied = match (found.sales_account, found.purchases_account) {
        (Some(account), _) if is_sale => account,
        (_, Some(account)) if !is_sale => account,
        _ if !has_stock => {
            return Err(Trouble::with_record(codes::ITEM_ACCOUNT_UNKNOWN, item));
        }
        _ if is_sale => kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_SALES,
        _ => kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
    };
    if found.kind == kinds::INVENTORY_KIT {
        // A kit is no stock of its own: nothing stands under Inventory on hand.
        return find_place(books, Some(implied), &Subledgers::default());
    }
    find_place(books, Some(implied), named)
}

/// The inventory items that a line with `item` takes from stock, each with how many: the item
/// itself, or what is in the kit.
pub(super) fn stock_of_line(
    books: &Books,
    item: Option<Key>,
    quantity: Decimal,
) -> Result<Vec<(Key, Decimal)>, TooLarge> {
    let Some(found) = item.and_then(|item| books.items.get(&item)) else {
        return Ok(Vec::new());
    };
    let is_stock = |key: Key| {
        let item = books.items.get(&key);
        item.is_some_and(|item| item.kind == kinds::INVENTORY_ITEM)
    };
    if found.kind != kinds::INVENTORY_KIT {
        let own = is_stock(found.key).then_some((found.key, quantity));
        return Ok(own.into_iter().collect());
    }
    let components = found.components.iter().filter(|part| is_stock(part.item));
    components
        .map(|part| {
            Ok((
                part.item,
                product(&[quantity, part.quantity], QUANTITY_DECIMALS)?,
            ))
        })
        .collect()
}

/// What a line sold, or took back.
pub(super) struct Sold {
    /// The line, from 0.
    pub(super) line: usize,
    /// The item or kit.
    pub(super) item: Option<Key>,
    /// How many.
    pub(super) quantity: Decimal,
    /// Whether they leave or reach the stock with this document.
    pub(super) moves_stock: bool,
    /// The side of Inventory cost.
    pub(super) side: DebitOrCredit,
}

/// Posts the cost of what a line sold. Units move also when no cost is known (SPEC-posting.md,
/// 3.8).
pub(super) fn post_cost_of_sales(
    context: &Context<'_>,
    sold: Sold,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let decimals = books.base_currency.decimals;
    let side = sold.side;
    for (item, quantity) in stock_of_line(books, sold.item, sold.quantity)? {
        let cost = context.unit_cost(item, draft.date).unwrap_or(Decimal::ZERO);
        let amount = product(&[quantity, cost], decimals)?;
        let named = Subledgers {
            item: Some(item),
            ..Subledgers::default()
        };
        let cost_account = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_PURCHASES;
        let inventory = kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT;
        let moved = if sold.moves_stock {
            quantity
        } else {
            Decimal::ZERO
        };
        let out = Marks::of_quantity(side.other().signed(moved));
        let sides = [
            (Ok(Place::plain(cost_account)), side, Marks::default()),
            (
                find_place(books, Some(inventory), &named),
                side.other(),
                out,
            ),
        ];
        for (place, side, marks) in sides {
            let side = Side {
                line: Some(sold.line),
                place,
                amount: side.signed(amount),
                own_amount: None,
                description: "",
            };
            draft.put_marked(side, marks, Exchange::BASE)?;
        }
    }
    Ok(())
}
