//! What is damaged in a sealed file, said to whoever verifies it: the blocks, and what lies in
//! them (SPEC-backup.md, 7.2).

use crate::arguments::Arguments;
use crate::output::{complain, say_json};
use backup::{BackupError, Damage, DamagedBlock, DamagedRows, Opening};
use books::Key;
use pages::{Argument, Locale};
use serde_json::{Value, json};
use std::path::Path;

/// Says where a file is damaged that was refused because it was altered. Where that cannot be
/// found out, the refusal itself says all that is known. With `--json`, one document says so on
/// standard output.
pub fn tell(
    error: &BackupError,
    file: &Path,
    opening: &Opening<'_>,
    (arguments, locale): (&Arguments, Locale),
) {
    if !matches!(error.code(), "altered" | "encryption-damaged") {
        return;
    }
    let damage = backup::find_damage_with(file, opening).ok().flatten();
    if let Some(damage) = &damage {
        say(damage, locale);
    }
    if arguments.json {
        // Whoever closed the pipe reads nothing more; the exit code says the same.
        let _ = say_json(&json!({
            "file": super::inspect::name_of(file),
            "result": "altered",
            "error": error.code(),
            "encrypted": error.code() == "encryption-damaged",
            "damage": damage.as_ref().map(as_json),
        }));
    }
}

fn as_json(damage: &Damage) -> Value {
    let blocks: Vec<Value> = damage
        .blocks
        .iter()
        .map(|block| {
            json!({
                "number": block.number,
                "offset": block.offset,
                "bytes": block.bytes_count,
            })
        })
        .collect();
    let rows: Vec<Value> = damage
        .rows
        .iter()
        .map(|rows| {
            let keys = rows
                .keys
                .iter()
                .map(|key| Key::from_bytes(*key).to_string());
            json!({
                "table": rows.table,
                "rows": rows.rows_count,
                "keys": keys.collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "blocks_count": damage.blocks_count,
        "blocks": blocks,
        "rows": rows,
        "complete": damage.is_complete,
    })
}

fn say(damage: &Damage, locale: Locale) {
    for block in &damage.blocks {
        complain(&block_in_words(block, locale));
    }
    for rows in &damage.rows {
        let arguments = [
            ("rows", Argument::Count(rows.rows_count)),
            ("table", Argument::Text(&rows.table)),
        ];
        complain(&locale.text_with("damage-rows", &arguments));
        for key in &rows.keys {
            let key = Key::from_bytes(*key).to_string();
            let key = [("record", Argument::Text(&key))];
            complain(&locale.text_with(sentence_of(rows), &key));
        }
    }
    if !damage.blocks.is_empty() && !damage.is_complete {
        complain(&locale.text("damage-more"));
    }
}

/// The sentence for a key of this table.
fn sentence_of(rows: &DamagedRows) -> &'static str {
    match rows.table.as_str() {
        "Blobs" => "damage-attachment",
        _ => "damage-record",
    }
}

fn block_in_words(block: &DamagedBlock, locale: Locale) -> String {
    let last = block.offset + block.bytes_count.saturating_sub(1);
    let numbers = [block.number, block.offset, last].map(|number| number.to_string());
    let [number, from, to] = &numbers;
    let arguments = [("number", number), ("from", from), ("to", to)];
    let arguments = arguments.map(|(name, value)| (name, Argument::Text(value)));
    locale.text_with("damage-block", &arguments)
}
