//! What is due, what was missed, and that copies do nothing by themselves (SPEC-keeping.md, 1).

use crate::keeping_setting::{HERE, Kept, Mood, THERE};
use crate::setting::{BUSINESS, INSTALLATION, key};
use backup::{
    BackupContents, BackupForm, MakeRequest, NoProgress, REHEARSED_EVERY, Rehearsal, RunWish, Task,
    make_backup,
};
use catalog::{EntryState, Key, Rhythm, RunOutcome, Schedule};
use jiff::civil::Time;
use store::Standing;

fn schedule(kept: &Kept, rhythm: Rhythm) -> Schedule {
    Schedule {
        key: Key::from_bytes([50; 16]),
        business: None,
        rhythm,
        places: vec![HERE],
        contents: catalog::Contents::ALL,
        passphrase: None,
        is_rehearsed: true,
        alarm_to: None,
        is_on: true,
        since: kept.keeping.now(),
    }
}

fn daily(kept: &Kept) -> Schedule {
    schedule(kept, Rhythm::Daily(Time::constant(22, 0, 0, 0)))
}

/// Does what is due, as the thread of the program does.
fn do_what_is_due(kept: &Kept) -> Vec<Task> {
    let tasks = kept.keeping.tasks_due().unwrap();
    for task in &tasks {
        kept.keeping.note_missed(task).unwrap();
        let stamp = kept.stamp();
        let wish = RunWish::of(&task.schedule, task.business, task.due.at, &stamp);
        kept.keeping.run(&wish, &NoProgress).unwrap();
    }
    tasks
}

#[test]
fn a_schedule_is_due_once_and_missed_days_stay_visible() {
    let kept = Kept::new();
    let daily = daily(&kept);
    kept.catalog().put_schedule(&daily).unwrap();
    assert!(
        do_what_is_due(&kept).is_empty(),
        "it begins when it was made"
    );
    let next = kept
        .keeping
        .next_due(&daily, kept.business, "Asia/Dhaka")
        .unwrap();
    assert_eq!(next, Some("2026-11-21T16:00:00Z".parse().unwrap()));
    kept.pass(6);
    assert_eq!(do_what_is_due(&kept).len(), 1);
    assert!(do_what_is_due(&kept).is_empty());
    kept.pass(24 * 4);
    let tasks = do_what_is_due(&kept);
    assert_eq!(tasks[0].due.missed.len(), 3);
    let entries = kept.entries();
    let missed = entries
        .iter()
        .filter(|entry| entry.state == EntryState::Missed);
    assert_eq!(missed.count(), 3);
    assert_eq!(kept.good().len(), 1, "nothing had changed");
    assert_eq!(kept.good()[0].schedule, Some(daily.key));
    assert!(do_what_is_due(&kept).is_empty());
    let runs = kept.catalog().runs(&catalog::RunFilter::default()).unwrap();
    let missed = runs.iter().filter(|run| run.outcome == RunOutcome::Missed);
    assert_eq!((runs.len(), missed.count()), (5, 3));
}

#[test]
fn a_paused_schedule_is_not_due_and_one_on_close_only_then() {
    let kept = Kept::new();
    let mut daily = daily(&kept);
    daily.is_on = false;
    kept.catalog().put_schedule(&daily).unwrap();
    kept.pass(48);
    assert!(kept.keeping.tasks_due().unwrap().is_empty());
    assert!(kept.keeping.tasks_on_close().unwrap().is_empty());
    assert!(kept.keeping.rehearsals_due().unwrap().is_empty());
    let on_close = schedule(&kept, Rhythm::OnClose);
    kept.catalog().put_schedule(&on_close).unwrap();
    kept.pass(48);
    assert!(kept.keeping.tasks_due().unwrap().is_empty());
    assert_eq!(kept.keeping.tasks_on_close().unwrap().len(), 1);
}

#[test]
fn a_rehearsal_is_due_every_week_once_there_is_a_backup() {
    let kept = Kept::new();
    kept.catalog().put_schedule(&daily(&kept)).unwrap();
    assert!(kept.keeping.rehearsals_due().unwrap().is_empty());
    kept.run();
    let due = kept.keeping.rehearsals_due().unwrap();
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].0, BUSINESS);
    let stamp = kept.stamp();
    let asked = &Rehearsal {
        schedule: Some(due[0].1.key),
        ..Rehearsal::now(&stamp)
    };
    kept.keeping
        .rehearse_newest(kept.business, asked, &NoProgress)
        .unwrap();
    kept.pass(REHEARSED_EVERY.as_hours() - 1);
    assert!(kept.keeping.rehearsals_due().unwrap().is_empty());
    kept.pass(1);
    assert_eq!(kept.keeping.rehearsals_due().unwrap().len(), 1);
}

#[test]
fn a_copy_makes_no_backups_by_itself() {
    let kept = Kept::new();
    let target = kept.setting.path("copy.manager");
    let business = kept.store.open(BUSINESS).unwrap();
    let stamp = kept.stamp();
    let request = MakeRequest {
        business: &*business,
        target: &target,
        scratch: kept.store.scratch(),
        contents: BackupContents::default(),
        form: BackupForm::Compressed,
        encryption: None,
        file_name: "copy.manager",
        stamp: &stamp,
    };
    make_backup(&request, &NoProgress).unwrap();
    let scratch = kept.store.scratch();
    let checked = backup::check(&target, "copy.manager", scratch, &NoProgress).unwrap();
    let request = backup::ImportRequest {
        key: key(77),
        name: None,
        time_zone: "Asia/Dhaka",
        installation: INSTALLATION,
        stamp: &stamp,
    };
    backup::import(&*kept.store, &checked, &request, &NoProgress).unwrap();
    kept.catalog().put_schedule(&daily(&kept)).unwrap();
    kept.pass(24);
    let tasks = kept.keeping.tasks_due().unwrap();
    let businesses: Vec<_> = tasks.iter().map(|task| task.business).collect();
    assert_eq!(businesses, [BUSINESS]);
    let copy = kept.store.open(key(77)).unwrap();
    let standing = store::standing(&*copy.read().unwrap()).unwrap();
    assert_eq!(standing, Standing::Unconfirmed);
}

#[test]
fn nothing_was_missed_of_a_business_before_it_was_kept_here() {
    let kept = Kept::new();
    kept.catalog().put_schedule(&daily(&kept)).unwrap();
    kept.pass(24 * 5);
    let profile = store::Profile {
        name: "Newcomer".to_owned(),
        country: None,
        time_zone: "Asia/Dhaka".to_owned(),
        installation: INSTALLATION,
        absent: Vec::new(),
    };
    let stamp = kept.stamp();
    store::create_business(&*kept.store, key(78), &profile, &[], &stamp, key(79)).unwrap();
    let tasks = kept.keeping.tasks_due().unwrap();
    let missed = |business| {
        let mut of = tasks.iter().filter(|task| task.business == business);
        of.next().map(|task| task.due.missed.len())
    };
    assert_eq!(missed(BUSINESS), Some(4));
    // It is backed up at once, and nobody is told of days on which it was not there.
    assert_eq!(missed(key(78)), Some(0));
}

#[test]
fn schedules_and_the_rule_of_a_business_follow_it_into_the_one_that_takes_its_place() {
    let kept = Kept::new();
    let mut own = daily(&kept);
    own.business = Some(kept.business);
    kept.catalog().put_schedule(&own).unwrap();
    let for_all = Schedule {
        key: Key::from_bytes([51; 16]),
        ..daily(&kept)
    };
    kept.catalog().put_schedule(&for_all).unwrap();
    let rule = catalog::RetentionRule {
        business: Some(kept.business),
        retention: None,
    };
    kept.catalog().put_retention_rule(&rule).unwrap();
    assert_eq!(kept.keeping.follow(BUSINESS, key(77)).unwrap(), 1);
    let new = backup::catalog_key(key(77));
    let schedules = kept.catalog().schedules().unwrap();
    let businesses: Vec<_> = schedules.iter().map(|it| it.business).collect();
    assert_eq!(businesses, [Some(new), None]);
    let rules = kept.catalog().retention_rules().unwrap();
    assert_eq!(rules.len(), 1);
    assert_eq!((rules[0].business, rules[0].retention), (Some(new), None));
    assert_eq!(kept.keeping.follow(BUSINESS, key(77)).unwrap(), 0);
}

#[test]
fn a_rehearsal_goes_to_a_place_that_can_be_reached_and_is_held_again_after_a_day() {
    let kept = Kept::new();
    kept.catalog().put_schedule(&daily(&kept)).unwrap();
    kept.run();
    for place in [HERE, THERE] {
        kept.place(place).set(Mood::Gone);
        let stamp = kept.stamp();
        let asked = Rehearsal::now(&stamp);
        let done = kept
            .keeping
            .rehearse_newest(kept.business, &asked, &NoProgress);
        assert_eq!(done.unwrap().run.outcome, RunOutcome::Good);
        kept.place(place).set(Mood::Fine);
    }
    for place in [HERE, THERE] {
        kept.place(place).set(Mood::Gone);
    }
    kept.pass(1);
    let stamp = kept.stamp();
    let asked = Rehearsal::now(&stamp);
    let done = kept
        .keeping
        .rehearse_newest(kept.business, &asked, &NoProgress)
        .unwrap();
    assert_eq!(done.trouble().unwrap().code, "place-vanished");
    assert!(done.entry.is_proved(), "nothing new is known of the backup");
    assert!(kept.keeping.rehearsals_due().unwrap().is_empty());
    kept.pass(24);
    assert_eq!(kept.keeping.rehearsals_due().unwrap().len(), 1);
}

#[test]
fn who_is_at_a_page_does_not_wait_for_hours() {
    let kept = Kept::new();
    let entry = kept.run().entries[0].clone();
    kept.change("Karim");
    kept.place(HERE).set(Mood::Slow);
    let stamp = kept.stamp();
    std::thread::scope(|scope| {
        let running = scope.spawn(|| {
            let wish = RunWish::now(BUSINESS, &stamp);
            kept.keeping.run(&wish, &NoProgress).unwrap()
        });
        while kept.keeping.ongoing().is_none() {
            std::thread::yield_now();
        }
        let refused = kept.keeping.move_to_trash(entry.key).unwrap_err();
        assert_eq!(refused.code(), "keeping-busy");
        assert_eq!(kept.keeping.look(THERE).unwrap(), None);
        kept.keeping.cancel();
        let report = running.join().unwrap();
        assert_eq!(report.trouble().unwrap().code, "cancelled");
    });
    assert_eq!(kept.good().len(), 2);
}
