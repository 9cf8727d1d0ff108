//! Records beside what the trail says of them; bytes laid aside; notes of heads.

use super::sample::{KIND, instant, key, opened, put, stamp};
use super::{Ground, Outcome};
use crate::{Business, HeadNote, StateAt, StoreError, Trace};
use history::{Action, Head};

fn traces(business: &dyn Business) -> Result<Vec<Trace>, StoreError> {
    let mut found = Vec::new();
    business.read()?.each_trace(&mut |trace| {
        found.push(trace);
        Ok(())
    })?;
    Ok(found)
}

fn states(business: &dyn Business, sequence: u64) -> Result<Vec<StateAt>, StoreError> {
    let mut found = Vec::new();
    business.read()?.each_state_at(sequence, &mut |state| {
        found.push(state);
        Ok(())
    })?;
    Ok(found)
}

/// Every record with its last entry, those gone with the entry that tells of it.
pub fn every_record_is_traced_to_its_last_entry(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let business = business.as_ref();
    put(business, 5, b"five", 1)?;
    put(business, 3, b"three", 2)?;
    put(business, 5, b"five again", 3)?;
    business.write(&mut |unit| unit.delete_object(key(3), "Gone", &stamp(4)?).map(drop))?;
    let found = traces(business)?;
    let told: Vec<_> = found
        .iter()
        .map(|trace| {
            let last = trace.last.as_ref().map(|last| (last.sequence, last.action));
            (trace.key, trace.object.is_some(), last)
        })
        .collect();
    let expected = [
        (key(1), true, Some((2, Action::Create))),
        (key(3), false, Some((6, Action::Delete))),
        (key(5), true, Some((5, Action::Change))),
    ];
    assert_eq!(told, expected);
    let last = found.last().and_then(|trace| trace.last.clone());
    let after = last.ok_or("an entry")?.after;
    assert_eq!(after.content.as_deref(), Some(b"five again".as_slice()));
    assert_eq!(after.content_type, Some(KIND));
    Ok(())
}

/// What was, entry by entry, without any copy but the trail's.
pub fn the_state_at_an_entry_is_what_the_trail_tells(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let business = business.as_ref();
    put(business, 5, b"five", 1)?;
    put(business, 5, b"five again", 2)?;
    business.write(&mut |unit| unit.delete_object(key(1), "Gone", &stamp(3)?).map(drop))?;
    let content = |sequence, number| -> Result<_, StoreError> {
        let states = states(business, sequence)?;
        let state = states.into_iter().find(|state| state.key == key(number));
        Ok(state.map(|state| (state.contents.content, state.changed_since)))
    };
    let was = |bytes: &[u8], changed| Some((Some(bytes.to_vec()), changed));
    assert_eq!(content(2, 5)?, Some((None, true)));
    assert_eq!(content(3, 5)?, was(b"five", true));
    assert_eq!(content(4, 5)?, was(b"five again", false));
    assert_eq!(content(4, 1)?, was(b"first", true));
    assert_eq!(content(5, 1)?, None);
    Ok(())
}

/// An entry may say why: which change it undoes.
pub fn an_entry_of_a_record_can_tell_facts(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let facts = vec![("undoes".to_owned(), "2".to_owned())];
    business.write(&mut |unit| {
        unit.put_object_telling(key(1), KIND, b"x", "X", &stamp(1)?, &facts)?;
        unit.delete_object_telling(key(1), "X", &stamp(2)?, &facts)?;
        Ok(())
    })?;
    let reader = business.read()?;
    for sequence in [3, 4] {
        let entry = reader.entry(sequence)?.ok_or("an entry")?;
        assert_eq!(entry.draft.facts, facts);
    }
    super::followed_trail(reader.as_ref()).map(drop)
}

/// Laid aside, bytes are nowhere; taken back, they are what they were.
pub fn bytes_laid_aside_can_be_taken_back(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let put = |number: u64, bytes: &[u8]| {
        business.write(&mut |unit| {
            unit.put_blob(key(number), Some("a.txt"), None, &mut &*bytes)
                .map(drop)
        })
    };
    put(2, b"same bytes")?;
    put(3, b"same bytes")?;
    business.write(&mut |unit| {
        unit.shelve_blob(key(2))?;
        unit.shelve_blob(key(99))
    })?;
    // The other one's bytes go; those laid aside must not go with them.
    business.write(&mut |unit| unit.delete_blob(key(3)))?;
    {
        let reader = business.read()?;
        assert_eq!(reader.blob(key(2))?, None);
        reader.each_blob(&mut |blob| panic!("{blob:?} is listed"))?;
        let shelved = reader.shelved_blob(key(2))?.ok_or("the bytes")?;
        assert_eq!(
            (shelved.bytes_count, shelved.name.as_deref()),
            (10, Some("a.txt"))
        );
    }
    let mut taken = Vec::new();
    business.write(&mut |unit| {
        taken.push(unit.unshelve_blob(key(2))?);
        taken.push(unit.unshelve_blob(key(2))?);
        Ok(())
    })?;
    assert_eq!(taken, [true, false]);
    let mut bytes = Vec::new();
    business.read()?.copy_blob(key(2), &mut bytes)?;
    assert_eq!(bytes, b"same bytes");
    assert_eq!(business.read()?.shelved_blob(key(2))?, None);
    // Other bytes under the key are not overwritten; laid aside, they replace the earlier ones.
    business.write(&mut |unit| unit.shelve_blob(key(2)))?;
    put(2, b"other bytes")?;
    let mut was_taken = true;
    business.write(&mut |unit| {
        was_taken = unit.unshelve_blob(key(2))?;
        unit.shelve_blob(key(2))
    })?;
    assert!(!was_taken);
    let shelved = business.read()?.shelved_blob(key(2))?;
    assert_eq!(shelved.map(|blob| blob.bytes_count), Some(11));
    Ok(())
}

/// Notes outlive the store that made them.
pub fn noted_heads_come_back_in_order(ground: &dyn Ground) -> Outcome {
    let note = |sequence| -> Result<HeadNote, StoreError> {
        Ok(HeadNote {
            instant: instant(7)?,
            head: Head {
                sequence,
                hash: [9; 32],
            },
            file_sha256: [8; 32],
            file_name: "ঢাকা (2026-11-21).manager".to_owned(),
        })
    };
    {
        let (_store, business) = opened(ground)?;
        assert_eq!(business.noted_heads()?, []);
        business.note_head(&note(2)?)?;
        business.note_head(&note(1)?)?;
    }
    let store = ground.open()?;
    let business = store.open(key(100))?;
    assert_eq!(business.noted_heads()?, [note(2)?, note(1)?]);
    Ok(())
}
