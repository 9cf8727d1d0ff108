//! What is fed with bytes from strangers: one function for each reader. They panic when what the
//! reader promises does not hold; `programmes/strangers.rs` and the fuzzers in `fuzz/` call them.

use backup::{Limits, NoProgress, Outcome, check, verify};
use books::{Key, Object};
use interchange::{decode, specs, title, to_plain};
use jiff::civil::date;
use manager_file::wire::Message;
use pages::{Language, Locale};
use std::path::{Path, PathBuf};
use store::HeadNote;

/// The longest name of a file that any system takes with room for a folder, in bytes
/// (design, section 7).
const FILE_NAME_BYTES_MAX: usize = 160;

/// A reader that is fed.
pub struct Target {
    /// What it is called.
    pub name: &'static str,
    /// Feeds it; the folder is for files.
    pub feed: fn(&[u8], &Path),
}

/// All readers.
pub const TARGETS: &[Target] = &[
    Target {
        name: "wire",
        feed: |bytes, _| wire(bytes),
    },
    Target {
        name: "file",
        feed: file,
    },
    Target {
        name: "name",
        feed: |bytes, _| name(bytes),
    },
    Target {
        name: "amount",
        feed: |bytes, _| amount(bytes),
    },
];

/// Records: whatever is understood is written back to the byte, and every kind can be shown.
pub fn wire(bytes: &[u8]) {
    if let Ok(message) = Message::parse(bytes) {
        assert_eq!(message.to_bytes(), bytes, "a record is not what it was");
        for field in message.fields() {
            let _ = (field.decimal(), field.date(), field.guid(), field.text());
            let _ = (field.integer(), field.varint(), field.message());
        }
    }
    let kind = bytes.first().map_or(0, |byte| usize::from(*byte)) % specs().len();
    let content_type = specs()[kind].content_type;
    let _ = (decode(content_type, bytes), to_plain(content_type, bytes));
    let _ = title(&Object {
        key: Key::NIL,
        content_type,
        content: bytes.to_vec(),
        timestamp: None,
    });
    let note = std::str::from_utf8(bytes)
        .ok()
        .and_then(HeadNote::from_line);
    if let Some(note) = note {
        assert_eq!(HeadNote::from_line(&note.line()), Some(note));
    }
}

/// Files: refused or read, the same each time, and what is refused for damage is looked through for
/// what is whole; nothing stays behind.
pub fn file(bytes: &[u8], folder: &Path) {
    let path: PathBuf = folder.join("stranger");
    let scratch = folder.join("scratch");
    let made = std::fs::create_dir_all(&scratch).and_then(|()| std::fs::write(&path, bytes));
    assert!(made.is_ok(), "no file can be made: {made:?}");
    let checked = check(&path, "stranger", &scratch, &NoProgress);
    let verified = verify(&path, "stranger", &scratch, &NoProgress);
    match (&checked, &verified) {
        (Ok(checked), Ok(verified)) => {
            let digests = [checked.plan().content_digest, verified.plan.content_digest];
            assert_eq!(
                digests[0], digests[1],
                "Import and Verify read something else"
            );
        }
        (Ok(_), Err(error)) => panic!("Import takes what Verify refuses: {error}"),
        (Err(error), Ok(verified)) => {
            let is_told = verified.outcome == Outcome::Altered;
            assert!(
                is_told,
                "Verify is content with what Import refuses: {error}"
            );
        }
        (Err(_), Err(_)) => {}
    }
    if let Err(error) = &checked
        && backup::is_rescuable(error)
    {
        // Whatever is left of it: no panic, and nothing stays behind.
        let place = (scratch.as_path(), &Limits::default());
        let opening = backup::Opening::in_scratch(place.0).within(place.1);
        let _ = backup::prepare_rescue(&path, "stranger", &opening, &NoProgress);
    }
    drop(checked);
    let left = std::fs::read_dir(&scratch).map(Iterator::count);
    assert_eq!(left.ok(), Some(0), "something stays in the scratch folder");
}

/// Names: safe on every system, whatever a business or a file is called.
pub fn name(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let day = date(2026, 11, 22);
    for name in [
        backup::suggested_file_name(&text, day),
        backup::clean_file_name(&text),
    ] {
        assert!(name.len() <= FILE_NAME_BYTES_MAX, "{} bytes", name.len());
        assert!(name.ends_with(".manager"), "{name:?}");
        assert_safe(&name);
        let ascii = backup::ascii_file_name(&name, day);
        assert!(ascii.is_ascii() && ascii.ends_with(".manager"), "{ascii:?}");
        assert_eq!(backup::clean_file_name(&name), name, "a clean name changes");
    }
    let attachment = backup::attachment_file_name(&text);
    assert!(!attachment.is_empty());
    assert_safe(&attachment);
    assert!(!backup::kept_file_name(&text).is_empty());
    let business = backup::clean_business_name(&text);
    assert!(!business.chars().any(backup::is_deceptive), "{business:?}");
}

fn assert_safe(name: &str) {
    let is_bad = |letter: char| backup::is_deceptive(letter) || r#"/\:*?"<>|"#.contains(letter);
    assert!(!name.chars().any(is_bad), "{name:?}");
    assert!(
        !name.starts_with(['.', ' ']) && !name.ends_with(['.', ' ']),
        "{name:?}"
    );
}

/// Amounts and dates that people type: what is read is what is shown, in every language.
pub fn amount(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for language in Language::ALL {
        let locale = Locale::new(language);
        if let Ok(value) = locale.parse_amount(&text) {
            let shown = locale.number(value);
            let again = locale.parse_amount(&shown);
            assert_eq!(again.ok(), Some(value), "{text:?} is shown as {shown:?}");
        }
        if let Ok(day) = locale.parse_date(&text) {
            assert_eq!(locale.parse_date(&day.to_string()).ok(), Some(day));
        }
    }
}
