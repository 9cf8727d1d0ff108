//! A passphrase that no schedule uses any more opens what was made with it, as long as anything is
//! left of that (docs/SPEC-keeping.md, 2.5).

use crate::keeping_setting::{HERE, Kept};
use crate::setting::BUSINESS;
use backup::{NoProgress, Passphrase, Rehearsal, RunWish};
use catalog::{BackupEntry, Contents, EntryState, RunOutcome, Schedule};

const FIRST: &str = "correct horse battery staple";
const SECOND: &str = "tulip granite seventeen kettle";

fn schedule(kept: &Kept, passphrase: catalog::Key) -> Schedule {
    let schedule = Schedule {
        key: catalog::Key::from_bytes([50; 16]),
        business: None,
        rhythm: catalog::Rhythm::Hourly,
        places: vec![HERE],
        contents: Contents::ALL,
        passphrase: Some(passphrase),
        is_rehearsed: true,
        alarm_to: None,
        is_on: true,
        since: kept.keeping.now(),
    };
    kept.catalog().put_schedule(&schedule).unwrap();
    schedule
}

fn run(kept: &Kept, schedule: &Schedule, text: &str) -> BackupEntry {
    kept.change(text);
    let stamp = kept.stamp();
    let wish = RunWish::of(schedule, BUSINESS, stamp.instant, &stamp);
    let made = kept.keeping.run(&wish, &NoProgress).unwrap();
    assert_eq!(made.run.outcome, RunOutcome::Good, "{text}");
    made.entries[0].clone()
}

fn opens(kept: &Kept, entry: &BackupEntry) -> Result<(), &'static str> {
    let verified = kept.keeping.verify(entry.key, None, &NoProgress);
    let verified = verified.map_err(|error| error.code())?;
    assert!(verified.is_proved());
    let stamp = kept.stamp();
    let asked = Rehearsal::now(&stamp);
    let back = kept.keeping.rehearse(entry.key, &asked, &NoProgress);
    assert_eq!(back.unwrap().run.outcome, RunOutcome::Good);
    Ok(())
}

#[test]
fn what_was_made_with_a_former_passphrase_stays_open() {
    let kept = Kept::new();
    let first = kept.keeping.keep_passphrase(&Passphrase::new(FIRST));
    let before = schedule(&kept, first.unwrap());
    let old = run(&kept, &before, "one");
    kept.pass(1);
    let second = kept.keeping.keep_passphrase(&Passphrase::new(SECOND));
    let after = schedule(&kept, second.unwrap());
    let new = run(&kept, &after, "two");
    for entry in [&old, &new] {
        assert_eq!(opens(&kept, entry), Ok(()));
    }
    // Also when the schedule itself is gone, and the catalogue was lost.
    kept.catalog().remove_schedule(after.key).unwrap();
    assert_eq!(opens(&kept, &old), Ok(()));
    kept.lose_catalogue();
    kept.keeping.look(HERE).unwrap();
    for entry in kept.good() {
        assert_eq!(opens(&kept, &entry), Ok(()));
    }
}

#[test]
fn a_passphrase_that_nobody_here_has_is_asked_for_and_tells_nothing_against_the_backup() {
    let kept = Kept::new();
    let first = kept.keeping.keep_passphrase(&Passphrase::new(FIRST));
    let first = first.unwrap();
    let entry = run(&kept, &schedule(&kept, first), "one");
    kept.keeping.forget_passphrase(first).unwrap();
    kept.keeping
        .keep_passphrase(&Passphrase::new(SECOND))
        .unwrap();
    assert_eq!(opens(&kept, &entry), Err("needs-passphrase"));
    let verify = |words: &str| {
        let given = Passphrase::new(words);
        kept.keeping.verify(entry.key, Some(&given), &NoProgress)
    };
    assert_eq!(verify(SECOND).unwrap_err().code(), "wrong-passphrase");
    assert!(verify(FIRST).unwrap().is_proved());
    assert!(kept.good()[0].is_proved());
}

#[test]
fn a_former_passphrase_goes_with_the_last_backup_that_needs_it() {
    let kept = Kept::new();
    kept.keep_last_only();
    let first = kept.keeping.keep_passphrase(&Passphrase::new(FIRST));
    let first = first.unwrap();
    let old = run(&kept, &schedule(&kept, first), "one");
    kept.pass(1);
    let second = kept.keeping.keep_passphrase(&Passphrase::new(SECOND));
    let second = second.unwrap();
    schedule(&kept, second);
    let has = |key: catalog::Key| kept.means.secrets.lock().unwrap().contains_key(&key);
    let state = || kept.catalog().entry(old.key).unwrap().unwrap().state;
    for number in 0..60 {
        if matches!(state(), EntryState::Emptied(_)) {
            break;
        }
        assert!(has(first), "it may still be needed");
        kept.pass(10 * 24);
        kept.change(&format!("change {number}"));
        kept.run();
    }
    assert!(matches!(state(), EntryState::Emptied(_)), "{:?}", state());
    assert!(!has(first) && has(second));
}

#[test]
fn a_run_by_hand_can_be_protected_and_leaves_no_passphrase_that_protects_nothing() {
    let kept = Kept::new();
    let secret = Passphrase::new(FIRST);
    let run = || {
        let stamp = kept.stamp();
        let wish = RunWish::now(BUSINESS, &stamp);
        kept.keeping.run_protected(&wish, &secret, &NoProgress)
    };
    let count = || {
        let secrets = kept.means.secrets.lock().unwrap();
        secrets.values().filter(|kept| *kept == FIRST).count()
    };
    let made = run().unwrap();
    assert_eq!(made.run.outcome, RunOutcome::Good);
    assert!(made.entries.iter().all(|entry| entry.is_encrypted));
    assert_eq!(opens(&kept, &made.entries[0]), Ok(()));
    assert_eq!(run().unwrap().run.outcome, RunOutcome::Unchanged);
    assert_eq!(count(), 1, "the same passphrase is kept once");
    let other = Kept::new();
    for place in other.keeping.places().unwrap() {
        other.keeping.remove_place(place.key).unwrap();
    }
    let stamp = other.stamp();
    let wish = RunWish::now(BUSINESS, &stamp);
    let failed = other.keeping.run_protected(&wish, &secret, &NoProgress);
    assert_eq!(failed.unwrap().trouble().unwrap().code, "keeping-no-places");
    let left = other.means.secrets.lock().unwrap();
    assert!(!left.values().any(|kept| kept == FIRST));
}
