//! Backups while people write (T-R10): each backup is one moment, in which debits equal credits,
//! the chain is whole and every attachment is there; and nobody who writes waits for it.

use crate::bench::Bench;
use crate::books_in_store::{Books, attach, key, map, put, stamp, text};
use crate::tally::Tally;
use anyhow::{Context, Result, anyhow};
use backup::{
    BackupContents, BackupForm, ImportRequest, MakeRequest, NoProgress, Outcome,
    VerifyBusinessRequest, check, import, make_backup, verify, verify_business,
};
use books::kinds;
use interchange::Plain;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use store::{Business, BusinessStore, StoreError};

/// So many people write at once.
const WRITERS: u64 = 4;
/// Every so many entries an attachment comes, and the one before it goes.
const ATTACHMENT_EVERY: u64 = 5;
/// Between two saves of one person.
const PAUSE: Duration = Duration::from_millis(15);
/// So many saves come with one backup at most, or the books would grow while they are backed up,
/// the next backup take longer for it, and a hundred of them never end.
const SAVES_A_BACKUP: u64 = 200;
/// So many entries one person makes; after the last the first is changed, and so on, so that
/// backups meet changes as well as new records, and the books stay of one size.
const ENTRIES: u64 = 1_000;

/// Backs up again and again while people write, and proves each backup.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let folder = bench.folder().join("writers");
    let books = Books::new(&folder)?;
    books.business.write(&mut |work| {
        let currency = map(vec![("Code", text("BDT"))]);
        put(work, kinds::BASE_CURRENCY, kinds::BASE_CURRENCY, &currency)?;
        for number in 0..2 {
            let account = map(vec![("Name", text(format!("Account {number}")))]);
            let kind = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT;
            put(work, kind, key(3, number), &account)?;
        }
        Ok(())
    })?;
    let scene = Scene::default();
    let (backed_up, waits) = std::thread::scope(|scope| {
        let people: Vec<_> = (0..WRITERS)
            .map(|person| {
                let business = &*books.business;
                let scene = &scene;
                scope.spawn(move || writes(business, person, scene))
            })
            .collect();
        let backed_up = backs_up(bench, &books, &folder, &scene, &mut tally);
        scene.is_over.store(true, Ordering::Relaxed);
        let waits: Vec<_> = people.into_iter().map(|person| person.join()).collect();
        (backed_up, waits)
    });
    backed_up?;
    let mut quiet = Vec::new();
    let mut busy = Vec::new();
    for wait in waits {
        let wait = wait.map_err(|_| anyhow!("a writer panicked"))??;
        quiet.extend(wait.quiet);
        busy.extend(wait.busy);
    }
    tally.add("entries saved", scene.saved.load(Ordering::Relaxed));
    tell_waits("while a backup is made", &mut busy, &mut tally);
    tell_waits("otherwise", &mut quiet, &mut tally);
    Ok(tally)
}

/// How long saves took.
#[derive(Default)]
struct Waits {
    quiet: Vec<Duration>,
    busy: Vec<Duration>,
}

/// What those who write and the one who backs up know of each other.
#[derive(Default)]
struct Scene {
    is_over: AtomicBool,
    is_backing_up: AtomicBool,
    saved: AtomicU64,
    /// So many saves may still come before the next backup.
    open: AtomicU64,
}

impl Scene {
    /// Takes one of the saves that may come.
    fn takes_one(&self) -> bool {
        let one_less = |open: u64| open.checked_sub(1);
        let order = Ordering::Relaxed;
        self.open.fetch_update(order, order, one_less).is_ok()
    }
}

fn writes(business: &dyn Business, person: u64, scene: &Scene) -> Result<Waits, StoreError> {
    let mut waits = Waits::default();
    let mut number = person << 32;
    while !scene.is_over.load(Ordering::Relaxed) {
        std::thread::sleep(PAUSE);
        if !scene.takes_one() {
            continue;
        }
        number += 1;
        let is_busy = scene.is_backing_up.load(Ordering::Relaxed);
        let begun = Instant::now();
        save(business, number)?;
        let took = begun.elapsed();
        if is_busy {
            &mut waits.busy
        } else {
            &mut waits.quiet
        }
        .push(took);
        scene.saved.fetch_add(1, Ordering::Relaxed);
    }
    Ok(waits)
}

/// An entry of two lines that balance, in one unit of work with its attachment.
fn save(business: &dyn Business, number: u64) -> Result<(), StoreError> {
    let amount = format!("{}.{:02}", number % 9973, number % 100);
    let line = |account: u64, side| {
        map(vec![
            ("Account", text(key(3, account).to_string())),
            (side, text(amount.clone())),
        ])
    };
    let entry = map(vec![
        ("Date", text("2026-11-22")),
        ("Narration", text(format!("Entry {number}"))),
        (
            "Lines",
            Plain::List(vec![line(0, "Debit"), line(1, "Credit")]),
        ),
    ]);
    let own = key(5, (number >> 32 << 32) + number % ENTRIES);
    business.write(&mut |work| {
        put(work, kinds::JOURNAL_ENTRY, own, &entry)?;
        if number.is_multiple_of(ATTACHMENT_EVERY) {
            attach(work, key(6, number), own, amount.repeat(3000).as_bytes())?;
            let before = key(6, number - ATTACHMENT_EVERY);
            if work.object(before)?.is_some() {
                work.delete_object(before, "", &stamp())?;
                work.delete_blob(before)?;
            }
        }
        Ok(())
    })
}

/// Makes backups and proves each; every fifth is imported and proved where it lives.
fn backs_up(
    bench: &Bench,
    books: &Books,
    folder: &Path,
    scene: &Scene,
    tally: &mut Tally,
) -> Result<()> {
    for number in 0..bench.either(6, 100) {
        scene.open.store(SAVES_A_BACKUP, Ordering::Relaxed);
        std::thread::sleep(Duration::from_millis(60));
        let target = folder.join("copy.manager");
        let _ = std::fs::remove_file(&target);
        scene.is_backing_up.store(true, Ordering::Relaxed);
        let made = make_backup(
            &MakeRequest {
                business: &*books.business,
                target: &target,
                scratch: books.store.scratch(),
                contents: BackupContents::default(),
                form: BackupForm::Compressed,
                encryption: None,
                file_name: "copy.manager",
                stamp: &stamp(),
            },
            &NoProgress,
        );
        scene.is_backing_up.store(false, Ordering::Relaxed);
        made?;
        tally.points += 1;
        if let Err(fault) = proved(&target, books.store.scratch(), tally) {
            tally.fail(format!("backup {number}: {fault}"));
        }
        if number % 5 == 0 {
            if let Err(fault) = brought_back(books, &target, number) {
                tally.fail(format!("backup {number}, imported: {fault}"));
            }
            tally.count("backups imported");
        }
    }
    Ok(())
}

/// Whole, balanced, and not empty of what is compared.
fn proved(file: &Path, scratch: &Path, tally: &mut Tally) -> Result<(), String> {
    let found =
        verify(file, "copy.manager", scratch, &NoProgress).map_err(|error| error.to_string())?;
    if found.outcome != Outcome::Whole {
        return Err(format!("{}: {:?}", found.outcome.code(), found.faults));
    }
    let totals = &found.plan.fingerprint;
    if totals.total_debit != totals.total_credit {
        return Err(format!(
            "{} is not {}",
            totals.total_debit, totals.total_credit
        ));
    }
    if !totals.total_debit.is_zero() {
        tally.count("balanced, not at zero");
    }
    tally.add("attachments proved", found.plan.attachments_count);
    Ok(())
}

fn brought_back(books: &Books, file: &Path, number: u64) -> Result<()> {
    let checked = check(file, "copy.manager", books.store.scratch(), &NoProgress)?;
    let request = ImportRequest {
        key: key(9, number),
        name: None,
        time_zone: "UTC",
        installation: key(1, 1),
        stamp: &stamp(),
    };
    let imported = import(&books.store, &checked, &request, &NoProgress)?;
    let business = books.store.open(imported.key)?;
    let request = VerifyBusinessRequest {
        business: &*business,
        backups: &[],
        scratch: books.store.scratch(),
        reads_attachments: true,
    };
    let found = verify_business(&request, &NoProgress)?;
    if let Some(fault) = found.faults.first() {
        return Err(anyhow!("{} {:?}", fault.code, fault.arguments));
    }
    drop(business);
    books
        .store
        .remove(imported.key)
        .context("it cannot be removed again")
}

fn tell_waits(when: &str, waits: &mut [Duration], tally: &mut Tally) {
    waits.sort_unstable();
    let at = |share: usize| {
        let place = (waits.len() * share / 100).min(waits.len().saturating_sub(1));
        waits
            .get(place)
            .map_or(0.0, |wait| wait.as_secs_f64() * 1000.0)
    };
    tally.figures.push(format!(
        "a save {when}: median {:.1} ms, p99 {:.1} ms, longest {:.1} ms, of {}",
        at(50),
        at(99),
        at(100),
        waits.len()
    ));
}
