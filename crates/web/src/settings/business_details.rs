//! Business Details: who stands on invoices and reports, and what day it is there.
//!
//! All of it stands in the record, the time zone under a number of ours, so that History has every
//! change; time zone and country are kept beside the business too (docs/SPEC-settings.md,
//! 1).

use super::logo;
use super::meanwhile;
use super::saving::{Asked, changed, put_as_it_is, single, write};
use crate::businesses::{country, named_countries, zone_field};
use crate::page_error::key_of;
use crate::records::limits::broken_by_text;
use crate::records::names::Names;
use crate::records::rules;
use crate::request::Visitor;
use crate::shell::{
    BusinessPage, BusinessShell, SETTINGS, business_page_with, success, with_business,
};
use crate::{PageError, Shared, addresses, history};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, kinds};
use interchange::{DecodedRecord, Edit, FieldValue, Shape};
use jiff::tz::TimeZone;
use maud::{Markup, PreEscaped, html};
use pages::forms::{self, Choice, Field};
use pages::layout::heading;
use pages::tables::panel;
use pages::{Argument, Locale};
use serde::Deserialize;
use std::collections::HashMap;
use store::{Reader, StoreError};

const NAME: u32 = 1;
const ADDRESS: u32 = 2;
const CULTURE: u32 = 6;
const IDENTIFIERS: u32 = 1001;
const TIME_ZONE: u32 = 1002;
/// The path of the page below the business.
const PAGE: &str = "settings/business-details";

/// Who the business is, for papers and emails.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct BusinessDetails {
    /// The name that stands on invoices; not that of the list of businesses.
    pub name: String,
    /// The address, of several lines.
    pub address: String,
    /// Numbers under which authorities know the business, one a line.
    pub identifiers: String,
    /// The code of the country, as `BD`; empty when nobody said.
    pub country: String,
}

/// Who the business is.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn business_details<R: Reader + ?Sized>(
    reader: &R,
) -> Result<BusinessDetails, StoreError> {
    let record = single(reader, kinds::BUSINESS_DETAILS)?;
    let country = reader.profile()?.country;
    Ok(details_of(&record, country.as_deref()))
}

fn details_of(record: &DecodedRecord, country: Option<&str>) -> BusinessDetails {
    let text = |number| {
        let found = record.value(number).and_then(FieldValue::text);
        found.unwrap_or_default().to_owned()
    };
    let culture = text(CULTURE);
    let of_culture = culture.rsplit_once('-').map(|(_, country)| country);
    BusinessDetails {
        name: text(NAME),
        address: text(ADDRESS),
        identifiers: text(IDENTIFIERS),
        country: of_culture.or(country).unwrap_or_default().to_owned(),
    }
}

/// What the form holds.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    identifiers: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    time_zone: String,
    #[serde(default)]
    base: String,
}

/// What is wrong, by the names of the form's fields.
type Errors = HashMap<&'static str, String>;

/// `GET /businesses/{business}/settings/business-details`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (shell, (details, base, picture)) = with_business(&app, business, |reader, _| {
        let base = meanwhile::base(reader, kinds::BUSINESS_DETAILS)?;
        Ok((business_details(reader)?, base, Picture::read(reader)?))
    })
    .await?;
    let typed = Typed {
        name: details.name,
        address: details.address,
        identifiers: details.identifiers,
        country: details.country,
        time_zone: shell.zone().to_owned(),
        base,
    };
    let form = Page {
        typed: &typed,
        errors: &Errors::new(),
        picture: &picture,
        versions: None,
        has_saved: !asked.saved.is_empty(),
    };
    Ok(form.answer(&visitor, &shell, StatusCode::OK))
}

/// `POST /businesses/{business}/settings/business-details`.
pub(super) async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Form(mut typed): Form<Typed>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    if typed.time_zone.is_empty()
        && let Some(place) = country(&typed.country)
    {
        place.time_zone.clone_into(&mut typed.time_zone);
    }
    let locale = visitor.locale;
    let errors = errors_of(locale, &typed);
    if !errors.is_empty() {
        let (shell, picture) =
            with_business(&app, business, |reader, _| Ok(Picture::read(reader)?)).await?;
        let form = Page {
            typed: &typed,
            errors: &errors,
            picture: &picture,
            versions: None,
            has_saved: false,
        };
        return Ok(form.answer(&visitor, &shell, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let wanted = typed.clone();
    let saved = write(&app, business, move |work, stamp| {
        let typed = &wanted;
        meanwhile::require_same(&*work, kinds::BUSINESS_DETAILS, &typed.base)?;
        let zone = work.profile()?.time_zone;
        save_profile(work, typed)?;
        let before = work.object(kinds::BUSINESS_DETAILS)?;
        let record = single(&*work, kinds::BUSINESS_DETAILS)?;
        let edits = edits_of(locale, typed, &record, &zone);
        let after = changed(before.as_ref(), kinds::BUSINESS_DETAILS, &edits)?;
        rules::require_puttable(&*work, before.as_ref(), &after)?;
        put_as_it_is(work, &after, stamp, &[])
    })
    .await;
    match saved {
        Ok(()) => {
            let page = addresses::business_part(business, &format!("{PAGE}?saved=1"));
            Ok(Redirect::to(&page).into_response())
        }
        Err(error) if meanwhile::is_it(&error) => conflict(&app, &visitor, business, typed).await,
        Err(error) => Err(error),
    }
}

/// The form again with what was typed, above it both versions.
async fn conflict(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    typed: Typed,
) -> Result<Response, PageError> {
    let (locale, wanted) = (visitor.locale, typed.clone());
    let read = move |reader: &dyn Reader, shell: &BusinessShell| {
        let names = Names::new(reader, locale, business);
        let record = single(reader, kinds::BUSINESS_DETAILS)?;
        let edits = edits_of(locale, &wanted, &record, shell.zone());
        let versions = meanwhile::versions(&names, kinds::BUSINESS_DETAILS, &edits)?;
        let base = meanwhile::base(reader, kinds::BUSINESS_DETAILS)?;
        Ok((versions.into_string(), base, Picture::read(reader)?))
    };
    let (shell, (versions, base, picture)) = with_business(app, business, read).await?;
    let form = Page {
        typed: &Typed { base, ..typed },
        errors: &Errors::new(),
        picture: &picture,
        versions: Some(&versions),
        has_saved: false,
    };
    Ok(form.answer(visitor, &shell, StatusCode::CONFLICT))
}

/// The time zone and the country are kept beside the business too: its days are counted by it.
fn save_profile(work: &mut dyn store::UnitOfWork, typed: &Typed) -> Result<(), StoreError> {
    let mut profile = work.profile()?;
    let country = (!typed.country.is_empty()).then(|| typed.country.clone());
    if profile.time_zone == typed.time_zone && profile.country == country {
        return Ok(());
    }
    profile.time_zone.clone_from(&typed.time_zone);
    profile.country = country;
    work.set_profile(&profile)
}

fn edits_of(locale: Locale, typed: &Typed, record: &DecodedRecord, zone: &str) -> Vec<Edit> {
    let before = details_of(record, None);
    let text = |number, typed: &str| {
        let text = typed.replace("\r\n", "\n").trim().to_owned();
        Edit::Set(number, (!text.is_empty()).then_some(FieldValue::Text(text)))
    };
    let mut edits = vec![
        text(NAME, &typed.name),
        text(ADDRESS, &typed.address),
        text(IDENTIFIERS, &typed.identifiers),
    ];
    if zone != typed.time_zone {
        edits.push(text(TIME_ZONE, &typed.time_zone));
    }
    if before.country != typed.country {
        // The field holds a language with the country; the language of the record stays.
        let culture = record.value(CULTURE).and_then(FieldValue::text);
        let language = culture
            .and_then(|culture| culture.split('-').next())
            .filter(|language| !language.is_empty())
            .unwrap_or(locale.language.code());
        let culture = match typed.country.as_str() {
            "" => String::new(),
            country => format!("{language}-{country}"),
        };
        edits.push(text(CULTURE, &culture));
    }
    edits
}

fn errors_of(locale: Locale, typed: &Typed) -> Errors {
    let mut errors = Errors::new();
    if typed.name.trim().is_empty() {
        errors.insert("name", locale.error("name-needed", &[]));
    }
    for (name, shape, text) in [
        ("name", Shape::Text, typed.name.as_str()),
        ("address", Shape::LongText, typed.address.as_str()),
        ("identifiers", Shape::LongText, typed.identifiers.as_str()),
    ] {
        if let Some(rule) = broken_by_text(shape, text.trim()) {
            errors.insert(name, locale.error(rule.code, &rule.arguments));
        }
    }
    let is_country = typed.country.is_empty()
        || country(&typed.country).is_some()
        // A file may bring a country that the list lacks.
        || typed.country.len() <= 3 && typed.country.chars().all(|c| c.is_ascii_uppercase());
    if !is_country {
        errors.insert("country", locale.error("country-needed", &[]));
    }
    if TimeZone::get(&typed.time_zone).is_err() {
        errors.insert("time_zone", locale.error("time-zone-unknown", &[]));
    }
    errors
}

/// What is there of a logo.
struct Picture {
    is_there: bool,
    is_set_here: bool,
}

impl Picture {
    fn read(reader: &dyn Reader) -> Result<Self, StoreError> {
        Ok(Self {
            is_there: logo::logo(reader)?.is_some(),
            is_set_here: logo::is_set_here(reader)?,
        })
    }
}

/// The page with what it shows.
struct Page<'a> {
    typed: &'a Typed,
    errors: &'a Errors,
    picture: &'a Picture,
    /// Both versions, when somebody saved another one meanwhile.
    versions: Option<&'a str>,
    has_saved: bool,
}

impl Page<'_> {
    fn answer(&self, visitor: &Visitor, shell: &BusinessShell, status: StatusCode) -> Response {
        let locale = visitor.locale;
        let title = locale.text("settings-business-details");
        let back = addresses::business_part(shell.key, "settings");
        let action = addresses::business_part(shell.key, PAGE);
        let body = html! {
            (heading(&title, history::button(locale, shell.key, kinds::BUSINESS_DETAILS)))
            @if !self.errors.is_empty() { (forms::form_error(&locale.text("form-has-errors"))) }
            @if let Some(versions) = self.versions {
                (forms::form_error(&locale.error("form-changed-meanwhile", &[])))
                (PreEscaped(versions))
            }
            (forms::form(&action, false, html! {
                (meanwhile::field(&self.typed.base))
                (self.fields(locale))
                (forms::submit(locale, &locale.text("button-save"), Some(&back)))
            }))
            (self.logo_panel(locale, shell.key))
        };
        let page = BusinessPage {
            title: &title,
            current_tab: SETTINGS,
            body,
            notice: self
                .has_saved
                .then(|| success(locale.text("settings-saved"))),
            status,
        };
        business_page_with(visitor, shell, page)
    }

    fn fields(&self, locale: Locale) -> Markup {
        let field = |name: &'static str, label: &'static str, value| (name, label, value);
        let shown = |(name, label, value): (&'static str, &'static str, &String), hint: &str| {
            let label = locale.text(label);
            let hint = (!hint.is_empty()).then(|| locale.text(hint));
            let field = Field {
                name,
                label: &label,
                value,
                error: self.errors.get(name).map(String::as_str),
                hint: hint.as_deref(),
                required: name == "name",
                ..Field::default()
            };
            match name {
                "name" => forms::text(&field),
                _ => forms::multi_line(&field, 4),
            }
        };
        html! {
            (shown(field("name", "field-Name", &self.typed.name), "settings-name-hint"))
            (shown(field("address", "field-Address", &self.typed.address), ""))
            (shown(
                field("identifiers", "field-Identifiers", &self.typed.identifiers),
                "settings-identifiers-hint",
            ))
            (country_field(locale, &self.typed.country, self.errors.get("country")))
            (zone_field(
                locale,
                &self.typed.time_zone,
                self.errors.get("time_zone").map(String::as_str),
            ))
        }
    }

    fn logo_panel(&self, locale: Locale, business: Key) -> Markup {
        let label = locale.text("settings-logo-file");
        let size = locale.bytes(logo::LOGO_BYTES_MAX);
        let hint = locale.text_with("settings-logo-hint", &[("size", Argument::Text(&size))]);
        let field = Field {
            name: "files",
            label: &label,
            hint: Some(&hint),
            required: true,
            ..Field::default()
        };
        let path = logo::path(business);
        let removal = format!("{path}/removal");
        let title = locale.text("settings-logo");
        panel(
            &title,
            html! {
                @if self.picture.is_there {
                    p { img .logo src=(path) alt=(title); }
                } @else {
                    p .muted { (locale.text("settings-logo-none")) }
                }
                (forms::form(&path, true, html! {
                    (forms::file(&field, "image/png,image/jpeg", false))
                    div .form-buttons {
                        button .button type="submit" { (locale.text("settings-logo-set")) }
                    }
                }))
                @if self.picture.is_set_here {
                    (forms::confirmation(
                        locale,
                        &removal,
                        &locale.text("settings-logo-remove"),
                        &locale.text("settings-logo-remove-question"),
                    ))
                }
            },
        )
    }
}

fn country_field(locale: Locale, value: &str, error: Option<&String>) -> Markup {
    let mut named = named_countries(locale);
    if !value.is_empty() && !named.iter().any(|(_, code)| *code == value) {
        named.push((value.to_owned(), value));
    }
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|(label, value)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let field = Field {
        name: "country",
        label: &locale.text("settings-country"),
        value,
        error: error.map(String::as_str),
        ..Field::default()
    };
    forms::select(&field, &choices)
}
