//! The form of a user: who it is, and what they may do in each business.

use crate::access::own_email;
use crate::blocking::blocking;
use crate::records::words;
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::shell::{plain_page, refusal};
use crate::{PageError, Shared};
use axum::http::StatusCode;
use axum::response::Response;
use books::Key;
use jiff::Timestamp;
use maud::{Markup, html};
use pages::forms::{self, Choice, Field};
use pages::layout::heading;
use pages::tables::{facts, panel};
use pages::{Locale, user_text};
use std::collections::BTreeMap;
use users::{Access, Areas, Level, Rights, Role, User, clean_full_name, clean_name};

/// What was typed, or stands in the form.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    name: String,
    full_name: String,
    email: String,
    is_administrator: bool,
    is_disabled: bool,
    /// Level, last day and ticked rights, by the business's key.
    businesses: BTreeMap<String, OfBusiness>,
    /// What the form was made from.
    pub(super) base: String,
}

#[derive(Debug, Clone, Default)]
struct OfBusiness {
    level: String,
    until: String,
    areas: Areas,
}

/// The rights of an area, as a form names them.
const RIGHTS: [(char, &str); 4] = [
    ('v', "people-right-view"),
    ('c', "people-right-create"),
    ('e', "people-right-edit"),
    ('d', "people-right-delete"),
];

impl Typed {
    /// What was typed, by the names of the fields: `level.KEY`, `until.KEY`,
    /// `right.KEY.AREA.LETTER`.
    pub fn read(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            match name.split('.').collect::<Vec<_>>().as_slice() {
                ["base"] => typed.base = value,
                ["name"] => typed.name = value,
                ["full_name"] => typed.full_name = value,
                ["email"] => typed.email = value,
                ["is_administrator"] => typed.is_administrator = true,
                ["is_disabled"] => typed.is_disabled = true,
                ["level", key] => typed.of(key).level = value,
                ["until", key] => typed.of(key).until = value,
                ["right", key, area, letter] => {
                    let rights = typed.of(key).areas.entry((*area).to_owned()).or_default();
                    *rights = Rights::from_code(&format!("{}{letter}", rights.code()));
                }
                _ => {}
            }
        }
        typed
    }

    fn of(&mut self, key: &str) -> &mut OfBusiness {
        self.businesses.entry(key.to_owned()).or_default()
    }

    /// What stands in the form of a user.
    pub fn of_user(user: &User, locale: Locale) -> Self {
        let mut typed = Self {
            name: user.name.clone(),
            full_name: user.full_name.clone(),
            email: user.email.clone(),
            is_administrator: user.role == Role::Administrator,
            is_disabled: user.is_disabled,
            businesses: BTreeMap::new(),
            base: meanwhile::base_of(user),
        };
        if let Role::Member(businesses) = &user.role {
            for (key, access) in businesses {
                let of = typed.of(&key.to_string());
                of.level = access.level.code().to_owned();
                of.until = access.until.map(|day| locale.date(day)).unwrap_or_default();
                if let Level::Custom(areas) = &access.level {
                    of.areas = areas.clone();
                }
            }
        }
        typed
    }

    /// The user that was meant.
    pub fn user(
        &self,
        key: Key,
        created_at: Timestamp,
        locale: Locale,
        businesses: &[Key],
    ) -> Result<User, PageError> {
        let name = clean_name(&self.name)?;
        let role = match self.is_administrator {
            true => Role::Administrator,
            false => Role::Member(self.access(locale, businesses)?),
        };
        Ok(User {
            key,
            full_name: clean_full_name(&self.full_name, &name)?,
            name,
            email: own_email::clean(&self.email)?,
            role,
            is_disabled: self.is_disabled,
            created_at,
        })
    }

    /// What is allowed in these businesses. What names another one, an area that is none, or
    /// another level is no form of ours, and nothing of it is saved.
    fn access(&self, locale: Locale, known: &[Key]) -> Result<BTreeMap<Key, Access>, PageError> {
        let areas = all_areas(locale);
        let mut businesses = BTreeMap::new();
        for (key, of) in &self.businesses {
            let business: Key = key.parse().map_err(|_| unknown(key))?;
            if !known.contains(&business) {
                return Err(unknown(key));
            }
            let is_area = |area: &String| areas.iter().any(|(known, _, _)| known == area);
            if let Some(area) = of.areas.keys().find(|area| !is_area(area)) {
                return Err(unknown(area));
            }
            let level = match of.level.as_str() {
                "full" => Level::Full,
                "auditor" => Level::Auditor,
                "custom" => Level::Custom(of.areas.clone()),
                "" => continue,
                other => return Err(unknown(other)),
            };
            let until = match of.until.trim() {
                "" => None,
                typed => Some(locale.parse_date(typed).map_err(|error| PageError {
                    status: StatusCode::UNPROCESSABLE_ENTITY,
                    code: error.code(),
                    arguments: error.arguments(),
                })?),
            };
            businesses.insert(business, Access { level, until });
        }
        Ok(businesses)
    }
}

fn unknown(name: &str) -> PageError {
    PageError {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        code: "rights-unknown",
        arguments: vec![("name", name.to_owned())],
    }
}

/// What somebody else saved after the form was made: who it is now, and what they may do, in a few
/// words.
pub(super) fn told(locale: Locale, saved: &User, businesses: &[(Key, String)]) -> Markup {
    let mut rows = vec![
        (
            locale.text("sign-in-name"),
            html! { (user_text(&saved.name)) },
        ),
        (
            locale.text("people-full-name"),
            html! { (user_text(&saved.full_name)) },
        ),
        (
            locale.text("people-email"),
            html! { (user_text(&saved.email)) },
        ),
    ];
    if saved.is_disabled {
        rows.push((locale.text("people-is-disabled"), html! { "✓" }));
    }
    match &saved.role {
        Role::Administrator => {
            rows.push((locale.text("people-is-administrator"), html! { "✓" }));
        }
        Role::Member(access) => {
            for (key, name) in businesses {
                let level = access.get(key).map_or("none", |access| access.level.code());
                let level = locale.text(&format!("people-level-{level}"));
                rows.push((name.clone(), html! { (level) }));
            }
        }
    }
    meanwhile::told(locale, facts(&rows))
}

/// Keys and names of all businesses.
pub(super) async fn businesses(app: Shared) -> Result<Vec<(Key, String)>, PageError> {
    blocking(move || {
        let entries = app.store.businesses()?;
        Ok(entries
            .into_iter()
            .filter(|entry| entry.fault.is_none())
            .map(|entry| (entry.key, entry.name))
            .collect())
    })
    .await
}

/// The page of a user, new or known; `more` stands above the form.
pub(super) fn form_page(
    visitor: &Visitor,
    key: Option<Key>,
    typed: &Typed,
    businesses: &[(Key, String)],
    error: Option<&PageError>,
    more: Option<Markup>,
) -> Response {
    let locale = visitor.locale;
    let title = match key {
        Some(_) => typed.name.clone(),
        None => locale.text("people-new"),
    };
    let action = key.map_or_else(|| "/users".to_owned(), |key| format!("/users/{key}"));
    let body = html! {
        (heading(&title, html! {
            @if let Some(key) = key {
                (forms::button_form(
                    &format!("/users/{key}/link"), &locale.text("people-link"), &[]))
                @if !typed.email.trim().is_empty() {
                    (forms::button_form(
                        &format!("/users/{key}/letter"),
                        &locale.text("people-link-send"),
                        &[],
                    ))
                }
                (forms::button_form(
                    &format!("/users/{key}/acting"), &locale.text("people-act"), &[]))
                (forms::confirmation(
                    locale,
                    &format!("/users/{key}/removal"),
                    &locale.text("people-remove"),
                    &locale.text("people-remove-question"),
                ))
            }
        }))
        @if let Some(more) = more { (more) }
        (forms::form(&action, false, html! {
            (meanwhile::field(&typed.base))
            (who(locale, typed))
            @for (business, name) in businesses {
                (of_business(locale, typed, *business, name))
            }
            (forms::submit(locale, &locale.text("button-save"), Some("/users")))
        }))
    };
    let status = error.map_or(StatusCode::OK, |error| error.status);
    let notice = error.map(|error| refusal(error.sentence(locale)));
    plain_page(visitor, status, &title, notice, body)
}

fn who(locale: Locale, typed: &Typed) -> Markup {
    html! {
        (identity(locale, &typed.name, &typed.full_name, &typed.email))
        (forms::checkbox(
            &Field {
                name: "is_administrator",
                label: &locale.text("people-is-administrator"),
                hint: Some(&locale.text("people-is-administrator-hint")),
                ..Field::default()
            },
            typed.is_administrator,
        ))
        (forms::checkbox(
            &Field {
                name: "is_disabled",
                label: &locale.text("people-is-disabled"),
                ..Field::default()
            },
            typed.is_disabled,
        ))
    }
}

/// What every form of a user asks first.
pub(in crate::access) fn identity(
    locale: Locale,
    name: &str,
    full_name: &str,
    email: &str,
) -> Markup {
    html! {
        (forms::text(&Field {
            name: "name",
            label: &locale.text("sign-in-name"),
            value: name,
            hint: Some(&locale.text("people-name-hint")),
            required: true,
            ..Field::default()
        }))
        (forms::text(&Field {
            name: "full_name",
            label: &locale.text("people-full-name"),
            value: full_name,
            ..Field::default()
        }))
        (forms::email(&Field {
            name: "email",
            label: &locale.text("people-email"),
            value: email,
            ..Field::default()
        }))
    }
}

fn of_business(locale: Locale, typed: &Typed, key: Key, name: &str) -> Markup {
    let nothing = OfBusiness::default();
    let of = typed.businesses.get(&key.to_string()).unwrap_or(&nothing);
    let levels = [
        ("", "people-level-none"),
        ("full", "people-level-full"),
        ("auditor", "people-level-auditor"),
        ("custom", "people-level-custom"),
    ]
    .map(|(value, label)| (value, locale.text(label)));
    let choices = levels.each_ref().map(|(value, label)| Choice {
        value,
        label,
        group: "",
    });
    panel(
        "",
        html! {
            h2 { (user_text(name)) }
            (forms::radios(
                &Field {
                    name: &format!("level.{key}"),
                    label: &locale.text("people-level"),
                    value: &of.level,
                    ..Field::default()
                },
                &choices,
            ))
            (forms::date(&Field {
                name: &format!("until.{key}"),
                label: &locale.text("people-until"),
                value: &of.until,
                hint: Some(&locale.text("people-until-hint")),
                ..Field::default()
            }))
            details open[of.level == "custom"] {
                summary { (locale.text("people-areas")) }
                (areas(locale, key, &of.areas))
            }
        },
    )
}

/// A tick for each right in each area: the tabs, the reports, and the pages of their own.
fn areas(locale: Locale, key: Key, ticked: &Areas) -> Markup {
    html! {
        table .table {
            caption .visually-hidden { (locale.text("people-areas")) }
            thead {
                tr {
                    th scope="col" { (locale.text("people-area")) }
                    @for (_, label) in RIGHTS { th scope="col" { (locale.text(label)) } }
                }
            }
            tbody {
                @for (area, label, has_records) in all_areas(locale) {
                    tr {
                        th scope="row" { (label) }
                        @for (letter, right) in RIGHTS {
                            td {
                                @if has_records || letter == 'v' {
                                    input type="checkbox"
                                        name=(format!("right.{key}.{area}.{letter}"))
                                        aria-label=(format!("{label}: {}", locale.text(right)))
                                        checked[is_ticked(ticked, &area, letter)];
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn is_ticked(ticked: &Areas, area: &str, letter: char) -> bool {
    ticked
        .get(area)
        .is_some_and(|rights| rights.code().contains(letter))
}

/// Every area with its words, and whether records are made there.
fn all_areas(locale: Locale) -> Vec<(String, String, bool)> {
    let own = |area: &str, label: &str| (area.to_owned(), locale.text(label), false);
    let mut areas = vec![own("summary", "tab-summary")];
    areas.extend(crate::shell::tabbed_kinds().map(|spec| {
        let label = words::kind_plural(locale, spec.content_type);
        (spec.slug.to_owned(), label, spec.editable)
    }));
    areas.push(own("reports", "tab-reports"));
    areas.extend(reports::REPORTS.iter().map(|report| {
        let title = locale.text(&format!("report-{}", report.name));
        (format!("reports/{}", report.name), title, false)
    }));
    areas.push(own("attachments", "tab-attachments"));
    areas.push(own("history", "action-history"));
    areas.push(("emails".to_owned(), locale.text("action-emails"), true));
    areas.push(own("settings", "tab-settings"));
    areas
}
