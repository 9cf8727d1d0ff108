//! Records that somebody made to do harm: read without a panic, in time, kept byte for byte; and
//! whatever is refused leaves everything as it was, by digest (S8, S9, S12).

use crate::setting::{Setting, key, made_up};
use backup::NoProgress;
use books::{Key, kinds};
use std::time::{Duration, Instant};
use store::BusinessStore;
use testkit::sample_files::{self as files, Hostile};

/// Everything below, in a build that nobody made fast, on a computer that others use.
const TIME_MAX: Duration = Duration::from_secs(60);

/// Makes a file.
type Build = fn(&std::path::Path) -> files::Built;

/// A number in the wire encoding.
fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// A message within a message, so many times; the innermost is empty.
fn nested(depth: usize) -> Vec<u8> {
    let mut lengths = Vec::new();
    let mut length: u64 = 0;
    for _ in 0..depth {
        let head = varint(length);
        length += 1 + head.len() as u64;
        lengths.push(head);
    }
    let levels = lengths.into_iter().rev();
    levels
        .flat_map(|head| [vec![0x0a], head].concat())
        .collect()
}

/// Contents that broke readers of this encoding elsewhere.
fn contents() -> Vec<(&'static str, Vec<u8>)> {
    let end = |from: &[u8], more: &[u8]| [from, more].concat();
    vec![
        ("20,000 messages in each other", nested(20_000)),
        ("200,000 open groups", vec![0x0b; 200_000]),
        ("closed groups that were never open", vec![0x0c; 10_000]),
        ("an overlong varint", end(&[0x08], &[0xff; 11])),
        (
            "a varint of eleven bytes that says one",
            end(&[0x08, 0x81], &end(&[0x80; 9], &[0x00])),
        ),
        (
            "a length past the end",
            vec![0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x41],
        ),
        ("a length of 2^63", end(&[0x0a], &varint(1 << 63))),
        ("half a million fields", [0x08, 0x01].repeat(500_000)),
        ("field number nought", vec![0x00, 0x01]),
        ("wire types that do not exist", vec![0x0e, 0x0f]),
        ("a fixed number cut short", vec![0x09, 1, 2, 3]),
        ("text that is none", vec![0x0a, 3, 0xff, 0xfe, 0x00]),
        (
            "a decimal with an absurd scale",
            end(&[0x0a, 13], &end(&[0x08, 1, 0x18], &[0xff; 10])),
        ),
        (
            "a date beyond all calendars",
            end(&[0x0a, 11, 0x08], &varint(u64::MAX)),
        ),
        ("nothing but continuation", vec![0x80; 100_000]),
    ]
}

/// The small business with records of several kinds that hold a content each.
fn file_with(setting: &Setting, name: &str, content: &[u8]) -> std::path::PathBuf {
    let path = setting.path(name);
    files::small_business_file(&path).unwrap();
    let database = rusqlite::Connection::open(&path).unwrap();
    let kinds = [
        kinds::SALES_INVOICE,
        kinds::CUSTOMER,
        kinds::JOURNAL_ENTRY,
        kinds::ATTACHMENT,
        kinds::BANK_OR_CASH_ACCOUNT,
        Key::from_random([0xee; 16]),
    ];
    for (number, kind) in (100..).zip(kinds) {
        database
            .execute(
                "INSERT INTO Objects (Key, ContentType, Content, Timestamp) VALUES (?1, ?2, ?3, 1)",
                (key(number).to_string(), kind.to_string(), content),
            )
            .unwrap();
    }
    database.close().unwrap();
    path
}

#[test]
fn hostile_records_are_kept_as_they_are_or_the_file_is_refused_and_nothing_changed() {
    let setting = Setting::new();
    made_up(&setting);
    let begun = Instant::now();
    for (number, (what, content)) in (1..).zip(contents()) {
        let path = file_with(&setting, &format!("{number}.manager"), &content);
        let before = setting.fingerprint();
        let scratch = setting.store.scratch();
        match backup::check(&path, "stranger.manager", scratch, &NoProgress) {
            Ok(checked) => {
                drop(checked);
                let business = setting.import(&path, key(number));
                let reader = business.read().unwrap();
                for record in 100..106 {
                    let object = reader.object(key(record)).unwrap().expect(what);
                    assert!(object.content == content, "{what}: its bytes are others");
                }
                drop(reader);
                drop(business);
                setting.store.remove(key(number)).unwrap();
            }
            Err(error) => {
                assert!(!error.code().is_empty(), "{what}");
                assert_eq!(setting.fingerprint(), before, "{what}: {error}");
            }
        }
    }
    assert!(begun.elapsed() < TIME_MAX, "{:?}", begun.elapsed());
}

/// S12: by the digests of all files of the data folder, its scratch folder among them.
#[test]
fn whatever_is_refused_leaves_everything_as_it_was() {
    let setting = Setting::new();
    made_up(&setting);
    let mut refused = 0;
    let mut judge = |name: String, build: &dyn Fn(&std::path::Path) -> files::Built| {
        let path = setting.path(&name);
        build(&path).unwrap();
        let before = setting.fingerprint();
        let scratch = setting.store.scratch();
        for round in 0..2 {
            let opening = backup::Opening::in_scratch(scratch);
            let checked = backup::check(&path, &name, scratch, &NoProgress).map(drop);
            let rescued = backup::prepare_rescue(&path, &name, &opening, &NoProgress).map(drop);
            refused += usize::from(checked.is_err());
            drop(rescued);
            assert_eq!(setting.fingerprint(), before, "{name}, round {round}");
        }
    };
    for what in [
        Hostile::EndlessView,
        Hostile::ViewBeside,
        Hostile::Trigger,
        Hostile::ComputedIndex,
        Hostile::VirtualTable,
        Hostile::VirtualObjects,
        Hostile::Check,
        Hostile::ComputedColumn,
        Hostile::ComputedContent,
        Hostile::ViewPosingAsTable,
    ] {
        judge(format!("{what:?}.manager"), &|path| {
            files::hostile_file(path, what)
        });
    }
    let builds: [(&str, Build); 12] = [
        ("empty", files::empty),
        ("text", files::text),
        ("other", files::other_database),
        ("half", files::cut_half),
        ("middle", files::overwritten_middle),
        ("older", files::older_format),
        ("two", files::two_databases_zip),
        ("none", files::zip_without_database),
        ("encrypted", files::encrypted),
        ("record", files::damaged_record),
        ("case", files::keys_differing_in_case),
        ("window", files::zstandard_with_huge_window),
    ];
    for (name, build) in builds {
        judge(format!("{name}.manager"), &build);
    }
    let mib = 1 << 20;
    judge("bomb.gz".to_owned(), &|path| {
        files::gzip_bomb(path, 100 * mib)
    });
    assert!(refused >= 30, "only {refused} refusals");
}
