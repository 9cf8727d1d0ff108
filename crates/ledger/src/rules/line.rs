//! What lines of invoices, notes, receipts and payments share: their account when an item stands
//! for it, their taxes, and the cost of what was sold (SPEC-posting.md, 3.4, 3.8, 4).

use super::DebitOrCredit;
use crate::arithmetic::{TooLarge, product, ratio};
use crate::codes;
use crate::context::Context;
use crate::draft::{Draft, Side};
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, find_place};
use crate::tax::{Split, TaxTerms, split};
use books::documents::Subledgers;
use books::{Books, Key, kinds};
use rust_decimal::Decimal;

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
    let (parts, place) = match split(context.books, line.amount, line.tax)? {
        Ok(parts) => (parts, line.place),
        Err(trouble) => (Split::without_tax(line.amount), Err(trouble)),
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
    draft.put(net, exchange)?;
    for tax in &parts.taxes {
        let place = find_place(context.books, Some(tax.account), &Subledgers::default());
        let mut put = |side: DebitOrCredit| {
            let side = Side {
                line: Some(line.index),
                place: place.clone(),
                amount: side.signed(tax.amount),
                own_amount: None,
                description: line.description,
            };
            draft.put(side, exchange)
        };
        put(line.side)?;
        if parts.is_reverse_charged {
            put(line.side.other())?;
        }
    }
    Ok(Charged {
        net: parts.net,
        total: parts.total()?,
    })
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

/// Posts the cost of what a line sold; `side` is that of Inventory cost.
pub(super) fn post_cost_of_sales(
    context: &Context<'_>,
    index: usize,
    item: Option<Key>,
    quantity: Decimal,
    side: DebitOrCredit,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let stock = item.filter(|item| {
        let found = books.items.get(item);
        found.is_some_and(|it| it.kind == kinds::INVENTORY_ITEM)
    });
    let Some(item) = stock else { return Ok(()) };
    let Some(cost) = context.unit_cost(item, draft.date) else {
        return Ok(());
    };
    let amount = product(&[quantity, cost], books.base_currency.decimals)?;
    let named = Subledgers {
        item: Some(item),
        ..Subledgers::default()
    };
    let inventory = kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT;
    let cost_account = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_PURCHASES;
    let sides = [
        (Ok(Place::plain(cost_account)), side),
        (find_place(books, Some(inventory), &named), side.other()),
    ];
    for (place, side) in sides {
        let side = Side {
            line: Some(index),
            place,
            amount: side.signed(amount),
            own_amount: None,
            description: "",
        };
        draft.put(side, Exchange::BASE)?;
    }
    Ok(())
}
