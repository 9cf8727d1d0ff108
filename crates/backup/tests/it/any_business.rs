//! Whatever a file holds, it comes back: import → backup → import for businesses made at random,
//! with rows that break rules, tables nobody knows, bytes that are no text and columns too many.

use crate::setting::{Setting, back_up, key};
use backup::{BackupContents, BackupForm, NoProgress};
use books::kinds;
use manager_file::wire::{Field, Message};
use manager_file::{Cell, Column, FileWriter, NewTable, standard_tables};
use proptest::prelude::*;
use std::path::Path;
use store::BusinessStore;

#[derive(Debug, Clone)]
struct AnyBusiness {
    /// Key byte, whether it is an attachment, content, timestamp.
    objects: Vec<(u8, bool, Vec<u8>, Option<i64>)>,
    blobs: Vec<(u8, Option<String>, Vec<u8>)>,
    odd_objects: Vec<Cell>,
    extra_column: Option<Vec<Cell>>,
    emails: Vec<(Cell, Cell)>,
    images: Vec<(u8, Vec<u8>)>,
    changes: Vec<(u8, Vec<u8>)>,
    unknown: Vec<(Cell, Cell, Cell)>,
}

fn cell() -> impl Strategy<Value = Cell> {
    let bytes = || prop::collection::vec(any::<u8>(), 0..20);
    prop_oneof![
        Just(Cell::Null),
        any::<i64>().prop_map(Cell::Integer),
        // A number that is no number becomes NULL in SQLite, so only real numbers stand here.
        any::<f64>()
            .prop_filter("SQLite keeps no NaN", |number| !number.is_nan())
            .prop_map(|number| Cell::Real(number.to_bits())),
        ".{0,12}".prop_map(|text| Cell::of_text(&text)),
        bytes().prop_map(Cell::Text),
        bytes().prop_map(Cell::Blob),
    ]
}

fn any_business() -> impl Strategy<Value = AnyBusiness> {
    let bytes = || prop::collection::vec(any::<u8>(), 0..40);
    let many = 0..6_usize;
    (
        prop::collection::vec(
            (any::<u8>(), any::<bool>(), bytes(), any::<Option<i64>>()),
            0..12,
        ),
        prop::collection::vec(
            (any::<u8>(), prop::option::of(".{0,12}"), bytes()),
            many.clone(),
        ),
        prop::collection::vec(cell(), many.clone()),
        prop::option::of(prop::collection::vec(cell(), 12)),
        prop::collection::vec((cell(), cell()), many.clone()),
        prop::collection::vec((any::<u8>(), bytes()), many.clone()),
        prop::collection::vec((any::<u8>(), bytes()), many.clone()),
        prop::collection::vec((cell(), cell(), cell()), many),
    )
        .prop_map(
            |(objects, blobs, odd_objects, extra_column, emails, images, changes, unknown)| {
                AnyBusiness {
                    objects,
                    blobs,
                    odd_objects,
                    extra_column,
                    emails,
                    images,
                    changes,
                    unknown,
                }
            },
        )
}

fn text_key(byte: u8) -> Cell {
    Cell::of_text(&key(byte).to_string())
}

/// The first of every key only: files have no two rows with one key.
fn once<T: Clone>(rows: &[T], byte: impl Fn(&T) -> u8) -> Vec<T> {
    let mut seen = std::collections::BTreeSet::new();
    rows.iter()
        .filter(|row| seen.insert(byte(row)))
        .cloned()
        .collect()
}

fn loose(name: &str, columns: &[&str]) -> NewTable {
    NewTable {
        name: name.to_owned(),
        columns: columns
            .iter()
            .map(|column| Column::new(column, ""))
            .collect(),
        without_rowid: false,
    }
}

fn write_objects(writer: &mut FileWriter, business: &AnyBusiness) {
    let mut table = standard_tables::objects();
    if business.extra_column.is_some() {
        table.columns.push(Column::new("Surprise", ""));
    }
    writer.declare(&table).unwrap();
    let mut extra = business
        .extra_column
        .clone()
        .unwrap_or_default()
        .into_iter();
    let mut row = |mut cells: Vec<Cell>| {
        if business.extra_column.is_some() {
            cells.push(extra.next().unwrap_or(Cell::Null));
        }
        writer.row("Objects", &cells).unwrap();
    };
    let details = kinds::BUSINESS_DETAILS.to_string();
    let mut named = Message::default();
    named.set(1, Some(Field::of_text(1, "Any")));
    row(vec![
        Cell::of_text(&details),
        Cell::of_text(&details),
        Cell::Blob(named.to_bytes()),
        Cell::Integer(1),
    ]);
    for (byte, is_attachment, content, timestamp) in once(&business.objects, |row| row.0) {
        // An unknown kind, so that no damage is looked for inside.
        let kind = if is_attachment {
            kinds::ATTACHMENT
        } else {
            key(200)
        };
        row(vec![
            text_key(byte),
            Cell::of_text(&kind.to_string()),
            Cell::Blob(if is_attachment { vec![] } else { content }),
            timestamp.map_or(Cell::Null, Cell::Integer),
        ]);
    }
    for (number, cell) in business.odd_objects.iter().enumerate() {
        row(vec![
            Cell::of_text(&format!("not a key {number}")),
            cell.clone(),
            Cell::Null,
            Cell::Null,
        ]);
    }
}

fn write(business: &AnyBusiness, path: &Path) {
    let mut writer = FileWriter::create(path).unwrap();
    write_objects(&mut writer, business);
    writer.declare(&standard_tables::blobs()).unwrap();
    for (byte, name, bytes) in once(&business.blobs, |row| row.0) {
        let name = name.map_or(Cell::Null, |name| Cell::of_text(&name));
        writer
            .row(
                "Blobs",
                &[text_key(byte), name, Cell::Null, Cell::Blob(bytes)],
            )
            .unwrap();
    }
    writer.declare(&standard_tables::images()).unwrap();
    for (byte, bytes) in once(&business.images, |row| row.0) {
        let cells = [
            text_key(byte),
            Cell::of_text("image/png"),
            Cell::Blob(bytes),
            Cell::Null,
        ];
        writer.row("Images", &cells).unwrap();
    }
    writer.declare(&standard_tables::changes()).unwrap();
    for (byte, bytes) in once(&business.changes, |row| row.0) {
        let mut cells = vec![Cell::Null; 9];
        cells[0] = text_key(byte);
        cells[8] = Cell::Blob(bytes);
        writer.row("Changes", &cells).unwrap();
    }
    writer
        .declare(&loose("Emails", &["Subject", "Body"]))
        .unwrap();
    for (subject, body) in &business.emails {
        writer
            .row("Emails", &[subject.clone(), body.clone()])
            .unwrap();
    }
    writer
        .declare(&loose("Nobody knows", &["a", "b", "c"]))
        .unwrap();
    for (a, b, c) in &business.unknown {
        writer
            .row("Nobody knows", &[a.clone(), b.clone(), c.clone()])
            .unwrap();
    }
    writer.finish().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_business_comes_back(business in any_business(), compressed: bool) {
        let setting = Setting::new();
        let path = setting.path("any.manager");
        write(&business, &path);
        let form = if compressed { BackupForm::Compressed } else { BackupForm::Plain };
        let scratch = setting.store.scratch();
        let first = backup::check(&path, "any.manager", scratch, &NoProgress).unwrap();
        let imported = setting.import(&path, key(201));
        let copy = setting.path("copy.manager");
        let made = back_up(&setting, &*imported, &copy, BackupContents::default(), form);
        let second = backup::check(&copy, "copy.manager", scratch, &NoProgress).unwrap();
        prop_assert_eq!(first.plan().content_digest, made.content_digest);
        prop_assert_eq!(first.plan().content_digest, second.plan().content_digest);
        prop_assert_eq!(&first.plan().by_type, &second.plan().by_type);
        prop_assert_eq!(&first.plan().unknown_types, &second.plan().unknown_types);
        prop_assert_eq!(first.plan().emails_count, second.plan().emails_count);
        // The entry that tells of the import is the only new one.
        prop_assert_eq!(first.plan().history_count + 1, second.plan().history_count);
        let again = setting.import(&copy, key(202));
        prop_assert_eq!(
            imported.read().unwrap().object_counts().unwrap(),
            again.read().unwrap().object_counts().unwrap()
        );
    }
}
