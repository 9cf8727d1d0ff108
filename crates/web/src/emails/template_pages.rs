//! Settings → Email → Templates: the subject and the text that emails begin with, for each
//! purpose and language, with a preview of what a reader will see.

use super::templates::{self, default_template, purpose_name, purposes, template_for, written};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::shell::{BusinessPage, BusinessShell, SETTINGS, business_page_with, refusal};
use crate::stamp::{random_key, stamp};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use books::Key;
use mail::{PLACEHOLDERS, Template};
use maud::{Markup, html};
use pages::forms::Field;
use pages::tables::{BadgeKind, Column, badge, cell, panel, table};
use pages::{Language, Locale, Notice, forms, layout, user_text};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::HashSet;

const LIST: &str = "settings/email/templates";

pub(super) fn routes() -> Router<Shared> {
    const AT: &str = "/businesses/{business}/settings/email/templates";
    Router::new()
        .route(AT, get(list_templates))
        .route(
            &format!("{AT}/{{purpose}}/{{language}}"),
            get(show_template).post(save_template),
        )
        .route(
            &format!("{AT}/{{purpose}}/{{language}}/deletion"),
            post(delete_template),
        )
}

fn template_path(business: Key, purpose: &str, language: Language) -> String {
    addresses::business_part(business, &format!("{LIST}/{purpose}/{}", language.code()))
}

/// `GET …/settings/email/templates`.
async fn list_templates(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let locale = visitor.locale;
        let own: HashSet<(String, String)> = written(reader.as_ref())?
            .into_iter()
            .map(|it| (it.purpose, it.language))
            .collect();
        let title = locale.text("email-templates-title");
        let body = html! {
            (layout::heading(&title, html! {}))
            p { (locale.text("email-templates-explained")) }
            (list(locale, business, &title, &own))
        };
        Ok(page(&visitor, &shell, &title, body, None))
    })
    .await
}

/// A row for each purpose, a column for each language; what a person wrote is marked.
fn list(locale: Locale, business: Key, title: &str, own: &HashSet<(String, String)>) -> Markup {
    let mut columns = vec![Column::words(locale.text("email-template-purpose"))];
    columns.extend(Language::ALL.map(|language| Column::words(language.own_name())));
    let rows: Vec<Markup> = purposes()
        .map(|purpose| {
            let name = purpose_name(locale, purpose);
            html! {
                tr {
                    th scope="row" { (name) }
                    @for language in Language::ALL {
                        @let code = language.code();
                        @let is_own = own.contains(&(purpose.to_owned(), code.to_owned()));
                        (cell(html! {
                            a href=(template_path(business, purpose, language))
                                aria-label={ (name) ", " (language.own_name()) } {
                                @if is_own { (locale.text("email-template-own")) }
                                @else { (locale.text("email-template-default")) }
                            }
                            @if is_own { " " (badge(BadgeKind::Good, "✓")) }
                        }))
                    }
                }
            }
        })
        .collect();
    table(title, &columns, &rows, None)
}

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    subject: String,
    text: String,
    act: String,
    base: String,
}

/// What stands in the form, and what it was made from.
struct Filled {
    template: Template,
    base: String,
    /// Both versions, when somebody saved another one meanwhile.
    versions: Option<Markup>,
}

/// The purpose and the language of an address.
fn meant(purpose: &str, language: &str) -> Result<(&'static str, Language), PageError> {
    let purpose = purposes().find(|known| *known == purpose);
    let language = Language::from_code(language).filter(|known| known.code() == language);
    purpose.zip(language).ok_or_else(PageError::not_found)
}

/// `GET …/templates/{purpose}/{language}`.
async fn show_template(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, purpose, language)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let meant = meant(&purpose, &language)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let spoken = Locale {
            language: meant.1,
            ..visitor.locale
        };
        let filled = Filled {
            template: template_for(reader.as_ref(), spoken, meant.0)?,
            base: templates::base(reader.as_ref(), (meant.0, meant.1.code()))?,
            versions: None,
        };
        Ok(form_page(&visitor, &shell, meant, &filled, None))
    })
    .await
}

/// `POST …/templates/{purpose}/{language}`: keeps it, or shows what a reader would see.
async fn save_template(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, purpose, language)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let meant = meant(&purpose, &language)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let shell = BusinessShell::read(business, opened.read()?.as_ref())?;
        let mut filled = Filled {
            template: Template {
                subject: typed.subject.trim().to_owned(),
                text: typed.text.replace("\r\n", "\n"),
            },
            base: typed.base,
            versions: None,
        };
        if typed.act == "preview" {
            let error = filled.template.check().err().map(PageError::from);
            return Ok(form_page(&visitor, &shell, meant, &filled, error));
        }
        let of = (meant.0, meant.1.code());
        let stamp = stamp(&app, shell.zone())?;
        let wanted = (&filled.template, filled.base.as_str());
        match templates::keep(opened.as_ref(), of, wanted, random_key()?, &stamp) {
            Ok(()) => {
                let list = addresses::business_part(business, LIST);
                Ok(Redirect::to(&list).into_response())
            }
            Err(error) if error.status.is_client_error() => {
                if meanwhile::is_it(&error) {
                    let reader = opened.read()?;
                    let names = Names::new(reader.as_ref(), visitor.locale, business);
                    let versions = templates::versions(&names, of, &filled.template)?;
                    filled.versions = Some(versions);
                    filled.base = templates::base(reader.as_ref(), of)?;
                }
                Ok(form_page(&visitor, &shell, meant, &filled, Some(error)))
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// `POST …/templates/{purpose}/{language}/deletion`: back to the default.
async fn delete_template(
    State(app): State<Shared>,
    Path((business, purpose, language)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (purpose, language) = meant(&purpose, &language)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        templates::forget(opened.as_ref(), (purpose, language.code()), &stamp)?;
        Ok(Redirect::to(&template_path(business, purpose, language)).into_response())
    })
    .await
}

fn form_page(
    visitor: &Visitor,
    shell: &BusinessShell,
    (purpose, language): (&'static str, Language),
    filled: &Filled,
    error: Option<PageError>,
) -> Response {
    let template = &filled.template;
    let locale = visitor.locale;
    let spoken = Locale { language, ..locale };
    let title = format!(
        "{} · {}",
        purpose_name(locale, purpose),
        language.own_name()
    );
    let is_default = *template == default_template(spoken, purpose);
    let here = template_path(shell.key, purpose, language);
    let body = html! {
        (layout::heading(&title, html! {
            @if !is_default {
                (forms::confirmation(
                    locale,
                    &format!("{here}/deletion"),
                    &locale.text("email-template-back"),
                    &locale.text("email-template-back-question"),
                ))
            }
        }))
        @if let Some(versions) = &filled.versions { (versions) }
        (form(locale, shell.key, &here, filled))
        @if error.is_none() { (preview(locale, spoken, shell.name(), purpose, template)) }
        (placeholders(locale, &sample(spoken, shell.name(), purpose)))
    };
    page(visitor, shell, &title, body, error)
}

fn form(locale: Locale, business: Key, here: &str, filled: &Filled) -> Markup {
    let template = &filled.template;
    let back = addresses::business_part(business, LIST);
    forms::form(
        here,
        false,
        html! {
            (meanwhile::field(&filled.base))
            (forms::text(&Field {
                name: "subject",
                label: &locale.text("email-subject"),
                value: &template.subject,
                required: true,
                ..Field::default()
            }))
            (forms::multi_line(
                &Field {
                    name: "text",
                    label: &locale.text("email-text"),
                    value: &template.text,
                    ..Field::default()
                },
                12,
            ))
            div .form-buttons {
                button .button .primary type="submit" name="act" value="save" {
                    (locale.text("button-save"))
                }
                button .button type="submit" name="act" value="preview" {
                    (locale.text("email-template-preview"))
                }
                a .button href=(back) { (locale.text("button-cancel")) }
            }
        },
    )
}

/// Made-up values in the language of the template, so that a person sees what a reader will.
fn sample(spoken: Locale, business: &str, purpose: &str) -> Vec<(&'static str, String)> {
    let contact = spoken.text("email-sample-contact");
    let amount = spoken.amount(Decimal::new(12_345_600, 2), 2);
    let day = |day| spoken.date(jiff::civil::date(2026, 11, day));
    PLACEHOLDERS
        .iter()
        .map(|name| {
            let value = match *name {
                "business" => business.to_owned(),
                "document" => purpose_one(spoken, purpose),
                "number" => "1042".to_owned(),
                "date" => day(7),
                "due_date" => day(21),
                "amount" | "balance" => amount.clone(),
                _ => contact.clone(),
            };
            (*name, value)
        })
        .collect()
}

/// One of what a purpose is for.
fn purpose_one(spoken: Locale, purpose: &str) -> String {
    interchange::spec_by_slug(purpose).map_or_else(
        || purpose_name(spoken, purpose),
        |spec| crate::records::words::kind_name(spoken, spec.content_type),
    )
}

fn preview(
    locale: Locale,
    spoken: Locale,
    business: &str,
    purpose: &str,
    template: &Template,
) -> Markup {
    let Ok(filled) = template.fill(&sample(spoken, business, purpose)) else {
        return html! {};
    };
    panel(
        &locale.text("email-template-preview"),
        html! {
            p lang=(spoken.language.code()) { strong { (user_text(&filled.subject)) } }
            div .user-block dir="auto" lang=(spoken.language.code()) { (filled.text) }
        },
    )
}

/// What can stand in braces, what it means, and an example.
fn placeholders(locale: Locale, sample: &[(&'static str, String)]) -> Markup {
    let title = locale.text("email-placeholders-title");
    let columns = [
        Column::words(locale.text("email-placeholder")),
        Column::words(locale.text("email-placeholder-meaning")),
        Column::words(locale.text("email-placeholder-example")),
    ];
    let rows: Vec<Markup> = sample
        .iter()
        .map(|(name, value)| {
            let key = format!("email-placeholder-{}", name.replace('_', "-"));
            html! {
                tr {
                    (cell(html! { code { "{" (name) "}" } }))
                    (cell(html! { (locale.text(&key)) }))
                    (cell(html! { (user_text(value)) }))
                }
            }
        })
        .collect();
    panel(
        &title,
        html! {
            p { (locale.text("email-placeholders-explained")) }
            (table(&title, &columns, &rows, None))
        },
    )
}

fn page(
    visitor: &Visitor,
    shell: &BusinessShell,
    title: &str,
    body: Markup,
    error: Option<PageError>,
) -> Response {
    let notice: Option<Notice> = error
        .as_ref()
        .map(|error| refusal(error.sentence(visitor.locale)));
    let page = BusinessPage {
        title,
        current_tab: SETTINGS,
        body,
        notice,
        status: match error {
            Some(error) if meanwhile::is_it(&error) => StatusCode::CONFLICT,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        },
    };
    business_page_with(visitor, shell, page)
}
