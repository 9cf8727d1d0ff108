//! A backup made while others write is one consistent moment (SPEC-backup.md, 1.1).

use crate::setting::{Setting, back_up, key, made_up, rows, stamp};
use backup::{BackupContents, BackupForm};
use books::kinds;
use manager_file::wire::{Field, Message};
use std::sync::atomic::{AtomicBool, Ordering};

fn named(number: u32) -> Vec<u8> {
    let mut message = Message::default();
    message.set(1, Some(Field::of_text(1, &format!("{number:06}"))));
    message.to_bytes()
}

/// Two records are always changed together; in every copy they must be equal.
#[test]
fn records_changed_together_are_equal_in_every_backup() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let stop = AtomicBool::new(false);
    let pair = |number: u32| {
        business.write(&mut |work| {
            for record in [key(60), key(61)] {
                work.put_object(record, kinds::CUSTOMER, &named(number), "pair", &stamp(6))?;
            }
            Ok(())
        })
    };
    pair(0).unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut number = 1;
            while !stop.load(Ordering::Relaxed) {
                pair(number).unwrap();
                number += 1;
            }
        });
        for copy in 0..8 {
            let target = setting.path(&format!("{copy}.manager"));
            back_up(
                &setting,
                &*business,
                &target,
                BackupContents::default(),
                BackupForm::Plain,
            );
            let sql = format!(
                "SELECT Content FROM Objects WHERE Key IN ('{}', '{}')",
                key(60),
                key(61)
            );
            let found = rows(&target, &sql);
            assert_eq!(found.len(), 2);
            assert_eq!(found[0], found[1], "copy {copy}");
        }
        stop.store(true, Ordering::Relaxed);
    });
}
