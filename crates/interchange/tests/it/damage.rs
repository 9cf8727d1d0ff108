//! Which spoiled records are recognised, and that whole ones never are.

use crate::sample_files::{objects, sample_files, sample_objects};
use books::kinds;
use interchange::{Damage, Edit, FieldValue, LineEdit, damage, patch};

/// Bytes that look random and are the same in every run.
fn noise(seed: u64) -> impl Iterator<Item = u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[3]
    })
}

#[test]
fn whole_records_are_never_called_damaged() {
    for object in sample_objects() {
        let found = damage(object.content_type, &object.content);
        assert_eq!(found, Damage::None, "{}", object.key);
    }
}

#[test]
fn bytes_overwritten_in_the_middle_of_a_file_are_noticed() {
    let mut patterns: Vec<(String, Vec<u8>)> = vec![
        ("zeros".to_owned(), vec![0; 64]),
        ("ones".to_owned(), vec![0xff; 64]),
    ];
    for seed in 0..40 {
        patterns.push((format!("noise {seed}"), noise(seed).take(64).collect()));
    }
    for file in sample_files() {
        for (name, pattern) in &patterns {
            let mut bytes = file.bytes.clone();
            let middle = bytes.len() / 2;
            bytes[middle..middle + 64].copy_from_slice(pattern);
            let noticed = objects(&bytes).iter().any(|object| {
                let found = damage(object.content_type, &object.content);
                matches!(found, Damage::OverwrittenInPlace { .. })
            });
            assert!(noticed, "{} with {name}", file.name);
        }
    }
}

#[test]
fn records_that_are_cut_off_are_not_called_overwritten() {
    for object in sample_objects() {
        for length in 0..object.content.len() {
            let found = damage(object.content_type, &object.content[..length]);
            let overwritten = matches!(found, Damage::OverwrittenInPlace { .. });
            assert!(!overwritten, "{} cut at {length}", object.key);
        }
    }
}

#[test]
fn records_that_were_never_fields_are_malformed() {
    for seed in 0..500 {
        for length in [1, 7, 64, 300, 2_000] {
            let content: Vec<u8> = noise(seed).take(length).collect();
            let found = damage(kinds::SALES_INVOICE, &content);
            let overwritten = matches!(found, Damage::OverwrittenInPlace { .. });
            assert!(!overwritten, "seed {seed}, {length} bytes");
        }
    }
    for text in [
        "not a record",
        "<html><body>Sign in</body></html>",
        "{\"Name\": \"x\"}",
    ] {
        let found = damage(kinds::CUSTOMER, text.as_bytes());
        assert!(
            matches!(found, Damage::Malformed { .. }),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_broken_stretch_between_whole_fields_is_overwritten() {
    let text = |number, text: &str| Edit::Set(number, Some(FieldValue::Text(text.to_owned())));
    let line = LineEdit {
        from: None,
        edits: vec![text(17, &"a long description ".repeat(10))],
    };
    let edits = [
        text(2, "0001"),
        text(4, "1 High Street, a town"),
        text(12, "first"),
        Edit::Lines(49, vec![line]),
        Edit::Set(60, Some(FieldValue::Flag(true))),
        Edit::Set(69, Some(FieldValue::Flag(true))),
    ];
    let content = patch(kinds::SALES_INVOICE, &[], &edits).unwrap();
    assert_eq!(damage(kinds::SALES_INVOICE, &content), Damage::None);
    // Over the tag of the description, the head before and the lines behind it stay whole.
    let place = content
        .windows(5)
        .position(|bytes| bytes == b"first")
        .unwrap();
    let mut spoiled = content.clone();
    spoiled[place - 3..place + 1].fill(0xff);
    let found = damage(kinds::SALES_INVOICE, &spoiled);
    assert!(
        matches!(found, Damage::OverwrittenInPlace { .. }),
        "{found:?}"
    );
    // The same bytes where nobody knows the kind could be anything.
    let found = damage(kinds::FOLDER, &spoiled);
    assert!(matches!(found, Damage::Malformed { .. }), "{found:?}");
}

#[test]
fn content_made_to_be_slow_is_answered_soon() {
    // From every second byte on this is fields up to the last one.
    let mut content = vec![0x0a, 1, b'A'];
    content.extend_from_slice(&[0x7f; 3]);
    content.extend(std::iter::repeat_n(0x58, 2_000_000));
    content.push(0xff);
    let found = damage(kinds::CUSTOMER, &content);
    assert!(matches!(found, Damage::Malformed { .. }), "{found:?}");
}
