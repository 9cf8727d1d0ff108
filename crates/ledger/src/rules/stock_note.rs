//! Delivery notes, goods receipts and inventory transfers (SPEC-posting.md, 26): units, no money.

use super::stock::{stock_part, units_of};
use crate::arithmetic::{TooLarge, negated};
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use books::documents::{StockNote, StockNoteKind};
use rust_decimal::Decimal;

/// Posts what moved. A transfer leaves as many units in the business as there were.
pub(crate) fn post_stock_note(
    context: &Context<'_>,
    note: &StockNote,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    draft.name_unread(&note.unread);
    let parties = &context.books.parties;
    draft.contact = note.party.filter(|party| parties.contains_key(party));
    let is_paper = !context.note_moves_stock(note);
    for (index, line) in note.lines.iter().enumerate() {
        let all = match units_of(context.books, line)? {
            Ok(all) => all,
            Err(trouble) => {
                draft.name_trouble(&trouble, index);
                continue;
            }
        };
        // What its invoice moves itself, it does not move again (SPEC-posting.md, 16.1).
        for (item, quantity) in all.into_iter().filter(|_| !is_paper) {
            let quantity = match note.kind {
                StockNoteKind::DeliveryNote => negated(quantity),
                StockNoteKind::GoodsReceipt => quantity,
                StockNoteKind::InventoryTransfer => continue,
            };
            stock_part(context.books, Some(item), Decimal::ZERO, quantity)
                .on_line(index, &line.description)
                .put(Exchange::BASE, draft)?;
        }
    }
    Ok(())
}
