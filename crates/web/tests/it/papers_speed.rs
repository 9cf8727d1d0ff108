//! How long papers take: the figures of docs/PERFORMANCE.md, printed for whoever asks.
//!
//! `cargo test -p web --test it papers_speed -- --nocapture`, alone, because the fonts are looked
//! for once per program and another test may have done it.

use crate::bench::Bench;
use crate::papers_books::{ARABIC, KARIM, RICE, VAT, business, invoice, k, line, map, t};
use books::Key;
use interchange::Plain;
use pages::{Language, Locale};
use std::time::{Duration, Instant};
use web::papers::{Source, paper};

/// How many invoices a month's end may bring.
const INVOICES_COUNT: u8 = 200;
/// Far above what it takes, so that only another order of magnitude fails.
const ALL_MAX: Duration = Duration::from_secs(120);

/// Invoices of five lines, every tenth to an Arabic name.
fn put_invoices(bench: &Bench, business: Key) -> Vec<Key> {
    let lamp = map(&[
        ("Item", k(RICE)),
        ("LineDescription", t("Polished, with a cotton wick")),
        ("Qty", t("12")),
        ("SalesUnitPrice", t("1250.5")),
        ("TaxCode", k(VAT)),
    ]);
    (0..INVOICES_COUNT)
        .map(|number| {
            let mut bytes = [0xa5; 16];
            bytes[0] = number;
            let key = Key::from_random(bytes);
            let delivery = line("Delivery to the door", "1", "350", Some(VAT));
            let lines: Vec<Plain> = std::iter::repeat_n(lamp.clone(), 4)
                .chain([delivery])
                .collect();
            let customer = if number % 10 == 0 { ARABIC } else { KARIM };
            let made = invoice(key, customer, lines, &[]);
            bench.puts(business, made.key, made.content_type, &made.content);
            made.key
        })
        .collect()
}

#[test]
fn a_month_of_invoices_is_on_paper_while_one_waits() {
    let bench = Bench::new();
    let business = business(&bench);
    let invoices = put_invoices(&bench, business);
    let opened = bench.store().open(business).expect("the business");
    let reader = opened.read().expect("a reader");
    let english = Locale::new(Language::English);
    let took = |invoice: Key| {
        let begun = Instant::now();
        let source = Source::Record(invoice);
        let made = paper(bench.app(), reader.as_ref(), &source, english).expect("a paper");
        assert!(made.bytes.starts_with(b"%PDF"), "{}", made.file_name);
        begun.elapsed()
    };
    let first = took(invoices[1]);
    let warm = took(invoices[1]);
    let begun = Instant::now();
    for invoice in &invoices {
        took(*invoice);
    }
    let all = begun.elapsed();
    println!("first {first:.1?}, one more {warm:.1?}, {INVOICES_COUNT} invoices {all:.1?}");
    assert!(all < ALL_MAX, "{all:.1?} for {INVOICES_COUNT} invoices");
}
