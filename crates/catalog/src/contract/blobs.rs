//! What every place for bytes must do.

use super::{BlobGround, Outcome};
use crate::{BlobKey, BlobStore};
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};

/// More than one part of an upload has, and no round number.
const LARGE: usize = 20_000_003;

fn key(text: &str) -> Result<BlobKey, crate::BlobKeyError> {
    text.parse()
}

/// Bytes without a pattern that a fault could hide in.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut bytes = Vec::with_capacity(count);
    while bytes.len() < count {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes.truncate(count);
    bytes
}

fn read(blobs: &dyn BlobStore, text: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut bytes = Vec::new();
    let count = blobs.get(&key(text)?, None, &mut bytes)?;
    assert_eq!(count, bytes.len() as u64);
    Ok(bytes)
}

fn listed(blobs: &dyn BlobStore, prefix: &str) -> Result<Vec<String>, crate::BlobError> {
    let found = blobs.list(prefix)?;
    Ok(found.into_iter().map(|info| info.key.to_string()).collect())
}

/// A place that is ready stays so, and the attempt leaves nothing behind.
///
/// # Errors
/// Whatever the place reports; so for all tests here.
pub fn a_place_can_be_made_ready_again_and_again(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    blobs.put(&key("a/b")?, &mut &b"b"[..])?;
    blobs.prepare()?;
    assert_eq!(listed(blobs, "")?, ["a/b"]);
    Ok(())
}

/// From no byte to more than one part of an upload.
pub fn bytes_come_back_as_they_were_put(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    for count in [0, 1, 4096, LARGE] {
        let bytes = noise(count);
        let name = format!("sizes/{count}.manager");
        let stored = blobs.put(&key(&name)?, &mut &bytes[..])?;
        assert_eq!(stored.bytes_count, count as u64);
        let sum: [u8; 32] = Sha256::digest(&bytes).into();
        assert_eq!(stored.sha256, sum);
        assert!(read(blobs, &name)? == bytes, "{count} bytes come back");
        let info = blobs.head(&key(&name)?)?;
        assert_eq!(info.map(|info| info.bytes_count), Some(count as u64));
    }
    Ok(())
}

/// A range is read without the rest.
pub fn a_range_of_bytes_comes_back(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    let bytes = noise(100_000);
    blobs.put(&key("a")?, &mut &bytes[..])?;
    for (from, to) in [(0, 10), (99_990, 100_000), (50_000, 50_001), (0, 100_000)] {
        let mut part = Vec::new();
        let count = blobs.get(&key("a")?, Some(from..to), &mut part)?;
        assert_eq!(count, to - from);
        assert_eq!(Some(&part[..]), bytes.get(from as usize..to as usize));
    }
    Ok(())
}

/// Fewer bytes than were asked for are not passed off as all of them.
pub fn a_range_beyond_the_end_is_an_error(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    blobs.put(&key("a")?, &mut &b"0123456789"[..])?;
    assert!(blobs.get(&key("a")?, Some(5..11), &mut Vec::new()).is_err());
    assert!(
        blobs
            .get(&key("a")?, Some(10..20), &mut Vec::new())
            .is_err()
    );
    Ok(())
}

/// What lies under a key stays, whatever is put there later.
pub fn nothing_is_replaced(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    blobs.put(&key("a/one")?, &mut &b"first"[..])?;
    let again = blobs.put(&key("a/one")?, &mut &b"second"[..]);
    assert_eq!(
        again.map_err(|error| error.code()),
        Err("place-file-exists")
    );
    assert_eq!(read(blobs, "a/one")?, b"first");
    Ok(())
}

/// A source that gives some bytes and then fails.
struct Failing(usize);

impl Read for Failing {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::other("the source failed"));
        }
        let count = self.0.min(into.len());
        into.iter_mut().take(count).for_each(|byte| *byte = 7);
        self.0 -= count;
        Ok(count)
    }
}

/// Neither at once nor after some parts, and the key is free for another attempt.
pub fn a_source_that_fails_leaves_nothing(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    for count in [0, 10, LARGE] {
        let put = blobs.put(&key("a/one")?, &mut Failing(count));
        assert_eq!(put.map_err(|error| error.code()), Err("place-stopped"));
        assert_eq!(blobs.head(&key("a/one")?)?, None);
        assert!(listed(blobs, "")?.is_empty());
    }
    blobs.put(&key("a/one")?, &mut &b"at last"[..])?;
    assert_eq!(read(blobs, "a/one")?, b"at last");
    Ok(())
}

/// A sink that takes nothing.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::Error::other("closed"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The error of the sink comes back.
pub fn a_sink_that_fails_is_told(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    blobs.put(&key("a")?, &mut &b"bytes"[..])?;
    let got = blobs.get(&key("a")?, None, &mut Closed);
    assert_eq!(got.map_err(|error| error.code()), Err("place-stopped"));
    Ok(())
}

/// Reading and moving say so; asking and deleting are no errors.
pub fn what_is_not_there_is_not_found(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    let (a, b) = (key("a/x")?, key("b/x")?);
    let got = blobs.get(&a, None, &mut Vec::new());
    assert_eq!(
        got.map_err(|error| error.code()),
        Err("place-file-not-found")
    );
    let moved = blobs.move_to(&a, &b);
    assert_eq!(
        moved.map_err(|error| error.code()),
        Err("place-file-not-found")
    );
    assert_eq!(blobs.head(&a)?, None);
    blobs.delete(&a)?;
    assert!(blobs.list("")?.is_empty());
    Ok(())
}

/// A prefix is a beginning of the text, also in the middle of a part.
pub fn lists_are_by_prefix_and_in_key_order(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    for name in [
        "b/2",
        "b/1",
        "a/long-name",
        "a-b",
        "a/long-nose",
        "trash/b/1",
    ] {
        blobs.put(&key(name)?, &mut name.as_bytes())?;
    }
    let all = [
        "a-b",
        "a/long-name",
        "a/long-nose",
        "b/1",
        "b/2",
        "trash/b/1",
    ];
    assert_eq!(listed(blobs, "")?, all);
    assert_eq!(listed(blobs, "b/")?, ["b/1", "b/2"]);
    assert_eq!(listed(blobs, "a/long-n")?, ["a/long-name", "a/long-nose"]);
    assert_eq!(listed(blobs, "a/long-na")?, ["a/long-name"]);
    assert!(listed(blobs, "c/")?.is_empty());
    assert_eq!(blobs.list("a-")?[0].bytes_count, 3);
    Ok(())
}

/// Whole, and nowhere else.
pub fn what_is_moved_lies_under_its_new_key_only(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    blobs.put(&key("a/one")?, &mut &b"bytes"[..])?;
    blobs.move_to(&key("a/one")?, &key("trash/now/a/one")?)?;
    assert_eq!(listed(blobs, "")?, ["trash/now/a/one"]);
    assert_eq!(read(blobs, "trash/now/a/one")?, b"bytes");
    Ok(())
}

/// Where something lies already, both stay.
pub fn a_move_replaces_nothing(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    for name in ["a", "b"] {
        blobs.put(&key(name)?, &mut name.as_bytes())?;
    }
    let moved = blobs.move_to(&key("a")?, &key("b")?);
    assert_eq!(
        moved.map_err(|error| error.code()),
        Err("place-file-exists")
    );
    assert_eq!(
        (read(blobs, "a")?, read(blobs, "b")?),
        (b"a".to_vec(), b"b".to_vec())
    );
    Ok(())
}

/// And only that.
pub fn what_is_deleted_is_gone(ground: &dyn BlobGround) -> Outcome {
    let blobs = ground.blobs();
    blobs.prepare()?;
    for name in ["a/one", "a/two"] {
        blobs.put(&key(name)?, &mut name.as_bytes())?;
    }
    blobs.delete(&key("a/one")?)?;
    assert_eq!(listed(blobs, "")?, ["a/two"]);
    Ok(())
}
