//! Whoever takes bytes slowly holds no connection (docs/SPEC-cloud.md, 2.16): tried with a pool of
//! one, which a single reader that kept it would leave empty.

use crate::ground::{Ground, SUBSCRIBER, stamp};
use blobs::FolderStore;
use books::Key;
use catalog::BlobStore;
use std::error::Error;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;
use store::{Business, BusinessStore, Profile, StoreError, create_business};
use store_postgres::{Database, PostgresStore, Settings};

type Outcome = Result<(), Box<dyn Error>>;

const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");
const FILE: Key = Key::constant("c0000000-0000-4000-8000-000000000001");
/// More than what is read in one moment, several times over.
const BYTES_COUNT: usize = 3 * 1024 * 1024 + 5;

/// A database that lends one connection at a time, to whoever finds it free at once.
fn narrow(ground: &Ground) -> Result<Database, StoreError> {
    Database::open(&Settings {
        url: ground.url.clone(),
        connections_count_max: 1,
        wait: Duration::from_millis(500),
        scratch: ground.scratch.path().to_owned(),
    })
}

fn with_file(database: Database) -> Result<Arc<dyn Business>, StoreError> {
    let store = PostgresStore::new(database, SUBSCRIBER);
    let profile = Profile {
        name: "Rahman Stores".to_owned(),
        country: None,
        time_zone: "Asia/Dhaka".to_owned(),
        installation: Key::NIL,
        absent: Vec::new(),
    };
    create_business(&store, BUSINESS, &profile, &[], &stamp(), BUSINESS)?;
    let business = store.open(BUSINESS)?;
    let bytes: Vec<u8> = (0..=250_u8).cycle().take(BYTES_COUNT).collect();
    business.write(&mut |unit| {
        unit.put_blob(FILE, Some("film.bin"), None, &mut &*bytes)
            .map(drop)
    })?;
    Ok(business)
}

/// The other end: between its pieces somebody else works with the only connection.
struct Meanwhile<'a> {
    business: &'a dyn Business,
    pieces_count: usize,
    bytes_count: usize,
}

impl Write for Meanwhile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let page = self.business.read().and_then(|reader| reader.profile());
        page.map_err(io::Error::other)?;
        self.pieces_count += 1;
        self.bytes_count += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn others_work_meanwhile(business: &dyn Business) -> Outcome {
    let mut sink = Meanwhile {
        business,
        pieces_count: 0,
        bytes_count: 0,
    };
    let sent = business.send_blob(FILE, &mut sink)?;
    assert_eq!((sink.bytes_count, sent), (BYTES_COUNT, BYTES_COUNT as u64));
    assert!(sink.pieces_count > 3, "{} pieces", sink.pieces_count);
    // A reader that keeps its moment has the connection all the while: that is the difference.
    let mut kept = Meanwhile {
        business,
        pieces_count: 0,
        bytes_count: 0,
    };
    let refused = business.read()?.copy_blob(FILE, &mut kept);
    assert!(refused.is_err(), "one connection, and two who have it");
    Ok(())
}

#[test]
fn spec_2_16_bytes_out_of_rows_are_sent_without_keeping_a_connection() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    others_work_meanwhile(with_file(narrow(&ground)?)?.as_ref())
}

#[test]
fn spec_2_16_bytes_out_of_object_storage_are_sent_without_keeping_a_connection() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let folder = ground.scratch.path().join("objects");
    let objects = FolderStore::new(&folder, catalog::contract::key(1));
    objects.prepare()?;
    let database = narrow(&ground)?.with_objects(Arc::new(objects));
    others_work_meanwhile(with_file(database)?.as_ref())
}

/// The other end: after its first piece somebody removes the file.
struct Removing<'a>(Option<&'a dyn Business>);

impl Write for Removing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(business) = self.0.take() {
            let removed = business.write(&mut |unit| unit.delete_blob(FILE));
            removed.map_err(io::Error::other)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn spec_2_16_a_file_that_is_let_go_of_on_the_way_breaks_off_and_is_not_called_damaged() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let business = with_file(narrow(&ground)?)?;
    let sent = business.send_blob(FILE, &mut Removing(Some(business.as_ref())));
    assert!(
        matches!(sent, Err(StoreError::RecordNotFound(FILE))),
        "{sent:?}"
    );
    Ok(())
}
