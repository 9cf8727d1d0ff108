//! What is damaged in a sealed file, said to whoever verifies it: the blocks, and what lies in
//! them (SPEC-backup.md, 7.2).

use crate::output::complain;
use backup::{BackupError, Damage, DamagedBlock, DamagedRows};
use books::Key;
use pages::{Argument, Locale};
use std::path::Path;

/// Says where a file is damaged that was refused because it was altered. Where that cannot be
/// found out, the refusal itself says all that is known.
pub fn tell(error: &BackupError, file: &Path, scratch: &Path, locale: Locale) {
    if error.code() != "altered" {
        return;
    }
    if let Ok(Some(damage)) = backup::find_damage(file, scratch) {
        say(&damage, locale);
    }
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
