//! The form of a place. The secret of a storage is taken in and never put back.

use crate::settings::meanwhile;
use backup::PlaceWish;
use catalog::{Key, Place, PlaceKind, S3Place};
use maud::{Markup, html};
use pages::forms::Field;
use pages::{Locale, forms};
use serde::Deserialize;
use std::path::PathBuf;

/// What the form holds.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    name: String,
    kind: String,
    folder: String,
    endpoint: String,
    region: String,
    bucket: String,
    prefix: String,
    path_style: Option<String>,
    access_key_id: String,
    secret: String,
    /// What the form was made from.
    pub(super) base: String,
}

impl Typed {
    /// What the form of a new folder begins with.
    pub(super) fn of_new_folder(proposed: Option<PathBuf>) -> Self {
        let folder = proposed.map(|folder| folder.display().to_string());
        Self {
            kind: "folder".to_owned(),
            folder: folder.unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What the form of a new storage begins with.
    pub(super) fn of_new_storage() -> Self {
        Self {
            kind: "s3".to_owned(),
            region: "us-east-1".to_owned(),
            ..Self::default()
        }
    }

    /// A place as it is kept, without its secret.
    pub(super) fn of(place: &Place) -> Self {
        let typed = Self {
            name: place.name.clone(),
            kind: place.kind.code().to_owned(),
            ..Self::default()
        };
        match &place.kind {
            PlaceKind::Folder(folder) => Self {
                folder: folder.clone(),
                ..typed
            },
            PlaceKind::S3(storage) => Self {
                endpoint: storage.endpoint.clone(),
                region: storage.region.clone(),
                bucket: storage.bucket.clone(),
                prefix: storage.prefix.clone(),
                path_style: storage.is_path_style.then(|| "on".to_owned()),
                access_key_id: storage.access_key_id.clone(),
                ..typed
            },
        }
    }

    /// Whether it is the form of a storage.
    pub(super) fn is_storage(&self) -> bool {
        self.kind == "s3"
    }

    /// What is wished for. A secret that is left empty is the one kept so far.
    pub(super) fn wish(&self, key: Option<Key>) -> PlaceWish {
        let kind = if self.is_storage() {
            PlaceKind::S3(S3Place {
                endpoint: self.endpoint.clone(),
                region: self.region.clone(),
                bucket: self.bucket.clone(),
                prefix: self.prefix.clone(),
                is_path_style: self.path_style.is_some(),
                access_key_id: self.access_key_id.clone(),
                secret: Key::default(),
            })
        } else {
            PlaceKind::Folder(self.folder.trim().to_owned())
        };
        PlaceWish {
            key,
            name: self.name.clone(),
            kind,
            secret: Some(self.secret.clone()).filter(|secret| !secret.is_empty()),
        }
    }
}

/// The form; of a place that is kept, its kind stays.
pub(super) fn form(
    locale: Locale,
    action: &str,
    back: &str,
    typed: &Typed,
    is_kept: bool,
) -> Markup {
    html! {
        (forms::form(action, false, html! {
            (meanwhile::field(&typed.base))
            (forms::hidden("kind", &typed.kind))
            (line(locale, ("name", "place-name", "place-name-hint"), &typed.name))
            @if typed.is_storage() {
                (storage(locale, typed, is_kept))
            } @else {
                (line(locale, ("folder", "place-folder", "place-folder-hint"), &typed.folder))
            }
            p .quiet { (locale.text("place-tried-first")) }
            (forms::submit(locale, &locale.text("place-save"), Some(back)))
        }))
    }
}

/// One line: its name, its label and its hint.
fn line(locale: Locale, (name, label, hint): (&str, &str, &str), value: &str) -> Markup {
    let hint = (!hint.is_empty()).then(|| locale.text(hint));
    forms::text(&Field {
        name,
        label: &locale.text(label),
        value,
        hint: hint.as_deref(),
        required: matches!(name, "name" | "folder" | "bucket" | "access_key_id"),
        ..Field::default()
    })
}

fn storage(locale: Locale, typed: &Typed, is_kept: bool) -> Markup {
    let secret_hint = locale.text(if is_kept {
        "place-secret-kept"
    } else {
        "place-secret-hint"
    });
    html! {
        div .fields {
            (line(locale, ("endpoint", "place-endpoint", "place-endpoint-hint"), &typed.endpoint))
            (line(locale, ("region", "place-region", "place-region-hint"), &typed.region))
            (line(locale, ("bucket", "place-bucket", ""), &typed.bucket))
            (line(locale, ("prefix", "place-prefix", "place-prefix-hint"), &typed.prefix))
            (line(locale, ("access_key_id", "place-key-id", ""), &typed.access_key_id))
            (forms::password(&Field {
                name: "secret",
                label: &locale.text("place-secret"),
                hint: Some(&secret_hint),
                required: !is_kept,
                ..Field::default()
            }))
        }
        (forms::checkbox(
            &Field {
                name: "path_style",
                label: &locale.text("place-path-style"),
                hint: Some(&locale.text("place-path-style-hint")),
                ..Field::default()
            },
            typed.path_style.is_some(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_secret_is_never_put_back_and_stays_when_none_is_typed() {
        let typed = Typed {
            name: "Cloud".to_owned(),
            bucket: "books".to_owned(),
            secret: "sesame".to_owned(),
            ..Typed::of_new_storage()
        };
        let wish = typed.wish(None);
        assert_eq!(wish.secret.as_deref(), Some("sesame"));
        let place = Place {
            key: Key::default(),
            name: wish.name,
            kind: wish.kind,
        };
        let again = Typed::of(&place);
        assert_eq!(again.wish(Some(place.key)).secret, None);
        let shown = form(Locale::default(), "/", "/", &typed, true).into_string();
        assert!(!shown.contains("sesame"), "{shown}");
        assert!(shown.contains("value=\"books\""), "{shown}");
    }
}
