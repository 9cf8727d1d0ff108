//! What changed between two contents of a record, field by field, in a form that knows no
//! language: field names as the plain form has them, amounts and keys as text.

use crate::{Plain, to_plain};
use history::Contents;

/// One field that is not the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Where it stands, as `Lines[2].Amount`; empty for the record's kind or its whole content.
    pub path: String,
    /// The value before; absent when there was none.
    pub before: Option<String>,
    /// The value after; absent when there is none.
    pub after: Option<String>,
}

/// More fields than this are not told one by one.
const CHANGES_COUNT_MAX: usize = 1_000;

/// Every field that differs, in the order of the record before and then of the record after.
///
/// Contents that differ only in how they are written (another order of fields, a number written
/// longer than needed) differ in no field: one change with an empty path then tells the bytes.
pub fn field_changes(before: &Contents, after: &Contents) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    if let (Some(old), Some(new)) = (before.content_type, after.content_type)
        && old != new
    {
        changes.push(FieldChange {
            path: String::new(),
            before: Some(old.to_string()),
            after: Some(new.to_string()),
        });
    }
    compare(
        "",
        plain(before).as_ref(),
        plain(after).as_ref(),
        &mut changes,
    );
    changes.truncate(CHANGES_COUNT_MAX);
    if changes.is_empty() && before != after {
        let bytes = |contents: &Contents| contents.content.as_deref().map(hex);
        changes.push(FieldChange {
            path: String::new(),
            before: bytes(before),
            after: bytes(after),
        });
    }
    changes
}

fn plain(contents: &Contents) -> Option<Plain> {
    let content = contents.content.as_ref()?;
    Some(to_plain(
        contents.content_type.unwrap_or(books::Key::NIL),
        content,
    ))
}

fn compare(path: &str, before: Option<&Plain>, after: Option<&Plain>, out: &mut Vec<FieldChange>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Plain::Map(old)), Some(Plain::Map(_)) | None) => {
            members(path, old, before, after, out)
        }
        (None, Some(Plain::Map(new))) => members(path, new, before, after, out),
        (Some(Plain::List(old)), Some(Plain::List(new))) => items(path, old, new, out),
        (Some(Plain::List(old)), None) => items(path, old, &[], out),
        (None, Some(Plain::List(new))) => items(path, &[], new, out),
        (before, after) => out.push(FieldChange {
            path: path.to_owned(),
            before: before.map(shown),
            after: after.map(shown),
        }),
    }
}

fn members(
    path: &str,
    first: &[(String, Plain)],
    before: Option<&Plain>,
    after: Option<&Plain>,
    out: &mut Vec<FieldChange>,
) {
    let of = |side: Option<&Plain>, name: &str| side.and_then(|side| side.member(name)).cloned();
    let mut names: Vec<&String> = first.iter().map(|(name, _)| name).collect();
    if let Some(Plain::Map(new)) = after {
        for (name, _) in new {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    for name in names {
        let inner = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        let (old, new) = (of(before, name), of(after, name));
        compare(&inner, old.as_ref(), new.as_ref(), out);
    }
}

fn items(path: &str, old: &[Plain], new: &[Plain], out: &mut Vec<FieldChange>) {
    for place in 0..old.len().max(new.len()) {
        let inner = format!("{path}[{}]", place.saturating_add(1));
        compare(&inner, old.get(place), new.get(place), out);
    }
}

/// A simple value as text; a map or list that stands against a simple value as JSON.
fn shown(plain: &Plain) -> String {
    match plain {
        Plain::Text(text) => text.clone(),
        other => crate::json_text(other),
    }
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edit, FieldValue, patch};
    use books::kinds;

    fn customer(edits: &[Edit]) -> Contents {
        Contents {
            content_type: Some(kinds::CUSTOMER),
            content: Some(patch(kinds::CUSTOMER, &[], edits).unwrap()),
        }
    }

    fn named(name: &str) -> Contents {
        customer(&[Edit::Set(1, Some(FieldValue::Text(name.to_owned())))])
    }

    #[test]
    fn a_changed_field_is_told_by_its_name_with_both_values() {
        let changes = field_changes(&named("Karim"), &named("Karim & Sons"));
        assert_eq!(
            changes,
            [FieldChange {
                path: "Name".to_owned(),
                before: Some("Karim".to_owned()),
                after: Some("Karim & Sons".to_owned()),
            }]
        );
    }

    #[test]
    fn a_creation_has_nothing_before_and_a_deletion_nothing_after() {
        let none = Contents::default();
        let made = field_changes(&none, &named("Karim"));
        assert_eq!((made.len(), made[0].before.as_deref()), (1, None));
        let gone = field_changes(&named("Karim"), &none);
        assert_eq!(
            (gone[0].before.as_deref(), gone[0].after.as_deref()),
            (Some("Karim"), None)
        );
        assert_eq!(field_changes(&none, &none), []);
    }

    #[test]
    fn bytes_that_differ_in_no_field_are_told_as_bytes() {
        let mut padded = named("K");
        // The same text with its length written in two bytes.
        padded.content = Some(vec![0x0a, 0x81, 0x00, b'K']);
        let changes = field_changes(&named("K"), &padded);
        assert_eq!(changes.len(), 1);
        assert!(!changes[0].before.as_deref().unwrap_or_default().is_empty());
        assert_ne!(changes[0].before, changes[0].after);
    }
}
