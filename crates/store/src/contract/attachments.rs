//! The files of a record: found by their owner, their bytes shared, pictures found by their key.

use super::sample::{KIND, key, opened, profile, stamp};
use super::{Ground, Outcome};
use crate::{Business, CarriedColumn, CarriedTable, Cell, Reader, StoreError, UnitOfWork};
use books::{Key, Object, kinds};
use std::io;

/// The content of an attachment that names this owner (SPEC-manager-records.md, "Attachment").
fn owned_by(owner: Key) -> Vec<u8> {
    let [a, b, c, d, e, f, g, h, rest @ ..] = *owner.as_bytes();
    let mut content = vec![0x32, 18, 0x09, d, c, b, a, f, e, h, g, 0x11];
    content.extend_from_slice(&rest);
    content
}

fn found(reader: &dyn Reader, owner: Option<Key>) -> Result<Vec<Key>, StoreError> {
    let mut found = Vec::new();
    reader.each_attachment_of(owner, &mut |object| {
        found.push(object.key);
        Ok(())
    })?;
    Ok(found)
}

fn attach(work: &mut dyn UnitOfWork, number: u64, content: &[u8]) -> Result<(), StoreError> {
    work.put_object(key(number), kinds::ATTACHMENT, content, "", &stamp(1)?)
        .map(drop)
}

/// Made, given to another record, changed in kind, deleted: the owner's list follows.
pub fn attachments_are_found_by_their_owner(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let [first, second] = [key(1), key(2)];
    business.write(&mut |work| {
        for number in [13, 11, 12] {
            attach(work, number, &owned_by(first))?;
        }
        attach(work, 14, &owned_by(second))?;
        attach(work, 15, b"\x12\x01a")?;
        attach(work, 16, b"garbled")?;
        // A form default and a record of another kind belong to nobody.
        let default = kinds::ATTACHMENT;
        work.put_object(default, default, &owned_by(first), "", &stamp(1)?)?;
        work.put_object(key(17), KIND, &owned_by(first), "", &stamp(1)?)?;
        assert_eq!(found(&*work, Some(first))?, [key(11), key(12), key(13)]);
        Ok(())
    })?;
    let before = business.read()?;
    assert_eq!(found(&*before, Some(second))?, [key(14)]);
    assert_eq!(found(&*before, None)?, [key(15), key(16)]);
    assert_eq!(found(&*before, Some(key(99)))?, []);
    business.write(&mut |work| {
        attach(work, 11, &owned_by(second))?;
        work.delete_object(key(12), "", &stamp(2)?)?;
        work.put_object(key(13), KIND, b"", "", &stamp(2)?)?;
        work.put_object(key(17), kinds::ATTACHMENT, &owned_by(first), "", &stamp(2)?)
            .map(drop)
    })?;
    let after = business.read()?;
    assert_eq!(found(&*after, Some(first))?, [key(17)]);
    assert_eq!(found(&*after, Some(second))?, [key(11), key(14)]);
    assert_eq!(
        found(&*before, Some(first))?.len(),
        3,
        "an earlier moment stays as it was"
    );
    Ok(())
}

/// What a file brought is found like what was made here.
pub fn loaded_attachments_and_images_are_found(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let mut making = store.begin(key(1), &profile("Loaded"))?;
    making.load_object(&Object {
        key: key(11),
        content_type: kinds::ATTACHMENT,
        content: owned_by(key(7)),
        timestamp: None,
    })?;
    let column = |name: &str| CarriedColumn {
        name: name.to_owned(),
        declared_type: String::new(),
        not_null: false,
        primary_key: 0,
    };
    for name in ["Images", "Pictures"] {
        making.load_carried_table(&CarriedTable {
            name: name.to_owned(),
            columns: vec![column("Content"), column("Key")],
            without_rowid: false,
        })?;
    }
    let text = |key: Key| Cell::Text(key.to_string().into_bytes());
    let wanted = vec![Cell::Blob(vec![7; 300]), text(key(3))];
    for row in [
        vec![Cell::Blob(vec![1]), Cell::Null],
        wanted.clone(),
        vec![Cell::Blob(vec![2]), text(key(2))],
        vec![Cell::Blob(vec![3]), text(key(3))],
        vec![Cell::Blob(vec![4])],
        vec![Cell::Blob(vec![5]), Cell::Text(b"no key".to_vec())],
    ] {
        making.load_carried_row("Images", &row)?;
    }
    making.load_carried_row("Pictures", &[Cell::Null, text(key(4))])?;
    making.publish()?;
    let business = store.open(key(1))?;
    let reader = business.read()?;
    assert_eq!(found(&*reader, Some(key(7)))?, [key(11)]);
    let mut images = Vec::new();
    reader.each_image(&mut |(key, bytes_count)| {
        images.push((key, bytes_count));
        Ok(())
    })?;
    assert_eq!(images, [(key(2), 37), (key(3), 336)]);
    assert_eq!(reader.image(key(3))?, Some(wanted));
    assert_eq!(reader.image(key(4))?, None);
    Ok(())
}

fn bytes_of(business: &dyn Business, number: u64) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    business.read()?.copy_blob(key(number), &mut bytes)?;
    Ok(bytes)
}

/// Shared bytes are there under both keys until both have let go; names are each key's own.
pub fn shared_bytes_stay_until_the_last_lets_go(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    business.write(&mut |work| {
        let media_type = Some("text/plain");
        work.put_blob(key(2), Some("one"), media_type, &mut b"bytes".as_slice())?;
        work.put_blob(key(4), None, None, &mut b"other".as_slice())?;
        let shared = work.share_blob(key(2), key(3), Some("two"))?;
        assert_eq!((shared.key, shared.bytes_count), (key(3), 5));
        assert_eq!(shared.content_type.as_deref(), Some("text/plain"));
        // Over bytes that were there before, and over itself, which is a new name.
        work.share_blob(key(2), key(4), None)?;
        let renamed = work.share_blob(key(2), key(2), Some("একটি"))?;
        assert_eq!(renamed.name.as_deref(), Some("একটি"));
        let missing = work.share_blob(key(99), key(5), None);
        assert!(matches!(missing, Err(StoreError::RecordNotFound(_))));
        Ok(())
    })?;
    for number in [2, 3, 4] {
        assert_eq!(bytes_of(business.as_ref(), number)?, b"bytes");
    }
    assert_eq!(
        business.read()?.blob(key(3))?.and_then(|blob| blob.name),
        Some("two".to_owned())
    );
    business.write(&mut |work| {
        work.delete_blob(key(2))?;
        work.shelve_blob(key(4))
    })?;
    assert_eq!(bytes_of(business.as_ref(), 3)?, b"bytes");
    business.write(&mut |work| work.delete_blob(key(3)))?;
    business.write(&mut |work| {
        assert!(work.unshelve_blob(key(4))?);
        Ok(())
    })?;
    assert_eq!(bytes_of(business.as_ref(), 4)?, b"bytes");
    business.write(&mut |work| work.delete_blob(key(4)))?;
    let gone = business.read()?.copy_blob(key(4), &mut io::sink());
    assert!(matches!(gone, Err(StoreError::RecordNotFound(_))));
    Ok(())
}
