//! Writes the tests' papers into a folder, to be looked at, and says how long each took.
//!
//! `cargo run --release -p pdf --example papers -- FOLDER [LINES]`: with a number of lines only
//! the long invoice, and the most memory that the process held, where the system tells.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program for developers: it speaks on the terminal and gives up at once"
)]
#![allow(dead_code, reason = "papers that only tests use")]

#[path = "../tests/it/papers.rs"]
mod papers;

use std::path::Path;
use std::time::Instant;

use pdf::{Pdf, PdfError, render_document, render_report};

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().expect("the folder to write into");
    let folder = Path::new(&folder);
    let lines = words
        .next()
        .map(|word| word.parse().expect("a number of lines"));
    let begun = Instant::now();
    let fonts = papers::fonts();
    println!("fonts found in {:?}", begun.elapsed());
    if let Some(lines) = lines {
        let invoice = papers::long_invoice(lines);
        write(folder, "long", || render_document(&invoice, fonts));
        write(folder, "long", || render_document(&invoice, fonts));
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = status.lines().find(|line| line.starts_with("VmHWM"));
        println!(
            "{}",
            peak.unwrap_or("how much memory was held is unknown here")
        );
        return;
    }
    write(folder, "english", || {
        render_document(&papers::english_invoice(), fonts)
    });
    write(folder, "bengali", || {
        render_document(&papers::bengali_invoice(), fonts)
    });
    write(folder, "hindi", || {
        render_document(&papers::hindi_invoice(), fonts)
    });
    write(folder, "arabic", || {
        render_document(&papers::arabic_invoice(), fonts)
    });
    write(folder, "long", || {
        render_document(&papers::long_invoice(200), fonts)
    });
    write(folder, "report", || {
        render_report(&papers::balance_sheet(), fonts)
    });
}

/// Makes one paper, writes it and says how it went.
fn write(folder: &Path, name: &str, make: impl Fn() -> Result<Pdf, PdfError>) {
    let begun = Instant::now();
    let pdf = make().expect("a paper");
    let taken = begun.elapsed();
    let (bytes, pages) = (pdf.bytes.len(), pdf.pages_count);
    println!(
        "{name}: {taken:?}, {bytes} bytes, {pages} pages, notices: {:?}",
        pdf.notices
    );
    std::fs::write(folder.join(format!("{name}.pdf")), pdf.bytes).expect("room for the file");
}
