//! What a form asks while it is filled: what follows from a choice, and what it comes to.

use super::{Target, form_of_slug};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::calculation::Calculation;
use crate::records::choices::{Choices, Settles};
use crate::records::custom_fields::custom_fields;
use crate::records::fill_in::{FILLED, Filled};
use crate::records::form::{Control, Form};
use crate::records::names::Names;
use crate::records::typed::Typed;
use crate::request::Visitor;
use crate::{PageError, Shared};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::{Form as Body, Json};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which record a form is for.
#[derive(Debug, Default, Deserialize)]
pub(in crate::records) struct AskedFor {
    /// The key of a stored record; empty for a new one.
    #[serde(default)]
    record: String,
}

/// The answer, in the visitor's digits.
#[derive(Debug, Serialize)]
struct Answer {
    /// What each line comes to, by its number in the form that was sent.
    lines: Vec<(usize, String)>,
    /// Sums of columns, by the names of their fields.
    sums: Vec<(&'static str, String)>,
    /// The rows below the lines.
    totals: Vec<Row>,
    /// Fields that were filled, by their names.
    filled: Filled,
    /// What fields offer now, where that changed with a choice: value, words and heading of each.
    offers: BTreeMap<&'static str, Vec<[String; 3]>>,
}

/// A row below the lines.
#[derive(Debug, Serialize)]
struct Row {
    label: String,
    amount: String,
    is_total: bool,
}

/// `POST /businesses/{business}/records/{slug}/calculation`: nothing is stored.
pub(in crate::records) async fn calculate_form(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
    Query(asked): Query<AskedFor>,
    Body(sent): Body<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let form = form_of_slug(&slug)?;
    let key = match asked.record.as_str() {
        "" => None,
        key => Some(key_of(key)?),
    };
    // Lines keep the numbers of the form, which fills its own fields with the answer.
    let mut typed = Typed::as_sent(sent);
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let target = Target {
            business,
            form,
            key,
        };
        let ground = target.ground(reader.as_ref(), &typed)?;
        if ground
            .object
            .as_ref()
            .is_some_and(|object| object.content_type != form.content_type)
        {
            return Err(PageError::bad_request());
        }
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let choices = Choices::new(&names);
        let customs = custom_fields(&names, form, &ground.record)?;
        let filled = target.follow(&choices, &ground, &mut typed)?;
        let offers = offers(&choices, form, &typed, &filled)?;
        let shown = shown(&choices, form, &filled)?;
        let found = target.calculation(&choices, &ground, &customs, &typed)?;
        Ok(Json(answer(found, shown, offers)).into_response())
    })
    .await
}

/// What was filled, as the fields of the form show it: where names are typed, the name.
fn shown(
    choices: &Choices<'_, '_>,
    form: &'static Form,
    filled: &Filled,
) -> Result<Filled, PageError> {
    let mut shown = Filled::new();
    for (name, value) in filled {
        let field = name.rsplit('.').next().unwrap_or_default();
        let value = match form.choice_of(field) {
            Some(source) if choices.is_typed(source)? => choices.label(source, value)?,
            _ => value.clone(),
        };
        shown.insert(name.clone(), value);
    }
    Ok(shown)
}

/// What the lines offer after another customer or supplier was chosen, whose invoices come first.
fn offers(
    choices: &Choices<'_, '_>,
    form: &'static Form,
    typed: &Typed,
    filled: &Filled,
) -> Result<BTreeMap<&'static str, Vec<[String; 3]>>, PageError> {
    let mut offers = BTreeMap::new();
    let has_changed = filled.contains_key(FILLED) && Settles::of(form, typed).is_some();
    let lines = form.lines.filter(|_| has_changed);
    for field in lines.into_iter().flat_map(|lines| lines.fields) {
        let Control::Place(place) = field.control else {
            continue;
        };
        let offered = choices.of_place(place)?;
        let active = offered.iter().filter(|one| !one.inactive);
        let rows = active.map(|one| [one.value.clone(), one.label.clone(), one.group.clone()]);
        offers.insert(place.name, rows.collect());
    }
    Ok(offers)
}

fn answer(
    found: Calculation,
    filled: Filled,
    offers: BTreeMap<&'static str, Vec<[String; 3]>>,
) -> Answer {
    let rows = found.rows.into_iter().map(|row| Row {
        label: row.label,
        amount: row.amount,
        is_total: row.is_total,
    });
    Answer {
        lines: found.lines,
        sums: found.sums,
        totals: rows.collect(),
        filled,
        offers,
    }
}
