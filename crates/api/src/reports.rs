//! Every report as JSON (docs/SPEC-reports.md, 4.5), with the wishes of its page's address.

use crate::plain_json::to_json;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use pages::Locale;
use serde_json::{Value, json};
use web::blocking::blocking;
use web::page_error::key_of;
use web::programs::{self, Act, Address, Wanted};
use web::{MadeReport, PageError, Shared, report_names};

/// `GET /v1/businesses/{business}/reports`: the reports that whoever asks may see.
pub async fn list(
    State(app): State<Shared>,
    address: Address,
    Path(business): Path<String>,
) -> Result<Json<Value>, PageError> {
    let key = key_of(&business)?;
    blocking(move || {
        let entering = Wanted::Told(users::Operation::Enter);
        programs::require(&app, key, entering, &address)?;
        let zone = app.store.open(key)?.read()?.profile()?.time_zone;
        let names: Vec<&str> = report_names()
            .filter(|name| programs::may(key, Act::View.in_area(&area(name)), &zone))
            .collect();
        Ok(Json(json!({ "reports": names })))
    })
    .await
}

/// `GET /v1/businesses/{business}/reports/{report}`.
pub async fn show(
    State(app): State<Shared>,
    address: Address,
    Path((business, report)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, PageError> {
    let key = key_of(&business)?;
    blocking(move || {
        let viewing = Wanted::Told(Act::View.in_area(&area(&report)));
        programs::require(&app, key, viewing, &address)?;
        let opened = app.store.open(key)?;
        let reader = opened.read()?;
        let query = query.unwrap_or_default();
        // Wishes are read as English, whoever asks: dates as yyyy-MM-dd.
        let made = MadeReport::new(reader.as_ref(), &report, &query, Locale::default())?;
        Ok(Json(to_json(&made.json())))
    })
    .await
}

fn area(report: &str) -> String {
    format!("reports/{report}")
}
