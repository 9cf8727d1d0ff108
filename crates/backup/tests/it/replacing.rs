//! A file takes the place of a business, and gives it back (docs/SPEC-import.md, 2 and 3).

use crate::comparing::checked;
use crate::setting::{BUSINESS, INSTALLATION, Setting, back_up, key, made_up, stamp};
use backup::{
    BackupContents, BackupError, BackupForm, Cancelled, ExchangeState, ImportRequest, NoProgress,
    Phase, Progress, ReplaceRequest, ReplaceResult, complete_exchange, exchanges, replace,
    replacement, undo_replacement,
};
use books::{Key, kinds};
use history::{Action, Entry};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{
    Business, BusinessEntry, BusinessStore, NewBusiness, Profile, Removed, Standing, StoreError,
};

const NEW: u8 = 80;
const NAME: &str = "ঢাকা মুদি দোকান";

struct Desk {
    setting: Setting,
    file: PathBuf,
    /// What was told to follow whom.
    followed: RefCell<Vec<(Key, Key)>>,
}

impl Desk {
    /// A business, a backup of it, and a change since.
    fn new() -> Self {
        let setting = Setting::new();
        let business = made_up(&setting);
        let file = setting.path("old.manager");
        let (contents, form) = (BackupContents::default(), BackupForm::Compressed);
        back_up(&setting, &*business, &file, contents, form);
        put(&*business, 7);
        Self {
            setting,
            file,
            followed: RefCell::default(),
        }
    }

    fn notes(&self) -> PathBuf {
        self.setting.path("notes")
    }

    fn safety(&self) -> PathBuf {
        self.setting.path("Safety backups")
    }

    fn replace_in(
        &self,
        store: &dyn BusinessStore,
        progress: &dyn Progress,
    ) -> Result<ReplaceResult, BackupError> {
        let request = ReplaceRequest {
            import: ImportRequest {
                key: key(NEW),
                name: None,
                time_zone: "Asia/Dhaka",
                installation: INSTALLATION,
                stamp: &stamp(9),
            },
            old: BUSINESS,
            safety_folder: &self.safety(),
            notes: &self.notes(),
            follow: &|from, to| self.followed.borrow_mut().push((from, to)),
        };
        replace(
            store,
            &checked(&self.setting, &self.file),
            &request,
            progress,
        )
    }

    fn replaced(&self) -> ReplaceResult {
        self.replace_in(&self.setting.store, &NoProgress).unwrap()
    }

    fn here(&self) -> Vec<(Key, String, Standing)> {
        let entries = self.setting.store.businesses().unwrap().into_iter();
        entries.map(|it| (it.key, it.name, it.standing)).collect()
    }

    fn trash(&self) -> Vec<Key> {
        let trash = self.setting.store.trash().unwrap().into_iter();
        trash.map(|removed| removed.entry.key).collect()
    }

    fn last_entry(&self, business: Key) -> Entry {
        let opened = self.setting.store.open(business).unwrap();
        let head = opened.read().unwrap().history_head().unwrap();
        self.entry(business, head.sequence)
    }

    fn entry(&self, business: Key, sequence: u64) -> Entry {
        let business = self.setting.store.open(business).unwrap();
        let reader = business.read().unwrap();
        reader.entry(sequence).unwrap().unwrap()
    }
}

fn put(business: &dyn Business, number: u8) {
    business
        .write(&mut |work| {
            work.put_object(key(number), kinds::SUPPLIER, b"", "Newcomer", &stamp(6))
                .map(drop)
        })
        .unwrap();
}

fn fact(entry: &Entry, wanted: &str) -> String {
    let mut facts = entry.draft.facts.iter();
    let found = facts.find(|(name, _)| name == wanted);
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}

#[test]
fn the_old_one_is_backed_up_then_the_new_one_comes_then_the_old_one_goes() {
    let desk = Desk::new();
    let done = desk.replaced();
    assert_eq!(done.old_name, NAME);
    assert!(done.still_here.is_none());
    // It is the same business, kept here as before: nobody is asked again (2.7).
    let own = (key(NEW), NAME.to_owned(), Standing::Own);
    assert_eq!(desk.here(), [own]);
    assert!(done.keeps_answer);
    assert_eq!(desk.trash(), [BUSINESS]);
    assert_eq!(*desk.followed.borrow(), [(BUSINESS, key(NEW))]);
    // The backup holds what the old one had last, and is proved.
    let backup = checked(&desk.setting, &done.safety.path);
    assert_eq!(backup.plan().sha256, done.safety.result.sha256);
    assert_eq!(
        backup.plan().records_count,
        done.safety.result.records_count
    );
    assert!(done.safety.path.starts_with(desk.safety()));
    let kept = desk.last_entry(key(NEW));
    assert_eq!(kept.draft.action, Action::KeptHere);
    assert_eq!(fact(&kept, "as_before"), BUSINESS.to_string());
    let restored = desk.entry(key(NEW), kept.sequence - 1);
    assert_eq!(restored.draft.action, Action::Restored);
    assert_eq!(fact(&restored, "replaced_key"), BUSINESS.to_string());
    assert_eq!(fact(&restored, "replaced_name"), NAME);
    assert_eq!(
        fact(&restored, "safety_sha256"),
        store::hex(&done.safety.result.sha256)
    );
    assert!(exchanges(&desk.notes()).unwrap().is_empty());
}

#[test]
fn undo_brings_the_old_one_back_and_takes_the_new_one_away() {
    let desk = Desk::new();
    desk.replaced();
    let store = &desk.setting.store;
    let found = || {
        let business = store.open(key(NEW)).unwrap();
        let reader = business.read().unwrap();
        replacement(store, &*reader).unwrap().unwrap()
    };
    assert_eq!((found().changes, found().old), (0, BUSINESS));
    put(&*store.open(key(NEW)).unwrap(), 8);
    assert_eq!(found().changes, 1);
    assert_eq!(found().newest, [(Action::Create, "Newcomer".to_owned())]);
    let back = undo_replacement(store, key(NEW), &desk.notes(), &stamp(10), &|_, _| ()).unwrap();
    assert_eq!(back, BUSINESS);
    assert_eq!(desk.here(), [(BUSINESS, NAME.to_owned(), Standing::Own)]);
    assert_eq!(desk.trash(), [key(NEW)]);
    let came = desk.last_entry(BUSINESS);
    assert_eq!(came.draft.action, Action::BroughtBack);
    assert_eq!(fact(&came, "instead_of"), key(NEW).to_string());
    assert!(exchanges(&desk.notes()).unwrap().is_empty());
    let again = undo_replacement(store, BUSINESS, &desk.notes(), &stamp(10), &|_, _| ());
    assert_eq!(again.unwrap_err().code(), "business-not-found");
}

/// Says something of a business, as a person does on its Summary.
fn say(business: &dyn Business, action: Action) {
    business
        .write(&mut |work| {
            work.record(history::Draft {
                stamp: stamp(11),
                action,
                key: key(99),
                object: None,
                before: history::Contents::default(),
                after: history::Contents::default(),
                title: NAME.to_owned(),
                facts: Vec::new(),
            })
            .map(drop)
        })
        .unwrap();
}

#[test]
fn what_is_no_backup_of_it_or_came_in_place_of_a_copy_is_asked_for_again() {
    // A copy stays unanswered, whatever comes in its place.
    let desk = Desk::new();
    say(
        &*desk.setting.store.open(BUSINESS).unwrap(),
        Action::KeptAsCopy,
    );
    assert!(!desk.replaced().keeps_answer);
    assert_eq!(desk.here()[0].2, Standing::Unconfirmed);
    // The same books, after they were kept elsewhere for a while.
    let elsewhere = Key::constant("99999999-9999-4999-8999-999999999999");
    for (installation, is_ours) in [(elsewhere, false), (INSTALLATION, true)] {
        let mut desk = Desk::new();
        desk.file = kept_elsewhere(&desk, installation);
        assert_eq!(desk.replaced().keeps_answer, is_ours);
        assert_eq!(desk.here()[0].2.is_own(), is_ours);
    }
}

/// A backup of the books after they were brought into another store and changed there.
fn kept_elsewhere(desk: &Desk, installation: Key) -> PathBuf {
    let there = Setting::new();
    let checked = checked(&there, &desk.file);
    let request = ImportRequest {
        key: key(40),
        name: None,
        time_zone: "Asia/Dhaka",
        installation,
        stamp: &stamp(8),
    };
    backup::import(&there.store, &checked, &request, &NoProgress).unwrap();
    let business = there.store.open(key(40)).unwrap();
    put(&*business, 11);
    let file = desk.setting.path("from-elsewhere.manager");
    let (contents, form) = (BackupContents::default(), BackupForm::Compressed);
    back_up(&there, &*business, &file, contents, form);
    file
}

#[test]
fn what_is_kept_from_now_on_is_no_longer_undone() {
    let desk = Desk::new();
    desk.replaced();
    let business = desk.setting.store.open(key(NEW)).unwrap();
    say(&*business, Action::KeptHere);
    let reader = business.read().unwrap();
    assert_eq!(replacement(&desk.setting.store, &*reader).unwrap(), None);
}

#[test]
fn a_safety_backup_that_fails_stops_the_import() {
    let desk = Desk::new();
    std::fs::write(desk.safety(), "a file where the folder should be").unwrap();
    let before = desk.setting.fingerprint();
    let error = desk
        .replace_in(&desk.setting.store, &NoProgress)
        .unwrap_err();
    assert_eq!(error.code(), "safety-backup-failed");
    assert_eq!(error.arguments()[0], ("cause", "file-failed".to_owned()));
    assert_eq!(desk.setting.fingerprint(), before);
    assert!(exchanges(&desk.notes()).unwrap().is_empty());
}

/// Stops the work as soon as rows of the new business are written.
struct StopWhenImporting;

impl Progress for StopWhenImporting {
    fn at(&self, phase: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        match phase {
            Phase::Compressing => Err(Cancelled),
            _ => Ok(()),
        }
    }
}

#[test]
fn a_stop_changes_nothing() {
    let desk = Desk::new();
    let before = desk.setting.fingerprint();
    let error = desk
        .replace_in(&desk.setting.store, &StopWhenImporting)
        .unwrap_err();
    assert_eq!(error.code(), "cancelled");
    assert_eq!(desk.setting.fingerprint(), before);
    assert_eq!(std::fs::read_dir(desk.safety()).unwrap().count(), 0);
}

/// A store in which nothing goes to Trash: as if the program ended just before.
struct Stuck<'a>(&'a dyn BusinessStore);

impl BusinessStore for Stuck<'_> {
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError> {
        self.0.businesses()
    }

    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError> {
        self.0.open(key)
    }

    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError> {
        self.0.begin(key, profile)
    }

    fn remove(&self, _: Key) -> Result<(), StoreError> {
        Err(StoreError::engine("moving it", "it is stuck"))
    }

    fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        self.0.trash()
    }

    fn bring_back(&self, key: Key) -> Result<(), StoreError> {
        self.0.bring_back(key)
    }

    fn scratch(&self) -> &Path {
        self.0.scratch()
    }
}

#[test]
fn cut_short_before_the_old_one_went_both_are_here_and_it_can_be_completed() {
    let desk = Desk::new();
    let done = desk
        .replace_in(&Stuck(&desk.setting.store), &NoProgress)
        .unwrap();
    assert!(done.still_here.is_some());
    assert_eq!(desk.here().len(), 2);
    let notes = exchanges(&desk.notes()).unwrap();
    let [exchange] = notes.as_slice() else {
        panic!("one note, not {notes:?}");
    };
    let store = &desk.setting.store;
    assert_eq!((exchange.comes, exchange.goes), (key(NEW), BUSINESS));
    assert_eq!(exchange.state(store).unwrap(), ExchangeState::BothHere);
    complete_exchange(store, exchange, &desk.notes(), &stamp(12), &|_, _| ()).unwrap();
    assert_eq!(exchange.state(store).unwrap(), ExchangeState::Done);
    assert_eq!(desk.trash(), [BUSINESS]);
    assert!(exchanges(&desk.notes()).unwrap().is_empty());
    // The other way round as well.
    let undone = undo_replacement(
        &Stuck(store),
        key(NEW),
        &desk.notes(),
        &stamp(13),
        &|_, _| (),
    );
    assert_eq!(undone.unwrap_err().code(), "store-failed");
    assert_eq!(desk.here().len(), 2);
    let exchange = exchanges(&desk.notes()).unwrap().remove(0);
    complete_exchange(store, &exchange, &desk.notes(), &stamp(14), &|_, _| ()).unwrap();
    assert_eq!(desk.here(), [(BUSINESS, NAME.to_owned(), Standing::Own)]);
}

#[test]
fn a_note_without_any_change_says_so_and_a_torn_one_is_passed_over() {
    let desk = Desk::new();
    let done = desk.replace_in(&Stuck(&desk.setting.store), &NoProgress);
    drop(done.unwrap());
    let store = &desk.setting.store;
    // Before the new one came: as if it had never been published.
    store.remove(key(NEW)).unwrap();
    let exchange = exchanges(&desk.notes()).unwrap().remove(0);
    assert_eq!(
        exchange.state(store).unwrap(),
        ExchangeState::NothingChanged
    );
    std::fs::write(desk.notes().join(format!("{}.exchange", key(3))), "replac").unwrap();
    assert_eq!(exchanges(&desk.notes()).unwrap().len(), 1);
    exchange.forget(&desk.notes()).unwrap();
    exchange.forget(&desk.notes()).unwrap();
}
