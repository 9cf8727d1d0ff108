//! Measures reports and saving at a number of postings, beside `ledger` and `hledger` on the same
//! books in the same run. Reproduced by `cargo xtask measure`; figures in docs/PERFORMANCE.md.
//!
//! Usage: `measure FOLDER POSTINGS`. The folder is made, filled and left for others to look at.
//! `measure FOLDER saves` saves copies of documents in the businesses of a data folder that is
//! there. `measure FOLDER one-customer` saves documents where one customer has 50,000 invoices.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement speaks to whoever runs it, and stops at the first thing that fails"
)]

mod business;
mod journal;
mod one_customer;
mod saves;

use books::{Object, kinds};
use figures::KeptStore;
use jiff::civil::date;
use ledger::Figures;
use reports::{Period, ReportOptions};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Business, BusinessStore, ListPart};
use store_sqlite::SqliteStore;

/// How often each thing is measured; the median counts.
const ROUNDS: usize = 5;
/// How many invoices are saved.
const SAVES: usize = 300;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap());
    let what = arguments.next().unwrap();
    if what == "saves" {
        return saves::measure(&folder);
    }
    if what == "one-customer" {
        return one_customer::measure(&folder);
    }
    let postings: usize = what.parse().unwrap();
    let invoices = postings / 3;
    std::fs::create_dir_all(&folder).unwrap();
    let journal = folder.join("books.journal");
    journal::write(&journal, invoices);
    let data = folder.join("data");
    if !data.exists() {
        business::write(&data, invoices);
    }
    say("postings", format_args!("{}", invoices * 3));
    let business = measure_rebuild(&data);
    measure_reports(business.as_ref());
    measure_list(business.as_ref(), invoices);
    measure_search(business.as_ref(), invoices);
    measure_saving(business.as_ref(), invoices);
    drop(business);
    for program in ["ledger", "hledger"] {
        measure_peer(program, &journal);
    }
}

fn say(what: &str, figure: std::fmt::Arguments<'_>) {
    let figure = figure.to_string();
    println!("{what:<44}{figure:>14}");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The business with its figures kept, made again first.
fn measure_rebuild(data: &Path) -> Arc<dyn Business> {
    let inner: Arc<dyn BusinessStore> = Arc::new(SqliteStore::open(data).unwrap());
    let plain = inner.open(business::BUSINESS).unwrap();
    plain.write(&mut |unit| unit.clear_posted()).unwrap();
    drop(plain);
    let kept = KeptStore::new(inner).open(business::BUSINESS).unwrap();
    let begun = Instant::now();
    drop(kept.read().unwrap());
    say(
        "all postings made again",
        format_args!("{:.2?}", begun.elapsed()),
    );
    kept
}

fn measure_reports(business: &dyn Business) {
    let options = ReportOptions {
        period: Period {
            from: None,
            to: Some(date(2026, 6, 15)),
        },
        ..ReportOptions::default()
    };
    let measure = |what: &str, report: &dyn Fn(&dyn Figures)| {
        let rounds = (0..ROUNDS).map(|_| {
            let begun = Instant::now();
            let reader = business.read().unwrap();
            report(&*figures::open(&*reader).unwrap());
            begun.elapsed()
        });
        say(what, format_args!("{:.2?}", median(rounds.collect())));
    };
    measure("figures opened", &|_| {});
    measure("trial balance", &|figures| {
        let table = reports::trial_balance_table(figures, &options).unwrap();
        assert!(!table.rows.is_empty());
    });
    measure("balance sheet", &|figures| {
        let table = reports::balance_sheet(figures, &options).unwrap();
        assert!(!table.rows.is_empty());
    });
    measure("aged receivables of a day that is past", &|figures| {
        let table = reports::aged_receivables(figures, &options).unwrap();
        assert!(!table.rows.is_empty());
    });
    let now = ReportOptions {
        period: Period::default(),
        ..options.clone()
    };
    measure("aged receivables of today", &|figures| {
        let table = reports::aged_receivables(figures, &now).unwrap();
        assert!(!table.rows.is_empty());
    });
}

/// The pages of the list of all invoices: their rows with records, and the sums of all.
fn measure_list(business: &dyn Business, invoices: usize) {
    const ROWS: u64 = 200;
    let offsets = [0, invoices / 2, invoices.saturating_sub(200)];
    for (place, offset) in ["first", "middle", "last"].into_iter().zip(offsets) {
        let rounds = (0..ROUNDS).map(|_| {
            let begun = Instant::now();
            let reader = business.read().unwrap();
            let part = ListPart::Page {
                newest_first: true,
                offset: u64::try_from(offset).unwrap(),
                limit: ROWS,
            };
            let mut rows = 0;
            reader
                .each_listed(kinds::SALES_INVOICE, part, &mut |listed| {
                    assert!(reader.object(listed.head.document)?.is_some());
                    rows += 1;
                    Ok(())
                })
                .unwrap();
            assert_eq!(rows, ROWS);
            let sums = reader.list_sums(kinds::SALES_INVOICE).unwrap();
            assert_eq!(sums.count, u64::try_from(invoices).unwrap());
            begun.elapsed()
        });
        let what = format!("list of invoices, {place} page");
        say(&what, format_args!("{:.2?}", median(rounds.collect())));
    }
}

/// What a searched list goes through: everything that is kept of all invoices.
fn measure_search(business: &dyn Business, invoices: usize) {
    let wanted = format!("{:07}", invoices / 2);
    let rounds = (0..ROUNDS).map(|_| {
        let begun = Instant::now();
        let reader = business.read().unwrap();
        let mut found = 0;
        reader
            .each_listed(kinds::SALES_INVOICE, ListPart::All, &mut |listed| {
                found += usize::from(listed.head.reference.contains(&wanted));
                Ok(())
            })
            .unwrap();
        assert_eq!(found, 1);
        begun.elapsed()
    });
    let median = median(rounds.collect());
    say(
        "list of invoices, looked through",
        format_args!("{median:.2?}"),
    );
}

fn measure_saving(business: &dyn Business, invoices: usize) {
    let new = invoices..invoices + SAVES;
    let objects: Vec<Object> = new.map(business::invoice).collect();
    let times = objects.iter().map(|object| {
        let begun = Instant::now();
        business::put(business, object);
        begun.elapsed()
    });
    let times = times.collect();
    say_shares("saving an invoice", times);
    business::delete(business, &objects);
}

/// The middle and the slow end of many times.
fn say_shares(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied();
    for share in [50, 99] {
        let time = at(share).unwrap_or_default();
        say(&format!("{what}, p{share}"), format_args!("{time:.2?}"));
    }
}

/// The balance of another program over the same books; passed over where it is not installed.
fn measure_peer(program: &str, journal: &Path) {
    let mut times = Vec::new();
    for _ in 0..3 {
        let begun = Instant::now();
        let output = Command::new(program)
            .arg("-f")
            .arg(journal)
            .arg("balance")
            .output();
        match output {
            Ok(output) if output.status.success() => times.push(begun.elapsed()),
            _ => {
                println!("{program}: not installed");
                return;
            }
        }
    }
    say(program, format_args!("{:.2?}", median(times)));
}
