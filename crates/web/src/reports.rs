//! Reports: computed whenever they are opened, never stored.
//!
//! - [`registry`]: every report once, with what can be asked of it.
//! - [`asked`] and [`calendar`]: the wishes in an address, and what presets mean today.
//! - [`made`]: a report that was made for somebody; [`words`]: its codes as texts.
//! - [`screen`], [`csv`], [`json`]: the ways out; paper is `crate::papers`. [`download`]: their
//!   addresses.
//! - [`page`] and [`form`]: one report on its page; [`unposted`]: what could not be posted in full.
//! - [`list`], [`saved`], [`setting`]: the Reports page, saved reports, and the fiscal year.

pub(crate) mod asked;
pub(crate) mod calendar;
mod csv;
mod download;
mod form;
mod json;
mod list;
pub(crate) mod made;
mod offered;
mod page;
pub(crate) mod registry;
mod saved;
pub(crate) mod screen;
mod setting;
pub(crate) mod suspense;
mod unposted;
pub(crate) mod words;

pub use download::ReportFile;
pub use made::MadeReport;
pub use saved::saved_under;

use crate::{Shared, addresses, shell};
use axum::Router;
use axum::routing::{get, post};
use books::Key;

pub(crate) fn routes() -> Router<Shared> {
    let part = |rest: &str| format!("/businesses/{{business}}/reports{rest}");
    Router::new()
        .route(&part(""), get(list::list_reports))
        .route(
            &part("/fiscal-year"),
            get(setting::edit_fiscal_year).post(setting::save_fiscal_year),
        )
        .route(&part("/saved"), post(saved::create_saved_report))
        .route(&part("/saved/new"), get(saved::new_saved_report))
        .route(
            &part("/saved/{record}"),
            get(saved::edit_saved_report).post(saved::rename_saved_report),
        )
        .route(
            &part("/saved/{record}/deletion"),
            post(saved::delete_saved_report),
        )
        .route(&part("/{report}"), get(page::show_report))
}

/// The names of all reports, in the order of the Reports page.
pub fn report_names() -> impl Iterator<Item = &'static str> {
    registry::all().iter().map(|kind| kind.name)
}

/// The words of all presets, of days and periods.
pub fn report_presets() -> Vec<&'static str> {
    let mut words = calendar::PERIOD_PRESETS.to_vec();
    let days = calendar::DAY_PRESETS.iter().copied();
    words.extend(days.filter(|word| !calendar::PERIOD_PRESETS.contains(word)));
    words
}

/// The words of all comparisons.
pub fn report_comparisons() -> impl Iterator<Item = &'static str> {
    calendar::Comparison::ALL.iter().map(|it| it.word())
}

/// The Reports page of a business.
fn reports_path(business: Key) -> String {
    addresses::business_part(business, shell::REPORTS)
}

/// The page of a report with the wishes of a query, which may be empty; with an ending to its name,
/// as `.csv`, the file.
pub(crate) fn report_path(business: Key, name: &str, query: &str) -> String {
    let path = format!("{}/{name}", reports_path(business));
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}
