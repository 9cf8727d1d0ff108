//! Where the name of a business leads for whoever may not see its Summary: to the first thing that
//! may be seen (SPEC-users.md, 2.6).

use super::current;
use crate::shell::{BusinessShell, SUMMARY};
use crate::{App, PageError, addresses};
use books::Key;
use pages::Locale;
use std::collections::BTreeMap;
use store::BusinessEntry;
use users::{Level, Role};

/// The addresses of the businesses that do not begin with their Summary. A business that cannot be
/// read has none here: that is said where it is listed.
pub(crate) fn entrances<'e>(
    app: &App,
    entries: impl Iterator<Item = &'e BusinessEntry>,
    locale: Locale,
) -> BTreeMap<Key, String> {
    entries
        .filter(|entry| entry.fault.is_none() && lacks_summary(entry.key))
        .filter_map(|entry| Some((entry.key, first(app, entry.key, locale).ok()??)))
        .collect()
}

/// Whether areas are allowed one by one, and the Summary is none of them.
fn lacks_summary(business: Key) -> bool {
    let current = current::get();
    let Some(Role::Member(businesses)) = current.as_ref().map(|it| &it.user.role) else {
        return false;
    };
    let level = businesses.get(&business).map(|access| &access.level);
    matches!(level, Some(Level::Custom(areas))
        if !areas.get(SUMMARY).is_some_and(|rights| rights.view))
}

/// The first tab that may be seen; else the first report; else what else there is.
fn first(app: &App, business: Key, locale: Locale) -> Result<Option<String>, PageError> {
    let opened = app.store.open(business)?;
    let reader = opened.read()?;
    let shell = BusinessShell::read(business, reader.as_ref())?;
    let areas = current::visible_areas(business, shell.zone()).unwrap_or_default();
    let own = ["reports", "attachments", "settings", "history", "emails"];
    let part_of = |area: &str| {
        let is_kind = interchange::spec_by_slug(area).is_some();
        match area {
            _ if is_kind => Some(format!("records/{area}")),
            _ if area.starts_with("reports/") || own.contains(&area) => Some(area.to_owned()),
            _ => None,
        }
    };
    let mut parts: Vec<String> = areas.iter().filter_map(|area| part_of(area)).collect();
    let shown: Vec<String> = shell.tab_addresses(locale);
    let place = |part: &String| {
        let address = addresses::business_part(business, part);
        let tab = shown.iter().position(|tab| *tab == address);
        tab.unwrap_or(usize::MAX)
    };
    // Among those without a tab, the order of the areas: what is not ticked has none.
    parts.sort_by_key(place);
    Ok(parts
        .first()
        .map(|part| addresses::business_part(business, part)))
}
