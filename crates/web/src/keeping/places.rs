//! The places where backups lie: added, tried, changed, looked into, removed.

use super::folders::proposed;
use super::place_form::{Typed, form};
use super::words::{error as error_words, place_kind};
use crate::access::current;
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::shell::{plain_page, refusal, success};
use crate::stamp::random_key;
use crate::{App, PageError, Shared};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{KeepError, PlaceWish, catalog_key};
use catalog::{Contents, EntryFilter, Key, Place, PlaceKind, Rhythm, Schedule};
use jiff::civil::Time;
use maud::{Markup, html};
use pages::tables::facts;
use pages::{Argument, Locale, Notice, forms, layout, user_text};
use serde::Deserialize;

/// When backups are made each day after the one press that sets everything up.
const PROPOSED_TIME: Time = Time::constant(18, 0, 0, 0);
/// The address of the list.
const LIST: &str = "/keeping/places";

/// What has just been done, by the place it was done to.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    done: Option<String>,
    found: Option<u64>,
    lost: Option<u64>,
}

/// A place, and what lies there as far as the catalogue knows.
struct Shown {
    place: Place,
    count: u64,
    bytes_count: u64,
}

/// `GET /keeping/places`.
pub(super) async fn list_places(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let notice = done.notice(visitor.locale);
    listed(app, &visitor, StatusCode::OK, notice).await
}

async fn listed(
    app: Shared,
    visitor: &Visitor,
    status: StatusCode,
    notice: Option<Notice>,
) -> Result<Response, PageError> {
    let places = blocking(move || shown(&app)).await?;
    let locale = visitor.locale;
    let title = locale.text("places-title");
    let body = html! {
        (layout::heading(&title, html! {
            a .button .primary href="/keeping/places/new?kind=folder" {
                (locale.text("places-add-folder"))
            }
            a .button href="/keeping/places/new?kind=s3" { (locale.text("places-add-storage")) }
            a .button href="/keeping" { (locale.text("button-back")) }
        }))
        p .quiet { (locale.text("places-explained")) }
        @if places.is_empty() { (proposal(locale)) }
        @for shown in &places { (panel(locale, shown)) }
    };
    Ok(plain_page(visitor, status, &title, notice, body))
}

fn shown(app: &App) -> Result<Vec<Shown>, PageError> {
    let catalog = app.keeping.catalog()?;
    let mut all = Vec::new();
    for place in catalog.places()? {
        let entries = catalog.entries(&EntryFilter {
            place: Some(place.key),
            only_good: true,
            ..EntryFilter::default()
        })?;
        all.push(Shown {
            count: u64::try_from(entries.len()).unwrap_or(u64::MAX),
            bytes_count: entries.iter().map(|entry| entry.bytes_count).sum(),
            place,
        });
    }
    Ok(all)
}

fn panel(locale: Locale, shown: &Shown) -> Markup {
    let place = &shown.place;
    let part = |act: &str| format!("{LIST}/{}/{act}", place.key);
    let bytes = locale.bytes(shown.bytes_count);
    let told = [
        ("count", Argument::Count(shown.count)),
        ("size", Argument::Text(&bytes)),
    ];
    let rows = [
        (
            locale.text("place-kind"),
            html! { (place_kind(locale, &place.kind)) },
        ),
        (
            locale.text("place-address"),
            html! { (user_text(&place.kind.address())) },
        ),
        (
            locale.text("place-holds"),
            html! { (locale.text_with("place-holds-count", &told)) },
        ),
    ];
    let name = Argument::Text(&place.name);
    let question = locale.text_with("place-remove-question", &[("name", name)]);
    html! {
        section .panel {
            h2 { (user_text(&place.name)) }
            (facts(&rows))
            div .form-buttons {
                (forms::button_form(&part("trial"), &locale.text("place-try"), &[]))
                (forms::button_form(&part("look"), &locale.text("place-look"), &[]))
                a .button href={ (LIST) "/" (place.key) } { (locale.text("button-edit")) }
                (forms::confirmation(
                    locale,
                    &part("removal"),
                    &locale.text("button-remove"),
                    &question,
                ))
            }
        }
    }
}

fn ways_to_add(locale: Locale) -> Markup {
    html! {
        a .button href="/keeping/places/new?kind=folder" { (locale.text("places-add-folder")) }
        a .button href="/keeping/places/new?kind=s3" { (locale.text("places-add-storage")) }
    }
}

/// What stands where no place is set up: on Desktop one press is enough; elsewhere an administrator
/// chooses a place.
pub(super) fn proposal(locale: Locale) -> Markup {
    let is_desktop = current::get().is_none();
    let folder = proposed().filter(|_| is_desktop);
    html! {
        section .panel .proposal {
            h2 { (locale.text("places-none-title")) }
            @if let Some(folder) = folder {
                @let folder = folder.display().to_string();
                @let time = locale.time(PROPOSED_TIME);
                @let told = [
                    ("folder", Argument::Text(&folder)),
                    ("time", Argument::Text(&time)),
                ];
                p { (locale.text_with("places-proposal", &told)) }
                form method="post" action="/keeping/places/proposed" {
                    div .form-buttons {
                        button .button .primary type="submit" {
                            (locale.text("places-proposal-accept"))
                        }
                        (ways_to_add(locale))
                    }
                }
                p .quiet { (locale.text("places-elsewhere")) }
            } @else if current::governs() {
                p { (locale.text("places-none")) }
                div .form-buttons { (ways_to_add(locale)) }
            } @else {
                p { (locale.text("places-none-ask")) }
            }
        }
    }
}

/// `POST /keeping/places/proposed`: the proposed folder, and a daily backup of every business.
pub(super) async fn save_proposed(
    State(app): State<Shared>,
    visitor: Visitor,
) -> Result<Response, PageError> {
    let folder = proposed().filter(|_| current::get().is_none());
    let folder = folder.ok_or_else(PageError::not_found)?;
    let locale = visitor.locale;
    let shared = app.clone();
    let set_up = blocking(move || {
        let name = locale.text("places-proposal-name");
        let wish = PlaceWish {
            key: None,
            name,
            kind: PlaceKind::Folder(folder.display().to_string()),
            secret: None,
        };
        let place = match shared.keeping.set_up_place(&wish) {
            Ok(place) => place,
            Err(error) => return Ok(Err(error_words(locale, &error, &shared.time_zone))),
        };
        let catalog = shared.keeping.catalog()?;
        // Pressed twice, it is set up once.
        if catalog.schedules()?.is_empty() {
            catalog.put_schedule(&Schedule {
                key: catalog_key(random_key()?),
                business: None,
                rhythm: Rhythm::Daily(PROPOSED_TIME),
                places: vec![place.key],
                contents: Contents::ALL,
                passphrase: None,
                is_rehearsed: true,
                alarm_to: None,
                is_on: true,
                since: shared.keeping.now(),
            })?;
        }
        Ok(Ok(()))
    })
    .await?;
    match set_up {
        Ok(()) => Ok(Redirect::to("/keeping/schedules?done=proposed").into_response()),
        Err(sentence) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            listed(app, &visitor, status, Some(refusal(sentence))).await
        }
    }
}

/// Which kind of place the form is for.
#[derive(Debug, Deserialize)]
pub(super) struct Kind {
    #[serde(default)]
    kind: String,
}

/// `GET /keeping/places/new`.
pub(super) async fn new_place(visitor: Visitor, Query(kind): Query<Kind>) -> Response {
    let typed = match kind.kind.as_str() {
        "s3" => Typed::of_new_storage(),
        _ => Typed::of_new_folder(proposed()),
    };
    form_page(&visitor, None, &typed, None)
}

/// `POST /keeping/places/new`.
pub(super) async fn create_place(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    save(app, visitor, None, typed).await
}

/// `GET /keeping/places/{place}`.
pub(super) async fn edit_place(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(place): Path<String>,
) -> Result<Response, PageError> {
    let place = blocking(move || one(&app, &place)).await?;
    let mut typed = Typed::of(&place);
    typed.base = meanwhile::base_of(&place);
    Ok(form_page(&visitor, Some(place.key), &typed, None))
}

/// `POST /keeping/places/{place}`.
pub(super) async fn change_place(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(place): Path<String>,
    Form(mut typed): Form<Typed>,
) -> Result<Response, PageError> {
    let shared = app.clone();
    let place = match blocking(move || one(&shared, &place)).await {
        // Removed meanwhile: what was typed comes back as the form of a new one.
        Err(error) if error.status == StatusCode::NOT_FOUND && !typed.base.is_empty() => {
            let told = meanwhile::told_of_deletion(visitor.locale);
            typed.base.clear();
            return Ok(conflict_page(&visitor, None, &typed, told));
        }
        place => place?,
    };
    if meanwhile::is_another(&typed.base, &place) {
        let saved = html! {
            p { strong { (user_text(&place.name)) } }
            p { (user_text(&place.kind.address())) }
        };
        let told = meanwhile::told(visitor.locale, saved);
        typed.base = meanwhile::base_of(&place);
        return Ok(conflict_page(&visitor, Some(place.key), &typed, told));
    }
    save(app, visitor, Some(place.key), typed).await
}

/// Tries what was typed and keeps it only when it works.
async fn save(
    app: Shared,
    visitor: Visitor,
    key: Option<Key>,
    typed: Typed,
) -> Result<Response, PageError> {
    let wish = typed.wish(key);
    let zone = app.time_zone.clone();
    let tried = blocking(move || Ok(app.keeping.set_up_place(&wish))).await?;
    Ok(match tried {
        Ok(_) => Redirect::to(&format!("{LIST}?done=saved")).into_response(),
        Err(error) => {
            let sentence = error_words(visitor.locale, &error, &zone);
            form_page(&visitor, key, &typed, Some(sentence))
        }
    })
}

fn form_page(
    visitor: &Visitor,
    key: Option<Key>,
    typed: &Typed,
    wrong: Option<String>,
) -> Response {
    let status = match wrong {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let wrong = wrong.map(|wrong| forms::form_error(&wrong));
    form_page_under(visitor, key, typed, (status, wrong))
}

/// The form again, under what somebody else did meanwhile.
fn conflict_page(visitor: &Visitor, key: Option<Key>, typed: &Typed, told: Markup) -> Response {
    form_page_under(visitor, key, typed, (StatusCode::CONFLICT, Some(told)))
}

fn form_page_under(
    visitor: &Visitor,
    key: Option<Key>,
    typed: &Typed,
    (status, above): (StatusCode, Option<Markup>),
) -> Response {
    let locale = visitor.locale;
    let title = locale.text(match (key, typed.is_storage()) {
        (Some(_), _) => "place-edit-title",
        (None, true) => "places-add-storage",
        (None, false) => "places-add-folder",
    });
    let action = match key {
        Some(key) => format!("{LIST}/{key}"),
        None => format!("{LIST}/new"),
    };
    let body = html! {
        (layout::heading(&title, html! {}))
        @if let Some(above) = &above { (above) }
        (form(locale, &action, LIST, typed, key.is_some()))
    };
    plain_page(visitor, status, &title, None, body)
}

fn one(app: &App, place: &str) -> Result<Place, PageError> {
    let key: Key = place.parse().map_err(|_| PageError::not_found())?;
    let mut places = app.keeping.places()?.into_iter();
    places
        .find(|place| place.key == key)
        .ok_or_else(PageError::not_found)
}

/// `POST /keeping/places/{place}/trial`.
pub(super) async fn try_place(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(place): Path<String>,
) -> Result<Response, PageError> {
    let shared = app.clone();
    let tried = blocking(move || {
        let place = one(&shared, &place)?;
        Ok(shared.keeping.test_place(place.key))
    })
    .await?;
    match tried {
        Ok(()) => Ok(Redirect::to(&format!("{LIST}?done=tried")).into_response()),
        Err(error) => refused(app, &visitor, &error).await,
    }
}

/// `POST /keeping/places/{place}/look`.
pub(super) async fn look_into_place(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(place): Path<String>,
) -> Result<Response, PageError> {
    let shared = app.clone();
    let looked = blocking(move || {
        let place = one(&shared, &place)?;
        Ok(shared.keeping.look(place.key))
    })
    .await?;
    let to = match looked {
        Ok(Some(looked)) => {
            let (found, lost) = (looked.found_count, looked.lost_count);
            format!("{LIST}?done=looked&found={found}&lost={lost}")
        }
        Ok(None) => format!("{LIST}?done=busy"),
        Err(error) => return refused(app, &visitor, &error).await,
    };
    Ok(Redirect::to(&to).into_response())
}

/// `POST /keeping/places/{place}/removal`.
pub(super) async fn remove_place(
    State(app): State<Shared>,
    Path(place): Path<String>,
) -> Result<Response, PageError> {
    blocking(move || {
        let place = one(&app, &place)?;
        Ok(app.keeping.remove_place(place.key)?)
    })
    .await?;
    Ok(Redirect::to(&format!("{LIST}?done=removed")).into_response())
}

/// The list again, with what is wrong with the place above it.
async fn refused(app: Shared, visitor: &Visitor, error: &KeepError) -> Result<Response, PageError> {
    let sentence = error_words(visitor.locale, error, &app.time_zone);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    listed(app, visitor, status, Some(refusal(sentence))).await
}

impl Done {
    fn notice(&self, locale: Locale) -> Option<Notice> {
        let text = match self.done.as_deref()? {
            "saved" => locale.text("place-saved"),
            "tried" => locale.text("place-tried"),
            "removed" => locale.text("place-removed"),
            "busy" => locale.text("place-busy"),
            "looked" => {
                let found = Argument::Count(self.found.unwrap_or(0));
                let lost = locale.count(self.lost.unwrap_or(0));
                let told = [("count", found), ("lost", Argument::Text(&lost))];
                locale.text_with("place-looked", &told)
            }
            _ => return None,
        };
        Some(success(text))
    }
}
