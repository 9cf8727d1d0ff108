//! Files as lists show them: those of one record or all of a business, found, sorted, in rows.

use super::attach::{self, BUSINESS};
use super::{attachment_path, download, legacy, sniff};
use crate::addresses;
use crate::records::names::Names;
use crate::records::search::Query;
use crate::records::value::Sort;
use books::{Key, kinds};
use jiff::civil::Date;
use maud::{Markup, html};
use pages::tables::{BadgeKind, amount_cell, badge, cell};
use pages::{Locale, user_text};
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};
use store::StoreError;

/// Where the bytes of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Under the key of its attachment record.
    Attachment,
    /// In the table `Images`, under the key of the record it stands on.
    Image,
}

/// A file in a list.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub place: Place,
    /// The key of the attachment, or of the record that the image stands on.
    pub key: Key,
    /// The record it is on.
    pub owner: Key,
    pub name: String,
    pub bytes_count: Option<u64>,
    pub date: Option<Date>,
    pub is_here: bool,
}

impl Listed {
    /// Where it is downloaded.
    pub(super) fn href(&self, business: Key) -> String {
        match self.place {
            Place::Attachment => attachment_path(business, self.key),
            Place::Image => legacy::image_path(business, self.key),
        }
    }

    fn of_attachment(found: attach::Attachment) -> Self {
        Self {
            place: Place::Attachment,
            key: found.key,
            owner: found.shown_on(),
            name: found.name,
            bytes_count: found.bytes_count,
            date: found.date,
            is_here: found.is_here,
        }
    }

    fn of_image(locale: Locale, key: Key, bytes_count: u64) -> Self {
        Self {
            place: Place::Image,
            key,
            owner: key,
            name: locale.text("attachments-legacy-image"),
            bytes_count: Some(bytes_count),
            date: None,
            is_here: true,
        }
    }

    /// The sort of its bytes, when it is one that may be shown in a page.
    pub(super) fn sort(&self, names: &Names<'_>) -> Result<Option<sniff::Sort>, StoreError> {
        match self.place {
            _ if !self.is_here => Ok(None),
            Place::Attachment => download::sort_of_blob(names.reader(), self.key),
            Place::Image => Ok(legacy::find(names.reader(), self.key)?
                .as_deref()
                .and_then(sniff::sort_of)),
        }
    }
}

/// The files of one record, and the picture that a file of the other program brought for it.
pub(super) fn of_owner(names: &Names<'_>, owner: Key) -> Result<Vec<Listed>, StoreError> {
    let mut listed: Vec<Listed> = attach::attachments_of(names.reader(), owner)?
        .into_iter()
        .map(Listed::of_attachment)
        .collect();
    if let Some(image) = legacy::find(names.reader(), owner)? {
        let size = u64::try_from(image.len()).unwrap_or(u64::MAX);
        listed.push(Listed::of_image(names.locale, owner, size));
    }
    Ok(listed)
}

/// All files of a business, and how many bytes are stored for them: equal ones are stored once.
pub(super) fn all(names: &Names<'_>) -> Result<(Vec<Listed>, u64), StoreError> {
    let reader = names.reader();
    let mut blobs = HashMap::new();
    let mut sums = HashSet::new();
    let mut stored = 0_u64;
    reader.each_blob(&mut |blob| {
        if sums.insert(blob.sha256) {
            stored = stored.saturating_add(blob.bytes_count);
        }
        blobs.insert(blob.key, (blob.bytes_count, blob.name));
        Ok(())
    })?;
    let mut listed = Vec::new();
    reader.each_object(Some(kinds::ATTACHMENT), &mut |object| {
        if object.is_keyed_by_kind() {
            return Ok(());
        }
        let mut found = attach::described(&object);
        if let Some((bytes_count, name)) = blobs.remove(&object.key) {
            found.is_here = true;
            found.bytes_count = Some(bytes_count);
            if found.name.is_empty() {
                found.name = name.unwrap_or_default();
            }
        }
        listed.push(Listed::of_attachment(found));
        Ok(())
    })?;
    reader.each_image(&mut |(key, bytes_count)| {
        stored = stored.saturating_add(bytes_count);
        listed.push(Listed::of_image(names.locale, key, bytes_count));
        Ok(())
    })?;
    Ok((listed, stored))
}

/// Takes out files on records that whoever asks may not see (SPEC-users.md, 2.8). The business's
/// own stay.
pub(super) fn keep_visible(names: &Names<'_>, listed: &mut Vec<Listed>) -> Result<(), StoreError> {
    let sight = names.sight()?;
    if sight.is_whole() {
        return Ok(());
    }
    let mut visible = Vec::with_capacity(listed.len());
    for file in listed.drain(..) {
        let owner = match file.owner {
            BUSINESS => None,
            owner => Some(names.reader().object(owner)?),
        };
        let kind = owner.map(|object| object.map(|it| it.content_type));
        if kind.is_none_or(|kind| kind.is_some_and(|kind| sight.is_of(kind))) {
            visible.push(file);
        }
    }
    *listed = visible;
    Ok(())
}

/// Keeps what is searched for, in the order asked for: `name`, `size` or `date`, after `-` for
/// descending. Newest first when nothing is asked for.
pub(super) fn arranged(
    mut listed: Vec<Listed>,
    locale: Locale,
    query: &Query,
    order: &str,
) -> Vec<Listed> {
    listed.retain(|file| query.finds(std::iter::once(file.name.as_str())));
    let order = if order.is_empty() { "-date" } else { order };
    let (descending, column) = match order.strip_prefix('-') {
        Some(column) => (true, column),
        None => (false, order),
    };
    let value = |file: &Listed| match column {
        "size" => file
            .bytes_count
            .map(|size| Sort::Number(Decimal::from(size))),
        "date" => file.date.map(Sort::Day),
        _ => Some(Sort::Words(file.name.clone())),
    };
    let mut sorted: Vec<(Sort, Listed)> = listed
        .into_iter()
        .map(|file| (value(&file).unwrap_or(Sort::Nothing), file))
        .collect();
    sorted.sort_by(|(a, a_file), (b, b_file)| {
        let is_turned = descending && *a != Sort::Nothing && *b != Sort::Nothing;
        let ordering = if is_turned {
            b.compare(a, locale)
        } else {
            a.compare(b, locale)
        };
        ordering.then(a_file.key.cmp(&b_file.key))
    });
    sorted.into_iter().map(|(_, file)| file).collect()
}

/// The bytes of all files together.
pub(super) fn total(listed: &[Listed]) -> u64 {
    listed
        .iter()
        .filter_map(|file| file.bytes_count)
        .fold(0, u64::saturating_add)
}

/// The cells of name, size and date.
pub(super) fn cells(names: &Names<'_>, file: &Listed) -> Markup {
    let locale = names.locale;
    let size = file
        .bytes_count
        .map_or_else(String::new, |size| locale.bytes(size));
    html! {
        (cell(html! {
            @if file.is_here {
                a href=(file.href(names.business)) { (user_text(&file.name)) }
            } @else {
                (user_text(&file.name)) " "
                (badge(BadgeKind::Warning, &locale.text("attachments-without-file")))
            }
        }))
        (amount_cell(&size))
        (cell(html! { @if let Some(date) = file.date { (locale.date(date)) } }))
    }
}

/// The record that a file is on, as a link.
pub(super) fn owner_link(names: &Names<'_>, owner: Key) -> Result<Markup, StoreError> {
    if owner == BUSINESS {
        let href = addresses::business_part(names.business, "attachments");
        let words = names.locale.text("attachments-of-business");
        return Ok(html! { a href=(href) { (words) } });
    }
    names.link(owner)
}
