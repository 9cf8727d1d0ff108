//! Records of every kind: lists, views, forms, saving, deleting.
//!
//! One set of pages serves all kinds. What a kind's fields mean comes from its description in
//! `interchange`; which of them a form offers, and how, from [`form_kinds`]. What no description
//! names is shown all the same ([`leftover`]) and survives every edit, because saving patches the
//! bytes as they are stored.
//!
//! - [`list`] and [`rows`]: the records of a kind, searched, sorted, a page at a time.
//! - [`view`], [`fields`], [`leftover`], [`postings`]: one record, whole.
//! - [`form`], [`form_kinds`], [`choices`], [`typed`], [`reading`]: the forms; [`edit_pages`]
//!   shows them, [`save`] does the saving.
//! - [`deletion`]: deleting, when nothing refers to the record; [`lock`]: the lock date.
//! - [`rules`], [`limits`]: what must hold before anything is put or deleted, for the command line
//!   too.
//! - [`names`], [`value`], [`words`], [`search`]: how records and fields are put into words.

mod choices;
pub mod deletion;
mod edit_pages;
mod fields;
mod form;
mod form_kinds;
mod form_page;
mod leftover;
pub mod limits;
mod list;
pub(crate) mod lock;
pub(crate) mod names;
mod postings;
mod reading;
mod rows;
pub mod rules;
pub(crate) mod save;
pub(crate) mod search;
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
            "/businesses/{business}/records/unknown/{content_type}",
            get(list::list_unknown_records),
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
            "/businesses/{business}/record/{record}/deletion",
            post(deletion::delete_record).get(deletion::ask_before_deletion),
        )
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
}
