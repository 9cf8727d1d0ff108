//! Is my work safe, and since when? One panel that says it at a glance, and the loud notice when
//! it is not.

mod alarms;

use super::words::{address, names, place_name, trouble};
use crate::access::current;
use crate::shell::BusinessShell;
use crate::{App, PageError};
use alarms::Alarm;
use backup::catalog_key;
use books::Key;
use catalog::{
    BackupEntry, Catalog, Checked, EntryFilter, Place, Run, RunFilter, RunKind, RunOutcome,
    Schedule, Trouble,
};
use history::Action;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::tables::{BadgeKind, badge, facts, moment};
use pages::{Argument, Locale};
use store::Reader;

/// Work that is in no backup for so long is told loudly.
const SILENCE_MAX: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How many of the newest backups are looked through for the last rehearsal.
const LOOKED_THROUGH: usize = 200;
/// What a run that somebody stopped came to.
const STOPPED: &str = "cancelled";

/// How safe a business is.
pub(crate) struct Glance {
    pub(super) business: Key,
    pub(super) zone: String,
    /// The newest good backup.
    pub(super) newest: Option<BackupEntry>,
    /// Everything up to this moment is in it.
    pub(super) as_of: Option<Timestamp>,
    /// The names of the places where it lies.
    pub(super) places: Vec<String>,
    /// When a backup was last proved to come back.
    pub(super) rehearsed: Option<Timestamp>,
    /// When the last rehearsal failed, and why; none when it went well, or there was none.
    pub(super) rehearsal_failed: Option<(Timestamp, Trouble)>,
    /// Changes that are in no backup yet, where that can be known.
    pub(super) unsaved: Option<u64>,
    /// When the next one is due.
    pub(super) next: Option<Timestamp>,
    /// Whether one is made when the program ends.
    pub(super) on_close: bool,
    /// Whether schedules wait until its owner says what the business is.
    waits: bool,
    /// Whether there is any place.
    pub(super) has_places: bool,
    /// Everything that has to be told loudly, the worst first.
    pub(super) alarms: Vec<Alarm>,
}

impl Glance {
    /// Looks at a business. What cannot be read is an alarm and no error: the page around it shows
    /// in any case.
    pub(crate) fn read(app: &App, reader: &dyn Reader, shell: &BusinessShell) -> Self {
        let mut glance = Self::of(app, shell.key, shell.zone());
        let head = glance.newest.as_ref().and_then(|entry| entry.history_head);
        glance.unsaved = head.and_then(|(sequence, _)| changes_since(reader, sequence));
        let silence = glance.silence(app.keeping.now());
        glance.alarms.extend(silence);
        glance
    }

    /// The same without opening the business.
    pub(super) fn of(app: &App, business: Key, zone: &str) -> Self {
        let mut glance = Self {
            business,
            zone: zone.to_owned(),
            newest: None,
            as_of: None,
            places: Vec::new(),
            rehearsed: None,
            rehearsal_failed: None,
            unsaved: None,
            next: None,
            on_close: false,
            waits: false,
            has_places: false,
            alarms: Vec::new(),
        };
        if let Err(error) = glance.look(app) {
            glance.alarms.push(Alarm::Unreadable(error));
        }
        glance
    }

    fn look(&mut self, app: &App) -> Result<(), PageError> {
        let catalog = app.keeping.catalog()?;
        let places = catalog.places()?;
        self.has_places = !places.is_empty();
        let spoilt = self.look_at_entries(&*catalog, &places)?;
        let last = self.look_at_runs(&*catalog)?;
        self.alarms.extend(spoilt.into_iter().chain(last));
        self.tell_rehearsal();
        for schedule in catalog.schedules()? {
            self.look_at_schedule(app, &schedule)?;
        }
        // In the Cloud edition the first backup comes by itself: no alarm before its time.
        let comes_by_itself = app.is_cloud() && self.next.is_some();
        let is_bare = self.has_places && self.newest.is_none() && !comes_by_itself;
        if is_bare {
            self.alarms.push(Alarm::Never);
        }
        Ok(())
    }

    /// A rehearsal that failed because the newest backup is spoilt is one event, and told once.
    fn tell_rehearsal(&mut self) {
        let Some((at, why)) = self.rehearsal_failed.clone() else {
            return;
        };
        let is_same = |alarm: &Alarm| matches!(alarm, Alarm::Spoilt(_, other) if *other == why);
        let is_spoilt = self.alarms.iter().any(is_same);
        self.alarms.retain(|alarm| !is_same(alarm));
        let alarm = Alarm::NotRestorable(at, why, is_spoilt);
        self.alarms.insert(0, alarm);
    }

    /// Takes in the newest sound backup; what has to be told of the newest one when that is spoilt.
    fn look_at_entries(
        &mut self,
        catalog: &dyn Catalog,
        places: &[Place],
    ) -> Result<Option<Alarm>, PageError> {
        let entries = catalog.entries(&EntryFilter {
            only_good: true,
            limit: Some(LOOKED_THROUGH),
            ..EntryFilter::of(catalog_key(self.business))
        })?;
        let spoilt = alarm_of_newest(&entries);
        let entries: Vec<BackupEntry> = entries.into_iter().filter(|it| it.is_sound()).collect();
        let newest = entries.first().cloned();
        let sequence = newest.as_ref().map(|entry| entry.sequence);
        self.places = entries
            .iter()
            .filter(|entry| Some(entry.sequence) == sequence)
            .filter_map(|entry| place_name(places, entry.place).map(str::to_owned))
            .collect();
        let proved = |entry: &BackupEntry| entry.rehearsed.clone().filter(Checked::is_good);
        self.rehearsed = entries.iter().filter_map(proved).map(|it| it.at).max();
        self.as_of = newest.as_ref().map(|entry| entry.made_at);
        self.newest = newest;
        Ok(spoilt)
    }

    /// Takes in what the last rehearsal and the last backup came to; what has to be told of the
    /// backup.
    fn look_at_runs(&mut self, catalog: &dyn Catalog) -> Result<Option<Alarm>, PageError> {
        let last = |kind| {
            let filter = RunFilter {
                business: Some(catalog_key(self.business)),
                kind: Some(kind),
                limit: Some(LOOKED_THROUGH),
                ..RunFilter::default()
            };
            let runs = catalog.runs(&filter)?;
            Ok::<_, PageError>(runs.into_iter().find(|run| !was_stopped(run)))
        };
        if let Some(run) = last(RunKind::Rehearsal)?
            && let RunOutcome::Failed(trouble) = run.outcome
        {
            self.rehearsal_failed = Some((run.began_at, trouble));
        }
        let Some(run) = last(RunKind::Backup)? else {
            return Ok(None);
        };
        Ok(match run.outcome {
            RunOutcome::Failed(trouble) | RunOutcome::Refused(trouble) => {
                Some(Alarm::Failed(run.began_at, trouble))
            }
            RunOutcome::Missed => Some(Alarm::Missed(run.due_at)),
            // Nothing had changed then, so what is there holds everything up to then.
            RunOutcome::Unchanged => {
                self.as_of = self.as_of.map(|at| at.max(run.began_at));
                None
            }
            RunOutcome::Good => None,
        })
    }

    fn look_at_schedule(&mut self, app: &App, schedule: &Schedule) -> Result<(), PageError> {
        let key = catalog_key(self.business);
        if !schedule.is_on || !schedule.concerns(key) {
            return Ok(());
        }
        if !app.keeping.acts(key)? {
            self.waits = true;
            return Ok(());
        }
        self.on_close |= schedule.rhythm == catalog::Rhythm::OnClose;
        let next = app.keeping.next_due(schedule, key, &self.zone)?;
        self.next = [self.next, next].into_iter().flatten().min();
        Ok(())
    }

    /// Work that has been in no backup for too long.
    fn silence(&self, now: Timestamp) -> Option<Alarm> {
        let since = now.duration_since(self.as_of?);
        let is_long = since > SILENCE_MAX && self.unsaved.is_none_or(|count| count > 0);
        let days = u64::try_from(since.as_hours() / 24).ok()?;
        is_long.then_some(Alarm::Silent(days))
    }

    /// Everything that is wrong, each as a sentence; the worst first.
    pub(super) fn sentences(&self, locale: Locale) -> Vec<String> {
        let sentence = |alarm: &Alarm| alarm.sentence(locale, &self.zone);
        self.alarms.iter().map(sentence).collect()
    }

    /// The loud notice, when something is wrong: all of it, and how much it is.
    pub(super) fn banner(&self, locale: Locale) -> Option<Markup> {
        let banner = alarms::banner(locale, &self.alarms, &self.zone)?;
        let is_damaged = self.alarms.iter().any(Alarm::is_mendable);
        Some(html! {
            (banner)
            @if is_damaged && current::governs() { (super::mending::button(locale)) }
        })
    }

    /// The answer in one line: safe up to when, or not.
    fn answer(&self, locale: Locale) -> Markup {
        let Some(as_of) = self.as_of else {
            return html! {
                p .safety .bad { (icon(Icon::Warning)) strong { (locale.text("kept-unsafe")) } }
            };
        };
        let when = locale.moment(as_of, &self.zone);
        let told = [("when", Argument::Text(&when))];
        let (class, sign) = match self.alarms.is_empty() {
            true => ("safety good", Icon::Success),
            false => ("safety warning", Icon::Warning),
        };
        html! {
            p class=(class) {
                (icon(sign)) strong { (locale.text_with("kept-safe", &told)) }
            }
        }
    }

    /// The panel: the answer, where it lies, when it was proved, what comes next.
    pub(crate) fn panel(&self, locale: Locale) -> Markup {
        let mut rows = Vec::new();
        if let Some(entry) = &self.newest {
            rows.push((
                locale.text("kept-last-good"),
                html! {
                    (moment(locale, entry.made_at, &self.zone))
                    @if !self.places.is_empty() { " · " (names(&self.places)) }
                    " · " (locale.bytes(entry.bytes_count))
                },
            ));
            rows.push((
                locale.text("kept-unsaved"),
                html! { (self.unsaved_words(locale)) },
            ));
            rows.push((
                locale.text("kept-proved-restorable"),
                self.rehearsal_words(locale),
            ));
        }
        rows.push((locale.text("kept-next-due"), self.next_words(locale)));
        html! {
            section .panel aria-label=(locale.text("kept-title")) {
                (self.answer(locale))
                (facts(&rows))
            }
        }
    }

    /// When it was last proved to come back; and first of all when and why that failed, where it
    /// did the last time.
    pub(super) fn rehearsal_words(&self, locale: Locale) -> Markup {
        let proved = self.rehearsed.map(|at| moment(locale, at, &self.zone));
        let Some((at, why)) = &self.rehearsal_failed else {
            return proved.unwrap_or_else(
                || html! { span .missing { (locale.text("kept-never-rehearsed")) } },
            );
        };
        html! {
            (badge(BadgeKind::Bad, &locale.text("kept-state-failed"))) " "
            (moment(locale, *at, &self.zone))
            br; span .quiet { (trouble(locale, why, &self.zone)) }
            @if let Some(proved) = proved {
                br; span .quiet { (locale.text("kept-proved-before")) " " (proved) }
            }
        }
    }

    fn unsaved_words(&self, locale: Locale) -> String {
        match self.unsaved {
            Some(0) => locale.text("kept-unsaved-none"),
            Some(count) => {
                locale.text_with("kept-unsaved-count", &[("count", Argument::Count(count))])
            }
            None => locale.text("word-unknown"),
        }
    }

    /// When the next one comes, and whether one comes at the end.
    pub(super) fn next_words(&self, locale: Locale) -> Markup {
        html! {
            @match (self.next, self.on_close) {
                (Some(at), false) => (moment(locale, at, &self.zone)),
                (Some(at), true) => {
                    (moment(locale, at, &self.zone)) " · " (locale.text("schedule-on-close"))
                },
                (None, true) => (locale.text("schedule-on-close")),
                (None, false) if self.waits => {
                    span .missing { (locale.text("kept-due-after-answer")) }
                }
                (None, false) => span .missing { (locale.text("kept-nothing-due")) },
            }
        }
    }

    /// What the Summary shows when something is wrong: the loud notice and the way to the calendar.
    pub(crate) fn on_summary(&self, locale: Locale) -> Option<Markup> {
        let banner = self.banner(locale)?;
        let calendar = address(self.business, "");
        Some(html! {
            (banner)
            p { a href=(calendar) { (locale.text("kept-calendar")) } }
        })
    }

    /// What the Backup page shows below its form: the notice, the panel, and the ways on.
    pub(crate) fn on_backup_page(&self, locale: Locale) -> Markup {
        let new = address(self.business, "/new");
        html! {
            @if let Some(banner) = self.banner(locale) { (banner) }
            (self.panel(locale))
            div .form-buttons {
                a .button href=(address(self.business, "")) { (locale.text("kept-calendar")) }
                @if self.has_places {
                    a .button href=(new) { (locale.text("kept-run")) }
                } @else if current::governs() {
                    a .button href="/keeping/places" { (locale.text("kept-set-up")) }
                }
            }
        }
    }
}

/// Whether a person stopped it, which is no alarm (SPEC-keeping.md, 7.1).
fn was_stopped(run: &Run) -> bool {
    matches!(&run.outcome, RunOutcome::Failed(trouble) if trouble.code == STOPPED)
}

/// What is known against the newest of these backups, in any of its places.
fn alarm_of_newest(entries: &[BackupEntry]) -> Option<Alarm> {
    let newest = entries.first()?.sequence;
    let mut alike = entries.iter().filter(|entry| entry.sequence == newest);
    let fault = alike.find_map(BackupEntry::fault)?;
    Some(Alarm::Spoilt(fault.at, fault.trouble.clone()?))
}

/// How many entries of History there are since, those of backups aside; nothing where they cannot
/// be read.
fn changes_since(reader: &dyn Reader, sequence: u64) -> Option<u64> {
    let mut count: u64 = 0;
    let read = reader.each_entry(sequence.saturating_add(1), &mut |entry| {
        if !matches!(entry.draft.action, Action::Backup | Action::Downloaded) {
            count = count.saturating_add(1);
        }
        Ok(())
    });
    read.ok().map(|()| count)
}
