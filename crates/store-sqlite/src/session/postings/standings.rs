//! What settles what, invoice by invoice (SPEC-posting.md, 15.12).

use super::settled::{self, number_of};
use super::values::Day;
use crate::session::{Session, Writing, key_at};
use books::Key;
use jiff::civil::Date;
use ledger::{InvoiceStanding, Owed};
use rusqlite::params;
use std::collections::BTreeSet;
use store::{Standings, StoreError};

/// An earlier invoice of which something is owed. The index knows the few that are open; left to
/// itself, SQLite takes the table, where every invoice ever paid stands too.
const OWED_BEFORE: &str = "
    SELECT 1 FROM PostedSettled INDEXED BY PostedSettledThatIsOpen
    WHERE Owed = ? AND Contact = ? AND IsOpen AND Date < ? AND CAST(Open AS REAL) > 0";

/// A prepayment or credit that no invoice has taken.
const CREDIT_LEFT: &str = "
    SELECT 1 FROM PostedUnallocated
    WHERE Owed = ? AND Contact = ? AND CAST(Amount AS REAL) < 0";

/// The invoices of a day and later: each has a posting of its own under the contact.
const INVOICES_FROM: &str = "
    SELECT k.Key FROM Postings p JOIN PostedKeys k ON k.Number = p.Document
    WHERE p.Subledger = ? AND p.Date >= ? AND p.Invoice = p.Document";

impl<H: Writing> Standings for Session<H> {
    fn kept(
        &self,
        owed: Owed,
        contact: Key,
        invoice: Key,
    ) -> Result<Option<InvoiceStanding>, StoreError> {
        settled::read_one(self, owed, contact, invoice)
    }

    fn no_credit_reaches(
        &self,
        owed: Owed,
        contact: Key,
        day: Date,
        except: &BTreeSet<Key>,
    ) -> Result<bool, StoreError> {
        let fault = self.place().fault("read what is open");
        let Some(number) = self.0.posted().numbers.find(self, contact)? else {
            return Ok(false);
        };
        let place = params![number_of(owed), number];
        let is_owed = self
            .statement(OWED_BEFORE)?
            .exists(params![number_of(owed), number, Day(day)])
            .map_err(&fault)?;
        if is_owed {
            return Ok(true);
        }
        if self.statement(CREDIT_LEFT)?.exists(place).map_err(&fault)? {
            return Ok(false);
        }
        let mut statement = self.statement(INVOICES_FROM)?;
        let mut rows = statement.query(params![number, Day(day)]).map_err(&fault)?;
        while let Some(row) = rows.next().map_err(&fault)? {
            if !except.contains(&key_at(row, 0).map_err(&fault)?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn replace(
        &mut self,
        owed: Owed,
        contact: Key,
        kept: Option<&InvoiceStanding>,
        now: Option<&InvoiceStanding>,
    ) -> Result<(), StoreError> {
        self.0
            .failure()
            .guard(|| settled::replace(self, owed, contact, (kept, now)))
    }
}
