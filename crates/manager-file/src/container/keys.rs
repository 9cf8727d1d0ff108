//! Keys as the container writes them: GUIDs in lower case with hyphens.

use std::collections::HashSet;

use rusqlite::Connection;

use super::writer::quoted;
use super::{Cell, Limits, Refusal, connection};

/// Where the hyphens stand.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

/// The 16 bytes of a GUID in written order, when the cell holds one in the usual form.
pub(super) fn guid(cell: &Cell) -> Option<[u8; 16]> {
    let Cell::Text(text) = cell else {
        return None;
    };
    if text.len() != 36 {
        return None;
    }
    let mut digits = Vec::with_capacity(32);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'-' if HYPHENS.contains(&at) => {}
            _ if HYPHENS.contains(&at) => return None,
            b'0'..=b'9' => digits.push(byte.wrapping_sub(b'0')),
            b'a'..=b'f' => digits.push(byte.wrapping_sub(b'a').wrapping_add(10)),
            _ => return None,
        }
    }
    let pairs = digits.chunks_exact(2);
    let bytes: Vec<u8> = pairs
        .filter_map(|pair| Some(pair.first()? << 4 | pair.get(1)?))
        .collect();
    bytes.try_into().ok()
}

/// The usual text of a GUID.
pub(super) fn text(guid: &[u8; 16]) -> String {
    let mut text = String::with_capacity(36);
    for (at, byte) in guid.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

/// Refuses a table in which two rows have the same key, or keys that differ only in case: the
/// other program takes them for one record, and we could not say which.
pub(super) fn check_unique(
    database: &Connection,
    table: &str,
    limits: &Limits,
) -> Result<(), Refusal> {
    let failed = |error: rusqlite::Error| connection::refusal_of(&error, limits);
    let duplicate = |key: &[u8]| Refusal::DuplicateKeys {
        table: table.to_owned(),
        key: String::from_utf8_lossy(key).into_owned(),
    };
    let from = format!("SELECT \"Key\" FROM {}", quoted(table));
    let mut statement = database
        .prepare(&format!("{from} ORDER BY \"Key\" COLLATE BINARY"))
        .map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    let mut before: Option<Vec<u8>> = None;
    let mut lowered = HashSet::new();
    while let Some(row) = rows.next().map_err(failed)? {
        let Cell::Text(key) = Cell::from_value(row.get_ref(0).map_err(failed)?) else {
            continue;
        };
        if before.as_ref() == Some(&key) {
            return Err(duplicate(&key));
        }
        let lower = key.to_ascii_lowercase();
        if lower != key && !lowered.insert(lower) {
            return Err(duplicate(&key));
        }
        before = Some(key);
    }
    let mut same = database
        .prepare(&format!("{from} WHERE \"Key\" = ?1 COLLATE BINARY"))
        .map_err(failed)?;
    for key in lowered {
        let cell = Cell::Text(key.clone());
        if same.exists([cell]).map_err(failed)? {
            return Err(duplicate(&key));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "00082353-aa9e-4d28-af6e-d6ad22b2fd0c";

    #[test]
    fn a_guid_reads_and_writes_in_written_order() {
        let bytes = guid(&Cell::of_text(TEXT)).unwrap();
        assert_eq!(&bytes[..4], &[0x00, 0x08, 0x23, 0x53]);
        assert_eq!(text(&bytes), TEXT);
    }

    #[test]
    fn only_the_usual_form_is_a_key() {
        for odd in [
            "00082353-AA9E-4d28-af6e-d6ad22b2fd0c",
            "00082353aa9e4d28af6ed6ad22b2fd0c",
            "{00082353-aa9e-4d28-af6e-d6ad22b2fd0",
            "00082353-aa9e-4d28-af6e-d6ad22b2fd0-",
            "00082353-aa9e-4d28-af6e-d6ad22b2fd0g",
            "000823530aa9e-4d28-af6e-d6ad22b2fd0c",
            "",
        ] {
            assert_eq!(guid(&Cell::of_text(odd)), None, "{odd}");
        }
        assert_eq!(guid(&Cell::Blob(TEXT.into())), None);
    }
}
