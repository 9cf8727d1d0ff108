//! Recomputes the vectors of SPEC-history.md, section 9, and holds the document to them.

use crate::sample::{chain_of, first_draft, second_draft};
use books::Key;
use history::{Entry, facts};

const SPEC: &str = include_str!("../../../../docs/SPEC-history.md");

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn text(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

fn key(value: Option<Key>) -> String {
    value.map_or("NULL".to_owned(), |key| format!("'{key}'"))
}

fn bytes(value: Option<&[u8]>) -> String {
    value.map_or("NULL".to_owned(), |bytes| format!("X'{}'", hex(bytes)))
}

/// The rows of section 7 that hold this entry, as SQL.
fn sql(entry: &Entry) -> String {
    let draft = &entry.draft;
    let stamp = &draft.stamp;
    let (before, after) = (&draft.before, &draft.after);
    let mut rows = format!(
        "INSERT INTO TijoriHistory VALUES ({}, '{}',\n    '{}', '{}', {}, {},\n    {}, {}, {}, {}, {}, {},\n    {}, {}, {}, {},\n    {},\n    {},\n    {});\n",
        entry.sequence,
        draft.key,
        entry.installation,
        stamp.commit,
        stamp.instant.as_second(),
        stamp.instant.subsec_nanosecond(),
        text(&stamp.zone),
        stamp.offset_s,
        key(stamp.user_key),
        text(&stamp.user_name),
        text(&stamp.program_version),
        text(draft.action.code()),
        key(draft.object),
        key(before.content_type),
        key(after.content_type),
        text(&draft.title),
        bytes(Some(&facts::encode(&draft.facts))),
        bytes(Some(&entry.previous_hash)),
        bytes(Some(&entry.hash)),
    );
    if draft.object.is_some() {
        let ticks = stamp.instant.as_nanosecond().div_euclid(100) + 621_355_968_000_000_000;
        rows += &format!(
            "INSERT INTO Changes VALUES ('{}', '{}',\n    {}, {}, {ticks},\n    {}, {}, {}, {});\n",
            draft.key,
            stamp.commit,
            key(draft.object),
            text(&stamp.user_name),
            key(before.content_type),
            key(after.content_type),
            bytes(before.content.as_deref()),
            bytes(after.content.as_deref()),
        );
    }
    rows
}

#[test]
fn the_vectors_of_the_spec_are_what_the_chain_gives() {
    let entries = chain_of([first_draft(), second_draft()]);
    let rows: String = entries.iter().map(sql).collect();
    assert!(
        SPEC.contains(&rows),
        "section 9 should hold these lines:\n{rows}"
    );
    let hashes = entries
        .iter()
        .map(|entry| format!("`{}`", hex(&entry.hash)))
        .collect::<Vec<_>>()
        .join(" | ");
    assert!(SPEC.contains(&hashes), "section 9 should say {hashes}");
}

#[test]
fn every_action_stands_in_the_spec() {
    for action in history::Action::ALL {
        assert!(SPEC.contains(&format!("| `{}` |", action.code())));
        assert_eq!(
            history::Action::from_code(action.code()),
            Some(action),
            "the code reads back"
        );
    }
}
