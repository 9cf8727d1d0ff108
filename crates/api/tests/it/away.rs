//! A store that goes away in the moment in which something was stored: what was stored is told as
//! stored, so that nobody sends it again and has it twice.

use crate::world::World;
use axum::http::StatusCode;
use books::Key;
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::{
    Business, BusinessEntry, BusinessStore, HeadNote, NewBusiness, Profile, Reader, Removed,
    StoreError, UnitOfWork,
};
use users::{Role, Scope};

/// Whether the next thing that is stored is the last that is answered.
#[derive(Clone, Default)]
struct Fate {
    goes_with_the_next: Arc<AtomicBool>,
    is_gone: Arc<AtomicBool>,
}

impl Fate {
    fn look(&self) -> Result<(), StoreError> {
        match self.is_gone.load(Ordering::SeqCst) {
            true => Err(StoreError::Unreachable {
                reason: "gone".to_owned(),
            }),
            false => Ok(()),
        }
    }

    fn stored(&self) {
        if self.goes_with_the_next.swap(false, Ordering::SeqCst) {
            self.is_gone.store(true, Ordering::SeqCst);
        }
    }

    fn goes_with_the_next(&self) {
        self.goes_with_the_next.store(true, Ordering::SeqCst);
    }

    fn is_back(&self) {
        assert!(self.is_gone.swap(false, Ordering::SeqCst), "it had gone");
    }
}

struct Leaving {
    store: Arc<dyn BusinessStore>,
    fate: Fate,
}

impl BusinessStore for Leaving {
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError> {
        self.fate.look()?;
        self.store.businesses()
    }

    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError> {
        self.fate.look()?;
        Ok(Arc::new(Open {
            business: self.store.open(key)?,
            fate: self.fate.clone(),
        }))
    }

    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError> {
        self.fate.look()?;
        self.store.begin(key, profile)
    }

    fn remove(&self, key: Key) -> Result<(), StoreError> {
        self.fate.look()?;
        self.store.remove(key)
    }

    fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        self.fate.look()?;
        self.store.trash()
    }

    fn bring_back(&self, key: Key) -> Result<(), StoreError> {
        self.fate.look()?;
        self.store.bring_back(key)
    }

    fn scratch(&self) -> &Path {
        self.store.scratch()
    }
}

struct Open {
    business: Arc<dyn Business>,
    fate: Fate,
}

impl Business for Open {
    fn key(&self) -> Key {
        self.business.key()
    }

    fn read(&self) -> Result<Box<dyn Reader + '_>, StoreError> {
        self.fate.look()?;
        self.business.read()
    }

    fn write(
        &self,
        work: &mut dyn FnMut(&mut dyn UnitOfWork) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.fate.look()?;
        self.business.write(work)?;
        self.fate.stored();
        Ok(())
    }

    fn note_head(&self, note: &HeadNote) -> Result<(), StoreError> {
        self.fate.look()?;
        self.business.note_head(note)
    }

    fn noted_heads(&self) -> Result<Vec<HeadNote>, StoreError> {
        self.fate.look()?;
        self.business.noted_heads()
    }
}

#[tokio::test]
async fn what_was_stored_is_told_as_stored_though_the_store_went_with_it() {
    let fate = Fate::default();
    let before = fate.clone();
    let world = World::over(move |store| {
        Arc::new(Leaving {
            store,
            fate: before,
        })
    });
    let user = world.user(1, Role::Administrator);
    let token = world.token(user, Scope::Write, None);
    let business = world.business(1);
    let customers = format!("/api/v1/businesses/{business}/records/customers");

    fate.goes_with_the_next();
    let body = json!({ "Name": "Karim" }).to_string();
    let made = world.ask(&token, "POST", &customers, &[], &body).await;
    assert_eq!(made.status, StatusCode::CREATED, "{:?}", made.json());
    assert_eq!(made.json()["content"]["Name"], "Karim");
    let gone = world.get(&token, &customers).await;
    assert_eq!(gone.status, StatusCode::SERVICE_UNAVAILABLE);
    fate.is_back();

    let (record, version) = (made.header("location"), made.header("etag"));
    fate.goes_with_the_next();
    let body = json!({ "Name": "Karim & Sons" }).to_string();
    let match_it = [("if-match", version)];
    let changed = world.ask(&token, "PATCH", record, &match_it, &body).await;
    assert_eq!(changed.status, StatusCode::OK, "{:?}", changed.json());
    fate.is_back();

    fate.goes_with_the_next();
    let files = format!("{record}/attachments");
    let attach = format!("{files}?name=note.txt");
    let attached = world.ask(&token, "POST", &attach, &[], "paid").await;
    assert_eq!(
        attached.status,
        StatusCode::CREATED,
        "{:?}",
        attached.json()
    );
    assert_eq!(attached.json()["bytes"], 4);
    fate.is_back();
    let list = world.get(&token, &files).await.json();
    assert_eq!(list["attachments"].as_array().map(Vec::len), Some(1));
    assert_eq!(list["attachments"][0], attached.json());
    let sent = world.get(&token, attached.header("location")).await;
    assert_eq!(sent.bytes, b"paid");
}
