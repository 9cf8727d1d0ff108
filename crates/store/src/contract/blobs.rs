//! The bytes of attachments: streamed, kept once, let go.

use super::sample::{key, opened};
use super::{Ground, Outcome};
use crate::StoreError;
use std::io::{self, Read, Write};

/// The bytes of the large attachment of these tests.
const LARGE_BYTES: u64 = 40 * 1024 * 1024;

/// The most bytes a store may ask for or hand over at once: what it needs in memory shows there.
const PIECE_BYTES_MAX: usize = 1024 * 1024;

/// Bytes made up as they are read, all by a seed.
struct Source {
    left: u64,
    state: u64,
    fails_at_end: bool,
}

impl Source {
    fn new(bytes: u64, seed: u64) -> Self {
        Self {
            left: bytes,
            state: seed,
            fails_at_end: false,
        }
    }
}

impl Read for Source {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        assert!(room.len() <= PIECE_BYTES_MAX, "{} at once", room.len());
        if self.left == 0 && self.fails_at_end {
            return Err(io::Error::other("the line broke"));
        }
        // Odd lengths, as a network gives them.
        let length = room
            .len()
            .min(60_001)
            .min(usize::try_from(self.left).unwrap_or(usize::MAX));
        for byte in room.iter_mut().take(length) {
            self.state = self
                .state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            *byte = self.state.to_be_bytes()[0];
        }
        self.left -= u64::try_from(length).unwrap_or(u64::MAX);
        Ok(length)
    }
}

/// Compares what comes with what a source gives.
struct Comparison(Source);

impl Write for Comparison {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        assert!(bytes.len() <= PIECE_BYTES_MAX, "{} at once", bytes.len());
        let mut wanted = vec![0; bytes.len()];
        self.0.read_exact(&mut wanted)?;
        assert!(bytes == wanted, "other bytes came out than went in");
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// 40 MB in and out, a piece at a time.
pub fn a_stream_of_bytes_is_kept_and_copied_in_small_pieces(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let mut kept = None;
    business.write(&mut |unit| {
        let mut source = Source::new(LARGE_BYTES, 1);
        kept = Some(unit.put_blob(
            key(2),
            Some("বিল.pdf"),
            Some("application/pdf"),
            &mut source,
        )?);
        Ok(())
    })?;
    let reader = business.read()?;
    let blob = reader.blob(key(2))?;
    assert_eq!(blob, kept);
    let blob = blob.ok_or("no blob")?;
    assert_eq!(blob.bytes_count, LARGE_BYTES);
    assert_eq!(blob.name.as_deref(), Some("বিল.pdf"));
    assert_eq!(blob.content_type.as_deref(), Some("application/pdf"));
    let mut comparison = Comparison(Source::new(LARGE_BYTES, 1));
    assert_eq!(reader.copy_blob(key(2), &mut comparison)?, LARGE_BYTES);
    assert_eq!(comparison.0.left, 0);
    drop(reader);
    // Whoever is slow gets the same bytes.
    let mut comparison = Comparison(Source::new(LARGE_BYTES, 1));
    assert_eq!(business.send_blob(key(2), &mut comparison)?, LARGE_BYTES);
    assert_eq!(comparison.0.left, 0);
    let none = business.send_blob(key(3), &mut io::sink());
    assert!(matches!(none, Err(StoreError::RecordNotFound(_))));
    Ok(())
}

/// The size of the store tells.
pub fn equal_bytes_are_kept_once_and_let_go_with_the_last(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    let bytes = 3 * 1024 * 1024 + 17;
    let put = |number: u64| {
        business.write(&mut |unit| {
            unit.put_blob(key(number), None, None, &mut Source::new(bytes, 5))?;
            Ok(())
        })
    };
    put(2)?;
    let size = || -> Result<u64, StoreError> {
        Ok(store
            .businesses()?
            .iter()
            .map(|entry| entry.bytes_count)
            .sum())
    };
    let once = size()?;
    for number in 3..20 {
        put(number)?;
    }
    assert!(size()? < once * 4, "{} after {once}", size()?);
    for number in 2..19 {
        business.write(&mut |unit| unit.delete_blob(key(number)))?;
    }
    let mut comparison = Comparison(Source::new(bytes, 5));
    assert_eq!(business.read()?.copy_blob(key(19), &mut comparison)?, bytes);
    business.write(&mut |unit| unit.delete_blob(key(19)))?;
    let reader = business.read()?;
    reader.each_blob(&mut |blob| panic!("{blob:?} is still there"))?;
    let gone = reader.copy_blob(key(19), &mut io::sink());
    assert!(matches!(gone, Err(StoreError::RecordNotFound(_))));
    Ok(())
}

/// What was let go makes room for what comes.
pub fn the_room_of_bytes_let_go_is_used_again(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    let bytes = 3 * 1024 * 1024;
    let mut first = None;
    for seed in 0..24 {
        business.write(&mut |unit| {
            // Replaced three times out of four, deleted and put anew the fourth.
            if seed % 4 == 3 {
                unit.delete_blob(key(2))?;
            }
            let mut source = Source::new(bytes, seed);
            unit.put_blob(key(2), None, None, &mut source).map(drop)
        })?;
        let size: u64 = store
            .businesses()?
            .iter()
            .map(|entry| entry.bytes_count)
            .sum();
        let first = first.get_or_insert(size);
        assert!(size < *first * 5, "{size} after {first}, in round {seed}");
    }
    Ok(())
}

/// The last bytes put under a key are those it has; other keys keep theirs.
pub fn bytes_can_be_replaced_and_deleted(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    business.write(&mut |unit| {
        unit.put_blob(key(3), Some("b"), None, &mut b"old".as_slice())?;
        unit.put_blob(key(2), Some("a"), None, &mut b"old".as_slice())?;
        unit.put_blob(key(2), None, Some("text/plain"), &mut b"new".as_slice())?;
        unit.put_blob(key(2), None, Some("text/plain"), &mut b"new".as_slice())?;
        unit.delete_blob(key(999))
    })?;
    let reader = business.read()?;
    let mut found = Vec::new();
    reader.each_blob(&mut |blob| {
        let mut bytes = Vec::new();
        reader.copy_blob(blob.key, &mut bytes)?;
        found.push((blob.key, blob.name, blob.content_type, bytes));
        Ok(())
    })?;
    let wanted = [
        (key(2), None, Some("text/plain".to_owned()), b"new".to_vec()),
        (key(3), Some("b".to_owned()), None, b"old".to_vec()),
    ];
    assert_eq!(found, wanted);
    drop(reader);
    business.write(&mut |unit| unit.delete_blob(key(2)))?;
    assert_eq!(business.read()?.blob(key(2))?, None);
    Ok(())
}

/// An empty file is a file.
pub fn empty_bytes_are_bytes(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    business.write(&mut |unit| {
        unit.put_blob(key(2), Some("empty"), None, &mut io::empty())?;
        unit.put_blob(key(3), Some("empty too"), None, &mut io::empty())
            .map(drop)
    })?;
    let reader = business.read()?;
    for number in [2, 3] {
        assert_eq!(
            reader.blob(key(number))?.map(|blob| blob.bytes_count),
            Some(0)
        );
        assert_eq!(reader.copy_blob(key(number), &mut Vec::new())?, 0);
        assert_eq!(business.send_blob(key(number), &mut Vec::new())?, 0);
    }
    Ok(())
}

/// The source's own error comes back; a caller cannot keep half of its bytes.
pub fn a_source_of_bytes_that_fails_changes_nothing(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let mut reason = String::new();
    let outcome = business.write(&mut |unit| {
        let mut source = Source::new(700_000, 1);
        source.fails_at_end = true;
        if let Err(error) = unit.put_blob(key(2), None, None, &mut source) {
            reason = error.to_string();
        }
        Ok(())
    });
    assert_eq!(reason, "the line broke");
    assert!(outcome.is_err(), "a failed step is not passed over");
    assert_eq!(business.read()?.blob(key(2))?, None);
    Ok(())
}
