//! The steps of a run that makes something.

use super::super::entries::entry_key;
use super::super::moving::{Finished, Reached};
use super::super::{KeepError, Keeping, catalog_key, fresh_key};
use super::{RunReport, RunWish};
use crate::make::{make_file, record_backup};
use crate::part_file::io_error;
use crate::room::Needs;
use crate::{
    BackupContents, BackupError, BackupForm, BackupResult, Encryption, MakeRequest, Progress,
    suggested_file_name, today,
};
use catalog::{BackupEntry, Catalog, Checked, EntryState, FileKey, Place, PlaceKind, RunOutcome};
use history::Head;
use std::path::Path;
use store::{Business, Profile};

/// One run at work.
pub(super) struct Step<'a> {
    pub keeping: &'a Keeping,
    pub wish: &'a RunWish<'a>,
    pub business: &'a dyn Business,
    pub progress: &'a dyn Progress,
}

/// A place of the run, or why it cannot be reached.
type Wanted = (Place, Result<Reached, KeepError>);

/// A proved file in the scratch folder.
struct Made<'a> {
    path: &'a Path,
    request: &'a MakeRequest<'a>,
    profile: &'a Profile,
    sequence: u64,
    result: BackupResult,
    head: Head,
}

impl Step<'_> {
    /// Makes the backup and keeps it in every place that can be reached.
    pub(super) fn make_and_keep(
        &self,
        places: Vec<Wanted>,
        report: &mut RunReport,
    ) -> Result<RunOutcome, KeepError> {
        let keeping = self.keeping;
        let scratch = keeping.store.scratch();
        let folder = tempfile::Builder::new()
            .prefix("kept-")
            .tempdir_in(scratch)
            .map_err(|error| io_error(scratch, &error))?;
        let path = folder.path().join("backup.manager");
        let profile = self.business.read()?.profile()?;
        let stamp = self.wish.stamp;
        let name = suggested_file_name(&profile.name, today(stamp.instant, &profile.time_zone));
        let wanted = self.wish.contents;
        let passphrase = self.wish.passphrase.map(|key| keeping.passphrase(key));
        let encryption = passphrase.transpose()?.map(Encryption::new);
        let request = MakeRequest {
            business: self.business,
            target: &path,
            scratch,
            contents: BackupContents {
                attachments: wanted.attachments,
                emails: wanted.emails,
                history: wanted.history,
            },
            form: BackupForm::Compressed,
            encryption: encryption.as_ref(),
            file_name: &name,
            stamp,
        };
        let (result, head) = make_file(&request, self.progress)?;
        let catalog = keeping.catalog()?;
        let made = Made {
            path: &path,
            request: &request,
            profile: &profile,
            sequence: catalog.next_sequence(catalog_key(self.wish.business))?,
            result,
            head,
        };
        let (reached, failure) = self.put_everywhere(&*catalog, &made, places, report)?;
        if !reached.is_empty() {
            self.tell_history(&made, &reached)?;
        }
        self.retire(&made, &reached, report)?;
        Ok(match failure {
            Some(error) => RunOutcome::Failed(error.trouble()),
            None => RunOutcome::Good,
        })
    }

    /// Puts the file into each place, one after the other; the places that have it, and the first
    /// failure.
    fn put_everywhere(
        &self,
        catalog: &dyn Catalog,
        made: &Made<'_>,
        places: Vec<Wanted>,
        report: &mut RunReport,
    ) -> Result<(Vec<Reached>, Option<KeepError>), KeepError> {
        let mut have_it = Vec::new();
        let mut failure = None;
        for (place, reached) in places {
            let put = reached.and_then(|reached| {
                let blob = self.put(made, &reached)?;
                Ok((reached, blob))
            });
            let put = put.map_err(|error| self.keeping.as_interrupted(self.wish, error));
            let entry = match &put {
                Ok((reached, blob)) => self.good_entry(made, &reached.place, blob),
                Err(error) => self.failed_entry(made, &place, error)?,
            };
            catalog.put_entry(&entry)?;
            report.entries.push(entry);
            match put {
                Ok((reached, _)) => have_it.push(reached),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        Ok((have_it, failure))
    }

    /// Puts the file into a place and proves it there; under which key.
    fn put(&self, made: &Made<'_>, reached: &Reached) -> Result<String, KeepError> {
        self.look_for_room(made, &reached.place)?;
        let facts = FileKey::new(
            catalog_key(self.wish.business),
            self.wish.stamp.instant,
            made.sequence,
            &made.result.sha256,
            &made.profile.name,
        );
        let key = facts.blob_key()?;
        let finished = Finished {
            path: made.path,
            bytes_count: made.result.bytes_count,
            sha256: made.result.sha256,
        };
        let put = reached.put_and_compare(&key, finished, self.progress);
        put.map_err(|error| error.about(made.request.file_name))?;
        Ok(key.to_string())
    }

    /// A folder that is too small is told of by its place: the others may have it all the same.
    fn look_for_room(&self, made: &Made<'_>, place: &Place) -> Result<(), KeepError> {
        let PlaceKind::Folder(path) = &place.kind else {
            return Ok(());
        };
        let checked = Needs::of(Path::new(path), made.result.bytes_count).check(self.progress);
        match checked {
            Err(BackupError::NoRoom { needed, free, .. }) => Err(KeepError::PlaceShort {
                place: place.name.clone(),
                needed,
                free,
            }),
            other => Ok(other?),
        }
    }

    fn good_entry(&self, made: &Made<'_>, place: &Place, blob: &str) -> BackupEntry {
        let wish = self.wish;
        BackupEntry {
            key: entry_key(place.key, blob),
            business: catalog_key(wish.business),
            business_name: made.profile.name.clone(),
            sequence: made.sequence,
            made_at: wish.stamp.instant,
            zone: made.profile.time_zone.clone(),
            schedule: wish.schedule,
            place: Some(place.key),
            blob: blob.to_owned(),
            file_name: made.request.file_name.to_owned(),
            bytes_count: made.result.bytes_count,
            sha256: Some(made.result.sha256),
            content_digest: Some(made.result.content_digest.0),
            history_head: Some((made.head.sequence, made.head.hash)),
            contents: wish.contents,
            is_encrypted: wish.passphrase.is_some(),
            verified: Some(Checked {
                at: self.keeping.now(),
                trouble: None,
            }),
            rehearsed: None,
            state: EntryState::Good,
        }
    }

    fn failed_entry(
        &self,
        made: &Made<'_>,
        place: &Place,
        error: &KeepError,
    ) -> Result<BackupEntry, KeepError> {
        Ok(BackupEntry {
            key: fresh_key()?,
            blob: String::new(),
            verified: None,
            state: EntryState::Failed(error.trouble()),
            ..self.good_entry(made, place, "")
        })
    }

    /// The business itself tells that a backup of it was made, why, and where it lies.
    fn tell_history(&self, made: &Made<'_>, places: &[Reached]) -> Result<(), KeepError> {
        let names: Vec<&str> = places
            .iter()
            .map(|reached| reached.place.name.as_str())
            .collect();
        let schedule = self.wish.schedule.map(|key| ("schedule", key.to_string()));
        let facts: Vec<(&str, String)> = schedule
            .into_iter()
            .chain([("places", names.join(", "))])
            .collect();
        Ok(record_backup(
            made.request,
            &made.result,
            made.head,
            &facts,
        )?)
    }

    /// Lets go of old backups in the places that have the new one.
    fn retire(
        &self,
        made: &Made<'_>,
        places: &[Reached],
        report: &mut RunReport,
    ) -> Result<(), KeepError> {
        let business = catalog_key(self.wish.business);
        for reached in places {
            let retired = self
                .keeping
                .retire_in(reached, business, Some(made.sequence))?;
            report.retired.push(retired);
        }
        Ok(())
    }
}
