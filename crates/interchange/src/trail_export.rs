//! The trail for people and scripts elsewhere: one line of CSV or one JSON value for each entry.
//!
//! CSV is RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. A text cell that
//! a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. Codes
//! and names are those that are stored: an export reads the same in every language.

use crate::field_changes::hex;
use crate::json::Plain;
use crate::{FieldChange, field_changes, json_text, to_plain};
use books::kinds;
use history::{Contents, Entry};
use jiff::tz::{Offset, TimeZone};

/// What a CSV file begins with.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of the CSV, in order.
const COLUMNS: [&str; 17] = [
    "sequence",
    "instant",
    "zone",
    "user",
    "program_version",
    "action",
    "kind",
    "record",
    "title",
    "changes",
    "facts",
    "installation",
    "commit",
    "key",
    "user_key",
    "previous_hash",
    "hash",
];

/// The heading, with its end of line.
pub fn csv_heading() -> String {
    format!("{}\r\n", COLUMNS.join(","))
}

/// The line of an entry, with its end.
pub fn csv_row(entry: &Entry) -> String {
    let draft = &entry.draft;
    let key = |key: Option<books::Key>| key.map(|key| key.to_string()).unwrap_or_default();
    let cells = [
        entry.sequence.to_string(),
        text_cell(&moment(entry)),
        text_cell(&draft.stamp.zone),
        text_cell(&draft.stamp.user_name),
        text_cell(&draft.stamp.program_version),
        text_cell(draft.action.code()),
        text_cell(&kind(entry)),
        text_cell(&key(draft.object)),
        text_cell(&draft.title),
        text_cell(&changes_text(&field_changes(&draft.before, &draft.after))),
        text_cell(&facts_text(&draft.facts)),
        text_cell(&entry.installation.to_string()),
        text_cell(&draft.stamp.commit.to_string()),
        text_cell(&draft.key.to_string()),
        text_cell(&key(draft.stamp.user_key)),
        text_cell(&hex(&entry.previous_hash)),
        text_cell(&hex(&entry.hash)),
    ];
    format!("{}\r\n", cells.join(","))
}

/// The entry as one JSON value on one line.
pub fn json_entry(entry: &Entry) -> String {
    let draft = &entry.draft;
    let text = |text: &str| Plain::Text(text.to_owned());
    let key = |key: Option<books::Key>| key.map_or(Plain::Null, |key| Plain::Text(key.to_string()));
    let facts = draft
        .facts
        .iter()
        .map(|(name, value)| (name.clone(), text(value)))
        .collect();
    let changes = field_changes(&draft.before, &draft.after)
        .into_iter()
        .map(|change| {
            let side = |side: Option<String>| side.map_or(Plain::Null, Plain::Text);
            Plain::Map(vec![
                ("field".to_owned(), Plain::Text(change.path)),
                ("before".to_owned(), side(change.before)),
                ("after".to_owned(), side(change.after)),
            ])
        })
        .collect();
    let members = [
        ("sequence", Plain::Integer(signed(entry.sequence))),
        ("instant", text(&moment(entry))),
        ("zone", text(&draft.stamp.zone)),
        ("user", text(&draft.stamp.user_name)),
        ("user_key", key(draft.stamp.user_key)),
        ("program_version", text(&draft.stamp.program_version)),
        ("action", text(draft.action.code())),
        ("kind", text(&kind(entry))),
        ("record", key(draft.object)),
        ("title", text(&draft.title)),
        ("changes", Plain::List(changes)),
        ("before", content(&draft.before)),
        ("after", content(&draft.after)),
        ("facts", Plain::Map(facts)),
        ("installation", text(&entry.installation.to_string())),
        ("commit", text(&draft.stamp.commit.to_string())),
        ("key", text(&draft.key.to_string())),
        ("previous_hash", text(&hex(&entry.previous_hash))),
        ("hash", text(&hex(&entry.hash))),
    ];
    json_text(&Plain::Map(
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    ))
}

fn content(contents: &Contents) -> Plain {
    match (&contents.content, contents.content_type) {
        (Some(content), Some(kind)) => to_plain(kind, content),
        _ => Plain::Null,
    }
}

/// The moment with the offset that was in force where the person acted.
fn moment(entry: &Entry) -> String {
    let stamp = &entry.draft.stamp;
    let offset = Offset::from_seconds(stamp.offset_s).unwrap_or(Offset::UTC);
    let there = stamp.instant.to_zoned(TimeZone::fixed(offset));
    there.strftime("%Y-%m-%dT%H:%M:%S%.f%:z").to_string()
}

fn kind(entry: &Entry) -> String {
    let draft = &entry.draft;
    let kind = draft.after.content_type.or(draft.before.content_type);
    kind.map(|key| kinds::find(key).map_or_else(|| key.to_string(), |kind| kind.name.to_owned()))
        .unwrap_or_default()
}

fn changes_text(changes: &[FieldChange]) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_default();
    let parts: Vec<String> = changes
        .iter()
        .map(|change| {
            let (before, after) = (side(&change.before), side(&change.after));
            format!("{}: {before} → {after}", change.path)
        })
        .collect();
    parts.join("\n")
}

fn facts_text(facts: &[(String, String)]) -> String {
    let parts: Vec<String> = facts
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    parts.join("\n")
}

/// A text as a cell: never a formula, quoted where it must be.
pub fn text_cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0'])
        // Some programs take these full-width letters for the same.
        || text.starts_with(['＝', '＋', '－', '＠']);
    let safe = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if safe.contains([',', '"', '\r', '\n', ';', '\t']) || safe.starts_with('\'') {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use books::Key;
    use history::{Action, Draft, Head, Stamp, chain};

    fn entry(user: &str, title: &str) -> Entry {
        let contents = |bytes: &[u8]| Contents {
            content_type: Some(kinds::CUSTOMER),
            content: Some(bytes.to_vec()),
        };
        let draft = Draft {
            stamp: Stamp {
                instant: "2026-11-21T10:02:11.5Z".parse().unwrap(),
                zone: "Asia/Dhaka".to_owned(),
                offset_s: 21_600,
                user_key: None,
                user_name: user.to_owned(),
                program_version: "0.1.0".to_owned(),
                commit: Key::NIL,
            },
            action: Action::Change,
            key: Key::NIL,
            object: Some(Key::NIL),
            before: contents(&[0x0a, 1, b'A']),
            after: contents(&[0x0a, 1, b'B']),
            title: title.to_owned(),
            facts: vec![("undoes".to_owned(), "3".to_owned())],
        };
        chain::link(Head::default(), Key::NIL, draft)
    }

    #[test]
    fn a_row_has_a_cell_for_every_column() {
        let row = csv_row(&entry("Rahima", "Karim"));
        assert_eq!(row.matches(',').count(), COLUMNS.len() - 1, "{row}");
        assert!(row.starts_with("1,2026-11-21T16:02:11.5+06:00,Asia/Dhaka,Rahima,0.1.0,change,"));
        assert!(row.contains(",Name: A → B,undoes: 3,"), "{row}");
        assert!(row.ends_with("\r\n"));
    }

    #[test]
    fn no_text_is_a_formula() {
        for (text, cell) in [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\tx", "\"'\tx\""),
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("'quoted", "\"'quoted\""),
            ("রহিমা", "রহিমা"),
        ] {
            assert_eq!(text_cell(text), cell);
        }
        assert!(csv_row(&entry("=cmd|'/c calc'!A0", "x")).contains("\"'=cmd|"));
    }

    #[test]
    fn an_entry_is_one_line_of_json_with_both_contents() {
        let json = json_entry(&entry("রহিমা \"R\"", "K\n"));
        assert!(json.contains("\"user\":\"রহিমা \\\"R\\\"\""), "{json}");
        assert!(json.contains("\"title\":\"K\\n\""), "{json}");
        assert!(
            json.contains("\"changes\":[{\"field\":\"Name\",\"before\":\"A\",\"after\":\"B\"}]")
        );
        assert!(
            json.contains("\"after\":{") && !json.contains('\n'),
            "{json}"
        );
    }
}
