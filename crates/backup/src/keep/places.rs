//! Setting places up, trying them, and letting go of them (SPEC-keeping.md, section 2).

use super::moving::Reached;
use super::named::Named;
use super::{KeepError, Keeping, fresh_key};
use catalog::{BlobStore, Key, Place, PlaceKind, S3Place};
use std::path::Path;
use std::sync::Arc;

/// A place that is to be set up or changed.
#[derive(Clone)]
pub struct PlaceWish {
    /// The place that is changed; none for a new one.
    pub key: Option<Key>,
    /// What the person calls it.
    pub name: String,
    /// What it is. The key under which the vault holds the secret of a storage is chosen here,
    /// whatever stands in it.
    pub kind: PlaceKind,
    /// The secret access key of a storage; none for a folder, and to leave it as it is.
    pub secret: Option<String>,
}

impl Keeping {
    /// All places, by name.
    ///
    /// # Errors
    /// [`KeepError::Catalog`].
    pub fn places(&self) -> Result<Vec<Place>, KeepError> {
        Ok(self.catalog()?.places()?)
    }

    /// Sets a place up: a folder is made where only it is missing, and marked as ours; that bytes
    /// can be put, read and deleted is tried; only then is the place kept. Of a storage the secret
    /// goes into the vault.
    ///
    /// # Errors
    /// Whatever is wrong with the place; nothing is kept then.
    pub fn set_up_place(&self, wish: &PlaceWish) -> Result<Place, KeepError> {
        let catalog = self.catalog()?;
        let before = match wish.key {
            Some(key) => Some(self.place(key)?),
            None => None,
        };
        let key = match wish.key {
            Some(key) => key,
            None => fresh_key()?,
        };
        let mut place = Place {
            key,
            name: wish.name.trim().to_owned(),
            kind: wish.kind.clone(),
        };
        if place.name.is_empty() {
            return Err(KeepError::NameMissing);
        }
        self.require_alone(&place)?;
        let new_secret = self.keep_secret_of(&mut place, before.as_ref(), wish)?;
        let tried = require_whole(&place)
            .and_then(|()| self.require_outside(&place))
            .and_then(|()| self.open_named(&place))
            .and_then(|blobs| Ok(blobs.prepare()?))
            .and_then(|()| Ok(catalog.put_place(&place)?));
        if let (Err(_), Some(secret)) = (&tried, new_secret) {
            // A secret of a place that is not kept harms nobody where it lies.
            let _ = self.means.forget_secret(secret);
        }
        tried?;
        if let (Some(_), Some(old)) = (new_secret, before.as_ref().and_then(secret_of)) {
            self.means.forget_secret(old)?;
        }
        Ok(place)
    }

    /// The same folder or bucket twice would hold one backup under one key, and refuse the other.
    fn require_alone(&self, place: &Place) -> Result<(), KeepError> {
        let address = address_of(&place.kind);
        let is_same = |other: &Place| other.key != place.key && address_of(&other.kind) == address;
        match self.places()?.into_iter().find(is_same) {
            Some(other) => Err(KeepError::PlaceTwice {
                name: other.name,
                address: place.kind.address(),
            }),
            None => Ok(()),
        }
    }

    /// A backup beside the books goes when they go.
    fn require_outside(&self, place: &Place) -> Result<(), KeepError> {
        let (PlaceKind::Folder(folder), Some(data)) = (&place.kind, self.means.data_folder())
        else {
            return Ok(());
        };
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let mut there = Path::new(folder).ancestors().filter(|path| path.exists());
        let there = there.next().unwrap_or(Path::new(folder));
        let is_inside = |path: &Path| path.starts_with(real(data)) || path.starts_with(data);
        crate::room::require_disk(Path::new(folder))?;
        // Also by another name, such as a link that leads there.
        if is_inside(&real(there)) || is_inside(Path::new(folder)) {
            return Err(KeepError::InsideData {
                folder: folder.clone(),
            });
        }
        Ok(())
    }

    /// Puts the secret of a storage into the vault where there is a new one; under which key.
    fn keep_secret_of(
        &self,
        place: &mut Place,
        before: Option<&Place>,
        wish: &PlaceWish,
    ) -> Result<Option<Key>, KeepError> {
        let PlaceKind::S3(storage) = &mut place.kind else {
            return Ok(None);
        };
        tidy(storage);
        let kept = before.and_then(secret_of);
        match (&wish.secret, kept) {
            (None, Some(kept)) => {
                storage.secret = kept;
                Ok(None)
            }
            (secret, _) => {
                storage.secret = fresh_key()?;
                let secret = secret.as_deref().unwrap_or_default().trim();
                self.means.keep_secret(storage.secret, secret)?;
                Ok(Some(storage.secret))
            }
        }
    }

    /// Tries a place: is it there, is it the one that was set up, can bytes be put and read?
    ///
    /// # Errors
    /// What is wrong.
    pub fn test_place(&self, key: Key) -> Result<(), KeepError> {
        let reached = self.reach(self.place(key)?)?;
        // Asked first: trying a folder would mark an empty one that lies where a disk should be.
        reached.blobs.list("tijori-nothing/")?;
        Ok(reached.blobs.prepare()?)
    }

    /// Forgets a place and its secret. Its files and their entries stay, and schedules name it no
    /// more; one that would be left without any place is paused.
    ///
    /// # Errors
    /// When the catalogue or the vault cannot be written.
    pub fn remove_place(&self, key: Key) -> Result<(), KeepError> {
        let place = self.place(key)?;
        let catalog = self.catalog()?;
        for mut schedule in catalog.schedules()? {
            if schedule.places.contains(&key) {
                schedule.places.retain(|other| *other != key);
                schedule.is_on &= !schedule.places.is_empty();
                catalog.put_schedule(&schedule)?;
            }
        }
        catalog.remove_place(key)?;
        if let Some(secret) = secret_of(&place) {
            self.means.forget_secret(secret)?;
        }
        Ok(())
    }

    /// A place with its bytes at hand.
    pub(super) fn reach(&self, place: Place) -> Result<Reached, KeepError> {
        let blobs = self.open_named(&place)?;
        Ok(Reached { place, blobs })
    }

    /// The bytes of a place, whose errors call it by the name that people gave it.
    fn open_named(&self, place: &Place) -> Result<Arc<dyn BlobStore>, KeepError> {
        let opened = self.means.open_place(place);
        let blobs = opened.map_err(|error| error.called(&place.name))?;
        Ok(Arc::new(Named {
            name: place.name.clone(),
            blobs,
        }))
    }
}

/// The key under which the vault holds the secret of a place.
fn secret_of(place: &Place) -> Option<Key> {
    match &place.kind {
        PlaceKind::S3(storage) => Some(storage.secret),
        PlaceKind::Folder(_) => None,
    }
}

/// Where a place lies, however its end is written.
fn address_of(kind: &PlaceKind) -> String {
    let address = kind.address();
    address.trim().trim_end_matches(['/', '\\']).to_owned()
}

/// What people copy along with settings.
fn tidy(storage: &mut S3Place) {
    for text in [
        &mut storage.endpoint,
        &mut storage.region,
        &mut storage.bucket,
        &mut storage.prefix,
        &mut storage.access_key_id,
    ] {
        *text = text.trim().to_owned();
    }
    storage.prefix = storage.prefix.trim_matches('/').to_owned();
}

/// A folder is told from the root on: where the program was started must not matter.
fn require_whole(place: &Place) -> Result<(), KeepError> {
    match &place.kind {
        PlaceKind::Folder(folder) if !Path::new(folder).is_absolute() => {
            Err(KeepError::FolderNotWhole {
                folder: folder.clone(),
            })
        }
        _ => Ok(()),
    }
}
