//! The postings of one document while they are being made: converts, diverts to Suspense, and
//! sees to it that they balance (SPEC-posting.md, 1.2, 5.3 to 5.5).

use crate::arithmetic::{TooLarge, negated, sum};
use crate::codes;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble};
use crate::{Posting, SuspenseReason, TaxShare};
use books::documents::Unread;
use books::{Books, Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// One side of a document, before conversion.
pub(crate) struct Side<'a> {
    /// The line, from 0.
    pub(crate) line: Option<usize>,
    /// Where it goes, or why it cannot.
    pub(crate) place: Result<Place, Trouble>,
    /// The amount in the currency of the exchange; debit positive.
    pub(crate) amount: Decimal,
    /// The amount in the currency of the place, where recorded apart; debit positive.
    pub(crate) own_amount: Option<Decimal>,
    /// The line's description; the document's is used when it is empty.
    pub(crate) description: &'a str,
}

/// What a posting says beside its place and amount (SPEC-posting.md, 13.3).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Marks {
    /// What it has to do with a tax code.
    pub(crate) tax: Option<TaxShare>,
    /// The invoice that an amount under a customer or supplier belongs to.
    pub(crate) invoice: Option<Key>,
    /// Units of the inventory item under the account; debit positive.
    pub(crate) quantity: Option<Decimal>,
    /// The division of the line.
    pub(crate) division: Option<Key>,
}

impl Marks {
    /// Units of an inventory item, and nothing else.
    pub(crate) fn of_quantity(quantity: Decimal) -> Self {
        Self {
            quantity: Some(quantity).filter(|quantity| !quantity.is_zero()),
            ..Self::default()
        }
    }

    /// What of this holds in Suspense too: neither the invoice nor the units reached their place.
    fn in_suspense(self) -> Self {
        Self {
            invoice: None,
            quantity: None,
            ..self
        }
    }
}

/// The postings of one document in the making.
pub(crate) struct Draft<'a> {
    books: &'a Books,
    document: Key,
    kind: Key,
    /// The document's date.
    pub(crate) date: Date,
    description: &'a str,
    /// The customer, supplier or employee of the heading, which every posting carries.
    pub(crate) contact: Option<Key>,
    /// What the document comes to in its currency, for its heading; the sum of its debits in base
    /// currency when the rule does not say.
    pub(crate) total: Option<Decimal>,
    postings: Vec<Posting>,
    reasons: Vec<SuspenseReason>,
    /// The sum of the base amounts so far; zero when balanced.
    balance: Decimal,
    /// A currency without a rate that was met, and an amount in it.
    rate_unknown: Option<(Key, Decimal)>,
}

impl<'a> Draft<'a> {
    /// No postings yet.
    pub(crate) fn new(
        books: &'a Books,
        document: Key,
        kind: Key,
        date: Date,
        description: &'a str,
    ) -> Self {
        Self {
            books,
            document,
            kind,
            date,
            description,
            contact: None,
            total: None,
            postings: Vec::new(),
            reasons: Vec::new(),
            balance: Decimal::ZERO,
            rate_unknown: None,
        }
    }

    /// How many decimals amounts in this currency have.
    pub(crate) fn decimals(&self, currency: Option<Key>) -> u32 {
        self.books.decimals(currency)
    }

    /// Posts one side, converted with `exchange`.
    pub(crate) fn put(&mut self, side: Side<'_>, exchange: Exchange) -> Result<(), TooLarge> {
        self.put_marked(side, Marks::default(), exchange)
    }

    /// Posts one side with its marks. Units move also when they cost nothing.
    pub(crate) fn put_marked(
        &mut self,
        side: Side<'_>,
        marks: Marks,
        exchange: Exchange,
    ) -> Result<(), TooLarge> {
        let is_nothing = side.amount.is_zero()
            && side.own_amount.is_none_or(|amount| amount.is_zero())
            && marks.quantity.is_none_or(|quantity| quantity.is_zero());
        if is_nothing {
            return Ok(());
        }
        let base = exchange.to_base(side.amount, self.books.base_currency.decimals)?;
        self.put_base(side, marks, exchange, base)
    }

    /// Posts the side that takes everything the others left, so that the document balances.
    pub(crate) fn put_balancing(
        &mut self,
        side: Side<'_>,
        exchange: Exchange,
    ) -> Result<(), TooLarge> {
        self.put_balancing_marked(side, Marks::default(), exchange)
    }

    /// As [`Self::put_balancing`], with marks.
    pub(crate) fn put_balancing_marked(
        &mut self,
        side: Side<'_>,
        marks: Marks,
        exchange: Exchange,
    ) -> Result<(), TooLarge> {
        if side.amount.is_zero() && self.balance.is_zero() {
            return Ok(());
        }
        let base = exchange.is_known().then(|| negated(self.balance));
        self.put_base(side, marks, exchange, base)
    }

    fn put_base(
        &mut self,
        side: Side<'_>,
        marks: Marks,
        exchange: Exchange,
        base: Option<Decimal>,
    ) -> Result<(), TooLarge> {
        let foreign = exchange.currency.map(|currency| (currency, side.amount));
        if base.is_none() && self.rate_unknown.is_none() {
            self.rate_unknown = foreign;
        }
        let amount = base.unwrap_or(Decimal::ZERO);
        match side.place {
            Ok(place) if base.is_some() || place.currency == exchange.currency => {
                let own_currency = if place.currency == exchange.currency {
                    foreign
                } else {
                    self.recorded_own_amount(place, side.own_amount, side.line)
                };
                self.push(place, amount, own_currency, marks, &side)
            }
            Ok(place) => {
                self.name_unknown_rate(foreign, side.line);
                if let Some(quantity) = marks.quantity {
                    // How many arrived is known, whatever they are worth.
                    let marks = Marks::of_quantity(quantity);
                    self.push(place, Decimal::ZERO, None, marks, &side)?;
                }
                self.push_suspense(amount, foreign, marks, &side)
            }
            Err(ref trouble) => {
                let arguments = trouble.arguments.clone();
                self.name(trouble.code, arguments, side.line, amount);
                if base.is_none() {
                    self.name_unknown_rate(foreign, side.line);
                }
                let own_currency = foreign.filter(|_| base.is_none());
                self.push_suspense(amount, own_currency, marks, &side)
            }
        }
    }

    /// The own-currency amount where the document states it, else the gap is named.
    fn recorded_own_amount(
        &mut self,
        place: Place,
        own_amount: Option<Decimal>,
        line: Option<usize>,
    ) -> Option<(Key, Decimal)> {
        let currency = place.currency?;
        if own_amount.is_none() {
            let record = place.subledger.unwrap_or(place.account).to_string();
            self.name(
                codes::OWN_AMOUNT_UNKNOWN,
                vec![("record", record)],
                line,
                Decimal::ZERO,
            );
        }
        own_amount.map(|amount| (currency, amount))
    }

    /// Posts what is known in its own currency only, with the other side in Suspense: the rule
    /// for an unknown rate where the document's other side is in another currency.
    pub(crate) fn put_without_rate(
        &mut self,
        side: Side<'_>,
        marks: Marks,
        currency: Key,
    ) -> Result<(), TooLarge> {
        let line = side.line;
        let other = Some((currency, negated(side.amount)));
        self.name_unknown_rate(other, line);
        self.rate_unknown = other;
        match side.place {
            Ok(place) => {
                let own = Some((currency, side.amount));
                self.push(place, Decimal::ZERO, own, marks, &side)?;
                self.push_suspense(Decimal::ZERO, other, Marks::default(), &side)
            }
            Err(trouble) => {
                self.name(trouble.code, trouble.arguments, line, Decimal::ZERO);
                Ok(())
            }
        }
    }

    /// Lets the last posting with an amount take what conversion left over.
    pub(crate) fn absorb_remainder(&mut self) -> Result<(), TooLarge> {
        let found = self.postings.iter_mut().rev();
        if let Some(last) = { found }.find(|posting| !posting.amount.is_zero()) {
            last.amount = sum(last.amount, negated(self.balance))?;
            self.balance = Decimal::ZERO;
        }
        Ok(())
    }

    /// Names what the document asks for and its record does not let us read.
    pub(crate) fn name_unread(&mut self, unread: &[Unread]) {
        for gap in unread {
            let code = match gap {
                Unread::WithholdingTax => codes::WITHHOLDING_TAX_UNREADABLE,
                Unread::Rounding => codes::ROUNDING_UNREADABLE,
                Unread::DiscountOrFixedTotal => codes::DISCOUNT_OR_FIXED_TOTAL_UNREADABLE,
                Unread::Tax => codes::TAX_UNREADABLE,
                Unread::DamagedField => codes::FIELD_DAMAGED,
            };
            self.name(code, Vec::new(), None, Decimal::ZERO);
        }
    }

    /// Names what stopped a line of which not even the amount is known.
    pub(crate) fn name_trouble(&mut self, trouble: &Trouble, line: usize) {
        let arguments = trouble.arguments.clone();
        self.name(trouble.code, arguments, Some(line), Decimal::ZERO);
    }

    /// What was posted so far.
    pub(crate) fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// Names a gap of the whole document that leaves its amounts as they are.
    pub(crate) fn name_gap(&mut self, trouble: &Trouble) {
        self.name(trouble.code, trouble.arguments.clone(), None, Decimal::ZERO);
    }

    /// The postings and reasons, balanced: what is missing went to Suspense.
    pub(crate) fn finish(mut self) -> Result<(Vec<Posting>, Vec<SuspenseReason>), TooLarge> {
        if !self.balance.is_zero() {
            let missing = negated(self.balance);
            self.name(codes::DOCUMENT_UNBALANCED, Vec::new(), None, missing);
            let side = Side {
                line: None,
                place: Ok(Place::plain(kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT)),
                amount: missing,
                own_amount: None,
                description: "",
            };
            self.push_suspense(missing, None, Marks::default(), &side)?;
        }
        let named = |reason: &SuspenseReason| reason.code == codes::RATE_UNKNOWN;
        if self.rate_unknown.is_some() && !self.reasons.iter().any(named) {
            self.name_unknown_rate(self.rate_unknown, None);
        }
        Ok((self.postings, self.reasons))
    }

    fn name_unknown_rate(&mut self, foreign: Option<(Key, Decimal)>, line: Option<usize>) {
        let Some((currency, amount)) = foreign else {
            return;
        };
        let code = self.books.foreign_currency(currency);
        let code = code.map_or_else(|| currency.to_string(), |it| it.code.clone());
        let arguments = vec![("currency", code), ("amount", amount.to_string())];
        self.name(codes::RATE_UNKNOWN, arguments, line, Decimal::ZERO);
    }

    fn name(
        &mut self,
        code: &'static str,
        arguments: Vec<(&'static str, String)>,
        line: Option<usize>,
        amount: Decimal,
    ) {
        self.reasons.push(SuspenseReason {
            document: self.document,
            kind: self.kind,
            date: self.date,
            line,
            code,
            arguments,
            amount,
        });
    }

    fn push_suspense(
        &mut self,
        amount: Decimal,
        own_currency: Option<(Key, Decimal)>,
        marks: Marks,
        side: &Side<'_>,
    ) -> Result<(), TooLarge> {
        let suspense = Place::plain(kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT);
        self.push(suspense, amount, own_currency, marks.in_suspense(), side)
    }

    fn push(
        &mut self,
        place: Place,
        amount: Decimal,
        own_currency: Option<(Key, Decimal)>,
        marks: Marks,
        side: &Side<'_>,
    ) -> Result<(), TooLarge> {
        self.balance = sum(self.balance, amount)?;
        let description = if side.description.is_empty() {
            self.description
        } else {
            side.description
        };
        let is_of_party = |key| self.books.parties.contains_key(&key);
        let invoice = marks
            .invoice
            .filter(|_| place.subledger.is_some_and(is_of_party));
        self.postings.push(Posting {
            date: self.date,
            account: place.account,
            subledger: place.subledger,
            amount,
            own_currency,
            document: self.document,
            document_kind: self.kind,
            line: side.line,
            description: description.to_owned(),
            contact: self.contact,
            invoice,
            tax: marks.tax,
            quantity: marks.quantity.filter(|quantity| !quantity.is_zero()),
            division: marks.division,
        });
        Ok(())
    }
}
