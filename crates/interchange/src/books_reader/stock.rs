//! What moves, makes or writes off stock.

use super::values::Values;
use books::documents::{
    InventoryWriteOff, ProductionCost, ProductionOrder, StockLine, StockNote, StockNoteKind,
    Subledgers, Unread,
};
use books::{Books, Object, kinds};

pub(super) fn read_write_off(books: &mut Books, object: &Object, values: &Values<'_>) {
    let mut unread = Vec::new();
    if values.key(6).is_some() {
        unread.push(Unread::Tax);
    }
    let mut gone = InventoryWriteOff {
        key: object.key,
        date: values.date(1),
        reference: values.text(12),
        description: values.text(2),
        lines: values.each(3, read_line),
        allocation: values.key(4),
        subledgers: Subledgers {
            fixed_asset: values.key(9),
            ..Subledgers::default()
        },
        division: values.key(5),
        location: values.key(10),
        unread: Vec::new(),
    };
    gone.unread = values.with_damage(unread);
    books.inventory_write_offs.insert(object.key, gone);
}

pub(super) fn read_production_order(books: &mut Books, object: &Object, values: &Values<'_>) {
    // With the switch off, what is left in the list are leftovers.
    let costs = if values.flag(9) {
        values.each(10, read_cost)
    } else {
        Vec::new()
    };
    let mut order = ProductionOrder {
        key: object.key,
        date: values.date(1),
        reference: values.text(17),
        description: values.text(2),
        components: values.each(3, read_line),
        finished_item: values.key(4),
        quantity: values.decimal(18),
        costs,
        location: values.key(13),
        unread: Vec::new(),
    };
    order.unread = values.with_damage(Vec::new());
    books.production_orders.insert(object.key, order);
}

fn read_cost(values: &Values<'_>) -> ProductionCost {
    ProductionCost {
        account: values.key(1),
        amount: values.decimal(2),
        division: values.key(3),
    }
}

/// Lines of write-offs, production orders and transfers; they have no description.
fn read_line(values: &Values<'_>) -> StockLine {
    StockLine {
        item: values.key(1),
        description: String::new(),
        quantity: values.decimal(3),
    }
}

fn read_note_line(values: &Values<'_>) -> StockLine {
    StockLine {
        description: values.text(2),
        ..read_line(values)
    }
}

pub(super) fn read_note(books: &mut Books, object: &Object, values: &Values<'_>) {
    let (kind, invoice) = match object.content_type {
        kinds::DELIVERY_NOTE => (StockNoteKind::DeliveryNote, values.key(19)),
        _ => (StockNoteKind::GoodsReceipt, values.key(17)),
    };
    let mut note = StockNote {
        key: object.key,
        kind,
        date: values.date(3),
        reference: values.text(1),
        party: values.key(4),
        invoice,
        location: values.key(11),
        lines: values.each(15, read_note_line),
        unread: Vec::new(),
    };
    note.unread = values.with_damage(Vec::new());
    books.stock_notes.insert(object.key, note);
}

pub(super) fn read_transfer(books: &mut Books, object: &Object, values: &Values<'_>) {
    let mut transfer = StockNote {
        key: object.key,
        kind: StockNoteKind::InventoryTransfer,
        date: values.date(2),
        reference: values.text(1),
        lines: values.each(6, read_line),
        ..StockNote::default()
    };
    transfer.unread = values.with_damage(Vec::new());
    books.stock_notes.insert(object.key, transfer);
}
