//! A model beside the books (T-R14): what is done at random is done in a few maps too; every fifty
//! steps the books are backed up, imported beside themselves, and compared with the maps to the
//! last byte and the last hundredth.

use crate::bench::Bench;
use crate::books_in_store::{Books, attach, key, map, put, stamp, text};
use crate::random::Numbers;
use crate::tally::Tally;
use anyhow::Result;
use backup::{
    BackupContents, BackupForm, ImportRequest, MakeRequest, NoProgress, VerifyBusinessRequest,
    check, import, make_backup, verify_business,
};
use books::{Key, kinds};
use interchange::Plain;
use std::collections::BTreeMap;
use std::path::Path;
use store::{Business, BusinessStore, StoreError};

/// Steps between two backups.
const STEPS_BETWEEN: usize = 50;
/// How many accounts entries are made on.
const ACCOUNTS: usize = 4;
/// How many keys of a sort are in use, so that the same record is met again and again.
const KEYS: usize = 40;

/// What the books should hold.
#[derive(Default)]
struct Model {
    /// Names of customers.
    customers: BTreeMap<Key, String>,
    /// Entries: from which account to which, and how many hundredths.
    entries: BTreeMap<Key, (usize, usize, i64)>,
    /// Attachments, by their bytes.
    papers: BTreeMap<Key, Vec<u8>>,
}

/// Lives, backs up, brings back, compares.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut numbers = Numbers::of(bench.seed, "model");
    let folder = bench.folder().join("model");
    let books = Books::new(&folder)?;
    books.business.write(&mut |work| {
        let currency = map(vec![("Code", text("BDT"))]);
        put(work, kinds::BASE_CURRENCY, kinds::BASE_CURRENCY, &currency)?;
        for number in 0..ACCOUNTS {
            let account = map(vec![("Name", text(format!("Account {number}")))]);
            let kind = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT;
            put(work, kind, account_key(number), &account)?;
        }
        Ok(())
    })?;
    let mut model = Model::default();
    for step in 1..=bench.either(400, 10_000) {
        stepped(&*books.business, &mut model, &mut numbers)?;
        tally.points += 1;
        if step % STEPS_BETWEEN == 0 {
            let form = if numbers.coin() {
                BackupForm::Plain
            } else {
                BackupForm::Compressed
            };
            if let Err(fault) = compared(&books, &model, form, &folder, step) {
                tally.fail(format!("after step {step}: {fault:#}"));
                break;
            }
            tally.count("backups brought back and compared");
        }
    }
    Ok(tally)
}

fn account_key(number: usize) -> Key {
    key(3, u64::try_from(number).unwrap_or(0))
}

fn drawn(sort: u8, numbers: &mut Numbers) -> Key {
    key(sort, u64::try_from(numbers.below(KEYS)).unwrap_or(0))
}

/// One change, in the books and in the model.
fn stepped(
    business: &dyn Business,
    model: &mut Model,
    numbers: &mut Numbers,
) -> Result<(), StoreError> {
    let act = numbers.below(6);
    let (customer, entry, paper) = (drawn(2, numbers), drawn(5, numbers), drawn(6, numbers));
    let name = format!("গ্রাহক {}", numbers.below(1000));
    let (from, to) = (numbers.below(ACCOUNTS), numbers.below(ACCOUNTS));
    let amount = i64::try_from(numbers.below(10_000_000)).unwrap_or(0);
    let bytes = vec![u8::try_from(numbers.below(256)).unwrap_or(0); numbers.below(200_000)];
    business.write(&mut |work| match act {
        0 => put(
            work,
            kinds::CUSTOMER,
            customer,
            &map(vec![("Name", text(name.clone()))]),
        ),
        1 | 2 => put(
            work,
            kinds::JOURNAL_ENTRY,
            entry,
            &journal_entry(from, to, amount),
        ),
        3 if !model.papers.contains_key(&paper) => attach(work, paper, customer, &bytes),
        4 if model.entries.contains_key(&entry) => {
            work.delete_object(entry, "", &stamp()).map(drop)
        }
        5 if model.papers.contains_key(&paper) => {
            work.delete_object(paper, "", &stamp())?;
            work.delete_blob(paper)
        }
        _ => Ok(()),
    })?;
    match act {
        0 => drop(model.customers.insert(customer, name)),
        1 | 2 => drop(model.entries.insert(entry, (from, to, amount))),
        3 => drop(model.papers.entry(paper).or_insert(bytes)),
        4 => drop(model.entries.remove(&entry)),
        _ => drop(model.papers.remove(&paper)),
    }
    Ok(())
}

fn journal_entry(from: usize, to: usize, amount: i64) -> Plain {
    let amount = format!("{}.{:02}", amount / 100, amount % 100);
    let line = |account: usize, side| {
        let account = text(account_key(account).to_string());
        map(vec![("Account", account), (side, text(amount.clone()))])
    };
    map(vec![
        ("Date", text("2026-11-22")),
        (
            "Lines",
            Plain::List(vec![line(from, "Credit"), line(to, "Debit")]),
        ),
    ])
}

/// Backs up, imports, and compares what came back with the model.
fn compared(
    books: &Books,
    model: &Model,
    form: BackupForm,
    folder: &Path,
    step: usize,
) -> Result<()> {
    let target = folder.join("copy.manager");
    let _ = std::fs::remove_file(&target);
    let scratch = books.store.scratch();
    make_backup(
        &MakeRequest {
            business: &*books.business,
            target: &target,
            scratch,
            contents: BackupContents::default(),
            form,
            encryption: None,
            file_name: "copy.manager",
            stamp: &stamp(),
        },
        &NoProgress,
    )?;
    let checked = check(&target, "copy.manager", scratch, &NoProgress)?;
    let told = format!("{:.2}", checked.plan().fingerprint.total_debit);
    let expected = model.total_debit();
    anyhow::ensure!(
        told == expected,
        "debits are {told}, and by the model {expected}"
    );
    let request = ImportRequest {
        key: key(9, u64::try_from(step)?),
        name: None,
        time_zone: "UTC",
        installation: key(1, 1),
        stamp: &stamp(),
    };
    let imported = import(&books.store, &checked, &request, &NoProgress)?;
    let business = books.store.open(imported.key)?;
    agrees(&*business, model)?;
    let request = VerifyBusinessRequest {
        business: &*business,
        backups: &[],
        scratch,
        reads_attachments: true,
    };
    let found = verify_business(&request, &NoProgress)?;
    anyhow::ensure!(found.agrees(), "{:?}", found.faults.first());
    drop(business);
    Ok(books.store.remove(imported.key)?)
}

impl Model {
    /// The sum of all debit balances.
    fn total_debit(&self) -> String {
        let mut balances = [0_i64; ACCOUNTS];
        for (from, to, amount) in self.entries.values() {
            balances[*from] -= amount;
            balances[*to] += amount;
        }
        let total: i64 = balances.into_iter().filter(|balance| *balance > 0).sum();
        format!("{}.{:02}", total / 100, total % 100)
    }
}

/// Whether a business holds what the model holds and nothing else.
fn agrees(business: &dyn Business, model: &Model) -> Result<()> {
    let reader = business.read()?;
    for (kind, count) in [
        (kinds::CUSTOMER, model.customers.len()),
        (kinds::JOURNAL_ENTRY, model.entries.len()),
        (kinds::ATTACHMENT, model.papers.len()),
    ] {
        let mut found = 0;
        reader.each_object(Some(kind), &mut |_| {
            found += 1;
            Ok(())
        })?;
        anyhow::ensure!(
            found == count,
            "{found} records of a kind, by the model {count}"
        );
    }
    let content = |kind: Key, key: Key, plain: &Plain| -> Result<()> {
        let expected = interchange::from_plain(kind, &[], plain)?;
        let found = reader.object(key)?.map(|object| object.content);
        anyhow::ensure!(found == Some(expected), "the record {key} is another");
        Ok(())
    };
    for (key, name) in &model.customers {
        content(
            kinds::CUSTOMER,
            *key,
            &map(vec![("Name", text(name.clone()))]),
        )?;
    }
    for (key, (from, to, amount)) in &model.entries {
        content(
            kinds::JOURNAL_ENTRY,
            *key,
            &journal_entry(*from, *to, *amount),
        )?;
    }
    for (key, bytes) in &model.papers {
        let mut found = Vec::new();
        reader.copy_blob(*key, &mut found)?;
        anyhow::ensure!(found == *bytes, "the attachment {key} is another");
    }
    Ok(())
}
