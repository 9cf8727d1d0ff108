//! Good and damaged `.manager` files, made afresh for each test; nothing in them is real.
//!
//! [`small_business_file`] is a whole small business: details, currency, accounts, a customer, two
//! invoices, a receipt, an attachment with its bytes, a change. Everything else starts from it and
//! spoils one thing, named after what is wrong.

mod damaged;
mod hostile;
mod records;

use std::error::Error;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use manager_file::{Cell, FileWriter, standard_tables};

pub use damaged::{
    cut_half, damaged_record, empty, encrypted, keys_differing_in_case, older_format,
    other_database, overwritten_middle, text, two_databases_zip, zip_without_database,
};
pub use hostile::{
    Hostile, gzip_bomb, hostile_file, zip_bomb, zstandard_bomb, zstandard_with_huge_window,
};
pub use records::{
    ATTACHMENT, ATTACHMENT_BYTES, CUSTOMER, FIRST_INVOICE, SECOND_INVOICE, SampleRecord,
    small_business_records,
};

/// What a builder returns: nothing, or whatever went wrong.
pub type Built = Result<(), Box<dyn Error>>;

/// .NET ticks of 2026-03-01 09:30 UTC, the time of every sample record.
pub const SAMPLE_TIMESTAMP: i64 = 639_079_542_000_000_000;

/// A whole small business as a plain file with the tables `Objects`, `Images`, `Blobs` and
/// `Changes`.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn small_business_file(path: &Path) -> Built {
    let mut writer = FileWriter::create(path)?;
    for table in [
        standard_tables::objects(),
        standard_tables::images(),
        standard_tables::blobs(),
        standard_tables::changes(),
    ] {
        writer.declare(&table)?;
    }
    let mut records = small_business_records();
    records.sort_by_key(|record| record.key);
    for record in &records {
        writer.row("Objects", &object_cells(record))?;
    }
    let blob = [
        Cell::of_text(ATTACHMENT),
        Cell::of_text("receipt of the shop.txt"),
        Cell::of_text("text/plain"),
        Cell::Null,
    ];
    let mut bytes = ATTACHMENT_BYTES;
    let length = u64::try_from(bytes.len())?;
    writer.blob_row("Blobs", &blob, "Content", length, &mut bytes)?;
    writer.row("Changes", &change_of(&records))?;
    writer.finish()?;
    Ok(())
}

/// The same business, compressed and sealed as a backup of ours is.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn small_business_file_compressed(path: &Path) -> Built {
    with_plain_file(|plain| {
        let go_on = &mut |_, _| std::ops::ControlFlow::Continue(());
        manager_file::compress(plain, path, &Default::default(), go_on)?;
        Ok(())
    })
}

/// The same business in a gzip of its own.
///
/// # Errors
/// When the file cannot be written.
pub fn small_business_file_gzip(path: &Path) -> Built {
    with_plain_file(|plain| {
        let mut encoder =
            flate2::write::GzEncoder::new(File::create(path)?, flate2::Compression::default());
        encoder.write_all(&fs::read(plain)?)?;
        encoder.finish()?;
        Ok(())
    })
}

/// The same business in a zip, beside a note and inside a folder.
///
/// # Errors
/// When the file cannot be written.
pub fn small_business_file_zip(path: &Path) -> Built {
    with_plain_file(|plain| {
        let books = fs::read(plain)?;
        write_zip(
            path,
            &[
                ("read me.txt", b"The books are in the folder."),
                ("books/Corner Shop (2026-03-01).manager", &books),
                ("__MACOSX/books/._Corner Shop (2026-03-01).manager", b"x"),
            ],
        )
    })
}

/// The same business as one ordinary Zstandard frame without a seal.
///
/// # Errors
/// When the file cannot be written.
pub fn small_business_file_zstandard(path: &Path) -> Built {
    with_plain_file(|plain| {
        zstd::stream::copy_encode(File::open(plain)?, File::create(path)?, 3)?;
        Ok(())
    })
}

/// Makes the business in a folder that goes afterwards, and hands over where it is.
fn with_plain_file(use_it: impl FnOnce(&Path) -> Built) -> Built {
    let folder = tempfile::tempdir()?;
    let plain = folder.path().join("Corner Shop (2026-03-01).manager");
    small_business_file(&plain)?;
    use_it(&plain)
}

fn write_zip(path: &Path, entries: &[(&str, &[u8])]) -> Built {
    let mut archive = zip::ZipWriter::new(File::create(path)?);
    for (name, bytes) in entries {
        archive.start_file(*name, zip::write::SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    archive.finish()?;
    Ok(())
}

fn object_cells(record: &SampleRecord) -> [Cell; 4] {
    [
        Cell::of_text(record.key),
        Cell::of_text(record.content_type),
        Cell::Blob(record.content.clone()),
        Cell::Integer(SAMPLE_TIMESTAMP),
    ]
}

/// The trail of the newest invoice: made by someone, from nothing.
fn change_of(records: &[SampleRecord]) -> Vec<Cell> {
    let invoice = records.iter().find(|record| record.key == SECOND_INVOICE);
    let content = invoice.map_or(Vec::new(), |record| record.content.clone());
    let kind = invoice.map_or(Cell::Null, |record| Cell::of_text(record.content_type));
    vec![
        Cell::of_text("c0000000-0000-4000-8000-000000000001"),
        Cell::of_text("c0000000-0000-4000-8000-0000000000ff"),
        Cell::of_text(SECOND_INVOICE),
        Cell::of_text("asha@example.test"),
        Cell::Integer(SAMPLE_TIMESTAMP),
        Cell::Null,
        kind,
        Cell::Null,
        Cell::Blob(content),
    ]
}
