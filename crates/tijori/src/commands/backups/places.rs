//! `tijori backups places`: setting places up, trying them, forgetting them.

use super::Desk;
use crate::arguments::backups::{PlacesAdd, PlacesVerb};
use crate::failure::Failure;
use crate::output::table;
use backup::PlaceWish;
use catalog::{Key, Place, PlaceKind, S3Place};
use pages::Argument;
use serde_json::{Value, json};
use std::io::IsTerminal;

/// The variable that scripts set.
const SECRET_VARIABLE: &str = "TIJORI_SECRET_ACCESS_KEY";

/// Does what was asked for.
pub fn run(desk: &Desk<'_>, verb: &PlacesVerb) -> Result<u8, Failure> {
    match verb {
        PlacesVerb::List => list(desk),
        PlacesVerb::Add(wanted) => {
            let place = desk.keeping().set_up_place(&wish(desk, wanted)?)?;
            tell(desk, &place, "command-place-ready")
        }
        PlacesVerb::Test { place } => {
            let place = find(desk, place)?;
            desk.keeping().test_place(place.key)?;
            tell(desk, &place, "command-place-ready")
        }
        PlacesVerb::Remove { place } => {
            let place = find(desk, place)?;
            desk.keeping().remove_place(place.key)?;
            tell(desk, &place, "command-place-removed")
        }
    }
}

/// The keys of the places that were meant; none when none was named.
pub fn keys_of(desk: &Desk<'_>, names: &[String]) -> Result<Vec<Key>, Failure> {
    names.iter().map(|name| Ok(find(desk, name)?.key)).collect()
}

/// The place that was meant: by its key, else by its name.
fn find(desk: &Desk<'_>, name_or_key: &str) -> Result<Place, Failure> {
    let places = desk.keeping().places()?;
    let is_meant =
        |place: &&Place| place.name == name_or_key || place.key.to_string() == name_or_key;
    let found: Vec<&Place> = places.iter().filter(is_meant).collect();
    match found.as_slice() {
        [place] => Ok((*place).clone()),
        [] => {
            let told = vec![("name", name_or_key.to_owned())];
            Err(Failure::usage("command-place-unknown", told))
        }
        several => {
            let keys: Vec<String> = several.iter().map(|place| place.key.to_string()).collect();
            let told = vec![("name", name_or_key.to_owned()), ("keys", keys.join(", "))];
            Err(Failure::usage("command-place-ambiguous", told))
        }
    }
}

fn wish(desk: &Desk<'_>, wanted: &PlacesAdd) -> Result<PlaceWish, Failure> {
    let (kind, secret) = match &wanted.folder {
        Some(folder) => {
            // A path is told from where one stands; what is kept of it must not depend on that.
            let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
            (PlaceKind::Folder(whole.display().to_string()), None)
        }
        None => {
            let storage = S3Place {
                endpoint: wanted.endpoint.clone(),
                region: wanted.region.clone(),
                bucket: wanted.bucket.clone().unwrap_or_default(),
                prefix: wanted.prefix.clone(),
                is_path_style: !wanted.virtual_host,
                access_key_id: wanted.access_key.clone().unwrap_or_default(),
                secret: Key::default(),
            };
            (PlaceKind::S3(storage), Some(secret(desk)?))
        }
    };
    Ok(PlaceWish {
        key: None,
        name: wanted.name.clone(),
        kind,
        secret,
    })
}

/// The secret access key: of the environment, else typed. Never an argument, which every program
/// on the computer can read.
fn secret(desk: &Desk<'_>) -> Result<String, Failure> {
    let given = std::env::var(SECRET_VARIABLE).unwrap_or_default();
    if !given.is_empty() {
        return Ok(given);
    }
    if !std::io::stdin().is_terminal() {
        let told = vec![("variable", SECRET_VARIABLE.to_owned())];
        return Err(Failure::usage("command-secret-missing", told));
    }
    let prompt = desk.locale.text("command-secret-ask");
    Ok(rpassword::prompt_password(format!("{prompt} "))?)
}

fn list(desk: &Desk<'_>) -> Result<u8, Failure> {
    let places = desk.keeping().places()?;
    let facts: Vec<Value> = places.iter().map(place_facts).collect();
    let rows: Vec<Vec<String>> = places
        .iter()
        .map(|place| {
            vec![
                place.name.clone(),
                place.kind.address(),
                place.key.to_string(),
            ]
        })
        .collect();
    let words = match rows.is_empty() {
        true => desk.locale.text("error-keeping-no-places"),
        false => table(&rows),
    };
    desk.tell(&json!({ "places": facts }), &words)?;
    Ok(0)
}

fn tell(desk: &Desk<'_>, place: &Place, sentence: &str) -> Result<u8, Failure> {
    let address = place.kind.address();
    let said = [
        ("name", Argument::Text(&place.name)),
        ("address", Argument::Text(&address)),
    ];
    let words = desk.locale.text_with(sentence, &said);
    desk.tell(&json!({ "place": place_facts(place) }), &words)?;
    Ok(0)
}

fn place_facts(place: &Place) -> Value {
    json!({
        "key": place.key.to_string(),
        "name": place.name,
        "kind": place.kind.code(),
        "address": place.kind.address(),
    })
}
