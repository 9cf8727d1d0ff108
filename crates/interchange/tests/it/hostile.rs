//! Whatever the bytes are, reading them gives an answer, and the plain form loses none of them.

use crate::sample_files::sample_objects;
use books::{Key, Object};
use interchange::{
    damage, decode, from_plain, patch, references, specs, title, to_plain, unknown_fields,
};
use manager_file::wire::Message;
use proptest::prelude::*;

/// Reads these bytes in every way there is.
fn read_in_every_way(content_type: Key, content: &[u8]) {
    let object = Object {
        key: Key::NIL,
        content_type,
        content: content.to_vec(),
        timestamp: None,
    };
    let _ = title(&object);
    let _ = damage(content_type, content);
    let plain = to_plain(content_type, content);
    let is_fields = Message::parse(content).is_ok();
    match decode(content_type, content) {
        Err(_) => assert!(!is_fields),
        Ok(record) => {
            let count = Message::parse(content).unwrap().fields().len();
            assert_eq!(record.fields.len(), count);
            assert!(unknown_fields(content_type, &record).count() <= content.len());
            assert!(references(content_type, &record).len() <= content.len());
            assert_eq!(patch(content_type, content, &[]).unwrap(), content);
            assert_eq!(from_plain(content_type, content, &plain).unwrap(), content);
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_in_every_way(
        kind in 0..specs().len(),
        content in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        read_in_every_way(specs()[kind].content_type, &content);
    }
}

#[test]
fn sample_records_with_any_one_byte_changed_are_read_in_every_way() {
    for object in sample_objects() {
        // The long texts hold nothing but text; their beginnings and ends are enough.
        let length = object.content.len();
        let places = (0..length).filter(|at| *at < 400 || at + 100 > length);
        for at in places {
            let mut content = object.content.clone();
            content[at] = content[at].wrapping_add(0x35);
            read_in_every_way(object.content_type, &content);
        }
    }
}
