//! Runs, the list that is found by looking, rehearsals and Trash (SPEC-keeping.md, 3.4 to 6).

use crate::keeping_setting::{HERE, Kept, Mood, THERE};
use crate::setting::BUSINESS;
use backup::{
    Cancelled, NoProgress, Passphrase, Phase, PlaceWish, Progress, Rehearsal, RunWish,
    TRASH_KEPT_DAYS,
};
use catalog::{BlobStore, Contents, EntryState, PlaceKind, RunKind, RunOutcome, Schedule};
use history::Action;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The fact of the newest History entry.
fn fact(kept: &Kept, name: &str) -> Option<String> {
    let business = kept.store.open(BUSINESS).unwrap();
    let reader = business.read().unwrap();
    let head = reader.history_head().unwrap();
    let entry = reader.entry(head.sequence).unwrap().unwrap();
    assert_eq!(entry.draft.action, Action::Backup);
    let mut facts = entry.draft.facts.into_iter();
    facts.find(|(it, _)| it == name).map(|(_, value)| value)
}

#[test]
fn a_run_keeps_the_backup_in_every_place_and_history_tells_where() {
    let kept = Kept::new();
    let report = kept.run();
    assert_eq!(report.run.outcome, RunOutcome::Good);
    assert_eq!(report.entries.len(), 2);
    for (entry, place) in report.entries.iter().zip([HERE, THERE]) {
        assert_eq!(entry.state, EntryState::Good);
        assert!(entry.is_proved());
        assert_eq!((entry.sequence, entry.place), (1, Some(place)));
        assert_eq!(kept.place(place).keys(), [entry.blob.as_str()]);
    }
    assert_eq!(kept.entries().len(), 2);
    assert_eq!(fact(&kept, "places").as_deref(), Some("Here, There"));
    assert_eq!(fact(&kept, "schedule"), None);
    assert_eq!(kept.left_over(), [""; 0]);
    let runs = kept.catalog().runs(&catalog::RunFilter::default()).unwrap();
    assert_eq!(runs, [report.run]);
}

#[test]
fn nothing_is_made_when_nothing_changed_and_the_backup_is_still_there() {
    let kept = Kept::new();
    let first = kept.run();
    kept.pass(1);
    let second = kept.run();
    assert_eq!(second.run.outcome, RunOutcome::Unchanged);
    assert_eq!(second.entries, first.entries);
    kept.change("Karim");
    assert_eq!(kept.run().run.outcome, RunOutcome::Good);
    assert_eq!(kept.run().run.outcome, RunOutcome::Unchanged);
    let stamp = kept.stamp();
    let wish = RunWish {
        contents: Contents {
            emails: false,
            ..Contents::ALL
        },
        ..RunWish::now(BUSINESS, &stamp)
    };
    let other = kept.keeping.run(&wish, &NoProgress).unwrap();
    assert_eq!(other.run.outcome, RunOutcome::Good);
    let blob = other.entries[1].blob.parse().unwrap();
    kept.place(THERE).blobs.delete(&blob).unwrap();
    let again = kept.keeping.run(&wish, &NoProgress).unwrap();
    assert_eq!(again.run.outcome, RunOutcome::Good, "one place had lost it");
    assert_eq!(again.entries[0].sequence, 4);
}

#[test]
fn a_place_that_fails_does_not_stop_the_others() {
    for (mood, code) in [
        (Mood::Gone, "place-vanished"),
        (Mood::Full, "place-full"),
        (Mood::Lying, "place-differs"),
        (Mood::Mute, "place-unreachable"),
    ] {
        let kept = Kept::new();
        kept.place(HERE).set(mood);
        let report = kept.run();
        let trouble = report.trouble().unwrap();
        assert_eq!(trouble.code, code, "{mood:?}");
        assert_eq!(report.entries[0].state, EntryState::Failed(trouble.clone()));
        assert_eq!(report.entries[1].state, EntryState::Good);
        assert_eq!(kept.place(HERE).keys(), [""; 0], "{mood:?}");
        assert_eq!(fact(&kept, "places").as_deref(), Some("There"));
        kept.place(HERE).set(Mood::Fine);
        let next = kept.run();
        assert_eq!(next.run.outcome, RunOutcome::Good, "{mood:?}");
        assert_eq!(kept.good().len(), 3);
    }
}

#[test]
fn without_a_place_a_run_has_failed_and_says_so() {
    let kept = Kept::new();
    for place in [HERE, THERE] {
        kept.keeping.remove_place(place).unwrap();
    }
    let report = kept.run();
    assert_eq!(report.trouble().unwrap().code, "keeping-no-places");
    assert_eq!(report.entries[0].place, None);
    assert_eq!(kept.entries().len(), 1);
}

/// Stops at a step.
struct StopAt(usize, AtomicUsize);

impl Progress for StopAt {
    fn at(&self, _: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        if self.1.fetch_add(1, Ordering::Relaxed) == self.0 {
            return Err(Cancelled);
        }
        Ok(())
    }
}

#[test]
fn a_run_stopped_at_any_step_leaves_only_what_was_proved() {
    let kept = Kept::new();
    for step in 0.. {
        kept.pass(1);
        kept.change(&format!("step {step}"));
        let stamp = kept.stamp();
        let wish = RunWish::now(BUSINESS, &stamp);
        let stop = StopAt(step, AtomicUsize::new(0));
        let report = kept.keeping.run(&wish, &stop).unwrap();
        for place in [HERE, THERE] {
            let mut good: Vec<String> = kept
                .good()
                .into_iter()
                .filter(|entry| entry.place == Some(place))
                .map(|entry| entry.blob)
                .collect();
            good.sort();
            assert_eq!(kept.place(place).keys(), good, "step {step}");
        }
        assert_eq!(kept.left_over(), [""; 0], "step {step}");
        assert_eq!(kept.keeping.ongoing(), None);
        if report.run.outcome == RunOutcome::Good {
            assert!(step > 5, "only {step} steps");
            break;
        }
        assert_eq!(report.trouble().unwrap().code, "cancelled", "step {step}");
    }
}

#[test]
fn a_lost_catalogue_is_found_again_by_looking() {
    let kept = Kept::new();
    let first = kept.run();
    kept.change("Karim");
    kept.pass(24);
    kept.run();
    kept.lose_catalogue();
    assert_eq!(kept.entries(), []);
    let looked = kept.keeping.look(HERE).unwrap().unwrap();
    assert_eq!((looked.found_count, looked.lost_count), (2, 0));
    let found = kept.entries();
    assert_eq!(
        found[1].key, first.entries[0].key,
        "the same file is the same entry"
    );
    assert_eq!(found[1].business_name, first.entries[0].business_name);
    assert_eq!((found[1].sequence, found[1].sha256), (1, None));
    assert!(!found[1].is_proved());
    let proved = kept
        .keeping
        .verify(found[1].key, None, &NoProgress)
        .unwrap();
    let mut expected = first.entries[0].clone();
    expected.verified = proved.verified.clone();
    expected.schedule = None;
    assert_eq!(proved, expected, "the file itself tells the rest");
    assert_eq!(
        kept.keeping.look(HERE).unwrap(),
        Some(backup::Looked::default())
    );
    kept.lose_catalogue();
    kept.change("Rahim");
    assert_eq!(
        kept.run().entries[0].sequence,
        3,
        "after those that lie there"
    );
}

#[test]
fn a_file_that_is_gone_is_lost_and_one_that_comes_back_is_good() {
    let kept = Kept::new();
    let entry = kept.run().entries[0].clone();
    let (place, blob) = (kept.place(HERE), entry.blob.parse().unwrap());
    let mut bytes = Vec::new();
    place.blobs.get(&blob, None, &mut bytes).unwrap();
    place.blobs.delete(&blob).unwrap();
    let looked = kept.keeping.look(HERE).unwrap().unwrap();
    assert_eq!(looked.lost_count, 1);
    assert_eq!(kept.good().len(), 1);
    place.blobs.put(&blob, &mut &bytes[..100]).unwrap();
    let looked = kept.keeping.look(HERE).unwrap().unwrap();
    assert_eq!((looked.found_count, looked.altered_count), (1, 1));
    let back = kept.catalog().entry(entry.key).unwrap().unwrap();
    assert!(back.is_good() && !back.is_proved());
    let seen = kept.keeping.verify(entry.key, None, &NoProgress).unwrap();
    let code = seen
        .verified
        .and_then(|checked| checked.trouble)
        .unwrap()
        .code;
    assert_eq!(code, "place-differs");
}

#[test]
fn a_rehearsal_brings_the_newest_back_and_proves_it_equal() {
    let kept = Kept::new();
    kept.run();
    kept.pass(2);
    let stamp = kept.stamp();
    let told = kept
        .keeping
        .rehearse_newest(kept.business, &Rehearsal::now(&stamp), &NoProgress);
    let told = told.unwrap();
    assert_eq!(told.run.outcome, RunOutcome::Good);
    assert_eq!(told.run.kind, RunKind::Rehearsal);
    let entry = kept.catalog().entry(told.entry.key).unwrap().unwrap();
    assert!(entry.rehearsed.unwrap().is_good());
    assert_eq!(kept.left_over(), [""; 0]);
    assert_eq!(kept.store.businesses().unwrap().len(), 1);
    for place in [HERE, THERE] {
        kept.place(place).set(Mood::Lying);
    }
    let told = kept
        .keeping
        .rehearse(told.entry.key, &Rehearsal::now(&stamp), &NoProgress)
        .unwrap();
    assert_eq!(told.trouble().unwrap().code, "place-differs");
    assert!(!told.entry.is_proved());
    for place in [HERE, THERE] {
        kept.place(place).set(Mood::Gone);
    }
    let told = kept
        .keeping
        .rehearse(told.entry.key, &Rehearsal::now(&stamp), &NoProgress)
        .unwrap();
    assert_eq!(told.trouble().unwrap().code, "place-vanished");
    assert_eq!(kept.left_over(), [""; 0]);
}

#[test]
fn a_backup_goes_to_trash_and_comes_back_but_the_last_good_one_stays() {
    let kept = Kept::new();
    let report = kept.run();
    let (first, second) = (report.entries[0].key, report.entries[1].key);
    let gone = kept.keeping.move_to_trash(first).unwrap();
    assert!(gone.blob.starts_with("trash/"), "{}", gone.blob);
    assert_eq!(kept.place(HERE).keys(), [gone.blob.as_str()]);
    let error = kept.keeping.move_to_trash(second).unwrap_err();
    assert_eq!(error.code(), "keeping-last-good");
    assert_eq!(
        kept.keeping.look(HERE).unwrap(),
        Some(backup::Looked::default())
    );
    let back = kept.keeping.bring_back(first).unwrap();
    assert_eq!(back, report.entries[0]);
    assert_eq!(
        kept.keeping.bring_back(first).unwrap_err().code(),
        "keeping-not-there"
    );
    kept.place(HERE).set(Mood::HalfMoving);
    kept.keeping.move_to_trash(first).unwrap_err();
    kept.place(HERE).set(Mood::Fine);
    kept.keeping.look(HERE).unwrap();
    assert_eq!(
        kept.good().len(),
        2,
        "what lies under both keys is not in Trash"
    );
}

#[test]
fn what_no_rule_keeps_goes_to_trash_and_after_its_time_for_good() {
    let kept = Kept::new();
    kept.keep_last_only();
    for day in 0..9 {
        kept.pass(24);
        kept.change(&format!("day {day}"));
        let outlook = kept.keeping.outlook(kept.business).unwrap();
        let to_go = outlook.first().map_or(0, |outlook| {
            outlook.fates.iter().filter(|fate| !fate.stays()).count()
        });
        assert_eq!(to_go, 0, "it went when the newest came");
        kept.run();
    }
    let trashed = |kept: &Kept| {
        let is_in_trash = |key: &String| key.starts_with("trash/");
        kept.place(HERE)
            .keys()
            .iter()
            .filter(|key| is_in_trash(key))
            .count()
    };
    assert_eq!(trashed(&kept), 2, "seven stay, whatever the rule says");
    kept.pass(24 * (TRASH_KEPT_DAYS + 1));
    kept.keeping.retire(kept.business, &NoProgress).unwrap();
    assert_eq!(trashed(&kept), 0);
    let emptied = |state: &EntryState| matches!(state, EntryState::Emptied(_));
    let entries = kept.entries();
    assert_eq!(entries.iter().filter(|it| emptied(&it.state)).count(), 4);
    kept.pass(24 * 46);
    let refused = kept.keeping.retire(kept.business, &NoProgress).unwrap();
    assert_eq!(
        refused[0].trouble.as_ref().unwrap().code(),
        "retention-too-long-ago"
    );
    assert_eq!(kept.good().len(), 14);
}

#[test]
fn a_folder_is_set_up_marked_tried_and_let_go_of() {
    let kept = Kept::new();
    let folder = kept.setting.path("disk");
    let wish = |kind| PlaceWish {
        key: None,
        name: " Disk ".to_owned(),
        kind,
        secret: None,
    };
    let relative = wish(PlaceKind::Folder("disk".to_owned()));
    let error = kept.keeping.set_up_place(&relative).unwrap_err();
    assert_eq!(error.code(), "keeping-folder-not-whole");
    let nowhere = wish(PlaceKind::Folder(folder.join("a/b").display().to_string()));
    let error = kept.keeping.set_up_place(&nowhere).unwrap_err();
    assert_eq!(error.code(), "place-vanished");
    assert_eq!(kept.keeping.places().unwrap().len(), 2);
    let told = wish(PlaceKind::Folder(folder.display().to_string()));
    let place = kept.keeping.set_up_place(&told).unwrap();
    assert_eq!(place.name, "Disk");
    kept.keeping.test_place(place.key).unwrap();
    let twice = kept.keeping.set_up_place(&PlaceWish {
        kind: PlaceKind::Folder(format!("{}/", folder.display())),
        ..told.clone()
    });
    assert_eq!(twice.unwrap_err().code(), "keeping-place-twice");
    let stamp = kept.stamp();
    let wish = RunWish {
        places: vec![place.key],
        ..RunWish::now(BUSINESS, &stamp)
    };
    let made = kept.keeping.run(&wish, &NoProgress).unwrap();
    assert_eq!(made.run.outcome, RunOutcome::Good);
    let target = kept.setting.path("fetched.manager");
    kept.keeping
        .fetch_to(made.entries[0].key, &target, &NoProgress)
        .unwrap();
    assert_eq!(
        target.metadata().unwrap().len(),
        made.entries[0].bytes_count
    );
    std::fs::rename(&folder, folder.with_file_name("unplugged")).unwrap();
    std::fs::create_dir(&folder).unwrap();
    let error = kept.keeping.test_place(place.key).unwrap_err();
    assert_eq!(
        error.code(),
        "place-vanished",
        "an empty folder is not the disk"
    );
    kept.keeping.remove_place(place.key).unwrap();
    assert_eq!(kept.keeping.places().unwrap().len(), 2);
}

#[test]
fn an_encrypted_backup_is_made_and_opened_with_the_passphrase_in_the_vault() {
    let kept = Kept::new();
    let passphrase = Passphrase::new("correct horse battery staple");
    let secret = kept.keeping.keep_passphrase(&passphrase).unwrap();
    let schedule = Schedule {
        key: catalog::Key::from_bytes([50; 16]),
        business: None,
        rhythm: catalog::Rhythm::Hourly,
        places: vec![HERE],
        contents: Contents::ALL,
        passphrase: Some(secret),
        is_rehearsed: true,
        alarm_to: None,
        is_on: true,
        since: kept.keeping.now(),
    };
    kept.catalog().put_schedule(&schedule).unwrap();
    let stamp = kept.stamp();
    let wish = RunWish::of(&schedule, BUSINESS, stamp.instant, &stamp);
    let made = kept.keeping.run(&wish, &NoProgress).unwrap();
    assert_eq!(made.run.outcome, RunOutcome::Good);
    assert!(made.entries[0].is_encrypted);
    assert_eq!(
        kept.keeping.run(&wish, &NoProgress).unwrap().run.outcome,
        RunOutcome::Unchanged
    );
    let asked = Rehearsal::now(&stamp);
    let back = kept
        .keeping
        .rehearse(made.entries[0].key, &asked, &NoProgress);
    assert_eq!(back.unwrap().run.outcome, RunOutcome::Good);
    kept.keeping.forget_passphrase(secret).unwrap();
    let closed = kept.keeping.verify(made.entries[0].key, None, &NoProgress);
    assert_eq!(closed.unwrap_err().code(), "needs-passphrase");
    assert!(
        kept.good()[0].is_proved(),
        "it tells nothing against the backup"
    );
    let given = Some(&passphrase);
    let opened = kept
        .keeping
        .verify(made.entries[0].key, given, &NoProgress)
        .unwrap();
    assert!(opened.is_proved());
    kept.change("Karim");
    let refused = kept.keeping.run(&wish, &NoProgress).unwrap();
    assert_eq!(
        refused.trouble().unwrap().code,
        "keeping-passphrase-missing"
    );
}
