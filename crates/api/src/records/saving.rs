//! What programs write: one unit of work reads the record, compares its version, changes it and
//! keeps it with its History entry, after the same rules as the pages.

use super::{etag, existing, names};
use axum::http::{HeaderValue, StatusCode};
use books::{Key, Object};
use interchange::{EditError, KindSpec, Plain, from_plain, to_plain};
use store::{StoreError, UnitOfWork};
use web::records::deletion::delete_with_attachments;
use web::records::{putting, rules};
use web::stamp::{random_key, stamp};
use web::{PageError, Shared};

/// What was sent.
pub enum Content {
    /// The whole record: what it does not name is taken away.
    Whole(Plain),
    /// Some fields: what is null is taken away, and what is not named stays.
    Named(Plain),
}

/// A record about to be kept.
pub struct Saving {
    business: Key,
    spec: &'static KindSpec,
    content: Content,
}

impl Saving {
    /// A record of a kind in a business.
    pub fn new(business: Key, spec: &'static KindSpec, content: Content) -> Self {
        Self {
            business,
            spec,
            content,
        }
    }

    /// Keeps a new one.
    ///
    /// # Errors
    /// `record-exists` for the only one of its kind; what the rules say.
    pub fn create(&self, app: &Shared) -> Result<Object, PageError> {
        let key = match rules::fixed_key(self.spec.content_type) {
            Some(key) => key,
            None => random_key()?,
        };
        self.write(app, key, |before| match before {
            None => Ok(()),
            Some(_) => Err(PageError::new(StatusCode::CONFLICT, "record-exists")),
        })
    }

    /// Keeps what changed, when the version is still the one that was read.
    ///
    /// # Errors
    /// `version-differs`; what the rules say.
    pub fn change(
        &self,
        app: &Shared,
        key: Key,
        version: &HeaderValue,
    ) -> Result<Object, PageError> {
        self.write(app, key, |before| match before {
            None => Err(StoreError::RecordNotFound(key).into()),
            Some(object) => require_version(object, version),
        })
    }

    fn write(
        &self,
        app: &Shared,
        key: Key,
        check: impl Fn(Option<&Object>) -> Result<(), PageError>,
    ) -> Result<Object, PageError> {
        let opened = app.store.open(self.business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(app, &zone)?;
        let mut kept = None;
        opened.write(&mut |work| {
            let before = self.before(work, key)?;
            check(before.as_ref()).map_err(StoreError::from)?;
            let content = self
                .patched(before.as_ref())
                .map_err(|error| StoreError::from(unfit(&error)))?;
            let after = Object {
                key,
                content_type: self.spec.content_type,
                content,
                timestamp: None,
            };
            putting::put(work, app, self.business, before.as_ref(), after, &stamp)?;
            kept = work.object(key)?;
            Ok(())
        })?;
        kept.ok_or_else(PageError::internal)
    }

    /// The record as it is; one of another kind is not there.
    fn before(&self, work: &dyn UnitOfWork, key: Key) -> Result<Option<Object>, StoreError> {
        match work.object(key)? {
            None => Ok(None),
            Some(_) => existing(as_reader(work), self.spec, key).map(Some),
        }
    }

    fn patched(&self, before: Option<&Object>) -> Result<Vec<u8>, EditError> {
        let original = before.map_or(&[][..], |object| object.content.as_slice());
        let kind = self.spec.content_type;
        match &self.content {
            Content::Whole(content) => from_plain(kind, original, content),
            Content::Named(content) => {
                from_plain(kind, original, &merged(to_plain(kind, original), content))
            }
        }
    }
}

fn as_reader(work: &dyn UnitOfWork) -> &dyn store::Reader {
    work
}

/// The members of a record with some of them replaced.
fn merged(before: Plain, named: &Plain) -> Plain {
    let (Plain::Map(mut members), Plain::Map(named)) = (before, named) else {
        return named.clone();
    };
    for (name, value) in named {
        members.retain(|(member, _)| member != name);
        members.push((name.clone(), value.clone()));
    }
    Plain::Map(members)
}

/// Deletes a record with the files on it.
///
/// # Errors
/// `version-differs`, `record-in-use`; what the rules say.
pub fn delete(
    app: &Shared,
    business: Key,
    spec: &KindSpec,
    key: Key,
    version: &HeaderValue,
) -> Result<(), PageError> {
    let opened = app.store.open(business)?;
    let zone = opened.read()?.profile()?.time_zone;
    let stamp = stamp(app, &zone)?;
    opened.write(&mut |work| {
        let object = existing(as_reader(work), spec, key)?;
        require_version(&object, version).map_err(StoreError::from)?;
        let object = rules::deletable(&*work, object.key)?;
        delete_with_attachments(work, &object, &stamp, &[]).map(drop)
    })?;
    Ok(())
}

/// The version that was read is still the one that is kept.
fn require_version(object: &Object, version: &HeaderValue) -> Result<(), PageError> {
    match names(version, &etag(object)) {
        true => Ok(()),
        false => Err(PageError::new(
            StatusCode::PRECONDITION_FAILED,
            "version-differs",
        )),
    }
}

/// Content that is none of its kind.
fn unfit(error: &EditError) -> PageError {
    PageError {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        code: error.code(),
        arguments: error.arguments(),
    }
}
