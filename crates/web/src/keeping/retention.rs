//! Which backups stay: the rule of a business or of all, and what it would let go and why, before
//! it is kept and at any time. The preview asks the code that acts.

use super::retention_form::{Errors, Typed, form, own_rule, sentence};
use super::words::{address, trouble};
use crate::access::current;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::shell::{
    BusinessPage, BusinessShell, NO_TAB, business_page_with, plain_page, success, with_business,
};
use crate::{App, PageError, Shared};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::retention::{Fate, RetentionError};
use backup::{Outlook, catalog_key};
use books::Key;
use catalog::{Retention, RetentionRule, Trouble};
use maud::{Markup, html};
use pages::tables::{BadgeKind, Column, amount_cell, badge, cell, moment, table};
use pages::{Argument, Locale, Notice, NoticeKind, forms, layout, user_text};
use serde::Deserialize;

/// The address of the rule for all businesses.
const FOR_ALL: &str = "/keeping/retention";
/// Backups shown of one business in one place, the newest first.
const SHOWN_COUNT_MAX: usize = 400;

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

/// What a business's page shows.
struct OfBusiness {
    /// Its own rule.
    own: Option<RetentionRule>,
    /// What holds for it.
    holds: Option<Retention>,
    outlooks: Vec<Outlook>,
}

impl OfBusiness {
    /// Under a rule that was typed, or under that which holds.
    fn read(app: &App, business: Key, typed: Option<Option<Retention>>) -> Result<Self, PageError> {
        let key = catalog_key(business);
        let rules = app.keeping.catalog()?.retention_rules()?;
        let holds = app.keeping.rule_of(key)?;
        Ok(Self {
            own: own_rule(&rules, Some(key)),
            holds,
            outlooks: app.keeping.outlook_under(key, typed.unwrap_or(holds))?,
        })
    }
}

/// `GET …/keeping/retention`.
pub(super) async fn show_of_business(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let shared = app.clone();
    let (shell, read) =
        with_business(&app, key, move |_, _| OfBusiness::read(&shared, key, None)).await?;
    let typed = Typed::of(visitor.locale, read.holds);
    let notice = done
        .done
        .map(|_| success(visitor.locale.text("retention-saved")));
    let around = Around { notice, told: None };
    Ok(page(&visitor, &shell, &read, (&typed, &[]), around))
}

/// `POST …/keeping/retention`: looks at a rule that was typed, or keeps it.
pub(super) async fn save_of_business(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Form(mut typed): Form<Typed>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let rule = typed.retention(visitor.locale);
    let mut told = None;
    if let (Ok(retention), true) = (&rule, typed.is_to_be_saved()) {
        let rule = RetentionRule {
            business: Some(catalog_key(key)),
            retention: *retention,
        };
        let Some(now) = put(&app, rule, &typed.base).await? else {
            let page = address(key, "/retention?done=saved");
            return Ok(Redirect::to(&page).into_response());
        };
        told = Some(conflict(visitor.locale, &mut typed, now));
    }
    let shared = app.clone();
    let asked = rule.as_ref().ok().copied();
    let (shell, read) =
        with_business(&app, key, move |_, _| OfBusiness::read(&shared, key, asked)).await?;
    let errors = rule.err().unwrap_or_default();
    let notice = errors.is_empty().then(|| looked_at(visitor.locale));
    let around = Around { notice, told };
    Ok(page(&visitor, &shell, &read, (&typed, &errors), around))
}

/// `POST …/keeping/retention/removal`: the rule for all holds again.
pub(super) async fn remove_of_business(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    blocking(move || {
        let catalog = app.keeping.catalog()?;
        Ok(catalog.remove_retention_rule(Some(catalog_key(key)))?)
    })
    .await?;
    Ok(Redirect::to(&address(key, "/retention?done=saved")).into_response())
}

/// Keeps a rule, when the one that holds is still that of which the form was made; else the one
/// that holds now.
async fn put(
    app: &Shared,
    rule: RetentionRule,
    claimed: &str,
) -> Result<Option<Option<Retention>>, PageError> {
    let (app, claimed) = (app.clone(), claimed.to_owned());
    blocking(move || {
        let _turn = meanwhile::one_at_a_time();
        let now = match rule.business {
            Some(business) => app.keeping.rule_of(business)?,
            None => common_rule(&app)?,
        };
        if meanwhile::is_another(&claimed, &now) {
            return Ok(Some(now));
        }
        app.keeping.catalog()?.put_retention_rule(&rule)?;
        Ok(None)
    })
    .await
}

/// The rule for all that have none of their own.
fn common_rule(app: &App) -> Result<Option<Retention>, PageError> {
    let rules = app.keeping.catalog()?.retention_rules()?;
    let rule = own_rule(&rules, None).map(|rule| rule.retention);
    Ok(rule.unwrap_or_else(|| Some(Retention::default())))
}

/// What stands above the form when somebody saved another rule after it was made. What was typed
/// stays, and is made from that rule now.
fn conflict(locale: Locale, typed: &mut Typed, now: Option<Retention>) -> Markup {
    typed.base = meanwhile::base_of(&now);
    meanwhile::told(locale, html! { p { (sentence(locale, now)) } })
}

/// What stands above the form.
struct Around {
    notice: Option<Notice>,
    /// What somebody else saved meanwhile.
    told: Option<Markup>,
}

/// The preview is of what was typed, and nothing is kept yet.
fn looked_at(locale: Locale) -> Notice {
    Notice {
        kind: NoticeKind::Information,
        text: locale.text("retention-not-saved"),
    }
}

fn status_of(errors: &[(&'static str, String)], told: Option<&Markup>) -> StatusCode {
    match (told, errors.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, true) => StatusCode::OK,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn page(
    visitor: &Visitor,
    shell: &BusinessShell,
    read: &OfBusiness,
    (typed, errors): (&Typed, &[(&'static str, String)]),
    Around { notice, told }: Around,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("retention-title");
    let here = address(shell.key, "/retention");
    let goes = read.outlooks.iter().flat_map(|outlook| &outlook.fates);
    let goes = goes.filter(|fate| !fate.stays()).count();
    let body = html! {
        (layout::heading(&title, html! {
            a .button href=(address(shell.key, "")) { (locale.text("kept-to-calendar")) }
        }))
        p { (locale.text("retention-explained")) }
        p {
            strong {
                (locale.text(if read.own.is_some() { "retention-own" } else { "retention-of-all" }))
            }
            " " (sentence(locale, read.holds))
        }
        @if read.own.is_some() {
            (forms::button_form(
                &format!("{here}/removal"),
                &locale.text("retention-use-common"),
                &[],
            ))
        } @else if current::governs() {
            p { a href=(FOR_ALL) { (locale.text("retention-for-all")) } }
        }
        @if let Some(told) = &told { (told) }
        section .panel { (form(locale, &here, &address(shell.key, ""), typed, errors)) }
        (preview(locale, shell.zone(), &read.outlooks))
        @if goes > 0 && notice.is_none() {
            (forms::confirmation(
                locale,
                &format!("{here}/now"),
                &locale.text("retention-now"),
                &locale.text("retention-now-question"),
            ))
        }
    };
    let page = BusinessPage {
        title: &title,
        current_tab: NO_TAB,
        body,
        notice,
        status: status_of(errors, told.as_ref()),
    };
    business_page_with(visitor, shell, page)
}

/// `GET /keeping/retention`.
pub(super) async fn show_for_all(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let notice = done
        .done
        .map(|_| success(visitor.locale.text("retention-saved")));
    let shared = app.clone();
    let rule = blocking(move || common_rule(&shared)).await?;
    let typed = Typed::of(visitor.locale, rule);
    let around = Around { notice, told: None };
    page_for_all(app, &visitor, (typed, Ok(rule)), around).await
}

/// `POST /keeping/retention`: looks at a rule that was typed, or keeps it.
pub(super) async fn save_for_all(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(mut typed): Form<Typed>,
) -> Result<Response, PageError> {
    let rule = typed.retention(visitor.locale);
    let mut told = None;
    if let (Ok(retention), true) = (&rule, typed.is_to_be_saved()) {
        let rule = RetentionRule {
            business: None,
            retention: *retention,
        };
        let Some(now) = put(&app, rule, &typed.base).await? else {
            return Ok(Redirect::to(&format!("{FOR_ALL}?done=saved")).into_response());
        };
        told = Some(conflict(visitor.locale, &mut typed, now));
    }
    let notice = rule.is_ok().then(|| looked_at(visitor.locale));
    page_for_all(app, &visitor, (typed, rule), Around { notice, told }).await
}

async fn page_for_all(
    app: Shared,
    visitor: &Visitor,
    (typed, rule): (Typed, Result<Option<Retention>, Errors>),
    Around { notice, told }: Around,
) -> Result<Response, PageError> {
    let zone = app.time_zone.clone();
    let asked = rule.as_ref().ok().copied();
    let all = blocking(move || match asked {
        Some(rule) => outlooks_of_all(&app, rule),
        None => Ok(Vec::new()),
    })
    .await?;
    let errors = rule.err().unwrap_or_default();
    let locale = visitor.locale;
    let title = locale.text("retention-for-all");
    let body = html! {
        (layout::heading(&title, html! {
            a .button href="/keeping" { (locale.text("button-back")) }
        }))
        p { (locale.text("retention-explained")) }
        p { (locale.text("retention-for-all-explained")) }
        @if let Some(told) = &told { (told) }
        section .panel { (form(locale, FOR_ALL, "/keeping", &typed, &errors)) }
        @for (name, outlooks) in &all {
            h2 { (user_text(name)) }
            (preview(locale, &zone, outlooks))
        }
    };
    let status = status_of(&errors, told.as_ref());
    Ok(plain_page(visitor, status, &title, notice, body))
}

/// What the rule for all would do to every business that has none of its own.
fn outlooks_of_all(
    app: &App,
    rule: Option<Retention>,
) -> Result<Vec<(String, Vec<Outlook>)>, PageError> {
    let rules = app.keeping.catalog()?.retention_rules()?;
    let mut all = Vec::new();
    for entry in app.store.businesses()? {
        let key = catalog_key(entry.key);
        if entry.fault.is_some() || own_rule(&rules, Some(key)).is_some() {
            continue;
        }
        let outlooks = app.keeping.outlook_under(key, rule)?;
        if !outlooks.is_empty() {
            all.push((entry.name, outlooks));
        }
    }
    Ok(all)
}

/// What would become of each backup, place by place.
fn preview(locale: Locale, zone: &str, outlooks: &[Outlook]) -> Markup {
    html! {
        @if outlooks.is_empty() { p .quiet { (locale.text("retention-nothing-yet")) } }
        @for outlook in outlooks { (preview_of(locale, zone, outlook)) }
    }
}

fn preview_of(locale: Locale, zone: &str, outlook: &Outlook) -> Markup {
    let count = |stays: bool| {
        let counted = outlook.fates.iter().filter(|fate| fate.stays() == stays);
        u64::try_from(counted.count()).unwrap_or(u64::MAX)
    };
    let name = ("place", Argument::Text(&outlook.place.name));
    let stay = locale.count(count(true));
    let told = [
        name,
        ("stay", Argument::Text(&stay)),
        ("count", Argument::Count(count(false))),
    ];
    let heading = locale.text_with("retention-outlook", &told);
    let columns = [
        Column::words(locale.text("backup-column-made")),
        Column::amounts(locale.text("backup-column-size")),
        Column::words(locale.text("retention-fate")),
        Column::words(locale.text("retention-why")),
    ];
    let shown = outlook.fates.iter().take(SHOWN_COUNT_MAX);
    let rows: Vec<Markup> = shown.map(|fate| row(locale, zone, fate)).collect();
    html! {
        section .panel {
            h2 { (heading) }
            @if let Some(refusal) = outlook.refusal {
                (layout::notice_box(&Notice {
                    kind: NoticeKind::Warning,
                    text: refused(locale, zone, refusal),
                }))
            }
            details open[count(false) > 0] {
                summary { (locale.text("retention-each")) }
                (table(&heading, &columns, &rows, None))
            }
        }
    }
}

fn refused(locale: Locale, zone: &str, error: RetentionError) -> String {
    trouble(locale, &Trouble::new(error.code(), error.arguments()), zone)
}

fn row(locale: Locale, zone: &str, fate: &Fate) -> Markup {
    let reasons: Vec<String> = fate
        .reasons
        .iter()
        .map(|reason| locale.text(&format!("retention-reason-{}", reason.code())))
        .collect();
    html! {
        tr {
            (cell(moment(locale, fate.entry.made_at, zone)))
            (amount_cell(&locale.bytes(fate.entry.bytes_count)))
            (cell(match fate.stays() {
                true => badge(BadgeKind::Good, &locale.text("retention-stays")),
                false => badge(BadgeKind::Warning, &locale.text("retention-goes")),
            }))
            (cell(html! {
                @if reasons.is_empty() {
                    (locale.text("retention-no-reason"))
                } @else { (reasons.join(", ")) }
            }))
        }
    }
}
