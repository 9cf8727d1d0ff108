//! Moving a group or an account among its neighbours: all of them get positions from 1, in one unit
//! of work (docs/SPEC-settings.md, 4.1).

use super::nodes::{neighbours, nodes};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::records::rules;
use crate::records::save::history_title;
use crate::request::Visitor;
use crate::settings::order::moved;
use crate::stamp::stamp;
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, Object, kinds};
use history::Stamp;
use interchange::{Edit, FieldValue, patch, spec};
use serde::Deserialize;
use store::{Reader, StoreError, UnitOfWork};

/// Where it moves to.
#[derive(Deserialize)]
pub(super) struct Move {
    direction: String,
}

/// `POST /businesses/{business}/chart-of-accounts/{key}/move`.
pub(super) async fn move_account(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, key)): Path<(String, String)>,
    Form(wanted): Form<Move>,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&key)?);
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        opened.write(&mut |work| {
            let order = {
                let reader: &dyn Reader = &*work;
                let names = Names::new(reader, visitor.locale, business);
                let nodes = nodes(&names)?;
                let places = neighbours(visitor.locale, &nodes, key);
                let keys: Vec<Key> = places
                    .iter()
                    .filter_map(|place| nodes.get(*place))
                    .map(|node| node.key)
                    .collect();
                moved(&keys, key, wanted.direction == "up")
            };
            for (position, key) in (1_i64..).zip(order.unwrap_or_default()) {
                set_position(work, key, position, &stamp)?;
            }
            Ok(())
        })?;
        let chart = addresses::business_part(business, &format!("chart-of-accounts#a{key}"));
        Ok(Redirect::to(&chart).into_response())
    })
    .await
}

/// Writes a position, also for a built-in account that has no record yet. What has no field for a
/// position stays where its name puts it.
fn set_position(
    work: &mut dyn UnitOfWork,
    key: Key,
    position: i64,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    let before = work.object(key)?;
    let content_type = match &before {
        Some(object) => object.content_type,
        None if kinds::find(key).is_some() => key,
        None => return Ok(()),
    };
    let number = spec(content_type)
        .and_then(|spec| spec.field_by_name("Position"))
        .map(|field| field.number);
    let Some(number) = number else {
        return Ok(());
    };
    let original = before.as_ref().map_or(&[][..], |object| &object.content);
    let edits = [Edit::Set(number, Some(FieldValue::Integer(position)))];
    let content = patch(content_type, original, &edits)
        .map_err(|error| StoreError::Stopped(Box::new(error)))?;
    let after = Object {
        key,
        content_type,
        content,
        timestamp: None,
    };
    rules::require_puttable(&*work, before.as_ref(), &after)?;
    let title = history_title(&after);
    work.put_object(key, content_type, &after.content, &title, stamp)?;
    Ok(())
}
