//! One debit or credit as the rules beside this file put it: an amount somewhere, and what belongs
//! to it.

use crate::Posting;
use crate::arithmetic::TooLarge;
use crate::draft::{Draft, Marks, Side};
use crate::exchange::Exchange;
use crate::place::{Place, Trouble};
use books::Key;
use rust_decimal::Decimal;

/// A debit or credit before conversion.
#[derive(Debug, Clone)]
pub(super) struct Part<'a> {
    line: Option<usize>,
    place: Result<Place, Trouble>,
    amount: Decimal,
    description: &'a str,
    marks: Marks,
}

impl<'a> Part<'a> {
    /// An amount somewhere, debit positive, and nothing else.
    pub(super) fn new(place: Result<Place, Trouble>, amount: Decimal) -> Self {
        Self {
            line: None,
            place,
            amount,
            description: "",
            marks: Marks::default(),
        }
    }

    /// The same on a line, from 0, with the line's description.
    pub(super) fn on_line(mut self, line: usize, description: &'a str) -> Self {
        self.line = Some(line);
        self.description = description;
        self
    }

    /// The same on the line, for the division and with the description of a posting.
    pub(super) fn like(mut self, posting: &'a Posting) -> Self {
        self.line = posting.line;
        self.description = &posting.description;
        self.marks.division = posting.division;
        self
    }

    /// The same for a division.
    pub(super) fn for_division(mut self, division: Option<Key>) -> Self {
        self.marks.division = division;
        self
    }

    /// The same with units of what stands under the account, debit positive.
    pub(super) fn with_quantity(mut self, quantity: Option<Decimal>) -> Self {
        self.marks.quantity = quantity;
        self
    }

    /// The same for a sales or purchase invoice.
    pub(super) fn for_invoice(mut self, invoice: Option<Key>) -> Self {
        self.marks.invoice = invoice;
        self
    }

    /// Posts it.
    pub(super) fn put(self, exchange: Exchange, draft: &mut Draft<'_>) -> Result<(), TooLarge> {
        let marks = self.marks;
        draft.put_marked(self.side(), marks, exchange)
    }

    /// Posts it so that it takes whatever the others left.
    pub(super) fn put_balancing(
        self,
        exchange: Exchange,
        draft: &mut Draft<'_>,
    ) -> Result<(), TooLarge> {
        let marks = self.marks;
        draft.put_balancing_marked(self.side(), marks, exchange)
    }

    fn side(self) -> Side<'a> {
        Side {
            line: self.line,
            place: self.place,
            amount: self.amount,
            own_amount: None,
            description: self.description,
        }
    }
}
