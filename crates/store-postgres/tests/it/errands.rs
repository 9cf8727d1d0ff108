//! Errands of members, who reaches whose, and erasure with everything there can be
//! (docs/SPEC-portal.md, 5 and 7).

use crate::ground::{Ground, SUBSCRIBER, server};
use books::Key;
use catalog::{
    BlobStore, Contents, ErrandAsked, ErrandKind, ErrandProgress, ErrandState, ErrandWish,
    MemoryBlobs, Subscriber, Trouble,
};
use std::error::Error;
use store::{BusinessStore, Profile};
use store_postgres::{
    CatalogRows, ErasureRows, ErrandRows, HeldErrand, JobRows, PostgresStore, SubscriberRows,
    VaultRows,
};

type Outcome = Result<(), Box<dyn Error>>;

const OTHER: Key = Key::constant("5ab5c21b-0000-4000-8000-000000000002");
const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");
const RECORD: Key = Key::constant("c0000000-0000-4000-8000-000000000001");
const NODES: [Key; 2] = [
    Key::constant("70de0000-0000-4000-8000-000000000001"),
    Key::constant("70de0000-0000-4000-8000-000000000002"),
];
const NUMBER: &str = "0000-1111-2222-3333";

fn catalog_key(key: Key) -> catalog::Key {
    catalog::Key::from_bytes(*key.as_bytes())
}

fn wish(kind: ErrandKind, business: Option<Key>) -> ErrandWish {
    ErrandWish {
        kind,
        business: business.map(catalog_key),
        contents: Contents {
            emails: false,
            ..Contents::ALL
        },
        by: catalog_key(RECORD),
        by_name: "Asha\0রহিমা".to_owned(),
        receipt: (kind == ErrandKind::Erasure).then(|| NUMBER.to_owned()),
    }
}

fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

/// The errands as two nodes see them.
fn nodes(ground: &Ground) -> Result<[ErrandRows; 2], Box<dyn Error>> {
    let database = ground.database()?;
    Ok(NODES.map(|node| ErrandRows::new(database.clone(), node)))
}

fn taken(rows: &ErrandRows) -> Result<HeldErrand, Box<dyn Error>> {
    rows.take()?.ok_or_else(|| "nothing was due".into())
}

#[test]
fn spec_5_2_one_of_a_kind_waits_and_ten_within_an_hour_are_enough() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let [rows, _] = nodes(&ground)?;
    let backup = wish(ErrandKind::Backup, Some(BUSINESS));
    let first = rows.ask(SUBSCRIBER, key(1), &backup)?;
    assert_eq!(first, ErrandAsked::Entered(catalog_key(key(1))));
    let again = rows.ask(SUBSCRIBER, key(2), &backup)?;
    assert_eq!(again, ErrandAsked::Waiting(catalog_key(key(1))));
    for number in 2..=10 {
        let other = wish(ErrandKind::Backup, Some(key(number)));
        let asked = rows.ask(SUBSCRIBER, key(number), &other)?;
        assert_eq!(asked, ErrandAsked::Entered(catalog_key(key(number))));
    }
    let one_more = wish(ErrandKind::Backup, Some(key(11)));
    let refused = rows.ask(SUBSCRIBER, key(11), &one_more)?;
    assert_eq!(refused, ErrandAsked::TooMany);
    // Whoever asks for many backups keeps nobody from the rest.
    let export = wish(ErrandKind::Export, None);
    let asked = rows.ask(SUBSCRIBER, key(12), &export)?;
    assert_eq!(asked, ErrandAsked::Entered(catalog_key(key(12))));
    let theirs = rows.ask(OTHER, key(11), &export)?;
    assert_eq!(theirs, ErrandAsked::Entered(catalog_key(key(11))));
    assert_eq!(rows.all(SUBSCRIBER)?.len(), 11);
    let listed = rows.all(OTHER)?;
    assert_eq!(listed.len(), 1, "each sees their own");
    assert_eq!(listed[0].wish, export);
    assert_eq!(listed[0].asked_at, listed[0].due_at);
    assert!(listed[0].is_open() && !listed[0].is_held);
    Ok(())
}

#[test]
fn spec_5_1_an_errand_is_held_by_one_node_and_taken_over_when_that_dies() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let [one, two] = nodes(&ground)?;
    one.ask(
        SUBSCRIBER,
        key(1),
        &wish(ErrandKind::Backup, Some(BUSINESS)),
    )?;
    let held = taken(&one)?;
    assert_eq!(
        (held.subscriber, held.errand.attempts_count),
        (SUBSCRIBER, 1)
    );
    assert_eq!(two.take()?, None, "it is held");
    let progress = ErrandProgress {
        phase: "reading".to_owned(),
        part: Some(250),
    };
    assert!(one.renew(&held, Some(&progress))?);
    let shown = one.all(SUBSCRIBER)?.remove(0);
    assert!(shown.is_held);
    assert_eq!(shown.progress, Some(progress));
    // The first node dies: its time passes.
    let (server, _) = server().ok_or("no server")?;
    server.sql(
        &ground.name,
        "UPDATE errands SET held_until = clock_timestamp() - interval '1 second'",
    )?;
    let over = taken(&two)?;
    assert_eq!(over.errand.attempts_count, 2);
    assert!(!one.renew(&held, None)?, "it is another's by now");
    assert!(!one.end(&held, Ok(None))?);
    // The second node ends in order, and leaves it as if it had not been begun.
    assert!(two.let_go(&over, 0)?);
    let held = taken(&one)?;
    assert_eq!(held.errand.attempts_count, 2);
    let trouble = Trouble::new("place-full", vec![("place", "here".to_owned())]);
    assert!(one.end(&held, Err(&trouble))?);
    let ended = one.all(SUBSCRIBER)?.remove(0);
    assert_eq!(ended.state, ErrandState::Failed(trouble));
    assert!(ended.ended_at.is_some() && !ended.is_held);
    let next = wish(ErrandKind::Backup, Some(BUSINESS));
    one.ask(SUBSCRIBER, key(2), &next)?;
    let held = taken(&one)?;
    assert!(one.end(&held, Ok(Some(catalog_key(key(7)))))?);
    let ended = one.all(SUBSCRIBER)?.remove(0);
    assert_eq!(ended.state, ErrandState::Done);
    assert_eq!(ended.entry, Some(catalog_key(key(7))));
    Ok(())
}

/// Puts a row of each subscriber into every table that names one, whatever migration made it:
/// triggers and checks do not look meanwhile.
const FILL: &str = r"
SET session_replication_role = replica;
DO $$
DECLARE
    of_table text; check_name text; whose uuid; names text; expressions text;
BEGIN
    FOR of_table, check_name IN SELECT conrelid::regclass::text, conname FROM pg_constraint
        WHERE contype = 'c' AND conrelid::regclass::text <> 'errands'
          AND connamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', of_table, check_name);
    END LOOP;
    FOR of_table IN SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'subscriber'
          AND table_name NOT IN ('errands', 'erased_counts', 'subscribers')
    LOOP
        SELECT string_agg(quote_ident(column_name), ','),
            string_agg(CASE
                WHEN column_name = 'subscriber' THEN '$1'
                WHEN data_type = 'uuid' THEN 'gen_random_uuid()'
                WHEN data_type = 'text' THEN 'gen_random_uuid()::text'
                WHEN data_type = 'bytea' THEN 'uuid_send(gen_random_uuid())'
                WHEN data_type = 'boolean' THEN 'true'
                WHEN data_type = 'date' THEN 'current_date'
                WHEN data_type LIKE 'timestamp%' THEN 'clock_timestamp() + interval ''1 hour'''
                ELSE '(random() * 30000)::integer' END, ',')
            INTO names, expressions
            FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = of_table AND is_identity = 'NO';
        FOREACH whose IN ARRAY ARRAY['5ab5c21b-0000-4000-8000-000000000001',
            '5ab5c21b-0000-4000-8000-000000000002']::uuid[]
        LOOP
            EXECUTE format('INSERT INTO %I (%s) SELECT %s', of_table, names, expressions)
                USING whose;
        END LOOP;
    END LOOP;
END $$;";

/// How many rows of a subscriber there are, by table.
fn counted(ground: &Ground, subscriber: Key) -> Result<Vec<(String, u64)>, Box<dyn Error>> {
    let (server, _) = server().ok_or("no server")?;
    let sql = format!(
        "SELECT table_name || ' ' || (xpath('/row/c/text()', query_to_xml(format(
            'SELECT count(*) AS c FROM %I WHERE subscriber = %L', table_name, '{subscriber}'),
            false, true, '')))[1]::text
         FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'subscriber' ORDER BY 1"
    );
    let mut counts = Vec::new();
    for line in server.sql(&ground.name, &sql)?.lines() {
        let (table, count) = line.split_once(' ').ok_or("a table and a count")?;
        counts.push((table.to_owned(), count.parse()?));
    }
    Ok(counts)
}

/// Lets the seven days pass, as only whoever owns the server can.
fn let_days_pass(ground: &Ground) -> Outcome {
    let (server, _) = server().ok_or("no server")?;
    server.sql(
        &ground.name,
        "SET session_replication_role = replica;
         UPDATE errands SET asked_at = asked_at - interval '7 days',
             due_at = due_at - interval '7 days'",
    )?;
    Ok(())
}

/// Two subscribers who have something in every table, the first of whom wants to be erased.
fn with_erasure(ground: &Ground) -> Result<HeldErrand, Box<dyn Error>> {
    let (server, _) = server().ok_or("no server")?;
    let subscribers = SubscriberRows::new(ground.database()?);
    for who in [SUBSCRIBER, OTHER] {
        subscribers.add(&of(who))?;
        // The jobs of a newcomer make room for the row of each table.
        server.sql(&ground.name, "DELETE FROM jobs")?;
    }
    server.sql(&ground.name, FILL)?;
    let counts = counted(ground, SUBSCRIBER)?;
    let empty = counts.iter().filter(|(_, count)| *count == 0);
    let empty: Vec<&str> = empty.map(|(table, _)| table.as_str()).collect();
    assert_eq!(empty, ["erased_counts", "errands"]);
    let [rows, _] = nodes(ground)?;
    rows.ask(SUBSCRIBER, key(1), &wish(ErrandKind::Erasure, None))?;
    assert_eq!(rows.take()?, None, "seven days first");
    let_days_pass(ground)?;
    taken(&rows)
}

fn of(subscriber: Key) -> Subscriber {
    let begun = jiff::Timestamp::UNIX_EPOCH;
    Subscriber::on_trial(catalog_key(subscriber), "Lamp Shop", begun)
}

fn profile() -> Profile {
    Profile {
        name: "Lamps".to_owned(),
        country: None,
        time_zone: "UTC".to_owned(),
        installation: Key::NIL,
        absent: Vec::new(),
    }
}

#[test]
fn spec_7_3_every_row_of_one_goes_and_none_of_another() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let held = with_erasure(&ground)?;
    assert_eq!(held.errand.wish.receipt.as_deref(), Some(NUMBER));
    let theirs = counted(&ground, OTHER)?;
    let ours = counted(&ground, SUBSCRIBER)?;
    let rows = ErasureRows::new(ground.database()?);
    let (server, _) = server().ok_or("no server")?;
    assert!(!rows.is_quiet(SUBSCRIBER)?, "somebody has the turn");
    let over = "UPDATE turns SET held_until = clock_timestamp()";
    server.sql(&ground.name, over)?;
    assert!(rows.is_quiet(SUBSCRIBER)?);
    assert_eq!(rows.receipt(NUMBER)?, None);
    let tables = rows.tables(SUBSCRIBER)?;
    assert_eq!(tables[..3], ["user_rows", "sign_in_names", "businesses"]);
    for table in &tables {
        assert_eq!(rows.finish(SUBSCRIBER)?, None, "{table} is still there");
        // Interrupted and begun again: what is gone is counted once.
        assert_eq!(rows.erase(SUBSCRIBER, table)?, 1, "{table}");
        assert_eq!(rows.erase(SUBSCRIBER, table)?, 0, "{table}");
    }
    let place = MemoryBlobs::default();
    for name in ["a.manager", "trash/b.manager"] {
        place.put(&name.parse()?, &mut b"12345".as_slice())?;
    }
    assert_eq!(rows.erase_place(SUBSCRIBER, "backups", &place)?, 2);
    assert_eq!(rows.erase_place(SUBSCRIBER, "backups", &place)?, 0);
    assert_eq!(rows.finish(SUBSCRIBER)?.as_deref(), Some(NUMBER));

    let left = counted(&ground, SUBSCRIBER)?;
    assert!(left.iter().all(|(_, count)| *count == 0), "{left:?}");
    assert_eq!(counted(&ground, OTHER)?, theirs);
    let receipt = rows.receipt(NUMBER)?.ok_or("a receipt")?;
    let count = |of_what: &str| {
        let found = receipt.counts.iter().find(|(name, _)| name == of_what);
        found.map(|(_, count)| *count)
    };
    for (table, before) in &ours {
        let is_last = ["subscribers", "errands", "erased_counts"].contains(&table.as_str());
        assert_eq!(count(table), (!is_last).then_some(*before), "{table}");
    }
    assert_eq!(count("stored-objects-backups"), Some(2));
    assert_eq!(count("stored-bytes-backups"), Some(10));
    assert!(receipt.asked_at < receipt.erased_at);
    assert_eq!(rows.receipt("0000")?, None);
    Ok(())
}

/// What the program would write for a subscriber now, each of which has to be refused.
fn late_writes_are_refused(ground: &Ground) -> Outcome {
    let jobs = JobRows::new(ground.database()?, NODES[0]);
    assert!(jobs.take_turn(SUBSCRIBER, key(9)).is_err());
    let vault = VaultRows::new(ground.database()?, SUBSCRIBER);
    assert!(vault.put("late", b"sealed").is_err());
    let catalog = CatalogRows::new(ground.database()?, SUBSCRIBER);
    let late = catalog::contract::entry(1, 1, 1);
    assert!(catalog::Catalog::put_entry(&catalog, &late).is_err());
    let store = PostgresStore::new(ground.database()?, SUBSCRIBER);
    assert!(store.begin(BUSINESS, &profile()).is_err());
    let other = VaultRows::new(ground.database()?, OTHER);
    Ok(other.put("not late", b"sealed")?)
}

#[test]
fn spec_7_3_nothing_is_written_any_more_for_whoever_is_or_was_erased() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    with_erasure(&ground)?;
    let rows = ErasureRows::new(ground.database()?);
    late_writes_are_refused(&ground)?;
    for table in rows.tables(SUBSCRIBER)? {
        rows.erase(SUBSCRIBER, &table)?;
    }
    assert!(rows.finish(SUBSCRIBER)?.is_some());
    late_writes_are_refused(&ground)?;
    let left = counted(&ground, SUBSCRIBER)?;
    assert!(left.iter().all(|(_, count)| *count == 0), "{left:?}");
    Ok(())
}

#[test]
fn spec_7_2_nobody_shortens_the_days_and_nothing_goes_before_they_passed() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let [rows, _] = nodes(&ground)?;
    rows.ask(SUBSCRIBER, key(1), &wish(ErrandKind::Erasure, None))?;
    let asked = rows.all(SUBSCRIBER)?.remove(0);
    let days = asked.due_at.duration_since(asked.asked_at).as_hours();
    assert_eq!(days, 7 * 24);
    assert_eq!(rows.erasure_due(SUBSCRIBER)?, Some(asked.due_at));
    assert_eq!(rows.erasure_due(OTHER)?, None);
    let (server, _) = server().ok_or("no server")?;
    let ours = server.url(testkit::postgres_server::ROLE, &ground.name);
    let mut client = postgres::Client::connect(&ours, postgres::NoTls)?;
    client.batch_execute(&format!("SET tijori.subscriber = '{SUBSCRIBER}'"))?;
    for tried in [
        "UPDATE errands SET due_at = clock_timestamp()",
        "UPDATE errands SET asked_at = asked_at - interval '8 days'",
        "SELECT erase_rows('history')",
        "SELECT finish_erasure()",
        "DELETE FROM history",
        "SELECT * FROM erasure_receipts",
        "INSERT INTO erasure_receipts VALUES ('1', sha256('1'), now(), now())",
    ] {
        assert!(client.batch_execute(tried).is_err(), "{tried}");
    }
    assert!(!rows.call_back(OTHER, key(1))?);
    assert!(rows.call_back(SUBSCRIBER, key(1))?);
    assert!(!rows.call_back(SUBSCRIBER, key(1))?);
    let back = "UPDATE errands SET state = 'waiting'";
    assert!(
        client.batch_execute(back).is_err(),
        "what has ended stays so"
    );
    let_days_pass(&ground)?;
    assert_eq!(rows.take()?, None);
    rows.ask(SUBSCRIBER, key(2), &wish(ErrandKind::Erasure, None))?;
    let_days_pass(&ground)?;
    assert!(!rows.call_back(SUBSCRIBER, key(2))?, "too late");
    Ok(())
}

#[test]
fn spec_7_3_an_erasure_waits_for_a_business_that_is_being_made() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let database = ground.database()?;
    let subscribers = SubscriberRows::new(database.clone());
    subscribers.add(&of(SUBSCRIBER))?;
    let store = PostgresStore::new(database.clone(), SUBSCRIBER);
    let making = store.begin(BUSINESS, &profile())?;
    // Billing does not wait for it.
    subscribers.change(SUBSCRIBER, &mut |it| it.name = "Lamps".to_owned())?;
    let rows = ErasureRows::new(database.clone());
    let waiting = std::thread::spawn(move || rows.is_quiet(SUBSCRIBER).is_ok());
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(!waiting.is_finished(), "it waits");
    making.publish()?;
    assert!(waiting.join().map_err(|_| "it failed")?);
    assert!(store.open(BUSINESS).is_ok());
    Ok(())
}
