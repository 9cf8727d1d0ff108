//! The values of one message by field number, keeping a list of those that are not of their type.

use books::Key;
use books::documents::Unread;
use books::settings::DocumentRate;
use jiff::civil::Date;
use manager_file::wire::{Field, Message};
use rust_decimal::Decimal;
use std::cell::{Cell, RefCell};

/// A message whose fields are asked for by number and type. A field of another type counts as
/// absent and is remembered as damaged; a figure, a key or a line whose very bytes are no such
/// thing is remembered as broken, because a document without it would post something wrong.
pub(super) struct Values<'a> {
    message: &'a Message,
    damaged: RefCell<Vec<u32>>,
    is_broken: Cell<bool>,
}

impl<'a> Values<'a> {
    /// The values of `message`.
    pub(super) fn new(message: &'a Message) -> Self {
        Self {
            message,
            damaged: RefCell::new(Vec::new()),
            is_broken: Cell::new(false),
        }
    }

    /// The numbers of the damaged fields that were asked for, each once, in order.
    pub(super) fn damaged(&self) -> Vec<u32> {
        let mut numbers = self.damaged.borrow().clone();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// `unread` with [`Unread::DamagedField`] when a field so far was damaged.
    pub(super) fn with_damage(&self, mut unread: Vec<Unread>) -> Vec<Unread> {
        if !self.damaged.borrow().is_empty() {
            unread.push(Unread::DamagedField);
        }
        unread
    }

    /// Whether a figure, a key or a line that was asked for is broken.
    pub(super) fn is_broken(&self) -> bool {
        self.is_broken.get()
    }

    fn read<T>(&self, number: u32, read: impl FnOnce(&'a Field) -> Option<T>) -> Option<T> {
        let field = self.message.field(number)?;
        let value = read(field);
        if value.is_none() {
            self.damaged.borrow_mut().push(number);
        }
        value
    }

    /// As [`Self::read`], for what consists of bytes with a shape.
    fn read_shaped<T>(&self, number: u32, read: impl FnOnce(&'a Field) -> Option<T>) -> Option<T> {
        let value = self.read(number, read);
        let field = self.message.field(number);
        if value.is_none() && field.is_some_and(|field| field.bytes().is_some()) {
            self.is_broken.set(true);
        }
        value
    }

    /// Text; empty when absent.
    pub(super) fn text(&self, number: u32) -> String {
        let text = self.read(number, |field| field.text().map(str::to_owned));
        text.unwrap_or_default()
    }

    /// A key; the key of nothing counts as absent.
    pub(super) fn key(&self, number: u32) -> Option<Key> {
        let key = self.read_shaped(number, |field| field.guid().map(Key::from_bytes));
        key.filter(|&key| key != Key::NIL)
    }

    /// The key in a field whose type nobody knows; another value is no damage.
    pub(super) fn any_key(&self, number: u32) -> Option<Key> {
        let key = self.message.field(number)?.guid().map(Key::from_bytes);
        key.filter(|&key| key != Key::NIL)
    }

    /// The decimal in a field whose type nobody knows; another value is no damage.
    pub(super) fn any_decimal(&self, number: u32) -> Option<Decimal> {
        let field = self.message.field(number)?;
        // An empty message is a zero amount and a missing key alike.
        field.decimal().filter(|amount| !amount.is_zero())
    }

    /// A decimal.
    pub(super) fn decimal(&self, number: u32) -> Option<Decimal> {
        self.read_shaped(number, Field::decimal)
    }

    /// A whole number.
    pub(super) fn integer(&self, number: u32) -> Option<i64> {
        self.read(number, Field::integer)
    }

    /// Yes or no; absent is no.
    pub(super) fn flag(&self, number: u32) -> bool {
        self.integer(number).is_some_and(|value| value != 0)
    }

    /// A calendar date; the earliest and latest of .NET stand for none.
    pub(super) fn date(&self, number: u32) -> Option<Date> {
        self.read_shaped(number, Field::date)
            .and_then(manager_file::wire::DateValue::date)
    }

    /// The exchange rate in two fields.
    pub(super) fn rate(&self, value: u32, inverse: u32) -> Option<DocumentRate> {
        self.decimal(value).map(|value| DocumentRate {
            value,
            inverse: self.flag(inverse),
        })
    }

    /// Every message under a number, read by `read`. A damaged one is read as an empty message,
    /// so that the lines keep their positions.
    pub(super) fn each<T>(&self, number: u32, read: impl Fn(&Values<'_>) -> T) -> Vec<T> {
        let mut all = Vec::new();
        for field in self.message.all(number) {
            let message = field.message().unwrap_or_else(|_| {
                self.damaged.borrow_mut().push(number);
                self.is_broken.set(true);
                Message::default()
            });
            let values = Values::new(&message);
            all.push(read(&values));
            if !values.damaged.borrow().is_empty() {
                self.damaged.borrow_mut().push(number);
            }
            if values.is_broken() {
                self.is_broken.set(true);
            }
        }
        all
    }
}
