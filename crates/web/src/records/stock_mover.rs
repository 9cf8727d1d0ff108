//! Who moves the units of an invoice, itself or its notes, said on their pages; and what new
//! invoices begin with, so that nobody has to ask (SPEC-posting.md, 16.1; SPEC-manager-records.md,
//! 8.4).

use super::names::Names;
use super::view::titled;
use books::documents::{Invoice, InvoiceKind, StockMover, StockNote, StockNoteKind};
use books::{Books, Key, Object, kinds};
use interchange::{BooksReader, Edit, FieldValue, KindSpec, patch};
use pages::Argument;
use store::{Reader, StoreError};

/// The kinds of invoices, each with the switch by which it moves its own units.
const SWITCHES: [(InvoiceKind, &str); 2] = [
    (InvoiceKind::SalesInvoice, "ActsAsDeliveryNote"),
    (InvoiceKind::PurchaseInvoice, "ActsAsGoodsReceipt"),
];

/// What the page of an invoice or note says of who moves the units: nothing where the invoice does,
/// and no note is concerned.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn sentence(names: &Names<'_>, object: &Object) -> Result<Option<String>, StoreError> {
    let books = typed(object);
    if let Some(note) = books.stock_notes.get(&object.key) {
        let named = named_by(names.reader(), note)?;
        let own = named.filter(|(_, invoice)| invoice.is_own_note());
        return Ok(own.map(|(invoice, _)| of_note(names, note.kind, &invoice, Said::IsPaper)));
    }
    let Some(invoice) = books.invoices.get(&object.key) else {
        return Ok(None);
    };
    if !has_stock(names.reader(), invoice)? {
        return Ok(None);
    }
    let key = match (mover(names.reader(), object, invoice)?, invoice.kind) {
        (StockMover::Notes, InvoiceKind::SalesInvoice) => "stock-sale-notes",
        (StockMover::Nobody, InvoiceKind::SalesInvoice) => "stock-sale-waits",
        (StockMover::Notes, _) => "stock-purchase-notes",
        (StockMover::Nobody, _) => "stock-purchase-waits",
        (StockMover::Switch | StockMover::Invoice, _) => return Ok(None),
    };
    Ok(Some(names.locale.text(key)))
}

/// What the form of a new note says that is made of an invoice: that it will be paper, or that it
/// takes over what the invoice did so far.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn sentence_of_copy(
    names: &Names<'_>,
    content_type: Key,
    copied_from: Option<Key>,
) -> Result<Option<String>, StoreError> {
    let kind = match content_type {
        kinds::DELIVERY_NOTE => StockNoteKind::DeliveryNote,
        kinds::GOODS_RECEIPT => StockNoteKind::GoodsReceipt,
        _ => return Ok(None),
    };
    let note = StockNote {
        kind,
        invoice: copied_from,
        ..StockNote::default()
    };
    let Some((object, invoice)) = named_by(names.reader(), &note)? else {
        return Ok(None);
    };
    let said = match mover(names.reader(), &object, &invoice)? {
        StockMover::Switch => Said::IsPaper,
        StockMover::Invoice => Said::TakesOver,
        StockMover::Notes | StockMover::Nobody => return Ok(None),
    };
    Ok(Some(of_note(names, kind, &object, said)))
}

/// What is said of a note.
#[derive(Clone, Copy)]
enum Said {
    IsPaper,
    TakesOver,
}

fn of_note(names: &Names<'_>, kind: StockNoteKind, invoice: &Object, said: Said) -> String {
    let key = match (said, kind) {
        (Said::IsPaper, StockNoteKind::DeliveryNote) => "stock-delivery-paper",
        (Said::IsPaper, _) => "stock-receipt-paper",
        (Said::TakesOver, StockNoteKind::DeliveryNote) => "stock-delivery-takes-over",
        (Said::TakesOver, _) => "stock-receipt-takes-over",
    };
    let invoice = titled(names, invoice);
    let argument = [("invoice", Argument::Text(&invoice))];
    names.locale.text_with(key, &argument)
}

/// The content that a new invoice begins with, with its switch on unless a form default says
/// otherwise where there are notes. Of other kinds, what is given.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn begun(
    reader: &dyn Reader,
    spec: &KindSpec,
    is_of_default: bool,
    content: Vec<u8>,
) -> Result<Vec<u8>, StoreError> {
    let Some((kind, switch)) = switch_of(spec) else {
        return Ok(content);
    };
    if is_of_default
        && let Some(notes) = StockNoteKind::of_invoices(kind)
        && has_records(reader, notes.key())?
    {
        return Ok(content);
    }
    Ok(switched(spec, switch, content))
}

/// The content of an invoice that is made as a copy of another: its switch is on where the other
/// moves its own units. Of other kinds, what is given.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn copied(
    reader: &dyn Reader,
    spec: &KindSpec,
    source: &Object,
    content: Vec<u8>,
) -> Result<Vec<u8>, StoreError> {
    let books = typed(source);
    let (Some((_, switch)), Some(invoice)) = (switch_of(spec), books.invoices.get(&source.key))
    else {
        return Ok(content);
    };
    Ok(if mover(reader, source, invoice)?.is_invoice() {
        switched(spec, switch, content)
    } else {
        content
    })
}

/// Whether there are records of a kind beside its form default.
fn has_records(reader: &dyn Reader, kind: Key) -> Result<bool, StoreError> {
    let counts = reader.object_counts()?;
    let count = counts.iter().find(|(found, _)| *found == kind);
    let defaults = u64::from(reader.object(kind)?.is_some());
    Ok(count.is_some_and(|(_, count)| *count > defaults))
}

fn switch_of(spec: &KindSpec) -> Option<(InvoiceKind, &'static str)> {
    let mut all = SWITCHES.into_iter();
    all.find(|(kind, _)| kind.key() == spec.content_type)
}

fn switched(spec: &KindSpec, switch: &str, content: Vec<u8>) -> Vec<u8> {
    let Some(field) = spec.field_by_name(switch) else {
        return content;
    };
    let edit = Edit::Set(field.number, Some(FieldValue::Flag(true)));
    patch(spec.content_type, &content, &[edit]).unwrap_or(content)
}

fn mover(
    reader: &dyn Reader,
    object: &Object,
    invoice: &Invoice,
) -> Result<StockMover, StoreError> {
    let noted = figures::noted_stock(reader, std::slice::from_ref(object))?;
    Ok(noted.mover_of(invoice))
}

/// The invoice that a note names, of the kind that goes with it.
fn named_by(
    reader: &dyn Reader,
    note: &StockNote,
) -> Result<Option<(Object, Invoice)>, StoreError> {
    let (Some(key), Some(kind)) = (note.invoice, note.kind.invoices()) else {
        return Ok(None);
    };
    let object = reader.object(key)?;
    let object = object.filter(|it| it.content_type == kind.key());
    Ok(object.and_then(|object| {
        let invoice = typed(&object).invoices.remove(&object.key)?;
        Some((object, invoice))
    }))
}

/// Whether something on the invoice is kept in stock.
fn has_stock(reader: &dyn Reader, invoice: &Invoice) -> Result<bool, StoreError> {
    for item in invoice.lines.iter().filter_map(|it| it.subledgers.item) {
        let kind = reader.object(item)?.map(|it| it.content_type);
        if kind.is_some_and(|it| [kinds::INVENTORY_ITEM, kinds::INVENTORY_KIT].contains(&it)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What one record says; nothing where it is a form default or damaged.
fn typed(object: &Object) -> Books {
    let mut reader = BooksReader::new();
    reader.add(object);
    reader.finish().0
}
