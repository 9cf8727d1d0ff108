//! One business: readers that each see one moment, and units of work, one at a time among all
//! nodes that serve the subscriber.

use crate::database::Database;
use crate::lease::{Lease, Purpose};
use crate::place::Place;
use crate::postgres_store::place_of;
use crate::session::{Growth, Holder, Session, Writing, blobs};
use crate::values::Id;
use books::Key;
use std::io::Write;
use store::rows::Failure;
use store::{Business, HeadNote, Reader, StoreError, UnitOfWork};

/// A business of a subscriber. It holds no connection: nothing is open between calls.
pub struct PostgresBusiness {
    database: Database,
    subscriber: Key,
    key: Key,
}

impl PostgresBusiness {
    /// The business with this key.
    pub fn new(database: Database, subscriber: Key, key: Key) -> Self {
        Self {
            database,
            subscriber,
            key,
        }
    }

    fn lease(&self, purpose: Purpose) -> Result<Lease, StoreError> {
        Lease::begin(&self.database, self.subscriber, purpose)
    }

    fn moment(&self) -> Result<Session<Moment>, StoreError> {
        let lease = self.lease(Purpose::Read)?;
        // This first look is what pins the moment.
        let place = place_of(&lease, self.key, false)?;
        Ok(Session(Moment { lease, place }))
    }
}

impl Business for PostgresBusiness {
    fn key(&self) -> Key {
        self.key
    }

    fn read(&self) -> Result<Box<dyn Reader + '_>, StoreError> {
        Ok(Box::new(self.moment()?))
    }

    fn send_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, StoreError> {
        blobs::send(&|| self.moment(), key, sink)
    }

    fn write(
        &self,
        work: &mut dyn FnMut(&mut dyn UnitOfWork) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let lease = self.lease(Purpose::Write)?;
        // The row of the business is what units of work wait for.
        let place = place_of(&lease, self.key, true)?;
        let mut unit = Session(Unit {
            lease,
            place,
            failure: Failure::default(),
            growth: Growth::default(),
        });
        work(&mut unit)?;
        unit.0.failure.check()?;
        unit.keep_growth()?;
        unit.0.lease.commit_surely()
    }

    fn note_head(&self, note: &HeadNote) -> Result<(), StoreError> {
        let lease = self.lease(Purpose::Write)?;
        lease.execute(
            "note where the chain ended",
            "INSERT INTO noted_heads (business_key, line) VALUES ($1, $2)",
            &[&Id(self.key), &note.line().as_bytes()],
        )?;
        lease.commit()
    }

    fn noted_heads(&self) -> Result<Vec<HeadNote>, StoreError> {
        let lease = self.lease(Purpose::Read)?;
        let rows = lease.query(
            "read where the chain ended",
            "SELECT line FROM noted_heads WHERE business_key = $1 ORDER BY number",
            &[&Id(self.key)],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| HeadNote::from_line(&String::from_utf8_lossy(row.get(0))))
            .collect())
    }
}

/// One moment, for as long as the transaction lasts.
struct Moment {
    lease: Lease,
    place: Place,
}

impl Holder for Moment {
    fn lease(&self) -> &Lease {
        &self.lease
    }

    fn place(&self) -> &Place {
        &self.place
    }
}

/// A unit of work.
struct Unit {
    lease: Lease,
    place: Place,
    failure: Failure,
    growth: Growth,
}

impl Holder for Unit {
    fn lease(&self) -> &Lease {
        &self.lease
    }

    fn place(&self) -> &Place {
        &self.place
    }
}

impl Writing for Unit {
    fn failure(&self) -> &Failure {
        &self.failure
    }

    fn growth(&self) -> &Growth {
        &self.growth
    }
}
