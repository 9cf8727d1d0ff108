//! Kept backups: the calendar of what lies where, the places, the schedules, and what stays.
//!
//! The engine is `backup::Keeping`; here are its pages and nothing else. Work that may take long
//! runs as a job with a page of its own (`job`, `progress`). What belongs to one business stands
//! below its address and asks for full access to it; places, schedules and the rule for all
//! businesses stand below `/keeping` and ask for an administrator (SPEC-keeping.md, 10).
//!
//! - `glance`: is my work safe, and since when? Also for the Backup page and the Summary.
//! - `page`, `calendar`, `day`: the month, and what was made on the chosen day.
//! - `acts`, `run_form`, `download`: what can be done with backups.
//! - `places`, `schedules`, `retention`: what an administrator sets up.

mod acts;
mod all;
mod calendar;
mod day;
mod download;
mod folders;
mod glance;
mod job;
mod mending;
mod page;
mod place_form;
mod places;
mod progress;
mod retention;
mod retention_form;
mod run_form;
mod schedule_form;
mod schedules;
mod trashed;
mod words;

pub(crate) use glance::Glance;
pub(crate) use job::KeepingJobs;
pub use mending::mended_sentences;
pub(crate) use trashed::TrashedBackups;

use crate::Shared;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .merge(of_a_business())
        .route("/keeping", get(all::show_all))
        .route("/keeping/mending", post(mending::mend))
        .route("/keeping/places", get(places::list_places))
        .route("/keeping/places/proposed", post(places::save_proposed))
        .route(
            "/keeping/places/new",
            get(places::new_place).post(places::create_place),
        )
        .route(
            "/keeping/places/{place}",
            get(places::edit_place).post(places::change_place),
        )
        .route("/keeping/places/{place}/trial", post(places::try_place))
        .route(
            "/keeping/places/{place}/look",
            post(places::look_into_place),
        )
        .route(
            "/keeping/places/{place}/removal",
            post(places::remove_place),
        )
        .route("/keeping/schedules", get(schedules::list_schedules))
        .route(
            "/keeping/schedules/new",
            get(schedules::new_schedule).post(schedules::create_schedule),
        )
        .route(
            "/keeping/schedules/{schedule}",
            get(schedules::edit_schedule).post(schedules::change_schedule),
        )
        .route(
            "/keeping/schedules/{schedule}/pause",
            post(schedules::pause_schedule),
        )
        .route(
            "/keeping/schedules/{schedule}/resumption",
            post(schedules::resume_schedule),
        )
        .route(
            "/keeping/schedules/{schedule}/removal",
            post(schedules::remove_schedule),
        )
        .route(
            "/keeping/retention",
            get(retention::show_for_all).post(retention::save_for_all),
        )
}

/// What stands below the address of one business.
fn of_a_business() -> Router<Shared> {
    let at = |part: &str| format!("/businesses/{{key}}/keeping{part}");
    Router::new()
        .route(&at(""), get(page::show_calendar).post(acts::begin_run))
        .route(&at("/new"), get(run_form::new_run))
        .route(&at("/rehearsals"), post(acts::rehearse_newest))
        .route(&at("/cancellation"), post(acts::stop_ongoing))
        .route(
            &at("/retention"),
            get(retention::show_of_business).post(retention::save_of_business),
        )
        .route(
            &at("/retention/removal"),
            post(retention::remove_of_business),
        )
        .route(&at("/retention/now"), post(acts::retire_now))
        .route(&at("/jobs/{id}"), get(progress::show_work))
        .route(&at("/jobs/{id}/cancellation"), post(progress::stop_work))
        .route(&at("/jobs/{id}/passphrase"), post(progress::try_passphrase))
        .route(&at("/entries/{entry}/file"), get(download::download_entry))
        .route(&at("/entries/{entry}/verification"), post(acts::verify))
        .route(&at("/entries/{entry}/rehearsal"), post(acts::rehearse))
        .route(&at("/entries/{entry}/import"), post(acts::begin_import))
        .route(&at("/entries/{entry}/look"), post(acts::look_inside))
        .route(&at("/entries/{entry}/removal"), post(acts::move_to_trash))
        .route(&at("/entries/{entry}/restoration"), post(acts::bring_back))
}
