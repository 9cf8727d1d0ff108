//! Keeping what follows from a document, and the sums by month.

use super::listed::ListSumChanges;
use super::numbers::Numbers;
use super::values::{Day, Exact, month_of};
use super::{costs, listed, reasons, settled};
use crate::connection::{CACHE_KIB, CACHE_KIB_ANEW, set_cache};
use crate::schema::postings::{drop_indexes, make_all_indexes};
use crate::session::{Session, Writing};
use books::Key;
use ledger::{Allocations, DocumentHead, Owed, Posting, number_at_end};
use rusqlite::{CachedStatement, params};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::rows::posted::role_number;
use store::{KeptCosts, PostedDocument, PostedMark, PostingWriter, Standings, StoreError};

/// What a unit of work remembers until its sums are written.
#[derive(Debug, Default)]
pub struct PostedState {
    /// The numbers of keys.
    pub numbers: Numbers,
    sums: RefCell<HashMap<SumKey, SumChange>>,
    /// What is to be added to the sums below lists.
    pub(super) list_sums: RefCell<ListSumChanges>,
    /// The documents that were kept since everything was let go of; absent when that was not done
    /// in this unit of work.
    kept_anew: RefCell<Option<HashSet<i64>>>,
}

/// A posting; prepared once for all of a document.
const KEEP_POSTING: &str = "
    INSERT INTO Postings (Document, Position, Date, Account, Subledger, Amount, Currency,
        OwnAmount, Line, Description, Contact, Invoice, TaxCode, TaxRole, Quantity, Division)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// In place of a month: the sum of all of them.
const OF_ALL_TIME: i64 = 0;

/// Account, what stands under it, currency (0 for none), month.
type SumKey = (i64, i64, i64, i64);

/// What is to be added to a sum.
#[derive(Debug, Default)]
struct SumChange {
    count: i64,
    amount: Decimal,
    own_amount: Decimal,
    quantity: Decimal,
}

impl PostedState {
    fn add(&self, key: SumKey, sign: Decimal, (amount, own, quantity): Amounts) {
        let change = SumChange {
            count: if sign.is_sign_negative() { -1 } else { 1 },
            amount: sign * amount,
            own_amount: sign * own,
            quantity: sign * quantity,
        };
        self.sums.borrow_mut().entry(key).or_default().add(&change);
    }

    /// The changes of the sums by month with those of all time, in the order of their rows.
    fn take_sums(&self) -> BTreeMap<SumKey, SumChange> {
        let mut all: BTreeMap<SumKey, SumChange> = self.sums.take().into_iter().collect();
        let mut of_all_time: BTreeMap<SumKey, SumChange> = BTreeMap::new();
        for (&(account, subledger, currency, _), change) in &all {
            let key = (account, subledger, currency, OF_ALL_TIME);
            of_all_time.entry(key).or_default().add(change);
        }
        all.append(&mut of_all_time);
        all
    }
}

impl SumChange {
    fn add(&mut self, other: &Self) {
        self.count += other.count;
        // Bounded as SPEC-posting.md, 1.5 says: no sum of postings saturates.
        self.amount = self.amount.saturating_add(other.amount);
        self.own_amount = self.own_amount.saturating_add(other.own_amount);
        self.quantity = self.quantity.saturating_add(other.quantity);
    }
}

/// Amount, amount in the own currency, quantity.
type Amounts = (Decimal, Decimal, Decimal);

impl<H: Writing> PostingWriter for Session<H> {
    fn put_posted(&mut self, document: Key, posted: &PostedDocument) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            let number = self.0.posted().numbers.give(self, document)?;
            let mut kept_anew = self.0.posted().kept_anew.borrow_mut();
            if !kept_anew.as_mut().is_some_and(|kept| kept.insert(number)) {
                self.forget(number)?;
            }
            self.keep(number, posted)
        })
    }

    fn put_settled(
        &mut self,
        owed: Owed,
        contact: Key,
        settled: &Allocations,
    ) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            let is_anew = self.0.posted().kept_anew.borrow().is_some();
            settled::keep(self, owed, contact, settled, is_anew)
        })
    }

    fn standings(&mut self) -> Option<&mut dyn Standings> {
        Some(self)
    }

    fn put_kept_costs(
        &mut self,
        items: &BTreeSet<Key>,
        kept: &KeptCosts,
    ) -> Result<(), StoreError> {
        self.0.failure().guard(|| costs::keep(self, items, kept))
    }

    fn clear_posted(&mut self) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            self.0.posted().numbers.forget();
            self.0.posted().sums.borrow_mut().clear();
            self.0.posted().list_sums.borrow_mut().clear();
            *self.0.posted().kept_anew.borrow_mut() = Some(HashSet::new());
            set_cache(self.connection(), CACHE_KIB_ANEW)
                .and_then(|()| drop_indexes(self.connection()))
                .map_err(self.place().fault("let go of the kept postings"))?;
            self.connection()
                .execute_batch(
                    "DELETE FROM PostedMark; DELETE FROM PostingSums; DELETE FROM Postings;
                     DELETE FROM PostedReasons; DELETE FROM PostedNames;
                     DELETE FROM PostedCosts; DELETE FROM PostedItems;
                     DELETE FROM PostedSettled; DELETE FROM PostedUnallocated;
                     DELETE FROM PostedListSums;
                     DELETE FROM PostedDocuments; DELETE FROM PostedKeys;",
                )
                .map_err(self.place().fault("let go of the kept postings"))
        })
    }

    fn set_posted_mark(&mut self, mark: &PostedMark) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            self.write_sums()?;
            listed::write_sums(self)?;
            if self.0.posted().kept_anew.take().is_some() {
                self.0.posted().numbers.is_shared_again();
                // What is remembered is also how much is sorted at once.
                set_cache(self.connection(), CACHE_KIB)
                    .and_then(|()| make_all_indexes(self.connection()))
                    .map_err(self.place().fault("index the kept postings"))?;
            }
            self.statement(
                "INSERT OR REPLACE INTO PostedMark (Number, Sequence, Rules, Earliest)
                 VALUES (1, ?, ?, ?)",
            )?
            .execute(params![
                crate::session::to_signed(mark.sequence),
                mark.rules,
                mark.earliest.map(Day),
            ])
            .map_err(self.place().fault("mark the kept postings"))?;
            Ok(())
        })
    }
}

impl<H: Writing> Session<H> {
    /// Lets go of what is kept of a document.
    fn forget(&self, document: i64) -> Result<(), StoreError> {
        let fault = self.place().fault("let go of the postings of a document");
        {
            let mut statement = self.statement(
                "SELECT Account, Subledger, Currency, Date, Amount, OwnAmount, Quantity
                 FROM Postings WHERE Document = ?",
            )?;
            let mut rows = statement.query([document]).map_err(&fault)?;
            while let Some(row) = rows.next().map_err(&fault)? {
                let (key, amounts) = sum_of_row(row).map_err(&fault)?;
                self.0.posted().add(key, Decimal::NEGATIVE_ONE, amounts);
            }
        }
        listed::forget_head(self, document)?;
        for sql in [
            "DELETE FROM Postings WHERE Document = ?",
            "DELETE FROM PostedReasons WHERE Document = ?",
            "DELETE FROM PostedNames WHERE Document = ?",
            "DELETE FROM PostedDocuments WHERE Document = ?",
        ] {
            self.statement(sql)?.execute([document]).map_err(&fault)?;
        }
        Ok(())
    }

    fn keep(&self, document: i64, posted: &PostedDocument) -> Result<(), StoreError> {
        let Some(kind) = posted.kind() else {
            return Ok(());
        };
        let heading = self.keep_head(document, kind, posted.head.as_ref())?;
        if !posted.postings.is_empty() {
            let mut statement = self.statement(KEEP_POSTING)?;
            for (position, posting) in (0_i64..).zip(&posted.postings) {
                self.keep_posting(&mut statement, (document, position), posting, heading)?;
            }
        }
        reasons::keep(self, document, posted)?;
        let mut statement =
            self.statement("INSERT OR IGNORE INTO PostedNames (Named, Document) VALUES (?, ?)")?;
        for &named in &posted.names {
            let named = self.0.posted().numbers.give(self, named)?;
            statement
                .execute([named, document])
                .map_err(self.place().fault("keep what a document names"))?;
        }
        Ok(())
    }

    /// Keeps the heading; gives back its description.
    fn keep_head<'p>(
        &self,
        document: i64,
        kind: Key,
        head: Option<&'p DocumentHead>,
    ) -> Result<&'p str, StoreError> {
        let numbers = &self.0.posted().numbers;
        let key_of = |part: fn(&DocumentHead) -> Option<Key>| {
            numbers.give_optional(self, head.and_then(part))
        };
        let text_of = |part: fn(&DocumentHead) -> &String| head.map_or("", |head| part(head));
        let description = text_of(|head| &head.description);
        self.statement(
            "INSERT INTO PostedDocuments (Document, HasHead, Kind, Date, DueDate, Reference,
                Contact, BankAccount, Description, Currency, Total, Number)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            document,
            head.is_some(),
            numbers.give(self, kind)?,
            head.and_then(|head| head.date).map(Day),
            head.and_then(|head| head.due_date).map(Day),
            text_of(|head| &head.reference),
            key_of(|head| head.contact)?,
            key_of(|head| head.bank_account)?,
            description,
            key_of(|head| head.currency)?,
            head.and_then(|head| head.total).map(Exact),
            head.and_then(|head| number_at_end(&head.reference)),
        ])
        .map_err(self.place().fault("keep the heading of a document"))?;
        if let Some(head) = head {
            listed::count_head(self, head);
        }
        Ok(head.map_or("", |head| head.description.as_str()))
    }

    fn keep_posting(
        &self,
        statement: &mut CachedStatement<'_>,
        (document, position): (i64, i64),
        posting: &Posting,
        heading: &str,
    ) -> Result<(), StoreError> {
        let numbers = &self.0.posted().numbers;
        let account = numbers.give(self, posting.account)?;
        let subledger = numbers.give_optional(self, posting.subledger)?;
        let own = posting.own_currency;
        let currency = numbers.give_optional(self, own.map(|(currency, _)| currency))?;
        let own_amount = own.map(|(_, amount)| amount);
        let description = Some(&posting.description).filter(|text| *text != heading);
        let row = params![
            document,
            position,
            Day(posting.date),
            account,
            subledger,
            Exact(posting.amount),
            currency,
            own_amount.map(Exact),
            posting.line.and_then(|line| i64::try_from(line).ok()),
            description,
            numbers.give_optional(self, posting.contact)?,
            numbers.give_optional(self, posting.invoice)?,
            numbers.give_optional(self, posting.tax.map(|tax| tax.code))?,
            posting.tax.map(|tax| role_number(tax.role, tax.is_sale)),
            posting.quantity.map(Exact),
            numbers.give_optional(self, posting.division)?,
        ];
        statement
            .execute(row)
            .map_err(self.place().fault("keep a posting"))?;
        let key = (
            account,
            subledger.unwrap_or(0),
            currency.unwrap_or(0),
            month_of(posting.date),
        );
        let amounts = (
            posting.amount,
            own_amount.unwrap_or_default(),
            posting.quantity.unwrap_or_default(),
        );
        self.0.posted().add(key, Decimal::ONE, amounts);
        Ok(())
    }

    /// Adds what changed to the sums by month; a sum of no postings goes.
    fn write_sums(&self) -> Result<(), StoreError> {
        let fault = self.place().fault("keep the sums of postings");
        let is_anew = self.0.posted().kept_anew.borrow().is_some();
        for ((account, subledger, currency, month), change) in self.0.posted().take_sums() {
            let place = params![account, subledger, currency, month];
            let before = match is_anew {
                true => SumChange::default(),
                false => self.sum_before(place)?,
            };
            let count = before.count + change.count;
            if count == 0 {
                self.statement(
                    "DELETE FROM PostingSums
                     WHERE Account = ? AND Subledger = ? AND Currency = ? AND Month = ?",
                )?
                .execute(place)
                .map_err(&fault)?;
                continue;
            }
            self.statement(
                "INSERT OR REPLACE INTO PostingSums (Account, Subledger, Currency, Month,
                    PostingsCount, Amount, OwnAmount, Quantity) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                account,
                subledger,
                currency,
                month,
                count,
                Exact(before.amount.saturating_add(change.amount)),
                Exact(before.own_amount.saturating_add(change.own_amount)),
                Exact(before.quantity.saturating_add(change.quantity)),
            ])
            .map_err(&fault)?;
        }
        Ok(())
    }

    /// A sum as it is kept so far; nothing of each where there is none.
    fn sum_before(&self, place: &[&dyn rusqlite::ToSql]) -> Result<SumChange, StoreError> {
        let mut statement = self.statement(
            "SELECT PostingsCount, Amount, OwnAmount, Quantity FROM PostingSums
             WHERE Account = ? AND Subledger = ? AND Currency = ? AND Month = ?",
        )?;
        let mut found = statement
            .query_map(place, |row| {
                Ok(SumChange {
                    count: row.get(0)?,
                    amount: row.get::<_, Exact>(1)?.0,
                    own_amount: row.get::<_, Exact>(2)?.0,
                    quantity: row.get::<_, Exact>(3)?.0,
                })
            })
            .map_err(self.place().fault("read a sum of postings"))?;
        let sum = found.next().transpose();
        sum.map(Option::unwrap_or_default)
            .map_err(self.place().fault("read a sum of postings"))
    }
}

/// Where the row of a posting counts among the sums, and with what.
fn sum_of_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<(SumKey, Amounts)> {
    let amount_at = |column| {
        row.get::<_, Option<Exact>>(column)
            .map(|exact| exact.map_or(Decimal::ZERO, |exact| exact.0))
    };
    let key = (
        row.get(0)?,
        row.get::<_, Option<i64>>(1)?.unwrap_or(0),
        row.get::<_, Option<i64>>(2)?.unwrap_or(0),
        month_of(row.get::<_, Day>(3)?.0),
    );
    Ok((key, (amount_at(4)?, amount_at(5)?, amount_at(6)?)))
}
