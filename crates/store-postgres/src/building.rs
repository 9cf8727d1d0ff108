//! A business in the making: rows of one transaction that nobody else sees until it commits.

use crate::lease::Lease;
use crate::place::Place;
use crate::postgres_store::place_of;
use crate::session::{
    Growth, Holder, Session, Writing, carried, entry_row, lookups, objects, profile,
};
use books::{Key, Object};
use history::Entry;
use std::collections::HashMap;
use store::rows::{Failure, IMAGES, key_column};
use store::{CarriedTable, Cell, NewBusiness, Profile, StoreError};

/// The transaction, and what is known of the rows taken over so far.
pub struct Building {
    lease: Lease,
    place: Place,
    failure: Failure,
    growth: Growth,
    tables: HashMap<String, Rows>,
}

/// Where the next row of a carried table goes.
struct Rows {
    number: i64,
    next_position: i64,
    /// Where the keys stand, when rows are found by them.
    key_at: Option<usize>,
}

impl Building {
    /// Begins a business.
    pub fn begin(
        lease: Lease,
        subscriber: Key,
        key: Key,
        profile: &Profile,
    ) -> Result<Session<Self>, StoreError> {
        let what = "begin a business";
        // Held until the transaction ends: another one being made under this key is refused.
        let lock = format!("{subscriber}/{key}");
        let row = lease.first(
            what,
            "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))",
            &[&lock],
        )?;
        let is_mine = row.is_some_and(|row| row.get(0));
        if !is_mine || place_of(&lease, key, false).is_ok() {
            return Err(StoreError::BusinessExists(key));
        }
        let number = profile::insert(&lease, key, profile)?;
        Ok(Session(Self {
            lease,
            place: Place { key, number },
            failure: Failure::default(),
            growth: Growth::default(),
            tables: HashMap::new(),
        }))
    }
}

impl Holder for Building {
    fn lease(&self) -> &Lease {
        &self.lease
    }

    fn place(&self) -> &Place {
        &self.place
    }
}

impl Writing for Building {
    fn failure(&self) -> &Failure {
        &self.failure
    }

    fn growth(&self) -> &Growth {
        &self.growth
    }
}

impl NewBusiness for Session<Building> {
    fn key(&self) -> Key {
        self.0.place.key
    }

    fn load_object(&mut self, object: &Object) -> Result<(), StoreError> {
        self.0.failure.guard(|| objects::insert(self, object))
    }

    fn load_entry(&mut self, entry: &Entry) -> Result<(), StoreError> {
        self.0.failure.guard(|| entry_row::append(self, entry))
    }

    fn load_carried_table(&mut self, table: &CarriedTable) -> Result<(), StoreError> {
        let number = self
            .0
            .failure
            .guard(|| carried::insert_table(self, table))?;
        let rows = Rows {
            number,
            next_position: 1,
            key_at: key_column(table).filter(|_| table.name == IMAGES),
        };
        self.0.tables.insert(table.name.clone(), rows);
        Ok(())
    }

    fn load_carried_row(&mut self, table: &str, cells: &[Cell]) -> Result<(), StoreError> {
        let Some(rows) = self.0.tables.get_mut(table) else {
            let reason = format!("a row of {table} came before its declaration");
            return Err(self.0.place.damaged(reason));
        };
        let (number, position, key_at) = (rows.number, rows.next_position, rows.key_at);
        rows.next_position += 1;
        self.0.failure.guard(|| {
            carried::insert_row(self, number, position, cells)?;
            lookups::note_image(self, key_at.and_then(|at| cells.get(at)), position)
        })
    }

    fn publish(self: Box<Self>) -> Result<(), StoreError> {
        self.0.failure.check()?;
        self.keep_growth()?;
        self.0.lease.commit_surely()
    }
}
