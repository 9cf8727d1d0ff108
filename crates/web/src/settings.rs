//! Settings: everything that shapes a business without being a document, grouped, each page with a
//! word of what it is for; and every kind of record that has no tab, so that nothing is out of
//! reach.
//!
//! - [`business_details`] and [`logo`]: who stands on papers; [`formats`]: how dates and numbers
//!   look; [`customize`]: which tabs there are.
//! - [`currencies`], [`starting_balances`], [`unit_costs`], [`lock_date`]: what figures lean on.
//! - [`custom_fields`], [`footers`], [`form_defaults`]: what forms and papers look like.
//! - [`meanwhile`]: two people, one page; [`saving`]: how the only record of a kind is changed;
//!   [`order`]: moving things up and down.
//!
//! Kinds whose form is like that of any other record (tax codes, currencies, rates, footers,
//! starting balances) are saved by `records`; here are the ways to them.

mod business_details;
mod currencies;
mod custom_fields;
mod customize;
mod footers;
mod form_defaults;
mod formats;
mod lock_date;
mod logo;
pub(crate) mod meanwhile;
pub(crate) mod order;
mod saving;
mod starting_balances;
mod unit_costs;

pub(crate) use custom_fields::{custom_field_path, is_custom_field};
pub(crate) use customize::TabChoice;
pub(crate) use formats::{number_pattern, of_the_business};
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
        .route(
            &page("unit-costs"),
            get(unit_costs::show).post(unit_costs::recalculate),
        )
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
        @for group in GROUPS {
            (entries_panel(locale, group.0, &entries(locale, shell.key, group)))
        }
        @if !settings.is_empty() {
            (kinds_panel(locale, &shell, "settings-group-further", &settings))
        }
        @if !others.is_empty() { (kinds_panel(locale, &shell, "tab-other-records", &others)) }
    };
    Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
}

/// A group of pages: its heading, and for each page its words, what it is for, and where it is.
type Ways = (&'static str, &'static [(&'static str, &'static str, Way)]);

/// Where a page of settings is.
#[derive(Clone, Copy)]
enum Way {
    /// A page below the business.
    Page(&'static str),
    /// The list of a kind of record, which gives the page its words too.
    Kind(Key),
}

/// The groups of pages.
const GROUPS: &[Ways] = &[
    (
        "settings-group-business",
        &[
            (
                "settings-business-details",
                "settings-about-business",
                Way::Page("settings/business-details"),
            ),
            (
                "settings-formats",
                "settings-about-formats",
                Way::Page("settings/date-and-number-format"),
            ),
            (
                "email-settings-title",
                "email-about-account",
                Way::Page("settings/email"),
            ),
            (
                "email-templates-title",
                "email-about-templates",
                Way::Page("settings/email/templates"),
            ),
            (
                "settings-customize",
                "settings-about-customize",
                Way::Page("settings/customize"),
            ),
            (
                "tab-attachments",
                "settings-about-attachments",
                Way::Page("attachments"),
            ),
        ],
    ),
    (
        "settings-group-figures",
        &[
            (
                "settings-chart-of-accounts",
                "settings-about-chart",
                Way::Page(CHART_OF_ACCOUNTS),
            ),
            ("", "settings-about-tax-codes", Way::Kind(kinds::TAX_CODE)),
            (
                "settings-currencies",
                "settings-about-currencies",
                Way::Page("settings/currencies"),
            ),
            ("", "settings-about-rates", Way::Kind(kinds::EXCHANGE_RATE)),
            ("", "settings-about-divisions", Way::Kind(kinds::DIVISION)),
            (
                "settings-starting-balances",
                "settings-about-starting",
                Way::Page("settings/starting-balances"),
            ),
            (
                "unit-costs-title",
                "unit-costs-about",
                Way::Page("settings/unit-costs"),
            ),
            (
                "settings-lock-date",
                "settings-about-lock",
                Way::Page("settings/lock-date"),
            ),
        ],
    ),
    (
        "settings-group-forms",
        &[
            (
                "settings-custom-fields",
                "settings-about-custom",
                Way::Page("settings/custom-fields"),
            ),
            (
                "settings-footers",
                "settings-about-footers",
                Way::Page("settings/footers"),
            ),
            (
                "settings-form-defaults",
                "settings-about-defaults",
                Way::Page("settings/form-defaults"),
            ),
        ],
    ),
];

/// The pages of a group in the reader's words.
fn entries(locale: Locale, business: Key, group: &Ways) -> Vec<Entry> {
    let entry = |(label, about, way): &(&str, &'static str, Way)| match way {
        Way::Page(part) => Entry {
            label: locale.text(label),
            about,
            href: addresses::business_part(business, part),
        },
        Way::Kind(kind) => Entry {
            label: words::kind_plural(locale, *kind),
            about,
            href: names::list_path(business, *kind),
        },
    };
    group.1.iter().map(entry).collect()
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
