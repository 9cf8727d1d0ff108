//! The businesses that whoever asks may enter, and what kinds of record each has.

use axum::Json;
use axum::extract::{Path, State};
use books::Key;
use serde_json::{Value, json};
use store::Profile;
use users::Operation;
use web::blocking::blocking;
use web::page_error::key_of;
use web::programs::{self, Act, Address, Wanted};
use web::{PageError, Shared};

/// `GET /v1/businesses`.
pub async fn list(State(app): State<Shared>) -> Result<Json<Value>, PageError> {
    blocking(move || {
        let entries = app.store.businesses()?.into_iter();
        let businesses: Vec<Value> = entries
            .filter(|entry| entry.fault.is_none() && programs::sees(&app, entry.key))
            .map(|entry| {
                json!({
                    "key": entry.key.to_string(),
                    "name": entry.name,
                    "bytes": entry.bytes_count,
                    "records": entry.records_count,
                })
            })
            .collect();
        Ok(Json(json!({ "businesses": businesses })))
    })
    .await
}

/// `GET /v1/businesses/{business}`.
pub async fn show(
    State(app): State<Shared>,
    address: Address,
    Path(business): Path<String>,
) -> Result<Json<Value>, PageError> {
    let key = key_of(&business)?;
    blocking(move || {
        programs::require(&app, key, Wanted::Told(Operation::Enter), &address)?;
        let profile = app.store.open(key)?.read()?.profile()?;
        Ok(Json(shown(key, &profile)))
    })
    .await
}

fn shown(key: Key, profile: &Profile) -> Value {
    json!({
        "key": key.to_string(),
        "name": profile.name,
        "country": profile.country,
        "time_zone": profile.time_zone,
    })
}

/// `GET /v1/businesses/{business}/kinds`: the kinds of record that whoever asks may see.
pub async fn kinds(
    State(app): State<Shared>,
    address: Address,
    Path(business): Path<String>,
) -> Result<Json<Value>, PageError> {
    let key = key_of(&business)?;
    blocking(move || {
        programs::require(&app, key, Wanted::Told(Operation::Enter), &address)?;
        let opened = app.store.open(key)?;
        let reader = opened.read()?;
        let (counts, zone) = (reader.object_counts()?, reader.profile()?.time_zone);
        let kinds: Vec<Value> = interchange::specs()
            .iter()
            .filter(|spec| programs::may(key, Act::View.in_area(spec.slug), &zone))
            .map(|spec| {
                let found = counts.iter().find(|(kind, _)| *kind == spec.content_type);
                json!({
                    "kind": spec.slug,
                    "name": spec.name,
                    "content_type": spec.content_type.to_string(),
                    "records": found.map_or(0, |(_, count)| *count),
                })
            })
            .collect();
        Ok(Json(json!({ "kinds": kinds })))
    })
    .await
}
