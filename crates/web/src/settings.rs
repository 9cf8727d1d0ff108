//! Settings: everything that shapes a business without being a document, grouped, each page with a
//! word of what it is for; and every kind of record that has no tab, so that nothing is out of reach.
//!
//! - [`business_details`] and [`logo`]: who stands on papers; [`formats`]: how dates and numbers look;
//!   [`customize`]: which tabs there are.
//! - [`currencies`], [`starting_balances`], [`lock_date`]: what figures lean on.
//! - [`custom_fields`], [`footers`], [`form_defaults`]: what forms and papers look like.
//! - [`saving`]: how the only record of a kind is changed; [`order`]: moving things up and down.
//!
//! Kinds whose form is like that of any other record (tax codes, currencies, rates, footers, starting
//! balances) are saved by `records`; here are the ways to them.

mod business_details;
mod currencies;
mod custom_fields;
mod customize;
mod footers;
mod form_defaults;
mod formats;
mod lock_date;
mod logo;
pub(crate) mod order;
mod saving;
mod starting_balances;

pub(crate) use custom_fields::{custom_field_path, is_custom_field};
pub(crate) use customize::TabChoice;
pub(crate) use formats::of_the_business;
pub(crate) use logo::logo;

use crate::page_error::key_of;
use crate::records::{names, words};
use crate::request::Visitor;
use crate::shell::{BusinessShell, CHART_OF_ACCOUNTS, SETTINGS, business_page, open_shell};
use crate::{PageError, Shared, addresses};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use books::{Key, kinds};
use interchange::Group;
use maud::{Markup, html};
use pages::tables::{Column, amount_cell, cell, panel, table};
use pages::{Locale, layout};

/// The most bytes of an upload of a logo: the picture and the form around it.
const UPLOAD_BYTES_MAX: usize = 2_100_000;

pub(crate) fn routes() -> Router<Shared> {
    let page = |part: &str| format!("/businesses/{{business}}/settings/{part}");
    Router::new()
        .route("/businesses/{business}/settings", get(show_settings))
        .route(
            &page("business-details"),
            get(business_details::show).post(business_details::save),
        )
        .route(
            &page("logo"),
            get(logo::show)
                .post(logo::set)
                .layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX)),
        )
        .route(&page("logo/removal"), post(logo::remove))
        .route(
            &page("date-and-number-format"),
            get(formats::show).post(formats::save),
        )
        .route(
            &page("lock-date"),
            get(lock_date::show).post(lock_date::save),
        )
        .route(
            &page("customize"),
            get(customize::show).post(customize::save),
        )
        .route(&page("currencies"), get(currencies::show))
        .route(&page("starting-balances"), get(starting_balances::show))
        .route(&page("footers"), get(footers::show))
        .route(&page("form-defaults"), get(form_defaults::show))
        .route(&page("custom-fields"), get(custom_fields::show))
        .route(
            &page("custom-fields/new/{slug}"),
            get(custom_fields::new).post(custom_fields::create),
        )
        .route(
            &page("custom-fields/{key}"),
            get(custom_fields::edit).post(custom_fields::save),
        )
        .route(
            &page("custom-fields/{key}/move"),
            post(custom_fields::move_it),
        )
}

/// One page of settings: its name and what it is for, by their keys in the catalogues, and its
/// address.
struct Entry {
    label: String,
    about: &'static str,
    href: String,
}

async fn show_settings(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let shell = open_shell(&app, key_of(&business)?).await?;
    let locale = visitor.locale;
    let title = locale.text("settings-title");
    let (settings, others): (Vec<_>, Vec<_>) = shell
        .kinds_without_tab()
        .filter(|(kind, count)| *count > 0 && !has_page(*kind))
        .partition(|(kind, _)| {
            interchange::spec(*kind).is_some_and(|spec| spec.group != Group::Other)
        });
    let body = html! {
        (layout::heading(&title, html! {}))
        @for (heading, entries) in groups(locale, shell.key) {
            (entries_panel(locale, heading, &entries))
        }
        @if !settings.is_empty() {
            (kinds_panel(locale, &shell, "settings-group-further", &settings))
        }
        @if !others.is_empty() { (kinds_panel(locale, &shell, "tab-other-records", &others)) }
    };
    Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
}

/// The groups of pages, each under its heading.
fn groups(locale: Locale, business: Key) -> [(&'static str, Vec<Entry>); 3] {
    let page = |label: &str, about, part: &str| Entry {
        label: locale.text(label),
        about,
        href: addresses::business_part(business, part),
    };
    let kind = |kind, about| Entry {
        label: words::kind_plural(locale, kind),
        about,
        href: names::list_path(business, kind),
    };
    let of_business = vec![
        page(
            "settings-business-details",
            "settings-about-business",
            "settings/business-details",
        ),
        page(
            "settings-formats",
            "settings-about-formats",
            "settings/date-and-number-format",
        ),
        page(
            "settings-customize",
            "settings-about-customize",
            "settings/customize",
        ),
        page(
            "email-settings-title",
            "email-about-account",
            "settings/email",
        ),
        page(
            "email-templates-title",
            "email-about-templates",
            "settings/email/templates",
        ),
    ];
    let of_figures = vec![
        page(
            "settings-chart-of-accounts",
            "settings-about-chart",
            CHART_OF_ACCOUNTS,
        ),
        kind(kinds::TAX_CODE, "settings-about-tax-codes"),
        page(
            "settings-currencies",
            "settings-about-currencies",
            "settings/currencies",
        ),
        kind(kinds::EXCHANGE_RATE, "settings-about-rates"),
        kind(kinds::DIVISION, "settings-about-divisions"),
        page(
            "settings-starting-balances",
            "settings-about-starting",
            "settings/starting-balances",
        ),
        page(
            "settings-lock-date",
            "settings-about-lock",
            "settings/lock-date",
        ),
    ];
    let of_forms = vec![
        page(
            "settings-custom-fields",
            "settings-about-custom",
            "settings/custom-fields",
        ),
        page(
            "settings-footers",
            "settings-about-footers",
            "settings/footers",
        ),
        page(
            "settings-form-defaults",
            "settings-about-defaults",
            "settings/form-defaults",
        ),
    ];
    [
        ("settings-group-business", of_business),
        ("settings-group-figures", of_figures),
        ("settings-group-forms", of_forms),
    ]
}

/// Whether a kind is reached through one of the pages above.
fn has_page(kind: Key) -> bool {
    use books::kinds::Class;
    let class = kinds::find(kind).map(|kind| kind.class);
    let single = [
        kinds::BUSINESS_DETAILS,
        kinds::DATE_AND_NUMBER_FORMAT,
        kinds::TABS,
        kinds::LOCK_DATE,
        kinds::BASE_CURRENCY,
        kinds::FOREIGN_CURRENCY,
        kinds::EXCHANGE_RATE,
        kinds::TAX_CODE,
        kinds::DIVISION,
        kinds::TIJORI_EMAIL_TEMPLATE,
    ];
    let is_footer = interchange::spec(kind).is_some_and(|spec| spec.name.ends_with("Footer"));
    single.contains(&kind)
        || is_footer
        || matches!(class, Some(Class::StartingBalance))
        // Journal entries have a tab of their own, which may be switched off.
        || kind != kinds::JOURNAL_ENTRY
            && interchange::spec(kind).is_some_and(|spec| spec.group == Group::Accounts)
}

fn entries_panel(locale: Locale, heading: &str, entries: &[Entry]) -> Markup {
    panel(
        &locale.text(heading),
        html! {
            ul .ways {
                @for entry in entries {
                    li {
                        a href=(entry.href) {
                            strong { (entry.label) }
                            span .muted { (locale.text(entry.about)) }
                        }
                    }
                }
            }
        },
    )
}

fn kinds_panel(
    locale: Locale,
    shell: &BusinessShell,
    heading: &str,
    kinds: &[(Key, u64)],
) -> Markup {
    let mut named: Vec<(String, Key, u64)> = kinds
        .iter()
        .map(|(kind, count)| (words::kind_plural(locale, *kind), *kind, *count))
        .collect();
    named.sort_by(|(a, ..), (b, ..)| locale.compare(a, b));
    let columns = [
        Column::words(locale.text("import-preview-kind")),
        Column::amounts(locale.text("import-preview-number")),
    ];
    let rows: Vec<Markup> = named
        .iter()
        .map(|(label, kind, count)| {
            let link = html! { a href=(names::list_path(shell.key, *kind)) { (label) } };
            html! { tr { (cell(link)) (amount_cell(&locale.count(*count))) } }
        })
        .collect();
    let heading = locale.text(heading);
    panel(&heading, table(&heading, &columns, &rows, None))
}
