//! Kept backups in Trash, for the page of everything that is there (SPEC-keeping.md, 4.6).

use super::words::place_name;
use crate::{App, PageError, addresses};
use backup::{TRASH_KEPT_DAYS, books_key};
use catalog::{BackupEntry, EntryFilter, EntryState, Place};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use pages::tables::{Column, amount_cell, cell, folds, moment, table};
use pages::{Locale, forms, user_text};

/// The backups in the Trash of all places, and the places.
pub(crate) struct TrashedBackups {
    /// Each with the moment when it went there, the latest first.
    entries: Vec<(Timestamp, BackupEntry)>,
    places: Vec<Place>,
}

impl TrashedBackups {
    /// Reads the catalogue; nothing is asked of any place. Call on a blocking thread.
    ///
    /// # Errors
    /// When the catalogue cannot be read.
    pub(crate) fn read(app: &App) -> Result<Self, PageError> {
        let entries = app.keeping.catalog()?.entries(&EntryFilter::default())?;
        let trashed = entries.into_iter().filter_map(|entry| match entry.state {
            EntryState::Trashed(at) => Some((at, entry)),
            _ => None,
        });
        let mut entries: Vec<(Timestamp, BackupEntry)> = trashed.collect();
        entries.sort_by_key(|(at, entry)| (std::cmp::Reverse(*at), entry.key));
        Ok(Self {
            entries,
            places: app.keeping.places()?,
        })
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The part of the page; empty when there are none.
    pub(crate) fn section(&self, locale: Locale, zone: &str) -> Markup {
        if self.entries.is_empty() {
            return html! {};
        }
        let columns = [
            Column::words(locale.text("businesses-column-name")),
            Column::words(locale.text("places-title")),
            Column::amounts(locale.text("backup-column-size")),
            Column::words(locale.text("trash-column-removed")),
            Column::words(locale.text("trash-column-goes")),
            Column::words(locale.text("list-column-actions")),
        ];
        let rows: Vec<Markup> = self
            .entries
            .iter()
            .map(|(at, entry)| self.row(locale, zone, *at, entry))
            .collect();
        let title = locale.text("trash-backups");
        html! {
            h2 { (title) }
            p .quiet { (locale.text("trash-backups-explained")) }
            div .folds-lines { (folds(table(&title, &columns, &rows, None))) }
        }
    }

    fn row(&self, locale: Locale, zone: &str, at: Timestamp, entry: &BackupEntry) -> Markup {
        let part = format!("keeping/entries/{}/restoration", entry.key);
        let action = addresses::business_part(books_key(entry.business), &part);
        let kept = SignedDuration::from_hours(TRASH_KEPT_DAYS * 24);
        let place = place_name(&self.places, entry.place).unwrap_or_default();
        html! {
            tr {
                (cell(html! {
                    (user_text(&entry.business_name)) " · " (user_text(&entry.file_name))
                }))
                (cell(user_text(place)))
                (amount_cell(&locale.bytes(entry.bytes_count)))
                td data-label=(locale.text("trash-column-removed")) { (moment(locale, at, zone)) }
                td data-label=(locale.text("trash-column-goes")) {
                    @if let Ok(goes) = at.checked_add(kept) { (moment(locale, goes, zone)) }
                }
                (cell(forms::button_form(&action, &locale.text("trash-restore"), &[])))
            }
        }
    }
}
