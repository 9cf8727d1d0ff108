//! What goes and what stays in each place: told beforehand, and done (SPEC-keeping.md, section 4).

use super::entries::older_than;
use super::moving::Reached;
use super::{KeepError, Keeping, fresh_key};
use crate::retention::{Fate, RetentionError, fates, look_at_clock};
use crate::{Phase, Progress};
use catalog::{BackupEntry, EntryFilter, Key, Place, Retention, Run, RunKind, RunOutcome};
use jiff::Timestamp;

/// What would become of the backups of a business in one place.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The place.
    pub place: Place,
    /// Each good backup there, the newest first.
    pub fates: Vec<Fate>,
    /// Why nothing would go now, when the clock cannot be trusted.
    pub refusal: Option<RetentionError>,
}

/// What was done in one place.
#[derive(Debug)]
pub struct Retired {
    /// The place.
    pub place: Place,
    /// What was moved to Trash.
    pub trashed: Vec<BackupEntry>,
    /// How many were in Trash for their time and are gone for good.
    pub emptied_count: usize,
    /// Why it was not done, or not wholly.
    pub trouble: Option<KeepError>,
}

impl Keeping {
    /// The rule that holds for a business: its own, else that for all, else the usual one. None
    /// when nothing is to go.
    ///
    /// # Errors
    /// [`KeepError::Catalog`].
    pub fn rule_of(&self, business: Key) -> Result<Option<Retention>, KeepError> {
        let rules = self.catalog()?.retention_rules()?;
        let of = |wanted| rules.iter().find(|rule| rule.business == wanted);
        let rule = of(Some(business)).or_else(|| of(None));
        Ok(rule.map_or_else(|| Some(Retention::default()), |rule| rule.retention))
    }

    /// What would become of the backups of a business in every place where it has some, under the
    /// rule that holds. No place is asked: it is what the catalogue tells.
    ///
    /// # Errors
    /// [`KeepError::Catalog`].
    pub fn outlook(&self, business: Key) -> Result<Vec<Outlook>, KeepError> {
        self.outlook_under(business, self.rule_of(business)?)
    }

    /// The same under another rule; under none that lets anything go.
    ///
    /// # Errors
    /// [`KeepError::Catalog`].
    pub fn outlook_under(
        &self,
        business: Key,
        rule: Option<Retention>,
    ) -> Result<Vec<Outlook>, KeepError> {
        let now = self.now();
        let mut outlooks = Vec::new();
        for place in self.places()? {
            let entries = self.entries_in(business, place.key)?;
            let outlook = Outlook {
                place,
                fates: fates(&entries, rule),
                refusal: look_at_clock(&entries, now).err(),
            };
            if !outlook.fates.is_empty() {
                outlooks.push(outlook);
            }
        }
        Ok(outlooks)
    }

    /// Lets go in every place what no rule keeps, because a person wants it now.
    ///
    /// # Errors
    /// When the catalogue fails, or somebody asks to stop. What goes wrong in a place is told with
    /// that place.
    pub fn retire(
        &self,
        business: Key,
        progress: &dyn Progress,
    ) -> Result<Vec<Retired>, KeepError> {
        let turn = self.take_turn(progress)?;
        let progress = &turn.watched(progress);
        let at_work = self
            .desk
            .begin(RunKind::Retention, business, self.now(), progress);
        let mut done = Vec::new();
        for place in self.places()? {
            at_work.at(Phase::Waiting, 0, 0)?;
            if self.entries_in(business, place.key)?.is_empty() {
                continue;
            }
            done.push(match self.reach(place.clone()) {
                Ok(reached) => self.retire_in(&reached, business, None)?,
                Err(error) => self.told(Retired::new(place), Some(error), business, None)?,
            });
        }
        Ok(done)
    }

    /// The same in one place, for whoever has the turn. `made` is the number of the backup that was
    /// just made: the clock is compared with those before it.
    pub(super) fn retire_in(
        &self,
        reached: &Reached,
        business: Key,
        made: Option<u64>,
    ) -> Result<Retired, KeepError> {
        let mut retired = Retired::new(reached.place.clone());
        let done = self.let_go(reached, business, made, &mut retired);
        match done {
            Err(error @ KeepError::Catalog(_)) => Err(error),
            done => self.told(retired, done.err(), business, made),
        }
    }

    fn let_go(
        &self,
        reached: &Reached,
        business: Key,
        made: Option<u64>,
        retired: &mut Retired,
    ) -> Result<(), KeepError> {
        // What somebody took away must not count as a backup that stays.
        self.look_into(reached, Some(business))?;
        let now = self.now();
        let entries = self.entries_in(business, reached.place.key)?;
        look_at_clock(&older_than(&entries, made), now)?;
        for fate in fates(&entries, self.rule_of(business)?) {
            if !fate.stays() {
                retired.trashed.push(self.trash(reached, fate.entry)?);
            }
        }
        retired.emptied_count = self.empty_trash(reached, business, now)?;
        if retired.emptied_count > 0 {
            // A vault that fails keeps a passphrase longer than needed, which harms nothing.
            let _ = self.forget_unneeded_passphrases();
        }
        Ok(())
    }

    /// Notes what was done, where there is something to tell.
    fn told(
        &self,
        mut retired: Retired,
        trouble: Option<KeepError>,
        business: Key,
        made: Option<u64>,
    ) -> Result<Retired, KeepError> {
        retired.trouble = trouble;
        let has_acted = !retired.trashed.is_empty() || retired.emptied_count > 0;
        if !has_acted && retired.trouble.is_none() && made.is_some() {
            return Ok(retired);
        }
        let now: Timestamp = self.now();
        self.catalog()?.put_run(&Run {
            key: fresh_key()?,
            kind: RunKind::Retention,
            business,
            schedule: None,
            entry: retired.trashed.first().map(|entry| entry.key),
            due_at: now,
            began_at: now,
            ended_at: now,
            outcome: match &retired.trouble {
                None => RunOutcome::Good,
                Some(error @ KeepError::Retention(_)) => RunOutcome::Refused(error.trouble()),
                Some(error) => RunOutcome::Failed(error.trouble()),
            },
        })?;
        Ok(retired)
    }

    fn entries_in(&self, business: Key, place: Key) -> Result<Vec<BackupEntry>, KeepError> {
        Ok(self.catalog()?.entries(&EntryFilter {
            place: Some(place),
            ..EntryFilter::of(business)
        })?)
    }
}

impl Retired {
    fn new(place: Place) -> Self {
        Self {
            place,
            trashed: Vec::new(),
            emptied_count: 0,
            trouble: None,
        }
    }
}
