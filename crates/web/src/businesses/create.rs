//! Create New Business: the form, its errors beside the fields, and the new business.

use super::{
    FieldError, NewBusiness, countries, create_business, currencies, first_tabs, named_countries,
};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use pages::forms::{Choice, Field};
use pages::{Language, Locale, forms, layout};

/// What a sent form says; an absent field is an empty one.
fn read(sent: &[(String, String)]) -> NewBusiness {
    let value = |name: &str| {
        let found = sent.iter().find(|(sent, _)| sent == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    NewBusiness {
        name: value("name"),
        country: value("country"),
        currency: value("currency"),
        time_zone: value("time_zone"),
        tabs: first_tabs::ticked(sent),
    }
}

/// The empty form, with the country where the visitor probably is.
pub(super) async fn new_business(State(app): State<Shared>, visitor: Visitor) -> Response {
    // Where the computer that serves stands in the Cloud edition says nothing of the visitor: there
    // the usual zone of the country is taken, unless another one is chosen.
    let time_zone = match app.is_cloud() {
        true => String::new(),
        false => app.time_zone.clone(),
    };
    let begin = NewBusiness {
        country: probable_country(&app.time_zone, visitor.locale.language).to_owned(),
        time_zone,
        tabs: first_tabs::usual(),
        ..NewBusiness::default()
    };
    form_page(&visitor, &begin, &[])
}

/// The country whose usual time zone is the computer's, else one where the language is spoken. It
/// only stands in the form, in sight, to be changed.
fn probable_country(computer_zone: &str, language: Language) -> &'static str {
    let by_language = match language {
        Language::English => "US",
        Language::French => "FR",
        Language::Spanish => "ES",
        Language::Hindi => "IN",
        Language::Bengali => "BD",
    };
    countries()
        .iter()
        .find(|country| country.time_zone == computer_zone)
        .map_or(by_language, |country| country.code)
}

/// Makes the business and shows it, or the form again with what is wrong.
pub(super) async fn save_business(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let new = read(&sent).completed(&app.time_zone);
    let errors = new.errors();
    if !errors.is_empty() {
        return Ok(form_page(&visitor, &new, &errors));
    }
    let locale = visitor.locale;
    let making = new.clone();
    let made = blocking(move || create_business(&app, locale, &making)).await;
    match made {
        Ok(key) => Ok(Redirect::to(&addresses::business(key)).into_response()),
        Err(error) if error.code == "business-name-in-use" => {
            let error = FieldError {
                field: "name",
                code: error.code,
            };
            Ok(form_page(&visitor, &new, &[error]))
        }
        Err(error) => Err(error),
    }
}

fn form_page(visitor: &Visitor, new: &NewBusiness, errors: &[FieldError]) -> Response {
    let locale = visitor.locale;
    let error = |field: &str| {
        let found = errors.iter().find(|error| error.field == field)?;
        Some(locale.error(found.code, &[]))
    };
    let title = locale.text("create-title");
    let body = html! {
        (layout::heading(&title, html! {}))
        @if !errors.is_empty() { (forms::form_error(&locale.text("form-has-errors"))) }
        (forms::form("/businesses", false, html! {
            (forms::text(&Field {
                name: "name",
                label: &locale.text("create-name"),
                value: &new.name,
                error: error("name").as_deref(),
                hint: Some(&locale.text("create-name-hint")),
                required: true,
                autofocus: true,
                ..Field::default()
            }))
            (country_field(locale, &new.country, error("country").as_deref()))
            (currency_field(locale, &new.currency, error("currency").as_deref()))
            (zone_field(locale, &new.time_zone, error("time_zone").as_deref()))
            (first_tabs::field(locale, &new.tabs))
            p .quiet { (locale.text("create-chart-explained")) }
            (forms::submit(locale, &locale.text("create-submit"), Some("/")))
        }))
    };
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    plain_page(visitor, status, &title, None, body)
}

fn country_field(locale: Locale, value: &str, error: Option<&str>) -> maud::Markup {
    let named = named_countries(locale);
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|(label, value)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let field = Field {
        name: "country",
        label: &locale.text("create-country"),
        value,
        error,
        ..Field::default()
    };
    forms::select(&field, &choices)
}

fn currency_field(locale: Locale, value: &str, error: Option<&str>) -> maud::Markup {
    let named: Vec<(String, &str)> = currencies()
        .iter()
        .map(|currency| {
            (
                format!("{} – {}", currency.code, currency.name),
                currency.code,
            )
        })
        .collect();
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|(label, value)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let field = Field {
        name: "currency",
        label: &locale.text("create-currency"),
        value,
        error,
        hint: Some(&locale.text("create-currency-usual")),
        ..Field::default()
    };
    forms::select(&field, &choices)
}

pub(crate) fn zone_field(locale: Locale, value: &str, error: Option<&str>) -> maud::Markup {
    let mut names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| name == "UTC" || is_place(name))
        .collect();
    names.sort_unstable();
    names.dedup();
    let choices: Vec<Choice<'_>> = names
        .iter()
        .map(|name| Choice {
            value: name,
            label: name,
            group: name.split('/').next().unwrap_or_default(),
        })
        .collect();
    let hint = format!(
        "{} {}",
        locale.text("create-time-zone-hint"),
        locale.text("create-time-zone-usual")
    );
    let field = Field {
        name: "time_zone",
        label: &locale.text("create-time-zone"),
        value,
        error,
        hint: Some(&hint),
        ..Field::default()
    };
    forms::select(&field, &choices)
}

/// Whether the name of a zone is a region and a place, and not one of the old short names.
fn is_place(name: &str) -> bool {
    const REGIONS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    name.split_once('/')
        .is_some_and(|(region, _)| REGIONS.contains(&region))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_guessed_from_the_computer_then_from_the_language() {
        assert_eq!(probable_country("Asia/Dhaka", Language::English), "BD");
        assert_eq!(probable_country("UTC", Language::Hindi), "IN");
    }
}
