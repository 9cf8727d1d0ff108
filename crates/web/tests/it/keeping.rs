//! Kept backups: is my work safe, the calendar, places, schedules, and what stays
//! (SPEC-keeping.md, 10).

use crate::world::World;
use axum::http::StatusCode;
use backup::{PlaceWish, catalog_key};
use catalog::{
    BackupEntry, Catalog, Checked, Contents, EntryFilter, EntryState, PlaceKind, Rhythm, Run,
    RunKind, RunOutcome, Trouble,
};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a test waits for work.
const PATIENCE: Duration = Duration::from_secs(60);
/// A name that runs from right to left.
const RIGHT_TO_LEFT: &str = "متجر النور";

/// A program with a place in memory, and a business.
pub struct Kept {
    pub world: World,
    pub business: String,
    key: catalog::Key,
    pub place: catalog::Place,
}

impl Kept {
    pub async fn new(name: &str) -> Self {
        let world = World::new();
        let business = world.business(name).await;
        let text = business.rsplit('/').next().expect("a key");
        let key = catalog_key(text.parse().expect("a key"));
        let place = place(&world, "Blue disk");
        Self {
            world,
            business,
            key,
            place,
        }
    }

    fn catalog(&self) -> Arc<dyn Catalog> {
        self.world.app.keeping.catalog().expect("a catalogue")
    }

    pub fn entries(&self) -> Vec<BackupEntry> {
        let filter = EntryFilter::of(self.key);
        self.catalog().entries(&filter).expect("entries")
    }

    /// Makes a backup into the place and waits for it; the page of its result.
    async fn backs_up(&self) -> String {
        let place = self.place.key.to_string();
        let form = [
            ("place", place.as_str()),
            ("attachments", "on"),
            ("emails", "on"),
            ("history", "on"),
        ];
        self.work("/keeping", &form).await
    }

    /// Presses a button that begins work, and waits for the page of its result.
    pub async fn work(&self, part: &str, form: &[(&str, &str)]) -> String {
        let path = format!("{}{part}", self.business);
        let page = self.world.post(&path, form).await.location();
        let begun = Instant::now();
        loop {
            let answer = self.world.get(&page).await;
            if answer.status == StatusCode::SEE_OTHER {
                return answer.location();
            }
            let text = answer.text();
            if !text.contains("data-poll") {
                return text;
            }
            assert!(begun.elapsed() < PATIENCE, "the work does not end");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn page(&self, part: &str) -> String {
        self.world.page(&format!("{}{part}", self.business)).await
    }
}

pub(crate) fn place(world: &World, name: &str) -> catalog::Place {
    let wish = PlaceWish {
        key: None,
        name: name.to_owned(),
        kind: PlaceKind::Folder(format!("/mnt/{name}")),
        secret: None,
    };
    world.app.keeping.set_up_place(&wish).expect("a place")
}

/// The downloads that History of a business tells of, the latest first.
pub(crate) fn downloads(world: &World, business: &str) -> Vec<history::Draft> {
    let key = business.rsplit('/').next().expect("a key");
    let opened = world.app.store.open(key.parse().expect("a key"));
    let filter = store::EntryFilter {
        action: Some(history::Action::Downloaded),
        ..store::EntryFilter::default()
    };
    let reader = opened.expect("a business");
    let page = reader.read().expect("a look").entries(&filter, None, 100);
    let entries = page.expect("entries").entries.into_iter();
    entries.map(|entry| entry.draft).collect()
}

fn failed() -> Trouble {
    Trouble::new("place-full", vec![("place", "/mnt/Blue disk".to_owned())])
}

#[tokio::test]
async fn without_a_place_one_press_is_proposed_and_nothing_is_called_safe() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world.page(&format!("{business}/keeping")).await;
    assert!(page.contains("Nothing is kept in any place yet"), "{page}");
    assert!(
        page.contains("action=\"/keeping/places/proposed\""),
        "{page}"
    );
    assert!(page.contains("Tijori Backups"), "{page}");
    let backup = world.page(&format!("{business}/backups/new")).await;
    assert!(
        backup.contains("Have backups made automatically"),
        "{backup}"
    );
    let to = world.post("/keeping/places/proposed", &[]).await.location();
    let schedules = world.page(&to).await;
    assert!(schedules.contains("Every day at 18:00"), "{schedules}");
    let catalog = world.app.keeping.catalog().expect("a catalogue");
    let schedules = catalog.schedules().expect("schedules");
    assert_eq!(schedules.len(), 1);
    assert!(schedules[0].is_on && schedules[0].is_rehearsed && schedules[0].business.is_none());
    assert_eq!(schedules[0].contents, Contents::ALL);
}

#[tokio::test]
async fn a_backup_is_made_seen_downloaded_verified_rehearsed_and_restored() {
    let kept = Kept::new(RIGHT_TO_LEFT).await;
    let told = kept.backs_up().await;
    assert!(told.contains("was read back from every place"), "{told}");
    let page = kept.page("/keeping").await;
    assert!(page.contains("is safe."), "{page}");
    assert!(page.contains("Nothing has changed"), "{page}");
    assert!(
        page.contains("Blue disk") && page.contains("Everything"),
        "{page}"
    );
    assert!(page.contains("class=\"today chosen good\""), "{page}");
    assert!(page.contains("1 good backup"), "{page}");
    let entry = kept.entries().remove(0);
    let of_entry = |act: &str| format!("/keeping/entries/{}/{act}", entry.key);
    let file = kept
        .world
        .get(&format!("{}{}", kept.business, of_entry("file")))
        .await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-length"), file.bytes.len().to_string());
    assert_eq!(
        file.bytes.len(),
        usize::try_from(entry.bytes_count).expect("a length")
    );
    assert!(file.header("content-disposition").contains("attachment"));
    let verified = kept.work(&of_entry("verification"), &[]).await;
    assert!(verified.contains("It is whole"), "{verified}");
    assert!(page.contains("Not proved yet"), "{page}");
    let rehearsed = kept.work("/keeping/rehearsals", &[]).await;
    assert!(
        rehearsed.contains("equals what was backed up"),
        "{rehearsed}"
    );
    let page = kept.page("/keeping").await;
    assert!(
        !page.contains("Not proved yet") && page.contains("equal to the last unit"),
        "{page}"
    );
    let preview = kept.work(&of_entry("import"), &[]).await;
    assert!(preview.starts_with("/imports/"), "{preview}");
    let look = kept.work(&of_entry("look"), &[]).await;
    assert!(
        kept.world.page(&look).await.contains("class=\"banner"),
        "{look}"
    );
    let again = kept.world.confirm(&preview).await;
    assert_ne!(again, kept.business);
    assert_eq!(kept.world.businesses_count(), 2);
}

#[tokio::test]
async fn what_has_not_changed_is_not_made_again_and_what_changed_is_counted() {
    let kept = Kept::new("Shop").await;
    kept.backs_up().await;
    let told = kept.backs_up().await;
    assert!(
        told.contains("Nothing had changed since the last good backup"),
        "{told}"
    );
    assert_eq!(kept.entries().len(), 1);
    let customers = format!("{}/records/customers", kept.business);
    let saved = kept.world.post(&customers, &[("Name", "Rahima")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let page = kept.page("/backups/new").await;
    assert!(page.contains("1 change is in no kept backup yet"), "{page}");
}

#[tokio::test]
async fn without_a_ticked_place_nothing_is_made() {
    let kept = Kept::new("Shop").await;
    let answer = kept
        .world
        .post(&format!("{}/keeping", kept.business), &[("history", "on")])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("There is no place for backups"));
    assert!(kept.entries().is_empty());
}

#[tokio::test]
async fn the_last_good_one_stays_and_others_come_back_from_trash() {
    let kept = Kept::new("Shop").await;
    kept.backs_up().await;
    let first = kept.entries().remove(0);
    let act =
        |key: catalog::Key, act: &str| format!("{}/keeping/entries/{key}/{act}", kept.business);
    let refused = kept.world.post(&act(first.key, "removal"), &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(
        refused.text().contains("is the last good backup of Shop"),
        "{}",
        refused.text()
    );
    let customers = format!("{}/records/customers", kept.business);
    kept.world.post(&customers, &[("Name", "Rahima")]).await;
    kept.backs_up().await;
    let gone = kept
        .world
        .post(&act(first.key, "removal"), &[])
        .await
        .location();
    let page = kept
        .world
        .page(gone.split('#').next().expect("an address"))
        .await;
    assert!(page.contains("was moved to Trash"), "{page}");
    assert!(page.contains("Bring back from Trash"), "{page}");
    let back = kept
        .world
        .post(&act(first.key, "restoration"), &[])
        .await
        .location();
    assert!(back.contains("done=brought-back"));
    assert!(kept.entries().iter().all(BackupEntry::is_good));
}

/// Puts a failed run and its entry into the catalogue, and a missed one, a day earlier each.
fn note_troubles(kept: &Kept) {
    let now = kept.world.app.keeping.now();
    let before = |days: i64| now - SignedDuration::from_hours(24 * days);
    let good = kept.entries().remove(0);
    let entry = |number: u8, at: Timestamp, state: EntryState| BackupEntry {
        key: catalog::Key::from_bytes([number; 16]),
        made_at: at,
        sequence: u64::from(number),
        blob: String::new(),
        place: Some(kept.place.key),
        verified: None,
        state,
        ..good.clone()
    };
    let catalog = kept.catalog();
    catalog
        .put_entry(&entry(201, before(1), EntryState::Failed(failed())))
        .expect("kept");
    catalog
        .put_entry(&entry(202, before(2), EntryState::Missed))
        .expect("kept");
    catalog
        .put_run(&Run {
            key: catalog::Key::from_bytes([203; 16]),
            kind: RunKind::Backup,
            business: kept.key,
            schedule: None,
            entry: None,
            due_at: now + SignedDuration::from_secs(1),
            began_at: now,
            ended_at: now,
            outcome: RunOutcome::Failed(failed()),
        })
        .expect("kept");
}

#[tokio::test]
async fn what_failed_or_was_missed_stays_visible_and_is_told_loudly() {
    let kept = Kept::new("Shop").await;
    kept.backs_up().await;
    note_troubles(&kept);
    for part in ["/keeping", "/backups/new", ""] {
        let page = kept.page(part).await;
        assert!(page.contains("The last backup failed on"), "{part}: {page}");
        assert!(page.contains("no room is left"), "{part}: {page}");
    }
    let now = kept.world.app.keeping.now();
    for (days, class, sentence) in [
        (1, "failed", "no room is left"),
        (
            2,
            "missed",
            "This backup was due, but the program was not running.",
        ),
    ] {
        let at = now - SignedDuration::from_hours(24 * days);
        let zone = jiff::tz::TimeZone::get("Asia/Dhaka").expect("a zone");
        let day = at.to_zoned(zone).date();
        let page = kept.page(&format!("/keeping?day={day}")).await;
        assert!(
            page.contains(&format!("class=\"chosen {class}\"")),
            "{class}: {page}"
        );
        assert!(page.contains(sentence), "{page}");
    }
    let all = kept.world.page("/keeping").await;
    assert!(
        all.contains("Needs attention") && all.contains("How safe each business is"),
        "{all}"
    );
}

#[tokio::test]
async fn everything_that_is_wrong_is_counted_and_told_and_a_failed_rehearsal_as_such() {
    let kept = Kept::new("Shop").await;
    kept.backs_up().await;
    let now = kept.world.app.keeping.now();
    let gone = vec![("place", "Blue disk".to_owned())];
    // What a person stopped afterwards is no alarm, and hides none.
    let stopped = Trouble::new("cancelled", Vec::new());
    for (seconds, kind, trouble) in [
        (1, RunKind::Backup, failed()),
        (1, RunKind::Rehearsal, Trouble::new("place-vanished", gone)),
        (2, RunKind::Backup, stopped),
    ] {
        let at = now + SignedDuration::from_secs(seconds);
        let run = Run {
            key: catalog_key(web::stamp::random_key().expect("a key")),
            kind,
            business: kept.key,
            schedule: None,
            entry: None,
            due_at: at,
            began_at: at,
            ended_at: at,
            outcome: RunOutcome::Failed(trouble),
        };
        kept.catalog().put_run(&run).expect("a run");
    }
    for part in ["", "/keeping", "/backups/new"] {
        let page = kept.page(part).await;
        assert!(page.contains("2 things need attention:"), "{part}: {page}");
        assert!(
            page.contains("<li>The last backup failed on"),
            "{part}: {page}"
        );
        assert!(
            page.contains("<li>The restore rehearsal of"),
            "{part}: {page}"
        );
    }
    let page = kept.page("/keeping").await;
    let row = page.split("Proved restorable on").nth(1).expect("the row");
    let row = row.split("Next backup").next().expect("its end");
    assert!(row.contains(">Failed<"), "{row}");
    assert!(row.contains("Blue disk: the folder is not there"), "{row}");
    assert!(!row.contains("Not proved yet"), "{row}");
    let all = kept.world.page("/keeping").await;
    assert!(all.contains("The restore rehearsal of"), "{all}");
}

#[tokio::test]
async fn a_backup_that_did_not_pass_its_check_is_told_loudly_and_is_no_last_good_one() {
    let kept = Kept::new("Shop").await;
    kept.backs_up().await;
    let customers = format!("{}/records/customers", kept.business);
    kept.world.post(&customers, &[("Name", "Karim")]).await;
    kept.backs_up().await;
    let [newest, older] = <[BackupEntry; 2]>::try_from(kept.entries()).expect("two");
    let spoil = |trouble| {
        let mut entry = newest.clone();
        let at = Timestamp::now();
        entry.verified = Some(Checked { at, trouble });
        kept.catalog().put_entry(&entry).expect("noted");
    };
    spoil(Some(failed()));
    let page = kept.page("/keeping").await;
    assert!(page.contains("The newest backup did not pass"), "{page}");
    assert!(
        page.contains("Damaged") && page.contains("chosen failed"),
        "{page}"
    );
    assert!(
        page.contains("1 change is in no kept backup"),
        "what it alone holds is unsaved: {page}"
    );
    let summary = kept.page("").await;
    assert!(
        summary.contains("The newest backup did not pass"),
        "{summary}"
    );
    let removal = |entry: &BackupEntry| format!("/keeping/entries/{}/removal", entry.key);
    let path = |entry: &BackupEntry| format!("{}{}", kept.business, removal(entry));
    let refused = kept.world.post(&path(&older), &[]).await;
    assert_eq!(
        refused.status,
        StatusCode::CONFLICT,
        "the only sound one stays"
    );
    // Whole again, it is as any other.
    spoil(None);
    assert!(!kept.page("").await.contains("did not pass"));
    spoil(Some(failed()));
    kept.world.post(&path(&newest), &[]).await.location();
    assert!(!kept.page("").await.contains("did not pass"));
}

/// SPEC-history.md, 4.1.
#[tokio::test]
async fn a_download_is_in_history_once_an_hour_and_is_no_change() {
    let kept = Kept::new("Shop").await;
    kept.backs_up().await;
    let entry = kept.entries().remove(0);
    let file = format!("{}/keeping/entries/{}/file", kept.business, entry.key);
    for _ in 0..2 {
        assert_eq!(kept.world.get(&file).await.status, StatusCode::OK);
    }
    let told = downloads(&kept.world, &kept.business);
    assert_eq!(told.len(), 1, "{told:?}");
    let told = &told[0];
    assert_eq!(told.title, entry.file_name);
    assert_eq!(told.stamp.user_name, "Rina Sen");
    let sha256 = catalog::hex(&entry.sha256.expect("a digest"));
    let at = told.stamp.instant.to_string();
    let facts = [
        ("downloaded_at", at.as_str()),
        ("downloaded_from", "books"),
        ("file_sha256", &sha256),
    ];
    assert_eq!(
        told.facts,
        facts.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
    let trail = kept.page("/history").await;
    assert!(trail.contains("Backup downloaded"), "{trail}");
    assert!(!trail.contains("at the portal"), "{trail}");
    kept.backs_up().await;
    assert_eq!(kept.entries().len(), 1, "nothing had changed");
    assert_eq!(kept.world.get(&file).await.status, StatusCode::OK);
    assert_eq!(downloads(&kept.world, &kept.business).len(), 1);
}

#[tokio::test]
async fn entries_of_one_business_are_not_found_below_another() {
    let kept = Kept::new("Shop").await;
    kept.backs_up().await;
    let entry = kept.entries().remove(0);
    let other = kept.world.business("Other").await;
    let path = format!("{other}/keeping/entries/{}", entry.key);
    let file = kept.world.get(&format!("{path}/file")).await;
    assert_eq!(file.status, StatusCode::NOT_FOUND);
    for act in [
        "verification",
        "rehearsal",
        "import",
        "look",
        "removal",
        "restoration",
    ] {
        let answer = kept.world.post(&format!("{path}/{act}"), &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{act}");
    }
}

#[tokio::test]
async fn a_storage_is_set_up_and_its_secret_is_never_shown_again() {
    let world = World::new();
    let form = [
        ("kind", "s3"),
        ("name", "Cloud"),
        ("endpoint", "https://s3.example.com"),
        ("region", "ap-south-1"),
        ("bucket", "books"),
        ("prefix", "/a/b/"),
        ("access_key_id", "AKIA"),
        ("secret", "very-secret-words"),
    ];
    let list = world.post("/keeping/places/new", &form).await.location();
    let page = world.page(&list).await;
    assert!(page.contains("https://s3.example.com/books/a/b"), "{page}");
    let place = world.app.keeping.places().expect("places").remove(0);
    let path = format!("/keeping/places/{}", place.key);
    let page = world.page(&path).await;
    assert!(
        page.contains("value=\"AKIA\"") && !page.contains("very-secret-words"),
        "{page}"
    );
    let mut renamed = form.to_vec();
    renamed[1] = ("name", "Far away");
    renamed[7] = ("secret", "");
    world.post(&path, &renamed).await.location();
    let after = world.app.keeping.places().expect("places").remove(0);
    assert_eq!(after.name, "Far away");
    assert_eq!(after.kind, place.kind, "the secret that was kept stays");
    let tried = world.post(&format!("{path}/trial"), &[]).await.location();
    assert!(world.page(&tried).await.contains("The place works"));
    let looked = world.post(&format!("{path}/look"), &[]).await.location();
    assert!(world.page(&looked).await.contains("backups were found"));
    world.post(&format!("{path}/removal"), &[]).await.location();
    assert!(world.app.keeping.places().expect("places").is_empty());
}

#[tokio::test]
async fn a_place_that_cannot_be_used_is_not_saved_and_what_was_typed_stays() {
    let world = World::new();
    let form = [
        ("kind", "folder"),
        ("name", "Disk"),
        ("folder", "not/whole"),
    ];
    let answer = world.post("/keeping/places/new", &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("this is not a whole path"), "{page}");
    assert!(page.contains("value=\"not/whole\""), "{page}");
    assert!(world.app.keeping.places().expect("places").is_empty());
}

#[tokio::test]
async fn schedules_are_added_changed_paused_resumed_and_removed() {
    let kept = Kept::new("Shop").await;
    let place = kept.place.key.to_string();
    let form = [
        ("business", ""),
        ("rhythm", "weekly"),
        ("time", "02:30"),
        ("day", "5"),
        ("place", place.as_str()),
        ("history", "on"),
        ("rehearsed", "on"),
        ("alarm_to", "rahima@example.com"),
    ];
    let list = kept
        .world
        .post("/keeping/schedules/new", &form)
        .await
        .location();
    let page = kept.world.page(&list).await;
    assert!(page.contains("Every week on Friday at 02:30"), "{page}");
    assert!(
        page.contains("Attachments, Emails"),
        "what is left out: {page}"
    );
    assert!(
        page.contains("rahima@example.com") && page.contains("Blue disk"),
        "{page}"
    );
    let schedule = || kept.catalog().schedules().expect("schedules").remove(0);
    let path = format!("/keeping/schedules/{}", schedule().key);
    let paused = kept
        .world
        .post(&format!("{path}/pause"), &[])
        .await
        .location();
    assert!(
        kept.world
            .page(&paused)
            .await
            .contains("The schedule is paused")
    );
    assert!(!schedule().is_on);
    kept.world
        .post(&format!("{path}/resumption"), &[])
        .await
        .location();
    assert!(schedule().is_on);
    let calendar = kept.page("/keeping").await;
    assert!(!calendar.contains("None is scheduled"), "{calendar}");
    let mut hourly = form.to_vec();
    hourly[1] = ("rhythm", "hourly");
    kept.world.post(&path, &hourly).await.location();
    assert_eq!(schedule().rhythm, Rhythm::Hourly);
    let mut wrong = form.to_vec();
    wrong[2] = ("time", "");
    wrong[4] = ("place", "");
    let refused = kept.world.post(&path, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text().contains("No place is chosen"),
        "{}",
        refused.text()
    );
    kept.world
        .post(&format!("{path}/removal"), &[])
        .await
        .location();
    assert!(kept.catalog().schedules().expect("schedules").is_empty());
}

#[tokio::test]
async fn a_schedule_with_a_passphrase_keeps_it_and_never_shows_it() {
    let kept = Kept::new("Shop").await;
    let place = kept.place.key.to_string();
    let with = |passphrase: &'static str, again: &'static str| {
        vec![
            ("rhythm", "hourly"),
            ("place", place.as_str()),
            ("encrypted", "on"),
            ("passphrase", passphrase),
            ("passphrase_again", again),
        ]
    };
    for (passphrase, again, sentence) in [
        ("", "", "The passphrase for these backups is missing"),
        ("short", "short", "needs at least"),
        ("long enough to be one", "but another", "typed differently"),
    ] {
        let answer = kept
            .world
            .post("/keeping/schedules/new", &with(passphrase, again))
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.text();
        assert!(
            page.contains(sentence) && !page.contains("long enough to be"),
            "{page}"
        );
    }
    let words = "long enough to be one";
    kept.world
        .post("/keeping/schedules/new", &with(words, words))
        .await
        .location();
    let schedule = kept.catalog().schedules().expect("schedules").remove(0);
    let secret = schedule.passphrase.expect("a passphrase");
    let path = format!("/keeping/schedules/{}", schedule.key);
    assert!(!kept.world.page(&path).await.contains(words));
    // Saved again without typing it, the kept one stays.
    kept.world.post(&path, &with("", "")).await.location();
    let after = kept.catalog().schedules().expect("schedules").remove(0);
    assert_eq!(after.passphrase, Some(secret));
}

#[tokio::test]
async fn a_rule_is_looked_at_before_it_is_kept() {
    let kept = Kept::new("Shop").await;
    kept.backs_up().await;
    let good = kept.entries().remove(0);
    let catalog = kept.catalog();
    for number in 2..=12_u8 {
        let made = good.made_at + SignedDuration::from_secs(i64::from(number));
        let entry = BackupEntry {
            key: catalog::Key::from_bytes([number; 16]),
            sequence: u64::from(number),
            made_at: made - SignedDuration::from_secs(60),
            blob: format!("{}/x-{number}.manager", kept.key),
            verified: None,
            ..good.clone()
        };
        catalog.put_entry(&entry).expect("kept");
    }
    let numbers = [("last", "8"), ("daily", ""), ("act", "preview")];
    let path = format!("{}/keeping/retention", kept.business);
    let answer = kept.world.post(&path, &numbers).await;
    assert_eq!(answer.status, StatusCode::OK);
    let page = answer.text();
    assert!(page.contains("This is a preview"), "{page}");
    assert!(page.contains("Blue disk: 9 stay, 3 go"), "{page}");
    assert!(
        page.contains("among the seven newest, among the last ones"),
        "{page}"
    );
    assert!(page.contains("No part of the rule keeps it"), "{page}");
    assert!(catalog.retention_rules().expect("rules").is_empty());
    let mut saved = numbers;
    saved[2] = ("act", "save");
    kept.world.post(&path, &saved).await.location();
    let rule = catalog.retention_rules().expect("rules").remove(0);
    assert_eq!(rule.business, Some(kept.key));
    assert_eq!(rule.retention.expect("numbers").last, 8);
    let page = kept.page("/keeping/retention").await;
    assert!(page.contains("This business has its own rule"), "{page}");
    assert!(page.contains("Move these to Trash now"), "{page}");
    kept.world
        .post(&format!("{path}/removal"), &[])
        .await
        .location();
    assert!(catalog.retention_rules().expect("rules").is_empty());
    let wrong = kept
        .world
        .post(&path, &[("last", "many"), ("act", "save")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let all = kept
        .world
        .post(
            "/keeping/retention",
            &[("keep_all", "on"), ("act", "preview")],
        )
        .await;
    assert!(
        all.text().contains("Blue disk: 12 stay, 0 go"),
        "{}",
        all.text()
    );
}

#[tokio::test]
async fn every_page_speaks_every_language() {
    let kept = Kept::new(RIGHT_TO_LEFT).await;
    kept.backs_up().await;
    note_troubles(&kept);
    let business = &kept.business;
    for language in ["en", "fr", "es", "hi", "bn"] {
        for path in [
            "/keeping".to_owned(),
            "/keeping/places".to_owned(),
            "/keeping/places/new?kind=s3".to_owned(),
            "/keeping/schedules/new".to_owned(),
            "/keeping/retention".to_owned(),
            format!("{business}/keeping"),
            format!("{business}/keeping/new"),
            format!("{business}/keeping/retention"),
            format!("{business}/backups/new"),
        ] {
            let answer = kept.world.get_in(&path, language).await;
            assert_eq!(answer.status, StatusCode::OK, "{language} {path}");
            let page = answer.text();
            for broken in ["{$", "{ $", "kept-", "schedule-daily", "retention-reason"] {
                let shown = page.contains(&format!(">{broken}"));
                assert!(!shown, "{language} {path}: {broken}: {page}");
            }
        }
    }
}

#[tokio::test]
async fn no_work_is_begun_for_a_business_that_nobody_has() {
    let kept = Kept::new("Lamps").await;
    let nobodys = "/businesses/00000000-1111-4222-8333-444444444444/keeping";
    let place = kept.place.key.to_string();
    let run = [("place", place.as_str()), ("history", "on")];
    for (rest, form) in [
        ("", &run[..]),
        ("/rehearsals", &[]),
        ("/retention/now", &[]),
    ] {
        let answer = kept.world.post(&format!("{nobodys}{rest}"), form).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{rest}");
    }
}
