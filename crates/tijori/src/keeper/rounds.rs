//! One look at what is due, and the doing of it: for the thread of a program, and for a job of the
//! Cloud edition.

use super::alarm::alarm;
use backup::{KeepError, Progress, Rehearsal, RunWish, Task, catalog_key};
use catalog::{Schedule, Trouble};
use pages::Locale;
use web::App;

/// Does what is due in the businesses of one program or subscriber, one thing after the other.
pub struct Rounds<'a> {
    /// Whose businesses.
    pub app: &'a App,
    /// In which language alarms are told.
    pub locale: Locale,
    /// Is told how far work has come, and stops it.
    pub progress: &'a dyn Progress,
    /// Whether nothing new is to be begun.
    pub is_ending: &'a dyn Fn() -> bool,
}

impl Rounds<'_> {
    /// Makes the backups that are due, then rehearses those whose time has come. How much was done.
    pub fn do_what_is_due(&self) -> usize {
        let mut done = 0;
        let keeping = &self.app.keeping;
        let tasks = keeping
            .tasks_due()
            .unwrap_or_else(|error| passed_over(&error));
        for task in tasks.iter().take_while(|_| !(self.is_ending)()) {
            self.tell_missed(task);
            self.back_up(task);
            done += 1;
        }
        let rehearsals = keeping
            .rehearsals_due()
            .unwrap_or_else(|error| passed_over(&error));
        for (business, schedule, zone) in rehearsals {
            if (self.is_ending)() {
                break;
            }
            self.rehearse(business, &schedule, &zone);
            done += 1;
        }
        done
    }

    /// The backups that are made when the program ends.
    pub fn take_leave(&self) {
        let tasks = self.app.keeping.tasks_on_close();
        for task in tasks.unwrap_or_else(|error| passed_over(&error)) {
            self.back_up(&task);
        }
    }

    fn tell_missed(&self, task: &Task) {
        if task.due.missed.is_empty() {
            return;
        }
        if let Err(error) = self.app.keeping.note_missed(task) {
            passed_over::<()>(&error);
        }
        let count = task.due.missed.len().to_string();
        let trouble = Trouble::new("keeping-missed", vec![("count", count)]);
        self.alarm(task.business, &task.schedule, &trouble);
    }

    fn back_up(&self, task: &Task) {
        let made = self.stamp(&task.zone).and_then(|stamp| {
            let wish = RunWish::of(&task.schedule, task.business, task.due.at, &stamp);
            let report = self.app.keeping.run(&wish, self.progress)?;
            // The backup is there, and stays, though the log cannot be written.
            if let Err(error) = web::telling::tell_run(self.app, &report, "scheduled") {
                tracing::error!(
                    code = error.code,
                    "the security log was not told of a backup"
                );
            }
            Ok(report.trouble().cloned())
        });
        self.told(made, task.business, &task.schedule);
    }

    fn rehearse(&self, business: books::Key, schedule: &Schedule, zone: &str) {
        let done = self.stamp(zone).and_then(|stamp| {
            let asked = Rehearsal {
                schedule: Some(schedule.key),
                passphrase: None,
                stamp: &stamp,
            };
            let keeping = &self.app.keeping;
            let done = keeping.rehearse_newest(catalog_key(business), &asked, self.progress)?;
            Ok(done.trouble().cloned())
        });
        self.told(done, business, schedule);
    }

    /// Raises an alarm where something went wrong; not when a person or the end of the program
    /// stopped it.
    fn told(
        &self,
        done: Result<Option<Trouble>, KeepError>,
        business: books::Key,
        schedule: &Schedule,
    ) {
        let trouble = match done {
            Ok(None) => return,
            Ok(Some(trouble)) => trouble,
            Err(error) => error.trouble(),
        };
        if !["cancelled", "keeping-interrupted"].contains(&trouble.code.as_str()) {
            self.alarm(business, schedule, &trouble);
        }
    }

    fn alarm(&self, business: books::Key, schedule: &Schedule, trouble: &Trouble) {
        tracing::error!(
            code = %trouble.code, key = %business, schedule = %schedule.key,
            "a backup is not as it should be"
        );
        if let Err((code, error)) = alarm(self.app, self.locale, business, schedule, trouble) {
            tracing::error!(code, %error, key = %business, "nobody could be told of it");
        }
    }

    fn stamp(&self, zone: &str) -> Result<history::Stamp, KeepError> {
        web::stamp::stamp(self.app, zone).map_err(|error| {
            KeepError::Backup(backup::BackupError::Io {
                what: error.code.to_owned(),
                reason: "no random number could be drawn".to_owned(),
            })
        })
    }
}

/// Nothing can be done now; the next look may find it better.
fn passed_over<T: Default>(error: &KeepError) -> T {
    tracing::error!(code = error.code(), "keeping backups was passed over");
    T::default()
}
