//! Records of every kind: lists, views, forms, saving, deleting.
//!
//! One set of pages serves all kinds. What a kind's fields mean comes from its description in
//! `interchange`; which of them a form offers, and how, from [`form_kinds`]. What no description
//! names is shown all the same ([`leftover`]) and survives every edit, because saving patches the
//! bytes as they are stored.
//!
//! - [`list`] and [`rows`]: the records of a kind, searched, sorted, a page at a time;
//!   [`list_figures`]: what follows from the books beside them.
//! - [`view`], [`fields`], [`leftover`], [`postings`]: one record, whole.
//! - [`form`], [`form_kinds`], [`choices`], [`typed`], [`reading`], [`custom_fields`]: the forms;
//!   [`edit_pages`] shows them, [`save`] does the saving.
//! - [`calculation`], [`fill_in`]: what a form comes to and what follows from choices while one
//!   types; [`origin`], [`copying`]: what a new record begins with; [`reference_numbers`]: its
//!   number.
//! - [`standing`]: how things stand with a customer, a bank account, an item.
//! - [`batch`]: many records at once, from CSV or pasted cells.
//! - [`deletion`]: deleting, when nothing refers to the record; [`lock`]: the lock date.
//! - [`rules`], [`limits`], [`putting`]: what must hold before anything is put or deleted, for the
//!   command line and programs too.
//! - [`names`], [`value`], [`words`], [`search`]: how records and fields are put into words.

mod batch;
mod calculation;
mod choices;
mod copying;
mod custom_fields;
pub mod deletion;
mod derived;
mod edit_pages;
mod fields;
mod fill_in;
mod form;
mod form_kinds;
mod form_page;
mod known_values;
mod leftover;
pub mod limits;
mod list;
mod list_figures;
pub(crate) mod lock;
pub(crate) mod names;
mod once;
mod open_invoices;
mod origin;
pub(crate) mod postings;
pub mod putting;
mod reading;
mod reconciliation;
pub(crate) mod reference_numbers;
mod rows;
pub mod rules;
pub(crate) mod save;
pub mod search;
mod standing;
mod stock_mover;
mod typed;
pub(crate) mod value;
pub(crate) mod view;
pub(crate) mod words;

use crate::Shared;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// A larger form is refused: thousands of lines fit into it, and any text within its limit.
const FORM_BYTES_MAX: usize = 2 * 1024 * 1024;

/// Whether this version has a form for a kind of record.
pub(crate) fn has_form(content_type: books::Key) -> bool {
    form_kinds::form_of(content_type).is_some()
}

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/businesses/{business}/records/{slug}",
            get(list::list_records).post(edit_pages::create_record),
        )
        .route(
            "/businesses/{business}/records/{slug}/new",
            get(edit_pages::show_new_form),
        )
        .route(
            "/businesses/{business}/records/{slug}/calculation",
            post(edit_pages::calculate_form),
        )
        .route(
            "/businesses/{business}/records/{slug}/list.csv",
            get(list::csv::download_list),
        )
        .route(
            "/businesses/{business}/records/unknown/{content_type}",
            get(list::unknown::list_unknown_records),
        )
        .route(
            "/businesses/{business}/record/{record}",
            get(view::show_record).post(edit_pages::save_record),
        )
        .route(
            "/businesses/{business}/record/{record}/edit",
            get(edit_pages::show_edit_form),
        )
        .route(
            "/businesses/{business}/record/{record}/copy",
            get(edit_pages::copy_record),
        )
        .route(
            "/businesses/{business}/record/{record}/deletion",
            post(deletion::delete_record).get(deletion::ask_before_deletion),
        )
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .merge(batch_routes())
}

/// A batch is larger than any form.
fn batch_routes() -> Router<Shared> {
    let part = |rest: &str| format!("/businesses/{{business}}/records/{{slug}}/batch{rest}");
    Router::new()
        .route(&part(""), get(batch::batch_page).post(batch::save_batch))
        .route(&part("/preview"), post(batch::preview_batch))
        .route(&part("/template.csv"), get(batch::template))
        .route(&part("/records.csv"), get(batch::records_as_table))
        .layer(DefaultBodyLimit::max(batch::BATCH_BYTES_MAX))
}
