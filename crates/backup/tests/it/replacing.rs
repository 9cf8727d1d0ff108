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
        Self { setting, file }
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
        let business = self.setting.store.open(business).unwrap();
        let reader = business.read().unwrap();
        let head = reader.history_head().unwrap();
        reader.entry(head.sequence).unwrap().unwrap()
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
    let unconfirmed = (key(NEW), NAME.to_owned(), Standing::Unconfirmed);
    assert_eq!(desk.here(), [unconfirmed]);
    assert_eq!(desk.trash(), [BUSINESS]);
    // The backup holds what the old one had last, and is proved.
    let backup = checked(&desk.setting, &done.safety.path);
    assert_eq!(backup.plan().sha256, done.safety.result.sha256);
    assert_eq!(
        backup.plan().records_count,
        done.safety.result.records_count
    );
    assert!(done.safety.path.starts_with(desk.safety()));
    let restored = desk.last_entry(key(NEW));
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
    let back = undo_replacement(store, key(NEW), &desk.notes(), &stamp(10)).unwrap();
    assert_eq!(back, BUSINESS);
    assert_eq!(desk.here(), [(BUSINESS, NAME.to_owned(), Standing::Own)]);
    assert_eq!(desk.trash(), [key(NEW)]);
    let came = desk.last_entry(BUSINESS);
    assert_eq!(came.draft.action, Action::BroughtBack);
    assert_eq!(fact(&came, "instead_of"), key(NEW).to_string());
    assert!(exchanges(&desk.notes()).unwrap().is_empty());
    let again = undo_replacement(store, BUSINESS, &desk.notes(), &stamp(10));
    assert_eq!(again.unwrap_err().code(), "business-not-found");
}

#[test]
fn what_is_kept_from_now_on_is_no_longer_undone() {
    let desk = Desk::new();
    desk.replaced();
    let business = desk.setting.store.open(key(NEW)).unwrap();
    business
        .write(&mut |work| {
            work.record(history::Draft {
                stamp: stamp(11),
                action: Action::KeptHere,
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
    complete_exchange(store, exchange, &desk.notes(), &stamp(12)).unwrap();
    assert_eq!(exchange.state(store).unwrap(), ExchangeState::Done);
    assert_eq!(desk.trash(), [BUSINESS]);
    assert!(exchanges(&desk.notes()).unwrap().is_empty());
    // The other way round as well.
    let undone = undo_replacement(&Stuck(store), key(NEW), &desk.notes(), &stamp(13));
    assert_eq!(undone.unwrap_err().code(), "store-failed");
    assert_eq!(desk.here().len(), 2);
    let exchange = exchanges(&desk.notes()).unwrap().remove(0);
    complete_exchange(store, &exchange, &desk.notes(), &stamp(14)).unwrap();
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
