//! What settles what, invoice by invoice (SPEC-posting.md, 15.12).

use super::Session;
use super::settled::{self, number_of};
use crate::session::Writing;
use crate::values::{Day, Id};
use books::Key;
use jiff::civil::Date;
use ledger::{InvoiceStanding, Owed};
use std::collections::BTreeSet;
use store::{Standings, StoreError};

/// Whether an earlier invoice is there of which something is owed, and whether a prepayment or
/// credit that no invoice has taken. The first condition on what is open is the one of the index.
const OWED_AND_LEFT: &str = "
    SELECT EXISTS (
        SELECT FROM posted_settled
        WHERE business = $1 AND owed = $2 AND contact = $3 AND (open <> 0 OR open_base <> 0)
            AND open > 0 AND date < $4),
    EXISTS (
        SELECT FROM posted_unallocated
        WHERE business = $1 AND owed = $2 AND contact = $3 AND amount < 0)";

/// An invoice of a day or later but these: each has a posting of its own under the contact.
const ANOTHER_FROM: &str = "
    SELECT document FROM postings
    WHERE business = $1 AND subledger = $2 AND date >= $3 AND invoice = document
        AND NOT document = ANY ($4)
    LIMIT 1";

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
        let what = "read what is open";
        let row = self.first(
            what,
            OWED_AND_LEFT,
            &[self.number(), &number_of(owed), &Id(contact), &Day(day)],
        )?;
        let (is_owed, is_left) = row.map_or((false, true), |row| (row.get(0), row.get(1)));
        if is_owed || is_left {
            return Ok(is_owed);
        }
        let except: Vec<Id> = except.iter().copied().map(Id).collect();
        let another = self.first(
            what,
            ANOTHER_FROM,
            &[self.number(), &Id(contact), &Day(day), &except],
        )?;
        Ok(another.is_none())
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
