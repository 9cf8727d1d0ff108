//! Where one may work: each business that was allowed, how much of it, and until which day.

use super::entrance::entrances;
use super::{current, gate};
use crate::{App, PageError, addresses};
use jiff::civil::Date;
use maud::{Markup, html};
use pages::tables::{Column, cell, panel, table};
use pages::{Locale, user_text};
use users::{Level, Role};

/// A business that was allowed.
pub(super) struct Allowed {
    name: String,
    address: String,
    level: &'static str,
    until: Option<Date>,
}

/// What was allowed to whoever asks and has not ended; nothing for administrators, who may do
/// everything.
///
/// # Errors
/// When the businesses cannot be read.
pub(super) fn read(app: &App, locale: Locale) -> Result<Option<Vec<Allowed>>, PageError> {
    let current = current::get().ok_or_else(PageError::not_found)?;
    let Role::Member(businesses) = &current.user.role else {
        return Ok(None);
    };
    let mut allowed = Vec::new();
    let entries = app.store.businesses()?;
    let mut first = entrances(app, entries.iter(), locale);
    for entry in entries {
        let access = businesses.get(&entry.key);
        if let Some(access) = access.filter(|_| gate::sees(app, entry.key)) {
            allowed.push(Allowed {
                name: entry.name,
                address: first
                    .remove(&entry.key)
                    .unwrap_or_else(|| addresses::business(entry.key)),
                level: match access.level {
                    Level::Full => "people-level-full",
                    Level::Auditor => "people-level-auditor",
                    Level::Custom(_) => "people-level-custom",
                },
                until: access.until,
            });
        }
    }
    Ok(Some(allowed))
}

/// The panel on one's account.
pub(super) fn own_panel(locale: Locale, allowed: Option<&[Allowed]>) -> Markup {
    let title = locale.text("account-access");
    let columns = [
        Column::words(locale.text("account-access-business")),
        Column::words(locale.text("people-level")),
        Column::words(locale.text("people-until")),
    ];
    let row = |one: &Allowed| {
        let until = match one.until {
            Some(day) => locale.date_long(day),
            None => locale.text("account-access-endless"),
        };
        html! {
            tr {
                (cell(html! { a href=(one.address) { (user_text(&one.name)) } }))
                (cell(html! { (locale.text(one.level)) }))
                (cell(html! { (until) }))
            }
        }
    };
    panel(
        &title,
        match allowed {
            None => html! { p { (locale.text("account-access-all")) } },
            Some([]) => html! { p { (locale.text("account-access-none")) } },
            Some(all) => {
                let rows: Vec<Markup> = all.iter().map(row).collect();
                table(&title, &columns, &rows, None)
            }
        },
    )
}
