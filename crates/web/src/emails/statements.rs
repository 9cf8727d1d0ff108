//! Statements to many customers at once: each is an email of its own, made and put into the outbox
//! one after the other, watched and stopped from a page. The sender takes them from there.

mod job;
mod pages_of_job;

pub(crate) use job::StatementJobs;

use super::compose::{account, no_account};
use super::source::{self, Balances};
use super::typed::Typed;
use crate::access::current::require_sight;
use crate::blocking::blocking;
use crate::long_work::PATIENCE;
use crate::page_error::key_of;
use crate::records::names::{Names, record_path};
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, NO_TAB, business_page_with, refusal};
use crate::stamp::random_key;
use crate::{PageError, Shared, addresses};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use books::{Key, kinds};
use job::Wanted;
use mail::{MailSettings, Mailbox};
use maud::{Markup, html};
use pages::forms::{Choice, Field};
use pages::tables::{Column, amount_cell, cell, empty, table};
use pages::{Argument, Language, Locale, forms, layout, user_text};
use std::collections::HashSet;
use store::StoreError;

/// The reports that can be sent, the first unless another is chosen: whether it is as at a day.
const REPORTS: [(&str, bool); 2] = [
    ("customer-statement-transactions", false),
    ("customer-statement-unpaid", true),
];
/// Which template the emails begin with.
const PURPOSE: &str = "customer-statement";

/// Statements sent at once; more are sent in two goes.
const CUSTOMERS_COUNT_MAX: usize = 5_000;

pub(super) fn routes() -> Router<Shared> {
    const AT: &str = "/businesses/{business}/emails/statements";
    Router::new()
        .route(AT, post(send_statements))
        .route(&format!("{AT}/new"), get(new_statements))
        .route(&format!("{AT}/{{id}}"), get(pages_of_job::show_job))
        .route(
            &format!("{AT}/{{id}}/cancellation"),
            post(pages_of_job::cancel_job),
        )
        .route(
            &format!("{AT}/{{id}}/withdrawal"),
            post(pages_of_job::withdraw_queued),
        )
}

/// Where statements are chosen.
pub(super) fn new_path(business: Key) -> String {
    addresses::business_part(business, "emails/statements/new")
}

/// Where one sending of statements is watched.
fn job_path(business: Key, id: Key) -> String {
    addresses::business_part(business, &format!("emails/statements/{id}"))
}

/// A customer who owes something or is owed something.
struct Listed {
    key: Key,
    name: String,
    to: Vec<Mailbox>,
    balance: String,
}

/// What the form holds.
#[derive(Debug, Clone, Default)]
struct Chosen {
    /// The number that the sending has, drawn when the form was opened: a form sent twice is one.
    sending: String,
    customers: Vec<Key>,
    report: String,
    from: String,
    to: String,
    language: String,
}

impl Chosen {
    fn read(pairs: Vec<(String, String)>) -> Self {
        let mut chosen = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "customers" => chosen.customers.extend(value.parse::<Key>()),
                "sending" => chosen.sending = value,
                "report" => chosen.report = value,
                "from" => chosen.from = value,
                "to" => chosen.to = value,
                "language" => chosen.language = value,
                _ => {}
            }
        }
        let mut seen = HashSet::new();
        chosen.customers.retain(|customer| seen.insert(*customer));
        chosen.customers.truncate(CUSTOMERS_COUNT_MAX);
        chosen
    }

    /// The report that is meant, and whether it is as at a day.
    fn meant(&self) -> (&'static str, bool) {
        let [first, _] = REPORTS;
        let found = REPORTS.into_iter().find(|(name, _)| *name == self.report);
        found.unwrap_or(first)
    }

    /// The choices of the report, or the field that holds no date and why. A statement as at a day
    /// has no beginning.
    fn query(&self, locale: Locale) -> Result<String, (&'static str, String)> {
        let (_, is_as_at) = self.meant();
        let last = if is_as_at { "as_at" } else { "to" };
        let mut parts = Vec::new();
        for (field, name, typed) in [("from", "from", &self.from), ("to", last, &self.to)] {
            if typed.trim().is_empty() || (is_as_at && field == "from") {
                continue;
            }
            let date = locale.parse_date(typed).map_err(|error| {
                let sentence = locale.error(error.code(), &error.arguments());
                (field, sentence)
            })?;
            parts.push(format!("{name}={date}"));
        }
        Ok(parts.join("&"))
    }
}

/// `GET …/emails/statements/new`.
async fn new_statements(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let chosen = Chosen {
            sending: random_key()?.to_string(),
            language: visitor.locale.language.code().to_owned(),
            ..Chosen::default()
        };
        form_page(&app, &visitor, business, &chosen, None)
    })
    .await
}

/// The form; with an error beside a field, or above it when the name is empty.
fn form_page(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    chosen: &Chosen,
    error: Option<(&'static str, String)>,
) -> Result<Response, PageError> {
    let opened = app.store.open(business)?;
    let reader = opened.read()?;
    let shell = BusinessShell::read(business, reader.as_ref())?;
    let Some(settings) = account(app, business)? else {
        return Ok(no_account(visitor, &shell));
    };
    let names = Names::new(reader.as_ref(), visitor.locale, business);
    // Customers with what they owe: for whoever may see customers.
    require_sight(reader.as_ref(), business, kinds::CUSTOMER)?;
    let listed = listed(&names)?;
    let title = visitor.locale.text("email-statements-title");
    let status = if error.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let notice = error
        .as_ref()
        .filter(|(field, _)| field.is_empty())
        .map(|(_, sentence)| refusal(sentence.clone()));
    let page = BusinessPage {
        title: &title,
        current_tab: NO_TAB,
        body: body(&names, &title, &listed, chosen, &settings, error.as_ref()),
        notice,
        status,
    };
    Ok(business_page_with(visitor, &shell, page))
}

/// Customers with a balance, by name.
fn listed(names: &Names<'_>) -> Result<Vec<Listed>, StoreError> {
    let balances = Balances::read(names)?;
    let mut listed = Vec::new();
    let mut keys = Vec::new();
    names
        .reader()
        .each_object(Some(kinds::CUSTOMER), &mut |object| {
            if !object.is_keyed_by_kind() {
                keys.push(object.key);
            }
            Ok(())
        })?;
    for key in keys {
        if let Some(balance) = balances.shown(names.locale, key) {
            listed.push(Listed {
                key,
                name: names.text(key)?,
                to: source::addresses_of(names, key)?,
                balance,
            });
        }
    }
    listed.sort_by(|a, b| names.locale.compare(&a.name, &b.name));
    Ok(listed)
}

fn body(
    names: &Names<'_>,
    title: &str,
    listed: &[Listed],
    chosen: &Chosen,
    settings: &MailSettings,
    error: Option<&(&'static str, String)>,
) -> Markup {
    let locale = names.locale;
    let emails = addresses::business_part(names.business, "emails");
    let limit = (
        "count",
        Argument::Count(u64::from(settings.emails_per_hour)),
    );
    html! {
        (layout::heading(title, html! {
            a .button href=(emails) { (locale.text("emails-title")) }
        }))
        p { (locale.text("email-statements-explained")) }
        p .quiet { (locale.text_with("email-statements-limit", &[limit])) }
        @if listed.is_empty() {
            (empty(&locale.text("email-statements-nobody"), html! {}))
        } @else {
            (forms::form(&format!("{emails}/statements"), false, html! {
                (forms::hidden("sending", &chosen.sending))
                (choices(locale, chosen, error))
                (customers(names, title, listed, chosen))
                (forms::submit(locale, &locale.text("email-statements-send"), Some(&emails)))
            }))
        }
    }
}

fn choices(locale: Locale, chosen: &Chosen, error: Option<&(&'static str, String)>) -> Markup {
    let languages = Language::ALL.map(|language| Choice {
        value: language.code(),
        label: language.own_name(),
        group: "",
    });
    let day = |name: &'static str, label: &str, value: &str| {
        let wrong = error.filter(|(field, _)| *field == name);
        forms::date(&Field {
            name,
            label: &locale.text(label),
            value,
            error: wrong.map(|(_, sentence)| sentence.as_str()),
            ..Field::default()
        })
    };
    let reports = REPORTS.map(|(name, _)| (name, locale.text(&format!("report-{name}"))));
    let reports = reports.each_ref().map(|(value, label)| Choice {
        value,
        label,
        group: "",
    });
    html! {
        (forms::radios(
            &Field {
                name: "report",
                label: &locale.text("email-statements-which"),
                value: chosen.meant().0,
                required: true,
                ..Field::default()
            },
            &reports,
        ))
        div .fields {
            (day("from", "email-statements-from", &chosen.from))
            (day("to", "email-statements-to", &chosen.to))
            (forms::select(
                &Field {
                    name: "language",
                    label: &locale.text("email-language"),
                    value: &chosen.language,
                    required: true,
                    ..Field::default()
                },
                &languages,
            ))
        }
    }
}

/// All with an address are ticked at first; without one, a customer is shown and cannot be ticked.
fn customers(names: &Names<'_>, title: &str, listed: &[Listed], chosen: &Chosen) -> Markup {
    let locale = names.locale;
    let columns = [
        Column::words(locale.text("email-statements-tick")),
        Column::words(locale.text("email-statements-customer")),
        Column::words(locale.text("email-to")),
        Column::amounts(locale.text("email-statements-balance")),
    ];
    let rows: Vec<Markup> = listed
        .iter()
        .map(|customer| {
            let can_be_sent = !customer.to.is_empty();
            let is_ticked = can_be_sent
                && (chosen.customers.is_empty() || chosen.customers.contains(&customer.key));
            let to: Vec<&str> = customer.to.iter().map(Mailbox::address).collect();
            html! {
                tr {
                    (cell(html! {
                        input type="checkbox" name="customers" value=(customer.key)
                            aria-label=(customer.name) checked[is_ticked] disabled[!can_be_sent];
                    }))
                    (cell(html! {
                        a href=(record_path(names.business, customer.key)) {
                            (user_text(&customer.name))
                        }
                    }))
                    (cell(html! {
                        @if can_be_sent { (to.join(", ")) }
                        @else { span .muted { (locale.text("email-statements-no-address")) } }
                    }))
                    (amount_cell(&customer.balance))
                }
            }
        })
        .collect();
    table(title, &columns, &rows, None)
}

/// `POST …/emails/statements`: begins, and leads to the page that tells how far it is.
async fn send_statements(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    axum::Form(pairs): axum::Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let chosen = Chosen::read(pairs);
    let locale = visitor.locale;
    let again = |error: (&'static str, String)| {
        let (app, visitor, chosen) = (app.clone(), visitor.clone(), chosen.clone());
        blocking(move || form_page(&app, &visitor, business, &chosen, Some(error)))
    };
    let query = match chosen.query(locale) {
        Ok(query) => query,
        Err(error) => return again(error).await,
    };
    if chosen.customers.is_empty() {
        return again(("", locale.text("email-statements-nobody-ticked"))).await;
    }
    let asked = Typed {
        language: chosen.language.clone(),
        ..Typed::default()
    };
    let wanted = Wanted {
        business,
        report: chosen.meant().0,
        customers: chosen.customers,
        query,
        locale: asked.locale(locale),
    };
    let id = match chosen.sending.parse() {
        Ok(id) => id,
        Err(_) => random_key()?,
    };
    let (job, handle) = job::begin(&app, id, wanted)?;
    // Whether the time was enough does not matter: the page says how far it has come.
    let _ = tokio::time::timeout(PATIENCE, handle).await;
    Ok(Redirect::to(&job_path(business, job.id)).into_response())
}
