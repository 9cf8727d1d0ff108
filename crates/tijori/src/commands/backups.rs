//! `tijori backups`: kept backups, from the command line and for scripts (SPEC-keeping.md).

mod facts;
mod mending;
mod places;
mod retention;
mod schedules;
mod verifying;

use crate::arguments::Arguments;
use crate::arguments::backups::{BackupsRun, BackupsVerb};
use crate::failure::{ALTERED, Failure};
use crate::output::{complain, say, say_json, table};
use crate::passphrase::{for_a_new_backup, given};
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{Keeping, NoProgress, Rehearsal, RunWish, catalog_key};
use catalog::{BackupEntry, Checked, EntryFilter, EntryState, Key, RunOutcome, Trouble};
use facts::{Names, entry_facts, run_facts, told};
use pages::{Argument, Locale};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Does what was asked for.
pub fn run(arguments: &Arguments, verb: &BackupsVerb, locale: Locale) -> Result<u8, Failure> {
    let desk = Desk {
        program: Program::open(arguments)?,
        arguments,
        locale,
    };
    match verb {
        BackupsVerb::List {
            business,
            all,
            look,
        } => desk.list(business.as_deref(), *all, *look),
        BackupsVerb::Run(wanted) => desk.make(wanted),
        BackupsVerb::Verify { backup } => verifying::run(&desk, backup),
        BackupsVerb::Rehearse { backup } => desk.rehearse(backup),
        BackupsVerb::Download { backup, output } => desk.download(backup, output.as_deref()),
        BackupsVerb::Retention(wanted) => retention::run(&desk, wanted),
        BackupsVerb::Remove { backup } => {
            let entry = desk.keeping().move_to_trash(key_of(backup)?)?;
            desk.tell_entry(&entry, "command-backups-removed")
        }
        BackupsVerb::Restore { backup } => {
            let entry = desk.keeping().bring_back(key_of(backup)?)?;
            desk.tell_entry(&entry, "command-backups-restored")
        }
        BackupsVerb::Mend => mending::run(&desk),
        BackupsVerb::Places { verb } => places::run(&desk, verb),
        BackupsVerb::Schedules { verb } => schedules::run(&desk, verb),
    }
}

/// What every verb has at hand.
struct Desk<'a> {
    program: Program,
    arguments: &'a Arguments,
    locale: Locale,
}

/// A key that was typed.
fn key_of(text: &str) -> Result<Key, Failure> {
    text.parse()
        .map_err(|_| Failure::usage("keeping-entry-unknown", vec![("key", text.to_owned())]))
}

/// Whether what went wrong in a run is what went wrong with one of its backups. Otherwise they may
/// all lie where they should, and the run failed beside them: in History, or while others were let
/// go of.
fn is_told(trouble: &Trouble, entries: &[BackupEntry]) -> bool {
    let failed =
        |entry: &BackupEntry| matches!(&entry.state, EntryState::Failed(it) if it == trouble);
    entries.iter().any(failed)
}

impl Desk<'_> {
    fn keeping(&self) -> &Keeping {
        &self.program.app.keeping
    }

    fn names(&self) -> Result<Names, Failure> {
        Ok(Names::of(&self.keeping().places()?))
    }

    /// The business that was meant.
    fn business(&self, name_or_key: &str) -> Result<Key, Failure> {
        Ok(catalog_key(self.program.find(name_or_key)?.key()))
    }

    /// A document for scripts, or words for people.
    fn tell(&self, document: &Value, words: &str) -> Result<(), Failure> {
        match self.arguments.json {
            true => say_json(document)?,
            false => say(words)?,
        }
        Ok(())
    }

    fn tell_entry(&self, entry: &BackupEntry, sentence: &str) -> Result<u8, Failure> {
        let document = json!({ "backup": entry_facts(entry, &self.names()?) });
        let size = self.locale.bytes(entry.bytes_count);
        let said = [
            ("file", Argument::Text(&entry.file_name)),
            ("size", Argument::Text(&size)),
        ];
        self.tell(&document, &self.locale.text_with(sentence, &said))?;
        Ok(0)
    }

    fn list(&self, business: Option<&str>, all: bool, look: bool) -> Result<u8, Failure> {
        if look {
            for place in self.keeping().places()? {
                if let Err(error) = self.keeping().look(place.key) {
                    complain(&self.locale.error(error.code(), &error.arguments()));
                }
            }
        }
        let filter = EntryFilter {
            business: business.map(|name| self.business(name)).transpose()?,
            only_good: !all,
            ..EntryFilter::default()
        };
        let entries = self.keeping().catalog()?.entries(&filter)?;
        let names = self.names()?;
        let facts: Vec<Value> = entries.iter().map(|it| entry_facts(it, &names)).collect();
        let rows: Vec<Vec<String>> = entries.iter().map(|it| self.row(it, &names)).collect();
        let words = match rows.is_empty() {
            true => self.locale.text("command-backups-none"),
            false => table(&rows),
        };
        self.tell(&json!({ "backups": facts }), &words)?;
        Ok(0)
    }

    fn row(&self, entry: &BackupEntry, names: &Names) -> Vec<String> {
        let proof = |checked: &Option<Checked>| {
            checked.as_ref().map_or_else(String::new, |checked| {
                let code = if checked.is_good() { "good" } else { "bad" };
                self.locale.text(&format!("command-backups-proof-{code}"))
            })
        };
        let state = format!("command-backups-state-{}", entry.state.code());
        vec![
            entry.key.to_string(),
            entry.business_name.clone(),
            entry.sequence.to_string(),
            facts::local_moment(entry),
            names.place(entry.place),
            self.locale.bytes(entry.bytes_count),
            self.locale.text(&state),
            proof(&entry.verified),
            proof(&entry.rehearsed),
        ]
    }

    fn make(&self, wanted: &BackupsRun) -> Result<u8, Failure> {
        let business = self.program.find(&wanted.business)?;
        let zone = business.read()?.profile()?.time_zone;
        let stamp = self.program.stamp(&zone)?;
        let wish = RunWish {
            places: places::keys_of(self, &wanted.places)?,
            contents: wanted.left_out.contents(),
            ..RunWish::now(business.key(), &stamp)
        };
        let progress = TerminalProgress::new(self.locale);
        let report = match wanted.encrypt {
            true => {
                let passphrase = for_a_new_backup(self.arguments, self.locale)?;
                self.keeping()
                    .run_protected(&wish, &passphrase, &progress)?
            }
            false => self.keeping().run(&wish, &progress)?,
        };
        let names = self.names()?;
        if self.arguments.json {
            say_json(&run_facts(&report, &names))?;
        }
        for entry in &report.entries {
            if let EntryState::Failed(trouble) = &entry.state {
                complain(&told(trouble, self.locale));
            } else if !self.arguments.json {
                let place = names.place(entry.place);
                let size = self.locale.bytes(entry.bytes_count);
                let said = [
                    ("file", Argument::Text(&entry.file_name)),
                    ("place", Argument::Text(&place)),
                    ("size", Argument::Text(&size)),
                ];
                say(&match report.run.outcome {
                    RunOutcome::Unchanged => {
                        self.locale.text_with("command-backups-unchanged", &said)
                    }
                    _ => self.locale.text_with("command-backups-kept", &said),
                })?;
            }
        }
        for trouble in report.retired.iter().filter_map(|it| it.trouble.as_ref()) {
            complain(&told(&trouble.trouble(), self.locale));
        }
        let Some(trouble) = report.trouble() else {
            return Ok(0);
        };
        if !is_told(trouble, &report.entries) {
            complain(&told(trouble, self.locale));
        }
        Ok(crate::failure::FAULT)
    }

    /// The backup that was meant: by its key, else the newest good one of a business.
    fn backup(&self, key_or_business: &str) -> Result<BackupEntry, Failure> {
        let catalog = self.keeping().catalog()?;
        if let Ok(key) = key_or_business.parse::<Key>()
            && let Some(entry) = catalog.entry(key)?
        {
            return Ok(entry);
        }
        let business = self.business(key_or_business)?;
        let newest = catalog.entries(&EntryFilter {
            only_good: true,
            limit: Some(1),
            ..EntryFilter::of(business)
        })?;
        newest.into_iter().next().ok_or_else(|| {
            let name = key_or_business.to_owned();
            Failure::usage("keeping-no-backup", vec![("business", name)])
        })
    }

    fn rehearse(&self, backup: &str) -> Result<u8, Failure> {
        let entry = self.backup(backup)?;
        let stamp = self.program.stamp(&entry.zone)?;
        let passphrase = given(self.arguments)?;
        let wish = Rehearsal {
            passphrase: passphrase.as_ref(),
            ..Rehearsal::now(&stamp)
        };
        let progress = TerminalProgress::new(self.locale);
        let done = self.keeping().rehearse(entry.key, &wish, &progress)?;
        drop(progress);
        self.proved(&done.entry, done.trouble(), "command-backups-rehearsed")
    }

    /// Says what a proof came to; the exit code is the answer.
    fn proved(
        &self,
        entry: &BackupEntry,
        trouble: Option<&Trouble>,
        sentence: &str,
    ) -> Result<u8, Failure> {
        let Some(trouble) = trouble else {
            return self.tell_entry(entry, sentence);
        };
        if self.arguments.json {
            say_json(&json!({ "backup": entry_facts(entry, &self.names()?) }))?;
        }
        complain(&told(trouble, self.locale));
        Ok(ALTERED)
    }

    fn download(&self, backup: &str, output: Option<&Path>) -> Result<u8, Failure> {
        let entry = self.backup(backup)?;
        let target = match output {
            None => PathBuf::from(&entry.file_name),
            Some(path) if path.is_dir() => path.join(&entry.file_name),
            Some(path) => path.to_owned(),
        };
        self.program.require_outside(&target)?;
        let progress = TerminalProgress::new(self.locale);
        self.keeping().fetch_to(entry.key, &target, &progress)?;
        drop(progress);
        let path = target.display().to_string();
        let size = self.locale.bytes(entry.bytes_count);
        let said = [
            ("file", Argument::Text(&path)),
            ("size", Argument::Text(&size)),
        ];
        let document = json!({
            "file": path,
            "backup": entry_facts(&entry, &self.names()?),
        });
        let words = self.locale.text_with("command-backups-downloaded", &said);
        self.tell(&document, &words)?;
        Ok(0)
    }

    /// Looks whether something goes on; nothing can, for whoever has the folder open is alone.
    fn retire(&self, business: Key) -> Result<Vec<backup::Retired>, Failure> {
        Ok(self.keeping().retire(business, &NoProgress)?)
    }
}
